"""A decision letter as it may be published: without what a word processor keeps beside the text.

In: a Word document that people worked on. Out: the same without the names of its makers and the properties of
the organisation's own systems. Comments, tracked changes, hidden text and embedded files are not taken out,
for only a person can say what must become of them: a letter that has any is refused.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from zipfile import BadZipFile

from lakmoes.errors import UsageError

PROPERTIES = re.compile(
    r"(<(?:dc:creator|cp:lastModifiedBy|dc:description|cp:keywords|cp:category|dc:subject|cp:contentStatus"
    r"|cp:lastPrinted|cp:revision|Manager|Company|Template|HyperlinkBase)\b[^>]*?)(?:/>|>.*?</[\w:]+>)",
    re.DOTALL,
)
"""What says who made it, where and from what; the elements stay, empty."""
EMPTIED = re.compile(r"docProps/custom\.xml|customXml/item\d+\.xml|word/people\.xml")
"""Parts that hold such properties only."""
TEXTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|glossary/document)\.xml")
COMMENTS = re.compile(r"word/comments\w*\.xml")
EMBEDDED = re.compile(r"word/(?:embeddings|activeX|vbaProject)|.*\.(?:bin|docm)$")
COMMENT = re.compile(r"<w:comment[ >]")
CHANGE = re.compile(r"<w:(?:ins|del|moveFrom|moveTo|[rpt]\w*PrChange)[ >]")
HIDDEN = re.compile(r"<w:vanish(?:\s*/>|[ ][^>]*/>)")
ROOT = re.compile(r"(<(?!\?)(?P<name>[\w:]+)\b[^>]*?)/?>(?:.*)", re.DOTALL)


def publishable(content: bytes, name: str) -> bytes:
    """The letter without names and properties.

    Args:
        content: A Word document.
        name: Of the file, for errors.

    Raises:
        UsageError: It is no Word document, or holds comments, tracked changes, hidden text or files.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {part: package.read(part) for part in package.namelist()}
    except (BadZipFile, KeyError, ValueError) as error:
        raise UsageError("letter-unreadable", path=name) from error
    if next(_hidden_in(parts), None):
        raise UsageError("letter-not-clean", path=name)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for part, data in parts.items():
            package.writestr(part, _without_properties(part, data))
    return made.getvalue()


def _hidden_in(parts: dict[str, bytes]) -> Iterator[str]:
    """The parts with what a reader of the printed letter would not see."""
    for part, data in parts.items():
        text = data.decode("utf-8", errors="replace") if part.endswith(".xml") else ""
        is_text = TEXTS.fullmatch(part) and (CHANGE.search(text) or HIDDEN.search(text))
        if EMBEDDED.match(part) or is_text or (COMMENTS.fullmatch(part) and COMMENT.search(text)):
            yield part


def _without_properties(part: str, data: bytes) -> bytes:
    if EMPTIED.fullmatch(part):
        return ROOT.sub(r"\1/>", data.decode("utf-8", errors="replace")).encode()
    if part.startswith("docProps/") and part.endswith(".xml"):
        return PROPERTIES.sub(r"\1/>", data.decode("utf-8", errors="replace")).encode()
    return data
