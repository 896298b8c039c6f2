"""The days above the board, today marked. It refuses to be clicked."""

from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from volunteer_app.ui.board.grid_model import FIRST_DAY, BoardModel
from volunteer_app.ui.look import ALIGN_CENTER, look
from volunteer_app.ui.table_model import DataRole
from volunteer_app.ui.tokens import Color, Role, Size

HEIGHT = 30


class DayHeader(QHeaderView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look().px(Size.CONTROL))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(HEIGHT))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        current = look()
        painter.save()
        painter.fillRect(rect, current.color(Color.SURFACE))
        model = self.model()
        day = model.headerData(logicalIndex, Qt.Orientation.Horizontal, DataRole.VALUE)
        if logicalIndex >= FIRST_DAY and isinstance(model, BoardModel) and isinstance(day, date):
            is_today = model.board is not None and day == model.board.today
            if is_today:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(current.color(Color.ACCENT_SOFT))
                radius = current.px(Size.RADIUS)
                painter.drawRoundedRect(QRectF(rect).adjusted(3, 1, -3, -3), radius, radius)
            painter.setFont(current.font(Role.CAPTION_STRONG))
            painter.setPen(current.color(Color.ACCENT_TEXT if is_today else Color.TEXT2))
            painter.drawText(rect, ALIGN_CENTER, str(model.headerData(logicalIndex, Qt.Orientation.Horizontal)))
        painter.restore()
