"""Copies of a passage share a key; what stands only once has none."""

from lakmoes.model import FindingKind, Span
from lakmoes.threads import counterparts
from tests.builders import page_of, span_of, text_page

PASSAGE = "Hierbij stuur ik de notulen van maandag door aan Pieter Jansma, graag reactie voor vrijdag."
OTHER = "In de bijlage staat de begroting; vragen daarover kunnen naar Pieter Jansma op kamer drie."
NAME = FindingKind.NAME


def places(*found):
    return {identity: (span, kind) for identity, span, kind in found}


def test_the_same_place_in_copies_has_one_key():
    one, two = page_of(PASSAGE, "a" * 64), page_of(f"Beste Kees,\n\n> {PASSAGE}\n\nGroet", "b" * 64)
    three = page_of(OTHER, "c" * 64)
    found = counterparts(
        places(
            ("x", span_of(one, "Pieter Jansma"), NAME),
            ("w", span_of(two, "Pieter Jansma"), NAME),
            ("v", span_of(three, "Pieter Jansma"), NAME),
        ),
        {page.document_id: (page,) for page in (one, two, three)},
    )
    assert found == {"x": "w", "w": "w"}


def test_copies_of_copies_share_the_key_though_they_share_other_words():
    first, second = "een twee drie vier vijf zes zeven", "acht negen tien elf twaalf dertien veertien"
    one = page_of(f"{first} Jansma anders dan daar", "a" * 64)
    both = page_of(f"{first} Jansma {second}", "b" * 64)
    three = page_of(f"niets hiervoor Jansma {second}", "c" * 64)
    found = counterparts(
        places(*((page.document_id[0], span_of(page, "Jansma"), NAME) for page in (one, both, three))),
        {page.document_id: (page,) for page in (one, both, three)},
    )
    assert found == {"a": "a", "b": "a", "c": "a"}


def test_kinds_and_places_within_the_passage_are_told_apart():
    one, two = page_of(PASSAGE, "a" * 64), page_of(PASSAGE, "b" * 64)
    found = counterparts(
        places(
            ("1", span_of(one, "Pieter Jansma"), NAME),
            ("2", span_of(two, "Pieter Jansma"), FindingKind.TERM),
            ("3", span_of(two, "Pieter"), NAME),
            ("4", span_of(one, "maandag"), NAME),
            ("5", span_of(two, "maandag"), NAME),
        ),
        {page.document_id: (page,) for page in (one, two)},
    )
    assert found == {"4": "4", "5": "4"}


def test_breaking_lines_elsewhere_makes_no_difference():
    one, two = page_of(PASSAGE, "a" * 64), page_of(PASSAGE.replace(" ", "\n", 9), "b" * 64)
    whole = "notulen van maandag door aan Pieter Jansma, graag"
    broken = Span(
        document_id=two.document_id,
        page_index=0,
        start=two.text.index("notulen"),
        end=two.text.index(" reactie"),
    )
    found = counterparts(
        places(("1", span_of(one, whole), FindingKind.OPINION), ("2", broken, FindingKind.OPINION)),
        {page.document_id: (page,) for page in (one, two)},
    )
    assert found == {"1": "1", "2": "1"}


def test_a_dossier_without_copies_has_no_keys():
    page = text_page("a" * 64, "")
    assert counterparts({}, {page.document_id: (page,)}) == {}
