"""The same text, or the same place in copies of one passage, decided in different ways.

In: what holds in each document, the text of each suggestion, and which suggestions stand at the same place of
copies. Out: what people should look at again. Undecided suggestions differ from nothing, but for those that
stay readable by a rule while a person redacts the same elsewhere.

Deliberately compares no places of one's own: of these no text is known here. Namesakes on whom was decided as
persons may differ from each other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lakmoes.model import (
    PersonDecision,
    ReviewState,
    Ruling,
    Suggestion,
    Treatment,
    Verdict,
    digest_of,
)

Placed = tuple[str, Ruling]
"""Document id and what was ruled in it."""
Outcome = tuple[Verdict | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """Rulings that differ though they are on the same.

    Attributes:
        kind: The same text (of one kind), or the same place in copies of a passage.
        key: Of the text: what was found and a digest; of copies: as it was given. Holds no text.
        rulings: Document id and ruling of every place that counts, in the order of the documents.
    """

    kind: Literal["text", "copy"]
    key: str
    rulings: tuple[Placed, ...]


def inconsistencies(
    states: Mapping[str, ReviewState], texts: Mapping[str, str], copies: Mapping[str, str]
) -> tuple[Inconsistency, ...]:
    """What was decided differently: kept here and redacted there, or redacted on different grounds.

    What differs between copies is not told again as a difference between equal texts, unless there are more.

    Args:
        states: Document id to what holds there.
        texts: Suggestion id to its text.
        copies: Suggestion id to what the same places in copies have in common; empty or absent: no copies.

    Returns:
        Copies first, then texts, each sorted by key.

    Raises:
        KeyError: A suggestion has no text.
    """

    def text_of(suggestion: Suggestion) -> str:
        return f"{suggestion.finding.kind}/{' '.join(texts[suggestion.id].split())}"

    def copy_of(suggestion: Suggestion) -> str:
        return copies.get(suggestion.id, "")

    placed = [(document_id, ruling) for document_id in states for ruling in states[document_id].rulings]
    of_copies = {
        key: rulings for key, rulings in _groups(placed, copy_of).items() if _differ(_outcomes(rulings))
    }
    told = {_subjects(rulings) for rulings in of_copies.values()}
    of_texts = {
        _key(rulings, texts): rulings
        for rulings in _groups(placed, text_of).values()
        if _subjects(rulings) not in told and _text_differs(rulings)
    }
    return (
        *(Inconsistency(kind="copy", key=key, rulings=of_copies[key]) for key in sorted(of_copies)),
        *(Inconsistency(kind="text", key=key, rulings=of_texts[key]) for key in sorted(of_texts)),
    )


def _groups(placed: Iterable[Placed], key_of: Callable[[Suggestion], str]) -> dict[str, tuple[Placed, ...]]:
    """The rulings that count, by what they have in common; without those that have nothing in common."""
    groups: defaultdict[str, list[Placed]] = defaultdict(list)
    for document_id, ruling in placed:
        suggestion = ruling.suggestion
        counts = suggestion and (ruling.verdict or suggestion.treatment is Treatment.KEEP)
        if suggestion and counts and (key := key_of(suggestion)):
            groups[key].append((document_id, ruling))
    return {key: tuple(rulings) for key, rulings in groups.items() if len(rulings) > 1}


def _outcomes(rulings: Iterable[Placed]) -> set[Outcome]:
    return {
        (ruling.verdict, tuple(sorted(ruling.grounds)) if ruling.verdict is Verdict.REDACT else ())
        for _, ruling in rulings
    }


def _differ(outcomes: set[Outcome]) -> bool:
    """Whether people decided differently, or against what stays by a rule (verdict ``None``)."""
    decided = {outcome for outcome in outcomes if outcome[0]}
    against_rule = len(outcomes) > len(decided) and any(verdict is Verdict.REDACT for verdict, _ in decided)
    return len(decided) > 1 or against_rule


def _text_differs(rulings: Sequence[Placed]) -> bool:
    """Whether equal texts differ; where all follow a person, each person is compared with itself."""
    by_person: defaultdict[str, list[Placed]] = defaultdict(list)
    for placed in rulings:
        entry = placed[1].entry
        by_person[entry.subject if entry and isinstance(entry.body, PersonDecision) else ""].append(placed)
    if "" in by_person:
        return _differ(_outcomes(rulings))
    return any(_differ(_outcomes(of_person)) for of_person in by_person.values())


def _subjects(rulings: Iterable[Placed]) -> frozenset[str]:
    return frozenset(ruling.subject for _, ruling in rulings)


def _key(rulings: Sequence[Placed], texts: Mapping[str, str]) -> str:
    suggestion = rulings[0][1].suggestion
    return f"{suggestion.finding.kind}/{digest_of(texts[suggestion.id])}" if suggestion else ""
