"""What blocks publication: one line for the same thing in many documents or of many grounds."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lakmoes.nl import BLOCKED_GROUNDS, block_text
from lakmoes.web.answers.blocks import BlockAnswer

SUMMARY = "documents-"
"""How codes begin that count the documents which have a block of their own."""
FEW = 3
"""Documents up to which each has its own line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockGroup:
    """The same block in several documents or of several grounds, or one block by itself.

    Attributes:
        level: ``error`` or ``warning``.
        text: What it is and what to do.
        blocks: The blocks; each leads to its own place.
    """

    level: str
    text: str
    blocks: tuple[BlockAnswer, ...]


def grouped(blocks: Sequence[BlockAnswer]) -> tuple[BlockGroup, ...]:
    """The blocks by what they are, in the order in which each first came; errors before warnings."""
    by_code: defaultdict[str, list[BlockAnswer]] = defaultdict(list)
    for block in blocks:
        by_code[block.code].append(block)
    groups = [
        group
        for code, same in by_code.items()
        if code.removeprefix(SUMMARY) not in by_code or not code.startswith(SUMMARY)
        for group in _groups(same)
    ]
    return tuple(sorted(groups, key=lambda group: group.level != "error"))


def _groups(same: Sequence[BlockAnswer]) -> list[BlockGroup]:
    if len(same) <= FEW or same[0].document is None:
        return [BlockGroup(level=block.level, text=block.text, blocks=(block,)) for block in same]
    if same[0].ground:
        text = BLOCKED_GROUNDS[same[0].code].format(count=len(same))
    else:
        count = sum(block.count for block in same)
        text = block_text(same[0].code, document=None, page=None, count=count)
    return [BlockGroup(level=same[0].level, text=text, blocks=tuple(same))]
