"""How fast the page of a document answers: 500 suggestions on a page, and turning pages."""

from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, StorageState

from tests.browser.conftest import Desk, Server, signed_in
from tests.browser.dossier import CROWD_NUMBER, LONG, LONG_NUMBER, MANY

FLUENT = 100
"""Milliseconds from a key to what it shows; feels as at once (Nielsen, Usability Engineering, 1993)."""
TIMES = 15

PAINTED = """async key => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const begin = performance.now();
  document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  await frame();
  await frame();
  return performance.now() - begin;
}"""
TURNED = """async () => {
  const begin = performance.now();
  const old = document.querySelector("#picture img");
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true }));
  while (document.querySelector("#picture img") === old) await new Promise(requestAnimationFrame);
  return performance.now() - begin;
}"""


@pytest.fixture(scope="module")
def large_server(
    large: Path, serving: Callable[..., Server], browser: Browser
) -> tuple[Server, StorageState]:
    return signed_in(serving(large), browser)


@pytest.fixture
def busy(large_server: tuple[Server, StorageState], sit_down: Callable[..., Desk]) -> Desk:
    server, cookie = large_server
    return sit_down(server, server.url, storage_state=cookie)


def test_a_page_of_500_suggestions_answers_at_once(
    busy: Desk, record_testsuite_property: Callable[..., None]
) -> None:
    busy.open(CROWD_NUMBER)
    assert busy.page.locator("#boxes .box").count() == MANY
    assert busy.page.locator("#places [role=option]").count() < 60
    for key in ("j", "a", "r"):
        times = [busy.page.evaluate(PAINTED, key) for _ in range(TIMES)]
        record_testsuite_property(f"milliseconds from {key} to paint", round(median(times)))
        assert median(times) < FLUENT
    busy.saved()
    decided = [place for place in busy.places(CROWD_NUMBER) if place["verdict"]]
    assert len(decided) == 2 * TIMES


def test_the_next_page_is_there_before_it_is_asked_for(
    busy: Desk, record_testsuite_property: Callable[..., None]
) -> None:
    busy.open(LONG_NUMBER)
    assert busy.page.locator(".thumbnail").count() < 30
    times = []
    for _ in range(TIMES):
        # A reader looks at a page before the next one; meanwhile the next ones are fetched.
        busy.page.wait_for_timeout(250)
        times.append(busy.page.evaluate(TURNED))
    record_testsuite_property("milliseconds to the next page", round(median(times)))
    assert median(times) < FLUENT
    busy.press("g")
    busy.page.keyboard.type(str(LONG))
    busy.press("Enter")
    busy.page.wait_for_function("page => document.querySelector('#page-number').value == page", arg=LONG)
