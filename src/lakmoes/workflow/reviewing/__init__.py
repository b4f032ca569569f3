"""Reviewing a dossier: loads, calls the stages that judge what people say, saves.

In: an ``Order``. Out: a ``Desk``: documents as they are reviewed, what holds for each, and a log that grows.
Speaks no HTTP and decides nothing.
"""

from lakmoes.review.blocking import Block
from lakmoes.review.consistency import Inconsistency
from lakmoes.review.sampling import SampleOutcome
from lakmoes.review.trail import TrailRow
from lakmoes.workflow.holding import Case
from lakmoes.workflow.material import PageFacts, ReviewDocument
from lakmoes.workflow.reviewing.desk import Desk
from lakmoes.workflow.reviewing.opening import opened_desk
from lakmoes.workflow.reviewing.samples import SampleItem
from lakmoes.workflow.reviewing.searching import SearchHit

__all__ = [
    "Block",
    "Case",
    "Desk",
    "Inconsistency",
    "PageFacts",
    "ReviewDocument",
    "SampleItem",
    "SampleOutcome",
    "SearchHit",
    "TrailRow",
    "opened_desk",
]
