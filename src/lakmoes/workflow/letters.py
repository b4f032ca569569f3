"""The decision letter of a dossier: written from what holds, or compared with it.

In: a dossier with all that holds in it. Out: ``besluit.docx`` in the output folder, or the differences
between a letter and the inventory. A letter that people changed is never overwritten: the new one gets
another name. Texts that are redacted anywhere in the dossier do not get into it, not even where people
typed them.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lakmoes import nl
from lakmoes.dossier.folders import written_whole
from lakmoes.dossier.store import Stage
from lakmoes.errors import LakmoesError, UsageError
from lakmoes.inventory.naming import public_title
from lakmoes.inventory.package import write_package
from lakmoes.letter.comparing import Difference, differences
from lakmoes.letter.content import LetterFacts, PlaceMotivation, letter_of
from lakmoes.letter.fields import fields_of
from lakmoes.letter.mentions import mentions
from lakmoes.letter.numbers import number_of
from lakmoes.letter.reading import Passage, passages_of_pages, passages_of_word
from lakmoes.letter.template import filled
from lakmoes.model import (
    KEPT_BY_MODEL,
    FindingKind,
    GroundType,
    InventoryRow,
    Judgement,
    PersonDecision,
    Verdict,
)
from lakmoes.review.legal import LegalFacts
from lakmoes.review.legal.time import is_old, old_information
from lakmoes.review.publishing import Use, motivation, uses
from lakmoes.review.state import is_redacted
from lakmoes.workflow.analysing import Progress
from lakmoes.workflow.blocking import is_concept
from lakmoes.workflow.holding import Held, held
from lakmoes.workflow.legal import legal_facts
from lakmoes.workflow.listing import Listed, inventory_rows
from lakmoes.workflow.opening import Dossier, Order, opened
from lakmoes.workflow.reading import pages_of
from lakmoes.workflow.redacting import identifying_texts
from lakmoes.workflow.run import refusals

LETTERS = Stage("letters", tuple[str, ...])
"""sha256 of every letter that was written."""
WITHOUT_ROLE = frozenset({KEPT_BY_MODEL, "vrijgesteld"})
"""Reasons to keep a name that are no role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLetter:
    """A letter that was written.

    Attributes:
        path: Where it is.
        open_count: Places in it that people must still fill in.
        concept: Whether something still stands in the way of publishing.
    """

    path: Path
    open_count: int
    concept: bool


def write_letter(order: Order, progress: Progress) -> WrittenLetter:
    """Writes the decision letter of a dossier.

    Raises:
        UsageError: The folder, ``dossier.toml`` or the template is not right.
        DossierError: The output folder cannot be used.
    """
    with opened(order) as dossier:
        failures = refusals(dossier)
        holding = held(dossier, progress, failures)
        facts = letter_facts(dossier, holding, failures)
        legal = legal_facts(dossier, holding)
        letter = letter_of(facts, _motivated_age(facts, legal))
        title = nl.LETTER_TITLE.format(law=dossier.book.texts.name, number=facts.request_number).strip()
        content, count = filled(dossier.letter_template, fields_of(letter), title)
        return WrittenLetter(path=_written(dossier, content), open_count=count, concept=facts.concept)


def letter_facts(dossier: Dossier, holding: Held, failures: Mapping[int, LakmoesError]) -> LetterFacts:
    """All that the letter of a dossier is made from."""
    settings, texts = dossier.settings, identifying_texts(holding.cases.values())
    legal, log = legal_facts(dossier, holding), holding.spoken.log
    listed = Listed(held=holding, redactions={}, failures=failures, texts=texts)
    rows = tuple(sorted(inventory_rows(dossier, listed), key=lambda row: row.order))
    grounds = dossier.book.grounds
    return LetterFacts(
        rows=rows,
        book=dossier.book,
        body=settings.letter.body,
        title=public_title(settings.title, texts),
        request_number=settings.request_number,
        request_date=settings.request_date,
        decision_date=settings.decision_date,
        motivations={one.code: _cleaned(motivation(log, one.code), texts) for one in grounds},
        places=tuple(_places(legal, rows, texts)),
        roles=tuple(public_title(role, texts) for role in _roles(dossier, holding)),
        out_of_scope=_out_of_scope(legal),
        old=_old(legal),
        concept=bool(failures.keys() & holding.cases.keys()) or is_concept(dossier, holding),
    )


