"""Reviewing a dossier: loads, calls the stages that judge what people say, saves.

In: an ``Order``. Out: a ``Desk``: documents as they are reviewed, what holds for each, and a log that grows.
Speaks no HTTP and decides nothing.
"""

from lakmoes.workflow.reviewing.desk import Desk
from lakmoes.workflow.reviewing.documents import PageFacts, ReviewDocument
from lakmoes.workflow.reviewing.opening import opened_desk

__all__ = ["Desk", "PageFacts", "ReviewDocument", "opened_desk"]
