"""Code names of confidential projects and of investigations.

In: passages and texts of the dossier. Out: findings: operational for investigations (Wob art. 10 lid 2 onder
c), disadvantage for projects (onder g). A code name is known by the word before it (``codenaam``,
``werktitel``), by the notation of the police (a year or unit in two digits and a name: ``26Kwikstaart``), or
as ``project X`` where the name is used all over the dossier. Then it is found everywhere, in file names too.

Names that stand in a public text of the dossier are no secret.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.detection.firms.reading import Passage
from lakmoes.detection.firms.writing import CAPITAL, WORDS, is_unusual
from lakmoes.detection.lists import fold, name_lists
from lakmoes.model import Evidence, Finding, FindingKind, Span

DETECTOR = "CodeNames"
NAME = rf"[\"“‘'„]?(?P<name>{CAPITAL}[\w-]{{3,}})"
STATED = re.compile(
    rf"\b(?:[Cc]odenaam|CODENAAM|[Ww]erktitel|[Ww]erknaam|[Ss]chuilnaam|[Dd]ekmantelnaam|[Cc]ode ?name"
    rf"|[Ww]orking title)"
    rf"(?:[ \n\t:]+(?:is|was|van het project|[Pp]roject|[Oo]peratie))*[ \n\t:]+{NAME}"
)
NUMBERED = re.compile(
    rf"(?<![\w.,/-])(?P<number>\d\d)(?P<name>{CAPITAL}(?:[a-zà-ÿ]{{3,}}|[A-ZÀ-Þ]{{3,}}))(?![\w-])"
)
OF_PROJECT = re.compile(rf"\b(?:[Pp]roject|PROJECT)[ \n]{NAME}")
OF_CASE = re.compile(rf"\b(?:[Oo]peratie|[Oo]nderzoek|[Rr]echercheonderzoek|[Zz]aak|TGO)[ \n]{NAME}")
INVESTIGATION = re.compile(
    r"\b(?:onderzoek|bevel|opsporing\w*|recherche\w*|officier|verdachte\w*|observatie\w*|FIOD|politie"
    r"|inval\w*"
    r"|proces-verbaal|TGO|zitting|tap\w*|doorzoeking\w*)\b",
    re.IGNORECASE,
)
MONTHS = frozenset(
    [
        "januari",
        "februari",
        "maart",
        "april",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "jan",
        "feb",
        "mrt",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "okt",
        "nov",
        "dec",
    ]
)
LABEL = 30
"""Characters before a passage in which its label may stand, in a cell of its own."""
SPREAD = 2
"""Documents in which the name of a project must stand before it counts without a word for secrecy."""
OFTEN = 3
SCORES = {True: 0.8, False: 0.6}
"""Score of a name that the text calls a code name, and of one that is used as such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeName:
    """A folded code name, what it stands for, and whether the text says so itself."""

    word: str
    kind: FindingKind
    stated: bool
    rule: str


def code_names(read: Sequence[Passage], texts: Mapping[tuple[str, int], str]) -> Iterator[Finding]:
    """Every place in the dossier where a code name stands, public texts left out."""
    known = _known(read, texts)
    public = {
        fold(word)
        for passage in read
        if passage.public
        for word in WORDS.findall(texts[passage.page][slice(*passage.place)])
    }
    names = {word: name for word, name in sorted(known.items()) if word not in public}
    open_pages = {passage.page for passage in read if passage.public}
    for page, text in texts.items():
        if page not in open_pages:
            yield from _places(page, text, names)


def _known(read: Iterable[Passage], texts: Mapping[tuple[str, int], str]) -> dict[str, CodeName]:
    """The code names of the dossier; what the text states goes before what is inferred."""
    known: dict[str, CodeName] = {}
    projects: defaultdict[str, int] = defaultdict(int)
    for passage in read:
        text, place = texts[passage.page], passage.place
        sentence = text[slice(*place)]
        for match in STATED.finditer(text, max(0, place[0] - LABEL), place[1]):
            if match.start("name") >= place[0]:
                _add(known, match["name"], _kind_in(sentence), "zo genoemde codenaam")
        for match in NUMBERED.finditer(text, *place):
            if fold(match["name"]) not in MONTHS:
                _add(known, match["name"], FindingKind.OPERATIONAL, "naam van een opsporingsonderzoek")
        for match in OF_PROJECT.finditer(text, *place):
            projects[match["name"]] += 1
    for name in sorted(projects):
        if is_unusual(fold(name)) and _is_used_alone(name, texts):
            known.setdefault(
                fold(name),
                CodeName(
                    word=fold(name),
                    kind=FindingKind.DISADVANTAGE,
                    stated=False,
                    rule="naam van een project",
                ),
            )
    return known


def _add(known: dict[str, CodeName], name: str, kind: FindingKind, rule: str) -> None:
    word = fold(name)
    if word not in name_lists().functions:
        known.setdefault(word, CodeName(word=word, kind=kind, stated=True, rule=rule))


def _kind_in(sentence: str) -> FindingKind:
    return FindingKind.OPERATIONAL if INVESTIGATION.search(sentence) else FindingKind.DISADVANTAGE


def _is_used_alone(name: str, texts: Mapping[tuple[str, int], str]) -> bool:
    """Whether a name is used without the word ``project``, in several documents and often."""
    pattern = re.compile(rf"(?<![\w]){re.escape(name)}(?![\w-])")
    documents: set[str] = set()
    alone = total = 0
    for page, text in texts.items():
        for match in pattern.finditer(text):
            total += 1
            documents.add(page[0])
            alone += not text[: match.start()].rstrip().lower().endswith("project")
    return alone > 0 and len(documents) >= SPREAD and total >= OFTEN


def _places(page: tuple[str, int], text: str, names: Mapping[str, CodeName]) -> Iterator[Finding]:
    for match in WORDS.finditer(text):
        word = fold(match.group())
        name = names.get(word) or (names.get(word[:-1]) if word.endswith("s") else None)
        if name is None or not _written_as_name(text, match):
            continue
        start, end = match.span()
        while start and text[start - 1].isdigit():
            start -= 1
        if end < len(text) and text[end] == "_":
            while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                end += 1
        score = SCORES[name.stated]
        yield Finding(
            span=Span(document_id=page[0], page_index=page[1], start=start, end=end),
            kind=name.kind,
            evidence=(Evidence(detector=DETECTOR, rule=name.rule, score=score),),
        )


def _written_as_name(text: str, match: re.Match[str]) -> bool:
    """Whether it has a capital, or is part of a file name or an account: else it may be the plain word."""
    return match.group()[0].isupper() or "_" in (
        text[match.start() - 1 : match.start()],
        text[match.end() : match.end() + 1],
    )
