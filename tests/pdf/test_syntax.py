"""Content streams read at once say what a full parser reads in them, or are left to it."""

from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.pdf.scrub.content import instructions_of
from lakmoes.pdf.scrub.syntax import Operands, parsed, written

SPACES = st.text(" \t\r\n\f", min_size=1, max_size=3).map(str.encode)
WHOLE = st.integers(-(10**6), 10**6).map(lambda number: b"%d" % number)
BROKEN = st.from_regex(rb"[+-]?([0-9]{1,4}\.[0-9]{0,5}|\.[0-9]{1,5})", fullmatch=True)
NAMES = st.from_regex(rb"/[A-Za-z0-9_+.*!-]{1,6}", fullmatch=True)
CODES = st.binary(max_size=6).map(lambda data: b"<%s>" % data.hex().encode())
STRINGS = st.from_regex(rb"\(([^()\\\r]|\\[nrtbf()\\]|\\[0-3][0-7]{0,2})*\)", fullmatch=True)
PLAIN = st.one_of(WHOLE, BROKEN, NAMES, CODES, STRINGS)


@st.composite
def arrays(draw: st.DrawFn) -> bytes:
    return b"[%s]" % _joined(draw, draw(st.lists(PLAIN, max_size=5)))


@st.composite
def dictionaries(draw: st.DrawFn) -> bytes:
    keys = draw(st.lists(NAMES, max_size=3, unique=True))
    return b"<<%s>>" % _joined(draw, [part for key in keys for part in (key, draw(PLAIN))])


@st.composite
def streams(draw: st.DrawFn) -> bytes:
    pieces: list[bytes] = []
    for _ in range(draw(st.integers(0, 6))):
        pieces += draw(st.lists(st.one_of(PLAIN, arrays()), max_size=4))
        pieces += draw(st.lists(dictionaries(), max_size=1))
        pieces.append(draw(st.sampled_from((b"Tj", b"TJ", b"'", b'"', b"T*", b"d0", b"cm", b"BDC", b"zz"))))
    return _joined(draw, pieces)


def _joined(draw: st.DrawFn, pieces: list[bytes]) -> bytes:
    return b"".join(piece + draw(SPACES) for piece in pieces)


@given(streams())
def test_what_is_read_at_once_is_what_a_full_parser_reads(data: bytes) -> None:
    found = parsed(data)
    assert found is not None
    assert [_plain(*pair) for pair in found] == _by_pikepdf(data)


@given(streams())
def test_what_is_written_reads_the_same(data: bytes) -> None:
    found = parsed(data)
    assert found is not None
    assert _by_pikepdf(written(found)) == _by_pikepdf(data)
    read = [(list(operands), operator) for operands, operator in found]
    assert _rounded(_by_pikepdf(written(read))) == _rounded(_by_pikepdf(data))


@pytest.mark.parametrize(
    "data",
    [
        b"BT % Jansen\nET",
        b"q\nBI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q",
        b"/A#42 gs",
        b"(a(b)c) Tj",
        b"(a\\qb) Tj",
        b"(a\rb) Tj",
        b"[[1] 2] TJ",
        b"<< /A << /B 1 >> >> x",
        b"/A << /B 1 >> /C BDC",
        b"<4 1> Tj",
        b"<414> Tj",
        b"1.2.3 w",
        b"--1 w",
        b"1-2 w",
        b"1e3 w",
        b"10Tf",
        b"1 w 2",
        b"/ gs",
        b"true w",
        b"null w",
        b"(open Tj",
        b"q } Q",
        b"q \x00 Q",
    ],
)
def test_what_is_out_of_the_ordinary_is_left_to_a_full_parser(data: bytes) -> None:
    assert parsed(data) is None


def test_what_is_left_to_the_full_parser_is_read_all_the_same() -> None:
    with pikepdf.new() as pdf:
        found = instructions_of(pdf.make_stream(b"BT % Jansen\n(a(b)c) Tj ET"))
    assert [operator for _, operator in found] == ["BT", "Tj", "ET"]
    assert written(found).split() == [b"BT", b"(a\\(b\\)c)", b"Tj", b"ET"]


def test_the_streams_of_a_page_count_as_one() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj["/Contents"] = pikepdf.Array([pdf.make_stream(b"1 0 0"), pdf.make_stream(b"rg f")])
        assert written(instructions_of(page)) == b"1 0 0 rg\nf"
        del page.obj["/Contents"]
        assert instructions_of(page) == []


def test_space_and_line_ends_say_nothing_afterwards() -> None:
    assert written(parsed(b"\t1\n\n 0 \r\n  0   rg [(a  b)\t \t<00>]\n\n TJ  ") or ()) == (
        b"1 0 0 rg\n[ (a  b) <00> ] TJ"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.0, b"1"),
        (-0.0, b"0"),
        (0.1234567891, b"0.123457"),
        (1e-9, b"0"),
        (-1e-9, b"0"),
        (12345678.5, b"12345678.5"),
        (3, b"3"),
        (True, b"true"),
        (None, b"null"),
        (b"\x00(", b"<0028>"),
        ([b"a", 2.5], b"[<61> 2.5]"),
        (pikepdf.Name("/A B"), b"/A#20B"),
    ],
)
def test_values_are_written_without_exponents(value: Any, expected: bytes) -> None:
    assert written([((value,), "x")]) == expected + b" x"


def test_what_no_stream_holds_is_refused() -> None:
    with pytest.raises(TypeError):
        written([((object(),), "x")])


def test_operands_are_a_sequence() -> None:
    operands = Operands(b"1 /A (b\\051) ")
    assert (len(operands), operands[0], str(operands[1]), operands[2]) == (3, 1.0, "/A", b"b)")


def _by_pikepdf(data: bytes) -> list[Any]:
    with pikepdf.new() as pdf:
        found = pikepdf.parse_content_stream(pdf.make_stream(data))
        return [_plain(instruction.operands, str(instruction.operator)) for instruction in found]


def _plain(operands: Any, operator: str) -> tuple[list[Any], str]:
    return [_value(operand) for operand in operands], operator


def _value(value: Any) -> Any:
    if isinstance(value, list | pikepdf.Array):
        return [_value(part) for part in value]
    if isinstance(value, pikepdf.Dictionary):
        return {key: _value(part) for key, part in value.items()}
    if isinstance(value, pikepdf.Name):
        return str(value)
    if isinstance(value, pikepdf.String | bytes):
        return bytes(value)
    return float(value)


def _rounded(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_rounded(part) for part in value]
    return round(value, 4) if isinstance(value, float) else value
