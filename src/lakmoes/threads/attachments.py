"""Which documents went with which: what a head names as attachments, looked for in the dossier.

In: documents and pages. Out: ``Relation`` values of type ``ATTACHMENT_OF``. Heads of mails and letters name
what went with them (``Bijlagen:``, ``Attachments:``). A document of the dossier is that file where its own
name is the same, where it states that name itself, where the name's words stand in its opening in a row, or
where its opening alone holds all of them. What is younger than the mail was not attached to it.

Deliberately leaves out names that fit several documents, pictures in signatures, and mails in mails: those
are told by their messages, with more certainty.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from lakmoes.model import DocumentKind, Page, SourceDocument
from lakmoes.threads.relation import Relation, RelationType

HEAD = 600
"""Characters at the start of a document in which it says what it is."""
LEAST_SIGNS = 8
"""Letters and digits from which words in a row are no chance."""
LEAST_WORDS = 2
"""Words from which a name tells documents apart."""
PREFIX = 3
"""Letters from which the beginning of a word stands for the word: ``jan`` for ``januari``."""
MORE_LINES = 3
"""Lines on which a list of names may go on."""
SAME_NAME = 0.95, "het bestand heet zoals de bijlage die daar wordt genoemd"
STATED_NAME = 0.95, "het stuk noemt als eigen bestandsnaam de bijlage die daar wordt genoemd"
IN_A_ROW = 0.85, "de naam van een bijlage die daar wordt genoemd staat in de aanhef van het stuk"
ALL_WORDS = 0.65, "alleen dit stuk heeft alle woorden van de naam van een bijlage die daar wordt genoemd"
ORDER = (SAME_NAME, STATED_NAME, IN_A_ROW, ALL_WORDS)
"""Score and evidence of each sign, the surest first."""

_EXTENSION = r"\.(?:docx?|xls[xm]?|pptx?|pdf|csv|od[ts]|rtf|txt|zip|jpe?g|png|gif|tiff?|msg|eml)\b"
_LINE = re.compile(r"^[>\s|]*(?:bijlagen?|bijlage\(n\)|attachments?) ?[:\t]\s*(?P<names>\S.*)", re.IGNORECASE)
_SPLIT = re.compile(
    rf"\s*;\s*|(?:(?<=\.\w{{3}})|(?<=\.\w{{4}})),\s*|({_EXTENSION})\s+(?=\S+{_EXTENSION})", re.IGNORECASE
)
_STATED = re.compile(rf"[^\s:;|\"'‘’“”<>()]+{_EXTENSION}", re.IGNORECASE)
_NUMBER = re.compile(r"^\d+(?:\.\d+)*[\s_.-]+(?=[^\W\d])")
_TELLS_NOTHING = re.compile(
    r"(?:image|img|picture|outlook|logo|smime|winmail|scan)[\W_]*\w{0,8}", re.IGNORECASE
)
_MAIL = re.compile(r"\.(?:msg|eml)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+|\d+")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """What a document is called by others: its words in a row, and the names of files that it states."""

    document: SourceDocument
    name: Words
    stated: frozenset[Words]
    opening: Words

    def sign(self, wanted: Words) -> tuple[float, str] | None:
        """The surest sign that this is the file of that name."""
        if wanted == self.name:
            return SAME_NAME
        if wanted in self.stated:
            return STATED_NAME
        if self._is_another(wanted):
            return None
        if sum(map(len, wanted)) >= LEAST_SIGNS and _stands_in(wanted, self.opening):
            return IN_A_ROW
        if len(_letters(wanted)) >= LEAST_WORDS and all(map(self._has, wanted)):
            return ALL_WORDS
        return None

    def _is_another(self, wanted: Words) -> bool:
        """Whether it states a name that goes on or differs in its numbers: another file, often a version."""
        return any(
            stated[: len(wanted)] == wanted or _letters(stated) == _letters(wanted) for stated in self.stated
        )

    def _has(self, word: str) -> bool:
        if word.isdecimal() or len(word) < PREFIX:
            return word in self.opening
        return any(own.startswith(word) for own in (*self.opening, *self.name))


def attachments(
    documents: Sequence[SourceDocument], pages: Mapping[str, Sequence[Page]]
) -> Iterator[Relation]:
    """The attachments that the documents name and the dossier holds, each with the mail it went with."""
    texts = {document.id: "\n".join(page.text for page in pages[document.id]) for document in documents}
    candidates = [_candidate(document, texts[document.id]) for document in documents]
    for document in documents:
        found: dict[int, tuple[float, str]] = {}
        for name in sorted(_named(texts[document.id])):
            fitting = _fitting(name, document, candidates)
            if fitting:
                number, sign = fitting
                found[number] = max(sign, found.get(number, sign))
        for number, (score, evidence) in sorted(found.items()):
            yield Relation(
                number=number,
                other=document.number,
                type=RelationType.ATTACHMENT_OF,
                score=score,
                evidence=evidence,
            )


def _candidate(document: SourceDocument, text: str) -> _Candidate:
    opening = f"{document.title}\n{text[:HEAD]}"
    stated = frozenset(_words(PurePosixPath(match.group()).stem) for match in _STATED.finditer(text[:HEAD]))
    return _Candidate(
        document=document,
        name=_words(_NUMBER.sub("", PurePosixPath(document.file_name).stem)),
        stated=stated if not _LINE.search(text[:HEAD]) else frozenset(),
        opening=_words(opening),
    )


def _named(text: str) -> set[Words]:
    """The names of attachments in the text, as words."""
    lines = text.split("\n")
    found: set[Words] = set()
    for index, line in enumerate(lines):
        match = _LINE.match(line)
        if match:
            names = " ".join((match["names"], *_going_on(lines[index : index + 1 + MORE_LINES])))
            parts = (part.strip() for part in _SPLIT.sub(r"\1;", names).split(";"))
            found |= {_words(_bare(part)) for part in parts if _tells(part)}
    return found - {()}


def _going_on(lines: Sequence[str]) -> Iterator[str]:
    """The lines after the first on which its list of names goes on: it ends with a sign that says so."""
    for line, following in pairwise(lines):
        if not line.rstrip().endswith((";", ",", "_", "-")):
            return
        yield following


def _tells(name: str) -> bool:
    return bool(name) and not _MAIL.search(name) and not _TELLS_NOTHING.fullmatch(_bare(name))


def _bare(name: str) -> str:
    return re.sub(f"{_EXTENSION}$", "", re.sub(r"^\d+\.\s+", "", name.strip()), flags=re.IGNORECASE)


def _fitting(
    name: Words, document: SourceDocument, candidates: Sequence[_Candidate]
) -> tuple[int, tuple[float, str]] | None:
    """Number and sign of the one document that the name fits; ``None`` for none and for several."""
    signs: dict[tuple[float, str], list[int]] = {}
    for candidate in candidates:
        sign = candidate.sign(name) if _may_be_attached(candidate.document, document) else None
        if sign:
            signs.setdefault(sign, []).append(candidate.document.number)
    for sign in ORDER:
        if sign in signs:
            return (signs[sign][0], sign) if len(signs[sign]) == 1 else None
    return None


def _may_be_attached(document: SourceDocument, to: SourceDocument) -> bool:
    if document.number == to.number or document.kind in (DocumentKind.EMAIL, DocumentKind.CHAT):
        return False
    return document.date is None or to.date is None or document.date <= to.date


def _words(text: str) -> Words:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _letters(words: Words) -> Words:
    return tuple(word for word in words if not word.isdecimal())


def _stands_in(wanted: Words, words: Words) -> bool:
    return any(words[place : place + len(wanted)] == wanted for place in range(len(words) - len(wanted) + 1))
