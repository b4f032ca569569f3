"""The pictures of the user guide, made anew: ``python -m tests.browser.pictures docs/pictures``.

Reviews a part of ``samples/`` in a real browser and takes a picture of every screen.
"""

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM, Server

SAMPLES = Path(__file__).parents[2] / "samples"
SIZE = {"width": 1280, "height": 800}
SCREENS = {
    "dossier": "/",
    "kaart": "/kaart",
    "personen": "/personen",
    "verschillen": "/verschillen",
}


def main() -> None:
    """Takes the pictures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    with tempfile.TemporaryDirectory() as out, sync_playwright() as playwright:
        server = Server(folder=SAMPLES, out=Path(out) / "uit")
        try:
            address = server.start()
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page(viewport=SIZE, locale="nl-NL")
            page.goto(address)
            take_all(page, server.url, folder)
            browser.close()
        finally:
            server.stop()


def take_all(page: Page, url: str, folder: Path) -> None:
    """Decides on some things, and takes a picture of each screen."""
    decide_on_persons(page, url)
    work_on_document(page, url, folder)
    draw_sample(page, url)
    take(page, folder, "steekproef")
    for name, path in SCREENS.items():
        page.goto(url + path)
        page.wait_for_load_state("networkidle")
        take(page, folder, name)


def decide_on_persons(page: Page, url: str) -> None:
    """Redacts the first persons everywhere, by keyboard."""
    page.goto(f"{url}/personen")
    page.wait_for_load_state("networkidle")
    for _ in range(6):
        page.keyboard.press("j")
        page.keyboard.press("a")
        page.wait_for_timeout(500)


def work_on_document(page: Page, url: str, folder: Path) -> None:
    """Decides on the first places of a draft with comments, and looks at the preview."""
    open_document(page, url, 2)
    for key in "aaraaa":
        page.keyboard.press(key)
        page.wait_for_timeout(400)
    take(page, folder, "document")
    page.keyboard.press("v")
    page.wait_for_timeout(12_000)
    take(page, folder, "voorvertoning")
    page.keyboard.press("v")


def open_document(page: Page, url: str, number: int) -> None:
    """Opens a document and waits until it can be worked on."""
    page.goto(f"{url}/documenten/{number}")
    page.wait_for_selector("#document[data-ready]")
    page.wait_for_selector("#picture img")


def draw_sample(page: Page, url: str) -> None:
    """Draws a sample of sentences."""
    page.goto(f"{url}/steekproef")
    page.get_by_role("button", name="Trek een steekproef").click()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)


def take(page: Page, folder: Path, name: str) -> None:
    """Saves what the window shows."""
    page.screenshot(path=folder / f"{name}.png")


if __name__ == "__main__":
    main()
