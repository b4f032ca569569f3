"""Mails and passages that stand in several documents: the same findings, and how the documents relate."""

import random
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lakmoes import nl
from lakmoes.model import (
    DocumentKind,
    Evidence,
    Finding,
    FindingKind,
    Page,
    SourceDocument,
    Span,
)
from lakmoes.threads import Relation, RelationType, relations, spread
from tests.builders import finding_of as finding
from tests.builders import text_page as page

MAIL = (
    "Van:\tBraak, A. ter (Annelotte)\n\nVerzonden: woensdag 2 september 2020 22:47\n\n"
    "Aan:\tOuazzani, M. El\n\nDag Mohamed,\n\n"
    "Bijgaand het concept voor het bevel. Noralie heeft het nog niet nagelezen, dus schrik niet\n"
    "van de tikfouten. Wat mij betreft belt de vlieger voor elke start even met de piketofficier.\n\n"
    "Met vriendelijke groet,\n\nAnnelotte"
)


def document(
    identity: str, number: int = 1, *, kind: DocumentKind = DocumentKind.EMAIL, title: str = "", day: int = 1
) -> SourceDocument:
    return SourceDocument(
        id=identity,
        number=number,
        file_name=f"{number:02}_{identity}.pdf",
        title=title,
        date=date(2020, 9, day),
        kind=kind,
        page_count=1,
    )


def run(
    *pages: Page, found: tuple[Finding, ...], documents: tuple[SourceDocument, ...] = ()
) -> Mapping[str, tuple[Finding, ...]]:
    by_document: dict[str, tuple[Page, ...]] = {}
    for one in pages:
        by_document[one.document_id] = (*by_document.get(one.document_id, ()), one)
    per_document = {
        identity: tuple(one for one in found if one.span.document_id == identity) for identity in by_document
    }
    return spread(per_document, by_document, {one.id: one for one in documents} or None)


def texts(findings: tuple[Finding, ...], *pages: Page) -> list[str]:
    return [page.quote(one.span) for page in pages for one in findings if one.span.page_index == page.index]


