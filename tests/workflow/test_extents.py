"""How much is redacted comes out the same with and without the pages."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.grounds import ground_book
from lakmoes.inventory.rows import extent_of
from lakmoes.model import Box, FindingKind, Law, ReviewState, Span
from lakmoes.suggest import suggest
from lakmoes.workflow.documents import Analysis
from lakmoes.workflow.extents import extent
from lakmoes.workflow.material import review_document
from lakmoes.workflow.suggesting import Proposed
from tests.builders import document_of, finding_of, page_of

TEXT = "Jan de Vries belt met Piet Jansen over het plan\nvan vrijdag en met Kees ook"
PAGES = (page_of(TEXT), page_of(f"Nog een keer {TEXT}", index=1))
DOCUMENT = document_of(id=PAGES[0].document_id, page_count=2)
NAMES = ("Jan de Vries", "Piet Jansen", "Vries belt met Piet", "met Piet Jansen over het plan", "Kees")
SUGGESTIONS = suggest(
    DOCUMENT,
    [finding_of(page, name, FindingKind.NAME) for page in PAGES for name in NAMES],
    ground_book(Law.WOB),
)
KNOWN = review_document(
    Proposed(analysis=Analysis(document=DOCUMENT, pages=PAGES, findings=()), suggestions=SUGGESTIONS), {}
)


def state_of(redactions, regions=()):
    return ReviewState(
        document_id=DOCUMENT.id, redactions=tuple(redactions), regions=tuple(regions), kept=(), open=()
    )


SUGGESTED = st.lists(st.sampled_from([one.finding.span for one in SUGGESTIONS]), unique=True)
OWN = st.builds(
    lambda page, start, length: Span(
        document_id=DOCUMENT.id, page_index=page, start=start, end=min(start + length, len(TEXT))
    ),
    st.integers(0, 1),
    st.integers(0, len(TEXT) - 2),
    st.integers(1, 20),
)
BOXES = st.builds(
    lambda page, x, y: (page, Box(x0=x, y0=y, x1=x + 90, y1=y + 20), ("11.1",)),
    st.integers(0, 1),
    st.integers(0, 500),
    st.integers(0, 100),
)


@given(SUGGESTED, st.lists(OWN, max_size=2), st.lists(BOXES, max_size=2))
def test_the_extent_is_that_of_all_pages(suggested, own, boxes):
    spans = sorted({*suggested, *own}, key=lambda span: (span.page_index, span.start, span.end))
    state = state_of(((span, ("10.2.e",)) for span in spans), boxes)
    assert extent(KNOWN, state, PAGES.__getitem__) == extent_of(PAGES, state)


def test_no_page_is_loaded_for_what_was_suggested():
    state = state_of((one.finding.span, one.grounds) for one in SUGGESTIONS)
    found = extent(KNOWN, state, pytest.fail)
    assert found == extent_of(PAGES, state)
    assert found.redacted_words > 10


def test_of_every_suggestion_the_same_is_known():
    with pytest.raises(ValueError, match="every suggestion"):
        replace(KNOWN, texts=KNOWN.texts[1:])
