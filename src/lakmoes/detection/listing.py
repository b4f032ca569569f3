"""Names where names must stand: in mail heads, attendance lists, labelled fields, columns, senders of chats.

In: the tokens of a page and a range of them that holds one name or a list of names, with units, functions and
remarks between. Out: the names in it with a score. Because the place vouches for them, bare surnames, given
names that are words, capitals, small letters and initials count here; ordinary words and bodies do not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lakmoes.detection.grammar import read_inverted, read_natural
from lakmoes.detection.lists import word_set
from lakmoes.detection.name_parts import Form, Name, Tokens, read_interfix, read_surname, surname_kind
from lakmoes.detection.tokens import Gap, Kind, Token

SEPARATORS = frozenset(",;/&|+•·:–—-→").union({"en", "and", "of", "e/o", "met"})
INITIALS = re.compile(r"(?:[A-Z]\.?){1,5}$|(?=.{2,5}$)[A-Z][a-z]{0,2}[A-Z][A-Za-z]*$|[A-Z]\.? [A-Z]-[A-Z]$")
"""Initials without full stops: TK, WDP, LvdH."""
LETTER = re.compile(r"[A-Za-z]\.?$|[A-Z]-[A-Z]$")
SHORT_INTERFIXES = frozenset({"v", "vd", "vdr", "d", "vh", "vt"})
NEVER = word_set(
    "allen allemaal iedereen heren dames collega's team geen n.v.t nvt onbekend vacature vacant nb "
    "niemand idem diverse vervallen zie tbd pm nog hoi ha dag hallo hi hey hai moi beste geachte "
    "lieve dear hello gr groet groeten mvg mensen luitjes jongens meiden mannen vrouwen ps cc re fw ja nee "
    "fwd bedankt dank"
)
"""Words that open or fill a list of people and are no name."""
MONTHS = word_set("jan feb mrt apr mei jun jul aug sep sept okt nov dec")
ORDINARY = Kind.COMMON | Kind.PLACE | Kind.FUNCTION | Kind.ABBREVIATION
BODY = Kind.COMMON | Kind.PLACE | Kind.ABBREVIATION | Kind.NUMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What kind of place the names stand in.

    Attributes:
        trust: Between 0 and 1; what a score is multiplied by.
        initials: Whether bare initials (``TK``) may stand for a person.
        small: Whether names may stand in small letters.
        separators: Marks and words between names.
        bare: Whether an item may count that only its place makes a name.
    """

    trust: float = 1.0
    initials: bool = True
    small: bool = True
    separators: frozenset[str] = SEPARATORS
    bare: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """A name in a list: token indexes (from, to), score, and whether it is initials only."""

    first: int
    last: int
    score: float
    initials: bool = False


def index_at(tokens: Tokens, offset: int) -> int:
    """Index of the first token that starts at the offset or after it."""
    return bisect_left(tokens, offset, key=lambda token: token.start)


def names_between(tokens: Tokens, span: tuple[int, int], place: Place) -> Iterator[Listed]:
    """The names among the tokens ``span[0]`` to ``span[1]``."""
    index, last = span
    opening = True
    while index < last:
        token = tokens[index]
        if token.text in ("(", "[", "<"):
            index = _past_bracket(tokens, index, last)
            continue
        found = read_listed(tokens, index, last, place, opening)
        if found:
            yield found
            index, opening = found.last, False
            continue
        separates = _separates(tokens, index, place)
        opening = separates or _passes(token, opening)
        index += 1
        if index < last and tokens[index].gap >= Gap.LINE and tokens[index - 1].text not in (",", "-"):
            opening = opening or tokens[index].gap > Gap.LINE


def _passes(token: Token, opening: bool) -> bool:
    """Whether a name may still follow: forms of address, functions and titles are passed over."""
    article = token.key in ("de", "het", "the")
    return opening and (article or token.has(Kind.HONORIFIC | Kind.FUNCTION | Kind.ACADEMIC | Kind.NUMBER))


def _past_bracket(tokens: Tokens, index: int, last: int) -> int:
    closing = {"(": ")", "[": "]", "<": ">"}[tokens[index].text]
    for place in range(index + 1, last):
        if tokens[place].text == closing:
            return place + 1
    return last


