"""What the passing of time asks of a decision.

In: the facts. Out: ``Block`` values. A temporary refusal names the term within which the information is
disclosed after all (Woo, article 5.1, fourth paragraph). Of information older than five years the decision
says why the interest still prevails (Woo, article 5.3).

There is no clock here: age is reckoned at the day of the decision, or of the request while that is not known.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lakmoes import nl
from lakmoes.model import Ground, Motivation
from lakmoes.review.blocking import Block
from lakmoes.review.legal.facts import Judged, LegalFacts
from lakmoes.review.publishing import Use, motivation, uses

YEARS = 5
MONTH = "|".join(nl.MONTHS)
DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\s+(?P<year>\d{{4}})"
    r"|(?P<d>\d{1,2})[-/](?P<m>\d{1,2})[-/](?P<y>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2}))\b",
    re.IGNORECASE,
)
TERM = re.compile(
    r"\b(?:binnen|na|over)\s+(?:\S+\s+){1,3}(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar)\b", re.I
)
OF_AGE = re.compile(r"\b(?:vijf|5)\s+jaar\b|\bartikel\s+5\.3\b|\btijdsverloop\b", re.IGNORECASE)


def temporary_refusals(facts: LegalFacts) -> Iterator[Block]:
    """Temporary refusals whose motivation names no term, or only days before the decision."""
    used = uses((judged.reviewed for judged in facts.documents), facts.log)
    for ground in facts.book.grounds:
        if ground.temporary:
            yield from _without_term(ground, used.get(ground.code, ()), facts)


def old_information(facts: LegalFacts) -> Iterator[Block]:
    """Refusals of information older than five years whose motivation does not speak of its age."""
    for ground in facts.book.grounds:
        if ground.five_years:
            yield from _of_age(ground, facts)


def undated_information(facts: LegalFacts) -> Iterator[Block]:
    """Refusals of which nobody can tell whether the information is older than five years."""
    asking = {ground.code for ground in facts.book.grounds if ground.five_years}
    refusing = [judged for judged in facts.documents if asking & judged.codes]
    if refusing and not _day(facts):
        yield Block(code="no-decision-date", count=len(refusing))
        return
    for judged in refusing:
        if judged.document.date is None:
            yield Block(code="age-unknown", document_id=judged.id)


def is_old(judged: Judged, facts: LegalFacts) -> bool:
    """Whether a document is older than five years; not so where its date or the decision's is not known."""
    made, day = judged.document.date, _day(facts)
    return made is not None and day is not None and _after_years(made) < day


def _after_years(day: date) -> date:
    """The same day five years later; of 29 February the first of March."""
    try:
        return day.replace(year=day.year + YEARS)
    except ValueError:
        return date(day.year + YEARS, 3, 1)


def _day(facts: LegalFacts) -> date | None:
    return facts.decision_date or facts.request_date


def _of_age(ground: Ground, facts: LegalFacts) -> Iterator[Block]:
    old = [judged for judged in facts.uses(ground.code) if is_old(judged, facts)]
    if not old or OF_AGE.search(motivation(facts.log, ground.code)):
        return
    used = uses((judged.reviewed for judged in old), facts.log).get(ground.code, [])
    silent = [use for use in used if not any(OF_AGE.search(text) for text in _said(ground, use, facts))]
    yield from _first(silent, "old-not-motivated", ground)


def _without_term(ground: Ground, used: Iterable[Use], facts: LegalFacts) -> Iterator[Block]:
    whole = motivation(facts.log, ground.code)
    silent, past = [], []
    for use in used:
        texts = [text for text in (whole, *_said(ground, use, facts)) if text]
        days = [day for text in texts for day in _days(text)]
        if not days and not any(TERM.search(text) for text in texts):
            silent.append(use)
        elif days and facts.decision_date and max(days) <= facts.decision_date:
            past.append(use)
    yield from _first(silent, "term-missing", ground)
    yield from _first(past, "term-past", ground)


def _said(ground: Ground, use: Use, facts: LegalFacts) -> Iterator[str]:
    return (motivation(facts.log, ground.code, subject) for subject in use.subjects)


def _days(text: str) -> Iterator[date]:
    """The days that a text names; one that no calendar has is none."""
    for match in DAY.finditer(text):
        try:
            yield _day_of(match)
        except ValueError:
            continue


def _day_of(match: re.Match[str]) -> date:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    if match["month"]:
        return date(int(match["year"]), nl.MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
    return date(int(match["y"]), int(match["m"]), int(match["d"]))


def _first(used: list[Use], code: str, ground: Ground) -> Iterator[Block]:
    if used:
        yield Block(
            code=code,
            document_id=used[0].document_id,
            count=len(used),
            page_index=used[0].page_index,
            subject=Motivation(ground=ground.code, text="").subject,
            ground=ground.code,
        )
