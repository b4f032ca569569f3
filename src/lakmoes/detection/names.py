"""Names of persons: the recognizers that read running text, and the list of all that find names.

In: the text of one page. Out: hits of kind name (and signature), with role where the text gives one. Which
names are one person, and whether a weak hit counts, is decided over the dossier (``persons``).
"""

from collections.abc import Iterator
from typing import ClassVar

from lakmoes.detection.chat import ChatSenders
from lakmoes.detection.citations import CaseLawParties, CitedAuthors
from lakmoes.detection.comments import CommentAuthors, FileNames
from lakmoes.detection.fields import LabelledNames, Signatures, TelephoneOwners
from lakmoes.detection.greetings import Closings, Greetings
from lakmoes.detection.initials import Initials
from lakmoes.detection.mail import MailHeads, QuotedReplies
from lakmoes.detection.minutes import Enumerations, Speakers
from lakmoes.detection.name_recognizer import NameRecognizer
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.detection.rows import NamesInRow
from lakmoes.detection.running import hit_of, running_names
from lakmoes.detection.scores import Sort
from lakmoes.detection.tables import NameColumns
from lakmoes.detection.tokens import tokenize


class RunningNames(NameRecognizer):
    """Base of the recognizers that read names in running text: a subclass names its sorts of evidence."""

    sorts: ClassVar[frozenset[Sort]]

    def names(self, text: str) -> Iterator[Hit]:
        """The names of the subclass's sorts."""
        tokens = tokenize(text)
        return (hit_of(tokens, found) for found in running_names(text) if found.sort in self.sorts)


class TitledNames(RunningNames):
    """Names after a title, form of address, function or relation (``mr. Ter Braak``, ``mijn vrouw Mei``)."""

    sorts = frozenset({Sort.TITLE, Sort.FUNCTION})


class InitialNames(RunningNames):
    """Initials with a surname, in both orders (``J.A. de Vries``, ``Vries, J.A. de``)."""

    sorts = frozenset({Sort.INITIALS})


class ListNames(RunningNames):
    """Given names and surnames that the lists know, together or alone."""

    sorts = frozenset({Sort.FULL, Sort.GIVEN, Sort.SURNAME})


NAME_RECOGNIZERS: tuple[type[Recognizer], ...] = (
    MailHeads,
    QuotedReplies,
    Greetings,
    Closings,
    LabelledNames,
    TelephoneOwners,
    NameColumns,
    Signatures,
    Speakers,
    Enumerations,
    NamesInRow,
    Initials,
    CommentAuthors,
    FileNames,
    ChatSenders,
    CitedAuthors,
    CaseLawParties,
    TitledNames,
    InitialNames,
    ListNames,
)
"""Every recognizer of names; each is made without arguments."""
