"""The dossiers that are reviewed: a small one of invented people, and one with very much on a page."""

from pathlib import Path

import pymupdf

from tests.dossiers import LETTER, MAIL, write_pdf, write_picture_page

ANSWER = """Van: Ouazzani, M. El (Mohamed)
Verzonden: vrijdag 4 september 2020 09:10
Aan: Leeuwerik, J. (Joost)
Onderwerp: RE: planning overleg

Beste Joost,

Dat is goed. Ik bel je om tien uur.
Het projectnummer is Zilvermeeuw 12.

Groet, Mohamed
"""
MANY = 500
COLUMNS = 5
LONG = 60
MAIL_NUMBER, ANSWER_NUMBER, LETTER_NUMBER, DRAWING_NUMBER = 1, 2, 3, 4
CROWD_NUMBER, LONG_NUMBER = 1, 2


def write_small(folder: Path) -> None:
    """Two mails in which the same people are named, a letter without names, and a drawing without text."""
    folder.mkdir(parents=True)
    write_pdf(folder / "1 mail.pdf", MAIL)
    write_pdf(folder / "2 antwoord.pdf", ANSWER)
    write_pdf(folder / "3 brief.pdf", LETTER)
    write_picture_page(folder / "4 tekening.pdf")
    settings = 'law = "woo"\ntitle = "Fietspaden"\n[review]\npages_seen = true\n'
    (folder / "dossier.toml").write_text(settings, encoding="utf-8")


def write_large(folder: Path) -> None:
    """A page with 500 suggestions, and a document of many pages."""
    folder.mkdir(parents=True)
    _write_crowd(folder / "1 lijst.pdf")
    write_pdf(folder / "2 lang.pdf", *(f"Bladzijde {n}\n\n{LETTER}" for n in range(1, LONG + 1)))
    (folder / "dossier.toml").write_text('law = "woo"\n', encoding="utf-8")


def _write_crowd(path: Path) -> None:
    """One page with as many mail addresses as a page can bear."""
    document = pymupdf.open()
    page = document.new_page()
    for number in range(MANY):
        row, column = divmod(number, COLUMNS)
        page.insert_text((30 + 110 * column, 30 + 7.8 * row), f"p.vogel{number}@veldmuis.nl", fontsize=5.5)
    document.save(path)
    document.close()
