import pytest

from lakmoes.detection.fields import LabelledNames, Signatures, TelephoneOwners
from lakmoes.model import FindingKind
from tests.detection.naming import found_words
from tests.detection.recognising import found_in

FIELDS = (LabelledNames(),)


@pytest.mark.parametrize(
    "text",
    [
        "Contactpersoon\t[[W. Bakker-Schut]]\n\nTelefoon\t030 291 11 11",
        "Contactpersoon\n[[mr. H.M. Vos]]\nsenior beleidsmedewerker",
        "Aanwezig:\t[[Wietske Dijkstra-Poelsma]], [[Teun Kuiper]] (politie); [[Annelotte ter Braak]],\n"
        "[[Piet-Jan Geurts]] (OM); [[L. Chen]]\n(gemeente Merwedrecht)\n\nAfwezig [[Ype Postma]]",
        "Leden: VWS – directeur [[M. Kuipers-Achahbar]]; BZ – [[S. van Heemstra-Oduya]]. "
        "Secretaris: [[F. Wiarda]].",
        "Deelnemers: de heren [[KUIPER]] en [[POSTMA]]; de dames [[TER BRAAK]] en [[VOS]]. "
        "Notulen: [[A. WÓJCIK]].",
        "Deelnemers: [[Marleen]], [[Ahmed]], [[Renske B.]], [[Koen de G.]]",
        "Aanwezig: [[GAB]], [[WDP]], [[MKA]].",
        "Behandeld door\t[[drs. F. Öner]]",
        "Behandeld door: [[Wei Lin]] (06-3355 0178)",
        "Verspreiding: [[wietske]], [[sjoerd]], [[tjitske w]]",
        "t.a.v. de heer [[B. Roos]]",
        "Ten name van\t[[F Z Bouzambou]] eo",
        "Achternaam\t[[Bouzambou]]\n\nVoorletters / roepnaam\t[[F.Z.]] / [[Fatima Zahra]]",
        "Naam zorgvrager\t[[Ilyas]]",
        "Opgesteld door: [[Rianne]] en [[Dirk-Jan]]",
        "Aanwezig: vier bewoners en twee ambtenaren",
        "Inlichtingen bij de afdeling Inkoop",
        "Deelnemers: geen",
    ],
)
def test_fields_for_persons_are_read(text: str) -> None:
    assert found_words(text, FIELDS) == ([], [])


@pytest.mark.parametrize(
    ("text", "signatures"),
    [
        ("Paraaf projectleider: WDP Paraaf hoofd operaties: TK", ["WDP", "TK"]),
        ("Paraaf directeur\tMKA", ["MKA"]),
        ("w.g. H.A. de Lange", ["H.A. de Lange"]),
        ("Zet een paraaf onder elke bladzijde.", []),
    ],
)
def test_signatures_are_a_kind_of_their_own(text: str, signatures: list[str]) -> None:
    assert found_in(Signatures(), text, FindingKind.SIGNATURE) == signatures


@pytest.mark.parametrize(
    "text",
    [
        "De krant ([[Arjen Vissers]], 06-1920 4488) stelt vragen.",
        "Beheerder hal 1, [[Tau Mkhabela]]\t06 3207 1155",
        "Recherche, [[Naomi de Bruin]]\t+31 6 1390 7748",
        "Woonzorg Flevo 036-544 18 03",
        "Pizzeria Bella Napoli 06-1234 5678",
        "Meldkamer\t06 1234 5678",
    ],
)
def test_who_owns_a_mobile_number(text: str) -> None:
    assert found_words(text, (TelephoneOwners(),)) == ([], [])
