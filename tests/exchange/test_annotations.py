from dataclasses import replace

import pytest

from lakmoes.exchange.annotations import annotations_of, changes
from lakmoes.grounds import ground_book
from lakmoes.model import (
    Box,
    Decision,
    FindingKind,
    Law,
    RedactionAnnotation,
    Region,
    Suggestion,
    Treatment,
    Verdict,
    digest_of,
)
from lakmoes.review import Log, attach, review
from tests.builders import anchor_of, entry_of, finding_of, page_of, span_of

BOOK = ground_book(Law.WOB)
PAGE = page_of("Beste Visser van het team,\nbel 0612345678 over dit plan.\nGroet, Bakker en Vos")
NAME, PHONE = "Visser", "0612345678"


def suggestion_of(text, kind=FindingKind.NAME, treatment=Treatment.REDACT):
    grounds = () if treatment is Treatment.KEEP else ("10.2.e",)
    return Suggestion(
        finding=finding_of(PAGE, text, kind), grounds=grounds, treatment=treatment, reason="Reden."
    )


SUGGESTIONS = [
    suggestion_of(NAME),
    suggestion_of(PHONE, FindingKind.TELEPHONE, Treatment.ASK),
    suggestion_of("Vos", treatment=Treatment.KEEP),
]
OWN_TEXT = Decision(
    verdict=Verdict.REDACT, grounds=("11.1",), anchor=anchor_of(PAGE, span_of(PAGE, "dit plan"))
)
OWN_BOX = Decision(
    verdict=Verdict.REDACT,
    grounds=("10.2.g",),
    region=Region(document_id=PAGE.document_id, page_index=0, box=Box(x0=300, y0=300, x1=400, y1=350)),
)


def state_of(*decisions):
    entries = [entry_of(decision, number) for number, decision in enumerate(decisions, start=1)]
    decisions = Log(entries).all_holding(Decision)
    attached = attach(SUGGESTIONS, decisions, lambda span: digest_of(PAGE.quote(span)))
    return review(PAGE.document_id, SUGGESTIONS, attached)


STATE = state_of(OWN_TEXT, OWN_BOX)
WENT = annotations_of(STATE, [PAGE], BOOK)


def came_back(annotations):
    return changes(STATE, [PAGE], annotations, BOOK)


def with_changed(index, **values):
    return [replace(one, **values) if at == index else one for at, one in enumerate(WENT)]


def quoted(decision):
    return PAGE.quote(decision.extent or decision.anchor.span)


def test_all_that_is_or_may_be_redacted_goes_out():
    assert [one.overlay for one in WENT] == ["10.2.e", "10.2.e", "11.1", "10.2.g"]
    assert [one.kind for one in WENT] == ["naam", "telefoonnummer", "", ""]
    assert WENT[0].name == SUGGESTIONS[0].id
    assert WENT[0].author == "Lakmoes"
    assert WENT[2].author == "H. Handler"
    assert WENT[0].boxes == PAGE.boxes(SUGGESTIONS[0].finding.span)


def test_an_untouched_file_changes_nothing():
    bodies, account = came_back(WENT)
    assert bodies == ()
    assert account.unchanged == len(WENT)


def test_rounding_by_another_program_changes_nothing():
    rounded = [
        replace(
            one, boxes=tuple(Box(x0=box.x0 + 0.3, y0=box.y0 - 0.3, x1=box.x1, y1=box.y1) for box in one.boxes)
        )
        for one in WENT
    ]
    assert came_back(rounded)[0] == ()


def test_what_is_gone_or_rejected_stays_readable():
    rejected = [replace(WENT[1], state="Rejected"), *WENT[2:]]
    bodies, account = came_back(rejected)
    assert [(body.verdict, quoted(body)) for body in bodies] == [(Verdict.KEEP, PHONE), (Verdict.KEEP, NAME)]
    assert account.rejected == 2
    held = state_of(OWN_TEXT, OWN_BOX, *bodies)
    assert [PAGE.quote(span) for span, _ in held.redactions] == ["dit plan"]


def test_own_places_that_are_gone_are_taken_back():
    bodies, _ = came_back(WENT[:2])
    assert [body.subject for body in bodies] == [OWN_TEXT.subject, OWN_BOX.subject]
    assert state_of(OWN_TEXT, OWN_BOX, *bodies).regions == ()


def test_what_was_accepted_is_decided():
    bodies, account = came_back(with_changed(1, state="Accepted"))
    assert [(body.verdict, body.grounds) for body in bodies] == [(Verdict.REDACT, ("10.2.e",))]
    assert account.accepted == 1
    assert len(state_of(OWN_TEXT, OWN_BOX, *bodies).open) == 1


@pytest.mark.parametrize(
    ("overlay", "grounds"),
    [
        ("11.1", ("11.1",)),
        ("10.2e", ("10.2.e",)),
        ("10.2.g & 10.2.e Wob", ("10.2.e", "10.2.g")),
        ("artikel 10.2.c", ("10.2.c",)),
        ("buiten-reikwijdte", ("buiten-reikwijdte",)),
        ("geen idee", ("10.2.e",)),
        ("", ("10.2.e",)),
    ],
)
def test_the_ground_can_be_changed_in_any_notation(overlay, grounds):
    bodies, account = came_back(with_changed(0, overlay=overlay, contents=""))
    changed = grounds != ("10.2.e",)
    assert [body.grounds for body in bodies] == ([grounds] if changed else [])
    assert account.other_ground == changed


def test_a_box_over_other_words_moves_the_suggestion():
    wider = PAGE.boxes(span_of(PAGE, "Visser van het"))
    bodies, account = came_back(with_changed(0, boxes=wider))
    assert [(body.suggestion_id, quoted(body)) for body in bodies] == [(SUGGESTIONS[0].id, "Visser van het")]
    assert account.moved == 1


def test_a_box_that_left_its_text_is_a_place_of_ones_own():
    elsewhere = PAGE.boxes(span_of(PAGE, "Bakker"))
    bodies, _ = came_back(with_changed(0, boxes=elsewhere))
    assert [(body.verdict, quoted(body)) for body in bodies] == [
        (Verdict.KEEP, NAME),
        (Verdict.REDACT, "Bakker"),
    ]


def test_added_annotations_are_places_of_ones_own():
    text = RedactionAnnotation(
        name="elders-1", page_index=0, boxes=PAGE.boxes(span_of(PAGE, "Bakker en")), overlay="10.2.e"
    )
    box = RedactionAnnotation(
        name="", page_index=0, boxes=(Box(x0=10, y0=500, x1=90, y1=600),), contents="11.1"
    )
    bodies, account = came_back([*WENT, text, box])
    assert quoted(bodies[0]) == "Bakker en"
    assert (bodies[1].region.box, bodies[1].grounds) == (box.boxes[0], ("11.1",))
    assert account.added == 2


def test_an_added_annotation_without_a_ground_is_not_taken_over_in_silence():
    added = RedactionAnnotation(name="", page_index=0, boxes=(Box(x0=10, y0=500, x1=90, y1=600),))
    bodies, account = came_back([*WENT, added])
    assert bodies == ()
    assert account.without_ground == [1]


def test_a_copy_of_an_annotation_is_an_added_one():
    copied = replace(WENT[0], boxes=PAGE.boxes(span_of(PAGE, "Bakker")))
    bodies, account = came_back([*WENT, copied])
    assert [quoted(body) for body in bodies] == ["Bakker"]
    assert account.added == 1
