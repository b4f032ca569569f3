import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from lakmoes import nl
from lakmoes.model import Box
from lakmoes.pdf.labels import Stamp
from lakmoes.pdf.redact import redact
from lakmoes.pdf.scrub.jpeg import without_metadata
from tests.pdf.making import (
    STAMP,
    box_plan,
    cleaned,
    helvetica,
    leaks,
    lines_of,
    nothing_planned,
    pdf_of,
    picture_of,
    plan_of,
    redacted,
    text_of,
)

SECRET = "Appelman"
TEXT = lines_of("Wij spraken met Willem Appelman over de zaak", "en daarna met niemand meer")
PLAIN = TEXT.replace(b"Appelman", b"iemand")


def stream(pdf: pikepdf.Pdf, data: bytes = SECRET.encode(), **keys: Any) -> Any:
    return pdf.make_indirect(pdf.make_stream(data, **keys))


def script(text: str = f"app.alert('{SECRET}')") -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(text))


def attachment(pdf: pikepdf.Pdf) -> Any:
    file = stream(pdf, Type=Name.EmbeddedFile)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec, F=String(f"{SECRET}.txt"), UF=String(f"{SECRET}.txt"), EF=Dictionary(F=file)
        )
    )


def info(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = SECRET
    pdf.docinfo["/Company"] = SECRET
    pdf.trailer["/DocChecksum"] = Name(f"/{SECRET}")


def xmp(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata = stream(pdf, b"<x:xmpmeta>Appelman</x:xmpmeta>", Type=Name.Metadata, Subtype=Name.XML)


def xmp_of_a_font(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.F.Metadata = stream(pdf, Type=Name.Metadata)


def embedded_file(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[String("a"), attachment(pdf)]))
    pdf.Root.PageMode = Name.UseAttachments


def associated_file(pdf: pikepdf.Pdf) -> None:
    spec = attachment(pdf)
    pdf.Root.AF = Array([spec])
    pdf.pages[0].obj.AF = Array([spec])


def pinned_file(pdf: pikepdf.Pdf) -> None:
    annotation(pdf, "FileAttachment", FS=attachment(pdf))


def scripts(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[String("a"), pdf.make_indirect(script())]))


def opening_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = script()


def page_script(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=script())


def catalogue_actions(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AA = Dictionary(WC=script())


def private_data(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PieceInfo = Dictionary(Word=Dictionary(Private=String(SECRET)))
    pdf.pages[0].obj.PieceInfo = Dictionary(Word=Dictionary(Private=stream(pdf)))


def thumbnail(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Thumb = stream(pdf, Width=1, Height=1)


def threads(pdf: pikepdf.Pdf) -> None:
    bead = pdf.make_indirect(Dictionary(Type=Name.Bead, P=pdf.pages[0].obj, R=[0, 0, 1, 1]))
    thread = pdf.make_indirect(Dictionary(Type=Name.Thread, F=bead, I=Dictionary(Title=String(SECRET))))
    bead.T = thread
    pdf.Root.Threads = Array([thread])
    pdf.pages[0].obj.B = Array([bead])


def portfolio(pdf: pikepdf.Pdf) -> None:
    embedded_file(pdf)
    pdf.Root.Collection = Dictionary(Type=Name.Collection, D=String(SECRET))


def form_data(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=[], XFA=stream(pdf), DA=String(SECRET))


def templates(pdf: pikepdf.Pdf) -> None:
    hidden = Dictionary(Type=Name.Template, MediaBox=[0, 0, 9, 9], Contents=stream(pdf))
    pdf.Root.Names = Dictionary(Templates=Dictionary(Names=[String("a"), pdf.make_indirect(hidden)]))


def signing_data(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Perms = Dictionary(DocMDP=Dictionary(Name=String(SECRET)))
    pdf.Root.DSS = Dictionary(Certs=[stream(pdf)])


def unknown_keys(pdf: pikepdf.Pdf) -> None:
    pdf.Root[f"/{SECRET}"] = String(SECRET)
    pdf.pages[0].obj["/Eigen"] = String(SECRET)
    pdf.Root.Pages["/Eigen"] = String(SECRET)


def unused_object(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.XObject = Dictionary(
        Unused=stream(pdf, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    )


def sticky_note(pdf: pikepdf.Pdf) -> None:
    annotation(pdf, "Text", Contents=String(SECRET), T=String(SECRET))


def comment_on_highlight(pdf: pikepdf.Pdf) -> None:
    annotation(
        pdf,
        "Highlight",
        QuadPoints=[72, 712, 120, 712, 72, 700, 120, 700],
        Contents=String(SECRET),
        C=[1, 1, 0],
    )


def hidden_annotation(pdf: pikepdf.Pdf) -> None:
    annotation(pdf, "FreeText", Contents=String(SECRET), F=2, AP=Dictionary(N=appearance(pdf, SECRET)))
    annotation(pdf, "Stamp", F=32, AP=Dictionary(N=appearance(pdf, SECRET)))


def launching_link(pdf: pikepdf.Pdf) -> None:
    annotation(pdf, "Link", A=Dictionary(S=Name.Launch, F=String(f"C:\\{SECRET}.exe")))


def link_to_file(pdf: pikepdf.Pdf) -> None:
    annotation(pdf, "Link", A=Dictionary(S=Name.URI, URI=String(f"file:///home/{SECRET}/nota.docx")))


def chained_action(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://voorbeeld.example"), Next=script())
    annotation(pdf, "Link", A=action, PA=Dictionary(S=Name.URI, URI=String(SECRET)), NM=String(SECRET))


def hidden_layer(pdf: pikepdf.Pdf) -> None:
    layers(pdf, visible=(), hidden=("Concept",))
    content = b"/OC /Concept BDC BT /F 12 Tf 72 400 Td (Appelman) Tj ET EMC " + PLAIN
    pdf.pages[0].obj.Contents = pdf.make_stream(content)


def annotation(pdf: pikepdf.Pdf, kind: str, **keys: Any) -> Any:
    page = pdf.pages[0].obj
    made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[72, 500, 200, 520], **keys)
    made = pdf.make_indirect(made)
    page.Annots = Array([*page.get("/Annots", ()), made])
    return made


def appearance(pdf: pikepdf.Pdf, text: str) -> Any:
    return stream(
        pdf,
        b"BT /F 12 Tf 2 4 Td (%s) Tj ET" % text.encode("cp1252"),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 128, 20],
        Resources=Dictionary(Font=Dictionary(F=helvetica())),
    )


def layers(pdf: pikepdf.Pdf, visible: tuple[str, ...], hidden: tuple[str, ...]) -> dict[str, Any]:
    groups = {
        name: pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in (*visible, *hidden)
    }
    settings = Dictionary(Order=Array(groups.values()), OFF=Array([groups[name] for name in hidden]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array(groups.values()), D=settings)
    pdf.pages[0].obj.Resources.Properties = Dictionary({f"/{name}": group for name, group in groups.items()})
    return groups


CHANNELS: list[Callable[[pikepdf.Pdf], None]] = [
    *(info, xmp, xmp_of_a_font, embedded_file, associated_file, pinned_file, scripts, opening_script),
    *(page_script, catalogue_actions, private_data, thumbnail, threads, portfolio, form_data, templates),
    *(signing_data, unknown_keys, unused_object, sticky_note, comment_on_highlight, hidden_annotation),
    *(launching_link, link_to_file, chained_action, hidden_layer),
]


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.__name__)
def test_what_is_not_on_a_page_goes(tmp_path: Path, channel: Callable[[pikepdf.Pdf], None]) -> None:
    source = pdf_of(tmp_path / "a.pdf", PLAIN, change=channel)
    assert leaks(source, SECRET)
    target = cleaned(source)
    assert not leaks(target, SECRET)
    assert "Wij spraken met" in text_of(target)


@pytest.mark.parametrize(
    ("channel", "code"),
    [
        (embedded_file, "attachments-removed"),
        (pinned_file, "attachments-removed"),
        (scripts, "scripts-removed"),
        (launching_link, "links-removed"),
        (info, "metadata-removed"),
        (sticky_note, "comments-removed"),
        (comment_on_highlight, "comments-removed"),
        (hidden_layer, "hidden-layers-removed"),
    ],
)
def test_what_goes_is_told(tmp_path: Path, channel: Callable[[pikepdf.Pdf], None], code: str) -> None:
    source = pdf_of(tmp_path / "a.pdf", TEXT, change=channel)
    notes = redact(source, nothing_planned(), STAMP, tmp_path / "b.pdf")
    assert {note.code: note.count for note in notes}[code] == 1
    assert nl.NOTES[code].format(count=1)


def test_a_clean_file_has_nothing_to_tell(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", TEXT)
    assert redact(source, nothing_planned(), STAMP, tmp_path / "b.pdf") == ()


@pytest.mark.parametrize("number", ["", "7", "12 & 13 <x>"])
def test_the_new_file_bears_the_number_and_the_language(tmp_path: Path, number: str) -> None:
    def language(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Lang = String("nl-NL")

    source = pdf_of(tmp_path / "a.pdf", TEXT, change=language)
    redact(source, nothing_planned(), Stamp(document_number=number, code_labels={}), tmp_path / "b.pdf")
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert {key: str(value) for key, value in pdf.docinfo.items()} == (
            {"/Title": f"Document {number}"} if number else {}
        )
        assert pdf.open_metadata().get("dc:title") == (f"Document {number}" if number else None)
        if number:
            assert pdf.Root.Metadata.read_bytes().count(b"<rdf:Description") == 1


# --- visible things become part of the page


def test_stamps_and_fields_are_redacted_like_text(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        annotation(
            pdf, "FreeText", Contents=String(SECRET), AP=Dictionary(N=appearance(pdf, "stempel Appelman"))
        )
        field = annotation(
            pdf,
            "Widget",
            FT=Name.Tx,
            T=String("naam"),
            V=String("Jill"),
            AP=Dictionary(N=appearance(pdf, "veld Jill")),
        )
        field.Rect = Array([300, 500, 428, 520])
        pdf.Root.AcroForm = Dictionary(Fields=[field])

    source = pdf_of(tmp_path / "a.pdf", TEXT, change=fill)
    target = tmp_path / "b.pdf"
    notes = redact(source, plan_of(source, SECRET, "Jill"), STAMP, target)
    assert not leaks(target, SECRET)
    assert not leaks(target, "Jill")
    assert "stempel" in text_of(target)
    assert "veld" in text_of(target)
    assert [(note.code, note.count) for note in notes] == [("form-fields-flattened", 1)]
    with pikepdf.open(target) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert "/Annots" not in pdf.pages[0].obj


def test_a_field_without_a_picture_of_itself_is_shown_and_redacted(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        widget = pymupdf.Widget()
        widget.rect, widget.field_name = pymupdf.Rect(72, 72, 300, 90), "naam"
        widget.field_type, widget.field_value = pymupdf.PDF_WIDGET_TYPE_TEXT, "Willem Appelman"
        page.add_widget(widget)
        document.xref_set_key(page.first_widget.xref, "AP", "null")
        document.save(tmp_path / "a.pdf")
    target = redacted(tmp_path / "a.pdf", SECRET)
    assert not leaks(target, SECRET)
    assert "Willem" in text_of(target)


def test_a_signature_field_keeps_its_looks_only(tmp_path: Path) -> None:
    def sign(pdf: pikepdf.Pdf) -> None:
        value = pdf.make_indirect(Dictionary(Type=Name.Sig, Name=String(SECRET), Contents=String(SECRET)))
        field = annotation(
            pdf, "Widget", FT=Name.Sig, T=String("x"), V=value, AP=Dictionary(N=appearance(pdf, "getekend"))
        )
        pdf.Root.AcroForm = Dictionary(Fields=[field], SigFlags=3)

    source = pdf_of(tmp_path / "a.pdf", PLAIN, change=sign)
    notes = redact(source, nothing_planned(), STAMP, tmp_path / "b.pdf")
    assert [(note.code, note.count) for note in notes] == [("signatures-removed", 1)]
    assert "getekend" in text_of(tmp_path / "b.pdf")
    assert not leaks(tmp_path / "b.pdf", SECRET)


def test_pending_redactions_of_another_program_are_not_applied(tmp_path: Path) -> None:
    def pending(pdf: pikepdf.Pdf) -> None:
        annotation(pdf, "Redact", QuadPoints=[72, 712, 300, 712, 72, 700, 300, 700])

    source = pdf_of(tmp_path / "a.pdf", TEXT, change=pending)
    target = redacted(source, "niemand")
    assert "Willem Appelman" in text_of(target)


# --- layers


def test_visible_layers_stay_and_hidden_ones_do_not_appear(tmp_path: Path) -> None:
    def two_layers(pdf: pikepdf.Pdf) -> None:
        layers(pdf, visible=("Tekst",), hidden=("Concept",))

    content = (
        b"/OC /Tekst BDC BT /F 12 Tf 72 700 Td (zichtbaar) Tj ET EMC "
        b"/OC /Concept BDC q 0.5 g BT /F 12 Tf 72 600 Td (verborgen) Tj 0 -20 Td [(ver) -20 (stopt)] TJ ET "
        b"72 500 50 50 re f /Span BMC 100 100 20 20 re f EMC Q EMC BT /F 12 Tf 72 550 Td (daarna) Tj ET"
    )
    source = pdf_of(tmp_path / "a.pdf", content, change=two_layers)
    target = redacted(source, "daarna")
    assert text_of(target).split()[0] == "zichtbaar"
    assert not leaks(target, "verborgen")
    picture = picture_of(target)
    assert picture.crop((60, 230, 200, 270)).getextrema() == (255, 255)
    with pikepdf.open(target) as pdf:
        assert [str(group.Name) for group in pdf.Root.OCProperties.OCGs] == ["Tekst"]


@pytest.mark.parametrize(
    ("membership", "shown"),
    [
        ({"P": Name.AnyOn, "OCGs": ("aan", "uit")}, True),
        ({"P": Name.AllOn, "OCGs": ("aan", "uit")}, False),
        ({"P": Name.AllOff, "OCGs": ("uit",)}, True),
        ({"P": Name.AnyOff, "OCGs": ("aan",)}, False),
        ({"VE": (Name.Not, "uit")}, True),
        ({"VE": (Name.And, "aan", (Name.Not, "aan"))}, False),
    ],
)
def test_combinations_of_layers_are_followed(tmp_path: Path, membership: dict[str, Any], shown: bool) -> None:
    def combine(pdf: pikepdf.Pdf) -> None:
        groups = layers(pdf, visible=("aan",), hidden=("uit",))

        def value(item: Any) -> Any:
            if isinstance(item, tuple):
                return Array([value(part) for part in item])
            return groups.get(item, item) if isinstance(item, str) else item

        keys = {f"/{key}": value(item) for key, item in membership.items()}
        combined = pdf.make_indirect(Dictionary({"/Type": Name.OCMD} | keys))
        pdf.pages[0].obj.Resources.Properties = Dictionary({"/Samen": combined})

    source = pdf_of(
        tmp_path / "a.pdf", b"/OC /Samen BDC BT /F 12 Tf 72 700 Td (samen) Tj ET EMC", change=combine
    )
    target = cleaned(source)
    assert (text_of(target) == "samen") is shown
    assert leaks(target, "samen") is shown


def test_a_hidden_picture_and_a_layer_that_is_off_by_default_go(tmp_path: Path) -> None:
    def hide(pdf: pikepdf.Pdf) -> None:
        groups = layers(pdf, visible=(), hidden=("Concept",))
        pdf.Root.OCProperties.D = Dictionary(BaseState=Name.OFF)
        form = stream(pdf, lines_of(SECRET), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842])
        form.OC = groups["Concept"]
        pdf.pages[0].obj.Resources.XObject = Dictionary(Fm=form)

    source = pdf_of(tmp_path / "a.pdf", b"/Fm Do " + lines_of("gewoon"), change=hide)
    target = cleaned(source)
    assert text_of(target) == "gewoon"
    assert not leaks(target, SECRET)


def test_names_of_layers_lose_redacted_texts(tmp_path: Path) -> None:
    def name(pdf: pikepdf.Pdf) -> None:
        layers(pdf, visible=("Versie Appelman",), hidden=())
        pdf.Root.OCProperties.OCGs[0].Usage = Dictionary(CreatorInfo=Dictionary(Creator=String(SECRET)))

    target = redacted(pdf_of(tmp_path / "a.pdf", TEXT, change=name), SECRET)
    assert not leaks(target, SECRET)
    assert leaks(target, "Versie [gelakt]")


# --- links, bookmarks, names


def bookmarks(*titles: str) -> Callable[[pikepdf.Pdf], None]:
    def add(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(title, 0) for title in titles)

    return add


def test_bookmarks_keep_their_place_and_lose_redacted_texts(tmp_path: Path) -> None:
    titles = ("Inleiding", "Gesprek met Willem Appelman", "Verslag W_APPELMAN-2", "Apple")
    source = pdf_of(tmp_path / "a.pdf", TEXT, change=bookmarks(*titles))
    target = tmp_path / "b.pdf"
    notes = redact(source, plan_of(source, "Willem Appelman", SECRET), STAMP, target)
    with pymupdf.open(target) as document:
        contents = document.get_toc(simple=True)
    assert contents == [
        [1, "Inleiding", 1],
        [1, "Gesprek met [gelakt]", 1],
        [1, "Verslag W_[gelakt]-2", 1],
        [1, "Apple", 1],
    ]
    assert ("bookmarks-changed", 2) in [(note.code, note.count) for note in notes]


def test_hidden_texts_are_taken_out_of_bookmarks_without_any_mark(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of("tekst"), change=bookmarks("Brief van J. Hijlkema"))
    assert not leaks(cleaned(source, hidden=["J. Hijlkema"]), "Hijlkema")
    assert leaks(cleaned(source), "Hijlkema")


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("https://voorbeeld.example/zaken", True),
        ("mailto:info@voorbeeld.example", True),
        ("mailto:w.appelman@voorbeeld.example", False),
        ("mailto:W%2EAppelman%40voorbeeld.example", False),
        ("https://profiel.example/in/willem-appelman-123", False),
        ("https://profiel.example/wappelman1980", False),
        ("javascript:alert(1)", False),
    ],
)
def test_links_stay_unless_their_address_tells(tmp_path: Path, address: str, stays: bool) -> None:
    def link(pdf: pikepdf.Pdf) -> None:
        annotation(pdf, "Link", A=Dictionary(S=Name.URI, URI=String(address)))

    source = pdf_of(tmp_path / "a.pdf", TEXT, change=link)
    with pymupdf.open(redacted(source, SECRET, hidden=["w.appelman"])) as document:
        assert [item["uri"] for item in document[0].get_links()] == ([address] if stays else [])


def test_an_outward_link_under_a_box_goes_and_one_into_the_document_stays(tmp_path: Path) -> None:
    def links(pdf: pikepdf.Pdf) -> None:
        annotation(pdf, "Link", A=Dictionary(S=Name.URI, URI=String("https://profiel.example/8841")))
        annotation(pdf, "Link", Dest=Array([pdf.pages[0].obj, Name.Fit]))
        for made in pdf.pages[0].obj.Annots:
            made.Rect = Array([150, 698, 260, 712])

    source = pdf_of(tmp_path / "a.pdf", TEXT, change=links)
    with pymupdf.open(redacted(source, "Willem Appelman")) as document:
        assert [item["kind"] for item in document[0].get_links()] == [pymupdf.LINK_GOTO]


def test_telling_names_of_places_go_and_links_still_lead_there(tmp_path: Path) -> None:
    def places(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1].obj
        pdf.Root.Names = Dictionary(
            Dests=Dictionary(Names=[String("van_Appelman"), Dictionary(D=[page, Name.Fit])])
        )
        pdf.Root.Dests = Dictionary({"/oud_Appelman": Array([page, Name.Fit])})
        annotation(pdf, "Link", Dest=String("van_Appelman"))
        annotation(pdf, "Link", A=Dictionary(S=Name.GoTo, D=Name("/oud_Appelman")))
        with pdf.open_outline() as outline:
            outline.root.append(
                pikepdf.OutlineItem("daar", action=Dictionary(S=Name.GoTo, D=String("van_Appelman")))
            )

    source = pdf_of(tmp_path / "a.pdf", TEXT, lines_of("daar"), change=places)
    target = redacted(source, SECRET)
    assert not leaks(target, SECRET)
    with pymupdf.open(target) as document:
        assert [item["page"] for item in document[0].get_links()] == [1, 1]
        assert document.get_toc()[0][2] == 2


def test_harmless_names_of_places_and_page_labels_stay(tmp_path: Path) -> None:
    def places(pdf: pikepdf.Pdf) -> None:
        target = Array([pdf.pages[0].obj, Name.Fit])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=[String("hoofdstuk"), target]))
        pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.r, P=String("bijlage "))])

    target = redacted(pdf_of(tmp_path / "a.pdf", TEXT, change=places), SECRET)
    with pikepdf.open(target) as pdf:
        assert str(pdf.Root.Names.Dests.Names[0]) == "hoofdstuk"
        assert pdf.pages[0].label == "bijlage i"


def test_page_labels_lose_redacted_texts(tmp_path: Path) -> None:
    def labels(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(
            Kids=[pdf.make_indirect(Dictionary(Nums=[0, Dictionary(P=String("Appelman-"))]))]
        )

    assert not leaks(redacted(pdf_of(tmp_path / "a.pdf", TEXT, change=labels), SECRET), SECRET)


# --- tags


def tagged(*elements: dict[str, Any]) -> Callable[[pikepdf.Pdf], None]:
    """Adds a structure tree with an element for each MCID."""

    def add(pdf: pikepdf.Pdf) -> None:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        page = pdf.pages[0].obj
        kids = [
            pdf.make_indirect(Dictionary({"/S": Name.P, "/P": root, "/Pg": page, "/K": number} | keys))
            for number, keys in enumerate(elements)
        ]
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array(kids)))
        root.K = whole
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=[0, Array(kids)]))
        page.StructParents = 0
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    return add


