"""Words that are nearly the same: one letter wrong, or an inflection.

In: folded words. Out: yes or no, or the words to compare with.
"""


def is_one_off(one: str, other: str) -> bool:
    """Whether the words differ by at most one letter changed, added, left out, or two swapped.

    The distance of Damerau (1964) with adjacent transpositions.
    """
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = next((place for place, letter in enumerate(one) if letter != other[place]), len(one))
    if one[start:] == other[start + 1 :] or one[start + 1 :] == other[start + 1 :]:
        return True
    swapped = one[start : start + 2] == other[start : start + 2][::-1]
    return len(one) == len(other) and swapped and one[start + 2 :] == other[start + 2 :]


def with_one_less(word: str) -> set[str]:
    """The word, and the word without each of its letters: words one letter apart share one of these."""
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def stems(word: str) -> tuple[str, ...]:
    """The words of which this may be a plural or another inflection: ``vissers`` of ``visser``."""
    return tuple(word[: -len(ending)] for ending in ("s", "en", "e", "n", "t") if word.endswith(ending))
