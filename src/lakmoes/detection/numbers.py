r"""Numbers that the law gives a person: the burgerservicenummer and the bank account.

In: the text of a page. Out: hits with the outcome of the check digits. Values may be written with dots,
dashes or spaces, spaced out, broken over a line end or put digit by digit in the cells of a form.

Case, invoice and registration numbers of nine digits are no BSN: what a word directly before the number names
counts, then the check digits.
"""

import re
from collections.abc import Iterator

from lakmoes.detection.checks import account_eleven_test, eleven_test, luhn, mod_97
from lakmoes.detection.nearby import Layout, folded, layout_of
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind

OTHER_NUMBER = re.compile(
    r"(?:\b\w*(?:nummers?|nrs?|kenmerk|codes?|referentie|factuur|dossier|batch|order|scan|versie|pagina|"
    r"registratie|melding)|\bno|\bid|\bkvk|\brsin|\bisbn|\bissn|\bdoi|\btel|\btelefoon|\bfax|€)"
    r"[.:]?(?: (?:is|van|met|onder|op|=))?[\W_]{0,4}$"
)
"""A word directly before a number that names it; recognizers first look whether it names theirs."""
OTHER_CARD = re.compile(r"imei|imsi|iccid|\bsim\b|ov-?chip|serie|klantenkaart|bonus")
"""Words before a number of the length of a payment card's that make it something else's."""
COUNTRIES_BY_LENGTH = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
IBAN_LENGTH = {
    country: length for length, countries in COUNTRIES_BY_LENGTH.items() for country in countries.split()
}
"""Characters of a whole IBAN per country (IBAN registry of SWIFT, the registration authority)."""
PLAIN_NUMBER = re.compile(r"(?:nummers?|nrs?|no|id)\b")


class BsnRecognizer(Recognizer):
    """Burgerservicenummers, with or without separators, and parts of one that stand for it.

    Legal basis: art. 1 sub b and art. 10 Wabb; Wob 10.2.e in practice, Woo 5.1.1.e (identification number of
    art. 87 GDPR and art. 46 UAVG). Format: nine digits that pass the eleven-test (``checks.eleven_test``); a
    leading zero may be left out. Source: Logisch ontwerp BSN; art. 2 Regeling burgerservicenummer.

    ======================================  =========================================
    text                                    outcome
    ======================================  =========================================
    ``BSN 111222333``                       0.99, passes the test
    ``BSN 1112.22.333``, ``111 222 333``    0.99
    ``burgerservicenummer 111222334``       0.5, fails the test: asked
    ``111222333`` without any label         0.5: asked
    ``factuur 111222333``                   nothing, the word names another number
    ``laatste drie cijfers BSN 333``        0.85, a part that identifies together with a birth date
    ======================================  =========================================
    """

    kinds = (FindingKind.BSN,)

    LABEL = re.compile(
        r"\bbsn\b|burger ?service ?n(?:umme)?r|\bburgerservice\b|sofi[- ]?n(?:umme)?r|\bsofi\b|"
        r"sociaal-fiscaal n|persoonsgebonden nummer|\bpgn\b"
    )
    GROUPED = re.compile(
        r"(?<![\w.,€-])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3})(?![\w€])(?![.,-]\w)"
    )
    LABELLED = re.compile(
        r"(?i:\bbsn\b|\b\w{0,10}service ?n(?:umme)?r\w*|sofi[- ]?n(?:umme)?r|\bsofi\b)"
        r"([^\d\n]{0,30}\s?)(\d(?:[ \t\n.-]{0,2}\d){7,8})(?!\w)(?![.,]\d)"
    )
    PART = re.compile(
        r"(?i)(?:laatste|eerste|eindigend op|eindigt op|eindcijfers)\b[^.\n]{0,40}?"
        r"(?:bsn|burgerservicenummer)[^\d\n]{0,12}(\d{2,5})\b"
        r"|(?:bsn|burgerservicenummer)[^\d\n]{0,12}(?:eindig\w+ op|[x*.…]{3,})[ :]?(\d{2,5})\b"
    )
    VAT = re.compile(r"\bNL ?(\d{9}) ?B ?\d{2}\b")
    LEGAL_PERSONS = 800_000_000
    """From here on numbers are given to legal persons (RSIN), which use the same test."""

    def find(self, text: str) -> Iterator[Hit]:
        """The numbers in a page's text."""
        layout = layout_of(text)
        for match in self.GROUPED.finditer(text):
            yield from self._judged(layout, match.start(), match.end())
        for match in self.LABELLED.finditer(text):
            if not names_other(match[1].lower()):
                yield from self._labelled(text, match.start(2), match.end(2))
        for match in self.PART.finditer(text):
            group = 1 if match[1] else 2
            yield self._hit(match.span(group), "deel van een BSN", 0.85)
        for match in self.VAT.finditer(text):
            if eleven_test(match[1]) and int(match[1]) < self.LEGAL_PERSONS:
                yield self._hit(
                    match.span(1), "BSN in het btw-nummer van een eenmanszaak", 0.6, checksum=True
                )

    def _judged(self, layout: Layout, start: int, end: int) -> Iterator[Hit]:
        digits = only_digits(layout.text[start:end])
        passes = eleven_test(digits)
        before = layout.before(start, 90)
        if self._is_labelled(layout, start, before):
            score = 0.99 if passes else 0.5
            yield self._hit((start, end), "BSN bij het woord BSN", score, checksum=passes)
        elif passes and not OTHER_NUMBER.search(before) and "/" not in layout.text[start - 1 : start]:
            yield self._hit((start, end), "elfproef zonder het woord BSN", 0.5, checksum=True)

    def _is_labelled(self, layout: Layout, start: int, before: str) -> bool:
        last = max((match.end() for match in self.LABEL.finditer(before)), default=-1)
        if last >= 0:
            return not names_other(before[last:])
        nearby = (layout.label(start), *layout.header(start))
        return not names_other(before) and any(self.LABEL.search(piece) for piece in nearby)

    def _labelled(self, text: str, start: int, end: int) -> Iterator[Hit]:
        digits = only_digits(text[start:end])
        if eleven_test(digits.zfill(9)):
            yield self._hit((start, end), "BSN bij het woord BSN", 0.95, checksum=True)
        elif len(digits) == 9:
            yield self._hit((start, end), "BSN bij het woord BSN", 0.5, checksum=False)

    def _hit(self, span: tuple[int, int], rule: str, score: float, *, checksum: bool | None = None) -> Hit:
        return Hit(
            start=span[0], end=span[1], kind=FindingKind.BSN, rule=rule, score=score, checksum=checksum
        )


