import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.checks import eleven_test, mod_97
from lakmoes.detection.numbers import AccountRecognizer, BsnRecognizer, walk
from lakmoes.model import FindingKind
from tests.detection.recognising import best_score, found_in, hits_in

BSN = BsnRecognizer()
ACCOUNTS = AccountRecognizer()


@pytest.mark.parametrize(
    ("text", "value", "score"),
    [
        ("BSN 111222333", "111222333", 0.99),
        ("BSN: 1112.22.333.", "1112.22.333", 0.99),
        ("bsn 111 222 333 van", "111 222 333", 0.99),
        ("Burgerservicenummer (niet verplicht)\t111222333", "111222333", 0.99),
        ("Burgerservicenummer\n111222333", "111222333", 0.99),
        ("sofinummer 111222333", "111222333", 0.99),
        ("PGN 111222333", "111222333", 0.99),
        ("dossier AB-2020-17, BSN 111222333", "111222333", 0.99),
        ("BSN 1 1 1 2 2 2 3 3 3", "1 1 1 2 2 2 3 3 3", 0.95),
        ("BSN 11122\n2333", "11122\n2333", 0.95),
        ("BSN\t1\t1\t1\t2\t2\t2\t3\t3\t3", "1\t1\t1\t2\t2\t2\t3\t3\t3", 0.95),
        ("burgerservice-\nnummer 111222333", "111222333", 0.99),
        ("Zaak\tNaam\tBSN\n\n18155\tA. Prins\t111222333", "111222333", 0.99),
        ("BSN 10000008", "10000008", 0.95),
        ("BSN 111222334", "111222334", 0.5),
        ("zij gaf 111222333 op", "111222333", 0.5),
        ("laatste drie cijfers BSN 333", "333", 0.85),
        ("BSN eindigend op 2333", "2333", 0.85),
        ("BSN: xxxxxx333", "333", 0.85),
        ("BTW NL111222333B01", "111222333", 0.6),
    ],
)
def test_bsn(text, value, score):
    assert found_in(BSN, text) == [value]
    assert best_score(BSN, text) == score


@pytest.mark.parametrize(
    "text",
    [
        "kenmerk 111222333",
        "meldingsnummer 111222333",
        "factuur 111222333 van de firma",
        "Zaaknummer: 111222333",
        "MBM-2020-111222333",
        "SK-111222333",
        "€ 111.222.333",
        "111.222.333,50",
        "een bedrag van 111222334",
        "tel. 111222333",
        "BTW NL858871204B01",
        "1112223330",
        "u hebt uw burgerservicenummer nodig",
        "brief met BSN, kenmerk 111222333",
    ],
)
def test_no_bsn(text):
    assert found_in(BSN, text) == []


def test_the_outcome_of_the_eleven_test_is_told():
    assert [hit.checksum for hit in hits_in(BSN, "zij gaf 111222333 op")] == [True]
    assert {hit.checksum for hit in hits_in(BSN, "BSN 111222334")} == {False}


def next_bsn(number):
    return next(digits for n in range(number, number + 200) if eleven_test(digits := f"{n:09}"))


@given(st.integers(10_000_000, 799_999_000).map(next_bsn))
def test_every_labelled_bsn_is_found_in_every_notation(digits):
    notations = [
        digits,
        f"{digits[:3]} {digits[3:6]} {digits[6:]}",
        f"{digits[:4]}.{digits[4:6]}.{digits[6:]}",
    ]
    for notation in notations:
        assert found_in(BSN, f"BSN: {notation}, zei hij") == [notation]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("op NL91 ABNA 0417 1643 00 betaald", "NL91 ABNA 0417 1643 00"),
        ("nl91abna0417164300 en", "nl91abna0417164300"),
        ("NL91.ABNA.0417.1643.00", "NL91.ABNA.0417.1643.00"),
        ("NL91 ABNA 0417 1643\n00\tW. de Boer", "NL91 ABNA 0417 1643\n00"),
        ("B\tNL91 ABNA 0417 1643 00\t150,00", "NL91 ABNA 0417 1643 00"),
        (
            "IBAN\tN\tL\t9\t1\tA\tB\tN\tA\t0\t4\t1\t7\t1\t6\t4\t3\t0\t0",
            "N\tL\t9\t1\tA\tB\tN\tA\t0\t4\t1\t7\t1\t6\t4\t3\t0\t0",
        ),
        ("N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0", "N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0"),
        ("BE68 5390 0754 7034", "BE68 5390 0754 7034"),
        ("GB82 WEST 1234 5698 7654 32.", "GB82 WEST 1234 5698 7654 32"),
        ("DE89370400440532013000", "DE89370400440532013000"),
        ("NL91 ABNA O417 1643 OO", "NL91 ABNA O417 1643 OO"),
        ("NL92 ABNA 0417 1643 00", "NL92 ABNA 0417 1643 00"),
        ("BE69 5390 0754 7034 als rekening", None),
        ("rekening BE69 5390 0754 7034", "BE69 5390 0754 7034"),
        ("giro 1234567", "1234567"),
        ("rekeningnummer: 41.71.64.300", "41.71.64.300"),
        ("kaart 4111 1111 1111 1111", "4111 1111 1111 1111"),
    ],
)
def test_accounts(text, value):
    assert found_in(ACCOUNTS, text, FindingKind.IBAN) == ([value] if value else [])


@pytest.mark.parametrize(
    "text",
    [
        "uw rekeningnummer, zoals NL00 BANK 0123 4567 89",
        "er is 10 keer gebeld en er zijn 20 mensen geweest op 3 plaatsen",
        "de 20 toestellen en de 30 mensen van 1 januari 2020",
        "betalingskenmerk 7 1120 7456 6800\n0040",
        "4111 1111 1111 1112",
        "ISBN 978 90 1234 567 8",
        "NL91ABNA04171643001",
    ],
)
def test_no_accounts(text):
    assert found_in(ACCOUNTS, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2020-1\tBelastingdienst\tinvoerrechten\tNL91 ABNA 0417 1643 00",
        "over te maken op NL91 ABNA 0417 1643 00 t.n.v. Gemeente Voorbeeld.",
    ],
)
def test_the_account_of_a_public_body_stays(text):
    assert found_in(ACCOUNTS, text, FindingKind.GENERAL_CONTACT) == ["NL91 ABNA 0417 1643 00"]
    assert found_in(ACCOUNTS, text, FindingKind.IBAN) == []


def test_the_account_of_an_official_is_personal_beside_a_public_body():
    text = "J. Prins (gemeente Voorbeeld)\tNL91 ABNA 0417 1643 00"
    assert found_in(ACCOUNTS, text, FindingKind.IBAN) == ["NL91 ABNA 0417 1643 00"]


@given(st.text("0123456789", min_size=10, max_size=10), st.sampled_from(["ABNA", "INGB", "RABO", "TRIO"]))
def test_every_valid_iban_is_found(number, bank):
    check = next(c for c in range(2, 99) if mod_97(f"NL{c:02}{bank}{number}"))
    account = f"NL{check:02} {bank} {number[:4]} {number[4:8]} {number[8:]}"
    assert found_in(ACCOUNTS, f"rekening {account} ten name van") == [account]


def test_walking_stops_at_a_gap():
    assert walk("NL91  ABNA", 0, 8) == (5, "NL91")
    assert walk("AB12C", 0, 4) == (4, "")
