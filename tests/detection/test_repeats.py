import pytest

from lakmoes.detection.merging import merged
from lakmoes.detection.repeats import occurrences, settled
from lakmoes.model import FindingKind
from tests.builders import finding_of, page_of

PHONE, GENERAL, NUMBER = FindingKind.TELEPHONE, FindingKind.GENERAL_CONTACT, FindingKind.PERSONAL_NUMBER


def texts(found, pages, kind):
    page_by = {(page.document_id, page.index): page for page in pages}
    return [page_by[f.span.page].text[f.span.start : f.span.end] for f in merged(found) if f.kind is kind]


def test_a_known_value_is_found_on_other_pages_without_its_label():
    first = page_of("Behandelaar VWS-U20001")
    second = page_of("ingeschreven door iemand anders, zie VWS U20001.", index=1)
    known = finding_of(first, "VWS-U20001", NUMBER)
    pages = (first, second)
    assert texts(settled((known,), pages), pages, NUMBER) == ["VWS-U20001", "VWS U20001"]


def test_a_known_value_is_found_in_other_documents():
    first, second = page_of("kenteken RS-284-V"), page_of("auto RS284V stond er", document_id="e" * 64)
    known = finding_of(first, "RS-284-V", FindingKind.LICENCE_PLATE)
    pages = (first, second)
    assert texts(settled((known,), pages), pages, FindingKind.LICENCE_PLATE) == ["RS-284-V", "RS284V"]


def test_what_is_found_already_is_not_found_twice():
    page = page_of("06-12345678 en 06 12345678")
    known = tuple(finding_of(page, value, PHONE) for value in ("06-12345678", "06 12345678"))
    assert settled(known, (page,)) == known


def test_an_unsure_or_short_value_is_not_spread():
    page = page_of("BSN 111222334, later 111222334; toestel 4471, kamer 4471")
    unsure = finding_of(page, "111222334", FindingKind.BSN, score=0.5)
    short = finding_of(page, "4471", PHONE)
    assert settled((unsure, short), (page,)) == (unsure, short)


def test_a_landline_that_is_general_somewhere_is_general_everywhere():
    page = page_of("balie 070 340 79 11 en Anna Prins, 070-3407911")
    found = (finding_of(page, "070 340 79 11", GENERAL), finding_of(page, "070-3407911", PHONE))
    assert texts(settled(found, (page,)), (page,), PHONE) == []
    assert texts(settled(found, (page,)), (page,), GENERAL) == ["070 340 79 11", "070-3407911"]


def test_a_mobile_number_stays_personal():
    page = page_of("balie 06 12345678 en Anna Prins, 06-12345678")
    found = (finding_of(page, "06 12345678", GENERAL), finding_of(page, "06-12345678", PHONE))
    assert texts(settled(found, (page,)), (page,), PHONE) == ["06-12345678"]


def test_country_codes_make_no_difference():
    page = page_of("balie +31 (0)70 340 79 11 en Anna Prins, 070-3407911")
    found = (finding_of(page, "+31 (0)70 340 79 11", GENERAL), finding_of(page, "070-3407911", PHONE))
    assert texts(settled(found, (page,)), (page,), PHONE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("u012345", ["u012345"]),
        ("u 012 345.", ["u 012 345"]),
        ("u012\n345", ["u012\n345"]),
        ("xu012345", []),
        ("u0123456", []),
        ("u012345-7", []),
        ("u012, 345", []),
        ("u012\n\n345", []),
        ("straße u012345", ["u012345"]),
    ],
)
def test_occurrences(text, expected):
    assert [text[start:end] for _, start, end in occurrences(text, {"U012345": None})] == expected
