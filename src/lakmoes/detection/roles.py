"""The role that the text gives a person: minister, mayor, author, party in a case.

In: the tokens of a page and the place of a name. Out: the token of the role as ``grounds/policy.toml`` names
it, or an empty string. A role is only given where its word stands right before the name (``minister Blok``,
``de minister van VWS, drs. X``, a table row ``Minister | X``, a signature under ``De minister van …,``) or
right after it (``X, burgemeester van Y``, ``X (woordvoerder)``). When in doubt there is none: a role keeps a
name readable.
"""

import functools
import re

from lakmoes.detection.lists import name_lists, word_set
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.tokens import Gap, Kind, Token

LONGEST_ROLE = 5
"""Tokens in the words for a role, hyphens not counted."""
FARTHEST = 14
"""Tokens between a role and its bearer (``minister van Volksgezondheid, Welzijn en Sport, X``)."""
FIELD_WORDS = word_set("van voor der des de het en of for and the")
LINKS = word_set("van voor der des of for")
OPENERS = word_set("van voor der of for a.i plaatsvervangend waarnemend demissionair")
MANDATE_ROLE = "mandaat"
"""Role of who signs a decision for an administrative body (art. 10:1 Awb), as ``policy.toml`` knows it."""
BODY = (
    r"deze[n]?|de (?:minister|staatssecretaris|burgemeester|inspecteur-generaal|korpschef)\b[^\n]{0,70}|"
    r"(?:het )?college\b[^\n]{0,70}|burgemeester en wethouders\b[^\n]{0,50}|gedeputeerde staten\b[^\n]{0,50}"
)
DIRECTOR = (
    r"(?:(?:plaatsvervangend|plv\.|waarnemend|wnd\.|algemeen) )?(?:hoofdingenieur-)?"
    r"(?:directeur(?!-)|gemeentesecretaris|provinciesecretaris|secretaris-directeur)\b"
)
MANDATE_BEFORE = re.compile(
    rf"\bnamens (?:{BODY}),?\s*\n\s*(?:(?:de|het) )?(?P<function>{DIRECTOR}[^\n]{{0,90}}\n)?"
    r"\s*(?:w\.g\.\s*)?(?:(?:mr|drs?|ir|ing|prof)\.\s*)*\Z",
    re.IGNORECASE,
)
DIRECTOR_AFTER = re.compile(rf"[^\n]{{0,20}}\n\s*(?:(?:de|het) )?{DIRECTOR}", re.IGNORECASE)
MANDATE_REACH = 300
"""Characters before a name in which the words for a mandate stand."""
SHORT_ROLES = 3
"""Letters up to which a role is an abbreviation, which must have its capitals (DG, SG)."""


def role_before(tokens: Tokens, index: int) -> str:
    """The role whose words stand before the token at ``index``, possibly with a field of policy between."""
    position = before_titles(tokens, index) - 1
    if position < 0:
        return ""
    role, first = _role_ending(tokens, position)
    gap = tokens[position + 1].gap
    if role and gap < Gap.BLOCK and _stands_well(tokens, first, position, gap):
        return role
    return _role_of_field(tokens, position, index)


def _stands_well(tokens: Tokens, first: int, last: int, gap: Gap) -> bool:
    """Whether the words for a role belong to what follows: in a cell of their own, or written out."""
    if gap == Gap.CELL:
        return tokens[first].gap >= Gap.CELL
    return gap != Gap.LINE or len(tokens[last].key) > SHORT_ROLES


def before_titles(tokens: Tokens, index: int) -> int:
    """Index of the first of the titles and forms of address right before a name, or of the name."""
    while (
        index > 0 and tokens[index - 1].has(Kind.ACADEMIC | Kind.HONORIFIC) and tokens[index].gap <= Gap.LINE
    ):
        index -= 1
    return index


def _role_of_field(tokens: Tokens, position: int, index: int) -> str:
    """For ``minister voor Langdurige Zorg, mevrouw X``: back over the field to the word for the role."""
    if tokens[position].key in LINKS and tokens[position + 1].gap <= Gap.SPACE:
        return ""  # where the bearer works: "burgemeester en wethouders van X"
    signature = tokens[position].text == "," and tokens[position + 1].gap >= Gap.LINE
    if _crosses_block(tokens, position + 1, index) and not signature:
        return ""
    if tokens[position].text == ",":
        position -= 1
    for back in range(position, max(position - FARTHEST, -1), -1):
        if not _is_field(tokens[back]) and tokens[back].text != ",":
            return ""
        if tokens[back].key in OPENERS or tokens[back].has(Kind.CAPITAL):
            role = _role_ending(tokens, back - 1)[0] if back else ""
            if role:
                return role
        if tokens[back].gap >= Gap.CELL:
            return ""
    return ""


