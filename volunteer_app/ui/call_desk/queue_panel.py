"""候选队列: who can be rung, who is to be rung again, who was asked, and who cannot be called and why.

It refuses to decide: choosing and pinning are told to the page.
"""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QWidget

from volunteer_app.domain.call_queue import QueueGroup
from volunteer_app.domain.ids import AskId
from volunteer_app.services.call_rows import CallBoard, NotCallableRow, Preflight, QueueRow
from volunteer_app.ui.call_desk.board_state import neighbour
from volunteer_app.ui.call_desk.queue_lines import (
    QueueItem,
    items_of,
    not_callable_lines,
    queue_lines,
    spoken_line,
    to_ring,
    why_not,
)
from volunteer_app.ui.call_desk.queue_list import QueueList
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.delegates import TwoLineDelegate, TwoLines
from volunteer_app.ui.table_model import Column, DataRole, TableModel
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import Kind, button, column, pad, row, text_label
from volunteer_app.ui.widgets.chips import Chip, ChipRow

TO_CALL, CALL_BACKS, ASKED = "to_call", "call_backs", "asked"


class QueuePanel(QFrame):
    """chosen: an AskId. pinned: an AskId and before whom (None: at the end). not_callable_wanted: load that list."""

    chosen = Signal(object)
    pinned = Signal(object, object)
    not_callable_wanted = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._clock = clock
        self._board: CallBoard | None = None
        self._current: AskId | None = None
        self._knows_left_out = False
        self._make_list()
        self._make_left_out()
        self.chips = ChipRow(exclusive=True)
        self.chips.changed.connect(self._on_chip)
        self._lay_out()

    def show_board(self, board: CallBoard) -> None:
        """The lists of this moment, with the person on screen marked."""
        self._board = board
        self._current = board.card.ask_id if board.card is not None else None
        self._name_chips()
        self._fill()

    def show_not_callable(self, preflight: Preflight) -> None:
        self._left_out.set_rows(preflight.not_callable)
        self._knows_left_out = True
        self.why_not.setText(self.tr("Not callable {count}").format(count=len(preflight.not_callable)))

    def tick(self) -> None:
        """A minute passed: what was to come may be due."""
        if self._board is not None:
            self._name_chips()
            self._fill()

    def neighbour(self, step: int) -> AskId | None:
        """Whom ↑ or ↓ leads to."""
        return neighbour(tuple(item.row for item in self._items.rows), self._current, step)

    def pin_step(self, step: int) -> None:
        """Ctrl+↑ and Ctrl+↓: the person on screen changes places with the neighbour in the order to call."""
        rows = [item.row for item in self._items.rows if item.row.group is QueueGroup.TO_CALL]
        ids = [row.ask_id for row in rows]
        if self._current not in ids:
            return
        place = ids.index(self._current) + step
        if 0 <= place < len(ids):
            before = place if step < 0 else place + 1
            self.pinned.emit(self._current, ids[before] if before < len(ids) else None)

    def show_left_out(self) -> None:
        """Who cannot be called, and why."""
        self.why_not.setChecked(True)

    def _make_list(self) -> None:
        title = self.tr("Candidates")
        line: Column[QueueItem] = Column("person", title, _name, accessible=self._spoken, value=self._lines)
        self._items = TableModel([line], self, key=_ask_id)
        self.list = _list_of(self._items, title)
        self.list.clicked.connect(self._on_clicked)
        self.list.dropped.connect(self.pinned)
        self.list.customContextMenuRequested.connect(self._on_menu)

    def _make_left_out(self) -> None:
        title = self.tr("Cannot be called")
        line: Column[NotCallableRow] = Column(
            "person", title, _left_out_name, accessible=_left_out_spoken, value=not_callable_lines
        )
        self._left_out = TableModel([line], self, key=_person_id)
        self.left_out = _list_of(self._left_out, title)
        self.left_out.setAcceptDrops(False)

    def _lay_out(self) -> None:
        self.why_not = button(self.tr("Not callable"), Kind.LINK)
        self.why_not.setCheckable(True)
        self.why_not.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.why_not.toggled.connect(self._on_why_not)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.left_out)
        self._nobody = text_label(self.tr("Nobody here."), Role.BODY, Color.TEXT2)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._nobody)
        title = text_label(self.tr("Candidates"), Role.H2)
        title.setToolTip(self.tr("circle › place › fairness"))
        outer = column(row(title, None, self.why_not), self.chips, self._stack)
        outer.setStretch(2, 1)
        self.setLayout(pad(outer, Size.CARD_PADDING_COMPACT, Size.GAP))
        self._name_chips()
        self.chips.set_active(frozenset({TO_CALL}))

    def _name_chips(self) -> None:
        queue = self._board.queue if self._board is not None else ()
        to_call = sum(each.group is QueueGroup.TO_CALL for each in queue)
        again = sum(each.group is QueueGroup.CALL_BACKS for each in queue)
        self.chips.set_chips(
            [
                Chip(TO_CALL, self.tr("To call"), to_call),
                Chip(CALL_BACKS, self.tr("Again"), again),
                Chip(ASKED, self.tr("Asked"), len(queue) - to_call - again),
            ]
        )

    def _fill(self) -> None:
        queue = self._board.queue if self._board is not None else ()
        active = next(iter(self.chips.active()), TO_CALL)
        self._items.set_rows(items_of(self._rows_of(active, queue)))
        listed = self.list if self._items.rows else self._nobody
        self._stack.setCurrentWidget(self.left_out if self.why_not.isChecked() else listed)
        self._mark_current()

    def _rows_of(self, active: str, queue: tuple[QueueRow, ...]) -> list[QueueRow]:
        if active == ASKED:
            return [each for each in queue if each.group is QueueGroup.ASKED]
        rows = to_ring(queue, self._clock.now())
        return rows if active == TO_CALL else [each for each in rows if each.group is QueueGroup.CALL_BACKS]

    def _mark_current(self) -> None:
        place = None if self._current is None else self._items.position_of(self._current)
        selection = self.list.selectionModel()
        if place is None:
            selection.clear()
            return
        index = self._items.index(place, 0)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _on_chip(self) -> None:
        self.why_not.setChecked(False)
        self._fill()

    def _on_why_not(self, is_on: bool) -> None:
        if is_on and not self._knows_left_out:
            self.not_callable_wanted.emit()
        self._fill()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(DataRole.ID))

    def _on_menu(self, place: QPoint) -> None:
        item = self.list.indexAt(place).data(DataRole.ROW)
        if not isinstance(item, QueueItem):
            return
        menu = QMenu(self)
        ring = menu.addAction(self.tr("Call this person"))
        first = menu.addAction(self.tr("Put first"))
        first.setEnabled(item.rank > 1)
        last = menu.addAction(self.tr("Put last"))
        last.setEnabled(item.rank > 0)
        menu.triggered.connect(self._on_menu_action)
        for action, what in ((ring, "ring"), (first, "first"), (last, "last")):
            action.setData((what, item.ask_id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _on_menu_action(self, action: QAction) -> None:
        what, ask_id = action.data()
        ranked = [item.ask_id for item in self._items.rows if item.rank]
        match what:
            case "ring":
                self.chosen.emit(ask_id)
            case "first":
                self.pinned.emit(ask_id, ranked[0])
            case _:
                self.pinned.emit(ask_id, None)

    def _lines(self, item: QueueItem) -> TwoLines:
        return queue_lines(item, self._clock.now())

    def _spoken(self, item: QueueItem) -> str:
        return spoken_line(item, self._clock.now())


def _list_of(model: QAbstractItemModel, name: str) -> QueueList:
    made = QueueList()
    made.setModel(model)
    made.setItemDelegate(TwoLineDelegate(made))
    made.setAccessibleName(name)
    return made


def _ask_id(item: QueueItem) -> AskId:
    return item.ask_id


def _name(item: QueueItem) -> str:
    return item.row.name


def _person_id(row: NotCallableRow) -> object:
    return row.person_id


def _left_out_name(row: NotCallableRow) -> str:
    return row.name


def _left_out_spoken(row: NotCallableRow) -> str:
    return f"{row.name}，{why_not(row)}"
