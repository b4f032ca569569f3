"""All that stands in the way of publishing a dossier, brought together for ``lakmoes check``.

In: an ``Order``, and a decision letter where there is one. Out: ``Assessed`` values in words: what the review
lacks, what the law asks, what differs between inventory, published files and letter. Changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lakmoes.letter.comparing import Difference
from lakmoes.nl import LETTER_PAGE, block_text
from lakmoes.review.blocking import Block, Level
from lakmoes.workflow.analysing import Progress
from lakmoes.workflow.blocking import blocks, differences
from lakmoes.workflow.holding import held
from lakmoes.workflow.legal import legal_facts, published_blocks
from lakmoes.workflow.letters import letter_differences
from lakmoes.workflow.listing import Listed, inventory_rows
from lakmoes.workflow.opening import Dossier, Order, opened
from lakmoes.workflow.run import refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """One thing that must be done, or looked at.

    Attributes:
        code: Key of ``nl.BLOCKS``.
        level: Whether it stands in the way of publishing.
        text: What it is, where, and what to do, in Dutch.
        document: Number of the document, 0 where it is about no single one.
        page: From 1; 0 where it is about no page of the document.
        letter_page: Page of the decision letter, from 1; 0 where it is not known.
    """

    code: str
    level: Level
    text: str
    document: int = 0
    page: int = 0
    letter_page: int = 0


def assessed(order: Order, progress: Progress, letter: Path | None = None) -> tuple[Assessed, ...]:
    """All that must be done or looked at, errors first, then by what it is.

    Raises:
        UsageError: The folder or ``dossier.toml`` is not right, or the letter cannot be read.
        IntakeError: The zip cannot be unpacked, or a published file cannot be read.
        DossierError: The output folder cannot be used.
    """
    with opened(order) as dossier:
        failures = refusals(dossier)
        holding = held(dossier, progress, failures)
        found = [
            *blocks(dossier, holding, differences(holding)),
            *published_blocks(dossier, legal_facts(dossier, holding)),
        ]
        compared: tuple[Difference, ...] = ()
        if letter:
            listed = Listed(held=holding, redactions={}, failures=failures, texts={})
            compared = letter_differences(dossier, letter, inventory_rows(dossier, listed))
        return _in_words(dossier, found, compared)


def _in_words(
    dossier: Dossier, found: Iterable[Block], compared: Iterable[Difference]
) -> tuple[Assessed, ...]:
    numbers = {document.id: document.number for document in reversed(dossier.documents)}
    said = (
        *(_of_block(block, numbers, dossier.shown) for block in found),
        *(_of_difference(difference, dossier.shown) for difference in compared),
    )
    return tuple(sorted(said, key=lambda one: one.level is Level.WARNING))


def _of_block(block: Block, numbers: Mapping[str, int], shown: Mapping[int, str]) -> Assessed:
    number = numbers.get(block.document_id, 0)
    page = 0 if block.page_index is None else block.page_index + 1
    text = block_text(
        block.code,
        document=shown.get(number),
        page=page or None,
        count=block.count,
        ground=block.ground,
        detail=block.detail,
    )
    return Assessed(code=block.code, level=block.level, text=text, document=number, page=page)


def _of_difference(one: Difference, shown: Mapping[int, str]) -> Assessed:
    text = block_text(
        one.code,
        document=shown.get(one.number),
        page=None,
        count=one.count,
        ground=one.ground,
        detail=one.detail,
    )
    where = f" ({LETTER_PAGE.format(page=one.page)})" if one.page else ""
    level = Block(code=one.code).level
    return Assessed(
        code=one.code, level=level, text=f"{text}{where}", document=one.number, letter_page=one.page
    )
