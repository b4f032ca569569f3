"""The numbers of documents: those that people gave, and for the others numbers that stay.

In: the documents of a dossier in the order of their files, the numbers that its settings give, and the
numbers of an earlier time. Out: the same documents, each with its ``number``, which is its own for good, and
its ``label``, the number that people read. A label is, in this order: what the settings say; what it was
before; the number that the file's name begins with, where the dossier is numbered in that way; for a file in
a folder of attachments beside a mail (``05_mail.pdf``, ``05_mail bijlagen/``) a sub-number of that mail
(``5.1``); the next free whole number. A document that is added never changes the number of another one, and
a number that was used is not used again.

Deliberately gives no sub-number for what the text of a mail names: that is a proposal (``threads``), and a
number that is printed on pages does not rest on one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from lakmoes.errors import UsageError
from lakmoes.model import SourceDocument, label_order

NUMBERED = 0.5
"""Share of the files that must begin with a number before these are taken for given numbers."""
YEARS = range(1900, 2100)
APART = 5_000
"""Numbers above this, in four figures, are of documents with a sub-number: whole ones stay free."""

_IN_NAME = re.compile(
    r"^0*(?P<label>[1-9]\d{0,4}(?:\.0*[1-9]\d{0,2}){0,2}[a-df-z]?)"
    r"(?:\.?[\s_)-]|\.(?=\D)|$)(?!\d{1,2}[-_. ]\d)"
)
"""Not a date; ``3e`` is an ordinal."""
_OF_ATTACHMENTS = re.compile(r"[\s_()-]*(?:bijlagen?|attachments?|bijl)?[\s_()-]*$", re.IGNORECASE)
_FIGURE = re.compile(r"(?:(?<=\.)|^)\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A number that was given: to the file of that name, with those contents."""

    file_name: str
    document_id: str
    number: int
    label: str


def numbered(
    documents: Sequence[SourceDocument], given: Mapping[str, str], earlier: Sequence[Numbered]
) -> tuple[SourceDocument, ...]:
    """The documents with their numbers and labels, in the order that they came.

    Args:
        documents: As they were taken in, numbered from 1.
        given: File name to the label that the settings give it.
        earlier: What was given before, also to files that are gone.

    Raises:
        UsageError: Two documents would bear one number.
    """
    before = _still_theirs(documents, earlier)
    labels = _labels(documents, given, before, earlier)
    numbers = _numbers(documents, labels, before, earlier)
    by_place = {document.number: numbers[document.file_name] for document in documents}
    return tuple(
        replace(
            document,
            number=numbers[document.file_name],
            label=labels[document.file_name],
            duplicate_of=by_place[document.duplicate_of] if document.duplicate_of else None,
        )
        for document in documents
    )


