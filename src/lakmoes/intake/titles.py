"""The title under which an inventory lists a document.

In: its kind, opening, the heads of mails, the file's name and the PDF's metadata. Out: one line. A mail has
its subject without ``RE:`` and ``FW:``; letters, memos and notes have their ``Onderwerp`` or ``Betreft``;
other documents their heading; then come the file's name and the PDF's metadata. The kind is put before a
title that does not tell it, version or draft behind it: a handler must be able to tell the rows apart.

The title may hold personal data; what is redacted in the documents is redacted in it by ``inventory``.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from lakmoes import nl
from lakmoes.intake.dates import dates_in
from lakmoes.intake.kinds import Evidence, named_kind, names_kind
from lakmoes.intake.mail import bare_subject, newest
from lakmoes.intake.opening import Opening, labelled, running_on
from lakmoes.model import DocumentKind

TITLE_LIMIT = 200
SUBJECT_LABELS = r"onderwerp|betreft|betr\.|inzake|subject|re|titel|title"
VERSION_WITHIN = 200
"""Characters of a line of the opening within which it may state the version."""
SHORT_HEADING = 3
"""Words up to which a heading needs its subtitle."""
NUMBER = re.compile(r"^\d+(?=[\s_.-]+[^\W\d_])[\s_.-]*")
NAME_SAYS_NOTHING = re.compile(
    r"^(?:scan[a-z]*+|image|img|document|doc|bijlage|file|print|afdruk|pdf|untitled|naamloos|nieuw|new|kopie|copy"
    r"|[\s_.()\d-])*+$",
    re.IGNORECASE,
)
METADATA_PREFIX = re.compile(r"^(?:microsoft (?:word|powerpoint|excel|office)\s*-\s*)", re.IGNORECASE)
EXTENSION = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|msg|odt|rtf|txt)$", re.IGNORECASE)
VERSION = re.compile(
    r"\b(?P<word>versie|version|concept(?:versie)?)\s*[:\t]?\s*(?:nr\.?\s*)?v?(?P<number>\d{1,2}(?:\.\d{1,3}){0,2})(?![\d.]*[-/\d])",
    re.IGNORECASE,
)
DRAFT = re.compile(r"^concept\b", re.IGNORECASE)
PARLIAMENT = re.compile(r"voorzitter van de (?P<house>tweede|eerste) kamer", re.IGNORECASE)
WITH_KIND_BEFORE = frozenset(
    {
        DocumentKind.ATTENDANCE_LIST,
        DocumentKind.CHAT,
        DocumentKind.DECISION_NOTE,
        DocumentKind.LEGAL_ADVICE,
        DocumentKind.LETTER,
        DocumentKind.MEMO,
        DocumentKind.MINUTES,
        DocumentKind.NEWS,
        DocumentKind.NOTES,
        DocumentKind.OFFICIAL_REPORT,
        DocumentKind.PLANNING,
        DocumentKind.PRESENTATION,
    }
)
WITH_SUBJECT_FIRST = frozenset(
    {DocumentKind.LETTER, DocumentKind.MEMO, DocumentKind.DECISION_NOTE, DocumentKind.LEGAL_ADVICE}
)
WITHOUT_HEADING = frozenset({DocumentKind.LETTER, DocumentKind.NOTES})
"""What stands in large type on a letter is the sender; notes begin with whatever came first."""
VERSIONED = frozenset(DocumentKind) - {
    DocumentKind.CHAT,
    DocumentKind.EMAIL,
    DocumentKind.NEWS,
    DocumentKind.NOTES,
}


def title_of(kind: DocumentKind, evidence: Evidence, metadata: Mapping[str, str]) -> str:
    """The title of a document of this kind, never empty."""
    if kind is DocumentKind.EMAIL:
        return _shortened(_mail_title(evidence))
    candidates = _candidates(kind, evidence, metadata)
    title = next(filter(None, candidates), "")
    version = _version(evidence.opening) if kind in VERSIONED else ""
    if version and version.split()[0].lower() not in title.lower():
        title = f"{title}, {version}" if title else ""
    return _shortened(_with_kind(kind, title, evidence))


def title_of_name(file_name: str) -> str:
    """The title that a file's name makes, empty where the name says nothing (``scan0001.pdf``)."""
    stem = PurePosixPath(file_name).stem
    if NAME_SAYS_NOTHING.match(stem):
        return ""
    text = " ".join(re.sub(r"_+|%20", " ", NUMBER.sub("", stem)).split()).strip(" -.")
    return text[:1].upper() + text[1:]


