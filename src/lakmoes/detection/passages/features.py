"""What weighs in the judgement of a statement, as named numbers.

In: the statements of a document. Out: per statement its features: cue groups in its words and around it
(``vicinity``), single words, pairs of words, beginnings and ends of long words, its form, and its
circumstances (kind of document, who speaks, headings, label). A feature's name says what it stands for:
``cue:waardering``, ``word:liever``, ``pair:niet doen``, ``end:heid``, ``form:time``, ``column:oordeel``.

Only general properties of language and layout: no feature knows the subject of a dossier.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from lakmoes.detection.passages.context import Statement
from lakmoes.detection.passages.cues import CueBook, Phrase, cue_book, words_of
from lakmoes.detection.passages.vicinity import vicinity

Features = dict[str, float]

CUES = "passage_cues"
"""Name of the list of cue groups."""
PERSONAL_CUES = "personal_cues"
"""Name of the list of groups that tell remarks on someone's private life."""
FORMS = {
    "amount": re.compile(r"€|\b(?:eur|usd|sek|gbp)\b", re.IGNORECASE),
    "share": re.compile(r"\d\s?%|\bprocent"),
    "time": re.compile(r"\b\d{1,2}[.:]\d{2}\b"),
    "date": re.compile(
        r"\b\d{1,2}(?:\s+(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)|[-/]\d{1,2}\b)"
    ),
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "distance": re.compile(r"\b\d+(?:[.,]\d+)?\s?(?:m|meter|km|kilometer|mijl|cm|centimeter|m2|m²)\b"),
    "duration": re.compile(
        r"\b\d+(?:[.,]\d+)?\s?(?:seconden|sec|minuten|min|uur|dagen|weken|maanden|seconds|minutes|hours)\b"
    ),
    "great number": re.compile(r"\b\d{1,3}(?:\.\d{3})+\b|\bmiljoen\b|\bmiljard\b|\bmln\b"),
    "licence plate": re.compile(r"\b(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})\b"),
    "number": re.compile(r"\d"),
    "quotation": re.compile(r"[‘'“\"].{3,}[’'”\"]"),
    "capitals": re.compile(r"\b[A-Z]{3,}\b"),
    "address on a network": re.compile(r"www\.|https?:|\.nl\b|@"),
    "brackets": re.compile(r"\("),
    "long number": re.compile(r"\b\d{6,}\b|\b0\d[\d -]{7,}"),
    "question": re.compile(r"\?$"),
    "exclamation": re.compile(r"!$"),
    "begins in lower case": re.compile(r"^[^\W\d_](?<=[a-zà-ÿ])"),
}
"""Forms of a text that tell something of its kind, whatever its words."""
INFINITIVE = re.compile(r"(?:en|ën|gaan|staan|doen|zien|slaan)$")
WORDS_PER_STEP, MOST_STEPS = 4, 6
LONG_WORD, LONGER_WORD = 6, 8
"""Letters from which the ends of a word count: ``ambulancepost`` ends like ``politiepost``."""
START, STOP = "<s>", "</s>"
OPENING_QUOTE, CLOSING_QUOTE = re.compile(r"[‘“„«]|(?<!\w)\""), re.compile(r"[”»]|(?<=[\w.,!?…])\"|’(?!\w)")


def features_of(found: Sequence[Statement], book: CueBook) -> list[Features]:
    """The features of each statement of one document, which must all be judged ones, in reading order."""
    cues = [book.find(words_of(statement.text)) for statement in found]
    personal = cue_book(PERSONAL_CUES)
    quoted = _quoted(found)
    made = []
    for index, around in enumerate(vicinity(found, cues)):
        statement = found[index]
        features = _own(statement, cues[index]) | _circumstances(statement, book) | around
        features |= {f"personal cue:{group}": 1.0 for group in personal.find(words_of(statement.text))}
        if index in quoted:
            features["form:goes on in a quotation"] = 1.0
        for neighbour in (index - 1, index + 1):
            if 0 <= neighbour < len(found) and found[neighbour].place == statement.place:
                features |= {f"neighbour:{group}": 1.0 for group in cues[neighbour]}
        made.append(features)
    return made


def _quoted(found: Sequence[Statement]) -> set[int]:
    """Indices of the statements that begin within a quotation which an earlier one in their cell opened."""
    within: set[int] = set()
    place, depth = None, 0
    for index, statement in enumerate(found):
        depth = depth if statement.place == place else 0
        place = statement.place
        if depth > 0:
            within.add(index)
        text = statement.text
        depth = max(0, depth + len(OPENING_QUOTE.findall(text)) - len(CLOSING_QUOTE.findall(text)))
    return within


def _own(statement: Statement, cues: dict[str, list[str]]) -> Features:
    """Cues, words and form of a statement."""
    words = words_of(statement.text)
    letters = [word for word in words if word[0].isalpha()]
    features = {"form:any": 1.0, f"length:{min(MOST_STEPS, len(letters) // WORDS_PER_STEP)}": 1.0}
    for group, matched in cues.items():
        features |= {f"{name}:{group}": 1.0 for name in ("cue", "cue twice", "cue thrice")[: len(matched)]}
    features |= {f"form:{name}": 1.0 for name, form in FORMS.items() if form.search(statement.text)}
    if letters and INFINITIVE.search(letters[-1]):
        features["form:ends in an infinitive"] = 1.0
    if letters and INFINITIVE.search(letters[0]):
        features["form:begins with an infinitive"] = 1.0
    return features | dict.fromkeys(_lexical(words), 1.0)


def _lexical(words: Phrase) -> Iterator[str]:
    """Names of the features of single words, of pairs, and of the ends of long words."""
    for word in words:
        yield f"word:{word}"
        if len(word) >= LONG_WORD and word.isalpha():
            yield from (f"begin:{word[:5]}", f"end:{word[-4:]}")
            if len(word) >= LONGER_WORD:
                yield from (f"end:{word[-5:]}", f"end:{word[-6:]}")
    for one, two in itertools.pairwise((START, *words, STOP)):
        yield f"pair:{one} {two}"


def _circumstances(statement: Statement, book: CueBook) -> Features:
    """What is known of a statement apart from its own words."""
    features = {
        f"unit:{statement.unit.kind}": 1.0,
        f"document kind:{statement.kind}": 1.0,
        f"zone:{statement.zone}": 1.0,
        f"kind and zone:{statement.kind} {statement.zone}": 1.0,
    }
    surroundings = {
        "heading": statement.heading,
        "column": statement.column,
        "side": statement.side,
        "label": statement.label,
    }
    for name, text in surroundings.items():
        words = words_of(text)
        features |= {f"{name} cue:{group}": 1.0 for group in book.find(words)}
        if words:
            features |= {f"{name}:{word}": 1.0 for word in ("any", *words)}
    return features
