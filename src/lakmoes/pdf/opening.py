"""Opens a PDF, or says why it cannot be handled; and gives the bytes of an opened one.

In: a path. Out: the document as MuPDF opens it, and as it stands in memory. MuPDF's own messages are
silenced, for they quote the file.
"""

from pathlib import Path

import pymupdf
from pymupdf import mupdf

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


def bytes_of(document: pymupdf.Document) -> bytes:
    """The PDF as it stands in memory, without what nothing refers to, for another library to read.

    PyMuPDF's own ``tobytes`` hands on each few bytes to Python by themselves.
    """
    options = mupdf.PdfWriteOptions()
    options.do_garbage = 1
    options.do_encrypt = mupdf.PDF_ENCRYPT_NONE
    buffer = mupdf.FzBuffer(0)
    output = mupdf.FzOutput(buffer)
    mupdf.pdf_write_document(mupdf.pdf_document_from_fz_document(document.this), output, options)
    output.fz_close_output()
    return bytes(buffer.fz_buffer_extract())
