"""The structure tree: stays for screen readers, without texts that give a redaction away.

In: an opened PDF after its redaction, the content that was touched on each page, the redacted texts. Out:
nothing; ``ActualText``, ``Alt`` and ``E`` are gone from elements with touched content anywhere under them and
from elements whose text tells, and so are telling titles and ids, and the sizes of touched content.
References to annotations and forms that no page shows any more go, for they would keep these in the file.
"""

from collections.abc import Container, Iterator, Mapping
from typing import Any

import pikepdf

from lakmoes.pdf.scrub.content import ObjectKey, drop
from lakmoes.pdf.telltale import Telltale

REPLACEMENTS = ("/ActualText", "/Alt", "/E")
TITLES = ("/T", "/ID")
SIZES = ("/BBox", "/Width", "/Height")

Touched = Mapping[ObjectKey, frozenset[int]]
"""Page object to the MCIDs that its redaction touched."""


def clean_tags(pdf: pikepdf.Pdf, touched: Touched, live: Container[ObjectKey], telltale: Telltale) -> None:
    """Takes telling texts and dead references out of the structure tree.

    Args:
        pdf: The opened PDF.
        touched: What was redacted, by page.
        live: Annotations and XObjects that pages still show.
        telltale: The redacted texts.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return
    drop(root, ("/Namespaces", "/PronunciationLexicon", "/AF"))
    _Tree(touched, live, telltale).clean(root)
    if "/IDTree" in root and telltale:
        del root["/IDTree"]  # elements stay reachable; only lookup by name goes


class _Tree:
    def __init__(self, touched: Touched, live: Container[ObjectKey], telltale: Telltale) -> None:
        self._touched = touched
        self._live = live
        self._telltale = telltale
        self._hit: set[int] = set()

    def clean(self, root: Any) -> None:
        """Goes through the tree from its leaves up, without recursion: trees can be deep."""
        order = list(elements_of(root))
        for position in reversed(range(len(order))):
            element, parent, page = order[position]
            if self._clean_kids(element, page):
                self._hit.add(position)
                _forget_sizes(element)
            if position in self._hit:
                drop(element, REPLACEMENTS)
                self._hit.add(parent)
            self._clean_texts(element)

    def _clean_kids(self, element: Any, page: Any) -> bool:
        """Drops dead references among an element's kids; out comes whether its own content was touched."""
        kids = kids_of(element)
        kept = [kid for kid in kids if not self._is_dead(kid)]
        if len(kept) != len(kids):
            element["/K"] = pikepdf.Array(kept)
        return any(self._was_touched(kid, page) for kid in kids)

    def _is_dead(self, kid: Any) -> bool:
        if not isinstance(kid, pikepdf.Dictionary) or is_element(kid):
            return False
        targets = [kid[key] for key in ("/Obj", "/Stm") if key in kid]
        return any(target.objgen not in self._live for target in targets)

    def _was_touched(self, kid: Any, page: Any) -> bool:
        if isinstance(kid, pikepdf.Dictionary):
            if is_element(kid):
                return False
            page = kid.get("/Pg", page)
            # Content of a form on a redacted page is not followed: it counts as touched.
            if "/Stm" in kid and page is not None:
                return page.objgen in self._touched
            kid = kid.get("/MCID")
        if not isinstance(kid, int) or page is None:
            return False
        return kid in self._touched.get(page.objgen, frozenset())

    def _clean_texts(self, element: Any) -> None:
        for key in (*REPLACEMENTS, *TITLES):
            if key in element and self._telltale.within(str(element[key])):
                del element[key]
        attributes = element.get("/A")
        if attributes is not None and _has_user_properties(attributes):
            del element["/A"]


def elements_of(root: Any) -> Iterator[tuple[Any, int, Any]]:
    """The elements with the position of their parent among them (-1 for the root) and their page."""
    seen: set[ObjectKey] = set()
    waiting: list[tuple[Any, int, Any]] = [(root, -1, None)]
    position = -1
    while waiting:
        element, parent, page = waiting.pop()
        if element.is_indirect:
            if element.objgen in seen:
                continue
            seen.add(element.objgen)
        page = element.get("/Pg", page)
        position += 1
        yield element, parent, page
        waiting += [(kid, position, page) for kid in kids_of(element) if is_element(kid)]


def kids_of(element: Any) -> list[Any]:
    """The kids of a structure element."""
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def is_element(kid: Any) -> bool:
    """Whether a kid is an element and no content."""
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") not in (
        pikepdf.Name.MCR,
        pikepdf.Name.OBJR,
    )


def _forget_sizes(element: Any) -> None:
    """Drops how large its content was: that of a word or a picture tells which one it was."""
    attributes = element.get("/A")
    for part in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(part, pikepdf.Dictionary):
            drop(part, SIZES)


def _has_user_properties(attributes: Any) -> bool:
    """Whether attributes hold names and values that a program put there for itself."""
    parts = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return any(
        isinstance(part, pikepdf.Dictionary) and part.get("/O") == pikepdf.Name.UserProperties
        for part in parts
    )
