"""刚才的答复: the last reply with its undo, the `+` line under it, and the replies before. It refuses to undo by
itself: Ctrl+Z belongs to the page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QListView, QWidget

from volunteer_app.services.call_rows import CallBoard, RecentEntry
from volunteer_app.ui import time_text
from volunteer_app.ui.call_desk.more_line import MoreLine
from volunteer_app.ui.call_desk.pill_strip import take_no_focus
from volunteer_app.ui.call_desk.queue_list import QueueList
from volunteer_app.ui.call_desk.recent_words import entry_details, entry_pill, entry_spoken
from volunteer_app.ui.delegates import TwoLineDelegate, TwoLines
from volunteer_app.ui.page import Room
from volunteer_app.ui.status import PillSpec
from volunteer_app.ui.table_model import Column, TableModel
from volunteer_app.ui.tokens import Role, Size, Tone
from volunteer_app.ui.widgets.basics import Kind, button, column, pad, row, text_label
from volunteer_app.ui.widgets.key_cap import KeyCap
from volunteer_app.ui.widgets.pill import Pill


class RecentPanel(QFrame):
    undo_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._latest: RecentEntry | None = None
        self.more = MoreLine()
        self.head = text_label(self.tr("Last replies"), Role.H2)
        self.total = text_label("", Role.CAPTION)
        self.who = text_label("", Role.STRONG)
        self.when = text_label("", Role.CAPTION)
        self.pill = Pill(PillSpec("", Tone.MUTE))
        self.details = text_label("", Role.CAPTION)
        self.add = button(self.tr("More"), Kind.LINK, keys="+", clicked=self.more_wanted.emit)
        self.undo = button(self.tr("Undo"), Kind.LINK, icon="arrow_undo", keys="Ctrl+Z", clicked=self.undo_wanted.emit)
        take_no_focus(self.add, self.undo)
        title = self.tr("Earlier replies")
        line: Column[RecentEntry] = Column("entry", title, _name, accessible=entry_spoken, value=_lines)
        self._before = TableModel([line], self, key=_key)
        self.list: QListView = QueueList()
        self.list.setModel(self._before)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setAccessibleName(title)
        self.list.setAcceptDrops(False)
        self.list.setMinimumHeight(1)
        self._lay_out()

    @property
    def latest(self) -> RecentEntry | None:
        return self._latest

    def show_board(self, board: CallBoard) -> None:
        self._latest = board.recent[0] if board.recent else None
        self.total.setText(self.tr("{count} calls for this shift").format(count=board.counters.attempts))
        self._before.set_rows(board.recent[1:])
        self._show_latest()

    def set_room(self, room: Room) -> None:
        """In a low window the list folds into one line."""
        pad(self._outer, Size.GAP if room.is_compact else Size.CARD_PADDING, Size.GAP)
        self._title.setVisible(not room.is_compact)
        self.list.setVisible(not room.is_compact)
        self._more_cap.setVisible(not room.is_compact)

    def _lay_out(self) -> None:
        self._title = QWidget()
        self._title.setLayout(row(self.head, None, self.total))
        self._more_cap = KeyCap("+")
        last = row(
            self.who, self.when, self.pill, self.details, None, self.add, self._more_cap, self.undo, KeyCap("Ctrl+Z")
        )
        self._outer = column(self._title, last, self.more, self.list)
        self._outer.setStretch(3, 1)
        self._outer.addStretch(0)
        self.setLayout(self._outer)

    def _show_latest(self) -> None:
        entry = self._latest
        for each in (self.when, self.pill, self.details, self.add, self.undo):
            each.setVisible(entry is not None)
        if entry is None:
            self.who.setText(self.tr("Nobody has answered yet."))
            return
        self.who.setText(entry.name)
        self.when.setText(time_text.clock(entry.at))
        self.pill.show_spec(entry_pill(entry))
        self.details.setText(entry_details(entry))
        self.details.setToolTip(self.details.text())
        self.undo.setAccessibleName(self.tr("Undo: {what}").format(what=entry_spoken(entry)))


def _lines(entry: RecentEntry) -> TwoLines:
    return TwoLines(
        first=entry.name,
        second=entry_details(entry),
        beside=time_text.clock(entry.at),
        avatar=entry.name,
        pill=entry_pill(entry),
    )


def _name(entry: RecentEntry) -> str:
    return entry.name


def _key(entry: RecentEntry) -> object:
    return entry.entry_id
