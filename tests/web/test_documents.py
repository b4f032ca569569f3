"""Reviewing a document through the API: what is decided holds, and nobody overrules anyone unseen."""

import pytest
from starlette.testclient import TestClient

from tests.builders import HANDLER, SECOND
from tests.web.places import decide, place_of


def test_a_document_tells_its_pages_and_places(visitor):
    answer = visitor.get("/api/documents/1").json()
    assert (answer["number"], answer["page_count"], answer["progress"]) == (1, 2, "open")
    assert (answer["previous"], answer["next"]) == (None, 2)
    assert [page["page"] for page in answer["pages"]] == [1, 2]
    place = place_of(visitor)
    assert place["kind"] == "name"
    assert place["kind_text"] == "naam"
    assert place["verdict"] is None
    assert place["grounds"] == ["10.2.e"]
    assert place["basis"] == 0
    assert place["person"]["places"] > 1
    (rectangle,) = place["rects"]
    width, height = answer["pages"][0]["width"], answer["pages"][0]["height"]
    assert 0 < rectangle[0] < rectangle[2] < width
    assert 0 < rectangle[1] < rectangle[3] < height


@pytest.mark.parametrize(("verdict", "marks"), [("redact", 0), ("keep", -1)])
def test_a_decision_holds_and_names_its_maker(handler, verdict, marks):
    before = handler.get("/api/dossier").json()["documents"][0]
    answer = decide(handler, place_of(handler), verdict=verdict, item={"remark": "zeker"}).json()
    place = place_of(handler)
    assert (place["verdict"], place["by"], place["role"]) == (verdict, HANDLER.name, "handler")
    assert (place["remark"], place["basis"]) == ("zeker", answer["entries"][0]["id"])
    assert answer["changed"] == [1]
    assert [one for one in answer["places"] if one["subject"] == place["subject"]] == [place]
    after = handler.get("/api/dossier").json()["documents"][0]
    assert after["open"] == before["open"] - 1
    assert after["marks"] == before["marks"] + marks


def test_a_stale_decision_is_refused_with_what_the_other_decided(handler, second):
    place = place_of(handler)
    decide(second, place, verdict="keep")
    answer = decide(handler, place)
    assert (answer.status_code, answer.json()["code"]) == (409, "decided-meanwhile")
    assert answer.json()["entry"]["by"] == SECOND.name
    assert "laten staan" in answer.json()["entry"]["what"]
    assert place_of(handler)["verdict"] == "keep"
    assert decide(handler, place_of(handler)).status_code == 200


def test_an_act_is_accepted_or_refused_as_a_whole(handler, second):
    one, other = place_of(handler), place_of(handler, text="j.leeuwerik")
    decide(second, other, verdict="keep")
    items = [{"id": place["id"], "verdict": "redact", "basis": 0} for place in (one, other)]
    assert handler.post("/api/documents/1/decisions", json={"items": items}).status_code == 409
    assert place_of(handler)["verdict"] is None


def test_what_is_alike_is_shown_and_decided_at_once(handler):
    place = place_of(handler, text="06-12345678")
    found = handler.get("/api/documents/1/alike", params={"id": place["id"], "how": "identical"}).json()
    assert [(hit["number"], hit["text"], hit["verdict"]) for hit in found["hits"]] == [
        (2, "06-12345678", None)
    ]
    assert "morgen" in found["hits"][0]["before"]
    answer = decide(handler, place, also="identical", known=found["last"])
    assert answer.json()["changed"] == [1, 2]
    assert place_of(handler, 2, "06-12345678")["verdict"] == "redact"


def test_of_what_is_alike_only_what_was_chosen_is_decided(handler):
    decide(handler, place_of(handler, text="06-12345678"), also="identical", only=[])
    assert place_of(handler, 1, "06-12345678")["verdict"] == "redact"
    assert place_of(handler, 2, "06-12345678")["verdict"] is None


def test_what_someone_decided_meanwhile_on_what_is_alike_is_not_overruled(handler, second):
    place = place_of(handler, text="06-12345678")
    found = handler.get("/api/documents/1/alike", params={"id": place["id"], "how": "identical"}).json()
    decide(second, place_of(second, 2, "06-12345678"), number=2, verdict="keep")
    answer = decide(handler, place, also="identical", known=found["last"])
    assert (answer.status_code, answer.json()["entry"]["by"]) == (409, SECOND.name)


