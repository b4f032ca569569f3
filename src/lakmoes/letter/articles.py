"""Grounds as a decision cites them, and where a text cites them.

In: a ground of the book, or a text. Out: ``artikel 10, tweede lid, aanhef en onder e, van de Wob``, or the
codes that a text cites, as articles or as codes.
"""

import re
from collections.abc import Iterator
from functools import cache

from lakmoes import nl
from lakmoes.grounds import GroundBook
from lakmoes.model import GroundType, Law

ARTICLE_PARTS = {Law.WOB: 1, Law.WOO: 2}
"""Of a code, how many parts are the number of the article: ``10`` of ``10.2.e``, ``5.1`` of ``5.1.2.e``."""
COMMA = r"\s*,?\s*"
LETTERS = (
    r"(?:aanhef\s+en\s+)?(?:onder(?:deel|delen)?|sub|letters?)\s+"
    r"(?P<letters>[a-i]\b(?:(?:\s*,\s*|\s*,?\s+(?:en|of|&|juncto)\s+)(?:(?:onder|sub|onderdeel)\s+)?[a-i]\b)*)"
)


def article_of(code: str, book: GroundBook) -> str:
    """The ground as a decision cites it.

    Raises:
        UsageError: The law has no such ground.
    """
    article, paragraph, letter = _parts(book[code].code, book.law)
    parts = [nl.ARTICLE.format(article=article)]
    if paragraph:
        parts.append(nl.PARAGRAPH.format(ordinal=nl.ORDINALS[int(paragraph) - 1]))
    if letter:
        parts.append(nl.LETTER_PART.format(letter=letter))
    behind = ", " if len(parts) > 1 else " "
    return f"{', '.join(parts)}{behind}{nl.OF_LAW.format(law=book.texts.name)}"


def cited(text: str, book: GroundBook) -> tuple[str, ...]:
    """The codes of the grounds that a text cites, in the order of the law."""
    return book.ordered(code for pattern in _patterns(book.law, _codes(book)) for code in pattern(text))


def _codes(book: GroundBook) -> tuple[str, ...]:
    return tuple(ground.code for ground in book.grounds if ground.type is not GroundType.LABEL)


def _parts(code: str, law: Law) -> tuple[str, str, str]:
    """Article, paragraph and letter; empty where the code has none."""
    parts = code.split(".")
    size = ARTICLE_PARTS[law]
    rest = [*parts[size:], "", ""]
    return ".".join(parts[:size]), rest[0], rest[1]


class _Code:
    """Finds a code as such: ``10.2.e``, ``10.2e``, ``10.2 e``."""

    def __init__(self, code: str) -> None:
        head, _, last = code.rpartition(".")
        body = rf"{re.escape(head)}\.?\s?{last}" if last.isalpha() else re.escape(code)
        self._code = code
        self._pattern = re.compile(rf"(?<![\w.,]){body}(?!\w|\.\d|\.[a-z]\b)", re.IGNORECASE)

    def __call__(self, text: str) -> Iterator[str]:
        if self._pattern.search(text):
            yield self._code


class _Article:
    """Finds the grounds of one paragraph of an article, written in full."""

    def __init__(self, article: str, paragraph: str, codes: dict[str, str], *, alone: bool) -> None:
        ordinal = nl.ORDINALS[int(paragraph) - 1] if paragraph else ""
        number = re.escape(article)
        # 10.2, aanhef en onder e: the paragraph may stand in the number of the article.
        joined = rf"\.{paragraph}\b|" if paragraph else ""
        lid = rf"(?:{joined}{COMMA}(?:{ordinal}\s+lid|lid\s+{paragraph})\b)" if paragraph else ""
        self._codes = codes
        self._pattern = re.compile(
            rf"\bartikel(?:en)?\s+{number}{lid}(?:{COMMA}{LETTERS})?(?![\w])", re.IGNORECASE
        )
        no_paragraph = rf"(?![\w])(?!\.\d)(?!{COMMA}(?:\w+\s+lid|lid\s+\d))"
        self._bare = re.compile(rf"\bartikel\s+{number}{no_paragraph}", re.IGNORECASE)
        self._alone = alone

    def __call__(self, text: str) -> Iterator[str]:
        for match in self._pattern.finditer(text):
            letters = re.findall(r"\b[a-i]\b", (match["letters"] or "").lower())
            yield from (self._codes[letter] for letter in letters or ("",) if letter in self._codes)
        if self._alone and self._bare.search(text):
            yield self._codes[""]


@cache
def _patterns(law: Law, codes: tuple[str, ...]) -> tuple[_Code | _Article, ...]:
    paragraphs: dict[tuple[str, str], dict[str, str]] = {}
    for code in codes:
        article, paragraph, letter = _parts(code, law)
        paragraphs.setdefault((article, paragraph), {})[letter] = code
    articles = [article for article, _ in paragraphs]
    return (
        *map(_Code, codes),
        *(
            _Article(article, paragraph, found, alone=articles.count(article) == 1 and "" in found)
            for (article, paragraph), found in paragraphs.items()
        ),
    )
