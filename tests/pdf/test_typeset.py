"""The rest of a redacted line set anew: what the file says of it must not depend on what stood there."""

from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lakmoes.model import Mark, Page, RedactionPlan, Span, Width, Word
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.redact import redact
from lakmoes.placing import place
from tests.pdf.making import (
    MARKED,
    helvetica,
    leaks,
    lines_of,
    pdf_of,
    picture_of,
    places_of,
    plan_of,
    text_of,
)

ABOVE = "Een regel die breder is dan alle andere en die dus zegt tot waar de tekst mag lopen op dit blad."
BELOW = "Een regel eronder."


def set_anew(source: Path, *texts: str, width: Width = Width.STEP) -> tuple[Path, RedactionPlan]:
    """The redacted file, its gaps in classes, and its plan."""
    plan = place(plan_of(source, *texts), tuple(read_pages(source, "d")), width)
    target = source.with_name(f"{width}_{source.name}")
    redact(source, plan, MARKED, target)
    return target, plan


def contents_of(path: Path) -> bytes:
    with pymupdf.open(path) as document:
        return bytes(document[0].read_contents())


def line(name: str, before: str = "Wij spraken", after: str = "over de vraag.") -> bytes:
    return lines_of(ABOVE, f"{before} {name} {after}", BELOW)


def kerned(name: str) -> bytes:
    """A line as word processors set it: adjustments make up for what rounding did before them."""
    error = len(name) * 7 % 19 - 9
    return lines_of(ABOVE) + (
        b"BT /F 11 Tf 72 680 Td [(Wij spraken )%d(%s)%d( o)%d(ver de v)%d(raag.)] TJ 0 -14 Td (%s) Tj ET"
        % (-3, name.encode(), error, -error, error, BELOW.encode())
    )


def justified(name: str) -> bytes:
    """A paragraph whose lines are stretched to one width."""
    texts = (ABOVE[:80], f"Wij spraken met {name} over de vraag of dit op deze manier wel kan", ABOVE[:79])
    parts = [b"BT /F 11 Tf 72 700 Td"]
    for text in texts:
        natural = pymupdf.get_text_length(text, "helv", 11)
        parts.append(b"%.4f Tw (%s) Tj 0 -14 Td" % ((430 - natural) / text.count(" "), text.encode()))
    return b"\n".join((*parts, b"ET"))


def glyph_by_glyph(name: str) -> bytes:
    """A line in which every letter is set at a place of its own."""
    parts, x = [lines_of(ABOVE), b"BT /F 11 Tf 1 0 0 1 72 680 Tm"], 0.0
    for letter in f"Wij spraken {name} over de vraag.":
        parts.append(b"(%s) Tj" % letter.encode())
        x = pymupdf.get_text_length(letter, "helv", 11)
        parts.append(b"%.7f 0 Td" % x)
    return b"\n".join((*parts, b"ET"))


def at_the_end(name: str) -> bytes:
    """A line that ends with the name and a space, as word processors leave it there."""
    return lines_of(ABOVE, f"Met groet, {name} ", BELOW)


def two_in_a_row(name: str) -> bytes:
    """Nothing but spaces between two marks, and after them."""
    return lines_of(ABOVE, f"Aan {name} Dekker en {name} ", BELOW)


@pytest.mark.parametrize(
    "content",
    [line, kerned, justified, glyph_by_glyph, at_the_end, two_in_a_row],
    ids=lambda content: content.__name__,
)
@pytest.mark.parametrize("width", [Width.STEP, Width.FIXED])
def test_files_with_other_names_of_one_class_are_equal(tmp_path: Path, content: Any, width: Width) -> None:
    seen = []
    for name in ("Bos", "Jansen", "Wimmer"):
        source = pdf_of(tmp_path / f"{name}.pdf", content(name))
        target, _ = set_anew(source, name, *(["Dekker"] if content is two_in_a_row else []), width=width)
        assert not leaks(target, name)
        seen.append(contents_of(target))
    assert seen[0] == seen[1] == seen[2]


