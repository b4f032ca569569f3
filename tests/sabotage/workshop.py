"""A redactor for tests: it sets the same text twice, once whole and once without what is redacted.

Because nothing is removed from a file here, the honest result is right by construction, and a saboteur can
leave in it exactly what it wants.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf

from lakmoes.model import Box, Mark, Page, RedactionPlan, Shift, Span, VerificationReport
from lakmoes.pdf.read import read_pages
from lakmoes.verify import verify

FONT = pymupdf.Font("helv")
SIZE, PITCH, LEFT, TOP = 11.0, 14.3, 72.0, 700.0
LABEL = "10.2.e"
NUMBER = "7"
LETTER = (
    "Verslag van het overleg op 3 maart, opgesteld door Quirine Veldkamp",
    "Aanwezig: Tjalling Ooster, de heer Vos en Quirine Veldkamp (voorzitter)",
    "Reacties graag naar t.ooster@gemeente.example of bel 0115 555 019 77",
    "Het voorstel van Vos wordt in de vergadering van mei besproken.",
    "Bijlage 7 volgt; alle ballen lagen naast de tafel bij de balie.",
)
SECRETS = ("Quirine Veldkamp", "Tjalling Ooster", "t.ooster", "0115 555 019 77")
SECOND = (
    "Tjalling Ooster heeft de vraag beantwoord en Quirine Veldkamp",
    "heeft dat aan de gemeente gemeld, zie ook de vorige bladzijde.",
)
PLAIN = ("Deze bladzijde is geheel openbaar en blijft zoals zij was.", "Er staat niets vertrouwelijks op.")


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One page: its lines, how it lies, and content that is painted below the text."""

    lines: tuple[str, ...]
    rotation: int = 0
    media: tuple[float, float, float, float] = (0, 0, 595, 842)
    crop: tuple[float, float, float, float] | None = None
    unit: float = 1.0
    below: bytes = b""

    def to_user(self, box: Box) -> tuple[float, float, float, float]:
        """Left, bottom, width and height of a box in user space."""
        frame = self.crop or self.media
        left, top = frame[0] + box.x0 / self.unit, frame[3] - box.y0 / self.unit
        width, height = (box.x1 - box.x0) / self.unit, (box.y1 - box.y0) / self.unit
        return left, top - height, width, height


PAPERS = (
    Paper(lines=LETTER),
    Paper(lines=SECOND, rotation=90, media=(-20, 10, 595, 842), crop=(30, 40, 560, 800)),
    Paper(lines=PLAIN),
)


