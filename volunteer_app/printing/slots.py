"""Several people in one cell: side by side in slots that are the same down the whole column.

A name too wide for its slot shrinks a little, or is set in two small lines at its interpunct, or takes a line alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from volunteer_app.printing.drawing import Ink, Line, Style
from volunteer_app.printing.fitting import (
    BASELINE,
    CELL_PAD,
    EMPTY,
    LEADING,
    ONE_LINE_LIMIT,
    SEVERAL_LINES,
    SMALLEST,
    Align,
    Block,
    Typesetter,
    rounded_down,
)

_USUAL_LENGTH = 3  # characters of most names; decides how many slots a line has
_GAP = 8.0
_WIDEST_PITCH = 44.0
_LINE_SPACING = 1.24
_INTERPUNCT = "·"
_RARE_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of a column: how many to a line, how far apart, and the size names have in them."""

    width: float
    per_line: int
    pitch: float
    style: Style
    full: Style

    def room(self, span: int) -> float:
        """What a name may take of so many slots."""
        return span * self.pitch - (self.pitch - _room(self.pitch))

    def left(self, count: int) -> float:
        """Where the first of so many slots starts, so that the usual names stand in the middle of the cell."""
        return (self.width - (count - 1) * self.pitch - _USUAL_LENGTH * self.style.size) / 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """A name as it is set: its lines, and how many slots it takes. Stacked lines share one line of the cell."""

    lines: tuple[str, ...]
    style: Style
    span: int
    is_stacked: bool = False


def plan_slots(counts: Sequence[int], style: Style, *, width: float) -> Slots:
    """The slots for cells of so many people. One more to a line than read best, when that saves the second line."""
    usual = _usual(counts)
    inner = width - 2 * CELL_PAD
    best = max(1, int((inner + _GAP) // (_USUAL_LENGTH * style.size + _GAP)))
    squeezed = _room(inner / (best + 1))
    if usual == best + 1 and squeezed >= _USUAL_LENGTH * style.size * ONE_LINE_LIMIT:
        best += 1
    per_line = min(best, max(2, usual))
    pitch = min(_WIDEST_PITCH, inner / per_line)
    size = min(style.size, rounded_down(_room(pitch) / _USUAL_LENGTH))
    return Slots(width, per_line, pitch, style.at(size), style)


def names_block(setter: Typesetter, names: tuple[str, ...], slots: Slots) -> Block:
    """The people of a cell, in their order. Every name prints."""
    if not names:
        return EMPTY
    if len(names) == 1:
        return setter.cell(names[0], slots.full, width=slots.width, align=Align.CENTRE)
    return setter.once(("names", names, slots), lambda: _set(setter, names, slots))


def _usual(counts: Sequence[int]) -> int:
    """The most people in a cell, but for the fullest tenth: one crowded day must not make the whole month small."""
    ordered = sorted(counts, reverse=True)
    return ordered[int(len(ordered) * _RARE_SHARE)] if ordered else 0


def _set(setter: Typesetter, names: Sequence[str], slots: Slots) -> Block:
    rows = _rows([_piece(setter, name, slots) for name in names], slots.per_line)
    left = slots.left(max(sum(piece.span for piece in row) for row in rows))
    lines: list[Line] = []
    for row in rows:
        lines += _row_lines(row, left, slots.pitch)
    spacing = LEADING if len(lines) == 1 else _LINE_SPACING
    stacked = [piece for row in rows for piece in row if piece.is_stacked]
    tallest = max((len(piece.lines) * piece.style.size * LEADING for piece in stacked), default=0.0)
    return Block(tuple(lines), max(tallest, slots.style.size * spacing))


def _rows(pieces: Sequence[_Piece], per_line: int) -> list[list[_Piece]]:
    rows: list[list[_Piece]] = []
    for piece in pieces:
        if rows and sum(placed.span for placed in rows[-1]) + piece.span <= per_line:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _row_lines(row: Sequence[_Piece], left: float, pitch: float) -> list[Line]:
    """One line for pieces side by side; a name on its own takes as many as it needs."""
    if len(row) == 1 and not row[0].is_stacked:
        style = row[0].style
        return [(Ink(left, -BASELINE * style.size, text, style),) for text in row[0].lines]
    line: Line = ()
    x = left
    for piece in row:
        size = piece.style.size
        for number, text in enumerate(piece.lines):
            from_middle = ((len(piece.lines) - 1) / 2 - number) * size * LEADING
            line += (Ink(x, from_middle - BASELINE * size, text, piece.style),)
        x += piece.span * pitch
    return [line]


def _piece(setter: Typesetter, name: str, slots: Slots) -> _Piece:
    """A name in as few slots as it fits, in a line of its own when it fits none."""
    for span in range(1, slots.per_line + 1):
        room = slots.room(span)
        needed = setter.width(name, slots.style)
        size = slots.style.size * min(1.0, room / needed)
        if needed <= room or size >= slots.full.size * ONE_LINE_LIMIT:
            return _Piece((name,), slots.style if needed <= room else slots.style.at(rounded_down(size)), span)
        if span == 1 and (stacked := _stacked(setter, name, slots)):
            return stacked
    lines, style = setter.fit(name, slots.full, slots.room(slots.per_line))
    return _Piece(tuple(lines), style, slots.per_line)


def _stacked(setter: Typesetter, name: str, slots: Slots) -> _Piece | None:
    dots = [place for place, character in enumerate(name[:-1]) if character == _INTERPUNCT]
    if not dots:
        return None
    middle = min(dots, key=lambda place: abs(2 * place + 1 - len(name)))
    halves = (name[: middle + 1], name[middle + 1 :])
    small = slots.full.at(rounded_down(slots.full.size * SEVERAL_LINES))
    widest = max(setter.width(half, small) for half in halves)
    size = rounded_down(small.size * min(1.0, slots.room(1) / widest))
    return _Piece(halves, small.at(size), 1, is_stacked=True) if size >= SMALLEST else None


def _room(pitch: float) -> float:
    return pitch - min(4.0, pitch * 0.1)
