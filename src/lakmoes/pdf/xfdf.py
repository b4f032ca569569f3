"""Redactions as XFDF: annotations without the document (ISO 19444-1, "XML Forms Data Format").

In: a source PDF, for the measures of its pages, and redactions. Out: the XML, and back. Acrobat, Foxit and
others lay it over their own copy of the document, and give it back changed.

Documents with a type declaration or entities of their own are refused: nothing of ours has them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from lakmoes.errors import IntakeError
from lakmoes.model import ExportOrigin, RedactionAnnotation
from lakmoes.pdf.annotations import around, boxes_of, origin_of, page_spaces, quads_of
from lakmoes.pdf.space import PageSpace

NAMESPACE = "http://ns.adobe.com/xfdf/"
REDACT = f"{{{NAMESPACE}}}redact"
TEXT = f"{{{NAMESPACE}}}text"
LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read."""


def xfdf_of(source: Path, annotations: Iterable[RedactionAnnotation], origin: ExportOrigin) -> bytes:
    """The annotations as XFDF, in UTF-8.

    Raises:
        IntakeError: The source cannot be opened.
    """
    spaces = page_spaces(source)
    ElementTree.register_namespace("", NAMESPACE)
    root = ElementTree.Element(f"{{{NAMESPACE}}}xfdf")
    shown = ElementTree.SubElement(root, f"{{{NAMESPACE}}}annots")
    for annotation in annotations:
        _add(shown, annotation, spaces[annotation.page_index])
    ElementTree.SubElement(
        root, f"{{{NAMESPACE}}}ids", original=origin.document_id, modified=str(origin.entry)
    )
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def read_xfdf(
    data: bytes, spaces: tuple[PageSpace, ...]
) -> tuple[ExportOrigin | None, tuple[RedactionAnnotation, ...]]:
    """What the annotations were made from, where the file still says so, and the annotations.

    Args:
        data: The file.
        spaces: The measures of the pages of the document that it belongs to.

    Raises:
        IntakeError: It is no XFDF, or names a page that the document does not have.
    """
    root = _root(data)
    try:
        return _origin(root), tuple(_annotations(root, spaces))
    except (ValueError, IndexError) as error:
        raise IntakeError("annotations-unreadable") from error


def origin_in(data: bytes) -> ExportOrigin | None:
    """What the annotations in a file were made from, ``None`` where it does not say so any more.

    Raises:
        IntakeError: It is no XFDF.
    """
    return _origin(_root(data))


def _root(data: bytes) -> ElementTree.Element:
    if len(data) > LARGEST or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise IntakeError("annotations-unreadable")
    try:
        return ElementTree.fromstring(data)  # noqa: S314 - no entities can be declared: see above
    except ElementTree.ParseError as error:
        raise IntakeError("annotations-unreadable") from error


def _origin(root: ElementTree.Element) -> ExportOrigin | None:
    ids = root.find(f"{{{NAMESPACE}}}ids")
    return origin_of(f"{ids.get('original')}:{ids.get('modified')}") if ids is not None else None


def _add(parent: ElementTree.Element, annotation: RedactionAnnotation, space: PageSpace) -> None:
    edges = around(annotation.boxes, space)
    element = ElementTree.SubElement(
        parent,
        REDACT,
        {
            "page": str(annotation.page_index),
            "rect": ",".join(f"{edge:.3f}" for edge in edges),
            "coords": ",".join(f"{number:.3f}" for number in quads_of(annotation.boxes, space)),
            "name": annotation.name,
            "title": annotation.author,
            "subject": annotation.kind,
            "overlay-text": annotation.overlay,
            "interior-color": "#000000",
            "flags": "print",
        },
    )
    ElementTree.SubElement(element, f"{{{NAMESPACE}}}contents").text = annotation.contents


def _annotations(root: ElementTree.Element, spaces: tuple[PageSpace, ...]) -> Iterator[RedactionAnnotation]:
    states = {
        one.get("inreplyto", ""): one.get("state", "")
        for one in root.iter(TEXT)
        if one.get("statemodel", "").casefold() == "review"
    }
    for one in root.iter(REDACT):
        index = int(one.get("page", ""))
        if index < 0:
            raise ValueError("pages count from 0")
        text = one.get("coords") or one.get("quadpoints") or one.get("rect") or ""
        boxes = boxes_of([float(number) for number in text.split(",") if number], spaces[index])
        if boxes:
            name = one.get("name", "")
            yield RedactionAnnotation(
                name=name,
                page_index=index,
                boxes=boxes,
                overlay=one.get("overlay-text", ""),
                kind=one.get("subject", ""),
                contents=one.findtext(f"{{{NAMESPACE}}}contents", ""),
                author=one.get("title", ""),
                state=states.get(name, "") if name else "",
            )
