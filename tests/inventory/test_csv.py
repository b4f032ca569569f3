import csv
import io
from dataclasses import replace

import pytest

from lakmoes.inventory import csv as inventory_csv
from lakmoes.inventory.columns import Column
from tests.inventory.conftest import ROWS


def read(path):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_every_row_and_column_comes_back(tmp_path, inventory_with):
    inventory_csv.write(tmp_path / "i.csv", inventory_with())
    rows = read(tmp_path / "i.csv")
    assert [row["Nr"] for row in rows] == ["1", "2", "3", "4"]
    assert rows[0] == {
        "Nr": "1",
        "Document": "E-mailwisseling: start proef – été",
        "Datum": "2020-09-03",
        "Beslissing": "Gedeeltelijk openbaar",
        "Weigeringsgrond": "10.2.c, 10.2.e en 11.1 Wob",
        "Opmerkingen": "Conceptversie van 4; gedeeltelijk buiten reikwijdte verzoek",
        "Soort": "e-mail",
        "Bladzijden": "2",
        "Aantal lakkingen": "14",
        "Bestand": "01_mail.pdf",
        "SHA-256": "ab" * 32,
        "Status": "CONCEPT – nog niet beoordeeld",
    }
    assert (rows[2]["Document"], rows[2]["Datum"]) == ("Beveiligd stuk", "")


def test_chosen_columns_come_in_their_order_and_a_concept_says_so_still(tmp_path, inventory_with):
    columns = (Column.JUDGEMENT, Column.NUMBER)
    inventory_csv.write(tmp_path / "i.csv", inventory_with(columns=columns))
    assert list(read(tmp_path / "i.csv")[0]) == ["Beslissing", "Nr", "Status"]
    inventory_csv.write(tmp_path / "i.csv", inventory_with(columns=columns, concept=False))
    assert read(tmp_path / "i.csv")[0] == {"Beslissing": "Gedeeltelijk openbaar", "Nr": "1"}


def test_a_final_list_says_so(tmp_path, inventory_with):
    inventory_csv.write(tmp_path / "i.csv", inventory_with(concept=False))
    assert {row["Status"] for row in read(tmp_path / "i.csv")} == {"definitief"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝"])
def test_no_text_is_a_formula(tmp_path, inventory_with, sign):
    row = replace(
        ROWS[0], title=f"{sign}HYPERLINK(1)", file_name=f"{sign}x.pdf", remarks=(f"{sign}x",), relation=""
    )
    inventory_csv.write(tmp_path / "i.csv", inventory_with(rows=(row,)))
    [read_back] = read(tmp_path / "i.csv")
    for column in ("Document", "Bestand", "Opmerkingen"):
        assert read_back[column].startswith("'")


def test_spreadsheet_programs_read_accents_and_lines(tmp_path, inventory_with):
    inventory_csv.write(tmp_path / "i.csv", inventory_with())
    content = (tmp_path / "i.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfNr;Document;Datum;")
    assert content.count(b"\r\n") == content.count(b"\n") == 5
