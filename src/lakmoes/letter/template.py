"""A Word document from a template that organisations can change.

In: a template (.docx) and the fields of a letter. Out: the document as bytes. A template may come with a
dossier from elsewhere, so what stands in it can read fields and nothing else: it runs in a sandbox, on plain
values. A field that does not exist is an error, never an empty place. What people must still fill in
(``[vul aan: ...]``) is marked yellow.
"""

import copy
import io
import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile

from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lakmoes.errors import UsageError
from lakmoes.letter.fields import Value
from lakmoes.nl import TO_FILL_IN

OPEN = re.compile(rf"({re.escape(TO_FILL_IN)}[^\]]*\])")
UNREADABLE = (PackageNotFoundError, BadZipFile, KeyError, ValueError)


def filled(template: Path, fields: Mapping[str, Value], title: str) -> tuple[bytes, int]:
    """The document, and how many places in it people must still fill in.

    Args:
        template: The Word template.
        fields: What it can use (``fields_of``).
        title: For the document's properties.

    Raises:
        UsageError: The template is missing or no Word document, or names a field that does not exist.
    """
    if not template.is_file():
        raise UsageError("letter-template-missing", path=template.name)
    document = _rendered(template, fields)
    count = _mark_open(document)
    properties = document.core_properties
    properties.title, properties.last_modified_by = title, properties.author
    content = io.BytesIO()
    document.save(content)
    return content.getvalue(), count


def _rendered(template: Path, fields: Mapping[str, Value]) -> Document:
    made = DocxTemplate(str(template))
    try:
        made.init_docx()
    except UNREADABLE as error:
        raise UsageError("letter-template-unreadable", path=template.name) from error
    sandbox = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        made.render(dict(fields), sandbox)
    except (TemplateError, SecurityError, SyntaxError, TypeError) as error:
        problem = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UsageError("letter-template-wrong", path=template.name, problem=problem) from error
    document: Document = made.docx
    return document


def _mark_open(document: Document) -> int:
    """Marks what must still be filled in, in paragraphs and tables; how many places there are."""
    paragraphs = [Paragraph(element, document) for element in document.element.body.iter(qn("w:p"))]
    return sum(map(_mark_in, paragraphs))


def _mark_in(paragraph: Paragraph) -> int:
    count = 0
    for run in paragraph.runs:
        pieces = OPEN.split(run.text)
        if len(pieces) > 1:
            count += len(pieces) // 2
            _split(run, pieces)
    return count


def _split(run: Run, pieces: list[str]) -> None:
    """Puts each piece in a run of its own with the same look; every second one is to be filled in."""
    last = run
    for index, piece in enumerate(pieces):
        if not piece:
            continue
        element = copy.deepcopy(run._r)
        last._r.addnext(element)
        last = Run(element, run._parent)
        last.text = piece
        if index % 2:
            last.font.highlight_color = WD_COLOR_INDEX.YELLOW
    run._r.getparent().remove(run._r)
