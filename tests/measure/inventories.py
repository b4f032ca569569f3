"""How near does the list come to one that people made, once they have decided what to redact?

Takes a dossier whose right redactions are known (``pdf/``, ``gold/``, ``inventory.csv``), searches it,
decides every suggestion and every missed passage as the gold has it, by entries of the log as a handler makes
them, and compares the rows with ``inventory.csv``::

    python -m tests.measure.inventories DOSSIER [--out FOLDER]

Prints in Markdown how many numbers, dates, judgements, grounds and titles are the same, and each one that is
not. Nothing is redacted: rows follow from decisions. That a document is public already only people know, and
is decided; that one is refused as a whole must follow.
"""

import argparse
import csv
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from lakmoes import nl
from lakmoes.errors import LakmoesError
from lakmoes.model import (
    Anchor,
    Body,
    Decision,
    DocumentDecision,
    Entry,
    InventoryRow,
    Judgement,
    Page,
    Reviewer,
    ReviewerRole,
    Span,
    Verdict,
    digest_of,
)
from lakmoes.training.evaluation.forms import GoldDocument, gold_documents
from lakmoes.workflow import Order
from lakmoes.workflow.holding import Case, held
from lakmoes.workflow.listing import Listed, inventory_rows
from lakmoes.workflow.opening import Dossier, opened
from lakmoes.workflow.redacting import identifying_texts

REVIEWER = Reviewer(name="M. Meter", role=ReviewerRole.HANDLER)
MOMENT = datetime(2021, 6, 7, tzinfo=UTC)
OUT_OF_SCOPE = "buiten-reikwijdte"
WORDS = re.compile(r"\w+")
SMALL = frozenset("de het een van op in over met en aan voor bij door uit tot te of den der".split())


class Silent:
    def begin(self, stage: str, documents: int, pages: int) -> None:
        pass

    def advance(self, pages: int) -> None:
        pass


