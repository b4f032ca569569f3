"""What stands in the way of publishing a dossier as final.

In: a dossier with all that holds in it. Out: ``Block`` values (``review``), for one document, for all of them
and for the dossier as a whole.
"""

from collections.abc import Sequence

from lakmoes.dossier.settings import DossierSettings
from lakmoes.review.blocking import Block, Demands, Level, blocks_of_document
from lakmoes.review.consistency import Inconsistency, inconsistencies
from lakmoes.review.legal import legal_blocks
from lakmoes.review.publishing import blocks_of_dossier
from lakmoes.workflow.holding import Held, reviewed_document
from lakmoes.workflow.legal import legal_facts
from lakmoes.workflow.opening import Dossier


def is_concept(dossier: Dossier, held: Held) -> bool:
    """Whether something is left that must be done first."""
    return any(block.level is Level.ERROR for block in blocks(dossier, held, differences(held)))


def blocks(dossier: Dossier, held: Held, differing: Sequence[Inconsistency]) -> tuple[Block, ...]:
    """All that must be done or looked at: by document, for the dossier as a whole, then as the law asks."""
    demands = demands_of(dossier.settings)
    log = held.spoken.log
    documents = [
        reviewed_document(document, held) for document in dossier.documents if not document.duplicate_of
    ]
    return (
        *(block for document in documents for block in blocks_of_document(document, log, demands)),
        *blocks_of_dossier(documents, log, demands, dossier.book, differing),
        *legal_blocks(legal_facts(dossier, held)),
    )


def differences(held: Held) -> tuple[Inconsistency, ...]:
    """What was decided differently though it is the same."""
    states = {case.document.id: case.state for case in held.cases.values()}
    texts: dict[str, str] = {}
    copies: dict[str, str] = {}
    for case in held.cases.values():
        found = dict(case.known.by_id)
        texts |= found
        copies |= dict(zip(found, case.known.copies, strict=True))
    return inconsistencies(states, texts, copies)


def demands_of(settings: DossierSettings) -> Demands:
    """What the dossier demands."""
    return Demands(second_review=settings.review.second_review, pages_seen=settings.review.pages_seen)
