"""What people send becomes what the log keeps: bodies of entries, and the last words that they knew of.

In: checked forms and the desk. Out: an ``Act``: bodies with, for each subject, the last entry that the person
had seen. Decides nothing and writes nothing.
"""

from dataclasses import dataclass, field, replace

from lakmoes.errors import ReviewError, UsageError
from lakmoes.model import (
    Body,
    Box,
    Decision,
    DocumentDecision,
    PersonDecision,
    RelationDecision,
    Verdict,
    Withdrawal,
    digest_of,
)
from lakmoes.nl import RELATIONS
from lakmoes.web.forms import (
    BoxItem,
    DecisionsForm,
    Item,
    JudgementForm,
    PersonForm,
    RelationForm,
    SubjectItem,
    SuggestionItem,
    TextItem,
    WholeForm,
)
from lakmoes.web.geometry import drawn
from lakmoes.workflow.reviewing import Desk


@dataclass(kw_only=True)
class Act:
    """What a person says at once."""

    bodies: list[Body] = field(default_factory=list)
    bases: dict[str, int] = field(default_factory=dict)

    def add(self, body: Body, basis: int) -> None:
        """Adds a body; of two on one subject the first one holds."""
        if body.subject not in self.bases:
            self.bodies.append(body)
            self.bases[body.subject] = basis


def decisions(desk: Desk, number: int, form: DecisionsForm) -> Act:
    """The decisions of one act on a document, with those on what is alike.

    Raises:
        UsageError: A place is not there, or a redaction of one's own has no ground.
        ReviewError: A suggestion is not there.
    """
    act = Act()
    for item in form.items:
        act.add(_body(desk, number, item), item.basis)
    for item in form.items:
        if form.also and isinstance(item, SuggestionItem):
            _add_alike(desk, act, number, item, form)
    return act


def _body(desk: Desk, number: int, item: Item) -> Decision:
    if isinstance(item, SuggestionItem):
        return desk.decision_on(number, item.id, item.verdict, item.grounds, item.extent, item.remark)
    if isinstance(item, SubjectItem):
        return _again(desk, number, item)
    _check_own(desk, number, item)
    if isinstance(item, TextItem):
        body = desk.own_text(number, item.page - 1, item.start, item.end, item.grounds)
    else:
        body = desk.own_box(number, item.page - 1, _box(desk, number, item), item.grounds)
    return replace(body, verdict=item.verdict, remark=item.remark)


def _check_own(desk: Desk, number: int, item: TextItem | BoxItem) -> None:
    check_page(desk, number, item.page)
    if item.verdict is Verdict.REDACT and not item.grounds:
        raise UsageError("ground-needed")


def _box(desk: Desk, number: int, item: BoxItem) -> Box:
    facts = desk.document(number).pages[item.page - 1]
    return drawn(item.rect, (facts.width, facts.height), facts.rotation)


def _again(desk: Desk, number: int, item: SubjectItem) -> Decision:
    """Another decision on a place of one's own."""
    held = desk.log.holding(item.subject)
    body = held.body if held else None
    if not isinstance(body, Decision) or body.document_id != desk.document(number).document.id:
        raise UsageError("not-found")
    return replace(body, verdict=item.verdict, grounds=item.grounds or body.grounds, remark=item.remark)


def _add_alike(desk: Desk, act: Act, number: int, item: SuggestionItem, form: DecisionsForm) -> None:
    """Decides the same on what is alike; what someone spoke of after ``known`` is refused by the store."""
    wanted = set(form.only) if form.only is not None else None
    for place in alike(desk, number, item.id, form.also or ""):
        if wanted is None or place in wanted:
            body = desk.decision_on(*place, item.verdict, item.grounds, None, item.remark)
            act.add(body, known_basis(desk, body.subject, form.known))


def known_basis(desk: Desk, subject: str, known: int | None) -> int:
    """The last word on a subject that someone can have seen who knew the log up to an entry."""
    last = desk.log.basis(subject)
    return last if known is None else min(last, known)


def alike(desk: Desk, number: int, suggestion_id: str, how: str) -> tuple[tuple[int, str], ...]:
    """The other suggestions that are alike: document numbers and ids."""
    ways = {"identical": desk.identical, "near": desk.near, "copies": desk.copies_of}
    return tuple(place for place in ways[how](number, suggestion_id) if place != (number, suggestion_id))