class TestSpread:
    @pytest.mark.parametrize(
        "copy",
        [
            MAIL,
            MAIL.replace("\n", "\n> "),
            MAIL.replace(" ", "\n").replace("\t", " "),
            f"Zie hieronder.\n\n{MAIL}\n\nEinde van dit bericht",
            MAIL.replace("Dag", "dag").replace("tikfouten", "tik\u2060fouten".replace("\u2060", "")),
        ],
    )
    def test_into_a_copy_that_is_broken_otherwise_or_quoted(self, copy: str) -> None:
        first, second = page("a", MAIL), page("b", copy)
        found = tuple(finding(first, name) for name in ("Mohamed", "Noralie", "Braak, A. ter (Annelotte)"))
        names = texts(run(first, second, found=found)["b"], second)
        assert [name.replace("> ", "") for name in names] == [
            "Braak, A. ter (Annelotte)",
            "Mohamed",
            "Noralie",
        ]

    def test_carries_a_signature_at_the_end(self) -> None:
        first, second = page("a", MAIL), page("b", f"{MAIL}\n\nVan:\tiemand anders")
        assert texts(run(first, second, found=(finding(first, "Annelotte", nth=1),))["b"], second) == [
            "Annelotte"
        ]

    def test_within_one_document(self) -> None:
        where = page("a", f"{MAIL}\n\ntussenin\n\n{MAIL}")
        assert texts(run(where, found=(finding(where, "Noralie", nth=1),))["a"], where) == ["Noralie"] * 2

    def test_over_a_page_break(self) -> None:
        sentence = "De vlieger belt voor elke start even met de piketofficier van het parket in Breda."
        first = page("a", sentence)
        second, third = (
            page("b", "De vlieger belt voor elke start"),
            page("b", "even met de piketofficier van het parket in Breda.", 1),
        )
        complete = run(first, second, third, found=(finding(first, sentence, kind=FindingKind.OPERATIONAL),))
        assert texts(complete["b"], second, third) == [second.text, third.text]

    def test_not_from_other_text(self) -> None:
        first, second = page("a", MAIL), page("b", MAIL.replace("bevel. Noralie heeft", "stuk. Noralie had"))
        other = page("c", "Met vriendelijke groet,\n\nNoralie")
        complete = run(first, second, other, found=(finding(first, "Noralie"),))
        assert complete["b"] == complete["c"] == ()

    def test_part_of_a_word_stays_that_part(self) -> None:
        text = "Het bestand met de naam vergelijk_Roodzand8 is op de schijf gezet door iemand"
        first, second = page("a", text), page("b", f"Kijk: {text}")
        assert texts(run(first, second, found=(finding(first, "Roodzand"),))["b"], second) == ["Roodzand"]

    def test_with_brackets_and_points(self) -> None:
        text = "Dit is door ons allen besproken met (W.) en daarna nog een keer met hem"
        first, second = page("a", text), page("b", text.replace("(W.)", "\n(W.)"))
        assert texts(run(first, second, found=(finding(first, "(W.)"),))["b"], second) == ["(W.)"]

    def test_the_best_score_holds_everywhere(self) -> None:
        first, second = page("a", MAIL), page("b", MAIL)
        found = (finding(first, "Noralie", score=0.95), finding(second, "Noralie", score=0.5))
        complete = run(first, second, found=found, documents=(document("a", 4), document("b", 5)))
        assert {one.score for found in complete.values() for one in found} == {0.95}
        assert complete["b"][0].evidence[0] == Evidence(
            detector="threads",
            rule="zelfde passage als elders in het dossier",
            score=0.95,
            context="document 4, bladzijde 1",
        )
        assert complete["a"] == (found[0],)

    def test_a_longer_finding_takes_in_a_shorter_one(self) -> None:
        first, second = page("a", MAIL), page("b", MAIL)
        found = (finding(first, "Braak, A. ter (Annelotte)"), finding(second, "Annelotte"))
        assert texts(run(first, second, found=found)["b"], second) == ["Braak, A. ter (Annelotte)"]

    def test_roles_need_shared_words_around(self) -> None:
        text = "Daarover heeft burgemeester Nienhuis op 20 oktober een besluit genomen voor het gebied."
        first, same = page("a", text), page("b", f"Verslag. {text}")
        other = page("c", text.replace("burgemeester", "ambtenaar"))
        found = (finding(first, "Nienhuis", role="burgemeester"),)
        complete = run(first, same, other, found=found)
        assert [one.role for identity in ("b", "c") for one in complete[identity]] == ["burgemeester", ""]

    def test_the_role_of_an_author_stays(self) -> None:
        first, second = page("a", MAIL), page("b", MAIL)
        complete = run(first, second, found=(finding(first, "Noralie", role="auteur"),))
        assert complete["b"][0].role == ""

    @pytest.mark.parametrize(
        ("kind", "carried"),
        [(DocumentKind.MEMO, 1), (DocumentKind.LETTER, 0), (DocumentKind.NEWS, 0)],
    )
    def test_opinions_do_not_enter_letters_and_news(self, kind: DocumentKind, carried: int) -> None:
        opinion = "Wat mij betreft belt de vlieger voor elke start even met de piketofficier."
        first, second = page("a", MAIL), page("b", MAIL)
        complete = run(
            first,
            second,
            found=(finding(first, opinion, kind=FindingKind.OPINION),),
            documents=(document("a", 1), document("b", 2, kind=kind)),
        )
        assert len(complete["b"]) == carried

    def test_a_finding_on_a_page_that_is_not_given_is_refused(self) -> None:
        with pytest.raises(ValueError, match="page"):
            run(page("a", MAIL), found=(finding(page("a", MAIL, 3), "Noralie"),))


WORDS = st.sampled_from("Teun belt de heer Vos over het plan van Mo en zegt dat het niet kan".split())
parts = st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=6)
breaks = st.sampled_from([" ", "\n", "\n\n", "\n> ", "\t"])


