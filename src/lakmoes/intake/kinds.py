"""What kind of document it is, as an inventory names it.

In: the opening, the heads of mails, the layout and the file's name. Out: a ``DocumentKind``. First comes what
the structure shows beyond doubt (mail, chat, official report, slides, letter), then the word with which the
heading, the opening and the file's name call the document, then weaker structure. What nothing tells is
``OTHER``: a wrong kind misleads more than none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from lakmoes.intake.layout import TextLine
from lakmoes.intake.mail import MailHead
from lakmoes.intake.opening import Opening
from lakmoes.model import DocumentKind

MAIL_STARTS_WITHIN = 15
"""Lines above the first mail's head: the mailbox owner's name, the heading of the print."""
CHAT_LINES, CHAT_SHARE = 4, 0.2
SLIDE_PAGES, SLIDE_WORDS = 3, 110
TABLE_SHARE = 0.5
OPENING_WORDS = 70
"""Characters of a line of the opening within which it may say what the document is."""
NAMED_WITHIN = 25
"""Characters of a title within which it says its own kind; further on it speaks of something else."""
REPORT_SECTIONS = 3

WORDS: tuple[tuple[DocumentKind, str], ...] = (
    (DocumentKind.OFFICIAL_REPORT, r"proces-?\s?verbaal"),
    (DocumentKind.NEWS, r"persbericht|nieuwsbericht|press release|nieuwsbrief"),
    (DocumentKind.ATTENDANCE_LIST, r"presentielijst|aanwezigheidslijst|deelnemerslijst|intekenlijst"),
    (
        DocumentKind.MINUTES,
        r"(?:gespreks|vergader|overleg|bespreek)?verslag(?! van (?:inzet|bevindingen))|notulen|besluitenlijst"
        r"|actie-? en besluitenlijst|minutes of|terugkoppeling (?:van )?(?:het )?(?:overleg|gesprek)",
    ),
    (
        DocumentKind.DECISION_NOTE,
        r"(?:beslis|aanbiedings|informatie|advies)?nota|ter beslissing|ter besluitvorming",
    ),
    (
        DocumentKind.LEGAL_ADVICE,
        r"(?:juridisch|vertrouwelijk|extern|second)e? (?:advies|opinie|opinion)|advies|landsadvocaat"
        r"|legal (?:opinion|advice)",
    ),
    (
        DocumentKind.FORM,
        r"(?:aanvraag|klacht|melding\w*|contact|inschrijf|intake|web|antwoord)?formulier(?:en)?",
    ),
    (DocumentKind.PLANNING, r"planning|(?:dienst)?rooster|tijdpad|tijdlijn|weekplanning"),
    (DocumentKind.PRESENTATION, r"presentatie|powerpoint|sheets|slides|\w+\.pptx?"),
    (
        DocumentKind.SPREADSHEET,
        r"tabblad|spreadsheet|\w*matrix|[\w-]+\.(?:xlsx?|csv|ods)|inventarislijst|overzicht betalingen",
    ),
    (
        DocumentKind.MEMO,
        r"memo(?:randum)?|(?:\w+)?notitie|oplegger|q\s?&\s?a(?:['’]s)?|debatmap|spreektekst|plan van aanpak"
        r"|(?:concept-?)?antwoorden|beantwoording|vragen en antwoorden|factsheet"
        r"|(?:t\.?b\.?v\.? )?intern beraad",
    ),
    (DocumentKind.NOTES, r"aantekeningen|kladblok|krabbels?|handgeschreven"),
    (DocumentKind.CHAT, r"whatsapp\w*(?:-\w+)?|signal-?\w*|chat\w*|app-?berichten|sms\w*"),
    (DocumentKind.LETTER, r"(?:kamer|antwoord|klacht|aanbiedings)?brief|offerte"),
    (
        DocumentKind.REPORT,
        r"\w*rapport(?:age)?|evaluatie\w*|onderzoek\w*|\w*kader|draaiboek|handleiding|handboek|\w*protocol"
        r"|\w+beoordeling|\w*scenario\w*|\w*analyse|beleidsplan|richtlijn|werkinstructie|interviewresultaten"
        r"|\w*verkenning|report|assessment",
    ),
    (DocumentKind.ATTACHMENT, r"bijlage|annex|appendix|uittreksel"),
)
NAMED = tuple((kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for kind, words in WORDS)

CHAT_LINE = re.compile(
    r"^(?:\[?\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},?\s\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]m)?\]?\s*[-–]?\s*\S"
    r"|\[?\d{1,2}[:.]\d{2}\]?\s+[^\W\d][^:]{0,30}:\s"
    r"|[^\W\d][^\d:]{0,35}[\s,(]\d{1,2}[:.]\d{2}\)?$)",
    re.IGNORECASE,
)
LETTER_SIGNS = (
    re.compile(r"^(?:geachte|weledel\w*|hooggeachte|excellentie|dear)\b", re.IGNORECASE),
    re.compile(
        r"^(?:hoogachtend|met (?:vriendelijke|hartelijke) groet|met (?:de meeste )?hoogachting"
        r"|met verschuldigde|yours (?:sincerely|faithfully)|kind regards)",
        re.IGNORECASE,
    ),
    re.compile(r"^>? ?retouradres|^(?:ons|uw) kenmerk\b|^uw (?:brief|bericht)\b", re.IGNORECASE),
    re.compile(
        r"^(?:aan )?(?:de )?voorzitter van de (?:tweede|eerste) kamer"
        r"|^(?:de heer|mevrouw|t\.a\.v\.|ter attentie van)\s",
        re.IGNORECASE,
    ),
    re.compile(r"^(?:betreft|onderwerp)\b", re.IGNORECASE),
    re.compile(r"\b\d{4}\s[A-Z]{2}\s+[A-Z]|^postbus\s\d", re.IGNORECASE),
)
SURE_LETTER_SIGNS = frozenset((0, 2))
LETTER_SIGNS_NEEDED = 3
MEETING = tuple(
    re.compile(rf"(?:^|[\s.]){words}", re.IGNORECASE)
    for words in (
        r"(?:aanwezig(?:en)?|deelnemers|leden)\s*[:\t(]",
        r"(?:(?:met kennisgeving )?afwezig|afgemeld|verhinderd)\b",
        r"voorzitter\s*[:\t]?\s",
        r"(?:notulen|notulist|verslag(?:legger)?|secretaris)\s*[:\t]",
    )
)
MEETING_SIGNS_NEEDED = 2
MEMO_LABELS = ("aan", "van", "datum", "onderwerp", "betreft", "to", "from", "date", "subject", "inzake")
MEMO_LABELS_NEEDED = 3
SECTION_HEAD = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})?\.?|[A-Z]\d?\.)\s+[A-ZÀ-Ý][^.]{2,80}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the kind is told from.

    Attributes:
        opening: The opening of the document.
        lines: The lines of all pages.
        heads: The heads of mails in them.
        pages: Number of pages.
        landscape: Whether all pages lie on their side.
        file_name: Name of the file.
    """

    opening: Opening
    lines: tuple[TextLine, ...]
    heads: tuple[MailHead, ...]
    pages: int
    landscape: bool
    file_name: str


