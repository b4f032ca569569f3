"""The checks that a lawyer wants made before a decision goes out.

In: ``LegalFacts``. Out: ``Block`` values, those of one check after the other. Each check is a function with
codes of its own; errors stand in the way of publishing, warnings ask for a look. That every relative ground
is motivated is checked by ``publishing``, that equal passages are decided alike by ``consistency``.
"""

from collections.abc import Callable, Iterator, Sequence

from lakmoes.review.blocking import Block
from lakmoes.review.legal.facts import Judged, LegalFacts
from lakmoes.review.legal.stated import decided_grounds, grounds_named, judgement_fits
from lakmoes.review.legal.time import old_information, temporary_refusals, undated_information
from lakmoes.review.legal.together import grounds_together
from lakmoes.review.legal.whole import chains_refused, copies_disclosed, drafts_refused, formal_decisions

__all__ = ["CHECKS", "Judged", "LegalFacts", "legal_blocks"]

CHECKS: Sequence[Callable[[LegalFacts], Iterator[Block]]] = (
    grounds_named,
    judgement_fits,
    decided_grounds,
    grounds_together,
    temporary_refusals,
    old_information,
    undated_information,
    formal_decisions,
    drafts_refused,
    chains_refused,
    copies_disclosed,
)
"""All that can be checked without the published files."""


def legal_blocks(facts: LegalFacts) -> tuple[Block, ...]:
    """What contradicts itself or the law, check by check, each in the order of the documents."""
    return tuple(block for check in CHECKS for block in check(facts))
