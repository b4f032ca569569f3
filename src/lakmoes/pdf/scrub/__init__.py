"""Writes the redacted file: everything that is not a page's content is cleaned, then saved afresh.

In: the bytes of a PDF whose pages have lost their redacted text and pixels, an order for each page, the
redacted texts. Out: a new file and notes on what went. The old file is cleaned of what tells by what it says
(bookmarks, links, tags), and then everything is copied into a new one by an allow-list (``table``). The same
input gives the same bytes.

Does not decide what is redacted.
"""

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pikepdf

from lakmoes.errors import RedactionError
from lakmoes.model import Note
from lakmoes.pdf.linework import Instruction
from lakmoes.pdf.scrub.catalog import clean_layers, counts
from lakmoes.pdf.scrub.content import ObjectKey, instructions_of
from lakmoes.pdf.scrub.navigation import clean_bookmarks, clean_links, clean_names, clean_page_labels
from lakmoes.pdf.scrub.notices import put_notices
from lakmoes.pdf.scrub.pages import (
    Cleaned,
    PageOrder,
    clean_page,
    label_font,
    move_links,
    print_on,
    shown_objects,
)
from lakmoes.pdf.scrub.rebuild import rebuilt
from lakmoes.pdf.scrub.spoken import with_elements
from lakmoes.pdf.scrub.tags import clean_tags
from lakmoes.pdf.telltale import Telltale

__all__ = ["PageOrder", "scrub"]

VERSION = "1.7"
METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def scrub(
    data: bytes, orders: Sequence[PageOrder], telltale: Telltale, title: str, target: Path
) -> tuple[Note, ...]:
    """Writes the cleaned PDF to ``target``; out come notes on what was removed.

    Args:
        data: The PDF; its pages have been erased.
        orders: For each page what is done to it.
        telltale: The redacted texts.
        title: The new title; empty for none.
        target: Where the file is written.

    Raises:
        RedactionError: A part of the file cannot be copied safely.
        pikepdf.PdfError: The PDF is damaged.
        OSError: The file cannot be written.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found, cleaned = _clean_document(pdf, orders, telltale)
        font = label_font(pdf)
        contents = _printed(pdf, orders, cleaned, font)
        noticed, stand_ins = put_notices(pdf, orders, font)
        try:
            new, dropped = rebuilt(pdf, contents | noticed, telltale, stand_ins)
        except (pikepdf.PdfError, ValueError, NotImplementedError) as error:
            raise RedactionError("part-not-copied") from error
        _describe(new, title)
        new.save(
            target,
            deterministic_id=True,
            fix_metadata_version=False,
            min_version=VERSION,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    found |= dropped
    return tuple(Note(code=code, count=count) for code, count in sorted(found.items()) if count)


def _clean_document(
    pdf: pikepdf.Pdf, orders: Sequence[PageOrder], telltale: Telltale
) -> tuple[Counter[str], Mapping[ObjectKey, Cleaned]]:
    """Out come counts of what went, and what is left of each page that was redacted."""
    cleaned: dict[ObjectKey, Cleaned] = {}
    areas = {}
    for index, (page, order) in enumerate(zip(pdf.pages, orders, strict=True)):
        if order.areas:
            cleaned[page.obj.objgen] = clean_page(pdf, page, order, telltale)
            areas[index] = order.areas
    found = counts(pdf)
    clean_names(pdf, telltale)
    found["links-removed"] = clean_links(pdf, areas, telltale)
    for page, order in zip(pdf.pages, orders, strict=True):
        move_links(page, order)
    found["bookmarks-changed"] = clean_bookmarks(pdf, telltale)
    clean_page_labels(pdf, telltale)
    clean_layers(pdf, telltale)
    touched = {key: page.touched for key, page in cleaned.items()}
    clean_tags(pdf, touched, shown_objects(pdf), telltale)
    return found, cleaned


def _printed(
    pdf: pikepdf.Pdf, orders: Sequence[PageOrder], cleaned: Mapping[ObjectKey, Cleaned], font: Any
) -> dict[ObjectKey, Sequence[Instruction]]:
    """The content of each page with what is printed on it."""
    contents: dict[ObjectKey, Sequence[Instruction]] = {}
    for page, order in zip(pdf.pages, orders, strict=True):
        given = cleaned.get(page.obj.objgen) or _untouched(page, order)
        contents[page.obj.objgen] = given.instructions
        if order.overlay:
            overlay = pdf.make_stream(with_elements(pdf, page, order, given))
            contents[page.obj.objgen] = print_on(page, given.instructions, overlay, font)
    return contents


def _untouched(page: pikepdf.Page, order: PageOrder) -> Cleaned:
    """A page without redactions; its marked content counts where something is said on it."""
    instructions = instructions_of(page)
    return Cleaned(instructions, instructions if b"/Lang" in order.overlay else (), frozenset())


def _describe(pdf: pikepdf.Pdf, title: str) -> None:
    """Gives the file a title and nothing else: who made it and when is not for the reader."""
    if title:
        metadata = METADATA.format(title=escape(title)).encode()
        pdf.Root["/Metadata"] = pdf.make_stream(
            metadata, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        pdf.docinfo["/Title"] = pikepdf.String(title)
