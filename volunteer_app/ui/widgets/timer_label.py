"""A running time: since a stored moment, or until one. It refuses to count: it subtracts, so sleep does no harm."""

from datetime import datetime, timedelta

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from volunteer_app.ui.clock import Clock
from volunteer_app.ui.look import look, with_tabular_digits
from volunteer_app.ui.tokens import Color, Role
from volunteer_app.ui.widgets.basics import set_ink

_SOON = timedelta(minutes=30)


def spelled(span: timedelta) -> str:
    """`00:42`, or `01:27:43` from one hour on."""
    seconds = int(abs(span).total_seconds())
    hours, rest = divmod(seconds, 3600)
    short = f"{rest // 60:02d}:{rest % 60:02d}"
    return f"{hours:02d}:{short}" if hours else short


class TimerLabel(QLabel):
    """Follows the shared clock; its width is fixed so that nothing beside it moves."""

    def __init__(self, clock: Clock, role: Role = Role.STRONG, parent: QWidget | None = None) -> None:
        super().__init__("–", parent)
        self._clock = clock
        self._role = role
        self._since: datetime | None = None
        self._until: datetime | None = None
        self.setProperty("role", role.value)
        self.setFont(with_tabular_digits(self.font()))
        clock.second.connect(self._on_second)

    def count_since(self, start: datetime) -> None:
        self._since, self._until = start, None
        self._show(self._clock.now())

    def count_down_to(self, end: datetime) -> None:
        """Amber in the last half hour, red when the moment is past."""
        self._since, self._until = None, end
        self._show(self._clock.now())

    def stop(self) -> None:
        self._since = self._until = None
        self.setText("–")

    def _on_second(self, moment: object) -> None:
        if isinstance(moment, datetime):
            self._show(moment)

    def _show(self, moment: datetime) -> None:
        if self._since is not None:
            self._write(spelled(moment - self._since))
        elif self._until is not None:
            left = self._until - moment
            late = left < timedelta()
            set_ink(self, Color.DANGER if late else Color.WARN if left < _SOON else Color.TEXT)
            self._write(f"+{spelled(left)}" if late else spelled(left))

    def _write(self, text: str) -> None:
        if text == self.text():
            return
        if len(text) != len(self.text()):
            font = with_tabular_digits(look().font(self._role))
            self.setMinimumWidth(QFontMetrics(font).horizontalAdvance("0" * len(text)))
        self.setText(text)
