"""Mouse and fingers on the page, the preview, and the windows in which is decided."""

from collections.abc import Callable

from playwright.sync_api import StorageState

from tests.browser.conftest import Desk, Server
from tests.browser.dossier import ANSWER_NUMBER, DRAWING_NUMBER, LETTER_NUMBER, MAIL_NUMBER


def point(desk: Desk, number: int, word: str) -> tuple[float, float]:
    """Where the middle of a word is on the screen."""
    words = desk.get(f"/documents/{number}/pages/1/words")["words"]
    x0, y0, x1, y1 = next(found["rect"] for found in words if word in found["text"])
    sheet = desk.page.locator("#sheet").bounding_box()
    assert sheet
    scale = sheet["width"] / desk.get(f"/documents/{number}")["pages"][0]["width"]
    return sheet["x"] + (x0 + x1) / 2 * scale, sheet["y"] + (y0 + y1) / 2 * scale


def drag(desk: Desk, start: tuple[float, float], end: tuple[float, float]) -> None:
    mouse = desk.page.mouse
    mouse.move(*start)
    mouse.down()
    mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    mouse.move(*end)
    mouse.up()


def added(desk: Desk, number: int, own: str) -> dict:
    desk.until(lambda: any(place["own"] == own for place in desk.places(number)))
    return next(place for place in desk.places(number) if place["own"] == own)


def test_dragging_over_text_selects_its_words(desk: Desk) -> None:
    desk.open(LETTER_NUMBER)
    drag(desk, point(desk, LETTER_NUMBER, "antwoorden"), point(desk, LETTER_NUMBER, "aanleg"))
    desk.page.get_by_role("button", name="5.1.5").click()
    place = added(desk, LETTER_NUMBER, "text")
    assert place["text"].startswith("antwoorden")
    assert place["text"].endswith("aanleg")
    assert place["grounds"] == ["5.1.5"]


def test_dragging_beside_text_draws_a_box_and_what_is_removed_is_gone(desk: Desk) -> None:
    desk.open(LETTER_NUMBER)
    x, y = point(desk, LETTER_NUMBER, "Hoogachtend")
    drag(desk, (x + 200, y + 60), (x + 300, y + 100))
    desk.page.get_by_role("button", name="5.1.2.e").click()
    place = added(desk, LETTER_NUMBER, "box")
    x0, y0, x1, y1 = place["rects"][0]
    assert x1 - x0 > 50
    assert y1 - y0 > 20
    for key, is_there in (("r", False), ("u", True), ("Shift+U", False)):
        desk.press(key)
        desk.until(lambda wanted=is_there: has_box(desk) is wanted)


def has_box(desk: Desk) -> bool:
    return any(place["own"] == "box" for place in desk.places(LETTER_NUMBER))


def test_a_click_chooses_a_place_and_words_are_added_to_it(desk: Desk) -> None:
    desk.open(MAIL_NUMBER)
    desk.page.mouse.click(*point(desk, MAIL_NUMBER, "Dijkstra"))
    desk.page.locator("#details").get_by_text("Dijkstra-Poelsma").first.wait_for()
    desk.press("{", "]", "]", "[")
    desk.saved()
    whole = "Mevrouw Dijkstra-Poelsma sluit"
    desk.until(lambda: whole in grounds_by_text(desk))
    desk.press("2")
    desk.until(lambda: grounds_by_text(desk).get(whole) == ["5.2.1"])


def grounds_by_text(desk: Desk) -> dict[str, list[str]]:
    return {place["text"]: place["grounds"] for place in desk.places(MAIL_NUMBER)}


def test_all_alike_are_decided_at_once_after_they_were_shown(desk: Desk) -> None:
    desk.open(MAIL_NUMBER)
    desk.page.locator("#places [role=option]", has_text="Ouazzani").first.click()
    desk.press("r")
    desk.page.locator("#places [role=option]", has_text="Ouazzani").first.click()
    desk.press("i")
    window = desk.page.get_by_role("dialog")
    window.get_by_text(f"Document {ANSWER_NUMBER}").first.wait_for()
    window.get_by_role("button", name="Zo beslissen").click()
    desk.until(
        lambda: all(
            place["verdict"] == "keep" for place in desk.places(ANSWER_NUMBER) if "Ouazzani" in place["text"]
        )
    )


