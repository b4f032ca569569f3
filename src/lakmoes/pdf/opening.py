"""Opens a PDF, or says why it cannot be handled.

In: a path. Out: the document as MuPDF opens it. MuPDF's own messages are silenced, for they quote the file.
"""

from pathlib import Path

import pymupdf

from lakmoes.errors import IntakeError


def open_pdf(path: Path) -> pymupdf.Document:
    """The opened PDF.

    Raises:
        IntakeError: It cannot be opened, or asks for a password.
    """
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    try:
        document = pymupdf.open(path, filetype="pdf")
    except (pymupdf.FileDataError, pymupdf.EmptyFileError, RuntimeError, ValueError) as error:
        raise IntakeError("damaged") from error
    if not document.is_pdf:
        document.close()
        raise IntakeError("damaged")
    if document.needs_pass:
        document.close()
        raise IntakeError("encrypted")
    return document
