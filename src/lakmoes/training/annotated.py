"""Annotated texts: what all training starts from.

In: text files with marks. Out: ``AnnotatedText`` values: the kind of document, its pages as a reader of text
sees them (without places), and per page the marked ranges. Does not know what is learnt from them.

A text begins with a line ``kind: memo`` (a ``DocumentKind``). After it an empty line parts paragraphs, ``¦``
parts the cells of a table row, a line ``---`` parts pages, and ``{o|...}`` marks a range; the letters are
those of ``MARKS``. Marks may stand in each other: ``{o|Volgens {n|Jansen} kan dit niet.}``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lakmoes.model import DocumentKind, FindingKind, Page, TextSource

MARKS = {
    "o": FindingKind.OPINION,
    "c": FindingKind.OPERATIONAL,
    "d": FindingKind.INSPECTION,
    "g": FindingKind.DISADVANTAGE,
    "b": FindingKind.BUSINESS_DATA,
    "f": FindingKind.FINANCIAL_INTEREST,
    "r": FindingKind.FOREIGN_RELATIONS,
    "s": FindingKind.STATE_SECURITY,
    "x": FindingKind.OUT_OF_SCOPE,
    "p": FindingKind.PERSONAL_REMARK,
    "n": FindingKind.NAME,
}
"""Letters of the marks. ``n`` marks every name of a person, also those that may be read by all."""
TOKEN = re.compile(r"\{([a-z])\||\}|\{")
ROW_START = re.compile(r"\n(?=[^\n]*¦)")
PAGE_BREAK = re.compile(r"\n---\n")

Marked = Sequence[tuple[int, int, FindingKind]]
"""Ranges of a page's text with the kind of what stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedText:
    """A text with its marks.

    Attributes:
        name: Of the file, without its ending.
        kind: Kind of document.
        pages: Its pages, without places of words.
        marked: Per page the marked ranges, in order of their starts, longer ones first.
    """

    name: str
    kind: DocumentKind
    pages: tuple[Page, ...]
    marked: tuple[Marked, ...]

    @property
    def names_marked(self) -> bool:
        """Whether names are marked; where none is, nobody knows which words are names."""
        return any(kind is FindingKind.NAME for ranges in self.marked for _, _, kind in ranges)


def texts_in(folder: Path) -> list[AnnotatedText]:
    """The annotated texts in a folder and the folders in it, in order of their paths.

    Raises:
        ValueError: A text is not as the format asks.
    """
    return [read_text(path) for path in sorted(folder.rglob("*.txt"))]


def read_text(path: Path) -> AnnotatedText:
    """An annotated text.

    Raises:
        ValueError: The first line names no kind, a mark is not closed, or its letter is unknown.
    """
    head, _, body = path.read_text(encoding="utf-8").partition("\n")
    kind = DocumentKind(head.removeprefix("kind:").strip())
    try:
        found = [unmarked(_paragraphs(part)) for part in PAGE_BREAK.split(body)]
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
    return AnnotatedText(
        name=path.stem,
        kind=kind,
        pages=tuple(_page(path.stem, index, text) for index, (text, _) in enumerate(found)),
        marked=tuple(marked for _, marked in found),
    )


def unmarked(body: str) -> tuple[str, Marked]:
    """A text without its marks, and where they stood.

    Raises:
        ValueError: A mark is not closed, was never opened, or has an unknown letter.
    """
    parts: list[str] = []
    marked: list[tuple[int, int, FindingKind]] = []
    opened: list[tuple[int, FindingKind]] = []
    length = position = 0
    for match in TOKEN.finditer(body):
        parts.append(body[position : match.start()])
        length += match.start() - position
        position = match.end()
        if match.group(1):
            opened.append((length, _kind(match.group(1))))
        elif match.group() == "}" and opened:
            start, kind = opened.pop()
            marked.append((start, length, kind))
        else:
            raise ValueError(f"a mark is not right near: {body[match.start() - 20 : match.end() + 20]!r}")
    if opened:
        raise ValueError("a mark is not closed")
    return "".join((*parts, body[position:])), tuple(sorted(marked, key=lambda it: (it[0], -it[1], it[2])))


def _kind(letter: str) -> FindingKind:
    if letter not in MARKS:
        raise ValueError(f"unknown mark {letter!r}")
    return MARKS[letter]


def _paragraphs(body: str) -> str:
    """The text of a page as it is read from a PDF: rows apart, a tab between cells."""
    rows = ROW_START.sub("\n\n", body.strip("\n")).replace("¦", "\t")
    return re.sub(r"\n{3,}", "\n\n", rows)


def _page(document_id: str, index: int, text: str) -> Page:
    return Page(
        document_id=document_id,
        index=index,
        width=595.0,
        height=842.0,
        rotation=0,
        text=text,
        words=(),
        text_source=TextSource.DIGITAL,
    )
