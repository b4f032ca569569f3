"""The spaCy pipeline: its own component, where it comes from, and how Presidio gets it.

In: a folder with a pipeline, or the name of an installed one; by default the one that ships with the package.
Out: the loaded pipeline as a Presidio ``NlpEngine``, and its persons as hits. Nothing is downloaded: what is
not there is an error. The pipeline can be used without Lakmoes' engine: import this module, then
``spacy.load`` it.
"""

import importlib.util
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import spacy
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine
from spacy.language import Language
from spacy.tokens import Doc

from lakmoes.detection.recognizer import LANGUAGE, Hit, Recognizer
from lakmoes.detection.running import hit_of, running_names
from lakmoes.detection.tokens import tokenize
from lakmoes.errors import ResourceError
from lakmoes.model import FindingKind

SHIPPED = Path(__file__).parent / "model"
"""The pipeline of the package, made by ``lakmoes.training.build``."""
PERSON_LABELS = ("PERSON", "PER")
"""How pipelines call persons: OntoNotes and CoNLL."""
NAMES_COMPONENT = "lakmoes_names"
NEEDED = frozenset({"tok2vec", "transformer", "ner", "entity_ruler", NAMES_COMPONENT})
"""Components that persons come from; the others are switched off."""
BATCH = 16
"""Pages that go through the pipeline at once."""


STANDS_ALONE = 0.85
"""Score from which the evidence for a name stands by itself; weaker names need what the engine knows
besides."""


@Language.component(NAMES_COMPONENT, assigns=["doc.ents", "token.ent_type"])
def names_component(doc: Doc) -> Doc:
    """Sets the persons in running text, by rules and lists, where the tokens leave them whole."""
    tokens = tokenize(doc.text)
    hits = (hit_of(tokens, found) for found in running_names(doc.text) if found.score >= STANDS_ALONE)
    spans = (doc.char_span(hit.start, hit.end, label=PERSON_LABELS[0], span_id=hit.rule) for hit in hits)
    taken = {index for entity in doc.ents for index in range(entity.start, entity.end)}
    free = (span for span in spans if span is not None and taken.isdisjoint(range(span.start, span.end)))
    doc.set_ents(list(free), default="unmodified")
    return doc


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
        del text
        if nlp_artifacts is None or (entities and FindingKind.NAME not in entities):
            return []
        found = zip(nlp_artifacts.entities, nlp_artifacts.scores, strict=True)
        return [self._result(self._hit(entity, score)) for entity, score in found]

    def _hit(self, entity: Any, score: float) -> Hit:
        return Hit(
            start=entity.start_char,
            end=entity.end_char,
            kind=FindingKind.NAME,
            rule=entity.id_ or self.model,
            score=score,
        )
