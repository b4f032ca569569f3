"""The value objects that stages hand to each other.

In: nothing; this module imports the standard library only. Out: frozen, slotted dataclasses whose
collections are tuples and whose ``__post_init__`` refuses nonsense. No object of another library is held
here, so that any stage can be replaced without touching the others.

Coordinates are PDF points (1/72 inch), origin at the top left of the page *before* rotation, y downwards.
``page_index`` counts from 0; page numbers for people count from 1.
"""

import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Law(StrEnum):
    """The regime that a dossier is decided under."""

    WOB = "wob"
    WOO = "woo"


class GroundType(StrEnum):
    """Whether a ground forbids disclosure as such, or must be weighed and motivated."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    LABEL = "label"
    """No ground of refusal in law, such as out of scope or duplicate."""


class TextSource(StrEnum):
    """Where the text of a page comes from."""

    DIGITAL = "digital"
    OCR = "ocr"
    NONE = "none"
    """No text could be read. Never the same as an empty page."""


class DocumentKind(StrEnum):
    """The kind of document as an inventory names it."""

    ATTENDANCE_LIST = "attendance_list"
    ATTACHMENT = "attachment"
    CHAT = "chat"
    DECISION_NOTE = "decision_note"
    EMAIL = "email"
    FORM = "form"
    LEGAL_ADVICE = "legal_advice"
    LETTER = "letter"
    MEMO = "memo"
    MINUTES = "minutes"
    NEWS = "news"
    NOTES = "notes"
    OFFICIAL_REPORT = "official_report"
    OTHER = "other"
    PLANNING = "planning"
    PRESENTATION = "presentation"
    REPORT = "report"
    SPREADSHEET = "spreadsheet"


class FindingKind(StrEnum):
    """What was found, in the words of the field and without legal meaning."""

    NAME = "name"
    EMAIL = "email"
    """The local part of an address at a public body, whose domain stays; elsewhere the whole address."""
    TELEPHONE = "telephone"
    BSN = "bsn"
    IBAN = "iban"
    ADDRESS = "address"
    """Street with house number, postcode, place of a private address."""
    DATE_OF_BIRTH = "date_of_birth"
    LICENCE_PLATE = "licence_plate"
    IDENTITY_DOCUMENT = "identity_document"
    """Passport, identity card, driving licence, V-number."""
    PERSONAL_NUMBER = "personal_number"
    """Client, personnel, badge or user number or id."""
    NETWORK_ADDRESS = "network_address"
    LOCATION = "location"
    SOCIAL_HANDLE = "social_handle"
    SIGNATURE = "signature"
    PERSONAL_REMARK = "personal_remark"
    """Health, family, criminal and other remarks about a person's private life."""
    GENERAL_CONTACT = "general_contact"
    """General mailboxes, front desks, P.O. boxes: listed so that people see why they stay."""
    OPERATIONAL = "operational"
    INSPECTION = "inspection"
    OPINION = "opinion"
    DISADVANTAGE = "disadvantage"
    BUSINESS_DATA = "business_data"
    STATE_SECURITY = "state_security"
    FOREIGN_RELATIONS = "foreign_relations"
    FINANCIAL_INTEREST = "financial_interest"
    OUT_OF_SCOPE = "out_of_scope"
    TERM = "term"
    """A term that the dossier's own settings say must be redacted."""


class Treatment(StrEnum):
    """What the machine proposes for a finding."""

    REDACT = "redact"
    ASK = "ask"
    KEEP = "keep"


class Verdict(StrEnum):
    """What a person decided on a suggestion or on a place of their own."""

    REDACT = "redact"
    KEEP = "keep"


class Judgement(StrEnum):
    """The decision on a whole document."""

    PUBLIC = "public"
    PARTLY_PUBLIC = "partly_public"
    NOT_PUBLIC = "not_public"
    ALREADY_PUBLIC = "already_public"
    DUPLICATE = "duplicate"
    UNDETERMINED = "undetermined"
    """Could not be handled: people must look at it."""