@dataclass
class Workshop:
    """A source with its pages and plan, and the honest redaction of it."""

    folder: Path
    papers: tuple[Paper, ...] = PAPERS
    secrets: tuple[str, ...] = SECRETS
    pages: tuple[Page, ...] = field(init=False)
    marks: tuple[Mark, ...] = field(init=False)
    shifts: tuple[Shift, ...] = ()

    def __post_init__(self) -> None:
        self.source = self.folder / "source.pdf"
        self.target = self.folder / "redacted.pdf"
        self.written(self.source, lambda index: text_of(self.papers[index], ()))
        self.pages = tuple(read_pages(self.source, "d"))
        self.marks = tuple(mark for page in self.pages for mark in marks_on(page, self.secrets))

    @property
    def plan(self) -> RedactionPlan:
        return RedactionPlan(document_id="d", marks=self.marks, digest="plan", shifts=self.shifts)

    def written(self, path: Path, content: Callable[[int], bytes]) -> pikepdf.Pdf:
        """A new PDF of the papers with a content for each; also the opened document."""
        pdf = pikepdf.new()
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        for index, paper in enumerate(self.papers):
            page = pikepdf.Dictionary(
                Type=pikepdf.Name.Page,
                MediaBox=list(paper.media),
                Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font)),
                Contents=pdf.make_stream(paper.below + content(index)),
                Rotate=paper.rotation,
            )
            if paper.crop:
                page["/CropBox"] = pikepdf.Array(list(paper.crop))
            if paper.unit != 1.0:
                page["/UserUnit"] = paper.unit
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        pdf.save(path)
        return pdf

    def honest(self, left: Sequence[Span] = (), bars: bool = True, labels: bool = True) -> pikepdf.Pdf:
        """The redacted document, not yet saved; spans in ``left`` are forgotten."""

        def content(index: int) -> bytes:
            paper = self.papers[index]
            marks = [mark for mark in self.marks if mark.page_index == index]
            spans = [mark.span for mark in marks if mark.span]
            kept = [span for span in left if span.page_index == index]
            start = self.pages[index].text.index(paper.lines[0])
            text = text_of(paper, places_in(spans, start) - places_in(kept, start))
            number = text_at(NUMBER, 520, 810 if paper.crop is None else 760, 9)
            black = b"".join(bar_of(paper, mark, labels) for mark in marks) if bars else b""
            return text + black + number

        pdf = self.written(self.target, content)
        pdf.docinfo["/Title"] = f"Document {NUMBER}"
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Verslag", 0))
        return pdf

    def save(self, pdf: pikepdf.Pdf, **options: Any) -> Path:
        """Writes the document as the redacted file."""
        pdf.save(self.target, **options)
        return self.target

    def report(self, hidden: Sequence[str] = SECRETS, **more: Any) -> VerificationReport:
        """What the verifier says of the redacted file."""
        return verify(self.target, self.plan, self.pages, frozenset({LABEL, NUMBER}), hidden, **more)

    def failed(self, hidden: Sequence[str] = SECRETS, **more: Any) -> set[str]:
        """Names of the checks that the redacted file fails."""
        return {check.name for check in self.report(hidden, **more).checks if not check.passed}

    def span(self, text: str, page_index: int = 0) -> Span:
        """The first occurrence of a text on a page."""
        start = self.pages[page_index].text.index(text)
        return Span(document_id="d", page_index=page_index, start=start, end=start + len(text))


def marks_on(page: Page, secrets: Iterable[str]) -> Iterator[Mark]:
    """A mark for each occurrence of a secret."""
    for secret in secrets:
        start = page.text.find(secret)
        while start >= 0:
            span = Span(document_id="d", page_index=page.index, start=start, end=start + len(secret))
            yield Mark(page_index=page.index, boxes=page.boxes(span), codes=(LABEL,), span=span)
            start = page.text.find(secret, span.end)


def places_in(spans: Iterable[Span], start: int) -> set[int]:
    """Offsets of the characters of spans, from where the lines of the paper start in the page's text."""
    return {place - start for span in spans for place in range(span.start, span.end)}


def text_of(paper: Paper, gone: Iterable[int]) -> bytes:
    """The lines of a paper without the characters at some places of its text; the rest stays where it is."""
    without = set(gone)
    pieces: list[bytes] = []
    place = 0
    for number, line in enumerate(paper.lines):
        x = LEFT
        run, start = "", x
        for character in line:
            if place in without:
                pieces.append(text_at(run, start, TOP - PITCH * number))
                run = ""
            else:
                start = start if run else x
                run += character
            x += FONT.glyph_advance(ord(character)) * SIZE
            place += 1
        pieces.append(text_at(run, start, TOP - PITCH * number))
        place += 1
    return b"".join(pieces)


def text_at(text: str, x: float, y: float, size: float = SIZE, before: bytes = b"") -> bytes:
    """Operators that show a text."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    shown = b"BT %s /F %.2f Tf 1 0 0 1 %.3f %.3f Tm (%s) Tj ET\n" % (before, size, x, y, escaped)
    return shown if text else b""


def bar_of(paper: Paper, mark: Mark, label: bool = True) -> bytes:
    """Operators that paint the black boxes of a mark, with its label in white in the first."""
    pieces = []
    for box in mark.painted:
        pieces.append(b"q 0 g %.3f %.3f %.3f %.3f re f Q\n" % paper.to_user(box))
    x, y, _, _ = paper.to_user(mark.painted[0])
    printed = text_at(LABEL, x + 2, y + 4, 5.0 / paper.unit, b"1 g") if label else b""
    return b"".join((*pieces, b"q ", printed, b"Q\n"))
