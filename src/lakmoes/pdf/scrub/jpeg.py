"""JPEG pictures without what does not show.

In: the bytes of a JPEG as a PDF holds it. Out: the same picture, bit for bit as it is seen, without Exif,
XMP, IPTC, comments, previews and colour profile, and without anything after its end (ITU-T T.81, B.1.1.3 and
B.2.4). In a PDF the colour space beside the picture holds, not the profile in it (ISO 32000-2, 8.6.5.5). What
decoding depends on stays: Adobe's transform flag (APP14) and JFIF's density (APP0).
"""

START, END, SCAN = 0xD8, 0xD9, 0xDA
ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Markers without a length."""
APPLICATION = range(0xE0, 0xF0)
COMMENT = 0xFE
KEPT = ((0xE0, b"JFIF\0"), (0xEE, b"Adobe"))
"""Application segments that matter to how the picture looks, by their marker and how they begin."""


def without_metadata(data: bytes) -> bytes:
    """The picture without metadata; unchanged when it is not a plain JPEG."""
    if data[:2] != bytes((0xFF, START)):
        return data
    kept = bytearray(data[:2])
    position = 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            return data
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
        elif marker in ALONE:
            kept += data[position : position + 2]
            position += 2
        elif marker == END:
            break
        else:
            end = position + 2 + int.from_bytes(data[position + 2 : position + 4])
            if marker == SCAN:
                end = _end_of_scan(data, end)
            if _matters(marker, data[position + 4 : end]):
                kept += data[position:end]
            position = end
    return bytes(kept) + bytes((0xFF, END))


def _matters(marker: int, content: bytes) -> bool:
    if marker == COMMENT:
        return False
    return marker not in APPLICATION or any(marker == m and content.startswith(head) for m, head in KEPT)


def _end_of_scan(data: bytes, position: int) -> int:
    """Where the next marker after the coded data stands; stuffed bytes and restarts belong to the data."""
    while True:
        position = data.find(b"\xff", position)
        if position < 0 or position + 1 >= len(data):
            return len(data)
        following = data[position + 1]
        if following and following not in ALONE and following != 0xFF:
            return position
        position += 1 if following == 0xFF else 2
