"""A watermark, or text of another line, that runs through a marked word stays as it is."""

from pathlib import Path

import pytest

from lakmoes.model import Width
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.redact import redact
from lakmoes.placing import place
from lakmoes.verify import verify
from tests.pdf.making import MARKED, STAMP, leaks, lines_of, pdf_of, places_of, plan_of

BODY = lines_of(*["Wij spraken met Willem Appelman over de vraag of dit op deze manier wel kan"] * 20)
STRAIGHT = b"q 0.8 g BT /F 90 Tf 1 0 0 1 80 %d Tm (CONCEPT) Tj ET Q "
SLANTED = b"q 0.8 g BT /F 90 Tf 0.7071 0.7071 -0.7071 0.7071 130 %d Tm (CONCEPT) Tj ET Q "


@pytest.mark.parametrize("width", [Width.STEP, Width.EXACT])
@pytest.mark.parametrize("place_of", [540, 543, 546, 550])
@pytest.mark.parametrize("watermark", [STRAIGHT, SLANTED], ids=["straight", "slanted"])
def test_letters_of_a_watermark_stay_where_they_are(
    tmp_path: Path, watermark: bytes, place_of: int, width: Width
) -> None:
    source, target = pdf_of(tmp_path / "a.pdf", watermark % place_of + BODY), tmp_path / "b.pdf"
    pages = tuple(read_pages(source, "d"))
    plan = place(plan_of(source, "Willem Appelman"), pages, width)
    redact(source, plan, STAMP, target)
    report = verify(target, plan, pages, frozenset(STAMP.printed(("10.2.e",))), original=source)
    assert [check.name for check in report.checks if not check.passed] == []
    capitals = [(sign, round(x), round(y)) for sign, x, y in places_of(source) if sign in "CONEPT"]
    assert len(capitals) == len("CONCEPT")
    assert set(capitals) <= {(sign, round(x), round(y)) for sign, x, y in places_of(target)}
    assert not leaks(target, "Appelman")


def test_small_text_close_below_large_text_stays(tmp_path: Path) -> None:
    content = b"BT /F 16 Tf 72 700 Td (Willem Appelman) Tj /F 6 Tf 0 -6 Td (wie dit las, wist het al) Tj ET"
    source, target = pdf_of(tmp_path / "a.pdf", content), tmp_path / "b.pdf"
    redact(source, plan_of(source, "Willem Appelman"), MARKED, target)
    small = [place for place in places_of(source) if place[2] < 699]
    assert len(small) > 15
    assert {sign for sign, _, _ in small} <= {sign for sign, _, _ in places_of(target)}
    assert not leaks(target, "Appelman")


def test_a_shadow_of_the_marked_text_goes_with_it(tmp_path: Path) -> None:
    content = b"BT /F 16 Tf 72 700 Td (Appelman) Tj 1.5 -2 Td (Appelman) Tj ET" + lines_of("gewoon", y=500)
    source, target = pdf_of(tmp_path / "a.pdf", content), tmp_path / "b.pdf"
    redact(source, plan_of(source, "Appelman", nth=0), MARKED, target)
    assert not leaks(target, "ppel")


def test_hidden_text_of_a_scan_goes_whatever_its_size(tmp_path: Path) -> None:
    hidden = b"BT 3 Tr /F 40 Tf 20 Tz 72 690 Td (Appelman) Tj ET 100 Tz 0 Tr " + lines_of("Appelman")
    source, target = pdf_of(tmp_path / "a.pdf", hidden), tmp_path / "b.pdf"
    redact(source, plan_of(source, "Appelman"), MARKED, target)
    assert not leaks(target, "ppel")


def test_of_slanted_text_each_word_has_a_box_and_its_neighbours_stay(tmp_path: Path) -> None:
    content = (
        b"BT /F 11 Tf 0.9848 0.1736 -0.1736 0.9848 72 300 Tm 14 TL (Wij spraken Willem Appelman erover) Tj "
    )
    content += b"T* (Ook een tweede regel met woorden erin) Tj ET"
    source, target = pdf_of(tmp_path / "a.pdf", content), tmp_path / "b.pdf"
    plan = plan_of(source, "Willem Appelman")
    assert len(plan.marks[0].boxes) == 2
    redact(source, plan, MARKED, target)
    left = "".join(sign for sign, _, _ in places_of(target) if sign != "#")
    assert left == "WijsprakeneroverOokeentweederegelmetwoordenerin"
