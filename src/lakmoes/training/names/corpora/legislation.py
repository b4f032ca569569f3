"""Lines of Dutch legislation: formal prose without persons, which is not to be taken for names.

In: the lines, packed. Out: a small part of them as ``Sample`` values without names. Lines in which rules
and lists see a name (who signed a law) are left out.

Licence: none needed (article 11 Auteurswet); collected by github.com/statengeneraal/laws-markdown.
"""

import gzip
import itertools
from collections.abc import Iterator
from pathlib import Path

from lakmoes.detection.running import LIKELY, running_names
from lakmoes.training.names.samples import Sample

FILE = "text_law/law_nl_dedup_lines.txt.gz"
SOURCE = "legislation"
EVERY = 2500
"""Of so many lines a run of ``RUN`` is taken."""
RUN = 12
LONGEST = 500
"""Characters of a line."""


def read(data: Path) -> Iterator[Sample]:
    """Runs of lines from the file in a data folder.

    Raises:
        OSError: The file is missing.
    """
    with gzip.open(data / FILE, "rt", encoding="utf-8") as file:
        while lines := list(itertools.islice(file, EVERY)):
            kept = [line.strip() for line in lines[:RUN] if _is_plain(line)]
            if kept:
                yield Sample(text="\n\n".join(kept), names=(), source=SOURCE)


def _is_plain(line: str) -> bool:
    if not 0 < len(line.strip()) <= LONGEST or "<" in line:
        return False
    return not any(found.score >= LIKELY for found in running_names(line))
