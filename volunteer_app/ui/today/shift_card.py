"""Today's shifts as a table, with chips for what to see first. It refuses to open anything: it says which shift."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from volunteer_app.services.today import ShiftRow, ShiftStage, stage
from volunteer_app.ui.delegates import CoverageDelegate, PillDelegate
from volunteer_app.ui.page import Room
from volunteer_app.ui.settings import Settings
from volunteer_app.ui.table_model import TableModel
from volunteer_app.ui.today.coverage_legend import CoverageLegend
from volunteer_app.ui.today.shift_columns import ShiftColumns
from volunteer_app.ui.tokens import Role, Size
from volunteer_app.ui.widgets.basics import Kind, button, column, pad, row, text_label
from volunteer_app.ui.widgets.chips import Chip, ChipRow
from volunteer_app.ui.widgets.data_table import DataTable, stretch
from volunteer_app.ui.widgets.empty_state import EmptyState
from volunteer_app.ui.widgets.key_cap import KeyHints

BY_TIME, SHORT, BY_TEAM = "by_time", "short", "by_team"


class ShiftCard(QFrame):
    """`opened` carries the shift's id. `plan_wanted`: there are none, and the clerk wants to plan some."""

    opened = Signal(object)
    plan_wanted = Signal()

    def __init__(self, settings: Settings, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._now = now
        self._shown: tuple[ShiftRow, ...] = ()
        self._rows = TableModel[ShiftRow](ShiftColumns(now).all(), self, key=_key)
        self.table = DataTable(self._rows, name="today", settings=settings, title=self.tr("Shifts today"))
        self.table.setItemDelegateForColumn(4, CoverageDelegate(self.table))
        self.table.setItemDelegateForColumn(5, PillDelegate(self.table))
        for wide in (1, 2, 3):
            stretch(self.table, wide)
        self.table.opened.connect(self.opened)
        self.table.menu_wanted.connect(self._on_menu)
        self.chips = ChipRow(exclusive=True)
        self.chips.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name_chips()
        self.chips.set_active(frozenset({BY_TIME}))
        self.chips.changed.connect(self._on_chip)
        self._lay_out()

    def show_shifts(self, shifts: tuple[ShiftRow, ...]) -> None:
        self._shown = shifts
        self._name_chips()
        self._arrange()
        self._stack.setCurrentIndex(0 if shifts else 1)

    def show_all(self) -> None:
        self._choose(BY_TIME)

    def show_short(self) -> None:
        self._choose(SHORT)

    def set_room(self, room: Room) -> None:
        self.table.set_room(room)
        self._foot.setVisible(not room.is_compact)
        pad(self._outer, Size.CARD_PADDING_COMPACT if room.is_compact else Size.CARD_PADDING)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.chips.active() != {BY_TIME}:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        plan = button(self.tr("Plan shifts"), Kind.OUTLINE, clicked=self.plan_wanted.emit)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("calendar_ltr", self.tr("No shifts today."), plan))
        hints = KeyHints([("Enter", self.tr("Open the call desk")), ("P", self.tr("Print"))])
        head = row(text_label(self.tr("Shifts today"), Role.H2), None, self.chips)
        self._foot = QWidget()
        self._foot.setLayout(row(CoverageLegend(), None, hints))
        self._outer = column(head, self._stack, self._foot)
        self._outer.setStretch(1, 1)
        self.setLayout(self._outer)

    def _name_chips(self) -> None:
        short = sum(1 for shift in self._shown if self._is_short(shift))
        self.chips.set_chips(
            [
                Chip(BY_TIME, self.tr("By time")),
                Chip(SHORT, self.tr("Only short ones"), short),
                Chip(BY_TEAM, self.tr("By team")),
            ]
        )

    def _choose(self, key: str) -> None:
        self.chips.set_active(frozenset({key}))
        self._arrange()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chip(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        active = self.chips.active()
        shifts = self._shown
        if SHORT in active:
            shifts = tuple(shift for shift in shifts if self._is_short(shift))
        elif BY_TEAM in active:
            shifts = tuple(sorted(shifts, key=_by_team))
        self._rows.set_rows(shifts)
        if self.table.current_id() is None and (first := self._worth_a_look(shifts)) is not None:
            self.table.go_to(first.id)

    def _worth_a_look(self, shifts: tuple[ShiftRow, ...]) -> ShiftRow | None:
        """Where the eye should go first: the next shift that is short, else the next one."""
        open_ones = [shift for shift in shifts if stage(shift.span, self._now()) is not ShiftStage.ENDED]
        return next((shift for shift in open_ones if shift.missing), next(iter(open_ones), None))

    def _is_short(self, shift: ShiftRow) -> bool:
        return shift.missing > 0 and stage(shift.span, self._now()) is not ShiftStage.ENDED

    def _on_menu(self, place: QPoint) -> None:
        if self.table.current_id() is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Open the call desk"), "Return", self._open_current)
        menu.addAction(self.tr("Copy"), "Ctrl+C", self.table.copy_rows)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _open_current(self) -> None:
        self.opened.emit(self.table.current_id())


def _key(row: ShiftRow) -> object:
    return row.id


def _by_team(row: ShiftRow) -> tuple[str, datetime]:
    return row.team, row.span.start
