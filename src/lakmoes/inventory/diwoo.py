"""Metadata of published files as the national infrastructure for open government reads them (DiWoo 0.9.8).

In: rows of an inventory, what is published with them, and how they relate. Out: XML, one for each published
file and one for the dossier. Source: ``diwoo-metadata.xsd`` 0.9.8 of standaarden.overheid.nl; its element
``DiWoo`` takes its parts in any order (``xs:all``), they are written in the order of the schema.

The action that the schema asks for is the adoption (vaststelling) of the decision to publish, on its date:
who wrote or received a document, and when, is not known for certain. Grounds have no element of their own and
go in ``extraMetadata``. Not checked here: whether the publisher's identifier is on the register of
organisations (only its form is), and kinds of documents and themes, which are left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as Tree

from lakmoes import nl
from lakmoes.errors import UsageError
from lakmoes.inventory.naming import printable
from lakmoes.model import InventoryRow

NAMESPACE = "https://standaarden.overheid.nl/diwoo/metadata/"
PREFIX = "diwoo"
TOOI = "https://identifier.overheid.nl/tooi/"
ORGANISATION = re.compile(
    rf"{re.escape(TOOI)}id/(?:col|gemeente|ministerie|oorg|provincie|so|waterschap|zbo)/[a-z]+[0-9]+"
)
"""Form of the identifiers on the registers that the schema joins as ``organisatielijst``."""
CATEGORY = (f"{TOOI}def/thes/kern/c_3baef532", "Woo-verzoeken en -besluiten")
ADOPTION = (f"{TOOI}def/thes/kern/c_641ecd76", "vaststelling")
HAS_ATTACHMENT = (f"{TOOI}def/thes/kern/c_05f4a5f3", "heeft bijlage")
REFERS_TO = (f"{TOOI}def/thes/kern/c_75fac459", "verwijst naar")
LANGUAGE = ("http://publications.europa.eu/resource/authority/language/NLD", "Nederlands")
FORMAT = ("http://publications.europa.eu/resource/authority/file-type/PDF", "PDF")
"""Identifier and label of each value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes.

    Attributes:
        name: Of the organisation.
        identifier: Its address on the government's register of organisations (TOOI), empty for none.
    """

    name: str
    identifier: str = ""

    def __post_init__(self) -> None:
        if not printable(self.name):
            raise UsageError("publisher-name")
        if self.identifier and not ORGANISATION.fullmatch(self.identifier):
            raise UsageError("publisher-identifier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is published together.

    Attributes:
        publisher: By whom.
        decided: Date of the decision to publish.
        title: Of the dossier, without redacted texts.
        number: Of the request, empty for none.
        rows: The published list.
    """

    publisher: Publisher
    decided: date
    title: str
    number: str
    rows: Sequence[InventoryRow]

    @property
    def published(self) -> tuple[InventoryRow, ...]:
        """The rows with a file."""
        return tuple(row for row in self.rows if row.judgement.is_published and row.file_name)

    def identifier_of(self, row: InventoryRow) -> str:
        """What names a published file, also outside the dossier where the request has a number."""
        name = printable(row.file_name)
        return f"{printable(self.number)}/{name}" if self.number else name


def _title_of(row: InventoryRow) -> str:
    return printable(row.title) or printable(row.file_name)


def document_xml(publication: Publication, row: InventoryRow, related: Mapping[int, bool]) -> bytes:
    """The metadata of one published file.

    Args:
        publication: That it belongs to.
        row: Of the file.
        related: Numbers of the documents that it relates to; true for its attachments.
    """
    root, described = _document()
    _identifiers(described, publication.identifier_of(row))
    _common(described, publication, _title_of(row))
    if row.date:
        _add(described, "creatiedatum", row.date.isoformat())
    _value(described, "language", LANGUAGE)
    _value(described, "format", FORMAT)
    _reference(described, "isPartOf", publication.number, publication.title)
    _actions(described, publication)
    _relations(described, publication, related)
    _further(root, row)
    return _written(root)


def dossier_xml(publication: Publication) -> bytes:
    """The metadata of the dossier: the decision with the files that are published with it."""
    root, described = _document()
    if publication.number:
        _identifiers(described, publication.number)
    _common(described, publication, printable(publication.title))
    _add(described, "creatiedatum", publication.decided.isoformat())
    _value(described, "language", LANGUAGE)
    if publication.published:
        parts = _add(described, "hasParts")
        for row in publication.published:
            _reference(parts, "hasPart", publication.identifier_of(row), _title_of(row))
    _actions(described, publication)
    return _written(root)


def _document() -> tuple[Tree.Element, Tree.Element]:
    root = Tree.Element(f"{{{NAMESPACE}}}Document")
    return root, _add(root, "DiWoo")


def _add(parent: Tree.Element, name: str, text: str = "") -> Tree.Element:
    element = Tree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    element.text = printable(text) or None
    return element


def _value(parent: Tree.Element, name: str, value: tuple[str, str]) -> None:
    identifier, label = value
    _add(parent, name, label).set("resource", identifier)


def _reference(parent: Tree.Element, name: str, identifier: str, title: str) -> None:
    """A document by its title, and by its identifier where it has one."""
    element = _add(parent, name, title)
    if identifier:
        element.set("resource", printable(identifier))


def _identifiers(parent: Tree.Element, identifier: str) -> None:
    _add(_add(parent, "identifiers"), "identifier", identifier)


def _common(parent: Tree.Element, publication: Publication, title: str) -> None:
    """Publisher, title and category."""
    _reference(parent, "publisher", publication.publisher.identifier, publication.publisher.name)
    _add(_add(parent, "titelcollectie"), "officieleTitel", title)
    categories = _add(_add(parent, "classificatiecollectie"), "informatiecategorieen")
    _value(categories, "informatiecategorie", CATEGORY)


def _actions(parent: Tree.Element, publication: Publication) -> None:
    action = _add(_add(parent, "documenthandelingen"), "documenthandeling")
    _value(action, "soortHandeling", ADOPTION)
    _add(action, "atTime", f"{publication.decided.isoformat()}T00:00:00")
    publisher = publication.publisher
    _reference(action, "wasAssociatedWith", publisher.identifier, publisher.name)


def _relations(parent: Tree.Element, publication: Publication, related: Mapping[int, bool]) -> None:
    """The published documents that it relates to, by number."""
    others = [row for row in publication.published if row.number in related]
    if not others:
        return
    relations = _add(parent, "documentrelaties")
    for other in others:
        relation = _add(relations, "documentrelatie")
        _value(relation, "role", HAS_ATTACHMENT if related[other.number] else REFERS_TO)
        _reference(relation, "relation", publication.identifier_of(other), _title_of(other))


def _further(root: Tree.Element, row: InventoryRow) -> None:
    """What the schema has no element for."""
    fields = {
        "documentnummer": (row.shown,),
        "beoordeling": (nl.JUDGEMENTS[row.judgement],),
        "weigeringsgronden": row.grounds,
        "sha256": (row.sha256,),
    }
    listed = _add(_add(root, "extraMetadata"), "extraMetadatavelden")
    for key, values in fields.items():
        if any(values):
            field = _add(listed, "extraMetadataveld")
            _add(field, "key", key)
            held = _add(field, "values")
            for value in values:
                _add(held, "value", value)


def _written(root: Tree.Element) -> bytes:
    Tree.register_namespace(PREFIX, NAMESPACE)
    Tree.indent(root)
    content: bytes = Tree.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
