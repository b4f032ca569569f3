"""Grounds of refusal, as the law has them."""

from dataclasses import dataclass
from enum import StrEnum

from lakmoes.model.documents import Law


class GroundType(StrEnum):
    """Whether a ground forbids disclosure as such, or must be weighed and motivated."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    LABEL = "label"
    """No ground of refusal in law, such as out of scope or duplicate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A ground of refusal, or a label that is none (out of scope).

    Attributes:
        code: Canonical code such as ``10.2.e`` or ``5.1.2.e``.
        law: The law it belongs to.
        label: Short Dutch wording.
        article: The statutory text.
        type: Absolute, relative or a mere label.
        counterpart: Codes in the other law; several where converting needs a choice.
        platform_code: Notation of the national platform, empty where it knows none.
        five_years: Whether information older than five years needs extra motivation (Woo, article 5.3).
        temporary: Whether the decision must name the term within which it is disclosed after all.
        not_with: Beginnings of codes of grounds that may not be used for the same information.
        formal_deciders: Whose formal decision-making asks more of this ground (Woo, article 5.2, third
            paragraph), in Dutch; empty for most grounds.
    """

    code: str
    law: Law
    label: str
    article: str
    type: GroundType
    counterpart: tuple[str, ...] = ()
    platform_code: str = ""
    five_years: bool = False
    temporary: bool = False
    not_with: tuple[str, ...] = ()
    formal_deciders: tuple[str, ...] = ()
