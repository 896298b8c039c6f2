"""What stands where nothing is: an icon, one sentence, one button, a link or two. It refuses long explanations."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.ui import icons
from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import pad, row, text_label, wrapped


class BigIcon(QWidget):
    """An icon of 40 px in the colour of captions."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str) -> None:
        self._name = name
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = look().px(Size.ICON_EMPTY)
        return QSize(side, side)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.paint(QPainter(self), QRectF(self.rect()), self._name, look().color(Color.TEXT3))


class EmptyState(QWidget):
    """Buttons given are laid in one line below the sentence."""

    def __init__(self, icon: str, sentence: str, *buttons: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = BigIcon(icon)
        self._sentence = wrapped(text_label(sentence, Role.BODY, Color.TEXT2))
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        pad(layout, Size.CARD_PADDING, Size.CARD_PADDING - 4)
        layout.addStretch(1)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)
        if buttons:
            layout.addLayout(row(None, *buttons, None))
        layout.addStretch(2)

    def say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
