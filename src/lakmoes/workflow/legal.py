"""What a lawyer wants checked, from all that holds in a dossier.

In: a dossier with all that holds in it, and its output folder. Out: ``Block`` values (``review.legal``).
Pages are loaded only for documents of which the law asks something about the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lakmoes.dossier.plans import read_plan
from lakmoes.intake.layout import lines_of
from lakmoes.intake.mail import mail_heads
from lakmoes.inventory.rows import judgement_of
from lakmoes.model import Box, SourceDocument, Span
from lakmoes.pdf.read import read_pages
from lakmoes.review.blocking import Block
from lakmoes.review.legal import Judged, LegalFacts
from lakmoes.review.legal.stated import REFUSING, printed_grounds, published_grounds
from lakmoes.workflow.holding import Case, Held, reviewed_document
from lakmoes.workflow.listing import Listed, outcome_of
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.proofs import PLAN

OPENING = 1500
"""Characters at the start of a document in which it says for whom it is."""


def legal_facts(dossier: Dossier, held: Held) -> LegalFacts:
    """What the legal checks know of a dossier."""
    documents = (document for document in dossier.documents if not document.duplicate_of)
    return LegalFacts(
        documents=tuple(_judged(dossier, held, document) for document in documents),
        book=dossier.book,
        log=held.spoken.log,
        decision_date=dossier.settings.decision_date,
        request_date=dossier.settings.request_date,
    )


def published_blocks(dossier: Dossier, facts: LegalFacts) -> tuple[Block, ...]:
    """Differences between the inventory as it would be now and the files that were published last.

    Raises:
        UsageError: A plan in the output folder is damaged.
        IntakeError: A published file cannot be read.
    """
    documents = {judged.id: judged for judged in facts.documents}
    return tuple(
        block
        for path in sorted(dossier.output.proofs.glob(f"*{PLAN}"))
        for block in _of_file(dossier, path.name.removesuffix(PLAN), documents, facts)
    )


def _judged(dossier: Dossier, held: Held, document: SourceDocument) -> Judged:
    case = held.cases.get(document.number)
    outcome = outcome_of(dossier, document, Listed(held=held, redactions={}, failures={}, texts={}))
    judgement = judgement_of(outcome)
    judged = Judged(
        document=outcome.document,
        reviewed=reviewed_document(document, held),
        judgement=judgement,
        codes=outcome.codes if judgement in REFUSING else frozenset(),
        decision=outcome.decision,
    )
    return _with_text(judged, case, held) if case else judged


def _with_text(judged: Judged, case: Case, held: Held) -> Judged:
    return replace(
        judged,
        relations=case.relation_pairs,
        boxes=lambda: _boxes_in(case),
        messages=lambda: _messages_in(case, held),
        opening=lambda: _opening_of(case, held),
    )


def _boxes_in(case: Case) -> dict[Span, tuple[Box, ...]]:
    places = (suggestion.finding.span for suggestion in case.suggestions)
    return dict(zip(places, case.known.boxes, strict=True))


def _messages_in(case: Case, held: Held) -> int:
    """How many mails a document holds: the heads that can only be a mail's."""
    pages = map(held.pages.of(case.document.number), range(len(case.known.pages)))
    lines = tuple(line for page in pages for line in lines_of(page))
    return sum(head.sure for head in mail_heads(lines))


def _opening_of(case: Case, held: Held) -> str:
    return held.pages.page(case.document.number, 0).text[:OPENING] if case.known.pages else ""


def _of_file(
    dossier: Dossier, stem: str, documents: Mapping[str, Judged], facts: LegalFacts
) -> Iterator[Block]:
    plan, _ = read_plan(dossier.output.proofs / f"{stem}{PLAN}")
    judged = documents.get(plan.document_id)
    path = dossier.output.redacted / f"{stem}.pdf"
    if judged is None or not judged.judgement.is_published or not path.is_file():
        return
    marked = {code for mark in plan.marks for code in mark.codes}
    yield from published_grounds(judged, marked, facts)
    text = "\n".join(page.text for page in read_pages(path, judged.id))
    yield from printed_grounds(judged, text, dossier.code_labels, facts)
