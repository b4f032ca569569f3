import pytest

from lakmoes.detection.comments import CommentAuthors, FileNames
from lakmoes.detection.scores import ASKED
from tests.detection.naming import found_words

COMMENTS = (CommentAuthors(),)
FILES = (FileNames(),)


@pytest.mark.parametrize(
    "text",
    [
        "tekst.\tMet opmerkingen [[[TK]]1]: draai de volgorde om",
        "Met opmerkingen [[[Karaca, Ö.]]3]: buiten?",
        "Met opmerkingen [[[IvR]]6]: knap",
        "Met opmerkingen [[[J.S.]]4]: letterlijk",
        "Met opmerkingen [[[Postma, Ype]]14]: 28 dagen",
        "Commented [[[MK]]12R11]: please check",
        "[opm. [[Youssef]]: te stellig]",
        "[opm. [[lot vdh]]: laat maar weg]",
        "[noot [[PB]]: niet zeggen]",
        "Reactie [[E. Terlouw]]: akkoord.",
        "dia 8 | aantekening [[TK]]: niet laten zien",
        "[verwijderd resp. ingevoegd door [[Kuiper, Teun]], 9-10-2020]",
        "Laatst opgeslagen door: [[Sijbesma, J.]] op 12-10-2020",
        "Geëxporteerd door [[Teun Kuiper]].",
        "Laatste wijziging [[pbakker]] 13-01-2021",
        "Planning bijgewerkt door [[HvB]], 4 januari",
        "Antwoord op vraag 1: ja",
        "Wet tot wijziging van de Ziektewet",
        "opgesteld in de Engelse taal",
        "Toelichting: zie bijlage",
    ],
)
def test_authors_of_remarks_and_changes(text: str) -> None:
    assert found_words(text.replace("[[[", "[\0[[").replace("\0", ""), COMMENTS) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "bevel_concept_[[terBraak]].pdf",
        "HK_drones_opm_[[jikke]].docx",
        "inventaris_[[Rishi]]_def2.xlsx",
        "vergelijk_[[basroos]]_v4.xlsx",
        "NDA_signed_[[KHolm]].pdf",
        "cv_[[wijngaarde]]_def.pdf",
        "cv_[[HULYA]]_[[CETINKAYA]].docx",
        "klacht_[[deruyter]].pdf",
        "dagrooster wk 37.xlsx",
        "planning jan-feb.pdf",
        "offerte_2021-007.pdf",
        "datasheet_filter.pdf",
    ],
)
def test_names_in_file_names(text: str) -> None:
    assert found_words(text, FILES) == ([], [])


def test_a_body_in_the_brackets_of_a_comment_is_asked():
    scores = {
        text: max(hit.score for hit in CommentAuthors().find(f"Met opmerkingen [{text}2]: zie verslag"))
        for text in ("AIVD", "Korps, afd. GTPA", "IvR", "AH", "Karaca, Ö.")
    }
    assert scores["AIVD"] == scores["Korps, afd. GTPA"] == ASKED
    assert min(scores[name] for name in ("IvR", "AH", "Karaca, Ö.")) > 0.8
