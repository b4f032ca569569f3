"""What the report of a document says of the width of its black boxes."""

from pathlib import Path

import pytest

from lakmoes.dossier.settings import SETTINGS_FILE, read_settings
from lakmoes.errors import UsageError
from lakmoes.model import (
    Evidence,
    Finding,
    FindingKind,
    Mark,
    NamesFitting,
    Page,
    RedactionPlan,
    Span,
    Width,
)
from lakmoes.workflow.widths import check_of, marks_of_names, names_fitting
from tests.builders import page_of

TEXT = "een regel die breder is dan de regel met de naam\nik sprak Jansen over 0612345678"


def span_of(page: Page, text: str) -> Span:
    start = page.text.index(text)
    return Span(document_id=page.document_id, page_index=page.index, start=start, end=start + len(text))


def finding(span: Span, kind: FindingKind) -> Finding:
    return Finding(span=span, kind=kind, evidence=(Evidence(detector="d", rule="r", score=1.0),))


def plan_of(page: Page, *texts: str) -> RedactionPlan:
    spans = [span_of(page, text) for text in texts]
    marks = [Mark(page_index=0, boxes=page.boxes(span), codes=("10.2.e",), span=span) for span in spans]
    return RedactionPlan(document_id=page.document_id, marks=tuple(marks), digest="")


def test_only_names_are_counted() -> None:
    page = page_of(TEXT)
    plan = plan_of(page, "Jansen", "0612345678")
    findings = [
        finding(span_of(page, "Jansen"), FindingKind.NAME),
        finding(span_of(page, "0612345678"), FindingKind.TELEPHONE),
    ]
    assert marks_of_names(plan, findings) == (0,)
    (fitting,) = names_fitting(plan, (page,), (0,), Width.STEP)
    assert (fitting.page, fitting.mark) == (1, 1)
    (exact,) = names_fitting(plan, (page,), (0,), Width.EXACT)
    assert 0 < exact.count < fitting.count


def test_few_names_are_a_warning_and_never_keep_a_file_back() -> None:
    found = [NamesFitting(page=1, mark=2, count=3), NamesFitting(page=2, mark=1, count=5000)]
    check = check_of(found)
    assert check.passed
    assert check.places == ("bladzijde 1, lakking 2: 3 namen",)


@pytest.mark.parametrize(
    ("line", "width"),
    [("", Width.STEP), *((f'width = "{width}"', width) for width in Width)],
)
def test_the_settings_say_how_wide_boxes_are(tmp_path: Path, line: str, width: Width) -> None:
    (tmp_path / SETTINGS_FILE).write_text(line, encoding="utf-8")
    assert read_settings(tmp_path).width is width


def test_another_width_is_refused(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).write_text('width = "breed"', encoding="utf-8")
    with pytest.raises(UsageError, match="settings-wrong-value"):
        read_settings(tmp_path)
