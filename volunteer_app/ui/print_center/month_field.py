"""A month as clerks type it: 11, 2026-11, 202611, 2026年11月, or any day of it. It refuses to correct in silence."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from volunteer_app.domain.text import half_width, squeeze
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.typed_times import read_day

_MONTH = re.compile(r"(1[0-2]|0?[1-9])月?")
_YEAR_AND_MONTH = re.compile(r"(20\d\d)[-./年]?(1[0-2]|0?[1-9])月?")
_THIS_MONTH = {"本月": 0, "上月": -1, "下月": 1}


def read_month(text: str, today: date) -> date | None:
    """The first day of the month that is meant; a month without a year is the one nearest to today."""
    plain = squeeze(half_width(text))
    if plain in _THIS_MONTH:
        return months_after(today, _THIS_MONTH[plain])
    if found := _YEAR_AND_MONTH.fullmatch(plain):
        return date(int(found[1]), int(found[2]), 1)
    if found := _MONTH.fullmatch(plain):
        near = [months_after(today, step) for step in range(-5, 7)]
        return next(month for month in near if month.month == int(found[1]))
    day = read_day(plain, today)
    return day and day.replace(day=1)


def months_after(day: date, count: int) -> date:
    """The first day of the month so many months later."""
    number = day.year * 12 + day.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)


def last_day(month: date) -> date:
    return months_after(month, 1) - timedelta(days=1)


class MonthField(QLineEdit):
    """`month` is what the text means. Up and Down go by a month."""

    month_changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._told: date | None = None
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhDate)
        self.setPlaceholderText(self.tr("e.g. 11, 2026-11"))
        self.editingFinished.connect(self._tell)
        self.textEdited.connect(self._unmark)

    @property
    def month(self) -> date:
        """The month last understood."""
        return self._told or self._today().replace(day=1)

    def set_month(self, month: date) -> None:
        self.setText(f"{month:%Y-%m}")
        self._tell()

    def step(self, months: int) -> None:
        self.set_month(months_after(self.month, months))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step(step)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    def _tell(self) -> None:
        """What cannot be read stays as typed, in red, and the month stays."""
        read = read_month(self.text(), self._today())
        self._mark("" if read else "error")
        if read is None:
            return
        self.setText(f"{read:%Y-%m}")
        if read != self._told:
            self._told = read
            self.month_changed.emit(read)

    def _unmark(self) -> None:
        self._mark("")

    def _mark(self, state: str) -> None:
        if self.property("state") != state:
            self.setProperty("state", state)
            self.setAccessibleDescription(self.tr("This is no month.") if state else "")
            self.setToolTip(self.tr("This is no month.") if state else "")
            restyle(self)
