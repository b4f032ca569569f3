"""Names that are public because they are cited: authors of works, parties in case law.

In: the text of one page. Out: hits with role ``auteur`` or ``partij_in_rechtspraak``, so that people see
why these names stay. Known: ``Custers, B. & Halvorsen, J. (2018).``, ``volgens Haverkort en Lim (2020)``,
``B. Custers & J. Halvorsen, ‘Drones …’``, ``De Koning & Vos, Het Nederlandse weer (1998)``, ``Dannenberg
c.s., …``, ``Uzun/Duitsland``, ``P.G. en J.H./Verenigd Koninkrijk``, ``het arrest Gaskin``.
"""

import re
from collections.abc import Iterator

from lakmoes.detection.listing import Place, index_at, names_between
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.name_recognizer import NameRecognizer
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.tokens import CAPITALS, Kind, tokenize
from lakmoes.model import FindingKind

AUTHOR = "auteur"
PARTY = "partij_in_rechtspraak"

WORD = rf"(?:[{CAPITALS}][^\W\d_]+(?:[-'’][^\W\d_]+)*)"
INTERFIX = r"(?:[Vv]an(?: de[nr]?| het| 't)?|[Dd]e[nr]?|[Tt]e[rn]?|[Vv]on|[Dd][aiu]|[Ll][ae]|[Ee]l|'t) "
SURNAME = rf"(?:{INTERFIX})?{WORD}(?: {WORD})?"
LETTERS = rf"(?:[{CAPITALS}][a-z]?\.[ -]?){{1,5}}"
BACKWARD = rf"{SURNAME},\s{LETTERS}(?:\s?{INTERFIX.rstrip()})?"
FORWARD = rf"(?:{LETTERS}\s?)?{SURNAME}"
AND = r"(?:\s?,\s|\s(?:en|and|&|und|et)\s|\s?;\s)"
YEAR = r"\((?:\d{1,2} \w+ )?(?:19|20)\d\d[a-z]?\)"

ET_AL = r"(?: (?:e\.a\.|c\.s\.|et al\.))?"
ONE = rf"{LETTERS}\s?{SURNAME}"

REFERENCE = re.compile(
    rf"(?P<names>{BACKWARD}(?:{AND}(?:en |and |& )?(?:{BACKWARD}|{FORWARD})){{0,6}}{ET_AL}),?\s{YEAR}"
)
IN_TEXT = re.compile(rf"(?P<names>{FORWARD}(?:{AND}{FORWARD}){{0,4}}{ET_AL})\s{YEAR}")
FOOTNOTE = re.compile(rf"(?P<names>{ONE}(?:{AND}{ONE}){{0,4}}{ET_AL}),\s[‘'“\"][^’'”\"]{{8,200}}[’'”\"],")
BOOK = re.compile(
    rf"(?P<names>{FORWARD}(?:\s(?:en|and|&)\s{FORWARD}){{0,3}}{ET_AL}),\s(?=[{CAPITALS}‘'“\"])[^\n.;()\d]{{8,90}}"
    rf"(?:\n[^\n.;()\d]{{0,60}})?(?:\s?{YEAR}|,\s(?:19|20)\d\d\b)"
)
TITLE_PAGE = re.compile(r"\bISBN\b")
TITLE_LINE = re.compile(rf"^(?P<names>{ONE}(?:{AND}{ONE}){{0,6}})[ \t]*$", re.MULTILINE)

