"""Plans as JSON: what was written is read back exactly, and nothing else is taken for a plan."""

import json

import pytest

from lakmoes.dossier.plans import read_plan, write_plan
from lakmoes.errors import UsageError
from lakmoes.model import Box, Mark, RedactionPlan, Shift, Span

BOX = Box(x0=72.12345678901234, y0=100.0, x1=140.3, y1=112.7)
PLAN = RedactionPlan(
    document_id="a" * 64,
    digest="b" * 64,
    marks=(
        Mark(
            page_index=0,
            boxes=(BOX,),
            bars=(Box(x0=72.0, y0=100.0, x1=160.0, y1=112.7),),
            codes=("10.2.e", "11.1"),
            span=Span(document_id="a" * 64, page_index=0, start=3, end=20),
        ),
        Mark(page_index=4, boxes=(BOX, BOX), codes=("11.1",)),
    ),
    shifts=(Shift(page_index=0, area=BOX, dx=19.7, dy=0.0),),
)
LABELS = frozenset({"7", "10.2.e Wob"})


def test_a_plan_comes_back_as_it_was(tmp_path):
    write_plan(tmp_path / "plan.json", PLAN, LABELS)
    assert read_plan(tmp_path / "plan.json") == (PLAN, LABELS)
    first = (tmp_path / "plan.json").read_bytes()
    write_plan(tmp_path / "plan.json", PLAN, LABELS)
    assert (tmp_path / "plan.json").read_bytes() == first


def test_a_plan_counts_pages_from_one_and_holds_no_text(tmp_path):
    write_plan(tmp_path / "plan.json", PLAN, LABELS)
    content = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert [mark["page"] for mark in content["marks"]] == [1, 5]
    assert set(content["marks"][0]) == {"page", "codes", "boxes", "bars", "text"}
    assert content["marks"][0]["text"] == [3, 20]


@pytest.mark.parametrize(
    "change",
    [
        lambda plan: plan.update(format="iets anders"),
        lambda plan: plan.update(version=2),
        lambda plan: plan.update(extra=1),
        lambda plan: plan["marks"][0].update(page=0),
        lambda plan: plan["marks"][0].update(boxes=[]),
        lambda plan: plan["marks"][0].update(boxes=[[9, 0, 1, 1]]),
        lambda plan: plan["marks"][0].update(text=[5, 5]),
        lambda plan: plan["shifts"][0].update(area="hier"),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path, change):
    path = tmp_path / "plan.json"
    write_plan(path, PLAN, LABELS)
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_plan(path)
    assert caught.value.code == "plan-unreadable"


def test_a_file_of_another_kind_is_no_plan(tmp_path):
    (tmp_path / "plan.json").write_bytes(b"%PDF-1.7\n\xff")
    with pytest.raises(UsageError):
        read_plan(tmp_path / "plan.json")
