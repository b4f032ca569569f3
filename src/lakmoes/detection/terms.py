r"""The dossier's own terms: code names, firms, projects that its settings say must be redacted.

In: the terms of ``dossier.toml`` and the text of a page. Out: hits that carry the ground that the settings
name. A term is found over line ends and hyphens; whether it is part of a longer word or in another case
counts only where the settings say so.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from lakmoes.detection.options import Term
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import Finding, FindingKind, Span

STRONG = 0.9
"""Score from which another finding stands beside a term."""


class TermRecognizer(Recognizer):
    r"""Finds the dossier's terms.

    =============================  ====================================================
    term ``Zilvermeeuw``           outcome
    =============================  ====================================================
    ``project Zilvermeeuw.``       found
    ``ZILVERMEEUW``                found, unless ``case``
    ``Zilver-\nmeeuw``             found
    ``Zilvermeeuw-proef``          found, without the rest of the compound
    ``plan_zilvermeeuw_v2.docx``   found
    ``Zilvermeeuws``, ``…'s``      found with the genitive
    ``26Zilvermeeuw``              found, without the number
    ``proefzilvermeeuwen``         found only with ``compound``, without the rest of the word
    ``06-123 456`` as ``06 123``   found: between groups of digits any sign may stand
    =============================  ====================================================
    """

    kinds = (FindingKind.TERM,)

    def __init__(self, terms: Sequence[Term]) -> None:
        super().__init__()
        self.patterns = tuple((term, compiled(term)) for term in terms)

    def find(self, text: str) -> Iterator[Hit]:
        """The terms in a page's text."""
        for term, pattern in self.patterns:
            for match in pattern.finditer(text):
                yield Hit(
                    start=match.start(),
                    end=match.end(),
                    kind=FindingKind.TERM,
                    rule="term uit dossier.toml",
                    score=1.0,
                    ground=term.ground,
                )


def compiled(term: Term) -> re.Pattern[str]:
    """The pattern of a term: any white space for its own, a hyphen at a line end within a word.

    A letter beside the term makes it another word, unless ``compound``; hyphens and underscores part words,
    as do digits beside letters.
    """
    words = term.text.split()
    pattern = _spelled(words[0])
    for previous, word in itertools.pairwise(words):
        digits = previous[-1].isdigit() and word[0].isdigit()
        pattern += (r"\s*[-–/.]?\s*" if digits else r"\s+") + _spelled(word)
    if not term.compound:
        first, last = term.text.strip()[0], term.text.strip()[-1]
        genitive = r"(?:['’]?s)?" if last.isalpha() else ""
        pattern = f"(?<!{_same_sort(first)}){pattern}{genitive}(?!{_same_sort(last)})"
    return re.compile(pattern, 0 if term.case else re.IGNORECASE)


def _spelled(word: str) -> str:
    return "(?:-\\n)?".join(re.escape(character) for character in word)


def _same_sort(character: str) -> str:
    """The characters that would make a word or number go on."""
    return r"[^\W\d_]" if character.isalpha() else r"[^\W_]"


def settled_by_terms(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without weaker ones on the very words of a term: its ground was chosen by people."""
    found = tuple(findings)
    terms = [finding.span for finding in found if finding.kind is FindingKind.TERM]
    return tuple(
        finding
        for finding in found
        if finding.kind is FindingKind.TERM
        or finding.score >= STRONG
        or not any(_within(finding.span, term) for term in terms)
    )


def _within(span: Span, other: Span) -> bool:
    return span.page == other.page and other.start <= span.start and span.end <= other.end
