"""How documents of a dossier relate: proposals with their evidence.

In: documents and pages. Out: ``Relation`` values: a draft and its final version, an earlier version, nearly
the same text, a mail that stands in both. Only what is sure enough to be put on an inventory as a proposal.

The measure is the share of runs of ``LENGTH`` words that two documents have in common (Broder, "On the
resemblance and containment of documents", 1997), runs that stand in many documents left out: those are
standard texts. Mails are told by the date and time in their heads.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lakmoes.model import Page, SourceDocument
from lakmoes.threads.stream import shingles, streams

SIMILAR = 0.15
"""Share of the smaller document from which a draft and its final version are taken for such."""
SHARED = 0.3
"""Share from which two documents without further signs are said to be partly the same."""
SAME = 0.8
"""Share from which two documents are nearly the same, or one stands in the other."""
FINAL = 0.2
"""Share of the final version that the draft must hold for the relation to be named at both."""
LEAST_RUNS = 40
"""Common runs below which documents are not compared: letterheads and formulas."""
STANDARD = 5
"""Documents in which a run may stand before it counts as a standard text."""
HEAD = 400
"""Characters at the start of a document in which its status is stated."""


class RelationType(StrEnum):
    """What one document is to the other; ``nl.RELATIONS`` has the words."""

    DRAFT_OF = "draft_of"
    FINAL_OF = "final_of"
    EARLIER_VERSION_OF = "earlier_version_of"
    NEAR_DUPLICATE_OF = "near_duplicate_of"
    CONTAINED_IN = "contained_in"
    SHARES_TEXT_WITH = "shares_text_with"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A proposal how a document relates to another.

    Attributes:
        number: Number of the document.
        other: Number of the other document.
        type: What the first is to the other.
        score: Between 0 and 1.
        evidence: Why, in Dutch, without text of the documents.
    """

    number: int
    other: int
    type: RelationType
    score: float
    evidence: str

    def __post_init__(self) -> None:
        if self.number == self.other or not 0.0 <= self.score <= 1.0:
            raise ValueError("a relation is between two documents, with a score between 0 and 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Profile:
    """What is compared of one document: the runs that others have too, out of ``size`` runs in all."""

    document: SourceDocument
    runs: frozenset[int]
    size: int
    mails: frozenset[tuple[str, ...]]
    draft: bool
    version: tuple[int, ...]

    @property
    def age(self) -> tuple[str, int]:
        """Sorts older documents first, by date and number."""
        return (self.document.date.isoformat() if self.document.date else "", self.document.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """Two documents, the older first, and what they have in common."""

    older: _Profile
    newer: _Profile
    common: int

    def share_of(self, profile: _Profile) -> float:
        """Share of the document's runs that the other has too."""
        return self.common / profile.size if profile.size else 0.0

    @property
    def smaller(self) -> _Profile:
        """The one of which more is common."""
        return max((self.older, self.newer), key=lambda profile: (self.share_of(profile), profile.age))

    @property
    def share(self) -> float:
        """Share of the smaller document."""
        return self.share_of(self.smaller)

    def other(self, profile: _Profile) -> _Profile:
        """The other one."""
        return self.newer if profile is self.older else self.older


_DRAFT = re.compile(
    r"\b(?:concept\w*|draft|ontwerp(?:versie|tekst|brief|besluit)?|werkversie)\b", re.IGNORECASE
)
_DRAFT_FILE = re.compile(r"(?:concept|draft|(?<![a-z])opm(?:erkingen)?(?![a-z]))", re.IGNORECASE)
_FINAL = re.compile(r"\b(?:definitie(?:f|ve)|vastgesteld(?:e)?)\b", re.IGNORECASE)
_VERSION = re.compile(
    r"\b(?:versie|version|v)[ .]?(?P<major>\d{1,2})(?:\.(?P<minor>\d{1,2}))?\b", re.IGNORECASE
)
_COMMENTED = re.compile(r"(?:Met opmerkingen|Commented) \[")
_SENT = re.compile(r"\b(?:Verzonden|Sent|Datum|Date)[ ]?:\s*(?P<moment>[^\n\t]*\d{1,2}[:.]\d{2}[^\n\t]*)")


def relations(
    documents: Sequence[SourceDocument], pages: Mapping[str, Sequence[Page]]
) -> tuple[Relation, ...]:
    """The relations between documents, sorted by number, then by the other's number.

    Args:
        documents: The documents; those without pages have no relations.
        pages: Pages per document id.
    """
    ordered = sorted(documents, key=lambda document: document.number)
    profiles = _profiles([document for document in ordered if pages.get(document.id)], pages)
    found = (relation for pair in _pairs(profiles) for relation in _between(pair))
    return tuple(sorted(found, key=lambda relation: (relation.number, relation.other, relation.type)))


def _profiles(documents: Sequence[SourceDocument], pages: Mapping[str, Sequence[Page]]) -> list[_Profile]:
    every = streams({document.id: pages[document.id] for document in documents})
    runs = {identity: frozenset(shingles(stream.words)) for identity, stream in every.items()}
    spread = _spread(runs.values())
    standard = frozenset(run for run, count in spread.items() if count > STANDARD)
    return [
        _profile(
            document,
            pages[document.id],
            frozenset(run for run in runs[document.id] if run in spread) - standard,
            len(runs[document.id]) - len(runs[document.id] & standard),
        )
        for document in documents
    ]


def _spread(runs: Iterable[frozenset[int]]) -> Counter[int]:
    """In how many documents each run stands, for the runs that stand in two or more."""
    once: set[int] = set()
    spread: Counter[int] = Counter()
    for own in runs:
        again = own & once
        spread.update(again)
        once |= own
    return Counter({run: count + 1 for run, count in spread.items()})


def _profile(document: SourceDocument, pages: Sequence[Page], runs: frozenset[int], size: int) -> _Profile:
    text = "\n".join(page.text for page in pages)
    stated = f"{document.title}\n{text[:HEAD]}"
    version = _VERSION.search(f"{stated}\n{document.file_name.replace('_', ' ')}")
    numbers = (int(version["major"]), int(version["minor"] or 0)) if version else ()
    marked = _DRAFT.search(stated) or _DRAFT_FILE.search(document.file_name) or _COMMENTED.search(text)
    return _Profile(
        document=document,
        runs=runs,
        size=size,
        mails=frozenset(tuple(re.findall(r"\w+", match["moment"].lower())) for match in _SENT.finditer(text)),
        draft=bool(marked and not _FINAL.search(document.title)) or numbers[:1] == (0,),
        version=numbers,
    )


def _pairs(profiles: Sequence[_Profile]) -> Iterator[_Pair]:
    """All pairs with something in common."""
    holders: defaultdict[object, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        for item in (*profile.runs, *profile.mails):
            holders[item].append(index)
    common: Counter[tuple[int, int]] = Counter()
    for item, indexes in holders.items():
        for pair in itertools.combinations(indexes, 2):
            common[pair] += isinstance(item, int)
    for (one, other), count in sorted(common.items()):
        older, newer = sorted((profiles[one], profiles[other]), key=lambda profile: profile.age)
        yield _Pair(older=older, newer=newer, common=count)


def _between(pair: _Pair) -> Iterator[Relation]:
    if pair.older.mails & pair.newer.mails:
        yield from _mails(pair)
    elif pair.common < LEAST_RUNS:
        return
    elif pair.older.draft != pair.newer.draft and pair.share >= SIMILAR:
        yield from _drafts(pair)
    elif pair.share >= SAME and pair.older.version == pair.newer.version:
        yield _relation(pair, pair.newer, RelationType.NEAR_DUPLICATE_OF, "")
    elif pair.older.version and pair.newer.version and pair.share >= SHARED:
        first = min((pair.older, pair.newer), key=lambda profile: profile.version)
        yield _relation(pair, first, RelationType.EARLIER_VERSION_OF, "lager versienummer")
    elif pair.share >= SHARED:
        yield _relation(pair, pair.newer, RelationType.SHARES_TEXT_WITH, "")


def _mails(pair: _Pair) -> Iterator[Relation]:
    """Threads with a mail in common; a thread that stands whole in the other is contained in it."""
    smaller, larger = pair.smaller, pair.other(pair.smaller)
    reason = f"{len(pair.older.mails & pair.newer.mails)} bericht(en) met hetzelfde tijdstip"
    if smaller.mails < larger.mails and pair.share >= SAME:
        yield _relation(pair, smaller, RelationType.CONTAINED_IN, reason)
    elif pair.common >= LEAST_RUNS:
        yield _relation(pair, pair.newer, RelationType.SHARES_TEXT_WITH, reason)


def _drafts(pair: _Pair) -> Iterator[Relation]:
    draft = pair.older if pair.older.draft else pair.newer
    reason = "aangeduid als concept, de andere versie niet"
    yield _relation(pair, draft, RelationType.DRAFT_OF, reason)
    if pair.share_of(pair.other(draft)) >= FINAL:
        yield _relation(pair, pair.other(draft), RelationType.FINAL_OF, reason)


def _relation(pair: _Pair, profile: _Profile, kind: RelationType, reason: str) -> Relation:
    """The relation; half of the text in common, or a sign and a sixth of it, makes it all but sure."""
    certainty = 1 - (1 - pair.share) ** (8 if reason else 4)
    shown = f"{pair.share:.0%} van de tekst van het kortste stuk is gelijk"
    return Relation(
        number=profile.document.number,
        other=pair.other(profile).document.number,
        type=kind,
        score=round(certainty, 2),
        evidence=f"{shown}; {reason}" if reason else shown,
    )
