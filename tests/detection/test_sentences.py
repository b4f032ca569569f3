import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.sentences import Unit, UnitKind, units

K = UnitKind


def divided(text, borders=(), items=()):
    return [
        (unit.kind, " ".join(text[unit.start : unit.end].split())) for unit in units(text, borders, items)
    ]


def texts(text):
    return [content for _, content in divided(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De brief is weg. Wij wachten af.", ["De brief is weg.", "Wij wachten af."]),
        ("Zie art. 3 van de wet. Dat is nr. 12.", ["Zie art. 3 van de wet.", "Dat is nr. 12."]),
        ("De heer mr. dr. A.B. de Vries belde.", ["De heer mr. dr. A.B. de Vries belde."]),
        ("Dat kan o.g.v. de wet. Het mag.", ["Dat kan o.g.v. de wet.", "Het mag."]),
        ("Het kost € 1.250,00. Te veel!", ["Het kost € 1.250,00.", "Te veel!"]),
        ("Akkoord met B. Ze was het eens.", ["Akkoord met B.", "Ze was het eens."]),
        ("Gebeld met J. Jansen van het fonds.", ["Gebeld met J. Jansen van het fonds."]),
        ("‘Dat kan niet.’ Zo zei hij het.", ["‘Dat kan niet.’", "Zo zei hij het."]),
        ("Zij komt om 9.30 uur. Hij niet.", ["Zij komt om 9.30 uur.", "Hij niet."]),
        ("De boot ligt vol. Wie komt er nog?", ["De boot ligt vol.", "Wie komt er nog?"]),
        ("Zij tekent.\nHij ook.", ["Zij tekent.", "Hij ook."]),
        ("Een regel die op de volgende\nregel doorloopt.", ["Een regel die op de volgende regel doorloopt."]),
    ],
)
def test_sentences_end_where_a_reader_says_so(text, expected):
    assert texts(text) == expected


def test_a_row_has_cells_and_a_cell_has_sentences():
    text = "Nr.\tRisico\tMaatregel\n\n1\tDe kans is klein. Toch telt hij.\tgeen"
    found = units(text)
    assert [(unit.block, unit.cell) for unit in found] == [
        (0, 0),
        (0, 1),
        (0, 2),
        (1, 0),
        (1, 1),
        (1, 1),
        (1, 2),
    ]
    assert {unit.kind for unit in found} == {K.CELL}


def test_lines_within_a_cell_belong_together():
    assert texts("Aanvang\nop de kade\tlaat in de\navond") == ["Aanvang op de kade", "laat in de avond"]


def test_borders_of_the_caller_begin_cells():
    text = "middel Vliegen binnen de ontheffing\trest"
    assert texts(text)[0].startswith("middel Vliegen")
    assert [t for _, t in divided(text, borders={7})][:2] == ["middel", "Vliegen binnen de ontheffing"]


def test_items_of_the_caller_begin_items():
    text = "Eerst het een en dan de rest van de regel\nDan het ander"
    assert [t for _, t in divided(text, items={text.index("Dan")})] == text.split("\n")
    assert len(divided(text)) == 1


def test_a_line_with_room_for_the_next_word_ended_on_purpose():
    text = "Kort punt\nNog een kort punt\nEen punt dat lang genoeg is om de breedte te bepalen"
    assert len(texts(text)) == 3


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("[opm. AB: dit is te stellig.]", K.LABEL, "[opm. AB:"),
        ("Achtergrond (niet uitspreken): de score was krap.", K.LABEL, "Achtergrond (niet uitspreken):"),
        ("LW: liever een stil toestel.", K.LABEL, "LW:"),
        ("Reactie mw. Blom: nee, dan volgt er nog een.", K.LABEL, "Reactie mw. Blom:"),
        ("tekst\tMet opmerkingen [TK1]: draai de volgorde om.", K.LABEL, "Met opmerkingen [TK1]:"),
        ("22-01-2021 16:05 - Sjoerd T: achterom graag", K.MESSAGE_HEAD, "22-01-2021 16:05 - Sjoerd T:"),
        ("[12-06-21, 04:10:33] Ans: we gaan", K.MESSAGE_HEAD, "[12-06-21, 04:10:33] Ans:"),
        ("Marjolein 06:51\nGoedemorgen allen", K.MESSAGE_HEAD, "Marjolein 06:51"),
    ],
)
def test_who_speaks_is_a_unit_of_its_own(text, kind, content):
    found = divided(text)
    assert (kind, content) in found
    assert found[-1][0] is not kind


