"""What belongs to a firm whose name stays out: numbers of offers, products, its place and registrations.

In: passages, texts and the confidential firms. Out: findings. Only where the firm itself writes, or in the
sentence or cell that names it: elsewhere a number or a word like ``Putter`` says nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lakmoes.detection.firms.reading import Passage
from lakmoes.detection.firms.register import Firm
from lakmoes.detection.firms.search import FILE_OR_ADDRESS
from lakmoes.detection.firms.signs import OFFERED, Sign
from lakmoes.detection.firms.writing import CAPITAL, LEGAL_FORM, WORDS
from lakmoes.detection.lists import fold
from lakmoes.detection.sentences import UnitKind
from lakmoes.model import Evidence, Finding, FindingKind, Span

DETECTOR = "Firms"
SCORE = 0.6
OFFER = re.compile(
    r"\b(?:[Oo]fferte|[Qq]uotation|[Oo]ffer)(?:nummer|nr\.?)?(?::|[ \n]nr\.?|[ \n]nummer)?[ \n]"
    r"(?P<part>(?=[\w/-]*\d)[A-Z0-9][\w/-]{4,}\d(?:\.\w{3,4}\b)?)"
)
PRODUCT = re.compile(
    rf"\b(?:[Dd]e|[Oo]nze|[Hh]et|[Tt]ype|[Mm]odel|[Uu]w|[Oo]ur|[Tt]he)[ \n]"
    rf"(?P<part>{CAPITAL}[a-zà-ÿ]{{3,}}[ \n-]?\d{{1,4}}[A-Z]?(?!\w|[.:/-]\d))"
)
REGISTRATION = re.compile(
    r"(?P<part>\b(?:KvK|BTW|VAT|K\.v\.K\.)(?:[ -]?(?:nr|nummer"
    r"|no)\.?)?:?[ ]?(?:[A-Z]{2})?[\d. ]{7,}\d(?:B\d\d)?)"
)
FIRM_LINE = re.compile(
    rf"{LEGAL_FORM}[,|]?[ \n]+(?P<part>{CAPITAL}[\w'.-]+(?:[ ]{CAPITAL}?[\w'.-]+){{0,3}}[ ]\d{{1,4}}[a-z]?"
    rf"(?:,[ ]unit[ ]\w+)?,[ ](?:\d{{4}}[ ]?[A-Z]{{2}}[ ])?{CAPITAL}[\w'-]+(?:[ -]{CAPITAL}[\w'-]+)?)"
)
"""The place of a firm right behind its name."""
OFFICE = re.compile(r"\bkantoor:?[ ](?P<part>\+?[\d][\d ()-]{7,}\d)")
RULES = (
    ("nummer van de offerte", OFFER),
    ("product van het bedrijf", PRODUCT),
    ("registratie van het bedrijf", REGISTRATION),
    ("telefoon van het bedrijf", OFFICE),
)


def belongings(
    read: Sequence[Passage],
    texts: Mapping[tuple[str, int], str],
    secret: Mapping[Firm, Sequence[Sign]],
) -> Iterator[Finding]:
    """What belongs to the confidential firms, in no particular order."""
    keys = {firm.key[0] for firm in secret if firm.known_alone}
    own = [passage for passage in read if passage.sender.partition("-")[0] in keys and not passage.public]
    found = [finding for passage in own for finding in _in_own_words(passage, texts[passage.page])]
    models = frozenset(_models(secret))
    offered = {passage.section for passage in own if OFFERED.search(passage.statement.text)}
    yield from found
    yield from _places(own, texts)
    yield from _products(own, texts, models, offered)
    yield from _in_file_names(read, texts, _parts(found, texts, "product van het bedrijf"))


def _in_own_words(passage: Passage, text: str) -> Iterator[Finding]:
    start, end = passage.place
    for rule, pattern in RULES:
        for match in pattern.finditer(text, start, end):
            yield _finding(passage, match.span("part"), rule)


def _places(own: Iterable[Passage], texts: Mapping[tuple[str, int], str]) -> Iterator[Finding]:
    """Where a firm has its seat, on the line of its name or the next, which may be another passage."""
    for passage in own:
        start, end = passage.place
        text = texts[passage.page]
        line = text.rfind("\n", 0, max(0, start - 1)) + 1
        for match in FIRM_LINE.finditer(text, line, end):
            if match.start("part") >= start:
                yield _finding(passage, match.span("part"), "vestiging van het bedrijf")


def _finding(passage: Passage, place: tuple[int, int], rule: str) -> Finding:
    document, page = passage.page
    return Finding(
        span=Span(document_id=document, page_index=page, start=place[0], end=place[1]),
        kind=FindingKind.DISADVANTAGE,
        evidence=(Evidence(detector=DETECTOR, rule=rule, score=SCORE),),
    )


def _models(secret: Iterable[Firm]) -> Iterator[tuple[str, ...]]:
    """What stands behind the name of a firm in a column of makes: ``Merel`` in ``Aerovanta Merel 4``."""
    for firm in secret:
        for form in firm.forms:
            rest = form[len(firm.key) :]
            if firm.known_alone and form[0] == firm.key[0] and rest and len(rest[0]) > 1:
                yield rest


def _products(
    own: Iterable[Passage],
    texts: Mapping[tuple[str, int], str],
    models: frozenset[tuple[str, ...]],
    offered: set[int],
) -> Iterator[Finding]:
    """Cells with nothing but a product of the firm, in its own offer."""
    for passage in own:
        if passage.section not in offered or passage.statement.unit.kind is not UnitKind.CELL:
            continue
        start, end = passage.place
        words = tuple(fold(word) for word in WORDS.findall(texts[passage.page][start:end]))
        if words and any(words[: len(model)] == model and len(words) <= len(model) + 1 for model in models):
            yield _finding(passage, (start, end), "product van het bedrijf")


def _parts(found: Iterable[Finding], texts: Mapping[tuple[str, int], str], rule: str) -> frozenset[str]:
    """Letters and digits of what was found by a rule."""
    return frozenset(
        re.sub(r"\W", "", texts[one.span.page][one.span.start : one.span.end]).casefold()
        for one in found
        if one.evidence[0].rule == rule
    )


FILE = re.compile(r"[\w.()–-]+\.(?:pdf|docx?|xlsx?|pptx?|msg|eml|zip|jpe?g|png)\b", re.IGNORECASE)


def _in_file_names(
    read: Iterable[Passage], texts: Mapping[tuple[str, int], str], products: frozenset[str]
) -> Iterator[Finding]:
    """Names of files that hold a product."""
    for passage in read:
        if not products or not FILE_OR_ADDRESS.search(passage.statement.text):
            continue
        for match in FILE.finditer(texts[passage.page], *passage.place):
            plain = re.sub(r"[\W_]", "", match.group()).casefold()
            if any(product in plain for product in products):
                yield _finding(passage, match.span(), "product van het bedrijf")
