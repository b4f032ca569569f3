"""Names in minutes and notes: speakers before a colon, enumerations of persons, actions.

In: the text of one page. Out: hits. Known: ``Pham: De meetwaarden zijn …``, ``kol. Stam: aggregaten``, ``de
heren KUIPER, TAMMINGA en POSTMA``, ``mevrouw X en Y``, ``Actie: Jansen``, ``(actie Jansen)``. Attendance
lists and other labelled fields are found by ``fields``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lakmoes.detection.listing import INITIALS, Place, index_at, read_listed
from lakmoes.detection.lists import name_lists, word_set
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.name_recognizer import NameRecognizer, listed_hit
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.surroundings import starts_sentence
from lakmoes.detection.tokens import Gap, Kind, tokenize
from lakmoes.model import FindingKind

LONGEST_SPEAKER = 6
"""Tokens before the colon, of name and unit."""
ENUMERATION = re.compile(
    r"\b(?:de|geachte)\s+(?:heren|dames|collega's|leden|inspecteurs|verbalisanten|mevrouwen|getuigen|verdachten|"
    r"rechters|raadsheren|medewerkers|officieren|ambtenaren|adviseurs|onderzoekers)\s+"
    r"(?P<value>[^\s;.:()][^;:()\n]{1,60}(?:\n[^;:()\n]{1,90})?)",
    re.IGNORECASE,
)
JUDGES = re.compile(
    r"\b(?:rechtbank|gerechtshof|hof|rechters|kamer|raadsheren|raad van state|afdeling)\b"
    r"[^.;:\n]{0,60}?\n?[^.;:\n]{0,40}?(?P<value>\bmrs\.\s[^;:()]{4,120})",
    re.IGNORECASE,
)
ROLES = re.compile(
    r"\b(?:kamerleden|raadsleden|statenleden|wethouders|ministers|bewindslieden|staatssecretarissen|burgemeesters|"
    r"gedeputeerden)\s+(?P<value>[^\s;.:()][^;:()\n]{1,60}(?:\n[^;:()\n]{1,90})?)",
    re.IGNORECASE,
)
ACTION = re.compile(
    r"\b(?:actie(?:houder)?|action|to do|todo|trekker)\b[ ]?:?[ ]+(?P<value>[^\n.()\]]{1,60})", re.IGNORECASE
)
NO_SPEAKERS = word_set("RE FW FWD PS NB CC BCC TEL T M F E Q V")
"""Letters before a colon that open a subject, a note or a number, not what a person says."""
LISTED = Place(trust=1.0, small=False)
SPOKEN = Place(trust=0.95, small=True, separators=frozenset({",", "/", "&", "en", "and", "+"}))


class Speakers(NameRecognizer):
    """Who speaks, acts or remarks: a name with a colon at the start of a line, cell or sentence."""

    rule = "spreker voor een dubbele punt"

    def names(self, text: str) -> Iterator[Hit]:
        """The speakers; bare initials are weak."""
        tokens = tokenize(text)
        for place, token in enumerate(tokens):
            if token.text == ":" and token.gap == Gap.NONE and place:
                yield from self._before(tokens, place)

    def _before(self, tokens: Tokens, colon: int) -> Iterator[Hit]:
        first = _start_of_item(tokens, colon)
        if colon - first > LONGEST_SPEAKER or not starts_sentence(tokens, first):
            return
        named = _past_titles(tokens, first, colon)
        titled, first = named > first, named
        if first == colon:
            return
        if colon - first == 1 and tokens[first].text in NO_SPEAKERS:
            return
        if colon - first == 1 and INITIALS.match(tokens[first].text):
            yield _initials(tokens, first)
            return
        labels = name_lists().person_labels
        listed = None if tokens[first].key in labels else read_listed(tokens, first, colon, SPOKEN)
        if listed and _only_unit_after(tokens, listed.last, colon):
            hit = listed_hit(tokens, listed, self.rule)
            ordinary = (
                not titled
                and colon - first == 1
                and tokens[first].has(Kind.COMMON | Kind.FUNCTION | Kind.PLACE)
            )
            yield (
                replace(hit, score=min(hit.score, 0.38))
                if ordinary and not tokens[first].has(Kind.FIRST)
                else hit
            )


def _initials(tokens: Tokens, index: int) -> Hit:
    """Initials before a colon: a person, or as well an abbreviation."""
    token = tokens[index]
    weak = token.has(Kind.ABBREVIATION | Kind.COMMON) or len(token.text.strip(".")) == 1
    return Hit(
        start=token.start,
        end=token.end,
        kind=FindingKind.NAME,
        rule="initialen voor een dubbele punt",
        score=0.36 if weak else 0.39,
    )


def _start_of_item(tokens: Tokens, colon: int) -> int:
    first = colon
    while first and tokens[first].gap < Gap.LINE and colon - first <= LONGEST_SPEAKER:
        if tokens[first - 1].text in ".!?;:•|[→":
            return first
        first -= 1
    return first


def _past_titles(tokens: Tokens, first: int, colon: int) -> int:
    if tokens[first].key == "de" and tokens[first + 1].has(Kind.HONORIFIC):
        first += 1
    while first < colon and tokens[first].has(Kind.HONORIFIC | Kind.FUNCTION):
        first += 1 + (first + 1 < colon and tokens[first + 1].text == ".")
    return first


def _only_unit_after(tokens: Tokens, index: int, colon: int) -> bool:
    """Whether nothing but a unit in brackets, or more names, stands between the name and the colon."""
    if index == colon:
        return True
    bracketed = tokens[index].text == "(" and tokens[colon - 1].text == ")"
    return bracketed or (tokens[index].text in (",", "/", "&") or tokens[index].key in ("en", "and"))


class Enumerations(NameRecognizer):
    """Persons one after the other behind a plural (``de heren X, Y en Z``), and holders of actions."""

    rule = "opsomming van personen"

    def names(self, text: str) -> Iterator[Hit]:
        """The persons; capitals only, as minutes write them, count as well."""
        for pattern in (ENUMERATION, ROLES):
            for found in pattern.finditer(text):
                yield from _consecutive(text, found.span("value"), self.rule)
        for found in JUDGES.finditer(text):
            for hit in _consecutive(text, found.span("value"), "rechters van een uitspraak"):
                yield replace(hit, role="rechter")
        for found in ACTION.finditer(text):
            yield from _consecutive(text, found.span("value"), "actiehouder")


def _consecutive(text: str, span: tuple[int, int], rule: str) -> Iterator[Hit]:
    """Names from the start of the range, as long as only marks, ``en`` and forms of address stand between."""
    tokens = tokenize(text)
    index, last = index_at(tokens, span[0]), index_at(tokens, span[1])
    while index < last:
        token = tokens[index]
        if token.text in (",", "/", "&") or token.key in ("en", "de", "and") or token.has(Kind.HONORIFIC):
            index += 1
            continue
        listed = read_listed(tokens, index, last, LISTED)
        if not listed or (listed.initials and len(token.text) == 1):
            return
        yield listed_hit(tokens, listed, rule)
        index = listed.last
