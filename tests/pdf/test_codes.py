"""Strings of a font cut into the codes of their glyphs, and fonts of which that is not known."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from lakmoes.errors import RedactionError
from lakmoes.model import Width
from lakmoes.nl import error_text
from lakmoes.pdf.codes import split_of
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.redact import redact
from lakmoes.placing import place
from tests.pdf.making import MARKED, helvetica, leaks, lines_of, pdf_of, plan_of

FILE = pikepdf.new()


def composite(encoding: Any) -> Dictionary:
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.Letters,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Japan1", Supplement=0),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Letters,
        Encoding=encoding,
        DescendantFonts=Array([inner]),
    )


def mapped(spaces: bytes) -> Any:
    return FILE.make_stream(b"1 begincodespacerange " + spaces + b" endcodespacerange")


@pytest.mark.parametrize(
    ("font", "codes"),
    [
        (helvetica(), [b"a", b"b", b"\x81", b"c"]),
        (composite(Name("/Identity-H")), [b"ab", b"\x81c"]),
        (composite(Name("/UniJIS-UTF16-V")), [b"ab", b"\x81c"]),
        (composite(mapped(b"<00> <7f> <8140> <fefe>")), [b"a", b"b", b"\x81c"]),
        (composite(mapped(b"<000000> <ffffff>")), [b"ab\x81", b"c"]),
    ],
)
def test_strings_are_cut_into_codes(font: Any, codes: list[bytes]) -> None:
    assert list(split_of(font)(b"ab\x81c")) == codes


@pytest.mark.parametrize("encoding", [Name("/90ms-RKSJ-H"), Name.Zelfbedacht, mapped(b"")])
def test_a_map_of_codes_that_is_not_known_is_told_with_what_to_do(encoding: Any) -> None:
    with pytest.raises(RedactionError, match="font-not-read") as raised:
        split_of(composite(encoding))
    assert "Druk het af naar een nieuwe PDF" in error_text(raised.value.code, raised.value.locators)


def test_a_line_in_such_a_font_is_not_moved_by_guess(tmp_path: Path) -> None:
    def named(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.E = composite(Name("/90ms-RKSJ-H"))

    content = lines_of("Wij spraken Jansen over de vraag.") + b"BT /E 12 Tf 72 500 Td (ab) Tj ET"
    source, target = pdf_of(tmp_path / "a.pdf", content, change=named), tmp_path / "b.pdf"
    pages = tuple(read_pages(source, "d"))
    with pytest.raises(RedactionError, match="font-not-read"):
        redact(source, place(plan_of(source, "Jansen"), pages, Width.STEP), MARKED, target)
    assert not target.exists()
    redact(source, plan_of(source, "Jansen"), MARKED, target)
    assert not leaks(target, "Jansen")