@settings(max_examples=150, deadline=None)
@given(st.lists(parts, min_size=2, max_size=3), breaks, st.data(), st.randoms(use_true_random=False))
def test_properties(
    bodies: list[list[str]], line_end: str, data: st.DataObject, shuffle: random.Random
) -> None:
    shared = "dit is een tamelijk lange zin van Teun aan Vos die overal terugkomt"
    pages = {
        f"d{number}": (page(f"d{number}", line_end.join([*body, shared])), page(f"d{number}", shared, 1))
        for number, body in enumerate(bodies)
    }
    found = {}
    for identity, sequence in pages.items():
        starts = [place for place, letter in enumerate(sequence[0].text) if letter.isalpha()]
        chosen = data.draw(st.lists(st.sampled_from(starts), max_size=4, unique=True))
        found[identity] = tuple(
            Finding(
                span=Span(
                    document_id=identity,
                    page_index=0,
                    start=start,
                    end=min(start + data.draw(st.integers(1, 30)), len(sequence[0].text)),
                ),
                kind=FindingKind.NAME,
                evidence=(Evidence(detector="test", rule="regel", score=data.draw(st.floats(0.1, 1))),),
            )
            for start in chosen
        )
    complete = spread(found, pages)

    for identity, sequence in pages.items():
        result = complete[identity]
        assert all(one.span.end <= len(sequence[one.span.page_index].text) for one in result)
        order = [(one.span.page_index, one.span.start, one.span.end) for one in result]
        assert order == sorted(order)
        for own in found[identity]:
            assert any(
                one.span.page == own.span.page
                and one.span.start <= own.span.start
                and own.span.end <= one.span.end
                and one.score >= own.score
                for one in result
            )
    mixed = {key: tuple(shuffle.sample(places, len(places))) for key, places in reversed(found.items())}
    assert spread(mixed, dict(reversed(pages.items()))) == complete


def test_every_copy_of_a_passage_ends_up_the_same() -> None:
    places = [
        page(identity, f"{filler}\n\n{MAIL}") for identity, filler in (("a", "x"), ("b", "y z"), ("c", ""))
    ]
    found = tuple(
        finding(where, name) for where, name in zip(places, ("Noralie", "Mohamed", "vlieger"), strict=True)
    )
    complete = run(*places, found=found)
    assert {tuple(texts(complete[where.document_id], where)) for where in places} == {
        ("Mohamed", "Noralie", "vlieger")
    }


def test_standard_texts_in_many_documents_take_no_long() -> None:
    text = (
        "Dit bericht kan informatie bevatten die niet voor u is bestemd, groet J. de Vries van de postkamer."
    )
    places = [page(f"d{number:04}", f"Bericht {number}.\n\n{text}") for number in range(1500)]
    found = tuple(finding(where, "J. de Vries") for where in places)
    assert sum(map(len, run(*places, found=found).values())) == 1500


BODY = " ".join(f"woord{number} van paragraaf{number % 7}" for number in range(80))
OTHER = " ".join(f"zin{number} over onderwerp{number % 5}" for number in range(80))


def related(
    *given_documents: tuple[SourceDocument, str],
) -> list[tuple[int, int, RelationType]]:
    found = relations(
        tuple(one for one, _ in given_documents),
        {one.id: (page(one.id, text),) for one, text in given_documents},
    )
    assert all(relation.score > 0.5 and "gelijk" in relation.evidence for relation in found)
    return [(relation.number, relation.other, relation.type) for relation in found]


