"""What the trained pipeline makes of a name, beside what the recognizers make of it.

In: the entities and probabilities of the pipeline on a page, and findings of recognizers. Out: the pipeline's
persons as hits, without what cannot be part of a name and without those that the words around show to be
things; and the recognizers' findings, those of lists alone weaker where the pipeline sees no name at all.

A hit that the pipeline alone saw counts as a person where it is sure and the name has two parts or is known
to the lists; otherwise it is asked and tells of no person elsewhere. The numbers were set on written texts
that the pipeline was not trained on.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lakmoes.detection.listing import index_at
from lakmoes.detection.lists import name_lists
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.scores import ASKED
from lakmoes.detection.surroundings import (
    follows_organisation_word,
    is_named_after,
    is_quoted,
    number_follows,
    precedes_organisation_word,
    starts_sentence,
)
from lakmoes.detection.tokens import Gap, Kind, Token, tokenize
from lakmoes.model import Finding, FindingKind

Probabilities = Sequence[tuple[int, int, float]]
"""Per word its first and last offset and how likely it is part of a name, in the order of the text."""

SURE, LIKELY = 0.95, 0.5
"""Probability from which a name that only the pipeline saw counts by itself, and from which it is asked."""
KNOWN, BARE, OPENING = 0.9, 0.95, 0.995
"""The same for a single word that the lists know; for a name that no list knows; and for such a name of one
word that begins a sentence."""
USUAL = 0.85
"""Mean probability over the page from which a single word is asked at all."""
TRUSTED = 0.7
"""Score of such a name that counts by itself; one that is asked has ``scores.ASKED``."""
DENIED, UNSURE = 0.1, 0.4
"""Probability below which the pipeline sees no name, and below which it would not call it one."""
CLEAR = 0.5
"""Probability from which it does."""
FIRM = 0.89
"""Score from which the evidence of lists stands without the pipeline."""
DOUBTED = 0.38
"""Score of weaker evidence of lists where the pipeline sees no name: it waits for the same name elsewhere.
Where the pipeline is unsure, such a name is asked."""
RUNNING = frozenset({"ListNames", "TitledNames"})
"""Recognizers of names in running text, which may be words of the sentence."""
PART = re.compile(r"(?:[^\n\t]|\n(?!\n))+")
CODE = re.compile(r"[-_/]?\d")
"""What goes on behind the first letters of a code (``AVX-20``)."""
INNER = frozenset(".,()-'’\"&")
"""Marks that may stand within a name."""
NEVER = 2.0
SHORTEST = 4
"""Letters up to which capitals are more likely an abbreviation."""
GIVEN = Kind.FIRST | Kind.FIRST_IN_PLACE | Kind.INITIALS
LISTED = Kind.FIRST | Kind.FIRST_IN_PLACE | Kind.SURNAME
PLAIN = Kind.PLACE | Kind.FUNCTION | Kind.ABBREVIATION


def persons_in(
    text: str, entity: tuple[int, int], rule: str, probability: float, usual: Mapping[str, float]
) -> Iterator[Hit]:
    """The hits for an entity: one in each cell or block that it runs over, none for things.

    Args:
        text: Of the page.
        entity: First and last offset.
        rule: Name of the rule.
        probability: How likely the entity is a name.
        usual: How likely words are part of a name, over all their places on the page.
    """
    tokens = tokenize(text)
    for first, last in _parts(tokens, text, entity):
        if last - first == 1 and usual.get(tokens[first].text, 1.0) < USUAL:
            continue
        score = _score(tokens, first, last, probability)
        in_code = score and CODE.match(text, tokens[last - 1].end)
        if score and not in_code and not _is_thing(tokens, first, last):
            yield Hit(
                start=tokens[first].start,
                end=tokens[last - 1].end,
                kind=FindingKind.NAME,
                rule=rule,
                score=score,
                context=f"{probability:.2f}",
            )


def _parts(tokens: Tokens, text: str, entity: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The ranges of tokens of an entity, apart where a cell or block ends or another name begins."""
    for part in PART.finditer(text, *entity):
        first, last = _tokens_in(tokens, part.start(), part.end())
        for border in range(first + 1, last):
            if _begins_name(tokens, first, border):
                yield _trimmed(tokens, first, border)
                first = border
        yield _trimmed(tokens, first, last)


