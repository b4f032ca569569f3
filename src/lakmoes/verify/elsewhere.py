"""Marked texts that stand unmarked on another place of the same document.

In: the pages as they were read and their marks. Out: the pages on which such a text stands. Which of them
must go is up to people: a name may be redacted in one role and stay in another.
"""

from collections.abc import Iterator, Mapping, Sequence

from lakmoes.model import Mark, Page
from lakmoes.verify.page_checks import unmarked
from lakmoes.verify.texts import haystack_of, needle_of

FEWEST = 4
"""Letters and digits of a text that is looked for; shorter ones stand everywhere."""


def pages_elsewhere(pages: Sequence[Page], marks: Mapping[int, Sequence[Mark]]) -> Iterator[int]:
    """Indexes of the pages on which a marked text of the document stands unmarked."""
    texts = {
        pages[index].quote(mark.span)
        for index, found in marks.items()
        if index < len(pages)
        for mark in found
        if mark.span
    }
    needles = [needle for needle in map(needle_of, sorted(texts)) if len(needle.joined) >= FEWEST]
    for page in pages if needles else ():
        haystack = haystack_of([unmarked(page, marks.get(page.index, ()))])
        if any(map(haystack.count, needles)):
            yield page.index
