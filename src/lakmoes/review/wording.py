"""What an entry of the log is about and what it says, in plain Dutch.

In: the body of an entry. Out: a few words, without text of documents: only what people typed themselves, and
the names of persons where the caller gives them.
"""

from collections.abc import Mapping
from functools import singledispatch

from lakmoes import nl
from lakmoes.model import (
    Assessment,
    Body,
    Completion,
    Decision,
    DocumentDecision,
    Motivation,
    Opinion,
    PageSeen,
    PersonDecision,
    PersonMerge,
    PersonSplit,
    RelationDecision,
    Remark,
    SampleAnswer,
    SampleDrawn,
    Withdrawal,
)

ID_SHOWN = 6
"""Characters of an id that tell persons apart well enough for a reader."""

SUBJECTS: Mapping[type[Body], str] = {
    DocumentDecision: "judgement",
    RelationDecision: "relation",
    Completion: "completion",
    PageSeen: "seen",
    Assessment: "assessment",
    Remark: "remark",
    SampleDrawn: "sample",
    SampleAnswer: "answer",
    Withdrawal: "other",
}
"""What an entry is about, where its kind alone says so; keys of ``nl.TRAIL_SUBJECTS``."""
PLAIN: Mapping[type[Body], str] = {
    PageSeen: "seen",
    PersonMerge: "merged",
    PersonSplit: "split",
    Withdrawal: "withdrawn",
}
"""What an entry says, where its kind alone says so; keys of ``nl.TRAIL_WORDS``."""


def subject_words(body: Body, names: Mapping[str, str]) -> str:
    """What an entry is about: ``voorstel (naam)``."""
    words = nl.TRAIL_SUBJECTS
    match body:
        case Decision():
            return _place(body)
        case PersonMerge():
            person, other = _named(body.person_id, names), _named(body.other_id, names)
            return words["merge"].format(person=person, other=other)
        case PersonSplit():
            return words["split"].format(person=_named(body.person_id, names))
        case PersonDecision():
            return words["person"].format(person=_named(body.person_id, names))
        case Motivation():
            return words["motivation-place" if body.about else "motivation"].format(ground=body.ground)
        case _:
            return words[SUBJECTS[type(body)]]


@singledispatch
def said(body: Body) -> str:
    """What an entry says: ``lakken; op grond van 10.2.e en 11.1``."""
    return _words(PLAIN[type(body)])


def _place(decision: Decision) -> str:
    if decision.region:
        return nl.TRAIL_SUBJECTS["own-box"]
    kind = decision.anchor.kind if decision.anchor else None
    if kind is None:
        return nl.TRAIL_SUBJECTS["own-text"]
    return nl.TRAIL_SUBJECTS["suggestion"].format(kind=nl.FINDING_KINDS[kind])


@said.register
def _(decision: Decision) -> str:
    return _joined(
        nl.VERDICTS[decision.verdict],
        _grounds(decision.grounds),
        _words("extent") if decision.extent else "",
        _remark(decision.remark),
        _words("imported", file=decision.imported) if decision.imported else "",
    )


@said.register
def _(decision: PersonDecision) -> str:
    return _joined(
        _words("everywhere", verdict=nl.VERDICTS[decision.verdict]),
        _grounds(decision.grounds),
        _words("role", role=decision.role.replace("_", " ")) if decision.role else "",
        _words("reason", text=decision.reason) if decision.reason else "",
    )


def said_of_documents(body: Body, shown: Mapping[int, str]) -> str:
    """The same, other documents named by the numbers that people read (``shown``, by number)."""
    if isinstance(body, DocumentDecision):
        return _whole(body, shown)
    return _relation(body, shown) if isinstance(body, RelationDecision) else said(body)


@said.register
def _(decision: DocumentDecision) -> str:
    return _whole(decision, {})


@said.register
def _(decision: RelationDecision) -> str:
    return _relation(decision, {})


def _whole(decision: DocumentDecision, shown: Mapping[int, str]) -> str:
    number = decision.duplicate_of
    return _joined(
        nl.JUDGEMENTS[decision.judgement],
        _grounds(decision.grounds),
        _words("duplicate", number=shown.get(number, number)) if number is not None else "",
        _words("link", link=decision.link) if decision.link else "",
        _words("reason", text=decision.reason),
    )


def _relation(decision: RelationDecision, shown: Mapping[int, str]) -> str:
    pattern, number = nl.RELATIONS.get(decision.type, ""), decision.other or 0
    relation = pattern.format(number=shown.get(number, number)) if pattern else _words("no-relation")
    return _joined(relation, _words("reason", text=decision.reason) if decision.reason else "")


@said.register
def _(sample: SampleDrawn) -> str:
    return _words(
        "drawn",
        size=nl.written_number(sample.size),
        population=nl.written_number(sample.population),
        unit=nl.SAMPLE_UNITS[sample.unit][1],
        seed=sample.seed,
    )


@said.register
def _(answer: SampleAnswer) -> str:
    return _joined(_words("missed" if answer.missed else "not-missed"), _remark(answer.remark))


@said.register
def _(assessment: Assessment) -> str:
    is_question = assessment.opinion is Opinion.QUESTION
    return _words("question", text=assessment.text) if is_question else nl.OPINIONS[assessment.opinion]


@said.register
def _(completion: Completion) -> str:
    return nl.PROGRESS[completion.progress]


@said.register(Motivation)
@said.register(Remark)
def _(typed: Motivation | Remark) -> str:
    return typed.text


def _named(person_id: str, names: Mapping[str, str]) -> str:
    return names.get(person_id) or person_id[:ID_SHOWN]


def _grounds(codes: tuple[str, ...]) -> str:
    return _words("grounds", grounds=nl.listed(codes)) if codes else ""


def _remark(text: str) -> str:
    return _words("remark", text=text) if text else ""


def _words(key: str, **values: object) -> str:
    return nl.TRAIL_WORDS[key].format(**values)


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