def kind_of(evidence: Evidence) -> DocumentKind:
    """The kind of the document."""
    for judge in (_by_structure, _by_heading, _by_meeting, _by_file_name, _by_opening, _by_layout):
        kind = judge(evidence)
        if kind:
            return kind
    return DocumentKind.OTHER


def named_kind(text: str) -> DocumentKind | None:
    """The kind that the text names first: Dutch titles open with it."""
    matches = ((pattern.search(text), kind) for kind, pattern in NAMED)
    found = [(match.start(), -match.end(), kind) for match, kind in matches if match]
    return min(found)[2] if found else None


def names_kind(text: str, kind: DocumentKind) -> bool:
    """Whether the text opens with a word for this kind (``Uw brief`` is another's letter)."""
    if text.lower().startswith(("uw ", "your ")):
        return False
    return any(pattern.search(text[:NAMED_WITHIN]) for named, pattern in NAMED if named is kind)


def is_chat_line(text: str) -> bool:
    """Whether the line opens a chat message: moment and sender."""
    return bool(CHAT_LINE.match(text))


def _by_structure(evidence: Evidence) -> DocumentKind | None:
    first = evidence.heads[0] if evidence.heads else None
    if first and first.sure and first.line < MAIL_STARTS_WITHIN:
        return DocumentKind.EMAIL
    chat = sum(is_chat_line(line.text) for line in evidence.lines)
    if chat >= CHAT_LINES and chat >= CHAT_SHARE * len(evidence.lines):
        return DocumentKind.CHAT
    if any(names_kind(line.text, DocumentKind.OFFICIAL_REPORT) for line in evidence.opening.lines[:10]):
        return DocumentKind.OFFICIAL_REPORT
    if _is_slides(evidence):
        return DocumentKind.PRESENTATION
    return _letter(evidence)


