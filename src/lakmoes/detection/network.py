r"""Addresses of devices and places: IP, MAC, IMEI and coordinates.

In: the text of a page. Out: hits. Numbers of chapters and versions look like IP addresses, times like IPv6:
what the format cannot settle, a word nearby must.
"""

import ipaddress
import re
from collections.abc import Iterator

from lakmoes.detection.checks import luhn
from lakmoes.detection.nearby import Layout, layout_of
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind

IMEI_BODIES = ("01", "35", "86", "99", "49")
"""First digits of IMEI numbers: the bodies that give out nearly all of them."""


class NetworkAddressRecognizer(Recognizer):
    """IP and MAC addresses, and IMEI numbers of telephones.

    Legal basis: privacy, Wob 10.2.e, Woo 5.1.2.e; also a dynamic IP address is personal data (CJEU 19 October
    2016, C-582/14, Breyer). Format: IPv4 RFC 791 (four numbers to 255, no leading noughts), IPv6 RFC 4291,
    MAC IEEE 802 (six octets), IMEI 3GPP TS 23.003 (fifteen digits, Luhn; ``checks.luhn``).

    ==========================================  =====================================
    text                                        outcome
    ==========================================  =====================================
    ``IP-adres 84.27.193.55``                   0.95
    ``84.27.193.55`` alone                      0.8
    ``2a02:a44f:91c3:1::7e``                    0.95
    ``::ffff:192.0.2.128``                      0.95
    ``00:1A:2B:3C:4D:5E``                       0.95
    ``MAC 001A.2B3C.4D5E``                      0.9, a word names it
    ``IMSI 204080123456789``, ``ICCID 8931 …``  0.9, a word names it
    ``IMEI 490154203237518``                    0.95, Luhn agrees; with a wrong digit asked
    ``versie 1.2.3.4``, ``artikel 3.1.2.1``     nothing
    ``19:44:08``, ``12:00:00``                  nothing, times
    ==========================================  =====================================
    """

    kinds = (FindingKind.NETWORK_ADDRESS,)

    IPV4 = re.compile(r"(?<![\w.,-])\d{1,3}(?:\.\n?\d{1,3}){3}(?![\w]|[.,-]\d)")
    IPV6 = re.compile(
        r"(?<![\w:.])(?=[0-9A-Fa-f:]*:[0-9A-Fa-f]*:)(?=[a-fA-F:]*(?:\d|(?::[0-9A-Fa-f]+){7}))"
        r"[0-9A-Fa-f:]{6,39}(?![\w:])(?!\.\d)|"
        r"(?<![\w:.])[0-9A-Fa-f:]{2,30}:\d{1,3}(?:\.\d{1,3}){3}(?![\w:]|\.\d)"
    )
    HEX = re.compile(
        r"(?<![\w.:-])(?:[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}|[0-9A-Fa-f]{12})(?![\w:-]|\.\d)"
    )
    """A MAC address in three groups or in one: only where a word names it."""
    MAC_LABEL = re.compile(r"\bmac\b|\bwifi-adres|hardware ?adres|\bmac-?adres|\bbssid")
    SIM = re.compile(r"(?<![\w.,-])\d(?:[ -]?\d){14,19}(?![\w]|[.,-]\d)")
    IMEI_LABEL = re.compile(r"\bimei(?:sv)?\b")
    SIM_LABEL = re.compile(r"\bimsi\b|\biccid\b|\bsim(?:kaart)?[- ]?n(?:umme)?r")
    MAC = re.compile(r"(?<![\w:-])[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w:-])")
    IMEI = re.compile(
        r"(?<![\w.,-])(?:\d{15}|\d{2}[ -]\d{6}[ -]\d{6}[ -]\d|\d{4} \d{4} \d{4} \d{3})(?![\w]|[.,-]\d)"
    )
    NAMED = re.compile(
        r"\bip(?:v[46])?(?:[- ]?(?:adres|address|nummer))?\b|\bhost|\bserver|\binlog|\blogin|vanaf"
    )
    CHAPTER = re.compile(
        r"\b(?:versie|version|v|art\.?|artikel|paragraaf|par\.?|hoofdstuk|§|nr\.?|bijlage|firmware) ?$"
    )
    DEVICE = re.compile(r"\bimei|toestelnummer|\btelefoon\b|device")

    def find(self, text: str) -> Iterator[Hit]:
        """The addresses of devices in a page's text."""
        layout = layout_of(text)
        longer = [match for match in self.IPV6.finditer(text) if is_address(_whole(match[0]))]
        for match in self.IPV4.finditer(text):
            score = self._ipv4_score(layout, match)
            if score and not any(one.start() < match.end() <= one.end() for one in longer):
                yield self._hit(match, "IP-adres", score)
        for match in longer:
            yield self._hit(match, "IPv6-adres", 0.95)
        for match in self.MAC.finditer(text):
            yield self._hit(match, "MAC-adres", 0.95)
        yield from self._named(layout, self.HEX, self.MAC_LABEL, "MAC-adres")
        yield from self._named(layout, self.SIM, self.SIM_LABEL, "nummer van een simkaart")
        yield from self._imei(layout)

    def _imei(self, layout: Layout) -> Iterator[Hit]:
        """IMEI numbers: with the word and a wrong check digit they are asked, as mistyped ones are."""
        for match in self.IMEI.finditer(layout.text):
            agrees = luhn("".join(c for c in match[0] if c.isdigit()))
            near = layout.before(match.start()) + layout.label(match.start())
            if self.IMEI_LABEL.search(near):
                yield self._hit(match, "IMEI", 0.95 if agrees else 0.5, checksum=agrees)
            elif agrees and self.DEVICE.search(near):
                yield self._hit(match, "IMEI", 0.95, checksum=True)
            elif agrees and match[0][:2] in IMEI_BODIES:
                yield self._hit(match, "IMEI", 0.55, checksum=True)

    def _named(
        self, layout: Layout, value: re.Pattern[str], label: re.Pattern[str], rule: str
    ) -> Iterator[Hit]:
        """The values with a word right before them, or in the cell beside, that names them."""
        for match in value.finditer(layout.text):
            if label.search(f"{layout.before(match.start(), 30)} {layout.label(match.start())}"):
                yield self._hit(match, rule, 0.9)

    def _ipv4_score(self, layout: Layout, match: re.Match[str]) -> float:
        value = match[0].replace("\n", "")
        before = layout.before(match.start(), 30)
        if not is_address(value) or self.CHAPTER.search(before):
            return 0.0
        if self.NAMED.search(before + layout.label(match.start())):
            return 0.95
        # Chapters and archive numbers seldom count beyond 99; of the addresses in use nearly all do.
        return 0.8 if any(int(part) > 99 for part in value.split(".")) else 0.0

    def _hit(self, match: re.Match[str], rule: str, score: float, *, checksum: bool | None = None) -> Hit:
        return Hit(
            start=match.start(),
            end=match.end(),
            kind=FindingKind.NETWORK_ADDRESS,
            rule=rule,
            score=score,
            checksum=checksum,
        )


