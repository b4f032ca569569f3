"""What comes in: the bodies of requests, with bounds on every size.

In: JSON of strangers. Out: checked values. An unknown field is refused: a misspelt one must never be passed
over. Says what may be sent, not what it means; ``saying`` makes entries of it.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from lakmoes.model import DocumentProgress, Judgement, Opinion, SampleUnit, Verdict

MOST_ITEMS = 20_000
MOST_GROUNDS = 12
Code = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Codes = Annotated[tuple[Code, ...], Field(max_length=MOST_GROUNDS)]
Id = Annotated[str, StringConstraints(max_length=200)]
Subject = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4_000)]
Essay = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
Link = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=r"^(https?://\S+)?$")
]
Basis = Annotated[int, Field(ge=0)]
Offset = Annotated[int, Field(ge=0)]
Number = Annotated[int, Field(ge=1)]
Points = Annotated[float, Field(ge=-1_000_000, le=1_000_000, allow_inf_nan=False)]


class Form(BaseModel):
    """A body of a request."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SuggestionItem(Form):
    """A decision on a suggestion; ``extent`` makes it longer or shorter (characters of the page)."""

    id: Id
    verdict: Verdict
    grounds: Codes = ()
    extent: tuple[Offset, Offset] | None = None
    remark: Words = ""
    basis: Basis


class TextItem(Form):
    """A redaction of selected text, or the end of one (``keep``)."""

    own: Literal["text"]
    page: Number
    start: Offset
    end: Offset
    grounds: Codes = ()
    verdict: Verdict = Verdict.REDACT
    remark: Words = ""
    basis: Basis


class BoxItem(Form):
    """A redaction of a drawn rectangle of the page as shown: points, origin at the top left."""

    own: Literal["box"]
    page: Number
    rect: tuple[Points, Points, Points, Points]
    grounds: Codes = ()
    verdict: Verdict = Verdict.REDACT
    remark: Words = ""
    basis: Basis


class SubjectItem(Form):
    """Another decision on a place of one's own: other grounds, or kept after all."""

    subject: Subject
    verdict: Verdict
    grounds: Codes = ()
    remark: Words = ""
    basis: Basis


Item = SuggestionItem | TextItem | BoxItem | SubjectItem
Also = Literal["identical", "near", "copies"]


class DecisionsForm(Form):
    """Decisions made in one act; ``also`` applies those on suggestions to all that are alike.

    ``only`` names, of what is alike, what it is applied to (document number and suggestion); without it
    all. ``known`` is the log's last entry when these were shown: what someone decided later is not overruled
    unseen.
    """

    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=MOST_ITEMS)]
    also: Also | None = None
    only: Annotated[tuple[tuple[Number, Id], ...], Field(max_length=MOST_ITEMS)] | None = None
    known: Basis | None = None


class WithdrawForm(Form):
    """Takes back what holds for a subject, as though nobody had spoken."""

    subject: Subject
    basis: Basis


class StepForm(Form):
    """Undo or redo: in one document, or over the dossier."""

    document: Number | None = None


class SeenForm(Form):
    """A page that a person has had before them."""

    page: Number


class JudgementForm(Form):
    """A decision on a document as a whole; without a judgement what was decided is taken back."""

    judgement: Judgement | None
    grounds: Codes = ()
    reason: Words = ""
    link: Link = ""
    duplicate_of: Number | None = None
    basis: Basis


class RelationForm(Form):
    """How a document relates to another; ``taken_back`` returns to what was proposed."""

    type: Code | Literal[""] = ""
    other: Number | None = None
    reason: Words = ""
    taken_back: bool = False
    basis: Basis


class CompletionForm(Form):
    """How far a document is."""

    progress: DocumentProgress
    basis: Basis


class WholeForm(Form):
    """Redacts a whole page, or with no page all pages of a document."""

    page: Number | None = None
    grounds: Annotated[Codes, Field(min_length=1)]
    remark: Words = ""


class RemarkForm(Form):
    """A remark in the thread of a subject."""

    subject: Subject
    text: Annotated[Words, Field(min_length=1)]
    document: Number | None = None


class AssessmentForm(Form):
    """What a second reviewer says of a decision; ``entry`` is the one that was on the screen."""

    about: Subject
    entry: Number
    opinion: Opinion
    text: Words = ""
    document: Number | None = None
    basis: Basis


class PersonForm(Form):
    """A decision on a person; without a verdict what was decided is taken back."""

    verdict: Verdict | None
    grounds: Codes = ()
    role: Annotated[str, StringConstraints(max_length=100)] = ""
    reason: Words = ""
    basis: Basis


class MergeForm(Form):
    """Another person of the register who is this one; ``known``: the last entry of the log that was seen."""

    other: Id
    known: Basis | None = None


class SplitForm(Form):
    """Spellings that are someone else; ``known``: the last entry of the log that was seen."""

    spellings: Annotated[tuple[Words, ...], Field(min_length=1, max_length=1_000)]
    known: Basis | None = None


class MotivationForm(Form):
    """Why a ground applies: in the dossier, or (``about``) to one decision."""

    ground: Code
    text: Essay
    about: Annotated[str, StringConstraints(max_length=400)] = ""
    document: Number | None = None
    basis: Basis


class SearchForm(Form):
    """Words that are looked for; not in an address, for addresses are kept in many places."""

    query: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class SampleForm(Form):
    """A sample of what was not marked."""

    unit: SampleUnit
    size: Annotated[int, Field(ge=1, le=2_000)]
    seed: Annotated[int, Field(ge=0, le=2**31)] | None = None


class AnswerForm(Form):
    """Whether something was missed in an item of a sample."""

    sample: Subject
    item: Subject
    missed: bool
    remark: Words = ""
    document: Number | None = None
    basis: Basis
