"""Opening a dossier: its files, its settings, its law and its store, before any stage runs.

In: an ``Order``. Out: a ``Dossier`` that lasts as long as its context; a zip is unpacked into a folder of its
own in the output folder, which goes again at the end.
"""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from lakmoes.detection.language_model import LanguageModel
from lakmoes.detection.options import DetectionOptions, Term
from lakmoes.dossier.folders import UNFINISHED, OutputFolder
from lakmoes.dossier.settings import DossierSettings, LabelScheme, LawSource, read_settings
from lakmoes.dossier.store import Store, open_store
from lakmoes.errors import UsageError
from lakmoes.grounds import GroundBook, ground_book, grounds_folder
from lakmoes.intake import IncomingFile, incoming_files, take_in, unpacked
from lakmoes.inventory.columns import Column, columns_named
from lakmoes.model import GroundType, Law, SourceDocument
from lakmoes.persons import ExemptPerson
from lakmoes.workflow.numbering import in_order, settled

LETTER_TEMPLATE = "letter/besluit.docx"
"""In the folder of grounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked: the folder or zip, where the results go, and what overrides the settings."""

    folder: Path
    out: Path
    law: Law | None = None
    workers: int | None = None
    pipeline: str = ""
    """Folder of a spaCy pipeline or name of an installed one; empty: as the settings have it."""
    llm: str = ""
    """Address on this machine of a language model; empty: as the settings have it."""
    columns: tuple[str, ...] = ()
    """Names of the columns of the inventory list; none: as the settings have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """An opened dossier."""

    order: Order
    settings: DossierSettings
    options: DetectionOptions
    options_digest: str
    law_source: LawSource
    book: GroundBook
    documents: tuple[SourceDocument, ...]
    paths: Mapping[int, Path]
    """Document number to the file."""
    output: OutputFolder
    store: Store
    letter_template: Path
    """Of the decision letter."""
    shown: Mapping[int, str] = field(default_factory=dict)
    """Number of each document to the number that people read."""
    columns: tuple[Column, ...] = ()
    """Those of the inventory list that were chosen; none: those of each format."""

    @property
    def exempt(self) -> tuple[ExemptPerson, ...]:
        """The people that the settings exempt."""
        return tuple(ExemptPerson(**person.model_dump()) for person in self.settings.exempt)

    @property
    def code_labels(self) -> dict[str, str]:
        """Ground code to what is printed for it."""
        labels = self.settings.labels
        if labels.scheme is LabelScheme.NUMERIC:
            return {ground.code: labels.codes.get(ground.code, ground.code) for ground in self.book.grounds}
        if labels.scheme is LabelScheme.ARTICLE:
            return {ground.code: ground.code for ground in self.book.grounds}
        law = self.book.texts.name
        return {
            ground.code: ground.code if ground.type is GroundType.LABEL else f"{ground.code} {law}"
            for ground in self.book.grounds
        }

    def key(self, *parts: object) -> str:
        """Digest of the program and of all else that a result depends on."""
        return hashlib.sha256(repr((program_fingerprint(), parts)).encode()).hexdigest()


@contextmanager
def opened(order: Order) -> Iterator[Dossier]:
    """The dossier of an order; the output folder is held by this process until it is closed.

    Raises:
        UsageError: There is no such folder, it is empty, or ``dossier.toml`` is not right.
        IntakeError: The zip cannot be unpacked.
        DossierError: The output folder cannot be used.
    """
    if not order.folder.exists():
        raise UsageError("folder-missing", path=order.folder)
    if order.out.resolve() == order.folder.resolve():
        raise UsageError("out-in-folder")
    with open_store(order.out) as store:
        OutputFolder(root=order.out).clear_unfinished()
        with _folder_of(order) as folder:
            yield _dossier_in(folder, order, store)


def _dossier_in(folder: Path, order: Order, store: Store) -> Dossier:
    settings = read_settings(folder)
    law, source = settings.settled_law(order.law)
    incoming = _belonging(incoming_files(folder), settings, folder, order.out)
    if not incoming:
        raise UsageError("folder-empty", path=order.folder)
    documents = settled(take_in(incoming), settings, store)
    options = detection_options(folder, settings, order)
    dossier = Dossier(
        order=order,
        settings=settings,
        options=options,
        options_digest=options.digest(),
        law_source=source,
        book=ground_book(law),
        documents=in_order(documents),
        shown={document.number: document.shown for document in documents},
        paths={document.number: file.path for document, file in zip(documents, incoming, strict=True)},
        output=OutputFolder(root=order.out),
        store=store,
        columns=columns_named(order.columns) or columns_named(settings.inventory.columns),
        letter_template=_letter_template(folder, settings.letter.template),
    )
    _check_codes(dossier)
    return dossier


def detection_options(folder: Path, settings: DossierSettings, order: Order) -> DetectionOptions:
    """What the settings and the order say about detection; the order goes before the settings."""
    models = settings.detection
    address = order.llm or models.llm
    return DetectionOptions(
        terms=tuple(Term(**term.model_dump()) for term in settings.term),
        pipeline=order.pipeline or _from(folder, models.pipeline),
        weights=_from(folder, models.weights),
        language_model=LanguageModel(address=address, name=models.llm_name) if address else None,
    )


def _letter_template(folder: Path, named: str) -> Path:
    """The template of the decision letter: the one in the dossier's folder, or else that of the package.

    Raises:
        UsageError: The settings name a file elsewhere.
    """
    if not named:
        return grounds_folder() / LETTER_TEMPLATE
    beside = (folder / named).resolve()
    if not beside.is_relative_to(folder.resolve()):
        raise UsageError("letter-template-missing", path=named)
    return beside


def _from(folder: Path, named: str) -> str:
    """A path in the settings counts from the dossier's folder; what is not there may be a package's name."""
    beside = folder / named
    return str(beside.resolve()) if named and beside.exists() else named


@cache
def program_fingerprint() -> str:
    """Digest of the program, its model and its lists: a result of other ones is not reused."""
    digest = hashlib.sha256()
    for folder in (Path(str(files("lakmoes"))), grounds_folder()):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


@contextmanager
def _folder_of(order: Order) -> Iterator[Path]:
    if order.folder.is_dir():
        yield order.folder
        return
    with tempfile.TemporaryDirectory(dir=order.out, prefix=UNFINISHED) as folder:
        yield unpacked(order.folder, Path(folder))


def _belonging(
    incoming: Iterable[IncomingFile], settings: DossierSettings, folder: Path, out: Path
) -> tuple[IncomingFile, ...]:
    """The files that belong to the dossier: not those that the settings skip, nor our own output in it."""
    own_output = out.resolve() if out.resolve().is_relative_to(folder.resolve()) else None
    return tuple(
        file
        for file in incoming
        if not settings.skips(file.name)
        and not (own_output and file.path.resolve().is_relative_to(own_output))
    )


def _check_codes(dossier: Dossier) -> None:
    """Every ground that the settings name must exist in the law, every document in the dossier."""
    known = {document.file_name for document in dossier.documents}
    for name in dossier.settings.labels.documents:
        if name not in known:
            raise UsageError("settings-wrong-value", key=f"labels.documents.{name}")
    for code in (*(term.ground for term in dossier.settings.term), *dossier.settings.labels.codes):
        dossier.book[code]
