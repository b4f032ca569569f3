"""What is read from files to be scored: gold of a dossier, and the suggestions of a run.

In: JSON files. Out: frozen values. Pages count from 1; rectangles are PDF points, origin top left.
"""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

Rectangle = tuple[float, float, float, float]


class _Form(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Description(_Form):
    """What people say of a document as a whole; the date is ISO 8601 or empty."""

    decision: str = ""
    date: str = ""


class GoldWord(_Form):
    """A word, the box of its marked part (of all of it where none is), and the passages it stands in."""

    page: int
    text: str
    gold_bbox: Rectangle
    grounds: tuple[str, ...]
    spans: tuple[int, ...]
    keep: bool


class GoldPassage(_Form):
    """A passage that people marked; ``page`` is empty where it is not on any page."""

    id: int
    ground: str
    kind: str
    text: str = ""
    page: int | None


class GoldDocument(_Form):
    """A document as people redacted it."""

    file: str
    meta: Description
    words: tuple[GoldWord, ...]
    spans: tuple[GoldPassage, ...]


class SuggestedPassage(_Form):
    """A suggestion of a run."""

    page: int
    rects: tuple[Rectangle, ...]
    ground: str


class SuggestedDocument(_Form):
    """What a run suggests for a document."""

    file: str
    decision: str | None = ""
    date: str | None = ""
    suggestions: tuple[SuggestedPassage, ...] = ()


class _Suggestions(_Form):
    documents: tuple[SuggestedDocument, ...]


def gold_documents(folder: Path) -> Iterator[GoldDocument]:
    """The gold of each document of a dossier, in order of file names.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file is no gold; it is named.
    """
    for path in sorted(folder.glob("*.json")):
        try:
            yield GoldDocument.model_validate_json(path.read_bytes())
        except ValidationError as error:
            raise ValueError(f"{path.name} is no gold") from error


def suggested_documents(path: Path) -> dict[str, SuggestedDocument]:
    """The documents in a ``suggestions.json`` by the name of their file, without folders.

    Raises:
        OSError: The file cannot be read.
        ValueError: The file holds no suggestions.
    """
    found = _Suggestions.model_validate_json(path.read_bytes())
    return {Path(document.file).name: document for document in found.documents}
