"""The inventory list as a Word document, to annex to a decision unchanged.

In: an ``Inventory``. Out: a landscape A4 document in Dutch: heading, table with its head on every page,
summary, and a legend with the statutory texts; page numbers below, and the word concept above while it is
one. Heads of tables, titles and what each table is are marked as such, so that a screen reader finds its way
(WCAG 2.1, 1.3.1).
"""

import io
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from lakmoes import nl
from lakmoes.inventory.columns import PRINTED, type_scale, widths_of
from lakmoes.inventory.package import write_package
from lakmoes.inventory.rows import Inventory
from lakmoes.inventory.table import heading, law_line, legend_columns, printed_cells, subtitle, summary

ROOM = 26.5
"""Centimetres between the margins, less what a table needs for its lines."""
LEGEND_WIDTHS = {"printed": 3.0, "code": 3.2, "label": 7.0}
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = Cm(29.7), Cm(21.0), Cm(1.5)
TOP_MARGIN, HEADER_DISTANCE = Cm(2.0), Cm(1.0)
TYPE, SIZE = "Arial", Pt(9)
SIZES = {"Title": Pt(18), "Heading 1": Pt(12), "Subtitle": Pt(11)}
BLACK, RED = RGBColor(0, 0, 0), RGBColor(0xC0, 0, 0)
HEAD_FILL = "E7E6E6"
LANGUAGE = "nl-NL"


def write(path: Path, inventory: Inventory) -> None:
    """Writes the document to the path."""
    document = docx.Document()
    _properties(document, inventory)
    _styles(document)
    _page(document, inventory)
    _heading(document, inventory)
    _list_table(document, inventory)
    document.add_paragraph(summary(inventory)).paragraph_format.space_before = Pt(8)
    if inventory.legend:
        document.add_heading(nl.LEGEND, level=1)
        _legend_table(document, inventory)
    content = io.BytesIO()
    document.save(content)
    write_package(path, content.getvalue())


def _properties(document: Document, inventory: Inventory) -> None:
    """The document's own properties; those of the library's template go."""
    properties = document.core_properties
    properties.title = heading(inventory)
    properties.author = properties.last_modified_by = "Lakmoes"
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.language = LANGUAGE
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def _styles(document: Document) -> None:
    for style in document.styles:
        if isinstance(style, ParagraphStyle) and style.name in ("Normal", "Header", "Footer", *SIZES):
            style.font.name, style.font.size = TYPE, SIZES.get(style.name, SIZE)
            style.font.color.rgb, style.font.italic, style.font.bold = BLACK, False, style.name in SIZES
            _only_font(style)
    document.styles["Normal"].paragraph_format.space_after = Pt(2)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    borders = document.styles["Title"].element.find(f".//{qn('w:pBdr')}")
    if borders is not None:
        borders.getparent().remove(borders)


def _only_font(style: ParagraphStyle) -> None:
    """The style's font for every script: the template names theme fonts, which would go first."""
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), TYPE)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)


def _page(document: Document, inventory: Inventory) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = section.bottom_margin = MARGIN
    section.top_margin, section.header_distance = TOP_MARGIN, HEADER_DISTANCE
    if inventory.context.concept:
        _warning(section.header.paragraphs[0]).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for text, field in zip(nl.PAGE_OF, ("PAGE", "NUMPAGES"), strict=True):
        footer.add_run(text)
        _add_field(footer, field)


def _heading(document: Document, inventory: Inventory) -> None:
    document.add_heading(nl.INVENTORY, level=0)
    if inventory.context.concept:
        _warning(document.add_paragraph())
        document.add_paragraph(nl.CONCEPT_EXPLAINED)
    if inventory.context.title:
        document.add_paragraph(inventory.context.title, style="Subtitle")
    document.add_paragraph(subtitle(inventory))
    document.add_paragraph(law_line(inventory)).paragraph_format.space_after = Pt(8)


def _warning(paragraph: Paragraph) -> Paragraph:
    run = paragraph.add_run(nl.CONCEPT)
    run.bold, run.font.color.rgb = True, RED
    return paragraph


def _list_table(document: Document, inventory: Inventory) -> None:
    columns = inventory.context.columns or PRINTED
    table = _table(document, [nl.COLUMNS[column] for column in columns], widths_of(columns, ROOM))
    _describe(table, nl.INVENTORY)
    for row in inventory.rows:
        _add_row(table, printed_cells(row, inventory, columns))
    _scale(table, type_scale(columns, ROOM))


def _legend_table(document: Document, inventory: Inventory) -> None:
    columns = legend_columns(inventory)
    names = [nl.LEGEND_COLUMNS[column] for column in columns]
    widths = [LEGEND_WIDTHS[column] for column in columns[:-1]]
    table = _table(document, names, [*widths, ROOM - sum(widths)])
    _describe(table, nl.LEGEND)
    for entry in inventory.legend:
        _add_row(table, [getattr(entry, column) for column in columns])


def _table(document: Document, names: Sequence[str], widths: Sequence[float]) -> Table:
    """A table with fixed widths whose head stands on every page."""
    table = document.add_table(rows=1, cols=len(names), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    head = table.rows[0]
    _set(head, "w:tblHeader")
    _set(head, "w:cantSplit")
    for cell, name, width in zip(head.cells, names, widths, strict=True):
        cell.width = Cm(width)
        _shade(cell)
        cell.paragraphs[0].add_run(name).bold = True
    return table


def _scale(table: Table, scale: float) -> None:
    """Makes the type of a table smaller, so that many columns fit."""
    if scale < 1.0:
        size = Pt(max(1, round(2 * scale * SIZE.pt) / 2))
        for run in table._tbl.iter(qn("w:r")):
            run.get_or_add_rPr().sz_val = size


def _describe(table: Table, text: str) -> None:
    """What a screen reader says of the table before it reads it."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), text)
    table._tbl.tblPr.append(caption)


def _add_row(table: Table, texts: Sequence[str]) -> None:
    row = table.add_row()
    _set(row, "w:cantSplit")
    for cell, text, column in zip(row.cells, texts, table.columns, strict=True):
        cell.width = column.width
        cell.paragraphs[0].add_run(text)


def _set(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: _Cell) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD_FILL)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """A field that the word processor fills in, such as the page's number."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)
