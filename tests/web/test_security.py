"""Who gets in, from where, and what every answer carries."""

import logging
from dataclasses import replace

import pytest
from starlette.routing import Mount
from starlette.testclient import TestClient

from lakmoes.web.app import create_app
from lakmoes.web.entrances import ProxyEntrance
from lakmoes.web.security import LARGEST_REQUEST
from tests.builders import HANDLER, SECOND
from tests.web.conftest import AT, PASSWORD
from tests.web.places import decide, place_of

OPEN_TO_ALL = {"/start", "/aanmelden", "/api/openapi.json"}


def routes_of(app):
    for route in app.routes:
        if isinstance(route, Mount):
            continue
        inner = getattr(getattr(route, "original_router", None), "routes", None)
        for one in inner or [route]:
            yield from ((method, one.path) for method in sorted(one.methods - {"HEAD"}))


def addresses(app):
    found = [(method, path) for method, path in routes_of(app) if path not in OPEN_TO_ALL]
    assert len(found) > 40
    return found


def test_nobody_gets_anything_without_signing_in(server, nobody):
    for method, pattern in addresses(server):
        path = pattern.replace("{number}", "1").replace("{page}", "1").replace("{person_id}", "x")
        answer = nobody.request(method, path, json={} if method == "POST" else None)
        if path.startswith("/api/"):
            assert (path, answer.status_code, answer.json()["code"]) == (path, 401, "not-signed-in")
        else:
            assert (path, answer.status_code, answer.headers["location"]) == (path, 303, "/aanmelden")


def test_a_handler_is_no_second_reviewer(handler):
    place = place_of(handler)
    entry = decide(handler, place).json()["entries"][0]
    body = {"about": place["subject"], "entry": entry["id"], "opinion": "agree", "basis": 0}
    answer = handler.post("/api/assessments", json=body)
    assert (answer.status_code, answer.json()["code"]) == (403, "role-not-allowed")


