"""The decision letter of real files, and all that ``lakmoes check`` says of them."""

import shutil
from dataclasses import replace

import docx
import pytest

from lakmoes.errors import UsageError
from lakmoes.model import (
    Box,
    Decision,
    DocumentDecision,
    Judgement,
    Motivation,
    PersonDecision,
    Region,
    RelationDecision,
    Verdict,
)
from lakmoes.review.blocking import Level
from lakmoes.workflow.assessing import assessed
from lakmoes.workflow.letters import write_letter
from lakmoes.workflow.reviewing import opened_desk
from tests.desks import Unseen, decide_all, judge, place_of, say
from tests.dossiers import write_pdf

SETTINGS = """law = "{law}"
title = "Planning"
request_number = "2021-0042"
request_date = 2026-01-25
decision_date = 2026-06-07

[letter]
body = "Gemeente Voorbeeldstad"
"""


def settle(order, law="wob", more=""):
    (order.folder / "dossier.toml").write_text(SETTINGS.format(law=law) + more, encoding="utf-8")


def finish(desk):
    """Decides everything; the drawing, which nobody can read, is out of scope."""
    decide_all(desk)
    judge(desk, 4, Judgement.OUT_OF_SCOPE)


def text_of(path):
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def codes_of(order, letter=None):
    return [one.code for one in assessed(order, Unseen(), letter)]


def test_the_letter_of_a_dossier_that_is_done(order):
    settle(order)
    with opened_desk(order, Unseen()) as desk:
        decide_all(desk)
        judge(desk, 4, Judgement.NOT_PUBLIC, grounds=("10.2.g",))
        decision = desk.log.holding(f"judgement/{desk.documents[4].document.id}").body
        say(desk, Motivation(ground="10.2.g", text="Hierom niet.", about=decision.subject))
    written = write_letter(order, Unseen())
    text = text_of(written.path)
    assert written.path == order.out / "besluit.docx"
    assert "Gemeente Voorbeeldstad" in text
    assert "De namen doen niet ter zake." in text
    assert "Deze grond geldt voor de documenten 1 en 2." in text
    assert "Bij document 4: Hierom niet." in text
    assert "Deze documenten zijn gelijk aan een ander document dat wij hebben beoordeeld: 6." in text
    assert written.open_count == text.count("[vul aan")
    assert not written.concept
    assert codes_of(order, written.path) == []


def test_a_dossier_that_is_not_done_gives_a_concept(order):
    settle(order)
    written = write_letter(order, Unseen())
    assert written.concept
    found = assessed(order, Unseen())
    assert {"open", "not-finished", "motivation-missing"} <= {one.code for one in found}
    levels = [one.level for one in found]
    assert levels == sorted(levels, key=lambda level: level is Level.WARNING)
    first = next(one for one in found if one.code == "open")
    assert first.text.startswith(f"Document {first.document}, ")
    assert first.page == 1


def test_a_redacted_name_does_not_get_into_the_letter(order):
    settle(order)
    with opened_desk(order, Unseen()) as desk:
        decide_all(desk)
        person = next(one for one in desk.persons if "Leeuwerik" in one.name)
        said = PersonDecision(person_id=person.id, verdict=Verdict.REDACT)
        about = f"suggestion/{place_of(desk, 1, 'Joost Leeuwerik')}"
        text = "Joost Leeuwerik is ambtenaar.\n\nDe heer Leeuwerik treedt niet in het openbaar."
        say(desk, said, Motivation(ground="10.2.e", text=text))
        say(desk, Motivation(ground="10.2.e", text="Over Leeuwerik.", about=about))
    text = text_of(write_letter(order, Unseen()).path)
    assert "Leeuwerik" not in text
    assert "[10.2.e] is ambtenaar." in text


def test_roles_of_names_that_stay_are_named(order):
    settle(order, more='\n[[exempt]]\nname = "Mohamed El Ouazzani"\nrole = "directeur"\n')
    with opened_desk(order, Unseen()) as desk:
        person = next(one for one in desk.persons if "Leeuwerik" in one.name)
        say(desk, PersonDecision(person_id=person.id, verdict=Verdict.KEEP, role="directeur_generaal"))
    assert "gaat het om: directeur en directeur-generaal." in text_of(write_letter(order, Unseen()).path)


def test_a_letter_that_people_changed_is_not_overwritten(order):
    settle(order)
    first = write_letter(order, Unseen()).path
    before = first.read_bytes()
    assert write_letter(order, Unseen()).path == first
    assert first.read_bytes() == before
    document = docx.Document(str(first))
    document.add_paragraph("Van ons.")
    document.save(str(first))
    second = write_letter(order, Unseen()).path
    assert second == order.out / "besluit-2.docx"
    assert "Van ons." in text_of(first)
    assert write_letter(order, Unseen()).path == second


def test_a_template_in_the_folder_is_used_and_is_no_document(order):
    document = docx.Document()
    document.add_paragraph("Namens {{ bestuursorgaan }}: {{ documenten.aantal }} stuks.")
    document.save(str(order.folder / "eigen.docx"))
    (order.folder / "dossier.toml").write_text(
        '[letter]\ntemplate = "eigen.docx"\nbody = "B"\n', encoding="utf-8"
    )
    assert text_of(write_letter(order, Unseen()).path) == "Namens B: 6 stuks."


