"""Which messages of one mail print stand in another one."""

import pytest

from lakmoes.threads.messages import messages_of, returning
from lakmoes.threads.moments import moments_in
from lakmoes.threads.stream import streams
from tests.builders import text_page as page

BODY = " ".join(f"woord{number} van zin{number % 5}" for number in range(20))
OTHER = " ".join(f"regel{number} over iets{number % 3}" for number in range(20))


@pytest.mark.parametrize(
    "head",
    [
        "Verzonden: vrijdag 23 oktober 2020 09:08",
        "Verzonden:\tvr 23-10-2020 9:08",
        "Sent: Friday, October 23, 2020 9:08 AM",
        "Date: Fri, 23 Oct 2020 09:08:11 +0200",
        "Datum: 2020-10-23 09:08",
        "Op 23 okt. 2020 om 09:08 schreef Teun Vos <t.vos@voorbeeld.nl>:",
        "> Op vr 23 okt 2020 om 09:08 schreef Teun Vos:",
        "Verzonden op: 23 oktober 2020, 09.08 uur",
    ],
)
def test_the_same_moment_in_every_notation(head):
    assert [moment for _, moment in moments_in(f"Van: Teun\n{head}\nAan: Noor")] == [(2020, 10, 23, 9, 8)]


@pytest.mark.parametrize(
    ("head", "hour"), [("12:30 AM", 0), ("12:30 PM", 12), ("1:30 pm", 13), ("1:30 p.m.", 13), ("1:30", 1)]
)
def test_halves_of_the_day(head, hour):
    assert [moment[3] for _, moment in moments_in(f"Sent: May 3, 2021 {head}")] == [hour]


@pytest.mark.parametrize(
    "text",
    ["Datum: 23 oktober 2020", "We spraken op 23 oktober 2020 om 09:08 af", "Verzonden: gisteren 09:08"],
)
def test_what_heads_no_message(text):
    assert list(moments_in(text)) == []


def mail(day, text):
    return f"Van: Teun\nVerzonden: {day} mei 2021 10:15\nAan: Noor\n\n{text}"


def places(one, other, standard=frozenset()):
    pages = {
        identity: tuple(page(identity, text, index=index) for index, text in enumerate(texts))
        for identity, texts in (("a", one), ("b", other))
    }
    found = streams(pages)
    own, others = (messages_of(pages[identity], found[identity]) for identity in ("a", "b"))
    return returning(own, others, standard)


def test_message_by_message_over_the_ends_of_pages():
    thread = [mail(4, OTHER), f"vervolg van de bladzijde\n{mail(3, BODY)}\n{mail(2, 'Akkoord')}"]
    assert places([mail(3, BODY)], thread) == {0: 1}
    assert places(thread, [f"{mail(2, 'Akkoord')}\n\n{mail(3, BODY)}"]) == {1: 1, 2: 0}


def test_another_text_of_the_same_minute_is_another_message():
    assert places([mail(3, BODY)], [mail(3, OTHER)]) == {}


def test_quoting_may_break_some_of_the_words():
    quoted = mail(3, BODY).replace("woord3", "woo-\n> rd3")
    assert places([mail(3, BODY)], [quoted]) == {0: 0}


def test_of_standard_texts_the_moment_tells():
    pages = {"a": (page("a", mail(3, BODY)),)}
    (message,) = messages_of(pages["a"], streams(pages)["a"])
    assert places([mail(3, BODY)], [mail(3, OTHER)], message.runs) == {0: 0}