def test_a_chat_message_keeps_its_continuation_and_its_lower_case_sentences():
    text = "1-2-2021 10:00 - Jo: de wind trekt aan. ik ga niet\nnaar buiten\n1-2-2021 10:01 - Bo: ok"
    messages = [content for kind, content in divided(text) if kind is K.MESSAGE]
    assert messages == ["de wind trekt aan.", "ik ga niet naar buiten", "ok"]


MAIL = """Van:\tBos, A. (Anna)

Aan:\tWit, B.
Onderwerp: RE: plan
Dag Bob,

Het plan is af. Wil jij het lezen?

Groet,

Anna
beleidsmedewerker

Van:\tWit, B.

Verzonden: maandag 1 maart 2021 10:00
Goed zo."""


def test_the_parts_of_a_mail_are_told_apart():
    found = divided(MAIL)
    kinds = {content: kind for kind, content in found}
    assert kinds["Bos, A. (Anna)"] is K.MAIL_HEAD
    assert kinds["Onderwerp: RE: plan"] is K.MAIL_HEAD
    assert kinds["Dag Bob,"] is K.SALUTATION
    assert kinds["Het plan is af."] is K.SENTENCE
    assert kinds["Groet,"] is K.SIGNATURE
    assert kinds["Anna beleidsmedewerker"] is K.SIGNATURE
    assert kinds["Goed zo."] is K.SENTENCE


def test_a_note_under_a_signature_is_no_part_of_it():
    text = "Hoogachtend,\n\nB. Wit\n\nNotitie (intern)\n\nDeze meneer heeft gelijk."
    assert divided(text)[-1] == (K.SENTENCE, "Deze meneer heeft gelijk.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3. Stand van zaken\n\nEr is niets.", K.HEADING),
        ("Geadviseerd besluit\n\nEr is niets.", K.HEADING),
        ("Dat is gedaan.\n\nEr is niets.", K.SENTENCE),
        ("Na afloop moeten drie vragen beantwoord zijn:\n\nWaarom?", K.SENTENCE),
        ("• Stoppen met de proef\n\nRest.", K.LIST_ITEM),
        ("Plan van aanpak – versie 2 – blad 3\n\nRest.", K.RUNNING),
        ("Dit bericht is uitsluitend bestemd voor de geadresseerde. Dank.\n\nRest.", K.DISCLAIMER),
    ],
)
def test_what_a_block_is(text, kind):
    assert units(text)[0].kind is kind


LAYOUT = st.text(
    alphabet=st.sampled_from(list("abzABÉ09.,:;!?()[]'’€-•@ \n\t\n\n\u00a0")), min_size=0, max_size=300
)


@given(LAYOUT, st.sets(st.integers(0, 300), max_size=6), st.sets(st.integers(0, 300), max_size=6))
def test_units_cover_all_that_is_visible_once_and_in_order(text, borders, items):
    covered, position = set(), 0
    for unit in units(text, borders, items):
        assert unit.start >= position
        position = unit.end
        assert text[unit.start : unit.end].strip()
        covered |= set(range(unit.start, unit.end))
    assert all(place in covered for place, sign in enumerate(text) if not sign.isspace())


def test_an_empty_unit_is_refused():
    with pytest.raises(ValueError, match="non-empty"):
        Unit(start=3, end=3, kind=K.SENTENCE)
