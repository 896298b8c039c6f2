"""Where the heading of a sheet stands and which column holds what. Proposes; the clerk may say otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from volunteer_app.domain.roster_file import Cell, FieldName, SheetGrid
from volunteer_app.domain.text import squeeze
from volunteer_app.importing.labels import field_of, is_mobile_label

_SEARCHED_ROWS = 40


@dataclass(frozen=True, slots=True)
class Header:
    """Heading rows and columns, counted from 0. A heading without names belongs to a summary, not to a roster."""

    rows: tuple[int, ...]
    columns: Mapping[int, FieldName]
    labels: Mapping[int, str]

    @property
    def names_people(self) -> bool:
        return FieldName.NAME in self.columns.values()

    @property
    def has_second_names(self) -> bool:
        """Two lists side by side on one page: the second one is not read, and that must be said."""
        return sum(field_of(label) is FieldName.NAME for label in self.labels.values()) > 1


def find_header(grid: SheetGrid) -> Header | None:
    """The first heading that names people, else the first that looks like one at all."""
    first: Header | None = None
    for row in range(min(_SEARCHED_ROWS, len(grid.cells))):
        if not _looks_like_heading(grid.cells[row]):
            continue
        rows = (row, row + 1) if _has_second_row(grid, row) else (row,)
        header = header_at(grid, rows)
        if header.names_people:
            return header
        first = first or header
    return first


def header_at(grid: SheetGrid, rows: Sequence[int]) -> Header:
    """The heading in the given rows, wherever they are: none of them, one, or a row of groups and the row below."""
    labels = _joined_labels(grid, rows)
    columns: dict[int, FieldName] = {}
    for column, candidates in labels.items():
        found = next((field for label in candidates if (field := field_of(label))), None)
        if found is FieldName.NAME and found in columns.values():
            break
        if found is not None:
            _assign(columns, column, found, labels)
    shown = {column: candidates[0] for column, candidates in labels.items() if candidates}
    return Header(tuple(rows), columns, shown)


def _looks_like_heading(cells: Sequence[Cell]) -> bool:
    texts = [cell for cell in cells if cell != ""]
    known = [field for cell in texts if isinstance(cell, str) and (field := field_of(cell))]
    if len(texts) == 1:
        return known == [FieldName.NAME]
    return len(known) >= 2 and len(known) * 2 >= len(texts)


def _has_second_row(grid: SheetGrid, row: int) -> bool:
    """Groups spread over columns leave blanks in their own row, with headings right below the blanks."""
    below = grid.cells[row + 1] if row + 1 < len(grid.cells) else ()
    texts = [(column, cell) for column, cell in enumerate(below) if cell != ""]
    if not texts or not all(isinstance(cell, str) for _, cell in texts):
        return False
    under_blank = any(grid.at(row, column) == "" for column, _ in texts)
    known = sum(
        field_of(str(cell)) is not None or field_of(_group(grid, row, column) + str(cell)) is not None
        for column, cell in texts
    )
    return under_blank and known * 2 >= len(texts)


def _group(grid: SheetGrid, row: int, column: int) -> str:
    """The group heading over a column: its own cell, or the nearest one to the left over a blank."""
    while column >= 0:
        text = grid.at(row, column)
        if text != "":
            return str(text)
        column -= 1
    return ""


def _joined_labels(grid: SheetGrid, rows: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """For each column the wordings to try, best first: group and heading together, the heading, the group."""
    if not rows:
        return {}
    top, bottom = rows[0], rows[-1]
    labels: dict[int, tuple[str, ...]] = {}
    for column in range(grid.width):
        own, below = squeeze(str(grid.at(top, column))), squeeze(str(grid.at(bottom, column)))
        if top == bottom or not below:
            labels[column] = (own,) if own else ()
            continue
        group = squeeze(_group(grid, top, column))
        joined = f"{group}{below}"
        labels[column] = (joined, below) if field_of(joined) else (below, group)
    return {column: candidates for column, candidates in labels.items() if candidates}


def _assign(
    columns: dict[int, FieldName], column: int, found: FieldName, labels: Mapping[int, tuple[str, ...]]
) -> None:
    taken = {field: place for place, field in columns.items()}
    if found not in taken:
        columns[column] = found
        return
    if found is not FieldName.PHONE:
        return
    if columns.get(column - 1) is FieldName.EMERGENCY_CONTACT and FieldName.EMERGENCY_PHONE not in taken:
        columns[column] = FieldName.EMERGENCY_PHONE
    elif FieldName.PHONE2 not in taken:
        first = taken[FieldName.PHONE]
        swapped = is_mobile_label(labels[column][0]) and not is_mobile_label(labels[first][0])
        columns[column] = FieldName.PHONE if swapped else FieldName.PHONE2
        columns[first] = FieldName.PHONE2 if swapped else FieldName.PHONE