def _is_slides(evidence: Evidence) -> bool:
    if not evidence.landscape or evidence.pages < SLIDE_PAGES:
        return False
    words = sum(len(line.text.split()) for line in evidence.lines)
    return words < SLIDE_WORDS * evidence.pages and _table_share(evidence.lines) < TABLE_SHARE


def _letter(evidence: Evidence) -> DocumentKind | None:
    texts = [line.text for line in (*evidence.opening.page, *evidence.lines)]
    signs = {index for index, sign in enumerate(LETTER_SIGNS) for text in texts if sign.search(text)}
    if len(signs) < LETTER_SIGNS_NEEDED or not signs & SURE_LETTER_SIGNS:
        return None
    top = " ".join(line.text for line in evidence.opening.lines).lower()
    is_counsel = re.search(r"\b(?:landsadvocaat|advocaten)\b", top) and re.search(r"\badvies\b", top)
    return DocumentKind.LEGAL_ADVICE if is_counsel else DocumentKind.LETTER


def _by_heading(evidence: Evidence) -> DocumentKind | None:
    return named_kind(evidence.opening.heading or evidence.opening.first)


def _by_meeting(evidence: Evidence) -> DocumentKind | None:
    """Minutes whose heading does not say so: who was there, who presided, who wrote."""
    texts = [line.text for line in evidence.opening.page[:20]]
    signs = sum(any(sign.search(text) for text in texts) for sign in MEETING)
    return DocumentKind.MINUTES if signs >= MEETING_SIGNS_NEEDED else None


def _by_opening(evidence: Evidence) -> DocumentKind | None:
    for line in evidence.opening.lines[:12]:
        kind = named_kind(line.text[:OPENING_WORDS])
        if kind and (line.text[0].isupper() or kind is DocumentKind.SPREADSHEET):
            return kind
    labels = {cell.rstrip(": ").lower() for line in evidence.opening.lines for cell in line.cells}
    labels |= {line.text.split(":")[0].strip().lower() for line in evidence.opening.lines}
    return DocumentKind.MEMO if len(labels & set(MEMO_LABELS)) >= MEMO_LABELS_NEEDED else None


def _by_file_name(evidence: Evidence) -> DocumentKind | None:
    stem = PurePosixPath(evidence.file_name).stem
    return named_kind(re.sub(r"[_\-\s]+", " ", stem))


def _by_layout(evidence: Evidence) -> DocumentKind | None:
    if _table_share(evidence.lines) >= TABLE_SHARE:
        return DocumentKind.SPREADSHEET
    sections = sum(bool(SECTION_HEAD.match(line.text)) for line in evidence.lines)
    return DocumentKind.REPORT if sections >= REPORT_SECTIONS else None


def _table_share(lines: Sequence[TextLine]) -> float:
    """Share of the paragraphs and rows that have three cells or more; cells may run over several lines."""
    tabs: list[int] = []
    for line in lines:
        if line.opens or not tabs:
            tabs.append(0)
        tabs[-1] += line.text.count("\t")
    return sum(count >= 2 for count in tabs) / len(tabs) if tabs else 0.0
