import json
from random import Random

import pytest
import spacy

from lakmoes.detection.pipeline import SHIPPED, load_pipeline
from lakmoes.errors import ResourceError
from lakmoes.training.annotated import read_text
from lakmoes.training.names import shipping
from lakmoes.training.names.corpora import treebanks
from lakmoes.training.names.samples import Sample
from lakmoes.training.names.shipping import train, train_further
from tests.training.names import corpora_files as files

PLACES = (
    "Beste {}, dank voor het stuk.",
    "Volgens {} is de brug dicht.",
    "Aanwezig: {} (voorzitter)",
    "{} belt morgen met de gemeente over de brug.",
)
FIRSTS = ("Ondrej", "Mia", "Thorvald", "Joke", "Zoltan")
LASTS = ("Bakelski", "Torp", "Mwangira", "Ruiterskamp", "Quist")


def write_texts(folder, count):
    folder.mkdir(parents=True, exist_ok=True)
    rng = Random(1)
    for number in range(count):
        lines = [
            place.format(f"{{n|{rng.choice(FIRSTS)} {rng.choice(LASTS)}}}") for place in rng.sample(PLACES, 3)
        ]
        (folder / f"tekst_{number}.txt").write_text("kind: memo\n\n" + "\n\n".join(lines), encoding="utf-8")


@pytest.fixture
def small(monkeypatch, tmp_path):
    """A data folder and settings with which training takes seconds."""
    data = tmp_path / "data"
    for write in (files.write_novels, files.write_notes, files.write_law, files.write_treebanks):
        write(data)
    marks = tmp_path / "marks.tsv"
    marks.write_text(files.MARKS, encoding="utf-8")
    monkeypatch.setattr(treebanks, "PERSONS", marks)
    config = tmp_path / "config.toml"
    config.write_text(
        shipping.CONFIG.read_text(encoding="utf-8")
        .replace("rounds = 7", "rounds = 12")
        .replace("rate = 0.002", "rate = 0.01")
        .replace("batch = 2000", "batch = 200")
        .replace("rounds = 6", "rounds = 2")
        .replace("generated = 3000", "generated = 2"),
        encoding="utf-8",
    )
    monkeypatch.setattr(shipping, "CONFIG", config)
    monkeypatch.setattr(shipping, "NameStock", Stock)
    monkeypatch.setattr(shipping, "documents", lambda seed, count, stock: iter(()))
    write_texts(tmp_path / "written", 30)
    return tmp_path


class Stock:
    """Names without a folder of names."""

    def __init__(self, rng=None):
        self.first, self.surname = "Mia", "Torp"

    @classmethod
    def read(cls, folder):  # noqa: ARG003 - as the stock is called
        return cls()

    def person(self, rng):
        return self


def test_training_writes_a_pipeline_that_spacy_loads_and_says_what_it_was_made_from(small):
    said = []
    found = train(small / "data", [small / "written"], small / "out" / "model", said.append)
    pipeline = spacy.load(small / "out" / "model")
    assert [entity.text for entity in pipeline("Beste Ondrej Torp, dank voor het stuk.").ents] == [
        "Ondrej Torp"
    ]
    assert found.exact.marked > 0
    assert found.exact.recall > 0.5
    assert len(said) == 13
    meta = json.loads((small / "out" / "model" / "meta.json").read_text(encoding="utf-8"))
    assert meta["name"] == "lakmoes_persons"
    assert meta["performance"]["exact"]["marked"] == found.exact.marked
    assert "spacy_git_version" not in meta
    assert (small / "out" / "model" / "README.md").read_text(encoding="utf-8").startswith("# lakmoes_persons")
    assert "Bakelski" not in (small / "out" / "model" / "vocab" / "strings.json").read_text(encoding="utf-8")
    assert [path.name for path in (small / "out").iterdir()] == ["model"]


def test_training_twice_gives_the_same_weights_and_replaces_what_was_there(small):
    weights = small / "model" / "lakmoes_tagger" / "model"
    train(small / "data", [small / "written"], small / "model", lambda _: None)
    first = weights.read_bytes()
    (small / "model" / "old").touch()
    train(small / "data", [small / "written"], small / "model", lambda _: None)
    assert weights.read_bytes() == first
    assert not (small / "model" / "old").exists()


def test_a_missing_corpus_is_an_error_and_writes_nothing(small):
    (small / "data" / "ud_alpino" / "a.conllu").unlink()
    with pytest.raises(OSError, match="conllu"):
        train(small / "data", [], small / "model", lambda _: None)
    assert not (small / "model").exists()


@pytest.fixture
def without_written(monkeypatch):
    """No texts of the package are learnt again, which would take long."""
    monkeypatch.setattr(shipping, "FIELDS", ())


def test_an_organisation_goes_on_from_the_shipped_pipeline(small, without_written):
    texts = [read_text(path) for path in sorted((small / "written").iterdir())]
    found = train_further(texts, small / "own", lambda _: None)
    assert found.words.recall > 0.8
    own = load_pipeline(small / "own")
    assert own("Gisteren sprak mevrouw De Boer met Sjoerd Prins.").ents[-1].text == "Sjoerd Prins"
    changed, shipped = ((folder / "lakmoes_tagger/model").read_bytes() for folder in (small / "own", SHIPPED))
    assert changed != shipped


def test_the_texts_of_the_package_are_learnt_again_beside_an_organisations_own():
    known = [sample for field in shipping.FIELDS for sample in shipping.trained_on(shipping.WRITTEN / field)]
    assert len(known) > 200
    assert all(isinstance(sample, Sample) for sample in known)


def test_texts_without_marked_names_cannot_be_learnt_from(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("kind: memo\n\nGeen naam hier.", encoding="utf-8")
    with pytest.raises(ValueError, match="marked names"):
        train_further([read_text(path)], tmp_path / "own", lambda _: None)


def test_another_pipeline_cannot_be_trained_further(tmp_path, without_written):
    spacy.blank("nl").to_disk(tmp_path / "blank")
    write_texts(tmp_path / "texts", 6)
    texts = [read_text(path) for path in sorted((tmp_path / "texts").iterdir())]
    with pytest.raises(ResourceError):
        train_further(texts, tmp_path / "own", lambda _: None, start=tmp_path / "blank")
