"""Which messages of one document stand in another one as well.

In: the pages of a document with their stream of words. Out: its ``Message`` values, and for two documents the
messages of the one that the other holds. A message is told by the day and minute in its head; it is the same
where its words return too, as two mails may be sent in one minute.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from lakmoes.model import Page
from lakmoes.threads.moments import Moment, moments_in
from lakmoes.threads.stream import Stream, shingles

RETURNS = 0.6
"""Share of a message's runs of words that must return where it stands as well: quoting breaks some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One mail of a print.

    Attributes:
        moment: When it was sent.
        runs: Its runs of words (``stream.LENGTH``); none where it is shorter.
    """

    moment: Moment
    runs: frozenset[int]


def messages_of(pages: Sequence[Page], stream: Stream) -> tuple[Message, ...]:
    """The messages in the pages, in the order of the print."""
    starts = tuple(accumulate((len(page.text) + 1 for page in pages), initial=0))
    places = [starts[page] + start for page, start in zip(stream.pages, stream.starts, strict=True)]
    found = list(moments_in("\n".join(page.text for page in pages)))
    borders = [*(bisect_left(places, place) for place, _ in found), len(places)]
    return tuple(
        Message(moment=moment, runs=frozenset(shingles(stream.words[first:last])))
        for (_, moment), (first, last) in zip(found, pairwise(borders), strict=True)
    )


def returning(own: Sequence[Message], others: Sequence[Message], standard: Collection[int]) -> dict[int, int]:
    """Which of the own messages stand among the others: index of the one to index of the other.

    Args:
        own: The messages of a document.
        others: Those of another.
        standard: Runs that stand in many documents, which tell nothing.
    """
    found: dict[int, int] = {}
    for index, message in enumerate(own):
        for place, other in enumerate(others):
            if message.moment == other.moment and _is_same(message, other, standard):
                found.setdefault(index, place)
    return found


def _is_same(one: Message, other: Message, standard: Collection[int]) -> bool:
    telling = {run for run in one.runs if run not in standard}
    return len(telling & other.runs) >= RETURNS * len(telling)
