"""Titles and file names that may be published: what is redacted in the documents stands in neither.

In: a title or document, and the texts that are redacted anywhere in the dossier (names, local parts of
addresses, numbers, code names). Out: the title with the ground's code in place of such a text, or the name of
the published file with a neutral word in its place.

A name is looked for as written, whole and by its parts, in any case and without accents, with or without
signs between its parts (``jan_jansen``, ``JanJansen``, ``terBraak``). A single word that is a name counts in
a title only where it has its capital, so that ``Winter`` does not black out the winter; in a file's name it
always counts, for there nothing else tells the two apart.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import PurePosixPath

from lakmoes import nl
from lakmoes.model import SourceDocument

SHORTEST = 3
"""Characters of a single word or number that is looked for; shorter ones stand in too many words."""
UNMISTAKABLE = 7
"""Letters from which several words without a sign between them are a name also within a longer word."""
TITLE_IN_PASSAGE = 0.5
"""Share of a redacted passage from which a title in it is that passage and not a mention."""
NAME_LIMIT = 120
NAME_BYTES = 240
"""Common file systems allow 255 bytes; some room is left for what others put before or behind it."""
LEAST_NUMBER_WIDTH = 2

LETTER_WITHOUT_PARTS = str.maketrans("łŁøØđĐıßæÆœŒþÞ", "lLoOdDisaAoOtT")
PARTS = re.compile(r"[^\W\d_]+|\d+")
BETWEEN = r"[\W_]*"
TITLE_WORDS = "mr mrs ms drs dr ir ing prof bc ba ma msc bsc llm phd jhr jkvr dhr mw mevr mevrouw meneer heer"
TITLES_OF_PERSONS = frozenset(TITLE_WORDS.split())
INTERFIX_WORDS = """
aan al bei ben bij bin d da de del della den der des di dos du el en het ibn in l la le les of op ould t te
ten ter uit van vd von voor zu zum zur
"""
INTERFIXES = frozenset(INTERFIX_WORDS.split())
INTERFIX = rf"(?:(?:{'|'.join(sorted(INTERFIXES))})\b\s?){{0,3}}"
INITIALS_BEFORE = re.compile(rf"(?:\b[A-ZÀ-Ý]\.\s?){{1,5}}{INTERFIX}$")
INITIALS_BEHIND = re.compile(rf"^,\s?(?:[A-ZÀ-Ý]\.\s?){{1,5}}{INTERFIX}")
NOT_A_NAME = re.compile(r"[\d@]")
LONGEST_NAME = 8
CONTROL = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
UNSAFE = re.compile(r"[^\w.,()'’&+=-]+")
LEADING_NUMBER = r"^0*{label}(?:$|[\s_.-]+(?!\d))"


@dataclass(frozen=True, slots=True)
class _Form:
    """One way in which a text may be written.

    Attributes:
        key: First part, folded: what does not hold it does not hold the form.
        pattern: Matches the folded form.
        capital: Whether it counts only where its name has a capital, where case is minded.
        within: Whether it counts within a longer word.
        is_name: Whether initials beside it belong to it.
    """

    key: str
    pattern: re.Pattern[str]
    capital: bool
    within: bool
    is_name: bool


def public_title(title: str, redacted_texts: Mapping[str, str]) -> str:
    """The title with ``[10.2.e]`` in place of redacted texts.

    Args:
        title: As intake made it.
        redacted_texts: Texts that are redacted in the dossier, with the code of their ground.
    """
    clean = printable(title)
    found = _found(clean, redacted_texts, minds_case=True)
    return " ".join(_replaced(clean, found, lambda text: f"[{redacted_texts[text]}]").split())


def published_name(document: SourceDocument, redacted_texts: Collection[str], width: int) -> str:
    """The name of the published file: ``<number>_<name>.pdf``, unique in the dossier by its number.

    Args:
        document: The document; a number that its file's name begins with is not repeated.
        redacted_texts: Texts that are redacted in the dossier.
        width: Digits of the largest whole number in the dossier; at least two are used.
    """
    label = document.shown
    stem = printable(PurePosixPath(document.file_name).stem)
    stem = re.sub(LEADING_NUMBER.format(label=re.escape(label)), "", stem)
    found = _found(stem, redacted_texts, minds_case=False)
    name = _safe(_replaced(stem, found, lambda _: f" {nl.REDACTED_IN_NAME} "))
    whole = re.sub(r"\D.*", "", label)
    number = label.replace(whole, whole.zfill(max(width, LEAST_NUMBER_WIDTH)), 1)
    return f"{_fitting(f'{number}_{name}' if name else number)}.pdf"


def without_passages(title: str, kind: str, passages: Iterable[tuple[str, str]]) -> str:
    """The title with the code in place of redacted passages of the same document.

    Args:
        title: As intake made it.
        kind: Word for the kind of document, which is what is left of a title that is wholly redacted.
        passages: Redacted texts with the code of their ground.
    """
    before, colon, subject = title.partition(": ")
    for passage, code in passages:
        folded = passage.casefold()
        if _is_most_of(title.casefold(), folded):
            return f"{kind}: [{code}]"
        if colon and _is_most_of(subject.casefold(), folded):
            return f"{before}: [{code}]"
        title = re.sub(re.escape(passage), f"[{code}]", title, flags=re.IGNORECASE)
    return title


def _is_most_of(title: str, passage: str) -> bool:
    """Whether a passage is hardly more than the title; a long passage may well mention one."""
    return bool(title) and title in passage and len(title) >= TITLE_IN_PASSAGE * len(passage)


def printable(text: str) -> str:
    """The text on one line without characters that are not seen or cannot be written."""
    composed = unicodedata.normalize("NFC", text)
    kept = (" " if unicodedata.category(sign) in CONTROL else sign for sign in composed)
    return " ".join("".join(kept).split())


def _found(text: str, redacted_texts: Collection[str], *, minds_case: bool) -> dict[tuple[int, int], str]:
    """The places of redacted texts in a text; of places that overlap the longest stays."""
    folded = _folded(text)
    places: dict[tuple[int, int], str] = {}
    for redacted in redacted_texts:
        for form in _forms(redacted):
            if form.key in folded:
                for start, end in _places(form, text, folded, minds_case=minds_case):
                    places.setdefault((start, end), redacted)
    kept: dict[tuple[int, int], str] = {}
    for start, end in sorted(places, key=lambda place: (place[0] - place[1], place)):
        if all(end <= other_start or other_end <= start for other_start, other_end in kept):
            kept[start, end] = places[start, end]
    return dict(sorted(kept.items()))


def _replaced(text: str, found: Mapping[tuple[int, int], str], replacement: Callable[[str], str]) -> str:
    """The text with each place replaced; equal replacements that follow each other become one."""
    pieces: list[str] = []
    position = 0
    for (start, end), redacted in found.items():
        between, new = text[position:start], replacement(redacted)
        if not (pieces and pieces[-1] == new and not PARTS.search(between)):
            pieces += (between, new)
        position = end
    return "".join((*pieces, text[position:]))


def _places(form: _Form, text: str, folded: str, *, minds_case: bool) -> Iterator[tuple[int, int]]:
    for match in form.pattern.finditer(folded):
        start, end = match.span()
        if minds_case and form.capital and not text[match.start("name")].isupper():
            continue
        if form.within or (_begins_word(text, start) and _ends_word(text, start, end)):
            yield _with_initials(text, start, end) if form.is_name else (start, end)


def _with_initials(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a name with the initials and interfixes before or behind it."""
    before = INITIALS_BEFORE.search(text[:start])
    behind = INITIALS_BEHIND.match(text[end:])
    length = len(behind.group().rstrip()) if behind else 0
    return before.start() if before else start, end + length


