"""Words that the dossier itself shows to be names of firms or places (``Aerovanta Systems B.V.``).

In: pages. Out: folded words. They join the vocabulary, so that a firm that was once taken for a person is not
redacted all over the dossier. Words of persons whose full name is known stay names.
"""

import re
from collections.abc import Iterable, Iterator

from lakmoes.model import Page
from lakmoes.persons.identities import Identity
from lakmoes.persons.letters import UPPER, WORD, fold

_LEGAL_FORM = re.compile(
    r"\b(?:B\.V\.?|BV|N\.V\.?|NV|V\.?O\.?F|GmbH|Ltd|Inc|BVBA|LLP|S\.A\.|AB|U\.A\.|C\.V\.)(?!\w)"
)
_MUNICIPALITY = re.compile(
    r"\b(?:[Gg]emeente|[Pp]rovincie|[Ww]aterschap|[Bb]urgemeester en wethouders van|[Dd]orp|[Kk]ern)[ ]"
    rf"(?P<name>[{UPPER}][\w'’-]+)"
)
_NAME = re.compile(rf"(?:(?<![\w.])[{UPPER}][\w'’&-]+[ \n]){{1,3}}\Z")
_WORD = re.compile(WORD)
REACH = 60
"""Characters before a legal form that are looked at."""
LEAST_LETTERS = 4


def firm_words(pages: Iterable[Page], identities: Iterable[Identity]) -> frozenset[str]:
    """Folded words of names of firms and municipalities in the dossier, without those of well-known persons.

    Args:
        pages: All pages of the dossier.
        identities: The persons; those of whom surname and first name or initials are known keep their words.
    """
    found = frozenset(
        word
        for page in pages
        for words in (_firms_on(page.text), _municipalities_on(page.text))
        for word in words
    )
    return found - frozenset(word for identity in identities for word in _words_of(identity))


def _firms_on(text: str) -> Iterator[str]:
    for form in _LEGAL_FORM.finditer(text):
        name = _NAME.search(text, max(0, form.start() - REACH), form.start())
        if name:
            words = (fold(word) for word in _WORD.findall(name.group()))
            yield from (word for word in words if len(word) >= LEAST_LETTERS)


def _municipalities_on(text: str) -> Iterator[str]:
    """Places that the text calls a municipality or the like (``gemeente Hardenveld``)."""
    for found in _MUNICIPALITY.finditer(text):
        yield from (word for word in map(fold, _WORD.findall(found["name"])) if len(word) >= LEAST_LETTERS)


def _words_of(identity: Identity) -> Iterator[str]:
    if identity.surname and (identity.given or identity.initials):
        yield from (word for part in identity.surname for word in part)
        yield from (word for given in identity.given for word in given)
