"""Whether judgement, grounds and redactions say the same.

In: the facts; the codes on the marks of a published file, and its text. Out: ``Block`` values. What is
refused or partly public names its grounds; each ground on the inventory occurs in the document, and the other
way round.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from lakmoes.model import Judgement
from lakmoes.nl import listed
from lakmoes.review.blocking import Block
from lakmoes.review.legal.facts import Judged, LegalFacts

REFUSING = frozenset({Judgement.NOT_PUBLIC, Judgement.PARTLY_PUBLIC})


def grounds_named(facts: LegalFacts) -> Iterator[Block]:
    """Documents that are refused or partly public without a ground or label for it."""
    for judged in facts.documents:
        if judged.judgement in REFUSING and not judged.codes:
            yield Block(code="no-ground", document_id=judged.id)


def judgement_fits(facts: LegalFacts) -> Iterator[Block]:
    """Documents of which people said that they are partly public, though nothing in them is redacted."""
    for judged in facts.documents:
        is_said = judged.decision and judged.decision.judgement is Judgement.PARTLY_PUBLIC
        if is_said and judged.reviewed.state is not None and not judged.redacted:
            yield Block(code="partly-without-redactions", document_id=judged.id)


def decided_grounds(facts: LegalFacts) -> Iterator[Block]:
    """Documents that are partly public on other grounds, as people said, than those of their redactions."""
    for judged in facts.documents:
        decision = judged.decision
        if not decision or decision.judgement is not Judgement.PARTLY_PUBLIC or not decision.grounds:
            continue
        redacted = {code for ruling in judged.redacted for code in ruling.grounds}
        yield from _differences(judged.id, decision.grounds, redacted, facts)


def published_grounds(judged: Judged, marked: Iterable[str], facts: LegalFacts) -> Iterator[Block]:
    """Differences between the inventory and the marks of the file that was published of a document."""
    yield from _differences(judged.id, judged.codes, marked, facts)


def printed_grounds(
    judged: Judged, text: str, printed: Mapping[str, str], facts: LegalFacts
) -> Iterator[Block]:
    """Grounds on the inventory that are printed nowhere in the published file, neither as label nor as code.

    Args:
        judged: The document.
        text: All text of the published file.
        printed: Ground code to what is printed for it.
        facts: The dossier.
    """
    codes = facts.book.ordered(judged.codes)
    labels = {code: (printed.get(code, code), code) for code in codes}
    absent = [code for code in codes if not any(_printed(label).search(text) for label in labels[code])]
    if absent:
        yield Block(code="ground-not-printed", document_id=judged.id, detail=listed(absent))


def _printed(label: str) -> re.Pattern[str]:
    """What finds a label in the text of a page, also where it runs over lines."""
    letters = r"\s*".join(re.escape(letter) for letter in label if not letter.isspace())
    return re.compile(rf"(?<![\w.]){letters}(?!\w)")


def _differences(
    document_id: str, stated: Iterable[str], marked: Iterable[str], facts: LegalFacts
) -> Iterator[Block]:
    stated, marked = set(stated), set(marked)
    only_stated, only_marked = facts.book.ordered(stated - marked), facts.book.ordered(marked - stated)
    if only_stated:
        yield Block(code="ground-not-in-document", document_id=document_id, detail=listed(only_stated))
    if only_marked:
        yield Block(code="ground-not-on-inventory", document_id=document_id, detail=listed(only_marked))
