"""Character maps of fonts: read, and written anew for the characters that are left.

In: the bytes of a CMap or of a ToUnicode map (ISO 32000-2, 9.7.5 and 9.10.3). Out: its code space and its
mappings; the bytes of a map that holds some of them and nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

SECTION = re.compile(rb"begin(codespacerange|bfchar|bfrange|cidchar|cidrange)(.*?)end\1", re.DOTALL)
TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|(\d+)")
COMMENT = re.compile(rb"%[^\r\n]*")
LARGEST_RANGE = 65536
MOST_IN_BLOCK = 100
"""Mappings that a block may hold."""

HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo "
    "<< /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> def\n/CMapName /{name} def\n"
    "/CMapType {kind} def\n/WMode {mode} def\n"
)
TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


@dataclass(frozen=True, slots=True)
class CMap:
    """A character map.

    Attributes:
        spaces: First and last code of each range of the code space; codes are as long as these.
        texts: Code to the text it stands for, in UTF-16.
        cids: Code to the number of a glyph.
    """

    spaces: tuple[tuple[bytes, bytes], ...]
    texts: Mapping[bytes, bytes]
    cids: Mapping[bytes, int]

    def codes_in(self, text: bytes) -> Iterator[bytes]:
        """The codes of a string that is shown."""
        position = 0
        while position < len(text):
            size = self._length(text, position)
            yield text[position : position + size]
            position += size

    def _length(self, text: bytes, position: int) -> int:
        for low, high in self.spaces:
            code = text[position : position + len(low)]
            if len(code) == len(low) and all(a <= b <= c for a, b, c in zip(low, code, high, strict=True)):
                return len(low)
        return min((len(low) for low, _ in self.spaces), default=1)


IDENTITY = CMap(((b"\0\0", b"\xff\xff"),), {}, {})


def parsed(data: bytes) -> CMap:
    """The character map that the bytes are."""
    spaces: list[tuple[bytes, bytes]] = []
    texts: dict[bytes, bytes] = {}
    cids: dict[bytes, int] = {}
    for kind, content in SECTION.findall(COMMENT.sub(b"", data)):
        items = list(_items(content))
        if kind == b"codespacerange":
            pairs = (pair for pair in _grouped(items, 2) if isinstance(pair[1], bytes))
            spaces += [(low, high) for low, high in pairs if len(low) == len(high)]
        elif kind == b"bfchar":
            texts |= {code: text for code, text in _grouped(items, 2) if isinstance(text, bytes)}
        elif kind == b"cidchar":
            cids |= {code: cid for code, cid in _grouped(items, 2) if isinstance(cid, int)}
        else:
            for low, high, target in _grouped(items, 3):
                if len(low) == len(high):
                    _add_range((low, high), target, texts, cids)
    return CMap(tuple(spaces), texts, cids)


def _grouped(items: list[Any], size: int) -> Iterator[tuple[Any, ...]]:
    """The items in groups; all but the last of each are codes."""
    groups = (tuple(items[start : start + size]) for start in range(0, len(items) - size + 1, size))
    return (group for group in groups if all(isinstance(code, bytes) for code in group[:-1]))


def _items(content: bytes) -> Iterator[bytes | int | list[bytes]]:
    """Codes as bytes, numbers, and arrays of codes as lists."""
    array: list[bytes] | None = None
    for found in TOKEN.finditer(content):
        code, opens, closes, number = found.groups()
        if opens:
            array = []
        elif closes:
            yield array or []
            array = None
        elif number:
            yield int(number)
        else:
            digits = b"".join(code.split())
            value = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
            if array is None:
                yield value
            else:
                array.append(value)


def _add_range(
    ends: tuple[bytes, bytes], target: Any, texts: dict[bytes, bytes], cids: dict[bytes, int]
) -> None:
    first, last, size = int.from_bytes(ends[0]), int.from_bytes(ends[1]), len(ends[0])
    for step in range(min(last - first + 1, LARGEST_RANGE)):
        code = (first + step).to_bytes(size)
        if isinstance(target, int):
            cids[code] = target + step
        elif isinstance(target, bytes) and target:
            texts[code] = (int.from_bytes(target) + step).to_bytes(len(target) + 1)[-len(target) :]
        elif isinstance(target, list) and step < len(target):
            texts[code] = target[step]


def unicode_map(texts: Mapping[bytes, bytes], length: int) -> bytes:
    """A ToUnicode map of these codes, which are all this long."""
    spaces = [(bytes(length), b"\xff" * length)]
    lines = [f"<{code.hex()}> <{text.hex()}>" for code, text in sorted(texts.items())]
    return _written(("UCS", "Adobe-Identity-UCS", 2, 0), spaces, "bfchar", lines)


def code_map(cids: Mapping[bytes, int], spaces: Iterable[tuple[bytes, bytes]], vertical: bool) -> bytes:
    """A CMap of these codes."""
    lines = [f"<{code.hex()}> {cid}" for code, cid in sorted(cids.items())]
    return _written(("Identity", "Lakmoes", 1, int(vertical)), spaces, "cidchar", lines)


def _written(
    head: tuple[str, str, int, int], spaces: Iterable[tuple[bytes, bytes]], kind: str, lines: list[str]
) -> bytes:
    ordering, name, number, mode = head
    parts = [HEAD.format(ordering=ordering, name=name, kind=number, mode=mode)]
    ranges = [f"<{low.hex()}> <{high.hex()}>" for low, high in spaces]
    parts.append(_block("codespacerange", ranges))
    for start in range(0, len(lines), MOST_IN_BLOCK):
        parts.append(_block(kind, lines[start : start + MOST_IN_BLOCK]))
    return "".join((*parts, TAIL)).encode("ascii")


def _block(kind: str, lines: list[str]) -> str:
    return "\n".join((f"{len(lines)} begin{kind}", *lines, f"end{kind}\n"))
