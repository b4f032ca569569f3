"""The rules of the DiWoo 0.9.8 schema, written out here: names, how often, and what a value may be."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as Tree

import pytest

from lakmoes.errors import UsageError
from lakmoes.inventory.diwoo import NAMESPACE, Publication, Publisher, document_xml, dossier_xml
from lakmoes.model import DocumentKind, InventoryRow, Judgement

TOOI = "https://identifier.overheid.nl/tooi/def/thes/kern/"
ONE, MAY, MORE = (1, 1), (0, 1), (1, 999)
REFERENCE = {"title": ".+"}
RULES = {
    "Document": {"DiWoo": ONE, "extraMetadata": (0, 999)},
    "DiWoo": {
        "identifiers": MAY,
        "publisher": ONE,
        "titelcollectie": ONE,
        "classificatiecollectie": ONE,
        "creatiedatum": MAY,
        "language": MAY,
        "format": MAY,
        "isPartOf": MAY,
        "hasParts": MAY,
        "documenthandelingen": ONE,
        "documentrelaties": MAY,
    },
    "identifiers": {"identifier": MORE},
    "titelcollectie": {"officieleTitel": ONE},
    "classificatiecollectie": {"informatiecategorieen": ONE},
    "informatiecategorieen": {"informatiecategorie": MORE},
    "hasParts": {"hasPart": MORE},
    "documenthandelingen": {"documenthandeling": MORE},
    "documenthandeling": {"soortHandeling": ONE, "atTime": ONE, "wasAssociatedWith": MAY},
    "documentrelaties": {"documentrelatie": MORE},
    "documentrelatie": {"role": ONE, "relation": ONE},
    "extraMetadata": {"extraMetadatavelden": ONE},
    "extraMetadatavelden": {"extraMetadataveld": MORE},
    "extraMetadataveld": {"key": ONE, "values": ONE},
    "values": {"value": MORE},
}
"""Element to its parts with how often each may stand in it; other elements hold text only."""
SEQUENCES = {"Document": ["DiWoo", "extraMetadata"], "extraMetadataveld": ["key", "values"]}
"""Elements whose parts have an order."""
VALUES = {
    "informatiecategorie": {f"{TOOI}c_3baef532": "Woo-verzoeken en -besluiten"},
    "soortHandeling": {
        f"{TOOI}c_641ecd76": "vaststelling",
        f"{TOOI}c_dfcee535": "ontvangst",
        f"{TOOI}c_e1ec050e": "ondertekening",
    },
    "role": {f"{TOOI}c_05f4a5f3": "heeft bijlage", f"{TOOI}c_75fac459": "verwijst naar"},
    "language": {"http://publications.europa.eu/resource/authority/language/NLD": "Nederlands"},
    "format": {"http://publications.europa.eu/resource/authority/file-type/PDF": "PDF"},
}
"""Identifiers of the value lists with their labels."""
FORMS = {"creatiedatum": r"\d{4}-\d\d-\d\d", "atTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"}
MAY_BE_ADDRESSED = {*VALUES, "publisher", "wasAssociatedWith", "isPartOf", "hasPart", "relation"}

ROW = InventoryRow(
    number=3,
    title="E-mail over <de> planning & meer",
    date=date(2021, 3, 7),
    judgement=Judgement.PARTLY_PUBLIC,
    grounds=("10.2.e", "11.1"),
    kind=DocumentKind.EMAIL,
    page_count=2,
    redaction_count=5,
    file_name="03_planning.pdf",
    sha256="ab" * 32,
)
ATTACHMENT = replace(ROW, number=4, title="Bijlage", file_name="04_bijlage.pdf")
REFUSED = replace(ROW, number=5, judgement=Judgement.NOT_PUBLIC, file_name="", sha256="")
PUBLISHER = Publisher(
    name="ministerie van Proeven", identifier="https://identifier.overheid.nl/tooi/id/ministerie/mnre9999"
)
PUBLICATION = Publication(
    publisher=PUBLISHER,
    decided=date(2021, 6, 7),
    title="Dossier proef",
    number="2021-034",
    rows=(ROW, ATTACHMENT, REFUSED),
)


def checked(content):
    """The elements of metadata that keep every rule of the schema."""
    root = Tree.fromstring(content)
    assert root.tag == f"{{{NAMESPACE}}}Document"
    for element in root.iter():
        name = name_of(element)
        parts = [name_of(part) for part in element]
        for part, (least, most) in RULES.get(name, {}).items():
            assert least <= parts.count(part) <= most, (name, part)
        assert set(parts) <= set(RULES.get(name, {})), name
        if name in SEQUENCES:
            assert parts == sorted(parts, key=SEQUENCES[name].index)
        if name not in RULES:
            assert (element.text or "").strip(), name
            assert re.fullmatch(FORMS.get(name, ".*"), element.text), name
        resource = element.get("resource")
        assert set(element.attrib) <= ({"resource"} if name in MAY_BE_ADDRESSED else set())
        if name in VALUES:
            assert VALUES[name][resource] == element.text
    return root


def name_of(element):
    namespace, name = element.tag[1:].split("}")
    assert namespace == NAMESPACE
    return name


def texts(root, name):
    return [element.text for element in root.iter(f"{{{NAMESPACE}}}{name}")]


def addresses(root, name):
    return [element.get("resource") for element in root.iter(f"{{{NAMESPACE}}}{name}")]


def test_a_file_is_described_as_the_schema_asks():
    root = checked(document_xml(PUBLICATION, ROW, {4: True, 5: False, 9: False}))
    assert texts(root, "officieleTitel") == ["E-mail over <de> planning & meer"]
    assert texts(root, "identifier") == ["2021-034/03_planning.pdf"]
    assert texts(root, "publisher") == ["ministerie van Proeven"]
    assert addresses(root, "publisher") == [PUBLISHER.identifier]
    assert texts(root, "creatiedatum") == ["2021-03-07"]
    assert texts(root, "atTime") == ["2021-06-07T00:00:00"]
    assert addresses(root, "isPartOf") == ["2021-034"]
    assert texts(root, "key") == ["documentnummer", "beoordeling", "weigeringsgronden", "sha256"]
    assert texts(root, "value") == ["3", "gedeeltelijk openbaar", "10.2.e", "11.1", "ab" * 32]


def test_a_file_names_only_published_documents_that_it_relates_to():
    root = checked(document_xml(PUBLICATION, ROW, {4: True, 5: False, 9: False}))
    assert texts(root, "role") == ["heeft bijlage"]
    assert addresses(root, "relation") == ["2021-034/04_bijlage.pdf"]
    assert texts(checked(document_xml(PUBLICATION, ATTACHMENT, {3: False})), "role") == ["verwijst naar"]
    assert texts(checked(document_xml(PUBLICATION, ROW, {})), "documentrelaties") == []


def test_the_dossier_names_the_files_that_are_published():
    root = checked(dossier_xml(PUBLICATION))
    assert texts(root, "officieleTitel") == ["Dossier proef"]
    assert addresses(root, "hasPart") == ["2021-034/03_planning.pdf", "2021-034/04_bijlage.pdf"]
    assert checked(dossier_xml(replace(PUBLICATION, rows=(REFUSED,)))) is not None


@pytest.mark.parametrize(
    "row",
    [
        replace(ROW, date=None, grounds=()),
        replace(ROW, title="", sha256=""),
        replace(ROW, title="teken\x0bs \ufffe\ud800 niet in XML"),
    ],
)
@pytest.mark.parametrize("number", ["", "2021-034"])
def test_what_is_not_known_is_left_out(row, number):
    publisher = Publisher(name="Proeven")
    publication = replace(PUBLICATION, publisher=publisher, number=number, rows=(row,))
    root = checked(document_xml(publication, row, {}))
    assert addresses(root, "publisher") == [None]
    checked(dossier_xml(publication))


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "publisher-name"),
        ({"name": "Proeven", "identifier": "mnre9999"}, "publisher-identifier"),
        ({"name": "Proeven", "identifier": f"{TOOI}c_3baef532"}, "publisher-identifier"),
    ],
)
def test_a_publisher_has_a_name_and_an_identifier_of_the_register(values, code):
    with pytest.raises(UsageError) as caught:
        Publisher(**values)
    assert caught.value.code == code


def test_the_same_list_gives_the_same_bytes():
    assert document_xml(PUBLICATION, ROW, {4: True}) == document_xml(PUBLICATION, ROW, {4: True})
    assert document_xml(PUBLICATION, ROW, {}).startswith(
        b"<?xml version='1.0' encoding='utf-8'?>\n<diwoo:Document "
    )
