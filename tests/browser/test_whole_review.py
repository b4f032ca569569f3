"""A dossier from the first suggestion to the published file, without a mouse."""

import csv

import pymupdf

from tests.browser.conftest import Desk
from tests.browser.dossier import ANSWER_NUMBER, DRAWING_NUMBER, LETTER_NUMBER, MAIL_NUMBER

STRIDE = 8
"""Points that an arrow key moves a drawn box."""


def decide_all(desk: Desk, key: str) -> None:
    """Accepts or rejects until nothing is open."""
    for _ in range(30):
        desk.saved()
        if not any(
            place["verdict"] is None and place["treatment"] != "keep" for place in desk.shown_places()
        ):
            return
        desk.press(key)
    raise AssertionError("there is no end to it")


def select_words(desk: Desk, first: str, more: int) -> None:
    """Walks with the arrow keys to a word and takes some after it."""
    desk.press("s", "Control+ArrowLeft")
    for _ in range(40):
        if first in desk.page.locator("#said").inner_text():
            break
        desk.press("ArrowDown")
    desk.press(*["Shift+ArrowRight"] * more, "Enter")


def draw_over(desk: Desk, number: int, word: str) -> None:
    """Moves and sizes a box with the keyboard until it lies over a word."""
    words = desk.get(f"/documents/{number}/pages/1/words")["words"]
    x0, y0, x1, y1 = next(found["rect"] for found in words if word in found["text"])
    desk.press("d")
    left, top, right, bottom = desk.draft()
    move(desk, x0 - 1 - left, y0 - 1 - top, "Control")
    left, top, right, bottom = desk.draft()
    move(desk, x1 + 1 - right, y1 + 1 - bottom, "Control+Shift")
    desk.press("Enter")


def move(desk: Desk, right: float, down: float, fine: str) -> None:
    """Large steps first, then (with Ctrl) steps of a point."""
    shift = ["Shift"] if "Shift" in fine else []
    for distance, (ahead, back) in ((right, ("ArrowRight", "ArrowLeft")), (down, ("ArrowDown", "ArrowUp"))):
        key = ahead if distance > 0 else back
        large, small = divmod(round(abs(distance)), STRIDE)
        desk.press(*["+".join([*shift, key])] * large, *[f"{fine}+{key}"] * small)


def finish(desk: Desk) -> None:
    desk.press("f")
    desk.page.get_by_text("Niets staat in de weg.").wait_for()
    desk.press("Enter")
    desk.page.get_by_role("heading", name="Klaar met dit document").wait_for()


def test_a_dossier_is_reviewed_and_published_with_the_keyboard_alone(own_desk: Desk) -> None:
    desk = own_desk
    desk.tab_to(f"a[href='/documenten/{MAIL_NUMBER}']")
    desk.press("Enter")
    desk.ready()
    decide_all(desk, "a")
    select_words(desk, "beleidsmedewerker", 0)
    desk.press("1")
    desk.said("Eigen lakking toegevoegd")
    finish(desk)
    desk.press("Enter")

    desk.page.wait_for_url(f"**/documenten/{ANSWER_NUMBER}**")
    desk.ready()
    decide_all(desk, "r")
    draw_over(desk, ANSWER_NUMBER, "Zilvermeeuw")
    desk.press("3")
    desk.said("Eigen lakking toegevoegd")
    finish(desk)
    desk.press("Enter")

    desk.page.wait_for_url(f"**/documenten/{LETTER_NUMBER}**")
    desk.ready()
    finish(desk)
    desk.press("Enter")

    desk.page.wait_for_url(f"**/documenten/{DRAWING_NUMBER}**")
    desk.page.wait_for_selector("#unread")
    desk.tab_to("#unread button")
    desk.press("Enter")
    desk.said("Vastgelegd dat u deze bladzijde hebt gelezen")
    finish(desk)

    decide_person(desk)
    motivate(desk)
    publish(desk)
    check_published(desk)


def decide_person(desk: Desk) -> None:
    """Redacts a person everywhere; the places that were kept in the answer change with it."""
    desk.page.goto(f"{desk.server.url}/personen")
    desk.page.wait_for_selector("#persons")
    for _ in range(10):
        desk.press("j")
        if "Ouazzani" in (desk.page.evaluate("document.activeElement.dataset.name") or ""):
            break
    desk.press("a")
    desk.page.get_by_text("wordt overal gelakt").wait_for()
    named = [place for place in desk.places(ANSWER_NUMBER) if place["by_person"]]
    assert len(named) >= 2
    assert all(place["verdict"] == "redact" for place in named)


def motivate(desk: Desk) -> None:
    desk.page.goto(f"{desk.server.url}/motivering")
    count = desk.page.locator("[data-ground]").count()
    assert count
    for index in range(count):
        desk.tab_to(f"#m-{index + 1}")
        desk.page.keyboard.type(
            "Dit belang weegt hier zwaarder: het gaat om ambtenaren zonder openbare functie."
        )
        desk.tab_to("[data-act=save]")
        desk.press("Enter")
        desk.until(lambda needed=index + 1: motivated(desk) >= needed)


def motivated(desk: Desk) -> int:
    return sum("weegt hier zwaarder" in found["text"] for found in desk.get("/motivations")["motivations"])


def publish(desk: Desk) -> None:
    desk.page.goto(f"{desk.server.url}/publiceren")
    desk.page.get_by_role("heading", name="Niets houdt publicatie tegen").wait_for()
    desk.tab_to("#publish")
    desk.press("Enter")
    desk.page.get_by_text("Klaar: 4 bestanden geschreven.").wait_for(timeout=60_000)


def check_published(desk: Desk) -> None:
    files = sorted((desk.server.out / "gelakt").glob("*.pdf"))
    assert len(files) == 4
    mail, answer, letter, _ = (text_of(path) for path in files)
    for gone in ("Leeuwerik", "06-12345678", "Dijkstra", "beleidsmedewerker"):
        assert gone not in mail
    assert "planning overleg" in mail
    assert "Zilvermeeuw" not in answer
    assert "Ouazzani" not in answer
    assert "Leeuwerik" in answer  # kept in this document, by decision
    assert "fietspaden" in letter
    with (desk.server.out / "inventarislijst.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "CONCEPT" not in "".join(",".join(row) for row in csv.reader(file))


def text_of(path) -> str:
    with pymupdf.open(path) as document:
        return "\n".join(page.get_text() for page in document)
