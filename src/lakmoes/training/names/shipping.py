"""The pipeline of names, trained and written to a folder: the one of the package, or an organisation's own.

In: a folder with public corpora, folders with written texts, or an organisation's reviewed texts. Out: a
folder that ``spacy.load`` reads once ``lakmoes.detection.pipeline`` is imported, its README and its figures.
Nothing is fetched and nothing leaves the machine.

    python -m lakmoes.training.names DATA_FOLDER [FOLDER]
"""

import json
import shutil
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from spacy.language import Language

from lakmoes.detection.pipeline import load_pipeline
from lakmoes.detection.tagger.component import TAGGER
from lakmoes.errors import ResourceError
from lakmoes.training.annotated import AnnotatedText
from lakmoes.training.evaluation.names import (
    NameFigures,
    figures,
    found_alone,
    held_out,
    is_held_out,
    trained_on,
)
from lakmoes.training.generator import NameStock, documents
from lakmoes.training.names.corpora import legislation, missives, novels, treebanks
from lakmoes.training.names.fitting import Report, Settings, fit, new_pipeline
from lakmoes.training.names.samples import Sample, samples_of
from lakmoes.training.names.variation import Variation

CONFIG = Path(__file__).with_name("config.toml")
README = Path(__file__).with_name("model_readme.md")
WRITTEN = Path(__file__).parents[1] / "written"
"""The written texts of the package."""
FIELDS = ("beleid", "gemeente", "inkoop", "politie", "toezicht")
"""Folders of written texts in which names are marked and that no figure on a dossier depends on."""
LEAST_HELD_OUT = 5
"""Texts from which some are kept for measuring."""


def train(data: Path, written: Sequence[Path], out: Path, report: Report) -> NameFigures:
    """Trains the pipeline of the package and writes it to a folder.

    Args:
        data: Folder with public corpora, laid out as ``docs/detection.md`` says.
        written: Folders with written texts; those without marked names are left out.
        out: Folder that appears whole or not at all; what was there is replaced.
        report: Is told how far it is.

    Returns:
        The figures of the pipeline alone on the written texts that were held out.

    Raises:
        OSError: A corpus is missing, or the folder cannot be written.
        ResourceError: A list of names is missing.
        ValueError: A written text is not as its format asks.
    """
    config = _config()
    stock = NameStock.read(data)
    samples = [*_samples(data, written, stock, config["sources"])]
    report(f"{len(samples)} teksten")
    settings = Settings(**config["training"])
    pipeline = fit(new_pipeline(settings.seed), samples, Variation(names=stock), settings, report)
    return write(pipeline, [sample for folder in written for sample in held_out(folder)], out)


def train_further(
    texts: Sequence[AnnotatedText], out: Path, report: Report, start: Path | None = None
) -> NameFigures:
    """Trains a pipeline further on reviewed texts of an organisation and writes it to a folder.

    So that nothing is forgotten, the written texts of the package are learnt from again beside them.

    Args:
        texts: With their names marked; texts without any are left out.
        out: Folder that appears whole or not at all; what was there is replaced.
        report: Is told how far it is.
        start: Folder of the pipeline to start from; by default the one of the package.

    Returns:
        The figures of the pipeline alone on those of the texts that were held out, one in five.

    Raises:
        ResourceError: There is no such pipeline, or it was not trained by Lakmoes.
        OSError: The folder cannot be written.
        ValueError: None of the texts has marked names.
    """
    named = [text for text in texts if text.names_marked]
    if not named:
        raise ValueError("no text has marked names")
    kept = [text for text in named if len(named) >= LEAST_HELD_OUT and is_held_out(text.name)]
    config = _config()
    own = list(samples_of((text for text in named if text not in kept), "own"))
    known = [sample for field in FIELDS for sample in trained_on(WRITTEN / field)]
    settings = Settings(**config["further"])
    pipeline = load_pipeline(start)
    if TAGGER not in pipeline.pipe_names:
        raise ResourceError("pipeline-unreadable", pipeline=start)
    fit(pipeline, [*own, *known], Variation(), settings, report)
    return write(pipeline, list(samples_of(kept, "own")), out)


def _config() -> dict[str, Any]:
    return tomllib.loads(CONFIG.read_text(encoding="utf-8"))


def _samples(
    data: Path, written: Sequence[Path], stock: NameStock, sources: dict[str, int]
) -> Iterable[Sample]:
    """All samples, each as often as the configuration says."""
    for name, reader in (
        ("treebanks", treebanks.read),
        ("novels", novels.read),
        ("missives", missives.read),
        ("legislation", legislation.read),
    ):
        yield from [*reader(data)] * sources[name]
    for folder in written:
        yield from [*trained_on(folder)] * sources["written"]
    yield from samples_of(documents(sources["seed"], sources["generated"], stock), "generated")


def write(pipeline: Language, measured: Sequence[Sample], out: Path) -> NameFigures:
    """Writes a pipeline with its figures on samples; the folder appears whole or not at all.

    Raises:
        OSError: The folder cannot be written.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent) as place:
        made = Path(place) / out.name
        _without_words(pipeline).to_disk(made)
        found = figures(measured, found_alone(measured, made))
        _describe(made, found)
        if out.exists():
            shutil.rmtree(out)
        made.rename(out)
    return found


def _without_words(pipeline: Language) -> Language:
    """The pipeline with the same weights and none of the words that it has seen."""
    fresh = new_pipeline()
    fresh.get_pipe(TAGGER).model.from_bytes(pipeline.get_pipe(TAGGER).model.to_bytes())
    return fresh


def _describe(folder: Path, found: NameFigures) -> None:
    """Completes the meta data, without what differs between machines."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta.pop("spacy_git_version", None)
    meta |= _config()["meta"] | {"spacy_version": ">=3.8.0,<4.0.0", "performance": _rounded(found)}
    path.write_text(json.dumps(meta, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    shutil.copyfile(README, folder / "README.md")


def _rounded(found: NameFigures) -> dict[str, Any]:
    return {
        part: asdict(counts) | {"precision": round(counts.precision, 4), "recall": round(counts.recall, 4)}
        for part, counts in (("exact", found.exact), ("words", found.words))
    }
