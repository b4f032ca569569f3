r"""E-mail addresses: whose they are and which part of them is personal.

In: the text of a page. Out: hits: the local part of an address at a public body, the whole address anywhere
else, and general mailboxes as such. Nothing is looked up: which domains are public bodies and which words
make a general mailbox are lists in ``grounds/lists``.
"""

import fnmatch
import re
from collections.abc import Iterator
from functools import cache

from lakmoes.detection.lists import fold, name_lists
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.errors import ResourceError
from lakmoes.grounds import grounds_folder
from lakmoes.model import FindingKind

LOCAL = r"\w[\w!#$%&*+=?^`{|}~’'-]{0,63}(?:\.[\w!#$%&*+=?^`{|}~’'-]{1,63}){0,8}"
"""At most 64 octets (RFC 5321); the bounds also keep the search linear."""
LABEL = r"[\w](?:[\w-]*[\w])?"
DOMAIN = rf"(?:{LABEL}(?:-?\n{LABEL})?(?:\.{LABEL})+|{LABEL}(?:\.{LABEL})*\.\n[a-z]{{2,7}}(?![\w.]))"
AT = r"(?:[ \n]?[@＠][ \n]?|\s?[\[(](?:at|apenstaartje|@)[\])]\s?)"


class EmailRecognizer(Recognizer):
    r"""E-mail addresses, as written, broken over lines or disguised (``jan [at] …``).

    Legal basis: privacy, Wob 10.2.e, Woo 5.1.2.e. Of an address at a public body only the local part says who
    it is, and the domain stays. Anywhere else the whole address goes: a provider's says nothing, a domain of
    one's own is one's name, and a firm's tells for whom a private person works, while that firm has not been
    asked for its view. Format: RFC 5322 addr-spec without quoting, RFC 6531 for letters beyond ASCII.

    =============================================  ================================================
    text                                           outcome
    =============================================  ================================================
    ``a.ter.braak@om.nl``                          ``a.ter.braak``
    ``gülşen.aydoğan@minvws.nl``                   ``gülşen.aydoğan``
    ``jan1957@provider.nl``                        the whole address
    ``wietske.\ndijkstra@politie.nl``              ``wietske.\ndijkstra``
    ``jan [at] minvws.nl``                         ``jan``
    ``jan punt smit apenstaartje post punt nl``    the whole
    ``info@…``, ``inkoop.le@politie.nl``           general contact
    ``ANK-EA@minbuza.nl``                          general contact: a post's code
    ``bhv-zonneveld@…``                            personal: a name beside the function
    =============================================  ================================================
    """

    kinds = (FindingKind.EMAIL, FindingKind.GENERAL_CONTACT)

    ADDRESS = re.compile(rf"(?<![\w.@])(?P<local>{LOCAL})(?P<at>{AT})(?P<domain>{DOMAIN})")
    CONTINUED = re.compile(
        r"(?:(?<=[\s<(:;,])|^)([\w.-]*[_-]|\w+\.[\w.]*\w)\n\Z|(?:(?<=[\t\n<])|^)([\w.-]*\w\.)\n\Z"
    )
    """The piece of a local part at the end of the line above: it ends in a sign or holds a dot.

    A word with a dot at its end closes a sentence, unless the line or cell holds nothing else.
    """
    LAST_WORD = re.compile(r"(?<![\w.])([a-z]{2,})\.\n\Z")
    SPELT = re.compile(
        r"(?i)(?<!\w)\w[\w-]*(?: punt [\w-]+)* apenstaart(?:je)?"
        r" [\w-]+(?: punt [\w-]+)* punt [a-z]{2,6}(?!\w)"
    )
    """An address as people say it over the telephone."""
    DIRECTORY = re.compile(r"(?i)/cn=recipients/cn=([\w.-]+)")

    def find(self, text: str) -> Iterator[Hit]:
        """The addresses in a page's text."""
        for match in self.ADDRESS.finditer(text):
            start = self._true_start(text, match.start())
            yield self._judged(text, start, match)
        for match in self.SPELT.finditer(text):
            yield Hit(
                start=match.start(),
                end=match.end(),
                kind=FindingKind.EMAIL,
                rule="uitgesproken adres",
                score=0.9,
            )
        for match in self.DIRECTORY.finditer(text):
            yield Hit(
                start=match.start(1),
                end=match.end(1),
                kind=FindingKind.EMAIL,
                rule="naam in een adres van Exchange",
                score=0.9,
            )

    def _true_start(self, text: str, start: int) -> int:
        if text[start - 1 : start] != "\n":
            return start
        piece = self.CONTINUED.search(text[:start], max(0, start - 60)) or self._first_name(text[:start])
        return piece.start(piece.lastindex or 0) if piece else start

    def _first_name(self, above: str) -> re.Match[str] | None:
        piece = self.LAST_WORD.search(above, max(0, len(above) - 30))
        return piece if piece and piece[1] in name_lists().first_names else None

    def _judged(self, text: str, start: int, match: re.Match[str]) -> Hit:
        local = re.sub(r"\s", "", text[start : match.end("local")])
        domain = re.sub(r"-?\s", "", match["domain"])
        end = match.end("local")
        if is_general_mailbox(local):
            kind, rule, end = FindingKind.GENERAL_CONTACT, "algemene mailbox", match.end()
        elif is_public_body(domain):
            kind, rule = FindingKind.EMAIL, "adres bij een overheidsorgaan: het deel voor de @"
        else:
            kind, rule, end = FindingKind.EMAIL, "adres buiten de overheid: geheel", match.end()
        return Hit(start=start, end=end, kind=kind, rule=rule, score=0.95)


