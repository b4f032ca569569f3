"""How many of the relations that people listed are found, and how many of those found did people list?

Takes dossiers whose right relations are known (``pdf/`` and the column ``relatie`` of ``inventory.csv``),
reads and searches each, and compares::

    python -m tests.measure.relations DOSSIER [DOSSIER ...] [--out FOLDER]

Prints in Markdown precision and recall per type, and each relation that is missed or that people did not
list. A relation counts as found where the two documents and the type agree, whichever of the two it is listed
with. Relations that follow from the subject alone (``OF_SUBJECT``) are counted apart: nothing looks for them.
"""

import argparse
import csv
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lakmoes.errors import LakmoesError
from lakmoes.model import Page, SourceDocument
from lakmoes.threads import Relation, RelationType, relations
from lakmoes.workflow import Order
from lakmoes.workflow.analysing import analyse, analysis_of
from lakmoes.workflow.opening import opened
from tests.measure.inventories import Silent

WORDS_OF = {
    "concept van": "draft",
    "conceptversie van": "draft",
    "definitieve versie van": "draft",
    "eerdere versie van": "version",
    "vrijwel gelijk aan": "same text",
    "deels gelijk aan": "mails or text in common",
    "opgenomen in": "mails or text in common",
    "bijlage bij": "attachment",
    "antwoord op": "reply",
}
"""How people word a relation to what is counted; the longest that fits counts."""
TYPES = {
    RelationType.DRAFT_OF: "draft",
    RelationType.FINAL_OF: "draft",
    RelationType.EARLIER_VERSION_OF: "version",
    RelationType.NEAR_DUPLICATE_OF: "same text",
    RelationType.CONTAINED_IN: "mails or text in common",
    RelationType.SHARES_TEXT_WITH: "mails or text in common",
    RelationType.ATTACHMENT_OF: "attachment",
    RelationType.ATTACHMENT_OF: "attachment",
    RelationType.REPLY_TO: "reply",
}
OF_SUBJECT = "of subject"
NUMBER = re.compile(r"\d+$")
Pair = tuple[str, frozenset[int]]
"""What is counted, and the two documents."""


@dataclass
class Compared:
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    both: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def add(self, dossier: str, wanted: Mapping[Pair, str], found: Mapping[Pair, Relation]) -> None:
        self.wanted.update(kind for kind, _ in wanted)
        self.found.update(kind for kind, _ in found)
        self.both.update(kind for kind, _ in wanted.keys() & found.keys())
        for pair in wanted.keys() - found.keys():
            self.differences.append(f"| {dossier} | missed | {wanted[pair]} | |")
        for pair in found.keys() - wanted.keys():
            one = found[pair]
            told = f"{one.number} {one.type} {one.other} | {one.score}: {one.evidence}"
            self.differences.append(f"| {dossier} | not listed | {told} |")


def listed(lines: Sequence[Mapping[str, str]]) -> Iterator[tuple[Pair, str]]:
    """The relations as people worded them."""
    for line in lines:
        number = NUMBER.search(line["relatie"])
        if number:
            fits = [words for words in WORDS_OF if line["relatie"].startswith(words)]
            kind = WORDS_OF[max(fits, key=len)] if fits else OF_SUBJECT
            yield (kind, frozenset({int(line["nr"]), int(number.group())})), f"{line['nr']} {line['relatie']}"


def searched(folder: Path, out: Path) -> tuple[tuple[SourceDocument, ...], dict[str, tuple[Page, ...]]]:
    failures: dict[int, LakmoesError] = {}
    with opened(Order(folder=folder, out=out)) as dossier:
        done = analyse(dossier, Silent(), failures)
        analyses = [analysis_of(dossier, document) for document in done.values()]
    if failures:
        raise SystemExit(f"not read: {sorted(failures)}")
    return tuple(one.document for one in analyses), {one.document.id: one.pages for one in analyses}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dossiers", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, help="keep what was read and found, for another time")
    asked = parser.parse_args()
    compared = Compared()
    for dossier in asked.dossiers:
        with (dossier / "inventory.csv").open(encoding="utf-8", newline="") as file:
            wanted = dict(listed(list(csv.DictReader(file, delimiter=";"))))
        with tempfile.TemporaryDirectory() as place:
            out = (asked.out or Path(place)) / dossier.name
            found = relations(*searched(dossier / "pdf", out))
        pairs = {(TYPES[one.type], frozenset({one.number, one.other})): one for one in found}
        compared.add(dossier.name, wanted, pairs)
    print("| relation | listed | found | of these listed | precision | recall |\n|---|---|---|---|---|---|")
    for kind in dict.fromkeys((*TYPES.values(), OF_SUBJECT)):
        wanted_here, found_here, both = compared.wanted[kind], compared.found[kind], compared.both[kind]
        precision = f"{both / found_here:.2f}" if found_here else "–"
        recall = f"{both / wanted_here:.2f}" if wanted_here else "–"
        print(f"| {kind} | {wanted_here} | {found_here} | {both} | {precision} | {recall} |")
    print("\n| dossier | | relation | score and evidence |\n|---|---|---|---|")
    print("\n".join(sorted(compared.differences)))


if __name__ == "__main__":
    main()
