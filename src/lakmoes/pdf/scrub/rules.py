"""What the words of the table mean.

In: the text of a rule (``table``). Out: a function that copies a value of the old file into the new one, or
says that the value is not allowed (``GONE``). Knows plain values; whole objects are up to the ``Copier``.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Final, Protocol

import pikepdf

from lakmoes.pdf.scrub.table import BLENDS, COLLECTIONS, INTENTS, STYLES, TABLE

GONE: Final = object()
"""Says that a value is not allowed; PDF's own ``null`` is ``None``."""

LANGUAGE = re.compile(rb"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,4}")
NAMES: Mapping[str, frozenset[str]] = {"intent": INTENTS, "blend": BLENDS, "style": STYLES}


class Copier(Protocol):
    """What rules ask of the writer."""

    def part(self, kind: str, item: Any) -> Any:
        """The copy of an object of this kind, or ``GONE``."""
        ...

    def text(self, item: Any) -> Any:
        """The copy of a string, or ``GONE``."""
        ...


Rule = Callable[[Copier, Any], Any]


@cache
def rule_of(text: str) -> Rule:
    """The function of a rule."""
    alternatives = [_single(part) for part in _split(text)]
    if len(alternatives) == 1:
        return alternatives[0]

    def first_that_fits(copier: Copier, value: Any) -> Any:
        for rule in alternatives:
            copied = rule(copier, value)
            if copied is not GONE:
                return copied
        return GONE

    return first_that_fits


@cache
def rules_of(kind: str) -> Mapping[str, Rule]:
    """The keys of a kind, with their slash, and the rules of their values."""
    return {f"/{key}": rule_of(rule) for key, rule in TABLE[kind].items()}


@cache
def type_of(kind: str) -> frozenset[str]:
    """What a kind may say of itself under ``Type``."""
    rule = TABLE[kind].get("Type", "")
    return frozenset(f"/{name}" for name in rule.removeprefix("=").split("|")) if rule else frozenset()


def _split(text: str) -> list[str]:
    """The alternatives of a rule; those within brackets belong to its items."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign == "[") - (sign == "]")
        if sign == "/" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]


def _single(text: str) -> Rule:
    if text.startswith("["):
        return _array(rule_of(text[1:-1]))
    if text.startswith("="):
        return _one_of(frozenset(text[1:].split("|")))
    if text in NAMES:
        return _one_of(NAMES[text])
    if text in PLAIN:
        return PLAIN[text]
    return lambda copier, value: copier.part(text, value)


def _array(rule: Rule) -> Rule:
    def copied(copier: Copier, value: Any) -> Any:
        if not isinstance(value, pikepdf.Array):
            return GONE
        items = [rule(copier, item) for item in value]
        return pikepdf.Array([item for item in items if item is not GONE])

    return copied


def _one_of(names: frozenset[str]) -> Rule:
    allowed = frozenset(f"/{name}" for name in names)

    def copied(_copier: Copier, value: Any) -> Any:
        if isinstance(value, pikepdf.Name) and str(value) in allowed:
            return pikepdf.Name(str(value))
        return GONE

    return copied


def _number(_copier: Copier, value: Any) -> Any:
    return value if isinstance(value, int | Decimal | float) and not isinstance(value, bool) else GONE


def _integer(_copier: Copier, value: Any) -> Any:
    return value if isinstance(value, int) and not isinstance(value, bool) else GONE


def _boolean(_copier: Copier, value: Any) -> Any:
    return value if isinstance(value, bool) else GONE


def _nothing(_copier: Copier, value: Any) -> Any:
    return None if value is None else GONE


def _text(copier: Copier, value: Any) -> Any:
    return copier.text(value) if isinstance(value, pikepdf.String) else GONE


def _language(_copier: Copier, value: Any) -> Any:
    if isinstance(value, pikepdf.String) and LANGUAGE.fullmatch(bytes(value)):
        return pikepdf.String(bytes(value))
    return GONE


def _registry(_copier: Copier, value: Any) -> Any:
    known = isinstance(value, pikepdf.String) and str(value) in COLLECTIONS
    return pikepdf.String(str(value) if known else "Identity")


PLAIN: Mapping[str, Rule] = {
    "number": _number,
    "integer": _integer,
    "boolean": _boolean,
    "nothing": _nothing,
    "text": _text,
    "language": _language,
    "registry": _registry,
}
