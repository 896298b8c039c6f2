"""到位看板: who is here, on the way, expected, late. A click signs in; it tells the page, which does it."""

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QWidget

from volunteer_app.domain.attendance import LatenessRules, Presence
from volunteer_app.domain.ids import PersonId
from volunteer_app.services.call_rows import ArrivalRow, CallBoard
from volunteer_app.ui import time_text
from volunteer_app.ui.call_desk.arrival_list import (
    ArrivalItem,
    ArrivalList,
    grouped,
    item_spoken,
    item_text,
)
from volunteer_app.ui.call_desk.pill_strip import take_no_focus
from volunteer_app.ui.table_model import Column, TableModel
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import Kind, button, column, pad, row, text_label, wrapped

MINUTES_AWAY = (10, 20, 30)
_NOT_HERE = (Presence.NO_SHOW, Presence.LATE, Presence.ON_THE_WAY, Presence.EXPECTED)


class ArrivalAction(StrEnum):
    """What can be done with somebody on the board."""

    SIGN_IN = "sign_in"
    UNDO_SIGN_IN = "undo_sign_in"
    SIGN_OUT = "sign_out"
    UNDO_SIGN_OUT = "undo_sign_out"
    RING_AGAIN = "ring_again"


class ArrivalPanel(QFrame):
    """wanted: an ArrivalAction and an ArrivalRow. on_the_way: a row and minutes. all_wanted: the rows not here yet."""

    wanted = Signal(object, object)
    on_the_way = Signal(object, int)
    all_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._rows: tuple[ArrivalRow, ...] = ()
        line: Column[ArrivalItem] = Column("person", self.tr("Arrival board"), item_text, accessible=item_spoken)
        self._items = TableModel([line], self, key=_key)
        self.list = ArrivalList()
        self.list.setModel(self._items)
        self.list.setAccessibleName(self.tr("Arrival board"))
        self.list.clicked.connect(self._on_clicked)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.only_missing = QPushButton(self.tr("Only not arrived"))
        self.only_missing.setProperty("kind", Kind.LINK.value)
        self.only_missing.setCheckable(True)
        self.only_missing.toggled.connect(self._fill)
        self.hint = wrapped(text_label("", Role.CAPTION, Color.TEXT3))
        self.all_in = button(self.tr("Sign all in"), clicked=self._on_all)
        self.again = button(self.tr("Ring the missing"), icon="call", clicked=self._on_again)
        take_no_focus(self.only_missing, self.all_in, self.again)
        self._lay_out()

    @property
    def rows(self) -> tuple[ArrivalRow, ...]:
        return self._rows

    def show_board(self, board: CallBoard) -> None:
        self._rows = board.arrivals
        late_from = time_text.clock(board.head.span.start + LatenessRules().late_after)
        self.hint.setText(self.tr("Who has not signed in by {time} is listed as late.").format(time=late_from))
        self.hint.setVisible(not self._overdue())
        self.all_in.setEnabled(bool(self._missing()))
        self.again.setEnabled(bool(self._overdue()))
        self._fill()

    def selected(self) -> ArrivalRow | None:
        """Whom R is about while the list has the focus."""
        return self.list.row_at(self.list.currentIndex()) if self.list.hasFocus() else None

    def late_count(self) -> int:
        return len(self._overdue())

    def _lay_out(self) -> None:
        head = row(text_label(self.tr("Arrival board"), Role.H2), None, self.only_missing)
        buttons = row(self.all_in, self.again)
        outer = column(head, self.list, self.hint, buttons)
        outer.setStretch(1, 1)
        self.setLayout(pad(outer, Size.CARD_PADDING_COMPACT, Size.GAP))

    def _missing(self) -> list[ArrivalRow]:
        return [each for each in self._rows if each.presence in _NOT_HERE]

    def _overdue(self) -> list[ArrivalRow]:
        return [each for each in self._rows if each.presence in (Presence.LATE, Presence.NO_SHOW)]

    def _fill(self) -> None:
        rows = tuple(self._missing()) if self.only_missing.isChecked() else self._rows
        self._items.set_rows(grouped(rows))

    def _on_clicked(self, index: QModelIndex) -> None:
        found = self.list.row_at(index)
        if found is not None and found.presence in _NOT_HERE:
            self.wanted.emit(ArrivalAction.SIGN_IN, found)

    def _on_all(self) -> None:
        self.all_wanted.emit(tuple(self._missing()))

    def _on_again(self) -> None:
        overdue = self._overdue()
        if overdue:
            self.wanted.emit(ArrivalAction.RING_AGAIN, overdue[0])

    def _on_menu(self, place: QPoint) -> None:
        found = self.list.row_at(self.list.indexAt(place))
        if found is None:
            return
        menu = QMenu(self)
        for what, words in self._choices(found):
            menu.addAction(words).setData((what, found))
        if found.presence in _NOT_HERE:
            away = menu.addMenu(self.tr("On the way"))
            for minutes in MINUTES_AWAY:
                away.addAction(self.tr("there in {minutes} min").format(minutes=minutes)).setData((minutes, found))
        menu.triggered.connect(self._on_menu_action)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _choices(self, found: ArrivalRow) -> list[tuple[ArrivalAction, str]]:
        match found.presence:
            case Presence.ARRIVED:
                return [
                    (ArrivalAction.SIGN_OUT, self.tr("Sign out")),
                    (ArrivalAction.UNDO_SIGN_IN, self.tr("Take the sign-in back")),
                ]
            case Presence.LEFT:
                return [(ArrivalAction.UNDO_SIGN_OUT, self.tr("Take the sign-out back"))]
            case Presence.EXPECTED | Presence.ON_THE_WAY | Presence.LATE | Presence.NO_SHOW:
                return [
                    (ArrivalAction.SIGN_IN, self.tr("Sign in")),
                    (ArrivalAction.RING_AGAIN, self.tr("Ring again")),
                ]

    def _on_menu_action(self, action: QAction) -> None:
        what, found = action.data()
        if isinstance(what, int):
            self.on_the_way.emit(found, what)
        else:
            self.wanted.emit(ArrivalAction(what), found)


def _key(item: ArrivalItem) -> tuple[Presence, PersonId | None]:
    return item.presence, None if item.row is None else item.row.person_id
