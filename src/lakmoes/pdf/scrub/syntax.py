"""The signs of content streams: read at once where they are as nearly all programs write them.

In: the bytes of a content stream. Out: its instructions with operands that are read when they are asked for;
and the bytes of instructions. An operand that nobody changes is written as it stood, but for the space
around it. Streams with anything out of the ordinary are refused here and left to a full parser: comments,
inline pictures, names with escapes, brackets in strings, arrays in arrays, words that are no operators,
numbers that are none, leftovers. So what is read here means the same to every reader (ISO 32000-2, 7.2, 7.3,
7.8.2).
"""

import re
from binascii import hexlify, unhexlify
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pikepdf

from lakmoes.pdf.linework import Instruction

SPACE = rb"[\t\n\f\r ]"
ENDS = rb"(?=[\t\n\f\r ()<>\[\]/]|\Z)"
"""What follows a number, a name or an operator."""
NUMBER = rb"[+-]?+(?:\d++(?:\.\d*+)?+|\.\d++)" + ENDS
NAME = rb"/[!\"$&'*-.0-;=?-Z\\^-z|~]++" + ENDS
STRING = rb"\((?:[^()\\\r]|\\[nrtbf()\\]|\\[0-7]{1,3})*+\)"
CODES = rb"<(?:[0-9A-Fa-f]{2})*+>"
PLAIN = rb"(?:%s|%s|%s|%s)" % (NUMBER, STRING, CODES, NAME)
ARRAY = rb"\[(?:%s|%s)*+\]" % (PLAIN, SPACE)
DICTIONARY = rb"<<(?:%s|%s|%s)*+>>" % (PLAIN, ARRAY, SPACE)
OPERATOR = rb"[A-Za-z'\"][A-Za-z0-9*]*+" + ENDS

BEFORE = rb"(?:%s|%s|%s)*+" % (PLAIN, ARRAY, SPACE)

INSTRUCTION = re.compile(rb"(%s*+)(%s(?:%s%s*+)?+)(%s)" % (SPACE, BEFORE, DICTIONARY, SPACE, OPERATOR))
TOKEN = re.compile(rb"([\[\]])|(%s)|(%s)|<([0-9A-Fa-f]*+)>|\(([^()\\]*+)\)|(%s)" % (NUMBER, NAME, STRING))
PROPERTIES = re.compile(rb"(%s)(%s)%s*+" % (BEFORE, DICTIONARY, SPACE))
PIECE = re.compile(rb"<<|>>|[\[\]]|%s" % PLAIN)
ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3})")
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
NO_OPERATORS = frozenset((b"true", b"false", b"null", b"BI", b"ID", b"EI"))
"""Words that are values, or begin what is not of words."""
NO_NUMBERS = frozenset((b"[", b"(", b"<", b"/"))
"""How operands begin that are more than numbers."""
DIGITS = 6
"""Decimals of numbers that are computed."""


class Operands(Sequence[Any]):
    """The operands of one instruction as they stand in a stream, read when they are asked for.

    Numbers are ``float``, strings ``bytes``, arrays ``list``; names and dictionaries as pikepdf has them.
    """

    __slots__ = ("_read", "given")

    def __init__(self, given: bytes) -> None:
        self.given = given
        self._read: list[Any] | None = None

    def values(self) -> list[Any]:
        """The operands."""
        if self._read is None:
            self._read = _values(self.given)
        return self._read

    def __getitem__(self, index: Any) -> Any:
        return self.values()[index]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.values())

    def __len__(self) -> int:
        return len(self.values())

    def written(self) -> bytes:
        """The operands with single spaces between them, and one after them."""
        if b"(" in self.given:
            return b" ".join((*PIECE.findall(self.given), b""))
        return b" ".join((*self.given.split(), b""))


class _Names(dict[bytes, str]):
    """The operators that were met, each as one string."""

    def __missing__(self, name: bytes) -> str:
        self[name] = text = name.decode("ascii")
        return text


def parsed(data: bytes) -> list[Instruction] | None:
    """The instructions of a content stream; ``None`` where anything is out of the ordinary."""
    found = INSTRUCTION.findall(data)
    read = sum(len(space) + len(operands) + len(operator) for space, operands, operator in found)
    if read != len(data.rstrip(b"\t\n\f\r ")):
        return None
    names = _Names()
    instructions: list[Instruction] = [
        (Operands(operands) if operands else (), names[operator]) for _, operands, operator in found
    ]
    return None if NO_OPERATORS & names.keys() else instructions


def written(instructions: Iterable[Instruction]) -> bytes:
    """The content stream of instructions.

    Raises:
        TypeError: An operand is nothing that a content stream holds.
    """
    return b"\n".join(_line(operands, operator) for operands, operator in instructions)


def _line(operands: Sequence[Any], operator: str) -> bytes:
    if isinstance(operands, Operands):
        return operands.written() + operator.encode("ascii")
    if operator == "INLINE IMAGE":
        return bytes(pikepdf.unparse_content_stream([(operands, pikepdf.Operator(operator))]))
    return b" ".join((*map(_token, operands), operator.encode("ascii")))


def _token(value: Any) -> bytes:
    """A value as it is written."""
    if isinstance(value, bytes):
        return b"<%s>" % hexlify(value)
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, int | float | Decimal):
        return _number(value)
    if isinstance(value, list):
        return b"[%s]" % b" ".join(map(_token, value))
    if value is None:
        return b"null"
    if isinstance(value, pikepdf.Object):
        return value.unparse()
    raise TypeError("no value of a content stream")


def _number(value: float | Decimal) -> bytes:
    """A number; PDF knows no exponents."""
    if isinstance(value, Decimal):
        return f"{value:f}".encode("ascii")
    rounded = round(value, DIGITS)
    if rounded == int(rounded):
        return b"%d" % rounded
    return f"{rounded:.{DIGITS}f}".rstrip("0").encode("ascii")


def _values(given: bytes) -> list[Any]:
    """The values in the text of operands."""
    if given[:1] not in NO_NUMBERS:
        with suppress(ValueError):
            return list(map(float, given.split()))
    with_properties = PROPERTIES.fullmatch(given)
    if with_properties:
        return [*_items(with_properties[1]), pikepdf.Object.parse(with_properties[2])]
    return _items(given)


def _items(given: bytes) -> list[Any]:
    """Values that are no dictionaries; those in brackets as lists."""
    outer: list[Any] = []
    items = outer
    for bracket, number, name, codes, plain, string in TOKEN.findall(given):
        if number:
            items.append(float(number))
        elif name:
            items.append(pikepdf.Name(name.decode("ascii")))
        elif string:
            items.append(ESCAPE.sub(_unescaped, string[1:-1]))
        elif bracket:
            items = outer
            if bracket == b"[":
                outer.append(items := [])
        else:
            items.append(unhexlify(codes) if codes else plain)
    return outer


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    if sign.isdigit():
        return bytes((int(sign, 8) & 0xFF,))
    return ESCAPED.get(sign, sign)
