"""What can be chosen about detection, per dossier.

In: nothing. Out: frozen values that the engine is made with; equal options make engines that find the same.
Cheap to import.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from lakmoes.detection.language_model import LanguageModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A text that is always redacted (``[[term]]`` in ``dossier.toml``).

    Attributes:
        text: As it is written in the documents; white space stands for any white space.
        ground: Code of the ground.
        compound: Also within a longer word, in which case only the term itself is found ("codenamen",
            "proefcodenaam"). Parts of hyphenated words, file names and addresses are always found.
        case: Only in this case; else in any.
    """

    text: str
    ground: str
    compound: bool = False
    case: bool = False

    def __post_init__(self) -> None:
        if not self.text.strip() or not self.ground:
            raise ValueError("a term has a text and a ground")


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectionOptions:
    """All choices; by default what ships with the package, and no terms.

    Attributes:
        terms: The dossier's own terms.
        pipeline: Folder of a spaCy pipeline or name of an installed one; empty: the one of the package.
        weights: File with the weights of passages; empty: those of the package.
        language_model: A model on this machine that is asked about passages too.
    """

    terms: tuple[Term, ...] = ()
    pipeline: str = ""
    weights: str = ""
    language_model: LanguageModel | None = None

    def digest(self) -> str:
        """Digest of the options and of the files that they name: other contents find other things."""
        digest = hashlib.sha256(repr(self).encode())
        for place in (self.pipeline, self.weights):
            for path in _files_of(place):
                digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()


def _files_of(place: str) -> list[Path]:
    """The files at a place, which may be one file, a folder, or the name of an installed package."""
    path = Path(place)
    if not place or not path.exists():
        return []
    return [path] if path.is_file() else sorted(inner for inner in path.rglob("*") if inner.is_file())