TAGGED = (
    b"/P <</MCID 0>> BDC BT /F 12 Tf 72 700 Td (Beste Appelman, dag) Tj ET EMC "
    b"/P <</MCID 1>> BDC BT /F 12 Tf 72 650 Td (Andere zin) Tj ET EMC "
)


def elements_of(path: Path) -> list[Any]:
    with pikepdf.open(path) as pdf:
        return [
            {key: str(value) for key, value in kid.items() if isinstance(value, String)}
            for kid in pdf.Root.StructTreeRoot.K.K
        ]


def test_tags_stay_and_lose_what_says_the_redacted_text(tmp_path: Path) -> None:
    telling = {key: String("geheel anders") for key in ("/ActualText", "/Alt", "/E")}
    harmless = {key: String("Andere zin") for key in ("/ActualText", "/Alt", "/E", "/T")}
    source = pdf_of(tmp_path / "a.pdf", TAGGED, change=tagged(telling, harmless))
    target = redacted(source, SECRET)
    assert elements_of(target) == [{}, dict.fromkeys(harmless, "Andere zin")]
    with pikepdf.open(target) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.pages[0].obj.StructParents == 0
        content = pdf.pages[0].obj.Contents.read_bytes()
        assert content.count(b"MCID") == 3, "that of the redaction besides"


