"""What stands around a stretch of tokens and tells whether it is a person.

In: the tokens of a page and indexes. Out: plain answers: does a sentence start here, does the word before
or after make it an organisation, does a house number follow. Decides nothing.
"""

import re

from lakmoes.detection.lists import name_lists, word_set
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.tokens import Gap, Kind

SENTENCE_ENDS = frozenset(".!?:•·●○▪■–—>“‘\"'[*|/-…�")
QUOTES = frozenset("‘’'“”\"„«»")
ARTICLES = word_set("de het een 't deze die dit dat the a an")
UNITS = word_set(
    "politie gemeente ministerie provincie waterschap omgevingsdienst parket rechtbank inspectie "
    "belastingdienst rijkswaterstaat directie afdeling eenheid team bestuur raad"
)
"""Words with which the unit in brackets behind a name begins."""
BETWEEN = word_set("prins prinses koning koningin sint st heet heette genaamd ene")
"""Words between that for a thing and its name (``gebouw Prins Bernhard``, ``hond heet Bor``)."""
BUSINESS = re.compile(
    r"\w{3}(?:bouw|bedrijf|winkel|handel|techniek|groep|zorg|vereniging|stichting|praktijk|kantoor|centrum|fabriek|"
    r"werken|vervoer|transport|makelaardij|advocaten|vakhuis|hoeve|polikliniek|kwekerij|slagerij|bakkerij)$"
)
"""Ends of words for a firm or body of whose name the next word is the rest (``Wegenbouw Ter Horst``)."""
ROOMS = word_set("zaal vergaderzaal vergaderruimte vergaderkamer ruimte kamer gebouw room locatie")
"""Labels of places, which may be named after a person."""
VOCATIVE_VERBS = word_set(
    "kun kunt kan kunnen wil wilt willen zou zouden heb hebben ben weet zie bel kijk denk graag mag "
    "moet moeten stuur laat ik je jij jullie wij we dank bedankt thanks hoe wat waar wanneer zal can "
    "could would will please did do have are"
)


