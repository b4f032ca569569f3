from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.merging import merged
from lakmoes.model import Evidence, Finding, FindingKind, Span

NAME, PHONE, IBAN = FindingKind.NAME, FindingKind.TELEPHONE, FindingKind.IBAN


def finding(start, end, kind=NAME, score=0.9, detector="A", **more):
    span = Span(document_id="d", page_index=0, start=start, end=end)
    return Finding(
        span=span, kind=kind, evidence=(Evidence(detector=detector, rule="r", score=score),), **more
    )


def test_one_place_and_kind_is_one_finding_with_all_evidence_best_first():
    (single,) = merged([finding(3, 8, score=0.6, detector="B"), finding(3, 8, score=0.9, detector="A")])
    assert [evidence.detector for evidence in single.evidence] == ["A", "B"]


def test_the_same_reason_is_given_once_with_its_best_score():
    (single,) = merged([finding(3, 8, score=0.6), finding(3, 8, score=0.9)])
    assert [evidence.score for evidence in single.evidence] == [0.9]


def test_the_role_that_one_recognizer_knows_is_kept():
    (single,) = merged([finding(3, 8, score=0.95), finding(3, 8, score=0.6, detector="B", role="minister")])
    assert single.role == "minister"


def test_a_finding_inside_one_of_its_kind_gives_its_evidence():
    (single,) = merged([finding(3, 4, detector="B"), finding(0, 8)])
    assert (single.span.start, single.span.end) == (0, 8)
    assert {evidence.detector for evidence in single.evidence} == {"A", "B"}


def test_a_number_inside_a_longer_number_is_no_number():
    kinds = [found.kind for found in merged([finding(5, 15, PHONE), finding(0, 22, IBAN, score=0.99)])]
    assert kinds == [IBAN]


def test_a_surer_number_inside_an_unsure_one_stays():
    kinds = [
        found.kind for found in merged([finding(5, 15, PHONE, score=0.95), finding(0, 22, IBAN, score=0.6)])
    ]
    assert kinds == [IBAN, PHONE]


def test_a_name_inside_an_address_stays():
    kinds = [found.kind for found in merged([finding(0, 5), finding(0, 12, FindingKind.ADDRESS)])]
    assert kinds == [FindingKind.ADDRESS, NAME]


def test_terms_with_two_grounds_are_two_findings():
    term = finding(0, 5, FindingKind.TERM, ground="10.2.g")
    assert len(merged([term, replace(term, ground="10.1.c")])) == 2


findings = st.builds(
    lambda start, length, kind, score, detector: finding(start, start + length, kind, score, detector),
    st.integers(0, 20),
    st.integers(1, 10),
    st.sampled_from([NAME, PHONE, IBAN, FindingKind.OPINION]),
    st.sampled_from([0.5, 0.7, 0.9]),
    st.sampled_from("AB"),
)


@given(st.lists(findings, max_size=12), st.randoms())
def test_order_of_the_input_does_not_matter_and_once_is_enough(found, random):
    shuffled = random.sample(found, len(found))
    once = merged(found)
    assert merged(shuffled) == once
    assert merged(once) == once


@given(st.lists(findings, max_size=12))
def test_no_character_of_a_name_becomes_readable(found):
    def covered(some):
        return {place for f in some if f.kind is NAME for place in range(f.span.start, f.span.end)}

    assert covered(merged(found)) == covered(found)
