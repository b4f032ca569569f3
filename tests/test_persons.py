"""The register of persons: a person found once is found everywhere, under every form of the name."""

import itertools
import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lakmoes.model import Evidence, Finding, FindingKind, Page, Span
from lakmoes.persons import ExemptPerson, Register, Vocabulary, gather
from tests.builders import finding_of as finding
from tests.builders import text_page as page

VOCABULARY = Vocabulary(
    common_words=frozenset(
        "roos vos mark winter koning bakker groen stam bos blok lot visser mei groot wolf waard boer zand "
        "planning kleine zachte bonte foto de een heeft is naar team inkoop officier analist haan berg "
        "kuiper vraagt namens volgens beste onze zoekt plan bas slager jong bram".split()
    ),
    places=frozenset({"hoogeveen", "breda", "utrecht", "bloemendaal"}),
    institutions=frozenset({"politie", "om", "ag", "eu", "bv"}),
    first_names=frozenset({"mark", "roos", "bas", "piet", "lot", "bram", "hanneke", "gerrit", "joost"}),
)
ELSEWHERE = "elders"
HERE = "hier"


def run(
    *pages: Page,
    found: tuple[Finding, ...] = (),
    exempt: tuple[ExemptPerson, ...] = (),
    vocabulary: Vocabulary = VOCABULARY,
) -> tuple[Register, Mapping[str, tuple[Finding, ...]]]:
    by_document: dict[str, tuple[Page, ...]] = {}
    for one in pages:
        by_document[one.document_id] = (*by_document.get(one.document_id, ()), one)
    per_document = {
        document: tuple(one for one in found if one.span.document_id == document) for document in by_document
    }
    return gather(per_document, by_document, exempt, vocabulary)


def quotes(findings: tuple[Finding, ...], where: Page) -> list[str]:
    return [
        where.quote(one.span)
        for one in findings
        if one.kind == FindingKind.NAME and one.span.page_index == where.index
    ]


def seen(name: str, text: str, *, kind: FindingKind = FindingKind.NAME) -> list[str]:
    """What is found in a text when a recognizer found the name in another document."""
    source, target = page(ELSEWHERE, f"Naam: {name}"), page(HERE, text)
    _, complete = run(source, target, found=(finding(source, name, kind=kind),))
    return quotes(complete[HERE], target)


def roles(complete: Mapping[str, tuple[Finding, ...]], where: Page) -> dict[str, str]:
    return {
        where.quote(one.span): one.role
        for one in complete[where.document_id]
        if one.kind == FindingKind.NAME and one.span.page_index == where.index
    }


