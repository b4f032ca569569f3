import pytest

from lakmoes.detection.opinion import (
    DOUBTED,
    TRUSTED,
    persons_in,
    uncontested,
    usual_probabilities,
    weighed,
)
from lakmoes.detection.scores import ASKED
from lakmoes.model import Evidence, Finding, FindingKind, Span


def persons(source, probability=0.999, usual=()):
    """The names in a text whose entity stands between ``[[`` and ``]]``."""
    start = source.index("[[")
    text = source.replace("[[", "").replace("]]", "")
    end = source.index("]]") - 2
    return [
        (text[hit.start : hit.end], hit)
        for hit in persons_in(text, (start, end), "model", probability, dict(usual))
    ]


KEPT = [
    ("Gisteren sprak [[Kazamatsuri]] met ons.", ["Kazamatsuri"]),
    ("Aan: [[Bakelski, Ondrej]]\nVan", ["Bakelski, Ondrej"]),
    ("met [[Ondrej\nBakelski]] gesproken", ["Ondrej\nBakelski"]),
    ("lijst [[Bakelski\tMwangira]] x", ["Bakelski", "Mwangira"]),
    ("lijst [[Bakelski\n\nMwangira]] x", ["Bakelski", "Mwangira"]),
    ("groet, [[Ondrej B.]]", ["Ondrej B."]),
    ("groet van [[Ondrej.]]", ["Ondrej"]),
    ("sprak [[Ondrej Bakelski GGD]] ook", ["Ondrej Bakelski"]),
    ("sprak [[Ondrej Bakelski belde]] ook", ["Ondrej Bakelski"]),
    ("hoi [[sjoerd]], kom je?", ["sjoerd"]),
    ("aan [[Sjoerd van der]] 12", ["Sjoerd"]),
    ("de [[Volvano van Özlem]] staat", ["Volvano", "Özlem"]),
    ("over [[Zonnemeer\nSjoerd]], kom je?", ["Zonnemeer", "Sjoerd"]),
    ("van ([[H.E. Mr. van Bakelski]])", ["van Bakelski"]),
    ("Einde bericht.\n\n([[KS]])\n\nVolgend bericht", ["KS"]),
    ("Graag akkoord.\n\n[[CO]]", ["CO"]),
]
THINGS = [
    "in de [[Bakelskistraat]] 12",
    "zaal [[Ondrej Bakelski]] is vrij",
    "[[Bakelski]] B.V. levert",
    "apotheek [[Bakelski]] is dicht",
    "het [[OM]] beslist",
    "de [[2024]] versie",
    "in [[Den Haag]] gezien",
    "toestel [[AVX-20-118]] vliegt",
    "de [[trekhaak]] is los",
    "[[ ( ]]",
    "Zie verder.\n\n[[D. Cijferbladen]] en bijlagen",
    "de lezing van [[MoH]] volgt",
]


@pytest.mark.parametrize(("source", "names"), KEPT, ids=[source for source, _ in KEPT])
def test_entities_become_names(source, names):
    assert [name for name, _ in persons(source)] == names


@pytest.mark.parametrize("source", THINGS)
def test_things_are_no_persons(source):
    assert persons(source) == []


SCORES = [
    ("sprak [[Ondrej Bakelski]] met", 0.99, TRUSTED),
    ("sprak [[Ondrej Bakelski]] met", 0.6, ASKED),
    ("sprak [[Ruiterskamp]] met", 0.99, ASKED),
    ("sprak [[Sjoerd]] met", 0.99, TRUSTED),
    ("sprak [[Sjoerd]] met", 0.92, ASKED),
]


@pytest.mark.parametrize(("source", "probability", "score"), SCORES)
def test_what_only_the_pipeline_saw_counts_when_sure_and_is_asked_when_not(source, probability, score):
    ((_, hit),) = persons(source, probability)
    assert hit.score == score
    assert hit.rule == "model"
    assert hit.context == f"{probability:.2f}"


