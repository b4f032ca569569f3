"""What content streams show, read without a renderer.

In: a PDF opened with pikepdf. Out: the strings that each content stream shows, with the place of each
character; the codes that each font is used for; what marked content says of itself; what is painted by name.
Text that a renderer leaves out is here all the same: invisible, hidden, covered, cropped, replaced by an
``ActualText``. Taken apart by ``tokens``; the meaning of codes is pdfminer.six's (``typefaces``).

Follows ISO 32000-2: 8.4 graphics state, 9.3 and 9.4 text state and text objects, 8.10 forms.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from lakmoes.verify.runs import IDENTITY, Matrix, Run, joined, moved_on
from lakmoes.verify.tokens import is_operator, is_string, name_of, string_of, tokens_of
from lakmoes.verify.typefaces import Typeface, Typefaces

Place = tuple[int, int]
Sign = tuple[int, str, float]
Action = Callable[["_Interpreter", Sequence[bytes]], None]

SHOWING = "Tj TJ ' \""
DEEPEST = 12
"""Forms within forms that are followed; deeper ones are refused."""
FIRST_OPERAND, LAST_OPERAND = 0x28, 0x40
"""First signs of strings, names and numbers, and of no operator."""
SLASH = 0x2F
BRACKETS = frozenset((b"[", b"]"))


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
        it.
        painted: The pictures and forms that a content stream paints.
        marked: What marked content says of itself: strings and names.
        read: The streams that were read.
        unread_fonts: How often a string was shown in a font that cannot be read.
    """

    used: dict[object, set[int]] = field(default_factory=lambda: defaultdict(set))
    painted: set[Place] = field(default_factory=set)
    marked: set[bytes] = field(default_factory=set)
    read: set[Place] = field(default_factory=set)
    unread_fonts: int = 0
    typefaces: Typefaces = field(default_factory=Typefaces)
    _tokens: dict[Place, list[bytes]] = field(default_factory=dict)

    def of_page(self, page: Any) -> list[Run]:
        """What a page and the forms on it show, in the order of its content."""
        contents = page.obj.get("/Contents", pikepdf.Array())
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        self.read |= {part.objgen for part in parts}
        return self.of_stream(page, page.resources if "/Resources" in page.obj else pikepdf.Dictionary())

    def of_stream(self, owner: Any, resources: Any) -> list[Run]:
        """What one content stream and the forms in it show."""
        return _Interpreter(self, resources, 0).run(self.tokens(owner), _State())

    def tokens(self, owner: Any) -> list[bytes]:
        """The tokens of a page or stream."""
        key = owner.obj.objgen if isinstance(owner, pikepdf.Page) else owner.objgen
        if key == (0, 0):
            return tokens_of(owner)
        if key not in self._tokens:
            self._tokens[key] = tokens_of(owner)
            self.read.add(key)
        return self._tokens[key]

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
        self._fonts: dict[bytes, tuple[object, Typeface | None]] = {}

    def run(self, tokens: Sequence[bytes], state: _State) -> list[Run]:
        """What a content stream shows when it begins in this state."""
        self._state = state
        operands: list[bytes] = []
        try:
            for token in tokens:
                if FIRST_OPERAND <= token[0] <= LAST_OPERAND:
                    operands.append(token)
                elif action := _ACTIONS.get(token):
                    action(self, operands)
                    operands = []
                elif is_operator(token):
                    operands = []
                else:
                    operands.append(token)
        except IndexError as error:
            raise ValueError("an instruction lacks operands") from error
        return self._runs

    def _set(self, name: str, value: float) -> None:
        setattr(self._state, name, value)

    def _turn(self, operands: Sequence[bytes]) -> None:
        self._state.matrix = joined(numbers(operands[-6:]), self._state.matrix)

    def _restore(self) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _choose(self, name: bytes, size: float) -> None:
        if name not in self._fonts:
            item = self._resources.get("/Font", pikepdf.Dictionary()).get(name_of(name))
            self._fonts[name] = self._known(item)
        self._state.font, self._state.typeface = self._fonts[name]
        self._state.size = size

    def _known(self, item: Any) -> tuple[object, Typeface | None]:
        if not isinstance(item, pikepdf.Dictionary):
            return None, None
        return font_key(item), self._contents.typefaces.typeface(item)

    def _external_state(self, operands: Sequence[bytes]) -> None:
        item = self._resources.get("/ExtGState", pikepdf.Dictionary()).get(name_of(operands[-1]))
        chosen = item.get("/Font") if isinstance(item, pikepdf.Dictionary) else None
        if chosen is not None:
            self._state.font, self._state.typeface = self._known(chosen[0])
            self._state.size = float(chosen[1])

    def _move_to(self, matrix: Matrix) -> None:
        self._line = self._text = matrix

    def _step(self, x: float, y: float) -> None:
        self._move_to(moved_on(x, y, self._line))

    def _step_with_leading(self, operands: Sequence[bytes]) -> None:
        self._state.leading = -float(operands[-1])
        self._step(float(operands[-2]), float(operands[-1]))

    def _show_on_next_line(self, operands: Sequence[bytes]) -> None:
        self._step(0.0, -self._state.leading)
        self._show(operands[-1:])

    def _show_spaced(self, operands: Sequence[bytes]) -> None:
        self._state.word_space, self._state.character_space = float(operands[-3]), float(operands[-2])
        self._show_on_next_line(operands)

    def _show(self, parts: Sequence[bytes]) -> None:
        """Shows strings with adjustments between them (9.4.3)."""
        state, typeface = self._state, self._state.typeface
        if typeface is None:
            self._contents.unread_fonts += any(map(is_string, parts))
            return
        signs, starts, ends, along = _laid(parts, state, typeface)
        if signs:
            self._contents.used[state.font].update([code for code, _, _ in signs])
            text = tuple([sign for _, sign, _ in signs])
            matrix = joined(self._text, state.matrix)
            middle = typeface.middle * state.size + state.rise
            run = Run(text, tuple(starts), tuple(ends), matrix, state.size, middle, typeface.is_vertical)
            self._runs.append(run)
        x, y = (0.0, along) if typeface.is_vertical else (along, 0.0)
        self._text = moved_on(x, y, self._text)

    def _mark(self, operands: Sequence[bytes]) -> None:
        self._contents.marked.update([part for part in operands if is_string(part) or part[0] == SLASH])

    def _paint(self, operands: Sequence[bytes]) -> None:
        item = self._resources.get("/XObject", pikepdf.Dictionary()).get(name_of(operands[-1]))
        if not isinstance(item, pikepdf.Stream):
            return
        self._contents.painted.add(item.objgen)
        if item.get("/Subtype") != "/Form":
            return
        matrix = numbers(item["/Matrix"]) if "/Matrix" in item else IDENTITY
        inside = _Interpreter(self._contents, item.get("/Resources", self._resources), self._depth + 1)
        state = replace(self._state, matrix=joined(matrix, self._state.matrix))
        self._runs += inside.run(self._contents.tokens(item), state)


