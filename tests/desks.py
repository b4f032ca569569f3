"""What tests of reviewing say at a desk."""

from lakmoes.model import (
    Completion,
    DocumentDecision,
    DocumentProgress,
    Judgement,
    Motivation,
    Reviewer,
    ReviewerRole,
    Verdict,
)

ME = Reviewer(name="A. Behandelaar", role=ReviewerRole.HANDLER)
OTHER = Reviewer(name="B. Behandelaar", role=ReviewerRole.HANDLER)


class Unseen:
    def begin(self, stage, documents, pages):
        pass

    def advance(self, pages):
        pass


def say(desk, *bodies, reviewer=ME):
    """Appends what a person says who knows of everything."""
    return desk.act(reviewer, bodies, {body.subject: desk.log.basis(body.subject) for body in bodies})


def place_of(desk, number, text):
    """Id of the first suggestion with this text."""
    found = desk.document(number)
    return next(
        one.id for one, written in zip(found.suggestions, found.texts, strict=True) if written == text
    )


def ruling_on(desk, number, text):
    """What holds for the first suggestion with this text."""
    wanted = place_of(desk, number, text)
    rulings = desk.state(number).rulings
    return next(one for one in rulings if one.suggestion and one.suggestion.id == wanted)


def redacted_texts(desk, number):
    """The texts that are redacted in a document."""
    redactions = desk.state(number).redactions
    return [desk.page(number, span.page_index).quote(span) for span, _ in redactions]


def judge(desk, number, judgement, **values):
    """Decides on a document as a whole, also on one that could not be read."""
    known = desk.documents.get(number)
    document = known.document if known else desk.refused[number]
    say(desk, DocumentDecision(document_id=document.id, judgement=judgement, reason="Na overleg.", **values))


def decide_all(desk, verdict=Verdict.REDACT):
    """Decides every suggestion of the dossier as it is proposed, and finishes everything that can be."""
    for number, found in desk.documents.items():
        say(desk, *(desk.decision_on(number, one.id, verdict) for one in found.suggestions))
        say(desk, Completion(document_id=found.document.id, progress=DocumentProgress.FINISHED))
    for number, document in desk.refused.items():
        if document.duplicate_of is None:
            judge(desk, number, Judgement.OUT_OF_SCOPE)
            say(desk, Completion(document_id=document.id, progress=DocumentProgress.FINISHED))
    say(desk, Motivation(ground="10.2.e", text="De namen doen niet ter zake."))
