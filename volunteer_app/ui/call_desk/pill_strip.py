"""A few words as pills in one or two painted lines. It refuses widgets per pill: it changes with every person."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.ui import paint
from volunteer_app.ui.look import look
from volunteer_app.ui.status import PillSpec
from volunteer_app.ui.tokens import Size

_LINES = 2


class PillStrip(QWidget):
    """Wraps into at most two lines; what then finds no room is in the tooltip and told to screen readers."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._pills: tuple[PillSpec, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def pills(self) -> tuple[PillSpec, ...]:
        return self._pills

    def show_pills(self, pills: tuple[PillSpec, ...]) -> None:
        if pills == self._pills:
            return
        self._pills = pills
        words = "，".join(pill.text for pill in pills)
        self.setAccessibleName(f"{self._name}：{words}")
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        line = look().px(Size.PILL + Size.STEP)
        return QSize(look().px(200), line * max(1, len(self._lines(self.width()))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(80), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        step = look().px(Size.PILL + Size.STEP)
        for number, line in enumerate(self._lines(self.width())):
            for place, pill in line:
                box = QRect(place + QPoint(0, number * step), QSize(self.width() - place.x(), step))
                paint.draw_pill(painter, box, pill)

    def _lines(self, width: int) -> list[list[tuple[QPoint, PillSpec]]]:
        lines: list[list[tuple[QPoint, PillSpec]]] = [[]]
        x = 0
        for pill in self._pills:
            taken = paint.pill_size(pill).width()
            if x and x + taken > width:
                if len(lines) == _LINES:
                    break
                lines.append([])
                x = 0
            lines[-1].append((QPoint(x, 0), pill))
            x += taken + look().px(Size.GAP - 2)
        return lines


def take_no_focus(*widgets: QWidget) -> None:
    """Buttons beside the reply keys are clicked or reached by their keys; a click never takes the focus there."""
    for each in widgets:
        each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
