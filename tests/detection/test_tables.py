import pytest

from lakmoes.detection.scores import ASKED
from lakmoes.detection.tables import NameColumns
from lakmoes.model import FindingKind
from tests.detection.naming import found_words
from tests.detection.recognising import found_in

COLUMNS = (NameColumns(),)


@pytest.mark.parametrize(
    "text",
    [
        "Nr.\tActie\tWie\tGereed\n\n6\tVersie 0.8\t[[Sijbesma]]\t13 mei\n\n8\tMast\t[[Mo]]\t9 mei",
        "Naam\tFunctie\n\n[[Visser, B.]]\tvlieger\n\n[[Van den Brink, M.]]\tadviseur",
        "Naam\tFunctie\n\n[[O'Brien, Sinéad]]\tconsultant",
        # a number that runs into the name
        "Zaak\tNaam\tBedrag\n\n1815512 [[de Jong]]\t77,80\n\n1815523 [[Haddou Ou Moussa, A.]]\t310,00",
        # several in a cell
        "Plaats\tVlieger / operator\tStatus\n\nAssen\t[[Danny]] / [[Özlem]]\tklaar\n\n"
        "Breda\t[[Karaca]], [[Tjitske W.]]\tklaar",
        # small letters
        "Vraag\tVan\tAntwoord\n\nWaarom?\t[[tariq]]\tdaarom\n\nWie?\t[[Jerrel]]\tja",
        # tight rows
        "Naam\tOrganisatie\tTelefoon\n1 [[Aydoğan-Bos, G.]]\tVWS\t06 2918\n2 [[CHAN Ka-Yee]]\tZorg\t06 1330",
        "Actie\tActiehouder\tGereed\nKaart\t[[Marieke]]\tmei\nMast\t[[Hamza]] / [[Els]]\tjuni",
        # what ends a table
        "Naam\tFunctie\n\n[[Visser, B.]]\tvlieger\n\n"
        "Dit is een gewone alinea met meer dan twaalf woorden erin en niets over iemand.\n\nRoos\tbloem",
        # no persons
        "Vorm\tGrondslag\tBeslist\n\nA\tPolitiewet\tburgemeester\n\nB\tGemeentewet\traad",
        "Naam\tNummer\n\nMeldkamer\t0900 1234\n\nallen\tn.v.t.",
        "Advies opsteller\tOordeel\n\nKlaver\tgoed",
    ],
)
def test_columns_for_persons_are_read(text: str) -> None:
    assert found_words(text, COLUMNS) == ([], [])


def test_a_column_for_initials_gives_signatures() -> None:
    text = "Functie\tNaam\tParaaf\n\nJurist\tD. Blok, 06 5288 1036\tDB 14/1\n\nHoofd\tL. van den Heuvel\trk"
    assert found_in(NameColumns(), text, FindingKind.SIGNATURE) == ["DB", "rk"]


@pytest.mark.parametrize(
    ("row", "signature"),
    [
        ("1\tBakker, P.\tVWS\t06 1553 8824\tp.bakker@minvws.nl\tPB", ["PB"]),
        ("9\tGomes, I.\tZorg\t010-7709 412\ti.gomes@zorg.example\tigt", ["igt"]),
        ("11\tHoen, L.\tVWS\t06 5890 3316\tl.hoen@minvws.nl\tL", ["L"]),
        ("12\tStam, F.\tRIVM\t06 5890 3317\tfs\tf.stam@rivm.nl", ["fs"]),
        ("13\tWolf, J. de\tRIVM\t06 5890 3318\tj.wolf@rivm.nl", []),
        ("14\tBlok, D.\tCOA\t06 5890 3319\td.blok@coa.nl\tgeen", []),
    ],
)
def test_the_last_column_is_for_signatures_also_of_numbered_rows(row: str, signature: list[str]) -> None:
    text = f"Naam\tOrganisatie\tTelefoon\tE-mail\tParaaf\n\n{row}"
    assert found_in(NameColumns(), text, FindingKind.SIGNATURE) == signature


def test_a_word_behind_a_name_in_its_column_may_be_a_nickname_and_is_asked() -> None:
    text = "Locatie\tInspecteurs\tSignaal\n\nHet Anker\tJ. Metselaar,\nboontje\tkeuken"
    scores = {text[hit.start : hit.end]: hit.score for hit in NameColumns().find(text)}
    assert scores["boontje"] == ASKED
