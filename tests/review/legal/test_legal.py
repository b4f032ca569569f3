from datetime import date

import pytest

from lakmoes import nl
from lakmoes.grounds import ground_book
from lakmoes.model import (
    Box,
    DocumentDecision,
    DocumentKind,
    Judgement,
    Law,
    Motivation,
    ReviewState,
    Ruling,
    Span,
    Verdict,
)
from lakmoes.review import Log
from lakmoes.review.blocking import Level, Reviewed
from lakmoes.review.legal import CHECKS, Judged, LegalFacts, legal_blocks
from lakmoes.review.legal.stated import printed_grounds, published_grounds
from tests.builders import document_of, entry_of

WOO, WOB = ground_book(Law.WOO), ground_book(Law.WOB)
DECIDED = date(2024, 6, 1)
WITH_DATE = "Wij maken deze informatie openbaar op 1 oktober 2024."
AGED = "Ondanks het tijdsverloop speelt dit belang nog."


def place(start, *grounds, page=0, end=None):
    span = Span(document_id="d", page_index=page, start=start, end=end or start + 5)
    subject = f"text/d/{page}/{start}"
    return Ruling(subject=subject, verdict=Verdict.REDACT, grounds=grounds, span=span)


def drawn(*grounds, box=(0, 0, 10, 10)):
    edges = Box(**dict(zip(("x0", "y0", "x1", "y1"), box, strict=True)))
    return Ruling(subject="box", verdict=Verdict.REDACT, grounds=grounds, region=(0, edges))


def judged(number=1, *rulings, judgement=None, decision=None, codes=None, **other):
    kind = other.pop("kind", DocumentKind.MEMO)
    made = other.pop("date", date(2023, 1, 1))
    title = other.pop("title", "Stuk")
    document = document_of(number, kind, date=made, title=title)
    state = ReviewState(
        document_id=document.id, redactions=(), regions=(), kept=(), open=(), rulings=tuple(rulings)
    )
    used = {code for ruling in rulings for code in ruling.grounds} | set(decision.grounds if decision else ())
    assumed = Judgement.PARTLY_PUBLIC if rulings else Judgement.PUBLIC
    return Judged(
        document=document,
        reviewed=Reviewed(document_id=document.id, page_count=1, state=state),
        judgement=judgement or (decision.judgement if decision else assumed),
        codes=frozenset(used if codes is None else codes),
        decision=decision,
        **other,
    )


def refusal(number=1, *grounds, reason="De tekst laat zien hoe is onderhandeld."):
    return DocumentDecision(
        document_id=document_of(number).id,
        judgement=Judgement.NOT_PUBLIC,
        grounds=grounds or ("5.2.1",),
        reason=reason,
    )


def blocks(*documents, said=(), book=WOO, **dates):
    log = Log(entry_of(body, number) for number, body in enumerate(said, 1))
    facts = LegalFacts(documents=documents, book=book, log=log, **({"decision_date": DECIDED} | dates))
    return legal_blocks(facts)


def codes_of(*documents, **other):
    return [block.code for block in blocks(*documents, **other)]


def on(ground, text, about=""):
    return Motivation(ground=ground, text=text, about=about)


def test_a_dossier_in_which_all_is_right_has_nothing_to_do():
    assert blocks(judged(1, place(0, "5.1.2.e")), judged(2)) == ()