def test_the_rest_of_the_line_moves_and_nothing_else_does(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", line("Jansen"))
    target, plan = set_anew(source, "Jansen")
    assert text_of(target).startswith(f"{ABOVE} Wij spraken over de vraag. {BELOW}")
    (bar,) = plan.marks[0].painted
    before, after = places_of(source), [place for place in places_of(target) if place[0] != "#"]
    shift = bar.x1 - plan.marks[0].boxes[0].x1
    rest = [
        (sign, x + shift, y) if 842 - y < bar.y1 and 842 - y > bar.y0 and x > bar.x0 else (sign, x, y)
        for sign, x, y in before
        if not plan.marks[0].boxes[0].contains(x, 842 - y)
    ]
    assert [place[0] for place in after] == [place[0] for place in rest]
    assert all(abs(a[1] - b[1]) < 0.3 and abs(a[2] - b[2]) < 0.1 for a, b in zip(after, rest, strict=True))


def test_the_bar_is_painted_as_planned(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", line("Jansen"))
    target, plan = set_anew(source, "Jansen")
    (bar,) = plan.marks[0].painted
    middle = round((bar.y0 + bar.y1) / 2) + 3
    row = [picture_of(target).getpixel((x, middle)) for x in range(595)]
    assert all(grey < 30 for grey in row[round(bar.x0) + 1 : round(bar.x0) + 8])
    assert all(grey < 30 for grey in row[round(bar.x1) - 8 : round(bar.x1) - 1])
    assert row[round(bar.x1) + 1] > 200


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "matrix", ["1 0 0 1 72 500", "0 1 -1 0 300 100", "-1 0 0 -1 500 400", "0 -1 1 0 300 700"]
)
def test_text_moves_along_its_own_direction(tmp_path: Path, rotation: int, matrix: str) -> None:
    content = b"q %s cm BT /F 11 Tf (Wij spraken Jansen over de vraag.) Tj ET Q" % matrix.encode()
    source = pdf_of(tmp_path / "a.pdf", content, page={"/Rotate": rotation})
    target, plan = set_anew(source, "Jansen")
    assert plan.shifts
    words = [word.text for page in read_pages(target, "d") for word in page.words if word.text != "#"]
    assert words == ["Wij", "spraken", "over", "de", "vraag."]
    kept = {word.text: word.box for page in read_pages(target, "d") for word in page.words}
    was = {word.text: word.box for page in read_pages(source, "d") for word in page.words}
    shift = plan.shifts[0]
    assert kept["over"].x0 == pytest.approx(was["over"].x0 + shift.dx, abs=0.05)
    assert kept["over"].y0 == pytest.approx(was["over"].y0 + shift.dy, abs=0.05)
    assert kept["Wij"].x0 == pytest.approx(was["Wij"].x0, abs=0.01)


def test_text_in_a_form_moves_on_the_redacted_page_only(tmp_path: Path) -> None:
    def letterhead(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            lines_of("Behandeld door Jansen van ons", y=10),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 595, 100],
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=helvetica())),
        )
        for page in pdf.pages:
            page.obj.Resources.XObject = pikepdf.Dictionary(Fm=form)

    body = lines_of(ABOVE) + b"q 1 0 0 1 0 300 cm /Fm Do Q " + lines_of(BELOW, y=50)
    source = pdf_of(tmp_path / "a.pdf", body, change=letterhead)
    target, plan = set_anew(source, "Jansen")
    words = {word.text: word.box for page in read_pages(target, "d") for word in page.words}
    was = {word.text: word.box for page in read_pages(source, "d") for word in page.words}
    assert words["van"].x0 == pytest.approx(was["van"].x0 + plan.shifts[0].dx, abs=0.05)
    assert words["eronder."].x0 == pytest.approx(was["eronder."].x0, abs=0.01)


def test_words_before_the_mark_keep_their_word_spacing(tmp_path: Path) -> None:
    text = b"3 Tw BT /F 11 Tf 72 680 Td [(Wij spra)-5(ken die )(Jansen over de vraag)] TJ ET"
    source = pdf_of(tmp_path / "a.pdf", lines_of(ABOVE) + text)
    target, plan = set_anew(source, "Jansen")
    assert plan.shifts
    was = {word.text: word.box.x0 for page in read_pages(source, "d") for word in page.words}
    kept = {word.text: word.box.x0 for page in read_pages(target, "d") for word in page.words}
    assert [kept[word] for word in ("Wij", "spraken", "die")] == pytest.approx(
        [was[word] for word in ("Wij", "spraken", "die")], abs=0.05
    )


def test_an_underline_goes_with_its_text(tmp_path: Path) -> None:
    drawn = b"0 0 1 RG 0.5 w 72 678.5 m 230 678.5 l S 1 1 0 rg 152 677 30 12 re f 0 g "
    text = b"BT /F 11 Tf 72 680 Td (Wij spraken Jansen over de vraag.) Tj ET"
    below = b" 0 G 0.5 w 60 670 m 400 670 l S 60 660 m 60 700 l S 400 660 m 400 700 l S"
    source = pdf_of(tmp_path / "a.pdf", lines_of(ABOVE) + drawn + text + below)
    target, plan = set_anew(source, "Jansen")
    with pymupdf.open(target) as document:
        drawings = document[0].get_drawings()
    step = plan.shifts[0].dx
    blue = sorted((d["rect"].x0, d["rect"].x1) for d in drawings if d.get("color") == (0.0, 0.0, 1.0))
    assert (blue[0][0], blue[-1][1]) == (72, pytest.approx(230 + step, abs=0.5))
    (yellow,) = [d["rect"] for d in drawings if d.get("fill") == (1.0, 1.0, 0.0)]
    assert yellow.x1 == pytest.approx(182 + step, abs=0.1)
    assert any(d["rect"].x0 == 60 and d["rect"].x1 == 400 for d in drawings), "the rule of the table stays"


