from dataclasses import replace

import pytest

from lakmoes.grounds import ground_book
from lakmoes.inventory.rows import (
    DocumentOutcome,
    Extent,
    InventoryContext,
    extent_of,
    inventory_of,
    inventory_row,
)
from lakmoes.model import Box, DocumentDecision, Judgement, Law, Note, ReviewState, Suggestion, Treatment
from tests.builders import document_of, finding_of, page_of, span_of

BOOK = ground_book(Law.WOB)
PAGE = page_of("Beste Bo, ik vind dit plan niets.\nGroet, Wietske")
OUT_OF_SCOPE = "buiten-reikwijdte"


def state_of(*redactions, regions=(), undecided=()):
    return ReviewState(
        document_id=PAGE.document_id,
        redactions=tuple((span_of(PAGE, text), codes) for text, *codes in redactions),
        regions=regions,
        kept=(),
        open=undecided,
    )


def outcome_of(state=None, number=1, **changes):
    document = changes.pop("document", document_of(number, title="Plan"))
    extent = extent_of([PAGE], state) if state else Extent()
    return DocumentOutcome(document=document, state=state, extent=extent, **changes)


def row_of(state=None, texts=None, **changes):
    return inventory_row(outcome_of(state, **changes), BOOK, texts or {})


@pytest.mark.parametrize(
    ("redactions", "judgement"),
    [
        ([], Judgement.PUBLIC),
        ([("Wietske", "10.2.e")], Judgement.PARTLY_PUBLIC),
        ([("Beste Bo, ik vind dit plan niets.\nGroet,", "11.1")], Judgement.PARTLY_PUBLIC),
        ([("Beste Bo, ik vind dit plan niets.\nGroet, Wietske", "11.1")], Judgement.NOT_PUBLIC),
        ([("Beste Bo, ik vind dit plan niets.", "11.1"), ("Groet, Wiet", "10.2.e")], Judgement.NOT_PUBLIC),
    ],
)
def test_the_judgement_follows_from_the_redactions(redactions, judgement):
    assert row_of(state_of(*redactions)).judgement is judgement


def test_nearly_every_word_is_every_word_but_not_a_word_less():
    extents = [Extent(words=100, redacted_words=count) for count in (97, 98, 100)]
    assert [extent.is_whole for extent in extents] == [False, True, True]
    assert not Extent().is_whole


def test_drawn_boxes_count_by_the_words_in_them():
    whole = (0, Box(x0=0, y0=0, x1=595, y1=842), ("10.2.e",))
    elsewhere = (1, Box(x0=0, y0=0, x1=595, y1=842), ("10.2.e",))
    assert row_of(state_of(regions=(whole,))).judgement is Judgement.NOT_PUBLIC
    assert row_of(state_of(regions=(elsewhere,))).judgement is Judgement.PARTLY_PUBLIC


def test_grounds_stand_in_the_order_of_the_law_and_each_once():
    row = row_of(state_of(("Bo", "11.1", "10.2.e"), ("plan", "10.1.c"), ("Wietske", "10.2.e")))
    assert row.grounds == ("10.1.c", "10.2.e", "11.1")
    assert row.redaction_count == 3


def test_out_of_scope_is_a_remark_and_no_ground():
    part = row_of(state_of(("plan", OUT_OF_SCOPE), ("Bo", "10.2.e")))
    assert (part.grounds, part.remarks) == (("10.2.e",), ("gedeeltelijk buiten reikwijdte verzoek",))
    whole = row_of(state_of((PAGE.text, OUT_OF_SCOPE)))
    assert (whole.judgement, whole.grounds) == (Judgement.NOT_PUBLIC, ())
    assert whole.remarks == ("geheel buiten reikwijdte verzoek",)


