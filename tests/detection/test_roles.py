import pytest

from tests.detection.naming import roles_in


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Minister Hazelhoff sprak.", "Hazelhoff", "minister"),
        ("De minister van VWS, drs. M. Ruiten, sprak.", "drs. M. Ruiten", "minister"),
        ("TER BESLISSING aan de minister voor Langdurige Zorg, mevrouw Van Rossem", "Van Rossem", "minister"),
        ("De Minister van Justitie en Veiligheid,\n\nF. Hazelhoff", "F. Hazelhoff", "minister"),
        ("Minister\tF. Hazelhoff", "F. Hazelhoff", "minister"),
        ("Staatssecretaris Verweij-Sloot komt.", "Verweij-Sloot", "staatssecretaris"),
        ("Kamerlid Agnes Hollander vraagt.", "Agnes Hollander", "kamerlid"),
        ("In het debat vroeg het lid Boukhari om een brief.", "Boukhari", "kamerlid"),
        ("R. Tielemans\tKamerlid\tzoekt het incident", "R. Tielemans", "kamerlid"),
        ("Raadslid T. Kuijt (Lokaal Belang) belde.", "T. Kuijt", "raadslid"),
        ("Burgemeester Nienhuis kwam.", "Nienhuis", "burgemeester"),
        ("CC: Koning, R.; Nienhuis, burgemeester", "Nienhuis", "burgemeester"),
        ("Vraag het wethouder Van Zandbergen.", "Van Zandbergen", "wethouder"),
        ("Commissaris van de Koning A. Brok-Jansen belde.", "A. Brok-Jansen", "commissaris_van_de_koning"),
        ("Gedeputeerde Van Gurp sloot aan.", "Van Gurp", "gedeputeerde"),
        ("De procureur-\ngeneraal mr. B. Loeff is er.", "mr. B. Loeff", "procureur_generaal"),
        ("Kopie aan hoofdofficier mr. T.W. Stavenuiter.", "mr. T.W. Stavenuiter", "hoofdofficier"),
        ("Korpschef H.P. Overdiep tekent.", "H.P. Overdiep", "korpschef"),
        ("directeur-generaal dr. C. Broekhuizen", "dr. C. Broekhuizen", "directeur_generaal"),
        ("Aan: SG Terwindt, DG Broekhuizen", "Terwindt", "secretaris_generaal"),
        ("de directeur-generaal Politie en Veiligheid, drs. M. Ruit", "drs. M. Ruit", "directeur_generaal"),
        ("Inspecteur-generaal mr. C. Heijmans tekent.", "mr. C. Heijmans", "inspecteur_generaal"),
        ("Vraag het Inge Kerssemakers (woordvoerder gemeente).", "Inge Kerssemakers", "woordvoerder"),
        ("Van: Dekkers, Sanne (persvoorlichter Landelijke Eenheid)", "Dekkers, Sanne", "woordvoerder"),
        ("Sanne Dekkers\nPersvoorlichter politie", "Sanne Dekkers", "woordvoerder"),
    ],
)
def test_a_public_role_beside_a_name_is_seen(text: str, name: str, role: str) -> None:
    assert roles_in(text)[name] == role


@pytest.mark.parametrize(
    "text",
    [
        "de minister voor Langdurige Zorg,\nnamens deze,\nde directeur Zorgkantoren,\n\ndrs. H. Sewdien",
        "namens burgemeester en wethouders van Vlietmond,\n\ndrs. H. Sewdien\ngemeentesecretaris",
        "namens de staatssecretaris van Financiën,\nplv. directeur Toezicht\n\nw.g.\ndrs. H. Sewdien",
    ],
)
def test_a_director_who_signs_for_a_body_has_a_mandate(text: str) -> None:
    assert {name.removeprefix("drs. "): role for name, role in roles_in(text).items()}[
        "H. Sewdien"
    ] == "mandaat"


@pytest.mark.parametrize(
    "text",
    [
        # heads of units and senders of mail do not act in public
        "de minister voor Zorg,\nnamens deze,\nhet hoofd Uitvoering Tegemoetkomingen,\n\nH. Sewdien",
        "namens deze,\n\nH. Sewdien\nmedewerker vergunningen",
        "Dank namens het college.\n\nGroet,\nH. Sewdien\ndirecteur Wonen",
        "Namens burgemeester en wethouders van Vlietmond\n\nW. Sewdien, jurist",
    ],
)
def test_others_who_sign_have_none(text: str) -> None:
    assert roles_in(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "De vragen van de leden Van Raalte en Kerkstra zijn beantwoord.",
        "De Kamerleden Hollander en Tielemans dienden een motie in.",
    ],
)
def test_a_role_in_the_plural_holds_for_the_whole_enumeration(text: str) -> None:
    assert set(roles_in(text).values()) == {"kamerlid"}
    assert len(roles_in(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        # the role is another's
        "directeur-generaal dr. C. Broekhuizen,\nM. Kuipers-Achahbar",
        "Leden: DG dr. C. Broekhuizen, M. Kuipers-Achahbar; BZ – S. Oduya",
        "Persbericht met Sanne Dekkers, woordvoerder\tL. Chen\t11 november",
        "Link komt van het bureau SG\nMarjolein Vos belt.",
        "Aan de minister van VWS gaat een brief. J. Jansen schreef die.",
    ],
)
def test_a_role_is_not_passed_on(text: str) -> None:
    others = {"M. Kuipers-Achahbar", "S. Oduya", "L. Chen", "Marjolein Vos", "J. Jansen"}
    assert not others & set(roles_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "officier van justitie mr. A. ter Braak",
        "hulpofficier W. Hiemstra",
        "advocaat mr. Pechtold-Amrani",
        "het hoofd communicatie, R. Koning",
        "kolonel P.F. Stam",
        "minister akkoord met B. Ik bel Jansen",
    ],
)
def test_officials_who_do_not_act_in_public_have_none(text: str) -> None:
    assert roles_in(text) == {}