@dataclass
class Compared:
    same: Counter[str] = field(default_factory=Counter)
    differences: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Number, what, as people have it, as the list has it."""

    def add(self, number: str, what: str, wanted: str, found: str, *, is_same: bool) -> None:
        self.same[what] += is_same
        if not is_same:
            self.differences.append((number, what, wanted, found))


def decisions(case: Case, gold: GoldDocument, pages: Sequence[Page]) -> Iterator[Body]:
    """What a handler decides who has the gold before them."""
    marked = [characters(page, gold) for page in pages]
    covered: set[tuple[int, int]] = set()
    for suggestion, text in zip(case.suggestions, case.known.texts, strict=True):
        span = suggestion.finding.span
        here = marked[span.page_index]
        grounds = Counter(code for place in range(span.start, span.end) for code in here.get(place, ()))
        if grounds:
            covered |= {(span.page_index, place) for place in range(span.start, span.end)}
        yield Decision(
            verdict=Verdict.REDACT if grounds else Verdict.KEEP,
            grounds=tuple(sorted(grounds)),
            anchor=Anchor(span=span, digest=digest_of(text), kind=suggestion.finding.kind),
            suggestion_id=suggestion.id,
        )
    for page, here in zip(pages, marked, strict=True):
        missed = {place: codes for place, codes in here.items() if (page.index, place) not in covered}
        yield from selections(page, missed)


def characters(page: Page, gold: GoldDocument) -> Mapping[int, tuple[str, ...]]:
    """Place of each character that people redacted to the grounds that they gave for it."""
    found: dict[int, tuple[str, ...]] = {}
    for marked in gold.words:
        if marked.page != page.index + 1 or not marked.grounds:
            continue
        x0, y0, x1, y1 = marked.gold_bbox
        for word in page.words:
            x, y = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
            within = word.box.x0 < (x0 + x1) / 2 < word.box.x1 and word.box.y0 < (y0 + y1) / 2 < word.box.y1
            if (x0 < x < x1 and y0 < y < y1) or within:
                found |= dict.fromkeys(range(word.start, word.end), marked.grounds)
    return found


def selections(page: Page, marked: Mapping[int, tuple[str, ...]]) -> Iterator[Decision]:
    """Texts that are selected by hand, a run of characters under the same grounds each."""
    runs: list[tuple[int, int, tuple[str, ...]]] = []
    for place in sorted(marked):
        if runs and runs[-1][2] == marked[place] and not page.text[runs[-1][1] : place].strip():
            runs[-1] = (runs[-1][0], place + 1, marked[place])
        else:
            runs.append((place, place + 1, marked[place]))
    for start, end, codes in runs:
        span = Span(document_id=page.document_id, page_index=page.index, start=start, end=end)
        anchor = Anchor(span=span, digest=digest_of(page.quote(span)))
        yield Decision(verdict=Verdict.REDACT, grounds=codes, anchor=anchor)


def rows_after_deciding(dossier: Dossier, gold: Mapping[str, GoldDocument]) -> tuple[InventoryRow, ...]:
    failures: dict[int, LakmoesError] = {}
    known = held(dossier, Silent(), failures)
    bodies: list[Body] = []
    for number, case in known.cases.items():
        document = case.document
        pages = [known.pages.page(number, page.index) for page in case.known.pages]
        bodies += decisions(case, gold[document.file_name], pages)
        if gold[document.file_name].meta.decision == nl.JUDGEMENTS[Judgement.ALREADY_PUBLIC]:
            bodies.append(
                DocumentDecision(
                    document_id=document.id,
                    judgement=Judgement.ALREADY_PUBLIC,
                    reason="is gepubliceerd",
                    link="https://voorbeeld.nl",
                )
            )
    dossier.store.append([Entry(body=body, reviewer=REVIEWER, time=MOMENT) for body in bodies], {})
    decided = held(dossier, Silent(), failures)
    texts = identifying_texts(decided.cases.values())
    return inventory_rows(dossier, Listed(held=decided, redactions={}, failures=failures, texts=texts))


def compared(rows: Sequence[InventoryRow], wanted: Sequence[Mapping[str, str]]) -> Compared:
    found = Compared()
    by_number = {row.number: row for row in rows}
    for line in wanted:
        number = line["nr"]
        row = by_number[int(number)]
        found.add(number, "number", number, str(row.number), is_same=True)
        day = row.date.isoformat() if row.date else ""
        found.add(number, "date", line["datum"], day, is_same=line["datum"] == day)
        judgement = nl.JUDGEMENTS[row.judgement]
        found.add(number, "judgement", line["beslissing"], judgement, is_same=line["beslissing"] == judgement)
        grounds = [*row.grounds, *([OUT_OF_SCOPE] if is_partly_out_of_scope(row) else [])]
        theirs = [code.strip() for code in line["weigeringsgrond"].split(",") if code.strip()]
        is_same = sorted(grounds) == sorted(theirs)
        found.add(number, "grounds", ", ".join(theirs), ", ".join(grounds), is_same=is_same)
        is_same = folded(line["document"]) == folded(row.title)
        found.add(number, "title", line["document"], row.title, is_same=is_same)
        found.same["title, half of its words"] += likeness(line["document"], row.title) >= 0.5
    return found


def is_partly_out_of_scope(row: InventoryRow) -> bool:
    return any("buiten reikwijdte" in remark for remark in row.remarks)


def folded(title: str) -> list[str]:
    return WORDS.findall(title.casefold())


def likeness(one: str, other: str) -> float:
    """Share of the telling words of the first title that stand in the other."""
    wanted = set(folded(one)) - SMALL
    return len(wanted & set(folded(other))) / len(wanted)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--out", type=Path, help="keep what was read and found, for another time")
    asked = parser.parse_args()
    gold = {document.file: document for document in gold_documents(asked.dossier / "gold")}
    with (asked.dossier / "inventory.csv").open(encoding="utf-8", newline="") as file:
        wanted = list(csv.DictReader(file, delimiter=";"))
    with tempfile.TemporaryDirectory() as place:
        order = Order(folder=asked.dossier / "pdf", out=asked.out or Path(place))
        with opened(order) as dossier:
            found = compared(rows_after_deciding(dossier, gold), wanted)
    print(f"| {asked.dossier.name} | same |\n|---|---|")
    for what, count in found.same.items():
        print(f"| {what} | {count} of {len(wanted)} |")
    by_what: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for number, what, theirs, ours in found.differences:
        by_what[what].append((number, theirs, ours))
    for what, differing in by_what.items():
        print(f"\n| {what} of | people | list |\n|---|---|---|")
        for number, theirs, ours in differing:
            print(f"| {number} | {theirs} | {ours} |")


if __name__ == "__main__":
    main()
