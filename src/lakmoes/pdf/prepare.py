"""A PDF as people see it: what hides goes, what shows is part of the page.

In: the path of a PDF. Out: an opened document of which every visible thing is page content, so that reading
and redacting see the same, and notes on what was removed. The file itself is not changed.

* Content of hidden layers goes.
* Sticky notes, pop-ups, attachments pinned to a page, hidden annotations and pending redactions go.
* Form fields and all other annotations (stamps, typed text, highlights, ink) become part of the page as they
  look; their comments go. Links stay links.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
from pymupdf import mupdf

from lakmoes.errors import IntakeError
from lakmoes.model import Note
from lakmoes.pdf.opening import open_pdf
from lakmoes.pdf.scrub.layers import without_hidden_layers

HIDDEN_FLAGS = pymupdf.PDF_ANNOT_IS_HIDDEN | pymupdf.PDF_ANNOT_IS_NO_VIEW
NOTHING_TO_SEE = frozenset(("Text", "Popup", "FileAttachment", "Sound", "Redact", "TrapNet", "PrinterMark"))
"""Annotations that show an icon at most."""

FAILURES = (
    *(mupdf.FzErrorBase, pikepdf.PdfError, RuntimeError, ValueError, LookupError, TypeError, AttributeError),
)
"""What MuPDF and pikepdf raise on files that are not as they should be."""


def prepared(path: Path) -> pymupdf.Document:
    """The opened PDF with everything visible, and nothing else, as page content.

    Raises:
        IntakeError: It cannot be opened, or asks for a password.
    """
    return prepare(path)[0]


def prepare(path: Path) -> tuple[pymupdf.Document, tuple[Note, ...]]:
    """As ``prepared``, with notes on what was removed.

    Raises:
        IntakeError: It cannot be opened, or asks for a password.
    """
    document = open_pdf(path)
    found: Counter[str] = Counter()
    try:
        document = _without_hidden_layers(document, path, found)
        _settle_annotations(document, found)
    except FAILURES as error:
        if not document.is_closed:
            document.close()
        raise IntakeError("damaged") from error
    return document, tuple(Note(code=code, count=count) for code, count in sorted(found.items()))


def _without_hidden_layers(document: pymupdf.Document, path: Path, found: Counter[str]) -> pymupdf.Document:
    if document.xref_get_key(document.pdf_catalog(), "OCProperties")[0] == "null":
        return document
    data, hidden = without_hidden_layers(path.read_bytes())
    if not hidden:
        return document
    found["hidden-layers-removed"] += hidden
    document.close()
    return pymupdf.open(stream=data, filetype="pdf")


def _settle_annotations(document: pymupdf.Document, found: Counter[str]) -> None:
    visible = 0
    for index in range(document.page_count):
        if document.xref_get_key(document.page_xref(index), "Annots")[0] != "null":
            visible += _remove_invisible(document[index], found)
    if visible:
        document.bake()


def _remove_invisible(page: pymupdf.Page, found: Counter[str]) -> int:
    """Removes what hides from the annotations of a page; out comes how many become page content."""
    loaded = mupdf.pdf_page_from_fz_page(page.this)
    annotations = mupdf.pdf_dict_gets(loaded.obj(), "Annots")
    visible = 0
    for place in reversed(range(mupdf.pdf_array_len(annotations))):
        annotation = mupdf.pdf_array_get(annotations, place)
        kind = _name(annotation, "Subtype")
        if kind == "Link":
            continue
        for code in _notes_on(annotation, kind):
            found[code] += 1
        if kind in NOTHING_TO_SEE or _integer(annotation, "F") & HIDDEN_FLAGS:
            mupdf.pdf_array_delete(annotations, place)
        else:
            visible += 1
    return visible


def _notes_on(annotation: Any, kind: str) -> Iterator[str]:
    if kind == "Widget":
        field = mupdf.pdf_dict_gets_inheritable(annotation, "FT")
        yield "signatures-removed" if mupdf.pdf_to_name(field) == "Sig" else "form-fields-flattened"
    elif kind == "FileAttachment":
        yield "attachments-removed"
    elif kind == "Redact":
        yield "pending-redactions-removed"
    elif kind not in ("Popup", "FreeText") and _string(annotation, "Contents").strip():
        yield "comments-removed"


def _name(item: Any, key: str) -> str:
    return str(mupdf.pdf_to_name(mupdf.pdf_dict_gets(item, key)))


def _integer(item: Any, key: str) -> int:
    return int(mupdf.pdf_to_int(mupdf.pdf_dict_gets(item, key)))


def _string(item: Any, key: str) -> str:
    return str(mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(item, key)))
