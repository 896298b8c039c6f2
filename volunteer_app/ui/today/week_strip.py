"""The next seven days: confirmed of needed, a bar each. It refuses to plan: a click leads to the board."""

from datetime import date

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from volunteer_app.services.today import DayCount
from volunteer_app.ui import paint, time_text
from volunteer_app.ui.delegates import Index, cell_rect, is_on
from volunteer_app.ui.look import look, with_tabular_digits
from volunteer_app.ui.status import Coverage
from volunteer_app.ui.table_model import Column, DataRole, TableModel
from volunteer_app.ui.tokens import Color, Role, Size

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DAYS = 7


class _DayDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A seventh of the strip, so that the bars fill it."""
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day = index.data(DataRole.ROW)
        if not isinstance(day, DayCount):
            return
        current = look()
        painter.save()
        rect = cell_rect(option)
        if is_on(option, QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, current.color(Color.HOVER))
        inner = rect.adjusted(current.px(4), current.px(2), -current.px(16), -current.px(2))
        painter.setFont(current.font(Role.CAPTION))
        painter.setPen(current.color(Color.TEXT2))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        inner.setTop(inner.top() + current.line(Role.CAPTION))
        painter.setFont(with_tabular_digits(current.font(Role.STRONG)))
        painter.setPen(current.color(Color.DANGER if day.missing else Color.TEXT))
        inner.setHeight(current.line(Role.STRONG))
        painter.drawText(inner, _LEFT, count_text(day))
        bar = QRectF(inner.left(), inner.bottom() + current.px(4), inner.width(), current.px(Size.BAR - 2))
        paint.draw_coverage_bar(painter, bar, Coverage(day.needed, day.confirmed, day.confirmed))
        if is_on(option, QStyle.StateFlag.State_HasFocus):
            paint.draw_focus(painter, rect)
        painter.restore()


def count_text(day: DayCount) -> str:
    """`44/48`; a day without shifts shows a dash."""
    return f"{day.confirmed}/{day.needed}" if day.needed else "–"


class WeekStrip(QListView):
    """`chosen` carries the date."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column: Column[DayCount] = Column("day", self.tr("Next 7 days"), _day_text, accessible=self._spoken)
        self._days = TableModel([column], self, key=_key)
        self.setModel(self._days)
        self.setItemDelegate(_DayDelegate(self))
        self.setAccessibleName(self.tr("Next 7 days"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_chosen)

    def show_week(self, days: tuple[DayCount, ...]) -> None:
        self._days.set_rows(days)

    @override
    def sizeHint(self) -> QSize:
        current = look()
        height = current.line(Role.CAPTION) + current.line(Role.STRONG) + current.px(Size.BAR + 14)
        return QSize(current.px(72) * _DAYS, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(56) * _DAYS, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setGridSize(QSize(self.viewport().width() // _DAYS, self.viewport().height()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._on_chosen(self.currentIndex())
        elif event.text().isalnum() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        day = index.data(DataRole.ROW)
        if isinstance(day, DayCount):
            self.chosen.emit(day.on)

    def _spoken(self, day: DayCount) -> str:
        words = self.tr("{day}: {confirmed} of {needed} confirmed")
        return words.format(day=_day_text(day), confirmed=day.confirmed, needed=day.needed)


def _day_text(day: DayCount) -> str:
    return f"{time_text.weekday(day.on)} {day.on.day}"


def _key(day: DayCount) -> date:
    return day.on
