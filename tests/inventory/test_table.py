from dataclasses import replace

import pytest

from lakmoes import nl
from lakmoes.inventory.columns import PRINTED, Column
from lakmoes.inventory.table import (
    cells_of,
    grounds_text,
    judgement_text,
    law_line,
    legend_columns,
    remarks_text,
    status,
    subtitle,
    summary,
    totals,
)
from lakmoes.model import GroundsForm, Judgement, Law
from tests.inventory.conftest import ROWS


@pytest.mark.parametrize(
    ("form", "several", "one"),
    [
        (GroundsForm.SENTENCE, "10.2.c, 10.2.e en 11.1 Wob", "10.2.e Wob"),
        (GroundsForm.CODES_LAW, "10.2.c, 10.2.e, 11.1 Wob", "10.2.e Wob"),
        (GroundsForm.CODES, "10.2.c, 10.2.e, 11.1", "10.2.e"),
    ],
)
def test_grounds_are_written_as_the_dossier_wants_them(inventory_with, form, several, one):
    inventory = inventory_with(grounds_form=form)
    row = inventory.rows[0]
    assert grounds_text(row, inventory) == several
    assert grounds_text(replace(row, grounds=("10.2.e",)), inventory) == one
    assert grounds_text(replace(row, grounds=()), inventory) == ""


def refused(**changes):
    values = {"judgement": Judgement.NOT_PUBLIC, "grounds": ("11.1",), "remarks": ()}
    row = replace(ROWS[3], **(values | changes))
    return replace(row, remarks=(row.relation, *row.remarks) if row.relation else row.remarks)


PRACTICE = (
    (
        refused(relation="conceptversies van 1, 2 en 7"),
        "11.1 Wob (conceptversies van 1, 2 en 7)",
        "",
    ),
    (
        refused(relation="bijlage bij 4; conceptversie van 9", remarks=("eigen reden",)),
        "11.1 Wob (conceptversie van 9)",
        "Bijlage bij 4; eigen reden",
    ),
    (
        replace(ROWS[0], relation="", remarks=("gedeeltelijk buiten reikwijdte verzoek",)),
        "10.2.c, 10.2.e en 11.1 Wob",
        "Gedeeltelijk buiten reikwijdte verzoek",
    ),
    (
        refused(judgement=Judgement.DUPLICATE, grounds=(), relation="dubbel, zie 9"),
        "",
        "Dubbel, zie 9",
    ),
    (
        refused(
            judgement=Judgement.ALREADY_PUBLIC,
            grounds=(),
            remarks=("reeds openbaar: https://example.nl/brief",),
        ),
        "",
        "Reeds openbaar: https://example.nl/brief",
    ),
)


@pytest.mark.parametrize(("row", "grounds", "remarks"), PRACTICE)
def test_grounds_and_remarks_read_as_in_practice(inventory_with, row, grounds, remarks):
    cells = cells_of(row, inventory_with(), PRINTED)
    assert (cells[Column.GROUNDS], cells[Column.REMARKS]) == (grounds, remarks)


@pytest.mark.parametrize(("row", "grounds", "remarks"), PRACTICE)
def test_remarks_go_with_the_grounds_where_they_have_no_column(inventory_with, row, grounds, remarks):
    [cell] = cells_of(row, inventory_with(), (Column.GROUNDS,)).values()
    remarks = remarks[:1].lower() + remarks[1:] if grounds else remarks
    assert cell == "; ".join(filter(None, (grounds, remarks)))


def test_a_relation_with_its_own_column_is_no_remark_too(inventory_with):
    columns = (Column.RELATION, Column.REMARKS)
    cells = cells_of(ROWS[0], inventory_with(), columns)
    assert list(cells.values()) == ["Conceptversie van 4", "Gedeeltelijk buiten reikwijdte verzoek"]


def test_columns_come_in_the_order_that_was_asked_for(inventory_with):
    inventory = inventory_with(concept=False)
    backwards = tuple(reversed(Column))
    cells = cells_of(inventory.rows[0], inventory, backwards)
    assert tuple(cells) == backwards
    assert list(cells.values())[:3] == ["definitief", "ab" * 32, "01_mail.pdf"]


def test_judgements_are_in_the_words_of_the_organisation(inventory_with):
    inventory = inventory_with(judgements={Judgement.NOT_PUBLIC: "Integraal weigeren"})
    assert judgement_text(Judgement.NOT_PUBLIC, inventory) == "Integraal weigeren"
    assert judgement_text(Judgement.PARTLY_PUBLIC, inventory) == "Gedeeltelijk openbaar"
    assert dict(totals(inventory))["Integraal weigeren"] == 1
    assert "1 integraal weigeren" in summary(inventory)


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        ([], ""),
        ([("draft_of", 4)], "conceptversie van 4"),
        ([("draft_of", 1), ("draft_of", 2), ("draft_of", "7.1")], "conceptversies van 1, 2 en 7.1"),
        (
            [("version_of", 3), ("attachment_of", 4), ("version_of", 5)],
            "versie van 3 en 5; bijlage bij 4",
        ),
    ],
)
def test_relations_of_one_type_are_said_together(pairs, text):
    assert nl.relation_text(pairs) == text
    assert nl.is_draft(text) is text.startswith("concept")


def test_remarks_stand_once_and_whole(inventory_with):
    rows = inventory_with().rows
    assert remarks_text(rows[0]) == "Conceptversie van 4; gedeeltelijk buiten reikwijdte verzoek"
    assert remarks_text(rows[2]).endswith("Lever een versie zonder wachtwoord aan.")
    assert remarks_text(rows[1]) == ""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Wob-verzoek 2021-034, verzoek van 25 januari 2021, besluit van 7 juni 2021"),
        ({"request_number": "", "request_date": None}, "Wob-verzoek, besluit van 7 juni 2021"),
        ({"law": Law.WOO, "request_date": None, "decision_date": None}, "Woo-verzoek 2021-034"),
    ],
)
def test_the_subtitle_names_the_request(inventory_with, changes, expected):
    assert subtitle(inventory_with(**changes)) == expected


def test_only_a_concept_says_why_this_law_and_that_it_is_one(inventory_with):
    concept, final = inventory_with(), inventory_with(concept=False)
    law = "Beoordeeld op grond van de Wet openbaarheid van bestuur (Wob)"
    assert (law_line(concept), law_line(final)) == (f"{law}: opgegeven met --law.", f"{law}.")
    assert (status(concept), status(final)) == ("CONCEPT – nog niet beoordeeld", "definitief")


def test_totals_add_up(inventory_with):
    counts = dict(totals(inventory_with()))
    assert counts == {
        "Documenten": 4,
        "Openbaar": 1,
        "Gedeeltelijk openbaar": 1,
        "Niet openbaar": 1,
        "Nog te beoordelen": 1,
        "Bladzijden": 6,
        "Lakkingen": 14,
        "Documenten met 10.2.c Wob": 1,
        "Documenten met 10.2.e Wob": 2,
        "Documenten met 11.1 Wob": 1,
    }
    assert summary(inventory_with()) == (
        "4 documenten: 1 openbaar, 1 gedeeltelijk openbaar, 1 niet openbaar en 1 nog te beoordelen."
    )
    assert summary(inventory_with(rows=())) == "0 documenten."


def test_the_legend_shows_own_codes_only_where_there_are_any(inventory_with):
    assert legend_columns(inventory_with()) == ("code", "label", "text")
    assert legend_columns(inventory_with(code_labels={"10.2.e": "10.2.e Wob"})) == ("code", "label", "text")
    assert legend_columns(inventory_with(code_labels={"10.2.e": "7"}))[0] == "printed"
