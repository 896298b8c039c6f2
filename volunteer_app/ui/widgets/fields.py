"""Fields that take what clerks type and show it tidily: dates, times, telephone numbers. They refuse to correct in
silence: what they cannot read stays as typed and is reported by the form."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Color
from volunteer_app.ui.typed_times import read_day, read_time, stepped
from volunteer_app.ui.widgets.basics import icon_button

_Hint = Qt.InputMethodHint
Today = Callable[[], date]


class DateField(QLineEdit):
    """`day` is what the text means; leaving the field writes it out."""

    day_changed = Signal(object)

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._told: date | None = None
        self._marked: dict[date, str] = {}
        self.setInputMethodHints(_Hint.ImhPreferLatin | _Hint.ImhDate)
        self.setPlaceholderText(self.tr("e.g. 718, +3"))
        opener = icon_button("calendar_ltr", self.tr("Open the calendar"), clicked=self.open_calendar)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 1, 1, 1)
        line.addStretch(1)
        line.addWidget(opener)
        self.setTextMargins(0, 0, look().px(28), 0)
        self.textChanged.connect(self._tell)

    @property
    def day(self) -> date | None:
        """None when empty or not readable; `has_fault` tells which."""
        return read_day(self.text(), self._today())

    @property
    def has_fault(self) -> bool:
        return bool(self.text().strip()) and self.day is None

    def set_day(self, day: date | None) -> None:
        self.setText(f"{day:%Y-%m-%d}" if day else "")

    def mark_days(self, days: dict[date, str]) -> None:
        """Days off and their names, shown in the calendar."""
        self._marked = days

    def open_calendar(self) -> None:
        calendar = QCalendarWidget()
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        weekend = QTextCharFormat()
        weekend.setForeground(look().color(Color.DANGER))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, weekend)
        for day, name in self._marked.items():
            marked = QTextCharFormat()
            marked.setForeground(look().color(Color.DANGER))
            marked.setToolTip(name)
            calendar.setDateTextFormat(_qdate(day), marked)
        calendar.setSelectedDate(_qdate(self.day or self._today()))
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(calendar.close)
        calendar.clicked.connect(calendar.close)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif step is not None and (day := self.day) is not None:
            self.set_day(date.fromordinal(day.toordinal() + step))
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if (day := self.day) is not None:
            self.set_day(day)
        super().focusOutEvent(event)

    def _tell(self) -> None:
        if self.day != self._told:
            self._told = self.day
            self.day_changed.emit(self._told)

    def _on_picked(self, picked: QDate) -> None:
        self.set_day(date(picked.year(), picked.month(), picked.day()))
        self.setFocus(Qt.FocusReason.PopupFocusReason)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


class TimeField(QLineEdit):
    """1530 becomes 15:30; Up and Down go by a quarter of an hour."""

    time_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(_Hint.ImhPreferLatin | _Hint.ImhTime)
        self.setPlaceholderText(self.tr("e.g. 1530"))
        self.textChanged.connect(self._tell)

    @property
    def at(self) -> time | None:
        return read_time(self.text()) if self.text().strip() else None

    @property
    def has_fault(self) -> bool:
        return bool(self.text().strip()) and self.at is None

    def set_time(self, at: time | None) -> None:
        self.setText(f"{at:%H:%M}" if at is not None else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is not None and (at := self.at) is not None:
            self.set_time(stepped(at, step))
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if (at := self.at) is not None:
            self.set_time(at)
        super().focusOutEvent(event)

    def _tell(self) -> None:
        self.time_changed.emit(self.at)


class PhoneField(QLineEdit):
    """Takes digits without the input method."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(_Hint.ImhPreferLatin | _Hint.ImhDialableCharactersOnly)


class NumberField(QLineEdit):
    """Takes a whole number without the input method."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(_Hint.ImhDigitsOnly)

    @property
    def number(self) -> int | None:
        text = self.text().strip()
        return int(text) if text.isdecimal() else None
