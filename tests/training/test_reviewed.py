import pytest

from lakmoes.grounds import ground_book
from lakmoes.model import Decision, FindingKind, Law, Treatment, Verdict, digest_of
from lakmoes.review import attach, review
from lakmoes.suggest import suggest
from lakmoes.training.reviewed import ReviewedDocument, reviewed_text
from tests.builders import anchor_of, decision_on, document_of, entry_of, finding_of, page_of, span_of

PAGE = page_of(
    "Jansen vindt dit plan te duur. De heer Visser belt 06-12345678. Minister Vos komt. Zie punt 3."
)
DOCUMENT = document_of(id=PAGE.document_id)
BOOK = ground_book(Law.WOB)
FINDINGS = [
    finding_of(PAGE, "Jansen"),
    finding_of(PAGE, "Jansen vindt dit plan te duur.", FindingKind.OPINION),
    finding_of(PAGE, "06-12345678", FindingKind.TELEPHONE),
    finding_of(PAGE, "Vos", role="minister"),
    finding_of(PAGE, "Zie", score=0.5),
]
SUGGESTIONS = suggest(DOCUMENT, FINDINGS, BOOK)


def digest_at(span):
    return digest_of(PAGE.quote(span))


def decided(verdicts=None, *added):
    """Every open suggestion decided: redacted, or what ``verdicts`` says of its text."""
    made = []
    for suggestion in SUGGESTIONS:
        if suggestion.treatment is Treatment.KEEP:
            continue
        verdict, grounds = (verdicts or {}).get(PAGE.quote(suggestion.finding.span), (Verdict.REDACT, ()))
        made.append(decision_on(suggestion, PAGE, verdict, grounds=grounds))
    return (*made, *added)


def learnt(decisions):
    entries = [entry_of(decision, number) for number, decision in enumerate(decisions, start=1)]
    state = review(DOCUMENT.id, SUGGESTIONS, attach(SUGGESTIONS, entries, digest_at))
    reviewed = ReviewedDocument(document=DOCUMENT, pages=[PAGE], suggestions=SUGGESTIONS, state=state)
    text = reviewed_text(reviewed, BOOK)
    return text and [(PAGE.text[start:end], kind) for start, end, kind in text.marked[0]]


def kept(*texts):
    return dict.fromkeys(texts, (Verdict.KEEP, ()))


MINISTER = ("Vos", FindingKind.NAME)
"""Stays for a role, and is a name all the same."""
OPINION = ("Jansen vindt dit plan te duur.", FindingKind.OPINION)


def test_nothing_is_learnt_while_something_is_open():
    assert learnt(decided()[:-1]) is None


def test_what_people_agreed_with_counts_as_it_was_suggested():
    assert learnt(decided(kept("Zie"))) == [OPINION, ("Jansen", FindingKind.NAME), MINISTER]


def test_what_people_rejected_is_nothing():
    assert learnt(decided(kept(OPINION[0], "Zie"))) == [("Jansen", FindingKind.NAME), MINISTER]


def test_another_ground_makes_it_another_kind():
    found = learnt(decided(kept("Zie") | {OPINION[0]: (Verdict.REDACT, ("10.2.c",))}))
    assert (OPINION[0], FindingKind.OPERATIONAL) in found


@pytest.mark.parametrize(
    ("text", "ground", "kind"),
    [
        ("Visser", "10.2.e", FindingKind.NAME),
        ("De heer Visser belt", "11.1", FindingKind.OPINION),
        ("3.", "10.2.e", None),
    ],
)
def test_what_people_added_is_learnt_by_its_ground(text, ground, kind):
    added = Decision(verdict=Verdict.REDACT, grounds=(ground,), anchor=anchor_of(PAGE, span_of(PAGE, text)))
    found = [it for it in learnt(decided(kept("Zie"), added)) if it[0] == text]
    assert found == ([(text, kind)] if kind else [])
