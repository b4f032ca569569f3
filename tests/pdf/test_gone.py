"""One file for each place in which a PDF can hold a redacted text: redacted, verified, and searched through.

``docs/security.md`` names the case for each channel.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from lakmoes.model import Box
from lakmoes.pdf.labels import Stamp
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.redact import redact
from lakmoes.verify import verify
from tests.pdf.making import box_plan, helvetica, leaks, lines_of, pdf_of, plan_of

SECRET = "Appelman"
NUMBER = "7"
STAMPED = Stamp(document_number=NUMBER, code_labels={"10.2.e": "10.2.e Wob"})
TEXT = lines_of("Wij spraken met Willem Appelman over de zaak", "en daarna met niemand meer")
LINES = lines_of("De rest van deze bladzijde blijft staan", y=300)
AROUND = Box(x0=60, y0=120, x1=400, y1=160)
"""A drawn box over the first two lines of a page."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A file that holds the secret somewhere, and where it is redacted: by its text or by a drawn box."""

    content: bytes = TEXT
    change: Callable[[pikepdf.Pdf], None] | None = None
    box: Box | None = None
    text: str = SECRET
    secret: str = SECRET
    page: dict[str, Any] | None = None
    finish: Callable[[Path], None] | None = None


def stream(pdf: pikepdf.Pdf, data: bytes = SECRET.encode(), **keys: Any) -> Any:
    return pdf.make_indirect(pdf.make_stream(data, **keys))


def form(pdf: pikepdf.Pdf, content: bytes, **resources: Any) -> Any:
    made = stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842])
    made.Resources = Dictionary(Font=Dictionary(F=helvetica()), **resources)
    return made


def image(pdf: pikepdf.Pdf, data: bytes = bytes(range(100)), **keys: Any) -> Any:
    made = stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10, **keys)
    if "ColorSpace" not in keys:
        made.ColorSpace = Name.DeviceGray
    made.BitsPerComponent = 8
    return made


def drawn(**objects: Callable[[pikepdf.Pdf], Any]) -> Callable[[pikepdf.Pdf], None]:
    """Puts XObjects into the resources of the first page."""

    def change(pdf: pikepdf.Pdf) -> None:
        made = {f"/{name}": make(pdf) for name, make in objects.items()}
        pdf.pages[0].obj.Resources.XObject = Dictionary(made)

    return change


def on_page(**keys: Callable[[pikepdf.Pdf], Any]) -> Callable[[pikepdf.Pdf], None]:
    """Sets keys of the first page."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, make in keys.items():
            pdf.pages[0].obj[f"/{key}"] = make(pdf)

    return change


def on_root(**keys: Callable[[pikepdf.Pdf], Any]) -> Callable[[pikepdf.Pdf], None]:
    """Sets keys of the catalogue."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, make in keys.items():
            pdf.Root[f"/{key}"] = make(pdf)

    return change


