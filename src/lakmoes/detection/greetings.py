"""Names in greetings and closings of mail and letters.

In: the text of one page. Out: hits. ``Beste X en Y,``, ``Geachte mevrouw X, beste Y,``, a line of names that
calls people (``Wietske, Sjoerd,``), ``@X``, ``Groet X`` or ``Met vriendelijke groet,`` with the name below,
a given name in small letters or a single letter as the last line of a message.
"""

import re
from collections.abc import Iterator

from lakmoes.detection.grammar import read_natural
from lakmoes.detection.listing import NEVER, Place, index_at, names_between, read_listed
from lakmoes.detection.lists import word_set
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.name_recognizer import NameRecognizer, listed_hit
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.tokens import Gap, Kind, tokenize
from lakmoes.model import FindingKind

GREETING_WORDS = (
    r"beste|dag|hoi|ha|hallo|hi|hey|hé|hee|hai|heej|lieve|waarde|goedemorgen|goedemiddag|goedenavond|goedendag|"
    r"goeiemorgen|morgen|middag|geachte|weledelgestrenge|zeer geachte|dear|hello|"
    r"good (?:morning|afternoon|evening)|morning|moi|moin|ola|salut|liebe|lieber|sehr geehrter?|cher|chère"
)
GREETING = re.compile(
    rf"(?:^|(?<=[,;.!?>\n]))[ \t>\"“‘]*(?:{GREETING_WORDS})[ ]+(?P<value>[^\n.!?:]{{1,80}})",
    re.IGNORECASE,
)
CALL = re.compile(r"(?:^|\n\n)[ \t>]*(?P<value>[^\n\t.:;?!()\d]{2,60}),[ \t]*(?=\n|$)")
MENTION = re.compile(r"(?<![\w.@/-])@(?=[^\W\d_])")
ADDRESSING = word_set("beste geachte lieve dear collega dag of mijn")

WARM = (
    r"(?:vriendelijke|hartelijke|warme|collegiale|beste|de meeste|alle|fijne|zonnige|veel|lieve|freundlichen)"
)
CLOSING_WORDS = (
    rf"(?:met|mit)[ ](?:{WARM}[ ])*(?:groet(?:en|jes)?|hoogachting|grüßen|dank)|"
    rf"(?:{WARM}[ ])?(?:groet(?:en|jes|nis|ies)?|gr|grtz?|grtjs|grts|mvg|mvrgr|vrgr|vgr|hgr|hg|lg)\b[ ]?\.?|"
    r"m\.?v\.?g\.?|hoogachtend|(?:kind|best|warm|warmest)[ ]regards|regards|rgds|best wishes|best|"
    r"(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|cheers|many thanks|thanks(?: again)?|"
    r"(?:alvast )?bedankt|(?:alvast )?(?:veel |hartelijk )?dank|"
    r"tot (?:dan|morgen|straks|snel|ziens|zo|maandag|dinsdag|woensdag|donderdag|vrijdag)|liefs|succes|"
    r"(?:goed|fijn|prettig|mooi) (?:weekend|weekeinde)|fijne (?:dag|avond|vakantie|feestdagen)"
)
CLOSING = re.compile(
    rf"(?:^|(?<=[.!?\n]))[ \t>]*(?:{CLOSING_WORDS})"
    r"(?P<rest>[ ]uit[ ][^\n,]{2,25})?(?P<stop>[ ,.!–-]*)(?=\s|$)",
    re.IGNORECASE | re.MULTILINE,
)
NEXT_MESSAGE = re.compile(
    r"(?:^|\n)(?P<line>[^\n\t]{1,40}?)[ \t]*\n\s*"
    r"(?=(?:-+\s*(?:Oorspronkelijk|Original)|(?:Van|From|Von)[ ]?:|(?:Van|From)\t))"
)
"""The last line of a message, above the head of the next."""

LONGEST_SHORT = 4
"""Letters of a signature by initials."""

IN_CALL = Place(separators=frozenset({",", "/", "&", "+", "en", "and", ";", "-", "–"}))
AMBIGUOUS = frozenset(
    {"best", "dank", "bedankt", "groet", "groeten", "thanks", "succes", "tot dan", "veel dank"}
)
"""Closings that also open a sentence: on the same line a name only follows a comma."""


class Greetings(NameRecognizer):
    """Names in greetings, in lines of names that call people, and behind ``@``."""

    rule = "aanhef"

    def names(self, text: str) -> Iterator[Hit]:
        """The people addressed."""
        tokens = tokenize(text)
        for found in GREETING.finditer(text):
            yield from _called(tokens, found.span("value"), self.rule)
        for found in CALL.finditer(text):
            yield from _call_line(tokens, found.span("value"))
        for found in MENTION.finditer(text):
            yield from _called(tokens, (found.end(), min(found.end() + 60, len(text))), "vermelding met @")


def _called(tokens: Tokens, span: tuple[int, int], rule: str) -> Iterator[Hit]:
    """Names one after the other from the start of a range, up to the first word that is none."""
    index, last = index_at(tokens, span[0]), index_at(tokens, span[1])
    while index < last:
        token = tokens[index]
        if token.text in IN_CALL.separators or token.key in IN_CALL.separators or token.has(Kind.HONORIFIC):
            index += 1
            continue
        if token.key in ADDRESSING:
            index += 1
            continue
        listed = read_listed(tokens, index, last, IN_CALL)
        if not listed or listed.initials:
            return
        yield listed_hit(tokens, listed, rule)
        index = listed.last


