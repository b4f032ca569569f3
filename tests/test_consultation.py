"""What one third party may see, and that all else is covered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.consultation import Party, rest_of, shown
from lakmoes.model import Box, FindingKind, ReviewState, Suggestion, Treatment
from tests.builders import finding_of, page_of

PARTY = Party(names=("Waterwerk Oost B.V.", "Waterwerk"))
TEXT = """De gemeente vroeg drie offertes.

Waterwerk Oost
B.V. vroeg 40.000 euro, aldus Piet Jansen.

Pompgigant vroeg 30.000 euro."""
FRAME = Box(x0=0.0, y0=0.0, x1=100.0, y1=100.0)


def state_with(page, *places):
    """A document in which these texts are to be redacted, each with its kind and ground."""
    suggestions = [
        Suggestion(
            finding=finding_of(page, text, kind), grounds=(ground,), treatment=Treatment.REDACT, reason="test"
        )
        for text, kind, ground in places
    ]
    state = ReviewState(
        document_id=page.document_id,
        redactions=tuple((one.finding.span, one.grounds) for one in suggestions),
        regions=(),
        kept=(),
        open=(),
    )
    return state, {one.finding.span: one for one in suggestions}


def seen(text, *places, whole=False):
    page = page_of(text)
    result = shown(page, *state_with(page, *places), PARTY, whole=whole)
    quote = page.quote
    return (
        [quote(span) for span in result.passages],
        [quote(span) for span, _ in result.proposed],
        [quote(span) for span, _ in result.redactions],
        result.covered,
    )


NAME = ("Piet Jansen", FindingKind.NAME, "10.2.e")
FIRM = ("Waterwerk Oost\nB.V.", FindingKind.DISADVANTAGE, "10.2.g")
PRICE = ("40.000 euro", FindingKind.BUSINESS_DATA, "10.1.c")


def test_only_the_paragraph_that_names_the_party_is_shown():
    passages, *_, covered = seen(TEXT)
    assert passages == ["Waterwerk Oost B.V. vroeg 40.000 euro, aldus Piet Jansen."]
    assert covered


def test_names_and_data_of_the_party_are_shown_and_of_others_not():
    _, proposed, redactions, _ = seen(TEXT, NAME, FIRM, PRICE)
    assert proposed == ["Waterwerk Oost B.V.", "40.000 euro"]
    assert redactions == ["Piet Jansen"]


def test_data_are_not_shown_where_they_may_be_of_another_firm():
    text = "Waterwerk en Pompgigant vroegen 40.000 euro."
    other = ("Pompgigant", FindingKind.DISADVANTAGE, "10.2.g")
    _, proposed, redactions, _ = seen(text, other, PRICE)
    assert (proposed, redactions) == ([], ["Pompgigant", "40.000 euro"])


def test_an_opinion_that_names_the_party_stays_redacted():
    opinion = (
        "Ik vind dat Waterwerk zich in deze zaak niet goed heeft gedragen",
        FindingKind.OPINION,
        "11.1",
    )
    _, proposed, redactions, _ = seen(f"{opinion[0]}.", opinion)
    assert (proposed, len(redactions)) == ([], 1)


def test_of_a_long_paragraph_only_the_sentence_is_shown():
    text = "\n".join(
        [*["De pomp is oud en de sluis ook."] * 5, "Daarom belde", "Waterwerk. Het regende.", "Nu niet."]
    )
    assert seen(text)[0] == ["Daarom belde Waterwerk."]


def test_of_a_document_that_concerns_the_party_all_is_shown_but_redactions_of_others():
    passages, proposed, redactions, covered = seen(TEXT, NAME, FIRM, whole=True)
    assert len(passages) == 1
    assert (proposed, redactions, covered) == (["Waterwerk Oost B.V."], ["Piet Jansen"], ())


def test_a_page_that_does_not_concern_the_party_is_covered_whole():
    passages, _, _, covered = seen("De gemeente vroeg offertes. Onderwaterwerken en Waterwerkers.")
    assert passages == []
    assert covered == (Box(x0=0.0, y0=0.0, x1=595.0, y1=842.0),)


def test_a_page_without_text_is_never_shown():
    assert seen("", whole=True)[3] == (Box(x0=0.0, y0=0.0, x1=595.0, y1=842.0),)


def test_a_party_has_a_name():
    with pytest.raises(ValueError, match="name"):
        Party(names=(" . ",))


boxes = st.builds(
    lambda x, y, w, h: Box(x0=x, y0=y, x1=x + w, y1=y + h),
    *[st.integers(0, 90).map(float)] * 2,
    *[st.integers(1, 30).map(float)] * 2,
)


@given(st.lists(boxes, max_size=6))
def test_every_place_is_either_kept_or_covered_once(kept):
    rest = rest_of(FRAME, kept)
    for x in range(100):
        for y in range(100):
            inside = sum(box.contains(x + 0.5, y + 0.5) for box in rest)
            is_kept = any(box.contains(x + 0.5, y + 0.5) for box in kept)
            assert inside == (0 if is_kept else 1)