def starts_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a capital says nothing here: the start of a block, a cell, a sentence or a list item."""
    if index == 0 or tokens[index].gap >= Gap.CELL:
        return True
    before = tokens[index - 1]
    if before.text in SENTENCE_ENDS or (before.has(Kind.NUMBER) and tokens[index].gap == Gap.LINE):
        return True
    numbered = before.has(Kind.NUMBER) and tokens[index - 1].gap >= Gap.LINE
    return numbered or (
        tokens[index].gap == Gap.LINE and not before.text.endswith(",") and _is_line_of_list(tokens, index)
    )


def _is_line_of_list(tokens: Tokens, index: int) -> bool:
    """Whether the line before is so short that this one is no continuation of it."""
    start = index - 1
    while start > 0 and tokens[start].gap < Gap.LINE and index - start < 8:
        start -= 1
    return index - start < 6


def key_before(tokens: Tokens, index: int) -> str:
    """The folded word right before, on the same line or the line above it; empty at the start of a block."""
    if index == 0 or tokens[index].gap >= Gap.CELL:
        return ""
    return tokens[index - 1].key


def key_after(tokens: Tokens, index: int) -> str:
    """The folded word or mark at ``index``, unless a cell or block ends before it."""
    if index >= len(tokens) or tokens[index].gap >= Gap.CELL:
        return ""
    return tokens[index].key


def follows_organisation_word(tokens: Tokens, index: int) -> bool:
    """Whether the word before makes it the name of a thing or a body (``apotheek De Koning``)."""
    before = key_before(tokens, index)
    if before in name_lists().organisation_heads or before in name_lists().named_after:
        return True
    return BUSINESS.search(before) is not None and tokens[index].gap <= Gap.SPACE


def is_named_after(tokens: Tokens, index: int) -> bool:
    """Whether the word before makes even a full name the name of a thing (``zaal Gerrit van der Veen``)."""
    before = _past_mark(tokens, index)
    if before < 0:
        return False
    between = tokens[before].key in BETWEEN and before > 0 and tokens[before].gap <= Gap.SPACE
    named_after = name_lists().named_after
    return tokens[before].key in named_after or (between and tokens[before - 1].key in named_after)


def _past_mark(tokens: Tokens, index: int) -> int:
    """Index of the word before, past a mark between (``zaal: X``, ``St. X``); -1 where there is none."""
    if index == 0 or tokens[index].gap >= Gap.CELL:
        return -1
    mark = tokens[index - 1]
    if index > 1 and mark.gap <= Gap.SPACE:
        saint = mark.text == "." and tokens[index - 2].key == "st"
        room = mark.text == ":" and tokens[index - 2].key in ROOMS and tokens[index].gap <= Gap.SPACE
        if saint or room or mark.text in QUOTES:
            return index - 2
    return index - 1


def precedes_organisation_word(tokens: Tokens, last: int) -> bool:
    """Whether the word after makes it the name of a firm (``Bakker Koeriers``, ``Mol & Zonen``)."""
    after = key_after(tokens, last)
    if not after or tokens[last].gap > Gap.SPACE:
        return False
    if after in ("is", "was") and key_after(tokens, last + 1) in ("een", "a", "an"):
        return key_after(tokens, last + 2) in name_lists().organisation_heads
    if after == "&" and last + 1 < len(tokens) and tokens[last + 1].gap <= Gap.SPACE:
        follower = tokens[last + 1]
        return follower.has(Kind.CAPITAL) and not follower.has(Kind.INITIALS)
    return after.rstrip(".") in name_lists().organisation_tails


def number_follows(tokens: Tokens, last: int) -> bool:
    """Whether a number comes next on the line: a house number, the number of a block, a version."""
    return last < len(tokens) and tokens[last].has(Kind.NUMBER) and tokens[last].gap <= Gap.SPACE


def person_verb_follows(tokens: Tokens, last: int) -> bool:
    """Whether a verb comes next that tells what a person does."""
    return key_after(tokens, last) in name_lists().person_verbs


def speech_verb_follows(tokens: Tokens, last: int) -> bool:
    """Whether a verb of saying or thinking comes next, which no thing does."""
    return key_after(tokens, last) in name_lists().speech_verbs


def is_addressed(tokens: Tokens, last: int) -> bool:
    """Whether it is called upon: a comma and a request come next (``Roos, kun jij …``)."""
    comma = last + 1 < len(tokens) and tokens[last].text in (",", ":") and tokens[last].gap == Gap.NONE
    return comma and key_after(tokens, last + 1) in VOCATIVE_VERBS


def is_quoted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether quotation marks stand right around it: then it is a title or the name of a thing."""
    if first == 0 or last >= len(tokens):
        return False
    return tokens[first - 1].text in QUOTES and tokens[last].text in QUOTES and tokens[first].gap == Gap.NONE


def place_end(tokens: Tokens, index: int) -> int:
    """Past the name of a place of several words (``Den Haag``); ``index`` where there is none."""
    places = name_lists().places
    for length in (4, 3, 2):
        part = tokens[index : index + length]
        together = len(part) == length and all(token.gap in (Gap.SPACE, Gap.LINE) for token in part[1:])
        if together and " ".join(token.key for token in part) in places:
            return index + length
    return index


def unit_follows(tokens: Tokens, last: int) -> bool:
    """Whether a unit in brackets, ``c.s.`` or ``e.a.`` comes next: ``Pietersen (OM)``, ``Jansen c.s.``."""
    after = tokens[last : last + 3]
    if len(after) < 3 or after[0].gap > Gap.LINE:
        return False
    if after[0].text == "(":
        return after[1].has(Kind.ABBREVIATION | Kind.UPPER) or after[1].key in UNITS
    return after[0].key in ("c", "e") and after[1].text == "." and after[2].key in ("s", "a")
