"""Small real dossiers for tests: PDFs with invented people, made on the spot."""

from pathlib import Path

import pymupdf

MAIL = """Van: Leeuwerik, J. (Joost)
Verzonden: donderdag 3 september 2020 16:52
Aan: Ouazzani, M. El (Mohamed)
Onderwerp: planning overleg

Beste Mohamed,

Bel mij morgen op 06-12345678 of mail naar j.leeuwerik@politie.nl.
Mevrouw Dijkstra-Poelsma sluit ook aan.

Met vriendelijke groet,

Joost Leeuwerik
beleidsmedewerker
"""
LETTER = """Datum 26 januari 2021
Onderwerp Beantwoording vragen over fietspaden

Geachte voorzitter,

Hierbij zend ik u de antwoorden op de vragen over de aanleg van fietspaden.
De aanleg begint in het voorjaar en duurt drie maanden.

Hoogachtend,
"""


class Unseen:
    """Progress that nobody looks at."""

    def begin(self, stage: str, documents: int, pages: int) -> None:
        """Shows nothing."""

    def advance(self, pages: int) -> None:
        """Shows nothing."""


def write_pdf(path: Path, *texts: str, **options: object) -> Path:
    """A PDF with one page per text, one line of text a line."""
    document = pymupdf.open()
    for text in texts:
        page = document.new_page()
        for number, line in enumerate(text.split("\n")):
            if line:
                page.insert_text((60, 80 + 18 * number), line, fontsize=11)
    document.set_metadata({"author": "Joost Leeuwerik", "title": "planning"})
    document.save(path, **options)
    document.close()
    return path


def write_picture_page(path: Path) -> Path:
    """A PDF whose only page is a drawing: ink without any text."""
    document = pymupdf.open()
    page = document.new_page()
    for number in range(12):
        page.draw_circle((300, 400), 20 + 15 * number, color=(0, 0, 0), width=3)
    document.save(path)
    document.close()
    return path


def write_awkward_folder(folder: Path) -> Path:
    """All that can be wrong with files, beside two that are right."""
    folder.mkdir(parents=True, exist_ok=True)
    write_pdf(folder / "01 gewone mail.pdf", MAIL)
    write_pdf(
        folder / "02 beveiligd.pdf", MAIL, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="a", owner_pw="b"
    )
    whole = (folder / "01 gewone mail.pdf").read_bytes()
    (folder / "03 afgebroken.pdf").write_bytes(whole[: len(whole) // 3])
    (folder / "04 leeg.pdf").write_bytes(b"")
    write_picture_page(folder / "05 tekening.pdf")
    (folder / "06 tekst.pdf").write_text("Dit is geen PDF.", encoding="utf-8")
    (folder / "07 dubbel.pdf").write_bytes(whole)
    write_pdf(folder / "08 Brief aan café ‘Überhaupt’ – één.pdf", LETTER)
    return folder
