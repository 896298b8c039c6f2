"""Where everything lies in a cell of the board: one geometry for painting, for the mouse and for the row height."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics

from volunteer_app.services.week_board import BoardCell, BoardRow, BoardShift, Token
from volunteer_app.ui import time_text
from volunteer_app.ui.look import Look, look
from volunteer_app.ui.tokens import Role, Size

INSET = 3
PADDING = 8
GAP = 4
TOKEN_HEIGHT = 22
TOKEN_PADDING = 5
TOKEN_WIDTH = 60
STAR_WIDTH = 13
OPEN_SHOWN = 4
EMPTY_HEIGHT = 76


@dataclass(frozen=True, slots=True)
class Block:
    """One shift in a cell: its card, head line, optional line with the hours, tokens, and `+` for open places."""

    shift: BoardShift
    card: QRect
    head: QRect
    hours: QRect | None
    tokens: tuple[QRect, ...]
    opens: tuple[QRect, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point of a cell."""

    stack: int | None = None
    token: int | None = None
    is_open_place: bool = False


def common_hours(row: BoardRow) -> str:
    """The hours of a post when all its shifts of the week share them; else empty, and each shift shows its own."""
    hours = {time_text.hours(shift.shift.span) for cell in row.cells for shift in cell.shifts}
    return hours.pop() if len(hours) == 1 else ""


def lay_out(cell: BoardCell, place: QRect, *, shows_hours: bool) -> tuple[Block, ...]:
    """Blocks below each other; the last one takes what is left of the cell."""
    current = look()
    inset, gap = current.px(INSET), current.px(GAP)
    inside = place.adjusted(inset, inset, -inset, -inset)
    blocks: list[Block] = []
    top = inside.top()
    for number, shift in enumerate(cell.shifts):
        block = _block(shift, QRect(inside.left(), top, inside.width(), 0), current, shows_hours=shows_hours)
        if number == len(cell.shifts) - 1:
            block.card.setBottom(max(block.card.bottom(), inside.bottom()))
        blocks.append(block)
        top = block.card.bottom() + 1 + gap
    return tuple(blocks)


def height_of(cell: BoardCell, width: int, *, shows_hours: bool) -> int:
    """What the cell needs at this width."""
    current = look()
    blocks = lay_out(cell, QRect(0, 0, width, 0), shows_hours=shows_hours)
    return blocks[-1].card.bottom() + 1 + current.px(INSET) if blocks else current.px(EMPTY_HEIGHT)


def hit(blocks: Sequence[Block], point: QPoint) -> Hit:
    """Which shift, token or open place a point lies on."""
    for stack, block in enumerate(blocks):
        if not block.card.contains(point):
            continue
        for token, rect in enumerate(block.tokens):
            if rect.contains(point):
                return Hit(stack, token)
        return Hit(stack, None, any(rect.contains(point) for rect in block.opens))
    return Hit()


def _block(shift: BoardShift, place: QRect, current: Look, *, shows_hours: bool) -> Block:
    padding, gap, line = current.px(PADDING), current.px(GAP), current.px(Size.PILL)
    left, width = place.left() + padding, place.width() - 2 * padding
    head = QRect(left, place.top() + padding - 2, width, line)
    top = head.bottom() + 1
    hours = None
    if shows_hours:
        hours = QRect(left, top, width, current.line(Role.CAPTION))
        top = hours.bottom() + 1
    flow = _Flow(QRect(left, top + gap, width, 0), current)
    tokens = tuple(flow.add(_width(token, current)) for token in shift.tokens)
    opens = tuple(flow.add(0) for _ in range(min(shift.shift.vacancies, OPEN_SHOWN)))
    card = QRect(place.left(), place.top(), place.width(), flow.bottom + padding - place.top())
    return Block(shift, card, head, hours, tokens, opens)


class _Flow:
    """Sets tokens in columns of one width, two or more a line; a long name takes several columns."""

    def __init__(self, place: QRect, current: Look) -> None:
        self._place = place
        self._gap = current.px(GAP)
        self._height = current.px(TOKEN_HEIGHT)
        self._columns = max(2, (place.width() + self._gap) // (current.px(TOKEN_WIDTH) + self._gap))
        self._at = 0

    def add(self, wanted: int) -> QRect:
        step = (self._place.width() + self._gap) / self._columns
        span = min(self._columns, max(1, -int(-(wanted + self._gap) // step)))
        column = self._at % self._columns
        if column + span > self._columns:
            self._at += self._columns - column
            column = 0
        line = self._at // self._columns
        self._at += span
        left = self._place.left() + round(column * step)
        right = self._place.left() + round((column + span) * step) - self._gap
        top = self._place.top() + line * (self._height + self._gap)
        return QRect(left, top, right - left, self._height)

    @property
    def bottom(self) -> int:
        lines = -(-self._at // self._columns)
        return self._place.top() + lines * (self._height + self._gap)


def _width(token: Token, current: Look) -> int:
    star = current.px(STAR_WIDTH) if token.is_leader else 0
    return _text_width(token.name, current) + star + 2 * current.px(TOKEN_PADDING)


@lru_cache(maxsize=4096)
def _text_width(name: str, current: Look) -> int:
    return QFontMetrics(current.font(Role.CAPTION)).horizontalAdvance(name)
