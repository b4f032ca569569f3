from dataclasses import replace

import pytest

from lakmoes.model import Evidence, FindingKind, Suggestion, TextSource, Treatment, Verdict, digest_of
from lakmoes.review import attach, review
from lakmoes.workflow.holding import Case
from lakmoes.workflow.material import PageFacts, ReviewDocument
from lakmoes.workflow.redacting import identifying_texts
from tests.builders import decision_on, document_of, entry_of, finding_of, page_of, span_of

PAGE = page_of("start Zeesperwer met Bo Leeuwerik van Watermolen B.V.")


def case_of(*found, redacted=True, extent=None):
    """A document of which the texts found are redacted or kept."""
    findings = [
        replace(
            finding_of(PAGE, text, kind), evidence=(Evidence(detector=detector, rule="regel", score=0.9),)
        )
        for text, kind, detector in found
    ]
    suggestions = tuple(
        Suggestion(finding=finding, grounds=("10.2.g",), treatment=Treatment.ASK, reason="reden")
        for finding in findings
    )
    facts = PageFacts(
        index=0, width=595.0, height=842.0, rotation=0, text_source=TextSource.DIGITAL, words=len(PAGE.words)
    )
    known = ReviewDocument(
        document=document_of(),
        pages=(facts,),
        suggestions=suggestions,
        texts=tuple(text for text, *_ in found),
        boxes=tuple(PAGE.boxes(finding.span) for finding in findings),
        copies=("",) * len(found),
        words=((0, 1),) * len(found),
    )
    verdict = Verdict.REDACT if redacted else Verdict.KEEP
    bodies = (decision_on(suggestion, PAGE, verdict, extent=extent) for suggestion in suggestions)
    entries = tuple(entry_of(body, number) for number, body in enumerate(bodies, start=1))
    attached = attach(suggestions, entries, lambda span: digest_of(PAGE.quote(span)))
    state = review(PAGE.document_id, suggestions, attached)
    return Case(known=known, state=state)


@pytest.mark.parametrize(
    ("text", "kind", "detector", "hidden"),
    [
        ("Bo Leeuwerik", FindingKind.NAME, "Names", True),
        ("Zeesperwer", FindingKind.DISADVANTAGE, "CodeNames", True),
        ("Zeesperwer", FindingKind.OPERATIONAL, "CodeNames", True),
        ("Watermolen B.V.", FindingKind.BUSINESS_DATA, "Firms", True),
        ("met", FindingKind.DISADVANTAGE, "Passages", False),
        ("Bo", FindingKind.NAME, "Names", False),
    ],
)
def test_names_of_people_projects_and_firms_may_stand_nowhere_else(text, kind, detector, hidden):
    assert identifying_texts([case_of((text, kind, detector))]) == ({text: "10.2.g"} if hidden else {})


def test_a_name_that_stays_readable_may_stand_anywhere():
    assert identifying_texts([case_of(("Zeesperwer", FindingKind.TERM, "Terms"), redacted=False)]) == {}


def test_a_name_of_which_people_changed_the_borders_is_looked_for_still():
    longer = span_of(PAGE, "met Bo Leeuwerik")
    case = case_of(("Bo Leeuwerik", FindingKind.NAME, "Names"), extent=longer)
    assert list(identifying_texts([case])) == ["Bo Leeuwerik"]