class AccountRecognizer(Recognizer):
    r"""IBANs of all countries, Dutch account numbers from before IBAN, and payment cards.

    Legal basis: Wob 10.2.e and Woo 5.1.2.e for the account of a person; of a firm 10.1.c or 5.1.1.c may
    apply, which people judge. Format: country, two check digits and an account of fixed length per country
    (ISO 13616-1, IBAN registry), check by mod 97 (``checks.mod_97``, worked there for NL91ABNA0417164300).
    Check digits 00, 01 and 99 cannot exist, so ``NL00 BANK 0123 4567 89`` is an example of a form.

    ========================================  ======================================
    text                                      outcome
    ========================================  ======================================
    ``NL91 ABNA 0417 1643 00``                0.99
    ``nl91abna0417164300``                    0.99
    ``NL91 ABNA 0417 1643\n00``                0.99, broken over a line end
    ``NL91 ABNA O417 1643 00``                0.9, letter O typed for a nought
    ``NL92 ABNA 0417 1643 00``                0.6, fails the test
    ``giro 1234567``                          0.6
    ``NL86 INGB …`` in a row of a tax office  general contact: stays readable
    ========================================  ======================================
    """

    kinds = (FindingKind.IBAN, FindingKind.GENERAL_CONTACT)

    START = re.compile(
        rf"(?<![A-Za-z0-9])(?:(?i:{'|'.join(sorted(IBAN_LENGTH))})|N[ \t]L)"
        r"[ \t]?\d[ \t]?\d(?=[ \t\n.-]?[A-Za-z0-9])"
    )
    DUTCH = re.compile(r"NL\d{2}[A-Z]{4}\d{10}")
    MISREAD = str.maketrans("OILSB", "01158")
    LABEL = re.compile(
        r"iban|rekening|\brek\b|\brek\.|bank|\bgiro|betaald op|overgemaakt|overmaken|t\.n\.v\."
    )
    OLD = re.compile(
        r"(?i)(?:giro(?:rekening|nummer|nr)?|postbank|(?:bank)?rekening(?:nummer|nr)?|rek\.? ?nr|banknr)"
        r"[.:]?[^\d\n]{0,12}\s?(?<![A-Za-z])(\d(?:[. ]?\d){5,9})(?![\w/-])(?![.,]\d)"
    )
    CARD = re.compile(r"(?<![\d.,-])(?<!\d )[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{2,4}(?![\w.,-]?\d)")
    PUBLIC_BODY = re.compile(
        r"(?:de |het )?(?:belastingdienst|cjib|centraal justitieel incassobureau|uwv|svb|duo|cak|"
        r"rijksoverheid|staat der nederlanden|"
        r"(?:ministerie|gemeente|provincie|waterschap|veiligheidsregio)\b(?: [\w'-]+){0,5})"
    )
    IN_NAME_OF = re.compile(r"(?:t\.?n\.?v\.?|ten name van|aan)[: ]+([^.;(]{3,50})")

    def find(self, text: str) -> Iterator[Hit]:
        """The account and card numbers in a page's text."""
        layout = layout_of(text)
        for match in self.START.finditer(text):
            yield from self._iban(layout, match.start())
        for match in self.OLD.finditer(text):
            digits = only_digits(match[1])
            passes = account_eleven_test(digits) if len(digits) > 8 else None
            yield self._hit(match.span(1), "rekeningnummer van voor IBAN", 0.6, passes)
        for match in self.CARD.finditer(text):
            if luhn(only_digits(match[0])) and not OTHER_CARD.search(layout.before(match.start(), 30)):
                yield self._hit(match.span(), "kaartnummer", 0.8, checksum=True)

    def _iban(self, layout: Layout, start: int) -> Iterator[Hit]:
        country = walk(layout.text, start, 2, whole=False)[1]
        end, account = walk(layout.text, start, IBAN_LENGTH[country])
        if len(account) < IBAN_LENGTH[country] or not self._is_possible(account, country):
            return
        read = account[:8] + account[8:].translate(self.MISREAD) if country == "NL" else account
        if mod_97(read.upper()):
            score = 0.99 if read == account else 0.9
            yield self._of_whom(layout, (start, end), score)
        elif self._is_probable(layout, start, read.upper(), country):
            yield self._hit((start, end), "rekeningnummer dat niet klopt", 0.6, checksum=False)

    def _is_possible(self, account: str, country: str) -> bool:
        if account[2:4] in ("00", "01", "99") or not account[2:4].isdigit():
            return False
        if country == "NL":
            return bool(self.DUTCH.fullmatch((account[:8] + account[8:].translate(self.MISREAD)).upper()))
        # Words after "de 20" or "is 14" never hold so many digits.
        return sum(character.isdigit() for character in account[4:]) >= len(account[4:]) // 2

    def _is_probable(self, layout: Layout, start: int, account: str, country: str) -> bool:
        nearby = " ".join((layout.before(start), layout.label(start), *layout.header(start)))
        return bool(self.LABEL.search(nearby)) or (country == "NL" and bool(self.DUTCH.fullmatch(account)))

    def _of_whom(self, layout: Layout, span: tuple[int, int], score: float) -> Hit:
        block = layout.text[slice(*layout.block(span[0]))]
        named = self.IN_NAME_OF.search(layout.after(span[1], 60))
        holders = [folded(cell) for cell in block.split("\t")] + ([named[1].strip()] if named else [])
        if any(self.PUBLIC_BODY.fullmatch(holder) for holder in holders):
            return Hit(
                start=span[0],
                end=span[1],
                kind=FindingKind.GENERAL_CONTACT,
                rule="rekening van een overheidsorgaan",
                score=score,
                checksum=True,
            )
        return self._hit(span, "IBAN", score, checksum=True)

    def _hit(self, span: tuple[int, int], rule: str, score: float, checksum: bool | None) -> Hit:
        return Hit(
            start=span[0], end=span[1], kind=FindingKind.IBAN, rule=rule, score=score, checksum=checksum
        )


def names_other(words: str) -> bool:
    """Whether words directly before a number say that it is a number of something else."""
    found = OTHER_NUMBER.search(words)
    return found is not None and not PLAIN_NUMBER.match(found[0])


def only_digits(text: str) -> str:
    """The digits of a text, separators left out."""
    return "".join(character for character in text if character.isdigit())


def walk(text: str, start: int, count: int, *, whole: bool = True) -> tuple[int, str]:
    """The end of the ``count`` letters and digits from ``start`` on, and these in capitals.

    One separator (space, dot, dash, line end, next cell) may stand between two of them; fewer than ``count``
    come out where the value ends sooner, and none where a ``whole`` value is asked and it runs on.
    """
    found: list[str] = []
    position, gap = start, 0
    while position < len(text) and len(found) < count:
        character = text[position]
        if character.isascii() and character.isalnum():
            found.append(character)
            gap = 0
        elif character in " .-\n\t" and gap == 0:
            gap = 1
        else:
            break
        position += 1
    runs_on = whole and position < len(text) and text[position].isalnum()
    return position, "" if runs_on else "".join(found).upper()
