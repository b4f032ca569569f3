"""What is known of a dossier, made once and kept in the dossier file.

In: an opened ``Dossier``. Out: its ``Material``. As long as files, settings and program are the same it comes
from the dossier file, and no page is loaded.
"""

import gc
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from lakmoes.dossier.store import Stage
from lakmoes.errors import LakmoesError
from lakmoes.model import Person, SourceDocument
from lakmoes.workflow.analysing import Progress, analyse, analysis_of
from lakmoes.workflow.material import Material, ReviewDocument, review_document
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.suggesting import proposals

REVIEW = Stage("review", ReviewDocument)
PERSONS = Stage("persons", tuple[Person, ...])
FILES = Stage("files", tuple[tuple[str, str], ...])
"""File name and document id of every file that was ever handled, oldest first."""
DOSSIER = "dossier"


def prepared(dossier: Dossier, progress: Progress, failures: dict[int, LakmoesError]) -> Material:
    """The material of a dossier; documents that fail are added to ``failures`` and are not in it.

    Raises:
        DossierError: The dossier file cannot be read or written.
    """
    documents = analyse(dossier, progress, failures)
    key = _key(dossier, documents)
    material = _kept(dossier, documents, key)
    if material is None:
        _make(dossier, documents, key)
        gc.collect()
        material = _kept(dossier, documents, key)
    if material is None:
        raise AssertionError("what was saved is there")
    return replace(material, earlier=_earlier(dossier))


def _kept(dossier: Dossier, documents: Mapping[int, SourceDocument], key: str) -> Material | None:
    persons = dossier.store.load(PERSONS, DOSSIER, key)
    if persons is None:
        return None
    loaded = {number: dossier.store.load(REVIEW, known.id, key) for number, known in documents.items()}
    return Material(persons=persons, documents={number: one for number, one in loaded.items() if one})


def _make(dossier: Dossier, documents: Mapping[int, SourceDocument], key: str) -> None:
    """Makes and keeps it; the persons last, for they say that the rest is there."""
    analyses = {number: analysis_of(dossier, document) for number, document in documents.items()}
    found = proposals(dossier, analyses)
    for proposed in found.documents.values():
        dossier.store.save(REVIEW, proposed.document.id, key, review_document(proposed, found.copies))
    dossier.store.save(PERSONS, DOSSIER, key, found.persons)


def _key(dossier: Dossier, documents: Mapping[int, SourceDocument]) -> str:
    settings = dossier.settings
    said = (dossier.book.law, settings.scope, settings.exempt, settings.term)
    files = [
        (number, document.id, document.file_name, document.shown) for number, document in documents.items()
    ]
    return dossier.key("review", dossier.options_digest, said, settings.document, files)


def _earlier(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """Document id to the ids of files that bore its name before and are no longer in the dossier."""
    known = dossier.store.load(FILES, DOSSIER, "") or ()
    now = tuple((document.file_name, document.id) for document in dossier.documents if not document.refusal)
    fresh = tuple(pair for pair in now if pair not in known)
    if fresh:
        dossier.store.save(FILES, DOSSIER, "", (*known, *fresh))
    present = {identity for _, identity in now}
    named = dict(now)
    earlier: defaultdict[str, list[str]] = defaultdict(list)
    for name, identity in known:
        if identity not in present and name in named:
            earlier[named[name]].append(identity)
    return {identity: tuple(others) for identity, others in earlier.items()}
