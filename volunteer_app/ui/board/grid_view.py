"""The board's table as it lies on the screen: widths, heights, what is under a point, where the clerk is.

What keys and mouse mean is in view.py.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget
from typing_extensions import override

from volunteer_app.domain.ids import ShiftId
from volunteer_app.services.week_board import BoardCell, BoardShift, Token, Verdict
from volunteer_app.ui.board.cell_delegate import BoardDelegate
from volunteer_app.ui.board.cell_layout import EMPTY_HEIGHT, Block, Hit, height_of, hit, lay_out
from volunteer_app.ui.board.day_header import DayHeader
from volunteer_app.ui.board.grid_model import DAYS, FIRST_DAY, POST_COLUMN, BoardModel
from volunteer_app.ui.board.marks import Marks, Spot
from volunteer_app.ui.board.words import shift_words, token_words
from volunteer_app.ui.look import look

POST_WIDTH = 124
NARROWEST = 24


class GridView(QTableView):
    """`spot_changed` carries the Spot the clerk went to, or None."""

    spot_changed = Signal(object)

    def __init__(self, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board_model = model
        self.marks = Marks()
        self._told: Spot | None = None
        self._kept: Spot | None = None
        self.setAccessibleName(self.tr("Week board"))
        self.setModel(model)
        self.setHorizontalHeader(DayHeader(self))
        self.setItemDelegate(BoardDelegate(self.marks, self))
        self._set_up_behaviour()
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_changed)

    @property
    def cell(self) -> BoardCell | None:
        return self.board_model.cell(self.currentIndex())

    @property
    def shift(self) -> BoardShift | None:
        """The shift of the stack that the clerk is on."""
        cell = self.cell
        return cell.shifts[self.marks.stack] if cell is not None and self.marks.stack < len(cell.shifts) else None

    @property
    def token(self) -> Token | None:
        """The person who has the focus."""
        shift, number = self.shift, self.marks.token
        return shift.tokens[number] if shift is not None and number is not None and number < len(shift.tokens) else None

    @property
    def spot(self) -> Spot | None:
        index = self.currentIndex()
        row = self.board_model.row(index)
        if row is None:
            return None
        shift, token = self.shift, self.token
        shift_id = None if shift is None else shift.id
        return Spot(row.post.id, index.column(), shift_id, None if token is None else token.assignment_id)

    def go_to(self, spot: Spot) -> None:
        """To this shift and person, wherever they are now; else to the post and day."""
        place = self.board_model.place_of(spot.shift_id) if spot.shift_id is not None else None
        if place is None:
            self.step_to(self._index_of(spot))
            return
        self.step_to(*place)
        shift = self.shift
        ids = [] if shift is None else [token.assignment_id for token in shift.tokens]
        self.set_token(ids.index(spot.assignment_id) if spot.assignment_id in ids else None)

    def step_to(self, index: QModelIndex, stack: int = 0) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.marks.stack, self.marks.token = stack, None
            self.scrollTo(index)
            self.tell_spot()

    def set_token(self, number: int | None) -> None:
        self.marks.token = number
        self.tell_spot()

    def tell_spot(self) -> None:
        self.viewport().update()
        if self.spot != self._told:
            self._told = self.spot
            self.spot_changed.emit(self._told)

    def card_rect(self) -> QRect:
        """Where the present shift, or cell, lies in the viewport: popups belong beside it."""
        blocks = self.blocks(self.currentIndex())
        return blocks[self.marks.stack].card if self.marks.stack < len(blocks) else self.visualRect(self.currentIndex())

    def blocks(self, index: QModelIndex) -> Sequence[Block]:
        cell = self.board_model.cell(index)
        if cell is None:
            return ()
        return lay_out(cell, self.visualRect(index), shows_hours=not self.board_model.hours(index))

    def hit(self, point: QPoint) -> Hit:
        """What lies under a point of the viewport."""
        return hit(self.blocks(self.indexAt(point)), point)

    def shift_at(self, point: QPoint) -> BoardShift | None:
        cell = self.board_model.cell(self.indexAt(point))
        stack = self.hit(point).stack
        return cell.shifts[stack] if cell is not None and stack is not None else None

    def show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """Tint where a person could go."""
        self.marks.verdicts = {verdict.shift_id: verdict for verdict in verdicts}
        self.viewport().update()

    def hover_drag(self, point: QPoint) -> ShiftId | None:
        """A drag passes over this global point; returns the shift under it."""
        at = self.viewport().mapFromGlobal(point)
        shift = self.shift_at(at) if self.viewport().rect().contains(at) else None
        self._scroll_near(at)
        self.marks.is_dragging = True
        self.marks.hovered = None if shift is None else shift.id
        self.viewport().update()
        return self.marks.hovered

    def end_drag(self) -> None:
        self.marks.is_dragging, self.marks.hovered, self.marks.verdicts = False, None, None
        self.viewport().update()

    def fit_rows(self) -> None:
        """Every row as high as its fullest cell."""
        board = self.board_model.board
        width = self.columnWidth(FIRST_DAY)
        for number, row in enumerate(() if board is None else board.rows):
            shows_hours = not self.board_model.hours(self.board_model.index(number, POST_COLUMN))
            needed = max(height_of(cell, width, shows_hours=shows_hours) for cell in row.cells)
            self.setRowHeight(number, max(needed, look().px(EMPTY_HEIGHT)))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tooltip(event.pos()), self)
            return True
        return super().viewportEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._share_width()

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.marks.stack, self.marks.token = 0, None
        self.tell_spot()

    def _set_up_behaviour(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(NARROWEST)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _share_width(self) -> None:
        """The posts' column, and the rest in seven."""
        if self.board_model.board is None:
            return
        day = max((self.viewport().width() - look().px(POST_WIDTH)) // DAYS, NARROWEST)
        self.setColumnWidth(POST_COLUMN, self.viewport().width() - DAYS * day)
        for column in range(FIRST_DAY, FIRST_DAY + DAYS):
            self.setColumnWidth(column, day)
        self.fit_rows()

    def _index_of(self, spot: Spot) -> QModelIndex:
        board = self.board_model.board
        posts = [] if board is None else [row.post.id for row in board.rows]
        return (
            self.board_model.index(posts.index(spot.post_id), spot.column) if spot.post_id in posts else QModelIndex()
        )

    def _on_about_to_reset(self) -> None:
        self._kept = self.spot or self._kept

    def _on_reset(self) -> None:
        self._share_width()
        if self._kept is not None:
            self.go_to(self._kept)
        self.tell_spot()

    def _on_changed(self) -> None:
        """The same week with other people: stay with the shift and the person, and say so again."""
        self.fit_rows()
        if self._told is not None:
            kept, self._told = self._told, None
            self.go_to(kept)

    def _tooltip(self, point: QPoint) -> str:
        shift = self.shift_at(point)
        if shift is None:
            row = self.board_model.row(self.indexAt(point))
            is_post = row is not None and self.indexAt(point).column() == POST_COLUMN
            return "\n".join(filter(None, (row.post.name, row.post.place))) if row is not None and is_post else ""
        number = self.hit(point).token
        return shift_words(shift, self.board_model.skills) if number is None else token_words(shift.tokens[number])

    def _scroll_near(self, at: QPoint) -> None:
        """A drag near the edge moves the board on."""
        bar, edge = self.verticalScrollBar(), look().px(NARROWEST)
        if at.y() < edge:
            bar.setValue(bar.value() - edge // 2)
        elif at.y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge // 2)
