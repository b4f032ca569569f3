"""What a third party is asked for its view on: only its own passages, all else redacted.

In: an ``Order`` and a party. Out: a folder with a redacted file for each document that concerns the party,
made and verified by the code that publishes, in which its passages are framed; and a list of them with what
is proposed. Nothing of it is for publication, and nothing in the dossier changes.

Documents on which people decided that they are refused, a duplicate, out of scope or public already are left
out; those that are suspended are what third parties are asked about.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lakmoes import nl
from lakmoes.consultation import Party, Redaction, Shown, shown
from lakmoes.dossier.folders import UNFINISHED
from lakmoes.dossier.packages import write_folder
from lakmoes.dossier.settings import Labels, LabelScheme, PageSettings, RefusalSettings
from lakmoes.engines.local import spread
from lakmoes.errors import LakmoesError, ReviewError, UsageError
from lakmoes.inventory.naming import public_title, published_name
from lakmoes.letter.consultation import AskedPassage, consultation_list
from lakmoes.model import Box, GroundType, Judgement, Page, Width
from lakmoes.pdf.framing import Frame, without_bookmarks, write_frames
from lakmoes.workflow.analysing import Progress
from lakmoes.workflow.documents import Redaction as Written
from lakmoes.workflow.documents import RedactionJob, redact_document
from lakmoes.workflow.holding import Case, Held, held
from lakmoes.workflow.opening import Dossier, Order, opened
from lakmoes.workflow.redacting import identifying_texts, job_of, not_verified
from lakmoes.workflow.run import refusals

OPEN_COLOUR, WITHHELD_COLOUR = (0.1, 0.35, 0.75), (0.8, 0.1, 0.1)
"""Of a frame around a passage, and around what is proposed to be redacted in it."""
LIST = "zienswijze.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """Who is asked about what.

    Attributes:
        party: Its name.
        also: Other ways in which it is named.
        documents: Numbers, as people read them, of documents that concern it as a whole.
        target: Folder for what it gets.
    """

    party: str
    also: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()
    target: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Consulted:
    """What was made.

    Attributes:
        path: The folder.
        files: Number of documents in it.
        passages: Number of passages.
        failures: Documents that concern the party and could not be made, with the reason.
    """

    path: Path
    files: int
    passages: int
    failures: Mapping[int, LakmoesError] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A document that concerns the party, and what of each page."""

    case: Case
    pages: tuple[Page, ...]
    shown: tuple[Shown, ...]
    name: str
    title: str


def consult(order: Order, wanted: Consultation, progress: Progress) -> Consulted:
    """Writes what a third party gets to give its view on.

    Raises:
        UsageError: The folder, ``dossier.toml`` or the name is not right, or something else stands in the
            target.
        ReviewError: No document concerns the party, or none that was named is there.
        DossierError: A folder cannot be used.
    """
    if wanted.target.resolve().is_relative_to(order.folder.resolve()):
        raise UsageError("package-in-folder")
    try:
        party = Party(names=(wanted.party, *wanted.also))
    except ValueError as error:
        raise UsageError("party-name") from error
    with opened(order) as dossier:
        failures = refusals(dossier)
        holding = held(dossier, progress, failures)
        _check_documents(wanted.documents, holding)
        found = tuple(_found(holding, party, wanted.documents))
        if not found:
            raise ReviewError("party-nowhere")
        with tempfile.TemporaryDirectory(dir=order.out, prefix=UNFINISHED) as scratch:
            return _written(
                _for_reading(dossier), found, wanted, _Place(Path(scratch), _texts(holding, party))
            )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where files are made, and the texts that may stand nowhere in them."""

    scratch: Path
    texts: tuple[str, ...]


def _written(dossier: Dossier, found: Sequence[_Asked], wanted: Consultation, place: _Place) -> Consulted:
    """Makes, verifies and frames each file, then the list; one that fails is not in it."""
    contents: dict[str, bytes | Path] = {}
    failures: dict[int, LakmoesError] = {}
    asked: dict[int, list[AskedPassage]] = {}
    by_number = {one.case.document.number: one for one in found}
    jobs = _jobs(dossier, found, place, failures)
    for job, outcome in spread(redact_document, jobs, dossier.order.workers):
        failure = _failure(outcome)
        one = by_number[job.document.number]
        if failure:
            failures[job.document.number] = failure
            continue
        framed = job.target.with_name(f"{job.document.number}.framed.pdf")
        write_frames(job.target, _frames(one, dossier), framed)
        contents[one.name] = framed
        asked[job.document.number] = list(_listed(one, dossier))
    passages = [passage for number in sorted(asked) for passage in asked[number]]
    contents[LIST] = _list(dossier, wanted, passages)
    write_folder(wanted.target, contents)
    return Consulted(
        path=wanted.target,
        files=len(asked),
        passages=len(passages),
        failures=dict(sorted(failures.items())),
    )


def _list(dossier: Dossier, wanted: Consultation, passages: Sequence[AskedPassage]) -> bytes:
    settings = dossier.settings
    request = f"{dossier.book.texts.name}-verzoek {settings.request_number}".strip()
    return consultation_list(wanted.party, request, settings.letter.body, passages)


def _jobs(
    dossier: Dossier, found: Sequence[_Asked], place: _Place, failures: dict[int, LakmoesError]
) -> Iterator[RedactionJob]:
    """The jobs that can be made; why others cannot is added to ``failures``."""
    for one in found:
        try:
            yield _job(dossier, one, place)
        except LakmoesError as error:
            failures[one.case.document.number] = error


def _failure(outcome: Written | LakmoesError) -> LakmoesError | None:
    if isinstance(outcome, LakmoesError):
        return outcome
    return None if outcome.report.passed else not_verified(outcome)


def _for_reading(dossier: Dossier) -> Dossier:
    """The dossier with settings for a file that one party reads: nothing moves, so that frames fit."""
    covered = next(ground.code for ground in dossier.book.grounds if ground.type is GroundType.LABEL)
    labels = Labels(scheme=LabelScheme.NUMERIC, codes={**dossier.code_labels, covered: nl.NOT_SHOWN})
    changes = {
        "width": Width.EXACT,
        "labels": labels,
        "pages": PageSettings(),
        "refusal": RefusalSettings(),
    }
    return replace(dossier, settings=dossier.settings.model_copy(update=changes))


def _check_documents(numbers: frozenset[str], holding: Held) -> None:
    known = {case.document.shown for case in holding.cases.values()}
    for number in sorted(numbers):
        if number not in known:
            raise ReviewError("no-such-document", number=number)


def _found(holding: Held, party: Party, whole: frozenset[str]) -> Iterator[_Asked]:
    """The documents that concern the party."""
    texts = identifying_texts(holding.cases.values())
    own = {text: code for text, code in texts.items() if not _is_of(party, text)}
    width = len(str(max(holding.cases, default=1)))
    for number, case in sorted(holding.cases.items()):
        is_whole = case.document.shown in whole
        if not (case.is_published or _is_suspended(case) or is_whole):
            continue
        page_at = holding.pages.of(number)
        pages = tuple(page_at(index) for index in range(len(case.known.pages)))
        suggestions = {one.finding.span: one for one in case.suggestions}
        seen = tuple(shown(page, case.state, suggestions, party, whole=is_whole) for page in pages)
        if any(one.passages for one in seen):
            yield _Asked(
                case=case,
                pages=pages,
                shown=seen,
                name=published_name(case.document, tuple(own), width),
                title=public_title(case.document.title, own),
            )


def _is_suspended(case: Case) -> bool:
    return case.decision is not None and case.decision.judgement is Judgement.SUSPENDED


def _is_of(party: Party, text: str) -> bool:
    """Whether a redacted text is the party's name, whole or in part."""
    return party.is_named_in(text) or any(Party(names=(text,)).is_named_in(name) for name in party.names)


