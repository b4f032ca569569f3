import json

import pytest

from lakmoes.errors import UsageError
from lakmoes.exchange.decisions import read, written
from lakmoes.model import (
    Decision,
    DocumentDecision,
    FindingKind,
    Judgement,
    PersonDecision,
    Remark,
    Suggestion,
    Treatment,
    Verdict,
)
from tests.builders import SECOND, decision_on, entry_of, finding_of, page_of

PAGE = page_of("Beste Visser,")
SUGGESTION = Suggestion(
    finding=finding_of(PAGE, "Visser", FindingKind.NAME),
    grounds=("10.2.e",),
    treatment=Treatment.REDACT,
    reason="Reden.",
)
ENTRIES = (
    entry_of(decision_on(SUGGESTION, PAGE, Verdict.REDACT, grounds=("10.2.e",)), 1),
    entry_of(PersonDecision(person_id="p", verdict=Verdict.KEEP, role="minister"), 2, SECOND),
    entry_of(Remark(about="x", text="Zie de brief van 3 maart: „akkoord”."), 3),
    entry_of(
        DocumentDecision(
            document_id=PAGE.document_id, judgement=Judgement.NOT_PUBLIC, grounds=("11.1",), reason="Concept."
        ),
        4,
    ),
)


def test_what_is_written_comes_back_equal():
    assert read(written(ENTRIES, {PAGE.document_id: 3})) == ENTRIES


def test_a_line_says_what_was_decided_without_the_text():
    text = written(ENTRIES[:1], {PAGE.document_id: 3})
    line = json.loads(text.splitlines()[1])
    assert (line["document"], line["page"], line["characters"]) == (3, 1, [6, 12])
    assert (line["verdict"], line["grounds"], line["reviewer"]) == ("redact", ["10.2.e"], "H. Handler")
    assert "Visser" not in text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("geen json", 1),
        ('{"format": "iets anders"}', 1),
        ('{"format": "lakmoes-decisions", "version": 1}\n[]', 2),
        ('{"format": "lakmoes-decisions", "version": 1}\n{"entry": 1}', 2),
        (written(ENTRIES, {}).replace('"verdict": "keep"', '"verdict": "misschien"'), 3),
        (written(ENTRIES, {}).replace("Remark", "Os"), 4),
    ],
)
def test_a_file_that_is_not_right_is_refused_with_its_line(text, line):
    with pytest.raises(UsageError) as caught:
        read(text)
    assert (caught.value.code, caught.value.locators) == ("decisions-unreadable", {"line": line})


def test_a_decision_is_still_a_decision():
    assert isinstance(read(written(ENTRIES, {}))[0].body, Decision)
