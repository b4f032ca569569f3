"""Findings of sensitive passages in a document.

In: a document and its pages. Out: findings per sentence, list item or cell, adjoining ones of one kind in
one paragraph or cell joined; each with its probability, the group of cues that weighed most, and the words.
The score is the probability that the words are sensitive in any of the ways that their place allows; the
kind is the likeliest of these. Yields what is more likely than ``LEAST``; ``policy.toml`` says from which
score it is suggested.

Does not know the law: a finding says what kind of information it is.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.detection.passages.context import Statement, statements
from lakmoes.detection.passages.cues import CueBook, cue_book, words_of
from lakmoes.detection.passages.features import CUES, Features, features_of
from lakmoes.detection.passages.judge import Judge, shipped_judge
from lakmoes.detection.passages.personal import IMPROBABLE, PersonalRemarks
from lakmoes.detection.passages.prevailing import KINDS, kinds_of
from lakmoes.detection.passages.zones import Zone
from lakmoes.model import DocumentKind, Evidence, Finding, FindingKind, Page, SourceDocument, Span

LEAST = 0.3
"""Probability from which a passage is yielded."""
LIKELY = 0.5
"""Passages above and below this are not joined, so that a joined one has an honest score."""
NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])[.)]\s+(?=[^\W\d_]|[‘“'\"])")
"""The number or letter of an item of a list, where words follow."""
WORDS_SHOWN = 5
TELLING_LETTERS = 4
"""Letters from which a word outside the lists is shown as a reason; shorter ones tell a reader little."""
ANOTHERS_WORDS = frozenset({DocumentKind.LETTER, DocumentKind.FORM, DocumentKind.NEWS})
"""Kinds of documents whose writers outside the government hold no policy opinions in the sense of the law."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge says of one statement."""

    statement: Statement
    kind: FindingKind
    score: float
    rule: str
    words: tuple[str, ...]
    chances: Mapping[FindingKind, float]


class PassageClassifier:
    """Classifies the sentences, list items and cells of documents.

    Args:
        judge: The weights; by default those of the package.

    Raises:
        ResourceError: The weights or the lists of cues are missing or cannot be read.
    """

    def __init__(self, judge: Judge | None = None) -> None:
        self._judge = judge or shipped_judge()
        self._book: CueBook = cue_book(CUES)
        self._personal = PersonalRemarks()

    def find(self, document: SourceDocument, pages: Sequence[Page]) -> tuple[Finding, ...]:
        """The passages of a document in reading order, remarks on persons after the others."""
        found = [statement for statement in statements(document.kind, pages) if statement.judged]
        features = features_of(found, self._book)
        chances = [self._judge.probabilities(known) for known in features]
        verdicts = [
            verdict
            for judged in zip(found, features, chances, strict=True)
            if (verdict := self._verdict(*judged))
        ]
        texts = {page.index: page.text for page in pages}
        passages = (
            self._finding(document, group, texts[group[0].statement.page_index])
            for group in _joined(verdicts, texts)
        )
        personal = [chance.get(FindingKind.PERSONAL_REMARK, IMPROBABLE) for chance in chances]
        return (*passages, *self._personal.find(document, found, texts, personal))

    def _verdict(
        self, statement: Statement, features: Features, every: Mapping[FindingKind, float]
    ) -> Verdict | None:
        chances = {kind: chance for kind, chance in every.items() if _may_hold(statement, kind)}
        score = sum(chances.values())
        if score < LEAST:
            return None
        kind = max(chances, key=lambda it: chances[it])
        rule, words = self._reasons(statement, features, kind)
        return Verdict(statement, kind, min(score, 1.0), rule, words, chances)

    def _reasons(
        self, statement: Statement, features: Features, kind: FindingKind
    ) -> tuple[str, tuple[str, ...]]:
        """The group of cues that weighed most, and the words that did."""
        matched = self._book.find(words_of(statement.text))
        groups: dict[str, float] = {}
        words: dict[str, float] = {}
        for name, weight in self._judge.reasons(features, kind):
            sort, _, what = name.partition(":")
            if sort.startswith("cue"):
                groups[what] = groups.get(what, 0.0) + weight
            elif sort in ("word", "pair") and len(what) >= TELLING_LETTERS and "<" not in what:
                words[what] = weight
        for group, weight in groups.items():
            for cue in matched[group]:
                words[cue] = words.get(cue, 0.0) + weight / len(matched[group])
        heaviest = sorted(words, key=lambda word: (-words[word], word))[:WORDS_SHOWN]
        return max(groups, key=lambda it: groups[it], default=""), tuple(heaviest)

    def _finding(self, document: SourceDocument, group: Sequence[Verdict], text: str) -> Finding:
        first, last = group[0].statement, group[-1].statement
        weights = [len(verdict.statement.text) for verdict in group]
        score = sum(v.score * weight for v, weight in zip(group, weights, strict=True)) / sum(weights)
        best = max(group, key=lambda verdict: verdict.score)
        words = dict.fromkeys(itertools.chain(best.words, *(verdict.words for verdict in group)))
        evidence = Evidence(
            detector=type(self).__name__,
            rule=best.rule or best.kind,
            score=score,
            context=", ".join(list(words)[:WORDS_SHOWN]),
        )
        span = Span(
            document_id=document.id,
            page_index=first.page_index,
            start=_behind_number(text, first),
            end=last.unit.end,
        )
        told = kinds_of(_mean_chances(group)) if best.kind in KINDS else ()
        return Finding(span=span, kind=best.kind, evidence=(evidence, *told))


def _may_hold(statement: Statement, kind: FindingKind) -> bool:
    """Whether a passage of this kind can stand where the statement does.

    What is published holds nothing sensitive; remarks on persons are found clause by clause (``personal``).
    An opinion is one only in internal deliberation (Wob art. 11, Woo art. 5.2): not in a sent letter, and not
    from a citizen.
    """
    if statement.zone is Zone.PUBLISHED or kind is FindingKind.PERSONAL_REMARK:
        return False
    if kind is not FindingKind.OPINION or statement.zone is Zone.INTERNAL:
        return True
    return statement.zone is Zone.OUTSIDE and statement.kind not in ANOTHERS_WORDS


def _behind_number(text: str, statement: Statement) -> int:
    """Where a statement begins behind the number that counts it; a number alone stays."""
    unit = statement.unit
    number = NUMBER.match(text, unit.start, unit.end)
    return number.end() if number and number.end() < unit.end else unit.start


def _mean_chances(group: Sequence[Verdict]) -> dict[FindingKind, float]:
    """How likely each kind is over statements, long ones weighing more."""
    whole = sum(len(verdict.statement.text) for verdict in group)
    return {
        kind: sum(verdict.chances.get(kind, 0.0) * len(verdict.statement.text) for verdict in group) / whole
        for kind in KINDS
    }


def _joined(verdicts: Sequence[Verdict], texts: dict[int, str]) -> Iterator[list[Verdict]]:
    """The verdicts, those that adjoin and agree together."""
    group: list[Verdict] = []
    for verdict in verdicts:
        if group and not _agree(group[-1], verdict, texts):
            yield group
            group = []
        group.append(verdict)
    if group:
        yield group


def _agree(one: Verdict, two: Verdict, texts: dict[int, str]) -> bool:
    if one.kind is not two.kind or one.statement.place != two.statement.place:
        return False
    between = texts[one.statement.page_index][one.statement.unit.end : two.statement.unit.start]
    return not between.strip() and (one.score >= LIKELY) == (two.score >= LIKELY)