class TestRelations:
    def test_a_draft_and_its_final_version(self) -> None:
        draft = document("a", 3, kind=DocumentKind.REPORT, title="Kader, concept 0.6")
        final = document("b", 4, kind=DocumentKind.REPORT, title="Kader, versie 1.0")
        assert related((draft, BODY), (final, f"{BODY} {OTHER}")) == [
            (3, 4, RelationType.DRAFT_OF),
            (4, 3, RelationType.FINAL_OF),
        ]

    def test_a_draft_told_by_its_head(self) -> None:
        draft, final = document("a", 9, kind=DocumentKind.MEMO), document("b", 10, kind=DocumentKind.LETTER)
        text = f"Concept HV/DB 14 jan\n\n{BODY}"
        assert related((draft, text), (final, f"{BODY[:900]} {OTHER} {OTHER[::-1]} ")) == [
            (9, 10, RelationType.DRAFT_OF)
        ]

    def test_two_versions_of_a_draft(self) -> None:
        first = document("a", 1, title="Kader, versie 0.6")
        second = document("b", 2, title="Kader, versie 0.8")
        assert related((first, BODY), (second, f"{BODY} {OTHER}")) == [
            (1, 2, RelationType.EARLIER_VERSION_OF)
        ]

    def test_nearly_the_same(self) -> None:
        assert related((document("a", 1), BODY), (document("b", 2), f"{BODY} naschrift")) == [
            (2, 1, RelationType.NEAR_DUPLICATE_OF)
        ]

    def test_threads_with_a_mail_in_common_by_date(self) -> None:
        head = "Van: iemand\n\nVerzonden: vrijdag 23 oktober 2020 09:08\n\n"
        newer, older = document("a", 2, day=20), document("b", 5, day=2)
        assert related((newer, f"{head}{OTHER}\n\n{MAIL} {BODY}"), (older, f"{MAIL} {BODY}")) == [
            (5, 2, RelationType.CONTAINED_IN)
        ]
        assert related(
            (newer, f"{head}{OTHER}\n\n{MAIL} {BODY}"),
            (older, f"{MAIL} {BODY} Verzonden: maandag 1 juni 2020 10:00 {OTHER[::-1]}"),
        ) == [(2, 5, RelationType.SHARES_TEXT_WITH)]

    def test_the_same_words_are_told_however_short_and_however_many(self) -> None:
        text = "Dit is een kort bericht dat in ieder postvak staat"
        many = [(document(f"d{number}", number), text) for number in range(1, 9)]
        assert related(*many) == [(number, 1, RelationType.NEAR_DUPLICATE_OF) for number in range(2, 9)]

    def test_threads_with_the_same_mails_that_are_printed_otherwise(self) -> None:
        one, other = document("a", 1), document("b", 2)
        printed = f"{MAIL} {BODY}".replace("woensdag 2 september 2020 22:47", "02-09-2020 22:47")
        assert related((one, f"{MAIL} {BODY}"), (other, printed)) == [(2, 1, RelationType.NEAR_DUPLICATE_OF)]

    def test_an_attachment_and_an_answer(self) -> None:
        mail = document("a", 1)
        attached, answer = (
            document("b", 2, kind=DocumentKind.OTHER),
            document("c", 3, kind=DocumentKind.LETTER, day=3),
        )
        found = relations(
            (mail, attached, answer),
            {
                "a": (page("a", "Van: iemand\nBijlagen: planning sluis mei.pdf\n\nBeste Noor"),),
                "b": (page("b", "Planning sluis mei"),),
                "c": (page("c", "Betreft: uw e-mail van 1 september 2020"),),
            },
        )
        assert [(one.number, one.type, one.other) for one in found] == [
            (2, RelationType.ATTACHMENT_OF, 1),
            (3, RelationType.REPLY_TO, 1),
        ]

    def test_different_documents_have_none(self) -> None:
        assert related((document("a", 1), BODY), (document("b", 2), OTHER)) == []

    def test_a_standard_text_is_none(self) -> None:
        many = [(document(f"d{number}", number), f"{BODY} brief {number}") for number in range(1, 9)]
        assert related(*many) == []

    def test_documents_without_pages_have_none(self) -> None:
        assert relations((document("a", 1), document("b", 2)), {"a": (page("a", BODY),)}) == ()

    def test_do_not_depend_on_the_order(self) -> None:
        documents = (document("a", 1, title="concept"), document("b", 2))
        pages = {"a": (page("a", BODY),), "b": (page("b", BODY),)}
        assert relations(documents, pages) == relations(documents[::-1], dict(reversed(pages.items())))

    def test_every_type_has_its_words(self) -> None:
        assert set(RelationType) <= set(nl.RELATIONS)

    def test_a_document_does_not_relate_to_itself(self) -> None:
        with pytest.raises(ValueError, match="two documents"):
            Relation(number=1, other=1, type=RelationType.DRAFT_OF, score=0.5, evidence="")


def test_the_order_of_equal_findings_on_one_place_does_not_count() -> None:
    passage = "dit is een tamelijk lange zin van Teun aan Vos die overal terugkomt"
    here, there = page("a", passage), page("b", passage)
    wide, narrow = finding(there, "Teun aan", score=0.5), finding(there, "Teun", score=0.5)
    pages = {"a": (here,), "b": (there,)}
    source = (finding(here, "Teun", score=1.0),)
    assert spread({"a": source, "b": (wide, narrow)}, pages) == spread(
        {"a": source, "b": (narrow, wide)}, pages
    )
