"""Words one letter apart, compared with the definition of the distance."""

from hypothesis import given
from hypothesis import strategies as st

from lakmoes.persons.nearness import is_one_off, with_one_less

words = st.text(alphabet="abc", max_size=6)


def neighbours(word: str) -> set[str]:
    """Every word at a distance of at most one, by doing each change once."""
    places = range(len(word) + 1)
    inserted = {word[:place] + letter + word[place:] for place in places for letter in "abc"}
    changed = {word[:place] + letter + word[place + 1 :] for place in range(len(word)) for letter in "abc"}
    left_out = {word[:place] + word[place + 1 :] for place in range(len(word))}
    swapped = {
        word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(len(word) - 1)
    }
    return {word} | inserted | changed | left_out | swapped


@given(words, words)
def test_one_off(one: str, other: str) -> None:
    assert is_one_off(one, other) == (other in neighbours(one))


@given(words)
def test_near_words_share_a_shortened_form(word: str) -> None:
    assert all(with_one_less(word) & with_one_less(near) for near in neighbours(word))
