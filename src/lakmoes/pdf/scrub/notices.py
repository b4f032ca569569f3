"""Pages that are refused whole give way to one page that says so.

In: an opened PDF whose pages have been cleaned, so that nothing is left on those pages, and their orders.
Out: the same without them but for the first of each run, which has nothing but the notice; the structure
tree has nothing of them but the notice. What led to a page that goes leads to the notice.
"""

from collections.abc import Sequence
from typing import Any

import pikepdf

from lakmoes.pdf.lettering import FONT
from lakmoes.pdf.linework import Instruction
from lakmoes.pdf.scrub.content import ObjectKey, drop, instructions_of
from lakmoes.pdf.scrub.pages import Cleaned, PageOrder
from lakmoes.pdf.scrub.rebuild import StandIns
from lakmoes.pdf.scrub.spoken import entries_of, with_elements, write_entries
from lakmoes.pdf.scrub.tags import elements_of, is_element, kids_of

EMPTIED = "/LakmoesEmptied"
"""Marks an element until it is taken out of the tree."""
KEPT = frozenset(("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Tabs"))
"""What a page keeps of itself when a notice takes its place."""


def put_notices(
    pdf: pikepdf.Pdf, orders: Sequence[PageOrder], font: Any
) -> tuple[dict[ObjectKey, Sequence[Instruction]], StandIns]:
    """Puts the notices in place; out come the contents of their pages, and which page stands for which."""
    pages = list(zip(pdf.pages, orders, strict=True))
    noticed = [page for page, order in pages if order.notice or order.goes]
    if not noticed:
        return {}, {}
    _untag(
        pdf,
        {page.obj.objgen for page in noticed},
        {int(page.obj.get("/StructParents", -1)) for page in noticed},
    )
    contents: dict[ObjectKey, Sequence[Instruction]] = {}
    stand_ins: dict[ObjectKey, ObjectKey] = {}
    holder: ObjectKey = (0, 0)
    for page, order in pages:
        if order.goes:
            stand_ins[page.obj.objgen] = holder
        elif order.notice:
            holder = page.obj.objgen
            contents[holder] = _notice(pdf, page, order, font)
    for index in reversed([index for index, order in enumerate(orders) if order.goes]):
        del pdf.pages[index]
    return contents, stand_ins


def _notice(pdf: pikepdf.Pdf, page: pikepdf.Page, order: PageOrder, font: Any) -> Sequence[Instruction]:
    """Empties a page; out comes its new content."""
    drop(page.obj, [key for key in page.obj.keys() if key not in KEPT])  # noqa: SIM118 - no dict
    page.obj["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary({f"/{FONT}": font}))
    content = PageOrder(overlay=order.notice)
    return instructions_of(pdf.make_stream(with_elements(pdf, page, content, Cleaned((), (), frozenset()))))


def _untag(pdf: pikepdf.Pdf, pages: set[ObjectKey], keys: set[int]) -> None:
    """Takes the content of pages out of the structure tree, and the elements that are left empty."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return
    write_entries(root, [(key, value) for key, value in entries_of(root) if key not in keys])
    order = list(elements_of(root))
    for element, parent, page in reversed(order):
        kids = kids_of(element)
        kept = [kid for kid in kids if not _goes(kid, page, pages)]
        if len(kept) != len(kids):
            element["/K"] = pikepdf.Array(kept)
            if not kept and parent >= 0:
                element[EMPTIED] = True
        own = element.get("/Pg")
        if own is not None and own.objgen in pages:
            del element["/Pg"]


def _goes(kid: Any, page: Any, pages: set[ObjectKey]) -> bool:
    """Whether a kid of an element is content of the pages, or an element that has nothing else."""
    if isinstance(kid, pikepdf.Dictionary):
        if is_element(kid):
            return EMPTIED in kid
        page = kid.get("/Pg", page)
    return page is not None and page.objgen in pages
