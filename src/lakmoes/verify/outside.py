"""Bytes of a file that belong to no object: comments, rests, anything that no reader looks at.

In: the bytes of a file and the file opened with pikepdf. Out: how many stretches of such bytes there are.
Only what the format asks for may stand between objects (ISO 32000-2, 7.5): the header with a comment of four
bytes, white space, cross-references and the trailer.
"""

import re
from typing import Any

import pikepdf

_HEADER = re.compile(rb"%PDF-\d\.\d[\r\n]+(?:%[\x80-\xff]{4}[\r\n]+)?(?:%QDF-1\.0[\r\n]+)?")
_OBJECT = re.compile(rb"\s*(\d{1,10}) (\d{1,5}) obj\b")
_TABLE = re.compile(rb"\s*xref\s+(?:\d+ \d+\s+(?:\d{10} \d{5} [nf]\s*)*)+trailer\b")
_END = re.compile(rb"\s*startxref\s+\d+\s+%%EOF\s*")
_PART = re.compile(
    rb"\((?:[^()\\]|\\.)*\)|<(?!<)[0-9A-Fa-f\s]*>|(?P<stream>\bstream\r?\n)|(?P<end>\bendobj\b)|(?P<comment>%)|[(]",
    re.DOTALL,
)
_STREAM_END = re.compile(rb"\s*endstream\s*endobj\b")


def count_outside(pdf: pikepdf.Pdf, data: bytes) -> int:
    """How many stretches of bytes lie outside objects, or are comments within them."""
    header = _HEADER.match(data)
    if header is None:
        return 1
    place, found = header.end(), 0
    while place < len(data):
        if start := _OBJECT.match(data, place):
            place, comments = _after_object(pdf, data, start)
            found += comments
        elif table := _TABLE.match(data, place):
            place, comments = _after_trailer(data, table.end())
            found += comments
        elif end := _END.match(data, place):
            return found + (end.end() < len(data))
        else:
            return found + 1
    return found + 1


def _after_object(pdf: pikepdf.Pdf, data: bytes, start: re.Match[bytes]) -> tuple[int, int]:
    """Where the object ends, and how many comments it holds."""
    place, comments = start.end(), 0
    while part := _PART.search(data, place):
        place = part.end()
        if part.lastgroup == "end":
            return place, comments
        if part.lastgroup == "stream":
            length = _length(pdf, int(start[1]), int(start[2]))
            end = _STREAM_END.match(data, place + length)
            return (end.end(), comments) if end else (len(data), comments + 1)
        if part.lastgroup == "comment":
            comments += 1
            place = _line_end(data, place)
        elif part[0] == b"(":
            place = _string_end(data, place)
    return len(data), comments + 1


def _after_trailer(data: bytes, place: int) -> tuple[int, int]:
    """Where the trailer's dictionary ends, and how many comments it holds."""
    comments = 0
    end = data.find(b"startxref", place)
    while part := _PART.search(data, place, max(end, place)):
        place = part.end()
        if part.lastgroup == "comment":
            comments += 1
            place = _line_end(data, place)
    return (end, comments) if end >= 0 else (len(data), comments + 1)


def _length(pdf: pikepdf.Pdf, number: int, version: int) -> int:
    item: Any = pdf.get_object(number, version)
    return int(item.get("/Length", 0)) if isinstance(item, pikepdf.Stream) else 0


def _line_end(data: bytes, place: int) -> int:
    ends = [at for at in (data.find(b"\r", place), data.find(b"\n", place)) if at >= 0]
    return min(ends, default=len(data))


def _string_end(data: bytes, place: int) -> int:
    """The end of a string with brackets in it."""
    depth = 1
    while depth and place < len(data):
        sign = data[place]
        place += 2 if sign == 0x5C else 1
        depth += (sign == 0x28) - (sign == 0x29)
    return place
