"""The passages on another subject, as findings: see the package."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from lakmoes.detection.passages.context import Statement, statements
from lakmoes.detection.passages.zones import Zone
from lakmoes.detection.scope.subject import FEWEST, Subject, telling_words
from lakmoes.detection.scope.turns import Turned, turns
from lakmoes.detection.sentences import UnitKind
from lakmoes.model import DocumentKind, Evidence, Finding, FindingKind, Page, SourceDocument, Span

DETECTOR = "Scope"
STRANGE = {"turn": 0.4, "aside": 0.5}
"""Share of strange words from which a passage is on another subject."""
LESS_WITH_SCOPE = 0.15
"""What the share may be lower when the dossier names its scope, and the passage has none of its words."""
LONGEST_REPLY = 8
"""Words of a message in a chat up to which it answers the one before."""
FARTHEST = 2
"""White space between two statements of one paragraph; more means that something stands between them."""
JUDGED_KINDS = frozenset(
    {
        UnitKind.SENTENCE,
        UnitKind.LIST_ITEM,
        UnitKind.CELL,
        UnitKind.MESSAGE,
        UnitKind.SIGNATURE,
        UnitKind.COMMENT,
    }
)


def scope_findings(
    documents: Sequence[SourceDocument], pages: Mapping[str, Sequence[Page]], scope: str = ""
) -> tuple[Finding, ...]:
    """Passages on another subject than the dossier's, in reading order; none in published documents.

    Args:
        documents: All documents of the dossier.
        pages: Their pages, per document id.
        scope: What the request is about (``scope`` in ``dossier.toml``), in any words; may be empty.
    """
    subject = Subject(pages, scope)
    return tuple(
        finding
        for document in documents
        if document.kind is not DocumentKind.NEWS and pages.get(document.id)
        for finding in _in_document(document, pages[document.id], subject)
    )


def _in_document(document: SourceDocument, pages: Sequence[Page], subject: Subject) -> Iterator[Finding]:
    texts = {page.index: page.text for page in pages}
    found = [one for one in statements(document.kind, pages) if _is_judged(one)]
    reached = -1
    for turned in turns(found, texts):
        if turned.index <= reached:
            continue
        share = subject.strangeness(_with_next(found, turned.index), document.id)
        if share is None or share < _threshold(turned, subject):
            continue
        reached = _end(found, turned.index, document, subject)
        for group in _parts(found[turned.index : reached + 1]):
            yield _finding(document.id, group, turned, share)


def _threshold(turned: Turned, subject: Subject) -> float:
    return STRANGE[turned.sort] - (LESS_WITH_SCOPE if subject.is_stated else 0.0)


def _end(found: Sequence[Statement], index: int, document: SourceDocument, subject: Subject) -> int:
    """Index of the last statement that goes on with the other subject."""
    last = index
    for following in range(index + 1, len(found)):
        one = found[following]
        if not _goes_on(found[last], one):
            asked = any("?" in found[place].text for place in range(index, last + 1))
            return following if asked and _replies(one, document.kind) else last
        share = subject.strangeness(one.text, document.id)
        if subject.holds(one.text) or (share is not None and share < STRANGE["turn"]):
            break
        last = following
    return last


def _is_judged(statement: Statement) -> bool:
    internal = statement.zone is Zone.INTERNAL or statement.zone is Zone.OUTSIDE
    return statement.unit.kind in JUDGED_KINDS and internal and any(map(str.isalpha, statement.text))


def _with_next(found: Sequence[Statement], index: int) -> str:
    """The words of a statement; a short one with those of the next, if that goes on with it."""
    one = found[index]
    if telling_words(one.text) > FEWEST or index + 1 == len(found) or not _goes_on(one, found[index + 1]):
        return one.text
    return f"{one.text} {found[index + 1].text}"


def _goes_on(one: Statement, two: Statement) -> bool:
    """Whether two statements stand in one paragraph, cell or message, with nothing between them."""
    return one.place == two.place and two.unit.start - one.unit.end <= FARTHEST


def _replies(one: Statement, kind: DocumentKind) -> bool:
    """Whether a statement is a short message in a chat, as an answer is."""
    message = one.unit.kind is UnitKind.MESSAGE or kind is DocumentKind.CHAT
    return message and len(one.text.split()) <= LONGEST_REPLY


def _parts(group: Sequence[Statement]) -> Iterator[list[Statement]]:
    """The statements of a passage, apart where something else stands between them."""
    part = [group[0]]
    for one, two in itertools.pairwise(group):
        if not _goes_on(one, two):
            yield part
            part = []
        part.append(two)
    yield part


def _finding(document_id: str, group: Sequence[Statement], turned: Turned, share: float) -> Finding:
    return Finding(
        span=Span(
            document_id=document_id,
            page_index=group[0].page_index,
            start=group[0].unit.start,
            end=group[-1].unit.end,
        ),
        kind=FindingKind.OUT_OF_SCOPE,
        evidence=(
            Evidence(
                detector=DETECTOR,
                rule="ander onderwerp dan de rest van het dossier",
                score=round(0.5 + 0.4 * share, 2),
                context=turned.words,
            ),
        ),
    )