def test_tags_forget_how_large_redacted_content_was(tmp_path: Path) -> None:
    sizes = {"/O": Name.Layout, "/BBox": [72, 700, 173, 712], "/Width": 101, "/TextAlign": Name.Center}
    elements = [{"/A": Dictionary(sizes)}, {"/A": Array([Dictionary(sizes), 0])}]
    source = pdf_of(tmp_path / "a.pdf", TAGGED, change=tagged(*elements))
    with pikepdf.open(redacted(source, SECRET)) as pdf:
        touched, other = pdf.Root.StructTreeRoot.K.K
        assert set(touched.A.keys()) == {"/O", "/TextAlign"}
        assert set(other.A[0].keys()) == set(sizes)


def test_texts_of_tags_that_tell_go_wherever_they_stand(tmp_path: Path) -> None:
    telling = {key: String("Dhr. Appelman") for key in ("/ActualText", "/Alt", "/E", "/T", "/ID")}
    source = pdf_of(tmp_path / "a.pdf", TAGGED, change=tagged({}, telling))
    assert not leaks(redacted(source, SECRET), SECRET)


def test_a_replacement_text_high_up_in_the_tree_goes(tmp_path: Path) -> None:
    def whole(pdf: pikepdf.Pdf) -> None:
        tagged({}, {})(pdf)
        pdf.Root.StructTreeRoot.K.ActualText = String("omgekeerd: namleppA etseB")

    assert not leaks(redacted(pdf_of(tmp_path / "a.pdf", TAGGED, change=whole), SECRET), "omgekeerd")


