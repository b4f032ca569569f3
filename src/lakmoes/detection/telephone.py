r"""Telephone numbers: Dutch in every notation, foreign, and internal extensions.

In: the text of a page. Out: hits; numbers that lead to a desk are general contacts (``desks``). Of foreign
numbers ``phonenumbers`` (metadata of the ITU-T E.164 plans) says where they end and whether they can exist;
Dutch numbers follow the rules here, for old and mistyped ones must be found as well.
"""

import re
from collections.abc import Iterator

import phonenumbers

from lakmoes.detection.desks import is_direct, why_general
from lakmoes.detection.nearby import Layout, layout_of
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind

GAP = r"[ .\-–/()\n\u2010\u2011]{0,3}"
"""What may stand between two digits; a step to the next cell or paragraph ends the number."""
AREA_THREE = r"1[0358]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|8[2458]|91"
"""Area codes and prefixes of three digits, without the first nought (Nummerplan telefoon- en
ISDN-diensten)."""
COUNTRY = rf"\(?(?:\+|00)\s?31\)?{GAP}(?:\(0\))?{GAP}"
FEWEST_DIGITS = 8
"""Digits of a foreign number, country code included."""


class TelephoneRecognizer(Recognizer):
    r"""Telephone numbers, and whether they lead to a person or to a desk.

    Legal basis: privacy, Wob 10.2.e, Woo 5.1.2.e; numbers of desks, firms and press offices are no data of a
    person. Format: Dutch national numbers have ten digits, the first 0, or +31 or 0031 and nine (Nummerplan
    telefoon- en ISDN-diensten); foreign ones + or 00 and at most fifteen (ITU-T E.164).

    ================================================  ============================================
    text                                              outcome
    ================================================  ============================================
    ``06-1234 5678``, ``06 12 34 56 78``              0.95
    ``070 340\n60 12``, ``(070) 340 55 21``           0.9
    ``+31 (0)6 1234 5678``, ``0031612345678``         0.95
    ``0032 470 11 83 52``, ``+46 70 118 24 06``       0.95
    ``31612345678``, ``mobiel 6 1234 5678``           0.85
    ``toestel 53318``, ``tst. 1234``                  0.85
    ``088 699 11 00 (algemeen)``, ``balie: 070 …``    general contact
    ``14 0184``, ``0800-1351``, ``0900-8844``         general contact
    ``woordvoerder Jan Haan, 070-340 60 00``          general contact: a press office's line
    ``07-12-2020 12:00``, ``rekening NL.. 0332 …``    nothing
    ================================================  ============================================
    """

    kinds = (FindingKind.TELEPHONE, FindingKind.GENERAL_CONTACT)

    DUTCH = re.compile(
        rf"(?<![\w.,/-])(?:(?:{COUNTRY}|\(?0 ?)[1-9](?:{GAP}\d){{8}}|[oO]6(?:{GAP}\d){{8}})(?!\w)(?![.,-]\d)"
    )
    BARE = re.compile(rf"(?<![\w.,+€-])31 ?6(?:{GAP}\d){{8}}(?![\w,-])(?!\.\d)")
    """A Dutch mobile number with the country code alone, as programs export it."""
    FOREIGN = re.compile(rf"(?<![\w.,/-])\(?(?:\+|00)(?!0|31)[1-9](?:{GAP}\d){{6,14}}(?!\w)")
    SERVICE = re.compile(
        r"(?<![\w.,/+-])(?<!\d )(?:14 0\d{2,3}|(?:(?<=bel )|(?<=mer ))140(?:0|\d{2,3})|"
        r"0(?:800|900|906|909)[ -]?\d{3,4}(?:[ -]?\d{2,3})?)"
        r"(?![\w-])(?![.,]\d)"
    )
    EMERGENCY = re.compile(r"(?<![\w.,/€+-])(?:112|113|144|116 ?\d{3})(?![\w.,-]?\d)(?!\w)")
    CALL = re.compile(
        r"\bspoed|\bnood|\bbel(?:t|len|de)?\b|alarm|\btel\b|telefoon|nummer|\bphone\b|\bcall\b|meldkamer"
    )
    INTERNAL = re.compile(
        r"(?i)\b(?:toestel(?:n(?:umme)?r)?|tst\.?|intern|doorkies(?:n(?:umme)?r)?|dkn|ext\.?|extension)"
        r"[\s:.]{1,3}(\d{2}[ .]?\d{2,3})(?![\w-])(?![.,]\d)"
    )
    LOCAL = re.compile(
        r"(?i)\b(?:tel(?:efoon)?(?:nummer|nr)?|t|fax|bel(?: me)?(?: op)?|phone|mobiel|mob|gsm|app)[\s.:]{1,3}"
        r"([2-9]\d{1,2}[ .-]?\d{2}[ .-]?\d{2,3}|6(?:[ .-]?\d){8})(?![\w-])(?![.,]\d)(?! \d)"
    )
    FIRST_GROUP = re.compile(rf"{AREA_THREE}|[1-5]\d{{2}}")
    DATE = re.compile(r"\(?\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}\b")
    ACCOUNT = re.compile(r"(?i)(?<![a-z0-9])[a-z]{2}\d{2}[ ]?[a-z0-9]{4}(?:[ \n]?[a-z0-9]{4})*[ \n]?$")
    NUMBERED = re.compile(
        r"\b(?:kenmerk|dossiernummer|zaaknummer|factuurnummer|ordernummer|bonnummer|serienummer|isbn)[ :]*$"
    )

    def find(self, text: str) -> Iterator[Hit]:
        """The telephone numbers in a page's text."""
        layout = layout_of(text)
        for match in self.SERVICE.finditer(text):
            yield general(match.span(), "algemeen nummer", 0.95)
        for match in self.EMERGENCY.finditer(text):
            if self.CALL.search(layout.before(match.start(), 30) + layout.label(match.start())):
                yield general(match.span(), "alarmnummer", 0.9)
        for start, end in sorted({*self._dutch(text), *self._foreign(text)}):
            if not self._is_other(layout, start):
                yield self._judged(layout, start, end)
        for match in self.BARE.finditer(text):
            yield personal(match.span(), "mobiel nummer", 0.85)
        for match in self.INTERNAL.finditer(text):
            yield personal(match.span(1), "intern toestel", 0.85)
        for match in self.LOCAL.finditer(text):
            yield personal(match.span(1), "nummer zonder netnummer", 0.85)

    def _dutch(self, text: str) -> Iterator[tuple[int, int]]:
        for match in self.DUTCH.finditer(text):
            if self.DATE.match(match[0]) or self.SERVICE.match(text, match.start()):
                continue
            if self._is_grouped_as_dutch(match[0]):
                yield without_open_bracket(text, *match.span())

    def _is_grouped_as_dutch(self, value: str) -> bool:
        """Whether the first group is an area code or mobile prefix, or the digits stand in one or apart."""
        international = re.match(rf"(?:{COUNTRY})", value)
        groups = re.findall(r"\d+", re.sub(r"^\(?[0oO]", "", value))
        if international or len(groups) == 1 or groups[0].startswith("6"):
            return True
        one_by_one = all(len(group) == 1 for group in groups)
        return one_by_one or bool(self.FIRST_GROUP.fullmatch(groups[0]))

    def _foreign(self, text: str) -> Iterator[tuple[int, int]]:
        """Foreign numbers up to the last group with which they can exist."""
        for match in self.FOREIGN.finditer(text):
            for end in reversed([group.end() for group in re.finditer(r"\d+", match[0])]):
                if exists(match[0][:end]):
                    yield without_open_bracket(text, match.start(), match.start() + end)
                    break

    def _is_other(self, layout: Layout, start: int) -> bool:
        """Whether it is part of an account number, or a word before it names another number."""
        before = layout.text[max(0, start - 32) : start]
        return bool(self.ACCOUNT.search(before)) or bool(self.NUMBERED.search(layout.before(start, 24)))

    def _judged(self, layout: Layout, start: int, end: int) -> Hit:
        mobile = is_mobile(layout.text[start:end])
        reason = why_general(layout, start, end, mobile=mobile)
        if reason:
            return general((start, end), reason, 0.85)
        rule = "mobiel nummer" if mobile else "vast nummer"
        if is_direct(layout, start, end):
            rule = "rechtstreeks nummer"
        return personal((start, end), rule, 0.95 if mobile else 0.9)


