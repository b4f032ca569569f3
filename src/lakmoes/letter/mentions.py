"""Which documents a decision letter names for which ground.

In: the passages of a letter, the grounds of the law, and the numbers on the inventory. Out: ``Mention``
values. A ground is told by its article or its code; documents by their numbers behind a word such as
``documenten``, or in a row of a table. Numbers belong to the grounds of their sentence, or else of the
heading above them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lakmoes.grounds import GroundBook
from lakmoes.letter.articles import cited
from lakmoes.letter.numbers import LIST, read_numbers
from lakmoes.letter.reading import Passage

SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÀ-Þ(\"'])")
HEAD = (
    r"\b(?:documents?|documenten|stuk(?:ken)?|nummers?|nrs?\.?)"
    r"(?:\s+(?:met|onder|met\s+de|met\s+het))?(?:\s+(?:nummers?|nrs?\.?|genummerd))?\s*:?\s+"
)
NAMED = re.compile(
    rf"{HEAD}(?P<numbers>{LIST})(?!\s+(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december)\b)",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(
    r"\b(?:concept\w*|\w*versies?|dubbel\w*\W+zie|zie\s+ook|bijlagen?|vergelijk|gelijk\s+aan|opgenomen\s+in)"
    r"\W+(?:(?:van|bij|met|aan|de|het)\W+){0,3}$",
    re.IGNORECASE,
)
"""What goes before the number of a document that another one is compared with."""
ONLY_NUMBERS = re.compile(rf"^\s*(?:{HEAD})?{LIST}\s*\.?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in a letter where a ground is cited, with the documents that are named for it.

    Attributes:
        ground: Code.
        numbers: Of the documents as people read them, empty where none are named.
        page: Of the letter, from 1; 0 where it is not known.
    """

    ground: str
    numbers: tuple[str, ...]
    page: int = 0


def mentions(passages: Iterable[Passage], book: GroundBook, order: Sequence[str]) -> tuple[Mention, ...]:
    """The mentions of a letter, in its order.

    Args:
        passages: Of the letter.
        book: The grounds of the law.
        order: All numbers of the inventory, in its order.
    """
    found: list[Mention] = []
    headed: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    level = 0
    for passage in passages:
        own = cited(passage.text, book)
        if passage.level and (own or not _named(passage.text, order)):
            if own or passage.level <= level:
                headed, before, level = own, (), passage.level
            found += _mentions(own, (), passage)
        elif passage.cells:
            found += _in_row(passage, book, order)
        else:
            found += _in_text(passage, headed or before, book, order)
            before = own or before
    return tuple(found)


def _in_text(
    passage: Passage, above: tuple[str, ...], book: GroundBook, order: Sequence[str]
) -> Iterator[Mention]:
    """The mentions of a paragraph; a sentence that cites no ground is about the one before it, or above."""
    before: tuple[str, ...] = ()
    for sentence in SENTENCE.split(passage.text):
        own = cited(sentence, book)
        yield from _mentions(own or above or before, _named(sentence, order), passage)
        before = own or before


def _mentions(grounds: Iterable[str], numbers: tuple[str, ...], passage: Passage) -> Iterator[Mention]:
    return (Mention(ground=ground, numbers=numbers, page=passage.page) for ground in grounds)


def _named(sentence: str, order: Sequence[str]) -> tuple[str, ...]:
    """The numbers of the documents that a sentence is about, each once."""
    lists = (
        read_numbers(match["numbers"], order)
        for match in NAMED.finditer(sentence)
        if not OF_ANOTHER.search(sentence[: match.start()])
    )
    return tuple(dict.fromkeys(number for numbers in lists for number in numbers))


def _in_row(passage: Passage, book: GroundBook, order: Sequence[str]) -> Iterator[Mention]:
    """The grounds of a row with the numbers in its first cell that holds nothing else."""
    grounds = [code for cell in passage.cells if not ONLY_NUMBERS.match(cell) for code in cited(cell, book)]
    cell = next((cell for cell in passage.cells if ONLY_NUMBERS.match(cell)), "")
    return _mentions(book.ordered(grounds), read_numbers(cell, order), passage)
