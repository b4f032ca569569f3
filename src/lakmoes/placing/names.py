"""Twenty thousand Dutch names to try in a gap.

In: the lists of given names, surnames and what stands between them in ``grounds/lists``. Out: half
surnames, half full names, always the same ones. They say how much a gap tells, not who anyone is.
"""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

from lakmoes.grounds import grounds_folder

COUNT = 20_000
"""Names, half of them surnames alike."""
WITH_INTERFIX = 7
"""One of so many full names has an interfix (``van der``)."""


@cache
def dutch_names() -> tuple[str, ...]:
    """The names, surnames first, no two alike.

    Raises:
        OSError: The lists cannot be read.
    """
    folder = grounds_folder() / "lists"
    given, surnames, interfixes = (
        _shuffled(folder / name / "items.txt") for name in ("first_names", "surnames", "interfixes")
    )
    half = COUNT // 2
    full = []
    for index, surname in enumerate(surnames[half : 2 * half]):
        before = f"{interfixes[index % len(interfixes)]} " if index % WITH_INTERFIX == 0 else ""
        full.append(f"{given[index % len(given)]} {before}{surname}")
    return (*surnames[:half], *full)


def widths_of_names(width: Callable[[str], float]) -> npt.NDArray[np.float64]:
    """How wide the names are, from narrow to wide, when their letters are as wide as ``width`` says."""
    letters, counts = _counts()
    return np.sort(counts @ np.array([width(letter) for letter in letters]))


@cache
def _counts() -> tuple[str, npt.NDArray[np.float64]]:
    """The letters of the names, and how often each stands in each name."""
    names = dutch_names()
    letters = "".join(sorted(set("".join(names))))
    column = {letter: index for index, letter in enumerate(letters)}
    counts = np.zeros((len(names), len(letters)))
    for row, name in enumerate(names):
        for letter in name:
            counts[row, column[letter]] += 1
    return letters, counts


def _shuffled(path: Path) -> list[str]:
    """The items of a list in an order that has nothing to do with the alphabet."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    items = {line for line in lines if line and not line.startswith("#")}
    return sorted(items, key=lambda item: (sha256(item.encode()).digest(), item))
