"""The register of persons as JSON: each person once, with what was decided and lines that name them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lakmoes.model import Person, PersonDecision, Span, Verdict
from lakmoes.web.answers.alike import in_line
from lakmoes.workflow.reviewing import Desk

EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A line in which a person is named."""

    number: int
    page: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way in which a person is written, and at how many places."""

    text: str
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAnswer:
    """One person.

    Attributes:
        id: In the register.
        name: The fullest form found.
        spellings: Every spelling, the commonest first.
        places: How often the person is named.
        documents: Numbers of the documents in which.
        role: Guessed role for which the name would stay, empty without one.
        role_text: The reason that goes with it.
        exempt: Whether ``dossier.toml`` says that the name stays.
        verdict: What was decided everywhere, ``None`` where nobody did.
        grounds: Codes.
        decided_role: Role with which the name was kept.
        reason: In the reviewer's words.
        by: Who decided.
        basis: Number of the last entry on the person.
        open: Places on which nobody has decided.
        redacted: Places that are redacted as things stand.
        examples: Lines, of different spellings first.
    """

    id: str
    name: str
    spellings: tuple[Spelling, ...]
    places: int
    documents: tuple[int, ...]
    role: str
    role_text: str
    exempt: bool
    verdict: Verdict | None
    grounds: tuple[str, ...]
    decided_role: str
    reason: str
    by: str
    basis: int
    open: int
    redacted: int
    examples: tuple[Example, ...]


def person_answers(desk: Desk) -> tuple[PersonAnswer, ...]:
    """Everyone in the register, sorted by name."""
    state = _States(desk)
    return tuple(_answer(desk, person, state) for person in desk.persons if person.spans)


class _States:
    """What holds at each place of the dossier: open, redacted."""

    def __init__(self, desk: Desk) -> None:
        self.open: set[Span] = set()
        self.redacted: set[Span] = set()
        for number in desk.documents:
            state = desk.state(number)
            self.open.update(suggestion.finding.span for suggestion in state.open)
            self.redacted.update(span for span, _ in state.redactions)


def _answer(desk: Desk, person: Person, states: _States) -> PersonAnswer:
    subject = f"person/{person.id}"
    held = desk.log.holding(subject)
    body = held.body if held else None
    decided = body if isinstance(body, PersonDecision) else None
    numbers = (desk.number_of(span.document_id) for span in person.spans)
    return PersonAnswer(
        id=person.id,
        name=person.name,
        spellings=_spellings(person),
        places=len(person.spans),
        documents=tuple(sorted({number for number in numbers if number is not None})),
        role=person.role,
        role_text=desk.book.exempt_roles.get(person.role, ""),
        exempt=person.exempt,
        verdict=decided.verdict if decided else None,
        grounds=decided.grounds if decided else (),
        decided_role=decided.role if decided else "",
        reason=decided.reason if decided else "",
        by=held.reviewer.name if held and decided else "",
        basis=desk.log.basis(subject),
        open=sum(span in states.open for span in person.spans),
        redacted=sum(span in states.redacted for span in person.spans),
        examples=tuple(_example(desk, span) for span in _chosen(person)),
    )


def _spellings(person: Person) -> tuple[Spelling, ...]:
    counts = Counter(person.written)
    ordered = sorted(person.spellings, key=lambda text: (-counts[text], text))
    return tuple(Spelling(text=text, places=counts[text]) for text in ordered)


def _chosen(person: Person) -> Sequence[Span]:
    """A few places, each of another spelling as far as there are."""
    first: dict[str, Span] = {}
    for span, written in zip(person.spans, person.written, strict=True):
        first.setdefault(written, span)
    chosen = [*first.values(), *(span for span in person.spans if span not in first.values())]
    return chosen[:EXAMPLES]


def _example(desk: Desk, span: Span) -> Example:
    number = desk.number_of(span.document_id)
    if number is None:
        raise ValueError("a person stands in a document of the dossier")
    before, text, after = in_line(desk.page(number, span.page_index), span.start, span.end)
    return Example(number=number, page=span.page_index + 1, before=before, text=text, after=after)