def test_equal_texts_that_were_decided_differently_are_shown(handler):
    decide(handler, place_of(handler, 1, "06-12345678"), 1, "redact")
    decide(handler, place_of(handler, 2, "06-12345678"), 2, "keep")
    found = handler.get("/api/inconsistencies").json()["differences"]
    places = [place for one in found for place in one["places"] if place["text"] == "06-12345678"]
    assert {(place["number"], place["verdict"]) for place in places} == {(1, "redact"), (2, "keep")}
    assert place_of(handler, 1, "06-12345678")["inconsistent"]
    assert "06-12345678" in handler.get("/verschillen").text


def test_selected_text_is_redacted_and_taken_back(handler):
    words = handler.get("/api/documents/1/pages/2/words").json()["words"]
    word = next(word for word in words if word["text"] == "fietspaden.")
    item = {
        "own": "text",
        "page": 2,
        "start": word["start"],
        "end": word["end"] - 1,
        "grounds": ["11.1"],
        "basis": 0,
    }
    answer = handler.post("/api/documents/1/decisions", json={"items": [item]}).json()
    own = next(place for place in answer["places"] if place["own"] == "text")
    assert (own["text"], own["page"], own["grounds"]) == ("fietspaden", 2, ["11.1"])
    assert own["rects"][0][0] == pytest.approx(word["rect"][0], abs=0.1)
    body = {"subject": own["subject"], "basis": own["basis"]}
    taken = handler.post("/api/documents/1/withdraw", json=body).json()
    assert not [place for place in taken["places"] if place["own"]]


def test_a_drawn_box_is_redacted_and_gets_another_ground(handler):
    item = {"own": "box", "page": 2, "rect": [50, 300, 250, 340], "grounds": ["10.2.e"], "basis": 0}
    answer = handler.post("/api/documents/1/decisions", json={"items": [item]}).json()
    own = next(place for place in answer["places"] if place["own"] == "box")
    assert own["rects"] == [[50, 300, 250, 340]]
    again = {"subject": own["subject"], "verdict": "redact", "grounds": ["10.2.g"], "basis": own["basis"]}
    answer = handler.post("/api/documents/1/decisions", json={"items": [again]}).json()
    assert [place["grounds"] for place in answer["places"] if place["own"]] == [["10.2.g"]]


def test_a_whole_page_is_redacted(handler):
    answer = handler.post("/api/documents/1/whole", json={"page": 2, "grounds": ["11.1"]}).json()
    (own,) = [place for place in answer["places"] if place["own"]]
    page = handler.get("/api/documents/1").json()["pages"][1]
    assert own["rects"] == [[0, 0, page["width"], page["height"]]]


def test_undo_and_redo_go_by_person(handler, second):
    decide(handler, place_of(handler))
    decide(second, place_of(second, text="j.leeuwerik"), verdict="keep")
    answer = handler.post("/api/undo", json={"document": 1}).json()
    assert (answer["document"]["undo"], answer["document"]["redo"]) == (False, True)
    assert place_of(handler)["verdict"] is None
    assert place_of(handler, text="j.leeuwerik")["verdict"] == "keep"
    handler.post("/api/redo", json={"document": 1})
    assert place_of(handler)["verdict"] == "redact"
    assert handler.post("/api/undo", json={}).json()["changed"] == [1]


def test_a_page_is_seen_once(handler):
    first = handler.post("/api/documents/1/seen", json={"page": 2}).json()
    again = handler.post("/api/documents/1/seen", json={"page": 2}).json()
    assert (len(first["entries"]), again["entries"]) == (1, [])
    assert [page["seen"] for page in handler.get("/api/documents/1").json()["pages"]] == [False, True]


def test_pictures_are_asked_once(visitor):
    first = visitor.get("/api/documents/1/pages/1/picture", params={"dpi": 60})
    assert first.content.startswith(b"\x89PNG")
    assert first.headers["cache-control"].startswith("private")
    tag = {"If-None-Match": first.headers["etag"]}
    assert visitor.get("/api/documents/1/pages/1/picture?dpi=60", headers=tag).status_code == 304
    assert visitor.get("/api/documents/1/pages/1/picture?dpi=61", headers=tag).status_code == 200


