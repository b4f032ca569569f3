"""Help: the keys of each page, and what the words mean."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """A page of text."""

    template: ClassVar[str] = "help.html"
    place: ClassVar[str] = "/hulp"
