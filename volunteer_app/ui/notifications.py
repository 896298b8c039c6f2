"""What the window told the clerk, kept for the bell, and the two loud ways to call attention. It refuses dialogs."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from volunteer_app.ui.clock import Clock
from volunteer_app.ui.settings import Settings
from volunteer_app.ui.tokens import Tone

_KEPT = 200


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that was said; `page` and `payload` lead to what it was about."""

    at: datetime
    text: str
    tone: Tone = Tone.INFO
    page: str = ""
    payload: object = None


class Notifications(QObject):
    """The history behind the bell. `unread_changed` carries the count."""

    added = Signal(object)
    unread_changed = Signal(int)

    def __init__(self, clock: Clock, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._settings = settings
        self._kept: deque[Notice] = deque(maxlen=_KEPT)
        self._unread = 0
        self._quiet = False

    @property
    def newest_first(self) -> Sequence[Notice]:
        return tuple(reversed(self._kept))

    @property
    def unread(self) -> int:
        return self._unread

    def add(self, text: str, tone: Tone = Tone.INFO, *, page: str = "", payload: object = None) -> Notice:
        notice = Notice(self._clock.now(), text, tone, page, payload)
        self._kept.append(notice)
        self._unread += 1
        self.added.emit(notice)
        self.unread_changed.emit(self._unread)
        return notice

    def mark_read(self) -> None:
        self._unread = 0
        self.unread_changed.emit(0)

    def hush(self) -> None:
        """No tone while somebody is logging a call."""
        self._quiet = True

    def unhush(self) -> None:
        self._quiet = False

    def call_attention(self, window: QWidget) -> None:
        """A short tone and a flash in the task bar: a call-back is due, the late list grew."""
        QApplication.alert(window)
        if self._settings.sounds and not self._quiet:
            QApplication.beep()
