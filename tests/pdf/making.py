"""PDFs made by the tests from raw content streams, plans on their text, and ways to look into the result."""

import contextlib
import io
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from lakmoes.model import Box, Mark, Page, RedactionPlan, Span
from lakmoes.pdf.labels import Stamp
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.redact import redact

A4 = (0.0, 0.0, 595.0, 842.0)
STAMP = Stamp(document_number="", code_labels={"10.2.e": "10.2.e Wob", "11.1": "11.1 Wob"})
MARKED = Stamp(document_number="", code_labels={"10.2.e": "#"})
"""Prints a sign that no test uses, so that what is printed can be told from what was there."""

Change = Callable[[pikepdf.Pdf], None]


def pdf_of(
    path: Path,
    *contents: bytes,
    media: Sequence[float] = A4,
    page: dict[str, Any] | None = None,
    resources: dict[str, Any] | None = None,
    change: Change | None = None,
) -> Path:
    """A PDF with a page for each content stream; font F is Helvetica.

    Args:
        path: Where it is written.
        contents: The content streams.
        media: The MediaBox.
        page: Further keys of each page.
        resources: Further resources of each page.
        change: Something to do with the opened PDF before it is written.
    """
    pdf = pikepdf.new()
    font = pdf.make_indirect(helvetica())
    for content in contents:
        shared = {"/Font": pikepdf.Dictionary(F=font)} | (resources or {})
        keys = {
            "/Type": pikepdf.Name.Page,
            "/MediaBox": pikepdf.Array(list(media)),
            "/Resources": pikepdf.Dictionary(shared),
            "/Contents": pdf.make_stream(content),
        } | (page or {})
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(pikepdf.Dictionary(keys))))
    if change:
        change(pdf)
    pdf.save(path, static_id=True, fix_metadata_version=False)
    return path


def helvetica(**keys: Any) -> pikepdf.Dictionary:
    """Helvetica with the usual encoding."""
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
        **keys,
    )


def lines_of(*lines: str, size: float = 11, pitch: float = 1.2, x: float = 72, y: float = 700) -> bytes:
    """A content stream with lines of text, ``pitch`` font sizes apart."""
    parts = [b"BT /F %g Tf %g TL %g %g Td" % (size, size * pitch, x, y)]
    parts += [
        b"(%s) Tj T*" % line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") for line in lines
    ]
    return b"\n".join((*parts, b"ET\n"))


def plan_of(
    path: Path, *texts: str, codes: tuple[str, ...] = ("10.2.e",), nth: int | None = None
) -> RedactionPlan:
    """A plan that redacts every occurrence of the texts, or only the nth of each on a page."""
    marks = [
        mark for page in read_pages(path, "d") for text in texts for mark in _marks(page, text, codes, nth)
    ]
    assert marks, "the text to redact stands in the file"
    return RedactionPlan(document_id="d", marks=tuple(marks), digest="")


def _marks(page: Page, text: str, codes: tuple[str, ...], nth: int | None) -> Iterable[Mark]:
    start, count = page.text.find(text), 0
    while start >= 0:
        span = Span(document_id="d", page_index=page.index, start=start, end=start + len(text))
        if nth is None or nth == count:
            yield Mark(page_index=page.index, boxes=page.boxes(span), codes=codes, span=span)
        start, count = page.text.find(text, start + len(text)), count + 1


def box_plan(*boxes: Box, page_index: int = 0, codes: tuple[str, ...] = ("10.2.e",)) -> RedactionPlan:
    """A plan with one mark of drawn boxes."""
    return RedactionPlan(
        document_id="d", marks=(Mark(page_index=page_index, boxes=boxes, codes=codes),), digest=""
    )


def redacted(
    path: Path, *texts: str, stamp: Stamp = STAMP, hidden: Sequence[str] = (), **choice: Any
) -> Path:
    """The file with every occurrence of the texts redacted."""
    target = path.with_name(f"redacted_{path.name}")
    redact(path, plan_of(path, *texts, **choice), stamp, target, hidden)
    return target


def nothing_planned() -> RedactionPlan:
    """A plan without marks."""
    return RedactionPlan(document_id="d", marks=(), digest="")


def cleaned(path: Path, hidden: Sequence[str] = ()) -> Path:
    """The file with nothing redacted on its pages."""
    target = path.with_name(f"cleaned_{path.name}")
    redact(path, nothing_planned(), STAMP, target, hidden)
    return target


def text_of(path: Path, page_index: int = 0) -> str:
    """The text of a page as another library extracts it, on one line, without what is only spoken."""
    document = pypdfium2.PdfDocument(path)
    try:
        text = document[page_index].get_textpage().get_text_range()
        return " ".join(text.replace("gelakt: ", "").split())
    finally:
        document.close()


def places_of(path: Path, page_index: int = 0) -> list[tuple[str, float, float]]:
    """The visible characters of a page with the middle of their boxes, in user space."""
    document = pypdfium2.PdfDocument(path)
    try:
        text = document[page_index].get_textpage()
        found = []
        for index in range(text.count_chars()):
            sign = text.get_text_range(index, 1)
            left, bottom, right, top = text.get_charbox(index, loose=True)
            if sign.strip():
                found.append((sign, (left + right) / 2, (bottom + top) / 2))
        return list(_unspoken(found))
    finally:
        document.close()


def _unspoken(found: list[tuple[str, float, float]]) -> Iterable[tuple[str, float, float]]:
    """The characters without what is only spoken before a label."""
    letters = "".join(sign[0] for sign, _, _ in found)
    spoken = {at for start in re.finditer("gelakt:", letters) for at in range(*start.span())}
    return (place for at, place in enumerate(found) if at not in spoken)


def picture_of(path: Path, page_index: int = 0, scale: float = 1.0) -> Any:
    """The page as it is displayed, in grey, by another library; a pixel a point."""
    document = pypdfium2.PdfDocument(path)
    try:
        return document[page_index].render(scale=scale).to_pil().convert("L")
    finally:
        document.close()


def leaks(path: Path, secret: str) -> bool:
    """Whether a text stands anywhere in a file: in any stream, string or name, in any usual encoding."""
    raw = path.read_bytes()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        values = [value for item in pdf.objects for value in _values(item)]
    forms = [secret.encode(code) for code in ("utf-8", "cp1252", "utf-16-be", "utf-16-le")]
    forms += [form.hex().encode() for form in forms] + [form.hex().upper().encode() for form in forms]
    return any(form in value for form in forms for value in (raw, *values))


def _values(item: Any, depth: int = 0) -> Iterable[bytes]:
    """Every string, name and stream in an object."""
    if isinstance(item, pikepdf.Stream):
        yield item.read_raw_bytes()
        with contextlib.suppress(pikepdf.PdfError):
            yield item.read_bytes(pikepdf.StreamDecodeLevel.generalized)
        yield from _values(item.stream_dict, depth)
    elif isinstance(item, pikepdf.Dictionary) and depth < 12:
        for key, value in item.items():
            yield key.encode()
            if not getattr(value, "is_indirect", False):
                yield from _values(value, depth + 1)
    elif isinstance(item, pikepdf.Array) and depth < 12:
        for value in item:
            if not getattr(value, "is_indirect", False):
                yield from _values(value, depth + 1)
    elif isinstance(item, pikepdf.String):
        yield bytes(item)
        yield str(item).encode()
    elif isinstance(item, pikepdf.Name):
        yield str(item).encode()