class LocationRecognizer(Recognizer):
    """Coordinates of a place: degrees, decimal or with minutes, and the Dutch national grid.

    Legal basis: a place may be a person's home (Wob 10.2.e, Woo 5.1.2.e) or an object of an investigation;
    people judge. Format: WGS 84 latitude and longitude (ISO 6709), Rijksdriehoek X 0-300 km and Y 289-629 km.

    ================================================  =================
    text                                              outcome
    ================================================  =================
    ``52.09074, 5.12142``, ``N 52.0907 E 5.1214``     0.8
    ``52°05'27"N 5°07'17"E``                          0.9
    ``N52°05.450' E5°07.283'``                        0.9
    ``X: 136012 Y: 455870``, ``RD 136012, 455870``    0.8
    ``///klok.tafel.regen``, ``31UFT 47000 73000``    0.9, 0.8
    ``1.150, 2.300`` (thousands)                      nothing
    ================================================  =================
    """

    kinds = (FindingKind.LOCATION,)

    DECIMAL = re.compile(
        r"(?<![\w.,-])(?:[NS]\s?|lat\w*[ :=]{1,2})?(-?[1-8]?\d[.,]\d{4,8})°?\s?[NS]?[ ,;/]{1,3}"
        r"(?:[EOW]\s?|lo?n\w*[ :=]{1,2})?(-?1?\d{1,2}[.,]\d{4,8})°?(?:\s?[EOW]\b)?(?![\w.,]?\d)"
    )
    MINUTES = r"\s?\d{1,2}(?:[.,]\d+)?\s?['’′](?:\s?\d{1,2}(?:[.,]\d+)?\s?(?:[\"”″]|''))?\s?"
    DEGREES = re.compile(rf"(?<!\d)\d{{1,2}}\s?°{MINUTES}[NS]?[ ,/]{{0,3}}\d{{1,3}}\s?°{MINUTES}[EOW]?")
    LETTER_FIRST = re.compile(
        rf"(?<!\w)[NS]\s?\d{{1,2}}\s?°{MINUTES}[ ,/]{{0,3}}[EOW]\s?\d{{1,3}}\s?°{MINUTES}(?<!\s)"
    )
    WORDS = re.compile(r"(?<![\w/:])///[^\W\d_]{2,20}\.[^\W\d_]{2,20}\.[^\W\d_]{2,20}(?!\w)")
    """Three words of what3words."""
    MILITARY = re.compile(r"(?<!\w)\d{1,2}[C-HJ-NP-X] ?[A-HJ-NP-Z]{2} ?\d{4,5} ?\d{4,5}(?!\w)")
    """Military Grid Reference System."""
    GRID = re.compile(
        r"(?i)(?:\bx\s?[:=]?\s?|\b(?:rd(?:-co[oö]rdinaten)?|co[oö]rdina(?:ten|at|tes)?)\W{1,3})"
        r"(\d{2,3}[. ]?\d{3}(?:[.,]\d{1,3})?)"
        r"[ ,;/]{1,3}(?:y\s?[:=]?\s?)?([3-6]\d{2}[. ]?\d{3}(?:[.,]\d{1,3})?)(?!\d)"
    )

    def find(self, text: str) -> Iterator[Hit]:
        """The coordinates in a page's text."""
        patterns = (
            (self.DECIMAL, 0.8),
            (self.DEGREES, 0.9),
            (self.LETTER_FIRST, 0.9),
            (self.GRID, 0.8),
            (self.WORDS, 0.9),
            (self.MILITARY, 0.8),
        )
        for pattern, score in patterns:
            for match in pattern.finditer(text):
                yield Hit(
                    start=match.start(),
                    end=match.end(),
                    kind=FindingKind.LOCATION,
                    rule="coördinaten",
                    score=score,
                )


def _whole(value: str) -> str:
    """An IPv6 address without the colon that closes the clause behind it."""
    return value if value.endswith("::") else value.rstrip(":")


def is_address(value: str) -> bool:
    """Whether a text is a valid IP address of either version."""
    try:
        ipaddress.ip_address(value)
    except ValueError:
        return False
    return True
