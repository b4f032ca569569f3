"""Names in exported or photographed chats: senders, and who joined or left.

In: the text of one page. Out: hits. Known forms: ``22-01-2021 16:03 - Sjoerd T: …``, ``[12:03, 6-11-2020]
Jan: …``, ``12:03 - Jan: …``, and a line ``Marjolein 06:51`` above each message. A sender who is a telephone
number is found elsewhere (``contact``).
"""

import re
from collections.abc import Iterator

from lakmoes.detection.listing import Place, index_at, read_listed
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.name_recognizer import NameRecognizer
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.tokens import Gap, Kind, tokenize
from lakmoes.model import FindingKind

DATE = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}"
TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
STAMP = rf"(?:\[?{DATE},?[ ]+{TIME}\]?|\[?{TIME},?[ ]+{DATE}\]?|\[{TIME}\]|{TIME}(?=[ ]?[-–]))"
SENDER = re.compile(
    rf"^[ \t•]*{STAMP}[ ]*[-–:]?[ ]*~?[ ]*(?P<name>[^\n:\t+\d][^\n:\t]{{0,40}}?)[ ]?:", re.MULTILINE
)
TIMED = re.compile(rf"^[ \t•]*{TIME}[ ]+(?P<name>[^\n:\t+\d][^\n:\t]{{1,30}}?)[ ]?:(?=[ ]|$)", re.MULTILINE)
BELOW = re.compile(rf"^[ \t•]*{TIME}[ ]+(?P<name>[^\W\d_][^\n:\t\d]{{1,30}}?)[ \t]*$", re.MULTILINE)
"""A time without a dash before the sender: only where a page has several, for agendas have times as well."""
EVENT = re.compile(
    rf"^[ \t•]*{STAMP}[ ]*[-–:]?[ ]*~?[ ]*(?P<name>[^\n:\t+\d][^\n:\t]{{0,40}}?)[ ](?:heeft|hebt|is|"
    r"zijn|verliet|left|joined|added|created|changed|removed|was)[ ]",
    re.MULTILINE,
)
ABOVE = re.compile(
    rf"^[ \t~]*(?P<name>[^\W\d_][^\n:\t\d]{{0,30}}?),?[ \t]+(?:{DATE},?[ ]+)?{TIME}[ \t]*$", re.MULTILINE
)
FEWEST_ABOVE = 3
"""Lines of a name and a time that make a page a chat."""
SENDER_PLACE = Place(separators=frozenset({",", "/"}))


class ChatSenders(NameRecognizer):
    """Senders and members in chats."""

    rule = "afzender in een chat"

    def names(self, text: str) -> Iterator[Hit]:
        """The senders."""
        tokens = tokenize(text)
        for pattern in (SENDER, EVENT):
            for found in pattern.finditer(text):
                yield from self._sender(tokens, found.span("name"))
        for pattern in (ABOVE, TIMED, BELOW):
            lines = list(pattern.finditer(text))
            if len(lines) >= FEWEST_ABOVE:
                for found in lines:
                    yield from self._sender(tokens, found.span("name"))

    def _sender(self, tokens: Tokens, span: tuple[int, int]) -> Iterator[Hit]:
        """The name in what stands as sender; a unit or function behind it stays (``Chen Gemeente``)."""
        first, last = index_at(tokens, span[0]), index_at(tokens, span[1])
        while first < last and tokens[first].has(Kind.HONORIFIC):
            first += 1  # a rank: "aooi Buiskool"
        if first >= last or not tokens[first].kind:
            return
        listed = read_listed(tokens, first, last, SENDER_PLACE)
        end = listed.last if listed else _past_words(tokens, first, last)
        if _is_account(tokens, first, last):
            end = last
        if end > first:
            yield Hit(
                start=tokens[first].start,
                end=_with_colon(tokens, end),
                kind=FindingKind.NAME,
                rule=self.rule,
                score=0.9 if listed and listed.score >= 0.85 else 0.8,
            )


def _is_account(tokens: Tokens, first: int, last: int) -> bool:
    """Whether all of it is one word with a full stop or underscore in it (``j.hofman``)."""
    joined = all(token.gap == Gap.NONE for token in tokens[first + 1 : last])
    return joined and last - first > 1 and not tokens[first].has(Kind.ABBREVIATION)


def _with_colon(tokens: Tokens, end: int) -> int:
    """The colon behind a sender goes along: a single letter before it would show by its width."""
    colon = end < len(tokens) and tokens[end].text == ":" and tokens[end].gap == Gap.NONE
    return tokens[end].end if colon else tokens[end - 1].end


def _past_words(tokens: Tokens, first: int, last: int) -> int:
    """Past the words of a sender that no list knows, up to an ordinary word, a body or a mark."""
    end = first
    while end < last and tokens[end].gap <= (Gap.SPACE if end > first else Gap.BLOCK):
        token = tokens[end]
        if not token.has(Kind.WORD | Kind.INITIALS) or token.has(Kind.PLACE | Kind.FUNCTION | Kind.HONORIFIC):
            break
        if token.has(Kind.COMMON | Kind.ABBREVIATION) and (end > first or not token.has(Kind.UPPER)):
            break
        end += 1
    return end
