r"""Numbers of identity documents, and numbers and names by which an organisation knows a person.

In: the text of a page. Out: hits. These formats say little by themselves (nine characters, ten digits), so a
word nearby must name them: before the value, in the cell to the left or in the header of the table's column.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lakmoes.detection.lists import name_lists
from lakmoes.detection.nearby import Layout, layout_of
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind


@dataclass(frozen=True, slots=True)
class Rule:
    """A number that a word nearby names.

    Attributes:
        name: In Dutch, as a reader of the evidence knows it.
        label: Pattern of the word, searched in folded text.
        value: Pattern of the number.
        score: Of a hit.
        reach: How many characters before the number the word may stand.
    """

    name: str
    label: re.Pattern[str]
    value: re.Pattern[str]
    score: float
    reach: int = 45


def labelled(layout: Layout, rule: Rule) -> Iterator[re.Match[str]]:
    """The values on a page near which a word names them."""
    if not rule.label.search(layout.text.lower().replace("\n", " ")):
        return
    for match in rule.value.finditer(layout.text):
        nearby = (layout.before(match.start(), rule.reach), layout.label(match.start()))
        if any(rule.label.search(piece) for piece in nearby) or in_column(layout, match.start(), rule.label):
            yield match


def in_column(layout: Layout, start: int, label: re.Pattern[str]) -> bool:
    """Whether the header of the position's column matches, or of any column where cells have merged."""
    header = layout.header(start)
    columns = [index for index, cell in enumerate(header) if label.search(cell)]
    if not columns:
        return False
    begin, end = layout.block(start)
    row = layout.text[begin:end]
    if row.count("\t") + 1 != len(header):
        return "\t" in row
    return row.count("\t", 0, start - begin) in columns


class IdentityDocumentRecognizer(Recognizer):
    r"""Numbers of passports, identity cards, driving licences, residence documents and V-numbers.

    Legal basis: art. 46 UAVG and art. 87 GDPR for what the law makes a number of identification, else
    privacy: Wob 10.2.e, Woo 5.1.1.e and 5.1.2.e. Formats: Dutch passport and identity card nine characters,
    two letters, six letters or digits, one digit (the letter O is not used, but is what scans make of 0);
    driving licence ten digits (RDW); V-number ten digits (IND); residence document nine characters.

    ============================================  ====================================
    text                                          outcome
    ============================================  ====================================
    ``paspoort NW3X2B7K4``                        0.9
    ``Documentnummer\tIR7KB04P9``                 0.9
    ``rijbewijs (nummer 5123456789)``             0.9
    ``v-nummer 290.123.4567``                     0.9
    ``Turks paspoort U12345678``                  0.8, foreign
    ``rijksregisternummer 85.07.30-033.28``       0.9, Belgian
    ``Artikel NW3X2B7K4``                         nothing, no word names it
    ``documentnummer 2020-220416``                nothing, another format
    ============================================  ====================================
    """

    kinds = (FindingKind.IDENTITY_DOCUMENT,)

    DOCUMENT = re.compile(
        r"paspoort|passport|identiteits(?:kaart|bewijs|document)|\bid-?(?:kaart|bewijs|card)|legitimatie|"
        r"reisdocument|document ?n(?:umme)?r|verblijfs(?:document|vergunning)|nationale id"
    )
    RULES = (
        Rule(
            "paspoort of identiteitskaart",
            DOCUMENT,
            re.compile(r"(?<![\w-])[A-Z]{2}[ ]?[A-Z0-9]{6}[ ]?\d(?![\w-])"),
            0.9,
        ),
        Rule(
            "rijbewijs",
            re.compile(r"rijbewijs|driving licen[cs]e"),
            re.compile(r"(?<![\w.,/-])\d(?:[ .-]?\d){9}(?![\w/-])(?![.,]\d)"),
            0.9,
        ),
        Rule(
            "V-nummer",
            re.compile(r"\bv-?(?: ?n(?:umme)?r)\b|vreemdelingennummer|\bind-nummer|crv-nummer"),
            re.compile(r"(?<![\w,/-])\d(?:[ .]?\d){9}(?![\w/-])(?![.,]\d)"),
            0.9,
        ),
        Rule(
            "CRV-nummer",
            re.compile(r"\bcrv-?(?: ?n(?:umme)?r)\b"),
            re.compile(r"(?<![\w.,/-])\d{8,9}(?![\w/-])(?![.,]\d)"),
            0.9,
        ),
        Rule(
            "buitenlands paspoort of identiteitsbewijs",
            re.compile(r"paspoort|passport|identiteits(?:kaart|bewijs)|\bid-?(?:kaart|card)|identity card"),
            re.compile(
                r"(?<![\w.,/-])(?:[A-Z]{1,2}\d{6,8}|(?=[A-Z0-9]*[A-Z])(?=(?:[A-Z]*\d){3})[A-Z0-9]{9}|"
                r"\d{3}-\d{7}-\d{2})(?![\w/-])"
            ),
            0.8,
            reach=30,
        ),
        Rule(
            "rijksregisternummer",
            re.compile(r"rijksregister|rrn\b|national number|insz|identificatienummer"),
            re.compile(r"(?<![\w.,/-])\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}(?![\w/-])"),
            0.9,
        ),
        Rule(
            "strafrechtsketennummer",
            re.compile(r"\bskn\b|strafrechtsketenn"),
            re.compile(r"(?<![\w.,/-])[A-Z]{0,3}\d{6,10}(?![\w/-])"),
            0.9,
        ),
        Rule(
            "verblijfsdocument",
            re.compile(r"verblijfs(?:document|vergunning)|vreemdelingendocument"),
            re.compile(r"(?<![\w-])(?=\w*\d)[A-Z0-9]{9}(?![\w-])"),
            0.85,
        ),
    )

    def find(self, text: str) -> Iterator[Hit]:
        """The numbers in a page's text."""
        layout = layout_of(text)
        for rule in self.RULES:
            for match in labelled(layout, rule):
                if any(character.isdigit() for character in match[0][:-1]):
                    yield Hit(
                        start=match.start(),
                        end=match.end(),
                        kind=FindingKind.IDENTITY_DOCUMENT,
                        rule=rule.name,
                        score=rule.score,
                    )


