"""Content streams taken apart into tokens.

In: a page or a stream of a PDF opened with pikepdf. Out: its tokens as they are written, and what strings,
names and numbers say. What is written plainly is taken apart here, since that is nearly all and takes a tenth
of the time; whatever is not (pictures within the content, comments, strings with brackets in them, anything
that could be read in two ways) is taken apart by qpdf, and of that only what has to do with text, forms and
marked content.

Follows ISO 32000-2, 7.2.3 (characters) and 7.3 (objects).
"""

import re
from functools import lru_cache
from typing import Any

import pikepdf

OPERATORS = "q Q cm gs BT ET Tf Tc Tw Tz TL Ts Td TD Tm T* Tj TJ ' \" Do BDC DP"

_END = rb"(?=[\0\t\n\f\r ()<>\[\]/]|\Z)"
_TOKEN = re.compile(
    rb"[+-]?(?:[0-9]++\.?[0-9]*+|\.[0-9]++)" + _END  # a number
    + rb"|[A-Za-z'\"][A-Za-z0-9*]*+" + _END  # an operator
    + rb"|<[0-9A-Fa-f\0\t\n\f\r ]*+>"
    + rb"|\((?:[^()\\]++|\\[\0-\xff])*+\)"
    + rb"|/(?:[^\0\t\n\f\r ()<>\[\]{}/%#]|#(?!00)[0-9A-Fa-f]{2})*+" + _END  # a name
    + rb"|<<|>>|\[|\]"
    + rb"|[^\0\t\n\f\r ][\0-\xff]*+"  # all that follows what is none of these
)  # fmt: skip
_FIRST_OF_WORDS = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'\"")
_CONSTANTS = frozenset((b"true", b"false", b"null"))
_WORD = re.compile(rb"[A-Za-z'\"][A-Za-z0-9*]*")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\0-\xff])|\r\n?")
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")


def tokens_of(owner: Any) -> list[bytes]:
    """The tokens of a page or a stream; perhaps only of the instructions of ``OPERATORS``.

    Raises:
        pikepdf.PdfError: The content cannot be decoded.
        ValueError: It cannot be taken apart.
    """
    tokens = plain_tokens(content_of(owner))
    if tokens is None:
        instructions = list(pikepdf.parse_content_stream(owner, OPERATORS))
        tokens = plain_tokens(pikepdf.unparse_content_stream(instructions))
    if tokens is None:
        raise ValueError("a content stream cannot be taken apart")
    return tokens


def content_of(owner: Any) -> bytes:
    """The decoded bytes of a stream, or of all streams of a page."""
    if not isinstance(owner, pikepdf.Page):
        return bytes(owner.read_bytes())
    contents = owner.obj.get("/Contents", pikepdf.Array())
    parts = contents.as_list() if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream))


def plain_tokens(data: bytes) -> list[bytes] | None:
    """The tokens of content that is written plainly; ``None`` for all else."""
    tokens = _TOKEN.findall(data)
    # What could not be read is the last token, with all that follows; content ends with an operator.
    if tokens and (not _WORD.fullmatch(tokens[-1]) or b"BI" in tokens):
        return None
    return tokens


def is_string(token: bytes) -> bool:
    """Whether a token is a string."""
    return token[0] == 0x28 or (token[0] == 0x3C and token != b"<<")


def is_operator(token: bytes) -> bool:
    """Whether a token ends an instruction."""
    return token[0] in _FIRST_OF_WORDS and token not in _CONSTANTS


@lru_cache(maxsize=4096)
def string_of(token: bytes) -> bytes:
    """The bytes of a string (7.3.4)."""
    if token[0] == 0x3C:
        digits = token[1:-1].translate(None, b"\0\t\n\f\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    inner = token[1:-1]
    return _ESCAPE.sub(_of_escape, inner) if b"\\" in inner or b"\r" in inner else inner


def _of_escape(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    if sign is None:
        return b"\n"
    if sign[:1].isdigit() and sign[0] < 0x38:
        return bytes((int(sign, 8) & 0xFF,))
    return _ESCAPED.get(sign, sign)


@lru_cache(maxsize=4096)
def name_of(token: bytes) -> str:
    """A name with its slash (7.3.5).

    Raises:
        ValueError: It is no UTF-8, and can be the name of nothing that pikepdf knows.
    """
    plain = _IN_NAME.sub(lambda found: bytes.fromhex(found[1].decode()), token) if b"#" in token else token
    return plain.decode()