def _call_line(tokens: Tokens, span: tuple[int, int]) -> Iterator[Hit]:
    """The names of a line that holds nothing else (``Wietske, Sjoerd,``)."""
    first, last = index_at(tokens, span[0]), index_at(tokens, span[1])
    listed = list(names_between(tokens, (first, last), IN_CALL))
    covered = {place for name in listed for place in range(name.first, name.last)}
    others = [tokens[place] for place in range(first, last) if place not in covered]
    if listed and all(
        token.text in IN_CALL.separators or token.key in IN_CALL.separators for token in others
    ):
        for name in listed:
            if not name.initials:
                yield listed_hit(tokens, name, "aanhef")


class Closings(NameRecognizer):
    """Names under a message: behind or below a closing, or on a last line of their own."""

    rule = "ondertekening van een bericht"

    def names(self, text: str) -> Iterator[Hit]:
        """The writers, also as a given name in small letters or a single letter."""
        tokens = tokenize(text)
        for found in CLOSING.finditer(text):
            hit = self._below(tokens, found)
            if hit:
                yield hit
        for found in NEXT_MESSAGE.finditer(text):
            if CLOSING.match(text, found.start("line")):
                continue
            hit = self._whole_line(tokens, found.span("line"), 1.0)
            if hit:
                yield hit
        yield from _letters(tokens, self.rule)
        last_line = _last_line(text)
        hit = self._whole_line(tokens, last_line, 0.8) if last_line else None
        if hit:
            yield hit

    def _below(self, tokens: Tokens, closing: re.Match[str]) -> Hit | None:
        """The name behind the closing on its line, or on the next line."""
        first = index_at(tokens, closing.end())
        if first >= len(tokens):
            return None
        line_end = first + 1
        while line_end < len(tokens) and tokens[line_end].gap <= Gap.SPACE:
            line_end += 1
        short = _short_signature(tokens, first, line_end, self.rule)
        if short:
            return short
        hit = self._signed(tokens, first, line_end, 1.0)
        if _is_letter(tokens, first, line_end):
            return _letter_hit(tokens, first, line_end, self.rule, 0.7)
        same_line = tokens[first].gap <= Gap.SPACE
        unsure = same_line and not closing["stop"].strip() and closing.group().strip().lower() in AMBIGUOUS
        if unsure and not (hit and hit.end == tokens[line_end - 1].end and tokens[first].has(Kind.FIRST)):
            return None  # "Dank voor …", "Groet hem van mij"
        return hit

    def _whole_line(self, tokens: Tokens, span: tuple[int, int], trust: float) -> Hit | None:
        """The name on a line that holds nothing else."""
        first, last = index_at(tokens, span[0]), index_at(tokens, span[1])
        if first >= last or last - first > 4 or tokens[first].gap < Gap.LINE:
            return None
        hit = self._signed(tokens, first, last, trust)
        ends = hit and hit.end >= tokens[last - 1].start + len(tokens[last - 1].text.rstrip(".,!"))
        return hit if ends else None

    def _signed(self, tokens: Tokens, first: int, last: int, trust: float) -> Hit | None:
        token = tokens[first]
        letter = token.text.rstrip(".")
        alone = last - first == 1 or (last - first == 2 and tokens[first + 1].text == ".")
        if alone and len(letter) == 1 and letter.isalpha():
            return _letter_hit(tokens, first, last, self.rule, 0.75 * trust)
        listed = read_listed(tokens, first, last, Place(trust=trust, separators=IN_CALL.separators))
        if not listed or (listed.initials and not alone):
            return None
        return listed_hit(tokens, listed, self.rule)


def _is_letter(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a single letter is all that is left of the line (``groeten F``)."""
    alone = last - first == 1 or (last - first == 2 and tokens[first + 1].text in ".!")
    letter = tokens[first].text.rstrip(".")
    return alone and len(letter) == 1 and letter.isalpha()


def _short_signature(tokens: Tokens, first: int, last: int, rule: str) -> Hit | None:
    """Initials or a short name, in any case, as all that a closing has behind or below it (``mvg dw``)."""
    token = tokens[first]
    rest = last - first - 1
    alone = rest == 0 or (rest == 1 and tokens[first + 1].text in ".,")
    written = token.text.replace(".", "")
    if not alone or not token.has(Kind.WORD | Kind.INITIALS) or not 1 < len(written) <= LONGEST_SHORT:
        return None
    word = token.has(Kind.COMMON) and not token.text.isupper()
    if word or token.key in NEVER or token.has(Kind.FIRST | Kind.SURNAME):
        return None
    return _letter_hit(tokens, first, first + 1, rule, 0.75)


def _letters(tokens: Tokens, rule: str) -> Iterator[Hit]:
    """A letter on a line of its own above the full name that it is the first letter of."""
    for place, token in enumerate(tokens[:-2]):
        letter = token.text.rstrip(".")
        if len(letter) != 1 or not letter.isupper() or token.gap < Gap.LINE:
            continue
        following = place + 1 + (tokens[place + 1].text == ".")
        name = read_natural(tokens, following) if tokens[following].gap >= Gap.LINE else None
        if (
            name
            and name.has_surname
            and any(t.text[0] == letter for t in tokens[name.first : name.surname[0]])
        ):
            yield _letter_hit(tokens, place, place + 1, rule, 0.75)


def _letter_hit(tokens: Tokens, first: int, last: int, rule: str, score: float) -> Hit:
    start, end = tokens[first].start, tokens[last - 1].end
    return Hit(start=start, end=end, kind=FindingKind.NAME, rule=rule, score=score)


def _last_line(text: str) -> tuple[int, int] | None:
    """The last line of the page, which may be a writer's name."""
    end = len(text.rstrip())
    start = max(text.rfind("\n", 0, end) + 1, text.rfind("\t", 0, end) + 1)
    return (start, end) if start < end else None
