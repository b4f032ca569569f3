from dataclasses import replace

import pytest

from lakmoes.inventory.table import (
    grounds_text,
    law_line,
    legend_columns,
    remarks_text,
    status,
    subtitle,
    summary,
    totals,
)
from lakmoes.model import Law


def test_grounds_are_written_as_a_decision_cites_them(inventory_with):
    row = inventory_with().rows[0]
    assert grounds_text(row, "Wob") == "10.2.c, 10.2.e en 11.1 Wob"
    assert grounds_text(replace(row, grounds=("10.2.e",)), "Wob") == "10.2.e Wob"
    assert grounds_text(replace(row, grounds=()), "Wob") == ""


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
