"""What waits to be done, most urgent first, one action word a line. It refuses to act: it says which was chosen."""

from collections.abc import Callable, Hashable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from volunteer_app.services.today import Todo
from volunteer_app.ui import icons, paint
from volunteer_app.ui.delegates import Index, draw_ground
from volunteer_app.ui.look import ALIGN_RIGHT, look
from volunteer_app.ui.table_model import Column, DataRole, TableModel
from volunteer_app.ui.today.todo_words import TodoWords, todo_words
from volunteer_app.ui.tokens import Color, Role, Size

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def action_width(words: TodoWords) -> int:
    return QFontMetrics(look().font()).horizontalAdvance(words.action)


class TodoDelegate(QStyledItemDelegate):
    """Icon, two lines, action word."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(200), look().px(Size.ROW_TWO_LINES))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = index.data(DataRole.VALUE)
        painter.save()
        place = draw_ground(painter, option)
        if isinstance(words, TodoWords):
            self._paint_words(painter, place, words)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRect, words: TodoWords) -> None:
        current = look()
        side, gap = current.px(Size.ICON), current.px(Size.GAP)
        mark = QRectF(place.left(), place.center().y() - side / 2, side, side)
        icons.paint(painter, mark, words.icon, current.ink(words.tone))
        painter.setFont(current.font())
        painter.setPen(current.color(Color.ACCENT_TEXT))
        painter.drawText(place, ALIGN_RIGHT, words.action)
        inner = place.adjusted(side + gap, 0, -action_width(words) - gap, 0)
        first, second = current.line(Role.BODY), current.line(Role.CAPTION)
        top = inner.top() + (inner.height() - first - second) // 2
        line = QRect(inner.left(), top, inner.width(), first)
        painter.setPen(current.color(Color.TEXT))
        painter.drawText(line, _MIDDLE, paint.elided(painter, words.what, line.width()))
        painter.setFont(current.font(Role.CAPTION))
        painter.setPen(current.color(Color.TEXT2))
        below = QRect(inner.left(), top + first, inner.width(), second)
        painter.drawText(below, _MIDDLE, paint.elided(painter, words.where, below.width()))


class TodoList(QListView):
    """`chosen` carries the Todo whose action word was clicked, or on whose line Enter was pressed."""

    chosen = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        column: Column[Todo] = Column("todo", self.tr("To do"), self._text, accessible=self._spoken, value=self._words)
        self._todo = TableModel([column], self, key=_key)
        self.setModel(self._todo)
        self.setItemDelegate(TodoDelegate(self))
        self.setAccessibleName(self.tr("To do"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_opened)

    def show_todo(self, todo: tuple[Todo, ...]) -> None:
        self._todo.set_rows(todo)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
        elif event.text().isalnum() and not event.modifiers():
            event.ignore()  # single letters belong to the page
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and place.x() > self.visualRect(index).right() - look().px(Size.PILL * 3):
            self._on_opened(index)

    def _on_opened(self, index: QModelIndex) -> None:
        todo = index.data(DataRole.ROW)
        if isinstance(todo, Todo):
            self.chosen.emit(todo)

    def _words(self, todo: Todo) -> TodoWords:
        return todo_words(todo, self._now())

    def _text(self, todo: Todo) -> str:
        return self._words(todo).what

    def _spoken(self, todo: Todo) -> str:
        return self._words(todo).spoken


def _key(todo: Todo) -> Hashable:
    return todo.kind, todo.shift_id, todo.name, todo.subject, todo.at
