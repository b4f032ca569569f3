"""Documents whose redactions people decided, as annotated texts.

In: a folder of a dossier with ``pdf/`` and ``gold/`` (one JSON a document: every word with its box, and the
passages it stands in). Out: ``AnnotatedText`` values whose pages are those that the detectors read, scans by
OCR, and the same as text files that ``annotated`` reads back. Documents that were refused as a whole are left
out: there every word is withheld, facts included, and nothing can be learnt of single passages.

    python -m lakmoes.training.gold DOSSIER FOLDER
"""

import itertools
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lakmoes.detection.passages.layout import borders, items
from lakmoes.model import DocumentKind, FindingKind, Page, Word
from lakmoes.pdf.ocr import recognise
from lakmoes.pdf.read import read_pages
from lakmoes.training.annotated import MARKS, AnnotatedText, Marked

KINDS = {
    "mening": FindingKind.OPINION,
    "operationeel": FindingKind.OPERATIONAL,
    "toezicht": FindingKind.INSPECTION,
    "benadeling": FindingKind.DISADVANTAGE,
    "bedrijfsgegevens": FindingKind.BUSINESS_DATA,
    "financieel": FindingKind.FINANCIAL_INTEREST,
    "betrekkingen": FindingKind.FOREIGN_RELATIONS,
    "veiligheid": FindingKind.STATE_SECURITY,
    "buiten-reikwijdte": FindingKind.OUT_OF_SCOPE,
    "persoonlijk": FindingKind.PERSONAL_REMARK,
    "naam": FindingKind.NAME,
}
"""Kinds of passages; the others (addresses, numbers) are found by their form and need no examples."""
DOCUMENT_KINDS = {
    "aantekeningen": DocumentKind.NOTES,
    "advies": DocumentKind.LEGAL_ADVICE,
    "bijlage": DocumentKind.ATTACHMENT,
    "brief": DocumentKind.LETTER,
    "chat": DocumentKind.CHAT,
    "e-mail": DocumentKind.EMAIL,
    "formulier": DocumentKind.FORM,
    "memo": DocumentKind.MEMO,
    "nieuwsbericht": DocumentKind.NEWS,
    "nota": DocumentKind.DECISION_NOTE,
    "planning": DocumentKind.PLANNING,
    "presentatie": DocumentKind.PRESENTATION,
    "presentielijst": DocumentKind.ATTENDANCE_LIST,
    "proces-verbaal": DocumentKind.OFFICIAL_REPORT,
    "rapport": DocumentKind.REPORT,
    "spreadsheet": DocumentKind.SPREADSHEET,
    "verslag": DocumentKind.MINUTES,
}
REFUSED = "niet openbaar"
LETTERS = {kind: letter for letter, kind in MARKS.items()}
PLAIN = str.maketrans("{}¦\v", "()| ")
"""Signs that mean something in annotated texts, and what is written for them."""

BLOCK = re.compile(r"[^\n](?:(?!\n\n).)*", re.DOTALL)

Gold = Mapping[str, Any]