class TestEveryFormIsFound:
    @pytest.mark.parametrize(
        ("name", "text", "expected"),
        [
            ("Wietske Dijkstra-Poelsma", "Dat zei Dijkstra gisteren.", ["Dijkstra"]),
            ("Wietske Dijkstra-Poelsma", "Dat zei Poelsma gisteren.", ["Poelsma"]),
            ("Wietske Dijkstra-Poelsma", "Van:\tDijkstra-\nPoelsma, W.\n\nBeste", ["Dijkstra- Poelsma, W."]),
            ("Wietske Dijkstra-Poelsma", "graag overleg met wietske hierover", ["wietske"]),
            ("Dijkstra-Poelsma, W. (Wietske)", "Getekend:\tW.\tDijkstra-Poelsma", ["W. Dijkstra-Poelsma"]),
            ("mr. A. (Annelotte) ter Braak", "CC:\tBraak, mr. A. ter\nOnderwerp: x", ["Braak, mr. A. ter"]),
            ("mr. A. (Annelotte) ter Braak", "aan TER BRAAK gevraagd", ["TER BRAAK"]),
            ("mr. A. (Annelotte) ter Braak", "bijlage bevel_terBraak.pdf", ["terBraak"]),
            ("mr. A. (Annelotte) ter Braak", "Annelottes besluit", ["Annelottes"]),
            ("A. ter Braak", "Groet,\n\nmr. A. (Annelotte) ter Braak", ["mr. A. (Annelotte) ter Braak"]),
            ("Mohamed el Ouazzani", "Aan: Ouazzani, M. El (Mohamed);", ["Ouazzani, M. El (Mohamed)"]),
            ("Mohamed el Ouazzani", "ouazzani belt terug", ["ouazzani"]),
            ("J.A. de Vries", "De Vries antwoordt.", ["De Vries"]),
            ("J.A. de Vries", "Vries, J.A. de (Jan) - BD/DGP", ["Vries, J.A. de (Jan)"]),
            ("Lot van den Heuvel", "Heuvel, L. van den - BD/DGP", ["Heuvel, L. van den"]),
            ("Lot van den Heuvel", "Heuvel, Lot van den", ["Heuvel, Lot van den"]),
            ("L. 't Hoen", "getrokken door L. 't Hoen (FEZ)", ["L. 't Hoen"]),
            ("K. van 't Veer", "mevrouw van ’t Veer belde", ["van ’t Veer"]),
            ("Ö. Karaca", "inzet door Ö.\nKaraca gemeld", ["Ö. Karaca"]),
            ("Özlem Karaca", "mail van Ozlem aan KARACA", ["Ozlem", "KARACA"]),
            ("Gülşen Aydoğan-Bos", "Aydogan en gulsen komen", ["Aydogan", "gulsen"]),
            ("A. Wójcik", "PvA_v09_Wojcik.docx", ["Wojcik"]),
            ("Nguyễn Thị Hồng", "met Nguyen Thi Hong besproken", ["Nguyen Thi Hong"]),
            ("CHAN Ka-Yee", "Chan is ziek, Ka-Yee neemt waar", ["Chan", "Ka-Yee"]),
            ("Shanaya Achterberg-Lie A Fat", "mevrouw Achterberg klaagt", ["Achterberg"]),
            ("Shanaya Achterberg-Lie A Fat", "de brief van Lie A Fat.", ["Lie A Fat"]),
            ("E.B.M. van Haersma de With-Opoku", "dr. E.B.M. van Haersma de With-Opoku", 1),
            ("Fatima Zahra Bouzambou", "t.n.v. F Z Bouzambou eo", ["F Z Bouzambou"]),
            ("Ype Postma", "Postma's oordeel en dat van Ype.", ["Postma's", "Ype"]),
            ("Ype Postma", "[Postma, Ype14]: klopt", ["Postma, Ype"]),
            ("Joost Leeuwerik", "gesproken met Leeuwe-\nrik over de prijs", ["Leeuwe- rik"]),
            ("Jikke Sijbesma", "Dank aan Sijbesmaa.", ["Sijbesmaa"]),
            ("Jikke Sijbesma", "Dank aan Sijbsema.", ["Sijbsema"]),
            ("Jikke Sijbesma", "Getekend: S1jbesma", ["S1jbesma"]),
            ("Sjoerd Tamminga", "16:02 - Sjoerd T: akkoord", ["Sjoerd T"]),
            ("Marjolein Kuipers-Achahbar", "Marjolein K-A 06:51\nHallo", ["Marjolein K-A"]),
            ("Lot van den Heuvel", "[opm. lot vdh: laat maar]", ["lot vdh"]),
            ("Bas Roos", "bestand vergelijk_basroos_v4.xlsx", ["basroos"]),
            ("Pieter Bakker", "wijziging pbakker 13-01-2021", ["pbakker"]),
            ("T. Mahabier", "export door TMAHABIER01", ["TMAHABIER"]),
            ("Kristina Holm", "NDA_signed_KHolm.pdf", ["KHolm"]),
            ("Teun Kuiper", "NotitieTeunDefinitief.docx", ["Teun"]),
            ("D.W. Roodzand", "Roodzand D.\tvervallen", ["Roodzand D."]),
            ("Xiao-Ting Zheng", "Xiao-Ting Zheng MSc. sprak", ["Xiao-Ting Zheng MSc"]),
            ("G. Aydoğan", "Doorkiesnummer G. Aydoğan-Bos", ["G. Aydoğan-Bos"]),
            ("Liang Chen", "Contact: Gerrit Chen, arts", ["Gerrit Chen"]),
            ("L. Chen", "De voorzitter heet Liang Chen welkom", ["Liang Chen"]),
            ("Ilse Brink", "Ilse Wiarda komt ook", ["Ilse Wiarda"]),
            ("Froukje Wiarda", "dank frouk\n", []),
            ("Froukje Wiarda", "dank Frouk", ["Frouk"]),
            ("Thi Mai Nguyen", "Mai belde", ["Mai"]),
            ("Marieke de Zwart", "Marieke dZ: akkoord", ["Marieke dZ"]),
            ("W. van der Meer", "W.v.d.Meer", ["W.v.d.Meer"]),
            ("A. Zijlstra", "Zijlstra, A.Zijlstra", ["Zijlstra", "A.Zijlstra"]),
            ("Sem Zijlstra", "een SEM-scan", []),
        ],
    )
    def test_in_another_document(self, name: str, text: str, expected: list[str] | int) -> None:
        found = seen(name, text)
        assert (len(found) if isinstance(expected, int) else found) == expected

    @pytest.mark.parametrize(
        ("address", "text", "expected"),
        [
            ("m.el.ouazzani", "Bel Ouazzani of M. El Ouazzani.", ["Ouazzani", "M. El Ouazzani"]),
            ("jikke.sijbesma", "Jikke komt.", ["Jikke"]),
            ("wietske.dijkstra", "dia 2 | w.dijkstra", ["w.dijkstra"]),
            ("team.inkoop", "Het Team Inkoop", []),
            ("joost", "Joost belt", ["Joost"]),
        ],
    )
    def test_from_an_email_address(self, address: str, text: str, expected: list[str]) -> None:
        assert seen(address, text, kind=FindingKind.EMAIL) == expected

    def test_evidence_names_rule_and_person(self) -> None:
        source, target = page(ELSEWHERE, "Naam: Teun Tamminga"), page(HERE, "Tamminga belde.")
        _, complete = run(source, target, found=(finding(source, "Teun Tamminga"),))
        (evidence,) = complete[HERE][0].evidence
        assert (evidence.detector, evidence.rule) == ("persons", "achternaam elders in dossier")
        assert evidence.context == "Teun Tamminga"

    def test_the_only_mention_needs_no_second_reason(self) -> None:
        source = page(HERE, "Naam: Teun Tamminga")
        _, complete = run(source, found=(finding(source, "Teun Tamminga"),))
        assert [one.detector for one in complete[HERE][0].evidence] == ["test"]


