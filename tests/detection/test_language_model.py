import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from lakmoes.detection.language_model import LanguageModel
from lakmoes.errors import DetectionError, UsageError


@contextmanager
def served(answer, status=200, raw=None, headers=()):
    """A small server that answers every question alike, or by what ``answer`` makes of the question."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append((self.path, body))
            said = answer(body["messages"]) if callable(answer) else answer
            content = raw or json.dumps({"choices": [{"message": {"content": said}}]}).encode()
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


def test_it_asks_the_way_the_interface_wants():
    with served("goed") as (address, asked):
        answer = LanguageModel(address=address + "/model/", name="klein").answer(
            [{"role": "user", "content": "?"}]
        )
    assert answer == "goed"
    path, body = asked[0]
    assert path == "/model/v1/chat/completions"
    assert (body["model"], body["temperature"], body["messages"]) == (
        "klein",
        0,
        [{"role": "user", "content": "?"}],
    )


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8080", "http://localhost", "http://[::1]:9", "http://127.8.0.1/x"]
)
def test_this_machine_is_accepted(address):
    assert LanguageModel(address=address).address == address


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "http://10.0.0.5:8080",
        "http://0.0.0.0:8080",
        "http://127.0.0.1.example.org",
        "http://127.0.0.1@example.org/",
        "http://example.org@127.0.0.1/",
        "http://localhost.example.org",
        "https://127.0.0.1:8080",
        "file:///etc/hosts",
        "127.0.0.1:8080",
        "http://127.0.0.1:poort",
        "http://2130706433/",
        "http://",
        "http://[::ffff:10.0.0.5]/",
    ],
)
def test_any_other_host_is_refused_before_anything_is_sent(address):
    with pytest.raises(UsageError) as caught:
        LanguageModel(address=address)
    assert caught.value.code == "llm-not-local"


def test_a_redirect_is_not_followed():
    with (
        served("hier") as (other, reached),
        served("daar", status=302, headers=[("Location", other)]) as (address, _),
        pytest.raises(DetectionError),
    ):
        LanguageModel(address=address).answer([])
    assert reached == []


def test_a_proxy_is_not_used(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with served("goed") as (address, _):
        assert LanguageModel(address=address).answer([]) == "goed"


@pytest.mark.parametrize(
    "raw",
    [b"", b"geen json", b"[]", b'{"choices": []}', b'{"choices": [{"message": {"content": null}}]}', b"\xff"],
)
def test_an_answer_in_another_form_is_an_error(raw):
    with served("", raw=raw or b" ") as (address, _), pytest.raises(DetectionError) as caught:
        LanguageModel(address=address).answer([])
    assert caught.value.code == "llm-no-answer"


def test_no_server_is_an_error():
    with served("") as (address, _):
        pass
    with pytest.raises(DetectionError) as caught:
        LanguageModel(address=address).answer([{"role": "user", "content": "geheime tekst"}])
    assert "geheime" not in str(caught.value)
