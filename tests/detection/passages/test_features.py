import pytest

from lakmoes.detection.passages.context import statements
from lakmoes.detection.passages.cues import cue_book
from lakmoes.detection.passages.features import CUES, features_of
from lakmoes.model import DocumentKind
from tests.builders import page_of


def features_in(text, kind=DocumentKind.MEMO):
    found = [statement for statement in statements(kind, (page_of(text),)) if statement.judged]
    return dict(zip((s.text for s in found), features_of(found, cue_book(CUES)), strict=True))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ik vind dat onverstandig.", {"cue:eigen mening", "cue:waardering", "word:onverstandig"}),
        ("Start om 01.15 uur, 70 meter hoog.", {"form:time", "form:distance", "form:number"}),
        ("De prijs is € 1.250 per stuk.", {"form:amount", "form:great number", "cue:prijs en tarief"}),
        ("Hele paragraaf schrappen", {"form:ends in an infinitive"}),
        ("wie rijdt?", {"form:question", "form:begins in lower case"}),
        ("Bus met kenteken VX-417-B.", {"form:licence plate", "cue:voertuigen"}),
    ],
)
def test_words_and_forms_become_features(text, names):
    assert names <= set(features_in(text)[text])


def test_more_cues_of_a_group_weigh_more():
    features = features_in("Dat is wankel, slordig en onverstandig.")[
        "Dat is wankel, slordig en onverstandig."
    ]
    assert {"cue:waardering", "cue twice:waardering", "cue thrice:waardering"} <= set(features)


def test_neighbours_count_within_a_paragraph_only():
    features = features_in("Ik vind dat dom. De brief is weg.\n\nDe map is leeg.")
    assert "neighbour:eigen mening" in features["De brief is weg."]
    assert not [name for name in features["De map is leeg."] if name.startswith("neighbour")]


def test_circumstances_become_features():
    features = features_in("Optie\tNadeel\n\nStoppen\thet verwijt blijft")["het verwijt blijft"]
    assert {"column:nadeel", "zone:internal", "document kind:memo", "unit:cell"} <= set(features)


def test_a_document_tells_its_subject():
    features = features_in("De verdachte wordt gevolgd.\n\nDe map is leeg.")
    assert features["De map is leeg."]["document:opsporing"] == pytest.approx(1.0)


@pytest.mark.parametrize(
    "name",
    ["pair:<s> niet", "pair:niet doen", "pair:doen </s>", "begin:polit", "end:post", "end:tiepost"],
)
def test_pairs_and_ends_of_long_words_become_features(name):
    text = "Niet doen." if name.startswith("pair") else "De politiepost sluit."
    assert (name in features_in(text)[text]) == (name != "end:tiepost")


def test_a_row_and_a_column_say_what_a_bare_cell_is():
    text = "Nr\tPlaats\n\nA\twij observeren de loods\n\nB\thangar C"
    features = features_in(text, DocumentKind.PLANNING)["hangar C"]
    assert {"column:plaats", "side:b", "column share:waarneming en volgen"} <= set(features)


def test_a_sentence_within_a_quotation_is_told():
    features = features_in("Zij zei: ‘Ik was bang. Het was erg.’ Toen ging zij weg.")
    assert "form:goes on in a quotation" in features["Het was erg.’"]
    assert "form:goes on in a quotation" not in features["Toen ging zij weg."]
