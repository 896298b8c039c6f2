"""When the desk calls attention to itself: a call-back is due, somebody has become late. It takes no focus."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from volunteer_app.domain.attendance import Presence
from volunteer_app.domain.call_progress import CallBack, Resting
from volunteer_app.domain.ids import CallId
from volunteer_app.services.call_rows import CallBoard
from volunteer_app.ui.call_desk.board_state import due_count
from volunteer_app.ui.settings import Settings

_OVERDUE = (Presence.LATE, Presence.NO_SHOW)


class Alarms(QObject):
    """due: how many agreed call-backs are due, whenever that differs. wake_up: something in the queue became due."""

    due = Signal(int)
    wake_up = Signal()

    def __init__(self, settings: Settings, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._settings = settings
        self._call_id: CallId | None = None
        self._seen = (0, 0)
        self._next_at: datetime | None = None

    def follow(self, board: CallBoard, now: datetime) -> None:
        """Compare with what was known of this call; ring when there is more to do than before."""
        known = (due_count(board, now), sum(row.presence in _OVERDUE for row in board.arrivals))
        is_same_call = board.head.call_id == self._call_id
        grew = is_same_call and any(new > old for new, old in zip(known, self._seen, strict=True))
        if known[0] != self._seen[0] or not is_same_call:
            self.due.emit(known[0])
        self._call_id, self._seen = board.head.call_id, known
        self._next_at = _next_moment(board, now)
        if grew:
            self.ring()

    def forget(self) -> None:
        """No call is on screen."""
        self._call_id, self._seen, self._next_at = None, (0, 0), None
        self.due.emit(0)

    def tick(self, now: datetime) -> None:
        """Each second: has the moment come?"""
        if self._next_at is not None and now >= self._next_at:
            self._next_at = None
            self.wake_up.emit()

    def ring(self) -> None:
        QApplication.alert(self._page.window())
        if self._settings.sounds:
            QApplication.beep()


def _next_moment(board: CallBoard, now: datetime) -> datetime | None:
    moments = []
    for row in board.queue:
        match row.state:
            case CallBack(at=at) | Resting(until=at) if at > now:
                moments.append(at)
            case _:
                pass
    return min(moments, default=None)
