"""Which letter answers which."""

from datetime import date

import pytest

from lakmoes.model import DocumentKind, SourceDocument
from lakmoes.threads.relation import RelationType
from lakmoes.threads.replies import replies
from tests.builders import text_page as page

ASKED = date(2021, 1, 18)


def document(identity, number, day, kind=DocumentKind.LETTER):
    return SourceDocument(
        id=identity, number=number, file_name=f"{number}.pdf", title="", date=day, kind=kind, page_count=1
    )


def found(*given):
    pages = {one.id: (page(one.id, text),) for one, text in given}
    return [(one.number, one.type, one.other) for one in replies([one for one, _ in given], pages)]


@pytest.mark.parametrize(
    "head",
    [
        "Betreft\tUw brief van 18 januari 2021\n\nGeachte heer",
        "Uw brief\t18 januari 2021",
        "Geachte mevrouw,\n\nIn antwoord op uw e-mail van 18-01-2021 laat ik weten",
        "Dear madam, thank you for your letter of 18/1/2021",
        "Uw kenmerk: HB-2021/338\nOns kenmerk: 9917342",
    ],
)
def test_an_answer_names_what_it_answers(head):
    question = document("a", 1, ASKED), "Ons kenmerk HB-2021/338\n\nGeachte directie"
    answer = document("b", 2, date(2021, 2, 3)), head
    assert found(question, answer) == [(2, RelationType.REPLY_TO, 1)]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Uw brief van 19 januari 2021", DocumentKind.LETTER),
        ("Uw brief van 18 januari 2022", DocumentKind.LETTER),
        ("Uw kenmerk: HB-20", DocumentKind.LETTER),
        ("De brief van 18 januari 2021", DocumentKind.LETTER),
        ("Uw brief van 18 januari 2021", DocumentKind.MINUTES),
    ],
)
def test_what_says_something_else_answers_nothing(head, kind):
    question = document("a", 1, ASKED), "Kenmerk HB-2021/338"
    assert found(question, (document("b", 2, date(2021, 2, 3), kind), head)) == []


def test_two_letters_of_that_day_are_neither():
    questions = [(document("a", 1, ASKED), "Brief"), (document("c", 3, ASKED), "Brief")]
    assert found(*questions, (document("b", 2, date(2021, 2, 3)), "Uw brief van 18 januari 2021")) == []


def test_nothing_is_answered_before_it_was_written():
    question = document("a", 1, date(2021, 3, 1)), "Kenmerk HB-2021/338"
    assert found(question, (document("b", 2, date(2021, 2, 3)), "Uw kenmerk HB-2021/338")) == []
