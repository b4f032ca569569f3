import pytest

from lakmoes.detection.rows import NamesInRow
from tests.detection.naming import found_words
from tests.detection.recognising import found_in

ROWS = NamesInRow()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Overleg met Aleid Veenstra, Bekhta, Tamara Groen en Driss Lahlali.", ["Bekhta"]),
        ("Wietske Prins, Sunny, Karim Lahbabi (vz), van Es (not.)", ["Sunny", "van Es"]),
    ],
)
def test_what_stands_between_sure_names_is_a_name(text, values):
    assert found_in(ROWS, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Wij bezochten Utrecht, Karim Lahbabi, Zwolle en Enschede.",
        "beleid, toezicht, Inkoop en Karim Lahbabi",
        "vormgeving bureau Wit & Zwart",
    ],
)
def test_a_row_of_other_things_holds_no_names(text):
    assert found_in(ROWS, text) == []


@pytest.mark.parametrize(
    "source",
    [
        "Contactpersoon [[Ad Huizinga]] belt.",
        "Aanwezig: [[Ton Spit]] (teamchef), [[Abdullah]], [[P. Konijn]], [[Loes van Tongeren]]",
        "De medewerker, [[Stanley W.]], heeft dat gezegd.",
        "geëist tegen de 29-jarige [[Mitchell van de W.]] uit Heerhugowaard",
        "Dat heeft de heer [[Sake Dantuma]] gezegd; de heer [[Weg]] niet.",
        "de hoogleraar [[mr. dr. Ottoline Hazewinkel]], directie",
        "vraag het aan [[Adje van 't Hof]], jurist",
        "Bij hangar 4 stond [[Lex de Jong jr.]] te wachten.",
        "Opvolger is volgens hem [[Rozalia Pietersma]].",
        "zet getuige [[Bloemhof]] en deken [[Jongen]] erbij",
        "leent geld van oma [[Riet]] en tante [[Sjaan]] in de Linker Rottestraat",
        "afgemeld is [[Remko Stap]], zegt hij",
    ],
)
def test_names_whose_words_are_seldom_names_are_whole(source):
    assert found_words(source) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "in buurthuis De Kees en zaal 'Marga Klompé'",
        "Zaal: Willem Barentsz, Beverwijk",
        "de kerk van St. Lambertus en ziekenhuis Sint Servaas",
        "mijn hond heet Sjaak en de kat Moos",
        "het schip Johanna Jacoba ligt bij gemaal A.B. Wisselink",
        "de Anne Frankschool en de Willem de Zwijgerschool",
        "storm Ciara trok over kazerne Jan Tabak",
    ],
)
def test_things_named_after_persons_stay(text):
    assert found_words(text) == ([], [])