_ACTIONS: dict[bytes, Action] = {
    b"q": lambda interpreter, _: interpreter._stack.append(replace(interpreter._state)),
    b"Q": lambda interpreter, _: interpreter._restore(),
    b"cm": _Interpreter._turn,
    b"gs": _Interpreter._external_state,
    b"BT": lambda interpreter, _: interpreter._move_to(IDENTITY),
    b"Tf": lambda interpreter, operands: interpreter._choose(operands[-2], float(operands[-1])),
    b"Tc": lambda interpreter, operands: interpreter._set("character_space", float(operands[-1])),
    b"Tw": lambda interpreter, operands: interpreter._set("word_space", float(operands[-1])),
    b"Tz": lambda interpreter, operands: interpreter._set("scale", float(operands[-1]) / 100),
    b"TL": lambda interpreter, operands: interpreter._set("leading", float(operands[-1])),
    b"Ts": lambda interpreter, operands: interpreter._set("rise", float(operands[-1])),
    b"Td": lambda interpreter, operands: interpreter._step(float(operands[-2]), float(operands[-1])),
    b"TD": _Interpreter._step_with_leading,
    b"Tm": lambda interpreter, operands: interpreter._move_to(numbers(operands[-6:])),
    b"T*": lambda interpreter, _: interpreter._step(0.0, -interpreter._state.leading),
    b"Tj": lambda interpreter, operands: interpreter._show(operands[-1:]),
    b"TJ": _Interpreter._show,
    b"'": _Interpreter._show_on_next_line,
    b'"': _Interpreter._show_spaced,
    b"Do": _Interpreter._paint,
    b"BDC": _Interpreter._mark,
    b"DP": _Interpreter._mark,
}
"""What each operator does; all others do nothing to text."""


def _laid(
    parts: Sequence[bytes], state: _State, typeface: Typeface
) -> tuple[list[Sign], list[float], list[float], float]:
    """The characters of strings, where each begins and ends along the line, and where the line goes on."""
    way = -1.0 if typeface.is_vertical else 1.0
    scale, size = way * state.scale, way * state.size * state.scale
    adjusted = way * state.size / 1000 * (1.0 if typeface.is_vertical else state.scale)
    spaced = state.word_space * scale if typeface.has_spaces else 0.0
    signs: list[Sign] = []
    starts: list[float] = []
    ends: list[float] = []
    along = 0.0
    for part in parts:
        if is_string(part):
            for sign in typeface.read(string_of(part)):
                signs.append(sign)
                starts.append(along)
                along += sign[2] * size + state.character_space * scale + (spaced if sign[0] == 32 else 0.0)
                ends.append(along)
        elif part not in BRACKETS:
            along -= float(part) * adjusted
    return signs, starts, ends, along


def font_key(item: Any) -> object:
    """What tells one font from another."""
    return item.objgen if item.is_indirect else item.unparse()


def numbers(operands: Any) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = (float(number) for number in operands)
    return a, b, c, d, e, f
