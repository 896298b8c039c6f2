"""A button that copies a fixed text. It refuses personal data: copying that goes through a service, which logs it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from volunteer_app.ui import icons
from volunteer_app.ui.widgets.basics import Kind


class CopyButton(QPushButton):
    def __init__(self, words: str, text: str, parent: QWidget | None = None, *, kind: Kind = Kind.OUTLINE) -> None:
        super().__init__(words, parent)
        self._text = text
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        icons.put(self, "copy")
        self.clicked.connect(self.copy)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
