"""The words of a page as JSON, for selecting text on its picture."""

from dataclasses import dataclass

from lakmoes.web.answers.places import rounded
from lakmoes.web.geometry import Rectangle, displayed
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAnswer:
    """One word: its characters in the page's text, where it stands, and the line that it is in."""

    start: int
    end: int
    text: str
    rect: Rectangle
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsAnswer:
    """The words of a page in the order of its text."""

    words: tuple[WordAnswer, ...]


def words_answer(desk: Desk, number: int, page_index: int) -> WordsAnswer:
    """The words of a page.

    Raises:
        ReviewError: There is no such page.
    """
    page = desk.page(number, page_index)
    size = (page.width, page.height)
    return WordsAnswer(
        words=tuple(
            WordAnswer(
                start=word.start,
                end=word.end,
                text=word.text,
                rect=rounded(displayed(word.box, size, page.rotation)),
                line=word.line,
            )
            for word in page.words
        )
    )
