"""The facade of the verifier: reports, failing closed, and the inspection of files of anyone."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pikepdf
import pymupdf
import pytest

from lakmoes import nl
from lakmoes.errors import VerificationError
from lakmoes.model import Check
from lakmoes.verify import inspect, inspection, page_checks, report, verify
from lakmoes.verify.objects import OTHER, PARTS, UNUSED
from lakmoes.verify.structure import FOREIGN_KEYS
from tests.sabotage.workshop import LABEL, LETTER, NUMBER, SECRETS, Workshop

LINE = "Het verslag is opgesteld door Quirine Veldkamp van de griffie."


def test_a_report_ties_the_file_to_its_plan(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    shop.save(shop.honest())
    first = shop.report()
    assert first.plan_digest == "plan"
    assert [check.name for check in first.checks] == list(report.NAMES)
    assert first == shop.report()
    shop.target.write_bytes(shop.target.read_bytes() + b"\n")
    assert shop.report().output_sha256 != first.output_sha256


def test_places_name_pages_and_marks_and_no_text(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    shop.save(shop.honest(left=[shop.span("Tjalling Ooster", 1)]))
    places = {check.name: check.places for check in shop.report().checks if not check.passed}
    assert places["text-under-marks"] == ("bladzijde 2, lakking 2",)
    assert not any(secret in place for found in places.values() for place in found for secret in SECRETS)


def test_a_lost_word_is_told_by_its_place_as_displayed(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    pdf = shop.honest()
    content = pdf.pages[2].obj["/Contents"]
    content.write(content.read_bytes().replace(b" vertrouwelijks op.", b""))
    shop.save(pdf)
    (lost,) = (check for check in shop.report().checks if not check.passed)
    assert lost.name == "text-lost"
    assert lost.places[0].startswith("bladzijde 3, ")
    assert len(lost.places) <= report.MOST_PLACES


def test_every_check_part_and_finding_has_a_dutch_name() -> None:
    assert {*report.NAMES, *inspection.NAMES} <= nl.CHECKS.keys()
    assert {*PARTS.values(), OTHER, UNUSED} == nl.FILE_PARTS.keys()
    assert set(FOREIGN_KEYS.values()) <= nl.FILE_FINDINGS.keys()


FAULTS = [
    *((report, name) for name in ("nodes_of", "foreign", "texts_of", "glyphs_of")),
    *((page_checks, name) for name in ("compare", "look_at", "expectation_of")),
]


@pytest.mark.parametrize(("module", "name"), FAULTS)
def test_a_fault_of_ours_is_no_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str
) -> None:
    def fault(*_: object) -> None:
        raise ZeroDivisionError("Quirine Veldkamp")

    shop = Workshop(tmp_path)
    shop.save(shop.honest())
    monkeypatch.setattr(module, name, fault)
    with pytest.raises(VerificationError) as caught:
        shop.report()
    assert "Veldkamp" not in str(caught.value)
    assert "ZeroDivisionError" in nl.ERRORS[caught.value.code].format(**caught.value.locators)


def test_a_plan_for_more_pages_than_there_are_fails(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    shop.save(shop.honest())
    plan = replace(shop.plan, marks=(*shop.marks, replace(shop.marks[0], page_index=9)))
    checks = verify(shop.target, plan, shop.pages, frozenset({LABEL, NUMBER}), ()).checks
    assert [check.name for check in checks if not check.passed] == ["page-shape"]


def test_hidden_texts_are_whole_words_unless_they_are_long(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    pdf = shop.honest()
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Bosbeheer en van-den-heuvel1972", 0))
    shop.save(pdf)
    assert shop.failed(hidden=("Bos", "bosbeheerder", "A.B.", "12")) == set()
    assert shop.failed(hidden=("BOSBEHEER",)) == {"hidden-text"}
    assert shop.failed(hidden=("Van den Heuvel",)) == {"hidden-text"}


def test_the_verifier_does_not_load_the_library_of_the_writer() -> None:
    code = "import sys, lakmoes.verify; sys.exit('pymupdf' in sys.modules or 'fitz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# inspect


def letter(path: Path, change: Callable[[pymupdf.Page], None] | None = None, **options: object) -> Path:
    """A page with a line of text, changed."""
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), LETTER, fontsize=11)
    page.insert_text((72, 250), LINE, fontsize=11)
    if change:
        change(page)
    document.save(path, **options)
    return path


def failures(path: Path) -> dict[str, tuple[str, ...]]:
    return {check.name: check.places for check in inspect(path) if not check.passed}


def name_on(page: pymupdf.Page) -> pymupdf.Rect:
    return page.search_for("Quirine Veldkamp van")[0] + (-2, -2, 2, 2)


def grey_picture(shade: int) -> pymupdf.Pixmap:
    pixmap = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 8, 8))
    pixmap.clear_with(shade)
    return pixmap


def _black_bar(page: pymupdf.Page) -> None:
    page.draw_rect(name_on(page), color=None, fill=(0, 0, 0))


def _grey_bar(page: pymupdf.Page) -> None:
    page.draw_rect(name_on(page), color=None, fill=(0.7, 0.7, 0.7))


def _bar_over_half_a_word(page: pymupdf.Page) -> None:
    box = page.search_for("Veldkamp van")[0]
    page.draw_rect(pymupdf.Rect(box.x0 - 2, box.y0, box.x0 + 20, box.y1), color=None, fill=(0, 0, 0))


def _black_picture(page: pymupdf.Page) -> None:
    page.insert_image(name_on(page), pixmap=grey_picture(0), keep_proportion=False)


def _white_picture(page: pymupdf.Page) -> None:
    page.insert_image(name_on(page), pixmap=grey_picture(255), keep_proportion=False)


def _black_square(page: pymupdf.Page) -> None:
    square = page.add_rect_annot(name_on(page))
    square.set_colors(stroke=(0, 0, 0), fill=(0, 0, 0))
    square.update()


def _pending_redaction(page: pymupdf.Page) -> None:
    page.add_redact_annot(name_on(page), fill=(0, 0, 0))


def _white_text(page: pymupdf.Page) -> None:
    page.insert_text((72, 400), "Veldkamp", color=(1, 1, 1))


def _text_not_painted(page: pymupdf.Page) -> None:
    page.insert_text((72, 400), "Veldkamp", render_mode=3)


def _text_off_the_page(page: pymupdf.Page) -> None:
    page.insert_text((700, 400), "Veldkamp")


def _text_cropped_away(page: pymupdf.Page) -> None:
    page.set_cropbox(pymupdf.Rect(0, 180, 595, 842))


def _hidden_layer(page: pymupdf.Page) -> None:
    layer = page.parent.add_ocg("concept", on=False)
    page.insert_text((72, 400), "Veldkamp", oc=layer)


def _comment(page: pymupdf.Page) -> None:
    page.add_text_annot((300, 300), "nog nakijken")


def _highlight(page: pymupdf.Page) -> None:
    page.add_highlight_annot(name_on(page))


def _attachment(page: pymupdf.Page) -> None:
    page.parent.embfile_add("bron.txt", b"geheim")


def _author(page: pymupdf.Page) -> None:
    page.parent.set_metadata({"author": "iemand", "title": "Brief"})


def _recognised_scan_with_bars(page: pymupdf.Page) -> None:
    """The bar stands in the picture, the text of the recognition is still there."""
    scanned(page, barred=True)


def scanned(page: pymupdf.Page, barred: bool) -> None:
    pixmap = page.get_pixmap(dpi=100)
    if barred:
        pixmap.set_rect(pymupdf.IRect(*(name_on(page) * pymupdf.Matrix(100 / 72, 100 / 72))), (0, 0, 0))
    lines = [(72, 100 + 15.1 * number, line) for number, line in enumerate(LETTER)] + [(72, 250, LINE)]
    page.clean_contents()
    page.parent.update_stream(page.get_contents()[0], b" ")
    page.insert_image(page.rect, pixmap=pixmap)
    for x, y, line in lines:
        page.insert_text((x, y), line, fontsize=11, render_mode=3)


BAD = [
    (_black_bar, {"text-under-boxes"}),
    (_grey_bar, {"text-under-boxes"}),
    (_bar_over_half_a_word, {"text-under-boxes"}),
    (_black_picture, {"text-under-boxes"}),
    (_white_picture, {"text-invisible"}),
    (_black_square, {"text-under-boxes", "structure"}),
    (_pending_redaction, {"marks-pending", "structure"}),
    (_white_text, {"text-invisible"}),
    (_text_not_painted, {"text-invisible"}),
    (_text_off_the_page, {"text-outside-page"}),
    (_text_cropped_away, {"text-outside-page"}),
    (_hidden_layer, {"text-invisible", "structure"}),
    (_comment, {"structure"}),
    (_highlight, {"structure"}),
    (_attachment, {"structure"}),
    (_author, {"structure"}),
    (_recognised_scan_with_bars, {"text-under-boxes"}),
]


@pytest.mark.parametrize(("change", "names"), BAD, ids=lambda value: getattr(value, "__name__", ""))
def test_bad_redactions_of_others_are_found(
    tmp_path: Path, change: Callable[[pymupdf.Page], None], names: set[str]
) -> None:
    found = failures(letter(tmp_path / "file.pdf", change))
    assert found.keys() == names
    assert all(places == ("bladzijde 1",) for name, places in found.items() if name != "structure")


def _picture_behind_a_bar(page: pymupdf.Page) -> None:
    """A photograph of a page with a black rectangle drawn on top."""
    place = pymupdf.Rect(60, 380, 400, 480)
    page.insert_image(place, pixmap=page.get_pixmap(clip=pymupdf.Rect(60, 90, 400, 190), dpi=100))
    page.draw_rect(pymupdf.Rect(72, 400, 300, 430), color=None, fill=(0, 0, 0))


def test_a_picture_behind_a_bar_is_found(tmp_path: Path) -> None:
    path = letter(tmp_path / "file.pdf", _picture_behind_a_bar)
    assert failures(path).keys() == {"picture-under-boxes"}


@pytest.mark.parametrize(
    ("widths", "is_told"),
    [
        ((41.3, 66.9, 52.2, 87.7, 73.1), True),
        ((40.0, 80.0, 60.0, 100.0, 80.0), False),
        ((41.3, 66.9, 52.2), False),
    ],
)
def test_boxes_as_wide_as_what_they_cover_are_pointed_out(
    tmp_path: Path, widths: tuple[float, ...], is_told: bool
) -> None:
    def bars(page: pymupdf.Page) -> None:
        for number, width in enumerate(widths):
            y = 400 + 20 * number
            page.insert_text((72, y), "namens")
            page.draw_rect(pymupdf.Rect(115, y - 9, 115 + width, y + 3), color=None, fill=(0, 0, 0))
            page.insert_text((119 + width, y), "is gezegd")

    checks = {check.name: check for check in inspect(letter(tmp_path / "file.pdf", bars))}
    assert all(check.passed for check in checks.values())
    assert checks["box-widths"].places == (("bladzijde 1",) if is_told else ())


def test_an_earlier_version_in_the_file_is_found(tmp_path: Path) -> None:
    path = letter(tmp_path / "file.pdf")
    document = pymupdf.open(path)
    document[0].insert_text((72, 500), "later toegevoegd")
    document.saveIncr()
    assert failures(path) == {"structure": ("eerdere versie (1)",)}


def _white_on_black(page: pymupdf.Page) -> None:
    page.draw_rect(pymupdf.Rect(60, 380, 400, 420), color=None, fill=(0.1, 0.1, 0.3))
    page.insert_text((72, 400), "Naam  Functie  Telefoon", color=(1, 1, 1))


def _shaded_table(page: pymupdf.Page) -> None:
    for row in range(8):
        shade = (0.85, 0.9)[row % 2]
        page.draw_rect(pymupdf.Rect(60, 380 + 14 * row, 400, 394 + 14 * row), fill=(shade,) * 3, width=0.4)
        page.insert_text((72, 390 + 14 * row), "illegaal l1l I|I bijlage", fontsize=9)


def _text_on_a_picture(page: pymupdf.Page) -> None:
    page.insert_image(pymupdf.Rect(60, 380, 400, 480), pixmap=grey_picture(60), keep_proportion=False)
    page.insert_text((72, 400), "Titel van de presentatie", fontsize=24, color=(1, 1, 1))


def _small_and_pale(page: pymupdf.Page) -> None:
    page.insert_text((72, 400), "kleine letters onder aan de bladzijde", fontsize=4)
    page.insert_text((72, 420), "bleke letters in een voettekst", fontsize=8, color=(0.7, 0.7, 0.7))


def _box_beside_text(page: pymupdf.Page) -> None:
    page.draw_rect(pymupdf.Rect(72, 262, 300, 280), color=None, fill=(0, 0, 0))


def _box_below_text(page: pymupdf.Page) -> None:
    page.draw_rect(name_on(page), color=None, fill=(1, 1, 0), overlay=False)


def _links_and_bookmarks(page: pymupdf.Page) -> None:
    page.insert_link({"kind": pymupdf.LINK_URI, "from": name_on(page), "uri": "https://www.example.org"})
    page.parent.set_toc([[1, "Verslag", 1]])


def _recognised_scan(page: pymupdf.Page) -> None:
    scanned(page, barred=False)


def _turned(page: pymupdf.Page) -> None:
    page.set_rotation(90)


GOOD = [
    _white_on_black,
    _shaded_table,
    _text_on_a_picture,
    _small_and_pale,
    _box_beside_text,
    _box_below_text,
    _links_and_bookmarks,
    _recognised_scan,
    _turned,
]


@pytest.mark.parametrize("change", GOOD, ids=lambda value: value.__name__)
def test_what_is_to_be_seen_is_no_finding(tmp_path: Path, change: Callable[[pymupdf.Page], None]) -> None:
    assert failures(letter(tmp_path / "file.pdf", change)) == {}


def test_a_linearised_file_has_one_version(tmp_path: Path) -> None:
    letter(tmp_path / "plain.pdf")
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        pdf.save(tmp_path / "linear.pdf", linearize=True)
    assert failures(tmp_path / "linear.pdf") == {}


@pytest.mark.parametrize("data", [b"", b"geen pdf", b"%PDF-1.7\n1 0 obj\n<<"])
def test_what_cannot_be_read_fails_every_check(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(data)
    assert inspect(path) == tuple(Check(name=name, passed=False) for name in inspection.NAMES)


def test_a_locked_file_cannot_be_read(tmp_path: Path) -> None:
    path = letter(tmp_path / "file.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x", owner_pw="y")
    assert "readable" in failures(path)


def test_a_fault_in_inspecting_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object) -> None:
        raise ZeroDivisionError("Veldkamp")

    monkeypatch.setattr(inspection, "glyphs_of", fault)
    with pytest.raises(VerificationError, match="verify-failed"):
        inspect(letter(tmp_path / "file.pdf"))
