"""Who speaks to whom in the parts of a document: officials among themselves, or the government and others.

In: the kind of a document, its first pages, and headings, labels and heads of mails in reading order. Out: a
``Zone``. The difference decides: an opinion among officials may be withheld (Wob art. 11, Woo art. 5.2), the
same words in a sent letter, a published report or a citizen's complaint may not.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from lakmoes.model import DocumentKind, Page


class Zone(StrEnum):
    """Who speaks to whom in a part of a document."""

    INTERNAL = "internal"
    """Officials among themselves."""
    SENT = "sent"
    """The government to someone outside, as in a letter."""
    PUBLISHED = "published"
    """The government to everyone: a news item, a published report."""
    OUTSIDE = "outside"
    """A citizen, a firm or a foreign service."""


GOVERNMENT = re.compile(
    r"@(?:[\w-]+\.)*(?:min[a-z]{1,6}|politie|om|rijksoverheid|rijk\w*|belastingdienst|rivm|rws|rvo|igj|nvwa|ilt"
    r"|ind|coa|duo|uwv|svb|cjib|kvk|acm|afm|dnb|cbs|cpb|scp|pbl|nctv|aivd|mivd|defensie|douane|fiod|dji"
    r"|raadvanstate|gemeente\w*|provincie\w*|\w*waterschap\w*|waternet|ggd\w*|vng|ipo|omgevingsdienst\w*"
    r"|rechtspraak|parlement|tweedekamer|eerstekamer|nationaleombudsman|kadaster|rdw|\w*veiligheidsregio\w*"
    r"|vr[a-z]{2,4})\.(?:nl|example)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"@[\w.-]+\.\w{2,}")
SENDER = re.compile(r"\s*(?:van|from)\s*:", re.IGNORECASE)
INTERNAL_WORDS = re.compile(
    r"\b(?:interne?\b|niet\s+(?:meesturen|uitspreken|voorlezen|delen|doorsturen|verspreiden)"
    r"|niet\s+voor\s+(?:de\s+(?:beantwoording|raad|kamer)|publicatie|verzending)|notitie\s+behandelaar"
    r"|telefoonnotitie|met\s+(?:de\s+hand|pen)\b|bijgeschreven|in\s+de\s+marge|nabeschouwing|nabespreking"
    r"|beoordeling|behandelaar|aantekening|plakbriefje|krabbel)",
    re.IGNORECASE,
)
OUTSIDE_WORDS = re.compile(
    r"\b(?:(?:klacht|aanvraag|web|meld|contact)formulier|ingevuld\s+via\s+internet"
    r"|aanvraag\s+\w+\s*[–-]\s*formulier)\b",
    re.IGNORECASE,
)
SENT_LETTER = re.compile(
    r"\b(?:retouradres|ons\s+kenmerk|uw\s+kenmerk|behandeld\s+door|de\s+minister\b|de\s+staatssecretaris\b"
    r"|namens\s+deze|namens\s+het\s+college|de\s+voorzitter\s+van\s+de\s+tweede\s+kamer)",
    re.IGNORECASE,
)
PUBLICATION = re.compile(r"\bISBN\b|\bISSN\b")
DRAFT = re.compile(r"\b(?:concept\w*|draft|versie\s+0\.\d|met\s+opmerkingen)\b", re.IGNORECASE)
FINAL = re.compile(
    r"\b(?:vastgesteld\s+(?:door|op|in|bij)|definitie(?:f|ve)\b|versie\s+[1-9]\.\d|final\s+version"
    r"|gepubliceerd\s+(?:in|op)|bekendgemaakt\s+in)",
    re.IGNORECASE,
)
OPENING = 600
"""Characters of a report within which it says that it is final."""
FIRST_PAGES = 2


def zone_of_document(kind: DocumentKind, pages: Sequence[Page]) -> Zone:
    """The zone with which a document begins."""
    first = " ".join(page.text for page in pages[:FIRST_PAGES])
    if kind is DocumentKind.NEWS or (kind is DocumentKind.REPORT and PUBLICATION.search(first)):
        return Zone.PUBLISHED
    if kind is DocumentKind.LETTER:
        return Zone.SENT if len(SENT_LETTER.findall(first)) > 1 else Zone.OUTSIDE
    if kind is DocumentKind.REPORT and FINAL.search(first[:OPENING]) and not DRAFT.search(first):
        # A report as it was adopted speaks for the organisation, not for who wrote it.
        return Zone.SENT
    return Zone.OUTSIDE if kind is DocumentKind.FORM else Zone.INTERNAL


def zone_of_sender(line: str) -> Zone | None:
    """The zone of a mail whose head has this line; ``None`` where the line names no sender."""
    if not SENDER.match(line):
        return None
    return Zone.OUTSIDE if ADDRESS.search(line) and not GOVERNMENT.search(line) else Zone.INTERNAL


def zone_of_words(text: str) -> Zone | None:
    """The zone that a heading or label opens; ``None`` where it opens none."""
    if INTERNAL_WORDS.search(text):
        return Zone.INTERNAL
    return Zone.OUTSIDE if OUTSIDE_WORDS.search(text) else None
