"""Every string in a file that is not what its pages show.

In: the nodes of a file, and its content streams. Out: texts, each with the part of the file that it stands
in: strings in PDFDoc, UTF-16 and UTF-8, names, metadata and other streams, what marked content says beside
its signs, and what content streams that no page shows would show in their fonts. Entities, percent-encoding,
octal, hexadecimal and JavaScript notation are undone. Pictures are left to others.
"""

import codecs
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

import pikepdf

from lakmoes.verify.content import Contents
from lakmoes.verify.objects import UNUSED, Node
from lakmoes.verify.runs import text_of
from lakmoes.verify.tokens import is_string, name_of, string_of

FONTS = "fonts"
PROGRAMS = frozenset(("/FontFile", "/FontFile2", "/FontFile3"))
FONT_STREAMS = PROGRAMS.union(
    (
        "/FontFile",
        "/FontFile2",
        "/FontFile3",
        "/ToUnicode",
        "/CIDSet",
        "/CIDToGIDMap",
        "/Encoding",
        "/Metadata",
    )
)
SHORTEST_NAME = 5
"""Letters; shorter names are mostly those of the format itself."""

MARKED = (codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)

_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}|&#?\w+;|\\[0-7]{3}|\\[ux][0-9A-Fa-f]{2}|[0-9A-Fa-f]{8}")
_IN_NAME = re.compile(r"#([0-9A-Fa-f]{2})")
_CODES = re.compile(r"\\([0-7]{3})|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})")
_HEXADECIMAL = re.compile(r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{8,}(?![0-9A-Fa-f])")
_PLAIN = re.compile(rb"[ -~\xa0-\xff]{8,}")
_WIDE = re.compile(rb"(?:\0[ -~\xa0-\xff]){6,}")
_TEXT = re.compile(r"[^\x00-\x1f\x7f-\x9f\ufffd]{4,}")
_TAGS = re.compile(r"</?[\w:.-]+|[\w:.-]+=(?=[\"'])")


@dataclass(frozen=True, slots=True)
class Text:
    """A string and the part of the file that it stands in."""

    part: str
    value: str


def texts_of(nodes: Sequence[Node], contents: Contents) -> Iterator[Text]:
    """All strings but those that pages show; ``contents`` has read the pages and reads the rest.

    Raises:
        pikepdf.PdfError: A stream cannot be decoded.
    """
    fonts = [node.item for node in nodes if _is_font(node)]
    for node in nodes:
        yield from (Text(node.part, _of_name(key)) for key in node.keys)
        if not node.is_stream:
            yield from (Text(node.part, value) for value in _of_value(node.item))
        elif node.part == UNUSED:
            yield from (Text(UNUSED, value) for value in _of_unused(node.item, contents, fonts))
        elif _is_content(node):
            if node.item.objgen not in contents.read:
                yield Text(node.part, text_of(contents.of_stream(node.item, _resources_of(node.item))))
        elif node.key in PROGRAMS:
            yield Text(node.part, _of_program(node.item.read_bytes()))
        else:
            yield from (Text(node.part, value) for value in _of_stream(node.item))
    for token in sorted(contents.marked):
        if is_string(token):
            yield from (Text("content", value) for value in readings(string_of(token)))
        else:
            yield Text("content", _of_name(name_of(token)))


def readings(data: bytes) -> set[str]:
    """What bytes may say: as the format has it (ISO 32000-2, 7.9.2.2), or as UTF-8 or UTF-16 unmarked."""
    found = {str(pikepdf.String(data))}
    if not data.startswith(MARKED):
        found.add(data.decode("utf-8-sig", errors="replace"))
        if b"\0" in data:
            found |= {data.decode(encoding, errors="replace") for encoding in ("utf-16-be", "utf-16-le")}
    return found | {unescaped(text) for text in found}


def unescaped(text: str) -> str:
    """The text without percent-encoding, entities, octal, hexadecimal and JavaScript notation."""
    if not _ESCAPED.search(text):
        return text
    plain = html.unescape(unquote(text) if "%" in text else text)
    plain = _CODES.sub(lambda found: chr(int(found[1] or found[2] or found[3], 8 if found[1] else 16)), plain)
    return _HEXADECIMAL.sub(_of_hexadecimal, plain)


def _of_hexadecimal(found: re.Match[str]) -> str:
    """What hexadecimal digits say, beside the digits themselves."""
    data = bytes.fromhex(found[0][: len(found[0]) // 2 * 2])
    wide = data.decode("utf-16-be", errors="replace") if b"\0" in data or data.startswith(MARKED) else ""
    return f"{found[0]} {data.decode('latin-1')} {wide}"


def _of_value(item: pikepdf.Object) -> Iterator[str]:
    if isinstance(item, pikepdf.String):
        yield from readings(bytes(item))
    elif isinstance(item, pikepdf.Name):
        yield _of_name(str(item))


@lru_cache(maxsize=4096)
def _of_name(name: str) -> str:
    """A name as one word; those of the format, such as ``MarkInfo``, are made of several."""
    plain = _IN_NAME.sub(lambda found: chr(int(found[1], 16)), name[1:])
    return plain.lower() if len(name) > SHORTEST_NAME else ""


def _is_font(node: Node) -> bool:
    is_font = "/Type" in node.keys and not node.is_stream and node.item["/Type"] == "/Font"
    return is_font and not str(node.item.get("/Subtype", "")).startswith("/CIDFont")


def _is_content(node: Node) -> bool:
    """Whether a stream shows something: a page, a form, a pattern, a glyph of a Type 3 font."""
    item = node.item
    if node.key == "/Contents" or item.get("/Subtype") == "/Form" or item.get("/PatternType") == 1:
        return True
    return node.part == FONTS and node.key not in FONT_STREAMS and "/Type" not in item


def _resources_of(item: Any) -> Any:
    return item.get("/Resources", pikepdf.Dictionary())


def _of_unused(item: Any, contents: Contents, fonts: Sequence[Any]) -> Iterator[str]:
    """What a stream that nothing refers to says, also in any font of the file."""
    if item.get("/Subtype") == "/Image":
        return
    yield from _of_stream(item)
    try:
        yield from contents.in_fonts(item, fonts)
    except pikepdf.PdfError:  # no content stream
        return


def _of_program(data: bytes) -> str:
    """The longer texts in a font program, such as its names."""
    plain = [found.decode("latin-1") for found in _PLAIN.findall(data)]
    return "\n".join((*plain, *(found.decode("utf-16-be") for found in _WIDE.findall(data))))


def _of_stream(item: Any) -> Iterator[str]:
    if item.get("/Subtype") == "/Image" or item.get("/Type") == "/XRef":
        return
    for text in readings(item.read_bytes()):
        yield "\n".join(_TEXT.findall(_TAGS.sub(" ", text)))
