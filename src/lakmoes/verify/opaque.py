"""Text that is in a file and not to be seen on its pages.

In: the characters of a page and its picture. Out: words of which letters are covered, invisible or off the
page. Text is compared with what the page looks like: where the file says that there are letters and nothing
but one colour is to be seen, they are covered or invisible. This does not depend on how that was done: a
rectangle, a picture, an annotation, a white letter, a hidden layer.

The invisible text of a recognised scan is no finding as long as the picture under it shows anything but one
dark colour. Words of a single letter are not judged.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

from lakmoes.verify.sheet import Frame, Glyph, Picture, Rectangle, objects_on, overlap

SURROUNDINGS = 1.0
"""Points around the ink of a letter that are looked at with it, so that a letter shaped as a bar shows."""
EVEN = 16
"""Difference in grey, of 255, up to which there is nothing to see."""
DARK = 80
"""Grey value up to which a picture over recognised text is a bar."""
FEWEST = 2
"""Letters and digits of a word that are hidden before it is a finding."""
INVISIBLE = 3
"""Text rendering mode of letters that are not painted (ISO 32000-2, 9.3.6)."""


def hidden_words(
    page: pypdfium2.PdfPage, frame: Frame, glyphs: Sequence[Glyph], picture: Picture
) -> Iterator[tuple[str, Rectangle]]:
    """The check that a word fails because letters of it are not to be seen, and where it stands."""
    suspects = _suspects(glyphs, picture, frame)
    if len(suspects) < FEWEST:
        return
    recognised: list[Rectangle] | None = None
    for word in words_in(glyphs):
        if len(suspects.intersection(word)) < FEWEST:
            continue
        if recognised is None:
            recognised = _recognised_parts(page, frame)
        letters = [glyphs[index] for index in word]
        name = how_hidden(letters, any(overlap(letters[0].ink, part) for part in recognised), picture, frame)
        if name:
            yield name, letters[0].ink


def words_in(glyphs: Sequence[Glyph]) -> Iterator[list[int]]:
    """Indexes of the letters and digits of each word."""
    word: list[int] = []
    for index, glyph in enumerate(glyphs):
        if glyph.text.isalnum():
            word.append(index)
        elif glyph.text.isspace() and word:
            yield word
            word = []
    if word:
        yield word


def how_hidden(letters: Sequence[Glyph], is_recognised: bool, picture: Picture, frame: Frame) -> str:
    """The check that a word fails because letters of it are not to be seen; empty when they are."""
    paper = (0.0, 0.0, frame.width, frame.height)
    outside = [letter for letter in letters if not overlap(letter.cell, paper)]
    if len(outside) >= FEWEST:
        return "text-outside-page"
    around = (picture.part(letter.ink, -SURROUNDINGS) for letter in letters if letter not in outside)
    even = [pixels for pixels in around if pixels.size and int(np.ptp(pixels)) <= EVEN]
    if len(even) < FEWEST:
        return ""
    darkest = min(int(pixels.min()) for pixels in even)
    if is_recognised:
        return "text-under-boxes" if darkest <= DARK else ""
    return "text-under-boxes" if abs(darkest - picture.paper) > EVEN else "text-invisible"


def _suspects(glyphs: Sequence[Glyph], picture: Picture, frame: Frame) -> set[int]:
    """Indexes of the letters around which no pixel differs from its neighbours, and of those off the page."""
    letters = [index for index, glyph in enumerate(glyphs) if glyph.text.isalnum()]
    if not letters:
        return set()
    boxes = np.array([glyphs[index].ink for index in letters], dtype=np.float64)
    sums = _steps(picture)
    rows, columns = sums.shape[0] - 1, sums.shape[1] - 1
    x0, y0 = (np.ceil((boxes[:, side] - SURROUNDINGS) * picture.scale) for side in (0, 1))
    x1, y1 = (np.floor((boxes[:, side] + SURROUNDINGS) * picture.scale) for side in (2, 3))
    left, right = (np.clip(side, 0, columns).astype(int) for side in (x0, x1))
    top, bottom = (np.clip(side, 0, rows).astype(int) for side in (y0, y1))
    right, bottom = np.maximum(left, right - 1), np.maximum(top, bottom - 1)
    steps = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    outside = (
        (boxes[:, 2] < 0) | (boxes[:, 0] > frame.width) | (boxes[:, 3] < 0) | (boxes[:, 1] > frame.height)
    )
    return {letters[index] for index in np.flatnonzero((steps == 0) | outside)}


def _steps(picture: Picture) -> npt.NDArray[np.int32]:
    """How many pixels above and to the left of each place differ from their right or lower neighbour."""
    pixels = picture.pixels
    here, right, below = pixels[:-1, :-1], pixels[:-1, 1:], pixels[1:, :-1]
    highest = np.maximum(np.maximum(here, right), below)
    lowest = np.minimum(np.minimum(here, right), below)
    sums = np.zeros((pixels.shape[0] + 1, pixels.shape[1] + 1), dtype=np.int32)
    np.cumsum(highest - lowest > EVEN, axis=0, dtype=np.int32, out=sums[1:-1, 1:-1])
    np.cumsum(sums[1:-1, 1:-1], axis=1, out=sums[1:-1, 1:-1])
    sums[-1], sums[:, -1] = sums[-2], sums[:, -2]
    return sums


def _recognised_parts(page: pypdfium2.PdfPage, frame: Frame) -> list[Rectangle]:
    """Where letters that are not painted stand on a picture."""
    unpainted: list[Rectangle] = []
    pictures: list[Rectangle] = []
    for kind, item, bounds in objects_on(page, frame):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(bounds)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT and pdfium.FPDFTextObj_GetTextRenderMode(item) == INVISIBLE:
            unpainted.append(bounds)
    return [text for text in unpainted if any(overlap(text, picture) for picture in pictures)]


def covered(found: Iterable[tuple[str, Rectangle]]) -> Iterator[Rectangle]:
    """Of what is hidden, where words lie under something."""
    return (box for name, box in found if name == "text-under-boxes")