class TestWordsThatAreNamesToo:
    @pytest.mark.parametrize(
        ("name", "text", "expected"),
        [
            ("R. (Roos) Koning", "Roos, kun jij naar paragraaf 7 kijken?", ["Roos"]),
            ("R. (Roos) Koning", "Ik kan leven met de tekst van Roos.", ["Roos"]),
            ("R. (Roos) Koning", "Beste Roos,\n\nDank", ["Roos"]),
            ("R. (Roos) Koning", "een roos in de tuin. Roos bloeit.", []),
            ("R. (Roos) Koning", "factuur van Foto Koning).", []),
            ("R. (Roos) Koning", "als de koning in Zeeland is", []),
            ("R. (Roos) Koning", "beslist de Koning bij besluit", []),
            ("E. de Koning", "De Koning (Financiën) betreurt dat", ["De Koning"]),
            ("E. de Koning", "gekocht bij apotheek De Koning", []),
            ("E. de Koning", "beslist de Koning bij besluit", []),
            ("Mark Winter", "Op de vraag van Mark antwoordt zij", ["Mark"]),
            ("Mark Winter", "Winter zegt toe dat er een brief komt.", ["Winter"]),
            ("Mark Winter", "Zachte winter: geen. Winter komt.", []),
            ("Mark Winter", "winterplan, mark it as read", []),
            ("Mark Winter", "Mark W\tgereed", ["Mark W"]),
            ("Hanneke Vos", "De vereniging heet ‘De Bonte Vos’ en", []),
            ("Hanneke Vos", "dat vindt mevrouw Vos ook", ["Vos"]),
            ("Hanneke Vos", "huisartsenpraktijk Bakker & Vos.", []),
            ("D. Blok", "Blok 3 van de planning is leeg", []),
            ("D. Blok", "D. Blok belt. Blok drie is leeg", ["D. Blok"]),
            ("P. Bakker", "firma Bakker levert. Bakker Koeriers ook", []),
            ("K. Groen", "Wij zijn een groene directie. Groen licht.", []),
            ("K. Groen", "ontvangst bij meneer Groen.", ["Groen"]),
            ("W. Hoogeveen", "7909 RK HOOGEVEEN", []),
            ("W. Hoogeveen", "geboren in Hoogeveen en daar gebleven", []),
            ("W. Hoogeveen", "Gebeld met mw. Hoogeveen.", ["Hoogeveen"]),
            ("B. Visser", "Visser, Karaca en Tamminga", []),
            ("Bram Visser", "Bram is weg. Bram Visser niet.", 2),
            ("Ype Postma", "info@postma.nl en www.postma.nl", []),
            ("A. Uzun", "zie EHRM 2 september 2010 (Uzun/Duitsland)", []),
            ("J. Boer", "Notaris Boer & Zonen", []),
        ],
    )
    def test_follow_context(self, name: str, text: str, expected: list[str] | int) -> None:
        found = seen(name, text)
        assert (len(found) if isinstance(expected, int) else found) == expected

    def test_a_firm_that_was_taken_for_a_person_stays_readable(self) -> None:
        source = page(ELSEWHERE, "Oculant belt. Huur bij Oculant GmbH en Slagter B.V. van J. Slagter")
        target = page(HERE, "De prijs van Oculant is laag. Slagter levert.")
        _, complete = run(source, target, found=(finding(source, "Oculant"), finding(source, "J. Slagter")))
        assert quotes(complete[HERE], target) == ["Slagter"]

    def test_a_municipality_that_was_taken_for_a_person_stays_readable(self) -> None:
        source = page(
            ELSEWHERE, "Hardenveld belt. De gemeente Hardenveld en de provincie Slagter, J. Slagter"
        )
        target = page(HERE, "Het plan van Hardenveld is goed. Slagter belt.")
        found = (finding(source, "Hardenveld"), finding(source, "J. Slagter"))
        _, complete = run(source, target, found=found)
        assert quotes(complete[HERE], target) == ["Slagter"]

    def test_the_first_word_of_a_sentence_makes_no_title_of_a_name(self) -> None:
        source = page(ELSEWHERE, "mevrouw A. Pot, J. Kort (FIN)")
        target = page(HERE, "Dat Pot is gestraft, moet het college weten. J. Kort (FIN) ook.")
        found = (finding(source, "A. Pot"), finding(source, "J. Kort"))
        _, complete = run(source, target, found=found)
        assert quotes(complete[HERE], target) == ["Pot", "J. Kort"]

    def test_a_list_of_names_settles_a_word(self) -> None:
        source = page(ELSEWHERE, "Teun Tamminga, B. Visser, Roos Zijlstra")
        target = page(HERE, "Visser, Tamminga en Roos\n\nverder niets")
        found = tuple(finding(source, name) for name in ("Teun Tamminga", "B. Visser", "Roos Zijlstra"))
        _, complete = run(source, target, found=found)
        assert quotes(complete[HERE], target) == ["Visser", "Tamminga", "Roos"]

    def test_a_list_of_small_names_holds_small_words(self) -> None:
        source = page(ELSEWHERE, "Mark Winter, Wietske Zijlstra")
        target = page(HERE, "Verspreiding: wietske, mark")
        _, complete = run(
            source, target, found=(finding(source, "Mark Winter"), finding(source, "Wietske Zijlstra"))
        )
        assert quotes(complete[HERE], target) == ["wietske", "mark"]

    def test_a_name_that_a_recognizer_found_needs_no_context(self) -> None:
        target = page(HERE, "Roos bloeit.")
        _, complete = run(target, found=(finding(target, "Roos"),))
        assert quotes(complete[HERE], target) == ["Roos"]

    def test_auxiliary_counts_only_where_the_document_names_the_person(self) -> None:
        source = page(ELSEWHERE, "Roos Zijlstra")
        unnamed, named = page(HERE, "Roos heeft tijd."), page("ook", "Roos heeft tijd.\n\nRoos Zijlstra")
        _, complete = run(source, unnamed, named, found=(finding(source, "Roos Zijlstra"),))
        assert quotes(complete[HERE], unnamed) == []
        assert quotes(complete["ook"], named) == ["Roos", "Roos Zijlstra"]


