r"""The same number has the same outcome everywhere: values found once are found wherever they stand.

In: findings and the pages they were made on, of one document or of a whole dossier. Out: the findings with
those added that repeat a value without its label, and with telephone numbers settled that are general in one
place and personal in another. Judges no names: see ``persons``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lakmoes.model import Evidence, Finding, FindingKind, Page, Span

REPEATED = frozenset(
    {
        FindingKind.BSN,
        FindingKind.IBAN,
        FindingKind.TELEPHONE,
        FindingKind.LICENCE_PLATE,
        FindingKind.IDENTITY_DOCUMENT,
        FindingKind.PERSONAL_NUMBER,
        FindingKind.SOCIAL_HANDLE,
        FindingKind.NETWORK_ADDRESS,
    }
)
SURE = 0.8
"""Score from which a value counts as known."""
SHORTEST = 6
"""Letters and digits; what is shorter may stand for anything elsewhere."""
DIRECT = "rechtstreeks nummer"


def settled(findings: Sequence[Finding], pages: Sequence[Page]) -> tuple[Finding, ...]:
    """The findings with repeated values added and with numbers that are general somewhere general everywhere.

    Args:
        findings: All findings on the pages, merged.
        pages: The pages, of one or more documents.

    Returns:
        Findings in no particular order; ``merging.merged`` puts them in theirs.
    """
    text_of = {(page.document_id, page.index): page.text for page in pages}
    general = frozenset(
        digits
        for finding in findings
        if finding.kind is FindingKind.GENERAL_CONTACT
        and len(digits := national(value_of(finding, text_of))) == NATIONAL_LENGTH
    )
    judged = tuple(general_where_known(finding, text_of, general) for finding in findings)
    return (*judged, *repeats(judged, pages, text_of))


NATIONAL_LENGTH = 9
"""Digits of a Dutch number without its first nought or country code."""


def general_where_known(
    finding: Finding, text_of: dict[tuple[str, int], str], general: frozenset[str]
) -> Finding:
    """The finding, as a general contact when it is a landline number that is general elsewhere."""
    if finding.kind is not FindingKind.TELEPHONE:
        return finding
    digits = national(value_of(finding, text_of))
    direct = any(evidence.rule == DIRECT for evidence in finding.evidence)
    if digits not in general or digits.startswith("6") or direct:
        return finding
    evidence = Evidence(detector="Repeats", rule="elders een algemeen nummer", score=finding.score)
    return replace(finding, kind=FindingKind.GENERAL_CONTACT, evidence=(evidence, *finding.evidence))


def repeats(
    findings: Iterable[Finding], pages: Sequence[Page], text_of: dict[tuple[str, int], str]
) -> Iterator[Finding]:
    """Findings of known values where no finding covers them yet."""
    known: dict[str, Finding] = {}
    covered: dict[tuple[str, int], list[Span]] = {}
    for finding in findings:
        covered.setdefault(finding.span.page, []).append(finding.span)
        value = plain(value_of(finding, text_of))
        if finding.kind in REPEATED and finding.score >= SURE and is_telling(value):
            known.setdefault(value, finding)
    for page in pages:
        spans = covered.get((page.document_id, page.index), [])
        for value, start, end in occurrences(page.text, known):
            span = Span(document_id=page.document_id, page_index=page.index, start=start, end=end)
            if not any(finding_covers(other, span) for other in spans):
                score = known[value].score
                evidence = Evidence(detector="Repeats", rule="zelfde waarde als elders", score=score)
                yield Finding(span=span, kind=known[value].kind, evidence=(evidence,))


def occurrences(text: str, values: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Where values of letters and digits stand in a text, however separated, each as a whole."""
    places = [place for place, character in enumerate(text) if character.isalnum()]
    letters = "".join(text[place] for place in places).upper()
    if len(letters) != len(places):
        # A letter whose capital is two letters (ß) would shift all places after it.
        letters = "".join(text[place].upper()[:1] for place in places)
    for value in sorted(values):
        found = letters.find(value)
        while found >= 0:
            start, end = places[found], places[found + len(value) - 1] + 1
            if is_whole(text, start, end):
                yield value, start, end
            found = letters.find(value, found + 1)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether the range stands by itself and is held together by separators of a value only."""
    before, after = text[start - 1 : start], text[end : end + 1]
    alone = not (before.isalnum() or before in ("_", "-")) and not (after.isalnum() or after in ("_", "-"))
    return alone and not SEPARATED.search(text[start:end])


SEPARATED = re.compile(r"[^\w .\-–/()\n]|\n\n|[^\w\n]{4}")
"""What does not stand within one value: other signs, a new paragraph, a gap."""


def finding_covers(outer: Span, inner: Span) -> bool:
    """Whether a finding already covers the whole of a repeated value."""
    return outer.start <= inner.start and inner.end <= outer.end


def value_of(finding: Finding, text_of: dict[tuple[str, int], str]) -> str:
    """The text of a finding."""
    return text_of[finding.span.page][finding.span.start : finding.span.end]


def plain(value: str) -> str:
    """Letters and digits of a value in capitals."""
    return "".join(character for character in value if character.isalnum()).upper()


def is_telling(value: str) -> bool:
    """Whether a value is long enough, and no word, to be known again by itself."""
    return len(value) >= SHORTEST and any(character.isdigit() for character in value)


def national(value: str) -> str:
    """The digits of a Dutch telephone number without its country code or first nought."""
    digits = re.sub(r"\D", "", value.replace("(0)", ""))
    return re.sub(r"^(?:00?31|31(?=\d{9}$)|0)", "", digits)
