"""Proposals for documents as a whole, from how they relate to others.

In: a document, its relations and the ground book. Out: a ``Proposal``, or none. A draft of a document that is
in the dossier itself may be refused as a whole: drafts are made for internal deliberation, and what became of
them is disclosed (Wob art. 11, Woo art. 5.2). Whether that is so in the case at hand is for people: nothing
is refused here, and the decision on the document goes on following from its redactions.
"""

from collections.abc import Iterable, Mapping

from lakmoes import nl
from lakmoes.grounds import GroundBook
from lakmoes.model import DocumentKind, FindingKind, Judgement, Proposal, SourceDocument
from lakmoes.threads import Relation, RelationType

MADE_KNOWN = frozenset({DocumentKind.NEWS, DocumentKind.LETTER})
"""Kinds of documents that left the house; a draft of one has another kind or says that it is a draft."""


def proposal_for(
    document: SourceDocument, relations: Iterable[Relation], book: GroundBook, shown: Mapping[int, str]
) -> Proposal | None:
    """What is proposed for a document as a whole; ``None`` where it is no draft of another one.

    ``shown`` has the number of each document as people read it.
    """
    drafts = [relation for relation in relations if relation.type is RelationType.DRAFT_OF]
    code = book.policy[FindingKind.OPINION].ground[book.law]
    if not drafts or document.kind in MADE_KNOWN:
        return None
    numbers = sorted({relation.other for relation in drafts})
    best = max(drafts, key=lambda relation: (relation.score, -relation.other))
    return Proposal(
        judgement=Judgement.NOT_PUBLIC,
        grounds=(book[code].code,),
        reason=nl.draft_reason([shown.get(number, str(number)) for number in numbers], best.evidence),
        score=best.score,
    )
