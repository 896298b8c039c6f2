"""What the parts of a coverage bar stand for. Drawn with the bar's own painting, so that the two cannot differ."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.ui import paint
from volunteer_app.ui.look import ALIGN_LEFT, look
from volunteer_app.ui.status import Coverage
from volunteer_app.ui.tokens import Color, Role, Size


class CoverageLegend(QWidget):
    """Arrived, confirmed but not arrived, not confirmed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = (
            (Coverage(1, 1, 1), self.tr("Arrived")),
            (Coverage(1, 1, 0), self.tr("Confirmed, not arrived")),
            (Coverage(1, 0, 0), self.tr("Not confirmed")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        current = look()
        metrics = QFontMetrics(current.font(Role.CAPTION))
        words = sum(metrics.horizontalAdvance(word) for _, word in self._parts)
        each = current.px(Size.ICON_SMALL + Size.STEP + Size.GAP)
        return QSize(words + each * len(self._parts), current.line(Role.CAPTION))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        current = look()
        painter = QPainter(self)
        painter.setFont(current.font(Role.CAPTION))
        painter.setPen(current.color(Color.TEXT2))
        x, thick = 0, current.px(Size.BAR)
        for coverage, word in self._parts:
            middle = self.rect().center().y() + 0.5
            bar = QRectF(x, middle - thick / 2, current.px(Size.ICON_SMALL), thick)
            paint.draw_coverage_bar(painter, bar, coverage)
            x += current.px(Size.ICON_SMALL + Size.STEP)
            painter.drawText(self.rect().adjusted(x, 0, 0, 0), ALIGN_LEFT, word)
            x += QFontMetrics(painter.font()).horizontalAdvance(word) + current.px(Size.GAP)
