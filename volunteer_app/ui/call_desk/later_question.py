"""稍后: in how many minutes, or at what time. Enter alone means ten minutes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from volunteer_app.domain.office import office_zone
from volunteer_app.ui import time_text
from volunteer_app.ui.call_desk.inline_question import InlineQuestion
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.tokens import Tone
from volunteer_app.ui.typed_times import read_time

PRESETS = (5, 10, 30)
DEFAULT = 10
_MINUTE_DIGITS = 2


@dataclass(frozen=True, slots=True)
class CallBackTime:
    """The agreed moment: so many minutes from now, or a time of day."""

    minutes: int | None = None
    at: datetime | None = None


def read_call_back(text: str, now: datetime) -> CallBackTime | None:
    """`` or `25` minutes, `1530` or `15:30` o'clock (tomorrow when it has passed); None when it is neither."""
    plain = text.strip()
    if not plain:
        return CallBackTime(minutes=DEFAULT)
    if plain.isdecimal() and len(plain) <= _MINUTE_DIGITS:
        return CallBackTime(minutes=int(plain)) if int(plain) else None
    clock = read_time(plain)
    if clock is None:
        return None
    today: date = now.astimezone(office_zone()).date()
    at = datetime.combine(today, clock, office_zone())
    return CallBackTime(at=at if at > now else at + timedelta(days=1))


class LaterQuestion(InlineQuestion):
    """`chosen` carries a CallBackTime."""

    chosen = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Minutes, or a time such as 1530"), Tone.INFO, parent)
        self._clock = clock
        self._buttons = {minutes: self.add_choice(str(minutes)) for minutes in PRESETS}
        for minutes, made in self._buttons.items():
            made.setProperty("minutes", minutes)
            made.setText(self.tr("{minutes} min").format(minutes=minutes))
            made.clicked.connect(self._on_preset)
        self.field.setPlaceholderText(str(DEFAULT))
        self.field.stepped.connect(self._on_stepped)

    def ask_for(self, name: str) -> None:
        self.ask(self.tr("Call {name} back in how many minutes, or when?").format(name=name))

    @override
    def _on_answered(self) -> None:
        found = read_call_back(self.field.text(), self._clock.now())
        if found is None:
            self.hint.setText(self.tr("Not a time: minutes such as 25, or 1530"))
            return
        self.hide()
        self.chosen.emit(found)

    @override
    def _on_text(self, text: str) -> None:
        found = read_call_back(text, self._clock.now())
        if found is None:
            self.hint.setText("")
            return
        at = found.at or self._clock.now() + timedelta(minutes=found.minutes or 0)
        self.hint.setText(self.tr("rings again at {time} · Enter").format(time=time_text.clock(at)))

    def _on_stepped(self, step: int) -> None:
        now = int(self.field.text()) if self.field.text().isdecimal() else DEFAULT
        place = PRESETS.index(now) if now in PRESETS else PRESETS.index(DEFAULT)
        self.field.setText(str(PRESETS[max(0, min(place + step, len(PRESETS) - 1))]))

    def _on_preset(self) -> None:
        made = self.sender()
        if made is not None:
            self.field.setText(str(made.property("minutes")))
            self._on_answered()
