"""A name as it is written, taken apart.

In: the text of one finding (``Ouazzani, M. El (Mohamed)``, ``mr. A. (Annelotte) ter Braak``, ``TK``,
``m.el.ouazzani``). Out: a ``Mention`` with folded initials, first names, interfix and surname.

Deliberately decides nothing about who it is (``identities``). What one word alone is (a first name, a surname
or initials) is left open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lakmoes.persons.letters import HYPHENS, INTERFIX_WORDS, TITLES, WORD, fold, fold_interfix

Words = tuple[str, ...]

MAXIMUM_LETTERS = 5
"""Longest run of letters that is taken for a person's initials (``LvdH``, ``MKAvB``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One written form of a name; every part is folded.

    Attributes:
        text: As written, on one line.
        given: First names.
        initials: Letters of the initials, ``hm`` for ``H.M.``.
        interfix: ``van den``, empty without one.
        surname: Parts of the surname that hyphens or interfixes divide, each a tuple of words.
        single: The only word, where it is not known which part it is.
        tail: Letters after a single word: initials, or those of the surname (``Sjoerd T``).
        letters: The same word read as initials that stand for the whole name (``TK``).
        role: Role that the text gives at this mention.
        exempt: Whether the mention comes from ``dossier.toml``.
    """

    text: str
    given: Words = ()
    initials: str = ""
    interfix: str = ""
    surname: tuple[Words, ...] = ()
    single: str = ""
    tail: str = ""
    letters: str = ""
    role: str = ""
    exempt: bool = False

    @property
    def identified(self) -> bool:
        """Whether the form tells persons with the same surname apart; a double surname does so itself."""
        return bool(self.surname) and bool(self.given or self.initials or len(self.surname) > 1)

    @property
    def weight(self) -> tuple[int, bool, int, str]:
        """Sorts the most telling forms first."""
        known = bool(self.surname) * 4 + bool(self.given) * 2 + bool(self.initials)
        return -known, "," in self.text, -len(self.text), self.text


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word: with a dot behind it, or tied by a hyphen to the word before."""

    text: str
    dotted: bool
    tied: bool

    @property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def is_title(self) -> bool:
        return self.folded in TITLES and not self.tied

    @property
    def is_initial(self) -> bool:
        if self.tied:
            return False
        if self.dotted:
            return len(self.text) <= 3
        return len(self.text) == 1 and self.text.isupper()

    @property
    def is_interfix(self) -> bool:
        return not self.dotted and self.folded in INTERFIX_WORDS and len(self.text) <= 5


_PIECE = re.compile(rf"(?P<tie>[{HYPHENS}])?(?P<word>{WORD})(?P<dot>\.?)")
_DOTTED_PAIR = re.compile(rf"(?<=\.)[{HYPHENS}]")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LETTERS = re.compile(rf"(?:{WORD}\.){{2,{MAXIMUM_LETTERS}}}")
_SIR = re.compile(r"\bde\s+(?=(?:heer|heren|dames?)\b)", re.IGNORECASE)
_VOWELS = frozenset("aeiouy")


def parse(text: str) -> Mention | None:
    """The parts of a written name, ``None`` when it holds no name of two letters or more.

    Args:
        text: One name; white space and line ends within it do not matter.
    """
    line = re.sub(rf"(?<=[{HYPHENS}])\s+", "", " ".join(text.split()))
    if _LETTERS.fullmatch(line):
        return Mention(text=line, letters=fold(line.replace(".", "")))
    bracketed = " ".join(_BRACKETS.findall(line))
    left, _, right = _SIR.sub("", _BRACKETS.sub(" ", line)).partition(",")
    names, after = _pieces(left), _pieces(right)
    if names and after and not names[0].is_initial:
        mention = _reversed(line, names, after)
    else:
        mention = _straight(line, names)
    return _with_bracket(mention, _pieces(bracketed)) if mention else None


def parse_local_part(text: str) -> Mention | None:
    """The name in the local part of an e-mail address, ``None`` where there is none.

    ``m.el.ouazzani`` gives initials, interfix and surname; ``jikke.sijbesma`` first name and surname.
    """
    pieces = [fold(piece) for piece in re.split(r"[._\-0-9+]+", text) if piece]
    if not pieces or not all(piece.isalpha() for piece in pieces):
        return None
    last = pieces[-1]
    if len(pieces) == 1:
        return Mention(text=text, single=last) if len(last) > 3 else None
    if len(last) < 3:
        return Mention(text=text, single=pieces[0], tail=last) if len(pieces[0]) > 3 else None
    head = [piece for piece in pieces[:-1] if piece not in INTERFIX_WORDS or len(piece) == 1]
    return Mention(
        text=text,
        given=tuple(piece for piece in head if len(piece) > 2),
        initials="".join(piece for piece in head if len(piece) <= 2),
        interfix=fold_interfix(" ".join(piece for piece in pieces[:-1] if piece not in head)),
        surname=((last,),),
    )


def _pieces(text: str) -> list[_Piece]:
    found = _PIECE.finditer(_DOTTED_PAIR.sub(" ", text))
    pieces = [_Piece(match["word"], bool(match["dot"]), bool(match["tie"])) for match in found]
    return [piece for piece in pieces if not piece.is_title]


def _letters(pieces: Sequence[_Piece]) -> str:
    return "".join(piece.folded[:1] for piece in pieces)


def _words(pieces: Sequence[_Piece]) -> Words:
    return tuple(piece.folded for piece in pieces)


