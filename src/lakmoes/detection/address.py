r"""Addresses: of persons, and of organisations, which stay.

In: the text of a page. Out: hits for street with house number, postcode with place, and P.O. boxes. Places by
themselves are no address. Whose address it is follows from what stands around it: the lines of a letterhead
or signature, the label of a form, the words before it in a sentence; in doubt it is a person's.
"""

import re
from collections.abc import Iterator

from lakmoes.detection import postal
from lakmoes.detection.lists import fold, name_lists
from lakmoes.detection.nearby import Layout, any_of, layout_of
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind

Range = tuple[int, int]


class AddressRecognizer(Recognizer):
    r"""Home and correspondence addresses of persons; addresses of organisations as general contact.

    Legal basis: privacy, Wob 10.2.e, Woo 5.1.2.e. Format: see ``postal``.

    ===================================================  =============================================
    text                                                 outcome
    ===================================================  =============================================
    ``Molenkade 88a\n8064 PX Zwartsluis``                both lines
    ``wonende Kreekzoom 4, 4541 JZ Sluiskil``            the whole
    ``Adres\tHavenzicht 9``                              ``Havenzicht 9``
    ``adres: Dorpsstraat 7, Someren-Heide``              with the place
    ``Insulindeweg 614-III``, ``Kerkstraat 12 bis``      with the addition
    ``buurvrouw van nummer 90``                          ``nummer 90``
    ``het pand Kerkstraat 5``                            0.5: people are asked
    ``Postbus 20350, 2500 EJ Den Haag``                  general contact
    ``Bezoekadres\nParkplein 5``                         general contact
    ``zaal Noord, Oudlaan 40``                           general contact
    ``Stationsplein, 23 januari``, ``Blok 3``            nothing
    ===================================================  =============================================
    """

    kinds = (FindingKind.ADDRESS, FindingKind.GENERAL_CONTACT)

    PERSONAL = any_of(
        r"\b(?:woon|thuis|priv[eé]|post)?adres\b(?! van (?:de|het) (?:nieuwe|vergader))|straat en huisn",
        r"postcode|woonachtig|\bwonende?\b|\bwoont\b|woonplaats|verblijf|domicilie|inschrijfadres",
        r"\bde heer\b|\bmevrouw\b|\bmevr\b|\bmw\.|\bdhr\b|\bfamilie\b|\bfam\.|\berven\b",
    )
    ORGANISATION = any_of(
        r"\bministerie\b|\bgemeente\b|\bprovincie\b|waterschap|\brijks\w+|directoraat|\bdirectie\b|\bdienst\b",
        r"\bpolitie\b|\bparket\b|openbaar ministerie|rechtbank|gerechtshof|raad van state|tweede kamer",
        r"inspectie|\bautoriteit\b|agentschap|ombudsman|college van|veiligheidsregio|omgevingsdienst|\bggd\b",
        r"\bb\.?v\.?(?=[\s,|)]|$)|\bn\.v\.|\bgmbh\b|\bab\b|\bltd\b|bedrijf|holding|\bgroep\b|stichting|kvk",
        r"advocaten|notaris|universiteit|\bschool\b|\w*college\b|lyceum|\broc\b|ziekenhuis|verpleeghuis|hotel\b|congres|zalencentrum",
        r"\bkantoor\b|hoofdkantoor|bezoekadres|postadres|retouradres|kantooradres|vestiging|bezoekers|bureau\b",
        r"\bpostbus\b|\bkamer \w+[.-]?\d|\bzaal\b|\blocatie\b|vergader|\bunit [a-z]\b|magazijn|distributie",
        r"gemeentehuis|stadhuis|raadhuis\b|www\.|\b14 ?0\d{2}|t\.a\.v\.",
    )
    ADDRESSED = any_of(r"bezoekadres|retouradres|postadres|t\.a\.v\.")
    PROPERTY = re.compile(
        r"\b(?:pand|perceel|gebouw|winkel|loods|kavel|bouwplan|project|terrein|hal)\b[^.;]{0,20}$"
    )
    """The address of a property that a case is about may stay: people are asked."""
    OFFICE_AFTER = re.compile(
        r"[ ,]{0,2}(?:in \w+[, ]+)?\(?(?:het |de |ons |hun )?"
        r"(?:kantoor|vestiging|locatie|gebouw|stadhuis|vergader)"
    )
    OPENS = re.compile(r"(?:^|[\n\t(,:;|] ?|\b(?:op|aan|in|te|van|naar|bij) (?:de |het )?)$")
    CLOSES = re.compile(r"[,.;)\n\t|]|$")
    CODE_LABEL = re.compile(r"postcode|adres|woonplaats")
    MONTH = re.compile(r"\s(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|uur)")

    def find(self, text: str) -> Iterator[Hit]:
        """The addresses in a page's text."""
        layout = layout_of(text)
        taken: list[Range] = []
        for hit in self._all(layout):
            if not any(start < hit.end and hit.start < end for start, end in taken):
                taken.append((hit.start, hit.end))
                yield hit

    def _all(self, layout: Layout) -> Iterator[Hit]:
        """Hits of every form, the surest forms first; later ones overlap with them."""
        text = layout.text
        for match in postal.BOX_PATTERN.finditer(text):
            yield self._general(match.span(), "postbus", 0.95)
        for match in postal.LABELLED_PATTERN.finditer(text):
            span = match.start("street"), match.end()
            yield self._personal(span, "adres bij een woord dat het noemt", 0.9)
        for match in postal.STREET_PATTERN.finditer(text):
            if self._is_street(match):
                span = match.start(), self._with_place(text, match)
                yield self._judged(layout, span, 0.85 if match["code"] else 0.7)
        for match in postal.ANY_STREET_PATTERN.finditer(text):
            yield self._judged(layout, match.span(), 0.85)
        for match in postal.CODE_PATTERN.finditer(text):
            if self._is_code(layout, match):
                yield self._judged(layout, match.span(), 0.85)
        for match in postal.NEIGHBOUR_PATTERN.finditer(text):
            yield self._personal(match.span(1), "huisnummer van een bewoner", 0.65)

    def _is_street(self, match: re.Match[str]) -> bool:
        """No year or number after a place ("Nederland 2"), no day of a date ("Stationsplein 23 januari").

        A name that ends as other words do must stand apart as an address does, and be no ordinary word.
        """
        if match["code"]:
            return True
        last = match["street"].split()[-1]
        word = fold(last)
        year = re.match(r"(?:1[5-9]|20)\d\d\b", match["number"])
        after = match.string[match.end("number") : match.end("number") + 12]
        if year or self.MONTH.match(after) or len(last) < 5:
            return False
        if postal.SURE_STREET.search(last) or postal.SEVERAL_WORDS.fullmatch(match["street"]):
            return True
        if word in name_lists().places:
            return False
        before = match.string[max(0, match.start() - 8) : match.start()]
        apart = self.OPENS.search(before) and (match["place"] or self.CLOSES.match(after))
        return bool(apart) and word not in name_lists().common_words

    def _with_place(self, text: str, match: re.Match[str]) -> int:
        """The end of the address, with a known place that follows without a comma."""
        if match["place"] or match["code"]:
            return match.end()
        following = postal.FOLLOWING_PLACE.match(text, match.end())
        known = following and fold(following[1]) in name_lists().places
        return following.end() if following and known else match.end()

    def _is_code(self, layout: Layout, match: re.Match[str]) -> bool:
        """Four digits and two capitals are a postcode with a known place behind or a label before them."""
        near = layout.before(match.start(), 30) + layout.label(match.start())
        if self.CODE_LABEL.search(near):
            return True
        place = match[0][len("1234AB") :].strip(" ,\n")
        return fold(place) in name_lists().places

    def _judged(self, layout: Layout, span: Range, score: float) -> Hit:
        if self._is_general(layout, *span):
            return self._general(span, "adres van een organisatie", score)
        if self.PROPERTY.search(layout.before(span[0], 30)):
            return self._personal(span, "adres van een pand", 0.5)
        return self._personal(span, "adres van een persoon", score)

    def _is_general(self, layout: Layout, start: int, end: int) -> bool:
        if layout.is_row(start) and self.PERSONAL.search(layout.label(start)):
            return False
        if self.OFFICE_AFTER.match(layout.after(end, 40)):
            return True
        if layout.is_prose(start):
            before = layout.before(start, 60)
            return bool(self.ORGANISATION.search(before)) and not self.PERSONAL.search(before)
        above, line = layout.lines_above(start, 2), layout.line(start)
        if self.PERSONAL.search(above) or self.PERSONAL.search(layout.before(start, 30)):
            return bool(self.ADDRESSED.search(above + line))
        return bool(self.ORGANISATION.search(line) or self.ORGANISATION.search(above))

    def _personal(self, span: Range, rule: str, score: float) -> Hit:
        return Hit(start=span[0], end=span[1], kind=FindingKind.ADDRESS, rule=rule, score=score)

    def _general(self, span: Range, rule: str, score: float) -> Hit:
        return Hit(start=span[0], end=span[1], kind=FindingKind.GENERAL_CONTACT, rule=rule, score=score)
