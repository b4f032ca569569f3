import pytest

from lakmoes.detection.initials import Initials
from lakmoes.detection.scores import ASKED
from tests.detection.recognising import best_score, found_in

INITIALS = Initials()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("briefje van HdB voor de map", ["HdB"]),
        ("eerder gezien met LvdH en EdR", ["LvdH", "EdR"]),
        ("opmerkingen van A.d.R. verwerkt", ["A.d.R."]),
        ("tap\tK.v.D.", ["K.v.D."]),
        ("niet akkoord. FvD, 4/11", ["FvD"]),
        ("niet akkoord. XK, 4/11", ["XK"]),
        ("Akkoord scenario 1. L.B. 8 juni 2021. Houd het kort", ["L.B."]),
        ("eerst een second opinion\nHTK 9/1", ["HTK"]),
        ("Patiënt (initialen J.d.G.) kreeg", ["J.d.G."]),
        ("met verlof tot 30 november.\n\nA. W-D hb\n\nMet pen bijgeschreven", ["A. W-D hb"]),
    ],
)
def test_initials_of_persons_are_found(text, values):
    assert found_in(INITIALS, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "de OvJ en de RvS, zie KvK 12345678",
        "het CvB van de PvdA-fractie in de AvB",
        "de brief aan TK 2020-2021",
        "Kamerstuk 9/1",
        "zie par. B.1",
        "\n\nRIVM\n\nAIVD 2021",
    ],
)
def test_offices_papers_and_numbers_are_no_initials(text):
    assert not [value for value in found_in(INITIALS, text) if best_score(INITIALS, value) >= 0.6]


def test_a_shape_that_offices_have_too_is_only_asked():
    assert best_score(INITIALS, "gezien CvN gisteren") == ASKED
    assert best_score(INITIALS, "eerst een second opinion\nTK 9/1") == ASKED
