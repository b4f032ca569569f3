"""The spaCy pipeline: where it comes from, how Presidio gets it, and its persons as hits.

In: a folder with a pipeline, or the name of an installed one; by default the one that ships with the package.
Out: the loaded pipeline as a Presidio ``NlpEngine``, and its persons as hits. Nothing is downloaded: what is
not there is an error. The pipeline can be used without Lakmoes' engine: import this module, then
``spacy.load`` it.
"""

import importlib.util
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import spacy
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine
from spacy.language import Language

from lakmoes.detection.opinion import Probabilities, persons_in, usual_probabilities
from lakmoes.detection.recognizer import LANGUAGE, Hit, Recognizer
from lakmoes.detection.tagger.component import PROBABILITIES, SCORE, TAGGER
from lakmoes.errors import ResourceError
from lakmoes.model import FindingKind

SHIPPED = Path(__file__).parent / "model"
"""The pipeline of the package, made by ``lakmoes.training.names``."""
PERSON_LABELS = ("PERSON", "PER")
"""How pipelines call persons: OntoNotes and CoNLL."""
NEEDED = frozenset({"tok2vec", "transformer", "ner", "entity_ruler", TAGGER})
"""Components that persons come from; the others are switched off."""
BATCH = 16
"""Pages that go through the pipeline at once."""


def load_pipeline(source: Path | str | None = None) -> Language:
    """The pipeline of a folder or of an installed package, with only the components that persons come from.

    Raises:
        ResourceError: There is no pipeline at that place or of that name, or it cannot be read.
    """
    place = SHIPPED if source is None else source
    if not Path(place).is_dir() and not (isinstance(place, str) and is_installed(place)):
        raise ResourceError("pipeline-missing", pipeline=place)
    try:
        pipeline = spacy.load(place)
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError("pipeline-unreadable", pipeline=place) from error
    pipeline.select_pipes(disable=[name for name in pipeline.pipe_names if name not in NEEDED])
    return pipeline


def is_installed(name: str) -> bool:
    """Whether a package of that name is installed."""
    return name.isidentifier() and importlib.util.find_spec(name) is not None


class LoadedPipeline(SpacyNlpEngine):
    """Presidio's view of a pipeline that is loaded already; of its entities only persons are left."""

    engine_name = "lakmoes"

    def __init__(self, pipeline: Language) -> None:
        labels = {label for name in pipeline.pipe_names for label in pipeline.pipe_labels.get(name, ())}
        super().__init__(
            models=[{"lang_code": LANGUAGE, "model_name": str(pipeline.meta["name"])}],
            ner_model_configuration=NerModelConfiguration(
                model_to_presidio_entity_mapping=dict.fromkeys(PERSON_LABELS, FindingKind.NAME.value),
                labels_to_ignore=sorted(labels - set(PERSON_LABELS)),
            ),
        )
        self.nlp = {LANGUAGE: pipeline}

    def artifacts(self, texts: Iterable[str]) -> Iterator[NlpArtifacts]:
        """What the pipeline makes of texts, in order."""
        for _, artifacts in self.process_batch(list(texts), LANGUAGE, batch_size=BATCH):
            yield artifacts


class PipelineRecognizer(Recognizer):
    """The persons that the spaCy pipeline found; the rule names the component, or the model.

    Legal basis: names of persons, Wob 10.2.e, Woo 5.1.2.e.
    """

    kinds: ClassVar = (FindingKind.NAME,)

    def __init__(self, model: str) -> None:
        super().__init__()
        self.model = model

    def find(self, text: str) -> Iterator[Hit]:
        """Nothing: the persons are in the artifacts, not in the text."""
        del text
        return iter(())

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """The persons among the artifacts as Presidio results."""
        if nlp_artifacts is None or (entities and FindingKind.NAME not in entities):
            return []
        usual = usual_probabilities(text, probabilities_of(nlp_artifacts))
        hits = (hit for entity in nlp_artifacts.entities for hit in self._hits(text, entity, usual))
        return [self._result(hit) for hit in hits]

    def _hits(self, text: str, entity: Any, usual: Mapping[str, float]) -> Iterator[Hit]:
        """The hits for an entity; a pipeline that does not tell how sure it is counts as sure."""
        own = entity._.get(SCORE)
        probability = 1.0 if own is None else own
        rule = entity.id_ or self.model
        return persons_in(text, (entity.start_char, entity.end_char), rule, probability, usual)


def probabilities_of(artifacts: NlpArtifacts) -> Probabilities:
    """Per word how likely it is part of a name; empty where the pipeline does not tell."""
    found: Probabilities = artifacts.tokens.user_data.get(PROBABILITIES, ())
    return found
