"""Names in labelled fields, attendance lists and signatures.

In: the text of one page. Out: hits. A field is a label that the list ``person_labels`` knows with what stands
behind its colon, in the cell beside it or below it (``Contactpersoon``, ``Aanwezig``, ``Behandeld door``,
``t.a.v.``, ``Ten name van``). Signatures are what stands behind ``paraaf``, ``w.g.`` and ``getekend``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lakmoes.detection.listing import SEPARATORS, Place, index_at, names_between, read_listed
from lakmoes.detection.lists import name_lists, word_set
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.name_recognizer import NameRecognizer, listed_hit
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.surroundings import is_named_after
from lakmoes.detection.tokens import Gap, Kind, tokenize
from lakmoes.model import FindingKind

LONGEST_LABEL = 4
"""Words of a label."""
FARTHEST = 160
"""Tokens of a field that are read at most."""
OPEN_LABELS = word_set(
    "van aan door bron contact redactie presentatie verslag lid leden hoofd getekend gezien akkoord "
    "inlichtingen namens opgesteld gecontroleerd bewerking present kopie cc wie samenstelling "
    "secretariaat notulen"
)
"""Labels that are ordinary words: without a colon they only count alone in their cell."""
MAIL_LABELS = frozenset({"van", "aan", "cc", "bcc", "from", "to", "kopie", "kopie aan"})
FIELD = Place(separators=SEPARATORS | {"."})
OPEN_FIELD = Place(trust=0.95, small=False, initials=False, bare=False)
ONE_FIELD = re.compile(r"voorletters|roepnaam|voornaam|voornamen|achternaam|naam|ten name van|t\.?n\.?v")

SIGNATURE = re.compile(
    r"(?:\bpara(?:af|fen)\b[ ]*(?:[\w.-]+[ ]?){0,3}?|\bw\.?g\.?(?=[ :\t])|\bget\.|\bs\.?g\.?d\.?(?=[ :]))"
    r"[ ]?(?::|\t|(?<=\.)|(?<=g))[ \t]*(?=(?P<value>[^\n\t]{1,60}))",
    re.IGNORECASE,
)


MOBILE = re.compile(r"(?<![\w+])(?:\+31[ ]?(?:\(0\))?[ ]?6|00316|0031 6|06)[ -]?\d[\d -]{5,12}\d\b")
"""Mobile numbers are persons'; a fixed line is as often a body's."""
MOST_NAME_WORDS = 5
OWNER = Place(trust=0.9, small=False, initials=False, separators=frozenset({","}))


class LabelledNames(NameRecognizer):
    """Names in fields with a label (``Contactpersoon: X``, ``Aanwezig | X, Y (OM); Z``)."""

    rule = "veld voor een persoon"

    def names(self, text: str) -> Iterator[Hit]:
        """The names in each field, units and functions left out."""
        tokens = tokenize(text)
        index = 0
        while index < len(tokens):
            end = _label_end(tokens, index)
            if end > index:
                yield from self._field(tokens, index, end)
            index = max(end, index + 1)

    def _field(self, tokens: Tokens, label: int, end: int) -> Iterator[Hit]:
        colon = end < len(tokens) and tokens[end].text in (":", "?")
        start = end + colon
        if start >= len(tokens):
            return
        words = " ".join(token.key for token in tokens[label:end])
        if words in MAIL_LABELS and tokens[label].gap >= Gap.LINE:
            return  # heads of mail are read as such
        place = _after_colon(tokens, start, words) if colon else _without_colon(tokens, label, start, words)
        if place is None:
            return
        last = _field_end(tokens, start)
        for listed in names_between(tokens, (start, last), place):
            yield listed_hit(tokens, listed, f"{self.rule} ({words})")


def _after_colon(tokens: Tokens, start: int, words: str) -> Place:
    """How far a field behind a colon is trusted."""
    return FIELD if tokens[start].gap < Gap.BLOCK or ONE_FIELD.match(words) else OPEN_FIELD


def _without_colon(tokens: Tokens, label: int, start: int, words: str) -> Place | None:
    """How far a field without a colon is trusted; ``None`` where this is running text."""
    if words in ("tav", "tnv"):
        return OPEN_FIELD
    if tokens[start].gap == Gap.CELL:
        return OPEN_FIELD if tokens[label].gap == Gap.CELL else FIELD
    if words in OPEN_LABELS or tokens[start].gap == Gap.BLOCK:
        return None
    return OPEN_FIELD if tokens[start].gap == Gap.LINE or tokens[start].has(Kind.CAPITAL) else None


def _label_end(tokens: Tokens, index: int) -> int:
    """Past a label that starts here; ``index`` where none does. A label opens a line, a cell or a clause."""
    token = tokens[index]
    if not token.has(Kind.WORD) and token.key not in ("t.a.v.", "t.n.v."):
        return index
    opens = index == 0 or token.gap >= Gap.LINE or tokens[index - 1].text in ".;|–•"
    contact = token.key in ("tav", "tnv") or token.text.lower() in ("t.a.v.", "t.n.v.")
    if contact:
        return index + 1
    if not opens:
        return index
    labels = name_lists().person_labels
    for length in range(min(LONGEST_LABEL, len(tokens) - index), 0, -1):
        part = tokens[index : index + length]
        if any(word.gap > Gap.LINE for word in part[1:]):
            continue
        if " ".join(word.key for word in part) in labels:
            end = index + length
            return end if length == 1 and token.key in OPEN_LABELS else _after_qualifier(tokens, end)
    return index


def _after_qualifier(tokens: Tokens, end: int) -> int:
    """Past a word between the label and its colon (``Beheerder hal 1,``, ``Paraaf directeur``)."""
    for further in range(end, min(end + 3, len(tokens))):
        if tokens[further].gap > Gap.LINE:
            return end
        if tokens[further].text == ":" and all(
            word.has(Kind.WORD | Kind.NUMBER) and not word.has(Kind.CAPITAL) for word in tokens[end:further]
        ):
            return further
    return end


def _field_end(tokens: Tokens, start: int) -> int:
    """Past the last token of the field: at a next cell or block, or where another label begins."""
    place = start
    while place < min(start + FARTHEST, len(tokens)):
        token = tokens[place]
        if place > start and token.gap >= Gap.CELL:
            return place
        if (
            place > start
            and (token.gap == Gap.LINE or tokens[place - 1].text in ".;")
            and _is_label(tokens, place)
        ):
            return place
        place += 1
    return place


def _is_label(tokens: Tokens, place: int) -> bool:
    """Whether a label begins here: at most three words before a colon or a cell, or a label of persons."""
    if not tokens[place].has(Kind.CAPITAL):
        return False
    for further in range(place + 1, min(place + 4, len(tokens))):
        if tokens[further].text == ":" or tokens[further].gap == Gap.CELL:
            return True
        if tokens[further].gap > Gap.LINE or not tokens[further].has(Kind.WORD):
            return False
    return tokens[place].key in name_lists().person_labels


class Signatures(NameRecognizer):
    """Signatures and initials behind ``paraaf``, ``w.g.`` and ``get.``."""

    kinds = (FindingKind.SIGNATURE,)
    rule = "paraaf of handtekening"

    def names(self, text: str) -> Iterator[Hit]:
        """What stands for a signature: a name or initials."""
        tokens = tokenize(text)
        for found in SIGNATURE.finditer(text):
            first, last = index_at(tokens, found.start("value")), index_at(tokens, found.end("value"))
            end = _signature_end(tokens, first, last)
            if end > first:
                yield Hit(
                    start=tokens[first].start,
                    end=tokens[end - 1].end,
                    kind=FindingKind.SIGNATURE,
                    rule=self.rule,
                    score=0.8,
                )


def _signature_end(tokens: Tokens, first: int, last: int) -> int:
    if first >= last:
        return first
    token = tokens[first]
    alone = first + 1 >= last or not tokens[first + 1].has(Kind.WORD) or tokens[first + 1].has(Kind.CAPITAL)
    short = token.has(Kind.WORD | Kind.INITIALS) and len(token.text.replace(".", "")) <= 5
    if short and alone and not token.has(Kind.COMMON | Kind.FUNCTION):
        return first + 1
    listed = read_listed(tokens, first, last, Place())
    return listed.last if listed else first


class TelephoneOwners(NameRecognizer):
    """Names right before a mobile number (``(Arjen Vissers, 06-…)``, ``Naomi de Bruin | 06 …``)."""

    rule = "naam bij een telefoonnummer"

    def names(self, text: str) -> Iterator[Hit]:
        """The names, also of two words that no list knows; units and bodies are none."""
        tokens = tokenize(text)
        for found in MOBILE.finditer(text):
            number = index_at(tokens, found.start())
            last = number
            while last and tokens[last - 1].text in ",(:|-–":
                last -= 1
            first = _words_before(tokens, last)
            listed = read_listed(tokens, first, last, OWNER) if last - first > 1 else None
            if listed and not is_named_after(tokens, first) and _are_names(tokens, listed.last, last):
                yield listed_hit(tokens, replace(listed, last=last), self.rule)


def _are_names(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words left over can be part of a name that no list knows whole."""
    plain = Kind.COMMON | Kind.PLACE | Kind.FUNCTION | Kind.ABBREVIATION
    return all(token.has(Kind.CAPITAL) and not token.has(plain) for token in tokens[first:last])


def _words_before(tokens: Tokens, last: int) -> int:
    """Index of the first of the words of one name that ends before ``last``; ``last`` where none can."""
    first = last
    while first and last - first < MOST_NAME_WORDS and _belongs_to_name(tokens, first - 1):
        first -= 1
        if tokens[first].gap != Gap.SPACE:
            break
    while first < last and not tokens[first].has(Kind.CAPITAL):
        first += 1
    return first


def _belongs_to_name(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    if token.has(Kind.CAPITAL) or token.has(Kind.INTERFIX):
        return token.has(Kind.WORD | Kind.INITIALS) and not token.has(Kind.ABBREVIATION)
    return False
