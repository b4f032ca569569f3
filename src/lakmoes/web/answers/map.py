"""The map as JSON: every page of the dossier with its state and grounds."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lakmoes.model import Ruling
from lakmoes.nl import JUDGEMENTS
from lakmoes.web.answers.documents import seen_pages
from lakmoes.web.answers.dossier import is_questioned
from lakmoes.web.families import family_of
from lakmoes.workflow.reviewing import Desk

SUSPICIOUS_WORDS = 150
"""Words from which a page without any mark is worth a look, where other pages of its document have marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """One page on the map.

    Attributes:
        page: From 1.
        state: ``open``, ``done``, ``questioned``, ``stale``, ``unread``, ``empty`` (no words) or ``plain``
            (words, and nothing found).
        grounds: Codes of what is redacted on it as things stand.
        families: Their colours, without repeats.
        open: Suggestions on which nobody has decided.
        suspicious: Whether nothing was found on it though it is full of text and other pages have marks.
        seen: Whether a person has had it before them.
    """

    page: int
    state: str
    grounds: tuple[str, ...]
    families: tuple[str, ...]
    open: int
    suspicious: bool
    seen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDocument:
    """One document on the map; ``judgement`` in Dutch, and whether anything in it differs from elsewhere."""

    number: int
    title: str
    judgement: str
    inconsistent: bool
    pages: tuple[MapPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapAnswer:
    """Every page of the dossier."""

    documents: tuple[MapDocument, ...]


def map_answer(desk: Desk) -> MapAnswer:
    """Every page of the dossier by document."""
    judgements = {row.number: JUDGEMENTS[row.judgement] for row in desk.inventory_rows()}
    differing = {identity for found in desk.inconsistencies() for identity, _ in found.rulings}
    return MapAnswer(
        documents=tuple(
            MapDocument(
                number=number,
                title=found.document.title,
                judgement=judgements[number],
                inconsistent=found.document.id in differing,
                pages=_map_pages(desk, number),
            )
            for number, found in ((one, desk.documents[one]) for one in desk.order)
        )
    )


def _map_pages(desk: Desk, number: int) -> tuple[MapPage, ...]:
    found, state = desk.documents[number], desk.state(number)
    on_page: defaultdict[int, list[Ruling]] = defaultdict(list)
    for ruling in state.rulings:
        on_page[ruling.page_index].append(ruling)
    codes = _codes_by_page(desk, number)
    stale = {entry.body.page_index for entry in state.stale if hasattr(entry.body, "page_index")}
    undecided = Counter(suggestion.finding.span.page_index for suggestion in state.open)
    seen = seen_pages(desk, found.document.id)
    pages = []
    for facts in found.pages:
        index = facts.index
        questioned = any(is_questioned(desk, ruling) for ruling in on_page[index])
        signs = {
            "stale": index in stale,
            "questioned": questioned,
            "unread": index + 1 in found.unread and not codes[index],
            "open": undecided[index] > 0,
            "done": bool(on_page[index]),
            "plain": facts.words > 0,
        }
        pages.append(
            MapPage(
                page=index + 1,
                state=next((name for name, holds in signs.items() if holds), "empty"),
                grounds=desk.book.ordered(codes[index]),
                families=_families(desk, codes[index]),
                open=undecided[index],
                suspicious=bool(codes) and not on_page[index] and facts.words >= SUSPICIOUS_WORDS,
                seen=index in seen,
            )
        )
    return tuple(pages)


def _codes_by_page(desk: Desk, number: int) -> defaultdict[int, set[str]]:
    codes: defaultdict[int, set[str]] = defaultdict(set)
    state = desk.state(number)
    for span, found in state.redactions:
        codes[span.page_index].update(found)
    for index, _, found in state.regions:
        codes[index].update(found)
    return codes


def _families(desk: Desk, codes: Iterable[str]) -> tuple[str, ...]:
    ordered = (family_of(desk.book[code]) for code in desk.book.ordered(codes))
    return tuple(dict.fromkeys(ordered))
