"""What is published, and that nothing internal is: canaries everywhere, looked for in every byte."""

import csv
import hashlib
import io
import json
import re
import shutil
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as Tree

import docx
import openpyxl
import pikepdf
import pymupdf
import pypdfium2
import pytest

from lakmoes.errors import ReviewError, UsageError
from lakmoes.model import (
    Assessment,
    Completion,
    DocumentDecision,
    DocumentProgress,
    Judgement,
    Motivation,
    Opinion,
    PersonDecision,
    RelationDecision,
    Remark,
    Reviewer,
    ReviewerRole,
    SampleAnswer,
    SampleUnit,
    Verdict,
)
from lakmoes.workflow import Order
from lakmoes.workflow.letters import write_letter
from lakmoes.workflow.packaging import Wish, package
from lakmoes.workflow.reviewing import opened_desk
from tests.desks import ME, Unseen, decide_all, place_of, say
from tests.dossiers import LETTER, MAIL, write_pdf

TERM = "Vogelzwaluwnet"
NUMBER = "06-12345678"
SPY = Reviewer(name="Kanariebehandelaar", role=ReviewerRole.REVIEWER)
INTERNAL = {
    "maker": "Kanariemaker",
    "comment": "Kanarieballon",
    "attachment": "Kanariebijlage",
    "scope": "Kanariereikwijdte",
    "exempt": "Kanarievrijstelling",
    "remark on a decision": "Kanarieopmerking",
    "reason for a person": "Kanariepersoon",
    "reason for a relation": "Kanarierelatie",
    "reason out of scope": "Kanariereden",
    "question": "Kanarievraag",
    "thread": "Kanariedraad",
    "sample": "Kanariesteekproef",
    "reviewer": SPY.name,
    "other reviewer": ME.name,
    "imported": "Kanarieimport",
    "stray file": "Kanarieverdwaald",
    "folder": "kanariemap",
    "name": "Leeuwerik",
    "number": NUMBER,
    "term": TERM,
}
"""What may be nowhere in what is published, by where it was put."""
SETTINGS = f"""
title = "Dossier {TERM} en fietspaden"
request_number = "2021-034"
decision_date = 2021-06-07
scope = "de {INTERNAL["scope"]} en het {TERM}"
[[exempt]]
name = "{INTERNAL["exempt"]}"
[[term]]
text = "{TERM}"
ground = "10.2.g"
[platform]
matter = "woo-2021.034"
prefix = "WVP"
[publisher]
name = "ministerie van Proeven"
[refusal]
notice = true
"""
NOTE = f"""Nota voor de directeur
Datum 3 maart 2021

Het overleg over {TERM} is verplaatst naar de zaal op de derde verdieping.
De kosten van de fietspaden blijven binnen de begroting van dit jaar.
"""


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    """A dossier of which everything was decided, with canaries in all that people and files can hold."""
    folder = tmp_path_factory.mktemp("pakket") / INTERNAL["folder"]
    folder.mkdir()
    (folder / "dossier.toml").write_text(SETTINGS, encoding="utf-8")
    _with_leftovers(write_pdf(folder / "1 mail.pdf", MAIL))
    write_pdf(folder / f"2 nota {TERM}.pdf", NOTE)
    write_pdf(folder / f"3 brief {INTERNAL['reason out of scope']}.pdf", LETTER)
    write_pdf(folder / "4 verslag.pdf", f"Verslag van {TERM}\n\nEr is niets besloten over de brug.")
    (folder / "5 tekst.pdf").write_text("Dit is geen PDF.", encoding="utf-8")
    order = Order(folder=folder, out=folder.parent / "uit", workers=1)
    with opened_desk(order, Unseen()) as desk:
        decide_all(desk)
        _say_all(desk)
    (order.out / "gelakt" / f"{INTERNAL['stray file']}.pdf").parent.mkdir(exist_ok=True)
    write_pdf(order.out / "gelakt" / f"{INTERNAL['stray file']}.pdf", INTERNAL["stray file"])
    write_letter(order, Unseen())
    return order


