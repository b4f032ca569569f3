"""Mails and passages that stand in several documents.

In: the findings and pages of a dossier. Out: findings that are the same in every copy of a passage
(``spread``), which of them are copies of each other (``counterparts``), and proposals how documents relate
(``relations``): a draft of another one, nearly the same, mails that stand in both, an attachment, an answer.

Deliberately decides nothing: a relation is a proposal, and what it means for a document is for people.
"""

from lakmoes.threads.copies import spread
from lakmoes.threads.counterparts import counterparts
from lakmoes.threads.relation import Relation, RelationType
from lakmoes.threads.relations import relations

__all__ = ["Relation", "RelationType", "counterparts", "relations", "spread"]