# grounds that may not stand together


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        ([place(0, "5.1.5", "5.1.2.e")], [("5.1.5", "5.1.2.e", 1)]),
        ([place(0, "5.1.5", "5.1.1.c", "5.1.2.e")], [("5.1.5", "5.1.1.c en 5.1.2.e", 1)]),
        ([place(0, "5.1.5"), place(20, "5.1.2.e")], []),
        ([place(0, "5.1.5"), place(3, "5.1.2.e")], [("5.1.5", "5.1.2.e", 1)]),
        ([place(0, "5.1.5", page=1), place(3, "5.1.2.e")], []),
        ([place(0, "5.1.5", "5.2.1")], []),
        ([place(0, "5.1.2.e", "5.1.2.i")], []),
        ([drawn("5.1.5"), drawn("5.1.2.b", box=(5, 5, 15, 15))], [("5.1.5", "5.1.2.b", 1)]),
        ([drawn("5.1.5"), drawn("5.1.2.b", box=(10, 10, 15, 15))], []),
        ([place(0, "5.1.5", "5.1.2.e"), place(50, "5.1.5", "5.1.2.e")], [("5.1.5", "5.1.2.e", 2)]),
    ],
)
def test_disadvantage_stands_alone_on_a_passage(rulings, expected):
    found = [block for block in blocks(judged(1, *rulings)) if block.code == "grounds-together"]
    assert [(block.ground, block.detail, block.count) for block in found] == expected
    assert all(block.level is Level.ERROR for block in found)


def test_a_drawn_box_over_a_suggestion_is_the_same_information():
    suggested = place(0, "5.1.2.e")
    boxes = {suggested.span: (Box(x0=2, y0=2, x1=4, y1=4),)}
    document = judged(1, suggested, drawn("5.1.5"), boxes=lambda: boxes)
    assert codes_of(document) == ["grounds-together"]
    assert codes_of(judged(1, suggested, drawn("5.1.5"))) == []


def test_a_document_refused_as_a_whole_on_both_asks_for_a_look():
    found = blocks(judged(1, decision=refusal(1, "5.1.5", "5.1.2.b")))
    assert [(block.code, block.level) for block in found] == [("grounds-together-whole", Level.WARNING)]


def test_the_wob_allows_its_grounds_together():
    assert codes_of(judged(1, place(0, "10.2.g", "10.2.e")), book=WOB) == []


# terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["term-missing"]),
        ("Later.", ["term-missing"]),
        ("Op 31 juni 2024.", ["term-missing"]),
        (WITH_DATE, []),
        ("Op 2024-10-01 alsnog.", []),
        ("Op 1-10-2024 alsnog.", []),
        ("Binnen vier weken na dit besluit.", []),
        ("Op 3 mei 2024 alsnog.", ["term-past"]),
        ("Eerst 3 mei 2024, nu 3 juli 2024.", []),
    ],
)
def test_a_temporary_refusal_names_when_it_ends(text, expected):
    said = [on("5.1.4", text)] if text else []
    assert codes_of(judged(1, place(0, "5.1.4")), said=said) == expected


def test_a_term_may_be_named_at_the_place_itself():
    one, other = place(0, "5.1.4"), place(20, "5.1.4")
    said = [on("5.1.4", WITH_DATE, about=one.subject)]
    (block,) = blocks(judged(1, one, other), said=said)
    assert (block.code, block.count, block.page_index, block.ground) == ("term-missing", 1, 0, "5.1.4")
    assert block.is_about_motivation


# old information


@pytest.mark.parametrize(
    ("made", "dates", "expected"),
    [
        (date(2019, 6, 1), {}, []),
        (date(2019, 5, 31), {}, ["old-not-motivated"]),
        (date(2019, 5, 31), {"decision_date": None, "request_date": date(2024, 5, 1)}, []),
        (date(2019, 4, 30), {"decision_date": None, "request_date": date(2024, 5, 1)}, ["old-not-motivated"]),
        (date(2016, 2, 29), {"decision_date": date(2021, 3, 1)}, []),
        (date(2016, 2, 29), {"decision_date": date(2021, 3, 2)}, ["old-not-motivated"]),
        (None, {}, ["age-unknown"]),
        (date(2010, 1, 1), {"decision_date": None}, ["no-decision-date"]),
    ],
)
def test_information_older_than_five_years_needs_more(made, dates, expected):
    assert codes_of(judged(1, place(0, "5.1.2.b"), date=made), **dates) == expected


