"""The list of the queue: arrows and clicks choose, dragging pins. It refuses to reorder itself: the services do."""

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget
from typing_extensions import override

from volunteer_app.ui.look import look
from volunteer_app.ui.table_model import DataRole
from volunteer_app.ui.tokens import Color, Size

_MIME = "application/x-volunteer-app-ask"


class QueueList(QListView):
    """clicked and activated as in every list; `dropped` carries the id dragged and the id it was put before (None:
    at the end)."""

    dropped = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed_at: QPoint | None = None
        self._drop_row: int | None = None
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        # The reply keys keep the focus: a click here chooses a person, the next digit is that person's answer.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) or event.text().isprintable():
            event.ignore()  # choosing people, digits and letters belong to the page, wherever the focus is
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if is_left else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = QApplication.startDragDistance()
        here = event.position().toPoint()
        if self._pressed_at is not None and (here - self._pressed_at).manhattanLength() >= far:
            self._drag(self.indexAt(self._pressed_at))
            self._pressed_at = None
        else:
            super().mouseMoveEvent(event)

    def _drag(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        data = QMimeData()
        data.setData(_MIME, QByteArray(str(index.row()).encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self:
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.source() is self:
            self._drop_row = self._row_under(event.position().toPoint())
            self.viewport().update()
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        moved = int(bytes(event.mimeData().data(_MIME).data()))
        target = self._row_under(event.position().toPoint())
        self._end_drag()
        if target not in (moved, moved + 1):
            self.dropped.emit(self._id(moved), self._id(target))
        event.acceptProposedAction()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row is not None:
            painter = QPainter(self.viewport())
            painter.setPen(look().pen(Color.ACCENT, Size.FOCUS_RING))
            y = self._edge_over(self._drop_row)
            painter.drawLine(0, y, self.viewport().width(), y)

    def _row_under(self, place: QPoint) -> int:
        """The row before which something would be put."""
        index = self.indexAt(place)
        if not index.isValid():
            return self.model().rowCount()
        is_lower = place.y() > self.visualRect(index).center().y()
        return index.row() + is_lower

    def _edge_over(self, row: int) -> int:
        count = self.model().rowCount()
        if row < count:
            return self.visualRect(self.model().index(row, 0)).top()
        return self.visualRect(self.model().index(count - 1, 0)).bottom() if count else 0

    def _id(self, row: int) -> object:
        return self.model().index(row, 0).data(DataRole.ID) if row < self.model().rowCount() else None

    def _end_drag(self) -> None:
        self._drop_row = None
        self.viewport().update()
