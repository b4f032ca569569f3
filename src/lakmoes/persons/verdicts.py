"""Whether a name of the register that stands on a page is meant as a name there.

In: a grown name on a page. Out: a score, 0 for what is no name here, ``None`` where its own context leaves it
open; and whether the names beside it, or the rest of the document, settle what is open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lakmoes.persons.context import Place
from lakmoes.persons.known import Grown
from lakmoes.persons.letters import LOWER, UPPER, word_set
from lakmoes.persons.scanning import GIVEN_PARTS, Chunk, Sight
from lakmoes.persons.spellings import Key, Part

FULL, PLAIN, CONTEXT, COMPANY = 0.95, 0.85, 0.75, 0.7
"""Scores: full name; name that is no word; word that context shows to be a name; settled by its company."""
MISSPELT = 0.65
MONTHS = word_set("jan feb mrt apr jun jul aug sep sept okt nov dec")
"""Short names of months, some of them first names too."""
ARTICLES = frozenset({"de", "den", "het", "t"})
"""Interfixes that are articles too when they stand in small letters: ``de Koning``."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name on a page.

    Attributes:
        grown: The name with its titles and initials.
        score: 0 while it is open, and for what is no name here.
        settled: Whether its own context decided.
    """

    grown: Grown
    score: float
    settled: bool

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.grown.start

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.grown.end

    @property
    def given(self) -> bool:
        """Whether it may be a first name."""
        return any(sight.is_a(GIVEN_PARTS) for sight in self.grown.chunk.sights)


LONGEST_WORD = 24
BEFORE_NAMES = word_set(
    "beste dag hoi hi hallo ha hey hello geachte lieve dear dank bedankt thanks groet groeten groetjes gr "
    "mvg regards wishes namens goedemorgen goedemiddag goedenavond goeiemorgen waarde liefs cheers bye you"
)
"""Words after which a name may stand in small letters."""
_WORD_BEFORE = re.compile(rf"(?<![^\W\d_])(?P<word>[{UPPER}{LOWER}][{LOWER}]+)[ ]\Z")
_WORD_AFTER = re.compile(rf"[ ][{LOWER}]*[aeiouy][{LOWER}]*[ .,;\n]")
_LIST_GAP = re.compile(r"\s?(?:[,;/&|+•]|\ben\b|\band\b|\n|\t)\s?(?:en |and )?")
_IDENTIFIER = re.compile(r"[\w@.\\/_-]")


def is_plain_word(text: str, chunk: Chunk) -> bool:
    """Whether an ordinary word in small letters stands between other words, where it is never a name."""
    if chunk.joined or text[chunk.start].isupper() or not all(key.ordinary for key in chunk.keys):
        return False
    before = _WORD_BEFORE.search(text, max(0, chunk.start - LONGEST_WORD), chunk.start)
    following = _WORD_AFTER.match(text, chunk.end)
    return before is not None and following is not None and before["word"].lower() not in BEFORE_NAMES


def judge(text: str, grown: Grown) -> float | None:
    """What the context of the name itself says."""
    place = Place(text, grown.start, grown.end)
    if place.is_elsewhere() or (place.is_firm() and not grown.clear):
        return 0.0
    if grown.clear:
        return FULL if grown.chunk.joined and grown.owners else PLAIN
    sight = grown.chunk.sights[0]
    keys = [key for key in sight.keys if key.part != Part.LETTERS]
    capital = text[sight.start].isupper()
    if sight.misspelt:
        return MISSPELT
    if any(key.part == Part.COMPACT for key in keys):
        return _judge_compact(text, sight, keys)
    unusual = not _is_abbreviation(text[sight.start : sight.end])
    if any(not key.ordinary and ((capital and unusual) or key.loose) for key in keys):
        return PLAIN
    return (
        _judge_capital(text, grown, place, keys)
        if capital
        else _judge_small(place, keys, text[sight.start : sight.end])
    )


def _judge_compact(text: str, sight: Sight, keys: Sequence[Key]) -> float:
    """A short one counts only in an account, a file name or the like."""
    beside = text[max(0, sight.start - 1) : sight.start] + text[sight.end : sight.end + 1]
    mixed = not text[sight.start + 1 : sight.end].islower()
    known = any(key.loose for key in keys) or mixed or bool(_IDENTIFIER.search(beside))
    return PLAIN if known else 0.0


def _judge_capital(text: str, grown: Grown, place: Place, keys: Sequence[Key]) -> float | None:
    """An ordinary word or place with a capital letter."""
    given = any(key.part != Part.SURNAME for key in keys)
    if place.is_addressed() or place.is_sender():
        return CONTEXT
    if place.is_phrase():
        return 0.0
    surname_form = bool(grown.interfix) and text[grown.start].isupper()
    spoken_to = given and (place.is_vocative() or place.is_own_block())
    if surname_form or spoken_to or place.is_subject():
        return CONTEXT
    if all(key.place for key in keys) or _is_abbreviation(text[grown.start : grown.end]):
        return None
    if grown.interfix in ARTICLES:
        place = Place(text, grown.chunk.start, grown.end)
    within = place.is_within_sentence() and not place.is_at_start()
    return CONTEXT if within or place.is_bracketed() or place.is_quoted() else None


def _is_abbreviation(written: str) -> bool:
    return written.isupper() and len(written) < 5


def _judge_small(place: Place, keys: Sequence[Key], word: str) -> float | None:
    """A name in small letters that is a word, or too short to be sure."""
    if place.is_phrase():
        return 0.0
    if all(key.ordinary for key in keys) or word in MONTHS:
        return None
    shown = (place.is_addressed, place.is_alone, place.is_sender, place.is_in_file_name)
    return CONTEXT if any(test() for test in shown) else None


def settle(text: str, candidates: Sequence[Candidate], named: frozenset[int]) -> list[Candidate]:
    """The candidates of a page; open ones are names in a list of names, or where the document confirms it.

    Args:
        text: Text of the page.
        candidates: Names on the page, in reading order.
        named: Persons that the document names without doubt.
    """
    settled = list(candidates)
    for index, candidate in enumerate(candidates):
        if not candidate.settled and _is_confirmed(text, candidate, named, candidates):
            settled[index] = Candidate(candidate.grown, COMPANY, settled=True)
    for order in (range(len(settled)), reversed(range(len(settled)))):
        for index in order:
            if not settled[index].settled and _has_company(text, settled, index):
                settled[index] = Candidate(settled[index].grown, COMPANY, settled=True)
    return settled


def _has_company(text: str, candidates: Sequence[Candidate], index: int) -> bool:
    """Whether a list sign joins the name to an accepted name in the same case."""
    return any(
        candidates[near].score and _case(text, candidates[near]) == _case(text, candidates[index])
        for near in _listed_beside(text, candidates, index)
    )


def _listed_beside(text: str, candidates: Sequence[Candidate], index: int) -> list[int]:
    near = []
    for first, second, other in ((index - 1, index, index - 1), (index, index + 1, index + 1)):
        if first >= 0 and second < len(candidates):
            gap = text[candidates[first].end : candidates[second].start]
            if len(gap) < 8 and _LIST_GAP.fullmatch(gap) and "\n\n" not in gap:
                near.append(other)
    return near


def _case(text: str, candidate: Candidate) -> bool:
    return text[candidate.grown.chunk.start].isupper()


def _is_confirmed(
    text: str, candidate: Candidate, named: frozenset[int], candidates: Sequence[Candidate]
) -> bool:
    """Whether the document names the person elsewhere, and the word stands where a name may stand."""
    if not candidate.grown.owners & named:
        return False
    chunk = candidate.grown.chunk
    place = Place(text, candidate.start, candidate.end)
    if text[chunk.start].islower():
        unusual = not any(key.ordinary for key in chunk.keys) and place.is_before_auxiliary()
        return candidate.given and (place.is_own_block() or place.is_addressed() or unusual)
    if candidate.given and place.is_before_auxiliary():
        small = text[chunk.start : chunk.end].lower()
        return not re.search(rf"(?<!\w){re.escape(small)}(?!\w)", text)
    if candidate.given and (place.is_alone() or _lists_names(text, candidate, named, candidates)):
        return True
    spoken = place.is_speaker() or place.is_bracketed() or place.is_doubtful_subject()
    return spoken or (place.is_alone() and _in_column(text, candidates))


def _lists_names(
    text: str, candidate: Candidate, named: frozenset[int], candidates: Sequence[Candidate]
) -> bool:
    """Whether a list sign joins two first names of persons in the document: ``Bram / Mo``."""
    index = next(place for place, one in enumerate(candidates) if one is candidate)
    beside = [candidates[near] for near in _listed_beside(text, candidates, index)]
    return any(one.given and one.grown.owners & named and _case(text, one) for one in beside)


def _in_column(text: str, candidates: Sequence[Candidate]) -> bool:
    """Whether the page has a column of names: two or more accepted names alone in their cells."""
    alone = (Place(text, one.start, one.end).is_alone() for one in candidates if one.score)
    return sum(alone) > 1