@pytest.mark.parametrize("text", [AGED, "Dit is ouder dan vijf jaar.", "Zie artikel 5.3 van de Woo."])
def test_a_motivation_that_speaks_of_the_age_is_enough(text):
    old = judged(1, place(0, "5.1.2.b"), date=date(2010, 1, 1))
    assert codes_of(old, said=[on("5.1.2.b", text)]) == []
    assert codes_of(old, said=[on("5.1.2.b", "Het belang weegt zwaarder.")]) == ["old-not-motivated"]
    assert codes_of(old, said=[on("5.1.2.b", text, about="text/d/0/0")]) == []


@pytest.mark.parametrize(("code", "book"), [("5.1.1.c", WOO), ("5.1.4", WOO), ("10.2.e", WOB)])
def test_age_is_nothing_to_other_grounds_and_to_the_wob(code, book):
    old = judged(1, place(0, code), date=date(2001, 1, 1))
    assert codes_of(old, book=book, said=[on("5.1.4", WITH_DATE)]) == []


# documents for formal decision-making


@pytest.mark.parametrize(
    ("kind", "title", "opening", "expected"),
    [
        (DocumentKind.DECISION_NOTE, "Nota", "Aan: de Minister", True),
        (DocumentKind.DECISION_NOTE, "Nota", "Aan het afdelingshoofd", False),
        (DocumentKind.MEMO, "Memo", "Aan: het college van burgemeester en wethouders", True),
        (DocumentKind.MEMO, "Memo", "De wethouder was bij het overleg.", False),
        (DocumentKind.OTHER, "Collegevoorstel parkeren", "Portefeuille: wethouder Verkeer", True),
        (DocumentKind.OTHER, "Statenstuk", "Ter besluitvorming door Gedeputeerde Staten", True),
        (DocumentKind.EMAIL, "Mail", "Aan: burgemeester", False),
    ],
)
def test_opinions_in_a_proposal_to_a_formal_decider_are_flagged(kind, title, opening, expected):
    document = judged(1, place(0, "5.2.1"), kind=kind, title=title, opening=lambda: opening)
    found = blocks(document)
    assert [block.code for block in found] == (["formal-decision"] if expected else [])
    assert all(block.level is Level.WARNING for block in found)
    assert codes_of(judged(1, place(0, "5.1.2.e"), kind=kind, title=title, opening=lambda: opening)) == []


# drafts, chains and copies


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("Conceptversies van 1, 2 en 7", ["draft-reason-thin"]),
        ("Dit is een concept.", ["draft-reason-thin"]),
        ("Concept; bevat afwegingen die niet zijn overgenomen.", []),
    ],
)
def test_a_draft_that_is_refused_has_a_reason_of_its_own(reason, expected):
    decision = refusal(2, reason=reason)
    draft = judged(2, decision=decision, relations=(("draft_of", 1),))
    assert codes_of(judged(1), draft) == expected
    assert codes_of(judged(1), draft, said=[on("5.2.1", "Daarom.", about=decision.subject)]) == []
    assert codes_of(judged(1), judged(2, decision=decision)) == []


def test_a_draft_of_which_nothing_is_left_needs_a_decision():
    draft = judged(2, place(0, "5.2.1"), judgement=Judgement.NOT_PUBLIC, relations=(("draft_of", 1),))
    assert codes_of(draft) == ["draft-without-reason"]


@pytest.mark.parametrize(
    ("kind", "messages", "expected"),
    [
        (DocumentKind.EMAIL, 4, ["chain-refused-whole"]),
        (DocumentKind.EMAIL, 1, []),
        (DocumentKind.MEMO, 4, []),
    ],
)
def test_a_chain_of_mails_is_judged_per_message(kind, messages, expected):
    found = blocks(judged(1, decision=refusal(1), kind=kind, messages=lambda: messages))
    assert [block.code for block in found] == expected
    assert [block.detail for block in found] == (["4"] if expected else [])


def test_a_copy_of_what_is_refused_is_not_published_elsewhere():
    refused = judged(1, decision=refusal(1), relations=(("contained_in", 2),))
    (block,) = blocks(refused, judged(2))
    assert (block.code, block.document_id, block.detail) == ("copy-disclosed", refused.id, "2")
    assert codes_of(refused, judged(2, decision=refusal(2))) == []
    other_way = judged(2, relations=(("near_duplicate_of", 1),))
    assert codes_of(judged(1, decision=refusal(1)), other_way) == ["copy-disclosed"]
    assert codes_of(judged(1, decision=refusal(1), relations=(("shares_text_with", 2),)), judged(2)) == []


