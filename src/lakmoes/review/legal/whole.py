"""Documents that are judged as a whole.

In: the facts. Out: ``Block`` values. A draft that is refused has a reason of its own, beyond being a draft;
a chain of mails is judged message by message; what is refused here is not readable in a copy there; and
opinions in documents for formal decision-making are weighed as Woo, article 5.2, third paragraph, asks.
"""

import re
from collections.abc import Iterable, Iterator

from lakmoes.model import DocumentKind, Ground, Judgement
from lakmoes.review.blocking import Block
from lakmoes.review.legal.facts import Judged, LegalFacts
from lakmoes.review.publishing import motivation

DRAFT = "draft_of"
COPIES = frozenset({"near_duplicate_of", "contained_in"})
INFORMAL = frozenset({DocumentKind.EMAIL, DocumentKind.CHAT, DocumentKind.MINUTES, DocumentKind.NOTES})
SAYS_NOTHING = re.compile(
    r"\d[\d.]*|\b(?:betreft|concept\w*|definitie\w*|deze|dit|document(?:en)?|draft|een|eerdere?|en|het|is|nr|nummers?"
    r"|onder|ontwerp\w*|stuk(?:ken)?|t/m|tot|met|van|versies?|voor|zie|zijn)\b|\W",
    re.IGNORECASE,
)
"""What a reason that only says of what a document is a draft is made of."""
PROPOSAL = re.compile(
    r"\b(?:college|raads|beslis|advies|besluit)(?:voorstel|nota|advies)\w*"
    r"|\b(?:ter|voor) besl(?:issing|uitvorming)\b|\bgevraagde? (?:beslissing|besluit)\b|\bbeslispunt",
    re.IGNORECASE,
)


def drafts_refused(facts: LegalFacts) -> Iterator[Block]:
    """Drafts that are refused as a whole without a reason, or because they are drafts and nothing more."""
    for judged in facts.documents:
        if judged.judgement is not Judgement.NOT_PUBLIC or not _is_draft(judged):
            continue
        if judged.refused is None:
            yield Block(code="draft-without-reason", document_id=judged.id)
        elif not SAYS_NOTHING.sub("", judged.refused.reason) and not _is_motivated(judged, facts):
            yield Block(code="draft-reason-thin", document_id=judged.id, subject=judged.refused.subject)


def chains_refused(facts: LegalFacts) -> Iterator[Block]:
    """Chains of several messages that are refused as a whole."""
    for judged in facts.documents:
        is_refused = judged.judgement is Judgement.NOT_PUBLIC
        messages = judged.messages() if is_refused and judged.document.kind is DocumentKind.EMAIL else 1
        if messages > 1:
            yield Block(code="chain-refused-whole", document_id=judged.id, detail=str(messages))


def copies_disclosed(facts: LegalFacts) -> Iterator[Block]:
    """Documents that are refused as a whole, while another one that holds the same text is published."""
    documents = facts.by_number()
    for one, other in sorted(_copies(facts.documents)):
        for refused, published in ((one, other), (other, one)):
            if refused in documents and published in documents:
                yield from _disclosed(documents[refused], documents[published])


def formal_decisions(facts: LegalFacts) -> Iterator[Block]:
    """Documents for formal decision-making in which opinions are withheld."""
    for ground in facts.book.grounds:
        if ground.formal_deciders:
            for judged in facts.uses(ground.code):
                if _is_formal(judged, ground):
                    yield Block(code="formal-decision", document_id=judged.id, detail=ground.code)


def _is_draft(judged: Judged) -> bool:
    return any(kind == DRAFT for kind, _ in judged.relations)


def _is_motivated(judged: Judged, facts: LegalFacts) -> bool:
    """Whether people wrote a motivation for this very refusal."""
    refused = judged.refused
    return refused is not None and any(
        motivation(facts.log, ground, refused.subject) for ground in refused.grounds
    )


def _copies(documents: Iterable[Judged]) -> set[tuple[int, int]]:
    """Numbers of documents of which the first stands, all but whole, in the second."""
    return {
        (judged.document.number, other)
        for judged in documents
        for kind, other in judged.relations
        if kind in COPIES
    }


def _disclosed(refused: Judged, published: Judged) -> Iterator[Block]:
    if refused.judgement is Judgement.NOT_PUBLIC and published.judgement.is_published:
        yield Block(code="copy-disclosed", document_id=refused.id, detail=published.document.shown)


def _is_formal(judged: Judged, ground: Ground) -> bool:
    """Whether a document seems to be put before a formal decider: by its kind, its words or its addressee."""
    deciders = "|".join(re.escape(decider) for decider in ground.formal_deciders)
    text = f"{judged.document.title}\n{judged.opening()}"
    addressed = rf"^\W*(?:aan|t\.?a\.?v\.?|voorstel aan|voor)\b[^\n]{{0,60}}\b(?:{deciders})s?\b"
    if judged.document.kind in INFORMAL:
        return False
    if judged.document.kind is DocumentKind.DECISION_NOTE or PROPOSAL.search(text):
        return re.search(rf"\b(?:{deciders})s?\b", text, re.IGNORECASE) is not None
    return re.search(addressed, text, re.IGNORECASE | re.MULTILINE) is not None