FOREIGN_PUBLIC = re.compile(
    r"(?:^|\.)(?:gov|mil|int|europa\.eu|(?:gov|gob|gouv|gub|govt|go|mil|police)\.[a-z]{2}|bund\.de|admin\.ch|gc\.ca|"
    r"fgov\.be|belgium\.be|vlaanderen\.be|police\.be|policja\.pl|polisen\.se|polizei\.[\w.]+)$"
)
INTERFIX = re.compile(r"(?<![a-z]{2})(?:van(?:de[nr]?|het)?|vd|de[nr]?|te[nr]|el|al)(?=[a-z]{3})")
"""An interfix at the beginning of a word, or after one initial."""
SHORT = 4
"""Letters; an abbreviation beside a function (``inkoop.le``) is a unit, a longer word may be a surname."""


def is_public_body(domain: str) -> bool:
    """Whether a mail domain is a public body's, by the list ``public_domains`` and those of other states."""
    name = domain.lower()
    if FOREIGN_PUBLIC.search(name):
        return True
    exact, patterns = public_domains()
    label = fold(name.split(".")[-2])
    return label in exact or label.replace("-", "") in exact or any(p.match(label) for p in patterns)


def is_general_mailbox(local: str) -> bool:
    """Whether the local part of an address names a function, a unit or a subject, and no person."""
    if re.fullmatch(r"[A-Z]{2,4}(?:-[A-Z]{1,4})+", local):
        return True
    words = [word for word in re.split(r"[\W\d_]+", fold(local)) if word]
    unknown = [word for word in words if not is_function(word)]
    if len(unknown) == len(words):
        return bool(words) and all(is_subject(word) for word in words)
    return not any(is_name(word) for word in unknown)


def is_subject(word: str) -> bool:
    """Whether a word is an ordinary one and nobody's name: a mailbox called so is about a subject."""
    common = name_lists().common_words
    forms = (word, word.removesuffix("s"), word.removesuffix("en"))
    return len(word) > SHORT and not is_name(word) and any(form in common for form in forms)


def is_name(word: str) -> bool:
    """Whether a word of a local part can be someone's name: first name, surname, run together, initial.

    Of two or three letters only first names count: ``inkoop.le`` is a unit, ``inkoop.bas`` a person.
    """
    lists = name_lists()
    if len(word) < 3:
        return len(word) == 1
    if word in lists.first_names or word in lists.first_names_in_place:
        return True
    known = lists.frequent_surnames if len(word) <= SHORT else lists.surnames
    return word in known or any(rest in known for rest in without_prefix(word) if len(rest) > 2)


def without_prefix(word: str) -> Iterator[str]:
    """What is left of a word without an initial or an interfix before it (``jdevries``, ``vandenberg``)."""
    for match in INTERFIX.finditer(word[:8]):
        yield word[match.end() :]
    if len(word) > SHORT + 1:
        yield word[1:]


def is_function(word: str) -> bool:
    """Whether a word of a local part names a function or unit, alone or in a compound (``hrloket``)."""
    known = mailbox_words()
    return word in known or any(
        word.startswith(part) or word.endswith(part) for part in known if len(part) > SHORT
    )


def items(name: str) -> frozenset[str]:
    """The entries of a list in ``grounds/lists``, comments left out.

    Raises:
        ResourceError: The list is missing.
    """
    path = grounds_folder() / "lists" / name / "items.txt"
    if not path.is_file():
        raise ResourceError("grounds-missing")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def public_domains() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Labels of public bodies' domains, and the patterns of those that begin alike."""
    entries = items("public_domains")
    patterns = sorted(entry for entry in entries if "*" in entry)
    return entries - set(patterns), tuple(re.compile(fnmatch.translate(pattern)) for pattern in patterns)


@cache
def mailbox_words() -> frozenset[str]:
    """Words that general mailboxes are made of."""
    return items("mailboxes")
