"""Two people on one document, and a server that dies under them."""

from collections.abc import Callable
from pathlib import Path

from lakmoes.model import Reviewer, ReviewerRole
from lakmoes.workflow.accounts import accounts_of
from tests.browser.conftest import Desk, Server
from tests.browser.dossier import MAIL_NUMBER

PASSWORD = "een lang wachtwoord voor de proef"


def sign_in(desk: Desk, name: str) -> None:
    desk.page.goto(f"{desk.server.url}/aanmelden")
    desk.page.get_by_label("Naam").fill(name)
    desk.page.get_by_label("Wachtwoord").fill(PASSWORD)
    desk.press("Enter")
    desk.page.wait_for_url(f"{desk.server.url}/")


def first(desk: Desk) -> dict:
    return next(place for place in desk.places(MAIL_NUMBER) if place["treatment"] == "redact")


def test_a_stale_decision_is_refused_and_shows_what_the_other_decided(
    small: Path, serving: Callable[..., Server], sit_down: Callable[..., Desk]
) -> None:
    server = serving(small, command="serve")
    people = {"Hanna Handler": ReviewerRole.HANDLER, "Rik Reviewer": ReviewerRole.REVIEWER}
    for name, role in people.items():
        accounts_of(server.out).add(Reviewer(name=name, role=role), PASSWORD)
    address = server.start()
    hanna, rik = (sit_down(server, address) for _ in people)
    for desk, name in zip((hanna, rik), people, strict=True):
        sign_in(desk, name)
        desk.open(MAIL_NUMBER)
    # Rik's page does not hear of it before he decides.
    rik.page.route("**/api/changes*", lambda route: route.abort())
    hanna.press("r")
    hanna.saved()
    rik.press("a")
    notice = rik.page.locator("#notices", has_text="Hanna Handler")
    notice.wait_for()
    assert first(rik)["verdict"] == "keep"
    rik.page.locator("#places .is-kept").first.wait_for()

    rik.page.locator("#places .is-kept").first.click()
    rik.press("q")
    rik.page.get_by_label("Uw vraag").fill("Treedt deze persoon in het openbaar op?")
    rik.page.get_by_role("button", name="Vraag stellen").last.click()
    rik.until(lambda: first(rik)["assessment"] == "questioned")
    hanna.page.locator("#said", has_text="Rik Reviewer").wait_for()
    hanna.page.locator("#places .is-questioned").first.click()
    hanna.page.locator("#details").get_by_text("Treedt deze persoon in het openbaar op?").wait_for()


def test_what_was_decided_while_the_server_was_dead_is_saved_when_it_is_back(own_desk: Desk) -> None:
    desk = own_desk
    desk.open(MAIL_NUMBER)
    desk.press("a")
    desk.saved()
    before = first(desk)
    desk.server.kill()
    desk.press("r")
    desk.page.locator("#banner", has_text="Geen verbinding met Lakmoes").wait_for()
    address = desk.server.start()
    desk.page.locator("#banner", has_text="Uw sessie is verlopen").wait_for()
    desk.page.on("dialog", lambda dialog: dialog.accept())
    desk.page.goto(address)
    desk.open(MAIL_NUMBER)
    desk.saved()
    assert first(desk) == before
    kept = [place["text"] for place in desk.places(MAIL_NUMBER) if place["verdict"] == "keep"]
    assert len(kept) == 1
