r"""Addresses: of persons, and of organisations, which stay.

In: the text of a page. Out: hits for street with house number, postcode with place, and P.O. boxes. Places by
themselves are no address. Whose address it is follows from what stands around it: the lines of a letterhead or
signature, the label of a form, the words before it in a sentence; in doubt it is a person's.
"""

import re
from collections.abc import Iterator

from lakmoes.detection.lists import fold, name_lists
from lakmoes.detection.nearby import Layout, layout_of
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind

UPPER = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
SUFFIXES = (
    "straat|str\\.|laan|weg|plein|kade|dijk|gracht|singel|hof|pad|steeg|dreef|park|markt|plantsoen|boulevard|zoom|zicht|"
    "poort|veld|velden|ring|erf|wal|akker|akkers|weide|brink|sluis|kamp|heide|baan|allee|meent|oord|wijk|bos|stede|"
    "oever|wetering|vaart|haven|hoeve|straatweg|leen|tuin|tuinen|burcht|hage|gaarde|kreek|zijde|voorhout|buurt|"
    "promenade|passage|esplanade|lei|rak|land|landen|drift|kolk|meer|vliet|donk|loo|schans|toren|terp|warf|reed|wei|"
    "beek|made|hoek|rode|ven|duin|duinen"
)
NUMBER = (
    r"\d{1,5}(?:[ -]?[a-zA-Z](?![\w'’])|[ -](?:[IVX]{1,4}|\d{1,3}|hs|bis|zw|rd|huis|[A-Z]\d?)(?![\w,.]?\d)(?!\w))?"
    r"(?![\w:%€]|[.,:/]\d|-\d{2})"
)
NAME = rf"{UPPER}[\w'’-]+"
PARTICLE = r"[Vv]an|[Dd]e|den|der|het|ter|ten|op|aan|in|'t|’t|'s|’s|\d{1,2}e"
TAIL = "Weg|weg|Straat|straat|Laan|Plein|Kade|Dijk|Hof|Park|Singel|Markt|Wal|Gracht|Voorhout|Zuidzijde|Noordzijde|Oostzijde|Westzijde"
STREET = rf"(?:(?:{NAME}\.?|{PARTICLE}) ){{0,4}}?(?:{UPPER}[\w'’-]*(?:{SUFFIXES})|{NAME} (?:{TAIL}))"
POSTCODE = r"[1-9]\d{3}[ \n]?(?!SA|SD|SS)[A-Z]{2}(?!\w)"
PLACE = (
    rf"(?:['’][st][- ])?{UPPER}[\w'’-]+"
    rf"(?:[ -](?:(?:aan|a/d|op|bij|den|de|het|onder|over|en|in|van|der) )?{UPPER}[\w'’-]+|-(?:aan|op)-[\w-]+){{0,3}}"
)
BETWEEN = r"(?:[ ,]{1,3}|,?\n|[ ]?[|–-] ?|\s?\t)"


