"""The findings about firms and code names of a dossier: see the package."""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.detection.firms.codenames import code_names
from lakmoes.detection.firms.mentions import COLUMN, Mention, Source, mentions
from lakmoes.detection.firms.offers import belongings
from lakmoes.detection.firms.reading import Passage, passages
from lakmoes.detection.firms.register import Firm, by_first_word, firms_of
from lakmoes.detection.firms.search import Sighting, sightings
from lakmoes.detection.firms.signs import OFFERED, PRICES, STRONG, Sign, signs_at, weigh
from lakmoes.detection.firms.writing import WORDS, is_telling, words_of
from lakmoes.detection.lists import fold
from lakmoes.model import Evidence, Finding, FindingKind, Page, SourceDocument, Span

DETECTOR = "Firms"
SURE_NAME = 0.6
"""Score from which a name of a person goes before that of a firm."""
PERSONAL = frozenset({FindingKind.NAME})
MOST_WORDS_SHOWN = 4
BASE, STEP, BEST = 0.6, 0.1, 0.9
"""Score of a firm with one strong sign, what each further one adds, and the most."""
Pages = Mapping[str, tuple[Page, ...]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A sighting and the passage in which it stands."""

    sighting: Sighting
    passage: Passage


def firm_findings(
    documents: Sequence[SourceDocument],
    pages: Pages,
    findings: Mapping[str, tuple[Finding, ...]],
    terms: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Firms, their products and numbers, and code names, wherever they stand in the dossier.

    Args:
        documents: The documents, in the order of their numbers.
        pages: All pages, per document id, in order.
        findings: What was found so far, per document id: names of persons are no firms.
        terms: Texts of the dossier's own terms; firms among them are confidential without further signs.

    Returns:
        New findings in reading order, of kind disadvantage or operational.
    """
    texts = {(page.document_id, page.index): page.text for found in pages.values() for page in found}
    read = passages(documents, pages)
    seen = [*mentions(read, texts), *_of_terms(terms), *_of_senders(read, texts)]
    placed = _placed(by_first_word(firms_of(seen)), read, texts)
    secret = _confidential(placed, read, texts)
    found = [
        *_named(placed, secret),
        *belongings(read, texts, secret),
        *code_names(read, texts),
    ]
    return tuple(_without_persons(found, findings))


def _of_terms(terms: Sequence[str]) -> Iterator[Mention]:
    for term in terms:
        words = words_of(term)
        if words and term[:1].isupper() and is_telling(words[0]):
            yield Mention(words=words, source=Source.TERM)


def _of_senders(read: Iterable[Passage], texts: Mapping[tuple[str, int], str]) -> Iterator[Mention]:
    """The domains of outside senders that stand as a name with a capital somewhere in the dossier."""
    labels = {passage.sender.partition("-")[0] for passage in read if passage.sender}
    capital = {
        word
        for text in texts.values()
        for match in WORDS.finditer(text)
        if match.group()[0].isupper() and (word := fold(match.group())) in labels
    }
    for label in sorted(capital):
        if is_telling(label):
            yield Mention(words=(label,), source=Source.DOMAIN)


def _placed(
    table: Mapping[str, tuple[Firm, ...]], read: Sequence[Passage], texts: Mapping[tuple[str, int], str]
) -> list[Placed]:
    on_page: defaultdict[tuple[str, int], list[Passage]] = defaultdict(list)
    for passage in read:
        on_page[passage.page].append(passage)
    found = []
    for page, text in texts.items():
        starts = [passage.place[0] for passage in on_page[page]]
        for sighting in sightings(text, table):
            index = bisect.bisect_right(starts, sighting.start) - 1
            if index >= 0:
                found.append(Placed(sighting, on_page[page][index]))
    return found


def _confidential(
    placed: Sequence[Placed], read: Sequence[Passage], texts: Mapping[tuple[str, int], str]
) -> dict[Firm, tuple[Sign, ...]]:
    """The firms whose name is better not known, with the signs."""
    priced = {
        passage.page
        for passage in read
        if PRICES.search(passage.statement.column) and not COLUMN.search(passage.statement.column)
    }
    offered = {
        passage.section for passage in read if passage.sender and OFFERED.search(passage.statement.text)
    }
    signs: defaultdict[Firm, list[Sign]] = defaultdict(list)
    for one in placed:
        name, passage = (one.sighting.start, one.sighting.end), one.passage
        signs[one.sighting.firm] += signs_at(passage, name, texts[passage.page], passage.page in priced)
        if passage.section in offered and passage.sender.partition("-")[0] == one.sighting.firm.key[0]:
            signs[one.sighting.firm].append(Sign(weight=STRONG, rule="aanbod van het bedrijf", words=""))
    secret = {}
    for firm, found in sorted(signs.items(), key=lambda item: item[0].key):
        total, telling = weigh(found)
        if firm.given or total >= STRONG:
            secret[firm] = telling
    return secret


def _named(placed: Iterable[Placed], secret: Mapping[Firm, tuple[Sign, ...]]) -> Iterator[Finding]:
    for one in placed:
        firm = one.sighting.firm
        if firm in secret and not one.passage.public:
            yield _finding(one, secret[firm])


def _finding(one: Placed, signs: Sequence[Sign]) -> Finding:
    words = dict.fromkeys(sign.words for sign in signs if sign.words)
    rule = signs[0].rule if signs else "firma uit een term van dossier.toml"
    document, page = one.passage.page
    return Finding(
        span=Span(document_id=document, page_index=page, start=one.sighting.start, end=one.sighting.end),
        kind=FindingKind.DISADVANTAGE,
        evidence=(
            Evidence(
                detector=DETECTOR,
                rule=rule,
                score=min(BEST, BASE + STEP * max(0, len(signs) - 1)),
                context=", ".join(list(words)[:MOST_WORDS_SHOWN]),
            ),
        ),
    )


def _without_persons(
    found: Iterable[Finding], findings: Mapping[str, tuple[Finding, ...]]
) -> Iterator[Finding]:
    """The findings, sorted, without those in which someone's name was found."""
    names: defaultdict[tuple[str, int], list[Span]] = defaultdict(list)
    for known in (one for ones in findings.values() for one in ones):
        if known.kind in PERSONAL and known.score >= SURE_NAME:
            names[known.span.page].append(known.span)
    for finding in sorted(found, key=lambda one: (*one.span.page, one.span.start, one.span.end)):
        if not any(_same(name, finding.span) for name in names[finding.span.page]):
            yield finding


def _same(name: Span, span: Span) -> bool:
    """Whether a name of a person holds all of the span."""
    return name.start <= span.start and span.end <= name.end
