"""What is printed on the pages of one document: texts, without places.

In: the grounds of redactions, page by page. Out: labels, statements and numbers as they are printed, all
lines in which they may be broken, and what a screen reader says. The verifier is told of the same lines.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lakmoes import nl

JOINT = " & "
"""Between the codes of a redaction with several grounds."""
MOST_LINES = 8
"""Lines over which a statement or a notice is broken at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What is printed on one page besides its boxes; an empty text is not printed.

    Attributes:
        document_number: At the top right.
        page_number: At the bottom right: the number of the page in the whole dossier.
        statement: Says on what grounds the page or the document is redacted.
        in_boxes: Whether each redaction bears its grounds.
    """

    document_number: str = ""
    page_number: str = ""
    statement: str = ""
    in_boxes: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What is printed on the pages of one document.

    Attributes:
        document_number: Stands small at the top right of each page; empty for none.
        code_labels: Ground code to what is printed for it (``10.2.e`` to ``10.2.e Wob``).
        in_boxes: Whether each redaction bears its grounds; it does so too where a statement finds no room.
        statements: Page index to what is said of the grounds there, for the page or for the whole document.
        page_numbers: Of each page in the whole dossier; empty for none.
        notices: Index of the first of the pages that are refused whole to what is said in their place.
    """

    document_number: str
    code_labels: Mapping[str, str]
    in_boxes: bool = True
    statements: Mapping[int, str] = field(default_factory=dict)
    page_numbers: tuple[str, ...] = ()
    notices: Mapping[int, str] = field(default_factory=dict)

    def label(self, codes: Iterable[str]) -> str:
        """The label of a redaction with these grounds: ``11.1 Wob & 10.2.c Wob``."""
        return JOINT.join(dict.fromkeys(self.code_labels.get(code, code) for code in codes))

    def printed(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Every line that may be read for these grounds: the label, its parts, and as it is spoken."""
        label = self.label(codes)
        return (*(line for lines in stackings(label) for line in lines), spoken(label))

    def on_page(self, index: int) -> Imprint:
        """What is printed on a page besides its boxes."""
        numbers = self.page_numbers
        return Imprint(
            document_number=self.document_number,
            page_number=numbers[index] if index < len(numbers) else "",
            statement=self.statements.get(index, ""),
            in_boxes=self.in_boxes,
        )

    def lines_on(self, index: int) -> tuple[str, ...]:
        """Every line that may be read on a page besides the labels of its boxes and the document's number."""
        texts = (self.statements.get(index, ""), self.notices.get(index, ""))
        broken = (line for text in texts if text for lines in wrappings(text) for line in lines)
        number = self.on_page(index).page_number
        return tuple(dict.fromkeys((*([number] if number else []), *broken)))

    @property
    def key(self) -> str:
        """The same for the same print, whatever the order in which it was made up."""
        ordered = (
            sorted(self.code_labels.items()),
            sorted(self.statements.items()),
            sorted(self.notices.items()),
        )
        return repr((self.document_number, self.in_boxes, self.page_numbers, ordered))


def spoken(label: str) -> str:
    """What a screen reader says of a redaction."""
    return nl.REDACTED_SPOKEN.format(label=label)


def stackings(label: str) -> list[list[str]]:
    """The label on one line, and where it names several codes also on as many lines."""
    *codes, last = label.split(JOINT)
    return [[label], [*(f"{code}{JOINT.rstrip()}" for code in codes), last]] if codes else [[label]]


def wrappings(text: str) -> Iterator[list[str]]:
    """The text on one line, on two lines, and so on; lines are about equally long."""
    words = text.split()
    for count in range(1, min(MOST_LINES, len(words)) + 1):
        lines = _broken(words, len(text) / count)
        if len(lines) == count:
            yield lines


def _broken(words: Iterable[str], length: float) -> list[str]:
    """The words over lines that end with the word that reaches the length."""
    lines = [""]
    total, reached = 0.0, 0
    for word in words:
        if lines[-1] and total >= length * (reached + 1):
            reached += 1
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
        total += len(word) + 1
    return lines
