"""Spreadsheets (.xlsx, .xls, and the same under WPS names) to grids of cells. Judges nothing."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from volunteer_app.domain.errors import FileUnreadable, UnreadableReason
from volunteer_app.domain.roster_file import Cell, FileFormat, FileKind, SheetGrid
from volunteer_app.importing.limits import MAX_CELL_LENGTH, MAX_COLUMNS, MAX_ROWS
from volunteer_app.importing.prescan import SheetScan
from volunteer_app.importing.sources import SourceFile, SourceSheet

_Value = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(name: str, data: bytes, kind: FileKind, scans: Mapping[str, SheetScan]) -> SourceFile:
    """Every worksheet of the workbook. Raises FileUnreadable."""
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            sheets = tuple(
                SourceSheet(
                    meta.name,
                    _grid(workbook.get_sheet_by_name(meta.name), scans.get(meta.name, SheetScan())),
                    is_hidden=meta.visible is not SheetVisibleEnum.Visible,
                )
                for meta in workbook.sheets_metadata
                if meta.typ is SheetTypeEnum.WorkSheet
            )
    except PasswordError as error:
        raise FileUnreadable(UnreadableReason.PASSWORD) from error
    except (CalamineError, OSError, ValueError) as error:
        raise FileUnreadable(UnreadableReason.DAMAGED) from error
    return SourceFile(name, FileFormat(kind), sheets)


def _grid(sheet: CalamineSheet, scan: SheetScan) -> SheetGrid:
    if sheet.total_height > MAX_ROWS:
        raise FileUnreadable(UnreadableReason.TOO_MANY_ROWS)
    if sheet.total_width > MAX_COLUMNS:
        raise FileUnreadable(UnreadableReason.TOO_MANY_COLUMNS)
    rows = sheet.to_python(skip_empty_area=False)
    merges = sheet.merged_cell_ranges or ()
    return SheetGrid(
        cells=_without_blank_tail(tuple(_row(row) for row in rows)),
        merges=tuple((top, left, bottom, right) for (top, left), (bottom, right) in merges),
        hidden_rows=frozenset(scan.hidden_rows),
        rich_cells=frozenset(scan.rich_cells),
    )


def _row(values: Iterable[_Value]) -> tuple[Cell, ...]:
    cells = [_cell(value) for value in values]
    while cells and cells[-1] == "":
        cells.pop()
    return tuple(cells)


def _cell(value: _Value) -> Cell:
    if isinstance(value, str):
        return value[:MAX_CELL_LENGTH]
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return float(value) if isinstance(value, int | float) else str(value)


def _without_blank_tail(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    end = len(rows)
    while end and not rows[end - 1]:
        end -= 1
    return rows[:end]
