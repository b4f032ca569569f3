"""Intake: a folder or zip becomes documents with a number, a title, a date and a kind.

In: the dossier as it was received. Out: ``SourceDocument`` values; what cannot be handled is refused on its
own row and never stops the rest. Opens PDFs only through ``pdf.read``; changes nothing in the folder.
"""

from lakmoes.intake.archive import unpacked
from lakmoes.intake.description import described, described_as
from lakmoes.intake.files import IncomingFile, incoming_files
from lakmoes.intake.numbering import Numbered, kept, numbered
from lakmoes.intake.register import take_in

__all__ = [
    "IncomingFile",
    "Numbered",
    "described",
    "described_as",
    "incoming_files",
    "kept",
    "numbered",
    "take_in",
    "unpacked",
]
