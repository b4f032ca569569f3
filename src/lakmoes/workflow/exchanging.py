"""Decisions out of a dossier and into it: for colleagues, other programs and the archive.

In: a ``Desk``, and files. Out: files, or entries of the log with an account of what was taken over and what
was not. A file that came back is compared with what held when it went out; where someone decided otherwise
since, nothing is taken over and the account says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from lakmoes.dossier.folders import written_whole
from lakmoes.errors import IntakeError, UsageError
from lakmoes.exchange import decisions
from lakmoes.exchange.annotations import Account, annotations_of, changes
from lakmoes.exchange.merging import Conflict, Merged, merge
from lakmoes.model import Body, Decision, Entry, ExportOrigin, RedactionAnnotation, Reviewer
from lakmoes.pdf.annotations import page_spaces, read_annotations, write_annotations
from lakmoes.pdf.xfdf import origin_in, read_xfdf, xfdf_of
from lakmoes.review import Log
from lakmoes.review.wording import said, subject_words
from lakmoes.workflow.reviewing import Desk

__all__ = [
    "ConflictInWords",
    "ImportedAnnotations",
    "Merged",
    "export_annotations",
    "export_decisions",
    "import_annotations",
    "import_decisions",
    "in_words",
]

PDF, XFDF, JSON_LINES = ".pdf", ".xfdf", ".jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedAnnotations:
    """What a file with annotations came to.

    Attributes:
        path: The file.
        number: The document.
        account: What its annotations were.
        conflicts: What someone decided since it went out, beside what the file says.
    """

    path: Path
    number: int
    account: Account
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictInWords:
    """Something on which people decided differently, without text of documents.

    Attributes:
        number: Of the document, ``None`` for what is about the whole dossier.
        page: From 1, ``None`` for no page.
        what: What it is about.
        said: Each person with what they said.
    """

    number: int | None
    page: int | None
    what: str
    said: tuple[tuple[str, str], ...]


def export_decisions(desk: Desk, target: Path) -> None:
    """Writes the whole log as JSON Lines.

    Raises:
        DossierError: It cannot be written.
    """
    numbers = {document.document.id: number for number, document in desk.documents.items()}
    with written_whole(target) as beside:
        beside.write_text(decisions.written(desk.log.entries, numbers), encoding="utf-8")


def export_annotations(desk: Desk, folder: Path, ending: str = PDF) -> tuple[Path, ...]:
    """Writes each document's redactions as annotations: in a copy of it, or as XFDF (``ending``).

    Raises:
        DossierError: The folder cannot be written.
        IntakeError: A source cannot be opened any more.
    """
    return tuple(_exported(desk, number, folder, ending) for number in sorted(desk.documents))


def import_decisions(desk: Desk, paths: Iterable[Path]) -> Merged:
    """Brings the logs of others into the dossier's; what contradicts is left to people.

    Raises:
        UsageError: A file is not there, or is no such file.
        DossierError: The dossier file cannot be written.
    """
    logs = [decisions.read(_bytes_of(path).decode("utf-8", errors="replace")) for path in paths]
    merged = merge(desk.log.entries, logs)
    desk.take_over(merged.added)
    return merged


def import_annotations(
    desk: Desk, paths: Iterable[Path], reviewer: Reviewer, *, accepts_unchanged: bool = False
) -> tuple[ImportedAnnotations, ...]:
    """Takes over what a reviewer changed in another program, a file at a time.

    Args:
        desk: The dossier.
        paths: PDFs with annotations, or XFDF.
        reviewer: In whose name.
        accepts_unchanged: Whether what was left as it was counts as accepted.

    Raises:
        UsageError: A file is not there, or belongs to no document of the dossier.
        IntakeError: A file cannot be read.
        DossierError: The dossier file cannot be written.
    """
    return tuple(_imported(desk, path, reviewer, accepts_unchanged) for path in paths)


def in_words(desk: Desk, conflicts: Iterable[Conflict]) -> tuple[ConflictInWords, ...]:
    """Conflicts as people read them, by document and page."""
    shown = (_in_words(desk, conflict) for conflict in conflicts)
    return tuple(sorted(shown, key=lambda one: (one.number or 0, one.page or 0, one.what)))


def _in_words(desk: Desk, conflict: Conflict) -> ConflictInWords:
    body = conflict.entries[0].body
    page = body.page_index + 1 if isinstance(body, Decision) else None
    return ConflictInWords(
        number=desk.number_of(body.document_id),
        page=page,
        what=subject_words(body, {}),
        said=tuple((entry.reviewer.name, said(entry.body)) for entry in conflict.entries),
    )


def _exported(desk: Desk, number: int, folder: Path, ending: str) -> Path:
    document = desk.document(number).document
    pages = [desk.page(number, index) for index in range(document.page_count)]
    annotations = annotations_of(desk.state(number), pages, desk.book)
    origin = ExportOrigin(document_id=document.id, entry=desk.log.last)
    source = desk.path(number)
    target = folder / f"{Path(document.file_name).stem}{ending}"
    with written_whole(target) as beside:
        if ending == XFDF:
            beside.write_bytes(xfdf_of(source, annotations, origin))
        else:
            write_annotations(source, annotations, origin, beside)
    return target


def _imported(desk: Desk, path: Path, reviewer: Reviewer, accepts_unchanged: bool) -> ImportedAnnotations:
    number, origin, annotations = _read(desk, path)
    log = Log(entry for entry in desk.log.entries if entry.id <= origin.entry)
    document = desk.document(number).document
    pages = [desk.page(number, index) for index in range(document.page_count)]
    state = desk.state_after(number, log)
    bodies, account = changes(state, pages, annotations, desk.book, accepts_unchanged=accepts_unchanged)
    newer = {body.subject for body in bodies if desk.log.basis(body.subject) != log.basis(body.subject)}
    named = [_named_after(body, path) for body in bodies if body.subject not in newer]
    if named:
        desk.act(reviewer, named, {body.subject: desk.log.basis(body.subject) for body in named})
    conflicts = tuple(_conflict(desk, body, reviewer) for body in bodies if body.subject in newer)
    return ImportedAnnotations(path=path, number=number, account=account, conflicts=conflicts)


def _conflict(desk: Desk, body: Body, reviewer: Reviewer) -> Conflict:
    """What holds beside what the file says."""
    since = desk.log.of(body.subject)[-1]
    theirs = Entry(body=body, reviewer=reviewer, time=since.time)
    return Conflict(subject=body.subject, entries=(since, theirs))


def _read(desk: Desk, path: Path) -> tuple[int, ExportOrigin, tuple[RedactionAnnotation, ...]]:
    """The document that a file belongs to, what it was made from, and its annotations."""
    if not path.is_file():
        raise UsageError("file-missing", path=path)
    if path.suffix.lower() == XFDF:
        data = path.read_bytes()
        number = _number_of(desk, path, origin_in(data))
        origin, annotations = read_xfdf(data, page_spaces(desk.path(number)))
    else:
        origin, annotations = read_annotations(path)
        number = _number_of(desk, path, origin)
    document = desk.document(number).document
    if any(annotation.page_index >= document.page_count for annotation in annotations):
        raise IntakeError("annotations-unreadable")
    if origin is None or origin.document_id != document.id:
        origin = ExportOrigin(document_id=document.id, entry=desk.log.last)
    return number, origin, annotations


def _number_of(desk: Desk, path: Path, origin: ExportOrigin | None) -> int:
    """The document that a file was made from, or else the one that is called as it is."""
    for number, found in desk.documents.items():
        if origin and found.document.id == origin.document_id:
            return number
    named = [
        number for number, found in desk.documents.items() if Path(found.document.file_name).stem == path.stem
    ]
    if len(named) != 1:
        raise UsageError("annotations-of-no-document", path=path)
    return named[0]


def _named_after(body: Body, path: Path) -> Body:
    """A decision that says from which file it came."""
    return replace(body, imported=path.name) if isinstance(body, Decision) else body


def _bytes_of(path: Path) -> bytes:
    if not path.is_file():
        raise UsageError("file-missing", path=path)
    return path.read_bytes()
