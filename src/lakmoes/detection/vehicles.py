r"""Licence plates, Dutch and in context foreign.

In: the text of a page. Out: hits. A plate with its dashes is recognised by its side code alone; without
dashes, with spaces or in lower case a word nearby must say that it is one, as must a foreign plate.
"""

import re
from collections.abc import Iterator

from lakmoes.detection.identity import in_column
from lakmoes.detection.nearby import Layout, layout_of
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind

SIDE_CODES = (
    "XX-99-99",  # 1, from 1951
    "99-99-XX",  # 2, from 1965
    "99-XX-99",  # 3, from 1973
    "XX-99-XX",  # 4, from 1978
    "XX-XX-99",  # 5, from 1991
    "99-XX-XX",  # 6, from 1999
    "99-XXX-9",  # 7, from 2005
    "9-XXX-99",  # 8, from 2006
    "XX-999-X",  # 9, from 2006
    "X-999-XX",  # 10, from 2008
    "XXX-99-X",  # 11, from 2015
    "X-99-XXX",  # 12
    "9-XX-999",  # 13, from 2016
    "999-XX-9",  # 14, from 2019
    "XXX-999",  # 15
    "999-XXX",  # 16
)
"""The series of the RDW, X a letter and 9 a digit, with the year from which they were issued."""

FULL_LENGTH = 8
"""Characters of a plate with two dashes."""
DASH = "[-‐‑–]"
"""The dash of a plate, as keyboards and word processors write it."""
LOOSE_DASH = r"(?:-?\n|[ .–-])?"
"""Nothing, a space, a dash or a line end: how plates are written by hand."""


def pattern_of(codes: tuple[str, ...], dash: str) -> str:
    """The regular expression of side codes with ``dash`` between their groups."""
    groups = [
        re.escape(code).replace(r"\-", dash).replace("X", "[A-Z]").replace("9", r"\d") for code in codes
    ]
    return "|".join(groups)


