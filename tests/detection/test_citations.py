import pytest

from lakmoes.detection.citations import CaseLawParties, CitedAuthors
from tests.detection.recognising import found_in, hits_in


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Custers, B. & Halvorsen, J. (2018). Drones.", ["Custers, B.", "Halvorsen, J."]),
        ("Bakel, T. van & Ostrowski, L. (2016). Leiden.", ["Bakel, T. van", "Ostrowski, L."]),
        ("¹ B. Custers & J. Halvorsen, ‘Drones and order’, 2018", ["B. Custers", "J. Halvorsen"]),
        ("Volgens Haverkort en Lim (2020) halveert het.", ["Haverkort", "Lim"]),
        ("Van Sliedregt-Boon (2019) meent dat niet.", ["Van Sliedregt-Boon"]),
        ("Zie ook De Koning & Vos, Het Nederlandse weer (1998).", ["De Koning", "Vos"]),
        (
            "O. Kovalenko, M. Roggeveen en X. Zheng\n24 juni\n\nISBN 978 (1)",
            ["O. Kovalenko", "M. Roggeveen", "X. Zheng"],
        ),
        ("Stam (2019) vindt dit. ‘Later’ zegt Stam dat weer.", ["Stam"]),
        ("De raad stemde in (2019) met het plan.", []),
        ("J. Jansen, wonende te Goes (1961)", []),
    ],
)
def test_cited_authors(text: str, authors: list[str]) -> None:
    hits = hits_in(CitedAuthors(), text)
    assert found_in(CitedAuthors(), text) == authors
    assert all(hit.role == "auteur" for hit in hits)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("zie EHRM 2 september 2010 (Uzun/Duitsland)", ["Uzun"]),
        ("zie P.G. en J.H./Verenigd Koninkrijk", ["P.G. en J.H."]),
        ("In de zaak Van Straaten/Staat oordeelde de rechter", ["Van Straaten"]),
        ("Het arrest Gaskin heeft er niets mee te maken.", ["Gaskin"]),
        ("zie S. en Marper t. Verenigd Koninkrijk", ["S. en Marper"]),
        ("De zaak Jansen loopt nog.", []),
        ("Bram / Özlem vliegen", []),
    ],
)
def test_parties_in_rulings(text: str, parties: list[str]) -> None:
    hits = hits_in(CaseLawParties(), text)
    assert found_in(CaseLawParties(), text) == parties
    assert all(hit.role == "partij_in_rechtspraak" for hit in hits)


def test_a_preposition_before_a_given_name_is_no_author():
    text = "De zigeuners Doris en Bertus. Van Bertus (1949) staat vermeld dat hij is opgenomen."
    assert "auteur" not in {hit.role for hit in CitedAuthors().find(text)}
