"""What else changes when a dossier is redacted, what gaps tell, and how long it takes.

Searches, redacts and verifies a dossier as the program does, and compares each page with its source::

python -m tests.measure.intact FOLDER... [--width step]

Prints the unmarked words that are not where they should be and the pixels that changed beyond marks and
moved text, both as PDFium sees the pages; how many Dutch names fit the gaps of redacted names, for each way
to set them; and the time of redaction and verification against ``apply_redactions`` and ``save`` of PyMuPDF
alone, taken in turns. Recognised scans are left out: nothing moves there. Exit code 1 when a word or a
pixel was lost.
"""

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import numpy as np
import pymupdf
import pypdfium2

from lakmoes.model import Box, Page, RedactionPlan, TextSource, Width, Word
from lakmoes.pdf.labels import Stamp
from lakmoes.pdf.redact import redact
from lakmoes.placing import place
from lakmoes.placing.anonymity import FEW
from lakmoes.plan import plan
from lakmoes.verify import verify
from lakmoes.workflow.analysing import analysis_of
from lakmoes.workflow.holding import held
from lakmoes.workflow.opening import Order, opened
from lakmoes.workflow.widths import marks_of_names, names_fitting

SCALE = 1.5
"""Pixels a point."""
CHANGED = 48
"""Grey values, of 255, by which a pixel must differ to count."""
AROUND = 2.0
"""Points around marks and moved text that may differ: the edges of letters."""
NEAR = 1.5
"""Points within which a letter is where it should be."""


@dataclass
class Outcome:
    documents: int = 0
    pages: int = 0
    marks: int = 0
    moved: int = 0
    words: int = 0
    lost: list[str] = field(default_factory=list)
    pixels: int = 0
    troubles: list[str] = field(default_factory=list)
    names: dict[Width, list[int]] = field(default_factory=lambda: defaultdict(list))
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))


class Silent:
    def begin(self, stage: str, documents: int, pages: int) -> None:
        pass

    def advance(self, pages: int) -> None:
        pass


def measured(folders: Sequence[Path], width: Width) -> Outcome:
    outcome = Outcome()
    for folder in folders:
        with tempfile.TemporaryDirectory() as out, opened(Order(folder=folder, out=Path(out))) as dossier:
            for number, case in held(dossier, Silent(), {}).cases.items():
                pages = analysis_of(dossier, case.document).pages
                if any(page.text_source is not TextSource.DIGITAL for page in pages):
                    continue
                exact = plan(case.state, pages, dossier.book)
                names = marks_of_names(exact, (suggestion.finding for suggestion in case.suggestions))
                for kind in Width:
                    found = names_fitting(exact, pages, names, kind)
                    outcome.names[kind] += [fitting.count for fitting in found]
                one_document(
                    dossier.paths[number], place(exact, pages, width), pages, outcome, Path(out) / "r.pdf"
                )
    return outcome


def one_document(
    path: Path, made: RedactionPlan, pages: Sequence[Page], outcome: Outcome, target: Path
) -> None:
    outcome.documents += 1
    outcome.pages += len(pages)
    outcome.marks += len(made.marks)
    outcome.moved += len(made.shifts)
    start = time.process_time()
    bare(path, made, target.with_name("bare.pdf"))
    outcome.seconds["bare"] += time.process_time() - start
    stamp = Stamp(document_number="", code_labels={code: "#" for mark in made.marks for code in mark.codes})
    start = time.process_time()
    redact(path, made, stamp, target)
    outcome.seconds["redaction"] += time.process_time() - start
    labels = frozenset(line for mark in made.marks for line in stamp.printed(mark.codes))
    start = time.process_time()
    report = verify(target, made, pages, labels, original=path)
    outcome.seconds["verification"] += time.process_time() - start
    failed = [f"{path.name}: {check.name} {check.places[:3]}" for check in report.checks if not check.passed]
    outcome.troubles += failed
    # Labels in the margin are new ink on purpose: they are left out of the comparison of pixels.
    blank = Stamp(document_number="", code_labels={code: " " for mark in made.marks for code in mark.codes})
    redact(path, made, blank, target)
    compare(path, target, made, pages, outcome)


def bare(path: Path, made: RedactionPlan, target: Path) -> None:
    """What PyMuPDF alone does with the same boxes."""
    with pymupdf.open(path) as document:
        for index, marks in made.by_page().items():
            page = document[index]
            for box in (box for mark in marks for box in mark.boxes):
                page.add_redact_annot((box.x0, box.y0, box.x1, box.y1), fill=(0, 0, 0))
            page.apply_redactions()
        document.save(target, garbage=3, deflate=True)