def test_a_link_goes_with_its_text(tmp_path: Path) -> None:
    def link(pdf: pikepdf.Pdf) -> None:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://www.example.nl/")
        pdf.pages[0].obj.Annots = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[190, 683, 260, 697], A=action
                )
            ]
        )

    source = pdf_of(tmp_path / "a.pdf", line("Jansen"), change=link)
    target, plan = set_anew(source, "Jansen")
    with pymupdf.open(target) as document:
        (found,) = document[0].get_links()
    assert found["from"].x0 == pytest.approx(190 + plan.shifts[0].dx, abs=0.3)


def test_a_font_of_two_bytes_a_glyph_is_set_anew(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_font("G", fontbuffer=pymupdf.Font("cjk").buffer)
    page.insert_text((72, 100), ABOVE, fontname="G", fontsize=9)
    page.insert_text((72, 130), "Wij spraken Jansen over de vraag.", fontname="G", fontsize=11)
    source = tmp_path / "a.pdf"
    document.save(source)
    document.close()
    target, plan = set_anew(source, "Jansen")
    assert plan.shifts
    assert "Wij spraken over de vraag." in text_of(target).replace("# ", "")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.text("abcdefgABC", min_size=1, max_size=9), min_size=2, max_size=9),
    chosen=st.sets(st.integers(0, 8), min_size=1, max_size=3),
    size=st.floats(6, 16),
    spacing=st.sampled_from([0.0, -0.2, 1.0]),
    stretch=st.sampled_from([0.0, 2.5]),
    width=st.sampled_from([Width.STEP, Width.FIXED]),
)
def test_any_line_keeps_its_words_in_order_within_the_page(
    tmp_path: Path,
    words: list[str],
    chosen: set[int],
    size: float,
    spacing: float,
    stretch: float,
    width: Width,
) -> None:
    assume(any(number < len(words) for number in chosen))
    content = b"%g Tc %g Tw " % (spacing, stretch) + lines_of(" ".join(words), BELOW, size=size)
    source = pdf_of(tmp_path / "a.pdf", content, media=(0, 0, 1800, 842))
    (page,) = read_pages(source, "d")
    first = [word for word in page.words if word.line == 0]
    marks = [mark_of(page, first[number]) for number in sorted(chosen) if number < len(first)]
    plan = place(RedactionPlan(document_id="d", marks=tuple(marks), digest=""), [page], width)
    target = tmp_path / "b.pdf"
    redact(source, plan, MARKED, target)
    (after,) = read_pages(target, "d")
    left = "".join(word.text for number, word in enumerate(first) if number not in chosen)
    row = sorted((w for w in after.words if w.text != "#"), key=lambda w: (round(w.box.y0 / size), w.box.x0))
    assert "".join(word.text for word in row) == left + BELOW.replace(" ", "")
    bars = [bar for mark in plan.marks for bar in mark.painted]
    for word in row:
        assert word.box.x1 < 1800
        middle = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
        assert not any(bar.contains(*middle) for bar in bars)


def mark_of(page: Page, word: Word) -> Mark:
    span = Span(document_id="d", page_index=0, start=word.start, end=word.end)
    return Mark(page_index=0, boxes=page.boxes(span), codes=("10.2.e",), span=span)


def test_what_follows_a_ligature_moves_though_its_place_is_that_of_the_ligature(tmp_path: Path) -> None:
    unicode = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
    unicode += b"1 beginbfchar <fb> <00660074> endbfchar endcmap"

    def font(pdf: pikepdf.Pdf) -> None:
        widths = [500] * 256
        pdf.pages[0].obj.Resources.Font.F = helvetica(
            ToUnicode=pdf.make_stream(unicode), Widths=widths, FirstChar=0, LastChar=255
        )

    content = lines_of(ABOVE) + b"BT /F 11 Tf 72 600 Td (dit betre\xfb: heel de dag) Tj ET"
    source = pdf_of(tmp_path / "a.pdf", content, change=font)
    target, plan = set_anew(source, "betreft")
    places = {sign: x for sign, x, y in places_of(target) if y < 650}
    was = {sign: x for sign, x, y in places_of(source) if y < 650}
    assert places[":"] == pytest.approx(was[":"] + plan.shifts[0].dx, abs=0.05)
