"""The dossier as a whole through the API: persons, search, motivations, trail, sample, publishing, pages."""

import csv
import io
import time

import pymupdf
import pytest

from tests.builders import HANDLER, SECOND
from tests.web.places import decide, place_of

PAGES = [
    "/",
    "/kaart",
    "/personen",
    "/verschillen",
    "/zoeken",
    "/motivering",
    "/steekproef",
    "/logboek",
    "/publiceren",
    "/hulp",
    "/documenten/1",
]


def named(client, name):
    """The person of the register with a spelling that holds this."""
    for person in client.get("/api/persons").json()["persons"]:
        if any(name in spelling["text"] for spelling in person["spellings"]):
            return person
    return None


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_dutch_and_can_be_left_by_keyboard(visitor, path):
    answer = visitor.get(path)
    assert answer.status_code == 200
    assert '<html lang="nl">' in answer.text
    assert answer.text.count("<h1") == 1
    assert 'href="#inhoud"' in answer.text
    assert "None" not in answer.text


def test_the_dossier_says_what_is_open_and_what_blocks(visitor):
    dossier = visitor.get("/api/dossier").json()
    assert (dossier["title"], dossier["law"], dossier["concept"]) == ("Fietspaden", "Wob", True)
    assert dossier["settings"] == {"second_review": True, "pages_seen": False}
    first, _, letter, refused = dossier["documents"]
    assert first["open"] == first["marks"] > 3
    assert letter["kind"] == "brief"
    assert refused["refusal"].startswith("Dit soort bestand wordt niet verwerkt")
    assert {block["code"] for block in dossier["blocks"]} >= {"open", "not-finished", "motivation-missing"}
    assert all(block["text"] and block["address"].startswith("/") for block in dossier["blocks"])
    assert [ground["family"] for ground in dossier["grounds"] if ground["code"] == "10.2.e"] == ["person"]
    by_ground = {total["name"]: total["count"] for total in dossier["totals"]["by_ground"]}
    assert by_ground["10.2.e"] >= first["marks"]


def test_the_page_names_what_cannot_be_reviewed_and_why(visitor):
    text = visitor.get("/").text
    assert "Zet het om naar PDF" in text
    assert "is nog niet beslist" in text


def test_the_map_shows_every_page_with_its_state(handler):
    def states():
        documents = handler.get("/api/map").json()["documents"]
        return [[page["state"] for page in document["pages"]] for document in documents]

    assert states() == [["open", "plain"], ["open"], ["plain"]]
    for place in handler.get("/api/documents/1").json()["places"]:
        decide(handler, place)
    assert states()[0] == ["done", "plain"]
    page = handler.get("/api/map").json()["documents"][0]["pages"][0]
    assert (page["grounds"], page["families"]) == (["10.2.e"], ["person"])


def test_a_person_is_decided_on_once_for_all_places(handler):
    person = named(handler, "Leeuwerik")
    assert person["documents"] == [1, 2]
    assert person["open"] == person["redacted"] > 3
    assert len({spelling["text"] for spelling in person["spellings"]}) > 1
    assert person["examples"]
    form = {"verdict": "redact", "basis": person["basis"]}
    answer = handler.post(f"/api/persons/{person['id']}/decision", json=form).json()
    assert answer["changed"] == [1, 2]
    after = named(handler, "Leeuwerik")
    assert (after["verdict"], after["by"], after["open"]) == ("redact", HANDLER.name, 0)
    assert place_of(handler, 2)["by_person"]


def test_a_name_stays_everywhere_for_a_role_or_reason(handler):
    person = named(handler, "Leeuwerik")
    path = f"/api/persons/{person['id']}/decision"
    refused = handler.post(path, json={"verdict": "keep", "basis": 0})
    assert (refused.status_code, refused.json()["code"]) == (400, "keep-reason-needed")
    answer = handler.post(path, json={"verdict": "keep", "role": "woordvoerder", "basis": 0})
    after = named(handler, "Leeuwerik")
    assert (after["verdict"], after["decided_role"], after["redacted"]) == ("keep", "woordvoerder", 0)
    back = {"verdict": None, "basis": answer.json()["entries"][0]["id"]}
    handler.post(path, json=back)
    assert named(handler, "Leeuwerik")["redacted"] == person["redacted"]