class TestInitials:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Met opmerkingen [TK1]: dit moet anders", ["TK"]),
            ("Paraaf hoofd operaties: TK", ["TK"]),
            ("[opm. TK: akkoord]", ["TK"]),
            ("Actie\tWie\n\nContract\tTK\t10 november\n\nT. Kuiper", ["TK", "T. Kuiper"]),
            ("Actie\tWie\n\nContract\tTK\t10 november", []),
            ("TK 2020-2021, 25 295", []),
            ("de brief aan de TK is verzonden", []),
            ("Kamerstukken van TK en EK", []),
            ("HK_drones_opm_AH_TK.docx", []),
            ("HK_drones_opm_AH_TK.docx\n\nT. Kuiper", ["TK", "T. Kuiper"]),
            ("T. Kuiper: “Weggooien? Nee. TK”", ["T. Kuiper", "TK"]),
            ("NL, BE, TK en FR", []),
            ("Opmerking: AG heeft bezwaar", []),
        ],
    )
    def test_count_only_where_the_layout_names_persons(self, text: str, expected: list[str]) -> None:
        target, source = page(HERE, text), page(ELSEWHERE, "T. Kuiper, A. Haarsma")
        _, complete = run(source, target, found=(finding(source, "T. Kuiper"), finding(source, "A. Haarsma")))
        assert [quote for quote in quotes(complete[HERE], target) if quote != "AH"] == expected

    def test_dotted_and_accented(self) -> None:
        target = page(HERE, "Ö. Karaca vloog.\n\n13-11\tÖ.K.\tgevlogen\n\n14-11\tÖK\tgevlogen")
        _, complete = run(target, found=(finding(target, "Ö. Karaca"),))
        assert quotes(complete[HERE], target) == ["Ö. Karaca", "Ö.K.", "ÖK"]

    def test_found_by_a_recognizer_they_stand_in_sentences_too(self) -> None:
        target = page(HERE, "[TK1]: nee\n\neens met TK. Zie TK 2020.")
        _, complete = run(target, found=(finding(target, "TK"),))
        assert quotes(complete[HERE], target) == ["TK", "TK"]


