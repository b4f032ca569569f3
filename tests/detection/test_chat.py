import pytest

from lakmoes.detection.chat import ChatSenders
from tests.detection.naming import found_words
from tests.detection.recognising import found_in

CHAT = (ChatSenders(),)


@pytest.mark.parametrize(
    "text",
    [
        "22-01-2021 16:03 - [[Sjoerd T:]] briefing blijft 17.30\n22-01-2021 16:05 - [[TK:]] ok",
        "[12:03, 6-11-2020] [[Jan:]] hoi\n[12-05-2021 09:14] [[Patrick B:]] ja",
        "09:14 - [[Moniek:]] lekker bezig",
        "22-01-2021 21:20 - [[Chen]] Gemeente: hoi allen",
        "22-01-2021 23:05 - [[Annelotte]] OvJ: mooi",
        "22-01-2021 16:02 - [[Sjoerd T]] heeft de groep gemaakt",
        "[[Marjolein]] 06:51\nGoedemorgen\n[[Bas R.]] 06:52\nik\n[[Rob v D]] 06:58\nik niet",
        "22-01-2021 16:11 - +31 6 5044 1879: wie is dit",
        "22-01-2021 16:02 - Berichten zijn versleuteld.",
        "Vertrek 06:51\nAankomst 07:03",
        "De vergadering duurt van 13.30 tot 15.10 uur.",
    ],
)
def test_senders_are_found(text: str) -> None:
    assert found_words(text, CHAT) == ([], [])


@pytest.mark.parametrize(
    ("text", "senders"),
    [
        (
            "07:02 aooi Buiskool: Heren\n07:05 Zijlstra: ja\n09:10 Tamboura: ok",
            {"Buiskool:", "Zijlstra:", "Tamboura:"},
        ),
        ("09:05 j.hofman\nok\n09:06 Linda Stroo\nja\n09:13 j.hofman\nklopt", {"j.hofman", "Linda Stroo"}),
    ],
)
def test_senders_behind_a_time_without_a_dash(text, senders):
    assert senders == set(found_in(ChatSenders(), text))


def test_an_agenda_is_no_chat():
    assert found_in(ChatSenders(), "10:00 Opening: voorzitter\n10:15 Notulen: vaststellen") == []
