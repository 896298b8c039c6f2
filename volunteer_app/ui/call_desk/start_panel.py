"""What the desk shows while no call runs: the shifts that are short, each one Enter away from its call."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from volunteer_app.services.today import ShiftRow
from volunteer_app.ui import time_text
from volunteer_app.ui.delegates import CoverageDelegate, PillDelegate
from volunteer_app.ui.settings import Settings
from volunteer_app.ui.status import Coverage, PillSpec, short_pill
from volunteer_app.ui.table_model import Column, TableModel
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import Kind, button, column, pad, row, text_label
from volunteer_app.ui.widgets.data_table import DataTable, stretch
from volunteer_app.ui.widgets.empty_state import EmptyState


class StartPanel(QFrame):
    """chosen: a ShiftId. today_wanted: look at the today page."""

    chosen = Signal(object)
    today_wanted = Signal()

    def __init__(self, settings: Settings, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._now = now
        self._rows = TableModel(self._columns(), self, key=_key)
        self.table = DataTable(self._rows, name="short_shifts", settings=settings, title=self.tr("Short shifts"))
        self.table.setItemDelegateForColumn(3, CoverageDelegate(self.table))
        self.table.setItemDelegateForColumn(4, PillDelegate(self.table))
        for wide in (1, 2):
            stretch(self.table, wide)
        self.table.opened.connect(self.chosen)
        self.start = button(self.tr("Start calling"), Kind.PRIMARY, icon="call", keys="Return", clicked=self._on_start)
        look = button(self.tr("Look at today"), Kind.LINK, clicked=self.today_wanted.emit)
        nothing = EmptyState("call", self.tr("No shift of the next days is short."), look)
        words = text_label(self.tr("Choose a shift; its candidates are ranked at once."), Role.BODY, Color.TEXT2)
        head = column(text_label(self.tr("Short shifts"), Role.H2), words, spacing=Size.STEP)
        listed = QWidget()
        listed.setLayout(column(row(head, None, self.start), self.table))
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(nothing)
        self.setLayout(pad(column(self._stack), Size.CARD_PADDING))
        self.setFocusProxy(self.table)

    def show_shifts(self, shifts: tuple[ShiftRow, ...]) -> None:
        self._rows.set_rows(shifts)
        self._stack.setCurrentIndex(0 if shifts else 1)
        if shifts and self.table.current_id() is None:
            self.table.go_to(shifts[0].id)

    def _columns(self) -> list[Column[ShiftRow]]:
        return [
            Column("time", translate("TodayPage", "Time"), self._when, sort_key=_start, width=176),
            Column("shift", translate("TodayPage", "Shift"), _post),
            Column("place", translate("TodayPage", "Place"), _place),
            Column(
                "coverage",
                translate("TodayPage", "Needed / confirmed / arrived"),
                _digits,
                sort_key=_missing,
                accessible=_spoken,
                value=_coverage,
                width=184,
            ),
            Column("state", translate("TodayPage", "State"), _short, value=_short_pill, width=112),
        ]

    def _when(self, shift: ShiftRow) -> str:
        return time_text.day_and_hours(shift.span, self._now())

    def _on_start(self) -> None:
        if self.table.current_id() is not None:
            self.chosen.emit(self.table.current_id())
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _key(shift: ShiftRow) -> object:
    return shift.id


def _start(shift: ShiftRow) -> datetime:
    return shift.span.start


def _post(shift: ShiftRow) -> str:
    return shift.post


def _place(shift: ShiftRow) -> str:
    return shift.place


def _coverage(shift: ShiftRow) -> Coverage:
    return Coverage(shift.needed, shift.confirmed, shift.arrived)


def _digits(shift: ShiftRow) -> str:
    return _coverage(shift).digits


def _spoken(shift: ShiftRow) -> str:
    return _coverage(shift).spoken


def _missing(shift: ShiftRow) -> int:
    return shift.missing


def _short_pill(shift: ShiftRow) -> PillSpec:
    return short_pill(shift.missing)


def _short(shift: ShiftRow) -> str:
    return _short_pill(shift).text