class TestWeakFindings:
    def test_are_dropped_where_nothing_confirms_them(self) -> None:
        target = page(HERE, "Zandoog vliegt.")
        _, complete = run(target, found=(finding(target, "Zandoog", score=0.4),))
        assert complete[HERE] == ()

    def test_are_raised_where_the_register_confirms_them(self) -> None:
        source, target = page(ELSEWHERE, "Teun Tamminga"), page(HERE, "Tamminga vliegt.")
        weak = finding(target, "Tamminga", score=0.4)
        _, complete = run(source, target, found=(finding(source, "Teun Tamminga"), weak))
        assert complete[HERE][0].score > 0.6
        assert {one.detector for one in complete[HERE][0].evidence} == {"persons", "test"}

    def test_do_not_stretch_a_name(self) -> None:
        source, target = (
            page(ELSEWHERE, "Teun Tamminga"),
            page(HERE, "Projectgroep Luchtvaart Noord Tamminga."),
        )
        weak = finding(target, "Projectgroep Luchtvaart Noord Tamminga", score=0.4)
        _, complete = run(source, target, found=(finding(source, "Teun Tamminga"), weak))
        assert quotes(complete[HERE], target) == ["Tamminga"]


class TestRoles:
    def test_spread_to_every_mention_of_the_person(self) -> None:
        source = page(ELSEWHERE, "Procureur-generaal mr. B. Loeff")
        target = page(HERE, "Loeff en mr. B. Loeff")
        _, complete = run(source, target, found=(finding(source, "mr. B. Loeff", role="procureur-generaal"),))
        assert roles(complete, target) == {
            "Loeff": "procureur-generaal",
            "mr. B. Loeff": "procureur-generaal",
        }

    def test_spread_to_a_first_name_of_one_person(self) -> None:
        source = page(ELSEWHERE, "woordvoerder Sanne Dekkers")
        target = page(HERE, "Beste Sanne, Dekkers, Sanne; Dekkers")
        _, complete = run(source, target, found=(finding(source, "Sanne Dekkers", role="woordvoerder"),))
        assert set(roles(complete, target).values()) == {"woordvoerder"}

    def test_one_surname_of_office_holder_and_official_is_redacted_unless_clear(self) -> None:
        source = page(ELSEWHERE, "burgemeester J. Nienhuis en ambtenaar P. Nienhuis")
        target = page(HERE, "J. Nienhuis kwam. P. Nienhuis belde. Daarna sprak Nienhuis.")
        _, complete = run(
            source,
            target,
            found=(finding(source, "J. Nienhuis", role="burgemeester"), finding(source, "P. Nienhuis")),
        )
        assert roles(complete, target) == {"J. Nienhuis": "burgemeester", "P. Nienhuis": "", "Nienhuis": ""}

    def test_a_role_at_a_bare_surname_does_not_reach_a_fuller_name(self) -> None:
        target = page(HERE, "burgemeester Nienhuis. Aan: P. Nienhuis. Nienhuis zelf")
        found = (finding(target, "Nienhuis", role="burgemeester"), finding(target, "P. Nienhuis"))
        _, complete = run(target, found=found)
        assert [(one.role, target.quote(one.span)) for one in complete[HERE]] == [
            ("burgemeester", "Nienhuis"),
            ("", "P. Nienhuis"),
            ("", "Nienhuis"),
        ]

    def test_a_role_at_a_bare_surname_reaches_other_bare_surnames(self) -> None:
        target = page(HERE, "burgemeester Nienhuis. Daarna sprak Nienhuis. J. Nienhuis")
        _, complete = run(target, found=(finding(target, "Nienhuis", role="burgemeester"),))
        assert roles(complete, target) == {"Nienhuis": "burgemeester", "J. Nienhuis": ""}

    @pytest.mark.parametrize("text", ["Beste Willem, dank", "dank Dijk", "Wilemijn belde", "Paraaf: WD"])
    def test_do_not_spread_to_what_may_be_someone_else(self, text: str) -> None:
        source, target = page(ELSEWHERE, "woordvoerder Willemijn Dijk-Zwaan"), page(HERE, text)
        found = (finding(source, "Willemijn Dijk-Zwaan", role="woordvoerder"),)
        _, complete = run(source, target, found=found)
        assert [one.role for one in complete[HERE]] == [""]

    def test_a_signatory_with_mandate_is_an_official_elsewhere(self) -> None:
        source, target = page(ELSEWHERE, "namens deze, S. Sewdien"), page(HERE, "Sewdien belde.")
        _, complete = run(source, target, found=(finding(source, "S. Sewdien", role="mandaat"),))
        assert (roles(complete, source), roles(complete, target)) == (
            {"S. Sewdien": "mandaat"},
            {"Sewdien": ""},
        )

    @pytest.mark.parametrize("role", ["auteur", "partij_in_rechtspraak"])
    def test_of_a_place_do_not_spread(self, role: str) -> None:
        source = page(ELSEWHERE, "H. Tamminga (2019), Vliegen")
        target = page(HERE, "S. Tamminga vliegt. Tamminga landt.")
        found = (finding(source, "H. Tamminga", role=role), finding(target, "S. Tamminga"))
        _, complete = run(source, target, found=found)
        assert roles(complete, source) == {"H. Tamminga": role}
        assert set(roles(complete, target).values()) == {""}

    def test_an_author_alone_makes_no_person_to_look_for(self) -> None:
        source, target = page(ELSEWHERE, "H. Tamminga (2019)"), page(HERE, "Tamminga betoogt")
        _, complete = run(source, target, found=(finding(source, "H. Tamminga", role="auteur"),))
        assert complete[HERE] == ()


