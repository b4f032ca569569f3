"""What a file has beside its pages: counted, so that people know what goes; and its layers, which show.

In: an opened PDF. Out: counts by the codes of notes. What goes is decided elsewhere (``table``): nothing of
this is copied.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from lakmoes.pdf.scrub.content import keep_only, keys
from lakmoes.pdf.telltale import Telltale

GROUP = keys("Type Name Intent")

ACTIVE = keys(
    "JavaScript Launch SubmitForm ResetForm ImportData GoToR GoToE Movie Sound Rendition SetOCGState Hide "
    "Thread Trans GoTo3DView RichMediaExecute"
)
"""Actions that do more than show a place or an address."""


def counts(pdf: pikepdf.Pdf) -> Counter[str]:
    """How many attachments and scripts a file has, and whether it has metadata."""
    found: Counter[str] = Counter()
    found["attachments-removed"] = _count_attachments(pdf)
    found["scripts-removed"] = _count_scripts(pdf)
    found["metadata-removed"] = int("/Info" in pdf.trailer or "/Metadata" in pdf.Root)
    return found


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