def whole(desk: Desk, number: int, form: WholeForm) -> Act:
    """Redacts a page, or all pages of a document, with boxes of the pages' own size."""
    found = desk.document(number)
    if form.page is not None:
        check_page(desk, number, form.page)
    wanted = range(len(found.pages)) if form.page is None else (form.page - 1,)
    act = Act()
    for index in wanted:
        facts = found.pages[index]
        box = Box(x0=0.0, y0=0.0, x1=facts.width, y1=facts.height)
        body = replace(desk.own_box(number, index, box, form.grounds), remark=form.remark)
        act.add(body, desk.log.basis(body.subject))
    return act


def judgement(desk: Desk, number: int, form: JudgementForm) -> Act:
    """A decision on a document as a whole, or the end of one.

    Raises:
        UsageError: The reason, ground, link or other document that it needs is missing.
    """
    identity = desk.source(number).id
    if form.judgement is None:
        return _withdrawn(f"judgement/{identity}", identity, form.basis)
    if form.duplicate_of == number or (form.duplicate_of and not _is_there(desk, form.duplicate_of)):
        raise UsageError("other-document-wrong")
    try:
        body = DocumentDecision(
            document_id=identity,
            judgement=form.judgement,
            grounds=form.grounds,
            reason=form.reason,
            link=form.link,
            duplicate_of=form.duplicate_of,
        )
    except ValueError as error:
        raise UsageError("judgement-incomplete") from error
    return _one(body, form.basis)


def relation(desk: Desk, number: int, form: RelationForm) -> Act:
    """How a document relates to another, or back to what was proposed.

    Raises:
        UsageError: There is no such other document, or the relation is half said.
    """
    identity = desk.document(number).document.id
    if form.taken_back:
        return _withdrawn(f"relation/{identity}", identity, form.basis)
    wrong = form.other == number or (form.other is not None and not _is_there(desk, form.other))
    wrong = wrong or (form.type != "" and form.type not in RELATIONS)
    if wrong or bool(form.type) != (form.other is not None):
        raise UsageError("other-document-wrong")
    body = RelationDecision(document_id=identity, type=form.type, other=form.other, reason=form.reason)
    return _one(body, form.basis)


def person(desk: Desk, person_id: str, form: PersonForm) -> Act:
    """A decision on a person everywhere, or the end of one.

    Raises:
        UsageError: There is no such person, or a name stays without role or reason.
    """
    found = next((one for one in desk.persons if one.id == person_id), None)
    if not found:
        raise UsageError("not-found")
    if form.verdict is None:
        return _withdrawn(f"person/{person_id}", "", form.basis)
    if form.verdict is Verdict.KEEP and not (form.role or form.reason):
        raise UsageError("keep-reason-needed")
    body = PersonDecision(
        person_id=person_id,
        verdict=form.verdict,
        grounds=form.grounds,
        spellings=tuple(sorted(map(digest_of, found.spellings))),
        role=form.role,
        reason=form.reason,
    )
    return _one(body, form.basis)


def withdrawal(desk: Desk, number: int, subject: str, basis: int) -> Act:
    """Takes back what holds for a subject of a document, or of a file that it replaced.

    Raises:
        UsageError: Nothing holds for it, or it is of another document.
    """
    held = desk.log.holding(subject)
    if not held or not isinstance(held.body, Decision | DocumentDecision):
        raise UsageError("not-found")
    if desk.number_of(held.body.document_id) != number:
        raise UsageError("not-found")
    return _withdrawn(subject, held.body.document_id, basis)


def check_page(desk: Desk, number: int, page: int) -> None:
    """Refuses a page that the document does not have.

    Raises:
        ReviewError: There is no such document or page.
    """
    if page > len(desk.document(number).pages):
        raise ReviewError("no-such-page", number=number, page=page)


def _one(body: Body, basis: int) -> Act:
    act = Act()
    act.add(body, basis)
    return act


def _withdrawn(subject: str, document_id: str, basis: int) -> Act:
    return _one(Withdrawal(about=subject, document_id=document_id), basis)


def _is_there(desk: Desk, number: int) -> bool:
    return number in desk.documents or number in desk.refused
