"""The date that a document bears.

In: its kind, opening, lines, the heads of mails and the file's name. Out: its date, or ``None`` where it
bears none. A thread has the date of its newest mail, a chat that of its first message, an official report
that of its closing; any other document that of its ``Datum`` line, of the line with the place of writing, of
its version or status, of its opening, of the line under its text, and last that of the file's name.

A date in running text is never taken, nor the moment at which the PDF was made: on an inventory a wrong date
is worse than none.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath

from lakmoes.intake.dates import date_in_name, dates_in
from lakmoes.intake.kinds import Evidence, is_chat_line
from lakmoes.intake.layout import TextLine
from lakmoes.intake.mail import newest
from lakmoes.intake.opening import labelled
from lakmoes.model import DocumentKind

DATE_LABELS = (
    r"(?:vergader|versie|document|rapport|publicatie|verzend|opmaak)?datum(?: en (?:tijd|plaats))?"
    r"(?: (?:brief|vergadering|overleg|bespreking|gesprek|verslag|memo|nota|notitie|document|versie|opmaak))?"
    r"|plaats (?:en|/) datum|dagtekening|wanneer|date|opgesteld op|d\.d\."
)
OTHER_LABEL = re.compile(
    r"^(?:uw\s|geboren|geboorte|ingekomen|ontvangen|ontvangst|deadline|uiterlijk|termijn|start|eind|looptijd|inzenddatum)",
    re.IGNORECASE,
)
PLACE_AND_DATE = re.compile(r"^['’]?[A-ZÀ-Ý][\w'’. -]{1,40}?,?\s(?:de\s|d\.d\.\s|op\s)?$")
STATED = re.compile(
    r"\b(?:versie|stand(?: van)?|status|gedateerd|vastgesteld|vaststelling|bijgewerkt|peildatum|concept"
    r"|definitief|opgesteld|opgemaakt|laatst gewijzigd|gepubliceerd|datum)\b(?:(?!\.\s[A-Z])[^\n]){0,45}$"
    r"|\bd\.?\s?d\.?\s?:?\s?$",
    re.IGNORECASE,
)
IN_A_SENTENCE = re.compile(
    r"\b(?:van|op|sinds|tot|vanaf|voor|na|in|per|uiterlijk|tussen|en|tot en met|t/m|ingezonden|gehouden|brief"
    r"|on|since)\s(?:\w+dag\s)?$",
    re.IGNORECASE,
)
CLOSING = re.compile(r"\b(?:gesloten|ondertekend|opgemaakt|aldus|vastgesteld)\b", re.IGNORECASE)
STATED_WITHIN = 80
"""Characters before a date within which a word for version or status stands."""
SHORT_LINE = 110
"""Characters up to which a line of an opening can be a heading with a date in it."""
LAST_LINES = 30


def date_of(kind: DocumentKind, evidence: Evidence) -> date | None:
    """The date of the document, ``None`` where it bears none."""
    if kind is DocumentKind.EMAIL:
        head = newest(evidence.heads)
        if head and head.sent:
            return head.sent.date()
    if kind is DocumentKind.CHAT:
        return _first_message(evidence) or _stated_or_shown(evidence.opening.page[:3]) or _named(evidence)
    if kind is DocumentKind.OFFICIAL_REPORT:
        closing = _closing(evidence.lines)
        if closing:
            return closing
    opening = evidence.opening
    return (
        _labelled(opening.lines)
        or _place_and_date(opening.page)
        or _stated_or_shown(opening.lines)
        or _place_and_date(evidence.lines[-LAST_LINES:])
        or _closing(evidence.lines[-LAST_LINES:])
        or _named(evidence)
    )


def _first_message(evidence: Evidence) -> date | None:
    for line in evidence.lines:
        if is_chat_line(line.text):
            mentions = dates_in(line.text[:30])
            return mentions[0].day if mentions else None
    return None


def _labelled(lines: Sequence[TextLine]) -> date | None:
    for value, _ in labelled(lines, DATE_LABELS):
        mentions = dates_in(value)
        if mentions and not re.search(r"[a-z]{3,}\s+[a-z]{3,}\s", value[: mentions[0].start]):
            return mentions[0].day
    return None


def _place_and_date(lines: Iterable[TextLine]) -> date | None:
    """The date of a line that holds nothing but a place and a date (``Den Haag, 3 september 2020``)."""
    for line in lines:
        for cell in line.cells:
            for mention in dates_in(cell):
                before, after = cell[: mention.start], cell[mention.end :]
                if PLACE_AND_DATE.match(before) and not after.strip(" .,;") and "," in before:
                    return mention.day
    return None


def _stated_or_shown(lines: Sequence[TextLine]) -> date | None:
    """The date of the version or status that the lines state, else the first that stands there as such."""
    shown: date | None = None
    for index, line in enumerate(lines):
        above = lines[index - 1].text if index else ""
        for mention in dates_in(line.text):
            before = line.text[: mention.start]
            if OTHER_LABEL.match(line.text) or (not before.strip() and OTHER_LABEL.match(above)):
                continue
            if STATED.search(before[-STATED_WITHIN:]):
                return mention.day
            if shown is None and _is_shown(line.text, before):
                shown = mention.day
    return shown


def _is_shown(text: str, before: str) -> bool:
    """Whether the date stands in a short line of its own accord, not in a sentence, label or aside."""
    return (
        len(text) <= SHORT_LINE
        and "\t" not in before
        and not re.search(r":\s*$", before)
        and before.count("(") == before.count(")")
        and not IN_A_SENTENCE.search(before)
    )


def _closing(lines: Sequence[TextLine]) -> date | None:
    """The date in the formula that closes an official document."""
    text = " ".join(line.text for line in lines)
    found: date | None = None
    for match in CLOSING.finditer(text):
        mentions = dates_in(text[match.start() : match.end() + 120])
        if mentions:
            found = mentions[0].day
    return found


def _named(evidence: Evidence) -> date | None:
    return date_in_name(PurePosixPath(evidence.file_name).stem)
