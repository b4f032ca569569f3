"""How well suggestions agree with what careful people marked, word by word.

In: a folder of gold and the ``suggestions.json`` of a run (``forms``). Out: ``Scores``.

A word counts as covered when four of five points across its marked part lie in suggested rectangles, and as
wrongly covered when two of five do. Words of documents that people refuse whole are not counted, nor words
without a letter or digit, nor the rest of a word that is marked in part (the domain of an address). A word in
passages of two grounds may be suggested under either.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lakmoes.training.evaluation.forms import (
    GoldDocument,
    GoldWord,
    Rectangle,
    SuggestedDocument,
    SuggestedPassage,
    gold_documents,
    suggested_documents,
)

POINTS = (0.1, 0.3, 0.5, 0.7, 0.9)
COVERED, WRONGLY = 4, 2
"""Points of five in suggested rectangles from which a word is covered, and wrongly covered."""
REFUSED = "niet openbaar"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """The share; 1 where there is nothing to find."""
        return self.part / self.whole if self.whole else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundScore:
    """How the words of one ground fared.

    Attributes:
        covered: Words of the ground under any suggestion.
        precision: Words suggested under this ground that belong to it.
        recall: Words of the ground suggested under it.
    """

    covered: Share
    precision: Share
    recall: Share

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing was found."""
        if not self.precision.part or not self.recall.part:
            return 0.0
        precision, recall = self.precision.value, self.recall.value
        return 2 * precision * recall / (precision + recall)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All figures of one dossier.

    Attributes:
        recall: Marked words that are covered, whatever the ground.
        precision: Covered words that are marked.
        grounds: Per ground code, in order.
        passages: Per ground code and kind, the passages of which every word is covered.
        kept: Words that must stay readable but are covered.
        decisions: Documents with the right judgement.
        dates: Documents with the right date.
    """

    recall: Share
    precision: Share
    grounds: Mapping[str, GroundScore]
    passages: Mapping[tuple[str, str], Share]
    kept: Share
    decisions: Share
    dates: Share


@dataclass(slots=True)
class _Tally:
    """Counts that grow word by word; the names of counts of a ground go with its code."""

    words: Counter[str] = field(default_factory=Counter)
    grounds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    passages: dict[tuple[str, str], list[bool]] = field(default_factory=lambda: defaultdict(list))
    described: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))


def scores(gold: Path, suggestions: Path) -> Scores:
    """The scores of a run on a dossier; a document without suggestions is one where nothing was found.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file is not what it should be.
    """
    suggested = suggested_documents(suggestions)
    tally = _Tally()
    for document in gold_documents(gold):
        found = suggested.get(document.file, SuggestedDocument(file=document.file))
        tally.described["decision"].append((found.decision or "") == document.meta.decision)
        tally.described["date"].append((found.date or "") == document.meta.date)
        if document.meta.decision != REFUSED:
            _add_document(tally, document, found.suggestions)
    return _scores(tally)


def _add_document(tally: _Tally, document: GoldDocument, suggestions: Sequence[SuggestedPassage]) -> None:
    missed: set[int] = set()
    for word in document.words:
        if any(character.isalnum() for character in word.text):
            on_page = [suggestion for suggestion in suggestions if suggestion.page == word.page]
            missed.update(word.spans if not _add_word(tally, word, on_page) else ())
    for passage in document.spans:
        if passage.page:
            tally.passages[passage.ground, passage.kind].append(passage.id not in missed)


def _add_word(tally: _Tally, word: GoldWord, suggestions: Sequence[SuggestedPassage]) -> bool:
    """Counts a word; whether it is covered."""
    points = points_in(word.gold_bbox, [box for found in suggestions for box in found.rects])
    by_ground = {
        ground: points_in(
            word.gold_bbox, [b for found in suggestions if found.ground == ground for b in found.rects]
        )
        for ground in {found.ground for found in suggestions}
    }
    if word.keep:
        tally.words["kept" if points < WRONGLY else "kept covered"] += 1
    if word.grounds:
        _add_marked(tally, word, points >= COVERED, by_ground)
    elif points >= WRONGLY:
        tally.words["false"] += 1
        for ground, count in by_ground.items():
            tally.grounds[ground]["false"] += count >= WRONGLY
    return points >= COVERED


def _add_marked(tally: _Tally, word: GoldWord, covered: bool, by_ground: Mapping[str, int]) -> None:
    tally.words["covered" if covered else "missed"] += 1
    named = {ground for ground, count in by_ground.items() if count >= COVERED}
    right = named & set(word.grounds)
    for ground in word.grounds:
        counts = tally.grounds[ground]
        counts["words"] += 1
        counts["covered"] += covered
        counts["found"] += bool(right)
        counts["other ground"] += not right
    if not right:
        for ground in named:
            tally.grounds[ground]["false"] += 1


def points_in(word: Rectangle, boxes: Sequence[Rectangle]) -> int:
    """How many of the five points across a word lie in boxes."""
    y = (word[1] + word[3]) / 2
    at_height = [box for box in boxes if box[1] <= y <= box[3]]
    places = (word[0] + (word[2] - word[0]) * share for share in POINTS)
    return sum(any(box[0] <= x <= box[2] for box in at_height) for x in places)


def _scores(tally: _Tally) -> Scores:
    words = tally.words
    return Scores(
        recall=Share(words["covered"], words["covered"] + words["missed"]),
        precision=Share(words["covered"], words["covered"] + words["false"]),
        grounds={ground: _ground_score(counts) for ground, counts in sorted(tally.grounds.items())},
        passages={key: Share(sum(found), len(found)) for key, found in sorted(tally.passages.items())},
        kept=Share(words["kept covered"], words["kept"] + words["kept covered"]),
        decisions=_right(tally.described["decision"]),
        dates=_right(tally.described["date"]),
    )


def _ground_score(counts: Counter[str]) -> GroundScore:
    found = counts["found"]
    return GroundScore(
        covered=Share(counts["covered"], counts["words"]),
        precision=Share(found, found + counts["false"]),
        recall=Share(found, found + counts["other ground"]),
    )


def _right(answers: Sequence[bool]) -> Share:
    return Share(sum(answers), len(answers))
