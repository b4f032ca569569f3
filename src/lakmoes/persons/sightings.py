"""Every place in a document where a person of the register is named.

In: the pages of one document, the names that recognizers found on them, and the spellings of the register.
Out: ``Sighting`` values per page. Names that are also ordinary words, places or firms follow context;
initials follow the layout. What context leaves open is settled by the names beside it and by the rest of the
document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lakmoes.model import Page
from lakmoes.persons.growth import Growth
from lakmoes.persons.initials import Letters, Structure, is_mentioned, neighbours, structure
from lakmoes.persons.letters import UPPER, fold
from lakmoes.persons.scanning import Chunk, Sight, chunks
from lakmoes.persons.spellings import FUNCTION_WORDS, Part, Spellings
from lakmoes.persons.verdicts import COMPANY, CONTEXT, PLAIN, Candidate, is_plain_word, judge, settle

RULES = {
    Part.SURNAME: "achternaam elders in dossier",
    Part.GIVEN: "voornaam elders in dossier",
    Part.SINGLE: "naam elders in dossier",
    Part.COMPACT: "samengeschreven naam van persoon in dossier",
    Part.LETTERS: "initialen van persoon in dossier",
    Part.SHORT: "verkorte voornaam van persoon in dossier",
}
FULL_RULE = "volledige naam elders in dossier"
MISSPELT_RULE = "verschreven naam van persoon in dossier"

Places = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One place on a page where a person is named.

    Attributes:
        start: Offset of the first character.
        end: Offset just past the last character.
        owners: The identities that may be meant; empty when it is someone else with known names.
        sure: Whether initials, a first name or the like tell persons of one surname apart.
        doubtful: Whether the form is half a name, misspelt or derived, so that it may be someone else's.
        rule: Why it is a name.
        score: Between 0 and 1.
    """

    start: int
    end: int
    owners: frozenset[int]
    sure: bool
    doubtful: bool
    rule: str
    score: float


_DOTTED = re.compile(rf"(?<![\w.])(?:[{UPPER}]\.){{2,5}}(?![^\W\d_]|[ ]?[{UPPER}][^\W\d_])")


_LIST_GAP = re.compile(r"[ ]?[,/&+][ ]?")


def sightings(
    pages: Sequence[Page], found: Sequence[Places], growth: Growth, spellings: Spellings
) -> list[tuple[Sighting, ...]]:
    """The sightings on each page of one document, sorted, never overlapping.

    Args:
        pages: Pages of the document.
        found: Per page the places that recognizers are sure of; names there need no further context.
        growth: Adds titles, initials and brackets.
        spellings: The names to look for.
    """
    reading = _Reading(growth, spellings)
    for page, places in zip(pages, found, strict=True):
        reading.read(page.text, places)
    return reading.settled()


