import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lakmoes import nl
from lakmoes.model import (
    Anchor,
    Assessment,
    Box,
    Completion,
    Decision,
    DocumentDecision,
    DocumentProgress,
    FindingKind,
    Judgement,
    Motivation,
    Opinion,
    PageSeen,
    PersonDecision,
    PersonMerge,
    PersonSplit,
    Region,
    RelationDecision,
    Remark,
    Reviewer,
    ReviewerRole,
    SampleAnswer,
    SampleDrawn,
    SampleUnit,
    Span,
    Verdict,
    Withdrawal,
)
from lakmoes.review import Log
from lakmoes.review.trail import trail, trail_csv
from tests.builders import SECOND, entry_of

SPAN = Span(document_id="d", page_index=2, start=4, end=9)
ANCHOR = Anchor(span=SPAN, digest="0" * 16, kind=FindingKind.NAME)
REDACTED = Decision(
    verdict=Verdict.REDACT, grounds=("10.2.e", "11.1"), anchor=ANCHOR, suggestion_id="s", remark="Let op"
)
KEPT = Decision(verdict=Verdict.KEEP, anchor=ANCHOR, suggestion_id="s")
BOX = Decision(
    verdict=Verdict.REDACT,
    grounds=("10.2.g",),
    region=Region(document_id="d", page_index=0, box=Box(x0=1, y0=1, x1=9, y1=9)),
)
DRAWN = SampleDrawn(unit=SampleUnit.PAGE, seed=7, size=20, population=1200, dossier_digest="x")


def rows_of(*said, **other):
    return trail(Log(entry_of(body, number) for number, body in enumerate(said, 1)), **other)


@pytest.mark.parametrize(
    ("body", "what", "after"),
    [
        (REDACTED, "voorstel (naam)", "lakken; op grond van 10.2.e en 11.1; opmerking: Let op"),
        (KEPT, "voorstel (naam)", "laten staan"),
        (
            replace(REDACTED, remark="", extent=replace(SPAN, end=12), imported="acrobat.pdf"),
            "voorstel (naam)",
            "lakken; op grond van 10.2.e en 11.1; met andere grenzen; overgenomen uit acrobat.pdf",
        ),
        (BOX, "getekend vak", "lakken; op grond van 10.2.g"),
        (
            replace(BOX, region=None, anchor=replace(ANCHOR, kind=None)),
            "geselecteerde tekst",
            "lakken; op grond van 10.2.g",
        ),
        (
            PersonDecision(
                person_id="0123456789", verdict=Verdict.KEEP, role="directeur_generaal", reason="Bekend"
            ),
            "persoon 012345",
            "overal laten staan; rol: directeur generaal; reden: Bekend",
        ),
        (
            PersonDecision(person_id="0123456789", verdict=Verdict.REDACT, grounds=("10.2.e",)),
            "persoon 012345",
            "overal lakken; op grond van 10.2.e",
        ),
        (PersonMerge(person_id="p", other_id="q"), "persoon q is persoon p", "samengevoegd"),
        (
            PersonSplit(person_id="p", spellings=("x",)),
            "een deel van de schrijfwijzen van persoon p",
            "apart gezet",
        ),
        (
            DocumentDecision(document_id="d", judgement=Judgement.NOT_PUBLIC, grounds=("11.1",), reason="R"),
            "oordeel over het document",
            "niet openbaar; op grond van 11.1; reden: R",
        ),
        (
            DocumentDecision(document_id="d", judgement=Judgement.DUPLICATE, duplicate_of=9, reason="R"),
            "oordeel over het document",
            "reeds beoordeeld; dubbel van 9; reden: R",
        ),
        (
            DocumentDecision(document_id="d", judgement=Judgement.ALREADY_PUBLIC, link="rijk.nl", reason="R"),
            "oordeel over het document",
            "reeds openbaar; te vinden op rijk.nl; reden: R",
        ),
        (
            RelationDecision(document_id="d", type="draft_of", other=4),
            "verband met een ander document",
            "conceptversie van 4",
        ),
        (
            RelationDecision(document_id="d", type="attachment_of", other=4, reason="R"),
            "verband met een ander document",
            "bijlage bij 4; reden: R",
        ),
        (RelationDecision(document_id="d"), "verband met een ander document", "geen verband"),
        (Motivation(ground="11.1", text="Omdat."), "motivering van grond 11.1", "Omdat."),
        (
            Motivation(ground="11.1", text="Omdat.", about="x"),
            "motivering van grond 11.1 op een plek",
            "Omdat.",
        ),
        (
            Completion(document_id="d", progress=DocumentProgress.FINAL),
            "voortgang van het document",
            "definitief",
        ),
        (PageSeen(document_id="d", page_index=1), "bladzijde", "bekeken"),
        (Assessment(about="x", entry=1, opinion=Opinion.AGREE), "tweede beoordeling", "akkoord"),
        (
            Assessment(about="x", entry=1, opinion=Opinion.QUESTION, text="Hoezo {dit}?"),
            "tweede beoordeling",
            "vraag: Hoezo {dit}?",
        ),
        (Remark(about="x", text="Kijk."), "opmerking", "Kijk."),
        (DRAWN, "steekproef van wat niet is gelakt", "20 van 1.200 bladzijden, startgetal 7"),
        (
            SampleAnswer(sample=DRAWN.subject, item="d/0", missed=True, remark="Naam"),
            "vraag in de steekproef",
            "iets gemist; opmerking: Naam",
        ),
        (
            SampleAnswer(sample=DRAWN.subject, item="d/0", missed=False),
            "vraag in de steekproef",
            "niets gemist",
        ),
        (Withdrawal(about="x"), "overig", "ingetrokken"),
    ],
)
def test_an_entry_in_words(body, what, after):
    row = rows_of(body)[0]
    assert (row.what, row.before, row.after) == (what, "", after)


