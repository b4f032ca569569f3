"""Motivations as JSON."""

from collections import Counter
from dataclasses import dataclass

from lakmoes.model import Entry, GroundType, Motivation
from lakmoes.web.families import family_of
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageMotivation:
    """Why a ground applies to one decision."""

    about: str
    document: int | None
    text: str
    by: str
    basis: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MotivationAnswer:
    """Why a ground applies.

    Attributes:
        ground: Code.
        label: What the ground is called.
        family: Its colour.
        needed: Whether the ground is relative: it must be weighed and motivated.
        places: At how many places it is used as things stand.
        text: The motivation for the dossier, empty while there is none.
        standard: A text to start from.
        article: The words of the law.
        by: Who wrote the motivation.
        basis: Number of the last entry on it.
        passages: Motivations of single decisions.
    """

    ground: str
    label: str
    family: str
    needed: bool
    places: int
    text: str
    standard: str
    article: str
    by: str
    basis: int
    passages: tuple[PassageMotivation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MotivationsAnswer:
    """All grounds that are used or motivated, in the order of the law."""

    motivations: tuple[MotivationAnswer, ...]


def motivations_answer(desk: Desk) -> MotivationsAnswer:
    """All grounds that are used or motivated."""
    used = _used(desk)
    held = desk.log.all_holding(Motivation)
    written = {entry.body.ground for entry in held if isinstance(entry.body, Motivation)}
    codes = desk.book.ordered({*used, *written})
    return MotivationsAnswer(motivations=tuple(_answer(desk, code, used[code], held) for code in codes))


def _used(desk: Desk) -> Counter[str]:
    used: Counter[str] = Counter()
    for number in desk.documents:
        state = desk.state(number)
        for codes in (*(codes for _, codes in state.redactions), *(codes for *_, codes in state.regions)):
            used.update(codes)
    return used


def _answer(desk: Desk, code: str, places: int, held: list[Entry]) -> MotivationAnswer:
    ground, log = desk.book[code], desk.log
    own = log.holding(f"motivation/{code}/")
    body = own.body if own else None
    return MotivationAnswer(
        ground=code,
        label=ground.label,
        family=family_of(ground),
        needed=ground.type is GroundType.RELATIVE,
        places=places,
        text=body.text if isinstance(body, Motivation) else "",
        standard=desk.book.motivation(code),
        article=desk.book.statutory_text(code),
        by=own.reviewer.name if own else "",
        basis=log.basis(f"motivation/{code}/"),
        passages=tuple(
            PassageMotivation(
                about=entry.body.about,
                document=desk.number_of(entry.body.document_id),
                text=entry.body.text,
                by=entry.reviewer.name,
                basis=entry.id,
            )
            for entry in held
            if isinstance(entry.body, Motivation) and entry.body.ground == code and entry.body.about
        ),
    )
