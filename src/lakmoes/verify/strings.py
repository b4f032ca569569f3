"""Every string in a file that is not what its pages show.

In: the nodes of a file. Out: texts, each with the part of the file that it stands in: strings in PDFDoc,
UTF-16 and UTF-8, names, metadata and other streams, and what marked content says beside its signs. Entities
and percent-encoding are undone. The signs of content streams, pictures and fonts are left to others.
"""

import codecs
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

import pikepdf

from lakmoes.verify.objects import UNUSED, Node

FONTS = "fonts"
CONTENT_OPERATORS = "BDC DP"
SHORTEST_NAME = 5
"""Letters; shorter names are mostly those of the format itself."""

MARKED = (codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)

_TEXT = re.compile(r"[^\x00-\x1f\x7f-\x9f\ufffd]{4,}")
_TAGS = re.compile(r"</?[\w:.-]+|[\w:.-]+=(?=[\"'])")


@dataclass(frozen=True, slots=True)
class Text:
    """A string and the part of the file that it stands in."""

    part: str
    value: str


def texts_of(nodes: Iterable[Node]) -> Iterator[Text]:
    """All strings but those of fonts and those that pages show.

    Raises:
        pikepdf.PdfError: A stream cannot be decoded.
    """
    for node in nodes:
        if node.part == FONTS and node.key != "/Font":
            continue
        yield from (Text(node.part, _of_name(key)) for key in node.keys)
        if isinstance(node.item, pikepdf.Stream):
            yield from (Text(node.part, value) for value in _of_stream(node))
        else:
            yield from (Text(node.part, value) for value in _of_value(node.item))


def readings(data: bytes) -> set[str]:
    """What bytes may say: as the format has it (ISO 32000-2, 7.9.2.2), or as UTF-8 or UTF-16 unmarked."""
    found = {str(pikepdf.String(data))}
    if not data.startswith(MARKED):
        found.add(data.decode("utf-8-sig", errors="replace"))
        if b"\0" in data:
            found |= {data.decode(encoding, errors="replace") for encoding in ("utf-16-be", "utf-16-le")}
    return found | {html.unescape(unquote(text)) for text in found}


def _of_value(item: pikepdf.Object) -> Iterator[str]:
    if isinstance(item, pikepdf.String):
        yield from readings(bytes(item))
    elif isinstance(item, pikepdf.Name):
        yield _of_name(str(item))


def _of_name(name: str) -> str:
    """A name as one word; those of the format, such as ``MarkInfo``, are made of several."""
    return name[1:].lower() if len(name) > SHORTEST_NAME else ""


def _of_stream(node: Node) -> Iterator[str]:
    kind, subtype = node.item.get("/Type"), node.item.get("/Subtype")
    if subtype == "/Image" or kind in ("/ObjStm", "/XRef"):
        return
    if node.part != UNUSED and (node.key == "/Contents" or subtype == "/Form" or "/PatternType" in node.item):
        for instruction in pikepdf.parse_content_stream(node.item, CONTENT_OPERATORS):
            for operand in instruction.operands:
                yield from _of_operand(operand)
        return
    for text in readings(node.item.read_bytes()):
        yield "\n".join(_TEXT.findall(_TAGS.sub(" ", text)))


def _of_operand(operand: pikepdf.Object) -> Iterator[str]:
    """The strings in what marked content says of itself, such as ``ActualText``."""
    if isinstance(operand, pikepdf.Dictionary):
        for value in operand.as_dict().values():
            yield from _of_operand(value)
    elif isinstance(operand, pikepdf.Array):
        for value in operand.as_list():
            yield from _of_operand(value)
    elif isinstance(operand, pikepdf.Object):
        yield from _of_value(operand)
