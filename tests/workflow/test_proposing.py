"""What is proposed for a document as a whole."""

import pytest

from lakmoes.grounds import ground_book
from lakmoes.model import DocumentKind, Judgement, Law, Proposal
from lakmoes.threads import Relation, RelationType
from lakmoes.workflow.proposing import proposal_for
from tests.builders import document_of


def relation(other, kind=RelationType.DRAFT_OF, score=0.9):
    return Relation(number=1, other=other, type=kind, score=score, evidence="de helft is gelijk")


@pytest.mark.parametrize(("law", "ground"), [(Law.WOB, "11.1"), (Law.WOO, "5.2.1")])
def test_a_draft_of_a_document_in_the_dossier_may_be_refused_whole(law, ground):
    proposal = proposal_for(document_of(1), [relation(7, score=0.8), relation(2)], ground_book(law), {})
    assert proposal == Proposal(
        judgement=Judgement.NOT_PUBLIC,
        grounds=(ground,),
        reason="conceptversie van 2 en 7: de helft is gelijk",
        score=0.9,
    )


@pytest.mark.parametrize("kind", [one for one in RelationType if one is not RelationType.DRAFT_OF])
def test_no_other_relation_leads_to_a_proposal(kind):
    assert proposal_for(document_of(1), [relation(2, kind)], ground_book(Law.WOB), {}) is None


def test_what_left_the_house_is_no_draft():
    for kind in (DocumentKind.NEWS, DocumentKind.LETTER):
        assert proposal_for(document_of(1, kind), [relation(2)], ground_book(Law.WOB), {}) is None


@pytest.mark.parametrize("change", [{"grounds": ()}, {"reason": ""}, {"score": 1.5}])
def test_a_proposal_says_why(change):
    values = {"judgement": Judgement.NOT_PUBLIC, "grounds": ("11.1",), "reason": "concept", "score": 0.5}
    with pytest.raises(ValueError, match="proposal"):
        Proposal(**{**values, **change})
