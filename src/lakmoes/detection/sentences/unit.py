"""What a unit of text is, and where it stands."""

from dataclasses import dataclass, replace
from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is in the layout of a government document."""

    SENTENCE = "sentence"
    LIST_ITEM = "list_item"
    CELL = "cell"
    HEADING = "heading"
    LABEL = "label"
    """What stands before a text and says whose or what it is: ``[opm. AB:``, ``Achtergrond:``."""
    COMMENT = "comment"
    """A margin comment or a remark between square brackets."""
    MESSAGE = "message"
    MESSAGE_HEAD = "message_head"
    """Sender and time of a chat message."""
    MAIL_HEAD = "mail_head"
    SALUTATION = "salutation"
    SIGNATURE = "signature"
    """Closing words of a mail or letter and what follows them."""
    DISCLAIMER = "disclaimer"
    RUNNING = "running"
    """Running head or foot of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Characters ``start`` to ``end`` of a page's text that are judged as one thing.

    Attributes:
        start: Offset of the first character.
        end: Offset just past the last character.
        kind: What it is.
        block: Index of the paragraph or table row on the page, from 0.
        cell: Index of the cell in the row, 0 in a paragraph.
    """

    start: int
    end: int
    kind: UnitKind
    block: int = 0
    cell: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a unit is a non-empty range")


@dataclass(frozen=True, slots=True)
class Piece:
    """A range of the text on its way to becoming units."""

    start: int
    end: int
    kind: UnitKind


def trimmed(text: str, piece: Piece) -> Piece:
    """The piece without white space at its ends."""
    content = text[piece.start : piece.end]
    start = piece.start + len(content) - len(content.lstrip())
    return replace(piece, start=start, end=start + len(content.strip()))