def test_a_duplicate_points_to_the_document_that_is_judged():
    row = row_of(document=replace(document_of(5), duplicate_of=3))
    assert (row.judgement, row.grounds, row.remarks) == (Judgement.DUPLICATE, (), ("dubbel, zie 3",))
    assert row.relation == "dubbel, zie 3"


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        (
            {"document": document_of(1, refusal="encrypted", page_count=0)},
            "Het bestand is beveiligd met een wachtwoord",
        ),
        ({"failure": "damaged-page", "locators": {"page": 4}}, "Bladzijde 4 is beschadigd"),
        ({"failure": "not-verified", "locators": {"checks": "tekst"}}, "De controle van het gelakte bestand"),
        ({"unread_pages": (2,)}, "bladzijde 2 kon niet worden gelezen: lees zelf"),
        ({"unread_pages": (2, 3, 5)}, "bladzijden 2, 3 en 5 konden niet worden gelezen: lees zelf"),
        ({"unread_pages": (2,), "failure": "page-unread", "locators": {"page": 2}}, "bladzijde 2 kon niet"),
        ({"state": None}, "nog niet verwerkt"),
    ],
)
def test_what_was_not_handled_is_undetermined_and_says_why(changes, remark):
    row = row_of(**{"state": state_of(("Bo", "10.2.e")), **changes})
    assert row.judgement is Judgement.UNDETERMINED
    assert (row.grounds, row.redaction_count) == ((), 0)
    assert row.remarks[0].startswith(remark)
    assert len(row.remarks) == 1


@pytest.mark.parametrize(
    ("pages", "remark"),
    [
        ((2,), "afbeelding op bladzijde 2 is niet doorzocht: bekijk die zelf"),
        ((2, 5), "afbeelding op bladzijden 2 en 5 is niet doorzocht: bekijk die zelf"),
    ],
)
def test_pictures_that_nobody_searched_are_remarked_also_where_nothing_is_redacted(pages, remark):
    row = row_of(state_of(), pictured_pages=pages)
    assert row.judgement is Judgement.PUBLIC
    assert row.remarks == (remark,)


def test_open_suggestions_and_telling_notes_are_remarked():
    suggestion = Suggestion(
        finding=finding_of(PAGE, "Bo"), grounds=("10.2.e",), treatment=Treatment.ASK, reason="Naam."
    )
    notes = (Note(code="attachments-removed", count=2), Note(code="metadata-removed"))
    row = row_of(
        state_of(("Bo", "10.2.e"), undecided=(suggestion,)), notes=notes, relation="conceptversie van 4"
    )
    assert row.relation == "conceptversie van 4"
    assert row.remarks == (
        "conceptversie van 4",
        "2 bijlage(n) in het PDF-bestand verwijderd",
        "1 voorstel nog niet beoordeeld",
    )


def test_a_decided_document_has_no_remarks_of_its_own():
    row = row_of(state_of(("Bo", "10.2.e")), published_name="01_plan.pdf", sha256="ab")
    assert (row.remarks, row.file_name, row.sha256) == ((), "01_plan.pdf", "ab")


def test_redacted_texts_stand_in_no_title_also_of_refused_documents():
    texts = {"Wietske": "10.2.e"}
    named = document_of(1, title="E-mail: voorstel Wietske")
    assert row_of(state_of(), texts, document=named).title == "E-mail: voorstel [10.2.e]"
    refused = replace(named, refusal="encrypted")
    assert row_of(None, texts, document=refused).title == "E-mail: voorstel [10.2.e]"


def test_a_title_that_is_a_redacted_passage_leaves_the_kind():
    document = document_of(1, title="ik vind dit plan niets")
    row = row_of(state_of(("ik vind dit plan niets", "11.1")), document=document)
    assert row.title == "E-mail: [11.1]"


def test_an_inventory_orders_its_rows_and_explains_the_grounds_they_use():
    rows = [
        row_of(state_of(("plan", OUT_OF_SCOPE), ("Bo", "11.1")), number=2),
        row_of(state_of(("Bo", "10.2.e")), number=1),
        row_of(state_of(), number=3),
    ]
    context = InventoryContext(code_labels={"10.2.e": "7"})
    inventory = inventory_of(context, rows, BOOK)
    assert [row.number for row in inventory.rows] == [1, 2, 3]
    assert [(entry.code, entry.printed) for entry in inventory.legend] == [
        ("10.2.e", "7"),
        ("11.1", "11.1"),
        (OUT_OF_SCOPE, OUT_OF_SCOPE),
    ]
    assert all(entry.label and entry.text for entry in inventory.legend)
    assert (inventory.law_name, inventory.law_title) == ("Wob", "Wet openbaarheid van bestuur")