class Width(StrEnum):
    """What the width of a black box in a line of text may tell of what stood there."""

    FIXED = "fixed"
    """Nothing: all boxes of a size of text are equally wide."""
    STEP = "step"
    """Which of a few classes: a box is a whole number of steps wide."""
    EXACT = "exact"
    """All: a box covers what stood there and the rest of the line stays where it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page in points, origin top left, page before rotation; its area is positive."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if not (self.x0 < self.x1 and self.y0 < self.y1):
            raise ValueError("a box must have a positive area")

    def union(self, other: "Box") -> "Box":
        """The smallest box that covers both."""
        return Box(
            x0=min(self.x0, other.x0),
            y0=min(self.y0, other.y0),
            x1=max(self.x1, other.x1),
            y1=max(self.y1, other.y1),
        )

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies in the box, edges included."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def overlaps(self, other: "Box") -> bool:
        """Whether the two boxes share an area."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A run of characters without white space, with the place of each character.

    Attributes:
        text: The characters as they stand in the page's text.
        box: The box of the whole word.
        start: Offset of the first character in the page's text.
        line: Index of the visual line on the page; boxes of one line may be joined.
        cuts: ``len(text) + 1`` positions of the characters' edges along the writing direction, or empty
            where characters cannot be told apart (slanted text): then any part stands for the whole word.
        vertical: Whether the writing direction is the y axis; ``cuts`` are then y positions.
        advance: How wide its characters are by themselves, without what is adjusted between them; 0 where
            this is not known.
    """

    text: str
    box: Box
    start: int
    line: int
    cuts: tuple[float, ...] = ()
    vertical: bool = False
    advance: float = 0.0

    def __post_init__(self) -> None:
        if not self.text or self.start < 0:
            raise ValueError("a word has text and a place")
        if self.cuts and len(self.cuts) != len(self.text) + 1:
            raise ValueError("a word has one edge more than it has characters")

    @property
    def end(self) -> int:
        """Offset just past the last character in the page's text."""
        return self.start + len(self.text)

    def part(self, start: int, end: int) -> Box:
        """The box of the characters from ``start`` to ``end``, offsets in the page's text."""
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        if first >= last:
            raise ValueError("the part lies outside the word")
        if not self.cuts or (first == 0 and last == len(self.text)):
            return self.box
        low, high = sorted((self.cuts[first], self.cuts[last]))
        if high - low < MINIMUM_PART:
            return self.box
        if self.vertical:
            return Box(x0=self.box.x0, y0=low, x1=self.box.x1, y1=high)
        return Box(x0=low, y0=self.box.y0, x1=high, y1=self.box.y1)