class TestExemptPersons:
    def test_by_every_spelling_and_alias(self) -> None:
        target = page(HERE, "Voorbeeld, A.B. de; A.B. de Voorbeeld. Anton en De Voorbeeld spraken.")
        exempt = ExemptPerson(name="A.B. de Voorbeeld", role="hoofdofficier", aliases=("Anton",))
        register, complete = run(target, exempt=(exempt,))
        assert set(roles(complete, target).values()) == {"hoofdofficier"}
        assert len(complete[HERE]) == 4
        assert [(person.exempt, person.role) for person in register.persons] == [(True, "hoofdofficier")]

    def test_without_a_role_of_their_own(self) -> None:
        target = page(HERE, "A.B. de Voorbeeld")
        _, complete = run(target, exempt=(ExemptPerson(name="A.B. de Voorbeeld"),))
        assert complete[HERE][0].role == "vrijgesteld"

    def test_a_surname_alone_exempts_the_one_who_bears_it(self) -> None:
        target = page(HERE, "F. Hazelhoff schreef. Hazelhoff tekende.")
        exempt = (ExemptPerson(name="Hazelhoff", role="minister"),)
        _, complete = run(target, found=(finding(target, "F. Hazelhoff"),), exempt=exempt)
        assert set(roles(complete, target).values()) == {"minister"}

    def test_another_person_with_the_surname_stays_redacted(self) -> None:
        target = page(HERE, "A.B. de Voorbeeld. P. de Voorbeeld. Toen kwam De Voorbeeld.")
        found = (finding(target, "A.B. de Voorbeeld"), finding(target, "P. de Voorbeeld"))
        _, complete = run(target, found=found, exempt=(ExemptPerson(name="A.B. de Voorbeeld", role="x"),))
        assert roles(complete, target) == {
            "A.B. de Voorbeeld": "x",
            "P. de Voorbeeld": "",
            "De Voorbeeld": "",
        }

    def test_need_a_name(self) -> None:
        with pytest.raises(ValueError, match="name"):
            ExemptPerson(name=" ")


class TestRegister:
    def test_one_person_has_all_spellings(self) -> None:
        source = page(ELSEWHERE, "Dijkstra-Poelsma, W. (Wietske)\n\nWietske\n\nW. Dijkstra-Poelsma")
        found = (finding(source, "Dijkstra-Poelsma, W. (Wietske)"), finding(source, "Wietske", nth=1))
        register, _ = run(source, found=found)
        (person,) = register.persons
        assert person.name == "Dijkstra-Poelsma, W. (Wietske)"
        assert person.spellings == (
            "Dijkstra-Poelsma, W. (Wietske)",
            "W. Dijkstra-Poelsma",
            "Wietske",
        )
        assert all(register.person_of(span) == person for span in person.spans)
        assert person.written == tuple(source.quote(span) for span in person.spans)

    def test_two_of_one_surname_are_two(self) -> None:
        source = page(ELSEWHERE, "J. Tamminga, P. Tamminga, Tamminga")
        found = tuple(finding(source, name) for name in ("J. Tamminga", "P. Tamminga"))
        register, complete = run(source, found=found)
        assert [person.name for person in register.persons] == ["J. Tamminga", "P. Tamminga", "Tamminga"]
        assert len(complete[ELSEWHERE]) == 3

    def test_two_interfixes_are_two(self) -> None:
        source = page(ELSEWHERE, "J. de Zwart, J. van der Zwart")
        found = tuple(finding(source, name) for name in ("J. de Zwart", "J. van der Zwart"))
        assert len(run(source, found=found)[0].persons) == 2

    def test_a_span_without_a_name_has_nobody(self) -> None:
        register, _ = run(page(HERE, "niemand"))
        assert register.person_of(Span(document_id=HERE, page_index=0, start=0, end=3)) is None


