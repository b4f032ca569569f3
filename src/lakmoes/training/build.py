"""The spaCy pipeline that ships with the package, written to a folder.

In: nothing but the code and lists of this package. Out: a folder that ``spacy.load`` reads: Dutch tokenizer
and, for persons, rules and lists. Reproducible: the same code writes the same bytes.

    python -m lakmoes.training.build [FOLDER]
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import spacy
from spacy.language import Language

from lakmoes.detection.pipeline import NAMES_COMPONENT, SHIPPED
from lakmoes.detection.recognizer import LANGUAGE

NAME = "lakmoes_rules"
VERSION = "1.0.0"
DESCRIPTION = "Dutch tokenizer; persons by rules and lists of names."


def shipped_pipeline() -> Language:
    """The pipeline as it ships: blank Dutch with the components of this package."""
    pipeline = spacy.blank(LANGUAGE)
    pipeline.add_pipe(NAMES_COMPONENT)
    pipeline.meta.update(name=NAME, version=VERSION, description=DESCRIPTION, license="AGPL-3.0-or-later")
    return pipeline


def build(folder: Path) -> None:
    """Writes the pipeline to a folder, which appears whole or not at all.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        made = Path(place) / folder.name
        shipped_pipeline().to_disk(made)
        neutralise(made)
        if folder.exists():
            shutil.rmtree(folder)
        made.rename(folder)


def neutralise(folder: Path) -> None:
    """Takes out of the meta data what differs between machines: the versions of spaCy and of its sources."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta.pop("spacy_git_version", None)
    meta["spacy_version"] = ">=3.8.0,<4.0.0"
    path.write_text(json.dumps(meta, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """Writes the pipeline to the folder named on the command line, by default that of the package."""
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED)


if __name__ == "__main__":
    main()
