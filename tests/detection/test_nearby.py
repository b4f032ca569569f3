import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.nearby import folded, layout_of

TABLE = "Schade\n\nDatum\tNaam\tKenteken\n\n01-02\tA. Prins\t12-BBB-3\n\n03-04\tB. Koster\tgeen"
FORM = "Gegevens\n\nNaam\tJansen\n\nTelefoon\n06-12345678\n\nE-mail\nj.jansen@voorbeeld.nl"


def at(text, piece):
    return layout_of(text), text.index(piece)


def test_words_before_and_after_stay_within_the_paragraph():
    layout, start = at("Eerste alinea.\n\nBel 06-12345678 na zessen.\n\nDerde alinea.", "06-")
    assert layout.before(start) == "bel "
    assert layout.after(start + 11) == " na zessen."


def test_a_short_paragraph_above_is_a_label():
    layout, start = at("Kenteken\n\n12-BBB-3", "12-")
    assert layout.before(start) == "kenteken"
    assert layout.label(start) == "kenteken"


def test_a_long_paragraph_above_is_no_label():
    layout, start = at("Dit is een hele zin over een kenteken, en die is geen label.\n\n12-BBB-3", "12-")
    assert layout.before(start) == ""


def test_the_label_is_the_cell_to_the_left():
    layout, start = at(FORM, "Jansen")
    assert layout.label(start) == "naam"


@pytest.mark.parametrize("piece", ["12-BBB-3", "geen"])
def test_the_header_is_found_rows_up(piece):
    layout, start = at(TABLE, piece)
    assert layout.header(start) == ("datum", "naam", "kenteken")


def test_prose_ends_the_search_for_a_header():
    prose = "Dit is gewone tekst die nergens in een tabel staat en daarom " * 3
    layout, start = at(f"{TABLE}\n\n{prose}\n\n05-06\tC. Smit\t13-BBB-3", "13-")
    assert layout.header(start) == ()


def test_a_row_of_a_form_is_no_header_of_the_next_row():
    layout, start = at("Naam\tJansen\n\nBSN\tniet ingevuld\n\nZaak\t12345", "12345")
    assert "bsn" not in layout.header(start)


def test_lines_of_a_letterhead():
    text = "Ministerie van Voorbeeld\nPostbus 1\n2500 AA Den Haag\nT 070 123 45 67"
    layout, start = at(text, "070")
    assert layout.line(start) == "t 070 123 45 67"
    assert layout.line_before(start) == "t "
    assert layout.lines_above(start, 2) == "postbus 1 2500 aa den haag "
    assert not layout.is_prose(start)


def test_running_text_is_prose():
    layout, start = at(
        "Wij hebben op 3 mei met de heer Jansen gesproken over de voortgang van het werk.", "3 mei"
    )
    assert layout.is_prose(start)


def test_folding_joins_a_hyphenated_word():
    assert folded("burgerservice-\nnummer  van\tJAN") == "burgerservicenummer van jan"


@given(st.text(st.sampled_from("ab \t\n1"), max_size=60), st.integers(0, 60))
def test_every_place_has_surroundings(text, place):
    layout, start = layout_of(text), min(place, len(text))
    begin, end = layout.block(start)
    assert begin <= end
    for answer in (
        layout.before(start),
        layout.after(start),
        layout.line(start),
        layout.label(start),
        layout.row(start),
    ):
        assert "\n" not in answer
    assert isinstance(layout.header(start), tuple)