def gold_texts(dossier: Path) -> Iterator[AnnotatedText]:
    """The documents of a dossier that were not refused as a whole, in order of their names.

    Raises:
        LakmoesError: A PDF cannot be read, or data for recognising scans are missing.
        OSError: A file is missing.
    """
    for path in sorted((dossier / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["meta"].get("decision") != REFUSED:
            yield gold_text(dossier / "pdf" / gold["file"], gold)


def gold_text(path: Path, gold: Gold) -> AnnotatedText:
    """One document with its decided passages on its pages as the detectors read them.

    Raises:
        LakmoesError: The PDF cannot be read, or data for recognising scans are missing.
    """
    pages = tuple(recognise(path, page) for page in read_pages(path, path.stem))
    return AnnotatedText(
        name=path.stem,
        kind=DOCUMENT_KINDS.get(gold["meta"].get("type", ""), DocumentKind.OTHER),
        pages=pages,
        marked=tuple(_marked(page, gold) for page in pages),
    )


def _marked(page: Page, gold: Gold) -> Marked:
    """The ranges of a page that lie in decided passages, by the place of each character."""
    kinds = {passage["id"]: KINDS.get(passage["kind"]) for passage in gold["spans"]}
    offsets: dict[int, set[int]] = defaultdict(set)
    for word in gold["words"]:
        passages = [passage for passage in word["spans"] if kinds.get(passage)]
        if passages and word["page"] == page.index + 1:
            within = _characters_in(page.words, word["gold_bbox"])
            for passage in passages:
                offsets[passage] |= within
    ranges = [
        (start, end, kind)
        for passage, found in offsets.items()
        if (kind := kinds[passage])
        for start, end in _runs(page.text, sorted(found))
    ]
    return tuple(sorted(set(ranges), key=lambda it: (it[0], -it[1], it[2])))


def _characters_in(words: Sequence[Word], box: Sequence[float]) -> set[int]:
    """Offsets of the characters whose middle lies in a box ``(x0, y0, x1, y1)``."""
    on_line = (word for word in words if box[1] <= (word.box.y0 + word.box.y1) / 2 <= box[3])
    return {
        word.start + index
        for word in on_line
        for index, middle in enumerate(_middles(word))
        if box[0] <= middle <= box[2]
    }


def _middles(word: Word) -> list[float]:
    """The middle of each character on the x axis; evenly spread where its place is not known."""
    count = len(word.text)
    edges = word.cuts or [
        word.box.x0 + (word.box.x1 - word.box.x0) * index / count for index in range(count + 1)
    ]
    return [(low + high) / 2 for low, high in itertools.pairwise(edges)]


def _runs(text: str, offsets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The ranges that offsets make up; white space within a paragraph or cell does not part them."""
    start = end = -1
    for offset in offsets:
        between = text[end:offset]
        if start >= 0 and not between.strip(" \n") and "\n\n" not in between:
            end = offset + 1
            continue
        if start >= 0:
            yield start, end
        start, end = offset, offset + 1
    if start >= 0:
        yield start, end


def written(text: AnnotatedText) -> str:
    """The text in the form that ``annotated.read_text`` reads: the same words and marks, without places."""
    pages = (_page(page, marked) for page, marked in zip(text.pages, text.marked, strict=True))
    return f"kind: {text.kind}\n\n" + "\n---\n".join(pages) + "\n"


def _page(page: Page, marked: Marked) -> str:
    """A page with its marks; a row of cells takes one line, an item on a slide gets a bullet."""
    signs = [sign.translate(PLAIN) for sign in page.text]
    _lay_out(page, signs)
    opened: dict[int, str] = defaultdict(str)
    closed: dict[int, str] = defaultdict(str)
    for start, end, kind in _nested(marked):
        opened[start] += f"{{{LETTERS[kind]}|"
        closed[end] += "}"
    whole = "".join(closed[place] + opened[place] + sign for place, sign in enumerate(signs))
    return (whole + closed[len(signs)]).strip()


def _lay_out(page: Page, signs: list[str]) -> None:
    """Writes line ends, cells and items the way annotated texts have them."""
    tabs = (place + 1 for place, sign in enumerate(page.text) if sign == "\t")
    cells = sorted({*borders(page), *tabs})
    for block in BLOCK.finditer(page.text):
        within = [cell for cell in cells if block.start() < cell < block.end()]
        for place in range(block.start(), block.end()) if within else ():
            signs[place] = signs[place].replace("\n", " ")
        for cell in within:
            signs[cell - 1] = "¦"
    for item in items(page):
        signs[item] = f"• {signs[item]}"


def _nested(marked: Iterable[tuple[int, int, FindingKind]]) -> list[tuple[int, int, FindingKind]]:
    """The ranges, longer ones first; one that crosses the end of an earlier one is cut there."""
    found: list[tuple[int, int, FindingKind]] = []
    for start, end, kind in sorted(marked, key=lambda it: (it[0], -it[1], it[2])):
        around = [last for first, last, _ in found if first <= start < last]
        found.append((start, min([end, *around]), kind))
        if around and min(around) < end:
            found.append((min(around), end, kind))
    return sorted(found, key=lambda it: (it[0], -it[1], it[2]))


def main(arguments: Sequence[str]) -> None:
    """Writes the documents of a dossier as annotated texts to a folder."""
    if len(arguments) != 2:
        raise SystemExit("python -m lakmoes.training.gold DOSSIER FOLDER")
    dossier, folder = map(Path, arguments)
    folder.mkdir(parents=True, exist_ok=True)
    for text in gold_texts(dossier):
        (folder / f"{text.name}.txt").write_text(written(text), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
