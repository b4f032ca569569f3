"""Code names of investigations and projects."""

import pytest

from lakmoes.detection.firms import firm_findings
from lakmoes.model import DocumentKind, FindingKind
from tests.builders import document_of, text_page

CASE, PROJECT = FindingKind.OPERATIONAL, FindingKind.DISADVANTAGE


def found(*texts, kinds=()):
    kinds = kinds or [DocumentKind.MEMO] * len(texts)
    documents = [document_of(number, kind) for number, kind in enumerate(kinds, 1)]
    pages = {one.id: (text_page(one.id, text),) for one, text in zip(documents, texts, strict=True)}
    return [
        (pages[one.span.document_id][0].text[one.span.start : one.span.end], one.kind)
        for one in firm_findings(documents, pages, {})
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In onderzoek 26Dwergmeeuw is een tap gezet.", [("26Dwergmeeuw", CASE)]),
        ("Onderzoek : 26DWERGMEEUW", [("26DWERGMEEUW", CASE)]),
        ("Een onderzoek van de FIOD, codenaam Dwergmeeuw, loopt.", [("Dwergmeeuw", CASE)]),
        ("Werktitel\tProject Dwergmeeuw", [("Dwergmeeuw", PROJECT)]),
        ("De koper, schuilnaam Dwergmeeuw, wil stilte.", [("Dwergmeeuw", PROJECT)]),
        ("Zie de brief van 12Mei en 03Januari.", []),
        ("Het project Dwergmeeuw begint.", []),
        ("De zaak Urgenda en onderzoek Deloitte zijn bekend.", []),
    ],
)
def test_what_the_text_calls_a_code_name(text, names):
    assert found(text) == names


def test_a_code_name_is_found_everywhere_and_in_accounts():
    assert found(
        "In onderzoek 26Dwergmeeuw is een tap gezet.", "Dwergmeeuw loopt; map dwergmeeuw_obs; een dwergmeeuw."
    ) == [("26Dwergmeeuw", CASE), ("Dwergmeeuw", CASE), ("dwergmeeuw_obs", CASE)]


def test_a_project_counts_where_its_name_is_used_alone_all_over_the_dossier():
    texts = ["Project Dwergmeeuw begint.", "De start van Dwergmeeuw.", "Dwergmeeuw is klaar."]
    assert [kind for _, kind in found(*texts)] == [PROJECT] * 3
    assert found(texts[0], "Project Dwergmeeuw is klaar.", "Project Dwergmeeuw.") == []


def test_a_name_in_a_public_text_is_no_secret():
    kinds = [DocumentKind.MEMO, DocumentKind.NEWS]
    assert found("Werktitel: Dwergmeeuw", "De gemeente begint met Dwergmeeuw.", kinds=kinds) == []
