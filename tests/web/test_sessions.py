"""Sessions, tokens and tries, on a clock of the test's own."""

import pytest

from lakmoes.web.sessions import (
    IDLE_SECONDS,
    MOST_TRIES,
    TRIES_SECONDS,
    WHOLE_SECONDS,
    OneTimeToken,
    Sessions,
    Tries,
)
from tests.builders import HANDLER


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_session_ends_when_it_is_not_used(clock):
    sessions = Sessions(clock)
    secret = sessions.begin(HANDLER)
    clock.now += IDLE_SECONDS - 1
    assert sessions.reviewer(secret) == HANDLER
    clock.now += IDLE_SECONDS - 1
    assert sessions.reviewer(secret) == HANDLER
    clock.now += IDLE_SECONDS
    assert sessions.reviewer(secret) is None
    clock.now = 0
    assert sessions.reviewer(secret) is None


def test_what_a_page_asks_by_itself_keeps_no_session_alive(clock):
    sessions = Sessions(clock)
    secret = sessions.begin(HANDLER)
    for _ in range(9):
        clock.now += IDLE_SECONDS / 10
        assert sessions.reviewer(secret, is_act=False) == HANDLER
    clock.now += IDLE_SECONDS / 10
    assert sessions.reviewer(secret, is_act=False) is None


def test_no_session_lasts_for_ever(clock):
    sessions = Sessions(clock)
    secret = sessions.begin(HANDLER)
    while clock.now < WHOLE_SECONDS - 60:
        clock.now += 60
        assert sessions.reviewer(secret) == HANDLER
    clock.now += 60
    assert sessions.reviewer(secret) is None


def test_secrets_differ_and_unknown_ones_are_nobody_s(clock):
    sessions = Sessions(clock)
    assert sessions.begin(HANDLER) != sessions.begin(HANDLER)
    assert sessions.reviewer("") is None
    assert sessions.reviewer("geraden") is None


def test_an_ended_session_is_gone(clock):
    sessions = Sessions(clock)
    secret = sessions.begin(HANDLER)
    sessions.end("een andere")
    assert sessions.reviewer(secret) == HANDLER
    sessions.end(secret)
    assert sessions.reviewer(secret) is None


def test_a_token_is_used_once():
    token = OneTimeToken()
    assert not token.used_by("geraden")
    assert token.used_by(token.secret)
    assert not token.used_by(token.secret)


def test_tries_are_counted_per_name_and_forgotten(clock):
    tries = Tries(clock)
    for _ in range(MOST_TRIES):
        assert tries.may("a")
        tries.failed("a")
    assert not tries.may("a")
    assert tries.may("b")
    clock.now += TRIES_SECONDS + 1
    assert tries.may("a")