@pytest.mark.parametrize("type", nl.RELATIONS)
def test_every_relation_has_words(type):
    row = rows_of(RelationDecision(document_id="d", type=type, other=4))[0]
    assert "4" in row.after


def test_who_when_and_where():
    log = Log([entry_of(REDACTED, 1), entry_of(PageSeen(document_id="e", page_index=5), 2, SECOND)])
    first, second = trail(log)
    assert (first.entry_id, first.reviewer, first.role) == (1, "H. Handler", ReviewerRole.HANDLER)
    assert (first.time, first.document_id, first.page_index) == (
        datetime(2021, 3, 2, 12, tzinfo=UTC),
        "d",
        2,
    )
    assert (second.reviewer, second.document_id, second.page_index) == ("R. Reviewer", "e", 5)


def test_what_held_before_is_told():
    withdrawn = Withdrawal(about=KEPT.subject, document_id="d")
    rows = rows_of(REDACTED, BOX, KEPT, withdrawn, REDACTED)
    assert [row.before for row in rows] == ["", "", rows[0].after, "laten staan", "ingetrokken"]
    assert [(row.what, row.page_index) for row in rows[3:]] == [("voorstel (naam)", 2)] * 2


def test_remarks_replace_nothing():
    rows = rows_of(Remark(about="x", text="een"), Remark(about="x", text="twee"))
    assert [row.before for row in rows] == ["", ""]


def test_what_is_said_of_a_decision_bears_its_page():
    about = REDACTED.subject
    rows = rows_of(
        REDACTED,
        Remark(about=about, text="Kijk.", document_id="d"),
        Assessment(about=about, entry=1, opinion=Opinion.AGREE, document_id="d"),
        Remark(about="suggestion/other", text="Kijk.", document_id="d"),
    )
    assert [row.page_index for row in rows] == [2, 2, 2, None]


@pytest.mark.parametrize(
    ("undoes", "undone"),
    [
        ([0], set()),
        ([0, 1], {1}),
        ([0, 1, 2], {2}),
        ([0, 1, 2, 3], {1, 3}),
        ([0, 0, 2, 1], {1, 2}),
    ],
)
def test_what_was_taken_back_is_marked_unless_that_was_taken_back_too(undoes, undone):
    entries = [replace(entry_of(REDACTED, number), undoes=back) for number, back in enumerate(undoes, 1)]
    rows = trail(Log(entries))
    assert {row.entry_id for row in rows if row.undone} == undone
    assert [row.undoes for row in rows] == undoes


def test_persons_are_named_only_where_names_are_given():
    person = PersonDecision(person_id="0123456789", verdict=Verdict.REDACT)
    assert rows_of(person)[0].what == "persoon 012345"
    assert rows_of(person, persons={"0123456789": "P. Visser"})[0].what == "persoon P. Visser"


def test_the_csv_holds_every_row_and_no_formula():
    log = Log(
        [
            entry_of(REDACTED, 1, Reviewer(name="=1+1", role=ReviewerRole.HANDLER)),
            entry_of(Remark(about="x", text='@SOM(A1); "ja"\nnee'), 2, SECOND),
        ]
    )
    text = trail_csv(trail(log), {"d": "12"})
    header, first, second = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert tuple(header) == nl.TRAIL_COLUMNS
    assert first == [
        "1",
        "2021-03-02T12:00:00+00:00",
        "'=1+1",
        "behandelaar",
        "12",
        "3",
        "voorstel (naam)",
        "",
        "lakken; op grond van 10.2.e en 11.1; opmerking: Let op",
        "",
        "",
    ]
    assert second[3:9] == ["tweede beoordelaar", "", "", "opmerking", "", '\'@SOM(A1); "ja"\nnee']
    assert text.endswith("\r\n")


def test_other_documents_are_named_by_the_numbers_that_people_read():
    related = RelationDecision(document_id="d", type="attachment_of", other=5001)
    double = DocumentDecision(
        document_id="e", judgement=Judgement.DUPLICATE, duplicate_of=5001, reason="zelfde stuk"
    )
    rows = trail(Log([entry_of(related, 1), entry_of(double, 2)]), shown={5001: "5.1"})
    assert rows[0].after == "bijlage bij 5.1"
    assert "5.1" in rows[1].after
    assert "5001" not in rows[1].after