def letter_differences(
    dossier: Dossier, path: Path, rows: tuple[InventoryRow, ...]
) -> tuple[Difference, ...]:
    """Where a letter (.docx or .pdf) and the inventory contradict each other.

    Raises:
        UsageError: There is no such file, or it is no letter that can be read.
    """
    if not path.is_file():
        raise UsageError("file-missing", path=path)
    order = [number_of(row) for row in sorted(rows, key=lambda row: row.order)]
    return differences(mentions(letter_passages(path), dossier.book, order), rows, dossier.book)


def letter_passages(path: Path) -> tuple[Passage, ...]:
    """The passages of a letter (.docx or .pdf).

    Raises:
        UsageError: It is no letter that can be read.
    """
    if path.suffix.lower() != ".pdf":
        return passages_of_word(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    try:
        pages = [page.text for page in pages_of(path, digest)]
    except LakmoesError as error:
        raise UsageError("letter-unreadable", path=path.name) from error
    if not any(text.strip() for text in pages):
        raise UsageError("letter-unreadable", path=path.name)
    return passages_of_pages(pages)


def _written(dossier: Dossier, content: bytes) -> Path:
    """Writes the letter over an earlier one that nobody changed, else under the next name."""
    ours = dossier.store.load(LETTERS, "dossier", "") or ()
    nth = 1
    while _is_changed(dossier.output.letter(nth), ours):
        nth += 1
    target = dossier.output.letter(nth)
    with written_whole(target) as path:
        write_package(path, content)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    dossier.store.save(LETTERS, "dossier", "", tuple(dict.fromkeys((*ours, digest))))
    return target


def _is_changed(path: Path, ours: tuple[str, ...]) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() not in ours


def _cleaned(text: str, texts: Mapping[str, str]) -> str:
    """What people typed, with the ground in place of redacted texts, paragraph by paragraph."""
    return "\n\n".join(public_title(part, texts) for part in text.split("\n\n") if part.strip())


def _places(
    legal: LegalFacts, rows: tuple[InventoryRow, ...], texts: Mapping[str, str]
) -> Iterator[PlaceMotivation]:
    """The motivations of single places that are still redacted or refused, each once."""
    numbers = {judged.id: judged.document.number for judged in legal.documents}
    shown = {row.number: number_of(row) for row in rows}
    done: set[tuple[str, str]] = set()
    used = uses((judged.reviewed for judged in legal.documents), legal.log)
    for ground in legal.book.ordered(used):
        for use, subject in ((one, subject) for one in used[ground] for subject in one.subjects):
            text = motivation(legal.log, ground, subject)
            if text and (ground, subject) not in done:
                done.add((ground, subject))
                number = "" if subject.startswith("person/") else shown[numbers[use.document_id]]
                yield _place(ground, _cleaned(text, texts), number, use)


def _place(ground: str, text: str, number: str, use: Use) -> PlaceMotivation:
    page = use.page_index + 1 if number and use.page_index is not None else 0
    return PlaceMotivation(ground=ground, text=text, number=number, page=page)


def _roles(dossier: Dossier, holding: Held) -> tuple[str, ...]:
    """The roles whose holders' names stay readable somewhere, by name."""
    found = {person.role for person in dossier.settings.exempt}
    for entry in holding.spoken.log.all_holding(PersonDecision):
        if isinstance(entry.body, PersonDecision) and entry.body.verdict is Verdict.KEEP:
            found.add(entry.body.role)
    for case in holding.cases.values():
        for ruling in case.state.rulings if case.is_published else ():
            finding = ruling.suggestion.finding if ruling.suggestion else None
            if finding and finding.kind is FindingKind.NAME and not is_redacted(ruling):
                found.add(finding.role)
    names = {nl.ROLE_NAMES.get(role, role.replace("_", " ")) for role in found - WITHOUT_ROLE if role}
    return tuple(sorted(names))


def _out_of_scope(legal: LegalFacts) -> frozenset[int]:
    labels = {ground.code for ground in legal.book.grounds if ground.type is GroundType.LABEL}
    return frozenset(
        judged.document.number
        for judged in legal.documents
        if judged.judgement is Judgement.PARTLY_PUBLIC and labels & judged.codes
    )


def _old(legal: LegalFacts) -> dict[str, frozenset[int]]:
    """Code of a ground to the numbers of documents older than five years that it is used in."""
    asking = [ground.code for ground in legal.book.grounds if ground.five_years]
    found = {
        code: frozenset(judged.document.number for judged in legal.uses(code) if is_old(judged, legal))
        for code in asking
    }
    return {code: numbers for code, numbers in found.items() if numbers}


def _motivated_age(facts: LetterFacts, legal: LegalFacts) -> frozenset[str]:
    lacking = {block.ground for block in old_information(legal)}
    return frozenset(code for code in facts.old if code not in lacking)