class TestSpans:
    def test_a_bracketed_unit_stays_outside(self) -> None:
        target = page(HERE, "CC:\tBraak, mr. A. ter (Parket Breda); Vos, mr. H.M. (Hanneke) - BD/DGP")
        found = (finding(target, "Braak"), finding(target, "Vos, mr. H.M."))
        _, complete = run(target, found=found)
        assert quotes(complete[HERE], target) == ["Braak, mr. A. ter", "Vos, mr. H.M. (Hanneke)"]

    def test_the_initials_of_the_next_person_stay_with_that_person(self) -> None:
        target = page(HERE, "aanwezig: Geurts, J. Martina, Ö.\nKaraca")
        found = (finding(target, "Geurts"), finding(target, "Martina"), finding(target, "Karaca"))
        _, complete = run(target, found=found)
        assert quotes(complete[HERE], target) == ["Geurts", "J. Martina", "Ö. Karaca"]

    def test_findings_within_a_longer_one_are_merged(self) -> None:
        target = page(HERE, "mr. A. (Annelotte) ter Braak tekent")
        found = (
            finding(target, "A. (Annelotte)", score=0.7),
            finding(target, "ter Braak", score=0.8),
            finding(target, "Braak", score=0.9),
        )
        _, complete = run(target, found=found)
        assert quotes(complete[HERE], target) == ["mr. A. (Annelotte) ter Braak"]

    def test_names_within_an_address_are_not_repeated(self) -> None:
        target = page(HERE, "J. Tamminga, j.tamminga@politie.nl")
        found = (finding(target, "J. Tamminga"), finding(target, "j.tamminga", kind=FindingKind.EMAIL))
        _, complete = run(target, found=found)
        assert [one.kind for one in complete[HERE]] == [FindingKind.NAME, FindingKind.EMAIL]

    def test_other_kinds_come_back_as_they_are(self) -> None:
        target = page(HERE, "BSN 111222333")
        other = finding(target, "111222333", kind=FindingKind.BSN)
        assert run(target, found=(other,))[1][HERE] == (other,)

    def test_a_finding_on_a_page_that_is_not_given_is_refused(self) -> None:
        with pytest.raises(ValueError, match="page"):
            run(page(HERE, "kort"), found=(finding(page(HERE, "kort en Teun"), "Teun"),))


GIVEN = ["Hanneke", "Mark", "Özlem", "Mohamed", "Xiao-Ting", "Fatima Zahra", "Bas", "Jurensly", "Ype", "Lot"]
FAMILY = [
    "Vos",
    "de Koning",
    "Karaca",
    "el Ouazzani",
    "Zheng",
    "Dijkstra-Poelsma",
    "Roos",
    "van den Heuvel",
    "'t Hoen",
    "Lie A Fat",
]
FORMS = ["{g} {f}", "{i}. {f}", "{f}, {i}.", "{f}, {i}. ({g})", "{g}", "{f}", "mr. {i}. ({g}) {f}"]
FILLER = [
    "zegt dat.",
    "De winter is koud.",
    "\n\n",
    "en",
    "\t",
    "Beste",
    "de koning,",
    "Roos",
    "(BD)",
    "zie 3.",
]

names = st.builds(
    lambda g, f, form: form.format(g=g, f=f, i=g[0]), st.sampled_from(GIVEN), st.sampled_from(FAMILY),
    st.sampled_from(FORMS),
)  # fmt: skip
pieces = st.lists(
    st.tuples(names, st.sampled_from(FILLER), st.sampled_from([0.0, 0.4, 0.7, 0.9])), max_size=8
)