def _reversed(line: str, names: Sequence[_Piece], after: Sequence[_Piece]) -> Mention | None:
    """``Heuvel, L. van den``, ``van der Meer, F.X.``, ``engel, ans``."""
    mention = _family(line, names)
    if not mention:
        return None
    initials = [piece for piece in after if piece.is_initial]
    interfix = [piece for piece in after if piece.is_interfix and not piece.is_initial]
    small = all(piece.text.islower() for piece in names)
    given = [
        piece
        for piece in after
        if piece not in initials and piece not in interfix and (small or not piece.text.islower())
    ]
    written = fold_interfix(" ".join(piece.text for piece in interfix)) or mention.interfix
    return replace(mention, given=_words(given), initials=_letters(initials), interfix=written)


def _straight(line: str, names: Sequence[_Piece]) -> Mention | None:
    """``J.A. de Vries``, ``Lot van den Heuvel``, ``Roodzand D.``, ``Mark W``, ``TK``."""
    start = next((place for place, piece in enumerate(names) if not piece.is_initial), len(names))
    initials, rest = names[:start], names[start:]
    if not rest:
        return Mention(text=line, letters=_letters(initials)) if len(initials) > 1 else None
    if initials:
        mention = _family(line, rest)
        return replace(mention, initials=_letters(initials)) if mention else None
    end = next((place for place, piece in enumerate(names) if _is_tail(piece)), len(names))
    if end and end < len(names) and all(_is_tail(piece) or piece.tied for piece in names[end:]):
        return _with_tail(line, names[:end], _tail(names[end:]))
    return _single(line, names[0]) if len(names) == 1 else _written_out(line, names)


def _is_tail(piece: _Piece) -> bool:
    """``T`` or ``T.`` after a name, or an interfix and surname shortened together: ``vdH``."""
    short = len(piece.text) <= 4 and not piece.text.istitle() and not piece.text.isupper()
    return piece.is_initial or (short and not piece.is_interfix and not _VOWELS & set(piece.folded))


def _tail(pieces: Sequence[_Piece]) -> str:
    return "".join(piece.folded if not piece.is_initial else piece.folded[:1] for piece in pieces)


def _with_tail(line: str, head: Sequence[_Piece], tail: str) -> Mention | None:
    """``Roodzand D.`` or ``Charlton R.``: the word may be either; more words are a surname."""
    if len(head) == 1:
        return Mention(text=line, single=head[0].folded, tail=tail)
    mention = _family(line, head)
    return replace(mention, initials=tail) if mention else None


def _single(line: str, piece: _Piece) -> Mention | None:
    """One word: a name, or initials where it is short and all capitals or all small, or mixed (``JdV``)."""
    if len(piece.folded) < 2:
        return None
    mixed = not piece.text.istitle() and not piece.text.islower() and not piece.text.isupper()
    length = MAXIMUM_LETTERS if mixed else MAXIMUM_LETTERS - 2
    plain = piece.text.istitle() and len(piece.folded) > 2
    letters = "" if plain or len(piece.folded) > length else piece.folded
    return Mention(text=line, single=piece.folded, letters=letters)


def _written_out(line: str, names: Sequence[_Piece]) -> Mention | None:
    """First names, interfix and surname without initials."""
    groups: list[list[_Piece]] = []
    for piece in names:
        if piece.tied and groups:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    if _is_loud(groups[0]) and not any(_is_loud(group) for group in groups[1:]):
        given = [piece for group in groups[1:] for piece in group]
        mention = _family(line, groups[0])
        return replace(mention, given=_words(given)) if mention else None
    border = sum(len(group) for group in groups[: _border(groups)])
    mention = _family(line, names[border:])
    return replace(mention, given=_words(names[:border])) if mention else None


def _is_loud(group: Sequence[_Piece]) -> bool:
    return all(piece.text.isupper() and len(piece.text) > 1 for piece in group)


def _border(groups: Sequence[Sequence[_Piece]]) -> int:
    """The group where the surname starts: at an interfix, at a double name, else the last one."""
    for place, group in enumerate(groups):
        if any(piece.is_interfix for piece in group):
            particle = group[0].text == "A" and place > 0
            return place - 1 if particle else place
        if place and len(group) > 1:
            return place
        if place and group[0].is_initial:
            return place - 1
    return len(groups) - 1 if len(groups) > 1 else 0


def _family(line: str, names: Sequence[_Piece]) -> Mention | None:
    """The interfix and the parts of the surname; hyphens and small interfixes within it are borders."""
    start = next((place for place, piece in enumerate(names) if not piece.is_interfix), len(names))
    parts: list[Words] = []
    border = True
    for piece in names[start:]:
        tied_interfix = piece.tied and piece.is_interfix
        if parts and (tied_interfix or (piece.is_interfix and piece.text.islower())):
            border = True
        elif border or piece.tied:
            parts.append((piece.folded,))
            border = False
        else:
            parts[-1] = (*parts[-1], piece.folded)
    if not parts or all(len(word) < 2 for part in parts for word in part):
        return None
    interfix = fold_interfix(" ".join(piece.text for piece in names[:start]))
    return Mention(text=line, interfix=interfix, surname=tuple(parts))


def _with_bracket(mention: Mention, pieces: Sequence[_Piece]) -> Mention:
    """Adds the first name of ``A. (Annelotte) ter Braak``; other brackets hold no name."""
    given = _words(pieces)
    if not given or len(given) > 2 or mention.given or any(piece.is_initial for piece in pieces):
        return mention
    if mention.single:
        return replace(mention, given=given, surname=((mention.single,),), single="", letters="")
    return replace(mention, given=given) if mention.surname else mention