def _begins_word(text: str, start: int) -> bool:
    before, first = text[start - 1 : start], text[start]
    if first.isdecimal():
        return not before.isdecimal()
    return not before.isalpha() or (before.islower() and first.isupper())


def _ends_word(text: str, start: int, end: int) -> bool:
    last, after = text[end - 1], text[end : end + 1]
    if last.isdecimal():
        return not after.isdecimal()
    if after == "s" and not text[end + 1 : end + 2].isalpha() and text[start].isupper():
        return True  # the Dutch genitive: Wietskes notitie
    return not after.isalpha() or (last.islower() and after.isupper())


@cache
def _forms(text: str) -> tuple[_Form, ...]:
    """The ways in which a redacted text may be written: whole, and a name also by its parts."""
    parts = PARTS.findall(unicodedata.normalize("NFC", text))
    sequences = [tuple(parts)]
    if _is_name(text, parts):
        sequences += _name_sequences(parts)
    forms = (_form(sequence) for sequence in dict.fromkeys(sequences))
    return tuple(form for form in forms if form)


def _is_name(text: str, parts: list[str]) -> bool:
    """Whether the text is a person's name: every word has its capital but titles and interfixes."""
    known = TITLES_OF_PERSONS | INTERFIXES
    words = [part for part in parts if part.lower() not in known]
    is_written_so = all(word[0].isupper() for word in words)
    return not NOT_A_NAME.search(text) and 0 < len(words) <= LONGEST_NAME and is_written_so