def test_the_preview_shows_the_page_without_what_is_redacted(desk: Desk) -> None:
    desk.open(MAIL_NUMBER)
    desk.press("v")
    window = desk.page.get_by_role("dialog")
    window.get_by_alt_text("Zoals het wordt gepubliceerd, bladzijde 1").wait_for(timeout=60_000)
    window.get_by_text("Alle controles van het gelakte bestand zijn geslaagd.").wait_for(timeout=60_000)
    original, redacted = (
        window.get_by_alt_text(f"{name}, bladzijde 1")
        for name in ("Origineel", "Zoals het wordt gepubliceerd")
    )
    assert original.screenshot() != redacted.screenshot()
    desk.press("v")
    window.wait_for(state="detached")


def test_a_remark_that_was_not_sent_is_still_there(desk: Desk) -> None:
    desk.open(MAIL_NUMBER)
    desk.press("m")
    desk.page.get_by_label("Nieuwe opmerking").fill("Is dit een ambtenaar?")
    desk.page.reload()
    desk.ready()
    desk.press("j", "k", "m")
    field = desk.page.get_by_label("Nieuwe opmerking")
    desk.until(lambda: field.input_value() == "Is dit een ambtenaar?")
    desk.page.get_by_role("button", name="Plaatsen").click()
    desk.until(lambda: any(place["remarks"] for place in desk.places(MAIL_NUMBER)))


def test_fingers_tap_and_press_long(
    shared: tuple[Server, StorageState], sit_down: Callable[..., Desk]
) -> None:
    server, cookie = shared
    phone = {"viewport": {"width": 420, "height": 850}, "has_touch": True, "is_mobile": True}
    desk = sit_down(server, server.url, storage_state=cookie, **phone)
    desk.open(MAIL_NUMBER)
    desk.page.touchscreen.tap(*point(desk, MAIL_NUMBER, "06-12345678"))
    desk.page.locator("#details").get_by_text("06-12345678").wait_for()
    x, y = point(desk, MAIL_NUMBER, "planning")
    touch = desk.page.context.new_cdp_session(desk.page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    desk.page.wait_for_timeout(600)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    desk.page.get_by_role("button", name="5.1.2.e").first.click()
    assert added(desk, MAIL_NUMBER, "text")["text"] == "planning"


def test_a_document_is_refused_as_a_whole_with_ground_and_reason_and_that_is_taken_back(desk: Desk) -> None:
    desk.open(ANSWER_NUMBER)
    desk.press("b")
    window = desk.page.get_by_role("dialog")
    window.get_by_label("Besluit", exact=True).select_option("not_public")
    window.get_by_role("button", name="Besluit opslaan").click()
    window.get_by_text("Geef een reden").wait_for()
    window.get_by_label("Reden", exact=True).fill("Het hele gesprek gaat over iemands gezondheid.")
    window.get_by_role("button", name="Besluit opslaan").click()
    window.get_by_text("Kies minstens één grond").wait_for()
    window.locator("label", has_text="5.1.2.e").get_by_role("checkbox").first.check()
    window.get_by_role("button", name="Besluit opslaan").click()
    desk.said("Opgeslagen.")
    assert judgement(desk) == ("not_public", False)
    desk.press("b")
    desk.page.get_by_role("button", name="Dit besluit intrekken").click()
    desk.until(lambda: judgement(desk)[1])


def judgement(desk: Desk) -> tuple[str, bool]:
    found = desk.get(f"/documents/{ANSWER_NUMBER}")["judgement"]
    return found["judgement"], found["derived"]


def test_a_whole_page_is_redacted(desk: Desk) -> None:
    desk.page.goto(f"{desk.server.url}/documenten/{DRAWING_NUMBER}")
    desk.page.wait_for_selector("#picture img")
    desk.press("w")
    desk.page.get_by_role("dialog").locator("label", has_text="5.1.2.e").get_by_role("checkbox").first.check()
    desk.press("Enter")
    place = added(desk, DRAWING_NUMBER, "box")
    size = desk.get(f"/documents/{DRAWING_NUMBER}")["pages"][0]
    assert place["rects"] == [[0, 0, size["width"], size["height"]]]
    assert desk.page.locator("#unread").is_hidden()
