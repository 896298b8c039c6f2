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
        return self.once(key, lambda: self._cell(text, style, width=width, align=align, pad=pad))

    def spread_name(self, name: str, style: Style, *, width: float, pad: float) -> Block:
        """A name in a column of its own; two characters are set as wide as three."""
        if len(name) == 2 and can_spread(name) and self.width(name, style) == 2 * style.size:
            ink = SpreadInk(pad, -BASELINE * style.size, name, style, 2 * style.size)
            return Block(((ink,),), style.size * LEADING)
        return self.cell(name, style, width=width, align=Align.LEFT, pad=pad)

    def lines_block(
        self, lines: Sequence[tuple[str, Style]], *, width: float, align: Align, pad: float = CELL_PAD
    ) -> Block:
        """Lines that were broken already, each in its style."""
        placed = tuple((self._ink(line, style, width=width, align=align, pad=pad),) for line, style in lines)
        return Block(placed, max(style.size for _, style in lines) * LEADING)

    def pack(self, items: Sequence[str], mark: str, style: Style, *, width: float) -> list[str]:
        """As many items to a line as fit, with the mark between them; only an item wider than a line is broken."""
        lines: list[str] = []
        for number, item in enumerate(items, 1):
            text = item if number == len(items) else item + mark
            if lines and self.width(lines[-1] + text, style) <= width:
                lines[-1] += text
            else:
                lines += self.wrap(text, style, width)
        return lines

    def fit(self, text: str, style: Style, width: float) -> tuple[list[str], Style]:
        """The lines and the style in which a text fits the width."""
        needed = self.width(text, style)
        if needed <= width:
            return [text], style
        if width / needed >= ONE_LINE_LIMIT:
            return [text], style.at(rounded_down(style.size * width / needed))
        smaller = style.at(max(SMALLEST, rounded_down(style.size * SEVERAL_LINES)))
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

    def once(self, key: tuple[object, ...], make: Callable[[], Block]) -> Block:
        """The block of a key, made at its first use."""
        block = self._blocks.get(key)
        if block is None:
            block = self._blocks[key] = make()
        return block

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

    def _cell(self, text: str, style: Style, *, width: float, align: Align, pad: float) -> Block:
        if not text:
            return EMPTY
        lines, fitted = self.fit(text, style, width - pad - CELL_PAD)
        placed = tuple((self._ink(line, fitted, width=width, align=align, pad=pad),) for line in lines)
        return Block(placed, fitted.size * LEADING)

    def _ink(self, line: str, style: Style, *, width: float, align: Align, pad: float) -> Ink:
        dx = pad if align is Align.LEFT else (width - self.width(line, style)) / 2
        return Ink(dx, -BASELINE * style.size, line, style)


def _joined(text: str, position: int) -> bool:
    """Whether a break here would cut a number or a Latin word."""
    if position >= len(text):
        return False
    return all(side.isascii() and not side.isspace() for side in (text[position - 1], text[position]))


def rounded_down(size: float) -> float:
    return int(size * 20) / 20
