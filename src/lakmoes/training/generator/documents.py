"""Invented Dutch government documents in which every person's name is marked.

In: a seed, a number and a stock of names. Out: annotated texts, one by one. The same seed gives the same
texts on every machine, and text ``n`` does not depend on how many are asked for. What a kind of document
holds is decided in ``kinds``; what the lines look like in ``layout``.
"""

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from lakmoes.model import DocumentKind, FindingKind, Page, TextSource
from lakmoes.training.annotated import AnnotatedText, unmarked
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.kinds import KINDS
from lakmoes.training.generator.layout import Layout
from lakmoes.training.generator.names import NameStock
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.scene import Scene

WIDTH, HEIGHT = 595.0, 842.0
"""A4 in points."""
STAMPED = 0.15
"""Share of documents with a stamp on their first or last page."""
SMALL, CAPITALS = 0.08, 0.01
"""Share of hurried messages without capitals, and of documents in capitals."""
HURRIED = (DocumentKind.EMAIL, DocumentKind.CHAT, DocumentKind.NOTES)

NAMES = tuple(KINDS)
SUMS = tuple(accumulate(weight for weight, _ in KINDS.values()))


def documents(seed: int, count: int, names: NameStock) -> Iterator[AnnotatedText]:
    """``count`` documents; their ``name`` begins with that of their kind in ``KINDS``."""
    for index in range(count):
        rng = Random(f"{seed}/{index}")  # noqa: S311 - variety, no secret
        kind = rng.choices(NAMES, cum_weights=SUMS)[0]
        scene = Scene(rng, names)
        yield _annotated(f"{kind}-{index}", KINDS[kind][1](scene), rng)


def _annotated(name: str, draft: Draft, rng: Random) -> AnnotatedText:
    if rng.random() < STAMPED:
        draft.blocks.insert(rng.choice((0, len(draft.blocks))), rng.choice(lines("stamps")))
    blocks = _cased(draft.kind, draft.blocks, rng.random())
    found = [unmarked(page) for page in Layout.drawn(rng).pages(blocks, rng)]
    return AnnotatedText(
        name=name,
        kind=draft.kind,
        pages=tuple(_page(name, index, text) for index, (text, _) in enumerate(found)),
        marked=tuple(
            tuple(range_ for range_ in ranges if range_[2] is FindingKind.NAME) for _, ranges in found
        ),
    )


def _cased(kind: DocumentKind, blocks: list[str], luck: float) -> list[str]:
    """The blocks, seldom in small letters (hurried messages) or in capitals (old systems)."""
    if luck < SMALL and kind in HURRIED:
        return [block.lower() for block in blocks]
    if luck > 1 - CAPITALS:
        return [block.upper().replace("{N|", "{n|") for block in blocks]
    return blocks


def _page(name: str, index: int, text: str) -> Page:
    return Page(
        document_id=name,
        index=index,
        width=WIDTH,
        height=HEIGHT,
        rotation=0,
        text=text,
        words=(),
        text_source=TextSource.DIGITAL,
    )
