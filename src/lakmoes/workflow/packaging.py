"""The package that is published, and apart from it the internal file.

In: an ``Order``, and where the package goes. Out: a folder or zip with the redacted files, the inventory, the
decision letter, metadata, what the national platform reads, and a report of the verification, each named with
its sha256; in the output folder the internal file (``filing``). What goes into the package is named here one
by one: nothing gets into it because it happens to stand in a folder.

A dossier that something stands in the way of is refused, unless a concept was asked for.
"""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lakmoes import nl
from lakmoes.dossier.folders import UNFINISHED
from lakmoes.dossier.packages import Contents, digest_of_file, write_folder, write_zip, zip_to
from lakmoes.errors import DossierError, ReviewError, UsageError, VerificationError
from lakmoes.inventory.diwoo import Publication, Publisher, document_xml, dossier_xml
from lakmoes.inventory.naming import public_title
from lakmoes.inventory.package import write_package
from lakmoes.inventory.production_report import Platform, files_of, write
from lakmoes.inventory.rows import Inventory
from lakmoes.letter.publishing import publishable
from lakmoes.model import InventoryRow
from lakmoes.review.blocking import Block, Level
from lakmoes.workflow.analysing import Progress
from lakmoes.workflow.blocking import blocks, differences
from lakmoes.workflow.checking import check_files
from lakmoes.workflow.filing import internal_contents
from lakmoes.workflow.holding import Held, held
from lakmoes.workflow.kinship import kin_of, related_to
from lakmoes.workflow.letters import letter_differences, letter_passages
from lakmoes.workflow.listing import FORMATS, inventory_for
from lakmoes.workflow.opening import Dossier, Order, opened
from lakmoes.workflow.redacting import identifying_texts
from lakmoes.workflow.run import publish, refusals

