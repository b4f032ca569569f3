import pytest

from lakmoes.errors import UsageError
from lakmoes.grounds import ground_book
from lakmoes.model import DocumentKind, Evidence, Finding, FindingKind, Law, Treatment
from lakmoes.suggest import suggest
from tests.builders import document_of, finding_of, page_of, span_of

PAGE = page_of("Beste Visser, bel 06-12345678 of mail a.visser@voorbeeld.nl over Zandoog.")


@pytest.mark.parametrize(
    ("kind", "law", "ground"),
    [
        (FindingKind.NAME, Law.WOB, "10.2.e"),
        (FindingKind.NAME, Law.WOO, "5.1.2.e"),
        (FindingKind.BSN, Law.WOO, "5.1.1.e"),
        (FindingKind.OPERATIONAL, Law.WOB, "10.2.c"),
        (FindingKind.OPINION, Law.WOO, "5.2.1"),
        (FindingKind.OUT_OF_SCOPE, Law.WOO, "buiten-reikwijdte"),
    ],
)
def test_each_kind_gets_its_ground(kind, law, ground):
    (suggestion,) = suggest(document_of(), [finding_of(PAGE, "Visser", kind)], ground_book(law))
    assert suggestion.grounds == (ground,)
    assert suggestion.reason.endswith(".")


@pytest.mark.parametrize(
    ("kind", "score", "treatment"),
    [
        (FindingKind.NAME, 0.9, Treatment.REDACT),
        (FindingKind.NAME, 0.45, Treatment.ASK),
        (FindingKind.OPINION, 0.99, Treatment.ASK),
        (FindingKind.GENERAL_CONTACT, 0.99, Treatment.KEEP),
    ],
)
def test_score_and_kind_settle_the_treatment(kind, score, treatment):
    (suggestion,) = suggest(document_of(), [finding_of(PAGE, "Visser", kind, score)], ground_book(Law.WOB))
    assert suggestion.treatment is treatment


def test_a_weak_finding_gives_no_suggestion():
    assert suggest(document_of(), [finding_of(PAGE, "Visser", score=0.1)], ground_book(Law.WOB)) == ()


@pytest.mark.parametrize(
    ("role", "word"), [("burgemeester", "Bestuurder"), ("adviseur in het wild", "adviseur")]
)
def test_a_name_with_an_exempt_role_stays_with_its_reason(role, word):
    (suggestion,) = suggest(document_of(), [finding_of(PAGE, "Visser", role=role)], ground_book(Law.WOB))
    assert suggestion.treatment is Treatment.KEEP
    assert suggestion.grounds == ()
    assert word in suggestion.reason


def test_a_role_keeps_the_name_but_not_the_number_of_its_bearer():
    finding = finding_of(PAGE, "06-12345678", FindingKind.TELEPHONE, role="burgemeester")
    (suggestion,) = suggest(document_of(), [finding], ground_book(Law.WOB))
    assert suggestion.treatment is Treatment.REDACT


def test_nothing_in_published_news_is_an_opinion():
    finding = finding_of(PAGE, "Zandoog", FindingKind.OPINION)
    assert suggest(document_of(kind=DocumentKind.NEWS), [finding], ground_book(Law.WOB)) == ()
    assert suggest(document_of(kind=DocumentKind.MEMO), [finding], ground_book(Law.WOB))


def test_a_term_brings_its_own_ground():
    evidence = (Evidence(detector="terms", rule="term", score=1.0),)
    finding = Finding(
        span=span_of(PAGE, "Zandoog"), kind=FindingKind.TERM, evidence=evidence, ground="10.2.g"
    )
    (suggestion,) = suggest(document_of(), [finding], ground_book(Law.WOB))
    assert suggestion.grounds == ("10.2.g",)
    with pytest.raises(UsageError):
        suggest(document_of(), [finding], ground_book(Law.WOO))


def test_suggestions_follow_the_text_whatever_the_order_of_findings():
    findings = [finding_of(PAGE, text) for text in ("Visser", "Beste", "over")]
    book = ground_book(Law.WOB)
    assert suggest(document_of(), findings, book) == suggest(document_of(), findings[::-1], book)
