"""The ruling lines of tables in a picture of a page, and the cells between them.

In: a grey picture as an array (rows, columns), 0 is black. Out: the same picture without its rulings, and the
cells as rectangles in pixels, row by row. Text recognition needs both: Tesseract drops bordered tables or
reads their borders as letters, and mixes the wrapped lines of neighbouring cells.

A ruling is a thin dark run of at least ``SHORTEST`` inches; a stroke of a letter is shorter or thicker. Runs
are found with the openings of mathematical morphology (Serra, Image Analysis and Mathematical Morphology,
1982). Works on straight or slightly skewed scans (up to about two degrees); tables without borders have no
cells here.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Grey: TypeAlias = npt.NDArray[np.uint8]
Mask: TypeAlias = npt.NDArray[np.bool_]

CONTRAST = 50
"""How much darker than the paper a ruling is, of 255."""
SHORTEST, THICKEST = 0.4, 0.04
"""Length and thickness of a ruling in inches."""
FRINGE = 3
"""Pixels around a ruling that are wiped as well: scanned lines have soft edges."""
COARSE = 6
"""Cells are looked for in a picture that is this much smaller."""
SMALLEST_CELL = 0.07
"""Width and height in inches."""
FILLED = 0.85
"""Share of its rectangle that a cell fills: the space around tables fills less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A rectangle of pixels, half-open."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def height(self) -> int:
        """Number of rows of pixels."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """Number of columns of pixels."""
        return self.right - self.left

    def of(self, picture: Grey) -> Grey:
        """The part of the picture in this cell, a view."""
        return picture[self.top : self.bottom, self.left : self.right]


def paper_of(picture: Grey) -> int:
    """The grey value that is most common: the paper."""
    return int(np.bincount(picture.ravel(), minlength=256).argmax())


def without_rulings(picture: Grey, dpi: int) -> tuple[Grey, tuple[Cell, ...]]:
    """A copy of the picture with its rulings wiped, and the cells that they enclosed in reading order."""
    paper = paper_of(picture)
    dark = picture < paper - CONTRAST
    rulings = grown(horizontal_rulings(dark, dpi) | horizontal_rulings(dark.T, dpi).T)
    wiped = picture.copy()
    wiped[rulings] = paper
    return wiped, in_rows(enclosed(rulings, dpi))


def horizontal_rulings(dark: Mask, dpi: int) -> Mask:
    """The pixels of dark horizontal runs that are long and thin."""
    long = opened(np.ascontiguousarray(dark), round(dpi * SHORTEST))
    thick = opened(np.ascontiguousarray(long.T), round(dpi * THICKEST) + 1).T
    return np.asarray(long & ~thick)


def opened(mask: Mask, length: int) -> Mask:
    """Only the horizontal runs of at least ``length`` pixels."""
    kept = mask.copy()
    for step in doublings(length):
        kept[:, :-step] &= kept[:, step:]
        kept[:, -step:] = False
    for step in doublings(length):
        kept[:, step:] |= kept[:, :-step].copy()
    return kept


def doublings(length: int) -> list[int]:
    """Shifts that together reach ``length`` pixels: 1, 2, 4 and so on, and a rest."""
    steps, reached = [], 1
    while reached < length:
        steps.append(min(reached, length - reached))
        reached += steps[-1]
    return steps


def grown(mask: Mask) -> Mask:
    """The mask with a fringe of pixels on all sides."""
    wide = mask.copy()
    for _ in range(FRINGE):
        before = wide.copy()
        wide[1:] |= before[:-1]
        wide[:-1] |= before[1:]
        wide[:, 1:] |= before[:, :-1]
        wide[:, :-1] |= before[:, 1:]
    return wide


def enclosed(rulings: Mask, dpi: int) -> list[Cell]:
    """The rectangles that are closed in by rulings on all four sides."""
    rows, columns = (size // COARSE for size in rulings.shape)
    blocks = rulings[: rows * COARSE, : columns * COARSE].reshape(rows, COARSE, columns, COARSE)
    regions = regions_of(np.logical_not(blocks.any(axis=(1, 3))))
    smallest = SMALLEST_CELL * dpi / COARSE
    return [
        Cell(top=top * COARSE, bottom=bottom * COARSE, left=left * COARSE, right=right * COARSE)
        for top, bottom, left, right, area in regions
        if top > 0 and bottom < rows and left > 0 and right < columns
        if min(bottom - top, right - left) >= smallest and area >= FILLED * (bottom - top) * (right - left)
    ]


def regions_of(free: Mask) -> list[tuple[int, int, int, int, int]]:
    """Connected regions as (top, bottom, left, right, area), by joining the runs of successive rows."""
    parents: list[int] = []
    runs: list[tuple[int, int, int]] = []
    above: list[int] = []
    for row in range(free.shape[0]):
        current = []
        for left, right in runs_of(free[row]):
            number = len(runs)
            runs.append((row, left, right))
            parents.append(number)
            current.append(number)
            for other in above:
                if runs[other][1] < right and left < runs[other][2]:
                    parents[root(parents, other)] = root(parents, number)
        above = current
    regions: dict[int, list[tuple[int, int, int]]] = {}
    for number, run in enumerate(runs):
        regions.setdefault(root(parents, number), []).append(run)
    return [extent_of(region) for region in regions.values()]


def extent_of(runs: list[tuple[int, int, int]]) -> tuple[int, int, int, int, int]:
    """Top, bottom, left, right and area of the runs of one region."""
    rows, lefts, rights = zip(*runs, strict=True)
    return min(rows), max(rows) + 1, min(lefts), max(rights), sum(rights) - sum(lefts)


def runs_of(row: Mask) -> list[tuple[int, int]]:
    """Start and end of each run of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], row, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def root(parents: list[int], number: int) -> int:
    """The number that stands for the whole region; shortens the way to it."""
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def in_rows(cells: list[Cell]) -> tuple[Cell, ...]:
    """The cells row by row, from left to right; cells of one row share most of their height."""
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda cell: (cell.top, cell.left)):
        for row in rows:
            shared = min(cell.bottom, row[0].bottom) - max(cell.top, row[0].top)
            if shared > 0.5 * max(cell.height, row[0].height):
                row.append(cell)
                break
        else:
            rows.append([cell])
    return tuple(cell for row in rows for cell in sorted(row, key=lambda cell: cell.left))
