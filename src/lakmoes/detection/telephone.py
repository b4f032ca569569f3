r"""Telephone numbers: Dutch in every notation, foreign, and internal extensions; and which are general.

In: the text of a page. Out: hits. ``phonenumbers`` (the metadata of ITU-T E.164 plans) says where a foreign
number ends and whether it can exist; Dutch numbers follow the rules here, for invented and old ones must be
found as well. A number that the text gives to a desk, a firm or a press office is a general contact.
"""

import re
from collections.abc import Iterator
from typing import ClassVar

import phonenumbers

from lakmoes.detection.contact import is_general_mailbox
from lakmoes.detection.nearby import Layout, layout_of
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind

GAP = r"[ .\-–/()\n\u2010\u2011]{0,3}"
"""What may stand between two digits; a step to the next cell or paragraph ends the number."""
AREA_THREE = r"1[0358]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|8[2458]|91"
"""Area codes and prefixes of three digits, the leading nought left out (Nummerplan telefoon- en ISDN-diensten)."""


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
    ``toestel 53318``, ``tst. 1234``                  0.85
    ``088 699 11 00 (algemeen)``, ``balie: 070 …``    general contact
    ``14 0184``, ``0800-1351``, ``0900-8844``         general contact
    ``woordvoerder Jan Haan, 070-340 60 00``          general contact: a press office's line
    ``07-12-2020 12:00``, ``rekening NL.. 0332 …``    nothing
    ================================================  ============================================
    """

    kinds = (FindingKind.TELEPHONE, FindingKind.GENERAL_CONTACT)

    DUTCH = re.compile(
        rf"(?<![\w.,/-])(?:(?:\(?(?:\+|00)\s?31\)?{GAP}(?:\(0\))?{GAP}|\(?0 ?)[1-9](?:{GAP}\d){{8}}|[oO]6(?:{GAP}\d){{8}})"
        rf"(?!\w)(?![.,-]\d)"
    )
    FOREIGN = re.compile(rf"(?<![\w.,/-])\(?(?:\+|00)(?!0|31)[1-9](?:{GAP}\d){{6,14}}(?!\w)")
    SERVICE = re.compile(
        r"(?<![\w.,/+-])(?:14[ -]?0\d{2,3}|0(?:800|900|906|909)[ -]?\d{3,4}(?:[ -]?\d{2,3})?|1400)(?![\w-])(?![.,]\d)"
    )
    EMERGENCY = re.compile(r"(?<![\w.,/€+-])(?:112|113|144|116 ?\d{3})(?![\w.,-]?\d)(?!\w)")
    INTERNAL = re.compile(
        r"(?i)\b(?:toestel(?:n(?:umme)?r)?|tst\.?|intern|doorkies(?:n(?:umme)?r)?|dkn|ext\.?|extension)"
        r"[\s:.]{1,3}(\d{2}[ .]?\d{2,3})(?![\w-])(?![.,]\d)"
    )
    LOCAL = re.compile(
        r"(?i)\b(?:tel(?:efoon)?(?:nummer|nr)?|t|fax|bel|phone|mobiel|gsm)[\s.:]{1,3}((?:[2-9]\d{1,2}[ .-]?\d{2}[ .-]?\d{2,3}))"
        r"(?![\w-])(?![.,]\d)(?! \d)"
    )
    FIRST_GROUP = re.compile(rf"(?:(?:6|{AREA_THREE})|[1-5]\d{{2}}|\d)$")
    DATE = re.compile(r"\(?\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}\b")
    ACCOUNT = re.compile(r"(?i)(?<![a-z0-9])[a-z]{2}\d{2}[ ]?[a-z0-9]{4}(?:[ \n]?[a-z0-9]{4})*[ \n]?$")
    NUMBERED = re.compile(
        r"\b(?:kenmerk|dossiernummer|zaaknummer|factuurnummer|ordernummer|bonnummer|serienummer|isbn)[ :]*$"
    )

    ADJACENT: ClassVar = re.compile(
        r"(?:\bkantoor|hoofdkantoor|\bcentrale|algemene?(?: telefoon)?(?:nummer|nr\.?)?|alg\.|switchboard|front ?desk|"
        r"head office|reception|servicedesk|helpdesk|info(?:rmatie)?(?:nummer|lijn))[\s:.,(–-]*"
        r"(?:t(?:el(?:efoon)?)?\.?[ :]*)?$"
    )
    DESK = re.compile(
        r"\balgeme(?:en|ne)\b(?! (?:directeur|secretaris|manager|bestuur))|\bbalie\b|receptie|\bcentrale\b|switchboard|front ?desk|klantcontact|klantenservice|meldkamer|"
        r"service ?desk|help ?desk|publieksvoorlichting|persvoorlicht|woordvoer|perslijn|\bpers\b|press office|"
        r"spokes(?:person|man|woman)|informatielijn|infolijn|storings?(?:lijn|nummer|dienst)|\bstoring\b|crisispiket|"
        r"meldpunt|\bloket\b|alarm|vast nummer|contactcentrum|callcenter|\bsecretariaat\b|bestuurssecretariaat|"
        r"meldnummer|hulplijn|tip ?lijn|publieksinformatie|huismeester|beveiliging\b|portier"
    )
    FIRM = re.compile(
        r"pizzeria|restaurant|\bhotel\b|\bcafé\b|apotheek|\bfirma\b|\bb\.?v\.?(?=[\s,)]|$)|\bn\.v\.|gmbh|\bltd\b|"
        r"\bstichting\b|\bvereniging\b|\bwinkel\b|\bgarage\b|huisartsenpraktijk|huisartsenpost|ziekenhuis|politiebureau|"
        r"\bbrandweer\b|\bgemeentehuis\b|stadhuis|\bapotheek\b|drukkerij|taxi(?:bedrijf|centrale)?\b|bakkerij|& zonen|& zn"
    )
    PERSON = re.compile(
        r"\b(?:dhr|mw|mevr|mevrouw|meneer|de heer|mr|drs|dr|ir|ing|mrs?|ms)\b\.? |\b[a-zà-ž]\.(?: ?[a-zà-ž]\.)* ?[a-zà-ž’'-]{2}"
    )
    DIRECT = re.compile(r"\bdirect|doorkies|mobiel|\bmob\b|priv[eé]|\bthuis\b|rechtstreeks|\bgsm\b|personal")
    LETTERHEAD = re.compile(
        r"bezoekadres|postadres|retouradres|correspondentieadres|kantooradres|visiting address"
    )
    CONTACT = re.compile(
        r"contactpersoon|inlichtingen bij|behandeld door|behandelaar|uw contact|doorkies|opsteller|bereikbaar via"
    )
    PLACE = re.compile(r"\b[1-9]\d{3} ?[a-z]{2}\b|\bpostbus \d")
    ORGANISATION = re.compile(
        r"\bministerie\b|\bgemeente\b|\bprovincie\b|\bpolitie\b|\bparket\b|openbaar ministerie|\binspectie\b|\bb\.v\.|"
        r"\brijks\w+|\bdienst\b|\buniversiteit\b|\bwaterschap\b|\brechtbank\b|\bautoriteit\b|\bstichting\b|\bggd\b|"
        r"veiligheidsregio|omgevingsdienst|\badvocaten\b|\bagentschap\b|\bdirectie\b"
    )
    MOBILE = re.compile(r"\b06[ -]|\+31 ?6|\(06\)")
    TOP = 400
    """Characters from the top of the page within which an organisation's address is a letterhead."""
    MAILBOX = re.compile(r"[\w.-]+@[\w.-]+[,;|\s/–-]{1,4}(?:t(?:el)?\.? ?:? ?)?$")
    CUT = re.compile(r"[|•;]|\s/\s|\d{3}\b[ )]|\d\)")

    def find(self, text: str) -> Iterator[Hit]:
        """The telephone numbers in a page's text."""
        layout = layout_of(text)
        for match in self.SERVICE.finditer(text):
            yield self._general(match.span(), "algemeen nummer", 0.95)
        for match in self.EMERGENCY.finditer(text):
            yield self._general(match.span(), "alarmnummer", 0.9)
        for start, end in sorted({*self._dutch(text), *self._foreign(text)}):
            start += text[start] == "(" and ")" not in text[start:end]  # noqa: PLW2901
            if not self._is_other(layout, start):
                yield self._judged(layout, start, end)
        for pattern, rule in ((self.INTERNAL, "intern toestel"), (self.LOCAL, "nummer zonder netnummer")):
            for match in pattern.finditer(text):
                yield Hit(
                    start=match.start(1), end=match.end(1), kind=FindingKind.TELEPHONE, rule=rule, score=0.85
                )

    def _dutch(self, text: str) -> Iterator[tuple[int, int]]:
        for match in self.DUTCH.finditer(text):
            if self.DATE.match(match[0]) or self.SERVICE.match(text, match.start()):
                continue
            if self._grouped_as_dutch(match[0]):
                yield match.span()

    def _grouped_as_dutch(self, value: str) -> bool:
        """Whether the first group of digits is an area code, or all digits are written in one or one by one."""
        national = re.sub(r"^\(?(?:\+|00)\s?31\)?[\s.–-]*(?:\(0\))?[\s.–-]*|^\(?[0oO]", "", value)
        groups = re.findall(r"\d+", national)
        first = groups[0]
        if len(groups) == 1 or value.startswith(("+", "00", "(+", "(00")):
            return True
        if all(len(group) == 1 for group in groups[1:]):
            return True
        return bool(self.FIRST_GROUP.fullmatch(first)) and (len(first) > 1 or first == "6")

    def _foreign(self, text: str) -> Iterator[tuple[int, int]]:
        """Foreign numbers up to the last group with which they can exist."""
        for match in self.FOREIGN.finditer(text):
            for end in reversed([group.end() for group in re.finditer(r"\d+", match[0])]):
                value = re.sub(r"^\(?00", "+", match[0][:end].strip("("))
                if sum(character.isdigit() for character in value) > 7 and self._exists(value):
                    yield match.start(), match.start() + end
                    break

    def _exists(self, value: str) -> bool:
        try:
            number = phonenumbers.parse(value.replace("\n", " "), None)
        except phonenumbers.NumberParseException:
            return False
        return bool(phonenumbers.is_valid_number(number))

    def _is_other(self, layout: Layout, start: int) -> bool:
        """Whether it is part of an account number, or a word before it names another number."""
        before = layout.text[max(0, start - 32) : start]
        return bool(self.ACCOUNT.search(before)) or bool(self.NUMBERED.search(layout.before(start, 24)))

    def _judged(self, layout: Layout, start: int, end: int) -> Hit:
        mobile = self._is_mobile(layout.text[start:end])
        reason = (
            "" if mobile and not self._says_general(layout, end) else self._why_general(layout, start, end)
        )
        if reason:
            return self._general((start, end), reason, 0.85)
        near = self._near(layout, start) + " " + layout.after(end, 20)
        rule = (
            "rechtstreeks nummer"
            if self.DIRECT.search(near)
            else "mobiel nummer"
            if mobile
            else "vast nummer"
        )
        return Hit(start=start, end=end, kind=FindingKind.TELEPHONE, rule=rule, score=0.95 if mobile else 0.9)

    def _is_mobile(self, value: str) -> bool:
        digits = re.sub(r"\D", "", value.replace("(0)", "").replace("O", "0").replace("o", "0"))
        if re.match(r"06|(?:00)?316", digits):
            return True
        if value.lstrip("(").startswith("+") or digits.startswith("00"):
            number = phonenumbers.parse("+" + digits.removeprefix("00"), None)
            return bool(phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE)
        return False

    def _says_general(self, layout: Layout, end: int) -> bool:
        return bool(
            re.match(
                r"[ ,]{0,2}\(?(?:is (?:het|ons) )?(?:algeme(?:en|ne)|general|centrale)", layout.after(end, 30)
            )
        )

    def _why_general(self, layout: Layout, start: int, end: int) -> str:
        """In words why the number is general; empty when it leads to a person as far as the text says."""
        after = layout.after(end, 30)
        if self._says_general(layout, end):
            return "nummer dat de tekst algemeen noemt"
        if re.match(r"[ ,]{0,2}\(?(?:direct|doorkies|priv)", after):
            return ""
        near = self._near(layout, start)
        if self.ADJACENT.search(near) or self.DESK.search(near):
            return "nummer van een balie, een loket of de pers"
        if self.DIRECT.search(near):
            return ""
        if self.FIRM.search(near) and not self.PERSON.search(near):
            return "nummer van een bedrijf of instelling"
        if self._follows_mailbox(layout, start):
            return "nummer bij een algemene mailbox"
        return "nummer in een briefhoofd" if self._in_letterhead(layout, start) else ""

    def _near(self, layout: Layout, start: int) -> str:
        """The words that belong to the number: from the last sign that separates, or the cell to the left."""
        near = layout.before(start, 75)
        cell = layout.text[layout.cell_start(start) : start]
        if len(cell.strip(" (+")) < 3:
            near = layout.label(start)
        elif "\t" in layout.text[max(0, start - 75) : start]:
            near = " ".join(cell.lower().split())
        return self.CUT.split(near)[-1] if self.CUT.search(near) else near

    def _follows_mailbox(self, layout: Layout, start: int) -> bool:
        match = self.MAILBOX.search(layout.before(start, 70))
        return bool(match) and is_general_mailbox(match[0].split("@")[0].strip())

    def _in_letterhead(self, layout: Layout, start: int) -> bool:
        block = layout.row(start)
        if self.CONTACT.search(block):
            return False
        if self.LETTERHEAD.search(block):
            return True
        if layout.is_prose(start):
            return False
        line = layout.line(start)
        named = self.ORGANISATION.search(line) or self.ORGANISATION.search(layout.lines_above(start, 1))
        alone = start > self.TOP and not self.MOBILE.search(block)
        return bool(named) and bool(self.PLACE.search(line)) and not alone

    def _general(self, span: tuple[int, int], rule: str, score: float) -> Hit:
        return Hit(start=span[0], end=span[1], kind=FindingKind.GENERAL_CONTACT, rule=rule, score=score)
