"""The week as a table: a column for the posts and seven for the days. It refuses editing, so that the Chinese input
method keeps off the single keys."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from volunteer_app.domain.ids import AssignmentId, ShiftId
from volunteer_app.services.week_board import BoardCell, BoardRow, Token, WeekBoard
from volunteer_app.ui import time_text
from volunteer_app.ui.board.cell_layout import common_hours
from volunteer_app.ui.board.words import SkillNames, spoken_cell
from volunteer_app.ui.table_model import DataRole

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ROOT: Final = QModelIndex()
POST_COLUMN: Final = 0
FIRST_DAY: Final = 1
DAYS: Final = 7


class BoardModel(QAbstractTableModel):
    """Holds one WeekBoard. `skills` names what a need asks for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board: WeekBoard | None = None
        self._hours: list[str] = []
        self.skills: SkillNames = {}

    @property
    def board(self) -> WeekBoard | None:
        return self._board

    def show_board(self, board: WeekBoard) -> None:
        """Another week, or the same one changed: then nothing is reset and the selection stays."""
        old = self._board
        same = old is not None and _shape(old) == _shape(board)
        if not same:
            self.beginResetModel()
        self._board = board
        self._hours = [common_hours(row) for row in board.rows]
        if not same:
            self.endResetModel()
        elif board.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(board.rows) - 1, DAYS))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, DAYS)

    def row(self, index: Index) -> BoardRow | None:
        if self._board is None or not index.isValid():
            return None
        return self._board.rows[index.row()]

    def cell(self, index: Index) -> BoardCell | None:
        """The day's cell; None for the column of posts."""
        row = self.row(index)
        return None if row is None or index.column() < FIRST_DAY else row.cells[index.column() - FIRST_DAY]

    def hours(self, index: Index) -> str:
        """What the column of posts says for all shifts of the row; empty when they differ."""
        return self._hours[index.row()]

    def place_of(self, shift_id: ShiftId) -> tuple[QModelIndex, int] | None:
        """The cell of a shift, and its place in the stack there."""
        rows = () if self._board is None else self._board.rows
        for number, row in enumerate(rows):
            for column, cell in enumerate(row.cells, FIRST_DAY):
                for stack, shift in enumerate(cell.shifts):
                    if shift.id == shift_id:
                        return self.index(number, column), stack
        return None

    def token(self, assignment_id: AssignmentId) -> Token | None:
        shifts = () if self._board is None else self._board.shifts
        found = (token for shift in shifts for token in shift.tokens if token.assignment_id == assignment_id)
        return next(found, None)

    def names(self) -> Mapping[object, str]:
        """Everybody on the board by id."""
        shifts = () if self._board is None else self._board.shifts
        return {token.person_id: token.name for shift in shifts for token in shift.tokens}

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._board is None else len(self._board.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else FIRST_DAY + DAYS

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        cell = self.cell(index)
        match role:
            case _Role.DisplayRole if cell is None:
                return row.post.name
            case _Role.AccessibleTextRole:
                return self._spoken_post(row, index) if cell is None else spoken_cell(row.post, cell)
            case DataRole.ROW:
                return row
            case DataRole.VALUE:
                return cell
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if self._board is None or orientation is not Qt.Orientation.Horizontal:
            return None
        if section < FIRST_DAY:
            return self.tr("Post") if role in (_Role.DisplayRole, _Role.AccessibleTextRole) else None
        day = self._board.monday.fromordinal(self._board.monday.toordinal() + section - FIRST_DAY)
        match role:
            case DataRole.VALUE:
                return day
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                words = f"{time_text.weekday(day)} {day.day}"
                return self.tr("{day} today").format(day=words) if day == self._board.today else words
            case _:
                return None

    def _spoken_post(self, row: BoardRow, index: Index) -> str:
        return "，".join(part for part in (row.post.name, self.hours(index), row.post.place) if part)


def _shape(board: WeekBoard) -> tuple[object, ...]:
    return (board.monday, *(row.post.id for row in board.rows))
