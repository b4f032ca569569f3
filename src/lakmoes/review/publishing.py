"""What stands in the way of publishing a dossier, beyond what its single documents lack (``blocking``).

In: all documents as they stand in the review, the log, what the dossier demands, its grounds, and the
differences between equal texts that were found. Out: ``Block`` values.

A relative ground must be motivated (Wob, article 10, second paragraph; Woo, article 5.1, second paragraph:
the interest is weighed against that of openness): for the dossier as a whole, or for each place where it is
used. A motivation in which something is still to be filled in is none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lakmoes import nl
from lakmoes.grounds import GroundBook
from lakmoes.model import DocumentProgress, GroundType, Judgement, Motivation, Ruling
from lakmoes.review.blocking import WITHHELD, Block, Demands, Reviewed, judged_as, progress_of
from lakmoes.review.consistency import Inconsistency
from lakmoes.review.log import Log
from lakmoes.review.state import is_redacted


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A place where a ground is used; ``subjects`` are those for which it may be motivated."""

    document_id: str
    page_index: int | None
    subjects: tuple[str, ...]


def blocks_of_dossier(
    documents: Sequence[Reviewed],
    log: Log,
    demands: Demands,
    book: GroundBook,
    inconsistencies: Sequence[Inconsistency],
) -> tuple[Block, ...]:
    """What must be done for the dossier as a whole before it can be published."""
    return (
        *_of_progress(documents, log, demands),
        *_of_motivations(documents, log, book),
        *_of_inconsistencies(inconsistencies),
    )


def uses(documents: Iterable[Reviewed], log: Log) -> dict[str, list[Use]]:
    """For each ground where it is used in what is published or refused, in the order of the documents."""
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for document in documents:
        for grounds, use in _uses_in(document, log):
            for ground in grounds:
                found[ground].append(use)
    return dict(found)


def motivation(log: Log, ground: str, about: str = "") -> str:
    """Why a ground applies, in the dossier or to one subject; empty where nobody said so."""
    entry = log.holding(Motivation(ground=ground, text="", about=about).subject)
    return entry.body.text.strip() if entry and isinstance(entry.body, Motivation) else ""


def _uses_in(document: Reviewed, log: Log) -> Iterator[tuple[tuple[str, ...], Use]]:
    decision = judged_as(document.document_id, log)
    if decision and decision.judgement is Judgement.NOT_PUBLIC:
        yield (
            decision.grounds,
            Use(document_id=document.document_id, page_index=None, subjects=(decision.subject,)),
        )
    if document.state is None or (decision and decision.judgement in WITHHELD):
        return
    for ruling in document.state.rulings:
        if is_redacted(ruling):
            yield ruling.grounds, _use_of(document.document_id, ruling)


def _use_of(document_id: str, ruling: Ruling) -> Use:
    """A place may be motivated by itself or by the person that is named there."""
    said = (ruling.entry.subject,) if ruling.entry else ()
    return Use(document_id=document_id, page_index=ruling.page_index, subjects=(ruling.subject, *said))


def _of_progress(documents: Iterable[Reviewed], log: Log, demands: Demands) -> Iterator[Block]:
    reached = [progress_of(document, log) for document in documents]
    unfinished = reached.count(DocumentProgress.OPEN)
    not_final = reached.count(DocumentProgress.FINISHED)
    if unfinished:
        yield Block(code="documents-not-finished", count=unfinished)
    if demands.second_review and not_final:
        yield Block(code="documents-not-final", count=not_final)


def _of_motivations(documents: Iterable[Reviewed], log: Log, book: GroundBook) -> Iterator[Block]:
    used = uses(documents, log)
    for ground in book.legend(used):
        if ground.type is GroundType.RELATIVE:
            yield from _of_motivation(ground.code, used[ground.code], log)


def _of_motivation(ground: str, used: Sequence[Use], log: Log) -> Iterator[Block]:
    """Whether each use is motivated; a motivation to fill in is reported as such."""
    whole = motivation(log, ground)
    if whole and nl.TO_FILL_IN not in whole:
        return
    missing = []
    for use in used:
        texts = [motivation(log, ground, subject) for subject in use.subjects]
        if not any(text and nl.TO_FILL_IN not in text for text in texts):
            missing.append((use, bool(whole) or any(texts)))
    if missing:
        first, is_begun = missing[0]
        yield Block(
            code="motivation-incomplete" if is_begun else "motivation-missing",
            document_id=first.document_id,
            count=len(missing),
            page_index=first.page_index,
            subject=first.subjects[0],
            ground=ground,
        )


def _of_inconsistencies(inconsistencies: Sequence[Inconsistency]) -> Iterator[Block]:
    if inconsistencies:
        document_id, ruling = inconsistencies[0].rulings[0]
        yield Block(
            code="inconsistent",
            document_id=document_id,
            count=len(inconsistencies),
            page_index=ruling.page_index,
            subject=ruling.subject,
        )
