import json

import pytest
import spacy

from lakmoes.detection.pipeline import (
    SHIPPED,
    LoadedPipeline,
    PipelineRecognizer,
    load_pipeline,
    probabilities_of,
)
from lakmoes.errors import ResourceError


@pytest.fixture(scope="module")
def shipped():
    return load_pipeline()


def test_the_shipped_pipeline_is_in_the_package_and_small():
    size = sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file())
    assert size < 40 * 1024 * 1024


def test_the_shipped_pipeline_is_loaded_by_spacy_itself():
    pipeline = spacy.load(SHIPPED)
    assert pipeline.lang == "nl"
    assert pipeline.pipe_names == ["lakmoes_tagger"]


def test_the_shipped_pipeline_states_its_data_and_licence():
    meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert {source["license"] for source in meta["sources"]} >= {"CC BY-SA 4.0", "CC BY 4.0", "Apache-2.0"}
    assert meta["performance"]["words"]["marked"] > 500
    assert "CoNLL-2002 was used for measuring only" in (SHIPPED / "README.md").read_text(encoding="utf-8")


def test_the_shipped_pipeline_remembers_no_words_of_what_it_was_trained_on():
    words = json.loads((SHIPPED / "vocab" / "strings.json").read_text(encoding="utf-8"))
    fresh = set(spacy.blank("nl").vocab.strings)
    assert len(set(words) - fresh) < 50


PERSONS = [
    ("Gisteren sprak mevrouw De Boer met Sjoerd Prins over Den Haag.", ["De Boer", "Sjoerd Prins"]),
    ("Beste Thorvaldine,\n\nDank voor je mail.\n\nGroet,\nOmbretta", ["Thorvaldine", "Ombretta"]),
    ("Volgens Hiddinga is het plan niet haalbaar.", ["Hiddinga"]),
    ("Ik heb dat met El Mokhtari en Wiersinga besproken.", ["El Mokhtari", "Wiersinga"]),
    ("Aanwezig: P. Kromhoutje (voorzitter), mw. Adjei-Boateng", ["P. Kromhoutje", "Adjei-Boateng"]),
    ("De heer Krommendijk belde namens de bewoners.", ["Krommendijk"]),
    ("Actie voor Tjitske Vermeersch: nota afmaken.", ["Tjitske Vermeersch"]),
]
NOBODY = [
    "De minister van Justitie en Veiligheid stuurt de Kamer een brief over de Wet open overheid.",
    "Artikel 10, tweede lid, aanhef en onder e, van de Wob is van toepassing.",
    "De gemeente Rotterdam en de provincie Zuid-Holland overleggen met Rijkswaterstaat.",
    "Planning\n\nDatum\tOnderwerp\n\n3 mei\tBegroting en verantwoording",
    "De vergadering vindt plaats in het stadhuis aan de Coolsingel.",
    "Het rapport van TNO en het RIVM is in maart verschenen.",
]


@pytest.mark.parametrize(("text", "names"), PERSONS)
def test_the_shipped_pipeline_finds_persons_and_says_how_sure(shipped, text, names):
    entities = shipped(text).ents
    assert [entity.text for entity in entities] == names
    assert {entity.label_ for entity in entities} == {"PERSON"}
    assert all(0.4 < entity._.lakmoes_score <= 1 for entity in entities)


@pytest.mark.parametrize("text", NOBODY)
def test_the_shipped_pipeline_leaves_bodies_laws_and_places(shipped, text):
    assert shipped(text).ents == ()


def test_how_likely_each_word_is_a_name_is_kept(shipped):
    text = "Gisteren sprak mevrouw De Boer."
    (artifacts,) = LoadedPipeline(shipped).artifacts([text])
    likely = {text[start:end]: likely for start, end, likely in probabilities_of(artifacts)}
    assert likely["Boer"] > 0.5 > likely["sprak"]


def test_pages_do_not_influence_each_other(shipped):
    texts = [text for text, _ in PERSONS]
    apart = [[(entity.text, entity._.lakmoes_score) for entity in shipped(text).ents] for text in texts]
    together = [
        [(entity.text, entity._.lakmoes_score) for entity in document.ents]
        for document in shipped.pipe(texts)
    ]
    assert apart == together


def test_persons_become_hits_of_kind_name(shipped):
    text = "Gisteren sprak mevrouw De Boer."
    (artifacts,) = LoadedPipeline(shipped).artifacts([text])
    (result,) = PipelineRecognizer("x").analyze(text, [], artifacts)
    assert text[result.start : result.end] == "De Boer"
    assert result.entity_type == "name"


def test_artifacts_come_in_order(shipped):
    texts = [f"mevrouw De Boer {number}" for number in range(40)]
    made = list(LoadedPipeline(shipped).artifacts(texts))
    assert [artifacts.tokens.text for artifacts in made] == texts


@pytest.fixture
def with_ruler(tmp_path):
    pipeline = spacy.blank("nl")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Prins"}, {"label": "LOC", "pattern": "Delft"}])
    pipeline.add_pipe("sentencizer")
    pipeline.to_disk(tmp_path / "own")
    return tmp_path / "own"


def test_another_pipeline_can_be_used_and_only_its_persons_count(with_ruler):
    pipeline = load_pipeline(with_ruler)
    assert pipeline.pipe_names == ["entity_ruler"]
    text = "Prins woont in Delft"
    (artifacts,) = LoadedPipeline(pipeline).artifacts([text])
    results = PipelineRecognizer("own").analyze(text, [], artifacts)
    assert [text[result.start : result.end] for result in results] == ["Prins"]


@pytest.mark.parametrize("source", ["no_such_pipeline", "no/such/folder"])
def test_a_missing_pipeline_is_an_error_and_nothing_is_downloaded(source):
    with pytest.raises(ResourceError) as caught:
        load_pipeline(source)
    assert caught.value.code == "pipeline-missing"


def test_a_folder_that_is_no_pipeline_is_an_error(tmp_path):
    with pytest.raises(ResourceError) as caught:
        load_pipeline(tmp_path)
    assert caught.value.code == "pipeline-unreadable"
