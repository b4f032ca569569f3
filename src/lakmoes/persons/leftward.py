"""What stands before a name and belongs to it: titles, initials, interfix, first name, half a surname.

In: a grown name. Out: the name with what stands before it.
"""

import re
from dataclasses import replace

from lakmoes.persons.context import Place
from lakmoes.persons.known import INITIAL, REACH, Grown, Known, letters_of, same_case
from lakmoes.persons.letters import HYPHENS, INTERFIX, LOWER, SPAN_TITLE, UPPER, WORD, fold_interfix, words
from lakmoes.persons.spellings import Part

_INTERFIX = re.compile(
    rf"(?:(?<![\w.'’-])(?P<interfix>{INTERFIX})\s{{1,2}}|(?<![^\W_])v\.d\.\s{{0,2}})\Z", re.IGNORECASE
)
_BRACKET = re.compile(rf"\((?P<given>{WORD}(?:[- ]{WORD})?)\)\s{{0,2}}\Z")
_LEGAL_FORM = re.compile(r"(?:[BNC]\.V\.|V\.O\.F\.|U\.A\.)\s?\(\Z")
_INITIALS = re.compile(rf"(?<![\w.])(?P<initials>{INITIAL}(?:\s?-?{INITIAL})*)\s{{0,2}}\Z")
_BARE = re.compile(rf"(?<![\w.'’-])(?P<initials>[{UPPER}{LOWER}](?: [{UPPER}])?)[ \t]\Z")
_SMALL = re.compile(rf"(?<![\w.])(?P<initials>(?:[{LOWER}]\. ?)+)\Z")
_TITLES = re.compile(rf"(?<![\w.])(?:(?:{SPAN_TITLE})\b\.?\s{{0,2}})+\Z", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:optie|variant|bijlage|vorm|categorie|scenario|deel|onderdeel|punt|klasse|groep|niveau|kolom|tabel|figuur|"
    r"hal|perron|gebouw|vleugel|route|lijn|code|type|model|fase|vak|sector|zone|blok|annex|vitamine|hepatitis)\s\Z",
    re.IGNORECASE,
)
_WORD = re.compile(rf"(?<![\w.'’-])(?P<given>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)[ ]\Z")
_SURNAME = re.compile(rf"(?<![\w-])(?P<surname>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)*),[ ]\Z")
_HALF = re.compile(rf"(?<![\w{HYPHENS}])(?:[{UPPER}](?:[{LOWER}]+|[{UPPER}]+)[{HYPHENS}]\n?)+\Z")


class Leftward:
    """Grows names to the left.

    Args:
        known: What the register knows.
    """

    def __init__(self, known: Known) -> None:
        self._known = known

    def half(self, text: str, grown: Grown) -> Grown:
        """The first half of a double surname of which the register knows the second."""
        if grown.start != grown.chunk.start or grown.chunk.joined:
            return grown
        found = _HALF.search(text, max(0, grown.start - REACH), grown.start)
        return replace(grown, start=found.start()) if found else grown

    def family(self, text: str, grown: Grown) -> Grown:
        """``mr. A. (Annelotte) ter`` before a surname."""
        with_interfix = self._interfix(text, grown)
        named = self._first(text, with_interfix)
        if named is with_interfix and not self._known.owns_interfix(with_interfix):
            reversed_name = with_interfix.initials and not grown.chunk.joined
            at_start = Place(text, with_interfix.start, with_interfix.end).starts_cell()
            named = with_interfix if reversed_name and at_start else grown
        titles = _TITLES.search(text, max(0, named.start - REACH), named.start)
        return replace(named, start=titles.start(), title=True) if titles else named

    def _interfix(self, text: str, grown: Grown) -> Grown:
        if grown.chunk.joined and grown.chunk.sights[0].is_a((Part.GIVEN,)):
            return grown
        found = _INTERFIX.search(text, max(0, grown.start - REACH), grown.start)
        if not found or grown.interfix:
            return grown
        return replace(grown, start=found.start(), interfix=fold_interfix(found["interfix"] or "v.d."))

    def _first(self, text: str, grown: Grown) -> Grown:
        """Takes in ``A.``, ``A. (Annelotte)`` or a known first name that stands before."""
        window = max(0, grown.start - REACH)
        firm = _LEGAL_FORM.search(text, window, grown.start)
        if grown.chunk.joined and text[grown.start - 1 : grown.start] == "(" and not firm:
            grown = replace(grown, start=grown.start - 1)
        bracket = _BRACKET.search(text, window, grown.start)
        start = bracket.start() if bracket else grown.start
        initials = self._initials(text, start, grown)
        if bracket and (initials or self._known.is_first_name(bracket["given"], "")):
            grown = replace(grown, start=start, given=words(bracket["given"]))
        elif bracket:
            return grown
        if initials:
            return replace(grown, start=initials.start("initials"), initials=letters_of(initials["initials"]))
        return grown if grown.clear else self._word(text, grown)

    def _word(self, text: str, grown: Grown) -> Grown:
        """Takes in a first name that the register does not know: ``Liang Chen``."""
        found = _WORD.search(text, max(0, grown.start - REACH), grown.start)
        if not found or not grown.chunk.sights[0].is_a((Part.SURNAME,)):
            return grown
        place = Place(text, found.start(), grown.end)
        given = words(found["given"])
        plain = not self._known.spellings.is_ordinary(given[0]) and not place.is_phrase()
        within = not place.is_at_start()
        if self._known.spellings.is_first_name(given[0]):
            likely = plain or within or bool(grown.interfix)
        else:
            plain = plain and not all(key.ordinary for key in grown.chunk.keys)
            likely = plain and (within or place.is_alone())
        return replace(grown, start=found.start(), given=given) if likely else grown

    def _initials(self, text: str, start: int, grown: Grown) -> re.Match[str] | None:
        window = max(0, start - REACH)
        dotted = _INITIALS.search(text, window, start)
        if dotted and (
            self._known.fits(dotted["initials"], grown)
            or dotted["initials"].count(".") > 1
            or not _NUMBERED.search(text, window, dotted.start("initials"))
        ):
            return dotted
        for pattern in (_BARE, _SMALL):
            bare = pattern.search(text, window, start)
            if bare and same_case(bare["initials"], text[grown.chunk.start :]):
                return bare if self._known.fits(bare["initials"], grown) else None
        return None

    def surname(self, text: str, grown: Grown) -> Grown:
        """Takes in a surname that the register does not know in ``Baarda, Sietske``, alone in its cell."""
        found = _SURNAME.search(text, max(0, grown.start - REACH), grown.start)
        if grown.clear or not found or self._known.spellings.is_ordinary(words(found["surname"])[0]):
            return grown
        whole = replace(grown, start=found.start(), tail=True)
        if not Place(text, whole.start, whole.end).is_alone():
            return grown
        return replace(whole, owners=self._known.without_surname(grown))
