"""Sets the rest of redacted lines anew: text that stays, written elsewhere on its line.

In: the instructions of a page after its erasure, and the place of every glyph that was left, in the order
of the content (``Setting``, filled by ``selection``). Out: the same instructions, in which text objects
that hold a moved glyph give their places anew. Order, text, fonts, colours and marked content stay as they
are.

Each word is set at its own place, rounded, and adjustments between its letters are rounded to whole
``GRAIN``: programs that write PDFs make up in them for rounded places, and these depend on what stood
before (Bland, Iyer, Levchenko, PETS 2023). Stretched spaces go for the same reason.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lakmoes.errors import RedactionError
from lakmoes.pdf.linework import Instruction
from lakmoes.pdf.space import Matrix, Point

GRAIN = 25.0
"""Thousandths of the font size to which adjustments between letters are rounded."""
PLACING = frozenset(("Td", "TD", "T*", "Tm"))
SHOWING = frozenset(("Tj", "TJ", "'", '"'))
STILL = -1
"""The number of a glyph's shift when it has none."""

Split = Callable[[bytes], Sequence[bytes]]
"""From the bytes of a string to the codes of its glyphs."""


class Spot(NamedTuple):
    """Where a glyph that stays is set, in the space that holds where its text object stands.

    Attributes:
        place: Its origin, without the rise of its text state.
        shift: The number of the shift that moves it, ``STILL`` for none.
        blank: Whether it is a space.
    """

    place: Point
    shift: int
    blank: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """The glyphs of a page that stay, in the order of its content."""

    spots: list[Spot] = field(default_factory=list)

    @property
    def moves(self) -> bool:
        """Whether any of them moves."""
        return any(spot.shift != STILL for spot in self.spots)


@dataclass(slots=True)
class _State:
    """The text state as the file has it and as it was written."""

    font: str = ""
    rise: float = 0.0
    spacing: float = 0.0
    written_spacing: float = 0.0


class Typesetter:
    """Goes through the content of a page, and of the forms on it, in the order in which they are shown.

    Args:
        spots: The glyphs of the page.
        number: The number of the page, from 1.
    """

    def __init__(self, spots: Sequence[Spot], number: int) -> None:
        self._spots = spots
        self._next = 0
        self._number = number

    def through(
        self,
        instructions: Iterable[Instruction],
        splitter: Callable[[str], Split],
        enter: Callable[[str], None],
    ) -> list[Instruction]:
        """The instructions of one stream, set anew.

        Args:
            instructions: The stream.
            splitter: From the name of a font to how its strings are read.
            enter: Called with the name of each XObject where it is shown.

        Raises:
            RedactionError: The content holds other glyphs than were read.
        """
        return list(_Stream(self, splitter, enter).through(instructions))

    def take(self, count: int) -> Sequence[Spot]:
        """The next glyphs.

        Raises:
            RedactionError: There are fewer.
        """
        found = self._spots[self._next : self._next + count]
        self._next += count
        if len(found) < count:
            raise RedactionError("rest-not-moved", page=self._number)
        return found

    def finish(self) -> None:
        """Says that the content is at its end.

        Raises:
            RedactionError: There are glyphs left that were not met.
        """
        if self._next != len(self._spots):
            raise RedactionError("rest-not-moved", page=self._number)


