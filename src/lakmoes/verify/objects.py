"""Every object of a file, once, with the part of the file that it belongs to.

In: a PDF opened with pikepdf. Out: nodes, reached from the trailer first and then those that nothing refers
to. Follows references itself, so that damage shows and nothing is skipped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

PARTS = {
    "/Info": "properties",
    "/Metadata": "metadata",
    "/Outlines": "bookmarks",
    "/Names": "names",
    "/Dests": "names",
    "/StructTreeRoot": "tags",
    "/OCProperties": "layers",
    "/Annots": "links",
    "/AcroForm": "form",
    "/PageLabels": "page-labels",
    "/EF": "attachments",
    "/Contents": "content",
    "/XObject": "content",
    "/Pattern": "content",
    "/Properties": "content",
    "/Font": "fonts",
}
"""Keys that lead to a part of the file, and the part (``nl.FILE_PARTS``)."""
OTHER, UNUSED = "other", "unused"

_DEFINITION = re.compile(rb"(?:^|[\r\n ])(\d{1,10}) (\d{1,5}) obj\b")


@dataclass(frozen=True, slots=True)
class Node:
    """One object of a file; what it is is asked once, for all checks.

    Attributes:
        item: The object.
        key: The key that it hangs under, or that of the array it stands in.
        part: Its part of the file.
        is_stream: Whether it is a stream.
        is_dictionary: Whether it has keys: a dictionary or a stream.
        keys: Its keys, none where it is no dictionary.
    """

    item: Any
    key: str
    part: str
    is_stream: bool
    is_dictionary: bool
    keys: tuple[str, ...]


def _node(item: Any, key: str, part: str) -> Node:
    is_stream = isinstance(item, pikepdf.Stream)
    is_dictionary = is_stream or isinstance(item, pikepdf.Dictionary)
    keys = tuple(map(str, item.keys())) if is_dictionary else ()
    return Node(item, key, part, is_stream, is_dictionary, keys)


def nodes_of(pdf: pikepdf.Pdf) -> Iterator[Node]:
    """All containers, strings and names of a file; numbers are left out."""
    seen: set[tuple[int, int]] = set()
    yield from _reached((pdf.trailer, "", OTHER), seen)
    for item in pdf.objects:
        if isinstance(item, pikepdf.Object) and item.objgen not in seen and not _is_frame(item):
            yield from _reached((item, "", UNUSED), seen)


def _reached(start: tuple[Any, str, str], seen: set[tuple[int, int]]) -> Iterator[Node]:
    waiting = [start]
    while waiting:
        item, key, part = waiting.pop()
        if item.is_indirect:
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        node = _node(item, key, part)
        yield node
        waiting += _children(node)


def _children(node: Node) -> Iterator[tuple[Any, str, str]]:
    if node.is_dictionary:
        for key, value in node.item.items():
            if isinstance(value, pikepdf.Object):
                yield value, str(key), _part(node, str(key), value)
    elif isinstance(node.item, pikepdf.Array):
        for value in node.item:
            if isinstance(value, pikepdf.Object):
                yield value, node.key, node.part


def _part(node: Node, key: str, value: Any) -> str:
    if node.part == UNUSED or (key == "/Contents" and isinstance(value, pikepdf.String)):
        return node.part
    return PARTS.get(key, node.part)


def _is_frame(item: Any) -> bool:
    """Whether this holds other objects or their places, and so is referred to by the format itself."""
    return isinstance(item, pikepdf.Stream) and item.get("/Type") in ("/ObjStm", "/XRef")


def count_dead(pdf: pikepdf.Pdf, data: bytes) -> int:
    """How many objects stand in a file that its table does not list: rests of an earlier version."""
    defined = [(int(number), int(version)) for number, version in _DEFINITION.findall(data)]
    known = {item.objgen for item in pdf.objects if isinstance(item, pikepdf.Object)}
    absent = [place for place in set(defined) - known if pdf.get_object(place) is None]
    return len(defined) - len(set(defined)) + len(absent)
