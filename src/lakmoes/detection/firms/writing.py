"""How names of firms are written: words, legal forms, and which words tell one firm from another.

In: text. Out: patterns and folded words. Knows no firm.
"""

import functools
import re

from lakmoes.detection.lists import fold, name_lists, word_set

LEGAL_FORM = (
    r"(?:B\.\s?V\.|BV|N\.\s?V\.|NV|V\.?O\.?F\.?|C\.?V\.(?!\w)|U\.A\.|GmbH|mbH|AG|KG|AB|Oy|A/S|ApS|Ltd\.?"
    r"|Limited"
    r"|LLC|LLP|Inc\.?|Corp\.?|plc|S\.?A\.?R\.?L\.?|SPRL|BVBA|S\.?A\.?S\b\.?|S\.A\.|S\.[rR]\.[lL]\.|Srl"
    r"|S\.p\.A\.|S\.L\.|"
    r"Sp\.(?: z o\.o\.)?|Holding|Groep|Group|& Zn\.?|& Zonen|en Zonen|& Zoon)(?!\w)"
)
"""Legal forms of firms in the Netherlands and of those that supply them, and family tails."""
CAPITAL = r"(?:(?!\d)[^\W_a-zà-öø-ÿ])"
"""A letter that is no small one of the western alphabets."""
WORD = rf"{CAPITAL}[\w'’+-]*"
LINK = r"(?:&|en|van|van de|van der|der|de|het|'t|op|in)"
NAME = rf"{WORD}(?:[ \n](?:{LINK}[ \n])?{WORD}){{0,4}}"
"""One to five words with capitals."""
SHORTEST = 4
"""Letters of a word by which a firm is known alone."""
NOT_ALONE = word_set(
    "nederland holland europe europa international nordic benelux groep group holding services service "
    "systems trading techniek medical solutions partners advies januari februari maart april mei juni "
    "juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag "
    "zaterdag zondag datum totaal bedrag prijs offerte order contract project bijlage"
)
"""Words that many firms share, and names of months and days."""
OPENINGS = word_set(
    "de het een van voor bij over met aan door namens tegen naar uit en of dat als nu ook wij ik we zij "
    "hij er dit die onze ons hun haar zijn the a an of from our we for to with by and about op in te "
    "volgens nadat omdat want maar toch is was heeft had kan zal wordt werd geachte beste fa firma "
    "bedrijf leverancier aanbieder inschrijver bieder aannemer opdrachtnemer onderaannemer concurrent "
    "bureau marktpartij"
)
"""Words with which a sentence opens before the name of a firm."""


@functools.cache
def is_telling(word: str) -> bool:
    """Whether a folded word may stand for a firm by itself: no ordinary word, place or name of a person."""
    return _is_unusual(word) and word not in name_lists().surnames


@functools.cache
def _is_unusual(word: str) -> bool:
    lists = name_lists()
    ordinary = (
        lists.common_words,
        lists.places,
        lists.first_names,
        lists.frequent_surnames,
        lists.abbreviations,
        lists.organisation_heads,
        lists.organisation_tails,
        lists.functions,
        NOT_ALONE,
    )
    return len(word) >= SHORTEST and not any(word in words for words in ordinary)


@functools.cache
def is_unusual(word: str) -> bool:
    """Whether a folded word is no ordinary word and no place; it may be a surname."""
    return _is_unusual(word)


WORDS = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name, legal form and openings left out."""
    found = [fold(word) for word in WORDS.findall(re.sub(LEGAL_FORM, " ", text))]
    while len(found) > 1 and found[0] in OPENINGS - {"de", "het"}:
        del found[0]
    return tuple(found)


def is_body(words: tuple[str, ...]) -> bool:
    """Whether the words name a body that everyone knows, so that nothing is given away."""
    known = name_lists().organisations | name_lists().places
    return not words or " ".join(words) in known