class _Stream:
    """One pass through a stream."""

    def __init__(
        self, owner: Typesetter, splitter: Callable[[str], Split], enter: Callable[[str], None]
    ) -> None:
        self._owner = owner
        self._splitter = splitter
        self._enter = enter
        self._state = _State()
        self._saved: list[_State] = []
        self._linear: Matrix = (1, 0, 0, 1, 0, 0)

    def through(self, instructions: Iterable[Instruction]) -> Iterator[Instruction]:
        text: list[Instruction] | None = None
        for instruction in instructions:
            operator = instruction[1]
            if text is not None:
                text.append(instruction)
                if operator == "ET":
                    yield from self._text_object(text)
                    text = None
            elif operator == "BT":
                text = [instruction]
            else:
                self._follow(instruction)
                yield instruction
        yield from text or ()

    def _follow(self, instruction: Instruction) -> None:
        operands, operator = instruction
        state = self._state
        if operator == "q":
            self._saved.append(_State(state.font, state.rise, state.spacing, state.written_spacing))
        elif operator == "Q" and self._saved:
            self._state = self._saved.pop()
        elif operator == "Do":
            self._enter(str(operands[0]))
        elif operator == "Tf":
            state.font = str(operands[0])
        elif operator == "Ts":
            state.rise = float(operands[0])
        elif operator == "Tw":
            state.spacing = state.written_spacing = float(operands[0])

    def _text_object(self, text: Sequence[Instruction]) -> Iterator[Instruction]:
        """A text object, as it is where nothing in it moves."""
        before = (self._state.font, self._state.rise)
        shown: list[tuple[list[Any], Sequence[Spot]]] = []
        for operands, operator in text:
            if operator in SHOWING:
                items = list(self._items(operands, operator))
                shown.append((items, self._owner.take(sum(isinstance(item, bytes) for item in items))))
            elif operator in ("Tf", "Ts"):
                self._follow((operands, operator))
        if all(spot.shift == STILL for _, spots in shown for spot in spots):
            yield from self._as_it_is(text)
            return
        self._state.font, self._state.rise = before
        yield from self._anew(text, shown)

    def _as_it_is(self, text: Sequence[Instruction]) -> Iterator[Instruction]:
        state = self._state
        if state.spacing != state.written_spacing:
            yield (state.spacing,), "Tw"
            state.written_spacing = state.spacing
        for instruction in text:
            if instruction[1] == "Tw":
                self._follow(instruction)
            yield instruction

    def _anew(
        self, text: Sequence[Instruction], shown: Iterable[tuple[list[Any], Sequence[Spot]]]
    ) -> Iterator[Instruction]:
        """A text object with every place in it given anew."""
        waiting = iter(shown)
        self._linear = (1, 0, 0, 1, 0, 0)
        for operands, operator in text:
            if operator in SHOWING:
                if operator == '"':
                    self._state.spacing = float(operands[0])
                    yield (operands[1],), "Tc"
                yield from self._shown(*next(waiting))
            elif operator == "Tm":
                a, b, c, d = (float(number) for number in list(operands)[:4])
                self._linear = (a, b, c, d, 0, 0)
            elif operator == "Tw":
                self._state.spacing = float(operands[0])
            elif operator not in PLACING:
                self._follow((operands, operator))
                yield operands, operator

    def _shown(self, items: Sequence[Any], spots: Sequence[Spot]) -> Iterator[Instruction]:
        """A string, in as many pieces as are set on their own."""
        if not spots:
            return
        for piece, first in _pieces(items, spots):
            yield from self._spaced(self._state.spacing if first.shift == STILL else 0.0)
            a, b, c, d, _, _ = self._linear
            x, y = first.place
            yield (a, b, c, d, x - self._state.rise * c, y - self._state.rise * d), "Tm"
            yield (piece,), "TJ"

    def _spaced(self, wanted: float) -> Iterator[Instruction]:
        if wanted != self._state.written_spacing:
            yield (wanted,), "Tw"
            self._state.written_spacing = wanted

    def _items(self, operands: Sequence[Any], operator: str) -> Iterator[Any]:
        """The codes (bytes) and adjustments (numbers) that an operator shows."""
        split = self._splitter(self._state.font)
        parts = operands[0] if operator == "TJ" else [operands[-1]]
        for part in parts:
            if hasattr(part, "__bytes__"):
                yield from split(bytes(part))
            else:
                yield float(part)


def _pieces(items: Sequence[Any], spots: Sequence[Spot]) -> Iterator[tuple[list[Any], Spot]]:
    """The parts of a string with the glyph that each begins with.

    What moves is cut into words. Adjustments before a part are in its place already.
    """
    piece: list[Any] = []
    first, previous = spots[0], None
    waiting = iter(spots)
    for item in items:
        if not isinstance(item, bytes):
            if piece:
                _adjust(piece, item if previous and previous.shift == STILL else _grained(item))
            continue
        spot = next(waiting)
        if previous and _is_cut(previous, spot):
            yield _trimmed(piece), first
            piece, first = [], spot
        if piece and isinstance(piece[-1], bytes):
            piece[-1] += item
        else:
            piece.append(item)
        previous = spot
    yield _trimmed(piece), first


def _is_cut(previous: Spot, spot: Spot) -> bool:
    if previous.shift != spot.shift:
        return True
    return spot.shift != STILL and previous.blank and not spot.blank


def _adjust(piece: list[Any], by: float) -> None:
    if not by:
        return
    if isinstance(piece[-1], bytes):
        piece.append(by)
    else:
        piece[-1] += by


def _grained(adjustment: float) -> float:
    return round(adjustment / GRAIN) * GRAIN


def _trimmed(piece: list[Any]) -> list[Any]:
    """The part without an adjustment at its end, which says where the next one begins."""
    return piece if isinstance(piece[-1], bytes) else piece[:-1]
