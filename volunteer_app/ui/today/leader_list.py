"""Who leads today's shifts, with masked numbers, and whether they are there. It refuses whole numbers: it is a list."""

from collections.abc import Callable, Hashable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from volunteer_app.domain.text import mask_phone
from volunteer_app.services.today import DutyRow
from volunteer_app.ui import time_text
from volunteer_app.ui.delegates import TwoLineDelegate, TwoLines
from volunteer_app.ui.status import PillSpec, Status, status_pill
from volunteer_app.ui.table_model import Column, DataRole, TableModel


class LeaderList(QListView):
    """`chosen` carries the shift's id of the line on which Enter was pressed or that was double-clicked."""

    chosen = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        column: Column[DutyRow] = Column(
            "leader", self.tr("Leading today"), _name, accessible=self._spoken, value=self._lines
        )
        self._leaders = TableModel[DutyRow]([column], self, key=_key)
        self.setModel(self._leaders)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setAccessibleName(self.tr("Leading today"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_opened)

    def show_leaders(self, rows: tuple[DutyRow, ...]) -> None:
        self._leaders.set_rows(rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened()
        elif event.text().isalnum() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_opened(self) -> None:
        row = self.currentIndex().data(DataRole.ROW)
        if isinstance(row, DutyRow):
            self.chosen.emit(row.shift_id)

    def _lines(self, row: DutyRow) -> TwoLines:
        return TwoLines(
            first=row.name,
            second=" · ".join(part for part in (time_text.hours(row.span), mask_phone(row.phone)) if part),
            beside=row.post,
            avatar=row.name,
            pill=presence_pill(row, self._now()),
        )

    def _spoken(self, row: DutyRow) -> str:
        pill = presence_pill(row, self._now())
        return "，".join((row.name, row.post, time_text.hours(row.span), pill.text))


def presence_pill(row: DutyRow, now: datetime) -> PillSpec:
    if row.signed_out_at is not None:
        return status_pill(Status.SIGNED_OUT)
    if row.signed_in_at is not None:
        return status_pill(Status.ARRIVED)
    return status_pill(Status.UPCOMING if now < row.span.end else Status.ENDED)


def _name(row: DutyRow) -> str:
    return row.name


def _key(row: DutyRow) -> Hashable:
    return row.shift_id, row.person_id
