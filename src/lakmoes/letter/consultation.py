"""The list with which a third party is asked for its view (zienswijze).

In: the party, and the passages that it may see with what is proposed. Out: a Word document with the question
and a table of passages. Holds no text of documents: the party reads that in the files that go with it.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from lakmoes import nl

WIDTHS = (1.2, 4.6, 1.8, 4.4, 3.2)
"""Of the columns, in centimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPassage:
    """A passage, or a place in one, on which the party can give its view.

    Attributes:
        document: Number of the document.
        title: As the inventory lists it.
        page: From 1.
        proposal: What is proposed, in Dutch.
        file_name: In which it can be read.
    """

    document: str
    title: str
    page: int
    proposal: str
    file_name: str


def consultation_list(party: str, request: str, body: str, passages: Sequence[AskedPassage]) -> bytes:
    """The document.

    Args:
        party: Name of the third party.
        request: How the request is called (``Woo-verzoek 2021-034``).
        body: Who asks, empty where it is not known.
        passages: In the order of the dossier.
    """
    document = docx.Document()
    _set_language(document)
    document.core_properties.title, document.core_properties.author = nl.CONSULTATION_TITLE, ""
    document.core_properties.comments = ""
    document.add_heading(nl.CONSULTATION_TITLE, 1)
    for text in nl.CONSULTATION_TEXT:
        document.add_paragraph(text.format(party=party, request=request, body=body or nl.CONSULTATION_BODY))
    table = document.add_table(rows=1, cols=len(nl.CONSULTATION_COLUMNS))
    table.style = "Table Grid"
    for cell, name in zip(table.rows[0].cells, nl.CONSULTATION_COLUMNS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    _repeat(table.rows[0])
    table.autofit = False
    for passage in passages:
        values = (passage.document, passage.title, str(passage.page), passage.proposal, passage.file_name)
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    for row in table.rows:
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = Cm(width)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _set_language(document: docx.document.Document) -> None:
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), "nl-NL")


def _repeat(row: docx.table._Row) -> None:
    """The head of the table stands on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
