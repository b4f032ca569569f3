"""The app shows the numbers that people gave; its addresses have numbers of their own."""

import pytest
from starlette.testclient import TestClient

from lakmoes.model import RelationDecision
from lakmoes.web.app import create_app
from lakmoes.web.entrances import AccountEntrance, SessionCookie
from lakmoes.workflow import Order
from lakmoes.workflow.reviewing import opened_desk
from tests.builders import HANDLER
from tests.desks import say
from tests.dossiers import LETTER, MAIL, Unseen, write_pdf
from tests.web.conftest import AT, PASSWORD, Team

PAGES = ("/", "/kaart", "/logboek", "/personen", "/verschillen", "/steekproef")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nummers") / "dossier"
    folder.mkdir()
    write_pdf(folder / "05_mail.pdf", MAIL)
    write_pdf(folder / "05.1_brief.pdf", LETTER)
    write_pdf(folder / "06_mail.pdf", MAIL.replace("planning overleg", "tweede overleg"))
    return folder


@pytest.fixture(scope="module")
def out(folder):
    return folder.with_name("uit")


@pytest.fixture(scope="module")
def desk(folder, out):
    with opened_desk(Order(folder=folder, out=out, workers=1), Unseen()) as desk:
        yield desk


@pytest.fixture(scope="module")
def visitor(desk):
    server = create_app(desk, AccountEntrance(accounts=Team(HANDLER), cookie=SessionCookie()))
    client = TestClient(server, base_url=AT, headers={"X-Lakmoes": "1"})
    client.post("/aanmelden", data={"name": HANDLER.name, "password": PASSWORD})
    return client


def attachment(desk):
    return next(number for number, shown in desk.shown_numbers.items() if shown == "5.1")


def test_documents_stand_in_the_order_of_the_inventory(desk, visitor):
    answer = visitor.get("/api/dossier").json()
    assert [document["label"] for document in answer["documents"]] == ["5", "5.1", "6"]
    head = visitor.get(f"/api/documents/{attachment(desk)}").json()
    assert (head["label"], head["previous"], head["next"]) == ("5.1", 5, 6)


def test_no_page_shows_the_number_of_the_address(desk, visitor):
    number = attachment(desk)
    for address in (*PAGES, f"/documenten/{number}"):
        answer = visitor.get(address)
        assert answer.status_code == 200, address
        assert f">{number}<" not in answer.text
        assert f"ocument {number}" not in answer.text
    assert "Document 5.1" in visitor.get(f"/documenten/{number}").text


def test_hits_of_a_search_bear_it(visitor):
    hits = visitor.post("/api/search", json={"query": "aanleg van fietspaden"}).json()["hits"]
    assert "5.1" in {hit["label"] for hit in hits} <= {"5", "5.1", "6"}


def test_relations_and_what_stands_in_the_way_name_it(desk, visitor):
    mail = desk.document(6).document
    say(desk, RelationDecision(document_id=mail.id, type="attachment_of", other=attachment(desk)))
    assert visitor.get("/api/documents/6").json()["relation"]["text"] == "bijlage bij 5.1"
    rows = {row.shown: row for row in desk.inventory_rows()}
    assert rows["6"].relation == "bijlage bij 5.1"
    texts = [block["text"] for block in visitor.get(f"/api/documents/{attachment(desk)}").json()["blocks"]]
    assert texts
    assert all(text.startswith("Document 5.1") for text in texts)
