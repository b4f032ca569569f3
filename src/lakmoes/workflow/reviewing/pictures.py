"""Pages as pictures for the screen.

In: the path of a PDF, a page index and a resolution. Out: a PNG. PyMuPDF is not safe with threads and keeps
all of them waiting while it draws; it works in a process of its own.
"""

from pathlib import Path

from lakmoes.engines.helper import Helper
from lakmoes.pdf.render import render_next
from lakmoes.workflow.shelves import Shelf

KEPT = 64
"""Pictures in memory: some 300 kB each."""
RESOLUTIONS = range(20, 301)
"""Dots per inch that may be asked for."""

Asked = tuple[Path, int, int]


class Pictures:
    """Makes pictures of pages and keeps the last ones."""

    def __init__(self) -> None:
        self._helper = Helper()
        self._helper.start()
        self._shelf: Shelf[Asked, bytes] = Shelf(self._made, KEPT)

    def get(self, path: Path, page_index: int, dpi: int) -> bytes:
        """The page as a PNG; ``dpi`` outside ``RESOLUTIONS`` is brought within it.

        Raises:
            IntakeError: The file cannot be opened, or it has no such page or cannot show it.
            ResourceError: Drawing the page ended the process that draws.
        """
        bounded = min(max(dpi, RESOLUTIONS.start), RESOLUTIONS.stop - 1)
        return self._shelf.get((path, page_index, bounded))

    def close(self) -> None:
        """Ends the process that draws."""
        self._helper.close()

    def _made(self, asked: Asked) -> bytes:
        return self._helper.do(render_next, *asked)
