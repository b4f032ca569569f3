"""Remarks on the health, the family and the private life of people.

In: the statements of a document with the probability, as the judge has it, that each is such a remark. Out:
findings of clauses rather than whole sentences: what surrounds them is mostly work. In a cell or a chat
message the whole text counts. Clauses are found by rules: groups of cues have weights, set by hand, and a
clause needs a cue of illness, care, family events or discipline (Wob art. 10.1.d and 10.2.e, Woo art. 5.1.1.d
and 5.1.2.e). Where the judge is almost sure that there is none, a clause is dropped; where it is sure that
there is one and no clause is found, the whole statement counts.

Leaves out what is said of people in general: residents, patients, suspects in figures.
"""

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence

from lakmoes.detection.passages.context import Statement
from lakmoes.detection.passages.cues import CueBook, cue_book, words_of
from lakmoes.detection.passages.zones import Zone
from lakmoes.detection.sentences import UnitKind
from lakmoes.model import Evidence, Finding, FindingKind, SourceDocument, Span

CUES = "personal_cues"
LEAST = 0.3
IMPROBABLE = 0.05
"""Probability below which a clause is dropped."""
PROBABLE = 0.5
"""Probability from which a statement counts as a whole although no clause of it does."""
START = -2.6
OF_CLAUSE = {
    "ziekte": 2.0,
    "zorg": 1.6,
    "levensloop": 2.0,
    "straf en tucht": 1.6,
    "afwezigheid": 0.6,
    "familie": 1.0,
    "persoon": 0.6,
    "in het algemeen": -1.8,
}
"""Weights of the groups of cues in a clause, added to ``START`` and turned into a probability (logistic)."""
OF_SENTENCE = {"familie": 0.5, "persoon": 0.5, "in het algemeen": -0.9}
"""Weights of the groups in the sentence around it."""
TELLING = ("ziekte", "zorg", "levensloop", "straf en tucht")
MORE = 0.5
"""Weight of a second and a third telling cue."""
NAMED = 0.6
"""Weight of a name, as far as capitals tell one."""
IN_BRACKETS = 0.8
"""Weight of a clause between brackets: what is said of a person just named."""
OF_PEOPLE = 1.0
"""Weight of a column of remarks or reasons in a table of people."""
TO_THE_PUBLIC = -2.5
WHOLE = frozenset({UnitKind.CELL, UnitKind.MESSAGE})
CLAUSE = re.compile(r"[^;:()–]+?(?:(?=[;:()–])|,\s|$)", re.DOTALL)
NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-ZÀ-Ý][a-zà-ÿ]+")
PEOPLE_COLUMN = re.compile(r"reden|opmerking|bijzonderhe|afwezig|beschikbaar|verlof", re.IGNORECASE)

Remark = tuple[int, int, float, tuple[str, ...]]
"""Start and end on the page, score, cues."""


class PersonalRemarks:
    """Finds remarks on people's private lives.

    Raises:
        ResourceError: The list of cues is missing or cannot be read.
    """

    def __init__(self) -> None:
        self._book: CueBook = cue_book(CUES)

    def find(
        self,
        document: SourceDocument,
        found: Sequence[Statement],
        texts: Mapping[int, str],
        chances: Sequence[float],
    ) -> Iterator[Finding]:
        """The remarks in the statements of a document.

        Args:
            document: The document.
            found: Its judged statements.
            texts: The text of each of its pages.
            chances: Per statement the probability that it is a remark on someone's private life.
        """
        for statement, chance in zip(found, chances, strict=True):
            for start, end, score, cues in self._likely(statement, texts[statement.page_index], chance):
                evidence = Evidence(
                    detector="PassageClassifier",
                    rule="opmerking over een persoon",
                    score=score,
                    context=", ".join(cues),
                )
                span = Span(document_id=document.id, page_index=statement.page_index, start=start, end=end)
                yield Finding(span=span, kind=FindingKind.PERSONAL_REMARK, evidence=(evidence,))

    def _likely(self, statement: Statement, text: str, chance: float) -> Iterator[Remark]:
        """The remarks in a statement, given what the judge thinks of it."""
        if chance < IMPROBABLE:
            return
        clauses = list(self._remarks(statement, text))
        yield from clauses
        if not clauses and chance >= PROBABLE and statement.zone is not Zone.PUBLISHED:
            groups = self._book.find(words_of(statement.text))
            cues = dict.fromkeys(cue for group in OF_CLAUSE for cue in groups.get(group, ()))
            yield statement.unit.start, statement.unit.end, chance, tuple(cues)

    def _remarks(self, statement: Statement, text: str) -> Iterator[Remark]:
        """Ranges, scores and cues of the remarks in a statement, adjoining clauses joined."""
        around = self._around(statement)
        clauses = [
            (start, end, score, cues)
            for start, end in _clauses(statement, text)
            for score, cues in (self._judged(statement, text, (start, end), around),)
        ]
        for likely, group in itertools.groupby(clauses, key=lambda clause: clause[2] >= LEAST):
            if likely:
                joined = list(group)
                cues = dict.fromkeys(cue for clause in joined for cue in clause[3])
                yield joined[0][0], joined[-1][1], max(clause[2] for clause in joined), tuple(cues)

    def _around(self, statement: Statement) -> float:
        """What the whole sentence and its place add for each of its clauses."""
        groups = self._book.find(words_of(statement.text))
        total = sum(weight for group, weight in OF_SENTENCE.items() if group in groups)
        total += NAMED * (NAME.search(f"{statement.label} {statement.text}") is not None or _names(statement))
        total += OF_PEOPLE * (PEOPLE_COLUMN.search(statement.column) is not None)
        return total + TO_THE_PUBLIC * (statement.zone in (Zone.PUBLISHED, Zone.SENT))

    def _judged(
        self, statement: Statement, text: str, reach: tuple[int, int], around: float
    ) -> tuple[float, tuple[str, ...]]:
        """The score of a clause and its cues; 0 where it holds nothing telling."""
        start, end = reach
        groups = self._book.find(words_of(text[start:end]))
        telling = [cue for group in TELLING for cue in groups.get(group, ())]
        if not telling:
            return 0.0, ()
        total = START + around + sum(weight for group, weight in OF_CLAUSE.items() if group in groups)
        total += MORE * min(2, len(set(telling)) - 1)
        inside = start > statement.unit.start and text[:start].rstrip().endswith("(")
        total += IN_BRACKETS * inside
        return 1 / (1 + math.exp(-total)), tuple(telling)


def _names(statement: Statement) -> bool:
    """Whether the label before a statement is a name, as in ``Anouk: ziekgemeld``."""
    return statement.unit.kind is not UnitKind.COMMENT and statement.label[:1].isupper()


def _clauses(statement: Statement, text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the clauses of a statement on its page, without white space at their ends."""
    unit = statement.unit
    if unit.kind in WHOLE:
        yield unit.start, unit.end
        return
    for match in CLAUSE.finditer(text, unit.start, unit.end):
        content = match.group()
        start = match.start() + len(content) - len(content.lstrip(" ,\n\t"))
        end = match.start() + len(content.rstrip(" ,\n\t"))
        if start < end:
            yield start, end
