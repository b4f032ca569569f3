"""Grounds that may not be used for the same information.

In: the facts. Out: ``Block`` values. Woo, article 5.1, fifth paragraph: disproportionate disadvantage is not
used for information that is refused on a ground of the first or second paragraph too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from lakmoes.grounds import GroundBook
from lakmoes.model import Box, Ruling, Span
from lakmoes.nl import listed
from lakmoes.review.blocking import Block
from lakmoes.review.legal.facts import Judged, LegalFacts

Conflict = tuple[str, tuple[str, ...]]
"""A ground, and those that it may not stand beside."""
Places = Mapping[Span, tuple[Box, ...]]


def grounds_together(facts: LegalFacts) -> Iterator[Block]:
    """One block for each document and ground: at the first passage with both, or for the whole."""
    for judged in facts.documents:
        yield from _of_places(judged, facts.book)
        if judged.refused:
            for ground, others in _conflicts(judged.refused.grounds, facts.book):
                yield Block(
                    code="grounds-together-whole",
                    document_id=judged.id,
                    subject=judged.refused.subject,
                    ground=ground,
                    detail=listed(others),
                )


def _of_places(judged: Judged, book: GroundBook) -> Iterator[Block]:
    if not any(ground.not_with for ground in book.legend(judged.codes)):
        return
    found: dict[str, list[tuple[Ruling, tuple[str, ...]]]] = {}
    for ruling, codes in _information(judged):
        for ground, others in _conflicts(codes, book):
            if ground in ruling.grounds:
                found.setdefault(ground, []).append((ruling, others))
    for ground, places in found.items():
        ruling, others = places[0]
        yield Block(
            code="grounds-together",
            document_id=judged.id,
            count=len(places),
            page_index=ruling.page_index,
            subject=ruling.subject,
            ground=ground,
            detail=listed(others),
        )


def _conflicts(codes: Iterable[str], book: GroundBook) -> Iterator[Conflict]:
    """The grounds among the codes that may not stand beside others among them."""
    ordered = book.ordered(codes)
    for code in ordered:
        barred = tuple(f"{start}." for start in book[code].not_with)
        others = tuple(other for other in ordered if barred and other.startswith(barred))
        if others:
            yield code, others


def _information(judged: Judged) -> Iterator[tuple[Ruling, tuple[str, ...]]]:
    """Each redacted place with its codes and those of the places that overlap with it."""
    boxes = judged.boxes()
    for _, on_page in groupby(judged.redacted, key=lambda ruling: ruling.page_index):
        rulings = tuple(on_page)
        for one in rulings:
            others = (other for other in rulings if other.grounds != one.grounds)
            beside = (other.grounds for other in others if _overlap(one, other, boxes))
            yield one, tuple({code for codes in (one.grounds, *beside) for code in codes})


def _overlap(one: Ruling, other: Ruling, boxes: Places) -> bool:
    if one.span and other.span:
        return one.span.start < other.span.end and other.span.start < one.span.end
    return any(_meet(a, b) for a in _boxes(one, boxes) for b in _boxes(other, boxes))


def _boxes(ruling: Ruling, boxes: Places) -> Sequence[Box]:
    """Where a place is; of text that a person selected no boxes are known here."""
    if ruling.region:
        return (ruling.region[1],)
    return boxes.get(ruling.span, ()) if ruling.span else ()


def _meet(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1
