"""The dossier as this package reads it: statements with who sent them and who may have read them.

In: documents and pages. Out: ``Passage`` values in reading order. Leans on ``passages.context`` for
sentences, columns and zones.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.detection.lists import fold, word_set
from lakmoes.detection.passages.context import Statement, statements
from lakmoes.detection.passages.zones import Zone
from lakmoes.detection.sentences import UnitKind
from lakmoes.model import DocumentKind, Page, SourceDocument

ADDRESS = re.compile(r"@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
SENDER = re.compile(r"\s*(?:van|from|afzender)\s*:?\s*(?=[\t\n \w])", re.IGNORECASE)
ALL_MAY_READ = re.compile(
    r"\b(?:Voorzitter van de (?:Tweede|Eerste) Kamer|aan de (?:gemeente|eilands)?raad\b|Provinciale Staten"
    r"|persbericht|nieuwsbericht|Staatscourant|Tweede Kamer der Staten-Generaal)",
    re.IGNORECASE,
)
FIRST_LETTERS = 1500
"""Characters in which a letter says whom it is for."""
PROVIDERS = word_set(
    "gmail hotmail outlook live icloud yahoo ziggo kpnmail kpnplanet planet xs hetnet home casema online "
    "msn proton protonmail postvak inbox mail webmail"
)
"""Domains in which anyone may have an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement and what is known of it.

    Attributes:
        document_id: Its document.
        statement: Its place, words, column and zone.
        sender: Folded first label of the domain of the mail's sender; empty where nobody outside sent it.
        section: Number of the mail, or of the document, that it belongs to.
        public: Whether the text was meant for everyone.
    """

    document_id: str
    statement: Statement
    sender: str
    section: int
    public: bool

    @property
    def page(self) -> tuple[str, int]:
        """The document id and the page index."""
        return self.document_id, self.statement.page_index

    @property
    def place(self) -> tuple[int, int]:
        """From where to where it stands on its page."""
        return self.statement.unit.start, self.statement.unit.end


def passages(documents: Sequence[SourceDocument], pages: Mapping[str, Sequence[Page]]) -> tuple[Passage, ...]:
    """All passages of the dossier, document after document."""
    found: list[Passage] = []
    for document in documents:
        found += _of_document(document, pages[document.id], found[-1].section + 1 if found else 0)
    return tuple(found)


def _of_document(document: SourceDocument, pages: Sequence[Page], section: int) -> Iterator[Passage]:
    texts = {page.index: page.text for page in pages}
    public = _is_public(document, pages)
    sender = ""
    for statement in statements(document.kind, pages):
        line = texts[statement.page_index][statement.unit.start :].partition("\n")[0]
        if statement.unit.kind is UnitKind.MAIL_HEAD and SENDER.match(line):
            section, sender = section + 1, _sender_of(line, statement.zone)
        yield Passage(
            document_id=document.id,
            statement=statement,
            sender=sender if statement.zone is Zone.OUTSIDE else "",
            section=section,
            public=public or statement.zone is Zone.PUBLISHED,
        )


def _sender_of(line: str, zone: Zone) -> str:
    address = ADDRESS.search(line)
    if address is None or zone is not Zone.OUTSIDE:
        return ""
    labels = address["domain"].split(".")[:-1]
    label = fold(max(labels, key=len))
    return "" if label in PROVIDERS else label


def _is_public(document: SourceDocument, pages: Sequence[Page]) -> bool:
    """Whether a document was sent to those who represent everyone, or published."""
    opening = " ".join(page.text for page in pages[:1])[:FIRST_LETTERS]
    if document.kind is DocumentKind.NEWS:
        return True
    sent = document.kind is DocumentKind.LETTER and ALL_MAY_READ.search(opening)
    return bool(sent) and not re.search(r"\bconcept\b", opening, re.IGNORECASE)