def _with_leftovers(path):
    """What people forget: metadata, a comment, an attachment."""
    document = pymupdf.open(path)
    document.set_metadata({"author": INTERNAL["maker"], "title": TERM, "keywords": INTERNAL["maker"]})
    document[0].add_text_annot((300, 300), INTERNAL["comment"])
    document.embfile_add(f"{INTERNAL['attachment']}.txt", INTERNAL["attachment"].encode())
    content = document.tobytes()
    document.close()
    path.write_bytes(content)


def _say_all(desk):
    """All that people can type, each with a word of its own."""
    first, third, fourth = (desk.document(number).document.id for number in (1, 3, 4))
    decision = desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.REDACT)
    person = next(one for one in desk.persons if INTERNAL["name"] in one.name)
    sample = desk.draw_sample(ME, SampleUnit.PAGE, 1, 7)
    about = f"suggestion/{place_of(desk, 1, NUMBER)}"
    say(
        desk,
        replace(decision, remark=INTERNAL["remark on a decision"], imported=INTERNAL["imported"]),
        PersonDecision(person_id=person.id, verdict=Verdict.REDACT, reason=INTERNAL["reason for a person"]),
        RelationDecision(
            document_id=first, type="attachment_of", other=4, reason=INTERNAL["reason for a relation"]
        ),
        DocumentDecision(
            document_id=third, judgement=Judgement.OUT_OF_SCOPE, reason=INTERNAL["reason out of scope"]
        ),
        DocumentDecision(
            document_id=fourth,
            judgement=Judgement.NOT_PUBLIC,
            grounds=("10.2.g",),
            reason=f"Het verslag gaat over {TERM} van de heer Leeuwerik.",
        ),
        Remark(about=about, text=INTERNAL["thread"]),
        SampleAnswer(sample=sample.body.subject, item="x/0", missed=False, remark=INTERNAL["sample"]),
        *(Motivation(ground=code, text=f"Dit weegt zwaar, ook bij {TERM}.") for code in ("10.2.e", "10.2.g")),
        reviewer=SPY,
    )
    question = Assessment(
        about=about, entry=desk.log.basis(about), opinion=Opinion.QUESTION, text=INTERNAL["question"]
    )
    say(desk, question, reviewer=SPY)
    agreed = replace(question, opinion=Opinion.AGREE, text="")
    say(desk, agreed, reviewer=SPY)
    finish(desk)


def finish(desk):
    """Finishes all documents again, for what was said since reopened them."""
    for number in (*desk.documents, *desk.refused):
        identity = desk.source(number).id
        say(desk, Completion(document_id=identity, progress=DocumentProgress.FINISHED))


@pytest.fixture(scope="module")
def target(order, tmp_path_factory):
    """The package, with the letter as it was made; what was to be filled in is filled in."""
    _fill_in(order.out / "besluit.docx")
    target = tmp_path_factory.mktemp("doel") / "publicatie"
    packaged = package(order, Wish(target=target), Unseen())
    assert (packaged.path, packaged.concept, packaged.missing) == (target, False, ())
    return target


def _fill_in(path):
    """Works on the letter as a person does, in whose name the file then is."""
    document = docx.Document(path)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = re.sub(r"\[vul aan[^\]]*\]", "ingevuld", run.text)
    document.core_properties.last_modified_by = SPY.name
    document.core_properties.comments = INTERNAL["thread"]
    document.save(path)


def files_in(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def seen_in(name, content):
    """All that can be found in a file: its name, its bytes, and what is packed in it."""
    yield name.encode()
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package_:
            for part in package_.namelist():
                yield from seen_in(part, package_.read(part))
    elif content.startswith(b"%PDF"):
        yield from _seen_in_pdf(content)
    elif content.lstrip().startswith(b"<"):
        yield re.sub(rb"<[^>]*>", b"", content)


def _seen_in_pdf(content):
    with pikepdf.open(io.BytesIO(content)) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Stream):
                yield item.get_raw_bytes() if "/DCTDecode" in str(item.get("/Filter")) else item.read_bytes()
            yield str(item.unparse(resolved=True), "latin-1").encode() if item.is_owned_by(file) else b""
            yield from _strings_in(item)
    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            text = page.get_textpage().get_text_range()
            yield text.encode()
            yield re.sub(r"\s", "", text).encode()
    finally:
        document.close()


