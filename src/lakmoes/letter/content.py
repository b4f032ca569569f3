"""What a decision letter says, block by block.

In: rows of the inventory, the grounds, and what people wrote to motivate them (``LetterFacts``). Out: a
``Letter``: per ground its citation, statutory text, motivation and documents; the exempted roles; what is out
of scope, public already, a duplicate, suspended or older than five years. A ground that nobody motivated gets
the standard text, in which ``[vul aan: ...]`` shows what only a person can say.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lakmoes.grounds import GroundBook
from lakmoes.letter.articles import article_of
from lakmoes.letter.numbers import number_of, written_numbers
from lakmoes.model import InventoryRow, Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMotivation:
    """Why a ground applies to one place, one person or one document.

    Attributes:
        ground: Code.
        text: In the words of who decided.
        number: Of the document as people read it, empty where it is about a person.
        page: From 1; 0 for the document as a whole.
    """

    ground: str
    text: str
    number: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """All that a letter is made from.

    Attributes:
        rows: The inventory, by number.
        book: The grounds of its law.
        body: Name of the body that decides, empty where it is not known.
        title: Of the dossier, ready to be published.
        request_number: Of the request.
        request_date: Of the request.
        decision_date: Of the decision.
        motivations: Code of a ground to why it applies in the whole dossier, as people wrote.
        places: Why it applies to single places, in the order of the documents.
        roles: Names of roles whose holders' names stay readable.
        out_of_scope: Numbers, in the model, of documents with passages that are out of scope.
        old: Code of a ground to the numbers, in the model, of the documents older than five years.
        concept: Whether something still stands in the way of publishing.
    """

    rows: Sequence[InventoryRow]
    book: GroundBook
    body: str = ""
    title: str = ""
    request_number: str = ""
    request_date: date | None = None
    decision_date: date | None = None
    motivations: Mapping[str, str] = field(default_factory=dict)
    places: tuple[PlaceMotivation, ...] = ()
    roles: tuple[str, ...] = ()
    out_of_scope: frozenset[int] = frozenset()
    old: Mapping[str, frozenset[int]] = field(default_factory=dict)
    concept: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundPart:
    """What the letter says of one ground.

    Attributes:
        code: Such as ``10.2.e``.
        article: As a decision cites it.
        label: Short wording.
        text: Of the law.
        motivation: Paragraphs.
        is_standard: Whether the motivation is the standard text, which nobody adopted yet.
        documents: Their numbers.
        count: How many documents.
        places: Motivations of single places.
    """

    code: str
    article: str
    label: str
    text: str
    motivation: tuple[str, ...]
    is_standard: bool
    documents: str
    count: int
    places: tuple[PlaceMotivation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementPart:
    """The documents with one judgement."""

    judgement: Judgement
    documents: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A decision letter as a template writes it.

    Attributes:
        facts: What it was made from.
        judgements: Those that occur, in the order of the model.
        grounds: Those that are used, in the order of the law.
        public_already: Rows of documents that are public already.
        partly_out_of_scope: Numbers of documents of which passages are out of scope.
        old: Numbers of the documents older than five years of which information is refused.
        old_motivation: Paragraphs of the standard text on that, empty where people motivated it.
    """

    facts: LetterFacts
    judgements: tuple[JudgementPart, ...]
    grounds: tuple[GroundPart, ...]
    public_already: tuple[InventoryRow, ...]
    partly_out_of_scope: str
    old: str
    old_motivation: tuple[str, ...]


def letter_of(facts: LetterFacts, motivated_age: Collection[str] = ()) -> Letter:
    """The content of a decision letter.

    Args:
        facts: What it is made from.
        motivated_age: Codes of grounds whose motivation says why they still hold for old information.
    """
    old = {number for numbers in facts.old.values() for number in numbers}
    needs_text = bool(facts.old.keys() - set(motivated_age))
    return Letter(
        facts=facts,
        judgements=tuple(_judgement(facts, judgement) for judgement in Judgement if _with(facts, judgement)),
        grounds=tuple(_ground(facts, code) for code in _codes(facts)),
        public_already=_with(facts, Judgement.ALREADY_PUBLIC),
        partly_out_of_scope=_numbers(facts, facts.out_of_scope),
        old=_numbers(facts, old),
        old_motivation=_paragraphs(facts.book.age_motivation) if old and needs_text else (),
    )


def _codes(facts: LetterFacts) -> tuple[str, ...]:
    return facts.book.ordered(code for row in facts.rows for code in row.grounds)


def _with(facts: LetterFacts, judgement: Judgement) -> tuple[InventoryRow, ...]:
    return tuple(row for row in facts.rows if row.judgement is judgement)


def _judgement(facts: LetterFacts, judgement: Judgement) -> JudgementPart:
    rows = _with(facts, judgement)
    numbers = _numbers(facts, {row.number for row in rows})
    return JudgementPart(judgement=judgement, documents=numbers, count=len(rows))


def _ground(facts: LetterFacts, code: str) -> GroundPart:
    numbers = {row.number for row in facts.rows if code in row.grounds}
    written = facts.motivations.get(code, "")
    places = tuple(place for place in facts.places if place.ground == code)
    is_standard = not (written or places)
    return GroundPart(
        code=code,
        article=article_of(code, facts.book),
        label=facts.book[code].label,
        text=facts.book.statutory_text(code),
        motivation=_paragraphs(facts.book.motivation(code) if is_standard else written),
        is_standard=is_standard,
        documents=_numbers(facts, numbers),
        count=len(numbers),
        places=places,
    )


def _numbers(facts: LetterFacts, numbers: Collection[int]) -> str:
    wanted = {number_of(row) for row in facts.rows if row.number in numbers}
    return written_numbers(wanted, [number_of(row) for row in facts.rows])


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
