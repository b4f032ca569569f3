"""What belongs together, from relations that people decided or that are proposed."""

from types import SimpleNamespace

import pytest

from lakmoes.inventory.production_report import Kin
from lakmoes.model import DocumentKind
from lakmoes.workflow.kinship import kin_of, related_to


def cases(relations, mails=()):
    """Cases of six documents with these relations; a decision on the whole plays no part."""
    return {
        number: SimpleNamespace(
            relation_pairs=tuple(relations.get(number, ())),
            decision=None,
            document=SimpleNamespace(
                kind=DocumentKind.EMAIL if number in mails else DocumentKind.MEMO, duplicate_of=None
            ),
        )
        for number in range(1, 7)
    }


def dossier(**doubles):
    return SimpleNamespace(
        documents=[
            SimpleNamespace(number=int(number.removeprefix("n")), duplicate_of=of)
            for number, of in doubles.items()
        ]
    )


@pytest.mark.parametrize(
    ("relations", "mails", "kin"),
    [
        ({}, (), {}),
        (
            {2: [("attachment_of", 1)], 3: [("attachment_of", 1)]},
            (),
            {1: Kin(family=1), 2: Kin(family=1, related=1), 3: Kin(family=1, related=1)},
        ),
        (
            {5: [("attachment_of", 4)], 2: [("attachment_of", 1)]},
            (),
            {1: Kin(family=1), 2: Kin(family=1, related=1), 4: Kin(family=2), 5: Kin(family=2, related=4)},
        ),
        (
            {1: [("contained_in", 3)], 4: [("shares_text_with", 3)]},
            (1, 3, 4),
            {1: Kin(thread=1), 3: Kin(thread=1), 4: Kin(thread=1)},
        ),
        ({1: [("contained_in", 3)]}, (1,), {1: Kin(related=3)}),
        ({1: [("draft_of", 3), ("draft_of", 4)]}, (), {1: Kin(related=3)}),
    ],
)
def test_families_exchanges_and_related_documents(relations, mails, kin):
    assert kin_of(dossier(), cases(relations, mails)) == kin


def test_groups_that_meet_become_one():
    joined = kin_of(
        dossier(), cases({n: [("contained_in", m)] for n, m in ((1, 2), (3, 4), (4, 2), (5, 6))}, range(1, 7))
    )
    assert [joined[number].thread for number in range(1, 7)] == [1, 1, 1, 1, 2, 2]


def test_a_duplicate_names_the_document_that_is_judged():
    assert kin_of(dossier(n6=2), cases({})) == {6: Kin(related=2)}


def test_metadata_name_attachments_at_the_document_that_has_them():
    assert related_to(cases({2: [("attachment_of", 1)], 3: [("draft_of", 1)]})) == {
        1: {2: True},
        2: {1: False},
        3: {1: False},
        4: {},
        5: {},
        6: {},
    }
