r"""Dates of birth and ages of persons.

In: the text of a page. Out: hits. A date or a number of years says nothing by itself: words before it (born
on), the cell to the left, the header of its column, or a relative before it make it one. Dates of letters,
terms and sizes stay.
"""

import re
from collections.abc import Iterator

from lakmoes.detection.nearby import Layout, layout_of
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.detection.running import running_names
from lakmoes.detection.tokens import tokenize
from lakmoes.model import FindingKind

MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june?|juli?|july?|"
    r"aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = (
    rf"(?:\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?(?:(?:18|19|20)\d{{2}}|['’]?\d{{2}})|"
    rf"\d{{1,2}}\s{MONTH}\s(?:(?:18|19|20)\d{{2}}|['’]\d{{2}})|{MONTH}\s\d{{1,2}},?\s(?:19|20)\d{{2}}|"
    rf"(?:19|20)\d{{2}}-\d{{2}}-\d{{2}})"
)
PERSON = "|".join(
    (
        r"zoon(?:tje)?|dochter(?:tje)?|kind(?:je|eren)?|baby|jongen|meisje|kleinzoon|kleindochter",
        r"vader|moeder|ouders?|opa|oma|schoonvader|schoonmoeder|broer(?:tje)?|zus(?:je|ter)?|neef(?:je)?|nicht(?:je)?",
        r"man|vrouw|echtgenote?|partner|vriend(?:in)?|buurman|buurvrouw|bewoner|bewoonster",
        r"cli[eë]nte?|pati[eë]nte?|verdachte|slachtoffer|getuige|betrokkene|leerling|pupil|studente?",
        r"mevrouw|mevr\.?|mw\.?|meneer|dhr\.?|de heer|mr\.?|mrs\.?",
    )
)
"""Words for a person before an age or date in brackets."""
NAMED = r"(?!\w)\.?(?:[^.;\n()]|(?<=\b\w)\.){0,40}?"
"""The name between the word and the age; full stops only behind initials."""
SURE_NAME = 0.6
"""Score of a name from which a number behind it is an age."""
YEARS = r"\d{1,3}\s(?:jaar|jr\.?|maanden|weken)"
AGES = (
    (re.compile(rf"(?i)\b(?:{PERSON}){NAMED}(?<!\d)[,(]\s?({YEARS})\b"), 0.8),
    (re.compile(r"(?<![\w(])[A-ZÀ-Ž][\w'’-]+\s\((\d{1,2}\s(?:jaar|jr\.?))\b"), 0.8),
    (re.compile(rf"(?i)\b(?:{PERSON}){NAMED}\((\d{{2}})(?=[,)])(?!,\d)"), 0.7),
    (
        re.compile(rf"(?i)(?<![\w-])(\d{{1,3}}-jarige?)\s(?:{PERSON}|inwoner|werknemer|medewerker|agent)\b"),
        0.75,
    ),
    (re.compile(r"(?<![\w-])(\d{1,3}-jarige)\s(?=[A-ZÀ-Ž][a-zà-ž'’-]+)"), 0.7),
    (
        re.compile(
            r"(?i)\b(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je|eren)?|baby|jongen|meisje|kleinzoon|kleindochter|man|"
            r"vrouw|(?:groot)?(?:vader|moeder)|broer(?:tje)?|zus(?:je)?)\svan\s"
            r"(\d{1,2}(?:\s(?:jaar|maanden|weken))?)\b(?!\s?(?:%|euro|procent|uur|km|cm|[a-z]{3,}(?:en|s)\b)|[.,:-]\d)"
        ),
        0.75,
    ),
    (
        re.compile(
            r"(?i)\b(?:hij|zij|ze|ik|die|is|was|wordt|werd|bent|ben)\s(\d{1,3}\sjaar(?:\soud)?)\b"
            r"(?=\soud\b|(?<=oud)|[,.)])"
        ),
        0.7,
    ),
    (
        re.compile(
            r"(?i)(?<!e )\b(?:leeftijd|age)(?::[ \n]?|\t|\n)(\d{1,3}(?:\sjaar)?)\b(?!\s?[-–]\s?\d|[.,]\d)"
        ),
        0.85,
    ),
    (re.compile(r"(?i)\b(?:is|wordt|werd)\s(?:\w+\s)?(\d{2})\sgeworden\b"), 0.8),
)
"""How ages are written, the age as the first group, and the score."""


