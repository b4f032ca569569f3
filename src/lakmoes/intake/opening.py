"""The opening of a document: what stands above its running text.

In: the lines of its pages. Out: the lines up to the body, the values of labels such as ``Datum`` and
``Onderwerp``, and the heading. Running text is left out on purpose: a date or a kind of document that a
sentence mentions is seldom that of the document itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lakmoes.intake.dates import dates_in
from lakmoes.intake.layout import TextLine, body_size, lines_of
from lakmoes.intake.mail import SALUTATION
from lakmoes.model import Page, TextSource

OPENING_LIMIT = 45
"""Lines; a letter with a colophon beside the address takes about thirty."""
PARAGRAPH = 3
"""Lines that run on from which a paragraph is body."""
RUNNING_LINE = 45
"""Characters; the lines of a colophon or an address are shorter than those of running text."""
TABLE_TABS = 3
HEADING_RATIO = {TextSource.DIGITAL: 1.12, TextSource.OCR: 1.7, TextSource.NONE: 1.7}
"""How much larger than the body the type of a heading is; in recognised text the ink is measured, and a line
with descenders is half as high again as one without."""
SAME_SIZE = 0.04
SUBTITLE = 4
"""Words from which the line under a heading is a subtitle and not the heading of a section."""
HEADING_LINES = 4
TITLE_WITHIN = 8
"""Lines from the top within which a title in body type stands; further down it heads a section."""
SUBJECT_LINES = 4

SECTION = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\d{1,2}\.)\s+[A-ZÀ-Ý]")
LETTERED_SECTION = re.compile(r"^[A-Z]\.\s+[A-ZÀ-Ý]")
"""Only in larger type: ``A. Achtergrond`` is a section, ``A. Jansen`` a person."""
ANY_LABEL = re.compile(r"^[A-ZÀ-Ý][\w/().'’ -]{1,30}:(?:\s|$)")
ORGANISATION = re.compile(
    r"^(?:(?:het\s|de\s)?(?:ministerie|directoraat|(?:programma)?directie|dienst|politie|rijksoverheid"
    r"|openbaar ministerie|(?:arrondissements|ressorts)?parket|gemeente|provincie|inspectie|afdeling"
    r"|waterschap|veiligheidsregio"
    r"|ggd|college van|raad van|universiteit|belastingdienst|rijkswaterstaat|landelijke? \w+|kabinet|bureau"
    r"|stichting|staatsbosbeheer|rivm|nctv|ind\b|tweede kamer|eerste kamer|sector|cluster|team)\b)"
    r"|\b(?:advocaten|notarissen|b\.?v\.?|n\.?v\.?|inc\.?|ltd\.?|gmbh)$",
    re.IGNORECASE,
)
STAMP = re.compile(
    r"^(?:(?:zeer |departementaal |commercieel |bedrijfs|strikt )*vertrouwelijk\b"
    r"|concept(?:versie)?\b(?!-|\s?[a-z]+ )|intern\b|t\.?b\.?v\.? intern beraad"
    r"|ter (?:beslissing|informatie|bespreking|besluitvorming|ondertekening)\b"
    r"|pagina\s\d|blad(?:zijde)?\s?:?\s?\d|page\s\d|\d+\s(?:van|/|of)\s\d+$|bijlage\s?\d*$"
    r"|> ?retouradres|postbus\s|niet (?:openbaar|verspreiden)|persoonlijk$|aantekenen|per (?:e-?mail|post))",
    re.IGNORECASE,
)
FILE_NAME = re.compile(r"\.(?:docx?|xlsx?|pptx?|csv|pdf|msg|odt|ods|txt)\b", re.IGNORECASE)
ADDRESS = re.compile(
    r"\b\d{4}\s?[A-Z]{2}\b|@|www\.|https?:|^T\s?0\d|^(?:tel|telefoon)\b"
    r"|^(?:de heer|mevrouw|mr\.|dr\.|drs\.|t\.a\.v\.)\s",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"^(?:versie|stand|bestand|afgedrukt|geprint|export|bijgewerkt|concept|gebruiker|query|exemplaar|getrokken"
    r"|opgesteld|opgemaakt|schermafdruk\w*|status|kolommen|vertrouwelijk|pagina|laatst|datum|d\.d\.|werkdocument)\b",
    re.IGNORECASE,
)
SEGMENTS = re.compile(r"\s+[–—|-]\s+|\.\s+(?=[A-ZÀ-Ý])")
LETTERS = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What stands above the running text.

    Attributes:
        lines: The lines of the first page that bears text, up to its body.
        page: All lines of that page.
        heading: The title in larger type, empty where no type is larger.
        first: The first line in body type that can be a title, cut before dates and remarks; else empty.
        under: The line directly under the heading, where it can be a subtitle; else empty.
    """

    lines: tuple[TextLine, ...]
    page: tuple[TextLine, ...]
    heading: str
    first: str
    under: str


def opening_of(pages: Sequence[Page]) -> Opening:
    """The opening of a document, empty where no page bears text."""
    for page in pages:
        lines = lines_of(page)
        if lines:
            head = lines[: _body_start(lines)]
            return _opening(head, lines, HEADING_RATIO[page.text_source])
    return Opening(lines=(), page=(), heading="", first="", under="")


