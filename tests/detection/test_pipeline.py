import pytest
import spacy

from lakmoes.detection.pipeline import SHIPPED, LoadedPipeline, PipelineRecognizer, load_pipeline
from lakmoes.errors import ResourceError


@pytest.fixture(scope="module")
def shipped():
    return load_pipeline()


def test_the_shipped_pipeline_is_in_the_package_and_small():
    size = sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file())
    assert size < 40 * 1024 * 1024


def test_the_shipped_pipeline_is_loaded_by_spacy_itself():
    assert spacy.load(SHIPPED).lang == "nl"


def test_the_shipped_pipeline_finds_persons_and_says_how(shipped):
    document = shipped("Gisteren sprak mevrouw De Boer met Sjoerd Prins over Den Haag.")
    assert [(entity.text, entity.label_) for entity in document.ents] == [
        ("De Boer", "PERSON"),
        ("Sjoerd Prins", "PERSON"),
    ]
    assert all(entity.id_ for entity in document.ents)


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
