"""What belongs to a name that stands around it: titles, initials, interfixes, the bracketed first name.

In: a chunk on a page. Out: ``Grown``: the whole name (``mr. A. (Annelotte) ter Braak``, ``Vos, mr. H.M.
(Hanneke)``, ``Sjoerd T``) with the initials and first name read on the way.

What stands in brackets and is no first name (a unit, a role) stays outside.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lakmoes.persons.context import Place
from lakmoes.persons.identities import Identity
from lakmoes.persons.letters import (
    HYPHENS,
    INTERFIX,
    LOWER,
    SPAN_TITLE,
    TRAILING_TITLE,
    UPPER,
    WORD,
    fold,
    fold_interfix,
    same_interfix,
    words,
)
from lakmoes.persons.scanning import GIVEN_PARTS, Chunk
from lakmoes.persons.spellings import Part, Spellings

REACH = 32
"""Characters beside a name that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """A name on the page with all that belongs to it.

    Attributes:
        chunk: The names from which it grew.
        start: Offset of its first character.
        end: Offset just past its last character.
        initials: Initials read beside it, folded.
        given: First name read in brackets.
        interfix: Interfix read before or behind it, folded.
        title: Whether a title stands before it.
        tail: Whether the surname's initials stand behind a first name (``Sjoerd T``).
        owners: The identities that fit all of it.
    """

    chunk: Chunk
    start: int
    end: int
    initials: str = ""
    given: tuple[str, ...] = ()
    interfix: str = ""
    title: bool = False
    tail: bool = False
    owners: frozenset[int] = frozenset()

    @property
    def clear(self) -> bool:
        """Whether its own form shows that it is a name."""
        return bool(self.chunk.joined or self.initials or self.given or self.title or self.tail)


_INITIAL = rf"(?:IJ|Chr?|Th|Ph|Fr|Tj|Sj|Joh|Jac|Jos|Wm|Gh|Kh|Sh|Dj|Ya|Yu|Zh|Ts|Cz|[{UPPER}])\."
_LEFT_INTERFIX = re.compile(rf"(?<![\w.'’-])(?P<interfix>{INTERFIX})\s{{1,2}}\Z", re.IGNORECASE)
_LEFT_BRACKET = re.compile(rf"\((?P<given>{WORD}(?:[- ]{WORD})?)\)\s{{0,2}}\Z")
_LEFT_INITIALS = re.compile(rf"(?<![\w.])(?P<initials>{_INITIAL}(?:\s?-?{_INITIAL})*)\s{{0,2}}\Z")
_LEFT_BARE = re.compile(rf"(?<![\w.'’-])(?P<initials>[{UPPER}{LOWER}](?: [{UPPER}])?)[ \t]\Z")
_LEFT_SMALL = re.compile(rf"(?<![\w.])(?P<initials>(?:[{LOWER}]\. ?)+)\Z")
_LEFT_TITLES = re.compile(rf"(?<![\w.])(?:(?:{SPAN_TITLE})\b\.?\s{{0,2}})+\Z", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:optie|variant|bijlage|vorm|categorie|scenario|deel|onderdeel|punt|klasse|groep|niveau|kolom|tabel|figuur|"
    r"hal|perron|gebouw|vleugel|route|lijn|code|type|model|fase|vak|sector|zone|blok|annex|vitamine|hepatitis)\s\Z",
    re.IGNORECASE,
)
_RIGHT_REVERSED = re.compile(
    rf",[ \t]?\n?(?:(?i:{SPAN_TITLE})\.?[ ])*(?P<initials>{_INITIAL}(?:\s?-?{_INITIAL})*)"
    rf"(?:[ ](?P<interfix>(?i:{INTERFIX}))(?![\w]))?(?![ ](?:(?i:{INTERFIX})[ ])?[{UPPER}][{LOWER}])"
)
_RIGHT_INTERFIX = re.compile(rf",?[ ](?P<interfix>{INTERFIX})(?![\w'’])(?![ ]\w)", re.IGNORECASE)
_RIGHT_INITIALS = re.compile(
    rf"[ ](?P<initials>{_INITIAL}(?:[ ]?{_INITIAL})*|[{UPPER}](?=[\n\t]|\Z))(?![ ][{UPPER}][{LOWER}])"
)
_RIGHT_BRACKET = re.compile(rf"[ ]?\n?\((?P<given>{WORD}(?:[- ]{WORD})?)\)")
_RIGHT_TITLE = re.compile(rf",?[ ](?:{TRAILING_TITLE})(?![\w])")
_LEFT_WORD = re.compile(rf"(?<![\w.'’-])(?P<given>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)[ ]\Z")
_RIGHT_WORD = re.compile(
    rf"[ ](?P<interfix>{INTERFIX}[ ])?(?P<surname>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)*)(?![\w-])"
)
_LEFT_SURNAME = re.compile(rf"(?<![\w-])(?P<surname>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)*),[ ]\Z")
_PLAIN_INTERFIXES = frozenset({"van", "van de", "van het", "uit", "in", "op", "bij", "aan", "het", "te"})
"""Prepositions in most texts: ``Agnes van Inkoop``."""
_RIGHT_HALF = re.compile(rf"(?:[{HYPHENS}]\n?[{UPPER}](?:[{LOWER}]+|[{UPPER}]+)(?![\w]))+")
_LEFT_HALF = re.compile(rf"(?<![\w{HYPHENS}])(?:[{UPPER}](?:[{LOWER}]+|[{UPPER}]+)[{HYPHENS}]\n?)+\Z")
_TAIL = re.compile(rf"[ ](?P<letters>(?:[{UPPER}{LOWER}][-.]?){{1,4}})(?![\w'’@-])")