def test_the_preview_is_the_redacted_file(handler):
    plain = handler.get("/api/documents/1/pages/1/picture?dpi=60").content
    preview = handler.get("/api/documents/1/pages/1/preview?dpi=60")
    assert preview.content.startswith(b"\x89PNG")
    assert preview.content != plain
    report = handler.get("/api/documents/1/report").json()
    assert report["passed"]
    assert {"tekst onder lakkingen"} <= {check["text"] for check in report["checks"]}


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ({"judgement": "not_public", "grounds": ["11.1"], "reason": "intern beraad"}, "niet openbaar"),
        (
            {"judgement": "already_public", "reason": "staat online", "link": "https://voorbeeld.example/x"},
            "reeds openbaar",
        ),
        ({"judgement": "duplicate", "reason": "zie 2", "duplicate_of": 2}, "reeds beoordeeld"),
        ({"judgement": "out_of_scope", "reason": "ander onderwerp"}, "buiten reikwijdte"),
        ({"judgement": "suspended", "reason": "zienswijze"}, "opgeschort"),
    ],
)
def test_a_document_is_decided_on_as_a_whole_and_taken_back(handler, form, text):
    answer = handler.post("/api/documents/1/judgement", json=form | {"basis": 0}).json()["document"]
    assert (answer["judgement"]["text"], answer["judgement"]["derived"]) == (text, False)
    assert handler.get("/api/dossier").json()["documents"][0]["judgement_text"] == text
    back = {"judgement": None, "basis": answer["judgement"]["basis"]}
    answer = handler.post("/api/documents/1/judgement", json=back).json()["document"]
    assert (answer["judgement"]["text"], answer["judgement"]["derived"]) == ("gedeeltelijk openbaar", True)


def test_a_relation_is_said_and_taken_back(handler):
    form = {"type": "draft_of", "other": 2, "reason": "zelf gezien", "basis": 0}
    relation = handler.post("/api/documents/1/relation", json=form).json()["document"]["relation"]
    assert (relation["text"], relation["derived"]) == ("conceptversie van 2", False)
    back = {"taken_back": True, "basis": relation["basis"]}
    relation = handler.post("/api/documents/1/relation", json=back).json()["document"]["relation"]
    assert relation["derived"]


@pytest.mark.parametrize(
    ("path", "form", "status", "code"),
    [
        ("documents/1/decisions", {"items": []}, 422, "input-wrong"),
        (
            "documents/1/decisions",
            {"items": [{"id": "x", "verdict": "redact", "basis": 0}]},
            404,
            "no-such-suggestion",
        ),
        (
            "documents/1/decisions",
            {"items": [{"id": "x", "verdict": "lakken", "basis": 0}]},
            422,
            "input-wrong",
        ),
        (
            "documents/1/decisions",
            {"items": [{"id": "x", "verdict": "keep", "basis": 0, "teveel": 1}]},
            422,
            "input-wrong",
        ),
        (
            "documents/1/decisions",
            {"items": [{"own": "box", "page": 1, "rect": [1, 1, 1, 1], "grounds": ["11.1"], "basis": 0}]},
            400,
            "box-too-small",
        ),
        (
            "documents/1/decisions",
            {"items": [{"own": "box", "page": 1, "rect": [1, 1, 90, 90], "basis": 0}]},
            400,
            "ground-needed",
        ),
        (
            "documents/1/decisions",
            {"items": [{"own": "box", "page": 9, "rect": [1, 1, 90, 90], "grounds": ["11.1"], "basis": 0}]},
            404,
            "no-such-page",
        ),
        (
            "documents/1/decisions",
            {"items": [{"own": "box", "page": 1, "rect": [1, 1, 90, 90], "grounds": ["99.9"], "basis": 0}]},
            400,
            "unknown-ground",
        ),
        (
            "documents/1/decisions",
            {"items": [{"subject": "box/x", "verdict": "keep", "basis": 0}]},
            404,
            "not-found",
        ),
        (
            "documents/9/decisions",
            {"items": [{"id": "x", "verdict": "redact", "basis": 0}]},
            404,
            "no-such-document",
        ),
        ("documents/4/seen", {"page": 1}, 404, "no-such-document"),
        ("documents/1/seen", {"page": 3}, 404, "no-such-page"),
        ("documents/1/withdraw", {"subject": "box/x", "basis": 0}, 404, "not-found"),
        (
            "documents/1/judgement",
            {"judgement": "not_public", "reason": "x", "basis": 0},
            400,
            "judgement-incomplete",
        ),
        ("documents/1/judgement", {"judgement": "public", "basis": 0}, 400, "judgement-incomplete"),
        (
            "documents/1/judgement",
            {"judgement": "already_public", "reason": "x", "link": "javascript:x", "basis": 0},
            422,
            "input-wrong",
        ),
        (
            "documents/1/judgement",
            {"judgement": "duplicate", "reason": "x", "duplicate_of": 1, "basis": 0},
            400,
            "other-document-wrong",
        ),
        ("documents/1/relation", {"type": "draft_of", "basis": 0}, 400, "other-document-wrong"),
        ("documents/1/relation", {"type": "verzonnen", "other": 2, "basis": 0}, 400, "other-document-wrong"),
        ("documents/1/completion", {"progress": "finished", "basis": 0}, 409, "document-blocked"),
        ("documents/1/whole", {"grounds": []}, 422, "input-wrong"),
        ("remarks", {"subject": "x", "text": " "}, 422, "input-wrong"),
        ("search", {"query": ""}, 422, "input-wrong"),
        ("persons/x/decision", {"verdict": "redact", "basis": 0}, 404, "not-found"),
        ("motivations", {"ground": "99.9", "text": "x", "basis": 0}, 400, "unknown-ground"),
        ("sample", {"unit": "sentence", "size": 0}, 422, "input-wrong"),
        ("sample/answers", {"sample": "x", "item": "x", "missed": True, "basis": 0}, 404, "not-found"),
    ],
)
def test_bad_input_gets_a_dutch_answer_and_changes_nothing(visitor, untouched, path, form, status, code):
    answer = visitor.post(f"/api/{path}", json=form)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["message"][-1] == "."
    assert untouched.log.last == 0


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff", b'{"items": NaN}', b"null"])
def test_what_is_no_json_gets_a_dutch_answer(visitor, body):
    answer = visitor.post(
        "/api/documents/1/decisions", content=body, headers={"Content-Type": "application/json"}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "input-wrong")


