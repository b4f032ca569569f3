"""How strange the words of a passage are in their dossier.

In: the pages of the dossier and its scope. Out: the share of a passage's telling words that stand in no other
document. Documents of one dossier share their subject, so a shared word speaks for it; a word of the scope
settles it. A word that elsewhere stands in copies of the passage only is not shared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lakmoes.detection.lists import fold, name_lists, word_set
from lakmoes.detection.scope.turns import TURN, WORD, office_words
from lakmoes.model import Page

SHORTEST = 5
"""Letters from which a word says something of the subject."""
STEM = 7
"""Letters by which forms of a word are taken for one."""
FEWEST = 2
"""Words that a passage must have to be judged."""
OFFICE_COUNTS = 0.2
"""What a word for the office itself adds to the share of strange words."""
FUNCTION_WORDS = word_set(
    "anders andere even trouwens hiervan daarvan overleg vraag vraagt vragen meldt melden verder "
    "voorzitter wordt worden werden hebben heeft zouden zullen moeten kunnen mogen willen omdat hoewel "
    "terwijl nadat voordat tegen tijdens volgens tussen binnen buiten onder boven naast sinds zonder "
    "iedereen niemand iemand nodig ongeveer misschien eigenlijk waarschijnlijk steeds altijd nooit straks "
    "gisteren vandaag morgen vanmiddag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari "
    "februari maart april augustus september oktober november december weken maanden jaren dagen stand "
    "zaken aandacht gehoord nieuwe alles waarom wanneer"
)
"""Words that say nothing of a subject."""


class Subject:
    """What a dossier is about, by its words.

    Args:
        pages: All pages of the dossier, per document id.
        scope: What the request is about, in any words; empty where it is not said.
    """

    def __init__(self, pages: Mapping[str, Sequence[Page]], scope: str) -> None:
        self._scope = frozenset(_stems(scope))
        self._holders = _holders(pages)
        self._texts = {
            identity: " ".join(_plain(page.text) for page in found) for identity, found in pages.items()
        }

    @property
    def is_stated(self) -> bool:
        """Whether the dossier says what its request is about."""
        return bool(self._scope)

    def holds(self, text: str) -> bool:
        """Whether a text has a word of the stated scope."""
        return not self._scope.isdisjoint(_stems(text))

    def strangeness(self, text: str, document_id: str) -> float | None:
        """Share of the telling words that stand in no other document; ``None`` in scope or too short."""
        own = Counter(_stems(_without_turn(text)))
        if self.holds(text) or len(own) < FEWEST:
            return None
        plain = _plain(text)
        strange = [stem for stem in own if not self._elsewhere(stem, own[stem], plain, document_id)]
        return min(1.0, len(strange) / len(own) + OFFICE_COUNTS * bool(office_words(text)))

    def _elsewhere(self, stem: str, count: int, plain: str, document_id: str) -> bool:
        """Whether a word stands in another document, and not only in copies of the same passage."""
        holders = self._holders.get(stem, {})
        return any(
            number > count * self._texts[identity].count(plain)
            for identity, number in holders.items()
            if identity != document_id
        )


def _stems(text: str) -> Iterator[str]:
    """The telling words of a text, each cut to the letters that its forms share."""
    lists = name_lists()
    for match in WORD.finditer(text):
        word = fold(match.group())
        name = match.group()[0].isupper() and (word in lists.first_names or word in lists.frequent_surnames)
        if len(word) >= SHORTEST and word not in FUNCTION_WORDS and not name:
            yield word[:STEM]


def _without_turn(text: str) -> str:
    turn = TURN.search(text)
    return text[: turn.start("words")] + text[turn.end("words") :] if turn else text


def _plain(text: str) -> str:
    """The words of a text and nothing between them."""
    return " ".join(WORD.findall(fold(text)))


def _holders(pages: Mapping[str, Sequence[Page]]) -> Mapping[str, Mapping[str, int]]:
    """Per stem the documents in which it stands, and how often."""
    holders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for document, found in pages.items():
        for stem in (stem for page in found for stem in _stems(page.text)):
            holders[stem][document] += 1
    return holders


def telling_words(text: str) -> int:
    """How many different words of a text say something of its subject."""
    return len(set(_stems(text)))
