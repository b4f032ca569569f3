"""A page as a picture.

In: the path of a PDF and a page index. Out: the bytes of a PNG, the page as it is displayed (rotated, inside
its CropBox) and read: without hidden layers and comments. Changes nothing and judges nothing.
"""

from collections import OrderedDict
from functools import cache
from pathlib import Path

import pymupdf

from lakmoes.errors import IntakeError
from lakmoes.pdf.prepare import prepared

OPENED = 4
"""Documents that a renderer keeps open."""


def render(path: Path, page_index: int, dpi: int = 100) -> bytes:
    """The page as a PNG in colour, ``dpi`` pixels to the inch.

    Raises:
        IntakeError: The file cannot be opened, or it has no such page or cannot show it.
    """
    with prepared(path) as document:
        return _picture(document, page_index, dpi)


class Renderer:
    """Renders page after page without opening the file each time; for one thread at a time."""

    def __init__(self) -> None:
        self._opened: OrderedDict[tuple[Path, int, int], pymupdf.Document] = OrderedDict()

    def render(self, path: Path, page_index: int, dpi: int) -> bytes:
        """As the function ``render``.

        Raises:
            IntakeError: The file cannot be opened, or it has no such page or cannot show it.
        """
        return _picture(self._document(path), page_index, dpi)

    def _document(self, path: Path) -> pymupdf.Document:
        """The opened file; one that was written anew is opened anew."""
        try:
            written = path.stat()
        except OSError as error:
            raise IntakeError("not-readable") from error
        key = (path, written.st_mtime_ns, written.st_size)
        document = self._opened.pop(key, None) or prepared(path)
        self._opened[key] = document
        while len(self._opened) > OPENED:
            self._opened.popitem(last=False)[1].close()
        return document


@cache
def _renderer() -> Renderer:
    return Renderer()


def render_next(path: Path, page_index: int, dpi: int) -> bytes:
    """As ``render``, with the one renderer of this process: for a process that only draws.

    Raises:
        IntakeError: The file cannot be opened, or it has no such page or cannot show it.
    """
    return _renderer().render(path, page_index, dpi)


def _picture(document: pymupdf.Document, page_index: int, dpi: int) -> bytes:
    if not 0 <= page_index < document.page_count:
        raise IntakeError("damaged-page", page=page_index + 1)
    try:
        return bytes(document[page_index].get_pixmap(dpi=dpi).tobytes("png"))
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError) as error:
        raise IntakeError("damaged-page", page=page_index + 1) from error
