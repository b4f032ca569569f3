"""Redactions as other programs show and change them: annotations on a page."""

from dataclasses import dataclass

from lakmoes.model.texts import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionAnnotation:
    """A redaction annotation (ISO 32000-2, 12.5.6.23).

    Attributes:
        name: Its name in the file (``NM``): a suggestion's id or the subject of a place of one's own; for one
            that was added elsewhere what that program calls it.
        page_index: The page, from 0.
        boxes: In page space, one for each line that it runs over.
        overlay: What is printed on it: the codes of its grounds.
        kind: What was found there, in Dutch (``Subj``).
        contents: The reason.
        author: Who made it.
        state: What a reviewer said of it in another program: ``Accepted``, ``Rejected``, or nothing.
    """

    name: str
    page_index: int
    boxes: tuple[Box, ...]
    overlay: str = ""
    kind: str = ""
    contents: str = ""
    author: str = ""
    state: str = ""

    def __post_init__(self) -> None:
        if not self.boxes:
            raise ValueError("an annotation has a place")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrigin:
    """What a file with annotations was made from.

    Attributes:
        document_id: sha256 of the source.
        entry: Number of the log's last entry at that moment.
    """

    document_id: str
    entry: int