STATES = (
    r"Staat(?: der Nederlanden)?|Nederland|België|Duitsland|Frankrijk|Verenigd Koninkrijk|Italië|Spanje|"
    r"Zwitserland|Oostenrijk|Turkije|Rusland|Polen|Roemenië|Bulgarije|Griekenland|Ierland|Zweden|Denemarken|"
    r"Noorwegen|Finland|Portugal|Hongarije|Oekraïne|Kroatië|Slovenië|Slowakije|Tsjechië|Letland|Litouwen|"
    r"Estland|Moldavië|Armenië|Georgië|IJsland|Malta|Cyprus|Luxemburg|Commissie|Raad|Parlement|Netherlands|"
    r"Germany|France|United Kingdom|UK|Italy|Spain|Switzerland|Austria|Turkey|Russia|Poland|Romania|Bulgaria|"
    r"Greece|Ireland|Sweden|Commission|Council"
)
PARTY_NAME = rf"(?:(?:[{CAPITALS}]\.){{1,4}}|{SURNAME})"
AGAINST = r"(?:\s?/\s?|\s(?:tegen|t\.|v\.?|vs\.?)\s(?:de |het )?)"
CASE = re.compile(
    rf"(?P<names>{PARTY_NAME}(?:\s(?:en|and|e\.a\.)\s?{PARTY_NAME}?)?(?: e\.a\.)?){AGAINST}\s?(?:{STATES})\b"
)
RULING = re.compile(
    r"\b(?:arrest(?:en)?|zaak|uitspraak|ruling|judgment|case)\s(?:in de zaak |of )?[‘'“\"]?"
    rf"(?P<names>{SURNAME}(?:\sen\s{SURNAME})?)(?=[\s.,;:)/’'”\"])"
)
RULING_ONLY = frozenset({"arrest", "arresten"})
LEAST = 0.6
CITED = Place(separators=frozenset({",", "&", "en", "and", ";", "und", "et", "/"}), small=False)


class CitedAuthors(NameRecognizer):
    """Authors of published work that is cited."""

    rule = "auteur van een aangehaald werk"

    def names(self, text: str) -> Iterator[Hit]:
        """The authors, with their role."""
        patterns = [REFERENCE, IN_TEXT, FOOTNOTE, BOOK]
        if TITLE_PAGE.search(text):
            patterns.append(TITLE_LINE)
        if not any(character in text for character in "(‘'“\""):
            return
        tokens = tokenize(text)
        cited: set[str] = set()
        for pattern in patterns:
            for found in pattern.finditer(text):
                for hit in _authors(tokens, found.span("names"), self.rule):
                    cited.add(" ".join(text[hit.start : hit.end].split()))
                    yield hit
        yield from _again(text, cited, self.rule)


class CaseLawParties(NameRecognizer):
    """Parties in published rulings."""

    rule = "partij in aangehaalde rechtspraak"

    def names(self, text: str) -> Iterator[Hit]:
        """The parties, with their role."""
        tokens = tokenize(text)
        for found in CASE.finditer(text):
            yield _whole(found.span("names"), self.rule)
        for found in RULING.finditer(text):
            first, last = index_at(tokens, found.start("names")), index_at(tokens, found.end("names"))
            ordinary = all(token.has(Kind.COMMON | Kind.PLACE) for token in tokens[first:last])
            ruled = found.group().split()[0].lower() in RULING_ONLY or text[found.end() :].startswith("/")
            if ruled and not ordinary:
                yield _whole(found.span("names"), self.rule)


def _authors(tokens: Tokens, span: tuple[int, int], rule: str) -> Iterator[Hit]:
    first, last = index_at(tokens, span[0]), index_at(tokens, span[1])
    while (
        first < last
        and tokens[first].has(Kind.COMMON)
        and not tokens[first].has(Kind.SURNAME | Kind.INTERFIX)
    ):
        first += 1  # the sentence before the names: "Volgens Haverkort en Lim (2020)"
    for listed in names_between(tokens, (first, last), CITED):
        if listed.score >= LEAST and not _is_about_someone(tokens, listed.first):
            yield Hit(
                start=tokens[listed.first].start,
                end=tokens[listed.last - 1].end,
                kind=FindingKind.NAME,
                rule=rule,
                score=max(listed.score, 0.85),
                role=AUTHOR,
            )


def _is_about_someone(tokens: Tokens, first: int) -> bool:
    """Whether a preposition before a given name opens the sentence (``Van Bertus (1949) staat vermeld``)."""
    token, after = tokens[first], tokens[first + 1] if first + 1 < len(tokens) else tokens[first]
    return (
        token.text in ("Van", "Tot", "Uit", "Over") and after.has(Kind.FIRST) and not after.has(Kind.FREQUENT)
    )


def _again(text: str, cited: set[str], rule: str) -> Iterator[Hit]:
    """The same surnames further on the page, where the text goes on about the work."""
    for name in sorted(cited):
        if "." in name or "," in name:
            continue
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            yield Hit(
                start=found.start(), end=found.end(), kind=FindingKind.NAME, rule=rule, score=0.8, role=AUTHOR
            )


def _whole(span: tuple[int, int], rule: str) -> Hit:
    return Hit(start=span[0], end=span[1], kind=FindingKind.NAME, rule=rule, score=0.85, role=PARTY)
