"""What reviewing needs of a dossier, made once and kept in the dossier file.

In: an opened ``Dossier``. Out: its persons and a ``ReviewDocument`` per analysed document. As long as
documents, settings and program are the same they come from the file, and no page is loaded.
"""

import gc
from collections.abc import Mapping
from dataclasses import dataclass

from lakmoes.dossier.store import Stage
from lakmoes.errors import LakmoesError
from lakmoes.model import Person, SourceDocument
from lakmoes.workflow.analysing import Progress, analyse, analysis_of
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.reviewing.documents import ReviewDocument, review_documents
from lakmoes.workflow.suggesting import proposals

REVIEW = Stage("review", ReviewDocument)
PERSONS = Stage("persons", tuple[Person, ...])
DOSSIER = "dossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The persons of a dossier and its documents by number."""

    persons: tuple[Person, ...]
    documents: Mapping[int, ReviewDocument]


def prepared(dossier: Dossier, progress: Progress, failures: dict[int, LakmoesError]) -> Material:
    """The material of a dossier; documents that fail are added to ``failures`` and are not in it.

    Raises:
        DossierError: The dossier file cannot be read or written.
    """
    documents = analyse(dossier, progress, failures)
    key = _key(dossier, documents)
    return _kept(dossier, documents, key) or _made(dossier, documents, key)


def _kept(dossier: Dossier, documents: Mapping[int, SourceDocument], key: str) -> Material | None:
    persons = dossier.store.load(PERSONS, DOSSIER, key)
    found = {
        number: loaded
        for number, document in documents.items()
        if persons is not None and (loaded := dossier.store.load(REVIEW, document.id, key))
    }
    return Material(persons=persons, documents=found) if persons is not None else None


def _made(dossier: Dossier, documents: Mapping[int, SourceDocument], key: str) -> Material:
    """Makes and keeps it; the persons last, for they say that the rest is there."""
    analyses = {number: analysis_of(dossier, document) for number, document in documents.items()}
    found = proposals(dossier, analyses)
    for _, document in review_documents(found):
        dossier.store.save(REVIEW, document.document.id, key, document)
    dossier.store.save(PERSONS, DOSSIER, key, found.persons)
    del analyses, found
    gc.collect()
    kept = _kept(dossier, documents, key)
    if kept is None:
        raise AssertionError("what was saved is there")
    return kept


def _key(dossier: Dossier, documents: Mapping[int, SourceDocument]) -> str:
    settings = dossier.settings
    said = (dossier.book.law, settings.scope, settings.exempt, settings.term)
    files = [(number, document.id, document.file_name) for number, document in documents.items()]
    return dossier.key("review", dossier.options_digest, said, files)
