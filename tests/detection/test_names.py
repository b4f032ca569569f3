import inspect
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.names import NAME_RECOGNIZERS, InitialNames, ListNames, TitledNames
from lakmoes.model import FindingKind
from tests.detection.naming import ALL, found_words, likely_hits, roles_in


@pytest.mark.parametrize(
    "text",
    [
        # forms of address and titles; the address stays, an academic title goes with the name
        "Mevrouw [[Dijkema-Boer]] vraagt en de heer [[De Ruyter]] antwoordt.",
        "Dhr [[de vries]] en mw [[bouzid]] waren te laat, mr. X is er niet.",
        "Het verzoek van [[mr. A. ter Braak]] en [[prof. dr. H. Oomen]].",
        "Volgens mevrouw [[dr. E.B.M. van Haersma de With-Opoku]] niet.",
        "Let the Ambassador (H.E. Mr. [[van Wassenaer-Kaya]]) call.",
        "Bezwaar van de familie [[Kramer]] uit Goes.",
        # functions and relations
        "Projectleider [[Oldenburger]] sprak met kolonel [[Stam]] en getuige [[Van Essen]].",
        "Mijn vrouw [[Mei]], mijn zoontje [[Fedde]] en buurvrouw [[Hatice Demirci]] slapen slecht.",
        "Het gaat om ene [[Ricardo]] ([[R. Felicia]]?).",
        "De advocaat van verdachte [[R.B.]] was er niet.",
        # initials
        "Gezien door [[J.A. de Vries]], [[A. el Ouazzani]] en [[Th. Vermeulen]].",
        "De lijst van [[Bakker, P.]] en [[Vries, A. de]] klopt.",
        "Namens [[JA de Vries]] en [[M v Dijk]] stuur ik dit.",
        "[[J.v.d. Berg]] leest mee en [[A. W-D]] tekent.",
        # given name and surname
        "Wij spraken [[Joost Leeuwerik]], [[Nguyễn Thị Hồng]] en [[Bartłomiej Nowak]].",
        "Gehoord zijn [[Bilal el Hamdaoui]], [[Thandiwe Mkhabela]] en [[Oleksandr Bondarenko]].",
        "Wij, verbalisanten, [[Bram VISSER]], brigadier, en [[Daniël]]\n[[Wilhelmus ROODZAND]], hoofdagent.",
        "Gebeld met [[Tau Mkhabela]] over de levering.",
        "Die mail kwam van [[jikke sijbesma]] van de politie.",
        "Wie is [[Lot van den Heuvel]] of [[Mark Winter]]?",
        # given name alone
        "Ik heb [[Sjoerd]] en [[Gülşen]] gebeld.",
        "Ik heb [[Mark]] en [[Roos]] gevraagd. Volgens [[Roos]] kan het. [[Mark]] neemt dat mee.",
        "[[Roos]], kun jij meelezen? [[Tariq]], wil jij dat doen?",
        "Stuur het aan [[Bas R.]] en [[Ingeborg K-N]].",
        # surname alone
        "[[Kuiper]] waarschuwt dat. Volgens [[Haverkort]] klopt het.",
        "[[Van den Heuvel]] wil meelezen en [[De Wolf]] vertelt iets.",
        "Besproken met DCOM ([[Koning]]) en DWJZ ([[Benali]]).",
        "[[Pietersen]] (OM) en [[Van Velzen]] (gemeente) stemmen af.",
        "[[Winter]] zegt toe dat er een brief komt.",
        "Overdracht van [[Blok]] en [[Demirtaş]].",
    ],
)
def test_names_in_running_text_are_found_whole(text: str) -> None:
    assert found_words(text) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        # streets, rooms, buildings, ships
        "Kom naar Hoofdstraat 54, de Johan van Oldenbarneveltlaan 40 of Prof. Lorentzlaan 12.",
        "De vergadering is in zaal Gerrit van der Veen of zaal Thorbecke.",
        "Het schip Willem van Oranje ligt bij verpleeghuis De Bentheimer Hof.",
        # firms and bodies
        "Van Leeuwen Advocaten B.V. en Bakker Koeriers leveren aan Visser Vastgoed.",
        "Wij kochten bij apotheek De Koning, Foto Koning, bakker De Roos en firma Mol & Zonen.",
        "Huisartsenpraktijk Bakker & Vos en pizzeria Bella Napoli zijn dicht.",
        "Albert Heijn en Philips doen mee, het Anne Frank Huis niet.",
        "De volkstuinvereniging heet ‘De Bonte Vos’.",
        "Van Zuylen is een maatschap van vennootschappen.",
        # laws, commissions, reports
        "Zie het rapport van de commissie-Dannenberg en de wet-Koopmans.",
        # places
        "Postbus 20301, 2500 EH Den Haag, en in Bergen op Zoom of Hoogeveen.",
        "De eenheden Noord-Nederland en Zeeland-West-Brabant doen mee.",
        # words
        "De koning is in Zeeland. Blok 3 van de planning is leeg. De winter komt eraan.",
        "Het Frans is moeilijk. In mei is het 3 Mei. Kent u het bericht? Mark per mail uw keus.",
        "A. Spreektekst bij interruptie\n\nB. Vragen en antwoorden\n\nVorm B. Er was één incident.",
        "De directeur van Klimavento en het hoofd van de Dienst Inkoop tekenen.",
        "De Minister van Justitie en Veiligheid en de Staten-Generaal zijn akkoord.",
        "Getekend door ICT en OM; het Parket-Generaal weet ervan.",
        "Toelichting: zie bijlage. Doel: minder files. Let op: voorlopig.",
        "Artikel 3 van de Wet politiegegevens en de EU-regels gelden in 09Wulp.",
    ],
)
def test_what_is_no_person_stays(text: str) -> None:
    assert found_words(text) == ([], [])


