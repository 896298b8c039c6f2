"""Needed, confirmed and arrived as one bar, with or without the digits. It refuses other orders of the three."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.ui import paint
from volunteer_app.ui.look import look
from volunteer_app.ui.status import Coverage
from volunteer_app.ui.tokens import Size


class CoverageBar(QWidget):
    """The bar alone: the numbers stand beside it, in the page's own size."""

    def __init__(self, coverage: Coverage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coverage = coverage
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(coverage.spoken)

    def show_coverage(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self.setAccessibleName(coverage.spoken)
        self.setToolTip(coverage.spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(Size.BAR_LARGE))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(40), look().px(Size.BAR_LARGE))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.draw_coverage_bar(QPainter(self), QRectF(self.rect()), self._coverage)


class CoverageLine(CoverageBar):
    """Bar and digits in one line, as in tables."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(180), look().line())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(80), look().line())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.draw_coverage(QPainter(self), self.rect(), self._coverage)