def test_the_legend_of_a_wholly_public_dossier_is_empty():
    assert inventory_of(InventoryContext(), [row_of(state_of())], BOOK).legend == ()


@pytest.mark.parametrize(
    ("redactions", "shown"), [([("Wietske", "10.2.e")], True), ([(PAGE.text, "11.1")], False)]
)
def test_a_proposal_for_the_whole_is_a_remark_and_changes_no_judgement(redactions, shown):
    proposal = "voorstel, beoordeel zelf: weigeren als geheel"
    row = row_of(state_of(*redactions), proposal=proposal)
    assert (proposal in row.remarks) is shown
    assert row.judgement is row_of(state_of(*redactions)).judgement


def decided(judgement, **values):
    return DocumentDecision(
        document_id=PAGE.document_id, judgement=judgement, reason="Overlegd met Wietske.", **values
    )


@pytest.mark.parametrize(
    ("decision", "grounds", "remarks"),
    [
        (
            decided(Judgement.NOT_PUBLIC, grounds=("11.1", "10.2.g")),
            ("10.2.g", "11.1"),
            ("Overlegd met [10.2.e].",),
        ),
        (
            decided(Judgement.ALREADY_PUBLIC, link="https://example.org"),
            (),
            ("reeds openbaar: https://example.org",),
        ),
        (decided(Judgement.DUPLICATE, duplicate_of=9), (), ("dubbel, zie 9",)),
        (decided(Judgement.OUT_OF_SCOPE), (), ()),
        (decided(Judgement.SUSPENDED), (), ()),
    ],
)
def test_a_decision_on_the_whole_goes_before_what_follows_from_redactions(decision, grounds, remarks):
    row = row_of(state_of(("Wietske", "10.2.e")), {"Wietske": "10.2.e"}, decision=decision)
    assert (row.judgement, row.grounds, row.remarks) == (decision.judgement, grounds, remarks)
    assert row.redaction_count == 0


@pytest.mark.parametrize(
    ("said", "redactions", "judgement"),
    [
        (Judgement.PUBLIC, [("Wietske", "10.2.e")], Judgement.PARTLY_PUBLIC),
        (Judgement.PUBLIC, [], Judgement.PUBLIC),
        (Judgement.PARTLY_PUBLIC, [], Judgement.PUBLIC),
        (Judgement.PARTLY_PUBLIC, [(PAGE.text, "11.1")], Judgement.PARTLY_PUBLIC),
    ],
)
def test_what_is_said_of_a_published_document_agrees_with_its_file(said, redactions, judgement):
    assert row_of(state_of(*redactions), decision=decided(said)).judgement is judgement


def test_a_file_that_cannot_be_read_can_be_refused_but_not_called_public():
    refused = decided(Judgement.NOT_PUBLIC, grounds=("10.2.g",))
    assert row_of(failure="damaged", decision=refused).judgement is Judgement.NOT_PUBLIC
    public = row_of(failure="damaged", decision=decided(Judgement.PUBLIC))
    assert public.judgement is Judgement.UNDETERMINED


def test_the_duplicate_of_a_refused_document_points_to_it():
    document = document_of(3, duplicate_of=1)
    row = row_of(document=document, decision=decided(Judgement.NOT_PUBLIC, grounds=("10.2.g",)))
    assert (row.judgement, row.grounds, row.remarks) == (Judgement.DUPLICATE, (), ("dubbel, zie 1",))


def test_rows_stand_in_the_order_of_the_numbers_that_people_read():
    rows = [
        row_of(document=document_of(number, label=label))
        for number, label in ((1, "6"), (9, "5.1"), (5, "5"))
    ]
    inventory = inventory_of(InventoryContext(), rows, BOOK)
    assert [row.shown for row in inventory.rows] == ["5", "5.1", "6"]


def test_a_duplicate_refers_to_the_number_that_people_read():
    copy = document_of(4, duplicate_of=9)
    assert row_of(document=copy, shown={9: "5.1"}).relation == "dubbel, zie 5.1"
