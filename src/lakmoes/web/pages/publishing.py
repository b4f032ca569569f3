"""Publishing: what stands in the way, how far it is, what it came to."""

from dataclasses import dataclass
from typing import ClassVar

from lakmoes.web.answers.blocks import block_answers
from lakmoes.web.pages.blocks import BlockGroup, grouped
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingPage:
    """What stands in the way (errors) and what asks for a look (warnings)."""

    template: ClassVar[str] = "publishing.html"
    place: ClassVar[str] = "/publiceren"

    errors: tuple[BlockGroup, ...]
    warnings: tuple[BlockGroup, ...]


def publishing_page(desk: Desk) -> PublishingPage:
    """What stands in the way now."""
    groups = grouped(block_answers(desk, desk.blocks()))
    return PublishingPage(
        errors=tuple(group for group in groups if group.level == "error"),
        warnings=tuple(group for group in groups if group.level != "error"),
    )