# what judgement, grounds and redactions say


def partly(*grounds):
    return DocumentDecision(
        document_id=document_of(1).id,
        judgement=Judgement.PARTLY_PUBLIC,
        grounds=grounds,
        reason="Zo besloten.",
    )


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (judged(1, judgement=Judgement.NOT_PUBLIC), ["no-ground"]),
        (judged(1, judgement=Judgement.NOT_PUBLIC, codes=("buiten-reikwijdte",)), []),
        (judged(1, judgement=Judgement.PARTLY_PUBLIC), ["no-ground"]),
        (judged(1, decision=partly()), ["no-ground", "partly-without-redactions"]),
        (judged(1, place(0, "5.1.2.e"), decision=partly()), []),
        (judged(1, place(0, "5.1.2.e"), decision=partly("5.1.2.e")), []),
        (judged(1, place(0, "5.1.2.e"), decision=partly("5.1.2.e", "5.1.2.c")), ["ground-not-in-document"]),
        (
            judged(1, place(0, "5.1.2.e"), decision=partly("5.1.2.c")),
            ["ground-not-in-document", "ground-not-on-inventory"],
        ),
    ],
)
def test_judgement_grounds_and_redactions_agree(document, expected):
    assert codes_of(document) == expected


def facts_with(document):
    return LegalFacts(documents=(document,), book=WOO, log=Log())


def test_the_marks_of_a_published_file_bear_the_grounds_of_the_inventory():
    document = judged(1, place(0, "5.1.2.e"), place(9, "5.2.1"))
    facts = facts_with(document)
    assert list(published_grounds(document, {"5.2.1", "5.1.2.e"}, facts)) == []
    found = list(published_grounds(document, {"5.1.2.e", "5.1.1.c"}, facts))
    assert [(block.code, block.detail) for block in found] == [
        ("ground-not-in-document", "5.2.1"),
        ("ground-not-on-inventory", "5.1.1.c"),
    ]


@pytest.mark.parametrize(
    ("text", "printed", "absent"),
    [
        ("Jan 5.1.2.e en 5.2.1", {}, ""),
        ("5.1.2\n.e 5.2.1", {}, ""),
        ("5.1.2.e 15.2.1 5.2.10", {}, "5.2.1"),
        ("5.1.2.e Woo en 5.2.1 Woo", {"5.1.2.e": "5.1.2.e Woo", "5.2.1": "5.2.1 Woo"}, ""),
        ("gelakt o.g.v. 5.1.2.e en 5.2.1 Woo", {"5.1.2.e": "5.1.2.e Woo", "5.2.1": "5.2.1 Woo"}, ""),
        ("(17) en 18", {"5.1.2.e": "7", "5.2.1": "8"}, "5.1.2.e en 5.2.1"),
        ("(7) en 8", {"5.1.2.e": "7", "5.2.1": "8"}, ""),
    ],
)
def test_each_ground_on_the_inventory_can_be_read_in_the_file(text, printed, absent):
    document = judged(1, place(0, "5.1.2.e"), place(9, "5.2.1"))
    found = list(printed_grounds(document, text, printed, facts_with(document)))
    assert [block.detail for block in found] == ([absent] if absent else [])


def test_each_check_says_what_to_do_in_words():
    both = judged(1, place(0, "5.1.5", "5.1.2.e"), date=date(2001, 1, 1))
    for block in blocks(both, judged(2, judgement=Judgement.NOT_PUBLIC)):
        text = nl.block_text(
            block.code, document=1, page=1, count=block.count, ground=block.ground, detail=block.detail
        )
        assert "  " not in text
        assert "{" not in text
    assert len({check.__name__ for check in CHECKS}) == len(CHECKS)
