"""Pages made from lines of text, so that tests read like the documents they stand for."""

from collections.abc import Callable

import pytest

from lakmoes.model import Box, Page, TextSource, Word

LEFT, CHARACTER, BODY, LARGE = 60.0, 5.0, 10.0, 18.0


def page_from(
    text: str, *, index: int = 0, source: TextSource = TextSource.DIGITAL, landscape: bool = False
) -> Page:
    """A page of the text: ``# `` makes a line large, an empty line a paragraph, ``→`` another cell."""
    pieces: list[str] = []
    words: list[Word] = []
    position, top, gap, number = 0, 60.0, "", -1
    for line in text.strip("\n").splitlines():
        if not line.strip():
            gap = "\n\n"
            continue
        size = LARGE if line.startswith("# ") else BODY
        between = gap if pieces else ""
        left = LEFT
        number += 1
        for cell_number, cell in enumerate(line.removeprefix("# ").split("→")):
            if cell_number:
                between, left, number = "\t", left + 30.0, number + 1
            for token in cell.split():
                position += len(between)
                box = Box(x0=left, y0=top, x1=left + CHARACTER * len(token), y1=top + size)
                words.append(Word(text=token, box=box, start=position, line=number))
                pieces += (between, token)
                position += len(token)
                left = box.x1 + CHARACTER
                between = " "
        top += size * 1.4
        gap = "\n"
    width, height = (842.0, 595.0) if landscape else (595.0, 842.0)
    return Page(
        document_id="0" * 64,
        index=index,
        width=width,
        height=height,
        rotation=0,
        text="".join(pieces),
        words=tuple(words),
        text_source=source if words else TextSource.NONE,
    )


@pytest.fixture
def page_of() -> Callable[..., Page]:
    """``page_from`` for tests."""
    return page_from
