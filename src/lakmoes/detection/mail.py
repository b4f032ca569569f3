"""Names in mail: heads, quoted replies, greetings, closings and what stands under them.

In: the text of one page. Out: hits. Dutch and English, as Outlook and others print them: ``Aan: Achternaam,
mr. V. ter (Dienst); …``, ``Name <address>``, ``Op … schreef X:``, ``Beste X en Y,``, a line of names only,
``Groet, X``, a single letter under a message. A unit in brackets stays, a given name in brackets goes.
Addresses themselves are found elsewhere (``contact``).
"""

import re
from collections.abc import Iterator

from lakmoes.detection.grammar import read_natural
from lakmoes.detection.listing import Place, index_at, names_between, read_listed
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.name_recognizer import NameRecognizer, hits_between, listed_hit
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.tokens import Gap, Kind, tokenize
from lakmoes.model import FindingKind

HEAD_LABELS = (
    r"van|aan|cc|bcc|from|to|sent by|sent on behalf of|on behalf of|namens|verzonden door|verzonden namens|"
    r"afzender|ontvangers?|geadresseerden?|organisator|organizer|genodigden?|vereiste deelnemers|"
    r"optionele deelnemers|required attendees|optional attendees|kopie aan|kopie|antwoord aan|reply-to|von|an"
)
OTHER_LABELS = (
    r"verzonden|datum|date|sent|onderwerp|subject|betreft|bijlagen?|attachments?|prioriteit|importance|"
    r"urgentie|gevoeligheid|sensitivity|categorie[ëe]n|kenmerk|via|tijd|locatie|location|start|einde|end|when|where"
)
HEAD = re.compile(
    rf"^[ \t>|*]*(?:{HEAD_LABELS})[ ]?\*?(?::|\t)[ \t]*"
    rf"(?P<value>.*(?:(?:(?<=[;,])|(?<=[;,][ ])|(?<=\w-))\n(?!\s*\n)(?![ \t>|*]*(?:{HEAD_LABELS}|{OTHER_LABELS})[ ]?\*?(?::|\t)).+"
    rf"|\n(?=[^\n:]*;)(?![ \t>|*]*(?:{HEAD_LABELS}|{OTHER_LABELS})[ ]?\*?(?::|\t)).+)*)",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_HEAD = 3000
"""Characters of one head that are read; more is no list of persons."""

REPLY = re.compile(
    r"(?:\b[Oo]p\b[^\n]{4,60}?(?:schreef|heeft)|[Hh]eeft het volgende geschreven|\b[Oo]n\b[^\n]{4,50}?,(?=[^\n]*\n?[^\n]*wrote:))"
    r"\s+(?P<after>[^:<\n]{2,60}\n?[^:<\n]{0,40}?)\s*(?:<[^>]*>)?\s*(?:het volgende geschreven|wrote)?\s*:"
)
WRITER = re.compile(
    r"^[ \t>]*(?P<before>[^\n:]{2,60}?)\s*(?:<[^>\n]*>)?\s+(?:heeft (?:het volgende )?geschreven|schreef(?: op [^\n:]{4,40})?|wrote)\s*:",
    re.MULTILINE,
)

GREETING = re.compile(
    r"(?:^|(?<=[,;.!?>\n]))[ \t>\"“‘]*(?:beste|dag|hoi|ha|hallo|hi|hey|hé|hee|hai|heej|lieve|waarde|goedemorgen|"
    r"goedemiddag|goedenavond|goedendag|goeiemorgen|morgen|middag|geachte|weledelgestrenge|zeer geachte|dear|hello|"
    r"good (?:morning|afternoon|evening)|morning|moi|moin|ola|salut|liebe|lieber|sehr geehrter?|cher|chère)[ \t]+"
    r"(?P<value>[^\n.!?:]{1,80})",
    re.IGNORECASE,
)
CALL = re.compile(r"(?:^|\n\n)[ \t>]*(?P<value>[^\n\t.:;?!()\d]{2,60}),[ \t]*(?=\n|$)")
MENTION = re.compile(r"(?<![\w.@/-])@(?=[^\W\d_])")

CLOSING = re.compile(
    r"(?:^|(?<=[.!?\n]))[ \t>]*(?:(?:met|mit)[ ](?:(?:vriendelijke|hartelijke|warme|collegiale|beste|de meeste|alle|"
    r"freundlichen)[ ])*(?:groet(?:en|jes)?|hoogachting|grüßen|dank)|(?:(?:hartelijke|vriendelijke|warme|veel|lieve|"
    r"fijne|zonnige)[ ])?(?:groet(?:en|jes)?|gr|grtz?|grtjs|grts|mvg|mvrgr|vrgr|vgr|hgr|hg|lg)\b[ ]?\.?|"
    r"m\.?v\.?g\.?|hoogachtend|(?:kind|best|warm|warmest)[ ]regards|regards|rgds|best wishes|best|"
    r"(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|cheers|many thanks|thanks(?: again)?|(?:alvast )?bedankt|"
    r"(?:alvast )?(?:veel |hartelijk )?dank|tot (?:dan|morgen|straks|snel|ziens|zo)|liefs|succes)"
    r"(?P<rest>[ ]uit[ ][^\n,]{2,25})?(?P<stop>[ ,.!–-]*)(?=\s|$)",
    re.IGNORECASE | re.MULTILINE,
)
NEXT_MESSAGE = re.compile(
    r"(?:^|\n)(?P<line>[^\n\t]{1,40}?)[ \t]*\n\s*(?=(?:-+\s*(?:Oorspronkelijk|Original)|(?:Van|From|Von)[ ]?:|(?:Van|From)\t))"
)
LINE = re.compile(r"^(?P<line>[^\n\t:]{1,40}?)[ \t]*$", re.MULTILINE)

IN_HEAD = Place(initials=False, small=False, separators=frozenset({";", ":"}))
IN_PLAIN_HEAD = Place(initials=False, small=False, separators=frozenset({";", ",", ":", "en", "and"}))
IN_CALL = Place(
    initials=True, small=True, separators=frozenset({",", "/", "&", "+", "en", "and", ";", "-", "–"})
)


class MailHeads(NameRecognizer):
    """Names in the heads of mail (``Van``, ``Aan``, ``CC``, ``From``, ``To``, …)."""

    rule = "kop van een e-mail"

    def names(self, text: str) -> Iterator[Hit]:
        """The senders and receivers; units and general mailboxes are none."""
        for found in HEAD.finditer(text):
            start, end = found.span("value")
            end = min(end, start + LONGEST_HEAD)
            value = text[start:end]
            place = IN_HEAD if ";" in value or _is_inverted(value) else IN_PLAIN_HEAD
            yield from hits_between(text, (start, _end_of_cell(text, start, end)), self.rule, place)


def _is_inverted(value: str) -> bool:
    """Whether the only comma stands between a surname and what follows it."""
    return value.count(",") == 1 and "@" not in value.partition(",")[0]


def _end_of_cell(text: str, start: int, end: int) -> int:
    """The value up to a next cell on the same line (``Aan | Minister X | Datum | …``)."""
    cell = text.find("\t", start, end)
    return end if cell < 0 or text[start:cell].rstrip().endswith((";", ",")) else cell


class QuotedReplies(NameRecognizer):
    """Who wrote a quoted message (``Op … schreef X:``, ``X wrote:``)."""

    rule = "schrijver van een geciteerd bericht"

    def names(self, text: str) -> Iterator[Hit]:
        """The writers."""
        for found in REPLY.finditer(text):
            yield from hits_between(text, found.span("after"), self.rule, IN_HEAD)
        for found in WRITER.finditer(text):
            yield from hits_between(text, found.span("before"), self.rule, IN_HEAD)


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
        if token.key in ("beste", "geachte", "lieve", "dear", "collega", "dag", "of", "mijn"):
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
        same_line = tokens[first].gap <= Gap.SPACE
        if same_line and not closing["stop"].strip() and closing.group().strip().lower() in AMBIGUOUS:
            return None
        line_end = first + 1
        while line_end < len(tokens) and tokens[line_end].gap <= Gap.SPACE:
            line_end += 1
        return self._signed(tokens, first, line_end, 1.0)

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


AMBIGUOUS = frozenset(
    {"best", "dank", "bedankt", "groet", "groeten", "thanks", "succes", "tot dan", "veel dank"}
)
"""Closings that also open a sentence: on the same line a name only follows a comma."""


def _letter_hit(tokens: Tokens, first: int, last: int, rule: str, score: float) -> Hit:
    start, end = tokens[first].start, tokens[last - 1].end
    return Hit(start=start, end=end, kind=FindingKind.NAME, rule=rule, score=score)


def _last_line(text: str) -> tuple[int, int] | None:
    """The last line of the page, which may be a writer's name."""
    end = len(text.rstrip())
    start = max(text.rfind("\n", 0, end) + 1, text.rfind("\t", 0, end) + 1)
    return (start, end) if start < end else None