def kept(documents: Sequence[SourceDocument], earlier: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """What to remember: the numbers of the documents, and those of files that are gone."""
    now = {
        document.number: Numbered(
            file_name=document.file_name,
            document_id=document.id,
            number=document.number,
            label=document.shown,
        )
        for document in documents
    }
    every = {one.number: one for one in earlier} | now
    return tuple(every[number] for number in sorted(every))


def _still_theirs(documents: Sequence[SourceDocument], earlier: Sequence[Numbered]) -> dict[str, Numbered]:
    """File name to what was given before: to the file of that name, or to the one that was renamed so."""
    by_name = {one.file_name: one for one in earlier}
    found = {one.file_name: by_name[one.file_name] for one in documents if one.file_name in by_name}
    names = {document.file_name for document in documents}
    gone = {one.document_id: one for one in reversed(earlier) if one.file_name not in names}
    for document in documents:
        if document.file_name not in found and document.id in gone:
            found[document.file_name] = gone.pop(document.id)
    return found


def _labels(
    documents: Sequence[SourceDocument],
    given: Mapping[str, str],
    before: Mapping[str, Numbered],
    earlier: Sequence[Numbered],
) -> dict[str, str]:
    """File name to label."""
    names = [document.file_name for document in documents]
    labels = _of_settings(given)
    taken = set(labels.values())
    for name in names:
        if name in before and name not in labels:
            if before[name].label in taken:
                raise UsageError("number-taken", number=before[name].label)
            labels[name] = before[name].label
            taken.add(labels[name])
    for name, label in _of_names(names, _beside(names)).items():
        if name not in labels and label not in taken:
            labels[name] = label
            taken.add(label)
    return _completed(names, labels, taken | {one.label for one in earlier})


def _of_settings(given: Mapping[str, str]) -> dict[str, str]:
    twice = [label for label in given.values() if list(given.values()).count(label) > 1]
    if twice:
        raise UsageError("number-taken", number=twice[0])
    return dict(given)


def _of_names(names: Sequence[str], beside: Mapping[str, str]) -> dict[str, str]:
    """The numbers that names of files begin with, where that is how the dossier is numbered."""
    own = [name for name in names if name not in beside]
    found = {name: label for name in own if (label := label_in(name))}
    labels = list(found.values())
    is_unique = len(set(labels)) == len(labels)
    are_years = all(label.isdecimal() and int(label) in YEARS for label in labels)
    return found if is_unique and not are_years and len(found) > NUMBERED * len(own) else {}


def label_in(file_name: str) -> str:
    """The number that a file's name begins with, without leading zeros; empty where there is none."""
    match = _IN_NAME.match(PurePosixPath(file_name).stem)
    if not match:
        return ""
    return ".".join(part.lstrip("0") for part in match["label"].split("."))


def _beside(names: Sequence[str]) -> dict[str, str]:
    """File in a folder of attachments to the file that they belong to, which lies beside that folder."""
    stems = {str(PurePosixPath(name).with_suffix("")).casefold(): name for name in reversed(names)}
    found: dict[str, str] = {}
    for name in names:
        folder = str(PurePosixPath(name).parent).casefold()
        owner = stems.get(folder) or stems.get(_OF_ATTACHMENTS.sub("", folder))
        if owner:
            found[name] = owner
    return found


def _completed(names: Sequence[str], labels: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    """The labels with those that were still wanting: sub-numbers, and the next free whole numbers."""
    beside, last = _beside(names), _last_used(taken)
    complete = dict(labels)
    for name in (one for one in names if one not in labels and one not in beside):
        last[""] += 1
        complete[name] = str(last[""])
    # Folders within folders last: their mail is an attachment itself.
    for name in sorted((one for one in beside if one not in labels), key=lambda one: one.count("/")):
        prefix = f"{complete[beside[name]]}."
        last[prefix] += 1
        complete[name] = f"{prefix}{last[prefix]}"
    return complete


def _last_used(labels: Iterable[str]) -> Counter[str]:
    """The highest figure behind each prefix: of ``5.2`` that is 5 behind nothing and 2 behind ``5.``."""
    last: Counter[str] = Counter()
    for label in labels:
        for match in _FIGURE.finditer(label):
            prefix = label[: match.start()]
            last[prefix] = max(last[prefix], int(match.group()))
    return last


def _numbers(
    documents: Sequence[SourceDocument],
    labels: Mapping[str, str],
    before: Mapping[str, Numbered],
    earlier: Sequence[Numbered],
) -> dict[str, int]:
    """File name to number: what it was, the label where that is a free whole number, or one kept apart."""
    taken = {one.number for one in earlier}
    numbers = {name: one.number for name, one in before.items()}
    names = sorted((document.file_name for document in documents), key=lambda name: label_order(labels[name]))
    for name in (one for one in names if one not in numbers):
        whole = int(labels[name]) if labels[name].isdecimal() else 0
        if whole and whole not in taken:
            numbers[name] = whole
            taken.add(whole)
    last = max(taken | {APART})
    for number, name in enumerate((one for one in names if one not in numbers), start=last + 1):
        numbers[name] = number
    return numbers
