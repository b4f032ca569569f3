"""The fields that a template of a decision letter can use, in Dutch.

In: a ``Letter``. Out: nested dicts, lists and texts; nothing that a template could call. The file
``grounds/letter/README.md`` explains each field to who changes a template, and a test keeps it complete.
"""

import unicodedata
from collections.abc import Mapping

from lakmoes import nl
from lakmoes.letter.content import GroundPart, JudgementPart, Letter, PlaceMotivation
from lakmoes.letter.numbers import number_of
from lakmoes.model import InventoryRow, Law

Value = str | int | bool | list["Value"] | dict[str, "Value"]


def fields_of(letter: Letter) -> dict[str, Value]:
    """The fields with their values."""
    facts = letter.facts
    book = facts.book
    return {
        "concept": facts.concept,
        "bestuursorgaan": _plain(facts.body),
        "wet": {"naam": book.texts.name, "titel": book.texts.title, "is_woo": book.law is Law.WOO},
        "verzoek": {
            "nummer": _plain(facts.request_number),
            "datum": nl.written_date(facts.request_date),
            "onderwerp": _plain(facts.title),
        },
        "besluit": {"datum": nl.written_date(facts.decision_date)},
        "documenten": {"aantal": len(facts.rows)},
        "oordelen": [_judgement(part) for part in letter.judgements],
        "gronden": [_ground(part) for part in letter.grounds],
        "functies": [_plain(role) for role in facts.roles],
        "functies_opsomming": nl.listed([_plain(role) for role in facts.roles]),
        "reeds_openbaar": [_public(row) for row in letter.public_already],
        "deels_buiten_reikwijdte": letter.partly_out_of_scope,
        "ouder_dan_vijf_jaar": {"documenten": letter.old, "motivering": [*letter.old_motivation]},
        **_by_judgement(letter),
    }


def _by_judgement(letter: Letter) -> Mapping[str, Value]:
    """The numbers of the documents for each judgement that a template may speak of by itself."""
    found = {part.judgement: part.documents for part in letter.judgements}
    return {name: found.get(judgement, "") for judgement, name in nl.JUDGEMENT_FIELDS.items()}


def _judgement(part: JudgementPart) -> Value:
    name = nl.JUDGEMENTS[part.judgement]
    return {"naam": name[:1].upper() + name[1:], "aantal": part.count, "documenten": part.documents}


def _ground(part: GroundPart) -> Value:
    return {
        "code": part.code,
        "artikel": part.article,
        "naam": part.label,
        "wettekst": part.text,
        "motivering": [_plain(paragraph) for paragraph in part.motivation],
        "is_standaardtekst": part.is_standard,
        "documenten": part.documents,
        "aantal": part.count,
        "plekken": [_place(place) for place in part.places],
    }


def _place(place: PlaceMotivation) -> Value:
    form = nl.OF_PAGE if place.page else nl.OF_DOCUMENT
    where = form.format(document=place.number, page=place.page) if place.number else ""
    return {"waar": where, "motivering": _plain(place.text)}


def _public(row: InventoryRow) -> Value:
    return {"nummer": number_of(row), "titel": _plain(row.title), "vindplaats": _plain(row.link)}


def _plain(text: str) -> str:
    """The text without characters that XML cannot hold, white space folded."""
    kept = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Co") else sign for sign in text)
    return " ".join(kept.split())
