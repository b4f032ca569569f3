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
import pypdfium2
import pypdfium2.raw as pdfium

from lakmoes.verify.sheet import Frame, Glyph, Picture, Rectangle, objects_on, overlap

SURROUNDINGS = 1.0
"""Points around the ink of a letter that are looked at with it, so that a letter shaped as a bar shows."""
EVEN = 16
"""Difference in grey, of 255, up to which there is nothing to see."""
SAMPLES = 6
"""Pixels across and down that are looked at before a letter is looked at as a whole."""
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
    """Indexes of the letters where a few pixels are all alike, and of those off the page."""
    letters = [index for index, glyph in enumerate(glyphs) if glyph.text.isalnum()]
    if not letters:
        return set()
    boxes = np.array([glyphs[index].ink for index in letters], dtype=np.float64)
    places = (np.arange(SAMPLES) + 0.5) / SAMPLES
    height, width = picture.pixels.shape
    across = (
        boxes[:, 0, None] - SURROUNDINGS + (boxes[:, 2] - boxes[:, 0] + 2 * SURROUNDINGS)[:, None] * places
    )
    down = boxes[:, 1, None] - SURROUNDINGS + (boxes[:, 3] - boxes[:, 1] + 2 * SURROUNDINGS)[:, None] * places
    columns = np.clip(across * picture.scale, 0, width - 1).astype(np.intp)
    rows = np.clip(down * picture.scale, 0, height - 1).astype(np.intp)
    shades = picture.pixels[rows[:, :, None], columns[:, None, :]].reshape(len(letters), -1)
    outside = (boxes[:, 2] < 0) | (boxes[:, 0] > frame.width)
    outside |= (boxes[:, 3] < 0) | (boxes[:, 1] > frame.height)
    even = shades.max(axis=1) - shades.min(axis=1) <= EVEN
    return {letters[index] for index in np.flatnonzero(even | outside)}


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