class AddressRecognizer(Recognizer):
    r"""Home and correspondence addresses of persons; addresses of organisations as general contact.

    Legal basis: privacy, Wob 10.2.e, Woo 5.1.2.e. Format: street, house number with addition, postcode (four
    digits, the first no 0, two letters but SA, SD and SS) and place (NEN 5825, postcode system of PostNL).

    ===================================================  =============================================
    text                                                 outcome
    ===================================================  =============================================
    ``Molenkade 88a\n8064 PX Zwartsluis``                both lines
    ``wonende Kreekzoom 4, 4541 JZ Sluiskil``            the whole
    ``Adres\tHavenzicht 9``                              ``Havenzicht 9``
    ``adres: Dorpsstraat 7, Someren-Heide``              with the place
    ``Insulindeweg 614-III``, ``Kerkstraat 12 bis``      with the addition
    ``buurvrouw van nummer 90``                          ``nummer 90``
    ``Postbus 20350, 2500 EJ Den Haag``                  general contact
    ``Bezoekadres\nParnassusplein 5``                    general contact
    ``zaal Thorbecke, Oudlaan 40``                       general contact
    ``Stationsplein, 23 januari``, ``Blok 3``            nothing
    ===================================================  =============================================
    """

    kinds = (FindingKind.ADDRESS, FindingKind.GENERAL_CONTACT)

    BOX = re.compile(
        rf"(?i:\b(?:postbus|p\.?o\.? ?box|antwoordnummer)\s\d{{1,6}})(?:[, \n|]{{1,3}}{POSTCODE}(?:[ \n]{PLACE})?)?"
    )
    ADDRESS = re.compile(
        rf"(?<![\w@./-])(?:(?P<street>{STREET})[ \n](?P<number>{NUMBER})(?:{BETWEEN}(?P<code>{POSTCODE})(?:[ \n,]{{1,2}}{PLACE})?"
        rf"|(?P<place>,[ \n]{PLACE}|,? te {PLACE})(?=[ ]?[\n\t.,;)|]|\Z))?"
        rf"|(?:(?:{NAME}\.?|{PARTICLE}) ){{0,3}}{NAME} {NUMBER}{BETWEEN}{POSTCODE}(?:[ \n,]{{1,2}}{PLACE})?)"
    )
    """A street by its ending with a number; or any name and number before a postcode."""
    FOLLOWING = re.compile(rf",?[ \n]({PLACE})")
    CODE = re.compile(rf"(?<![\w.,€-]){POSTCODE}(?:,?[ \n]{PLACE})?(?![\w-]*\d)")
    LABELLED = re.compile(
        rf"(?i:\b(?:woon)?adres(?:gegevens)?|straat(?: en huisn(?:umme)?r)?|straatnaam|verblijfplaats|woonplaats en adres|"
        rf"wonende?(?: te| aan| op)?(?: de| het)?|woont (?:op|aan|in)(?: de| het)?|woonachtig(?: te| aan| op)?)"
        rf"[ :\t\n]{{1,3}}(?P<street>(?:(?:(?:{NAME}\.?|{PARTICLE}) ){{0,3}}{NAME}|[a-z]{{3,}}(?:{SUFFIXES}))[ \n]{NUMBER})"
        rf"(?:[, \n]{{1,2}}(?:{POSTCODE}[ \n,]{{1,2}})?(?:{PLACE}|(?<=, )[a-z]{{3,}})(?=[ ]?[\n\t.,;)]|\Z))?"
    )
    NEIGHBOUR = re.compile(
        r"(?i)\b(?:buur(?:man|vrouw|jongen|meisje|vrouwen|lui)?|buren|bewon(?:er|ers|ster)|woont|wonend|familie)\b"
        r"[^.;]{0,40}?\b(?:op|van|bij)\s((?:huis)?n(?:umme)?r\.?\s\d{1,4}(?:[ -]?[a-zA-Z])?)\b"
    )
    PERSONAL = re.compile(
        r"\b(?:woon|thuis|priv[eé]|post)?adres\b(?! van (?:de|het) (?:nieuwe|vergader))|straat en huisn|woonachtig|"
        r"\bwonende?\b|\bwoont\b|woonplaats|verblijf|postcode|domicilie|inschrijfadres|\bde heer\b|\bmevrouw\b|"
        r"\bmevr\b|\bmw\.|\bdhr\b|\bfamilie\b|\bfam\.|\berven\b"
    )
    ORGANISATION = re.compile(
        r"\bministerie\b|\bgemeente\b|\bprovincie\b|\bpolitie\b|\bparket\b|openbaar ministerie|inspectie|\bb\.?v\.?(?=[\s,|)]|$)|"
        r"\bn\.v\.|\bgmbh\b|\bab\b|\bltd\b|\brijks\w+|\bdienst\b|universiteit|waterschap|rechtbank|gerechtshof|\bautoriteit\b|"
        r"stichting|\bggd\b|veiligheidsregio|omgevingsdienst|advocaten|notaris|agentschap|\bdirectie\b|directoraat|"
        r"\bkantoor\b|hoofdkantoor|bezoekadres|postadres|retouradres|kantooradres|vestigings?adres|vestiging|bezoekers|"
        r"\bpostbus\b|\bkamer \w+[.-]?\d|\bzaal\b|zalencentrum|\blocatie\b|vergader\w*|hotel\b|congres\w*|gemeentehuis|"
        r"stadhuis|raadhuis\b|bureau\b|ziekenhuis|\bschool\b|verpleeghuis|www\.|\b14 ?0\d{2}|kvk|t\.a\.v\.|tweede kamer|"
        r"college van|raad van state|ombudsman|\bunit [a-z]\b|bedrijf|holding|\bgroep\b|magazijn|distributie"
    )
    PROPERTY = re.compile(
        r"\b(?:pand|perceel|gebouw|winkel|loods|kavel|bouwplan|project|terrein|hal)\b[^.;]{0,20}$"
    )
    """The address of a property that a case is about may stay: people are asked."""
    OFFICE_AFTER = re.compile(
        r"^[ ,]{0,2}(?:in \w+[, ]+)?\(?(?:het |de |ons |hun )?(?:kantoor|vestiging|locatie|gebouw|stadhuis|vergader)"
    )

    def find(self, text: str) -> Iterator[Hit]:
        """The addresses in a page's text."""
        layout = layout_of(text)
        taken: list[tuple[int, int]] = []
        for match in self.BOX.finditer(text):
            taken.append(match.span())
            yield self._hit(match.span(), "postbus", general=True, score=0.95)
        for match in self.LABELLED.finditer(text):
            span = match.start("street"), match.end()
            taken.append(span)
            yield self._hit(span, "adres bij een woord dat het noemt", general=False, score=0.9)
        for match in self.ADDRESS.finditer(text):
            if self._is_street(match) and not overlaps(match, taken):
                span = match.start(), self._with_place(text, match)
                taken.append(span)
                yield self._judged(layout, span, 0.7 if match["street"] and not match["code"] else 0.85)
        for match in self.CODE.finditer(text):
            if not overlaps(match, taken) and self._is_code(layout, match):
                yield self._judged(layout, match.span(), 0.85)
        for match in self.NEIGHBOUR.finditer(text):
            yield self._hit(match.span(1), "huisnummer van een bewoner", general=False, score=0.65)

    def _is_street(self, match: re.Match[str]) -> bool:
        """A year after a name ("Woerden 2020") and the day of a date ("Stationsplein 23 januari") are no number."""
        number = match["number"]
        if not number:
            return True
        year = re.fullmatch(r"(?:19|20)\d\d", number) and not match["code"]
        after = match.string[match.end("number") : match.end("number") + 12]
        month = re.match(r"\s(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|uur)", after)
        return not year and not month and len(match["street"].split()[-1]) > 4

    def _with_place(self, text: str, match: re.Match[str]) -> int:
        """The end of the address, with a known place that follows without a comma ("Dorpsstraat 7 Someren")."""
        if match["place"] or match["code"] or not match["street"]:
            return match.end()
        following = self.FOLLOWING.match(text, match.end())
        return following.end() if following and fold(following[1]) in name_lists().places else match.end()

    def _is_code(self, layout: Layout, match: re.Match[str]) -> bool:
        """Four digits and two capitals are a postcode with a place, a label or an address line beside them."""
        if re.search(r"[ \n]", match[0][5:].strip()) or len(match[0]) > 8:
            return not re.match(r"(?:19|20)\d\d (?:DE|EN|IN|OF|TE|ER|IS|OP)\b", match[0])
        near = layout.before(match.start(), 30) + layout.label(match.start())
        return bool(re.search(r"postcode|adres|woonplaats", near))

    def _judged(self, layout: Layout, span: tuple[int, int], score: float) -> Hit:
        if self._is_general(layout, *span):
            return self._hit(span, "adres van een organisatie", general=True, score=score)
        if self.PROPERTY.search(layout.before(span[0], 30)):
            return self._hit(span, "adres van een pand", general=False, score=0.5)
        return self._hit(span, "adres van een persoon", general=False, score=score)

    def _is_general(self, layout: Layout, start: int, end: int) -> bool:
        label = layout.label(start)
        if "\t" in layout.text[slice(*layout.block(start))] and self.PERSONAL.search(label):
            return False
        if self.OFFICE_AFTER.search(layout.after(end, 40)):
            return True
        if layout.is_prose(start):
            before = layout.before(start, 40)
            return bool(self.ORGANISATION.search(before)) and not self.PERSONAL.search(before)
        above = layout.lines_above(start, 2)
        line = layout.line(start)
        if self.PERSONAL.search(above) or self.PERSONAL.search(layout.before(start, 30)):
            return bool(re.search(r"bezoekadres|retouradres|postadres|t\.a\.v\.", above + line))
        return bool(self.ORGANISATION.search(line) or self.ORGANISATION.search(above))

    def _hit(self, span: tuple[int, int], rule: str, *, general: bool, score: float) -> Hit:
        kind = FindingKind.GENERAL_CONTACT if general else FindingKind.ADDRESS
        return Hit(start=span[0], end=span[1], kind=kind, rule=rule, score=score)


def overlaps(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    """Whether a match shares a character with one of the ranges."""
    return any(start < match.end() and match.start() < end for start, end in taken)
