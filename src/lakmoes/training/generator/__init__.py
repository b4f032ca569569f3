"""Invented Dutch government documents with the name of every person marked: training data for a model.

In: a seed, a number and a folder with public lists of names. Out: ``AnnotatedText`` values. Mail, memos,
minutes, lists, comments, chat, forms, letters, official reports, news and more, with organisations,
streets, firms, laws and ordinary words in the places of persons, and documents without any person. All
sentences were written for this project; the licences of the lists of names stand in ``names``. Independent
of every dossier used for measuring.
"""

from lakmoes.training.generator.documents import documents
from lakmoes.training.generator.names import NameStock

__all__ = ["NameStock", "documents"]
