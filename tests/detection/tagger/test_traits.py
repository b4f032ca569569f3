import pytest

from lakmoes.detection.tagger.traits import TRAITS, Trait, word_of

CASES = [
    ("Sjoerd", Trait.FIRST | Trait.CAPITAL, Trait.SURNAME | Trait.COMMON),
    ("Jansen", Trait.SURNAME | Trait.FREQUENT, Trait.COMMON),
    ("JANSEN", Trait.SURNAME | Trait.UPPER, Trait.ABBREVIATION),
    ("jansen", Trait.SURNAME, Trait.CAPITAL),
    ("van", Trait.INTERFIX, Trait.CAPITAL),
    ("mr.", Trait.TITLE, Trait.OPAQUE),
    ("J.A.", Trait.INITIALS | Trait.CAPITAL, Trait.COMMON),
    ("Delft", Trait.PLACE, Trait.FIRST),
    ("vergadering", Trait.COMMON, Trait.CAPITAL | Trait.SURNAME),
    ("a.jansen@delft.nl", Trait.OPAQUE, Trait.SURNAME),
    ("2024", Trait.OPAQUE, Trait.COMMON),
    ("Yıldırım", Trait.CAPITAL, Trait.COMMON),
    ("?", 0, Trait.OPAQUE),
]


@pytest.mark.parametrize(("text", "has", "lacks"), CASES, ids=[text for text, _, _ in CASES])
def test_what_is_known_of_a_word(text, has, lacks):
    traits = word_of(text).traits
    assert traits & has == has
    assert not traits & lacks


def test_a_word_is_known_by_its_letters_in_any_case():
    assert word_of("JANSEN").head == word_of("Jansen").head
    assert word_of("Jansen").tail == word_of("Hansen").tail
    assert word_of("Jansen").tail != word_of("Jansma").tail


def test_every_trait_has_its_own_bit_within_the_table():
    bits = [value for name, value in vars(Trait).items() if name.isupper()]
    assert len(set(bits)) == len(bits) == TRAITS
    assert all(bit.bit_count() == 1 and bit < 1 << TRAITS for bit in bits)