def test_a_doubtful_surname_is_yielded_weak_for_the_register_to_confirm() -> None:
    text = "Het gesprek met Koning over de planning liep uit."
    assert [hit.score for hit in ListNames().find(text)] == [0.38]


@pytest.mark.parametrize(
    ("recognizer", "text", "rule"),
    [
        (TitledNames(), "Volgens mr. Sijbesma wel.", "titel of aanspreekvorm voor naam"),
        (TitledNames(), "Volgens projectleider Jansen wel.", "functie of relatie voor naam"),
        (InitialNames(), "Volgens J. Sijbesma wel.", "voorletters met achternaam"),
        (ListNames(), "Volgens Jikke Sijbesma wel.", "voornaam met achternaam"),
        (ListNames(), "Volgens Jikke wel.", "voornaam"),
        (ListNames(), "Volgens Sijbesma wel.", "achternaam"),
    ],
)
def test_the_rule_says_in_dutch_why(recognizer: ListNames, text: str, rule: str) -> None:
    (hit,) = recognizer.find(text)
    assert (hit.rule, hit.kind) == (rule, FindingKind.NAME)
    assert hit.context


def test_recognizers_are_made_without_arguments_and_named_apart() -> None:
    assert len({recognizer.name for recognizer in ALL}) == len(NAME_RECOGNIZERS)
    assert not any(inspect.isabstract(recognizer) for recognizer in NAME_RECOGNIZERS)
    kinds = {kind for recognizer in NAME_RECOGNIZERS for kind in recognizer.kinds}
    assert kinds == {FindingKind.NAME, FindingKind.SIGNATURE}


def test_presidio_gets_the_same_hits() -> None:
    (result,) = ListNames().analyze("Vraag het Sjoerd maar.", [])
    assert (result.entity_type, result.start, result.end) == ("name", 10, 16)


WORDS = (
    "Jan de Vries Sjoerd T . , ; : ( ) [ ] - – / & mr. J.A. van Aan: CC: Van: 12:03 22-01-2021 Groet Beste "
    "Met opmerkingen AH1 Paraaf Naam Wie minister commissie zaal < > @ x@y.nl a_b.pdf 3 ‘ ’"
)
PIECES = [*WORDS.split(), "\n", "\t", "\n\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_any_text_gives_hits_within_it_and_twice_the_same(text: str) -> None:
    first = [(hit.start, hit.end, hit.score) for recognizer in ALL for hit in recognizer.find(text)]
    again = [(hit.start, hit.end, hit.score) for recognizer in ALL for hit in recognizer.find(text)]
    assert first == again
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end, _ in first)


@pytest.mark.parametrize(
    "piece",
    [
        "Aaa Bbb ",
        "A. ",
        "A.",
        "a-",
        "a@",
        "_",
        ".",
        "Jan: ",
        "Jan\t",
        "Jan\n",
        "Bakker, A. & ",
        "Van De ",
        "x; ",
    ],
)
def test_long_nonsense_does_not_take_long(piece: str) -> None:
    text = piece * (12_000 // len(piece))
    start = time.process_time()
    for recognizer in ALL:
        list(recognizer.find(text))
    assert time.process_time() - start < 5


def test_roles_are_given_by_any_recognizer() -> None:
    assert roles_in("Kamerlid Agnes Hollander belde.") == {"Agnes Hollander": "kamerlid"}


def test_a_name_with_a_public_role_is_marked_as_such() -> None:
    assert likely_hits("Wethouder Van Zandbergen heeft geholpen.") == []
