"""Watches for idleness and covers the window. It refuses passwords: the sign-in page puts its form on the cover."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.ui.clock import Clock
from volunteer_app.ui.tokens import Color, Role
from volunteer_app.ui.widgets.basics import text_label

_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TabletPress,
    QEvent.Type.TouchBegin,
)
_MINUTE_MS = 60_000


class IdleWatch(QObject):
    """`idle` comes when nobody touched mouse or keyboard for some minutes; 0 minutes never.

    It listens to windows, not to the application: a Python filter on every event of every widget is felt.
    """

    idle = Signal()

    def __init__(self, app: QApplication, minutes: int) -> None:
        super().__init__(app)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        app.focusWindowChanged.connect(self._on_window)

    def set_minutes(self, minutes: int) -> None:
        self._timer.setInterval(minutes * _MINUTE_MS)
        if minutes > 0:
            self._timer.start()
        else:
            self._timer.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._timer.interval() > 0 and event.type() in _INPUT:
            self._timer.start()
        return super().eventFilter(watched, event)

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


class LockCover(QWidget):
    """A blank page with the time and, below, the form that opens it again."""

    def __init__(self, clock: Clock, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock = clock
        self._time = text_label("", Role.TIMER)
        self._hint = text_label(self.tr("Locked. Everything stays as it was."), Role.BODY, Color.TEXT2)
        self.form = form
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._time, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(form, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        clock.minute.connect(self._on_minute)
        self._on_minute(clock.now())

    def _on_minute(self, moment: object) -> None:
        if isinstance(moment, datetime):
            self._time.setText(f"{moment:%H:%M}")
