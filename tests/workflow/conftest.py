"""A dossier of real files, read and searched once; every test reviews a copy of its own."""

import shutil

import pytest

from lakmoes.workflow import Order
from lakmoes.workflow.reviewing import opened_desk
from tests.desks import Unseen
from tests.dossiers import LETTER, MAIL, write_pdf, write_picture_page

ANSWER = f"""Van: Ouazzani, M. El (Mohamed)
Verzonden: vrijdag 4 september 2020 09:12
Aan: Leeuwerik, J. (Joost)
Onderwerp: RE: planning overleg

Beste Joost,

Dat is goed. Ik bel je op 06-12345678.

Groet,
Mohamed

{MAIL}"""


@pytest.fixture(scope="session")
def read_dossier(tmp_path_factory):
    """Folder and output of a dossier of which everything was read."""
    folder = tmp_path_factory.mktemp("gelezen") / "dossier"
    folder.mkdir()
    write_pdf(folder / "1 mail.pdf", MAIL)
    write_pdf(folder / "2 antwoord.pdf", ANSWER, LETTER)
    write_pdf(folder / "3 brief.pdf", LETTER)
    write_picture_page(folder / "4 tekening.pdf")
    (folder / "5 tekst.pdf").write_text("Dit is geen PDF.", encoding="utf-8")
    shutil.copy(folder / "1 mail.pdf", folder / "6 dubbel.pdf")
    out = folder.parent / "uit"
    with opened_desk(Order(folder=folder, out=out, workers=1), Unseen()):
        pass
    return folder, out


@pytest.fixture
def order(read_dossier, tmp_path):
    """The order of a copy."""
    folder, out = read_dossier
    shutil.copytree(folder, tmp_path / "dossier")
    shutil.copytree(out, tmp_path / "uit")
    return Order(folder=tmp_path / "dossier", out=tmp_path / "uit", workers=1)


@pytest.fixture
def desk(order):
    with opened_desk(order, Unseen()) as opened:
        yield opened