def test_a_decision_on_a_person_that_is_stale_is_refused(handler, second):
    person = named(handler, "Leeuwerik")
    path = f"/api/persons/{person['id']}/decision"
    second.post(path, json={"verdict": "keep", "reason": "voorlichter", "basis": 0})
    answer = handler.post(path, json={"verdict": "redact", "basis": 0})
    assert (answer.status_code, answer.json()["entry"]["by"]) == (409, SECOND.name)


def test_persons_are_merged_and_split(handler):
    first, other = named(handler, "Leeuwerik"), named(handler, "Ouazzani")
    form = {"other": other["id"], "known": 0}
    assert handler.post(f"/api/persons/{first['id']}/merge", json=form).status_code == 200
    merged = named(handler, "Ouazzani")
    assert merged["id"] == first["id"]
    assert merged["places"] == first["places"] + other["places"]
    refused = handler.post(f"/api/persons/{first['id']}/merge", json=form)
    assert (refused.status_code, refused.json()["code"]) == (404, "not-found")
    spellings = [spelling["text"] for spelling in other["spellings"]]
    form = {"spellings": spellings, "known": 1}
    assert handler.post(f"/api/persons/{first['id']}/split", json=form).status_code == 200
    assert named(handler, "Leeuwerik")["places"] == first["places"]
    assert named(handler, "Ouazzani")["places"] == other["places"]


def test_a_merger_is_undone_and_done_again(handler):
    first, other = named(handler, "Leeuwerik"), named(handler, "Ouazzani")
    path = f"/api/persons/{first['id']}/merge"
    handler.post(path, json={"other": other["id"], "known": 0})
    handler.post("/api/undo", json={})
    assert named(handler, "Ouazzani")["id"] == other["id"]
    last = handler.get("/api/persons").json()["last"]
    assert handler.post(path, json={"other": other["id"], "known": last}).status_code == 200
    assert named(handler, "Ouazzani")["id"] == first["id"]


def test_a_split_leaves_someone(handler):
    person = named(handler, "Leeuwerik")
    form = {"spellings": [spelling["text"] for spelling in person["spellings"]]}
    answer = handler.post(f"/api/persons/{person['id']}/split", json=form)
    assert (answer.status_code, answer.json()["code"]) == (400, "split-leaves-one")


def test_the_whole_dossier_is_searched(visitor):
    found = visitor.post("/api/search", json={"query": "fietspad"}).json()
    assert {(hit["number"], hit["page"]) for hit in found["hits"]} == {(1, 2), (3, 1)}
    assert found["hits"][0]["hit"].lower().startswith("fietspad")
    assert visitor.post("/api/search", json={"query": '"bestaat niet"'}).json()["hits"] == []


def test_a_ground_is_motivated_from_a_standard_text(handler):
    def motivation():
        found = handler.get("/api/motivations").json()["motivations"]
        return next(one for one in found if one["ground"] == "10.2.e")

    one = motivation()
    assert one["needed"]
    assert one["places"] > 5
    assert (one["text"], one["basis"]) == ("", 0)
    assert len(one["standard"]) > 100
    form = {"ground": "10.2.e", "text": "Hier weegt de persoonlijke levenssfeer zwaarder.", "basis": 0}
    assert handler.post("/api/motivations", json=form).status_code == 200
    assert (motivation()["text"], motivation()["by"]) == (form["text"], HANDLER.name)
    assert handler.post("/api/motivations", json=form).status_code == 409
    assert "motivation-missing" not in {
        block["code"] for block in handler.get("/api/dossier").json()["blocks"] if block["ground"] == "10.2.e"
    }
    handler.post("/api/motivations", json=form | {"text": " ", "basis": motivation()["basis"]})
    assert motivation()["text"] == ""


def test_remarks_stand_beside_each_other(handler, second):
    subject = place_of(handler)["subject"]
    for client, text in ((handler, "Is dit dezelfde?"), (second, "Ja.")):
        client.post("/api/remarks", json={"subject": subject, "text": text, "document": 1})
    found = handler.get("/api/remarks", params={"subject": subject}).json()["remarks"]
    assert [(one["by"], one["text"]) for one in found] == [
        (HANDLER.name, "Is dit dezelfde?"),
        (SECOND.name, "Ja."),
    ]
    assert place_of(handler)["remarks"] == 2


