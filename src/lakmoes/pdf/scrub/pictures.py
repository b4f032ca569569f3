"""Pictures of the new file: their pixels and nothing beside them.

In: a picture of the old file and its copy without data. Out: nothing; the copy holds the same pixels. JPEG
and JPEG 2000 keep their coding and lose all that is no picture; what other filters coded is kept when there
is nothing after its end, and coded anew otherwise.
"""

import io
import zlib
from collections.abc import Sequence
from typing import Any

import pikepdf
import pymupdf

from lakmoes.pdf.scrub.jpeg import without_metadata
from lakmoes.pdf.scrub.jpx import without_boxes

JPEG, JPX, FLATE = ("/DCTDecode", "/DCT"), ("/JPXDecode",), ("/FlateDecode", "/Fl")
BILEVEL = ("/CCITTFaxDecode", "/CCF", "/JBIG2Decode")
COMPONENTS = {
    **dict.fromkeys(("/DeviceRGB", "/CalRGB", "/Lab", "/RGB"), 3),
    **dict.fromkeys(("/DeviceCMYK", "/CMYK"), 4),
}
"""Numbers for a colour; spaces that are not named here have one."""
FIRST_PNG = 10
"""From this predictor on, each row is preceded by a byte (7.4.4.4)."""


def fill(item: Any, made: Any) -> None:
    """Gives the copy of a picture its data.

    Raises:
        pikepdf.PdfError: The data are damaged.
        ValueError: They are coded in a way that is not known.
    """
    filters = [str(name) for name in _listed(item.get("/Filter"))]
    parameters = _listed(item.get("/DecodeParms"))
    last = filters[-1] if filters else ""
    if last in JPEG + JPX:
        data = _before_last(item, filters)
        stripped = without_metadata(data) if last in JPEG else without_boxes(data)
        if stripped:
            made.write(stripped, filter=pikepdf.Name(last), decode_parms=_transform(parameters))
            return
    elif filters == [FLATE[0]] and _is_exact(item, parameters):
        made.write(item.read_raw_bytes(), filter=pikepdf.Name(last), decode_parms=_predictor(parameters))
        return
    data = _decoded(item) if last in (*BILEVEL, *JPEG, *JPX) else item.read_bytes()
    made.write(data[: _size(item)])


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _before_last(item: Any, filters: Sequence[str]) -> bytes:
    """The data of a picture as its last filter takes them."""
    data = bytes(item.read_raw_bytes())
    for name in filters[:-1]:
        if name not in FLATE:
            raise ValueError("a picture is coded twice in an unknown way")
        data = zlib.decompress(data)
    return data


def _transform(parameters: Sequence[Any]) -> Any:
    """What a JPEG needs to be told: how its colours were coded."""
    for item in parameters:
        if isinstance(item, pikepdf.Dictionary) and isinstance(item.get("/ColorTransform"), int):
            return pikepdf.Dictionary(ColorTransform=item["/ColorTransform"])
    return None


def _predictor(parameters: Sequence[Any]) -> Any:
    kept = pikepdf.Dictionary()
    for item in parameters:
        for key in ("/Predictor", "/Colors", "/BitsPerComponent", "/Columns"):
            if isinstance(item, pikepdf.Dictionary) and isinstance(item.get(key), int):
                kept[key] = item[key]
    return kept if len(kept.keys()) else None


def _is_exact(item: Any, parameters: Sequence[Any]) -> bool:
    """Whether the coded data hold the pixels and nothing after them."""
    decoder = zlib.decompressobj()
    try:
        data = decoder.decompress(bytes(item.read_raw_bytes())) + decoder.flush()
    except zlib.error:
        return False
    predictor = int(parameters[0].get("/Predictor", 1)) if parameters and parameters[0] is not None else 1
    size = _size(item) + (int(item["/Height"]) if predictor >= FIRST_PNG else 0)
    return len(data) == size and decoder.eof and not decoder.unused_data


def _size(item: Any) -> int:
    """The number of bytes of the pixels."""
    bits = 1 if item.get("/ImageMask", False) else int(item.get("/BitsPerComponent", 8))
    row = (int(item["/Width"]) * _components(item.get("/ColorSpace")) * bits + 7) // 8
    return row * int(item["/Height"])


def _components(space: Any) -> int:
    if isinstance(space, pikepdf.Array) and len(space):
        family = str(space[0])
        if family == "/ICCBased":
            return int(space[1].get("/N", 3))
        if family == "/DeviceN":
            return len(space[1])
        return COMPONENTS.get(family, 1)
    return COMPONENTS.get(str(space), 1)


def _decoded(item: Any) -> bytes:
    """The pixels of a picture that pikepdf cannot decode, as MuPDF does."""
    with pikepdf.new() as pdf:
        pdf.Root["/Picture"] = pdf.copy_foreign(item)
        whole = io.BytesIO()
        pdf.save(whole, compress_streams=False)
    with pymupdf.open(stream=whole.getvalue(), filetype="pdf") as document:
        xref = int(document.xref_get_key(document.pdf_catalog(), "Picture")[1].split()[0])
        return bytes(document.xref_stream(xref))
