"""The keys of the call desk. It refuses to act: it says what was asked for.

Single keys arrive here only when no text field wanted them. A key that repeats because it is held down is ignored:
it must never answer for the next person.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from volunteer_app.ui.widgets.reply_keys import ReplyKeys

_MORE = ("+", "＋", "=")
_ANSWERING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DeskKeys(QObject):
    """more: `+`. ring_again: R. person_wanted: N. message_wanted: M. skip: S. note_wanted: Tab. stepped: ↑ ↓."""

    more = Signal()
    ring_again = Signal()
    person_wanted = Signal()
    message_wanted = Signal()
    skip = Signal()
    note_wanted = Signal()
    stepped = Signal(int)
    escaped = Signal()

    def __init__(self, keys: ReplyKeys, page: QWidget) -> None:
        super().__init__(page)
        self._keys = keys
        self._buttons = keys.findChildren(QAbstractButton)
        keys.listen_in(page)
        for button in self._buttons:
            button.installEventFilter(self)
            # One stop for Tab; arrows go from key to key.
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._buttons[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focus_key(self, number: int) -> None:
        """Put the ring on one key, so that Enter gives it."""
        self._buttons[number].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def handles(self, event: QKeyEvent) -> bool:
        """For the page's keyPressEvent."""
        if event.isAutoRepeat() and event.text().isalnum():
            return True
        if self._keys.handles(event):
            return True
        letters = {"R": self.ring_again, "N": self.person_wanted, "M": self.message_wanted, "S": self.skip}
        signal = self.more if event.text() in _MORE and event.text() else letters.get(event.text().upper())
        if signal is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            signal.emit()
            return True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.isAutoRepeat() and event.key() in _ANSWERING:
            return True
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return self.handles(event)
            case Qt.Key.Key_Left | Qt.Key.Key_Right if isinstance(watched, QAbstractButton):
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                self.focus_key((self._buttons.index(watched) + step) % len(self._buttons))
                return True
            case Qt.Key.Key_Tab if not event.modifiers():
                self.note_wanted.emit()
                return True
            case _:
                return False
