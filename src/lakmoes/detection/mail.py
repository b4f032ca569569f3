"""Names in the heads of mail and before quoted messages.

In: the text of one page. Out: hits. Dutch and English, as Outlook and others print them: ``Aan:
Achternaam, mr. V. ter (Dienst); …``, ``Name <address>``, ``Op … schreef X:``. A unit in brackets stays, a
given name in brackets goes. Addresses themselves are found elsewhere (``contact``), greetings and closings
in ``greetings``.
"""

import re
from collections.abc import Iterator

from lakmoes.detection.listing import Place
from lakmoes.detection.lists import fold, name_lists
from lakmoes.detection.name_recognizer import NameRecognizer, hits_between
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.tokens import CAPITALS
from lakmoes.model import FindingKind

HEAD_LABELS = (
    r"van|aan|cc|bcc|from|to|sent by|sent on behalf of|on behalf of|namens|verzonden door|verzonden namens|"
    r"afzender|ontvangers?|geadresseerden?|organisator|organizer|genodigden?|vereiste deelnemers|"
    r"optionele deelnemers|required attendees|optional attendees|kopie aan|kopie|antwoord aan|reply-to|von|an"
)
OTHER_LABELS = (
    r"verzonden|datum|date|sent|onderwerp|subject|betreft|bijlagen?|attachments?|prioriteit|importance|urgentie|"
    r"gevoeligheid|sensitivity|categorie[ëe]n|kenmerk|via|tijd|locatie|location|start|einde|end|when|where"
)
NO_LABEL = rf"(?![ \t>|*]*(?:{HEAD_LABELS}|{OTHER_LABELS})[ ]?\*?(?::|\t))"
GOES_ON = rf"(?:(?:(?<=[;,])|(?<=[;,][ ])|(?<=\w-))\n(?!\s*\n)|\n(?=[^\n:]*;)){NO_LABEL}.+"
"""A further line of a head: the line before ends in a separator, or it holds one itself."""
HEAD = re.compile(
    rf"^[ \t>|*]*(?:{HEAD_LABELS})[ ]?\*?(?::|\t)[ \t]*(?P<value>.*(?:{GOES_ON})*)",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_HEAD = 3000
"""Characters of one head that are read; more is no list of persons."""

REPLY = re.compile(
    r"(?:\b[Oo]p\b[^\n]{4,60}?(?:schreef|heeft)|[Hh]eeft het volgende geschreven|"
    r"\b[Oo]n\b[^\n]{2,40}?\d{4}(?:,? (?:at )?[\d:.]+(?: ?[AP]M)?)?,(?=[^\n]*\n?[^\n]*wrote:))"
    r"\s(?P<after>[^:<\n]{2,60}\n?[^:<\n]{0,40}?)\s?(?:<[^>]{0,80}>)?\s?"
    r"(?:het volgende geschreven|wrote)?\s?:"
)
WRITER = re.compile(
    r"^[ \t>]*(?!On |Op )(?P<before>[^\s:][^\n:]{1,60}?)(?:[ ]<[^>\n]*>)?[ ]"
    r"(?:heeft (?:het volgende )?geschreven|schreef(?: op [^\n:]{4,40})?|wrote)\s*:",
    re.MULTILINE,
)

OWNER = re.compile(
    rf"(?P<name>[{CAPITALS}][^\W\d_]+(?:[ -][^\W\d_]+){{0,3}}|"
    rf"[{CAPITALS}][^\W\d_-]+,[ ][{CAPITALS}][^\W\d_-]+)"
    r"[ ](?:\([^()\n]{1,40}\)[ ])?[<\[](?:mailto:)?(?P<local>[^\s@<>]{2,64})@"
)

IN_HEAD = Place(initials=False, small=False, separators=frozenset({";", ":"}))
IN_PLAIN_HEAD = Place(initials=False, small=False, separators=frozenset({";", ",", ":", "en", "and"}))


class MailHeads(NameRecognizer):
    """Names in the heads of mail (``Van``, ``Aan``, ``CC``, ``From``, ``To``, …)."""

    rule = "kop van een e-mail"

    def names(self, text: str) -> Iterator[Hit]:
        """The senders and receivers; units and general mailboxes are none."""
        for found in HEAD.finditer(text):
            start, end = found.span("value")
            end = min(end, start + LONGEST_HEAD)
            value = text[start:end]
            place = IN_HEAD if ";" in value or _is_inverted(value) else IN_PLAIN_HEAD
            end = _end_of_cell(text, start, end)
            yield from hits_between(text, (start, end), self.rule, place)
            yield from _owners(text, start, end)


def _owners(text: str, start: int, end: int) -> Iterator[Hit]:
    """Names before an address whose local part holds one of their words (``Wei Lin <willy.lin@…>``)."""
    for found in OWNER.finditer(text, start, end):
        local = fold(found["local"])
        words = [fold(word) for word in found["name"].replace(",", " ").split()]
        own = [word for word in words if len(word) > 2 and word in local]
        if own and not any(word in name_lists().mailboxes for word in words):
            yield Hit(
                start=found.start("name"),
                end=found.end("name"),
                kind=FindingKind.NAME,
                rule="naam bij een e-mailadres",
                score=0.8,
            )


def _is_inverted(value: str) -> bool:
    """Whether the only comma stands between a surname and what follows it."""
    return value.count(",") == 1 and "@" not in value.partition(",")[0]


def _end_of_cell(text: str, start: int, end: int) -> int:
    """The value up to a next cell on the same line (``Aan | Minister X | Datum | …``)."""
    cell = text.find("\t", start, end)
    return end if cell < 0 or text[start:cell].rstrip().endswith((";", ",")) else cell


class QuotedReplies(NameRecognizer):
    """Who wrote a quoted message (``Op … schreef X:``, ``X wrote:``)."""

    rule = "schrijver van een geciteerd bericht"

    def names(self, text: str) -> Iterator[Hit]:
        """The writers."""
        for found in REPLY.finditer(text):
            yield from hits_between(text, found.span("after"), self.rule, IN_HEAD)
        for found in WRITER.finditer(text):
            yield from hits_between(text, found.span("before"), self.rule, IN_HEAD)
