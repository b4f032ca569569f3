"""The words of a text as rows of numbers: what each is, and what the text around it adds.

In: a spaCy document, white space as tokens of its own. Out: the places of the other tokens, and per token a
row of whole numbers: hashes of its letters and form, and its traits. White space is no word of its own here:
a line end says where a word stands and must not part a name.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM, SHAPE
from spacy.tokens import Doc

from lakmoes.detection.lists import name_lists
from lakmoes.detection.tagger.traits import LISTED, Trait, Word, word_of

UNLISTED = "lakmoes_unlisted"
"""Key of ``Doc.user_data`` with folded words that count as standing in no list of names."""
COLUMNS = 5
"""Norm, shape, head, tail, traits."""
TRAITS_COLUMN = 4
SENTENCE_ENDS = frozenset(".!?:•·●○▪■–—>*|�")
LONGEST_PHRASE = 4

Rows = NDArray[np.uint64]


def word_places(doc: Doc) -> list[int]:
    """The indexes of the tokens that are not white space."""
    return [token.i for token in doc if not token.is_space]


def rows_of(doc: Doc) -> Rows:
    """A row of ``COLUMNS`` numbers for each token that is not white space."""
    places = word_places(doc)
    rows = np.zeros((len(places), COLUMNS), dtype=np.uint64)
    if not places:
        return rows
    words = _words(doc, places)
    rows[:, :2] = doc.to_array([NORM, SHAPE])[places]
    rows[:, 2] = [word.head for word in words]
    rows[:, 3] = [word.tail for word in words]
    rows[:, TRAITS_COLUMN] = traits_of(words, _gaps(doc, places))
    return rows


def _words(doc: Doc, places: Sequence[int]) -> list[Word]:
    words = [word_of(doc[place].text) for place in places]
    unlisted = doc.user_data.get(UNLISTED)
    if not unlisted:
        return words
    return [word._replace(traits=word.traits & ~LISTED) if word.key in unlisted else word for word in words]


def _gaps(doc: Doc, places: Sequence[int]) -> list[int]:
    """Per word the trait of the white space before it."""
    gaps = []
    before = -1
    for place in places:
        between = "".join(doc[index].text for index in range(before + 1, place))
        gaps.append(_gap(between) if before >= 0 else Trait.BLOCK)
        before = place
    return gaps


def _gap(between: str) -> int:
    if not between:
        return 0
    if "\n" in between:
        return Trait.BLOCK if between.count("\n") > 1 else Trait.LINE
    return Trait.CELL if "\t" in between else 0


def traits_of(words: Sequence[Word], gaps: Sequence[int]) -> list[int]:
    """The traits of words, those that their surroundings give included."""
    traits = [word.traits | gap for word, gap in zip(words, gaps, strict=True)]
    for index in range(len(words)):
        if index + 1 == len(words) or gaps[index + 1]:
            traits[index] |= Trait.LINE_END
        if gaps[index] & (Trait.CELL | Trait.BLOCK) or words[index - 1].key in SENTENCE_ENDS:
            traits[index] |= Trait.SENTENCE
    _mark_phrases(words, gaps, traits)
    _mark_elsewhere(words, gaps, traits)
    return traits


def _mark_phrases(words: Sequence[Word], gaps: Sequence[int], traits: list[int]) -> None:
    """Marks places and bodies of several words (``Den Haag``, ``Albert Heijn``)."""
    lists = name_lists()
    for index in range(len(words) - 1):
        if not words[index].traits & Trait.CAPITAL:
            continue
        for length in range(min(LONGEST_PHRASE, len(words) - index), 1, -1):
            if any(gap & (Trait.CELL | Trait.BLOCK) for gap in gaps[index + 1 : index + length]):
                continue
            phrase = " ".join(word.key for word in words[index : index + length])
            if phrase in lists.places or phrase in lists.organisations:
                for place in range(index, index + length):
                    traits[place] |= Trait.PHRASE_OF_PLACE
                break


def _mark_elsewhere(words: Sequence[Word], gaps: Sequence[int], traits: list[int]) -> None:
    """Marks words of which another place in the text says what they are."""
    small = {word.key for word in words if not word.traits & Trait.CAPITAL}
    named: dict[str, set[int]] = {}
    before: dict[str, set[int]] = {}
    for index in range(1, len(words)):
        if gaps[index] & (Trait.CELL | Trait.BLOCK) or not words[index].traits & Trait.CAPITAL:
            continue
        if _introduces(words[index - 1].traits) and not words[index].traits & Trait.INITIALS:
            named.setdefault(words[index].key, set()).add(index)
        if words[index].traits & (Trait.SURNAME | Trait.INTERFIX) and _is_plain(words[index].traits):
            before.setdefault(words[index - 1].key, set()).add(index - 1)
    for index, word in enumerate(words):
        if not word.traits & Trait.CAPITAL:
            continue
        if word.key in small:
            traits[index] |= Trait.SMALL_ELSEWHERE
        if named.get(word.key, set()) - {index}:
            traits[index] |= Trait.NAMED_ELSEWHERE
        if before.get(word.key, set()) - {index}:
            traits[index] |= Trait.BEFORE_SURNAME_ELSEWHERE


def _introduces(traits: int) -> bool:
    """Whether a word tells that a surname may follow."""
    given = traits & Trait.FIRST and not traits & Trait.COMMON
    return bool(given or traits & (Trait.INITIALS | Trait.TITLE | Trait.INTERFIX)) and bool(
        traits & (Trait.CAPITAL | Trait.TITLE)
    )


def _is_plain(traits: int) -> bool:
    return not traits & (Trait.COMMON | Trait.PLACE | Trait.UPPER)
