"""A page as a picture.

In: the path of a PDF and a page index. Out: the bytes of a PNG, the page as it is displayed (rotated, inside
its CropBox) and read: without hidden layers and comments. Changes nothing and judges nothing.
"""

from pathlib import Path

import pymupdf

from lakmoes.errors import IntakeError
from lakmoes.pdf.prepare import prepared


def render(path: Path, page_index: int, dpi: int = 100) -> bytes:
    """The page as a PNG in colour, ``dpi`` pixels to the inch.

    Raises:
        IntakeError: The file cannot be opened, or it has no such page or cannot show it.
    """
    with prepared(path) as document:
        if not 0 <= page_index < document.page_count:
            raise IntakeError("damaged-page", page=page_index + 1)
        try:
            return bytes(document[page_index].get_pixmap(dpi=dpi).tobytes("png"))
        except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError) as error:
            raise IntakeError("damaged-page", page=page_index + 1) from error