@pytest.mark.parametrize("template", ["weg.docx", "../elders.docx"])
def test_a_template_that_is_not_in_the_folder_is_told(order, template):
    shutil.copy(order.folder / "1 mail.pdf", order.folder.parent / "elders.docx")
    (order.folder / "dossier.toml").write_text(f'[letter]\ntemplate = "{template}"\n', encoding="utf-8")
    with pytest.raises(UsageError, match="letter-template-missing"):
        write_letter(order, Unseen())


def test_each_number_that_differs_from_the_inventory_is_listed(order, tmp_path):
    settle(order)
    with opened_desk(order, Unseen()) as desk:
        finish(desk)
    document = docx.Document()
    document.add_heading("Artikel 10, tweede lid, aanhef en onder e, van de Wob", level=1)
    document.add_paragraph("Dit geldt voor de documenten 1, 3 en 12.")
    document.save(str(tmp_path / "besluit.docx"))
    found = assessed(order, Unseen(), tmp_path / "besluit.docx")
    listed = {(one.code, one.document) for one in found}
    assert listed == {("letter-lacks", 2), ("letter-adds", 3), ("letter-unknown-document", 0)}
    assert any("document 12" in one.text for one in found)


def test_a_letter_as_pdf_is_compared_too_and_its_page_is_named(order, tmp_path):
    settle(order)
    with opened_desk(order, Unseen()) as desk:
        finish(desk)
    first = "Besluit op uw verzoek\n\nWij hebben documenten gevonden."
    second = "Artikel 10, tweede lid, aanhef en onder e\n\nDit geldt voor de documenten 1, 2\nen 3."
    path = write_pdf(tmp_path / "besluit.pdf", first, second)
    (one,) = assessed(order, Unseen(), path)
    assert (one.code, one.document, one.letter_page) == ("letter-adds", 3, 2)
    assert "(bladzijde 2 van het besluit)" in one.text


@pytest.mark.parametrize(
    ("name", "code"),
    [("weg.docx", "file-missing"), ("x.docx", "letter-unreadable"), ("x.pdf", "letter-unreadable")],
)
def test_a_letter_that_cannot_be_read_is_told(order, tmp_path, name, code):
    if not name.startswith("weg"):
        (tmp_path / name).write_text("niets", encoding="utf-8")
    with pytest.raises(UsageError, match=code):
        assessed(order, Unseen(), tmp_path / name)


def test_grounds_that_changed_since_publishing_are_told(order):
    settle(order)
    with opened_desk(order, Unseen()) as desk:
        finish(desk)
        desk.publish(Unseen())
    assert codes_of(order) == []
    with opened_desk(order, Unseen()) as desk:
        region = Region(
            document_id=desk.documents[3].document.id, page_index=0, box=Box(x0=60, y0=60, x1=90, y1=90)
        )
        say(desk, Decision(verdict=Verdict.REDACT, region=region, grounds=("10.1.c",)))
        judge(desk, 3, Judgement.PARTLY_PUBLIC)
    found = [one for one in assessed(order, Unseen()) if one.code.startswith("ground")]
    assert [(one.code, one.document) for one in found] == [
        ("ground-not-in-document", 3),
        ("ground-not-printed", 3),
    ]


def test_what_the_woo_asks_stands_in_the_way_of_publishing(order):
    settle(order, law="woo")
    with opened_desk(order, Unseen()) as desk:
        decide_all(desk)
        say(desk, Motivation(ground="5.1.2.e", text="De namen doen niet ter zake."))
        codes = {block.code for block in desk.blocks()}
        assert "old-not-motivated" in codes
        say(desk, Motivation(ground="5.1.2.e", text="Ook na vijf jaar doen de namen niet ter zake."))
        assert "old-not-motivated" not in {block.code for block in desk.blocks()}
    text = text_of(write_letter(order, Unseen()).path)
    assert "in de documenten met de nummers 1 en 2." in text
    assert "Die motivering staat hierboven bij de gronden." in text


def test_a_chain_that_is_refused_whole_and_can_be_read_elsewhere_asks_for_a_look(order):
    settle(order)
    with opened_desk(order, Unseen()) as desk:
        judge(desk, 2, Judgement.NOT_PUBLIC, grounds=("11.1",))
        relation = RelationDecision(
            document_id=desk.documents[1].document.id, type="contained_in", other=2, reason="Gezien."
        )
        say(desk, relation)
        found = {block.code: block for block in desk.blocks()}
    assert found["chain-refused-whole"].detail == "2"
    assert found["copy-disclosed"].detail == "1"


def test_a_draft_that_is_refused_as_a_whole_says_why(order):
    settle(order)
    with opened_desk(order, Unseen()) as desk:
        identity = desk.documents[3].document.id
        decision = DocumentDecision(
            document_id=identity,
            judgement=Judgement.NOT_PUBLIC,
            grounds=("11.1",),
            reason="Conceptversie van 2",
        )
        relation = RelationDecision(document_id=identity, type="draft_of", other=2, reason="Gezien.")
        say(desk, decision, relation)
        assert "draft-reason-thin" in {block.code for block in desk.blocks()}
        say(desk, replace(decision, reason="Bevat afwegingen die later zijn verlaten."))
        assert "draft-reason-thin" not in {block.code for block in desk.blocks()}


def test_the_request_is_enough_to_reckon_with(order):
    settle(order, law="woo")
    path = order.folder / "dossier.toml"
    path.write_text(path.read_text("utf-8").replace("decision_date = 2026-06-07\n", ""), encoding="utf-8")
    assert "old-not-motivated" in codes_of(order)
