"""How a text finds room in a cell: shrink a little, then take more lines. It never drops a character.

The limits are those of the layout spec: not below 77 % on one line, 74 % on several, never below 6.5 points.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from volunteer_app.printing.drawing import Ink, Line, SpreadInk, Style, can_spread
from volunteer_app.printing.fonts import Fonts

ONE_LINE_LIMIT = 0.77
SEVERAL_LINES = 0.74
SMALLEST = 6.5
LEADING = 1.08
CELL_PAD = 3.0

BASELINE = 0.38  # a Han square reaches from 0.88 above the baseline to 0.12 below: its middle lies 0.38 above
_NEVER_FIRST = frozenset("、，。；：？！）》」』”’…—·,.;:?!)]}")
_INTERPUNCT = "·"
_NAME_LENGTH = 3
_NAME_GAP = 8.0
_NAME_PITCH = 44.0


class Align(Enum):
    LEFT = auto()
    CENTRE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a cell. Inks lie relative to the cell's left edge and the middle of their line."""

    lines: tuple[Line, ...] = ()
    leading: float = 0.0

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading


EMPTY = Block()


class Typesetter:
    """Turns texts into blocks. Equal cells are set once: a month has few different names."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._blocks: dict[tuple[object, ...], Block] = {}

    def width(self, text: str, style: Style) -> float:
        return self._fonts.shape(text, style.face).width * style.size

    def cell(self, text: str, style: Style, *, width: float, align: Align, pad: float = CELL_PAD) -> Block:
        """One text in a cell."""
        key = ("cell", text, style, width, align, pad)
        return self._once(key, lambda: self._cell(text, style, width=width, align=align, pad=pad))

    def names(self, names: tuple[str, ...], style: Style, *, width: float) -> Block:
        """Several people in a cell: side by side in slots, as many to a line as read well, a long name on its own."""
        if not names:
            return EMPTY
        return self._once(("names", names, style, width), lambda: self._names(names, style, width))

    def spread_name(self, name: str, style: Style, *, width: float, pad: float) -> Block:
        """A name in a column of its own; two characters are set as wide as three."""
        if len(name) == 2 and can_spread(name) and self.width(name, style) == 2 * style.size:
            ink = SpreadInk(pad, -BASELINE * style.size, name, style, 2 * style.size)
            return Block(((ink,),), style.size * LEADING)
        return self.cell(name, style, width=width, align=Align.LEFT, pad=pad)

    def lines_block(self, lines: Sequence[str], style: Style, *, width: float, align: Align) -> Block:
        """Lines that were broken already."""
        placed = tuple((self._ink(line, style, width=width, align=align, pad=CELL_PAD),) for line in lines)
        return Block(placed, style.size * LEADING)

    def fit(self, text: str, style: Style, width: float) -> tuple[list[str], Style]:
        """The lines and the style in which a text fits the width."""
        needed = self.width(text, style)
        if needed <= width:
            return [text], style
        if width / needed >= ONE_LINE_LIMIT:
            return [text], style.at(_rounded_down(style.size * width / needed))
        smaller = style.at(max(SMALLEST, _rounded_down(style.size * SEVERAL_LINES)))
        return self.wrap(text, smaller, width), smaller

    def wrap(self, text: str, style: Style, width: float) -> list[str]:
        """Lines no wider than the width. Numbers and Latin words stay whole where they can."""
        lines: list[str] = []
        rest = text
        while rest and self.width(rest, style) > width:
            cut = self._break_at(rest, style, width)
            lines.append(rest[:cut].rstrip())
            rest = rest[cut:].lstrip()
        return [*lines, rest] if rest else lines

    def _break_at(self, text: str, style: Style, width: float) -> int:
        end, used = 0, 0.0
        while end < len(text) and (used := used + self.width(text[end], style)) <= width:
            end += 1
        end = max(1, end)
        if (dot := text.rfind(_INTERPUNCT, 0, end)) > 0:
            return dot + 1
        start_of_word = end
        while start_of_word > 0 and _joined(text, start_of_word):
            start_of_word -= 1
        if start_of_word > 0:
            end = start_of_word
        while end > 1 and end < len(text) and text[end] in _NEVER_FIRST:
            end -= 1
        return end

    def _once(self, key: tuple[object, ...], make: Callable[[], Block]) -> Block:
        block = self._blocks.get(key)
        if block is None:
            block = self._blocks[key] = make()
        return block

    def _cell(self, text: str, style: Style, *, width: float, align: Align, pad: float) -> Block:
        if not text:
            return EMPTY
        lines, fitted = self.fit(text, style, width - pad - CELL_PAD)
        placed = tuple((self._ink(line, fitted, width=width, align=align, pad=pad),) for line in lines)
        return Block(placed, fitted.size * LEADING)

    def _ink(self, line: str, style: Style, *, width: float, align: Align, pad: float) -> Ink:
        dx = pad if align is Align.LEFT else (width - self.width(line, style)) / 2
        return Ink(dx, -BASELINE * style.size, line, style)

    def _names(self, names: tuple[str, ...], style: Style, width: float) -> Block:
        if len(names) == 1:
            return self._cell(names[0], style, width=width, align=Align.CENTRE, pad=CELL_PAD)
        inner = width - 2 * CELL_PAD
        per_line = int((inner + _NAME_GAP) // (_NAME_LENGTH * style.size + _NAME_GAP))
        if len(names) == per_line + 1 and self._slots_fit(names, style, inner / len(names)):
            per_line += 1
        per_line = max(1, min(per_line, len(names)))
        pitch = min(_NAME_PITCH, inner / per_line)
        short = [name for name in names if self._slots_fit([name], style, pitch)]
        size = self._shared_size(short, style, pitch)
        left = (width - (per_line - 1) * pitch - _NAME_LENGTH * size) / 2
        lines = self._name_lines(names, style, width=width, short=set(short), per_line=per_line)
        return Block(
            tuple(
                tuple(
                    Ink(left + slot * pitch, -BASELINE * size, name, style.at(size)) for slot, name in enumerate(line)
                )
                if isinstance(line, list)
                else (line,)
                for line in lines
            ),
            size * (LEADING if len(lines) == 1 else 1.16),
        )

    def _name_lines(
        self, names: Sequence[str], style: Style, *, width: float, short: set[str], per_line: int
    ) -> list[list[str] | Ink]:
        lines: list[list[str] | Ink] = []
        for name in names:
            if name not in short:
                lines += [line[0] for line in self._long_name(name, style, width).lines if isinstance(line[0], Ink)]
            elif lines and isinstance(lines[-1], list) and len(lines[-1]) < per_line:
                lines[-1].append(name)
            else:
                lines.append([name])
        return lines

    def _long_name(self, name: str, style: Style, width: float) -> Block:
        return self._cell(name, style, width=width, align=Align.CENTRE, pad=CELL_PAD)

    def _slots_fit(self, names: Sequence[str], style: Style, pitch: float) -> bool:
        return all(self.width(name, style) * ONE_LINE_LIMIT <= pitch - _slot_gap(pitch) for name in names)

    def _shared_size(self, names: Sequence[str], style: Style, pitch: float) -> float:
        widest = max((self.width(name, style) for name in names), default=0.0)
        room = pitch - _slot_gap(pitch)
        return style.size if widest <= room else _rounded_down(style.size * room / widest)


def _slot_gap(pitch: float) -> float:
    return min(4.0, pitch * 0.1)


def _joined(text: str, position: int) -> bool:
    """Whether a break here would cut a number or a Latin word."""
    if position >= len(text):
        return False
    return all(side.isascii() and not side.isspace() for side in (text[position - 1], text[position]))


def _rounded_down(size: float) -> float:
    return int(size * 20) / 20
