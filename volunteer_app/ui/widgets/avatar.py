"""The first character of a name in a circle. It refuses photographs."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.ui import paint
from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Tone


class Avatar(QWidget):
    def __init__(self, name: str = "", side: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(self._side), look().px(self._side))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.draw_avatar(QPainter(self), QRectF(self.rect()), self._name, Tone.INFO)
