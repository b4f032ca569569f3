"""What belongs to the file and not to its pages: an allow-list of what may stay.

In: an opened PDF. Out: counts of what people should know. Everything that is not on a list goes: metadata,
attachments, scripts, actions, form logic, signatures, thumbnails, private data of programs. Also removes such
things wherever else they hang.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from lakmoes.pdf.scrub.content import drop, keep_only, keys
from lakmoes.pdf.scrub.jpeg import without_metadata
from lakmoes.pdf.telltale import Telltale

CATALOG = keys(
    "Type Pages Outlines Names Dests PageLabels ViewerPreferences PageLayout PageMode StructTreeRoot "
    "MarkInfo Lang OCProperties OutputIntents"
)
PAGE = keys(
    "Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit Contents Group "
    "StructParents Annots Tabs"
)
TREE = keys("Type Parent Kids Count Resources MediaBox CropBox Rotate")
TRAILER = keys("Root Size")
NAMES = keys("Dests")
GROUP = keys("Type Name Intent")

OF_STREAMS = keys("Metadata PieceInfo AF LastModified OPI Alternates Ref Measure PtData")
"""Keys of pictures and forms that hold data beside what is shown."""
OF_TYPED = keys("Metadata PieceInfo AF")
"""The same, of any dictionary that says what it is; others may use such a key as the name of a resource."""

JPEG = (pikepdf.Name.DCTDecode, pikepdf.Array([pikepdf.Name.DCTDecode]))

ACTIVE = keys(
    "JavaScript Launch SubmitForm ResetForm ImportData GoToR GoToE Movie Sound Rendition SetOCGState Hide "
    "Thread Trans GoTo3DView RichMediaExecute"
)
"""Actions that do more than show a place or an address."""


def clean_catalog(pdf: pikepdf.Pdf) -> Counter[str]:
    """Leaves only what is on the lists; out come codes of notes with counts."""
    found: Counter[str] = Counter()
    found["attachments-removed"] = _count_attachments(pdf)
    found["scripts-removed"] = _count_scripts(pdf)
    found["metadata-removed"] = int("/Info" in pdf.trailer or "/Metadata" in pdf.Root)
    names = pdf.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        keep_only(names, NAMES)
    keep_only(pdf.Root, CATALOG)
    if pdf.Root.get("/PageMode") == pikepdf.Name.UseAttachments:
        del pdf.Root["/PageMode"]
    for page in pdf.pages:
        keep_only(page.obj, PAGE)
        for node in _ancestors(page.obj):
            keep_only(node, TREE)
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            drop(item, OF_STREAMS)
            _strip_picture(item)
        elif isinstance(item, pikepdf.Dictionary) and isinstance(item.get("/Type"), pikepdf.Name):
            drop(item, OF_TYPED)
    keep_only(pdf.trailer, TRAILER)
    return found


def _strip_picture(stream: Any) -> None:
    """Takes Exif and the like out of a JPEG."""
    if stream.get("/Subtype") == pikepdf.Name.Image and stream.get("/Filter") in JPEG:
        data = stream.read_raw_bytes()
        stripped = without_metadata(data)
        if stripped != data:
            stream.write(stripped, filter=pikepdf.Name.DCTDecode, decode_parms=stream.get("/DecodeParms"))


def clean_layers(pdf: pikepdf.Pdf, telltale: Telltale) -> None:
    """Leaves the visible layers and how they are called, without settings that would hide them."""
    settings = pdf.Root.get("/OCProperties")
    if not isinstance(settings, pikepdf.Dictionary):
        return
    groups = [group for group in settings.get("/OCGs", ()) if isinstance(group, pikepdf.Dictionary)]
    for group in groups:
        if telltale.within(str(group.get("/Name", ""))):
            group["/Name"] = pikepdf.String(telltale.blanked(str(group["/Name"])))
        keep_only(group, GROUP)
    pdf.Root["/OCProperties"] = pikepdf.Dictionary(
        OCGs=pikepdf.Array(groups), D=pikepdf.Dictionary(Order=pikepdf.Array(groups))
    )


def _count_attachments(pdf: pikepdf.Pdf) -> int:
    files = {spec.objgen for spec in pdf.objects if _is_file(spec)}
    return len(files)


def _is_file(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and isinstance(item.get("/EF"), pikepdf.Dictionary)


def _count_scripts(pdf: pikepdf.Pdf) -> int:
    """Scripts and actions that start by themselves; a file that opens at a place does not count."""
    return sum(1 for item in _actions(pdf) if str(item["/S"]) in ACTIVE)


def _actions(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary):
            continue
        if "/S" in item and item.get("/Type") in (None, pikepdf.Name.Action):
            yield item
        yield from (value for value in item.values() if _is_direct_action(value))


def _is_direct_action(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary) and not value.is_indirect and "/S" in value


def _ancestors(page: Any) -> Iterator[Any]:
    seen = set()
    node = page.get("/Parent")
    while node is not None and node.objgen not in seen:
        seen.add(node.objgen)
        yield node
        node = node.get("/Parent")
