"""A document with its redactions as annotations, for people who review in another program.

In: a source PDF and redactions. Out: a copy of the source with standard redaction annotations (ISO 32000-2,
12.5.6.23), each with a look of its own for programs that do not draw these, and with its ground in
``OverlayText``; and back: the annotations in such a copy, with what reviewers said of them (12.5.6.3).

The copy holds everything that the source holds: it is for reviewing and is never published. Redacts nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from lakmoes.errors import IntakeError
from lakmoes.model import Box, ExportOrigin, RedactionAnnotation
from lakmoes.pdf.opening import open_pdf
from lakmoes.pdf.space import PageSpace, Rectangle, box_of, moved, space_of

ORIGIN_KEY = "/LakmoesExport"
PRINTED = 4
"""Flag of annotations that are printed too (ISO 32000-2, table 167)."""
OUTLINE, FILL = (0.75, 0.05, 0.05), (1.0, 0.85, 0.3)
"""Colours of the outline, and of the box itself, through which the text stays readable."""
SHADE = 0.35
FAULTS = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError)


def write_annotations(
    source: Path, annotations: Iterable[RedactionAnnotation], origin: ExportOrigin, target: Path
) -> None:
    """Writes a copy of the source with the annotations, in place of redactions that it had pending.

    Raises:
        IntakeError: The source cannot be opened.
    """
    spaces = page_spaces(source)
    try:
        with pikepdf.open(source) as file:
            for page in file.pages:
                _clear(page)
            for annotation in annotations:
                page = file.pages[annotation.page_index]
                shown = _shown(file, annotation, spaces[annotation.page_index])
                page.obj.Annots = Array([*page.obj.get(Name.Annots, Array()), file.make_indirect(shown)])
            file.docinfo[ORIGIN_KEY] = String(f"{origin.document_id}:{origin.entry}")
            file.save(target, deterministic_id=True)
    except FAULTS as error:
        raise IntakeError("damaged") from error


def read_annotations(path: Path) -> tuple[ExportOrigin | None, tuple[RedactionAnnotation, ...]]:
    """What a copy was made from, where it still says so, and its redaction annotations by page.

    Raises:
        IntakeError: The file cannot be opened, or asks for a password.
    """
    spaces = page_spaces(path)
    try:
        with pikepdf.open(path) as file:
            found = [
                annotation
                for index, page in enumerate(file.pages)
                for annotation in _on_page(page, index, spaces[index])
            ]
            return origin_of(str(file.docinfo.get(ORIGIN_KEY, ""))), tuple(found)
    except FAULTS as error:
        raise IntakeError("damaged") from error


def page_spaces(path: Path) -> tuple[PageSpace, ...]:
    """The measures of each page.

    Raises:
        IntakeError: The file cannot be opened, or asks for a password.
    """
    with open_pdf(path) as document:
        return tuple(space_of(page) for page in document)


def origin_of(text: str) -> ExportOrigin | None:
    """The origin that a text names, ``None`` where it names none."""
    document_id, _, entry = text.partition(":")
    return ExportOrigin(document_id=document_id, entry=int(entry)) if entry.isdecimal() else None


def quads_of(boxes: Iterable[Box], space: PageSpace) -> list[float]:
    """Eight numbers a box in user space: upper left, upper right, lower left, lower right, as programs do."""
    numbers: list[float] = []
    for box in boxes:
        x0, y0, x1, y1 = space.user(box)
        numbers += [x0, y1, x1, y1, x0, y0, x1, y0]
    return [round(number, 3) for number in numbers]


def boxes_of(numbers: Sequence[float], space: PageSpace) -> tuple[Box, ...]:
    """The boxes in page space of eight numbers each, or of a rectangle of four."""
    step = 4 if len(numbers) == 4 else 8
    groups = [numbers[at : at + step] for at in range(0, len(numbers) - step + 1, step)]
    edges = [(min(group[::2]), min(group[1::2]), max(group[::2]), max(group[1::2])) for group in groups]
    rectangles = [moved(edge, space.from_user) for edge in edges]
    return tuple(box_of(one) for one in rectangles if one[0] < one[2] and one[1] < one[3])


def around(boxes: Iterable[Box], space: PageSpace) -> Rectangle:
    """The rectangle in user space around boxes."""
    edges = [space.user(box) for box in boxes]
    x0, y0, x1, y1 = zip(*edges, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def _clear(page: pikepdf.Page) -> None:
    """Takes redactions off a page that others marked and never carried out: reading does the same."""
    if Name.Annots in page.obj:
        kept = [one for one in page.obj.Annots if _subtype(one) != Name.Redact]
        page.obj.Annots = Array(kept)


def _subtype(annotation: pikepdf.Object) -> pikepdf.Object | None:
    return annotation.get(Name.Subtype) if isinstance(annotation, Dictionary) else None


def _shown(file: pikepdf.Pdf, annotation: RedactionAnnotation, space: PageSpace) -> Dictionary:
    rectangle = around(annotation.boxes, space)
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Redact,
        Rect=Array(list(rectangle)),
        QuadPoints=Array(quads_of(annotation.boxes, space)),
        NM=String(annotation.name),
        T=String(annotation.author),
        Subj=String(annotation.kind),
        Contents=String(annotation.contents),
        OverlayText=String(annotation.overlay),
        DA=String("/Helv 8 Tf 1 1 1 rg"),
        IC=Array([0, 0, 0]),
        OC=Array(list(OUTLINE)),
        F=PRINTED,
        AP=Dictionary(N=_look(file, annotation.boxes, space, rectangle)),
    )


def _look(file: pikepdf.Pdf, boxes: Iterable[Box], space: PageSpace, rectangle: Rectangle) -> pikepdf.Stream:
    """Shaded, outlined boxes: what stands there stays readable."""
    lines = ["/Shade gs", "{:g} {:g} {:g} rg".format(*FILL), "{:g} {:g} {:g} RG 1 w".format(*OUTLINE)]
    for x0, y0, x1, y1 in map(space.user, boxes):
        lines.append(f"{x0:.3f} {y0:.3f} {x1 - x0:.3f} {y1 - y0:.3f} re B")
    state = Dictionary(Type=Name.ExtGState, ca=SHADE, BM=Name.Multiply)
    return file.make_stream(
        "\n".join(lines).encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array(list(rectangle)),
        Resources=Dictionary(ExtGState=Dictionary(Shade=state)),
    )


def _on_page(page: pikepdf.Page, index: int, space: PageSpace) -> Iterator[RedactionAnnotation]:
    annotations = [one for one in page.obj.get(Name.Annots, Array()) if isinstance(one, Dictionary)]
    states = _states(annotations)
    for one in annotations:
        if _subtype(one) != Name.Redact:
            continue
        numbers = [float(number) for number in one.get(Name.QuadPoints, one.get(Name.Rect, Array()))]
        boxes = boxes_of(numbers, space)
        if boxes:
            name = _text(one, Name.NM)
            yield RedactionAnnotation(
                name=name,
                page_index=index,
                boxes=boxes,
                overlay=_text(one, Name.OverlayText),
                kind=_text(one, Name.Subj),
                contents=_text(one, Name.Contents),
                author=_text(one, Name("/T")),
                state=states.get(one.objgen, ""),
            )


def _states(annotations: Iterable[Dictionary]) -> dict[tuple[int, int], str]:
    """What reviewers said of annotations: the last reply with a state of the review model."""
    states = {}
    for one in annotations:
        answered = one.get(Name.IRT)
        if isinstance(answered, Dictionary) and _text(one, Name.StateModel) == "Review":
            states[answered.objgen] = _text(one, Name.State)
    return states


def _text(annotation: Dictionary, key: Name) -> str:
    value = annotation.get(key)
    return str(value) if isinstance(value, String) else ""
