"""What a third party gets: its own passages, framed, and nothing of anyone else."""

import docx
import pikepdf
import pymupdf
import pypdfium2
import pytest

from lakmoes.errors import ReviewError, UsageError
from lakmoes.model import Judgement
from lakmoes.workflow import Order
from lakmoes.workflow.consulting import LIST, Consultation, consult
from lakmoes.workflow.reviewing import opened_desk
from tests.desks import Unseen, judge
from tests.dossiers import LETTER, MAIL, write_pdf

PARTY = "Sluiswerk Noord"
OFFER = f"""Offertes voor de pompen

De gemeente vroeg drie bedrijven om een offerte voor de vijzels.


{PARTY} biedt een vijzel aan van staal.
Daarover belde mevrouw Dijkstra-Poelsma met {PARTY}.


Pompgigant Zuid biedt een vijzel aan van brons.
"""
REST = ["drie bedrijven", "Pompgigant", "brons", "Offertes voor", "Dijkstra", "fietspaden", "Leeuwerik"]
SETTINGS = f"""
request_number = "2021-034"
[[term]]
text = "{PARTY}"
ground = "10.2.g"
[labels]
scheme = "article-law"
place = "document"
[pages]
running_number = true
[refusal]
pages = "notice"
notice = true
"""


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    folder = tmp_path_factory.mktemp("zienswijze") / "dossier"
    folder.mkdir()
    (folder / "dossier.toml").write_text(SETTINGS, encoding="utf-8")
    _with_picture(write_pdf(folder / "1 offertes Leeuwerik.pdf", OFFER, LETTER))
    write_pdf(folder / "2 mail.pdf", MAIL)
    write_pdf(folder / "3 geweigerd.pdf", f"Over {PARTY}\n\nDe prijs is hoog.")
    write_pdf(folder / "4 opgeschort.pdf", f"Over {PARTY}\n\nDe kleur is blauw.")
    order = Order(folder=folder, out=folder.parent / "uit", workers=1)
    with opened_desk(order, Unseen()) as desk:
        judge(desk, 3, Judgement.NOT_PUBLIC, grounds=("10.2.g",))
        judge(desk, 4, Judgement.SUSPENDED)
    return order


def _with_picture(path):
    """A drawing of someone else beside the text."""
    document = pymupdf.open(path)
    document[0].draw_circle((300, 600), 60, color=(1, 0, 0), fill=(1, 0, 0))
    document.set_toc([[1, "Kanariehoofdstuk", 1], [1, "Pompgigant", 2]])
    document[0].insert_link(
        {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(60, 80, 200, 95), "uri": "https://kanarie.example"}
    )
    content = document.tobytes()
    document.close()
    path.write_bytes(content)


def consulted(order, target, **changes):
    return consult(order, Consultation(**({"party": PARTY, "target": target} | changes)), Unseen())


@pytest.fixture(scope="module")
def target(order, tmp_path_factory):
    target = tmp_path_factory.mktemp("derde") / "sluiswerk"
    outcome = consulted(order, target)
    assert not outcome.failures, outcome.failures
    assert (outcome.files, outcome.passages) == (2, 2)
    return target


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_its_passages_are_there_and_nothing_else(target):
    assert sorted(path.name for path in target.iterdir()) == [
        "01_offertes_gelakt.pdf",
        "04_opgeschort.pdf",
        "sha256.txt",
        LIST,
    ]
    text = text_of(target / "01_offertes_gelakt.pdf")
    assert f"{PARTY} biedt een vijzel aan van staal." in text
    assert text.count(PARTY) == 2
    assert "Daarover belde mevrouw" in text
    for other in REST:
        assert other not in text


def test_the_rest_of_the_page_is_black(target):
    with pymupdf.open(target / "01_offertes_gelakt.pdf") as document:
        picture = document[0].get_pixmap(dpi=36)
        assert picture.pixel(150, 300) == (0, 0, 0)
        other = document[1].get_pixmap(dpi=36)
        assert other.pixel(40, 40) == other.pixel(250, 400) == (0, 0, 0)
        assert len(document) == 2


def test_nothing_tells_of_what_is_not_shown(target):
    with pikepdf.open(target / "01_offertes_gelakt.pdf") as file:
        written = b"".join(item.unparse(resolved=True) for item in file.objects if item.is_indirect)
        assert "/Outlines" not in file.Root
    assert b"anarie" not in written
    assert b"Pompgigant" not in written


def test_frames_say_what_is_proposed(target):
    with pikepdf.open(target / "01_offertes_gelakt.pdf") as file:
        said = [str(one.Contents) for page in file.pages for one in page.get("/Annots", [])]
    assert said[0] == "Voorstel: openbaar maken"
    assert set(said[1:]) == {"Voorstel: niet openbaar maken, 10.2.g Wob"}
    assert len(said) == 3


def test_the_list_names_each_passage(target):
    document = docx.Document(target / LIST)
    assert f"Aan: {PARTY}" in [paragraph.text for paragraph in document.paragraphs]
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["Nr", "Document", "Bladzijde", "Voorstel", "Bestand"]
    assert [row[0] for row in rows[1:]] == ["1", "4"]
    assert (
        rows[1][3] == "Openbaar maken, behalve 2 plekken in een rood kader: niet openbaar maken, 10.2.g Wob"
    )
    assert "Leeuwerik" not in " ".join(rows[1])
    assert rows[1][4] == "01_offertes_gelakt.pdf"


def test_a_document_that_concerns_it_is_shown_whole_but_for_others(order, tmp_path):
    outcome = consulted(order, tmp_path / "doel", documents=frozenset({"2"}))
    assert outcome.files == 3
    text = text_of(tmp_path / "doel" / "02_mail.pdf")
    assert "sluit ook aan" in text
    assert "Leeuwerik" not in text
    assert "06-12345678" not in text


def test_other_ways_of_writing_the_name_are_found_too(order, tmp_path):
    outcome = consulted(order, tmp_path / "doel", party="Anders", also=("sluiswerk  noord",))
    assert outcome.passages == 2


def test_nothing_is_published_and_nothing_changes(order, target):
    assert not (order.out / "gelakt").exists()
    assert not list(order.out.glob(".lakmoes-*"))


@pytest.mark.parametrize(
    ("changes", "kind", "code"),
    [
        ({"party": "Niemand B.V."}, ReviewError, "party-nowhere"),
        ({"party": " . "}, UsageError, "party-name"),
        ({"documents": frozenset({"9"})}, ReviewError, "no-such-document"),
    ],
)
def test_what_cannot_be_asked_is_refused(order, tmp_path, changes, kind, code):
    with pytest.raises(kind) as caught:
        consulted(order, tmp_path / "doel", **changes)
    assert caught.value.code == code
    assert not (tmp_path / "doel").exists()


def test_nothing_is_put_within_the_dossier(order):
    with pytest.raises(UsageError) as caught:
        consulted(order, order.folder / "doel")
    assert caught.value.code == "package-in-folder"
