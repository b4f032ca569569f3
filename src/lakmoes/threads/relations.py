"""How documents of a dossier relate: proposals with their evidence.

In: documents and pages. Out: ``Relation`` values: a draft and its final version, an earlier version, the same
or nearly the same text, mails that stand in both, what was attached (``attachments``) or answered
(``replies``). Only what is sure enough to be put on an inventory as a proposal.

The measure is the share of runs of ``LENGTH`` words that two documents have in common (Broder, "On the
resemblance and containment of documents", 1997), runs that stand in many documents left out: those are
standard texts. Mails are compared message by message (``messages``).
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lakmoes import nl
from lakmoes.model import Page, SourceDocument
from lakmoes.threads.attachments import attachments
from lakmoes.threads.messages import Message, messages_of, returning
from lakmoes.threads.relation import Relation, RelationType
from lakmoes.threads.replies import replies
from lakmoes.threads.stream import Stream, shingles, streams

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
LEAST_BYTES = 8 * 8
"""Of the numbers of eight words: shorter texts that are the same (a stamp, an empty form) tell nothing."""
MOMENTS_ONLY = 0.7
"""Score where only the heads of messages tell: their texts are shorter than a run, or standard."""
HEAD = 400
"""Characters at the start of a document in which its status is stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Profile:
    """What is compared of one document: the runs that others have too, out of ``size`` runs in all.

    ``standard`` are the runs that stand in many documents; ``words`` is the same for the same words in order.
    """

    document: SourceDocument
    words: bytes
    messages: tuple[Message, ...]
    draft: bool
    version: tuple[int, ...]
    runs: frozenset[int] = frozenset()
    size: int = 0
    standard: frozenset[int] = frozenset()

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

    def returning(self, profile: _Profile) -> dict[int, int]:
        """Which messages of the one stand in the other, by their places."""
        return returning(profile.messages, self.other(profile).messages, profile.standard)

    def is_whole(self, profile: _Profile, found: Mapping[int, int]) -> bool:
        """Whether all of the document stands in the other: its messages, and what is around them."""
        is_text_in = self.share_of(profile) >= SAME or not profile.size
        return len(found) == len(profile.messages) and is_text_in


_DRAFT = re.compile(
    r"\b(?:concept\w*|draft|ontwerp(?:versie|tekst|brief|besluit)?|werkversie)\b", re.IGNORECASE
)
_DRAFT_FILE = re.compile(r"(?:concept|draft|(?<![a-z])opm(?:erkingen)?(?![a-z]))", re.IGNORECASE)
_FINAL = re.compile(r"\b(?:definitie(?:f|ve)|vastgesteld(?:e)?)\b", re.IGNORECASE)
_VERSION = re.compile(
    r"\b(?:versie|version|v)[ .]?(?P<major>\d{1,2})(?:\.(?P<minor>\d{1,2}))?\b", re.IGNORECASE
)
_COMMENTED = re.compile(r"(?:Met opmerkingen|Commented) \[")


def relations(
    documents: Sequence[SourceDocument], pages: Mapping[str, Sequence[Page]]
) -> tuple[Relation, ...]:
    """The relations between documents, sorted by number, then by the other's number.

    Args:
        documents: The documents; those without pages have no relations.
        pages: Pages per document id.
    """
    ordered = [document for document in _in_order(documents) if pages.get(document.id)]
    profiles = _profiles(ordered, pages)
    found = itertools.chain(
        _same_words(profiles),
        (relation for pair in _pairs(profiles) for relation in _between(pair)),
        attachments(ordered, pages),
        replies(ordered, pages),
    )
    return tuple(sorted(found, key=lambda relation: (relation.number, relation.other, relation.type)))


def _in_order(documents: Sequence[SourceDocument]) -> list[SourceDocument]:
    return sorted(documents, key=lambda document: document.number)


