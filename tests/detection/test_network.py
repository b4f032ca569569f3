import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.network import LocationRecognizer, NetworkAddressRecognizer
from tests.detection.recognising import best_score, found_in

NETWORK = NetworkAddressRecognizer()
LOCATION = LocationRecognizer()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("vanaf IP-adres 84.27.193.55", "84.27.193.55"),
        ("(84.27.193.55)", "84.27.193.55"),
        ("IP 84.27.\n193.55", "84.27.\n193.55"),
        ("vanaf IP-adres 2a02:a44f:91c3:1::7e", "2a02:a44f:91c3:1::7e"),
        ("fe80:0:0:0:204:61ff:fe9d:f156.", "fe80:0:0:0:204:61ff:fe9d:f156"),
        ("MAC 00:1A:2B:3C:4D:5E", "00:1A:2B:3C:4D:5E"),
        ("00-1a-2b-3c-4d-5e", "00-1a-2b-3c-4d-5e"),
        ("IMEI 490154203237518", "490154203237518"),
        ("IMEI: 49-015420-323751-8", "49-015420-323751-8"),
        ("IMEI-nummer: 4901 5420 3237 518", "4901 5420 3237 518"),
        ("verbonden met ::ffff:192.0.2.128", "::ffff:192.0.2.128"),
        ("MAC-adres 001A.2B3C.4D5E", "001A.2B3C.4D5E"),
        ("mac: 001a2b3c4d5e", "001a2b3c4d5e"),
        ("IMSI 204080123456789", "204080123456789"),
        ("ICCID 8931 0800 0123 4567 890", "8931 0800 0123 4567 890"),
    ],
)
def test_network_addresses(text, value):
    assert found_in(NETWORK, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "versie 1.2.3.4",
        "artikel 3.1.2.1",
        "paragraaf 10.12.13.14",
        "1.2.3.4",
        "300.1.2.3",
        "070.340.60.00",
        "om 19:44:08 en 12:00:00",
        "artikel 16.03.11",
        "besluit: ja::nee",
        "partij 001a2b3c4d5e",
        "ordernummer 204080123456789",
        "nummer 490154203237519",
        "28-11-2020-12-30-15",
    ],
)
def test_no_network_addresses(text):
    assert found_in(NETWORK, text) == []


def test_an_imei_with_a_wrong_check_digit_is_asked():
    assert best_score(NETWORK, "IMEI 490154203237519") == 0.5


@given(st.ip_addresses(v=4).filter(lambda ip: sum(len(part) > 1 for part in str(ip).split(".")) > 1))
def test_every_ordinary_ipv4_address_is_found(address):
    assert found_in(NETWORK, f"vanaf {address} gedaan") == [str(address)]


@given(st.ip_addresses(v=6))
def test_every_written_out_ipv6_address_is_found(address):
    written = ipaddress.IPv6Address(address).exploded
    assert found_in(NETWORK, f"vanaf {written}, zei hij") == [written]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("52.09074, 5.12142", "52.09074, 5.12142"),
        ("op N 52.0907 E 5.1214 gezien", "N 52.0907 E 5.1214"),
        ("52°05'27\"N 5°07'17\"E", "52°05'27\"N 5°07'17\"E"),
        ("N52°05.450' E5°07.283'", "N52°05.450' E5°07.283'"),
        ("vlak bij ///klok.tafel.regen gezien", "///klok.tafel.regen"),
        ("vak 31UFT 47000 73000", "31UFT 47000 73000"),
        ("coördinaten 136.012 / 455.870", "coördinaten 136.012 / 455.870"),
        ("X: 136012 Y: 455870", "X: 136012 Y: 455870"),
        ("RD 136012, 455870", "RD 136012, 455870"),
    ],
)
def test_coordinates(text, value):
    assert found_in(LOCATION, text) == [value]


@pytest.mark.parametrize("text", ["1.150, 2.300", "€ 52,09 en € 5,12", "hoogte 52 graden", "0,81 en 0,92"])
def test_no_coordinates(text):
    assert found_in(LOCATION, text) == []


def test_an_address_named_as_such_scores_higher():
    assert best_score(NETWORK, "IP-adres 84.27.193.55") > best_score(NETWORK, "84.27.193.55")
