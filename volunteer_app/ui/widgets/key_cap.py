"""A key as it looks on the keyboard, and hints made of keys and words. It refuses to bind them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.ui.keys import shown_keys
from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import row, text_label


def draw_key_cap(painter: QPainter, box: QRectF, keys: str) -> None:
    """Paint one key in a box."""
    current = look()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(current.color(Color.SURFACE2))
    painter.setPen(current.pen(Color.BORDER))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Size.RADIUS_PILL, Size.RADIUS_PILL)
    painter.setFont(current.font(Role.CAPTION))
    painter.setPen(current.color(Color.TEXT2))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()


def key_cap_size(keys: str) -> QSize:
    current = look()
    width = QFontMetrics(current.font(Role.CAPTION)).horizontalAdvance(keys) + 2 * current.px(Size.GAP)
    return QSize(max(width, current.px(24)), current.px(20))


class KeyCap(QWidget):
    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = shown_keys(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._keys)

    @override
    def sizeHint(self) -> QSize:
        return key_cap_size(self._keys)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_key_cap(QPainter(self), QRectF(self.rect()), self._keys)


class KeyHints(QWidget):
    """A line under a table: `F2` 编辑 `Del` 停用."""

    def __init__(self, hints: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = row(spacing=Size.GAP)
        for keys, does in hints:
            line.addWidget(KeyCap(keys))
            line.addWidget(text_label(does, Role.CAPTION))
        self.setLayout(line)
