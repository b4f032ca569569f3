"""Lines of a paragraph or cell, and the labels and sentences in them.

In: the text of a page and the range of a paragraph or cell. Out: pieces: first runs of lines that belong
together (an item, a message, a line of a mail's head), then the label and the sentences of each run.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lakmoes.detection.sentences.marks import (
    ABBREVIATIONS,
    BRACKETED_COMMENT,
    BULLET,
    CHAT_LINE,
    CHAT_SENDER,
    CLOSING,
    DISCLAIMER,
    LINE,
    MAIL_FIELD,
    MARGIN_COMMENT,
    NAME_LABEL,
    OPENING,
    REMARK_LABEL,
    SALUTATION,
    SENTENCE_END,
    STARTER,
)
from lakmoes.detection.sentences.unit import Piece, UnitKind, trimmed

ITEM_END = "\v"
"""Stands for the line end before an item that the caller knows of, while the text is divided."""
WRAPPED_HEAD = 50
"""Characters that a line of a mail's head must at least have to go on in the next."""
WHOLE_LINES = frozenset({UnitKind.MESSAGE_HEAD, UnitKind.SALUTATION})
STARTS_OF_LINES = WHOLE_LINES | {
    UnitKind.MAIL_HEAD,
    UnitKind.MESSAGE,
    UnitKind.COMMENT,
    UnitKind.SIGNATURE,
}
"""Kinds that a line can only begin, never go on with."""
UNDIVIDED = frozenset(
    {UnitKind.MAIL_HEAD, UnitKind.MESSAGE_HEAD, UnitKind.SALUTATION, UnitKind.SIGNATURE, UnitKind.RUNNING}
)


def runs_of_lines(text: str, piece: Piece, kind: UnitKind, first: UnitKind | None = None) -> Iterator[Piece]:
    """The pieces of a paragraph or cell, one for every run of lines that belong together."""
    matches = (match for match in LINE.finditer(text, piece.start, piece.end) if match.group().strip())
    lines = [trimmed(text, Piece(match.start(), match.end(), kind)) for match in matches]
    width = 0 if kind is UnitKind.CELL else max(line.end - line.start for line in lines)
    run = replace(lines[0], kind=first or _kind_of_line(text, lines[0]))
    previous = lines[0]
    for line in lines[1:]:
        starting = replace(line, kind=_kind_of_line(text, line))
        if _goes_on(text, run.kind, (previous, starting), width):
            run = replace(run, end=line.end)
        else:
            yield run
            run = starting if starting.kind is not kind else replace(line, kind=_after(run.kind, kind))
        previous = line
    yield run


def _kind_of_line(text: str, line: Piece) -> UnitKind:
    """What a line starts, as far as its own words tell."""
    content = text[line.start : line.end]
    if MAIL_FIELD.match(content):
        return UnitKind.MAIL_HEAD
    chat = CHAT_LINE.match(content)
    if chat or CHAT_SENDER.match(content):
        return UnitKind.MESSAGE_HEAD if not chat or chat.end() == len(content) else UnitKind.MESSAGE
    if MARGIN_COMMENT.match(content) or BRACKETED_COMMENT.match(content):
        return UnitKind.COMMENT
    if CLOSING.match(content):
        return UnitKind.SIGNATURE
    if line.kind is UnitKind.SENTENCE and SALUTATION.match(content):
        return UnitKind.SALUTATION
    return UnitKind.LIST_ITEM if BULLET.match(content) else line.kind


def _goes_on(text: str, run: UnitKind, lines: tuple[Piece, Piece], width: int) -> bool:
    """Whether the second line goes on with the run of lines that the first one ends."""
    previous, line = lines
    if line.kind in STARTS_OF_LINES or run in WHOLE_LINES or ITEM_END in text[previous.end : line.start]:
        return False
    if run is UnitKind.SIGNATURE:
        return True
    ended = text[previous.end - 1] in ".!?:;…"
    if line.kind is UnitKind.LIST_ITEM:
        return text[line.start] in "-–" and not ended
    word = text[line.start : line.end].split(maxsplit=1)[0]
    room = previous.end - previous.start + 1 + len(word) <= width
    if run is UnitKind.MAIL_HEAD:
        return not room and previous.end - previous.start >= WRAPPED_HEAD
    # A line that had room for the next word was ended on purpose.
    opened = text.count("(", previous.start, previous.end) > text.count(")", previous.start, previous.end)
    begins = word[0].isupper() or word[0].isdigit() or word[0] == "€"
    return opened or ended or not (room and begins)


def _after(run: UnitKind, kind: UnitKind) -> UnitKind:
    """What an unmarked line is, given the run that it does not go on with."""
    if run is UnitKind.MESSAGE_HEAD:
        return UnitKind.MESSAGE
    if run is UnitKind.SIGNATURE:
        return UnitKind.SIGNATURE
    return UnitKind.LIST_ITEM if run in (UnitKind.SENTENCE, UnitKind.LIST_ITEM) else kind


def parts_of(text: str, piece: Piece) -> Iterator[Piece]:
    """The label and the sentences of a piece."""
    if DISCLAIMER.search(text, piece.start, piece.end):
        yield replace(piece, kind=UnitKind.DISCLAIMER)
    elif piece.kind in UNDIVIDED:
        yield piece
    elif (start := _label_end(text, piece)) > piece.start:
        kind = UnitKind.MESSAGE_HEAD if piece.kind is UnitKind.MESSAGE else UnitKind.LABEL
        yield trimmed(text, Piece(piece.start, start, kind))
        # A label may be followed by another: the comment of someone who quotes a colleague.
        yield from parts_of(text, trimmed(text, replace(piece, start=start)))
    else:
        yield from (replace(piece, start=low, end=high) for low, high in _sentences(text, piece))


def _label_end(text: str, piece: Piece) -> int:
    """Where the text begins after its label; the start of the piece where there is no label."""
    for pattern in (CHAT_LINE, MARGIN_COMMENT, BRACKETED_COMMENT, REMARK_LABEL, NAME_LABEL):
        match = pattern.match(text, piece.start, piece.end)
        if match and match.group().strip() and text[match.end() : piece.end].strip():
            return match.end()
    return piece.start


def _sentences(text: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences in a piece."""
    start = piece.start
    for match in SENTENCE_END.finditer(text, piece.start, piece.end):
        if match.end() < piece.end and _ends(text, start, match, piece.kind):
            yield start, match.end()
            start = trimmed(text, replace(piece, start=match.end())).start
    if start < piece.end:
        yield start, piece.end


def _ends(text: str, start: int, match: re.Match[str], kind: UnitKind) -> bool:
    """Whether punctuation ends a sentence; in chats a sentence may begin in lower case."""
    following = text[match.end() :].lstrip()[:1]
    lower = following.islower()
    if lower and kind is not UnitKind.MESSAGE:
        return False
    if match.group()[0] != ".":
        return not lower or match.group()[0] in "!?"
    words = text[start : match.start()].split()
    word = words[-1].lstrip(OPENING) if words else ""
    if len(words) <= 1 and (word.isdigit() or len(word) <= 1):
        return False
    if len(word) == 1 and word.isupper():
        return STARTER.match(text, match.end()) is not None and words[-2].islower()
    return not _is_abbreviation(word) and (following.isalnum() or following in OPENING)


def _is_abbreviation(word: str) -> bool:
    """Whether the full stop behind a word belongs to it."""
    pointed = "." in word and not word[0].isdigit() and all(len(part) <= 2 for part in word.split("."))
    return pointed or word.lower() in ABBREVIATIONS
