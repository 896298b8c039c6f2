"""One number with its name and a line of explanation; a click may open what it counts. It refuses bare numbers."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.ui import icons
from volunteer_app.ui.look import look
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Color, Role, Size, Tone
from volunteer_app.ui.widgets.basics import column, pad, row, set_ink, text_label


class _Badge(QWidget):
    """An icon on a soft square."""

    def __init__(self, icon: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = look().px(40)
        return QSize(side, side)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        current = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current.ground(self.tone))
        painter.drawRoundedRect(self.rect(), current.px(Size.RADIUS), current.px(Size.RADIUS))
        side = current.px(Size.ICON)
        middle = QRectF(self.rect()).center()
        place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        icons.paint(painter, place, self._icon, current.ink(self.tone))


class StatTile(QFrame):
    """Two sizes: tall with icon and explanation, compact in one line."""

    activated = Signal()

    def __init__(self, name: str, icon: str, tone: Tone = Tone.INFO, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = text_label(name, Role.BODY, Color.TEXT2)
        self._number = text_label("–", Role.NUMBER)
        self._unit = text_label("", Role.CAPTION)
        self._detail = text_label("", Role.CAPTION)
        self._badge = _Badge(icon, tone, self)
        figure = row(self._number, self._unit, None, spacing=Size.STEP)
        figure.setAlignment(self._unit, Qt.AlignmentFlag.AlignBottom)
        self._words = column(self._name, figure, self._detail, spacing=0)
        self._outer = outer = QHBoxLayout(self)
        pad(outer, Size.CARD_PADDING, Size.CARD_PADDING - 4)
        outer.addWidget(self._badge)
        outer.addLayout(self._words, 1)

    def show_number(self, number: str, unit: str, detail: str = "") -> None:
        self._number.setText(number)
        self._unit.setText(unit)
        self._detail.setText(detail)
        self.setAccessibleName("，".join(part for part in (f"{self._name.text()} {number} {unit}", detail) if part))

    def set_tone(self, tone: Tone) -> None:
        """Danger turns the number red; everything else leaves it plain."""
        set_ink(self._number, Color.DANGER if tone is Tone.DANGER else Color.TEXT)
        self._badge.tone = tone
        self._badge.update()

    def set_compact(self) -> None:
        """One line: for low windows."""
        self._fold(is_tall=False)

    def set_tall(self) -> None:
        self._fold(is_tall=True)

    def _fold(self, *, is_tall: bool) -> None:
        self._badge.setVisible(is_tall)
        self._detail.setVisible(is_tall)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._words.setDirection(down if is_tall else across)
        self._words.setSpacing(0 if is_tall else look().px(Size.CARD_PADDING - 4))
        pad(self._outer, Size.CARD_PADDING if is_tall else Size.GAP, Size.CARD_PADDING - 4)
        restyle(self)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.activated.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        else:
            super().keyPressEvent(event)
