import pytest

from lakmoes.detection.mail import MailHeads, QuotedReplies
from tests.detection.naming import found_words

HEADS = (MailHeads(),)
REPLIES = (QuotedReplies(),)


@pytest.mark.parametrize(
    "text",
    [
        "Van:\t[[Dijkstra-Poelsma, W. (Wietske)]]\n\nVerzonden: donderdag 3 september 2020 16:52",
        "Aan:\t[[Ouazzani, M. El (Mohamed)]]; [[Tamminga, S.]]",
        "CC:\t[[Braak, mr. A. ter]] (Parket Utrecht)",
        "CC: [[Vos, mr. H.M. (Hanneke)]] - BD/DGPenV/PRV/TOEZ; [[Blok, D.]] - BD/DGPenV/PRV",
        "Van: [[Joost Leeuwerik]] <joost@aerovanta.example>",
        "From:\t[[Magnusson, Elin]] <elin.magnusson@polisen.example>",
        "To: [[Sander Brouwers]] <s@x.example>, [[Yannick van Oers]] <y@x.example>",
        "Aan: [[Smit, drs. L.]] (Omgevingsdienst); [[Akkerman - de Wit, P.]]; [[Idrissi, Y. el]]",
        "Aan: [[Wal, A.J. van der]];\n[[Terlouw, E. (Esmee)]]; [[Prins, Bob]]\nOnderwerp: haven",
        "Cc:\t[[Piotr Zieliński]]; [[De Backer, Wannes]] (Fed. Pol. BE)",
        "From: [[Uğurlu-de Winter, mr. T.]] (ANK/EA)\nThe deputy minister said no.",
        "Van:\t[[Tau Mkhabela]] <tau.m@x.example>",
        "Van:\tInkoop LE <inkoop.le@x.example>",
        "Aan:\tMinister Hazelhoff\tDatum\t22 februari",
        "CC: _Dienstpostbus Inkoop PWZ <inkoop@x.example>; Inkoop LE; pers@x.example; Allen",
        "Aan: [[Jansen, K.]]\nBeste Kees,\nWij waren in Utrecht.",
    ],
)
def test_heads_give_persons_without_their_units(text: str) -> None:
    missed, wrong = found_words(text, HEADS)
    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "Op ma 8 mrt. 2021 om 17:45 schreef [[Henk de Boer]] <henk@x.example>:",
        "On Mon, 8 Mar 2021, [[Fatima Boukhris]] <f@x.example> wrote:",
        "[[Henk de Boer]] <henk@x.example> schreef op 8 maart 2021:",
        "Op 3 maart schreef de krant iets anders.",
    ],
)
def test_the_writer_of_a_quoted_message_is_found(text: str) -> None:
    assert found_words(text, REPLIES) == ([], [])