class PersonalNumberRecognizer(Recognizer):
    r"""Personnel, badge, client, patient and policy numbers, and the names of users of systems.

    Legal basis: privacy, Wob 10.2.e, Woo 5.1.2.e: behind each such number an organisation knows one person.
    There is no common format; digits, or letters with digits, that the word nearby names. Numbers of cases,
    invoices, devices in stock, articles, parcels of land and decisions name no person.

    =================================================  ====================================
    text                                               outcome
    =================================================  ====================================
    ``personeelsnummers 00411222,\n00420333 en 00398``  all three
    ``afgedrukt 01-12-2020 15:22 door LE012345``       0.85
    ``Behandelaar VWS-U20001``                         0.85
    ``gebruikersnaam jjansen_ext``                     0.85
    ``Inlog`` as header over ``u012345, u054321``      both
    ``klantnummer 12345678``, ``Pers.nr`` over ``10340``  0.85
    ``OV-chipkaart 3528 0201 2345 6789``               0.85
    ``dossiernummer 12345678``                         nothing
    ``gebruiker van het toestel``                      nothing: a word, no name of a user
    =================================================  ====================================
    """

    kinds = (FindingKind.PERSONAL_NUMBER,)

    NUMBERED = (
        r"personeels|pers\.?|lid|medewerkers?|werknemers?|dienst|stam|badge|pas|toegangspas|legitimatie|klant|cli[eë]nt|"
        r"pati[eë]nt(?:en)?|relatie|lidmaatschaps?|leden|deelnemers?|polis|verzekerden?|student(?:en)?|leerling|"
        r"gedetineerden?|debiteuren|agb|big|big-registratie|onderwijs|inschrijf|zorgverzekerings?|persoons|"
        r"ov-?chip(?:kaart)?|bonus(?:kaart)?|klantenkaart|spaarkaart|kaart"
    )
    NUMBER_LABEL = re.compile(
        rf"\b(?:{NUMBERED})[- ]?(?:n(?:umme)?rs?\b|nos?\b|id\b|code\b)|\bbadge\b|\bpasnr|"
        r"\b(?:toegangs|dienst|personeels)pas\b|\bpersoneelslid\b|\bov-?chipkaart\b|\ba-nummer|"
        r"\b(?:employee|staff|user|member|patient|customer|client) (?:no|nr|number|id)\b|"
        r"(?:apparaat|laptop|device|telefoon|tablet|werkplek) met (?:serie)?nummer"
    )
    USER_LABEL = re.compile(
        r"\b(?:door|by|gebruikers?|user|inlog|inlogcode|login|operator|behandelaars?|medewerkers?|account|"
        r"beoordelaar|auteur|ingelogd als|vlieger|inspecteurs?|verbalisant|hoofdagent|brigadier|afzender)\b"
        r"(?: id)?[:,( ]{0,3}$"
    )
    USER_FIELD = re.compile(
        r"(?i)\b(?:gebruiker|user|account|login|inlog|hostname|computernaam|apparaatnaam|device)\s?[:=]\s?"
        r"([A-Za-z](?=[\w.-]*[._\d])[\w.\\-]{2,30}\w)"
    )
    STAMPED = re.compile(
        r"(?i:\b(?:afgedrukt|geprint|opgeslagen|gewijzigd|bewerkt|ge[eë]xporteerd|aangemaakt|ingelogd|gedownload)"
        r"(?: op [^,;\n]{4,20})? (?:door|als|by)|laatste wijziging(?: door)?|last modified by|printed by)"
        r"[: ]{1,2}([a-z][a-z0-9._-]{3,20}[a-z0-9])\b(?![.-]\w)"
    )
    """A user name in small letters where a program has stamped who did it."""
    NUMBERED_COPY = re.compile(r"(?i)\bexemplaar(?:\s?n(?:umme)?r\.?)?\s(\d{1,4})(?=\s\()")
    COLUMN = re.compile(r"^(?:inlog|login|user|gebruiker|account|medewerker|behandelaar|operator|door)\b")
    NUMBER = re.compile(
        r"(?<![\w./-])(?<!\d )\d{4}(?: \d{4}){3}(?![\w/])(?! \d)|"
        r"(?<![\w./€-])(?<!\d[ ,])(?!\d{1,2}-\d{1,2}-\d)(?:[A-Z]{1,4}[- ]?|[a-z])?\d(?:[.-]?\d){3,12}"
        r"(?![\w/])(?![.,-]\d)|"
        r"(?<![\w./-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Z0-9][A-Z0-9]*(?:-[A-Z0-9]+)*(?![\w/-])"
    )
    USER_CODE = re.compile(
        r"(?<![\w./@-])(?:(?:[A-Z]{2,6}-)?[A-Za-z]{1,5}\d{4,7}|[A-Z]{6,12}\d{2,4}|[a-z]{6,12}\d{2,4})"
        r"(?![\w@/])(?![.-]\w)"
    )
    """Few letters with many digits, or the better part of a surname with a few."""
    USER_NAME = re.compile(
        r"(?i)(?:gebruikersnaam|gebruikers-?id|user ?name|user-?id|inlognaam|loginnaam|login ?name)"
        r"\b[\s:=]{1,3}(?:is |was )?[\"'‘“]?([\w][\w.@\\-]{2,30}\w)"
    )
    FURTHER = re.compile(r"(?:\s?[,;]|\sen|\sof|\s?/)\s{1,2}([A-Z]{0,4}-?\d{4,12})(?![\w/-])")
    """A next number in a list of numbers."""
    REACH = 150
    """Characters that a list of numbers after one label may run on."""

    def find(self, text: str) -> Iterator[Hit]:
        """The numbers and user names in a page's text."""
        layout = layout_of(text)
        rule = Rule("nummer van een persoon", self.NUMBER_LABEL, self.NUMBER, 0.85, reach=25)
        for match in labelled(layout, rule):
            yield self._hit(match.span(), rule.name)
            yield from self._following(text, match.end())
        for match in self.USER_CODE.finditer(text):
            if self._is_user(layout, match.start()):
                yield self._hit(match.span(), "code van een gebruiker")
        for pattern, name in (
            (self.USER_NAME, "gebruikersnaam"),
            (self.USER_FIELD, "gebruikersnaam"),
            (self.NUMBERED_COPY, "genummerd exemplaar op naam"),
        ):
            for match in pattern.finditer(text):
                yield self._hit(match.span(1), name)
        yield from self._stamps(text)

    def _stamps(self, text: str) -> Iterator[Hit]:
        for match in self.STAMPED.finditer(text):
            if match[1] not in name_lists().common_words:
                yield self._hit(match.span(1), "gebruikersnaam in een stempel")

    def _is_user(self, layout: Layout, start: int) -> bool:
        before = layout.before(start, 40)
        named = self.USER_LABEL.search(before) or self.USER_LABEL.search(layout.label(start))
        return bool(named) or in_column(layout, start, self.COLUMN)

    def _following(self, text: str, end: int) -> Iterator[Hit]:
        """The further numbers of a list (``00411222, 00420333 en 00398444``)."""
        position = end
        while more := self.FURTHER.match(text, position, end + self.REACH):
            yield self._hit(more.span(1), "nummer van een persoon")
            position = more.end()

    def _hit(self, span: tuple[int, int], rule: str) -> Hit:
        return Hit(start=span[0], end=span[1], kind=FindingKind.PERSONAL_NUMBER, rule=rule, score=0.85)
