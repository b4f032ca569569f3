"""No page breaks a rule of WCAG 2.1 A or AA that a program can check (axe-core), in light and dark."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from lakmoes.model import Reviewer, ReviewerRole
from lakmoes.workflow.accounts import accounts_of
from tests.browser.conftest import Desk, Server
from tests.browser.dossier import MAIL_NUMBER

PAGES = (
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
)
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
ZOOMED = {"width": 640, "height": 450}
"""What is left of a screen of 1280 by 900 at 200 %."""
WINDOWS = ("?", "c", "m", "w", "b", "f", "g", "/")


def violations(desk: Desk) -> list[str]:
    found = Axe().run(desk.page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_can_be_used_by_everyone(desk: Desk, theme: str) -> None:
    desk.page.emulate_media(color_scheme=theme)
    problems = {}
    desk.open(MAIL_NUMBER)
    desk.press("a", "r")
    desk.saved()
    problems["document"] = violations(desk)
    for key in WINDOWS:
        desk.press(key)
        desk.page.wait_for_selector("dialog[open]")
        problems[f"window of {key}"] = violations(desk)
        desk.press("Escape")
        desk.page.wait_for_selector("dialog", state="detached")
    for path in PAGES:
        desk.page.goto(desk.server.url + path)
        problems[path] = violations(desk)
    assert {where: found for where, found in problems.items() if found} == {}


def test_at_twice_the_size_nothing_is_cut_off(desk: Desk) -> None:
    desk.page.set_viewport_size(ZOOMED)
    desk.open(MAIL_NUMBER)
    assert violations(desk) == []
    wide = desk.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide
    desk.press("a")
    desk.saved()
    desk.page.get_by_role("button", name="Afronden").click()
    desk.page.get_by_role("heading", name="Document afronden").wait_for()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_signing_in_can_be_done_by_everyone(
    small: Path, serving: Callable[..., Server], sit_down: Callable[..., Desk], theme: str
) -> None:
    server = serving(small, command="serve")
    accounts_of(server.out).add(
        Reviewer(name="Hanna Handler", role=ReviewerRole.HANDLER), "twaalf tekens of meer"
    )
    server.start()
    desk = sit_down(server, f"{server.url}/aanmelden", color_scheme=theme)
    assert violations(desk) == []
    desk.page.get_by_label("Naam").fill("Niemand")
    desk.page.get_by_label("Wachtwoord").fill("geen wachtwoord dat klopt")
    desk.page.get_by_role("button", name="Aanmelden").click()
    desk.page.get_by_role("alert").wait_for()
    assert violations(desk) == []
