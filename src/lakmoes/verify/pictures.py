"""Pictures that a file holds and no page shows, and what pictures hold that does not show.

In: the nodes of a file. Out: how many there are. Redacting a picture leaves its original in the file where
it is only replaced; a picture in a page's resources that its content never paints is such a rest. A JPEG
has room for a preview of the whole picture, places and names (Exif 2.32; ISO/IEC 10918-1, annex B).
"""

from collections.abc import Iterable
from typing import Any

import pikepdf

from lakmoes.verify.objects import Node

Place = tuple[int, int]

START_OF_SCAN, COMMENT = 0xDA, 0xFE
APPLICATION = range(0xE0, 0xF0)
SHOWN = {0xE0: b"JFIF", 0xE2: b"ICC_PROFILE", 0xEE: b"Adobe"}
"""Segments of a JPEG that its looks depend on, and how they start."""


def unused_pictures(nodes: Iterable[Node]) -> int:
    """How many pictures are painted by nothing, and are no mask of a picture that is."""
    pictures: dict[Place, Any] = {}
    painted: set[Place] = set()
    for node in nodes:
        if node.is_stream and node.item.get("/Subtype") == "/Image":
            pictures[node.item.objgen] = node.item
        elif "/Resources" in node.keys:
            painted |= _painted_by(node.item)
        elif node.is_dictionary and node.item.get("/Subtype") == "/Type3":
            painted |= {item.objgen for item in _named_by(node.item).values()}
    for place in sorted(painted & pictures.keys()):
        for key in ("/SMask", "/Mask"):
            if isinstance(mask := pictures[place].get(key), pikepdf.Stream):
                painted.add(mask.objgen)
    return len(pictures.keys() - painted)


def _painted_by(owner: Any) -> set[Place]:
    """The pictures and forms that a page, form, pattern or glyph paints by name."""
    named = _named_by(owner)
    if not named:
        return set()
    instructions = pikepdf.parse_content_stream(owner, "Do")
    names = {str(operand) for instruction in instructions for operand in instruction.operands}
    return {item.objgen for name, item in named.items() if name in names}


def _named_by(owner: Any) -> dict[str, Any]:
    resources = owner.get("/Resources", pikepdf.Dictionary())
    return {str(name): item for name, item in resources.get("/XObject", pikepdf.Dictionary()).items()}


def pictures_with_data(nodes: Iterable[Node]) -> int:
    """How many JPEG pictures hold more than what is seen."""
    streams = (node.item for node in nodes if node.is_stream)
    pictures = (stream for stream in streams if stream.get("/Subtype") == "/Image")
    return sum(_tells_more(bytes(picture.read_raw_bytes())) for picture in pictures)


def _tells_more(data: bytes) -> bool:
    """Whether a JPEG has segments of other programs, a comment or bytes after its end; no for all else."""
    if not data.startswith(b"\xff\xd8"):
        return False
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        kind = data[place + 1]
        if kind == START_OF_SCAN:
            return not data.rstrip(b"\0\r\n").endswith(b"\xff\xd9")
        content = place + 4
        if kind == COMMENT or (kind in APPLICATION and not data.startswith(SHOWN.get(kind, b"\0"), content)):
            return True
        place += 2 + int.from_bytes(data[place + 2 : content], "big")
    return True
