"""Authors of margin comments and tracked changes, users of files, and names in file names.

In: the text of one page. Out: hits. Known: ``Met opmerkingen [AH1]: …``, ``[Karaca, Ö.3]``, ``[opm. Youssef:
…]``, ``aantekening TK: …``, ``Reactie S. Sewdien: …``, ``[verwijderd resp. ingevoegd door Kuiper, Teun,
9-10-2020]``, ``bijgewerkt door AW``, ``laatste wijziging pbakker``, ``bevel_concept_terBraak.pdf``.
"""

import re
from collections.abc import Iterator

from lakmoes.detection.listing import INITIALS, MONTHS, Listed, Place, index_at, read_listed
from lakmoes.detection.lists import fold, name_lists
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.name_recognizer import NameRecognizer
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.scores import ASKED
from lakmoes.detection.tokens import FILE_ENDS, Kind, tokenize
from lakmoes.model import FindingKind

REMARK = (
    r"opmerking(?:en)?|opm|noot|notitie|reactie|antwoord|commentaar|aanvulling|toevoeging|toelichting|aantekening|vraag|"
    r"inbreng|comments?|commented|note|remark|reply|red|bijschrift|margin"
)
BRACKETED = re.compile(
    r"(?:met opmerkingen|opmerking(?:en)?|commented|comments?(?: by)?|kommentiert|commentaar(?: van)?)\s*"
    r"\[(?P<author>[^\[\]]{1,60}?)\s*(?:\d+(?:R\d+)?)?\]\s*:?",
    re.IGNORECASE,
)
INLINE = re.compile(
    rf"[\[(]\s*(?:{REMARK})\.?,?\s*(?:van|door|by)?\s*:?\s*(?P<author>[^\n:\[\]]{{1,40}}?)\s*:", re.IGNORECASE
)
BEFORE_COLON = re.compile(
    rf"(?:(?<=^)|(?<=[\n\t|.;–-])|(?<=[|.;–-] ))[ ]*(?:{REMARK})\.?[ ]+(?:van |door |by )?"
    r"(?P<author>[^\n\t:;.]{1,40}?(?:\.[A-Z]?[^\n\t:;.]{0,30}?){0,3})[ ]?:",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\b(?:verwijderd|ingevoegd|gewijzigd|toegevoegd|aangepast|bijgewerkt|bewerkt|bewerking|opgeslagen|afgedrukt|geprint|"
    r"gecontroleerd|geëxporteerd|getrokken|opgesteld|opgemaakt|samengesteld|ingevuld|gemaakt|deleted|inserted|modified|"
    r"edited|formatted|printed|exported|wijziging|wijzigingen|akkoord|gezien|autorisatie|gebruiker|user|account|login|"
    r"inlog|gebruikersnaam|concept|versie van|autorisatie|met pen bijgeschreven|geparafeerd)"
    r"(?P<by>[ ](?:door|by))?[ ]?(?P<colon>:?)[ \t]*\n?[ \t]*(?<=\s)(?=(?P<author>[^\n\[\]()|]{1,60}))",
    re.IGNORECASE,
)
OPEN_AUTHOR = Place(
    small=False, bare=False, separators=frozenset({",", "/", "&", "en", "and", "–", "|", ";"})
)
"""For words that may as well go on with a sentence (``wijziging van de …``)."""
AUTHOR = Place(small=True, separators=frozenset({",", "/", "&", "en", "and", "–", "-", "|", ";"}))

FILE_END = re.compile(rf"\.(?:{FILE_ENDS})\b", re.IGNORECASE)
STEM = re.compile(r"[\w\-+%&'.]+\Z")
LONGEST_STEM = 120
"""Characters of a file name that are read before its ending."""
PART = re.compile(r"[^\W\d_]+")
CAMEL = re.compile(r"(?P<interfix>[a-z]{1,8}|[A-Z]\.?)(?P<surname>[A-ZÀ-Þ][^\W\d_A-Z]{2,})$")
ABOUT_PERSON = re.compile(
    r"(?:^|[\W_])(?:cv|klacht|brief|gesprek|gespreksverslag|sollicitatie|contract|dossier|beoordeling|paspoort|id|vog|reactie|"
    r"aanvraag|bezwaar|verklaring|handtekening|resume|letter|signed|opm|opmerkingen|versie)(?:[\W_]|$)",
    re.IGNORECASE,
)
"""Words in a file name that say it is about or from one person."""
LONGEST_SHORT_AUTHOR = 3
"""Letters up to which capitals in the brackets of a comment are a person's initials, as Word writes them."""
DATED = 0.66
"""Least score of who made a change where a date stands behind the name or initials."""
SHORTEST_PART = 3
SHORTEST_SURNAME = 5


class CommentAuthors(NameRecognizer):
    """Authors of margin comments, of remarks between the lines and of tracked changes."""

    rule = "auteur van een opmerking of wijziging"

    def names(self, text: str) -> Iterator[Hit]:
        """The authors, also as initials or user name."""
        tokens = tokenize(text)
        for found in BRACKETED.finditer(text):
            yield self._whole(tokens, found.span("author"))
        for pattern in (INLINE, BEFORE_COLON):
            for found in pattern.finditer(text):
                yield from self._if_name(tokens, found.span("author"), 0.9)
        for found in CHANGED.finditer(text):
            sure = found["by"] or found["colon"]
            yield from self._after(tokens, found.span("author"), AUTHOR if sure else OPEN_AUTHOR)

    def _whole(self, tokens: Tokens, span: tuple[int, int]) -> Hit:
        """What stands in the brackets of a margin comment is its author, whatever it looks like."""
        first, last = index_at(tokens, span[0]), index_at(tokens, span[1])
        listed = read_listed(tokens, first, last, AUTHOR)
        sure = listed is not None and listed.score >= 0.85
        score = 0.93 if sure else ASKED if _is_unit(tokens[first:last]) else 0.88
        return Hit(start=span[0], end=span[1], kind=FindingKind.NAME, rule=self.rule, score=score)

    def _if_name(self, tokens: Tokens, span: tuple[int, int], trust: float) -> Iterator[Hit]:
        """The author before a colon, where all of it can be a name or initials."""
        first, last = index_at(tokens, span[0]), index_at(tokens, span[1])
        if first >= last:
            return
        if last - first == 1 and tokens[first].key in name_lists().roles:
            return  # an office: "Aantekening SG"
        if last - first == 1 and INITIALS.match(tokens[first].text):
            yield self._hit(tokens, first, last, 0.85)
            return
        listed = read_listed(tokens, first, last, AUTHOR) or _shortened(tokens, first, last)
        if not listed:
            return
        rest = tokens[listed.last : last]
        end = last if all(len(token.text) <= 4 and token.has(Kind.WORD) for token in rest) else listed.last
        yield self._hit(tokens, first, end, max(listed.score, 0.7) * trust)

    def _after(self, tokens: Tokens, span: tuple[int, int], place: Place) -> Iterator[Hit]:
        """Who made a change: names and initials right behind the words for it, or a user name."""
        first, last = index_at(tokens, span[0]), index_at(tokens, span[1])
        while first < last:
            token = tokens[first]
            listed = read_listed(tokens, first, last, place)
            if listed:
                doubtful = listed.initials and token.has(Kind.ABBREVIATION | Kind.COMMON)
                dated = place is AUTHOR and _date_follows(tokens, listed.last, last)
                doubtful = doubtful and not dated
                score = 0.38 if doubtful else max(listed.score, DATED * dated)
                yield self._hit(tokens, listed.first, listed.last, score)
                end = listed.last
            elif _is_user_name(token.key) or _is_short(tokens, first, last):
                yield self._hit(tokens, first, first + 1, 0.65)
                end = first + 1
            else:
                return
            if end >= last or tokens[end].text not in "/&":
                return
            first = end + 1

    def _hit(self, tokens: Tokens, first: int, last: int, score: float) -> Hit:
        return Hit(
            start=tokens[first].start,
            end=tokens[last - 1].end,
            kind=FindingKind.NAME,
            rule=self.rule,
            score=round(score, 3),
        )


def _is_unit(words: Tokens) -> bool:
    """Whether all words are those of a body (``AIVD``, ``Korps, afd. GTPA``)."""
    named = [token for token in words if token.has(Kind.WORD)]
    bodies = (token.has(Kind.UPPER) and len(token.text) > LONGEST_SHORT_AUTHOR for token in named)
    return bool(named) and all(
        body or (token.has(Kind.COMMON | Kind.ABBREVIATION) and not token.has(Kind.UPPER | Kind.SURNAME))
        for token, body in zip(named, bodies, strict=True)
    )


def _date_follows(tokens: Tokens, index: int, last: int) -> bool:
    """Whether a comma and a date come next, so that what stands before says who (``door AW, 4 mei``)."""
    return index + 1 < last and tokens[index].text == "," and tokens[index + 1].has(Kind.NUMBER)


def _shortened(tokens: Tokens, first: int, last: int) -> Listed | None:
    """A given name in small letters with a surname cut to letters (``lot vdh``)."""
    short = last - first == 2 and len(tokens[first + 1].text) <= 4 and not tokens[first + 1].has(Kind.COMMON)
    return Listed(first, last, 0.8) if short and tokens[first].has(Kind.FIRST) else None


def _is_user_name(word: str) -> bool:
    """Whether a word is one or two initials with a surname the list knows (``pbakker``)."""
    if not word.isalpha() or word in name_lists().common_words:
        return False
    return any(len(word) - cut >= SHORTEST_SURNAME and word[cut:] in name_lists().surnames for cut in (1, 2))


def _is_short(tokens: Tokens, first: int, last: int) -> bool:
    """Whether initials stand here: capitals that are no abbreviation, or small letters joined by a slash."""
    token = tokens[first]
    if not 2 <= len(token.text) <= 4 or token.has(Kind.COMMON | Kind.INTERFIX | Kind.ABBREVIATION):
        return False
    neighbours = [tokens[place].text for place in (first - 1, first + 1) if 0 <= place < last]
    return token.has(Kind.UPPER) or (token.text.islower() and "/" in neighbours)


class FileNames(NameRecognizer):
    """Names in the names of files (``cv_wijngaarde_def.pdf``, ``vergelijk_basroos_v4.xlsx``)."""

    rule = "naam in een bestandsnaam"

    def names(self, text: str) -> Iterator[Hit]:
        """The parts of file names that are names."""
        for end in FILE_END.finditer(text):
            stem = STEM.search(text, max(end.start() - LONGEST_STEM, 0), end.start())
            if not stem:
                continue
            start = stem.start()
            about_person = ABOUT_PERSON.search(stem.group()) is not None
            for part in PART.finditer(stem.group()):
                score = _part_score(part.group(), about_person)
                if score:
                    yield Hit(
                        start=start + part.start(),
                        end=start + part.end(),
                        kind=FindingKind.NAME,
                        rule=self.rule,
                        score=score,
                    )


def _part_score(part: str, about_person: bool) -> float:
    """How sure a part of a file name is a name; 0 for none. A surname alone waits for more evidence."""
    if len(part) < SHORTEST_PART or part.lower() in MONTHS:
        return 0.35 if part.isupper() and len(part) == 2 else 0.0
    lists, key = name_lists(), fold(part)
    camel = CAMEL.match(part)
    if camel and fold(camel["surname"]) in lists.surnames:
        before = camel["interfix"]
        if before.isupper() or before in lists.interfixes:
            return 0.75
    if key in lists.common_words or key in lists.places or key in lists.abbreviations:
        return 0.0
    if key in lists.first_names:
        return 0.72
    if key in lists.surnames and len(key) >= SHORTEST_SURNAME:
        return 0.65 if about_person or key in lists.frequent_surnames else ASKED
    return 0.62 if _is_joined(key) else 0.0


def _is_joined(key: str) -> bool:
    """Whether it is a given name or interfix and a surname written as one (``basroos``, ``deruyter``)."""
    lists = name_lists()
    for cut in range(2, len(key) - 3):
        head, tail = key[:cut], key[cut:]
        known = (len(head) >= SHORTEST_PART and head in lists.first_names) or head in lists.interfixes
        if known and tail in lists.surnames:
            return True
    return False