def test_a_single_word_that_no_list_knows_must_be_sure_and_usually_a_name():
    assert persons("sprak [[Ruiterskamp]] met", 0.9) == []
    assert persons("Einde. [[Ruiterskamp]] belt", 0.99) == []
    assert persons("sprak [[Ruiterskamp]] met", 0.99, {"Ruiterskamp": 0.4}) == []
    assert len(persons("sprak [[Ruiterskamp]] met", 0.99, {"Ruiterskamp": 0.97})) == 1


def test_how_likely_a_word_usually_is_a_name():
    text = "Torp en Torp en"
    likely = ((0, 4, 0.9), (5, 7, 0.0), (8, 12, 0.5), (13, 15, 0.0))
    assert usual_probabilities(text, likely) == {"Torp": pytest.approx(0.7)}


def finding(detector="ListNames", score=0.74, role="", kind=FindingKind.NAME):
    evidence = Evidence(detector=detector, rule="voornaam", score=score)
    span = Span(document_id="x", page_index=0, start=5, end=10)
    return Finding(span=span, kind=kind, evidence=(evidence,), role=role)


def probabilities(here):
    return ((0, 4, 0.9), (5, 10, here), (11, 14, 0.8))


def at(start, end, score, kind=FindingKind.NAME):
    evidence = Evidence(detector="x", rule="y", score=score)
    span = Span(document_id="x", page_index=0, start=start, end=end)
    return Finding(span=span, kind=kind, evidence=(evidence,))


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        (at(6, 10, 0.74), False),
        (at(0, 10, 0.74), True),
        (at(6, 10, 0.3), True),
        (at(12, 14, 0.9), True),
        (at(6, 10, 0.9, FindingKind.IBAN), True),
    ],
)
def test_a_doubtful_name_gives_way_to_a_likely_one_that_it_overlaps(other, kept):
    doubtful = at(0, 10, ASKED)
    assert (doubtful in uncontested([doubtful, other])) is kept
    assert other in uncontested([doubtful, other])


UNSEEN = probabilities(0.001)
PLAIN = "Toen Prins kwam"


def test_a_name_in_brackets_behind_a_unit_stands():
    assert weighed("DJX (Prins)", finding(), UNSEEN).score == 0.74


@pytest.mark.parametrize(("here", "score"), [(0.001, DOUBTED), (0.3, ASKED), (0.5, 0.74)])
def test_weak_evidence_of_lists_is_doubted_where_the_pipeline_sees_no_name(here, score):
    assert weighed(PLAIN, finding(), probabilities(here)).score == score
    assert weighed(PLAIN, finding(score=0.3), probabilities(here)).score == 0.3


@pytest.mark.parametrize(
    "other",
    [
        finding(score=0.92),
        finding(detector="MailHeads"),
        finding(role="minister"),
        finding(kind=FindingKind.ADDRESS),
    ],
)
def test_other_evidence_stands_whatever_the_pipeline_sees(other):
    assert weighed(PLAIN, other, UNSEEN) is other


def test_a_pipeline_without_probabilities_doubts_nothing():
    assert weighed(PLAIN, finding(), ()).score == 0.74


CUT = [
    ((0.99, 0.9, 0.0, 0.001), (0, 8)),
    ((0.99, 0.9, 0.0, 0.2), (0, 19)),
    ((0.99, 0.2, 0.0, 0.001), (0, 19)),
    ((0.0, 0.0, 0.0, 0.0), (0, 19)),
]


@pytest.mark.parametrize(("words", "range_"), CUT)
def test_words_behind_a_name_that_are_surely_none_are_cut(words, range_):
    text = "Jan Torp van Inkoop"
    places = ((0, 3), (4, 8), (9, 12), (13, 19))
    likely = tuple((*place, word) for place, word in zip(places, words, strict=True))
    span = Span(document_id="x", page_index=0, start=0, end=len(text))
    evidence = Evidence(detector="TitledNames", rule="titel", score=0.93)
    found = weighed(text, Finding(span=span, kind=FindingKind.NAME, evidence=(evidence,)), likely)
    assert (found.span.start, found.span.end) == range_