def _strings_in(item):
    if isinstance(item, pikepdf.String):
        yield str(item).encode()
    elif isinstance(item, pikepdf.Array):
        for part in item:
            yield from _strings_in(part)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key in item.keys():  # noqa: SIM118 - pikepdf's objects are iterated by key only so
            part = item.get(key)
            if not isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
                yield from _strings_in(part)


def found_in(canary, paths):
    """The files in which a text can be found, in any of the ways in which files write it."""
    forms = [canary.lower().encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return [
        name
        for name, path in paths.items()
        if any(form in seen.lower() for seen in seen_in(name, path.read_bytes()) for form in forms)
    ]


@pytest.mark.parametrize("canary", INTERNAL.values(), ids=INTERNAL.keys())
def test_nothing_internal_is_published(target, order, canary):
    internal = files_in(order.folder.parent)
    assert found_in(canary, internal), "the canary was not put anywhere, or cannot be found"
    assert found_in(canary, files_in(target)) == []


def test_hashes_of_originals_are_internal(target, order):
    for path in order.folder.glob("*.pdf"):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert found_in(digest, files_in(order.out / "intern"))
        assert found_in(digest, files_in(target)) == []


def test_the_package_holds_what_is_published_and_nothing_else(target):
    assert sorted(files_in(target)) == sorted(
        [
            "besluit.docx",
            "documenten/01_mail.pdf",
            "documenten/02_nota_gelakt.pdf",
            "documenten/04_verslag.pdf",
            *(f"inventarislijst.{ending}" for ending in ("csv", "docx", "json", "pdf", "xlsx")),
            *(f"metadata/{name}.xml" for name in ("01_mail", "02_nota_gelakt", "dossier")),
            "platform/documenten.zip",
            "platform/productierapport.xlsx",
            "sha256.txt",
            "verificatierapport.txt",
        ]
    )


def test_every_file_is_named_with_its_sha256(target):
    listed = dict(
        reversed(line.split("  ", 1)) for line in (target / "sha256.txt").read_text("utf-8").splitlines()
    )
    found = {name: path for name, path in files_in(target).items() if name != "sha256.txt"}
    assert listed == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()}
    report = (target / "verificatierapport.txt").read_text("utf-8")
    assert listed["documenten/01_mail.pdf"] in report


def test_the_platform_finds_a_file_for_every_row_that_it_publishes(target):
    sheet = openpyxl.load_workbook(target / "platform" / "productierapport.xlsx").worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    rows = [dict(zip(head, row, strict=True)) for row in rows]
    with zipfile.ZipFile(target / "platform" / "documenten.zip") as files:
        names = files.namelist()
        assert files.read("WVP0001.pdf") == (target / "documenten" / "01_mail.pdf").read_bytes()
    published = [row["ID"] for row in rows if row["Beoordeling"] in ("Openbaar", "Deels openbaar")]
    assert names == [f"{identity}.pdf" for identity in published]
    assert [row["Family"] for row in rows] == [1, None, None, 1, None]
    assert rows[0]["Gerelateerd ID"] == "WVP0004"