def test_the_description_of_a_redacted_picture_goes(tmp_path: Path) -> None:
    def figure(pdf: pikepdf.Pdf) -> None:
        tagged({}, {}, {"/S": Name.Figure, "/Alt": String("Foto van de zoon")})(pdf)
        image = stream(pdf, b"\x80" * 100, Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im=image)

    content = TAGGED + b"/Figure <</MCID 2>> BDC q 90 0 0 90 100 300 cm /Im Do Q EMC"
    source = pdf_of(tmp_path / "a.pdf", content, change=figure)
    target = tmp_path / "b.pdf"
    redact(source, box_plan(Box(x0=300, y0=300, x1=340, y1=340)), STAMP, target)
    assert leaks(target, "Foto van de zoon")
    redact(source, box_plan(Box(x0=150, y0=480, x1=240, y1=540)), STAMP, target)
    assert not leaks(target, "Foto van de zoon")


def test_replacement_texts_in_the_content_go_where_they_lie(tmp_path: Path) -> None:
    def named(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Properties = Dictionary(P1=Dictionary(ActualText=String("Wie het ook is")))

    content = (
        b"BT /F 12 Tf 72 700 Td /Span <</ActualText (Heer)>> BDC (De heer) Tj EMC "
        b"/Span <</ActualText (namleppA)>> BDC ( Appelman) Tj EMC /Span /P1 BDC ( en Appelman) Tj EMC "
        b"/Span <</Lang (nl) /E (namleppA)>> BDC ( van Appelman zelf) Tj EMC ET"
    )
    source = pdf_of(tmp_path / "a.pdf", content, change=named)
    target = tmp_path / "b.pdf"
    with pymupdf.open(source) as document:
        flags = pymupdf.TEXT_IGNORE_ACTUALTEXT
        found = document[0].search_for(SECRET, flags=flags)
    assert len(found) == 3
    plan = box_plan(*(Box(x0=r.x0, y0=r.y0, x1=r.x1, y1=r.y1) for r in found))
    redact(source, plan, STAMP, target)
    for secret in (SECRET, "namleppA", "Wie het ook is"):
        assert not leaks(target, secret)
    assert leaks(target, "Heer"), "the text of what nothing was taken from stays"


def test_dead_references_of_tags_keep_nothing_alive(tmp_path: Path) -> None:
    def references(pdf: pikepdf.Pdf) -> None:
        note = annotation(pdf, "Text", Contents=String(SECRET))
        form = stream(
            pdf, lines_of(SECRET, y=400), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842]
        )
        form.Resources = Dictionary(Font=Dictionary(F=helvetica()))
        pdf.pages[0].obj.Resources.XObject = Dictionary(Fm=form)
        page = pdf.pages[0].obj
        inside = Array(
            [
                Dictionary(Type=Name.MCR, Pg=page, Stm=form, MCID=0),
                Dictionary(Type=Name.OBJR, Pg=page, Obj=note),
                1,
            ]
        )
        tagged({}, {"/K": inside})(pdf)

    source = pdf_of(tmp_path / "a.pdf", TAGGED + b"/Fm Do", change=references)
    assert not leaks(redacted(source, SECRET), SECRET)


