"""What belongs together in a dossier, as programs of others ask for it.

In: what people decided or what is proposed on how documents relate. Out: families, exchanges of mail and
related documents (``Kin``), and for each document those that its metadata names.
"""

from collections.abc import Iterable, Iterator, Mapping

from lakmoes.inventory.production_report import Kin
from lakmoes.model import DocumentKind
from lakmoes.workflow.holding import Case
from lakmoes.workflow.opening import Dossier

ATTACHMENT_OF = "attachment_of"
OF_MAILS = frozenset({"contained_in", "shares_text_with", "near_duplicate_of"})
"""Relations by which two mails belong to one exchange."""
Pair = tuple[int, int]


def kin_of(dossier: Dossier, cases: Mapping[int, Case]) -> dict[int, Kin]:
    """What belongs together, by document number; documents that stand alone are not in it."""
    relations = {number: case.relation_pairs for number, case in cases.items()}
    families = _groups(
        (number, other)
        for number, pairs in relations.items()
        for kind, other in pairs
        if kind == ATTACHMENT_OF
    )
    threads = _groups(_mails(cases))
    related = _doubles(dossier, cases) | {
        number: pairs[0][1] for number, pairs in relations.items() if pairs and number not in threads
    }
    return {
        number: Kin(
            family=families.get(number, 0),
            thread=threads.get(number, 0),
            related=related.get(number, 0),
        )
        for number in sorted({*families, *threads, *related})
    }


def related_to(cases: Mapping[int, Case]) -> dict[int, dict[int, bool]]:
    """For each document the numbers of those that it relates to; true for its attachments."""
    related: dict[int, dict[int, bool]] = {number: {} for number in cases}
    for number, case in sorted(cases.items()):
        for kind, other in case.relation_pairs:
            related[number].setdefault(other, False)
            if kind == ATTACHMENT_OF and other in related:
                related[other][number] = True
    return related


def _mails(cases: Mapping[int, Case]) -> Iterator[Pair]:
    mails = {number for number, case in cases.items() if case.document.kind is DocumentKind.EMAIL}
    for number in sorted(mails):
        for kind, other in cases[number].relation_pairs:
            if kind in OF_MAILS and other in mails:
                yield number, other


def _doubles(dossier: Dossier, cases: Mapping[int, Case]) -> dict[int, int]:
    """Documents that are judged in another one, with its number."""
    same = {document.number: document.duplicate_of for document in dossier.documents if document.duplicate_of}
    decided = {
        number: case.decision.duplicate_of
        for number, case in cases.items()
        if case.decision and case.decision.duplicate_of
    }
    return same | decided


def _groups(pairs: Iterable[Pair]) -> dict[int, int]:
    """Documents that are joined by pairs, with the number of their group, from 1 by their first document."""
    first: dict[int, int] = {}
    for one, other in sorted(pairs):
        ends = first.get(one, one), first.get(other, other)
        joined = {one, other} | {number for number, start in first.items() if start in ends}
        first |= dict.fromkeys(joined, min(joined))
    order = {start: place for place, start in enumerate(sorted(set(first.values())), start=1)}
    return {number: order[start] for number, start in sorted(first.items())}
