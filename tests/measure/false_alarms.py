"""How often does the verifier refuse an honest redaction?

Redacts random words on random pages of real documents as the program does, and verifies each file::

    python -m tests.measure.false_alarms FOLDER... [--pages 200] [--seed 1] [--width step]

Prints how many pages and marks there were, each check that failed with its places, and the time that
redaction and verification took. Exit code 1 when any check failed.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lakmoes.errors import LakmoesError
from lakmoes.model import Mark, Page, RedactionPlan, Span, Width
from lakmoes.nl import error_text
from lakmoes.pdf.labels import Stamp
from lakmoes.pdf.redact import redact
from lakmoes.placing import place
from lakmoes.verify import verify
from lakmoes.workflow.reading import pages_of, reader_of

STAMP = Stamp(document_number="7", code_labels={"10.2.e": "10.2.e Wob", "11.1": "11.1 Wob"})
MOST_MARKS, MOST_WORDS = 12, 4
"""Marks on a page, and words in a mark, at most."""


@dataclass
class Outcome:
    pages: int = 0
    marks: int = 0
    files: int = 0
    troubles: list[str] = field(default_factory=list)
    redacting: float = 0.0
    verifying: float = 0.0


def draws(
    pages: Sequence[tuple[Path, Page]], count: int, chance: random.Random
) -> Iterator[tuple[Path, dict[int, list[Mark]]]]:
    """Marks by page, for one document a time."""
    waiting: dict[Path, list[dict[int, list[Mark]]]] = {}
    for _ in range(count):
        path, page = chance.choice(pages)
        rounds = waiting.setdefault(path, [])
        free = next((found for found in rounds if page.index not in found), None)
        if free is None:
            rounds.append(free := {})
        free[page.index] = random_marks(page, chance)
    for path in sorted(waiting):
        yield from ((path, found) for found in waiting[path])


def random_marks(page: Page, chance: random.Random) -> list[Mark]:
    """Some words here and there, no two marks on the same."""
    marks: list[Mark] = []
    taken: set[int] = set()
    for _ in range(chance.randint(1, MOST_MARKS)):
        first = chance.randrange(len(page.words))
        last = min(first + chance.randrange(MOST_WORDS), len(page.words) - 1)
        if taken & set(range(first, last + 1)):
            continue
        taken |= set(range(first, last + 1))
        start, end = page.words[first].start, page.words[last].end
        span = Span(document_id=page.document_id, page_index=page.index, start=start, end=end)
        codes = (chance.choice(("10.2.e", "11.1")),)
        marks.append(Mark(page_index=page.index, boxes=page.boxes(span), codes=codes, span=span))
    return sorted(marks, key=lambda mark: mark.span.start if mark.span else 0)


def measured(folders: Sequence[Path], count: int, seed: int, width: Width) -> Outcome:
    outcome = Outcome()
    documents = {path: pages_of(path, "d") for folder in folders for path in sorted(folder.rglob("*.pdf"))}
    pages = [(path, page) for path, found in documents.items() for page in found if page.words]
    with tempfile.TemporaryDirectory() as folder:
        for path, marks in draws(pages, count, random.Random(seed)):
            one_file(path, documents[path], marks, width, Path(folder) / "redacted.pdf", outcome)
    return outcome


def one_file(
    path: Path,
    pages: Sequence[Page],
    by_page: dict[int, list[Mark]],
    width: Width,
    target: Path,
    outcome: Outcome,
) -> None:
    marks = tuple(mark for index in sorted(by_page) for mark in by_page[index])
    plan = place(RedactionPlan(document_id="d", marks=marks, digest=""), pages, width)
    labels = frozenset(line for mark in marks for line in STAMP.printed(mark.codes)) | {"7"}
    outcome.pages, outcome.marks, outcome.files = (
        outcome.pages + len(by_page),
        outcome.marks + len(marks),
        outcome.files + 1,
    )
    start = time.process_time()
    try:
        redact(path, plan, STAMP, target)
        redacted = time.process_time()
        report = verify(target, plan, pages, labels, original=path, recognise=reader_of(pages))
    except LakmoesError as error:
        outcome.troubles.append(f"{path.name}: {error_text(error.code, error.locators)}")
        return
    outcome.redacting += redacted - start
    outcome.verifying += time.process_time() - redacted
    for check in report.checks:
        if not check.passed:
            outcome.troubles.append(f"{path.name}: {check.name}: {', '.join(check.places[:4])}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--width", type=Width, default=Width.STEP)
    asked = parser.parse_args()
    outcome = measured(asked.folders, asked.pages, asked.seed, asked.width)
    failed = len(outcome.troubles)
    print(f"{outcome.pages} pages, {outcome.marks} marks, {outcome.files} files; failed: {failed}")
    for trouble in outcome.troubles:
        print(f"  {trouble}")
    print(f"redaction {outcome.redacting:.1f} s, verification {outcome.verifying:.1f} s")
    return bool(outcome.troubles)


if __name__ == "__main__":
    raise SystemExit(main())