def _profiles(documents: Sequence[SourceDocument], pages: Mapping[str, Sequence[Page]]) -> list[_Profile]:
    every = streams({document.id: pages[document.id] for document in documents})
    runs = {identity: frozenset(shingles(stream.words)) for identity, stream in every.items()}
    spread = _spread(runs.values())
    standard = frozenset(run for run, count in spread.items() if count > STANDARD)
    return [
        replace(
            _stated(document, pages[document.id], every[document.id]),
            runs=frozenset(run for run in runs[document.id] if run in spread) - standard,
            size=len(runs[document.id]) - len(runs[document.id] & standard),
            standard=standard,
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


def _stated(document: SourceDocument, pages: Sequence[Page], stream: Stream) -> _Profile:
    """What the document tells by itself."""
    text = "\n".join(page.text for page in pages)
    stated = f"{document.title}\n{text[:HEAD]}"
    version = _VERSION.search(f"{stated}\n{document.file_name.replace('_', ' ')}")
    numbers = (int(version["major"]), int(version["minor"] or 0)) if version else ()
    marked = _DRAFT.search(stated) or _DRAFT_FILE.search(document.file_name) or _COMMENTED.search(text)
    return _Profile(
        document=document,
        words=stream.words.tobytes(),
        messages=messages_of(pages, stream),
        draft=bool(marked and not _FINAL.search(document.title)) or numbers[:1] == (0,),
        version=numbers,
    )


def _same_words(profiles: Sequence[_Profile]) -> Iterator[Relation]:
    """Documents that hold the same words in the same order, each with the oldest of them."""
    alike: defaultdict[bytes, list[_Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda profile: profile.age):
        if len(profile.words) >= LEAST_BYTES:
            alike[profile.words].append(profile)
    for oldest, *others in alike.values():
        for profile in others:
            yield Relation(
                number=profile.document.number,
                other=oldest.document.number,
                type=RelationType.NEAR_DUPLICATE_OF,
                score=1.0,
                evidence="alle woorden zijn gelijk",
            )


def _pairs(profiles: Sequence[_Profile]) -> Iterator[_Pair]:
    """All pairs with something in common."""
    holders: defaultdict[object, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        for item in (*profile.runs, *{message.moment for message in profile.messages}):
            holders[item].append(index)
    common: Counter[tuple[int, int]] = Counter()
    for item, indexes in holders.items():
        for pair in itertools.combinations(indexes, 2):
            common[pair] += isinstance(item, int)
    for (one, other), count in sorted(common.items()):
        older, newer = sorted((profiles[one], profiles[other]), key=lambda profile: profile.age)
        yield _Pair(older=older, newer=newer, common=count)


def _between(pair: _Pair) -> Iterator[Relation]:
    if pair.older.words == pair.newer.words:
        return
    older, newer = pair.returning(pair.older), pair.returning(pair.newer)
    if older:
        yield from _mails(pair, older, newer)
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


def _mails(pair: _Pair, older: Mapping[int, int], newer: Mapping[int, int]) -> Iterator[Relation]:
    """Threads with messages in common; a thread whose messages all stand in the other is contained in it."""
    whole_older = pair.is_whole(pair.older, older)
    whole_newer = pair.is_whole(pair.newer, newer)
    if whole_older and whole_newer:
        yield _relation(pair, pair.newer, RelationType.NEAR_DUPLICATE_OF, _places(pair, pair.newer, newer))
    elif whole_older:
        yield _relation(pair, pair.older, RelationType.CONTAINED_IN, _places(pair, pair.older, older))
    elif whole_newer:
        yield _relation(pair, pair.newer, RelationType.CONTAINED_IN, _places(pair, pair.newer, newer))
    else:
        yield _relation(pair, pair.newer, RelationType.SHARES_TEXT_WITH, _places(pair, pair.newer, newer))


def _places(pair: _Pair, profile: _Profile, found: Mapping[int, int]) -> str:
    """Which messages of a document stand where in the other."""
    own, others = profile.messages, pair.other(profile).messages
    return nl.messages_in_common(
        [(place + 1, other + 1) for place, other in sorted(found.items())], len(own), len(others)
    )


def _drafts(pair: _Pair) -> Iterator[Relation]:
    draft = pair.older if pair.older.draft else pair.newer
    reason = "aangeduid als concept, de andere versie niet"
    yield _relation(pair, draft, RelationType.DRAFT_OF, reason)
    if pair.share_of(pair.other(draft)) >= FINAL:
        yield _relation(pair, pair.other(draft), RelationType.FINAL_OF, reason)


def _relation(pair: _Pair, profile: _Profile, kind: RelationType, reason: str) -> Relation:
    """The relation; half of the text in common, or a sign and a sixth of it, makes it all but sure."""
    share = pair.share_of(profile) if kind is RelationType.CONTAINED_IN else pair.share
    certainty = 1 - (1 - share) ** (8 if reason else 4) if pair.common else MOMENTS_ONLY
    shown = f"{share:.0%} van de tekst van het kortste stuk is gelijk"
    return Relation(
        number=profile.document.number,
        other=pair.other(profile).document.number,
        type=kind,
        score=round(certainty, 2),
        evidence=f"{shown}; {reason}" if reason else shown,
    )
