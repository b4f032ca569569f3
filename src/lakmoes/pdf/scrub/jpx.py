"""JPEG 2000 pictures without what does not show.

In: the bytes of a JPEG 2000 picture as a PDF holds it. Out: the same picture without comments, XML, UUID and
unknown boxes, and without anything after its end (ISO/IEC 15444-1, Annex A and Annex I). What is not whole
comes out empty.
"""

CODESTREAM, START_OF_TILE, END, COMMENT = 0x4F, 0x90, b"\xff\xd9", 0x64
SIGNATURE, KIND, HEADER, STREAM = b"jP  ", b"ftyp", b"jp2h", b"jp2c"
OF_HEADER = frozenset((b"ihdr", b"bpcc", b"colr", b"pclr", b"cmap", b"cdef"))
"""Boxes of the header that the picture depends on; resolution is none of them."""


def without_boxes(data: bytes) -> bytes:
    """The picture without metadata; empty when it cannot be told what is picture."""
    if data[:2] == bytes((0xFF, CODESTREAM)):
        return _plain_stream(data)
    kept = b""
    for kind, content in _boxes(data):
        if kind in (SIGNATURE, KIND):
            kept += _box(kind, content)
        elif kind == HEADER:
            inner = (_box(name, part) for name, part in _boxes(content) if name in OF_HEADER)
            kept += _box(kind, b"".join(inner))
        elif kind == STREAM:
            stream = _plain_stream(content)
            return kept + _box(kind, stream) if stream else b""
    return b""


def _boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    found, position = [], 0
    while position + 8 <= len(data):
        size, kind, head = int.from_bytes(data[position : position + 4]), data[position + 4 : position + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[position + 8 : position + 16]), 16
        end = position + size if size else len(data)
        if end < position + head:
            break
        found.append((kind, data[position + head : end]))
        position = end
    return found


def _box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4) + kind + content


def _plain_stream(data: bytes) -> bytes:
    """The codestream without the comments of its main header, up to its end."""
    kept, position = bytearray(data[:2]), 2
    while position + 4 <= len(data) and data[position] == 0xFF and data[position + 1] != START_OF_TILE:
        end = position + 2 + int.from_bytes(data[position + 2 : position + 4])
        if data[position + 1] != COMMENT:
            kept += data[position:end]
        position = end
    tiles = _tiles(data, position)
    return bytes(kept) + tiles + END if tiles else b""


def _tiles(data: bytes, start: int) -> bytes:
    """The tile parts, each as long as it says."""
    position = start
    while data[position : position + 2] == bytes((0xFF, START_OF_TILE)):
        size = int.from_bytes(data[position + 6 : position + 10])
        if size == 0:
            end = data.rfind(END)
            return data[start : end if end > position else len(data)]
        position += size
    return data[start:position]