MINIMUM_PART = 0.01
"""Points; characters narrower than this have no place of their own (combining marks, zero-width joins)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open, non-empty range of characters in the text of one page of one document."""

    document_id: str
    page_index: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.page_index < 0 or not 0 <= self.start < self.end:
            raise ValueError("a span is a non-empty range on a page")

    def overlaps(self, other: "Span") -> bool:
        """Whether both lie on the same page and share a character."""
        return self.page == other.page and self.start < other.end and other.start < self.end

    @property
    def page(self) -> tuple[str, int]:
        """The document id and the page index."""
        return self.document_id, self.page_index


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    r"""One page as the detectors (text) and the redactor (boxes) know it; the only object that joins both.

    ``text`` keeps the layout in three signs: a line end within a paragraph or cell is ``\n``, a step to
    another cell on the same row is ``\t``, and a step to another paragraph, row or column is ``\n\n``.
    ``barriers`` are rules, edges of shaded fields and pictures: text that is moved may not cross them.
    """

    document_id: str
    index: int
    width: float
    height: float
    rotation: int
    text: str
    words: tuple[Word, ...]
    text_source: TextSource
    barriers: tuple[Box, ...] = ()

    def __post_init__(self) -> None:
        if self.rotation not in (0, 90, 180, 270) or self.width <= 0 or self.height <= 0:
            raise ValueError("a page has a size and a rotation in quarter turns")
        position = 0
        for word in self.words:
            if word.start < position or self.text[word.start : word.end] != word.text:
                raise ValueError("the words of a page must equal its text")
            position = word.end

    def words_in(self, span: Span) -> Iterator[Word]:
        """The words that the span touches, in order."""
        self._check(span)
        return (word for word in self.words if word.start < span.end and span.start < word.end)

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """The boxes that cover every character of the span, one per visual line it runs over.

        Raises:
            ValueError: The span lies elsewhere, or a character of it has no place on the page.
        """
        words = tuple(self.words_in(span))
        covered = {place for word in words for place in range(word.start, word.end)}
        for place in range(span.start, span.end):
            if place not in covered and not self.text[place].isspace():
                raise ValueError("a character of the span has no place on the page")
        if not words:
            raise ValueError("the span holds white space only")
        boxes = []
        for _, group in itertools.groupby(words, key=lambda word: word.line):
            parts = [word.part(span.start, span.end) for word in group]
            box = parts[0]
            for part in parts[1:]:
                box = box.union(part)
            boxes.append(box)
        return tuple(boxes)

    def quote(self, span: Span) -> str:
        """The text of the span on one line, white space folded."""
        self._check(span)
        return " ".join(self.text[span.start : span.end].split())

    def _check(self, span: Span) -> None:
        if span.page != (self.document_id, self.index) or span.end > len(self.text):
            raise ValueError("the span does not lie on this page")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """One file of the dossier as it was received.

    Attributes:
        id: sha256 of the file's bytes, in hex.
        number: The number on the inventory, unique in the dossier, from 1.
        file_name: Name relative to the dossier's folder, with ``/`` between folders.
        title: As an inventory states it; it may hold personal data and is redacted before it is published.
        date: Of the document itself, ``None`` where it bears none.
        kind: Kind of document.
        page_count: 0 when the file could not be opened.
        refusal: Code of the error for which the file is not handled (``errors``), else empty.
        duplicate_of: Number of the byte-identical document that is judged instead.
    """

    id: str
    number: int
    file_name: str
    title: str
    date: date | None
    kind: DocumentKind
    page_count: int
    refusal: str = ""
    duplicate_of: int | None = None

    def __post_init__(self) -> None:
        if self.number < 1 or self.page_count < 0 or not self.file_name:
            raise ValueError("a document has a number from 1 and a file name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why something was found.

    Attributes:
        detector: Name of the recognizer.
        rule: Name of its rule, pattern or label.
        score: Between 0 and 1.
        checksum: Whether a check digit agreed; ``None`` where there is none.
        context: The words near it that weighed, or other text that explains; may hold personal data.
    """

    detector: str
    rule: str
    score: float
    checksum: bool | None = None
    context: str = ""

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError("a score lies between 0 and 1")


KEPT_BY_MODEL = "taalmodel"
"""Role of a passage that a language model would keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in the text that may have to be redacted; no legal meaning yet.

    Attributes:
        span: Where it stands.
        kind: What it is.
        evidence: All who found it and why, best first; never empty.
        role: Why it stays, as ``exempt_roles`` of ``policy.toml`` names it: for names the role that the text
            gives the person, for passages that a language model would keep them.
        ground: For terms: the ground code that the dossier's settings name.
    """

    span: Span
    kind: FindingKind
    evidence: tuple[Evidence, ...]
    role: str = ""
    ground: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a finding has evidence")

    @property
    def score(self) -> float:
        """The best score of its evidence."""
        return max(evidence.score for evidence in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A ground of refusal, or a label that is none (out of scope).

    Attributes:
        code: Canonical code such as ``10.2.e`` or ``5.1.2.e``.
        law: The law it belongs to.
        label: Short Dutch wording.
        article: The statutory text.
        type: Absolute, relative or a mere label.
        counterpart: Codes in the other law; several where converting needs a choice.
        platform_code: Notation of the national platform, empty where it knows none.
        five_years: Whether information older than five years needs extra motivation (Woo, article 5.3).
    """

    code: str
    law: Law
    label: str
    article: str
    type: GroundType
    counterpart: tuple[str, ...] = ()
    platform_code: str = ""
    five_years: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The machine's proposal for one finding."""

    finding: Finding
    grounds: tuple[str, ...]
    treatment: Treatment
    reason: str

    def __post_init__(self) -> None:
        if self.treatment is not Treatment.KEEP and not self.grounds:
            raise ValueError("a redaction has a ground")

    @property
    def id(self) -> str:
        """Stable id: hash of document, page, characters and kind."""
        span = self.finding.span
        key = f"{span.document_id}:{span.page_index}:{span.start}:{span.end}:{self.finding.kind}"
        return hashlib.sha256(key.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The machine's proposal for a document as a whole; it changes no decision, people take that.

    Attributes:
        judgement: What is proposed.
        grounds: Codes of the grounds for it.
        reason: Why, in Dutch, without text of the documents.
        score: Between 0 and 1.
    """

    judgement: Judgement
    grounds: tuple[str, ...]
    reason: str
    score: float

    def __post_init__(self) -> None:
        if not self.grounds or not self.reason or not 0.0 <= self.score <= 1.0:
            raise ValueError("a proposal has a ground, a reason and a score between 0 and 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a named person decided; never changed, only superseded by a later one.

    Exactly one of ``suggestion_id``, ``span`` and ``region`` says what it is about.
    """

    verdict: Verdict
    grounds: tuple[str, ...]
    reviewer: str
    role: str
    time: datetime
    remark: str = ""
    suggestion_id: str = ""
    span: Span | None = None
    region: tuple[int, Box] | None = None
    """A drawn box: page index and box."""

    def __post_init__(self) -> None:
        subjects = (bool(self.suggestion_id), self.span is not None, self.region is not None)
        if sum(subjects) != 1:
            raise ValueError("a decision is about one suggestion, one span or one box")
        if not self.reviewer:
            raise ValueError("a decision has a maker")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """What holds for one document after all decisions so far.

    Attributes:
        document_id: The document.
        redactions: Spans to redact with their grounds: accepted, added, and (as a concept) undecided.
        regions: Drawn boxes (page index, box) with their grounds.
        kept: Suggestions that stay readable.
        open: Suggestions on which nobody has decided; empty before a final plan.
    """

    document_id: str
    redactions: tuple[tuple[Span, tuple[str, ...]], ...]
    regions: tuple[tuple[int, Box, tuple[str, ...]], ...]
    kept: tuple[Suggestion, ...]
    open: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One redaction on one page: the boxes to black out and the grounds that are printed on them."""

    page_index: int
    boxes: tuple[Box, ...]
    codes: tuple[str, ...]
    span: Span | None = None
    """The characters under the boxes; ``None`` for a box drawn by hand or a page without text."""
    bars: tuple[Box, ...] = ()
    """The black boxes as they are painted, one for each of ``boxes``; empty where these are painted."""

    def __post_init__(self) -> None:
        if not self.boxes or not self.codes:
            raise ValueError("a mark has boxes and a ground")
        if self.bars and len(self.bars) != len(self.boxes):
            raise ValueError("a mark is painted with one bar for each box")

    @property
    def painted(self) -> tuple[Box, ...]:
        """The black boxes along the line; how high they are is up to the letters."""
        return self.bars or self.boxes


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A stretch of a line of text that is written elsewhere, to make a gap of another width.

    What moves are the characters that stay and whose centre, as the page was read, lies in ``area``; they
    move by ``dx`` and ``dy`` points in page space. Areas of a page share no character.
    """

    page_index: int
    area: Box
    dx: float
    dy: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionPlan:
    """All marks of one document, what moves to hide their widths, and a digest that ties a file to both."""

    document_id: str
    marks: tuple[Mark, ...]
    digest: str
    shifts: tuple[Shift, ...] = ()

    def shifts_on(self, page_index: int) -> tuple[Shift, ...]:
        """The stretches of lines on a page that are written elsewhere."""
        return tuple(shift for shift in self.shifts if shift.page_index == page_index)

    def by_page(self) -> dict[int, list[Mark]]:
        """The marks of each page that has any, by page index."""
        pages: dict[int, list[Mark]] = {}
        for mark in self.marks:
            pages.setdefault(mark.page_index, []).append(mark)
        return pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something that people should know about a document: a code of ``nl.NOTES`` and how often."""

    code: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in a file: a page, a mark on it and a rectangle.

    Attributes:
        page: From 1; 0 where it is no page.
        mark: Number of the mark on its page, from 1; 0 where it is none.
        box: In page space, ``None`` for the whole page.
    """

    page: int = 0
    mark: int = 0
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check of the verifier: its name, whether it passed, and where it did not (places, no text).

    A check that passed may have places all the same: there is something that people should look at.
    ``spots`` says the same for programs, one for each of ``places``.
    """

    name: str
    passed: bool
    places: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesFitting:
    """How many of a list of Dutch names could have stood under a mark, by the width of its gap.

    Attributes:
        page: The number of the page, from 1.
        mark: The number of the mark on it, from 1.
        count: The names that fit.
    """

    page: int
    mark: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationReport:
    """What the verifier saw in one written file."""

    plan_digest: str
    output_sha256: str
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """Whether there are checks and every one passed."""
        return bool(self.checks) and all(check.passed for check in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryRow:
    """One line of the inventory list, ready to be published."""

    number: int
    title: str
    date: date | None
    judgement: Judgement
    grounds: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    relation: str = ""
    kind: DocumentKind = DocumentKind.OTHER
    page_count: int = 0
    redaction_count: int = 0
    file_name: str = ""
    """Name of the published file, empty where none is published."""
    sha256: str = ""