def labelled(lines: Sequence[TextLine], labels: str) -> Iterator[tuple[str, int]]:
    """The values that stand behind or under a label, each with the index of its line.

    Args:
        lines: Where to look.
        labels: Regular expression for the label, without the colon.
    """
    bare = re.compile(rf"(?:{labels})\s*:?", re.IGNORECASE)
    inline = re.compile(rf"(?:{labels})(?:\s*:\s*|\s+)(?P<value>\S.*)", re.IGNORECASE)
    for index, line in enumerate(lines):
        cells = line.cells
        for position, cell in enumerate(cells):
            if bare.fullmatch(cell):
                if position + 1 < len(cells):
                    yield cells[position + 1], index
                elif len(cells) == 1 and index + 1 < len(lines):
                    yield lines[index + 1].cells[0], index + 1
            elif match := inline.fullmatch(cell):
                yield match["value"], index


def running_on(lines: Sequence[TextLine], value: str, index: int) -> str:
    """The value of a label with the lines on which it runs on."""
    for line in lines[index + 1 : index + SUBJECT_LINES]:
        if line.opens or "\t" in line.text or ANY_LABEL.match(line.text) or SALUTATION.match(line.text):
            break
        value = f"{value} {line.text}"
    return " ".join(value.split())


def _body_start(lines: tuple[TextLine, ...]) -> int:
    """Index of the first line of the body."""
    size = body_size(lines)
    for index, line in enumerate(lines[:OPENING_LIMIT]):
        is_body_type = line.size < size * HEADING_RATIO[TextSource.DIGITAL]
        section = SECTION if is_body_type else LETTERED_SECTION
        if index and section.match(line.text) and not dates_in(line.text[:30]):
            return index
        if index and SALUTATION.match(line.text) and is_body_type:
            return index
        if index and line.text.count("\t") >= TABLE_TABS and not any(_is_label(cell) for cell in line.cells):
            return index
        if index and is_body_type and _is_paragraph(lines[index : index + PARAGRAPH]):
            return index
    return min(len(lines), OPENING_LIMIT)


def _is_label(cell: str) -> bool:
    return bool(re.fullmatch(r"(?:aan|van|datum|kenmerk|onderwerp|betreft|via|opsteller)\s*:?", cell.lower()))


def _is_paragraph(lines: Sequence[TextLine]) -> bool:
    """Whether the lines are one paragraph of text that runs on."""
    return (
        len(lines) == PARAGRAPH
        and lines[0].opens
        and not any(line.opens for line in lines[1:])
        and all(line.full and len(line.text) >= RUNNING_LINE for line in lines[:-1])
        and not any("\t" in line.text for line in lines)
    )


def _opening(head: tuple[TextLine, ...], page: tuple[TextLine, ...], ratio: float) -> Opening:
    smallest = body_size(page) * ratio
    large = [index for index, line in enumerate(head) if line.size >= smallest and _may_be_title(line.text)]
    heading = under = ""
    if large:
        best = max(large, key=lambda index: (round(head[index].size, 1), -index))
        heading, after = _joined(head, best)
        if after < len(head) and _may_be_title(head[after].text):
            under = _cut(head[after].text)
            under = under if len(under.split()) >= SUBTITLE else ""
    top = head[:TITLE_WITHIN]
    plain = (line.text for line in top if line.size < smallest and _may_be_title(line.text))
    plain = (
        text for text in plain if not text.lstrip("‘“'\"(").startswith(tuple("abcdefghijklmnopqrstuvwxyz"))
    )
    first = next(filter(None, map(_cut, plain)), "")
    return Opening(lines=head, page=page, heading=heading, first=first, under=under)


def _joined(head: tuple[TextLine, ...], best: int) -> tuple[str, int]:
    """The heading from its first line on, and the index after it."""
    size = head[best].size
    parts = [head[best].text]
    after = best + 1
    while (
        after < len(head)
        and len(parts) < HEADING_LINES
        and abs(head[after].size - size) <= size * SAME_SIZE
        and not head[after].text.startswith("(")
        and not dates_in(head[after].text)
        and not ANY_LABEL.match(head[after].text)
    ):
        parts.append(head[after].text)
        after += 1
    return " ".join(" ".join(parts).split()), after


def _may_be_title(text: str) -> bool:
    """Whether a line can be a title: no letterhead, stamp, label, address, file name or bare date."""
    if not LETTERS.search(text) or "\t" in text or ANY_LABEL.match(text):
        return False
    mention = next(iter(dates_in(text)), None)
    if mention and mention.start < 5:
        return False
    if any(pattern.search(text) for pattern in (STAMP, ADDRESS)):
        return False
    return bool(_cut(text))


def _cut(text: str) -> str:
    """The part of a line before dates, versions, files and other remarks; empty where nothing is left."""
    kept: list[str] = []
    for segment in SEGMENTS.split(" ".join(text.split())):
        if dates_in(segment) or ASIDE.match(segment) or FILE_NAME.search(segment):
            break
        kept.append(segment.strip(" .:;,"))
    if kept and all(ORGANISATION.search(segment) for segment in kept):
        return ""
    return " – ".join(filter(None, kept))