def read_listed(tokens: Tokens, index: int, last: int, place: Place, opening: bool = True) -> Listed | None:
    """The name from ``index`` that ends before ``last``; ``opening`` says whether an item starts here."""
    if tokens[index].key in NEVER or _is_function_of_next(tokens, index):
        return None
    for name in _readings(tokens, index, opening, place):
        if name.last <= last and (place.small or not _begins_small(tokens, name)):
            score = _score(tokens, name, opening)
            if score:
                return Listed(name.first, name.last, round(score * place.trust, 3))
    return _bare(tokens, index, last, place) if opening and place.bare else None


def _begins_small(tokens: Tokens, name: Name) -> bool:
    """Whether it is a surname with an interfix in small letters, as in any sentence (``van de Wet``)."""
    return name.form is Form.SURNAME and not tokens[name.first].has(Kind.CAPITAL)


def _is_function_of_next(tokens: Tokens, index: int) -> bool:
    """Whether a function stands here with its bearer after it (``Minister Jansen``, ``SG Terwindt``)."""
    token = tokens[index]
    if not token.has(Kind.FUNCTION) or token.has(Kind.FREQUENT) or index + 1 >= len(tokens):
        return False
    follower = tokens[index + 1]
    return follower.gap <= Gap.LINE and follower.has(Kind.CAPITAL | Kind.ACADEMIC)


def _readings(tokens: Tokens, index: int, opening: bool, place: Place) -> Iterator[Name]:
    """Ways to read a name here, the surest first."""
    natural = read_natural(tokens, index, opening)
    inverted = read_inverted(tokens, index, opening) if opening else None
    sure_inverted = inverted and (inverted.initials or not tokens[index].has(Kind.FIRST))
    full_natural = natural and natural.form is Form.NATURAL
    if inverted and inverted.initials:
        yield inverted
    if full_natural and natural:
        yield natural
    if inverted and sure_inverted and not inverted.initials:
        yield inverted
    if natural and not full_natural:
        yield _with_letter(tokens, natural)
    if opening:
        loose = _loose_initials(tokens, index) or (
            None if tokens[index].has(Kind.CAPITAL) else _small(tokens, index)
        )
        if loose and (place.small or tokens[index].has(Kind.CAPITAL)):
            yield loose


def _with_letter(tokens: Tokens, name: Name) -> Name:
    """With the first letter of a surname behind a given name (``Sjoerd T``)."""
    if name.form is not Form.GIVEN or name.last >= len(tokens):
        return name
    shortened = name.last + (tokens[name.last].key in SHORT_INTERFIXES)
    for core in (read_interfix(tokens, name.last), shortened, name.last):
        if core < len(tokens) and tokens[core].gap == Gap.SPACE and LETTER.match(tokens[core].text):
            return replace(name, last=core + 1)
    return name


def _loose_initials(tokens: Tokens, index: int) -> Name | None:
    """Single letters before a surname the list knows (``F Z Bouzambou``, ``p. bakker``)."""
    end = index
    while (
        end < len(tokens)
        and LETTER.match(tokens[end].text)
        and (end == index or tokens[end].gap == Gap.SPACE)
    ):
        end += 1 + (end + 1 < len(tokens) and tokens[end + 1].text == "." and tokens[end + 1].gap == Gap.NONE)
    if end == index or end >= len(tokens) or tokens[end].gap > Gap.LINE:
        return None
    core = read_interfix(tokens, end)
    if core >= len(tokens) or not tokens[core].has(Kind.SURNAME):
        return None
    last = read_surname(tokens, core, in_place=True) if tokens[core].has(Kind.CAPITAL) else core + 1
    if last == core:
        return None
    return Name(
        first=index, last=last, form=Form.NATURAL, initials=True, interfix=core > end, surname=(core, last)
    )


def _small(tokens: Tokens, index: int) -> Name | None:
    """A name in small letters: interfix and surname, given name with surname or letter."""
    token = tokens[index]
    if token.key in MONTHS:
        return None
    core = read_interfix(tokens, index)
    if core > index:
        end = read_surname(tokens, core, in_place=True)
        if end > core:
            return Name(first=index, last=end, form=Form.SURNAME, interfix=True, surname=(core, end))
        return None
    follower = tokens[index + 1] if index + 1 < len(tokens) else None
    if not token.has(Kind.FIRST) or follower is None or follower.gap != Gap.SPACE:
        return None
    surname = follower.has(Kind.SURNAME) and len(follower.text) > 2 and not follower.has(Kind.PLACE)
    if surname or LETTER.match(follower.text):
        return Name(first=index, last=index + 2, form=Form.NATURAL, given=1, surname=(index + 1, index + 2))
    return None


