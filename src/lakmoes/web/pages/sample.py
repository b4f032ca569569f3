"""The sample of what was not marked."""

from dataclasses import dataclass
from typing import ClassVar

from lakmoes.web.answers.samples import SamplesAnswer, samples_answer
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePage:
    """The samples that were drawn, the latest first."""

    template: ClassVar[str] = "sample.html"
    place: ClassVar[str] = "/steekproef"

    samples: SamplesAnswer


def sample_page(desk: Desk) -> SamplePage:
    """The samples."""
    return SamplePage(samples=samples_answer(desk))