def _begins_name(tokens: Tokens, first: int, index: int) -> bool:
    """Whether a given name begins a line, or stands behind an interfix, and no given name before it."""
    token, before = tokens[index], tokens[index - 1]
    behind = before.has(Kind.INTERFIX) and before.text.islower() and index - 1 > first
    if not token.has(Kind.FIRST) or not (token.gap == Gap.LINE or behind):
        return False
    return not any(one.has(GIVEN) and one.has(Kind.CAPITAL) for one in tokens[first:index])


def _tokens_in(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The tokens that lie wholly within a range."""
    first, last = index_at(tokens, start), index_at(tokens, end)
    return first, last - 1 if first < last and tokens[last - 1].end > end else last


def _trimmed(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The range without marks, abbreviations and words of the sentence at its edges."""
    if last - first == 1 and _signs(tokens, first):
        return first, last
    capitals = any(token.has(Kind.CAPITAL) for token in tokens[first:last])
    while first < last and (_is_edge(tokens[first], capitals) or _is_before_title(tokens, first)):
        first += 1
    while first < last and (_is_edge(tokens[last - 1], capitals) or tokens[last - 1].has(Kind.INTERFIX)):
        last -= 1
    return first, last


def _is_before_title(tokens: Tokens, index: int) -> bool:
    """Whether it is a form of address, or initials before one (``H.E. Mr. X``)."""
    if tokens[index].has(Kind.INITIALS) and index + 1 < len(tokens):
        return tokens[index + 1].has(Kind.HONORIFIC | Kind.ACADEMIC)
    return tokens[index].has(Kind.HONORIFIC)


def _signs(tokens: Tokens, index: int) -> bool:
    """Whether capitals are a block, or in brackets a line, as the initials of who wrote a piece are."""
    if not tokens[index].has(Kind.UPPER):
        return False
    if index == 0 or index + 1 == len(tokens) or tokens[index - 1].text != "(":
        return _border(tokens, index) == _border(tokens, index + 1) == Gap.BLOCK
    closed = tokens[index + 1].text == ")"
    return closed and _border(tokens, index - 1) >= Gap.LINE and _border(tokens, index + 2) >= Gap.LINE


def _border(tokens: Tokens, index: int) -> Gap:
    """The white space before a token; the end of the text ends a block."""
    return tokens[index].gap if index < len(tokens) else Gap.BLOCK


def _is_edge(token: Token, capitals: bool) -> bool:
    """Whether a name cannot begin or end with a token."""
    if not token.has(Kind.WORD | Kind.INITIALS):
        return True
    if token.has(Kind.INITIALS | Kind.INTERFIX):
        return False
    if token.has(Kind.ABBREVIATION) and token.has(Kind.UPPER):
        return True
    return (capitals and not token.has(Kind.CAPITAL)) or (_is_plain(token) and not token.has(LISTED))


def _is_plain(token: Token) -> bool:
    """Whether it is a word, place or function; a compound of words may be a surname (``Ruiterskamp``)."""
    return token.has(PLAIN) or token.key in name_lists().common_words


def _score(tokens: Tokens, first: int, last: int, probability: float) -> float:
    """How a name counts that only the pipeline saw; nothing for what cannot be one."""
    words = [token for token in tokens[first:last] if token.has(Kind.WORD | Kind.INITIALS)]
    if last - first == 1 and _signs(tokens, first):
        return ASKED if probability >= OPENING else 0.0
    if not any(token.has(Kind.WORD) for token in words) or not all(map(_may_be_inner, tokens[first:last])):
        return 0.0
    single = sum(not token.has(Kind.INTERFIX) for token in words) == 1
    known = any(token.has(LISTED) and not _is_plain(token) and not _is_short(token) for token in words)
    if not known and (_is_short(words[0]) or _is_numbering(words)):
        return 0.0
    if probability < _least(tokens, first, known=known, single=single):
        return 0.0
    begins_or_ends_well = words[0].has(GIVEN) or words[-1].has(Kind.SURNAME)
    return TRUSTED if probability >= SURE and known and begins_or_ends_well else ASKED


def _is_short(token: Token) -> bool:
    """Whether it may be an abbreviation: few letters, more than one of them a capital."""
    short = token.has(Kind.WORD) and len(token.text) <= SHORTEST
    return short and sum(letter.isupper() for letter in token.text) > 1


def _is_numbering(words: Sequence[Token]) -> bool:
    """Whether a single letter before a word numbers a heading (``D. Cijferblad``)."""
    return words[0].has(Kind.INITIALS) and len(words[0].text) == 2 and words[0].gap >= Gap.LINE


def _least(tokens: Tokens, first: int, *, known: bool, single: bool) -> float:
    """The probability from which a name is asked."""
    token = tokens[first]
    if known:
        return LIKELY if token.has(Kind.CAPITAL | Kind.INTERFIX) and not single else KNOWN
    if not token.has(Kind.CAPITAL | Kind.INTERFIX):
        return NEVER
    if single and starts_sentence(tokens, first):
        return NEVER if token.has(Kind.COMMON) and not token.has(LISTED) else OPENING
    return BARE


def _may_be_inner(token: Token) -> bool:
    return token.has(Kind.WORD | Kind.INITIALS) or token.text in INNER


def _is_thing(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words around make it the name of a body, a street or a thing."""
    whole = " ".join(token.key for token in tokens[first:last])
    if whole in name_lists().places or whole in name_lists().organisations:
        return True
    if is_named_after(tokens, _leftmost(tokens, first)) or precedes_organisation_word(tokens, last):
        return True
    numbered = number_follows(tokens, last) and tokens[last].gap == Gap.SPACE
    if last - first > 1:
        return numbered and tokens[last - 1].has(Kind.STREET)
    return numbered or is_quoted(tokens, first, last) or follows_organisation_word(tokens, first)


def _leftmost(tokens: Tokens, first: int) -> int:
    """The first of the given names, initials and interfixes right before a name."""
    while first > 0 and tokens[first].gap == Gap.SPACE and tokens[first - 1].has(GIVEN | Kind.INTERFIX):
        first -= 1
    return first


def uncontested(findings: Sequence[Finding]) -> list[Finding]:
    """The findings on a page without doubtful ones of the pipeline that run beyond a likely name."""
    likely = [one.span for one in findings if one.kind is FindingKind.NAME and one.score > ASKED]
    return [
        one
        for one in findings
        if one.score != ASKED or not any(one.span.overlaps(span) and one.span != span for span in likely)
    ]


def weighed(text: str, finding: Finding, probabilities: Probabilities) -> Finding:
    """The finding, shorter or weaker where only rules for running text see a name and the pipeline not."""
    if finding.kind is not FindingKind.NAME or not probabilities:
        return finding
    if any(evidence.detector not in RUNNING for evidence in finding.evidence):
        return finding
    finding = _cut(finding, probabilities)
    probability = max((word[2] for word in _words_of(finding, probabilities)), default=0.0)
    around = text[max(finding.span.start - 1, 0) : finding.span.end + 1]
    bracketed = around.startswith("(") and around.endswith(")")  # DCOM (Koning)
    if probability >= UNSURE or finding.role or finding.score >= FIRM or bracketed:
        return finding
    highest = DOUBTED if probability < DENIED else ASKED
    evidence = tuple(replace(one, score=min(one.score, highest)) for one in finding.evidence)
    return replace(finding, evidence=evidence)


def _cut(finding: Finding, probabilities: Probabilities) -> Finding:
    """The finding without words at its end that are surely no part of the name (``Jansen van Inkoop``)."""
    words = _words_of(finding, probabilities)
    last = len(words)
    while last and words[last - 1][2] < DENIED:
        last -= 1
    if last in (0, len(words)) or words[last - 1][2] < CLEAR:
        return finding
    return replace(finding, span=replace(finding.span, end=words[last - 1][1]))


def _words_of(finding: Finding, probabilities: Probabilities) -> Probabilities:
    """The words that a finding touches."""
    first = bisect_right(probabilities, finding.span.start, key=lambda word: word[1])
    return probabilities[first : bisect_left(probabilities, finding.span.end, key=lambda word: word[0])]


def usual_probabilities(text: str, probabilities: Probabilities) -> dict[str, float]:
    """How likely each word is part of a name, the mean over its places on the page."""
    places: defaultdict[str, list[float]] = defaultdict(list)
    for start, end, probability in probabilities:
        places[text[start:end]].append(probability)
    return {word: sum(found) / len(found) for word, found in places.items() if max(found) >= LIKELY}
