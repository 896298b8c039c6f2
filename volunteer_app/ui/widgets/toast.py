"""A short notice at the bottom, one at a time, with 撤销 when there is something to undo. It never takes the focus."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import TOAST_MS, TOAST_UNDO_MS, Size
from volunteer_app.ui.widgets.announce import announce
from volunteer_app.ui.widgets.basics import Kind, button, icon_button, row, text_label


class Toast(QWidget):
    """Lies over its parent, bottom centre."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._text = text_label()
        self._undo = button(self.tr("Undo"), Kind.LINK, icon="arrow_undo", keys="Ctrl+Z", clicked=self._on_undo)
        close = icon_button("dismiss", self.tr("Close"), clicked=self.hide)
        for each in (self._undo, close):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = row(self._text, self._undo, close)
        line.setContentsMargins(look().px(16), look().px(4), look().px(4), look().px(4))
        self.setLayout(line)
        self._over = parent
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text() if self.isVisible() else ""

    def say(self, text: str) -> None:
        self._undo.hide()
        self._show(text, TOAST_MS)

    def say_with_undo(self, text: str) -> None:
        self._undo.show()
        self._show(text, TOAST_UNDO_MS)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, text: str, duration: int) -> None:
        self._text.setText(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(duration)
        announce(self, text)

    def _place(self) -> None:
        self.adjustSize()
        around = self._over.rect()
        bottom = around.bottom() - self.height() - look().px(Size.STATUS_BAR + Size.CARD_GAP)
        self.move((around.width() - self.width()) // 2, bottom)

    def _on_undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()
