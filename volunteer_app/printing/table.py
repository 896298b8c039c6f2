"""Tables with a repeated head: rows that grow with their cells, are squeezed a little to save a page, and never split.

The one exception is a row taller than a page, which goes on in a row of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from volunteer_app.printing.drawing import MM, Box, Drawing, Segment
from volunteer_app.printing.fitting import Block

HEAD_HEIGHT = 8.2 * MM
HEAD_FILL = 9.0
BAR_WIDTH = 1.1 * MM

_OUTER, _HEAVY, _FINE = 1.2, 0.8, 0.25
_ROW_PAD = 1.2
_LOWEST_PAGE = 60.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `fill` is a percentage of black, `is_barred` draws the black bar at the left."""

    blocks: tuple[Block, ...]
    height: float
    least_height: float
    fill: float = 0.0
    is_barred: bool = False
    ends_group: bool = False

    @property
    def content_height(self) -> float:
        return max((block.height for block in self.blocks), default=0.0) + _ROW_PAD


@dataclass(frozen=True, slots=True)
class Table:
    """Columns by their edges, from the left margin to the right one."""

    edges: tuple[float, ...]
    head: tuple[Block, ...]
    rows: tuple[Row, ...]


def column_edges(left: float, width: float, weights: Sequence[float]) -> tuple[float, ...]:
    """Edges of columns that share the width by their weights."""
    unit = width / sum(weights)
    edges = [left]
    for weight in weights:
        edges.append(edges[-1] + weight * unit)
    return tuple(edges)


def widths(edges: Sequence[float]) -> tuple[float, ...]:
    return tuple(right - left for left, right in pairwise(edges))


def pages(rows: Sequence[Row], capacity: float) -> list[list[Row]]:
    """The rows of each page. A second page opens only when every row at its least height is still too tall."""
    grown = [part for row in rows for part in _parts(row, max(capacity, _LOWEST_PAGE))]
    total = sum(row.height for row in grown)
    least = sum(row.least_height for row in grown)
    if least <= capacity < total:
        return [_squeezed(grown, (capacity - least) / (total - least))]
    filled: list[list[Row]] = [[]]
    used = 0.0
    for row in grown:
        if filled[-1] and used + row.height > capacity + 0.01:
            filled.append([])
            used = 0.0
        filled[-1].append(row)
        used += row.height
    return filled


def draw_table(drawing: Drawing, table: Table, rows: Sequence[Row], *, top: float) -> float:
    """Draws the head and these rows under it; gives the y of the bottom."""
    tops = [top - HEAD_HEIGHT]
    for row in rows:
        tops.append(tops[-1] - row.height)
    _draw_fills(drawing, table, rows, tops=tops)
    _draw_rules(drawing, table, rows, tops=tops)
    _draw_blocks(drawing, table.edges, table.head, middle=top - HEAD_HEIGHT / 2)
    for row, row_top in zip(rows, tops, strict=False):
        _draw_blocks(drawing, table.edges, row.blocks, middle=row_top - row.height / 2)
    return tops[-1]


def _parts(row: Row, tallest: float) -> list[Row]:
    needed = row.content_height
    if needed <= tallest:
        return [replace(row, height=max(row.height, needed), least_height=max(row.least_height, needed))]
    line = max(block.leading for block in row.blocks)
    count = int((tallest - _ROW_PAD) // line)
    length = max(len(block.lines) for block in row.blocks)
    cuts = [_cut(row, start, start + count) for start in range(0, length, count)]
    return [part for cut in cuts for part in _parts(cut, tallest)]


def _cut(row: Row, start: int, end: int) -> Row:
    """Lines of a row; a cell of one line (the date, the weekday) stands in every part."""
    blocks = (b if len(b.lines) == 1 else replace(b, lines=b.lines[start:end]) for b in row.blocks)
    return replace(row, blocks=tuple(blocks))


def _squeezed(rows: Sequence[Row], share: float) -> list[Row]:
    return [replace(row, height=row.least_height + (row.height - row.least_height) * share) for row in rows]


def _draw_fills(drawing: Drawing, table: Table, rows: Sequence[Row], *, tops: Sequence[float]) -> None:
    left, width = table.edges[0], table.edges[-1] - table.edges[0]
    by_fill: dict[float, list[Box]] = {HEAD_FILL: [(left, tops[0], width, HEAD_HEIGHT)]}
    bars: list[Box] = []
    for row, row_top in zip(rows, tops, strict=False):
        bottom = row_top - row.height
        if row.fill:
            by_fill.setdefault(row.fill, []).append((left, bottom, width, row.height))
        if row.is_barred:
            bars.append((left, bottom, BAR_WIDTH, row.height))
    for fill, boxes in by_fill.items():
        drawing.fill(fill, boxes)
    drawing.fill(100, bars)


def _draw_rules(drawing: Drawing, table: Table, rows: Sequence[Row], *, tops: Sequence[float]) -> None:
    left, right = table.edges[0], table.edges[-1]
    top, bottom = tops[0] + HEAD_HEIGHT, tops[-1]
    fine: list[Segment] = [(edge, top, edge, bottom) for edge in table.edges[1:-1]]
    heavy: list[Segment] = [(left, tops[0], right, tops[0])]
    for row, y in zip(rows[:-1], tops[1:], strict=False):
        (heavy if row.ends_group else fine).append((left, y, right, y))
    drawing.rules(_FINE, fine)
    drawing.rules(_HEAVY, heavy)
    drawing.rules(_OUTER, [(left, top, right, top), (left, bottom, right, bottom)])


def _draw_blocks(drawing: Drawing, edges: Sequence[float], blocks: Sequence[Block], *, middle: float) -> None:
    for x, block in zip(edges, blocks, strict=False):
        first = middle + (len(block.lines) - 1) * block.leading / 2
        for number, line in enumerate(block.lines):
            drawing.place(line, x=x, y=first - number * block.leading)