@pytest.mark.parametrize("path", ["documents/1/pages/3/picture", "documents/1/pages/0/words", "documents/7"])
def test_what_is_not_there_is_said(visitor, path):
    answer = visitor.get(f"/api/{path}")
    assert answer.status_code == 404
    assert answer.json()["message"][-1] == "."


def test_the_api_describes_itself(nobody):
    described = nobody.get("/api/openapi.json").json()
    paths = described["paths"]
    assert len(paths) > 30
    assert "DecisionsForm" in described["components"]["schemas"]
    assert all(operation.get("description") for path in paths.values() for operation in path.values()), (
        "every operation says what it does"
    )


def test_two_servers_do_not_share_a_cookie(link):
    app, entrance = link
    client = TestClient(app, base_url="http://127.0.0.1:8000")
    client.get(f"/start?token={entrance.token.secret}")
    assert [cookie.name for cookie in client.cookies.jar] == [entrance.cookie.name]


def test_an_act_answers_with_what_it_can_have_changed(handler):
    every = handler.get("/api/documents/1").json()["places"]
    place = next(one for one in every if one["identical"] and one["own"] == "")
    answer = decide(handler, place).json()
    assert answer["whole"] is False
    assert place["subject"] in {one["subject"] for one in answer["places"]}
    assert len(answer["places"]) < len(every)
    now = {one["subject"]: one for one in handler.get("/api/documents/1").json()["places"]}
    merged = {one["subject"]: one for one in (*every, *answer["places"])}
    assert merged == now


def test_a_place_of_ones_own_that_is_taken_back_is_gone(handler):
    item = {"own": "box", "page": 2, "rect": [50, 300, 250, 340], "grounds": ["10.2.e"], "basis": 0}
    (own,) = handler.post("/api/documents/1/decisions", json={"items": [item]}).json()["places"]
    body = {"subject": own["subject"], "basis": own["basis"]}
    taken = handler.post("/api/documents/1/withdraw", json=body).json()
    assert (taken["places"], taken["gone"], taken["whole"]) == ([], [own["subject"]], False)


def test_acts_that_change_no_place_or_one_answer_with_no_more(handler):
    person = next(one for one in handler.get("/api/persons").json()["persons"] if one["places"] > 1)
    form = {"verdict": "redact", "basis": person["basis"]}
    assert handler.post(f"/api/persons/{person['id']}/decision", json=form).json()["entries"]
    every = handler.get("/api/documents/1").json()["places"]
    decide(handler, place_of(handler, text="06-12345678"))
    undone = handler.post("/api/undo", json={"document": 1}).json()
    assert (undone["whole"], len(undone["places"])) == (False, 1)
    with_page = handler.post("/api/documents/1/seen", json={"page": 2}).json()
    assert with_page["places"] == []
    now = handler.get("/api/documents/1").json()["places"]
    assert [one["verdict"] for one in now] == [one["verdict"] for one in every]
