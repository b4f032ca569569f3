"""Differences that are kept up to date are those that the whole would give."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from lakmoes.grounds import ground_book
from lakmoes.model import FindingKind, Law, Verdict, digest_of
from lakmoes.review import attach, review
from lakmoes.review.consistency import inconsistencies
from lakmoes.suggest import suggest
from lakmoes.workflow.documents import Analysis
from lakmoes.workflow.material import review_document
from lakmoes.workflow.reviewing.differing import Differences
from lakmoes.workflow.suggesting import Proposed
from tests.builders import decision_on, document_of, entry_of, finding_of, page_of

TEXT = "Visser belt De Boer. Visser mailt Smit."
BOOK = ground_book(Law.WOB)


def known(number):
    document = document_of(number)
    page = page_of(TEXT, document.id)
    findings = [
        finding_of(page, "Visser"),
        finding_of(page, "Visser", nth=1),
        finding_of(page, "De Boer", role="minister"),
        finding_of(page, "Smit", FindingKind.NAME),
    ]
    suggestions = suggest(document, findings, BOOK)
    analysis = Analysis(document=document, pages=(page,), findings=())
    # Half of the names are copies of one another: those of the first two documents.
    copies = {one.id: str(place) for place, one in enumerate(suggestions)} if number < 3 else {}
    return page, review_document(Proposed(analysis=analysis, suggestions=suggestions), copies)


PAGES, DOCUMENTS = {}, {}
for number in (1, 2, 3):
    PAGES[number], DOCUMENTS[number] = known(number)


def held(decisions):
    cases = {}
    for number, document in DOCUMENTS.items():
        page = PAGES[number]
        mine = [entry for at, entry in decisions if at == number]
        latest = {entry.subject: entry for entry in mine}
        attached = attach(document.suggestions, latest.values(), digest_at(page))
        state = review(document.document.id, document.suggestions, attached)
        cases[number] = SimpleNamespace(state=state, known=document, document=document.document)
    return SimpleNamespace(cases=cases)


def digest_at(page):
    return lambda span: digest_of(page.quote(span))


def whole(everything):
    texts = {key: text for found in DOCUMENTS.values() for key, text in found.by_id}
    copies = {
        one.id: key
        for found in DOCUMENTS.values()
        for one, key in zip(found.suggestions, found.copies, strict=True)
    }
    states = {case.document.id: case.state for case in everything.cases.values()}
    return inconsistencies(states, texts, copies)


CHOICES = st.tuples(
    st.sampled_from([1, 2, 3]),
    st.integers(0, 3),
    st.sampled_from([(Verdict.KEEP, ()), (Verdict.REDACT, ("10.2.e",)), (Verdict.REDACT, ("10.2.g",))]),
)


@given(st.lists(CHOICES, max_size=12))
def test_each_decision_leaves_what_comparing_everything_gives(choices):
    differences = Differences(DOCUMENTS)
    decisions = []
    for place, (at, index, (verdict, grounds)) in enumerate(choices, start=1):
        suggestion = DOCUMENTS[at].suggestions[index]
        body = decision_on(suggestion, PAGES[at], verdict, grounds=grounds)
        decisions.append((at, entry_of(body, place)))
        everything = held(decisions)
        assert differences.now(everything) == whole(everything)
