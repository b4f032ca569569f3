r"""The dossier's own terms: code names, firms, projects that its settings say must be redacted.

In: the terms of ``dossier.toml`` and the text of a page. Out: hits that carry the ground that the settings
name. A term is found over line ends and hyphens; whether it is part of a longer word or in another case
counts only where the settings say so.
"""

import re
from collections.abc import Iterator, Sequence

from lakmoes.detection.options import Term
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind


class TermRecognizer(Recognizer):
    r"""Finds the dossier's terms.

    =============================  ====================================================
    term ``Zilvermeeuw``           outcome
    =============================  ====================================================
    ``project Zilvermeeuw.``       found
    ``ZILVERMEEUW``                found, unless ``case``
    ``Zilver-\nmeeuw``             found
    ``Zilvermeeuw-proef``          found only with ``compound``
    ``Zilvermeeuwen``              found only with ``compound``, the term without "en"
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
    """The pattern of a term: any white space for its own, a hyphen at a line end within a word."""
    words = ["(?:-\\n)?".join(re.escape(character) for character in word) for word in term.text.split()]
    pattern = r"\s+".join(words)
    if not term.compound:
        pattern = rf"(?<![\w-]){pattern}(?![\w]|-\w)"
    return re.compile(pattern, 0 if term.case else re.IGNORECASE)
