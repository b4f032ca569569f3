from random import Random

import pytest

from lakmoes.detection.tagger.component import UNKNOWN
from lakmoes.training.names.fitting import Settings, batches, fit, learnt, new_pipeline, unvaried
from lakmoes.training.names.samples import Sample

PLACES = ("Beste {}, dank voor het stuk.", "Volgens {} is de brug dicht.", "{} belt morgen met de gemeente.")
PEOPLE = ("Sjoerd Bakelski", "Mia Torp", "Ondrej", "Van Mwangira", "Joke Ruiterskamp")


def samples():
    for person in PEOPLE:
        for place in PLACES:
            start = place.index("{")
            text = place.format(person)
            yield Sample(text=text, names=((start, start + len(person)),))
    yield Sample(text="De brug is dicht. De gemeente belt morgen.", names=())


@pytest.fixture(scope="module")
def trained():
    said = []
    pipeline = fit(
        new_pipeline(), [*samples()], unvaried, Settings(rounds=40, batch=60, rate=0.01), said.append
    )
    return pipeline, said


def test_names_are_learnt_from_what_stands_around_them(trained):
    pipeline, _ = trained
    (entity,) = pipeline("Beste Thorvaldson, dank voor het stuk.").ents
    assert (entity.text, entity.label_) == ("Thorvaldson", "PERSON")
    assert 0.5 < entity._.lakmoes_score <= 1
    assert pipeline("De gemeente belt morgen.").ents == ()


def test_every_round_is_reported_and_the_loss_falls(trained):
    _, said = trained
    assert len(said) == 40
    losses = [float(line.rsplit(" ", 1)[1]) for line in said]
    assert losses[-1] < losses[0] / 3


def test_the_same_seed_gives_the_same_weights():
    made = [
        fit(new_pipeline(), [*samples()], unvaried, Settings(rounds=2, seed=3), lambda _: None)
        for _ in range(2)
    ]
    first, second = (pipeline.get_pipe("lakmoes_tagger").model.to_bytes() for pipeline in made)
    assert first == second


def test_words_of_which_nothing_is_known_count_for_nothing():
    sample = Sample(text="Torp en Delft\nen Jo de\nWit", names=((17, 26),), unknown=((8, 13),))
    doc, target = learnt(new_pipeline(), sample)
    assert [token.text for token in doc if not token.is_space] == [
        "Torp",
        "en",
        "Delft",
        "en",
        "Jo",
        "de",
        "Wit",
    ]
    assert target.tolist() == [0, 0, UNKNOWN, 0, 1, 2, 3]


def test_batches_hold_every_sample_once_and_are_not_much_too_large():
    pipeline, all_samples = new_pipeline(), [*samples()]
    found = list(batches(pipeline, all_samples, unvaried, Random(1), 20))
    assert sum(len(docs) for docs, _ in found) == len(all_samples)
    assert max(sum(map(len, targets)) for _, targets in found) < 20 + 12