def _is_field(token: Token) -> bool:
    """Whether a word can belong to the name of a ministry, a municipality or a field of policy."""
    if token.key in FIELD_WORDS or token.key in OPENERS:
        return True
    if not token.has(Kind.WORD):
        return False
    return token.has(Kind.CAPITAL) and (
        token.has(Kind.COMMON | Kind.PLACE | Kind.ABBREVIATION) or not _is_person(token)
    )


def _is_person(token: Token) -> bool:
    return token.has(Kind.FIRST | Kind.SURNAME)


def _crosses_block(tokens: Tokens, start: int, end: int) -> bool:
    return any(tokens[place].gap >= Gap.BLOCK for place in range(start, min(end + 1, len(tokens))))


def _role_ending(tokens: Tokens, last: int) -> tuple[str, int]:
    """The role whose words end at the token ``last``, and their first index; a colon is passed over."""
    if last >= 0 and tokens[last].text == ":":
        last -= 1
    if last < 0 or tokens[last].key not in _last_words():
        return "", last
    for length in range(min(LONGEST_ROLE, last + 1), 0, -1):
        role = _role_of_words(tokens[last + 1 - length : last + 1])
        if role:
            return role, last + 1 - length
    return "", last


def _role_starting(tokens: Tokens, first: int) -> str:
    """The role whose words start at the token ``first``."""
    for length in range(min(LONGEST_ROLE, len(tokens) - first), 0, -1):
        role = _role_of_words(tokens[first : first + length])
        if role:
            return role
    return ""


def _role_of_words(part: Tokens) -> str:
    if any(not token.has(Kind.WORD) for token in part) or any(token.gap > Gap.LINE for token in part[1:]):
        return ""
    phrase = " ".join(token.key for token in part)
    role = name_lists().roles.get(phrase, "")
    if role and len(phrase) <= SHORT_ROLES and not part[0].has(Kind.UPPER):
        return ""
    return role


def role_after(tokens: Tokens, last: int) -> str:
    """The role whose words stand right after a name that ends before ``last``."""
    if last >= len(tokens):
        return ""
    mark = tokens[last]
    if mark.text in (",", "(", "|", "-", "–", "/"):
        first = last + 1
    elif mark.gap in (Gap.CELL, Gap.LINE) or mark.has(Kind.UPPER):
        first = last
    else:
        return ""
    if first < len(tokens) and tokens[first].key in ("de", "het", "the", "is"):
        first += 1
    if first >= len(tokens) or tokens[first].gap >= Gap.BLOCK:
        return ""
    role = _role_starting(tokens, first)
    short = tokens[first].has(Kind.UPPER) and len(tokens[first].text) <= SHORT_ROLES
    if role and short and mark.text == ",":
        return ""
    return "" if _name_follows(tokens, first, role) else role


def _name_follows(tokens: Tokens, first: int, role: str) -> bool:
    """Whether the role belongs to a name that comes after it (``X, minister Y``)."""
    if not role:
        return False
    for place in range(first, min(first + LONGEST_ROLE, len(tokens) - 1)):
        following = tokens[place + 1]
        if following.gap > Gap.LINE or not tokens[place].has(Kind.WORD):
            return False
        if following.has(Kind.INITIALS | Kind.ACADEMIC) or (
            following.has(Kind.FIRST) and following.has(Kind.CAPITAL)
        ):
            return True
        if (
            following.has(Kind.CAPITAL)
            and _is_person(following)
            and not following.has(Kind.COMMON | Kind.PLACE)
        ):
            return True
    return False


def role_under_mandate(text: str, start: int, end: int) -> str | None:
    """The role of who signs a decision for an administrative body; ``None`` where no such words stand.

    A director who signs ``namens deze`` acts in public; who signs for a mayor is no mayor, and who heads a
    unit within a directorate does not act in public by that: an empty role.

    Args:
        text: Text of the page.
        start: Offset of the name.
        end: Offset just past it.
    """
    before = text[max(0, start - MANDATE_REACH) : start]
    found = MANDATE_BEFORE.search(before) if "amens" in before else None
    if found is None:
        return None
    return MANDATE_ROLE if found["function"] or DIRECTOR_AFTER.match(text, end) else ""


@functools.cache
def _last_words() -> frozenset[str]:
    """The last word of every role, by which most places are told at once to have none."""
    return frozenset(phrase.split()[-1] for phrase in name_lists().roles)


@functools.cache
def plural_roles() -> frozenset[str]:
    """Words for several bearers of a role, which hold for all names in the enumeration after them."""
    endings = ("leden", "ministers", "secretarissen", "burgemeesters", "wethouders", "rechters", "raadsheren")
    others = ("hoofdofficieren", "woordvoerders", "persvoorlichters", "gedeputeerden", "procureurs-generaal")
    return frozenset(
        phrase.split()[-1] for phrase in name_lists().roles if phrase.endswith((*endings, *others))
    )
