"""Decisions and the text that they are about, also after another detection.

In: the suggestions of a document as they are now, the decisions that hold for it, and what stands at a place
of its pages. Out: which decision belongs to which suggestion, which stand on their own, and which are stale:
their text is no longer there, and people must look again.

A suggestion may get other borders or another kind when detection changes. A decision goes with it only when
it was about the very same text; a decision to redact holds for its text in any case.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.model import Anchor, Decision, Entry, Span, Suggestion, Verdict

DigestAt = Callable[[Span], str]
"""``digest_of`` the text that stands at a place now; empty where there is no such place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """Decisions, brought back to what they are about.

    Attributes:
        suggested: Suggestion id to the decision on it.
        own: Decisions on places of one's own, and decisions to redact what is no longer suggested.
        stale: Decisions whose text is not there any more.
    """

    suggested: Mapping[str, Entry]
    own: tuple[Entry, ...]
    stale: tuple[Entry, ...]


def attach(suggestions: Sequence[Suggestion], decisions: Iterable[Entry], digest_at: DigestAt) -> Attached:
    """Brings decisions back to suggestions and places.

    Args:
        suggestions: Of the document, as detection makes them now.
        decisions: The entries with decisions that hold for the document, oldest first.
        digest_at: Tells what stands where.
    """
    by_id = {suggestion.id: suggestion for suggestion in suggestions}
    places = _Places(suggestions, digest_at)
    suggested: dict[str, Entry] = {}
    own: list[Entry] = []
    stale: list[Entry] = []
    adrift: list[tuple[Entry, Anchor]] = []
    for entry in decisions:
        decision = entry.body
        if not isinstance(decision, Decision):
            continue
        anchor = decision.anchor
        if anchor is None:
            own.append(entry)
        elif decision.suggestion_id in by_id and digest_at(anchor.span) == anchor.digest:
            suggested[decision.suggestion_id] = entry
        elif decision.suggestion_id:
            adrift.append((entry, anchor))
        else:
            (own if digest_at(anchor.span) == anchor.digest else stale).append(entry)
    for entry, anchor in adrift:
        found = places.of(anchor, suggested)
        if found:
            suggested[found.id] = entry
        elif digest_at(anchor.span) != anchor.digest:
            stale.append(entry)
        elif _redacts(entry):
            own.append(entry)
    return Attached(suggested=suggested, own=tuple(own), stale=tuple(stale))


class _Places:
    """The suggestions of a document by page and text."""

    def __init__(self, suggestions: Iterable[Suggestion], digest_at: DigestAt) -> None:
        self._by_text: defaultdict[tuple[int, str], list[Suggestion]] = defaultdict(list)
        for suggestion in suggestions:
            span = suggestion.finding.span
            self._by_text[span.page_index, digest_at(span)].append(suggestion)

    def of(self, anchor: Anchor, taken: Mapping[str, Entry]) -> Suggestion | None:
        """The suggestion of the same text: at the very place, or the only one left on the page."""
        same = self._by_text.get((anchor.span.page_index, anchor.digest), ())
        free = [suggestion for suggestion in same if suggestion.id not in taken]
        there = [suggestion for suggestion in free if suggestion.finding.span == anchor.span]
        alike = [suggestion for suggestion in free if suggestion.finding.kind == anchor.kind]
        if there:
            return there[0]
        return alike[0] if len(alike) == 1 else None


def _redacts(entry: Entry) -> bool:
    return isinstance(entry.body, Decision) and entry.body.verdict is Verdict.REDACT
