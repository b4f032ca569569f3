"""Searching the text of the whole dossier; the words are sent to the API, never put in an address."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """A field; its script shows the hits."""

    template: ClassVar[str] = "search.html"
    place: ClassVar[str] = "/zoeken"
