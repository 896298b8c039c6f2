"""The desk itself: strip, queue, the person on screen, arrival board, and how they share the window. Layout only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from volunteer_app.services.call_rows import CallBoard
from volunteer_app.ui.call_desk.arrival_panel import ArrivalPanel
from volunteer_app.ui.call_desk.call_tabs import CallTabs
from volunteer_app.ui.call_desk.desk_bars import FullBar
from volunteer_app.ui.call_desk.later_question import LaterQuestion
from volunteer_app.ui.call_desk.message_panel import MessagePanel
from volunteer_app.ui.call_desk.no_card import NoCard
from volunteer_app.ui.call_desk.person_card import PersonCard
from volunteer_app.ui.call_desk.queue_panel import QueuePanel
from volunteer_app.ui.call_desk.reason_question import ReasonQuestion
from volunteer_app.ui.call_desk.recent_panel import RecentPanel
from volunteer_app.ui.call_desk.strip import CallStrip
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.look import look
from volunteer_app.ui.page import Room, Width
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import row, text_label
from volunteer_app.ui.widgets.inline_bar import InlineBar
from volunteer_app.ui.widgets.key_cap import KeyHints


class DeskView(QWidget):
    """Parts are public: the page wires them."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.tabs = CallTabs()
        self.strip = CallStrip(clock)
        self.notice = InlineBar()
        self.full = FullBar()
        self.queue = QueuePanel(clock)
        self.card = PersonCard(clock)
        self.nobody = NoCard()
        self.later = LaterQuestion(clock)
        self.reason = ReasonQuestion()
        self.messages = MessagePanel()
        self.recent = RecentPanel()
        self.arrivals = ArrivalPanel()
        self.held = text_label("", Role.CAPTION, Color.WARN)
        self._lay_out()

    @property
    def keys(self) -> QWidget:
        """What has the focus unless the clerk put it elsewhere."""
        return self.card.keys

    def show_board(self, board: CallBoard) -> None:
        self.strip.show_board(board)
        self.queue.show_board(board)
        self.recent.show_board(board)
        self.arrivals.show_board(board)
        if board.counters.short:
            self.full.hide()
        self._show_person(board)

    def _show_person(self, board: CallBoard) -> None:
        had_keys = self._middle.currentWidget() is self.card and self.card.isAncestorOf(self.focusWidget())
        had_none = self._middle.currentWidget() is self.nobody and self.nobody.isAncestorOf(self.focusWidget())
        if board.card is None:
            self.nobody.show_board(board, self._clock.now())
            self._middle.setCurrentWidget(self.nobody)
            self.messages.show_nothing()
            if had_keys:
                self.nobody.focus_first()
            return
        self.card.show_card(board.card)
        self._middle.setCurrentWidget(self.card)
        if had_none:
            self.focus_keys()

    def focus_keys(self) -> None:
        """Back to where the next call is one key away."""
        wanted = self.keys if self._middle.currentWidget() is self.card else self.nobody
        if wanted is self.nobody:
            self.nobody.focus_first()
        else:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_room(self, room: Room) -> None:
        margin = look().px(Size.PAGE_MARGIN_COMPACT if room.is_compact else Size.PAGE_MARGIN)
        gap = look().px(Size.CARD_GAP_COMPACT if room.is_compact else Size.CARD_GAP)
        self._outer.setContentsMargins(margin, 0, margin, look().px(Size.GAP) if room.is_compact else gap)
        for layout in (self._outer, self._columns, self._center):
            layout.setSpacing(gap)
        is_wide = room.width is Width.WIDE
        self.queue.setFixedWidth(look().px(Size.PANE - 32 if is_wide else Size.PANE_MIN + 8))
        self.arrivals.setFixedWidth(look().px(Size.PANE - 32 if is_wide else Size.PANE_MIN))
        for part in (self.strip, self.queue, self.card, self.messages, self.recent):
            part.set_room(room)
        self._hints.setVisible(not room.is_compact)
        self._center.setStretchFactor(self.recent, 0 if room.is_compact else 3)

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self.card)
        self._middle.addWidget(self.nobody)
        self._hints = KeyHints(
            [
                ("1–6", self.tr("record and go on")),
                ("↑ ↓", self.tr("another person")),
                ("R", self.tr("ring again")),
                ("N", self.tr("add a person")),
                ("S", self.tr("skip")),
            ]
        )
        self._center = QVBoxLayout()
        self._center.addWidget(self._middle)
        self._center.addWidget(self.held)
        self._center.addWidget(self.later)
        self._center.addWidget(self.reason)
        self._center.addWidget(self.messages, 2)
        self._center.addWidget(self.recent, 3)
        self._center.addLayout(row(self._hints, None))
        self.held.hide()
        self._columns = QHBoxLayout()
        self._columns.addWidget(self.queue)
        self._columns.addLayout(self._center, 1)
        self._columns.addWidget(self.arrivals)
        self._outer = QVBoxLayout(self)
        for part in (self.tabs, self.strip, self.full, self.notice):
            self._outer.addWidget(part)
        self._outer.addLayout(self._columns, 1)
