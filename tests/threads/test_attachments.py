"""What a mail names as its attachments, found among the documents of the dossier."""

from datetime import date

import pytest

from lakmoes.model import DocumentKind, SourceDocument
from lakmoes.threads.attachments import attachments
from lakmoes.threads.relation import RelationType
from tests.builders import text_page as page

HEAD = "Van:\tHoekstra, P.\nVerzonden:\tdinsdag 4 mei 2021 09:15\nOnderwerp:\tRE: vaart"


def document(identity, number, *, name="", kind=DocumentKind.OTHER, title="", day=date(2021, 5, 1)):
    return SourceDocument(
        id=identity,
        number=number,
        file_name=name or f"{number:02}_stuk.pdf",
        title=title,
        date=day,
        kind=kind,
        page_count=1,
    )


def found(*given):
    documents = [one for one, _ in given]
    pages = {one.id: (page(one.id, text),) for one, text in given}
    return [(one.number, one.other, one.score) for one in attachments(documents, pages)]


def mail(names, number=1, day=date(2021, 5, 4)):
    text = f"{HEAD}\n{names}\n\nBeste collega,\n\nZie de stukken."
    return document(f"m{number}", number, kind=DocumentKind.EMAIL, day=day), text


@pytest.mark.parametrize(
    ("names", "file_name", "text", "score"),
    [
        ("Bijlagen:\tvaarplan zomer.docx", "07_vaarplan_zomer.pdf", "Iets anders", 0.95),
        ("Bijlage(n): 1. vaarplan zomer.docx", "vaarplan-zomer.pdf", "Iets anders", 0.95),
        ("Attachments: x.docx; sluis_v3_PH.xlsx", "02_s.pdf", "Stand 3 mei – sluis_v3_PH.xlsx, blad 1", 0.95),
        ("Bijlagen:\tVBK-2021-0417.pdf", "02_s.pdf", "Vaarbouw\n\nOfferte VBK/2021/0417\n\nGeachte", 0.85),
        ("Bijlagen: logo.png; planning sluis mei.pdf", "02_s.pdf", "Planning sluis mei – concept", 0.85),
        (
            "Bijlagen: rooster sluis okt.pdf",
            "02_s.pdf",
            "Rooster brugwachters\nsluis Oost oktober 2021",
            0.65,
        ),
        ("Bijlagen: a b.docx;\nvaarplan zomer.docx", "vaarplan zomer.pdf", "Iets anders", 0.95),
        ("> Bijlagen: vaarplan zomer.docx", "vaarplan zomer.pdf", "Iets anders", 0.95),
    ],
)
def test_is_found_by_what_it_is_called(names, file_name, text, score):
    assert found(mail(names), (document("b", 2, name=file_name), text)) == [(2, 1, score)]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ("Bijlagen: image001.png", "image001 staat hier"),
        ("Bijlagen: FW planning sluis mei.msg", "Planning sluis mei"),
        ("Bijlagen: sluis_v3_PH.xlsx", "Stand 3 mei – sluis_v7_PH.xlsx"),
        ("Bijlagen: sluis_v3.xlsx", "Bestand: sluis_v3_met_opmerkingen.xlsx"),
        ("Bijlagen: brief.pdf", "Brief over de sluis"),
        ("In de bijlagen: planning sluis mei", "Planning sluis mei"),
        ("Bijlagen\t2", "2 stuks"),
    ],
)
def test_what_tells_too_little_or_something_else_is_not(names, text):
    assert found(mail(names), (document("b", 2), text)) == []


def test_a_name_that_fits_two_documents_is_neither():
    text = "Planning sluis mei"
    assert (
        found(mail("Bijlagen: planning sluis mei.pdf"), (document("b", 2), text), (document("c", 3), text))
        == []
    )


def test_the_surest_sign_counts_where_another_document_has_a_lesser_one():
    given = mail("Bijlagen: planning sluis mei.pdf")
    same, row = document("b", 2, name="planning sluis mei.pdf"), document("c", 3)
    assert found(given, (same, "Tabel"), (row, "Planning sluis mei")) == [(2, 1, 0.95)]


def test_what_is_younger_was_not_attached_and_what_bears_no_date_may_be():
    given, text = mail("Bijlagen: planning sluis mei.pdf"), "Planning sluis mei"
    assert found(given, (document("b", 2, day=date(2021, 6, 1)), text)) == []
    assert found(given, (document("b", 2, day=None), text)) == [(2, 1, 0.85)]


def test_a_mail_or_the_document_itself_is_none():
    first, second = mail("Bijlagen: planning sluis mei.pdf"), mail("Planning sluis mei", 2)
    assert found(first, second) == []


def test_goes_with_every_mail_that_names_it():
    names = "Bijlagen: planning sluis mei.pdf"
    text = "Planning sluis mei"
    assert found(mail(names), mail(names, 3), (document("b", 2), text)) == [(2, 1, 0.85), (2, 3, 0.85)]


def test_the_evidence_holds_no_text_of_the_documents():
    given, one = mail("Bijlagen: planning sluis mei.pdf"), document("b", 2)
    pages = {given[0].id: (page("m1", given[1]),), "b": (page("b", "Planning sluis mei"),)}
    (relation,) = attachments([given[0], one], pages)
    assert relation.type is RelationType.ATTACHMENT_OF
    assert "sluis" not in relation.evidence