class BirthRecognizer(Recognizer):
    r"""Dates of birth and ages where the words around say that they are one.

    Legal basis: privacy, Wob 10.2.e, Woo 5.1.2.e; of a deceased person as well (relatives). Format: a date in
    digits or words, or a number of years.

    ==================================================  ==========================================
    text                                                outcome
    ==================================================  ==========================================
    ``geboren op 4 juni 1991``, ``geb. 12-3-1949``      the date, 0.95
    ``Geboortedatum\t29-01-1988``                       the date, 0.95
    ``Geb.`` as header over ``30-09-1965``              the date, 0.9
    ``dochter Lotte (02-02-2012)``                      the date, 0.8
    ``Fleur (9 jaar)``, ``mijn zoontje, 6 jaar``        the age, 0.8
    ``een 38-jarige man``, ``42 jaar oud``              the age, 0.75
    ``onze dochter van 7``, ``de 29-jarige Bram``       the age, 0.75 and 0.7
    ``Jan Smit (48)``, ``Smit, 48 jaar``                the age, 0.6: a name stands before it
    ``een contract van 4 jaar``, ``na 28 dagen``        nothing
    ``brief van 4 juni 1991``                           nothing
    ==================================================  ==========================================
    """

    kinds = (FindingKind.DATE_OF_BIRTH,)

    DATES = re.compile(rf"(?<![\w./-]){DATE}(?![\w/]|[-.]\d)", re.IGNORECASE)
    BORN = re.compile(
        r"\b(?:geboren|geboortedat(?:um|a)|geboortedag|geboorte|geb\.? ?dat(?:um|\.)?|geb\.|geb|born|birth|"
        r"dob|d\.o\.b\.|overleden)\b\.?[^.;]{0,45}$"
    )
    LIMIT = re.compile(r"\b(?:voor|vóór|na|ná|tussen|vanaf|sinds|tot|before|after) $")
    """A date that bounds a group of people ("geboren voor 1 januari 1950") is no one's birthday."""
    BORN_LABEL = re.compile(r"^(?:geboren|geboorte|geb\b|born|date of birth|birth|dob)")
    YEAR = re.compile(
        r"(?i)(?:\b(?:geboren (?:in|anno)|geboortejaar|geb\.? ?jaar|year of birth)[\s:]{1,3}|"
        r"\bgeb\.\s|\(\*\s?)"
        r"((?:18|19|20)\d{2})\b(?!-)"
    )
    RUN_TOGETHER = re.compile(
        r"(?i)\b(?:geboortedatum|geb\.? ?datum|date of birth|dob)[\s:]{1,3}"
        r"(\d{8}|\d{2} \d{2} \d{4})(?![\w-])"
    )
    STARRED = re.compile(rf"\(\*\s?({DATE})", re.IGNORECASE)
    DAY = re.compile(
        r"(?i)\b(?:geboren op|jarig(?: op)?|verjaardag(?: is)?(?: op)?|birthday)[\s:]{1,3}"
        rf"(\d{{1,2}}(?:\s{MONTH}|[-/]\d{{1,2}}))(?![\w-])(?!\s\d)"
    )
    BEHIND = re.compile(
        r"\s\((1[6-9]|[2-9]\d)(?=[,)])(?!,\d)|"
        r",\s(\d{1,2}\sjaar)\b(?!\s(?:geleden|lang|ervaring|in |cel|werk|later|lid))"
    )
    OTHER_DATE = re.compile(r"\b(?:datum|date|dag|dd|d\.d\.|ontvangen|verzonden|periode|betaald|ingang)\b")
    RELATIVE = re.compile(rf"\b(?:{PERSON})(?: [\w'’.-]+){{0,4}} ?\($")

    def find(self, text: str) -> Iterator[Hit]:
        """The dates of birth and ages in a page's text."""
        layout = layout_of(text)
        for match in self.DATES.finditer(text):
            score = self._score(layout, match.start())
            if score:
                yield self._hit(match.span(), "geboortedatum", score)
        for pattern in (self.RUN_TOGETHER, self.STARRED):
            for match in pattern.finditer(text):
                yield self._hit(match.span(1), "geboortedatum", 0.9)
        for pattern in (self.YEAR, self.DAY):
            for match in pattern.finditer(text):
                yield self._hit(match.span(1), "geboortejaar of verjaardag", 0.85)
        yield from self._behind_names(text)
        for pattern, score in AGES:
            for match in pattern.finditer(text):
                yield self._hit(match.span(1), "leeftijd van een persoon", score)

    def _behind_names(self, text: str) -> Iterator[Hit]:
        """Ages right behind a person's name, in brackets or before ``jaar``."""
        tokens = tokenize(text)
        for found in running_names(text):
            if found.score >= SURE_NAME:
                match = self.BEHIND.match(text, tokens[found.name.last - 1].end)
                if match:
                    group = 1 if match[1] else 2
                    yield self._hit(match.span(group), "leeftijd achter een naam", 0.6)

    def _score(self, layout: Layout, start: int) -> float:
        before = layout.before(start, 60)
        if self.LIMIT.search(before):
            return 0.0
        if self.BORN.search(before) or self.BORN_LABEL.search(layout.label(start)):
            return 0.95
        if self._in_column(layout, start):
            return 0.9
        return 0.8 if self.RELATIVE.search(before) else 0.0

    def _in_column(self, layout: Layout, start: int) -> bool:
        """Whether the date is in the column of birth.

        Cells that stand close together have merged in the text; which date of the row it is tells the column.
        """
        header = layout.header(start)
        kinds = [
            "born" if self.BORN_LABEL.search(cell) else "other"
            for cell in header
            if self.BORN_LABEL.search(cell) or self.OTHER_DATE.search(cell)
        ]
        if "born" not in kinds:
            return False
        begin, _ = layout.block(start)
        place = sum(1 for _ in self.DATES.finditer(layout.text[begin:start]))
        return kinds == ["born"] or (place < len(kinds) and kinds[place] == "born")

    def _hit(self, span: tuple[int, int], rule: str, score: float) -> Hit:
        return Hit(start=span[0], end=span[1], kind=FindingKind.DATE_OF_BIRTH, rule=rule, score=score)
