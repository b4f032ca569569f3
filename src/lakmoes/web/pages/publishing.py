"""Publishing: what stands in the way, how far it is, what it came to."""

from dataclasses import dataclass
from typing import ClassVar

from lakmoes.web.answers.blocks import BlockAnswer, block_answers
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingPage:
    """What stands in the way (errors) and what asks for a look (warnings)."""

    template: ClassVar[str] = "publishing.html"
    place: ClassVar[str] = "/publiceren"

    errors: tuple[BlockAnswer, ...]
    warnings: tuple[BlockAnswer, ...]


def publishing_page(desk: Desk) -> PublishingPage:
    """What stands in the way now."""
    blocks = block_answers(desk, desk.blocks())
    return PublishingPage(
        errors=tuple(block for block in blocks if block.level == "error"),
        warnings=tuple(block for block in blocks if block.level != "error"),
    )
