"""Passages on another subject than the request."""

import pytest

from lakmoes.detection.scope import scope_findings
from lakmoes.model import DocumentKind, FindingKind
from tests.builders import document_of, text_page

SUBJECT = (
    "De pompen bij de sluis worden vervangen. De aannemer levert nieuwe pompen voor de sluis en het "
    "waterschap betaalt de levering. Het college besluit over de pompen."
)


def found(text, kind=DocumentKind.MEMO, scope=""):
    documents = [document_of(1), document_of(2), document_of(3, kind)]
    texts = [SUBJECT, f"Verslag. {SUBJECT}", text]
    pages = {one.id: (text_page(one.id, words),) for one, words in zip(documents, texts, strict=True)}
    findings = scope_findings(documents, pages, scope)
    assert all(one.kind is FindingKind.OUT_OF_SCOPE for one in findings)
    return [pages[one.span.document_id][0].text[one.span.start : one.span.end] for one in findings]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (
            "Los hiervan: de schouwburg krijgt een nieuwe gevel.",
            ["Los hiervan: de schouwburg krijgt een nieuwe gevel."],
        ),
        (
            "Even iets anders: wie speelt zondag orgel in de kathedraal?",
            ["Even iets anders: wie speelt zondag orgel in de kathedraal?"],
        ),
        ("Los hiervan: de aannemer levert nieuwe pompen.", []),
        ("De schouwburg krijgt een nieuwe gevel.", []),
        ("Een sluis is iets anders dan een gemaal met schoepen.", []),
        (
            "De voorzitter vraagt aandacht voor de gevel van de schouwburg. Het orkest repeteert elders. "
            "De pompen bij de sluis worden vervangen.",
            ["De voorzitter vraagt aandacht voor de gevel van de schouwburg. Het orkest repeteert elders."],
        ),
        ("7. Rondvraag\n\nDe volgende vergadering is in de schouwburg.", []),
    ],
)
def test_a_turn_to_strange_words_is_another_subject(text, passages):
    assert found(text) == passages


@pytest.mark.parametrize("kind", [DocumentKind.NEWS])
def test_nothing_published_is_out_of_scope(kind):
    assert found("Los hiervan: de schouwburg krijgt een nieuwe gevel.", kind) == []


def test_a_word_of_the_scope_keeps_a_passage_in():
    text = "Los hiervan: de schouwburg krijgt een nieuwe gevel."
    assert found(text, scope="alles over de schouwburg") == []
    assert found(text, scope="de pompen bij de sluis") == [text]


def test_with_a_scope_a_weaker_sign_is_enough():
    text = "Jan meldt verder dat de schouwburg stoelen koopt; de aannemer levert, het waterschap betaalt."
    assert found(text) == []
    assert found(text, scope="pompen in sluizen") == [text]


def test_an_answer_in_a_chat_goes_with_its_question():
    chat = (
        "03-05-2021 10:00 - Bo: Even iets anders: wie heeft de sleutel van de kathedraal?\n"
        "03-05-2021 10:01 - Jo: die ligt bij het orgel\n"
        "03-05-2021 10:02 - Bo: de pompen bij de sluis zijn geleverd"
    )
    assert found(chat, DocumentKind.CHAT) == [
        "Even iets anders: wie heeft de sleutel van de kathedraal?",
        "die ligt bij het orgel",
    ]
