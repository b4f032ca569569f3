"""Training further on dossiers in which people decided everything; the learning itself is tested apart."""

import pytest

from lakmoes.errors import UsageError
from lakmoes.model import DocumentKind, FindingKind, Treatment, Verdict
from lakmoes.training.annotated import AnnotatedText
from lakmoes.workflow import training
from lakmoes.workflow.analysing import analysis_of
from lakmoes.workflow.holding import held
from lakmoes.workflow.opening import Order, opened
from lakmoes.workflow.training import reviewed_texts, train_anew, train_on_dossiers
from tests.builders import decision_on, entry_of
from tests.dossiers import LETTER, MAIL, Unseen, write_pdf


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory):
    """A dossier of two documents; everything in the first is decided, nothing in the second."""
    folder = tmp_path_factory.mktemp("beoordeeld") / "dossier"
    folder.mkdir()
    write_pdf(folder / "1.pdf", MAIL)
    write_pdf(folder / "2.pdf", MAIL.replace("Leeuwerik", "Roelofsen").replace("september", "oktober"))
    order = Order(folder=folder, out=folder.parent / "uit", workers=1)
    with opened(order) as dossier:
        case = held(dossier, Unseen(), {}).cases[1]
        pages = analysis_of(dossier, case.document).pages
        decisions = [
            decision_on(suggestion, pages[suggestion.finding.span.page_index], Verdict.REDACT)
            for suggestion in case.suggestions
            if suggestion.treatment is not Treatment.KEEP
        ]
        dossier.store.append([entry_of(decision) for decision in decisions], {})
    return order


@pytest.fixture
def learnt(monkeypatch):
    """What the trainers are given, in place of their minutes of work."""
    calls = {}
    monkeypatch.setattr(
        training, "write_weights", lambda texts, out: calls.update(weights=(list(texts), out))
    )
    monkeypatch.setattr(
        training, "train_further", lambda texts, out, report: calls.update(names=(texts, out))
    )
    monkeypatch.setattr(training, "train", lambda data, written, out, report: calls.update(anew=(data, out)))
    return calls


def test_only_a_document_that_is_decided_whole_is_learnt_from(reviewed):
    (text,) = reviewed_texts(reviewed, Unseen())
    names = [text.pages[0].text[start:end] for start, end, kind in text.marked[0] if kind is FindingKind.NAME]
    assert text.kind is DocumentKind.EMAIL
    assert "Joost Leeuwerik" in names
    assert not any("Roelofsen" in name for name in names)


def test_both_models_go_on_from_decided_documents(reviewed, learnt, tmp_path):
    trained = train_on_dossiers([reviewed], tmp_path / "modellen", Unseen(), print)
    texts, weights = learnt["weights"]
    assert (weights, learnt["names"]) == (trained.weights, (texts, trained.pipeline))
    assert (trained.documents, len(texts)) == (1, 1)
    assert trained.weights.parent.is_dir()


def test_a_dossier_without_decisions_teaches_nothing(learnt, tmp_path):
    folder = tmp_path / "dossier"
    folder.mkdir()
    write_pdf(folder / "1.pdf", LETTER)
    with pytest.raises(UsageError) as caught:
        train_on_dossiers(
            [Order(folder=folder, out=tmp_path / "uit", workers=1)], tmp_path / "modellen", Unseen(), print
        )
    assert caught.value.code == "nothing-decided"
    assert learnt == {}


def test_without_a_name_the_names_stay_as_they_are(learnt, monkeypatch, tmp_path):
    nameless = AnnotatedText(name="een", kind=DocumentKind.MEMO, pages=(), marked=())
    monkeypatch.setattr(training, "reviewed_texts", lambda order, progress: [nameless])
    trained = train_on_dossiers([Order(folder=tmp_path, out=tmp_path)], tmp_path / "m", Unseen(), print)
    assert trained.pipeline is None
    assert "names" not in learnt


def test_the_models_of_the_package_are_made_anew_from_a_data_folder(learnt, tmp_path):
    trained = train_anew(tmp_path / "data", tmp_path / "modellen", print)
    assert learnt["weights"] == ([], trained.weights)
    assert learnt["anew"] == (tmp_path / "data", trained.pipeline)
