"""What content streams show, read without a renderer.

In: a PDF opened with pikepdf. Out: the strings that each content stream shows, with the place of each
character; the codes that each font is used for; what marked content says of itself; what is painted by name.
Text that a renderer leaves out is here all the same: invisible, hidden, covered, cropped, replaced by an
``ActualText``. Tokens are qpdf's, the meaning of codes is pdfminer.six's (``typefaces``).

Follows ISO 32000-2: 8.4 graphics state, 9.3 and 9.4 text state and text objects, 8.10 forms.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import pikepdf

from lakmoes.verify.sheet import Frame, Glyph
from lakmoes.verify.typefaces import Typeface, Typefaces

Matrix = tuple[float, float, float, float, float, float]
Place = tuple[int, int]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
OPERATORS = "q Q cm gs BT ET Tf Tc Tw Tz TL Ts Td TD Tm T* Tj TJ ' \" Do BDC DP"
SHOWING = "Tj TJ ' \""
DEEPEST = 12
"""Forms within forms that are followed; deeper ones are refused."""
ADJOINING = 0.2
"""Font sizes between two strings of one word at most."""


class Run(NamedTuple):
    """A string that is shown.

    Attributes:
        text: What each of its characters says.
        edges: Where each begins and the last one ends, along the line in text space.
        matrix: How text space lies on the page.
        size: Size of the font.
        middle: Height of the middle of its letters above the baseline.
        is_vertical: Whether it runs down the page.
    """

    text: tuple[str, ...]
    edges: tuple[float, ...]
    matrix: Matrix
    size: float
    middle: float
    is_vertical: bool

    def glyphs(self, frame: Frame) -> Iterator[Glyph]:
        """Its characters on the page."""
        for index, text in enumerate(self.text):
            box = self._box(index, index + 1, frame)
            yield Glyph(text, box, box)

    def box(self, frame: Frame) -> tuple[float, float, float, float]:
        """The rectangle of the whole string on the page."""
        return self._box(0, len(self.text), frame)

    def _box(self, first: int, last: int, frame: Frame) -> tuple[float, float, float, float]:
        start, end = self.edges[first], self.edges[last]
        low, high = self.middle - self.size / 2, self.middle + self.size / 2
        x0, y0 = self._corner(start, low)
        x1, y1 = self._corner(end, high)
        if self.matrix[1] or self.matrix[2]:
            (x2, y2), (x3, y3) = self._corner(start, high), self._corner(end, low)
            return frame.box(
                min(x0, x1, x2, x3), max(y0, y1, y2, y3), max(x0, x1, x2, x3), min(y0, y1, y2, y3)
            )
        return frame.box(min(x0, x1), max(y0, y1), max(x0, x1), min(y0, y1))

    def _corner(self, along: float, across: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.matrix
        x, y = (across - self.middle, along) if self.is_vertical else (along, across)
        return a * x + c * y + e, b * x + d * y + f


@dataclass(slots=True)
class _State:
    """The part of the graphics state that text depends on; copied where it is saved."""

    matrix: Matrix = IDENTITY
    typeface: Typeface | None = None
    font: object = None
    size: float = 1.0
    character_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class Contents:
    """The content streams of a file, each read once.

    Attributes:
        used: Font (object number, or what it is made of where it has none) to the codes that are shown with
        it. painted: The pictures and forms that a content stream paints.
        read: The streams that were read.
        unread_fonts: How often a string was shown in a font that cannot be read.
    """

    used: dict[object, set[int]] = field(default_factory=lambda: defaultdict(set))
    painted: set[Place] = field(default_factory=set)
    read: set[Place] = field(default_factory=set)
    unread_fonts: int = 0
    typefaces: Typefaces = field(default_factory=Typefaces)
    _parsed: dict[Place, list[Any]] = field(default_factory=dict)

    def of_page(self, page: Any) -> list[Run]:
        """What a page and the forms on it show, in the order of its content."""
        contents = page.obj.get("/Contents", pikepdf.Array())
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        self.read |= {part.objgen for part in parts}
        return self.of_stream(page, page.resources if "/Resources" in page.obj else pikepdf.Dictionary())

    def of_stream(self, owner: Any, resources: Any) -> list[Run]:
        """What one content stream and the forms in it show."""
        return _Interpreter(self, resources, 0).run(self.tokens(owner), _State())

    def tokens(self, owner: Any) -> list[Any]:
        """The instructions of a page or stream that have to do with text, forms and marked content."""
        key = owner.obj.objgen if isinstance(owner, pikepdf.Page) else owner.objgen
        if key == (0, 0):
            return list(pikepdf.parse_content_stream(owner, OPERATORS))
        if key not in self._parsed:
            self._parsed[key] = list(pikepdf.parse_content_stream(owner, OPERATORS))
            self.read.add(key)
        return self._parsed[key]

    def in_fonts(self, item: Any, fonts: Sequence[Any]) -> Iterator[str]:
        """The strings of a stream whose fonts are not known, in each of these."""
        shown = [
            bytes(part)
            for instruction in pikepdf.parse_content_stream(item, SHOWING)
            for operand in instruction.operands
            for part in (operand.as_list() if isinstance(operand, pikepdf.Array) else [operand])
            if isinstance(part, pikepdf.String)
        ]
        for typeface in map(self.typefaces.typeface, fonts if shown else ()):
            if typeface is not None:
                yield "".join(text for data in shown for _, text, _ in typeface.read(data))

    def properties(self) -> Iterator[Any]:
        """What marked content says of itself in the streams that were read."""
        for instructions in self._parsed.values():
            for instruction in instructions:
                if str(instruction.operator) in ("BDC", "DP"):
                    yield from instruction.operands


class _Interpreter:
    """Goes through one content stream."""

    def __init__(self, contents: Contents, resources: Any, depth: int) -> None:
        if depth > DEEPEST:
            raise ValueError("forms are nested too deep")
        self._contents = contents
        self._resources = resources
        self._depth = depth
        self._state = _State()
        self._stack: list[_State] = []
        self._line: Matrix = IDENTITY
        self._text: Matrix = IDENTITY
        self._runs: list[Run] = []
        self._fonts: dict[str, tuple[object, Typeface | None]] = {}
        self._do: dict[str, Callable[[Sequence[Any]], None]] = {
            "q": lambda _: self._stack.append(replace(self._state)),
            "Q": lambda _: self._restore(),
            "cm": self._turn,
            "gs": self._external_state,
            "BT": lambda _: self._move_to(IDENTITY),
            "Tf": lambda operands: self._choose(str(operands[0]), float(operands[1])),
            "Tc": lambda operands: self._set("character_space", float(operands[0])),
            "Tw": lambda operands: self._set("word_space", float(operands[0])),
            "Tz": lambda operands: self._set("scale", float(operands[0]) / 100),
            "TL": lambda operands: self._set("leading", float(operands[0])),
            "Ts": lambda operands: self._set("rise", float(operands[0])),
            "Td": lambda operands: self._step(float(operands[0]), float(operands[1])),
            "TD": self._step_with_leading,
            "Tm": lambda operands: self._move_to(numbers(operands)),
            "T*": lambda _: self._step(0.0, -self._state.leading),
            "Tj": lambda operands: self._show(operands[:1]),
            "TJ": lambda operands: self._show(operands[0].as_list()),
            "'": self._show_on_next_line,
            '"': self._show_spaced,
            "Do": self._paint,
        }

    def run(self, instructions: Sequence[Any], state: _State) -> list[Run]:
        """What the instructions show when they begin in this state."""
        self._state = state
        for instruction in instructions:
            action = self._do.get(str(instruction.operator))
            if action and (instruction.operands or str(instruction.operator) in ("q", "Q", "BT", "T*")):
                action(instruction.operands)
        return self._runs

    def _set(self, name: str, value: float) -> None:
        setattr(self._state, name, value)

    def _turn(self, operands: Sequence[Any]) -> None:
        self._state.matrix = joined(numbers(operands), self._state.matrix)

    def _restore(self) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _choose(self, name: str, size: float) -> None:
        if name not in self._fonts:
            item = self._resources.get("/Font", pikepdf.Dictionary()).get(name)
            self._fonts[name] = self._known(item)
        self._state.font, self._state.typeface = self._fonts[name]
        self._state.size = size

    def _known(self, item: Any) -> tuple[object, Typeface | None]:
        if not isinstance(item, pikepdf.Dictionary):
            return None, None
        return font_key(item), self._contents.typefaces.typeface(item)

    def _external_state(self, operands: Sequence[Any]) -> None:
        item = self._resources.get("/ExtGState", pikepdf.Dictionary()).get(str(operands[0]))
        chosen = item.get("/Font") if isinstance(item, pikepdf.Dictionary) else None
        if chosen is not None:
            self._state.font, self._state.typeface = self._known(chosen[0])
            self._state.size = float(chosen[1])

    def _move_to(self, matrix: Matrix) -> None:
        self._line = self._text = matrix

    def _step(self, x: float, y: float) -> None:
        self._move_to(joined((1.0, 0.0, 0.0, 1.0, x, y), self._line))

    def _step_with_leading(self, operands: Sequence[Any]) -> None:
        self._state.leading = -float(operands[1])
        self._step(float(operands[0]), float(operands[1]))

    def _show_on_next_line(self, operands: Sequence[Any]) -> None:
        self._step(0.0, -self._state.leading)
        self._show(operands[:1])

    def _show_spaced(self, operands: Sequence[Any]) -> None:
        self._state.word_space, self._state.character_space = float(operands[0]), float(operands[1])
        self._show_on_next_line(operands[2:])

    def _show(self, parts: Sequence[Any]) -> None:
        """Shows strings with adjustments between them (9.4.3); each string becomes a run."""
        state = self._state
        if state.typeface is None:
            self._contents.unread_fonts += any(isinstance(part, pikepdf.String) for part in parts)
            return
        along = 0.0
        for part in parts:
            if isinstance(part, pikepdf.String):
                along = self._show_string(bytes(part), along, state, state.typeface)
            else:
                along -= (
                    float(part) / 1000 * state.size * (1.0 if state.typeface.is_vertical else state.scale)
                )
        x, y = (0.0, -along) if state.typeface.is_vertical else (along, 0.0)
        self._text = joined((1.0, 0.0, 0.0, 1.0, x, y), self._text)

    def _show_string(self, data: bytes, along: float, state: _State, typeface: Typeface) -> float:
        signs = typeface.read(data)
        if not signs:
            return along
        size, scale = state.size * state.scale, state.scale
        spaced = state.word_space * scale if typeface.has_spaces else 0.0
        edges = [along]
        for code, _, advance in signs:
            along += advance * size + state.character_space * scale + (spaced if code == 32 else 0.0)
            edges.append(along)
        self._contents.used[state.font].update([code for code, _, _ in signs])
        ends = tuple(-edge for edge in edges) if typeface.is_vertical else tuple(edges)
        text = tuple(text for _, text, _ in signs)
        matrix = joined(self._text, state.matrix)
        middle = typeface.middle * state.size + state.rise
        self._runs.append(Run(text, ends, matrix, state.size, middle, typeface.is_vertical))
        return along

    def _paint(self, operands: Sequence[Any]) -> None:
        item = self._resources.get("/XObject", pikepdf.Dictionary()).get(str(operands[0]))
        if not isinstance(item, pikepdf.Stream):
            return
        self._contents.painted.add(item.objgen)
        if item.get("/Subtype") != "/Form":
            return
        matrix = numbers(item["/Matrix"]) if "/Matrix" in item else IDENTITY
        inside = _Interpreter(self._contents, item.get("/Resources", self._resources), self._depth + 1)
        state = replace(self._state, matrix=joined(matrix, self._state.matrix))
        self._runs += inside.run(self._contents.tokens(item), state)


def font_key(item: Any) -> object:
    """What tells one font from another."""
    return item.objgen if item.is_indirect else item.unparse()


def numbers(operands: Any) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = (float(number) for number in operands)
    return a, b, c, d, e, f


def joined(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does the first and then the second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def text_of(runs: Sequence[Run]) -> str:
    """The text of runs in their order, with a space where two do not adjoin."""
    pieces: list[str] = []
    previous: Run | None = None
    for run in runs:
        if previous is not None and not _adjoin(previous, run):
            pieces.append(" ")
        pieces += run.text
        previous = run
    return "".join(pieces)


def _adjoin(previous: Run, run: Run) -> bool:
    """Whether a string goes on where another ended."""
    end = previous._corner(previous.edges[-1], 0.0)
    start = run._corner(run.edges[0], 0.0)
    reach = ADJOINING * max(abs(run.matrix[0]), abs(run.matrix[1]), abs(run.matrix[3])) * abs(run.size)
    return abs(start[0] - end[0]) <= reach and abs(start[1] - end[1]) <= reach
