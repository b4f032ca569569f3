"""Does a redacted PDF really not give back what was redacted, and is all the rest still there?

In: a written file and what it should be (``verify``), or any PDF of anyone (``inspect``). Out: named checks
with the places where they failed, never with text. Text and pictures are read with libraries that have no
part in writing: pypdfium2, and pdfminer.six for fonts; pikepdf takes the file apart.

Repairs nothing. What cannot be read has failed.
"""

from lakmoes.verify.inspection import inspect
from lakmoes.verify.page_checks import Recognise
from lakmoes.verify.report import verify

__all__ = ["Recognise", "inspect", "verify"]
