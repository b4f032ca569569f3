"""Copies of font dictionaries, with what does not depend on the text that is shown.

In: a font of the old file. Out: its copy with a neutral tag before its name; the rest follows when it is
known what is shown (``use``).
"""

import re
from typing import Any, Protocol

import pikepdf

TAG = re.compile(r"/[A-Z]{6}\+")


class Writer(Protocol):
    """What fonts ask of the writer of the file."""

    target: pikepdf.Pdf

    def part(self, kind: str, item: Any) -> Any:
        """The copy of an object."""
        ...

    def filled(self, kind: str, item: Any, made: Any) -> Any:
        """``made`` with the allowed keys of ``item``."""
        ...


def copied_font(writer: Writer, item: Any, number: int) -> Any:
    """The copy of a font, without what depends on the text that it shows."""
    made = writer.target.make_indirect(pikepdf.Dictionary())
    writer.filled("font", item, made)
    descendant = descendant_of(item)
    holders = [(item, made)]
    if descendant is not None:
        inner = writer.target.make_indirect(pikepdf.Dictionary())
        made["/DescendantFonts"] = pikepdf.Array([writer.filled("cid-font", descendant, inner)])
        holders.append((descendant, inner))
    for old, new in holders:
        if "/FontDescriptor" in new:
            # Fonts with different tags may have shared one.
            own = writer.filled("descriptor", old["/FontDescriptor"], pikepdf.Dictionary())
            new["/FontDescriptor"] = writer.target.make_indirect(own)
            if "/FontName" in old["/FontDescriptor"]:
                own["/FontName"] = _name(old["/FontDescriptor"]["/FontName"], number)
        if "/BaseFont" in old:
            new["/BaseFont"] = _name(old["/BaseFont"], number)
    return made


def descendant_of(item: Any) -> Any:
    """The CIDFont of a composite font, ``None`` for others."""
    descendants = item.get("/DescendantFonts")
    return descendants[0] if isinstance(descendants, pikepdf.Array) and len(descendants) else None


def _name(given: Any, number: int) -> pikepdf.Name:
    """A font's name with a tag that only counts."""
    name = str(given)
    if not TAG.match(name):
        return pikepdf.Name(name)
    letters = ""
    for _ in range(3):
        number, place = divmod(number, 26)
        letters = chr(ord("A") + place) + letters
    return pikepdf.Name(f"/LAK{letters}+{name[8:]}")