def title_of_metadata(metadata: Mapping[str, str]) -> str:
    """The title that the PDF's metadata makes, empty where it is only a file's name that says nothing."""
    text = " ".join(METADATA_PREFIX.sub("", metadata.get("title") or "").split())
    bare = EXTENSION.sub("", text)
    return "" if NAME_SAYS_NOTHING.match(bare) else bare


def _mail_title(evidence: Evidence) -> str:
    head = newest(evidence.heads)
    subjects = [head.subject] if head else []
    subjects += [other.subject for other in evidence.heads]
    subject = next(filter(None, map(bare_subject, subjects)), "")
    if not subject and not any(other.subject for other in evidence.heads):
        subject = evidence.opening.heading if named_kind(evidence.opening.heading) else ""
    word = nl.MAIL_THREAD if len(evidence.heads) > 1 else nl.MAIL
    return f"{word}: {subject}" if subject else f"{word} {nl.WITHOUT_SUBJECT}"


def _candidates(kind: DocumentKind, evidence: Evidence, metadata: Mapping[str, str]) -> Iterator[str]:
    subject = _subject(evidence.opening)
    if kind in WITH_SUBJECT_FIRST:
        yield subject
    if kind not in WITHOUT_HEADING:
        yield _heading(evidence)
    yield subject
    yield title_of_name(evidence.file_name)
    yield title_of_metadata(metadata)


def _subject(opening: Opening) -> str:
    for value, index in labelled(opening.lines, SUBJECT_LABELS):
        text = running_on(opening.lines, value, index).strip(" .:;")
        if len(text) > 3:
            return text
    return ""


def _heading(evidence: Evidence) -> str:
    """The heading, with its subtitle or the file's name where it says little by itself."""
    opening = evidence.opening
    heading = opening.heading or opening.first
    words = heading.split()
    if not heading or len(words) > SHORT_HEADING:
        return heading
    name = title_of_name(evidence.file_name)
    if len(words) == 1 and named_kind(heading) and heading.lower() in name.lower():
        return name
    if opening.heading and opening.under:
        return f"{heading} – {opening.under}"
    return heading


def _version(opening: Opening) -> str:
    """Version or draft as the opening states it (``versie 0.9``, ``concept``), empty where it does not."""
    draft = ""
    for line in opening.lines:
        text = line.text[:VERSION_WITHIN]
        for mention in reversed(dates_in(text)):
            text = text[: mention.start] + text[mention.end :]
        match = VERSION.search(text)
        if match:
            word = "versie" if match["word"].lower().startswith("version") else match["word"].lower()
            return f"{word} {match['number']}"
        if DRAFT.match(text):
            draft = "concept"
    return draft


def _with_kind(kind: DocumentKind, title: str, evidence: Evidence) -> str:
    word = nl.DOCUMENT_KINDS[kind].capitalize()
    if not title:
        return word
    house = next(filter(None, (PARLIAMENT.search(line.text) for line in evidence.opening.lines)), None)
    if kind is DocumentKind.LETTER and house:
        return f"{word} aan de {house['house'].capitalize()} Kamer: {title}"
    if kind in WITH_KIND_BEFORE and not names_kind(title, kind):
        return f"{word}: {title}"
    return title[:1].upper() + title[1:]


def _shortened(title: str) -> str:
    """At most ``TITLE_LIMIT`` characters, cut between words."""
    if len(title) <= TITLE_LIMIT:
        return title
    return title[:TITLE_LIMIT].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
