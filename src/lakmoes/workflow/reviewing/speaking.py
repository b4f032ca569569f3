"""What people say at the desk: decisions and all else that the log keeps, and taking it back.

In: what a person chose, at the desk (``reading``). Out: its second layer: bodies for the log, and entries
that were appended to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lakmoes.model import Body, Box, Decision, Entry, Reviewer, Verdict
from lakmoes.review.second import Standing, standing
from lakmoes.review.wording import said, subject_words
from lakmoes.workflow.reviewing import placing
from lakmoes.workflow.reviewing.reading import ReadingDesk


class SpeakingDesk(ReadingDesk):
    """A dossier on which people speak."""

    def act(self, reviewer: Reviewer, bodies: Sequence[Body], bases: Mapping[str, int]) -> tuple[Entry, ...]:
        """Puts what a person says in the log, all or nothing, as one act.

        Args:
            reviewer: Who says it.
            bodies: What.
            bases: For each subject the last entry on it that the person knew of, 0 for none.

        Raises:
            ReviewError: Someone else spoke of a subject in the meantime; its locator ``entry`` says which.
            UsageError: The law does not have a ground that is named.
            DossierError: The dossier file cannot be written.
        """
        return self._ledger.act(reviewer, bodies, bases)

    def take_over(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Puts entries of another log in this one, with their makers and moments.

        Raises:
            UsageError: The law does not have a ground that is named.
            DossierError: The dossier file cannot be written.
        """
        return self._ledger.append(entries, {})

    def undo(self, reviewer: Reviewer, number: int | None = None) -> tuple[Entry, ...]:
        """Takes back the reviewer's last act, in a document where one is named; nothing where there is none.

        Raises:
            ReviewError: There is no such document, or someone spoke of one of its subjects since.
            DossierError: The dossier file cannot be written.
        """
        return self._ledger.undo(reviewer, self._id(number))

    def redo(self, reviewer: Reviewer, number: int | None = None) -> tuple[Entry, ...]:
        """Does again what the reviewer took back last; nothing where there is none.

        Raises:
            ReviewError: There is no such document, or someone spoke of one of its subjects since.
            DossierError: The dossier file cannot be written.
        """
        return self._ledger.redo(reviewer, self._id(number))

    def can_undo(self, reviewer: Reviewer, number: int | None = None) -> bool:
        """Whether there is something to take back."""
        return bool(self._ledger.undoable(reviewer, self._id(number)))

    def can_redo(self, reviewer: Reviewer, number: int | None = None) -> bool:
        """Whether there is something to do again."""
        return bool(self._ledger.redoable(reviewer, self._id(number)))

    def touched(self, entries: Iterable[Entry]) -> frozenset[int]:
        """Numbers of the documents in which something may hold otherwise after these entries."""
        return self._ledger.touched(entries)

    def what(self, entry: Entry) -> str:
        """What an entry is about and what it says, in Dutch, with names of persons: for the screen only."""
        names = {person.id: person.name for person in self.persons}
        first = self.log.of(entry.subject)[:1]
        return f"{subject_words(first[0].body if first else entry.body, names)}: {said(entry.body)}"

    def standing(self, subject: str) -> Standing:
        """What a second reviewer holds of what was decided on a subject."""
        return standing(self.log, subject)

    def decision_on(  # noqa: PLR0913, PLR0917 - what the form of a decision holds
        self,
        number: int,
        suggestion_id: str,
        verdict: Verdict,
        grounds: Sequence[str] = (),
        extent: tuple[int, int] | None = None,
        remark: str = "",
    ) -> Decision:
        """What the log keeps of a decision on a suggestion.

        Args:
            number: The document.
            suggestion_id: The suggestion.
            verdict: Redact or keep.
            grounds: Codes; empty: those of the suggestion.
            extent: First and past the last character of what is redacted instead of the suggestion's own.
            remark: What the person adds.

        Raises:
            ReviewError: There is no such suggestion, or what is to be redacted is no text.
        """
        suggestion, text = placing.suggestion_in(self.document(number), suggestion_id)
        span = None
        if extent and verdict is Verdict.REDACT:
            span = placing.text_span(self.page(number, suggestion.finding.span.page_index), *extent)
        decision = placing.on_suggestion(suggestion, text, verdict, span)
        kept = tuple(grounds) if verdict is Verdict.REDACT else ()
        return replace(decision, grounds=kept, remark=remark)

    def own_text(
        self, number: int, page_index: int, start: int, end: int, grounds: Sequence[str]
    ) -> Decision:
        """What the log keeps of text that a person selected; without grounds it stays readable.

        Raises:
            ReviewError: There is no such page, or no text there.
        """
        page = self.page(number, page_index)
        return placing.on_text(page, placing.text_span(page, start, end), grounds)

    def own_box(self, number: int, page_index: int, box: Box, grounds: Sequence[str]) -> Decision:
        """What the log keeps of a box that a person drew, in page space; without grounds it says nothing.

        Raises:
            ReviewError: There is no such page, or the box lies beside it.
        """
        self._check_page(number, page_index)
        return placing.on_box(self.document(number), page_index, box, grounds)

    def _id(self, number: int | None) -> str | None:
        return None if number is None else self.document(number).document.id
