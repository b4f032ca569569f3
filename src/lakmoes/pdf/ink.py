"""Where the letters of recognised words really stand, from the ink of the picture.

In: the characters of a word as Tesseract gives them, in pixels: the box of the word may clip the ink by a
pixel or two, and within the word the letters are spread evenly. Out: the same characters with boxes that
cover the ink and meet where the picture is emptiest near the place that the usual widths of letters suggest.
Good enough to redact part of a word (the local part of a mail address) and to keep the rest.

Does not recognise anything, and does not know of pages and points.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pymupdf

from lakmoes.pdf.characters import Character, Rectangle, box_around
from lakmoes.pdf.rulings import Grey, Mask

CONTRAST = 60
"""How much ink differs from what is around it, of 255."""
REACH = 0.3
"""How far ink may stick out of the word's box, in heights of the box."""
MARGIN = 0.1
"""Added on all sides, in heights of the box: pale edges of letters."""
LEEWAY = 0.45
"""How far an edge may move from where it is expected, in widths of the narrower letter."""


def on_ink(word: Sequence[Character], picture: Grey) -> list[Character]:
    """The characters of one upright word, in pixels of the picture, each over its own ink."""
    rough = box_around(tuple(character.box for character in word))
    around = clipped(rough, picture.shape, REACH * (rough[3] - rough[1]))
    left, top, right, bottom = around
    part = picture[top:bottom, left:right].astype(np.int16)
    ink = np.abs(part - np.median(part)) > CONTRAST
    if not ink.any():
        return list(word)
    box = grown_over(ink, (rough[0] - left, rough[1] - top, rough[2] - left, rough[3] - top))
    edges = edges_between("".join(character.text for character in word), ink, box)
    margin = MARGIN * (rough[3] - rough[1])
    edges[0], edges[-1] = edges[0] - margin, edges[-1] + margin
    y0, y1 = top + box[1] - margin, top + box[3] + margin
    return [
        replace(character, box=(left + x0, y0, left + x1, y1))
        for character, (x0, x1) in zip(word, pairwise(edges), strict=True)
    ]


def clipped(box: Rectangle, shape: tuple[int, ...], reach: float) -> tuple[int, int, int, int]:
    """The box with a reach around it, in whole pixels inside the picture."""
    height, width = shape[0], shape[1]
    left, top = max(int(box[0] - reach), 0), max(int(box[1] - reach), 0)
    return left, top, min(int(box[2] + reach) + 1, width), min(int(box[3] + reach) + 1, height)


def grown_over(ink: Mask, box: Rectangle) -> tuple[int, int, int, int]:
    """The box grown on each side until it cuts through no ink."""
    x0, y0, x1, y1 = (max(round(edge), 0) for edge in box)
    columns = np.asarray(ink[y0:y1].any(axis=0))
    x0, x1 = grown_range(columns, x0, x1)
    rows = np.asarray(ink[:, x0:x1].any(axis=1))
    y0, y1 = grown_range(rows, y0, y1)
    return x0, y0, x1, y1


def grown_range(filled: Mask, start: int, end: int) -> tuple[int, int]:
    """The half-open range, widened while the place next to it is filled."""
    while start > 0 and filled[start - 1]:
        start -= 1
    while end < len(filled) and filled[end]:
        end += 1
    return start, end


def edges_between(text: str, ink: Mask, box: tuple[int, int, int, int]) -> list[float]:
    """The ``len(text) + 1`` edges of the letters in the box, inner ones where there is least ink."""
    x0, y0, x1, y1 = box
    profile = ink[y0:y1].sum(axis=0)
    widths = np.array([usual_width(letter) for letter in text])
    widths *= (x1 - x0) / widths.sum()
    expected = x0 + np.concatenate(([0.0], np.cumsum(widths)))
    edges = [float(x0)]
    for place, before, after in zip(expected[1:-1], widths[:-1], widths[1:], strict=True):
        leeway = LEEWAY * min(before, after)
        places = np.arange(max(int(place - leeway), x0), min(int(place + leeway) + 2, x1))
        cost = profile[places] + np.abs(places + 0.5 - place) / (leeway + 1)
        edges.append(max(float(places[cost.argmin()]) + 0.5, edges[-1] + 0.5))
    return [*edges, max(float(x1), edges[-1] + 0.5)]


@lru_cache(maxsize=512)
def usual_width(letter: str) -> float:
    """The width of a letter in a common typeface, relative to its size."""
    return max(float(sans().glyph_advance(ord(letter))), 0.2)


@lru_cache(maxsize=1)
def sans() -> pymupdf.Font:
    """The built-in sans serif typeface."""
    return pymupdf.Font("helv")
