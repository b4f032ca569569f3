"""Single words that are asked: over the whole dossier a word is more often a name than not, or it is no name.

In: findings and pages of a dossier. Out: the findings without names of one word that a recognizer was unsure
of in one place while it saw no name in most other places where the word stands (a firm, a project).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from lakmoes.model import Finding, FindingKind, Page
from lakmoes.persons.joining import ASKED, LIKELY

Findings = Mapping[str, tuple[Finding, ...]]
MOSTLY = 0.5
"""Share of its places where a word must be seen as a name."""


def without_rare(findings: Findings, texts: Mapping[tuple[str, int], Page]) -> dict[str, tuple[Finding, ...]]:
    """The findings without unsure names of one word that is mostly no name in the dossier.

    Args:
        findings: Per document id.
        texts: The pages by document id and index.
    """
    seen: defaultdict[str, int] = defaultdict(int)
    unsure: set[str] = set()
    for finding in (finding for found in findings.values() for finding in found):
        if finding.kind is FindingKind.NAME and finding.score >= ASKED:
            word = _text(finding, texts)
            seen[word] += 1
            if finding.score < LIKELY and word.isalpha():
                unsure.add(word)
    places = _places(unsure, (page.text for page in texts.values()))
    rare = {word for word in unsure if seen[word] < MOSTLY * places[word]}
    return {
        document: tuple(one for one in found if not _is_unsure(one) or _text(one, texts) not in rare)
        for document, found in findings.items()
    }


def _is_unsure(finding: Finding) -> bool:
    return finding.kind is FindingKind.NAME and ASKED <= finding.score < LIKELY


def _text(finding: Finding, texts: Mapping[tuple[str, int], Page]) -> str:
    return texts[finding.span.page].text[finding.span.start : finding.span.end]


def _places(words: set[str], texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts, in the same case and as a whole word."""
    if not words:
        return Counter()
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)")
    return Counter(found for text in texts for found in pattern.findall(text))