def test_user_properties_of_tags_go(tmp_path: Path) -> None:
    attributes = Dictionary(O=Name.UserProperties, P=[Dictionary(N=String("Auteur"), V=String("Jill"))])
    source = pdf_of(tmp_path / "a.pdf", TAGGED, change=tagged({"/A": attributes}, {}))
    assert not leaks(cleaned(source), "Jill")


# --- pictures


def photograph(**keys: Any) -> bytes:
    data = io.BytesIO()
    Image.effect_noise((64, 48), 80).convert("RGB").save(data, "JPEG", **keys)
    return data.getvalue()


@pytest.mark.parametrize(
    "keys", [{}, {"progressive": True}, {"restart_marker_blocks": 2}, {"comment": SECRET}]
)
def test_photographs_lose_their_metadata_and_no_pixel(tmp_path: Path, keys: dict[str, Any]) -> None:
    exif = Image.Exif()
    exif[0x013B] = SECRET
    exif[0x010E] = SECRET
    data = photograph(exif=exif, icc_profile=b"profiel", **keys) + b"na het einde: Appelman"
    stripped = without_metadata(data)
    assert SECRET.encode() not in stripped
    assert b"profiel" not in stripped, "the colour space of the PDF holds"
    assert Image.open(io.BytesIO(stripped)).tobytes() == Image.open(io.BytesIO(data)).tobytes()
    assert without_metadata(stripped) == stripped

    def image(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=64, Height=48)
        made.Filter, made.ColorSpace, made.BitsPerComponent = Name.DCTDecode, Name.DeviceRGB, 8
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im=made)

    source = pdf_of(tmp_path / "a.pdf", PLAIN + b"q 64 0 0 48 72 300 cm /Im Do Q", change=image)
    target = cleaned(source)
    assert not leaks(target, SECRET)
    assert picture_of(target).tobytes() == picture_of(source).tobytes()