def build(document: str, parts: list[tuple[str, str, float]]) -> tuple[Page, tuple[Finding, ...]]:
    text, places = "", []
    for name, filler, score in parts:
        places.append((len(text), len(text) + len(name), score))
        text += f"{name} {filler} "
    where = page(document, text)
    found = tuple(
        Finding(
            span=Span(document_id=document, page_index=0, start=start, end=end),
            kind=FindingKind.NAME,
            evidence=(Evidence(detector="test", rule="regel", score=score),),
        )
        for start, end, score in places
        if score
    )
    return where, found


@settings(max_examples=150, deadline=None)
@given(pieces, pieces, st.randoms(use_true_random=False))
def test_properties(
    one: list[tuple[str, str, float]], other: list[tuple[str, str, float]], shuffle: random.Random
) -> None:
    built = [build("een", one), build("twee", other)]
    pages = {where.document_id: (where,) for where, _ in built}
    found = {where.document_id: places for where, places in built}
    register, complete = gather(found, pages, (), VOCABULARY)

    for where, places in built:
        result = complete[where.document_id]
        covered = {place for one in result for place in range(one.span.start, one.span.end)}
        for strong in (place for place in places if place.score >= 0.6):
            assert set(range(strong.span.start, strong.span.end)) <= covered
        assert list(result) == sorted(result, key=lambda one: (one.span.page_index, one.span.start))
        assert all(one.span.end <= len(where.text) and where.quote(one.span) for one in result)
        ends = [0, *(one.span.end for one in result)]
        assert all(one.span.start >= end for one, end in zip(result, ends, strict=False))
        assert all(register.person_of(one.span) for one in result)

    assert len({person.id for person in register.persons}) == len(register.persons)
    mixed = {
        document: tuple(shuffle.sample(places, len(places))) for document, places in reversed(found.items())
    }
    assert gather(mixed, dict(reversed(pages.items())), (), VOCABULARY) == (register, complete)


LETTERS = st.text(
    alphabet=st.sampled_from("abdeJKVÖéø'’-–. ,;:()[]@_/0123\n\t&\u0301\u00ad=İß"), max_size=120
)


@settings(max_examples=300, deadline=None)
@given(LETTERS, st.lists(st.tuples(st.integers(0, 119), st.integers(1, 25), st.floats(0, 1)), max_size=6))
def test_any_text_is_handled(text: str, places: list[tuple[int, int, float]]) -> None:
    where = page("een", text)
    found = tuple(
        Finding(
            span=Span(document_id="een", page_index=0, start=start, end=min(start + length, len(text))),
            kind=FindingKind.EMAIL if length % 5 == 0 else FindingKind.NAME,
            evidence=(Evidence(detector="test", rule="regel", score=score),),
        )
        for start, length, score in places
        if start < len(text)
    )
    register, complete = gather({"een": found}, {"een": (where,)}, (), VOCABULARY)
    names = [one for one in complete["een"] if one.kind == FindingKind.NAME]
    covered = {place for one in names for place in range(one.span.start, one.span.end)}
    for strong in (one for one in found if one.kind == FindingKind.NAME and one.score >= 0.6):
        assert set(range(strong.span.start, strong.span.end)) <= covered
    assert all(one.span.end <= len(text) and register.person_of(one.span) for one in names)


def test_complete_findings_are_stable() -> None:
    where, found = build(
        "een", [("Hanneke Vos", "en", 0.9), ("Mark", "zegt dat.", 0.9), ("Vos", "\n\n", 0.4)]
    )
    _, complete = gather({"een": found}, {"een": (where,)}, (), VOCABULARY)
    again = gather(complete, {"een": (where,)}, (), VOCABULARY)[1]
    assert [one.span for one in again["een"]] == [one.span for one in complete["een"]]


def test_a_large_dossier_takes_seconds() -> None:
    starts = "Tam Sij Roo Wie Hoe Vel Zan Bru Kal Mol".split()
    middles = "min bes dza rsm kst lin der ven ker dij".split()
    ends = "ga ma nd stra sen huis inga aard veld oer".split()
    surnames = ["".join(parts) for parts in itertools.product(starts, middles, ends)]
    listed = page("lijst", "\n\n".join(f"J. {surname}" for surname in surnames))
    prose = (
        "De commissie heeft het voorstel besproken en zal daarover in het voorjaar een besluit nemen. " * 25
    )
    pages = {f"{number:03}": (page(f"{number:03}", prose + surnames[number]),) for number in range(500)}
    found = {"lijst": tuple(finding(listed, f"J. {surname}") for surname in surnames)}
    register, complete = gather(found, {"lijst": (listed,), **pages}, (), VOCABULARY)
    assert len(register.persons) == 1000
    assert sum(len(complete[document]) for document in pages) == 500
