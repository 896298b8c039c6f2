"""A state as a small coloured word with an icon. It refuses free colours: tone and icon come from the one table."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.ui import paint
from volunteer_app.ui.status import PillSpec


class Pill(QWidget):
    def __init__(self, spec: PillSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spec.text)

    @property
    def spec(self) -> PillSpec:
        return self._spec

    def show_spec(self, spec: PillSpec) -> None:
        if spec != self._spec:
            self._spec = spec
            self.setAccessibleName(spec.text)
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return paint.pill_size(self._spec)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.draw_pill(painter, self.rect(), self._spec)
