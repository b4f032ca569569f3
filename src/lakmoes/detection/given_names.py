"""The given names, initials and nickname of a person's name.

In: the tokens of a page and the index to read from. Out: the index just past them, and what was found. Words
that are seldom a given name (``Ton``, ``Ad``, ``Wil``) count before a surname.
"""

from lakmoes.detection.lists import word_set
from lakmoes.detection.name_parts import NOT_DOUBLE, Tokens, is_close, read_interfix
from lakmoes.detection.tokens import Gap, Kind, Token

MOST_GIVEN_NAMES = 4
FUNCTION_WORDS = word_set(
    "van is dan ben door al bent m onder na s per alle anders elke nader la maar me my so do he she "
    "it we us will may can no to an de den der het een en of in op te tot uit ma our the and for from "
    "with over mijn zijn hoi "
    "hi hey hai moi ha hallo dag morgen lieve waarde"
)
"""Words that open a sentence far more often than they are a given name."""


def read_given(tokens: Tokens, index: int, in_place: bool = False) -> tuple[int, bool, int]:
    """Past initials, given names and a nickname: (index, has initials, number of known names).

    Args:
        tokens: The tokens of the page.
        index: Where to read from.
        in_place: A name must stand here, also one whose given name is an ordinary word.
    """
    end, initials, given = index, False, 0
    while end < len(tokens) and end - index < MOST_GIVEN_NAMES:
        token = tokens[end]
        if end > index and not is_close(tokens, end):
            break
        if token.has(Kind.INITIALS):
            initials = True
        elif _is_given(token) or (end == index and _is_before_surname(tokens, index, in_place)):
            given += 1
        elif not (given and token.has(Kind.FIRST_IN_PLACE) and token.has(Kind.CAPITAL)):
            break
        end += 1
    nickname_end, nickname = read_nickname(tokens, end) if initials else (end, 0)
    return nickname_end, initials, given + nickname


def _is_given(token: Token) -> bool:
    return token.has(Kind.FIRST) and token.has(Kind.CAPITAL)


def _is_before_surname(tokens: Tokens, index: int, in_place: bool) -> bool:
    """Whether a word that is seldom a given name is one, for a surname follows (``Ton Spit``)."""
    token, core = tokens[index], read_interfix(tokens, index + 1)
    if not token.has(Kind.FIRST_IN_PLACE) or not token.has(Kind.CAPITAL) or token.has(Kind.INTERFIX):
        return False
    if core >= len(tokens) or tokens[core].gap != Gap.SPACE or token.key in FUNCTION_WORDS:
        return False
    surname, interfix = tokens[core], core > index + 1
    listed = surname.has(Kind.CAPITAL) and surname.has(Kind.SURNAME) and len(surname.text) > 2
    if interfix and (tokens[index + 1].gap != Gap.SPACE or tokens[index + 1].has(Kind.CAPITAL)):
        return False
    opening = index == 0 or tokens[index].gap >= Gap.LINE or tokens[index - 1].text in ".!?"
    if in_place or interfix:
        return listed and (in_place or not (opening and token.has(Kind.COMMON)))
    plain = surname.has(Kind.FREQUENT) or not surname.has(NOT_DOUBLE)
    return listed and plain and not (opening and token.has(Kind.COMMON)) and not token.has(Kind.PLACE)


def read_nickname(tokens: Tokens, index: int, known_only: bool = False) -> tuple[int, int]:
    """Past a given name in brackets (``(Annelotte)``), and whether there is one; a unit is none."""
    if index + 2 >= len(tokens) or tokens[index].text != "(" or tokens[index].gap > Gap.LINE:
        return index, 0
    end = index + 1
    while end < min(index + 3, len(tokens)) and is_nickname(tokens[end], known_only):
        end += 1
    closed = end > index + 1 and end < len(tokens) and tokens[end].text == ")"
    return (end + 1, 1) if closed else (index, 0)


def is_nickname(token: Token, known_only: bool = False) -> bool:
    """Whether a word in brackets behind a name can be the given name; capitals are a unit (``FIN``)."""
    if token.has(Kind.UPPER) or not token.has(Kind.WORD):
        return False
    if token.has(Kind.FIRST | Kind.FIRST_IN_PLACE):
        return True
    unknown = not token.has(NOT_DOUBLE & ~Kind.INTERFIX) and not known_only
    return token.has(Kind.CAPITAL) and unknown