class LicencePlateRecognizer(Recognizer):
    r"""Licence plates by their side codes, and in context without dashes or from abroad.

    Legal basis: a plate leads to the holder in the RDW's register: privacy, Wob 10.2.e, Woo 5.1.2.e. Format:
    six letters and digits in three groups, by side code (RDW, "Historie kentekenseries"). Registrations of
    aircraft (``PH-6K1``) are in a public register and no plates; serial numbers and codes run on longer.

    ==============================================  ==========================================
    text                                            outcome
    ==============================================  ==========================================
    ``RS-284-V``, ``07-MBH-1``, ``6–KDT–43``        0.9
    ``kenteken GT618X``, ``auto gt 618 x``          0.85, a word names it
    ``kenteken 1-ABC-234``                          0.8, foreign
    ``GT618X`` alone, ``PH-6K1``, ``ZL-20-1188``    nothing
    ``OP-39-XD`` on a trailer marked "Politie"      general contact: leads to no person
    ==============================================  ==========================================
    """

    kinds = (FindingKind.LICENCE_PLATE, FindingKind.GENERAL_CONTACT)

    DASHED = re.compile(rf"(?<![\w.,/-])(?:{pattern_of(SIDE_CODES[2:14], DASH)})(?![\w-])(?![.,/]\w)")
    RARE = re.compile(
        rf"(?<![\w.,/-])(?:{pattern_of(SIDE_CODES[:2] + SIDE_CODES[14:], DASH)})(?![\w-])(?![.,/]\w)"
    )
    """Series on few vehicles, whose form many other codes have."""
    LOOSE = re.compile(rf"(?i)(?<![\w.,/-])(?=((?:{pattern_of(SIDE_CODES[:14], LOOSE_DASH)})(?![\w-])))")
    """Looks ahead only, for in ``golf 38 PZX 1`` the plate overlaps with what has the form of another."""
    FOREIGN = re.compile(
        r"(?<![\w.,/-])(?=[A-Z0-9 -]*\d)(?=[A-Z0-9 -]*[A-Z])[A-Z0-9]{1,5}(?:[ -][A-Z0-9]{1,5}){1,3}(?![\w-])"
    )
    LABEL = re.compile(
        r"kentekens?\b|kentekenplaat|nummerplaat|licen[cs]e plate|kenteken van|\bgekentekend\b"
    )
    VEHICLE = re.compile(
        r"\b(?:personen|bestel|lease|huur|dienst|vracht|koel|politie|bedrijfs)?-?(?:auto|voertuig|wagen|bus|motor|"
        r"scooter|bromfiets|brommer|aanhanger|aanhangwagen|caravan|camper|busje|taxi)\b|\bkentekens?\b|"
        r"\b(?:volkswagen|vw|golf|polo|opel|ford|renault|peugeot|citro[eë]n|toyota|audi|bmw|mercedes|skoda|škoda|"
        r"seat|kia|volvo|fiat|nissan|mazda|hyundai|tesla|suzuki|honda|mini|dacia)\b"
    )
    MARKED = re.compile(
        r"\b(?:gestickerd|bestickerd|bestickering|striping|opvallende?|herkenbare? (?:als|dienst\w*))\b"
    )

    def find(self, text: str) -> Iterator[Hit]:
        """The plates in a page's text."""
        layout = layout_of(text)
        for match in self.DASHED.finditer(text):
            yield self._hit(layout, match.span(), "kenteken naar zijn vorm", 0.9)
        for match in self.RARE.finditer(text):
            yield from self._rare(layout, match.span())
        if not self.VEHICLE.search(text.lower()):
            return
        for match in self.LOOSE.finditer(text):
            if self._is_written_loosely(layout, match.span(1)):
                yield self._hit(layout, match.span(1), "kenteken bij een woord dat het noemt", 0.85)
        for match in self.FOREIGN.finditer(text):
            if self.LABEL.search(layout.before(match.start(), 25)):
                yield self._hit(layout, match.span(), "buitenlands kenteken", 0.8)

    def _rare(self, layout: Layout, span: tuple[int, int]) -> Iterator[Hit]:
        near = layout.before(span[0], 25)
        if self._is_named(layout, span[0]) or self.VEHICLE.search(near):
            yield self._hit(layout, span, "kenteken bij een woord dat het noemt", 0.85)
        elif span[1] - span[0] == FULL_LENGTH:
            yield self._hit(layout, span, "kenteken naar zijn vorm", 0.45)

    def _is_written_loosely(self, layout: Layout, span: tuple[int, int]) -> bool:
        """Whether it is a plate by what stands around it.

        The RDW has left vowels out of its series since 1978: letters with a vowel between two numbers are
        rather a word ("20 en 30") than a plate.
        """
        value = layout.text[slice(*span)]
        vowels = bool(set("AEIOU") & set(value.upper()))
        whole = " " not in value
        if not value.isupper() and not value.islower():
            return False
        if self._is_named(layout, span[0]):
            return not vowels or (whole and value.isupper())
        near = layout.before(span[0], 25)
        return not vowels and (whole or value.isupper()) and bool(self.VEHICLE.search(near))

    def _is_named(self, layout: Layout, start: int) -> bool:
        nearby = (layout.before(start, 35), layout.label(start))
        return any(self.LABEL.search(piece) for piece in nearby) or in_column(layout, start, self.LABEL)

    def _hit(self, layout: Layout, span: tuple[int, int], rule: str, score: float) -> Hit:
        start, end = span
        near = layout.row(start) if not layout.is_prose(start) else layout.before(start) + layout.after(end)
        marked = self.MARKED.search(near)
        return Hit(
            start=start,
            end=end,
            kind=FindingKind.GENERAL_CONTACT if marked else FindingKind.LICENCE_PLATE,
            rule="kenteken van een herkenbaar dienstvoertuig" if marked else rule,
            score=score,
            context=marked[0] if marked else "",
        )