ZIP = ".zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What package is asked for.

    Attributes:
        target: Folder or zip.
        zipped: Whether it is a zip; a target that is called so is one.
        concept: Whether a dossier may be packed that something still stands in the way of.
        letter: The decision letter (.docx or .pdf); ``None``: the one in the output folder, if any.
        without_letter: Whether to leave the letter out.
    """

    target: Path
    zipped: bool = False
    concept: bool = False
    letter: Path | None = None
    without_letter: bool = False

    @property
    def path(self) -> Path:
        """Where the package goes."""
        is_named_so = self.target.suffix.lower() == ZIP
        return (
            self.target.with_name(f"{self.target.name}{ZIP}")
            if self.zipped and not is_named_so
            else self.target
        )

    @property
    def is_zip(self) -> bool:
        """Whether it is written as a zip."""
        return self.path.suffix.lower() == ZIP


@dataclass(frozen=True, slots=True, kw_only=True)
class Packaged:
    """What was packed.

    Attributes:
        path: The package.
        internal: Folder of the internal file.
        names: Of the files in the package.
        concept: Whether it is a concept.
        missing: Keys of ``nl.PACKAGE_WITHOUT``: what is not in it.
    """

    path: Path
    internal: Path
    names: tuple[str, ...]
    concept: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Packing:
    """A dossier that is packed."""

    dossier: Dossier
    held: Held
    inventory: Inventory
    letter: Path | None
    scratch: Path
    """For files that are made on the way."""

    @property
    def rows(self) -> Sequence[InventoryRow]:
        """The published list."""
        return self.inventory.rows

    @property
    def concept(self) -> bool:
        """Whether something still stands in the way."""
        return self.inventory.context.concept


def package(order: Order, wish: Wish, progress: Progress) -> Packaged:
    """Redacts, verifies and lists what holds in a dossier, and packs what may be published of it.

    Raises:
        UsageError: The folder, ``dossier.toml`` or the letter is not right, or something else stands where
            the package goes.
        ReviewError: Something stands in the way of publishing, or the letter holds redacted texts.
        VerificationError: A redacted file is no longer the one that was verified.
        DossierError: A folder cannot be used.
    """
    _check_place(order, wish)
    with opened(order) as dossier:
        failures = refusals(dossier)
        holding = held(dossier, progress, failures)
        texts = identifying_texts(holding.cases.values())
        _check_ready(blocks(dossier, holding, differences(holding)), failures.keys() & holding.cases, wish)
        letter = _letter(dossier, wish)
        if letter:
            _check_redacted(letter, texts)
        outcome = publish(dossier, holding, failures, progress)
        _check_ready((), failures.keys() & holding.cases, wish)
        inventory = inventory_for(dossier, outcome.rows, texts, concept=outcome.concept)
        if letter and not wish.concept:
            _check_agreement(dossier, letter, outcome.rows)
        with tempfile.TemporaryDirectory(dir=order.out, prefix=UNFINISHED) as scratch:
            packing = _Packing(
                dossier=dossier, held=holding, inventory=inventory, letter=letter, scratch=Path(scratch)
            )
            return _packed(packing, wish)


def _packed(packing: _Packing, wish: Wish) -> Packaged:
    contents, missing = _contents(packing)
    internal = packing.dossier.output.internal
    try:
        write_folder(internal, internal_contents(packing.dossier, packing.held))
        (write_zip if wish.is_zip else write_folder)(wish.path, contents)
    except OSError as error:
        raise DossierError("output-not-writable", path=wish.path) from error
    return Packaged(
        path=wish.path,
        internal=internal,
        names=tuple(sorted(contents)),
        concept=packing.concept,
        missing=missing,
    )


def _contents(packing: _Packing) -> tuple[Contents, tuple[str, ...]]:
    """All that may be published, by its name in the package, and what is not in it."""
    output = packing.dossier.output
    lists = {f"inventarislijst.{ending}": output.inventory(ending) for ending in FORMATS}
    parts: dict[str, Contents] = {
        "letter": _letter_contents(packing),
        "metadata": _metadata(packing),
        "platform": _platform(packing),
    }
    contents: dict[str, bytes | Path] = {**lists, **_documents(packing), **_report(packing)}
    for part in parts.values():
        contents |= part
    if packing.concept:
        contents[nl.CONCEPT_FILE] = nl.CONCEPT_PACKAGE.encode()
    return contents, tuple(name for name, part in parts.items() if not part)


def _documents(packing: _Packing) -> Contents:
    """The redacted files, each still the one that was verified."""
    found: dict[str, bytes | Path] = {}
    for row in packing.rows:
        if row.file_name:
            path = packing.dossier.output.redacted / row.file_name
            if not path.is_file() or digest_of_file(path) != row.sha256:
                raise VerificationError("package-file-changed", number=row.shown)
            found[f"documenten/{row.file_name}"] = path
    return found


def _letter_contents(packing: _Packing) -> Contents:
    if packing.letter is None:
        return {}
    if packing.letter.suffix.lower() == ".pdf":
        return {"besluit.pdf": packing.letter}
    made = packing.scratch / "besluit.docx"
    write_package(made, publishable(packing.letter.read_bytes(), packing.letter.name))
    return {"besluit.docx": made}


def _metadata(packing: _Packing) -> Contents:
    """DiWoo, where it is known who publishes and when that was decided."""
    settings = packing.dossier.settings
    name = settings.publisher.name or settings.letter.body
    if not name or settings.decision_date is None:
        return {}
    context = packing.inventory.context
    publication = Publication(
        publisher=Publisher(name=name, identifier=settings.publisher.identifier),
        decided=settings.decision_date,
        title=context.title
        or nl.DOSSIER_TITLE.format(law=packing.inventory.law_name, number=context.request_number).strip(),
        number=context.request_number,
        rows=packing.rows,
    )
    related = related_to(packing.held.cases)
    files = {
        f"metadata/{Path(row.file_name).stem}.xml": document_xml(
            publication, row, related.get(row.number, {})
        )
        for row in publication.published
    }
    return {**files, "metadata/dossier.xml": dossier_xml(publication)}


def _platform(packing: _Packing) -> Contents:
    """What the national platform reads, of a dossier that is final and has a name there."""
    settings = packing.dossier.settings.platform
    if not settings.matter or packing.concept:
        return {}
    platform = Platform(**settings.model_dump())
    report, files = packing.scratch / "productierapport.xlsx", packing.scratch / "documenten.zip"
    write(
        report, packing.inventory, packing.dossier.book, platform, kin_of(packing.dossier, packing.held.cases)
    )
    redacted = packing.dossier.output.redacted
    zip_to(files, {name: redacted / row.file_name for row, name in files_of(packing.rows, platform)})
    return {"platform/productierapport.xlsx": report, "platform/documenten.zip": files}


def _report(packing: _Packing) -> Contents:
    """That each file was verified; where people had to look is internal."""
    lines = [
        f"{row.file_name}\n  SHA-256: {row.sha256}\n  {nl.CERTIFICATE_PASSED}\n"
        for row in packing.rows
        if row.file_name
    ]
    return {
        "verificatierapport.txt": "\n".join((nl.CERTIFICATE, nl.CERTIFICATE_EXPLAINED, "", *lines)).encode()
    }


def _letter(dossier: Dossier, wish: Wish) -> Path | None:
    if wish.without_letter:
        return None
    if wish.letter and not wish.letter.is_file():
        raise UsageError("file-missing", path=wish.letter)
    path = wish.letter or dossier.output.letter()
    if path.suffix.lower() == ".pdf" and not all(one.passed for one in check_files([path])):
        raise UsageError("letter-not-clean", path=path.name)
    return path if path.is_file() else None


def _check_place(order: Order, wish: Wish) -> None:
    """A package in the dossier's folder would be read as part of the dossier."""
    if wish.path.resolve().is_relative_to(order.folder.resolve()):
        raise UsageError("package-in-folder")


def _check_ready(found: Sequence[Block], failed: set[int], wish: Wish) -> None:
    count = sum(block.level is Level.ERROR for block in found) + len(failed)
    if count and not wish.concept:
        raise ReviewError("package-blocked", count=count)


def _check_redacted(letter: Path, texts: Mapping[str, str]) -> None:
    """The letter may hold nothing that is redacted in the dossier."""
    passages = [passage.text for passage in letter_passages(letter)]
    named = [
        str(place)
        for place, text in enumerate(passages, start=1)
        if public_title(text, texts) != public_title(text, {})
    ]
    if named:
        raise ReviewError("letter-holds-redacted", path=letter.name, places=nl.listed(named))


def _check_agreement(dossier: Dossier, letter: Path, rows: Sequence[InventoryRow]) -> None:
    found = letter_differences(dossier, letter, tuple(rows))
    count = sum(Block(code=one.code).level is Level.ERROR for one in found)
    if count:
        raise ReviewError("letter-differs", count=count)
    if any(nl.TO_FILL_IN in passage.text for passage in letter_passages(letter)):
        raise ReviewError("letter-to-fill-in", path=letter.name)
