"""Searching the text of a whole dossier.

In: words as a person types them, and the dossier file. Out: hits with the text around them, in the order of
the dossier. Every word may go on (``straat`` finds ``straatnaam``); text between quotation marks stands
there as it is. Case and accents do not matter.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lakmoes.dossier.store import Store

AROUND = 60
"""Characters shown on either side of a hit."""
_PARTS = re.compile(r'"([^"]*)"|([^\s"]+)')
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One hit: its place, and the text around it on one line."""

    number: int
    page_index: int
    start: int
    end: int
    before: str
    hit: str
    after: str


def found_in(store: Store, numbers: Mapping[str, int], query: str) -> Iterator[SearchHit]:
    """The hits, by document number, page and place; found as far as they are asked for.

    Args:
        store: The dossier file.
        numbers: Document id to number, of the documents that are searched.
        query: The words; without a letter or digit there are no hits.
    """
    expression = expression_of(query)
    if not expression:
        return
    found = sorted(
        (numbers[identity], index, identity)
        for identity, index in store.pages_with(expression)
        if identity in numbers
    )
    for number, index, identity in found:
        text, hits = store.hits_on(expression, identity, index)
        for start, end in hits:
            yield _hit(text, (number, index), (start, end))


def expression_of(query: str) -> str:
    """The query as FTS5 takes it; empty where nothing is asked."""
    parts = (
        f'"{phrase}"' if phrase else f'"{word}" *'
        for phrase, word in _PARTS.findall(query)
        if _LETTER.search(phrase or word)
    )
    return " AND ".join(parts)


def _hit(text: str, place: tuple[int, int], extent: tuple[int, int]) -> SearchHit:
    start, end = extent
    return SearchHit(
        number=place[0],
        page_index=place[1],
        start=start,
        end=end,
        before=_line(text[max(0, start - AROUND) : start]),
        hit=_line(text[start:end]),
        after=_line(text[end : end + AROUND]),
    )


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
