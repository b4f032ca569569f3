"""Pictures that a file holds and no page shows.

In: the nodes of a file. Out: how many there are. Redacting a picture leaves its original in the file where it
is only replaced; a picture in a page's resources that its content never paints is such a rest.
"""

from collections.abc import Iterable
from typing import Any

import pikepdf

from lakmoes.verify.objects import Node

Place = tuple[int, int]


def unused_pictures(nodes: Iterable[Node]) -> int:
    """How many pictures are painted by nothing, and are no mask of a picture that is."""
    pictures: dict[Place, Any] = {}
    painted: set[Place] = set()
    for node in nodes:
        if isinstance(node.item, pikepdf.Stream) and node.item.get("/Subtype") == "/Image":
            pictures[node.item.objgen] = node.item
        elif node.is_dictionary and "/Resources" in node.item:
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