class _Reading:
    """The candidates of one document, and the persons that it certainly names."""

    def __init__(self, growth: Growth, spellings: Spellings) -> None:
        self._growth, self._spellings = growth, spellings
        self._texts: list[str] = []
        self._candidates: list[list[Candidate]] = []
        self._letters: list[list[Sight]] = []
        self._attested: set[str] = set()

    def read(self, text: str, places: Places) -> None:
        """Judges the names of one page by their own context."""
        names: list[Candidate] = []
        letters = list(_dotted(text, self._spellings))
        for chunk in chunks(text, self._spellings):
            letters.extend(sight for sight in chunk.sights if sight.is_a((Part.LETTERS,)))
            if all(key.part == Part.LETTERS for key in chunk.keys):
                continue
            found = any(start <= chunk.start and chunk.end <= end for start, end in places)
            if found or not is_plain_word(text, chunk):
                names.append(self._candidate(text, chunk, found))
        self._texts.append(text)
        self._candidates.append(names)
        self._letters.append(letters)
        self._attested |= {_letters_only(text[start:end]) for start, end in places}

    def settled(self) -> list[tuple[Sighting, ...]]:
        """What remains after open names are settled by their company, page by page."""
        named = frozenset(
            owner
            for candidates in self._candidates
            for candidate in candidates
            if candidate.score >= CONTEXT
            for owner in candidate.grown.owners
        )
        pages = []
        for text, candidates, letters in zip(self._texts, self._candidates, self._letters, strict=True):
            accepted = settle(text, candidates, named)
            names = [_sighting(candidate) for candidate in accepted if candidate.score]
            initials = [
                _initials_sighting(text, sight, named)
                for sight in letters
                if self._is_person(text, sight, names, named)
            ]
            pages.append(tuple(_merged([*names, *initials])))
        return pages

    def _candidate(self, text: str, chunk: Chunk, found: bool) -> Candidate:
        """The name with its verdict; what a recognizer found needs no context."""
        grown = self._growth.grow(text, chunk)
        if found:
            return Candidate(grown, PLAIN, settled=True)
        verdict = judge(text, grown)
        return Candidate(grown, verdict or 0.0, settled=verdict is not None)

    def _is_person(self, text: str, sight: Sight, names: Sequence[Sighting], named: frozenset[int]) -> bool:
        """Whether the layout shows that the letters are a person."""
        if any(name.start < sight.end and sight.start < name.end for name in names):
            return False
        if any(text[name.end : sight.start] in ("(", " (") for name in names):
            return True
        found = structure(text, sight.start, sight.end)
        listed = map(self._are_letters, neighbours(text, sight.start, sight.end))
        if any(listed) or any(_LIST_GAP.fullmatch(text, name.end, sight.start) for name in names):
            found = max(found, Structure.LIST)
        letters = self._known(text[sight.start : sight.end], sight, named)
        return letters.are_a_person(found, is_mentioned(text, sight.start, sight.end))

    def _known(self, written: str, sight: Sight, named: frozenset[int]) -> Letters:
        folded = _letters_only(written)
        here = folded in self._attested
        plain = folded in FUNCTION_WORDS and not written.isupper()
        return Letters(
            written=written,
            named=(here or bool(sight.owners((Part.LETTERS,)) & named)) and not plain,
            found_here=here,
            distinct=self._spellings.is_attested(folded) and folded not in FUNCTION_WORDS,
            ordinary=self._spellings.is_abbreviation(folded),
            unique=len(sight.owners((Part.LETTERS,))) == 1,
        )

    def _are_letters(self, written: str) -> bool:
        matches = self._spellings.table[written.replace(".", "")]
        return any(match.key.part == Part.LETTERS for match in matches)


def _letters_only(written: str) -> str:
    return fold(written.replace(".", ""))


def _dotted(text: str, spellings: Spellings) -> Iterator[Sight]:
    """``J.S.`` and ``Ö.K.``, which are several words."""
    for match in _DOTTED.finditer(text):
        matches = spellings.table[match.group().replace(".", "")]
        keys = tuple(found.key for found in matches if found.key.part == Part.LETTERS)
        if keys:
            yield Sight(match.start(), match.end(), keys)


def _sighting(candidate: Candidate) -> Sighting:
    grown = candidate.grown
    rule = RULES[min(key.part for key in grown.chunk.keys)]
    if grown.clear and grown.chunk.has_family:
        rule = FULL_RULE
    elif grown.chunk.sights[0].misspelt:
        rule = MISSPELT_RULE
    return Sighting(
        start=grown.start,
        end=grown.end,
        owners=grown.owners,
        sure=bool(grown.chunk.joined or grown.initials or grown.given or grown.tail),
        doubtful=any(
            sight.misspelt or not any(key.whole for key in sight.keys) for sight in grown.chunk.sights
        ),
        rule=rule,
        score=candidate.score,
    )


def _initials_sighting(text: str, sight: Sight, named: frozenset[int]) -> Sighting:
    """Initials; brackets around them go along, for a gap as wide as two letters would tell them."""
    owners = sight.owners((Part.LETTERS,))
    bracketed = text[sight.start - 1 : sight.start] == "(" and text[sight.end : sight.end + 1] == ")"
    return Sighting(
        start=sight.start - bracketed,
        end=sight.end + bracketed,
        owners=owners & named or owners,
        sure=False,
        doubtful=not owners & named,
        rule=RULES[Part.LETTERS],
        score=COMPANY,
    )


def _merged(found: Sequence[Sighting]) -> Iterator[Sighting]:
    """The sightings in reading order; of two that overlap the second keeps what is left of it."""
    position = 0
    for sighting in sorted(found, key=lambda one: (one.start, -one.end)):
        if sighting.end > position:
            yield replace(sighting, start=max(position, sighting.start))
            position = sighting.end
