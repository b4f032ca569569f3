"""Links, bookmarks, named places and page labels: they stay, without redacted texts.

In: an opened PDF and the redacted texts, the blacked-out areas of each page. Out: how many links and
bookmarks changed. A link goes when its target gives a redacted text away, when it leads out of the file from
under a black box, or when it starts something. A bookmark keeps its place and loses the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf

from lakmoes.pdf.space import Rectangle
from lakmoes.pdf.telltale import REPLACEMENT, Telltale

COVERED = 0.1
"""Share of a link's area under black boxes from which its target may tell what was there."""

OUTWARD = ("http:", "https:", "mailto:", "tel:", "ftp:")
"""Addresses that may stay; others (``file:``) name things on the machine of whoever made the file."""


def clean_links(pdf: pikepdf.Pdf, areas: Mapping[int, Sequence[Rectangle]], telltale: Telltale) -> int:
    """Leaves the links of each page that may stay, and no other annotation; out comes how many links went."""
    removed = 0
    for index, page in enumerate(pdf.pages):
        annotations = page.obj.get("/Annots")
        if annotations is None:
            continue
        links = [item for item in annotations if item.get("/Subtype") == pikepdf.Name.Link]
        kept = [link for link in links if _may_stay(link, areas.get(index, ()), telltale)]
        removed += len(links) - len(kept)
        for link in kept:
            _clean_link(link, telltale)
        if kept:
            page.obj["/Annots"] = pikepdf.Array(kept)
        else:
            del page.obj["/Annots"]
    return removed


def clean_bookmarks(pdf: pikepdf.Pdf, telltale: Telltale) -> int:
    """Takes redacted texts out of bookmarks and actions off them; out comes how many titles changed."""
    changed = 0
    for bookmark in _bookmarks(pdf):
        title = str(bookmark.get("/Title", ""))
        if telltale.within(title):
            bookmark["/Title"] = pikepdf.String(telltale.blanked(title))
            changed += 1
        if "/A" in bookmark and not _is_harmless(bookmark["/A"], telltale):
            del bookmark["/A"]
    return changed


def clean_names(pdf: pikepdf.Pdf, telltale: Telltale) -> None:
    """Takes telling names of places out of the file; what led there now leads there directly."""
    places = _named_places(pdf)
    if not any(telltale.within(name) for name in places):
        return
    for holder, key in _references(pdf):
        target = places.get(_place_name(holder[key]))
        if target is not None:
            holder[key] = target
        elif not isinstance(holder[key], pikepdf.Array):
            del holder[key]
    for holder in (pdf.Root, pdf.Root.get("/Names", pikepdf.Dictionary())):
        if "/Dests" in holder:
            del holder["/Dests"]


def clean_page_labels(pdf: pikepdf.Pdf, telltale: Telltale) -> None:
    """Takes redacted texts out of the page numbers that viewers show."""
    for item in _tree_values(pdf.Root.get("/PageLabels"), "/Nums"):
        if isinstance(item, pikepdf.Dictionary) and telltale.within(str(item.get("/P", ""))):
            item["/P"] = pikepdf.String(REPLACEMENT)


def _may_stay(link: Any, areas: Sequence[Rectangle], telltale: Telltale) -> bool:
    if "/A" not in link:
        return True
    if not _is_harmless(link["/A"], telltale):
        return False
    return link["/A"].get("/S") != pikepdf.Name.URI or _covered(link, areas) < COVERED


def _clean_link(link: Any, telltale: Telltale) -> None:
    if "/Contents" in link and telltale.within(str(link["/Contents"])):
        del link["/Contents"]


def _is_harmless(action: Any, telltale: Telltale) -> bool:
    """Whether an action leads to a place in the file, or to an address that tells nothing."""
    if not isinstance(action, pikepdf.Dictionary):
        return False
    kind = action.get("/S")
    if kind in (pikepdf.Name.GoTo, pikepdf.Name.Named):
        return True
    if kind != pikepdf.Name.URI:
        return False
    address = str(action.get("/URI", ""))
    scheme, colon, _ = address.partition(":")
    return (not colon or f"{scheme.lower()}:" in OUTWARD) and not telltale.within(address)


def _covered(link: Any, areas: Sequence[Rectangle]) -> float:
    """Share of a link's rectangle that lies under black boxes."""
    left, bottom, right, top = (float(edge) for edge in link.get("/Rect", (0, 0, 0, 0)))
    left, right, bottom, top = min(left, right), max(left, right), min(bottom, top), max(bottom, top)
    size = max((right - left) * (top - bottom), 1e-6)
    shares = (
        max(min(right, area[2]) - max(left, area[0]), 0.0)
        * max(min(top, area[3]) - max(bottom, area[1]), 0.0)
        for area in areas
    )
    return sum(shares) / size


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[Any]:
    outlines = pdf.Root.get("/Outlines")
    if not isinstance(outlines, pikepdf.Dictionary):
        return
    seen: set[tuple[int, int]] = set()
    waiting = [outlines.get("/First")]
    while waiting:
        bookmark = waiting.pop()
        if not isinstance(bookmark, pikepdf.Dictionary) or bookmark.objgen in seen:
            continue
        seen.add(bookmark.objgen)
        waiting += [bookmark.get("/Next"), bookmark.get("/First")]
        yield bookmark


def _references(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, str]]:
    """Everything that leads to a place in the file: the holder and the key of the place."""
    holders = list(_bookmarks(pdf))
    for page in pdf.pages:
        holders += list(page.obj.get("/Annots", ()))
    for holder in holders:
        if "/Dest" in holder:
            yield holder, "/Dest"
        if isinstance(holder.get("/A"), pikepdf.Dictionary) and "/D" in holder["/A"]:
            yield holder["/A"], "/D"


def _named_places(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """The named places of the file, of the old kind and of the new."""
    places: dict[str, Any] = {}
    old = pdf.Root.get("/Dests")
    if isinstance(old, pikepdf.Dictionary):
        places |= {name.removeprefix("/"): place for name, place in old.items()}
    names = pdf.Root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
    values = list(_tree_values(tree, "/Names"))
    for name, place in zip(values[::2], values[1::2], strict=False):
        places[str(name)] = place
    return {name: _place(place) for name, place in places.items()}


def _place(place: Any) -> Any:
    return place.get("/D") if isinstance(place, pikepdf.Dictionary) else place


def _place_name(target: Any) -> str:
    return "" if isinstance(target, pikepdf.Array) else str(target).removeprefix("/")


def _tree_values(tree: Any, key: str) -> Iterator[Any]:
    """Names and values, or numbers and values, of a name or number tree (ISO 32000-2, 7.9.6 and 7.9.7)."""
    seen: set[tuple[int, int]] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        yield from node.get(key, ())
        waiting += list(node.get("/Kids", ()))
