"""What a published PDF must not hold besides its pages.

In: the bytes of a file and its nodes. Out: codes of what was found (``nl.FILE_FINDINGS``) with how often.
``dangerous`` looks for what gives hidden things away in the file of anyone; ``foreign`` for all that a file
of Lakmoes does not have, by lists of what it may have.

Sources: ISO 32000-2 (7.5 file structure, 12.6 actions, 14.3 metadata); NSA, Redaction of Portable Document
Format Files (2018).
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf

from lakmoes.verify.objects import UNUSED, Node, count_dead
from lakmoes.verify.outside import count_outside
from lakmoes.verify.pictures import pictures_with_data, unused_pictures

DANGEROUS_KEYS = {
    "/JavaScript": "script",
    "/JS": "script",
    "/EmbeddedFiles": "attachment",
    "/EF": "attachment",
    "/AF": "attachment",
    "/Collection": "attachment",
    "/XFA": "form",
    "/PieceInfo": "private-data",
    "/Thumb": "thumbnail",
    "/Alternates": "picture-copy",
    "/OPI": "picture-copy",
}
"""Keys of any dictionary, and what they hold."""
FOREIGN_KEYS = {**DANGEROUS_KEYS, "/AA": "action", "/OpenAction": "action", "/AcroForm": "form"}
NAMED_FREELY = frozenset(
    (
        *("/Font", "/XObject", "/ExtGState", "/Properties", "/ColorSpace", "/Pattern", "/Shading", "/Dests"),
        *("/CharProcs", "/RoleMap", "/ClassMap", "/Colorants"),
    )
)
"""Keys of dictionaries whose own keys are names that someone thought of."""
BAD_ACTIONS = frozenset(
    (
        *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Rendition", "/Movie"),
        *("/Sound", "/Hide", "/ResetForm", "/SetOCGState", "/Thread", "/RichMediaExecute"),
    )
)
COMMENTS = frozenset(
    (
        *(
            "/Text",
            "/FreeText",
            "/Line",
            "/Square",
            "/Circle",
            "/Polygon",
            "/PolyLine",
            "/Highlight",
            "/Popup",
        ),
        *("/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Stamp", "/Ink", "/Redact", "/FileAttachment"),
    )
)
PERSONAL = ("/Author", "/Manager", "/LastModifiedBy", "/Company")
"""Keys of the document's properties that name who made it."""
ROOT_KEYS = frozenset(
    (
        *(
            "/Type",
            "/Pages",
            "/Outlines",
            "/Names",
            "/Dests",
            "/PageLabels",
            "/ViewerPreferences",
            "/Version",
        ),
        *("/PageLayout", "/PageMode", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OCProperties", "/Metadata"),
        *("/OutputIntents", "/Extensions"),
    )
)
TRAILER_KEYS = frozenset(
    ("/Root", "/Size", "/Info", "/ID", "/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms")
)
FIRST_BYTES = 1024

_MARKUP = re.compile(r"<\?.*?\?>|<[^>]*>", re.DOTALL)
_ATTRIBUTE = re.compile(r"\s([\w.-]+(?::[\w.-]+)?)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def dangerous(pdf: pikepdf.Pdf, nodes: Sequence[Node], data: bytes) -> Counter[str]:
    """What gives hidden things away in the file of anyone."""
    found = _in_dictionaries(nodes, DANGEROUS_KEYS)
    found["hidden-layer"] += hides_layers(pdf.Root.get("/OCProperties"))
    properties = pdf.trailer.get("/Info", pikepdf.Dictionary())
    found["author"] += sum(bool(str(properties.get(key, ""))) for key in PERSONAL)
    expected = 2 if b"/Linearized" in data[:FIRST_BYTES] else 1
    found["earlier-version"] += data.count(b"%%EOF") > expected
    return +found


def foreign(pdf: pikepdf.Pdf, nodes: Sequence[Node], data: bytes, titles: frozenset[str]) -> Counter[str]:
    """What a file of Lakmoes does not have; ``titles`` are the neutral titles that it may bear."""
    found = _in_dictionaries(nodes, FOREIGN_KEYS)
    found["hidden-layer"] += hides_layers(pdf.Root.get("/OCProperties"))
    versions = (data.count(b"startxref"), data.count(b"%%EOF"))
    found["earlier-version"] += versions != (1, 1) or "/Prev" in pdf.trailer or "/XRefStm" in pdf.trailer
    found["appended"] += not data.startswith(b"%PDF-") or not data.rstrip(b"\r\n").endswith(b"%%EOF")
    found["outside-objects"] += count_outside(pdf, data)
    found["damaged"] += bool(pdf.get_warnings())
    found["encrypted"] += pdf.is_encrypted
    found["unused-object"] += count_dead(pdf, data) + sum(node.part == UNUSED for node in nodes)
    found["unused-picture"] += unused_pictures(nodes)
    found["picture-data"] += pictures_with_data(nodes)
    found["unknown-part"] += len({str(key) for key in pdf.Root.keys()} - ROOT_KEYS)  # noqa: SIM118 - no mapping
    found["unknown-part"] += len({str(key) for key in pdf.trailer.keys()} - TRAILER_KEYS)  # noqa: SIM118
    found["properties"] += foreign_properties(pdf.trailer.get("/Info"), titles)
    found["metadata"] += sum(tells_more(node.item, titles) for node in nodes if _is_metadata(node))
    annotations = (item for page in pdf.pages for item in page.obj.get("/Annots", pikepdf.Array()))
    found["annotation"] += sum(item.get("/Subtype") != "/Link" for item in annotations)
    return +found


def _in_dictionaries(nodes: Sequence[Node], keys: Mapping[str, str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for node in nodes:
        if not node.is_dictionary:
            continue
        if node.key not in NAMED_FREELY:
            found.update(keys[key] for key in node.keys if key in keys)
        if "/P" not in node.keys and str(node.item.get("/S", "")) in BAD_ACTIONS:
            found["script" if node.item["/S"] == "/JavaScript" else "action"] += 1
        if "/Rect" in node.keys and str(node.item.get("/Subtype", "")) in COMMENTS:
            found["comment"] += 1
    return found


def hides_layers(settings: Any) -> bool:
    """Whether layers are hidden at first, in print or on screen only (ISO 32000-2, 8.11.4)."""
    if not isinstance(settings, pikepdf.Dictionary):
        return False
    default = settings.get("/D", pikepdf.Dictionary())
    return bool(default.get("/OFF") or default.get("/AS")) or default.get("/BaseState", "/ON") != "/ON"


def foreign_properties(properties: Any, titles: frozenset[str]) -> int:
    """How many properties a document has beside a neutral title."""
    if properties is None:
        return 0
    return sum(key != "/Title" or str(value) not in titles for key, value in properties.items())


def tells_more(metadata: Any, titles: frozenset[str]) -> bool:
    """Whether XMP metadata say anything beside a neutral title and its language."""
    text = metadata.read_bytes().decode("utf-8", errors="replace")
    values = [part.strip("\ufeff \r\n\t") for part in _MARKUP.split(text)]
    for tag in _MARKUP.findall(text):
        if not tag.startswith("<?"):
            values += [a or b for key, a, b in _ATTRIBUTE.findall(tag) if not _is_plain(key)]
    return any(value not in titles for value in values if value)


def _is_plain(attribute: str) -> bool:
    return attribute == "xml:lang" or attribute.partition(":")[0] == "xmlns"


def _is_metadata(node: Node) -> bool:
    return node.is_stream and (node.key == "/Metadata" or node.item.get("/Type") == "/Metadata")