class Growth:
    """Grows chunks; knows the persons, to tell whose initials are whose.

    Args:
        identities: The persons that the keys' owners point at.
        spellings: Tells what is a first name.
    """

    def __init__(self, identities: Sequence[Identity], spellings: Spellings) -> None:
        self._identities = identities
        self._spellings = spellings

    def grow(self, text: str, chunk: Chunk) -> Grown:
        """The chunk with all that belongs to it."""
        grown = Grown(chunk=chunk, start=chunk.start, end=chunk.end, owners=chunk.owners)
        if chunk.has_family:
            for step in (self._halves, self._right_family, self._left_family, self._halves):
                grown = step(text, grown)
        if not grown.clear and chunk.sights[0].is_a(GIVEN_PARTS):
            for step in (self._surname_letters, self._right_surname, self._left_surname):
                grown = step(text, grown)
        return replace(grown, owners=self._fitting(grown))

    def _halves(self, text: str, grown: Grown) -> Grown:
        """The other half of a double surname of which the register knows one."""
        if not grown.clear and all(key.ordinary for key in grown.chunk.sights[-1].keys):
            return grown
        right = _RIGHT_HALF.match(text, grown.end)
        left = _LEFT_HALF.search(text, max(0, grown.start - REACH), grown.start)
        left = left if grown.start == grown.chunk.start and not grown.chunk.joined else None
        return replace(
            grown, start=left.start() if left else grown.start, end=right.end() if right else grown.end
        )

    def _left_family(self, text: str, grown: Grown) -> Grown:
        with_interfix = self._left_interfix(text, grown)
        named = self._left_first(text, with_interfix)
        if named is with_interfix and not self._owns_interfix(with_interfix):
            reversed_name = with_interfix.initials and not grown.chunk.joined
            at_start = Place(text, with_interfix.start, with_interfix.end).starts_cell()
            named = with_interfix if reversed_name and at_start else grown
        titles = _LEFT_TITLES.search(text, max(0, named.start - REACH), named.start)
        return replace(named, start=titles.start(), title=True) if titles else named

    def _left_interfix(self, text: str, grown: Grown) -> Grown:
        if grown.chunk.joined and grown.chunk.sights[0].is_a((Part.GIVEN,)):
            return grown
        found = _LEFT_INTERFIX.search(text, max(0, grown.start - REACH), grown.start)
        if not found or grown.interfix:
            return grown
        return replace(grown, start=found.start(), interfix=fold_interfix(found["interfix"]))

    def _owns_interfix(self, grown: Grown) -> bool:
        """Whether the interfix is one of the person's, so that it is no plain ``de`` or ``van``."""
        owned = {own for owner in grown.owners for own in self._identities[owner].interfixes}
        read = grown.interfix
        return any(same_interfix(read, own) or own.endswith(f" {read}") for own in owned)

    def _left_first(self, text: str, grown: Grown) -> Grown:
        """Takes in ``A.``, ``A. (Annelotte)`` or a known first name that stands before."""
        window = max(0, grown.start - REACH)
        if grown.chunk.joined and text[grown.start - 1 : grown.start] == "(":
            grown = replace(grown, start=grown.start - 1)
        bracket = _LEFT_BRACKET.search(text, window, grown.start)
        start = bracket.start() if bracket else grown.start
        initials = self._left_initials(text, start, grown)
        if bracket and (initials or self._is_first_name(bracket["given"], "")):
            grown = replace(grown, start=start, given=words(bracket["given"]))
        elif bracket:
            return grown
        if initials:
            return replace(grown, start=initials.start("initials"), initials=_letters(initials["initials"]))
        return grown if grown.clear else self._left_word(text, grown)

    def _left_word(self, text: str, grown: Grown) -> Grown:
        """Takes in a first name that the register does not know: ``Liang Chen``."""
        found = _LEFT_WORD.search(text, max(0, grown.start - REACH), grown.start)
        if not found or not grown.chunk.sights[0].is_a((Part.SURNAME,)):
            return grown
        place = Place(text, found.start(), grown.end)
        given = words(found["given"])
        plain = not self._spellings.is_ordinary(given[0]) and not place.is_phrase()
        within = not place.is_at_start()
        if self._spellings.is_first_name(given[0]):
            likely = plain or within or bool(grown.interfix)
        else:
            plain = plain and not all(key.ordinary for key in grown.chunk.keys)
            likely = plain and (within or place.is_alone())
        return replace(grown, start=found.start(), given=given) if likely else grown

    def _left_initials(self, text: str, start: int, grown: Grown) -> re.Match[str] | None:
        window = max(0, start - REACH)
        dotted = _LEFT_INITIALS.search(text, window, start)
        if dotted and (
            self._fit(dotted["initials"], grown)
            or dotted["initials"].count(".") > 1
            or not _NUMBERED.search(text, window, dotted.start("initials"))
        ):
            return dotted
        for pattern in (_LEFT_BARE, _LEFT_SMALL):
            bare = pattern.search(text, window, start)
            if bare and _same_case(bare["initials"], text[grown.chunk.start :]):
                return bare if self._fit(bare["initials"], grown) else None
        return None

    def _right_family(self, text: str, grown: Grown) -> Grown:
        steps: tuple[Callable[[str, Grown], Grown], ...] = (
            self._reversed,
            self._right_interfix,
            self._right_bracket,
            self._right_initials,
            self._right_title,
        )
        for step in steps:
            grown = step(text, grown)
        return grown

    def _reversed(self, text: str, grown: Grown) -> Grown:
        """``, mr. A. ter`` behind a surname, unless the initials are those of the next person."""
        found = _RIGHT_REVERSED.match(text, grown.end)
        if grown.chunk.joined or not found:
            return grown
        after = text[found.end() : found.end() + 2]
        if not self._fit(found["initials"], grown) and not re.match(r"\Z|[;)\t]|\n\n| [(–-]", after):
            return grown
        interfix = fold_interfix(found["interfix"] or "")
        return replace(grown, end=found.end(), initials=_letters(found["initials"]), interfix=interfix)

    def _right_interfix(self, text: str, grown: Grown) -> Grown:
        """``van den`` behind ``Heuvel, Lot``."""
        found = _RIGHT_INTERFIX.match(text, grown.end)
        if grown.interfix or not found:
            return grown
        read = replace(grown, end=found.end(), interfix=fold_interfix(found["interfix"]))
        reversed_name = grown.initials or (grown.chunk.joined and "," in text[grown.start : grown.end])
        return read if reversed_name and self._owns_interfix(read) else grown

    def _right_bracket(self, text: str, grown: Grown) -> Grown:
        found = _RIGHT_BRACKET.match(text, grown.end)
        if not found or not self._is_first_name(found["given"], grown.initials):
            return grown
        return replace(grown, end=found.end(), given=words(found["given"]))

    def _right_initials(self, text: str, grown: Grown) -> Grown:
        """``Roodzand D.``, where the initials are the person's."""
        found = _RIGHT_INITIALS.match(text, grown.end)
        if not found or grown.initials or grown.chunk.joined:
            return grown
        closed = found["initials"].count(".") > 1 and re.match(r"\Z|[;)\n\t]", text[found.end() :])
        if not closed and not self._fit(found["initials"], grown):
            return grown
        return replace(grown, end=found.end(), initials=_letters(found["initials"]))

    def _right_title(self, text: str, grown: Grown) -> Grown:
        found = _RIGHT_TITLE.match(text, grown.end)
        return replace(grown, end=found.end()) if found else grown

    def _surname_letters(self, text: str, grown: Grown) -> Grown:
        """``Sjoerd T``, ``Ingeborg K-N``, ``lot vdh``."""
        found = _TAIL.match(text, grown.end)
        if not found or not _same_case(found["letters"], text[grown.start :]):
            return grown
        letters = "".join(words(found["letters"].replace(".", " ")))
        owners = {owner for owner in grown.owners if letters in self._identities[owner].surname_letters}
        if not owners and found["letters"].endswith("."):
            owners = {owner for owner in grown.owners if not self._identities[owner].surname_letters}
        if not owners:
            return grown
        return replace(grown, end=found.end(), tail=True, owners=frozenset(owners))

    def _right_surname(self, text: str, grown: Grown) -> Grown:
        """Takes in a surname that the register does not know: ``Delano Wijngaarde``."""
        found = _RIGHT_WORD.match(text, grown.end)
        if grown.clear or not found or text[grown.start].islower():
            return grown
        interfix = fold_interfix(found["interfix"] or "")
        first = words(found["surname"])[0]
        if interfix in _PLAIN_INTERFIXES or self._spellings.is_ordinary(first):
            return grown
        owners = {owner for owner in grown.owners if not self._identities[owner].surname}
        return replace(grown, end=found.end(), interfix=interfix, tail=True, owners=frozenset(owners))

    def _left_surname(self, text: str, grown: Grown) -> Grown:
        """Takes in a surname that the register does not know in ``Baarda, Sietske``, alone in its cell."""
        found = _LEFT_SURNAME.search(text, max(0, grown.start - REACH), grown.start)
        if grown.clear or not found or self._spellings.is_ordinary(words(found["surname"])[0]):
            return grown
        whole = replace(grown, start=found.start(), tail=True)
        if not Place(text, whole.start, whole.end).is_alone():
            return grown
        owners = {owner for owner in grown.owners if not self._identities[owner].surname}
        return replace(whole, owners=frozenset(owners))

    def _is_first_name(self, written: str, initials: str) -> bool:
        given = words(written)
        if self._spellings.is_first_name(given[0]):
            return True
        likely = bool(initials) and given[0][0] == initials[0] and written[0].isupper()
        return likely and not self._spellings.is_ordinary(given[0])

    def _fit(self, initials: str, grown: Grown) -> bool:
        """Whether the initials are those of a person with this surname, and known as such."""
        letters = _letters(initials)
        owners = (self._identities[owner] for owner in grown.owners)
        return any(owner.first_letters and owner.fits_first(letters, ()) for owner in owners)

    def _fitting(self, grown: Grown) -> frozenset[int]:
        """The owners that initials, first name and interfix leave over; those who surely fit go first."""
        fitting = {
            owner
            for owner in grown.owners
            if self._identities[owner].fits_first(grown.initials, grown.given)
            and self._identities[owner].fits_interfix(grown.interfix)
        }
        if grown.initials or grown.given:
            sure = {owner for owner in fitting if self._identities[owner].first_letters}
            return frozenset(sure or fitting)
        return frozenset(fitting)


def _letters(initials: str) -> str:
    return "".join(fold(word)[0] for word in re.findall(WORD, initials))


def _same_case(letters: str, name: str) -> bool:
    """Whether the letters are capitals as the name's first letter is, or small as it is."""
    return letters[0].isupper() or name[:1].islower()
