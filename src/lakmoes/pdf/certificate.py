"""The verification report of one file, on one page, for people.

In: a report and facts about the file. Out: a PDF of one page of A4 in Dutch: each check with its outcome and
the places where it failed or that people should look at. Holds places and numbers, never text of a document.
Judges nothing: what it says is what the report says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pymupdf

from lakmoes import nl
from lakmoes.model import Check, VerificationReport

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 56.0, 539.0, 64.0, 800.0
OUTCOME, LABEL = LEFT, LEFT + 62.0
TITLE, TEXT, SMALL = 16.0, 10.0, 8.5
LEADING = 1.35
RED, GREEN, AMBER, GREY = (0.75, 0.1, 0.1), (0.1, 0.45, 0.2), (0.7, 0.45, 0.0), (0.4, 0.4, 0.4)
FONT, BOLD = "helv", "hebo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What the page says.

    Attributes:
        file_name: Name of the file that was checked.
        report: What the verifier saw in it.
        facts: Further facts, by what they are.
    """

    file_name: str
    report: VerificationReport
    facts: Mapping[str, str]


def write_certificate(path: Path, certificate: Certificate) -> None:
    """Writes the page; the same report gives the same bytes."""
    with pymupdf.open() as document:
        _Sheet(document.new_page(width=WIDTH, height=HEIGHT)).fill(certificate)
        document.set_metadata({"title": nl.CERTIFICATE})
        document.save(path, garbage=3, deflate=True, no_new_id=True)


class _Sheet:
    """A page that is filled from top to bottom."""

    def __init__(self, page: pymupdf.Page) -> None:
        self._page = page
        self._y = TOP

    def fill(self, certificate: Certificate) -> None:
        """Heading, verdict, facts and checks."""
        report = certificate.report
        self._line(nl.CERTIFICATE, TITLE, font=BOLD)
        self._line(nl.CERTIFICATE_EXPLAINED, SMALL, colour=GREY)
        self._y += TEXT
        verdict = nl.CERTIFICATE_PASSED if report.passed else nl.CERTIFICATE_FAILED
        self._line(verdict, TEXT + 2, font=BOLD, colour=GREEN if report.passed else RED)
        facts = {nl.FILE_FACT: certificate.file_name, **certificate.facts, nl.SHA_FACT: report.output_sha256}
        for name, value in facts.items():
            self._fact(name, value)
        self._y += TEXT
        for check in report.checks:
            self._check(check)
        self._page.insert_text((LEFT, BOTTOM + SMALL), nl.CERTIFICATE_FOOT, fontsize=SMALL, color=GREY)

    def _fact(self, name: str, value: str) -> None:
        self._page.insert_text((LEFT, self._y), name, fontname=FONT, fontsize=SMALL, color=GREY)
        self._line(value, SMALL, x=LABEL + 20)

    def _check(self, check: Check) -> None:
        word, colour = _outcome(check)
        self._page.insert_text((OUTCOME, self._y), word, fontname=BOLD, fontsize=TEXT, color=colour)
        self._line(nl.CHECKS[check.name], TEXT, x=LABEL)
        if check.places:
            self._line(_places(check.places, RIGHT - LABEL), SMALL, x=LABEL, colour=GREY)
        self._y += 3.0

    def _line(
        self,
        text: str,
        size: float,
        *,
        x: float = LEFT,
        font: str = FONT,
        colour: Sequence[float] = (0.0, 0.0, 0.0),
    ) -> None:
        """Prints a text from ``x``, on as many lines as it needs."""
        for line in _broken(text, font, size, RIGHT - x):
            self._page.insert_text((x, self._y), line, fontname=font, fontsize=size, color=tuple(colour))
            self._y += size * LEADING


def _outcome(check: Check) -> tuple[str, tuple[float, float, float]]:
    if not check.passed:
        return nl.OUTCOME_FAILED, RED
    return (nl.OUTCOME_WARNING, AMBER) if check.places else (nl.OUTCOME_PASSED, GREEN)


def _places(places: Sequence[str], width: float) -> str:
    """As many places as fit on one line; the rest are counted, so that the report stays one page."""
    for shown in range(len(places), 0, -1):
        more = len(places) - shown
        text = "; ".join((*places[:shown], *((nl.MORE_PLACES.format(count=more),) if more else ())))
        if pymupdf.get_text_length(text, fontname=FONT, fontsize=SMALL) <= width:
            return text
    return nl.MANY_PLACES.format(count=len(places))


def _broken(text: str, font: str, size: float, width: float) -> list[str]:
    """The text in lines no wider than ``width``; a word that is too long is cut."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if pymupdf.get_text_length(longer, fontname=font, fontsize=size) <= width:
            lines[-1] = longer
            continue
        rest = word
        while rest:
            fitting = len(rest)
            while pymupdf.get_text_length(rest[:fitting], fontname=font, fontsize=size) > width:
                fitting -= 1
            lines.append(rest[:fitting])
            rest = rest[fitting:]
    return [line for line in lines if line]