@pytest.mark.parametrize(
    "data", [b"", b"geen jpeg", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"\xff\xd8abc"]
)
def test_what_is_no_jpeg_does_no_harm(data: bytes) -> None:
    assert without_metadata(data)[:2] == data[:2]


def test_a_shape_filled_with_pictures_goes_where_it_is_redacted(tmp_path: Path) -> None:
    def pattern(pdf: pikepdf.Pdf) -> None:
        image = stream(pdf, b"geheime pixels!!", Type=Name.XObject, Subtype=Name.Image, Width=4, Height=4)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        tile = pdf.make_stream(
            b"q 100 0 0 100 0 0 cm /Im Do Q",
            Type=Name.Pattern,
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=[0, 0, 100, 100],
            XStep=100,
            YStep=100,
            Resources=Dictionary(XObject=Dictionary(Im=image)),
        )
        pdf.pages[0].obj.Resources.Pattern = Dictionary(P=tile)

    content = b"q /Pattern cs /P scn 100 300 200 200 re f Q 0.5 g 400 300 50 50 re f"
    source = pdf_of(tmp_path / "a.pdf", content, change=pattern)
    target = tmp_path / "b.pdf"
    redact(source, box_plan(Box(x0=10, y0=10, x1=50, y1=50)), STAMP, target)
    assert leaks(target, "geheime pixels")
    redact(source, box_plan(Box(x0=150, y0=400, x1=250, y1=450)), STAMP, target)
    assert not leaks(target, "geheime pixels")
    assert picture_of(target).getpixel((420, 510)) == picture_of(source).getpixel((420, 510))


