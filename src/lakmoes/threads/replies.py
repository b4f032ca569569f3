"""Which letter answers which: what a letter says it answers, looked for in the dossier.

In: documents and pages. Out: ``Relation`` values of type ``REPLY_TO``. An answer names in its head the letter
that it answers, by date (``Uw brief van 18 januari 2021``) or by the sender's reference (``Uw kenmerk``). The
one letter, mail or form of that date or reference in the dossier is meant; where several fit, none is named.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lakmoes import nl
from lakmoes.model import DocumentKind, Page, SourceDocument
from lakmoes.threads.relation import Relation, RelationType

HEAD = 1500
"""Characters at the start of a letter that hold its head and first sentences."""
BY_DATE = 0.9, "noemt een brief of bericht van die datum als wat het beantwoordt"
BY_REFERENCE = 0.95, "noemt het kenmerk van dat stuk als dat van de afzender"
ANSWERED = frozenset({DocumentKind.LETTER, DocumentKind.EMAIL, DocumentKind.FORM})
ANSWERS = frozenset({DocumentKind.LETTER, DocumentKind.EMAIL})
LEAST_DIGITS = 4
"""Digits from which a reference is no chance."""

_YOURS = re.compile(
    r"\b(?:uw|your)\s+(?:brief|e-?mail|bericht|schrijven|verzoek|klacht|aanvraag|formulier|letter|request|message)"
    r"(?:\s+(?:van|d\.d\.|gedateerd|of|dated))?\s*:?\s*(?P<day>[\w./-]+(?: [\w./-]+){0,4})",
    re.IGNORECASE,
)
_YOUR_REFERENCE = re.compile(
    r"\b(?:uw|your) (?:kenmerk|referentie|ref(?:erence)?)\s*:?\s*(?P<code>\S{5,40})", re.IGNORECASE
)
_OWN_REFERENCE = re.compile(
    r"(?:^|\b(?:ons|our) )(?:kenmerk|referentie|ref(?:erence)?)\s*:?\s*(?P<code>\S{5,40})",
    re.IGNORECASE | re.MULTILINE,
)


def replies(documents: Sequence[SourceDocument], pages: Mapping[str, Sequence[Page]]) -> Iterator[Relation]:
    """The letters and mails of the dossier that answer another document of it."""
    heads = {
        document.id: "\n".join(page.text for page in pages[document.id][:1])[:HEAD] for document in documents
    }
    for document in documents:
        if document.kind in ANSWERS:
            yield from _answer(document, documents, heads)


def _answer(
    document: SourceDocument, documents: Sequence[SourceDocument], heads: Mapping[str, str]
) -> Iterator[Relation]:
    head = heads[document.id]
    codes = {match["code"] for match in _YOUR_REFERENCE.finditer(head) if _is_telling(match["code"])}
    stated = [match["day"] for match in _YOURS.finditer(head)]
    earlier = [one for one in documents if _may_be_answered(one, document)]
    by_code = [one for one in earlier if codes & set(_references(heads[one.id]))]
    by_day = [
        one
        for one in earlier
        if one.kind in ANSWERED and one.date and any(_says(text, one.date) for text in stated)
    ]
    for found, (score, evidence) in ((by_code, BY_REFERENCE), (by_day, BY_DATE)):
        if len(found) == 1:
            other = found[0].number
            kind = RelationType.REPLY_TO
            yield Relation(number=document.number, other=other, type=kind, score=score, evidence=evidence)
            return


def _references(head: str) -> Iterator[str]:
    return (match["code"] for match in _OWN_REFERENCE.finditer(head))


def _is_telling(code: str) -> bool:
    return sum(sign.isdecimal() for sign in code) >= LEAST_DIGITS


def _may_be_answered(document: SourceDocument, by: SourceDocument) -> bool:
    if document.number == by.number:
        return False
    return document.date is None or by.date is None or document.date <= by.date


def _says(text: str, day: date) -> bool:
    """Whether the text begins with the day, written out or in numbers."""
    numeric = rf"0?{day.day}[-/. ]{{1,2}}0?{day.month}[-/. ]{{1,2}}{day.year}\b"
    written = re.escape(nl.written_date(day))
    return re.match(rf"(?:0?{written}|{numeric})", text, re.IGNORECASE) is not None
