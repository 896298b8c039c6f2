"""The window's sense of time: the wall clock and one shared beat. It refuses a timer per widget."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from volunteer_app.domain.office import office_zone

Now = Callable[[], datetime]
_SECOND_MS = 1_000


def local_now() -> datetime:
    """The present moment in the office's zone, whatever zone the PC was set to."""
    return datetime.now(office_zone())


class Clock(QObject):
    """Beats once a second and once a minute. `now` is replaced in tests."""

    second = Signal(object)
    minute = Signal(object)

    def __init__(self, now: Now = local_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._minute = now().replace(second=0, microsecond=0)
        self._timer = QTimer(self, interval=_SECOND_MS)
        self._timer.timeout.connect(self.beat)

    def now(self) -> datetime:
        return self._now()

    def start(self) -> None:
        self._timer.start()

    def beat(self) -> None:
        """What the timer does each second; sleep and clock changes show at the next beat."""
        moment = self._now()
        self.second.emit(moment)
        minute = moment.replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self.minute.emit(moment)