def annotation(kind: str, **keys: Any) -> Callable[[pikepdf.Pdf], None]:
    """Pins an annotation on the first page."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[72, 500, 200, 520], **keys)
        page.Annots = Array([*page.get("/Annots", ()), pdf.make_indirect(made)])

    return change


def both(*changes: Callable[[pikepdf.Pdf], None]) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        for one in changes:
            one(pdf)

    return change


def filespec(pdf: pikepdf.Pdf) -> Any:
    file = stream(pdf, Type=Name.EmbeddedFile)
    name = String(f"{SECRET}.txt")
    return pdf.make_indirect(Dictionary(Type=Name.Filespec, F=name, UF=name, EF=Dictionary(F=file)))


def attached(pdf: pikepdf.Pdf) -> Any:
    return Dictionary(EmbeddedFiles=Dictionary(Names=[String(SECRET), filespec(pdf)]))


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))


def threads(pdf: pikepdf.Pdf) -> None:
    bead = pdf.make_indirect(Dictionary(Type=Name.Bead, P=pdf.pages[0].obj, R=[0, 0, 1, 1]))
    thread = pdf.make_indirect(Dictionary(Type=Name.Thread, F=bead, I=Dictionary(Title=String(SECRET))))
    bead.T = thread
    pdf.Root.Threads, pdf.pages[0].obj.B = Array([thread]), Array([bead])


def web_capture(pdf: pikepdf.Pdf) -> None:
    command = Dictionary(URL=String(f"https://voorbeeld.example/{SECRET}"))
    pdf.Root.SpiderInfo = Dictionary(V=1, C=[pdf.make_indirect(command)])
    source = Dictionary(Type=Name.SpiderContentSet, S=Name.SPS, ID=String(SECRET), O=[], TS=String(SECRET))
    pdf.Root.Names = Dictionary(URLS=Dictionary(Names=[String(SECRET), pdf.make_indirect(source)]))
    pdf.pages[0].obj.ID = String(SECRET)


def layer(state: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Concept")))
        pdf.Root.OCProperties = Dictionary(OCGs=[group], D=Dictionary({f"/{state}": Array([group])}))
        pdf.pages[0].obj.Resources.Properties = Dictionary(L=group)

    return change


def type3(pdf: pikepdf.Pdf) -> None:
    """A font whose letters are drawn: one letter says the name in full."""
    letter = stream(pdf, b"500 0 0 0 500 500 d1 0 0 400 400 re f % Appelman")
    word = stream(pdf, b"500 0 d0 /Fx Do")
    inner = form(pdf, b"BT /F 400 Tf (Appelman) Tj ET")
    pdf.pages[0].obj.Resources.Font.T = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 500, 500],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary({"/block": letter, "/Appelman": word}),
        Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name.block, Name("/Appelman")]),
        FirstChar=97,
        LastChar=98,
        Widths=[500, 500],
        Resources=Dictionary(XObject=Dictionary(Fx=inner), Font=Dictionary(F=helvetica())),
    )


def pattern(pdf: pikepdf.Pdf) -> None:
    tile = pdf.make_stream(
        b"BT /F 12 Tf 2 4 Td (Appelman) Tj ET",
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=[0, 0, 80, 20],
        XStep=80,
        YStep=20,
        Resources=Dictionary(Font=Dictionary(F=helvetica())),
    )
    pdf.pages[0].obj.Resources.Pattern = Dictionary(P=tile)


def soft_mask(pdf: pikepdf.Pdf) -> None:
    """A picture whose mask is a picture with a secret in its pixels."""
    mask = image(pdf, (SECRET.encode() * 13)[:100])
    drawn(Im=lambda pdf: image(pdf, SMask=mask))(pdf)


def scan(pdf: pikepdf.Pdf) -> Any:
    made = image(pdf, bytes((x * 37 + y * 91) % 251 for y in range(421) for x in range(297)))
    made.Width, made.Height = 297, 421
    return made


def photograph(pdf: pikepdf.Pdf, secret: bytes = SECRET.encode()) -> Any:
    exif = Image.Exif()
    exif[0x013B] = SECRET
    data = io.BytesIO()
    Image.effect_noise((10, 10), 80).save(data, "JPEG", exif=exif, comment=SECRET, icc_profile=secret)
    return image(pdf, data.getvalue() + SECRET.encode(), Filter=Name.DCTDecode)


def tags(**texts: str) -> Callable[[pikepdf.Pdf], None]:
    """A structure tree of one element, which says texts instead of its content."""

    def change(pdf: pikepdf.Pdf) -> None:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        page = pdf.pages[0].obj
        element = pdf.make_indirect(
            Dictionary({"/Type": Name.StructElem, "/S": Name.P, "/P": root, "/Pg": page, "/K": 0})
        )
        for key, text in texts.items():
            element[f"/{key}"] = String(text)
        root.K, root.ParentTree = element, Dictionary(Nums=[0, Array([element])])
        page.StructParents, pdf.Root.StructTreeRoot = 0, root

    return change


def field(pdf: pikepdf.Pdf) -> None:
    """A form field with a value, a default, an appearance and a script; and the form in XML."""
    looks = form(pdf, b"BT /F 12 Tf 2 4 Td (Appelman) Tj ET")
    looks.BBox = Array([0, 0, 128, 20])
    value = {"V": String(SECRET), "DV": String(SECRET), "TU": String(SECRET)}
    keys = {"FT": Name.Tx, "T": String("naam"), "AP": Dictionary(N=looks), "AA": Dictionary(K=script())}
    annotation("Widget", **value, **keys)(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=[pdf.pages[0].obj.Annots[0]], DA=String(f"/F 0 Tf % {SECRET}"))


def comment(pdf: pikepdf.Pdf) -> None:
    """A remark with its pop-up and a reply to it."""
    looks = form(pdf, b"BT /F 12 Tf 2 4 Td (Appelman) Tj ET")
    annotation("Text", Contents=String(SECRET), T=String(SECRET), AP=Dictionary(N=looks))(pdf)
    first = pdf.pages[0].obj.Annots[0]
    annotation("Text", Contents=String(f"Nee, {SECRET}"), IRT=first)(pdf)
    annotation("Popup", Parent=first, Contents=String(SECRET))(pdf)


def named_places(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=[String(SECRET), Array([page, Name.Fit])]))
    pdf.Root.Dests = Dictionary({f"/{SECRET}": Array([page, Name.Fit])})
    annotation("Link", Dest=String(SECRET))(pdf)


def bookmarks(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"Gesprek met {SECRET}", 0))


def resource_names(pdf: pikepdf.Pdf) -> None:
    resources = pdf.pages[0].obj.Resources
    resources.Font[f"/{SECRET}"] = helvetica()
    resources.ColorSpace = Dictionary({f"/{SECRET}": Name.DeviceRGB})
    resources.ExtGState = Dictionary({f"/{SECRET}": Dictionary(CA=1)})


def info_and_xmp(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = pdf.docinfo["/Title"] = SECRET
    pdf.Root.Metadata = stream(pdf, Type=Name.Metadata, Subtype=Name.XML)


def earlier_version(path: Path) -> None:
    """Appends a version that leaves nothing of the secret, as incremental saving does."""
    data = path.read_bytes()
    path.write_bytes(data + b"\n% Appelman stond in de vorige versie\n%%EOF\n")


def between_objects(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b"%PDF-", b"%PDF-", 1) + b"\nAppelman\n")


def tj(text: str, between: bytes) -> bytes:
    return between.join(b"(%s)" % sign.encode() for sign in text)


GLYPHS = b"BT /F 12 Tf 1 0 0 1 %d 700 Tm (%s) Tj ET "

CASES: dict[str, Case] = {
    # what stands on pages
    "plain-text": Case(),
    "drawn-twice": Case(
        content=b"BT /F 12 Tf 72 700 Td (Appelman) Tj 0.3 0 Td (Appelman) Tj ET " + LINES, secret="ppelm"
    ),
    "pieces-of-an-array": Case(
        content=b"BT /F 12 Tf 72 700 Td [" + tj(SECRET, b" -20 ") + b"] TJ ET " + LINES, secret=") -20 (p"
    ),
    "glyph-by-glyph": Case(
        content=b"".join(GLYPHS % (72 + 8 * i, s.encode()) for i, s in enumerate(SECRET)) + LINES,
        secret="(m) Tj",
        box=AROUND,
    ),
    "nested-forms": Case(
        content=b"/Outer Do " + LINES,
        change=drawn(
            Outer=lambda pdf: form(
                pdf, b"/Inner Do", XObject=Dictionary(Inner=form(pdf, lines_of(SECRET, "meer")))
            )
        ),
    ),
    "pattern": Case(
        content=b"q /Pattern cs /P scn 60 690 300 25 re f Q " + LINES, change=pattern, box=AROUND
    ),
    "type-3-font": Case(
        content=b"BT /T 12 Tf 72 700 Td (b) Tj ET BT /T 12 Tf 72 300 Td (a) Tj ET", change=type3, box=AROUND
    ),
    "clip-path": Case(
        content=b"q BT /F 12 Tf 7 Tr 72 700 Td (Appelman) Tj ET 0 0 600 800 re f Q " + LINES, box=AROUND
    ),
    "invisible-text": Case(content=TEXT + b" 3 Tr " + lines_of("Appelman zelf", y=100)),
    "white-text": Case(content=TEXT + b" 1 g " + lines_of("Appelman zelf", y=100)),
    "recognised-text": Case(content=b"q 595 0 0 842 0 0 cm /Im Do Q 3 Tr " + TEXT, change=drawn(Im=scan)),
    "outside-the-crop": Case(
        content=TEXT + lines_of("Appelman woont hier", y=820), page={"/CropBox": [0, 0, 595, 800]}
    ),
    "hidden-layer": Case(
        content=TEXT + b"/OC /L BDC " + lines_of("Appelman was het", y=500) + b" EMC", change=layer("OFF")
    ),
    "name-of-a-layer": Case(
        content=TEXT + b"/OC /L BDC " + lines_of("gewoon", y=500) + b" EMC",
        change=both(layer("ON"), lambda pdf: pdf.Root.OCProperties.OCGs[0].update({"/Name": String(SECRET)})),
    ),
    "names-of-resources": Case(
        content=b"/Appelman gs /Appelman cs 0 0 0 sc BT /Appelman 11 Tf ET " + TEXT, change=resource_names
    ),
    "comments-in-content": Case(content=b"% Appelman\n" + TEXT + b"\n% van Appelman\n"),
    "unknown-operators": Case(content=TEXT + b" BX (Appelman) zeg EX /Span <</X (Appelman)>> DP"),
    "private-properties": Case(
        content=b"/Artifact <</Eigen (Appelman)>> BDC " + LINES + b" EMC " + TEXT,
    ),
    # texts that stand for content
    "actual-text-in-tags": Case(
        content=b"/P <</MCID 0>> BDC " + TEXT + b" EMC",
        change=tags(ActualText="geheel anders"),
        secret="geheel anders",
    ),
    "alt-in-tags": Case(
        content=b"/P <</MCID 0>> BDC " + TEXT + b" EMC", change=tags(Alt="De heer Appelman", T=SECRET)
    ),
    "expansion-in-tags": Case(
        content=b"/P <</MCID 0>> BDC " + TEXT + b" EMC", change=tags(E="Appelman", ID=SECRET)
    ),
    "actual-text-in-content": Case(
        content=b"BT /F 12 Tf 72 700 Td /Span <</ActualText (namleppA)>> BDC (de heer X) Tj EMC ET " + LINES,
        box=AROUND,
        secret="namleppA",
    ),
    "alt-and-expansion-in-content": Case(
        content=b"BT /F 12 Tf 72 700 Td /Span <</Alt (namleppA) /E (namleppA)>> BDC (de heer X) Tj EMC ET "
        + LINES,
        box=AROUND,
        secret="namleppA",
    ),
    # pictures
    "pixels": Case(
        content=b"q 300 0 0 100 60 650 cm /Im Do Q " + LINES,
        change=drawn(Im=lambda pdf: image(pdf, (SECRET.encode() * 13)[:100])),
        box=Box(x0=50, y0=80, x1=400, y1=200),
    ),
    "soft-mask": Case(
        content=b"q 300 0 0 100 60 650 cm /Im Do Q " + LINES,
        change=soft_mask,
        box=Box(x0=50, y0=80, x1=400, y1=200),
    ),
    "alternate-picture": Case(
        content=TEXT + b" q 90 0 0 90 60 400 cm /Im Do Q",
        change=drawn(
            Im=lambda pdf: image(
                pdf,
                Alternates=Array([Dictionary(Image=image(pdf, (SECRET.encode() * 13)[:100]))]),
            )
        ),
    ),
    "photograph-metadata": Case(
        content=TEXT + b" q 90 0 0 90 60 400 cm /Im Do Q", change=drawn(Im=photograph)
    ),
    "bytes-after-a-picture": Case(
        content=TEXT + b" q 90 0 0 90 60 400 cm /Im Do Q",
        change=drawn(Im=lambda pdf: image(pdf, bytes(range(100)) + SECRET.encode())),
    ),
    "thumbnail": Case(change=on_page(Thumb=lambda pdf: image(pdf, (SECRET.encode() * 13)[:100]))),
    "metadata-of-a-picture": Case(
        content=TEXT + b" q 90 0 0 90 60 400 cm /Im Do Q",
        change=drawn(Im=lambda pdf: image(pdf, Metadata=stream(pdf, Type=Name.Metadata))),
    ),
    # annotations and forms
    "comments": Case(change=comment),
    "form-fields": Case(change=field),
    "links": Case(
        change=annotation(
            "Link", A=Dictionary(S=Name.URI, URI=String("mailto:appelman@voorbeeld.example?body=Appelman"))
        )
    ),
    # the document
    "bookmarks": Case(change=bookmarks),
    "named-places": Case(change=named_places),
    "page-labels": Case(
        change=on_root(PageLabels=lambda pdf: Dictionary(Nums=[0, Dictionary(P=String("Appelman-"))]))
    ),
    "attachments": Case(change=on_root(Names=attached)),
    "associated-files": Case(
        change=both(
            on_root(AF=lambda pdf: Array([filespec(pdf)])), on_page(AF=lambda pdf: Array([filespec(pdf)]))
        )
    ),
    "metadata": Case(change=info_and_xmp),
    "private-data": Case(
        change=on_page(PieceInfo=lambda pdf: Dictionary(Word=Dictionary(Private=stream(pdf))))
    ),
    "scripts": Case(
        change=both(
            on_root(
                OpenAction=lambda pdf: script(),
                AA=lambda pdf: Dictionary(WC=script()),
                Names=lambda pdf: Dictionary(JavaScript=Dictionary(Names=[String(SECRET), script()])),
            ),
            on_page(AA=lambda pdf: Dictionary(O=script())),
        )
    ),
    "article-threads": Case(change=threads),
    "web-capture": Case(change=web_capture),
    "signature-data": Case(
        change=on_root(
            Perms=lambda pdf: Dictionary(DocMDP=Dictionary(Name=String(SECRET))),
            DSS=lambda pdf: Dictionary(Certs=[stream(pdf)]),
        )
    ),
    "unknown-keys": Case(
        change=both(
            on_root(Appelman=lambda pdf: String(SECRET)), on_page(Eigen=lambda pdf: Dictionary(A=stream(pdf)))
        )
    ),
    "unreachable-objects": Case(change=drawn(Unused=lambda pdf: form(pdf, lines_of(SECRET)))),
    "earlier-versions": Case(finish=earlier_version),
    "bytes-outside-objects": Case(finish=between_objects),
}


@pytest.mark.parametrize("name", CASES)
def test_gone(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    pdf_of(source, case.content, page=case.page, change=case.change)
    if case.finish:
        case.finish(source)
    assert leaks(source, case.secret), "the file holds what it is to lose"
    plan = box_plan(case.box) if case.box else plan_of(source, case.text)
    redact(source, plan, STAMPED, target, [SECRET])
    assert not leaks(target, case.secret)
    assert not leaks(target, SECRET)
    labels = frozenset({*STAMPED.printed(("10.2.e",)), NUMBER})
    report = verify(target, plan, tuple(read_pages(source, "d")), labels, [SECRET])
    assert [check for check in report.checks if not check.passed] == []