def personal(span: tuple[int, int], rule: str, score: float) -> Hit:
    """The hit for a number that leads to a person."""
    return Hit(start=span[0], end=span[1], kind=FindingKind.TELEPHONE, rule=rule, score=score)


def general(span: tuple[int, int], rule: str, score: float) -> Hit:
    """The hit for a number that leads to a desk."""
    return Hit(start=span[0], end=span[1], kind=FindingKind.GENERAL_CONTACT, rule=rule, score=score)


def without_open_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without a bracket at its start that does not close within it."""
    return start + (text[start] == "(" and ")" not in text[start:end]), end


def exists(value: str) -> bool:
    """Whether a foreign number, with its + or 00, can exist by the plan of its country."""
    number = parsed(value)
    return number is not None and bool(phonenumbers.is_valid_number(number))


def is_mobile(value: str) -> bool:
    """Whether a number is a mobile one: 06 in the Netherlands, else by the plan of its country."""
    digits = re.sub(r"\D", "", re.sub(r"[oO]", "0", value.replace("(0)", "")))
    if re.match(r"06|(?:00)?316", digits):
        return True
    foreign = value.lstrip("(").startswith("+") or digits.startswith("00")
    number = parsed(value) if foreign else None
    return number is not None and phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE


def parsed(value: str) -> phonenumbers.PhoneNumber | None:
    """The number as ``phonenumbers`` reads it; ``None`` where it cannot, or has too few digits."""
    digits = re.sub(r"\D", "", value).removeprefix("00")
    try:
        return phonenumbers.parse(f"+{digits}", None) if len(digits) >= FEWEST_DIGITS else None
    except phonenumbers.NumberParseException:
        return None
