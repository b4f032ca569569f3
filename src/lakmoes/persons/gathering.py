"""The register of a dossier and its complete name findings: see the package."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lakmoes.model import Evidence, Finding, FindingKind, Page, Span
from lakmoes.persons.asked import without_rare
from lakmoes.persons.firms import firm_words
from lakmoes.persons.growth import Growth
from lakmoes.persons.identities import CITED_ROLES, Identity, identify
from lakmoes.persons.joining import LIKELY, Joined, join
from lakmoes.persons.letters import words
from lakmoes.persons.mentions import Mention, parse, parse_local_part
from lakmoes.persons.register import ExemptPerson, Person, Register, Vocabulary
from lakmoes.persons.roles import role_at
from lakmoes.persons.sightings import Sighting, sightings
from lakmoes.persons.spellings import Spellings

DETECTOR = "persons"
EXEMPT_ROLE = "vrijgesteld"
"""Role of persons whom ``dossier.toml`` exempts without naming one, as ``policy.toml`` knows it."""
UNREADABLE = "?"
"""Stands for a name that holds nothing but white space."""
_VOWEL = re.compile("[aeiouy]")
_SEPARATORS = re.compile(r"[_/;|]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """One name in the dossier and whose it is."""

    span: Span
    name: Joined
    role: str
    text: str
    person: int | str


def gather(
    findings: Mapping[str, tuple[Finding, ...]],
    pages: Mapping[str, tuple[Page, ...]],
    exempt: Sequence[ExemptPerson],
    vocabulary: Vocabulary,
) -> tuple[Register, Mapping[str, tuple[Finding, ...]]]:
    """The persons of the dossier, and its findings with every place where one of them is named.

    Args:
        findings: What recognizers found, per document id. Names with a score from 0.6 make persons; lower
            ones stay only when such a person confirms them. Other kinds come back as they are.
        pages: All pages of the dossier, per document id, in order.
        exempt: Persons who stay readable; their names get a role.
        vocabulary: Words that are not only names.

    Returns:
        The register, and per document id of ``pages`` the findings sorted by page, place and kind.

    Raises:
        ValueError: A finding lies on a page that is not given.
    """
    texts = {(document, page.index): page for document in pages for page in pages[document]}
    _check(findings, texts)
    findings = without_rare(findings, texts)
    mentions = list(_mentions(findings, texts, vocabulary))
    exempts, aliases = _exempt_mentions(exempt, vocabulary)
    identities = identify([*mentions, *exempts], aliases)
    firms = firm_words(texts.values(), identities)
    known = replace(vocabulary, institutions=vocabulary.institutions | firms)
    named = list(_named(findings, pages, identities, known))
    register = _register(named, identities)
    return register, _complete(findings, pages, named, identities)


def _check(findings: Mapping[str, tuple[Finding, ...]], texts: Mapping[tuple[str, int], Page]) -> None:
    for finding in (finding for found in findings.values() for finding in found):
        page = texts.get(finding.span.page)
        if not page or finding.span.end > len(page.text):
            raise ValueError("a finding lies on a page that is not given")


def _mentions(
    findings: Mapping[str, tuple[Finding, ...]],
    texts: Mapping[tuple[str, int], Page],
    vocabulary: Vocabulary,
) -> Iterator[Mention]:
    """The names that recognizers are sure enough of, and those in e-mail addresses."""
    for finding in (finding for found in findings.values() for finding in found):
        text = texts[finding.span.page].text[finding.span.start : finding.span.end]
        if finding.kind == FindingKind.EMAIL:
            mention = parse_local_part(text.partition("@")[0])
            if mention and not _is_plain(mention, vocabulary):
                yield mention
        elif finding.kind == FindingKind.NAME and finding.score >= LIKELY and finding.role not in CITED_ROLES:
            parsed = (parse(piece) for piece in _SEPARATORS.split(text))
            yield from (replace(mention, role=finding.role) for mention in parsed if mention)


def _is_plain(mention: Mention, vocabulary: Vocabulary) -> bool:
    """Whether an address is a mailbox more than a person: ``team.inkoop``, ``bhv.zuid``."""
    names = (mention.single, *(word for part in mention.surname for word in part))
    plain = all(vocabulary.holds(word) for word in names if word)
    return plain or any(map(vocabulary.holds, mention.given)) or not all(map(_VOWEL.search, mention.given))


def _exempt_mentions(
    exempt: Sequence[ExemptPerson], vocabulary: Vocabulary
) -> tuple[list[Mention], list[tuple[Mention, Mention]]]:
    names: list[Mention] = []
    aliases: list[tuple[Mention, Mention]] = []
    for person in exempt:
        role = person.role or EXEMPT_ROLE
        mention = parse(person.name)
        if not mention:
            continue
        if mention.single and mention.single not in vocabulary.first_names:
            mention = replace(mention, surname=((mention.single,),), single="", letters="")
        mention = replace(mention, role=role, exempt=True)
        names.append(mention)
        parsed = (parse(alias) for alias in person.aliases)
        aliases += [(mention, replace(alias, role=role, exempt=True)) for alias in parsed if alias]
    return names, aliases


def _named(
    findings: Mapping[str, tuple[Finding, ...]],
    pages: Mapping[str, tuple[Page, ...]],
    identities: Sequence[Identity],
    vocabulary: Vocabulary,
) -> Iterator[_Named]:
    spellings = Spellings(identities, vocabulary)
    growth = Growth(identities, spellings)
    for document in sorted(pages):
        on_page: defaultdict[int, list[Finding]] = defaultdict(list)
        for finding in sorted(findings.get(document, ()), key=_order):
            on_page[finding.span.page_index].append(finding)
        places = [_sure_places(on_page[page.index]) for page in pages[document]]
        seen = sightings(pages[document], places, growth, spellings)
        for page, found in zip(pages[document], seen, strict=True):
            for name in join(on_page[page.index], found):
                yield _name_on(page, name, identities)


def _sure_places(findings: Iterable[Finding]) -> list[tuple[int, int]]:
    return [
        (finding.span.start, finding.span.end)
        for finding in findings
        if finding.kind == FindingKind.NAME and finding.score >= LIKELY
    ]


def _name_on(page: Page, name: Joined, identities: Sequence[Identity]) -> _Named:
    span = Span(document_id=page.document_id, page_index=page.index, start=name.start, end=name.end)
    text = page.quote(span) or UNREADABLE
    return _Named(
        span=span,
        name=name,
        role=role_at(name, identities),
        text=text,
        person=_person_at(name, text, identities),
    )


def _person_at(name: Joined, text: str, identities: Sequence[Identity]) -> int | str:
    """The identity, or the folded text where there is none or more than one."""
    longest = max(name.sightings, key=lambda one: (one.end - one.start, -one.start), default=None)
    owners = longest.owners if longest else frozenset()
    if len(owners) == 1:
        return next(iter(owners))
    shared = sorted(owner for owner in owners if identities[owner].shared)
    return shared[0] if shared else " ".join(words(text))


def _register(named: Sequence[_Named], identities: Sequence[Identity]) -> Register:
    groups: defaultdict[int | str, list[_Named]] = defaultdict(list)
    for name in named:
        groups[name.person].append(name)
    persons = [_person(key, group, identities) for key, group in groups.items()]
    return Register(persons=tuple(sorted(persons, key=lambda person: (person.name.casefold(), person.id))))


def _person(key: int | str, group: Sequence[_Named], identities: Sequence[Identity]) -> Person:
    identity = identities[key] if isinstance(key, int) else None
    spellings = tuple(sorted({name.text for name in group}))
    name = identity.name if identity else min(spellings, key=lambda text: (-len(text), text))
    roles = {one.role for one in group}
    places = sorted(group, key=lambda one: (*one.span.page, one.span.start))
    role = identity.role if identity else roles.pop() if len(roles) == 1 else ""
    return Person(
        id=_id(name if identity else f"{key}?"),
        name=name,
        spellings=spellings,
        role=role,
        exempt=bool(identity and identity.exempt),
        spans=tuple(one.span for one in places),
        written=tuple(one.text for one in places),
    )


def _id(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def _complete(
    findings: Mapping[str, tuple[Finding, ...]],
    pages: Mapping[str, tuple[Page, ...]],
    named: Sequence[_Named],
    identities: Sequence[Identity],
) -> Mapping[str, tuple[Finding, ...]]:
    count: defaultdict[int | str, int] = defaultdict(int)
    for name in named:
        count[name.person] += 1
    complete: dict[str, list[Finding]] = {
        document: [one for one in findings.get(document, ()) if one.kind != FindingKind.NAME]
        for document in pages
    }
    for name in named:
        complete[name.span.document_id].append(_finding(name, count[name.person] > 1, identities))
    return {document: tuple(sorted(found, key=_order)) for document, found in complete.items()}


def _finding(named: _Named, elsewhere: bool, identities: Sequence[Identity]) -> Finding:
    """The finding; the register is a reason only where the person is named elsewhere too."""
    evidence = {one for finding in named.name.findings for one in finding.evidence}
    if elsewhere or not evidence:
        evidence |= {_evidence(one, identities) for one in named.name.sightings}
    grounds = sorted({finding.ground for finding in named.name.findings if finding.ground})
    return Finding(
        span=named.span,
        kind=FindingKind.NAME,
        evidence=tuple(sorted(evidence, key=_evidence_order)),
        role=named.role,
        ground=grounds[0] if grounds else "",
    )


def _evidence(sighting: Sighting, identities: Sequence[Identity]) -> Evidence:
    names = sorted({identities[owner].name for owner in sighting.owners})
    shown = " of ".join(names[:3]) + (" of anderen" if len(names) > 3 else "")
    return Evidence(detector=DETECTOR, rule=sighting.rule, score=sighting.score, context=shown)


def _evidence_order(evidence: Evidence) -> tuple[float, str, str, str, str]:
    return -evidence.score, evidence.detector, evidence.rule, evidence.context, str(evidence.checksum)


def _order(finding: Finding) -> tuple[object, ...]:
    span = finding.span
    reasons = tuple(map(_evidence_order, finding.evidence))
    return span.page_index, span.start, span.end, finding.kind, finding.role, finding.ground, reasons