def _name_sequences(parts: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of a name alone, and every run of them with what stands between (``ter Braak``)."""
    words = [part for part in parts if len(part) > 1 and part.lower() not in TITLES_OF_PERSONS]
    for first, part in enumerate(words):
        if part.lower() in INTERFIXES and part.islower():
            # An interfix counts with the word after it only.
            for after in range(first + 1, len(words)):
                yield tuple(words[first : after + 1])
        else:
            yield (part,)
    names = [word for word in words if word.lower() not in INTERFIXES]
    yield from pairwise(names)
    yield tuple(reversed(names))
    yield tuple(words)


def _form(sequence: tuple[str, ...]) -> _Form | None:
    letters = sum(map(len, sequence))
    names = [part for part in sequence if part.lower() not in INTERFIXES]
    if letters < SHORTEST or not names:
        return None
    first = sequence.index(names[0])
    pieces = [re.escape(_folded(part)) for part in sequence]
    is_number = all(part.isdecimal() for part in sequence)
    if is_number:
        pieces = list("".join(pieces))
    key = pieces[0] if is_number else _folded(sequence[0])
    pieces[first] = f"(?P<name>{pieces[first]})"
    return _Form(
        key=key,
        pattern=re.compile(BETWEEN.join(pieces)),
        capital=len(names) == 1 and names[0][0].isupper(),
        within=len(names) > 1 and letters >= UNMISTAKABLE,
        is_name=names[0][0].isupper(),
    )


def _folded(text: str) -> str:
    """Lower case without accents, every character in its place."""
    plain = text.translate(LETTER_WITHOUT_PARTS)
    return "".join(_folded_sign(sign) for sign in plain)


def _folded_sign(sign: str) -> str:
    lower = unicodedata.normalize("NFKD", sign).lower()[:1]
    return lower or sign


def _safe(stem: str) -> str:
    """The stem with signs that every file system allows: spaces become underscores."""
    joined = re.sub(r"_{2,}", "_", UNSAFE.sub("_", stem))
    return re.sub(r"[._]*\.[._]*", ".", joined).strip("_. -")


def _fitting(name: str) -> str:
    """The name cut to the limits of length in characters and bytes."""
    short = name[: NAME_LIMIT - len(".pdf")]
    while len(short.encode()) > NAME_BYTES:
        short = short[:-1]
    return short.rstrip("_. -")
