"""Content streams as instructions, and back.

In: a page or a stream. Out: pairs of operands and operator (``linework.Instruction``), and the bytes of such
pairs. Numbers keep the digits they had.
"""

from collections.abc import Iterable
from typing import Any

import pikepdf

from lakmoes.pdf.linework import Instruction
from lakmoes.pdf.scrub.syntax import parsed, written

__all__ = [
    "ObjectKey",
    "drop",
    "instructions_of",
    "is_form",
    "keep_only",
    "keys",
    "resources_of",
    "written",
]

ObjectKey = tuple[int, int]
"""Object and generation number."""


def keys(words: str) -> frozenset[str]:
    """The names of dictionary keys, written apart and without their slashes."""
    return frozenset(f"/{word}" for word in words.split())


def keep_only(item: Any, allowed: frozenset[str]) -> None:
    """Takes every other key out of a dictionary."""
    for key in list(item.keys()):
        if key not in allowed:
            del item[key]


def drop(item: Any, unwanted: Iterable[str]) -> None:
    """Takes keys out of a dictionary, where it has them."""
    for key in unwanted:
        if key in item:
            del item[key]


def instructions_of(source: Any) -> list[Instruction]:
    """The instructions of a page or of a content stream."""
    instructions = parsed(_data_of(source))
    if instructions is not None:
        return instructions
    found: Iterable[Any] = pikepdf.parse_content_stream(source)
    return [(instruction.operands, str(instruction.operator)) for instruction in found]


def _data_of(source: Any) -> bytes:
    """The bytes of a page's content, whose streams count as one, or of a stream."""
    contents = source.obj.get("/Contents", pikepdf.Array()) if isinstance(source, pikepdf.Page) else source
    streams = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(stream.read_bytes() for stream in streams)


def is_form(item: Any) -> bool:
    """Whether an object is a form XObject."""
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == pikepdf.Name.Form


def resources_of(item: Any, inherited: Any = None) -> Any:
    """The resources of a page or stream; those it inherits where it has none; an empty dictionary at last."""
    own = item.get("/Resources")
    if own is None and isinstance(item, pikepdf.Dictionary):
        own = _inherited(item)
    if own is None:
        own = inherited
    return pikepdf.Dictionary() if own is None else own


def _inherited(page: Any) -> Any:
    """Resources of a page that stand at one of its ancestors."""
    seen = set()
    node = page.get("/Parent")
    while node is not None and node.objgen not in seen:
        seen.add(node.objgen)
        if "/Resources" in node:
            return node["/Resources"]
        node = node.get("/Parent")
    return None