def _texts(holding: Held, party: Party) -> tuple[str, ...]:
    return tuple(text for text in identifying_texts(holding.cases.values()) if not _is_of(party, text))


def _job(dossier: Dossier, asked: _Asked, place: _Place) -> RedactionJob:
    """What has to be redacted for this party: what it may not see in its passages, and all around them."""
    case, number = asked.case, asked.case.document.number
    covered = next(ground.code for ground in dossier.book.grounds if ground.type is GroundType.LABEL)
    around = tuple(
        (page.index, box, (covered,))
        for page, one in zip(asked.pages, asked.shown, strict=True)
        for box in one.covered
    )
    inside = tuple(redaction for one in asked.shown for redaction in one.redactions)
    state = replace(case.state, redactions=inside, regions=(*case.state.regions, *around))
    job = job_of(dossier, replace(case, state=state), place.texts, place.scratch / f"{number}.pdf")
    source = place.scratch / f"{number}.source.pdf"
    without_bookmarks(job.path, source)
    return replace(job, path=source)


def _frames(asked: _Asked, dossier: Dossier) -> Iterator[Frame]:
    for page, one in zip(asked.pages, asked.shown, strict=True):
        for passage in one.passages:
            yield _frame(page.boxes(passage), page, nl.PROPOSED_PUBLIC, OPEN_COLOUR)
        for span, codes in one.proposed:
            yield _frame(page.boxes(span), page, _proposal(codes, dossier), WITHHELD_COLOUR)


def _frame(boxes: tuple[Box, ...], page: Page, text: str, colour: tuple[float, float, float]) -> Frame:
    said = nl.PROPOSAL.format(what=text)
    return Frame(page_index=page.index, boxes=boxes, text=said, colour=colour)


def _proposal(codes: Sequence[str], dossier: Dossier) -> str:
    grounds = nl.listed(dossier.book.ordered(codes))
    return nl.PROPOSED_WITHHELD.format(grounds=grounds, law=dossier.book.texts.name)


def _listed(asked: _Asked, dossier: Dossier) -> Iterator[AskedPassage]:
    """A line for each passage: public, or public but for what is redacted in it."""
    for page, one in zip(asked.pages, asked.shown, strict=True):
        for passage in one.passages:
            inside = [redaction for redaction in one.proposed if redaction[0].overlaps(passage)]
            yield AskedPassage(
                document=asked.case.document.shown,
                title=asked.title,
                page=page.index + 1,
                proposal=_sentence(inside, dossier),
                file_name=asked.name,
            )


def _sentence(proposed: Sequence[Redaction], dossier: Dossier) -> str:
    said = _said(proposed, dossier)
    return f"{said[0].upper()}{said[1:]}"


def _said(proposed: Sequence[Redaction], dossier: Dossier) -> str:
    if not proposed:
        return nl.PROPOSED_PUBLIC
    codes = {code for _, found in proposed for code in found}
    withheld = _proposal(tuple(codes), dossier)
    return nl.PROPOSED_PARTLY.format(count=nl.counted(len(proposed), "plek", "plekken"), withheld=withheld)