# --- the file itself


def test_nothing_is_appended_to_an_older_file(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", TEXT)
    with pymupdf.open(source) as document:
        document.set_metadata({"author": SECRET})
        document.saveIncr()
    data = redacted(source, SECRET).read_bytes()
    assert data.count(b"%%EOF") == 1
    assert b"/Prev" not in data


def test_a_page_that_leaves_its_state_open_is_printed_on_upright(tmp_path: Path) -> None:
    for content in (
        b"q 0.1 0 0 0.1 0 0 cm " + TEXT,
        TEXT + b" Q Q q q 2 0 0 2 50 50 cm",
        b"0.5 0 0 -0.5 300 300 cm " + TEXT,
    ):
        source = pdf_of(tmp_path / "a.pdf", content)
        target = tmp_path / "b.pdf"
        redact(source, nothing_planned(), Stamp(document_number="88", code_labels={}), target)
        picture = picture_of(target)
        assert picture.crop((540, 10, 580, 34)).getextrema()[0] < 90
        assert text_of(target).endswith("88")


def test_resources_of_an_ancestor_are_found_and_kept(tmp_path: Path) -> None:
    def inherit(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Resources = pdf.pages[0].obj.Resources
        for page in pdf.pages:
            del page.obj["/Resources"]

    source = pdf_of(tmp_path / "a.pdf", TEXT, TEXT, change=inherit)
    target = tmp_path / "b.pdf"
    first = tuple(mark for mark in plan_of(source, SECRET).marks if mark.page_index == 0)
    stamp = Stamp(document_number="3", code_labels={})
    redact(source, type(plan_of(source, SECRET))(document_id="d", marks=first, digest=""), stamp, target)
    assert SECRET not in text_of(target, 0)
    assert text_of(target, 1).endswith("niemand meer 3")
