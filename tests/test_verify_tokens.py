"""Content streams taken apart here and by qpdf: the same instructions, or qpdf's where there is any doubt."""

from decimal import Decimal

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as some

from lakmoes.verify.tokens import is_operator, is_string, name_of, plain_tokens, string_of, tokens_of

PLAIN = {
    "strings": b"(a\\)b\\050\\7\\r\\\nc\r\nd) Tj <4a4> Tj <> Tj () Tj (]) Tj (%) Tj",
    "array": b"[(a)5.(b)-.5<63>+2]TJ",
    "names": b"/F#31 1 Tf /N\xc3\xa9 2 Tf / 3 Tf",
    "dictionary": b"/Span<</A(b)/C<41>/D[/E true]/F<</G null>>>>BDC EMC",
    "no white space": b"q/F1 2 Tf(a)'[(b)]TJ/X1 Do Q",
    "stars and quotes": b"T* 1 2 (a)\" (b) ' W* n",
    "nothing": b" \r\n\t\0 ",
}
DOUBTFUL = {
    "comment": b"1 0 0 1 5 5 cm % (a) Tj\nq",
    "brackets in a string": b"(a(b)c) Tj",
    "picture within the content": b"BI /W 1 /H 1 /BPC 8 /CS /G ID (EI\nQ (a) Tj",
    "sign twice": b"--5 0 Td",
    "word that begins as a number": b"5abc",
    "string without an end": b"q (a",
    "bracket without a beginning": b"q > Q",
    "nothing in a name": b"/A#00 1 Tf",
    "half a code in a name": b"/F#3 1 Tf",
    "ends in no operator": b"q 1 2",
    "braces": b"q {1} Q",
}


@pytest.mark.parametrize("content", PLAIN.values(), ids=PLAIN)
def test_plain_content_is_taken_apart_as_qpdf_does(content: bytes) -> None:
    tokens = plain_tokens(content)
    assert tokens is not None
    assert instructions(tokens) == instructions_of_qpdf(content)


@pytest.mark.parametrize("content", DOUBTFUL.values(), ids=DOUBTFUL)
def test_content_that_is_not_plain_is_left_to_qpdf(content: bytes) -> None:
    assert plain_tokens(content) is None


def test_what_qpdf_reads_beside_a_comment_and_brackets_is_there() -> None:
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(b"q % (no) Tj\n1 0 0 rg (a(b)c) Tj Q")
        assert instructions(tokens_of(stream)) == [("q", ()), ("Tj", (b"a(b)c",)), ("Q", ())]


WHITE = b"\0\t\n\f\r "

numbers = some.integers(-999, 999) | some.decimals(-99, 99, places=3)
simple = some.one_of(
    numbers.map(lambda number: str(number).encode()),
    some.binary(max_size=6).map(lambda data: b"<" + data.hex().encode() + b">"),
    some.binary(max_size=6).map(lambda data: b"(" + data + b")"),
    some.lists(some.sampled_from((b"g", b"7", b".", b"#41", b"#20", b"#."))).map(
        lambda parts: b"/" + b"".join(parts)
    ),
)
arrays = some.lists(simple, max_size=3).map(lambda parts: b"[" + b" ".join(parts) + b"]")
words = some.sampled_from((b"q", b"Q", b"Tj", b"TJ", b"'", b'"', b"T*", b"Do", b"re", b"W*", b"foo", b"d0"))
spaces = some.sampled_from((b" ", b"\n", b"\r\n", b"\0", b"\t "))


@given(some.lists(some.tuples(some.lists(simple | arrays, max_size=4), words, spaces), max_size=6))
def test_what_is_taken_apart_here_is_the_same_by_qpdf(
    parts: list[tuple[list[bytes], bytes, bytes]],
) -> None:
    content = b"".join(space.join((*operands, word, b"")) for operands, word, space in parts)
    tokens = plain_tokens(content)
    if tokens is not None:
        assert instructions(tokens) == instructions_of_qpdf(content)


@given(some.binary(max_size=40))
def test_no_byte_is_passed_over(content: bytes) -> None:
    tokens = plain_tokens(content)
    if tokens is not None:
        assert b"".join(tokens).translate(None, WHITE) == content.translate(None, WHITE)


def instructions(tokens: list[bytes]) -> list[tuple[str, tuple[object, ...]]]:
    """Operators with their operands, as far as they are strings, names and numbers, one after the other."""
    found: list[tuple[str, tuple[object, ...]]] = []
    operands: list[object] = []
    for token in tokens:
        if is_operator(token):
            found.append((token.decode(), tuple(operands)))
            operands = []
        elif is_string(token):
            operands.append(string_of(token))
        elif token[:1] == b"/":
            operands.append(name_of(token))
        elif token[0] in b"+-.0123456789":
            operands.append(float(token))
    return found


def instructions_of_qpdf(content: bytes) -> list[tuple[str, tuple[object, ...]]]:
    with pikepdf.new() as pdf:
        found = pikepdf.parse_content_stream(pdf.make_stream(content))
        return [
            (
                str(instruction.operator),
                tuple(part for operand in instruction.operands for part in flat(operand)),
            )
            for instruction in found
        ]


def flat(operand: object) -> list[object]:
    if isinstance(operand, pikepdf.Array):
        return [part for item in operand.as_list() for part in flat(item)]
    if isinstance(operand, pikepdf.Dictionary):
        return [part for key, item in operand.items() for part in (str(key), *flat(item))]
    if isinstance(operand, pikepdf.String):
        return [bytes(operand)]
    if isinstance(operand, pikepdf.Name):
        return [str(operand)]
    return [float(operand)] if isinstance(operand, (int, Decimal)) and not isinstance(operand, bool) else []
