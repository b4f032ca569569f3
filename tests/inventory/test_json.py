import json
import re
from datetime import date
from pathlib import Path

import pytest

from lakmoes.inventory import json as inventory_json
from lakmoes.inventory.columns import Column
from lakmoes.model import GroundsForm, Judgement

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "inventarislijst.md"


@pytest.fixture
def written(tmp_path, inventory_with):
    def write(**changes):
        inventory_json.write(tmp_path / "i.json", inventory_with(**changes))
        return json.loads((tmp_path / "i.json").read_text(encoding="utf-8"))

    return write


def fields_of(value, path=""):
    """The path of every field, lists counting as their items."""
    if isinstance(value, list):
        return {name for item in value for name in fields_of(item, f"{path}[]")}
    if isinstance(value, dict) and path not in ("totals.judgements", "totals.grounds"):
        return {
            found
            for name, item in value.items()
            for found in {f"{path}.{name}".lstrip("."), *fields_of(item, f"{path}.{name}".lstrip("."))}
        }
    return set()


def test_every_document_comes_back_with_all_its_fields(written):
    content = written()
    assert [document["number"] for document in content["documents"]] == [1, 2, 3, 4]
    assert content["documents"][0] == {
        "number": 1,
        "label": "1",
        "title": "E-mailwisseling: start proef – été",
        "date": "2020-09-03",
        "kind": "email",
        "judgement": "partly_public",
        "judgement_text": "Gedeeltelijk openbaar",
        "grounds": ["10.2.c", "10.2.e", "11.1"],
        "grounds_text": "10.2.c, 10.2.e en 11.1 Wob",
        "remarks": ["gedeeltelijk buiten reikwijdte verzoek"],
        "relation": "conceptversie van 4",
        "link": "",
        "page_count": 2,
        "redaction_count": 14,
        "file": "01_mail.pdf",
        "sha256": "ab" * 32,
    }
    assert content["documents"][1]["date"] is None


def test_it_says_what_it_is_and_of_which_request(written):
    content = written(concept=False, request_date=None, decision_date=date(2021, 6, 7))
    assert (content["format"], content["version"], content["status"]) == ("lakmoes-inventory", 1, "final")
    assert (content["request_date"], content["decision_date"]) == (None, "2021-06-07")
    assert content["law"] == {"code": "wob", "name": "Wob", "title": "Wet openbaarheid van bestuur"}
    assert written()["status"] == "concept"


def test_totals_count_by_code(written):
    assert written()["totals"] == {
        "documents": 4,
        "pages": 6,
        "redactions": 14,
        "judgements": {"public": 1, "partly_public": 1, "not_public": 1, "undetermined": 1},
        "grounds": {"10.2.c": 1, "10.2.e": 2, "11.1": 1},
    }


def test_columns_and_wording_change_nothing_but_the_texts(written):
    plain = written()
    styled = written(
        columns=(Column.NUMBER,),
        judgements={Judgement.NOT_PUBLIC: "Integraal weigeren"},
        grounds_form=GroundsForm.CODES,
    )
    assert styled["documents"][3]["judgement_text"] == "Integraal weigeren"
    assert styled["documents"][0]["grounds_text"] == "10.2.c, 10.2.e, 11.1"
    for one, other in zip(plain["documents"], styled["documents"], strict=True):
        texts = {"judgement_text", "grounds_text"}
        assert {k: v for k, v in one.items() if k not in texts} == {
            k: v for k, v in other.items() if k not in texts
        }


def test_the_documentation_names_every_field_and_no_other(written):
    _, _, table = DOCUMENTATION.read_text(encoding="utf-8").partition("## De velden")
    described = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
    assert sorted(described) == sorted(fields_of(written()))
