"""The numbers of a dossier's documents, kept in the dossier file so that they stay.

In: documents as they were taken in, the settings and the store. Out: the documents with the numbers that are
theirs for good and what the settings say of them, in the order of the inventory.
"""

from collections.abc import Iterable
from dataclasses import replace

from lakmoes.dossier.settings import DossierSettings
from lakmoes.dossier.store import Stage, Store
from lakmoes.errors import UsageError
from lakmoes.intake import Numbered, kept, numbered
from lakmoes.model import SourceDocument

NUMBERS = Stage("numbers", tuple[Numbered, ...])
"""Every number that was ever given."""
DOSSIER = "dossier"


def settled(
    documents: tuple[SourceDocument, ...], settings: DossierSettings, store: Store
) -> tuple[SourceDocument, ...]:
    """The documents with their numbers and what the settings say of them, in the order that they came.

    Raises:
        UsageError: The settings name a file that is not there or twice, or give one number twice.
        DossierError: The dossier file cannot be read or written.
    """
    _check_files(documents, settings)
    earlier = store.load(NUMBERS, DOSSIER, "") or ()
    complete = numbered(documents, settings.given_numbers, earlier)
    remembered = kept(complete, earlier)
    if remembered != earlier:
        store.save(NUMBERS, DOSSIER, "", remembered)
    return tuple(as_stated(document, settings) for document in complete)


def as_stated(document: SourceDocument, settings: DossierSettings) -> SourceDocument:
    """The document with the title and date that the settings give it."""
    for said in settings.document:
        if said.file == document.file_name:
            return replace(document, title=said.title or document.title, date=said.date or document.date)
    return document


def in_order(documents: Iterable[SourceDocument]) -> tuple[SourceDocument, ...]:
    """The documents in the order of the inventory."""
    return tuple(sorted(documents, key=lambda document: document.order))


def _check_files(documents: Iterable[SourceDocument], settings: DossierSettings) -> None:
    names = {document.file_name for document in documents}
    for said in settings.document:
        if said.file not in names:
            raise UsageError("stated-file-missing", path=said.file)
        names.remove(said.file)