def _score(tokens: Tokens, name: Name, opening: bool) -> float:
    """How sure it is that this is a person, given that names stand here; 0 for what is none."""
    if name.form is Form.GIVEN:
        return _given_score(tokens, name, opening)
    if not name.has_surname:
        return 0.0
    kind = surname_kind(tokens, name)
    known, ordinary = kind & Kind.SURNAME, kind & ORDINARY
    if name.initials or name.title:
        return 0.95 if known or not ordinary else (0.85 if name.interfix or not opening else 0.6)
    if name.form is Form.INVERTED:
        sure = name.given and (known or not ordinary)
        return 0.93 if sure else (0.8 if not ordinary else (0.7 if kind & Kind.FREQUENT else 0.0))
    if name.form is Form.NATURAL:
        return 0.93 if known or not ordinary else 0.0
    score = _surname_score(kind, name.interfix, opening)
    return score if kind & Kind.SURNAME or tokens[name.first].key not in ("de", "het") else min(score, 0.5)


def _given_score(tokens: Tokens, name: Name, opening: bool) -> float:
    words = tokens[name.first : name.last]
    if any(token.has(Kind.FIRST) and not token.has(ORDINARY) for token in words):
        return 0.9
    if all(token.has(Kind.PLACE | Kind.ABBREVIATION) for token in words):
        return 0.5 if opening else 0.0
    return 0.8 if opening else 0.5


def _surname_score(kind: int, interfix: bool, opening: bool) -> float:
    known = kind & Kind.SURNAME
    if not opening or kind & Kind.FUNCTION:
        return 0.0
    if not kind & ORDINARY:
        return 0.88 if known else (0.7 if interfix else 0.0)
    if not known or kind & Kind.PLACE:
        return 0.62 if interfix and known else (0.5 if kind & Kind.FREQUENT else 0.0)
    return 0.8 if interfix else (0.74 if kind & Kind.FREQUENT else 0.6)


def _bare(tokens: Tokens, index: int, last: int, place: Place) -> Listed | None:
    """An item that only its place makes a name: initials, one word, or capitalised unknown words."""
    token = tokens[index]
    if token.has(Kind.HONORIFIC | Kind.NUMBER) or not token.kind:
        return None
    if _ends_item(tokens, index + 1, last, place):
        score, initials = _bare_score(token, place)
        return Listed(index, index + 1, round(score * place.trust, 3), initials) if score else None
    end = index
    while end < min(index + 3, last) and tokens[end].has(Kind.CAPITAL) and not tokens[end].has(BODY):
        end += 1
    if end - index > 1 and _ends_item(tokens, end, last, place) and not token.has(Kind.UPPER):
        return Listed(index, end, round(0.75 * place.trust, 3))
    return None


def _bare_score(token: Token, place: Place) -> tuple[float, bool]:
    """The score of a single word that is all of an item, and whether it is initials."""
    if token.has(Kind.INITIALS) or (INITIALS.match(token.text) and len(token.text) <= 5):
        doubtful = token.has(Kind.ABBREVIATION | Kind.COMMON)
        return (0.0 if not place.initials else 0.5 if doubtful else 0.72), True
    if token.has(Kind.FUNCTION) or (token.has(Kind.COMMON | Kind.PLACE) and not token.has(Kind.FIRST)):
        return 0.0, False
    if token.has(Kind.CAPITAL):
        known = token.has(Kind.SURNAME | Kind.FIRST | Kind.FIRST_IN_PLACE)
        return (0.75 if known else 0.62 if len(token.text) > 2 else 0.0), False
    return (_small_score(token) if place.small else 0.0), False


def _small_score(token: Token) -> float:
    """The score of a single word in small letters."""
    if len(token.text) < 2 or token.key in MONTHS:
        return 0.0
    if token.has(Kind.FIRST):
        return 0.62 if token.has(Kind.COMMON) else 0.8
    return 0.7 if token.has(Kind.SURNAME) and len(token.text) > 3 else 0.0


def _ends_item(tokens: Tokens, index: int, last: int, place: Place) -> bool:
    """Whether an item ends before this token."""
    if index >= last or tokens[index].gap >= Gap.LINE:
        return True
    return _separates(tokens, index, place) or tokens[index].text in "()<>[].;?!"


def _separates(tokens: Tokens, index: int, place: Place) -> bool:
    """Whether a mark or word parts two items; a hyphen only does so between spaces."""
    token = tokens[index]
    if token.text in "-–—" and token.gap == Gap.NONE:
        return False
    return token.text in place.separators or token.key in place.separators
