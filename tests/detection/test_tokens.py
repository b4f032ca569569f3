import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.tokens import Gap, Kind, Token, tokenize


def only(text: str) -> Token:
    (token,) = tokenize(text)
    return token


@pytest.mark.parametrize(
    "text",
    ["J.A.", "J. A.", "J.-P.", "Th.", "IJ.", "Ö.", "H.M.", "P.J.M."],
)
def test_initials_are_one_token(text: str) -> None:
    assert only(text).kind == Kind.INITIALS | Kind.CAPITAL


@pytest.mark.parametrize("text", ["B.V.", "N.V.", "V.O.F.", "P.S."])
def test_other_letters_with_full_stops_are_no_initials(text: str) -> None:
    assert not only(text).has(Kind.INITIALS)


@pytest.mark.parametrize(
    "text",
    [
        "a.ter.braak@om.nl",
        "https://www.om.nl/jan/jansen",
        "www.jansen.nl",
        "bevel_concept_terBraak.pdf",
        "cv.jansen.docx",
    ],
)
def test_addresses_links_and_file_names_are_opaque(text: str) -> None:
    assert only(text).kind == 0


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Dijkstra-\nPoelsma", "Dijkstra-Poelsma"),
        ("Achter-\nberg", "Achterberg"),
        ("Van 't-Hoen", "Van"),
        ("d'Ancona", "d'Ancona"),
    ],
)
def test_a_word_broken_over_a_line_end_is_one_token(text: str, word: str) -> None:
    assert tokenize(text)[0].text == word


def test_the_layout_between_tokens_is_kept() -> None:
    gaps = [token.gap for token in tokenize("Aan:\tJan de\nBoer\n\nBeste")]
    assert gaps == [Gap.BLOCK, Gap.NONE, Gap.CELL, Gap.SPACE, Gap.LINE, Gap.BLOCK]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Sjoerd", Kind.FIRST),
        ("Tamminga", Kind.SURNAME),
        ("Jansen", Kind.FREQUENT),
        ("Dijkstra-Poelsma", Kind.SURNAME),
        ("Anne-Fleur", Kind.FIRST),
        ("van", Kind.INTERFIX),
        ("mr.", Kind.ACADEMIC),
        ("dhr.", Kind.HONORIFIC),
        ("projectleider", Kind.FUNCTION),
        ("burgemeester", Kind.FUNCTION),
        ("vergadering", Kind.COMMON),
        ("Projectondersteuning", Kind.COMMON),
        ("Staten-Generaal", Kind.COMMON),
        ("Noord-Nederland", Kind.COMMON),
        ("Utrecht", Kind.PLACE),
        ("RIVM", Kind.ABBREVIATION),
        ("Hoofdstraat", Kind.STREET),
        ("2021", Kind.NUMBER),
    ],
)
def test_the_lists_tell_what_a_word_can_be(word: str, kind: int) -> None:
    assert only(word).has(kind)


@pytest.mark.parametrize("word", ["EU-regels", "HR-adviseur", "Rijks-uitzendpool"])
def test_a_compound_with_a_hyphen_is_no_double_surname(word: str) -> None:
    assert not only(word).has(Kind.SURNAME)


def test_a_word_glued_to_a_number_is_part_of_a_code() -> None:
    assert tokenize("09Wulp")[1].kind == Kind.WORD


def test_a_sentence_may_end_in_a_form_of_address() -> None:
    assert [token.text for token in tokenize("Dag heren. Kuiper")] == ["Dag", "heren", ".", "Kuiper"]


@given(st.text(alphabet=st.sampled_from("Aa bjJ.-'@\n\t(),:;0é’ŁvdSt"), max_size=80))
def test_tokens_lie_in_order_within_the_text(text: str) -> None:
    position = 0
    for token in tokenize(text):
        assert position <= token.start < token.end <= len(text)
        assert not text[position : token.start].strip()
        position = token.end
    assert not text[position:].strip()