def test_only_a_second_reviewer_makes_a_document_final(handler, second):
    def to(client, progress, basis):
        return client.post("/api/documents/3/completion", json={"progress": progress, "basis": basis})

    for place in handler.get("/api/documents/3").json()["places"]:
        decide(handler, place, number=3)
    basis = to(handler, "finished", 0).json()["document"]["progress_basis"]
    refused = to(handler, "final", basis)
    assert (refused.status_code, refused.json()["code"]) == (403, "role-not-allowed")
    assert to(second, "final", basis).json()["document"]["progress"] == "final"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "evil.example:8000", "[", "127.0.0.1@evil.example"]
)
def test_another_name_for_this_machine_is_refused(visitor, host):
    answer = visitor.get("/api/dossier", headers={"Host": host})
    assert (answer.status_code, answer.json()["code"]) == (421, "host-refused")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "http://localhost:8000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "null", "X-Lakmoes": None},
        {"X-Lakmoes": None},
        {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_page_of_another_site_changes_nothing(visitor, untouched, headers):
    request = visitor.build_request("POST", "/api/documents/1/seen", json={"page": 1})
    for name, value in headers.items():
        if value:
            request.headers[name] = value
        else:
            del request.headers[name]
    answer = visitor.send(request)
    assert (answer.status_code, answer.json()["code"]) == (403, "origin-refused")
    assert untouched.log.last == 0


@pytest.mark.parametrize(
    "headers",
    [{"Origin": AT}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": AT, "Sec-Fetch-Site": "same-origin"}],
)
def test_our_own_pages_may_speak(visitor, headers):
    assert visitor.post("/api/search", json={"query": "fiets"}, headers=headers).status_code == 200


def test_every_answer_keeps_the_browser_at_home(visitor, nobody):
    answers = [
        visitor.get("/"),
        visitor.get("/api/dossier"),
        visitor.get("/static/base.css"),
        visitor.get("/api/documents/1/pages/1/picture"),
        visitor.get("/bestaat-niet"),
        nobody.get("/api/dossier"),
        nobody.get("/", headers={"Host": "evil.example"}),
    ]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in answer.headers
    assert answers[0].headers["cache-control"] == answers[1].headers["cache-control"] == "no-store"


def test_nothing_on_a_page_comes_from_elsewhere(visitor):
    for path in ("/", "/kaart", "/personen", "/verschillen", "/hulp", "/documenten/1"):
        text = visitor.get(path).text
        assert "//" not in text.replace("http://www.w3.org", "").replace("https://…", ""), path
        assert " style=" not in text
        assert "<script>" not in text


def test_what_is_too_large_is_refused(visitor):
    body = b'{"query": "' + b"a" * LARGEST_REQUEST + b'"}'
    answer = visitor.post("/api/search", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (413, "request-too-large")


def test_a_length_that_is_not_told_is_counted(visitor):
    def pieces():
        for _ in range(LARGEST_REQUEST // 2**16 + 2):
            yield b" " * 2**16

    answer = visitor.post("/api/search", content=pieces(), headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (413, "request-too-large")


def test_a_length_that_is_no_number_is_refused(visitor):
    answer = visitor.post("/api/search", content=b"{}", headers={"Content-Length": "veel"})
    assert answer.status_code in (400, 413, 422)


def test_the_link_works_once(link):
    app, entrance = link
    first, second = (TestClient(app, base_url=AT, follow_redirects=False) for _ in range(2))
    opened = first.get(f"/start?token={entrance.token.secret}")
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    cookie = opened.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert first.get("/api/dossier").json()["me"] == {"name": HANDLER.name, "role": "handler"}
    assert second.get(f"/start?token={entrance.token.secret}").status_code == 401
    assert second.get("/api/dossier").status_code == 401
    assert first.get(f"/start?token={entrance.token.secret}").status_code == 303


@pytest.mark.parametrize("token", ["", "geraden", "é"])
def test_a_guessed_token_opens_nothing(link, token):
    app, entrance = link
    client = TestClient(app, base_url=AT, follow_redirects=False)
    assert client.get("/start", params={"token": token}).status_code == 401
    assert client.get(f"/start?token={entrance.token.secret}").status_code == 303


def test_the_cookie_is_sent_over_https_alone_where_that_is_spoken(server):
    client = TestClient(server, base_url="https://127.0.0.1", follow_redirects=False)
    answer = client.post(
        "/aanmelden", data={"name": HANDLER.name, "password": PASSWORD}, headers={"X-Lakmoes": "1"}
    )
    assert "secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    ("name", "password"), [(HANDLER.name, "verkeerd"), ("Niemand", PASSWORD), (HANDLER.name, ""), ("", "")]
)
def test_a_wrong_name_or_password_is_not_told_apart(nobody, name, password):
    answer = nobody.post("/aanmelden", data={"name": name or " ", "password": password or " "})
    assert answer.status_code == 401
    assert "Naam en wachtwoord horen niet bij elkaar" in answer.text
    assert "set-cookie" not in answer.headers
    assert password not in answer.text or not password


def test_after_many_wrong_passwords_the_right_one_waits_too(nobody):
    for _ in range(10):
        nobody.post("/aanmelden", data={"name": HANDLER.name, "password": "verkeerd"})
    answer = nobody.post("/aanmelden", data={"name": HANDLER.name, "password": PASSWORD})
    assert answer.status_code == 429
    other = nobody.post("/aanmelden", data={"name": SECOND.name, "password": PASSWORD})
    assert other.status_code == 303


def test_signing_out_ends_the_session(handler):
    cookies = dict(handler.cookies)
    assert handler.post("/api/session/end").json() == {"ended": True}
    handler.cookies.update(cookies)
    assert handler.get("/api/dossier").status_code == 401


def test_a_removed_account_is_out_at_once(handler, accounts):
    del accounts.by_name[HANDLER.name]
    assert handler.get("/api/dossier").status_code == 401


def test_a_changed_role_holds_at_once(handler, accounts):
    accounts.by_name[HANDLER.name] = replace(HANDLER, role=SECOND.role)
    assert handler.get("/api/dossier").json()["me"]["role"] == "reviewer"


@pytest.mark.parametrize(
    ("peer", "headers", "status"),
    [
        ("10.0.0.7", [("X-Remote-User", HANDLER.name)], 200),
        ("10.0.0.8", [("X-Remote-User", HANDLER.name)], 401),
        ("10.0.0.7", [("X-Remote-User", "Niemand")], 401),
        ("10.0.0.7", [], 401),
        ("10.0.0.7", [("X-Remote-User", HANDLER.name), ("X-Remote-User", SECOND.name)], 401),
    ],
)
def test_only_the_proxy_says_who_someone_is(desk, accounts, peer, headers, status):
    entrance = ProxyEntrance(accounts=accounts, header="X-Remote-User", proxies=frozenset({"10.0.0.7"}))
    client = TestClient(create_app(desk, entrance), base_url=AT, client=(peer, 1))
    answer = client.get("/api/dossier", headers=headers)
    assert answer.status_code == status


def test_a_fault_of_ours_says_nothing_of_a_document(handler, desk, monkeypatch, caplog, capfd):
    def fails(*_):
        raise KeyError("Joost Leeuwerik")

    monkeypatch.setattr(type(desk), "inventory_rows", fails)
    with caplog.at_level(logging.DEBUG):
        answer = handler.get("/api/dossier")
    assert answer.status_code == 500
    assert answer.json()["code"] == "internal-fault-web"
    assert "KeyError" in answer.json()["message"]
    said = answer.text + caplog.text + "".join(capfd.readouterr())
    assert "Leeuwerik" not in said
    assert "KeyError, test_security.py" in caplog.text


def test_a_whole_session_leaves_no_text_in_any_log(handler, caplog, capfd):
    with caplog.at_level(logging.DEBUG):
        place = place_of(handler)
        decide(handler, place)
        decide(handler, place)
        handler.post("/api/search", json={"query": "Leeuwerik"})
        handler.post("/api/search", json={"query": "Leeuwerik", "woord": "Leeuwerik"})
        handler.get("/personen")
    said = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("httpx"))
    assert "Leeuwerik" not in said + "".join(capfd.readouterr())