def compare(path: Path, target: Path, made: RedactionPlan, pages: Sequence[Page], outcome: Outcome) -> None:
    before, after = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument(target)
    try:
        for page in pages:
            one, other = before[page.index], after[page.index]
            there = letters_on(other)
            for word in page.words:
                outcome.words += 1
                if any(not is_there(letter, x, y, there) for letter, x, y in expected(word, made, page)):
                    outcome.lost.append(f"{path.name} page {page.index + 1}: {word.text}")
            if page.rotation == 0:
                outcome.pixels += changed_pixels(one, other, allowed_on(page, made))
            other.close()
            one.close()
    finally:
        before.close()
        after.close()


def expected(word: Word, made: RedactionPlan, page: Page) -> Iterator[tuple[str, float, float]]:
    """The letters and digits of a word that stay, with the middle of their cells as they should be."""
    boxes = [box for mark in made.by_page().get(page.index, ()) for box in mark.boxes]
    shifts = made.shifts_on(page.index)
    for index, letter in enumerate(word.text):
        part = word.part(word.start + index, word.start + index + 1)
        x, y = (part.x0 + part.x1) / 2, (part.y0 + part.y1) / 2
        if not letter.isascii() or not letter.isalnum() or any(box.contains(x, y) for box in boxes):
            continue
        shift = next((shift for shift in shifts if shift.area.contains(x, y)), None)
        yield letter, x + (shift.dx if shift else 0.0), y + (shift.dy if shift else 0.0)


Places = dict[str, list[tuple[float, float]]]


def letters_on(page: pypdfium2.PdfPage) -> Places:
    """Where each letter stands, in points from the top left of the page before rotation."""
    text = page.get_textpage()
    left, _, _, top = page.get_cropbox()
    found: Places = defaultdict(list)
    for index in range(text.count_chars()):
        x0, y0, x1, y1 = text.get_charbox(index, loose=True)
        for letter in text.get_text_range(index, 1):
            found[letter].append(((x0 + x1) / 2 - left, top - (y0 + y1) / 2))
    return found


def is_there(letter: str, x: float, y: float, there: Places) -> bool:
    # Letters of one ligature share its box.
    reach = NEAR * 4 if letter in "fijlt" else NEAR
    return any(abs(x - at_x) <= reach and abs(y - at_y) <= NEAR * 2 for at_x, at_y in there[letter])


def allowed_on(page: Page, made: RedactionPlan) -> list[Box]:
    """Where a page may look different: marks, bars, moved text before and after."""
    found = [box for mark in made.by_page().get(page.index, ()) for box in (*mark.boxes, *mark.painted)]
    for shift in made.shifts_on(page.index):
        area = shift.area
        found += [area, Box(x0=area.x0 + shift.dx, y0=area.y0, x1=area.x1 + shift.dx, y1=area.y1)]
    return found


def changed_pixels(one: pypdfium2.PdfPage, other: pypdfium2.PdfPage, allowed: Sequence[Box]) -> int:
    pictures = [
        np.asarray(page.render(scale=SCALE, may_draw_forms=False).to_pil().convert("L"), dtype=np.int16)
        for page in (one, other)
    ]
    differs = np.abs(pictures[0] - pictures[1]) > CHANGED
    for box in allowed:
        rows = slice(max(int((box.y0 - AROUND) * SCALE), 0), int((box.y1 + AROUND) * SCALE) + 1)
        columns = slice(max(int((box.x0 - AROUND) * SCALE), 0), int((box.x1 + AROUND) * SCALE) + 1)
        differs[rows, columns] = False
    return int(differs.sum())


def told(outcome: Outcome, width: Width) -> Iterator[str]:
    yield (
        f"{outcome.documents} documents, {outcome.pages} pages, {outcome.marks} marks, "
        f"{outcome.moved} stretches of lines moved (width: {width})"
    )
    yield f"{len(outcome.lost)} of {outcome.words} words lost, {outcome.pixels} pixels changed elsewhere"
    yield from (f"  {word}" for word in outcome.lost[:20])
    yield f"{len(outcome.troubles)} checks failed"
    yield from (f"  {trouble}" for trouble in outcome.troubles)
    for kind, counts in outcome.names.items():
        few = sum(count < FEW for count in counts)
        yield (
            f"names that fit, {kind}: {len(counts)} gaps, min {min(counts, default=0)}, "
            f"median {median(counts or [0]):g}, below {FEW}: {few}"
        )
    per_page = {name: 1000 * took / max(outcome.pages, 1) for name, took in outcome.seconds.items()}
    both = per_page["redaction"] + per_page["verification"]
    yield (
        ", ".join(f"{name} {took:.0f} ms" for name, took in per_page.items())
        + f" a page; {both / max(per_page['bare'], 1e-9):.1f} times"
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--width", type=Width, default=Width.STEP)
    asked = parser.parse_args()
    outcome = measured(asked.folders, asked.width)
    for line in told(outcome, asked.width):
        print(line)
    return bool(outcome.lost or outcome.pixels or outcome.troubles)


if __name__ == "__main__":
    raise SystemExit(main())