def test_what_is_published_by_design_is_there_without_redacted_texts(target):
    with (target / "inventarislijst.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert "Het verslag gaat over [10.2.g] van de heer [10.2.e]" in rows[3]["Opmerkingen"]
    letter = "\n".join(paragraph.text for paragraph in docx.Document(target / "besluit.docx").paragraphs)
    assert "Dit weegt zwaar, ook bij [10.2.g]." in letter
    title = "Dossier [10.2.g] en fietspaden"
    assert json.loads((target / "inventarislijst.json").read_text("utf-8"))["title"] == title
    described = Tree.parse(target / "metadata" / "dossier.xml").getroot()
    assert [one.text for one in described.iter() if one.tag.endswith("officieleTitel")] == [title]


def test_the_internal_file_holds_what_must_be_kept(target, order):
    internal = order.out / "intern"
    assert "Dit weegt zwaar" in (internal / "motiveringen.txt").read_text("utf-8")
    assert INTERNAL["reason for a person"] in (internal / "besluiten.jsonl").read_text("utf-8")
    assert SPY.name in (internal / "logboek.csv").read_text("utf-8")
    lines = (internal / "originelen.sha256.txt").read_text("utf-8").splitlines()
    assert [line.partition("  ")[2] for line in lines] == sorted(
        path.name for path in order.folder.iterdir() if path.name != "dossier.toml"
    )
    assert list((internal / "verificatie").glob("*.plan.json"))


def test_a_zip_holds_the_same(target, order, tmp_path):
    packaged = package(order, Wish(target=tmp_path / "publicatie", zipped=True), Unseen())
    assert packaged.path == tmp_path / "publicatie.zip"
    with zipfile.ZipFile(packaged.path) as made:
        assert {name: made.read(name) for name in made.namelist()} == {
            name: path.read_bytes() for name, path in files_in(target).items()
        }


# what is refused


@pytest.fixture
def copied(target, order, tmp_path):
    """A copy to change; its package was made before."""
    shutil.copytree(order.folder, tmp_path / "dossier")
    shutil.copytree(order.out, tmp_path / "uit")
    return Order(folder=tmp_path / "dossier", out=tmp_path / "uit", workers=1)


def refused(order, tmp_path, **wish):
    with pytest.raises((ReviewError, UsageError)) as caught:
        package(order, Wish(target=tmp_path / "doel", **wish), Unseen())
    assert not (tmp_path / "doel").exists()
    return caught.value.code


def test_a_dossier_that_is_not_ready_is_packed_as_a_concept_only(copied, tmp_path):
    with opened_desk(copied, Unseen()) as desk:
        identity = desk.document(1).document.id
        say(desk, Completion(document_id=identity, progress=DocumentProgress.OPEN))
    assert refused(copied, tmp_path) == "package-blocked"
    packaged = package(copied, Wish(target=tmp_path / "doel", concept=True), Unseen())
    assert packaged.concept
    assert packaged.missing == ("platform",)
    assert "CONCEPT - NIET PUBLICEREN.txt" in packaged.names


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"Dit gaat over {TERM}.", "letter-holds-redacted"),
        ("Wij danken de heer Leeuwerik.", "letter-holds-redacted"),
        ("Nog [vul aan: de datum].", "letter-to-fill-in"),
    ],
)
def test_a_letter_that_may_not_be_published_is_refused(copied, tmp_path, text, code):
    path = copied.out / "besluit.docx"
    document = docx.Document(path)
    document.add_paragraph(text)
    document.save(path)
    assert refused(copied, tmp_path) == code


def test_a_letter_that_contradicts_the_list_is_refused(copied, tmp_path):
    document = docx.Document()
    document.add_heading("Artikel 10, tweede lid, aanhef en onder e, van de Wob", 2)
    document.add_paragraph("Op grond hiervan is informatie geweigerd in de documenten 2 en 3.")
    document.save(tmp_path / "ander.docx")
    assert refused(copied, tmp_path, letter=tmp_path / "ander.docx") == "letter-differs"


def test_a_letter_as_pdf_is_taken_or_refused_for_what_it_holds(copied, tmp_path):
    path = _with_leftovers_in(tmp_path / "besluit.pdf")
    assert refused(copied, tmp_path, letter=path) == "letter-not-clean"
    assert refused(copied, tmp_path, letter=tmp_path / "nergens.docx") == "file-missing"


def _with_leftovers_in(path):
    _with_leftovers(write_pdf(path, "Besluit"))
    return path


def test_a_package_is_never_made_within_the_dossier(copied):
    with pytest.raises(UsageError) as caught:
        package(copied, Wish(target=copied.folder / "publicatie"), Unseen())
    assert caught.value.code == "package-in-folder"


def test_files_of_people_are_not_replaced(copied, tmp_path):
    (tmp_path / "doel").mkdir()
    (tmp_path / "doel" / "eigen.txt").write_text("van een mens", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        package(copied, Wish(target=tmp_path / "doel"), Unseen())
    assert caught.value.code == "package-not-ours"
