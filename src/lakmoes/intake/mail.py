"""The heads of the mails in a mail print.

In: lines of text. Out: one ``MailHead`` for each mail in the print: when it was sent and on what subject.
Knows the heads of Dutch and English mail programs (a label with a colon or in a cell of its own before the
value), heads whose labels and values stand in two columns, web mail (address and moment on one line) and the
sentence above a quoted mail (``Op … schreef …:``).

Senders and recipients are passed over: names do not belong in a title.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from lakmoes.intake.dates import DateMention, dates_in
from lakmoes.intake.layout import TextLine

LABELS = {
    "from": ("van", "from", "afzender", "von"),
    "sent": ("verzonden", "verzonden op", "verzenddatum", "sent", "date", "datum", "gesendet"),
    "to": ("aan", "to", "naar", "an"),
    "subject": ("onderwerp", "subject", "betreft", "betr.", "betreff"),
    "other": (
        "cc",
        "bcc",
        "kopie",
        "bijlage",
        "bijlagen",
        "bijlage(n)",
        "attachment",
        "attachments",
        "urgentie",
        "prioriteit",
        "importance",
        "priority",
        "gevoeligheid",
        "sensitivity",
        "categorieën",
        "categories",
        "reply-to",
        "beantwoorden aan",
        "opvolgingsmarkering",
        "markeringsstatus",
        "follow up flag",
        "flag status",
    ),
}
FIELD_OF = {label: name for name, labels in LABELS.items() for label in labels}
ANY_LABEL = "|".join(re.escape(label) for label in sorted(FIELD_OF, key=len, reverse=True))
LABELLED = re.compile(rf"^[>\s|*]*(?P<label>{ANY_LABEL})\s*(?:[:\t]\s*(?P<value>.*)|$)", re.IGNORECASE)
SENT_FOR_SURE = ("verzonden", "sent", "gesendet", "verzenddatum")
SENT_WITHOUT_COLON = re.compile(r"^[>\s|*]*(?:verzonden|sent)\s+(?P<value>\S.*\d{4}.*)$", re.IGNORECASE)
WEB_MAIL = re.compile(r"<[^<>\s]+@[^<>\s]+>\s+(?P<value>\S.*)$")
QUOTED = re.compile(r"^[>\s|]*(?:Op|On)\s(?P<value>.{6,90}?)\s(?:schreef|heeft|wrote)\b")
PREFIX = re.compile(
    r"^(?:(?:re|fwd?|antw(?:oord)?|betr|doorst|aw|wg|tr|sv|vs)\s*(?:\[\d+\])?\s*:|\[ext(?:ern(?:al|e)?)?\]:?|\*+\s*spam\s*\*+)\s*",
    re.IGNORECASE,
)
SALUTATION = re.compile(
    r"^(?:beste|geachte|dear|hallo|hoi|hi|hello|dag|allen|heren|dames|collega'?s|goede(?:morgen|middag|navond))\b"
    r"|^[^\s,]+(?:(?:,| en| &)\s[^\s,]+){0,4},$",
    re.IGNORECASE,
)
RECIPIENT_LINES = 12
"""Lines without a label that a long list of recipients may take up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailHead:
    """The head of one mail.

    Attributes:
        line: Index of its first line.
        sent: Moment of sending, ``None`` where it cannot be read.
        subject: As it stands, empty where there is none.
        sure: Whether it can only be a mail's: a memo has ``Van``, ``Aan`` and ``Onderwerp`` too.
    """

    line: int
    sent: datetime | None
    subject: str
    sure: bool


@dataclass(slots=True)
class _OpenHead:
    """A head while its lines are being read."""

    line: int
    values: dict[str, list[str]] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    bare: bool = False
    unlabelled: int = 0
    sure: bool = False
    last: str = ""
    runs_on: bool = False


def mail_heads(lines: Sequence[TextLine]) -> tuple[MailHead, ...]:
    """The heads of all mails in the lines, in reading order."""
    heads: list[MailHead] = []
    current: _OpenHead | None = None
    for index, line in enumerate(lines):
        label, value = _labelled(line.text)
        if label == "from" and (current is None or "from" in current.values):
            heads += _closed(current)
            current = _OpenHead(line=index)
        if current is None:
            heads += _single_line(index, lines)
        elif label:
            _add(current, label, value, line)
        elif not _continued(current, line):
            heads += _closed(current)
            current = None
    return (*heads, *_closed(current))


def newest(heads: Sequence[MailHead]) -> MailHead | None:
    """The mail that was sent last; of equal moments the first in the print; ``None`` without any moment."""
    dated = [head for head in heads if head.sent]
    return max(dated, key=lambda head: (head.sent or datetime.min, -head.line), default=None)


def bare_subject(subject: str) -> str:
    """The subject without its prefixes of answering and forwarding."""
    previous = None
    while subject != previous:
        previous, subject = subject, PREFIX.sub("", subject).strip()
    return subject


def _labelled(text: str) -> tuple[str, str]:
    """Field and value of a line that begins with a label; empty strings for any other line."""
    match = LABELLED.match(text)
    if match:
        return FIELD_OF[match["label"].lower()], (match["value"] or "").strip()
    match = SENT_WITHOUT_COLON.match(text)
    return ("sent", match["value"]) if match else ("", "")


def _add(head: _OpenHead, label: str, value: str, line: TextLine) -> None:
    if label == "from":
        head.bare = not value
    head.last, head.runs_on, head.unlabelled = label, line.full, 0
    head.sure |= "@" in value or line.text.lower().lstrip("> |*").startswith(SENT_FOR_SURE)
    if value:
        head.values.setdefault(label, []).append(value)
    else:
        head.values.setdefault(label, [])
        head.waiting.append(label)


def _continued(head: _OpenHead, line: TextLine) -> bool:
    """Takes in a line without a label where it belongs to the head; else the head is over."""
    if head.bare and head.waiting:
        head.values[head.waiting.pop(0)].append(line.text.strip())
        head.sure |= "@" in line.text
        return True
    if head.last == "subject":
        if head.runs_on and not line.opens and not SALUTATION.match(line.text):
            head.values["subject"].append(line.text.strip())
            head.runs_on = line.full
            return True
        return False
    head.unlabelled += 1
    return "subject" not in head.values and head.unlabelled <= RECIPIENT_LINES


def _closed(head: _OpenHead | None) -> Iterator[MailHead]:
    """The finished head, if it is one."""
    if head is None:
        return
    sent = _moment(" ".join(head.values.get("sent", ())))
    subject = " ".join(" ".join(head.values.get("subject", ())).split())
    sure = head.sure or bool(sent and sent.time) or bool(PREFIX.match(subject))
    if sent or (subject and "to" in head.values):
        yield MailHead(line=head.line, sent=sent.moment if sent else None, subject=subject, sure=sure)


def _single_line(index: int, lines: Sequence[TextLine]) -> Iterator[MailHead]:
    """The head of web mail, and the sentence above a quoted mail."""
    text = lines[index].text
    web = WEB_MAIL.search(text)
    quoted = None if web else QUOTED.match(text)
    match = web or quoted
    sent = _moment(match["value"]) if match else None
    if sent and sent.time:
        yield MailHead(line=index, sent=sent.moment, subject="", sure=True)


def _moment(text: str) -> DateMention | None:
    return next(iter(dates_in(text)), None)
