"""What weighs in the judgement of a statement, as named numbers.

In: the statements of a document. Out: per statement its features: cue groups in its words, in its
neighbours and in the whole document, single words, its form, and its circumstances (kind of document, who
speaks, heading of the column, label). A feature's name says what it stands for: ``cue:waardering``,
``word:liever``, ``form:time``, ``column:oordeel``.

Only general properties of language and layout: no feature knows the subject of a dossier.
"""

import re
from collections import Counter
from collections.abc import Sequence

from lakmoes.detection.passages.context import Statement
from lakmoes.detection.passages.cues import CueBook, words_of

Features = dict[str, float]

CUES = "passage_cues"
"""Name of the list of cue groups."""
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
SUBJECTS = (
    "buitenland",
    "ingrijpen",
    "kwetsbaarheid",
    "onaangekondigd bezoek",
    "opsporing",
    "prijs en tarief",
    "selectie voor controle",
    "voorraad en vitale voorziening",
)
"""Groups whose share in the whole document tells what it is about."""
FULL_SHARE = 3.0
"""Factor by which the share of a subject counts; a third of the words is all."""


def features_of(found: Sequence[Statement], book: CueBook) -> list[Features]:
    """The features of each statement of one document, which must all be judged ones, in reading order."""
    cues = [book.find(words_of(statement.text)) for statement in found]
    shares = _shares(found, cues)
    made = []
    for index, statement in enumerate(found):
        features = _own(statement, cues[index]) | _circumstances(statement, book) | shares
        for neighbour in (index - 1, index + 1):
            if 0 <= neighbour < len(found) and found[neighbour].place == statement.place:
                features |= {f"neighbour:{group}": 1.0 for group in cues[neighbour]}
        made.append(features)
    return made


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
    return features | {f"word:{word}": 1.0 for word in words}


def _circumstances(statement: Statement, book: CueBook) -> Features:
    """What is known of a statement apart from its own words."""
    features = {
        f"unit:{statement.unit.kind}": 1.0,
        f"document kind:{statement.kind}": 1.0,
        f"zone:{statement.zone}": 1.0,
        f"kind and zone:{statement.kind} {statement.zone}": 1.0,
    }
    surroundings = {"heading": statement.heading, "column": statement.column, "label": statement.label}
    for name, text in surroundings.items():
        words = words_of(text)
        features |= {f"{name} cue:{group}": 1.0 for group in book.find(words)}
        if words and name != "heading":
            features |= {f"{name}:{word}": 1.0 for word in ("any", *words)}
    return features


def _shares(found: Sequence[Statement], cues: Sequence[dict[str, list[str]]]) -> Features:
    """Per subject the share of the document's words that stand in statements with its cues."""
    sizes = [len(statement.text.split()) for statement in found]
    totals: Counter[str] = Counter()
    for size, groups in zip(sizes, cues, strict=True):
        totals.update(dict.fromkeys(groups, size))
    whole = max(1, sum(sizes))
    return {
        f"document:{group}": min(1.0, FULL_SHARE * totals[group] / whole)
        for group in SUBJECTS
        if totals[group]
    }