def test_a_second_reviewer_sends_a_decision_back(handler, second):
    decide(handler, place_of(handler))
    place = place_of(second)
    form = {
        "about": place["decided"],
        "entry": place["entry"],
        "opinion": "question",
        "document": 1,
        "basis": place["assessment_basis"],
    }
    refused = second.post("/api/assessments", json=form)
    assert (refused.status_code, refused.json()["code"]) == (400, "question-needs-text")
    second.post("/api/assessments", json=form | {"text": "Waarom?"})
    place = place_of(handler)
    assert (place["assessment"], place["question"]) == ("questioned", "Waarom?")
    assert handler.get("/api/dossier").json()["documents"][0]["questions"] == 1
    decide(handler, place, verdict="keep")
    assert place_of(handler)["assessment"] == "none"


def test_nobody_agrees_with_themselves(second):
    decide(second, place_of(second))
    place = place_of(second)
    form = {"about": place["decided"], "entry": place["entry"], "opinion": "agree", "document": 1, "basis": 0}
    answer = second.post("/api/assessments", json=form)
    assert (answer.status_code, answer.json()["code"]) == (403, "own-decision")


def test_the_trail_tells_who_did_what_and_goes_out_as_csv(handler, second):
    decide(handler, place_of(handler))
    decide(second, place_of(second), verdict="keep")
    latest, first = handler.get("/api/trail").json()["rows"]
    assert (latest["by"], latest["document"], latest["page"]) == (SECOND.name, 1, 1)
    assert "lakken" in latest["before"]
    assert "laten staan" in latest["after"]
    assert handler.get("/api/trail", params={"before": latest["id"]}).json()["rows"] == [first]
    assert handler.get("/api/trail", params={"document": 2}).json()["rows"] == []
    exported = handler.get("/api/trail.csv")
    assert "attachment" in exported.headers["content-disposition"]
    rows = list(csv.reader(io.StringIO(exported.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 3
    assert "Leeuwerik" not in exported.text
    assert SECOND.name in handler.get("/logboek").text


def test_changes_since_are_told(handler, second):
    last = handler.get("/api/changes").json()["last"]
    decide(second, place_of(second))
    told = handler.get("/api/changes", params={"since": last}).json()
    assert (told["documents"], [entry["by"] for entry in told["entries"]]) == ([1], [SECOND.name])
    assert handler.get("/api/changes", params={"since": told["last"]}).json()["entries"] == []


def test_a_sample_is_drawn_answered_and_says_how_much_is_missed(handler):
    form = {"unit": "sentence", "size": 2, "seed": 7}
    (sample,) = handler.post("/api/sample", json=form).json()["samples"]
    assert (len(sample["items"]), sample["seed"], sample["bound"]) == (2, 7, None)
    for item in sample["items"]:
        form = {
            "sample": sample["subject"],
            "item": item["item"],
            "missed": False,
            "document": item["number"],
            "basis": 0,
        }
        answer = handler.post("/api/sample/answers", json=form)
    (sample,) = answer.json()["samples"]
    assert (sample["answered"], sample["missed"]) == (2, 0)
    assert 0 < sample["bound"] <= sample["population"]
    assert "95 %" in sample["text"]
    assert handler.get("/steekproef").text.count("data-item=") == 2


def test_publishing_writes_what_was_decided(handler, tmp_path):
    for number in (1, 2):
        for place in handler.get(f"/api/documents/{number}").json()["places"]:
            decide(handler, place, number, verdict="keep" if place["text"] == "06-12345678" else "redact")
    assert handler.get("/api/publish").json()["state"] == "idle"
    assert handler.post("/api/publish").status_code == 202
    assert handler.post("/api/publish").json()["code"] == "published-already"
    deadline = time.monotonic() + 120
    while (now := handler.get("/api/publish").json())["state"] == "running" and time.monotonic() < deadline:
        time.sleep(0.2)
    assert now["state"] == "done", now["message"]
    files = [row["file"] for row in now["outcome"]["rows"]]
    assert [bool(name) for name in files] == [True, True, True, False]
    with pymupdf.open(tmp_path / "uit" / "gelakt" / files[0]) as made:
        text = "".join(page.get_text() for page in made)
    assert "06-12345678" in text
    assert "Leeuwerik" not in text
