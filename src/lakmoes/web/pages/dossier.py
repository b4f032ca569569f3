"""The first page: all documents, how far they are, and what blocks publication."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from lakmoes.model import DocumentProgress, Judgement, Reviewer
from lakmoes.nl import JUDGEMENTS
from lakmoes.web.answers.dossier import DocumentRow, DossierAnswer, GroundAnswer, dossier_answer
from lakmoes.web.pages.blocks import BlockGroup, grouped
from lakmoes.workflow.reviewing import Desk

OF_WHOLE = (
    Judgement.NOT_PUBLIC,
    Judgement.ALREADY_PUBLIC,
    Judgement.DUPLICATE,
    Judgement.OUT_OF_SCOPE,
    Judgement.SUSPENDED,
)
"""Of a file that could not be handled nothing can be published."""


@dataclass(frozen=True, kw_only=True)
class DossierPage:
    """The dossier; counts are of documents that can be reviewed."""

    template: ClassVar[str] = "dossier.html"
    place: ClassVar[str] = "/"

    dossier: DossierAnswer

    @cached_property
    def reviewed(self) -> tuple[DocumentRow, ...]:
        """Documents that can be reviewed."""
        return tuple(row for row in self.dossier.documents if not row.refusal)

    @property
    def judgements(self) -> tuple[tuple[str, str], ...]:
        """What can be decided on a file that could not be handled."""
        return tuple((judgement.value, JUDGEMENTS[judgement]) for judgement in OF_WHOLE)

    @cached_property
    def blocks(self) -> tuple[BlockGroup, ...]:
        """What blocks publication."""
        return grouped(self.dossier.blocks)

    @cached_property
    def open(self) -> int:
        """Suggestions on which nobody has decided."""
        return sum(row.open for row in self.reviewed)

    @cached_property
    def decided(self) -> int:
        """Places on which somebody has."""
        return sum(row.decided for row in self.reviewed)

    @cached_property
    def pages(self) -> int:
        """All pages."""
        return sum(row.pages for row in self.dossier.documents)

    @cached_property
    def finished(self) -> int:
        """Documents of which the handler is done, or more."""
        return sum(row.progress is not DocumentProgress.OPEN for row in self.reviewed)

    @cached_property
    def final(self) -> int:
        """Documents with which the second reviewer agrees."""
        return sum(row.progress is DocumentProgress.FINAL for row in self.reviewed)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of documents that there are."""
        return tuple(sorted({row.kind for row in self.dossier.documents}))

    @cached_property
    def used(self) -> tuple[GroundAnswer, ...]:
        """Grounds that there are."""
        codes = {code for row in self.dossier.documents for code in row.grounds}
        return tuple(ground for ground in self.dossier.grounds if ground.code in codes)

    @cached_property
    def family(self) -> dict[str, str]:
        """Ground code to colour."""
        return {ground.code: ground.family for ground in self.dossier.grounds}


def dossier_page(desk: Desk, reviewer: Reviewer) -> DossierPage:
    """The first page for who is signed in."""
    return DossierPage(dossier=dossier_answer(desk, reviewer))
