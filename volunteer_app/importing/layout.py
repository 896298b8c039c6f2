"""Which rows of a sheet are people and which are titles, sums, blanks and notes; and what merged cells stand for."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from volunteer_app.domain.roster_file import Cell, FieldName, SheetGrid, SkipReason
from volunteer_app.domain.text import squeeze
from volunteer_app.importing.headers import Header
from volunteer_app.importing.labels import field_of

_SUM = re.compile(r"(?:本页|本队|本社区|全队)?(小计|合计|总计|共计|累计|总人数)(?:[:：(（\d].*)?")
_FOOTER = re.compile(r"(?:审核人?|制表人?|填表人|填报人|报送人|负责人|单位负责人|经办人|签字|盖章|审批)[(（:：]")
_NOTE = re.compile(r"(?:注|备注|说明|填表说明|填写说明|要求|提示|附)[:：\d]|※")
_LIST_ITEM = re.compile(r"(?:\d+|[一二三四五六七八九十]+|[(（]\d+[)）])[.、．)）]")
_LONG_TEXT = 20

# Fields that one merged cell may say for several people. A name or an ID never stands for two.
_SINGLE = frozenset({FieldName.NAME, FieldName.ID_NUMBER, FieldName.SEQ, FieldName.NUMBER})
_GROUPING = (FieldName.COMMUNITY, FieldName.TEAM, FieldName.DEPARTMENT, FieldName.GRID)
# A hostile file can hold more merged areas than rows; what is beyond this is left as it is.
_MAX_FILLED = 1_000_000


def preamble_reasons(grid: SheetGrid, end: int) -> Iterator[tuple[int, SkipReason]]:
    """The rows above the heading: a title, then form lines."""
    titled = False
    for row in range(end):
        texts = [squeeze(str(cell)) for cell in grid.cells[row] if str(cell).strip()]
        if not texts:
            yield row, SkipReason.BLANK
        elif titled or re.search("[:：]", texts[0]):
            yield row, SkipReason.FORM_INFO
        else:
            titled = True
            yield row, SkipReason.TITLE


def skip_reason(grid: SheetGrid, header: Header, row: int) -> SkipReason | None:
    """Why a row below the heading is not a person; None for a person."""
    filled = [(column, cell) for column, cell in enumerate(grid.cells[row]) if not is_blank(cell)]
    if all(header.columns.get(column) is FieldName.SEQ and _is_number(cell) for column, cell in filled):
        return SkipReason.BLANK
    if _repeats_heading(header, filled):
        return SkipReason.HEADER
    return sum_reason([cell for _, cell in filled]) or _remark_reason(header, filled)


def sum_reason(cells: Sequence[Cell]) -> SkipReason | None:
    """小计 and 合计 stand in one of the first cells of their row."""
    for cell in islice((cell for cell in cells if not is_blank(cell)), 3):
        if isinstance(cell, str) and (found := _SUM.fullmatch(squeeze(cell))):
            return SkipReason.SUBTOTAL if found[1] == "小计" else SkipReason.TOTAL
    return None


def is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


def _is_number(cell: Cell) -> bool:
    """Lists are often numbered further down than they are filled in."""
    return isinstance(cell, float) or squeeze(str(cell)).rstrip(".、").isdigit()


def _repeats_heading(header: Header, filled: list[tuple[int, Cell]]) -> bool:
    known = [(header.columns.get(column), cell) for column, cell in filled if isinstance(cell, str)]
    if not any(field is FieldName.NAME and field_of(cell) is field for field, cell in known):
        return False
    return 2 * sum(field is not None and field_of(cell) is field for field, cell in known) >= len(filled)


def _remark_reason(header: Header, filled: list[tuple[int, Cell]]) -> SkipReason | None:
    """Footers and notes fill few cells, and the first of them says so or is a sentence."""
    column, first = filled[0]
    text = squeeze(str(first))
    if len(filled) > 4 or not isinstance(first, str):
        return None
    if _FOOTER.match(text) or (len(filled) <= 2 and _FOOTER.search(text)):
        return SkipReason.FOOTER
    if _NOTE.match(text) or (len(filled) == 1 and _LIST_ITEM.match(text)):
        return SkipReason.NOTE
    is_name = header.columns.get(column) is FieldName.NAME
    if len(filled) == 1 and (not is_name or len(text) > _LONG_TEXT) and (column == 0 or len(text) > _LONG_TEXT):
        return SkipReason.NOTE
    return None


def merged_values(grid: SheetGrid, header: Header) -> dict[tuple[int, int], Cell]:
    """The value of each blank cell that a vertically merged cell covers."""
    values: dict[tuple[int, int], Cell] = {}
    first = max(header.rows, default=-1) + 1
    for top, left, bottom, _ in grid.merges:
        field = header.columns.get(left)
        if top < first or bottom == top or field is None or field in _SINGLE:
            continue
        value = grid.at(top, left)
        for row in range(top + 1, min(bottom, len(grid.cells) - 1) + 1):
            values[row, left] = value
        if len(values) > _MAX_FILLED:
            break
    return values


def group_values(grid: SheetGrid, header: Header, people: list[int]) -> dict[tuple[int, int], Cell]:
    """The same for files that know no merged cells: a group is named in its first row and each name comes once."""
    values: dict[tuple[int, int], Cell] = {}
    for column, field in header.columns.items():
        if field not in _GROUPING or any(left == column for _, left, _, _ in grid.merges):
            continue
        named = [grid.at(row, column) for row in people]
        groups = [cell for cell in named if cell != ""]
        if (
            len(people) < 6
            or named[0] == ""
            or not 2 <= len(groups) <= len(people) // 2
            or len(set(groups)) < len(groups)
        ):
            continue
        current: Cell = ""
        for row, cell in zip(people, named, strict=True):
            current = cell if cell != "" else current
            values[row, column] = current
    return values
