"""What a large dossier costs to review: time to open it again, time to a page, memory of the server.

    python -m tests.measure.desk FOLDER [PAGES]

FOLDER holds PDFs with text. They are read and searched as usual; then the dossier is made as large as was
asked with copies of them of which the letters are exchanged, so that no two copies share a word: reading and
searching thousands of pages is not what is measured here. Prints a table in Markdown.
"""

import multiprocessing
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

from lakmoes.model import Page, PersonDecision, Reviewer, ReviewerRole, SourceDocument, Verdict
from lakmoes.workflow import Order
from lakmoes.workflow.analysing import ANALYSIS, analyse, analysis_of, keep
from lakmoes.workflow.documents import Analysis
from lakmoes.workflow.opening import opened
from lakmoes.workflow.reviewing import Desk, opened_desk

PAGES = 10_000
LOOKS = 40
DPI = 100
REVIEWER = Reviewer(name="M. Meter", role=ReviewerRole.HANDLER)
LETTERS = "bcdfghjklmnpqrstvwxz", "aeiouy"
"""Exchanged among each other, so that copies look like words."""


class Silent:
    def begin(self, stage: str, documents: int, pages: int) -> None:
        pass

    def advance(self, pages: int) -> None:
        pass


def main(source: Path, wanted: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        order = Order(folder=Path(place, "dossier"), out=Path(place, "uit"))
        enlarge(source, order, wanted)
        print("| What | Figure |\n|---|---|")
        # Each in a process of its own: what one leaves in memory is not counted with the other.
        for measure in (first_opening, reviewing):
            process = multiprocessing.get_context("spawn").Process(target=measure, args=(order,))
            process.start()
            process.join()
            if process.exitcode:
                raise SystemExit(process.exitcode)


def enlarge(source: Path, order: Order, wanted: int) -> None:
    """A folder of so many pages, and a dossier file in which all of them are analysed."""
    shutil.copytree(source, order.folder)
    with opened(order) as dossier:
        count = sum(document.page_count for document in analyse(dossier, Silent(), {}).values())
    originals = sorted(order.folder.glob("*.pdf"))
    for number in range(1, -(-wanted // count)):
        for path in originals:
            copy = path.with_name(f"{number:05} {path.name}")
            copy.write_bytes(path.read_bytes() + f"\n%{number}\n".encode())
    with opened(order) as dossier:
        by_name = {document.file_name: document for document in dossier.documents}
        for name, document in by_name.items():
            number, _, original = name.partition(" ")
            if original in by_name and not document.duplicate_of:
                found = analysis_of(dossier, by_name[original])
                keep(dossier, document, exchanged(found, document, random.Random(number)))


def exchanged(found: Analysis, document: SourceDocument, chance: random.Random) -> Analysis:
    """The analysis of a copy with other letters."""
    table: dict[int, str] = {}
    for letters in LETTERS:
        others = chance.sample(letters, len(letters))
        table |= str.maketrans(letters + letters.upper(), "".join(others) + "".join(others).upper())
    named = ANALYSIS.adapter.dump_json(replace(found, pages=()))
    copied = ANALYSIS.adapter.validate_json(named.replace(found.document.id.encode(), document.id.encode()))
    pages = tuple(other_letters(page, document.id, table) for page in found.pages)
    described = replace(copied.document, number=document.number, file_name=document.file_name)
    return replace(copied, document=described, pages=pages)


def other_letters(page: Page, document_id: str, table: dict[int, str]) -> Page:
    words = tuple(replace(word, text=word.text.translate(table)) for word in page.words)
    return replace(page, document_id=document_id, text=page.text.translate(table), words=words)


def first_opening(order: Order) -> None:
    with timed("first opening, everything read and searched already"), opened_desk(order, Silent()):
        pass
    row("most memory while it opens", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def reviewing(order: Order) -> None:
    with timed("opening again"):
        context = opened_desk(order, Silent())
        desk = context.__enter__()
    documents = desk.documents
    row("documents", len(documents))
    row("pages", sum(len(document.pages) for document in documents.values()))
    row("suggestions", sum(len(document.suggestions) for document in documents.values()))
    row("memory of the server, opened", resident())
    for name, look in looks(desk):
        with timed(name):
            look()
    row("memory of the server, in use", resident())
    chosen = random.Random(1).sample([*documents], min(LOOKS, len(documents)))
    each("page of another document (text)", lambda number: desk.page(number, 0), chosen)
    each("picture of another document", lambda number: desk.picture(number, 0, DPI), chosen)
    each(
        "next page of a document (picture)",
        lambda number: desk.picture(number, 1, DPI),
        [number for number in chosen if len(documents[number].pages) > 1],
    )
    each("a decision", lambda number: decide(desk, number), chosen)
    row("memory of the server, at the end", resident())
    context.__exit__(None, None, None)


def looks(desk: Desk) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "what holds everywhere", lambda: [desk.state(number) for number in desk.documents]
    yield "inventory", desk.inventory_rows
    yield "inventory after a decision", lambda: (decide(desk, min(desk.documents)), desk.inventory_rows())
    yield "inconsistencies", desk.inconsistencies
    yield "what blocks", desk.blocks
    yield "alike", lambda: desk.near(1, desk.documents[1].suggestions[0].id)
    yield "search for a word", lambda: desk.search("de")
    yield "a decision on a person, and what holds then", lambda: decide_person(desk)


def decide(desk: Desk, number: int) -> None:
    suggestion = desk.state(number).rulings[0].suggestion
    body = desk.decision_on(number, suggestion.id, Verdict.REDACT, ("10.2.e",))
    desk.act(REVIEWER, [body], {body.subject: desk.log.basis(body.subject)})
    desk.state(number)


def decide_person(desk: Desk) -> None:
    person = max(desk.persons, key=lambda person: len(person.spans))
    body = PersonDecision(person_id=person.id, verdict=Verdict.KEEP, reason="bestuurder")
    desk.act(REVIEWER, [body], {body.subject: 0})
    for number in desk.documents:
        desk.state(number)


def each(name: str, look: Callable[[int], object], numbers: list[int]) -> None:
    taken = []
    for number in numbers:
        start = time.perf_counter()
        look(number)
        taken.append(time.perf_counter() - start)
    row(name, f"{1000 * median(taken):.0f} ms (at most {1000 * max(taken):.0f})")


@contextmanager
def timed(name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    row(name, f"{time.perf_counter() - start:.2f} s")


def row(name: str, figure: object) -> None:
    print(f"| {name} | {figure} |", flush=True)


def resident() -> str:
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return f"{pages * resource.getpagesize() / 2**20:.0f} MB"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PAGES)
