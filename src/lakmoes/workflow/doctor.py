"""Whether this installation can do its work: law, model, data for scans, font, and no network.

In: nothing. Out: one ``Examination`` per part, with the remedy where something is wrong.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from lakmoes.detection.engine import DetectionEngine
from lakmoes.errors import LakmoesError, ResourceError
from lakmoes.grounds import ground_book
from lakmoes.model import DocumentKind, FindingKind, Law, Page, SourceDocument, TextSource
from lakmoes.nl import error_text
from lakmoes.pdf.ink import sans
from lakmoes.pdf.tesseract import tessdata

NETWORK_EVENTS = frozenset({"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"})
"""Audit events of the standard library (PEP 578) that show that a program looks for another machine."""
SAMPLE = "Beste Joost Leeuwerik, mijn nummer is 06-12345678."


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """One part of the installation: a key of ``nl.DOCTOR``, whether it is right, and else what to do."""

    name: str
    passed: bool
    remedy: str = ""


def examine() -> tuple[Examination, ...]:
    """The state of every part of the installation; looking at one never breaks the others."""
    parts: tuple[tuple[str, Callable[[], object]], ...] = (
        ("grounds", lambda: [ground_book(law) for law in Law]),
        ("ocr", tessdata),
        ("font", sans),
    )
    return (*(_examined(name, part) for name, part in parts), *_examined_model())


def _examined(name: str, part: Callable[[], object]) -> Examination:
    try:
        part()
    except LakmoesError as error:
        return Examination(name=name, passed=False, remedy=error_text(error.code, error.locators))
    return Examination(name=name, passed=True)


def _examined_model() -> tuple[Examination, Examination]:
    """The model finds the name and the number in a sample, and no program looked for a network meanwhile."""
    attempts: list[str] = []

    def watch(event: str, _: tuple[object, ...]) -> None:
        if event in NETWORK_EVENTS:
            attempts.append(event)

    sys.addaudithook(watch)
    model = _examined("model", _find_in_sample)
    return model, Examination(name="offline", passed=not attempts)


def _find_in_sample() -> None:
    document = SourceDocument(
        id="0" * 64, number=1, file_name="-", title="", date=None, kind=DocumentKind.EMAIL, page_count=1
    )
    page = Page(
        document_id=document.id,
        index=0,
        width=595.0,
        height=842.0,
        rotation=0,
        text=SAMPLE,
        words=(),
        text_source=TextSource.DIGITAL,
    )
    kinds = {finding.kind for finding in DetectionEngine().detect(document, (page,))}
    if not {FindingKind.NAME, FindingKind.TELEPHONE} <= kinds:
        raise ResourceError("model-blind")
