"""The pages around the documents: what their scripts do, by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path

from tests.browser.conftest import Desk, Server
from tests.browser.dossier import ANSWER_NUMBER, MAIL_NUMBER


def go(desk: Desk, path: str) -> None:
    desk.page.goto(desk.server.url + path)


def person(desk: Desk, name: str) -> dict:
    """The person of the register with a spelling that holds this."""
    for found in desk.get("/persons")["persons"]:
        if any(name in spelling["text"] for spelling in found["spellings"]):
            return found
    raise AssertionError(name)


def row(desk: Desk, name: str):
    return desk.page.locator(f".person[data-name*='{name}']")


def noticed(desk: Desk, text: str) -> None:
    desk.page.locator("#notices", has_text=text).wait_for()


def test_documents_are_filtered_sorted_and_searched(desk: Desk) -> None:
    go(desk, "/")
    rows = desk.page.locator("#documents tbody tr:visible")
    every = len(desk.get("/dossier")["documents"])
    assert rows.count() == every > 2
    desk.page.get_by_label("Titel of nummer").fill("planning")
    assert rows.count() == 2
    desk.page.get_by_text(f"2 van {every}").wait_for()
    go(desk, "/")
    assert rows.count() == 2, "a filter stays in its tab"
    desk.page.get_by_label("Titel of nummer").fill("")
    for first in ("1", str(every)):
        desk.page.get_by_role("button", name="Nr").click()
        assert rows.first.locator("td").first.inner_text() == first
    assert desk.page.locator("th[aria-sort=descending]").count() == 1
    desk.page.get_by_placeholder("Zoek in alle tekst").fill("fietspad")
    desk.press("Enter")
    desk.page.locator("#hits mark").first.wait_for()
    assert desk.page.url == f"{desk.server.url}/zoeken", "what is sought stands in no address"
    desk.page.locator("#hits .place").first.click()
    desk.ready()


def test_persons_are_decided_on_by_keyboard_alone(desk: Desk) -> None:
    go(desk, "/personen")
    desk.page.get_by_label("Naam").fill("leeuwerik")
    desk.tab_to(".choose")
    desk.press("j", "a")
    noticed(desk, "wordt overal gelakt")
    assert person(desk, "Leeuwerik")["verdict"] == "redact"
    desk.press("u")
    noticed(desk, "Ongedaan gemaakt")
    assert person(desk, "Leeuwerik")["verdict"] is None


def test_a_name_that_stays_needs_a_role_or_reason_and_keeps_what_is_typed(desk: Desk) -> None:
    go(desk, "/personen")
    desk.page.get_by_label("Naam").fill("")
    row(desk, "Ouazzani").get_by_role("button", name="Laten staan…").click()
    window = desk.page.get_by_role("dialog")
    window.get_by_role("button", name="Laten staan").click()
    window.get_by_text("heeft een rol of een reden nodig").wait_for()
    window.get_by_label("Reden").fill("Woordvoerder in deze zaak")
    desk.page.reload()
    row(desk, "Ouazzani").get_by_role("button", name="Laten staan…").click()
    assert window.get_by_label("Reden").input_value() == "Woordvoerder in deze zaak"
    window.get_by_role("button", name="Laten staan").click()
    noticed(desk, "blijft overal leesbaar")
    found = person(desk, "Ouazzani")
    assert (found["verdict"], found["reason"]) == ("keep", "Woordvoerder in deze zaak")
    row(desk, "Ouazzani").get_by_role("button", name="Intrekken").click()
    noticed(desk, "ingetrokken")
    assert person(desk, "Ouazzani")["verdict"] is None


def test_persons_are_merged_and_split(desk: Desk) -> None:
    go(desk, "/personen")
    first, other = person(desk, "Leeuwerik"), person(desk, "Ouazzani")
    for one in (first, other):
        desk.page.get_by_label(f"Kies {one['name']}").check()
    desk.page.get_by_role("button", name="Samenvoegen…").click()
    window = desk.page.get_by_role("dialog")
    window.get_by_label(first["name"]).check()
    window.get_by_role("button", name="Samenvoegen").click()
    noticed(desk, "samengevoegd")
    assert person(desk, "Ouazzani")["id"] == first["id"]
    row(desk, first["name"]).get_by_role("button", name="Splitsen…").click()
    for spelling in other["spellings"]:
        window.get_by_label(spelling["text"], exact=True).check()
    window.get_by_role("button", name="Splitsen").click()
    noticed(desk, "gesplitst")
    assert person(desk, "Ouazzani")["places"] == other["places"]
    assert person(desk, "Leeuwerik")["id"] == first["id"]


def decide_differently(desk: Desk) -> str:
    """Decides otherwise on the same text in two documents; gives the text."""
    texts = [
        {place["text"]: place for place in desk.places(number) if place["id"]}
        for number in (MAIL_NUMBER, ANSWER_NUMBER)
    ]
    text = min(set(texts[0]) & set(texts[1]))
    for number, places, verdict in ((MAIL_NUMBER, texts[0], "redact"), (ANSWER_NUMBER, texts[1], "keep")):
        item = {"id": places[text]["id"], "verdict": verdict, "basis": places[text]["basis"]}
        desk.page.evaluate(
            "([path, body]) => fetch(path, {method: 'POST', body: JSON.stringify(body),"
            " headers: {'Content-Type': 'application/json', 'X-Lakmoes': '1'}})",
            [f"/api/documents/{number}/decisions", {"items": [item]}],
        )
    return text


def test_a_difference_is_settled_at_all_places(desk: Desk) -> None:
    go(desk, "/")
    text = decide_differently(desk)
    go(desk, "/verschillen")
    card = desk.page.locator(".difference", has_text=text).first
    card.get_by_role("button", name="Overal lakken").click()
    window = desk.page.get_by_role("dialog")
    window.locator("tbody tr").first.wait_for()
    window.get_by_role("button", name="Toepassen").click()
    noticed(desk, "Beslist over alle gekozen plaatsen")
    assert all(
        text not in {place["text"] for place in found["places"]}
        for found in desk.get("/inconsistencies")["differences"]
    )
    desk.page.get_by_role("button", name="Ongedaan maken").click()
    noticed(desk, "Ongedaan gemaakt")
    desk.page.locator(".difference", has_text=text).first.wait_for()


def test_a_motivation_starts_from_the_standard_text_and_is_not_lost(desk: Desk) -> None:
    go(desk, "/motivering")
    card = desk.page.locator(".motivation", has_text="5.1.2.e")
    card.get_by_role("button", name="Begin met de standaardtekst").click()
    field = card.get_by_role("textbox")
    standard = field.input_value()
    assert len(standard) > 100
    field.fill(standard + " En dit.")
    desk.page.reload()
    assert field.input_value() == standard + " En dit.", "what was typed is there after a reload"
    card.get_by_role("button", name="Bewaren").click()
    noticed(desk, "De motivering is bewaard")
    (saved,) = [one for one in desk.get("/motivations")["motivations"] if one["ground"] == "5.1.2.e"]
    assert saved["text"] == (standard + " En dit.").strip()
    field.fill("Iets anders.")
    card.get_by_role("button", name="Wijzigingen weggooien").click()
    assert field.input_value().strip() == saved["text"]


def test_a_sample_is_answered_by_keyboard(desk: Desk) -> None:
    go(desk, "/steekproef")
    desk.page.get_by_label("Hoeveel").fill("3")
    desk.page.get_by_label("Startgetal").fill("11")
    desk.press("Enter")
    noticed(desk, "De steekproef is getrokken")
    desk.press("j")
    for answered, key in enumerate("nmn", start=1):
        desk.press(key)
        desk.page.get_by_text(f"{answered} van 3 beoordeeld").first.wait_for()
    desk.page.locator("[data-outcome]", has_text="95 % zekerheid").first.wait_for()
    (sample,) = desk.get("/sample")["samples"]
    assert (sample["answered"], sample["missed"]) == (3, 1)


def test_the_map_shows_what_is_asked_for(desk: Desk) -> None:
    go(desk, "/kaart")
    tiles = desk.page.locator("#map a.tile:visible")
    every = sum(len(document["pages"]) for document in desk.get("/map")["documents"])
    assert tiles.count() == every > 2
    desk.page.get_by_role("button", name="Nog te beslissen").click()
    assert 0 < tiles.count() < every
    desk.page.get_by_role("button", name="Vraagt aandacht").click()
    assert "unread" in tiles.first.get_attribute("class").split()
    desk.page.get_by_role("button", name="Verdacht leeg").click()
    desk.page.get_by_text("Er is geen bladzijde die hieraan voldoet").wait_for()
    desk.page.get_by_role("button", name="Alles").click()
    tiles.first.focus()
    desk.press("ArrowRight")
    assert desk.page.evaluate("document.activeElement.getAttribute('href')").startswith("/documenten/2")
    desk.press("Enter")
    desk.ready()


def test_light_and_dark_are_chosen_and_remembered(desk: Desk) -> None:
    desk.page.emulate_media(color_scheme="light")
    go(desk, "/hulp")
    desk.page.get_by_role("button", name="Donker").click()
    go(desk, "/")
    assert desk.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_server_that_is_gone_is_said_and_loses_nothing(desk: Desk) -> None:
    go(desk, "/motivering")
    desk.page.route("**/api/motivations", lambda route: route.abort())
    card = desk.page.locator(".motivation", has_text="5.1.2.e")
    card.get_by_role("textbox").fill("Een nieuwe tekst.")
    card.get_by_role("button", name="Bewaren").click()
    noticed(desk, "Lakmoes antwoordt niet")
    assert card.get_by_role("textbox").input_value() == "Een nieuwe tekst."
    assert card.get_by_role("button", name="Bewaren").is_enabled()


def test_a_file_that_could_not_be_handled_is_decided_on_as_a_whole(
    small: Path, serving: Callable[..., Server], sit_down: Callable[..., Desk]
) -> None:
    server = serving(small)
    (server.folder / "5 notitie.docx").write_bytes(b"geen pdf")
    desk = sit_down(server, server.start())

    def refused() -> dict:
        return next(row for row in desk.get("/dossier")["documents"] if row["judge"])

    number = refused()["number"]
    go(desk, "/")
    desk.page.get_by_role("button", name=f"Besluit over document {number}…").click()
    window = desk.page.get_by_role("dialog")
    window.get_by_label("Oordeel").select_option(label="niet openbaar")
    window.get_by_role("button", name="Besluiten").click()
    window.get_by_text("Dit oordeel is niet volledig").wait_for()
    window.get_by_label("Reden").fill("Kan niet worden geopend")
    window.get_by_role("button", name="Besluiten").click()
    noticed(desk, f"Over document {number} is besloten")
    assert refused()["judgement"] == "not_public"
    desk.page.locator(f"#document-{number}").get_by_role("button", name="Afronden").click()
    noticed(desk, "Het document is afgerond")
    assert refused()["progress"] == "finished"
    desk.page.locator(f"#document-{number}").get_by_role("button", name="Intrekken").click()
    noticed(desk, "Het besluit is ingetrokken")
    assert not refused()["judge"]["decided"]
