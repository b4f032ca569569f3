"""The map: every page of the dossier as a tile, and totals."""

from dataclasses import dataclass
from typing import ClassVar

from lakmoes.web.answers.dossier import GroundAnswer, ground_answers
from lakmoes.web.answers.map import MapDocument, map_answer
from lakmoes.web.answers.totals import Totals, totals_of
from lakmoes.workflow.reviewing import Desk

STATES = {
    "open": "nog te beslissen",
    "done": "beslist",
    "plain": "niets gevonden",
    "empty": "zonder tekst",
    "questioned": "vraag van de tweede beoordelaar",
    "stale": "besluit waarvan de tekst is veranderd",
    "unread": "niet door een machine te lezen",
}
"""State of a page to its wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """The tiles by document, the grounds that colour them, and totals."""

    template: ClassVar[str] = "map.html"
    place: ClassVar[str] = "/kaart"

    documents: tuple[MapDocument, ...]
    grounds: tuple[GroundAnswer, ...]
    totals: Totals
    states: dict[str, str]


def map_page(desk: Desk) -> MapPage:
    """The map of the dossier."""
    totals = totals_of(desk)
    used = {total.name for total in totals.by_ground}
    return MapPage(
        documents=map_answer(desk).documents,
        grounds=tuple(ground for ground in ground_answers(desk) if ground.code in used),
        totals=totals,
        states=STATES,
    )
