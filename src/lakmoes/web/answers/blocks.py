"""What stands in the way of publishing, as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass

from lakmoes.nl import block_text
from lakmoes.workflow.reviewing import Block, Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockAnswer:
    """One thing that must be done, or looked at.

    Attributes:
        code: What it is.
        level: ``error`` stands in the way, ``warning`` asks for a look.
        text: What it is and what to do, in Dutch.
        document: Number of the document, ``None`` where it is about no single one.
        page: Number of the first page, ``None`` where it is about no page.
        subject: Of the first place, else empty.
        ground: Code of the ground that it is about, else empty.
        count: How many places, pages or documents it is about.
        address: Where in the app it is dealt with.
    """

    code: str
    level: str
    text: str
    document: int | None
    page: int | None
    subject: str
    ground: str
    count: int
    address: str


def block_answers(desk: Desk, blocks: Iterable[Block]) -> tuple[BlockAnswer, ...]:
    """The blocks as the app shows them."""
    return tuple(_answer(desk, block) for block in blocks)


def _answer(desk: Desk, block: Block) -> BlockAnswer:
    number = desk.number_of(block.document_id)
    page = block.page_index + 1 if block.page_index is not None else None
    return BlockAnswer(
        code=block.code,
        level=block.level.value,
        text=block_text(
            block.code,
            document=None if number is None else desk.shown(number),
            page=page,
            count=block.count,
            ground=block.ground,
            detail=block.detail,
        ),
        document=number,
        page=page,
        subject=block.subject,
        ground=block.ground,
        count=block.count,
        address=_address(desk, block, number, page),
    )


def _address(desk: Desk, block: Block, number: int | None, page: int | None) -> str:
    if block.is_about_motivation:
        return "/motivering"
    if block.code == "inconsistent":
        return "/verschillen"
    if number is None:
        return "/"
    if number in desk.refused:
        return f"/#document-{number}"
    return f"/documenten/{number}" + (f"#bladzijde-{page}" if page else "")
