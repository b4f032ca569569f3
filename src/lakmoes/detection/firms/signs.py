"""What the text around a firm says of whether its name may be known.

In: a passage, and whether prices stand beside the firm. Out: ``Sign`` values: how strongly it speaks for
confidence, or that the contract is public. Firms that offered and were not chosen, that are complained of,
that asked for silence, or that negotiate, may be harmed without proportion by publication (Wob art. 10 lid 2
onder g, Woo art. 5.1 lid 5). A contract that was made public, or a firm in a public text, is no secret.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lakmoes.detection.firms.reading import Passage
from lakmoes.detection.passages.zones import Zone
from lakmoes.detection.sentences import UnitKind

STRONG = 1.0
"""Weight of a sign that is enough by itself."""
WEAK = 0.4
LOST = re.compile(
    r"\b(?:afgevallen|viel(?:en)? af|val(?:t|len) af|afgewezen|afgewezene|niet gegund|gepasseerd"
    r"|uitgesloten"
    r"|verliezers?|verloren|nummer (?:twee|drie|vier|2|3|4)|tweede (?:plaats|geworden|geëindigd|zijn)"
    r"|ligt eruit"
    r"|eindigt als (?:tweede|laatste)|ongeldig(?:e)? (?:verklaard|inschrijving)|niet (?:gekozen"
    r"|uitgenodigd)"
    r"|(?:offerte|inschrijving) na sluiting|te laat ingediend|trekt zich terug|ingetrokken|rejected"
    r"|not selected"
    r"|runner-up)\b",
    re.IGNORECASE,
)
HARMED = re.compile(
    r"\b(?:failliet\w*|faillissement|surseance|insolvent|zwaar weer|kort geding|klacht(?:en)?|fraude\w*"
    r"|wanprestatie|beslag|deurwaarder|boetes?|rechtszaak|claim|schikking|geschikt|gerucht\w*|certificaten?"
    r"|vervalst\w*|verdacht\w*|verdenking|witwas\w*|afgekeurd\w*|keurt af|gebreken|onbetrouwbaar\w*"
    r"|investeerder|financieringsronde|aandeelhouder\w*|kredietlijn|krediet|achterstallig|niet betaald"
    r"|ontslagen|naar huis gestuurd|kritisch|klagen|bankrupt\w*|complaints?|lawsuit|fraud\w*"
    r"|beunhaas\w*|oplicht\w*|gesjoemel\w*"
    r")\b",
    re.IGNORECASE,
)
SILENT = re.compile(
    r"\b(?:(?:niet|nergens) (?:noemen|te noemen|bekendmaken|naar buiten)|naam\b[^.]{0,40}\b(?:weglaten"
    r"|niet\b|eruit)"
    r"|buiten de publiciteit|stil te (?:blijven|houden)|(?:in|onder) vertrouwen|vertrouwelijk|geheimhouding"
    r"|zwijgen|embargo|confidential\w*)\b",
    re.IGNORECASE,
)
BARGAINED = re.compile(
    r"\b(?:offertes?|bod|tegenbod|aanbod|aanbieding|onderhandel\w*|prijs|prijzen|korting|voorschot"
    r"|vooraf betalen"
    r"|vooruitbetal\w*|levertijd|levertijden|verleng\w*|boeteclausule"
    r"|onderhands|huur|leverancier|tender|quote|quotation|offer|inschrijving|tekenen"
    r"|partij(?:en)? van)\b",
    re.IGNORECASE,
)
AWARDED = re.compile(
    r"\b(?:(?:overeenkomst|contract|mantelovereenkomst|raamovereenkomst)\b[^.]{0,60}\b(?:gesloten"
    r"|getekend) met"
    r"|(?:opdracht|concessie)\b[^.]{0,40}\b(?:gegeven|gegund|verleend|verstrekt) aan|gegund aan"
    r"|heeft de (?:mantel|raam)?overeenkomst|contract (?:met\b[^.]{0,60})?loopt|contract gesloten"
    r"|contract was awarded to|conform contract)",
    re.IGNORECASE,
)
IN_SECRET = re.compile(r"\b(?:onderhands|niet openbaar|vertrouwelijk|nog niet bekend)\b", re.IGNORECASE)
MADE_PUBLIC = re.compile(
    r"\b(?:TenderNed|TED|gepubliceerd|bekendgemaakt|openbaar|aankondiging|persbericht|website"
    r"|gemeld aan de Kamer|award notice)\b",
)
BIDDERS = re.compile(r"\b(?:aanbieder|inschrijver|bieder|gegadigde|bidder)s?\b", re.IGNORECASE)
MAKES = re.compile(r"\bmerk\b", re.IGNORECASE)
PRICES = re.compile(
    r"\b(?:inschrijfsom|prijs|huur|bedrag|bod|kosten|score|punten|cijfer|oordeel|price|p/m|tarief)",
    re.IGNORECASE,
)
OFFERED = re.compile(
    r"\b(?:offerte\w*|aanbod|aanbieden|aanbieding|prijs per|inschrijving|quotation|our offer"
    r"|we (?:can )?offer)\b",
    re.IGNORECASE,
)
FAR = 90
"""Characters from the name within which words of complaint or loss are about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One sign: its weight for confidence (negative: it is public) and the words that show it."""

    weight: float
    rule: str
    words: str


def signs_at(passage: Passage, name: tuple[int, int], text: str, page_has_prices: bool) -> Iterator[Sign]:
    """The signs around one place where a firm is named.

    Args:
        passage: The statement in which it is named.
        name: From where to where on the page.
        text: The text of the page.
        page_has_prices: Whether a column of the table on the page holds prices or scores.
    """
    yield from _public(passage, text)
    low, high = max(passage.place[0], name[0] - FAR), min(passage.place[1], name[1] + FAR)
    near = f"{text[low : name[0]]} … {text[name[1] : high]}"
    if passage.statement.zone is Zone.INTERNAL or passage.statement.zone is Zone.OUTSIDE:
        yield from _secret(near)
        yield from _tabled(passage, page_has_prices)


def _public(passage: Passage, text: str) -> Iterator[Sign]:
    if passage.public:
        yield Sign(weight=-10 * STRONG, rule="staat in een openbaar stuk", words="")
    start, end = passage.place
    sentence = text[start:end]
    awarded = AWARDED.search(sentence)
    if awarded and not IN_SECRET.search(sentence):
        following = text[end : end + 2 * FAR]
        shown = MADE_PUBLIC.search(sentence) or MADE_PUBLIC.search(following)
        yield Sign(
            weight=-10 * STRONG if shown else -STRONG,
            rule="opdracht is bekendgemaakt" if shown else "opdracht is gegund",
            words=awarded.group(),
        )


def _secret(near: str) -> Iterator[Sign]:
    for pattern, weight, rule in (
        (LOST, STRONG, "niet gekozen aanbieder"),
        (SILENT, STRONG, "gevraagd om vertrouwelijkheid"),
        (HARMED, STRONG, "ongunstig over het bedrijf"),
        (BARGAINED, WEAK, "onderhandeling of levering"),
    ):
        match = pattern.search(near)
        if match:
            yield Sign(weight=weight, rule=rule, words=match.group())


def _tabled(passage: Passage, page_has_prices: bool) -> Iterator[Sign]:
    statement = passage.statement
    if statement.unit.kind is not UnitKind.CELL or not page_has_prices:
        return
    for pattern, rule in ((BIDDERS, "aanbieder in een vergelijking"), (MAKES, "merk met prijs")):
        match = pattern.search(statement.column)
        if match:
            yield Sign(weight=STRONG, rule=rule, words=match.group())


def weigh(found: Iterable[Sign]) -> tuple[float, tuple[Sign, ...]]:
    """The sum of the signs, each rule and its words once, and the signs that speak for confidence."""
    distinct = {(sign.rule, sign.words.lower()): sign for sign in found}
    ordered = sorted(distinct.values(), key=lambda sign: (-sign.weight, sign.rule, sign.words))
    return sum(sign.weight for sign in ordered), tuple(sign for sign in ordered if sign.weight > 0)
