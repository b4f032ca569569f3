import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.contact import EmailRecognizer, is_general_mailbox, is_public_body
from lakmoes.model import FindingKind
from tests.detection.recognising import found_in

EMAIL = EmailRecognizer()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a.prins@minvws.nl | www.minvws.nl", "a.prins"),
        ("Prins, A. <a.prins@politie.nl>;", "a.prins"),
        ("[mailto:a.ter.horst@om.nl]", "a.ter.horst"),
        ("gülşen.çelik@rotterdam.nl", "gülşen.çelik"),
        ("o'hara@minfin.nl", "o'hara"),
        ("jan1957@provider.example.", "jan1957@provider.example"),
        ("mail naar a@firma.co.uk, of bel", "a@firma.co.uk"),
        ("a.prins@\nminvws.nl", "a.prins"),
        ("zie anna.\nprins@politie.nl", "anna.\nprins"),
        ("\tanneke.prin\nsen@politie.nl", "anneke.prin\nsen"),
        ("a.prins@politie.\nnl", "a.prins"),
        ("post@vanderburg\nadvocaten.example", None),
        ("anna@vanderburg\nadvocaten.example", "anna@vanderburg\nadvocaten.example"),
        ("anna [at] minvws.nl", "anna"),
        ("anna＠minvws.nl", "anna"),
        (
            "mail naar anna punt prins apenstaartje post punt nl graag",
            "anna punt prins apenstaartje post punt nl",
        ),
        ("anna(at)minvws.nl", "anna"),
        ("anna.prins @minvws.nl", "anna.prins"),
        ("/o=ExchangeLabs/cn=Recipients/cn=aprins1", "aprins1"),
        ("b.prins@met.police.uk", "b.prins"),
    ],
)
def test_personal_addresses(text, value):
    assert found_in(EMAIL, text, FindingKind.EMAIL) == ([value] if value else [])


@pytest.mark.parametrize(
    "text",
    [
        "Dat doet hij.\na.prins@politie.nl",
        "Volgens mij\na.prins@politie.nl",
        "mail a.prins@politie.nl.\nVerder is er niets",
    ],
)
def test_the_words_around_an_address_are_not_taken_along(text):
    assert found_in(EMAIL, text) == ["a.prins"]


@pytest.mark.parametrize(
    "text", ["www.minvws.nl", "@minvws", "a@b", "12 @ 3,50 euro", "naam@", "politie.nl/bodycam"]
)
def test_no_addresses(text):
    assert found_in(EMAIL, text) == []


@pytest.mark.parametrize(
    "local",
    [
        "info",
        "Info",
        "woo-verzoeken",
        "inkoop.le",
        "pers.landelijkeeenheid",
        "dienstpostbusinkooppwz",
        "pwz-allen",
        "hrloket",
        "secretariaat.icz",
        "evenementen",
        "storing",
        "no-reply",
        "drones",
        "ANK-EA",
        "projectbureau-windpark",
        "klantcontactcentrum",
        "bezwaar2020",
    ],
)
def test_general_mailboxes(local):
    assert is_general_mailbox(local)
    assert found_in(EMAIL, f"mail {local}@minvws.nl", FindingKind.GENERAL_CONTACT) == [f"{local}@minvws.nl"]


@pytest.mark.parametrize(
    "local",
    [
        "a.prins",
        "anna",
        "bakker",
        "de.wolf",
        "kychan",
        "jdevries",
        "bhv-zonneveld",
        "secretariaat.vandenberg",
        "inkoop.bas",
        "info.anna",
        "hjdejong1957",
        "JDV",
        "roos",
        "visser",
    ],
)
def test_mailboxes_of_persons(local):
    assert not is_general_mailbox(local)


@pytest.mark.parametrize(
    ("domain", "public"),
    [
        ("minvws.nl", True),
        ("politie.nl", True),
        ("om.nl", True),
        ("mail.rijksoverheid.nl", True),
        ("gemeentevoorbeeld.nl", True),
        ("rotterdam.nl", True),
        ("s-hertogenbosch.nl", True),
        ("ggdvoorbeeld.nl", True),
        ("bka.bund.de", True),
        ("state.gov", True),
        ("ec.europa.eu", True),
        ("provider.nl", False),
        ("politie.provider.nl", False),
        ("firma-om.nl", False),
        ("hotmail.com", False),
    ],
)
def test_public_bodies(domain, public):
    assert is_public_body(domain) is public


letters = st.text(st.sampled_from("abcdeéğşüz"), min_size=2, max_size=8)


@given(letters, letters)
def test_the_local_part_is_always_found_whole(first, last):
    local = f"{first}.{last}"
    if not is_general_mailbox(local):
        assert found_in(EMAIL, f"(mail: {local}@politie.nl)") == [local]
