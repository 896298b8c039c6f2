"""The desk itself: strip, queue, the person on screen, arrival board, and how they share the window. Layout only."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

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
from volunteer_app.ui.look import Look, look
from volunteer_app.ui.page import Height, Room, Width
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import column, row, text_label
from volunteer_app.ui.widgets.inline_bar import InlineBar
from volunteer_app.ui.widgets.key_cap import KeyHints
from volunteer_app.ui.widgets.segmented import SegmentedButtons

# At text scale 1: below these heights the tall layout does not fit, and a passing line does not fit with the message;
# below this width the arrival board finds no column of its own.
_LOW = 730
_ROOMY = 900
_TIGHT = 1080
_QUEUE, _ARRIVALS = "queue", "arrivals"


@dataclass(frozen=True, slots=True)
class _Fit:
    """What the present arrangement was made for."""

    room: Room
    is_tight: bool
    look: Look


class DeskView(QWidget):
    """Parts are public: the page wires them."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._room = Room()
        self._fitted: _Fit | None = None
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
        """The window's room; a desk with little height of its own is compact in any window."""
        self._room = room
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def hasHeightForWidth(self) -> bool:
        """Its labels wrap, but the desk fills the page: otherwise the page would scroll to everybody's wish."""
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._make_way()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        given = self._place_given()
        is_low = self._room.is_compact or given.height() < look().px(_LOW)
        is_tight = given.width() < look().px(_TIGHT)
        fit = _Fit(replace(self._room, height=Height.COMPACT if is_low else Height.TALL), is_tight, look())
        if fit != self._fitted:
            self._fitted = fit
            self._arrange(fit)
        self._make_way()

    def _make_way(self) -> None:
        """Where height is short, the message gives its place to whatever line asks something."""
        is_asking = any(not part.isHidden() for part in self._passing())
        self.messages.setHidden(is_asking and self._place_given().height() < look().px(_ROOMY))

    def _place_given(self) -> QSize:
        """What is seen of the desk without scrolling; its own size may be more than that."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        return self.size() if area is None else self.size().boundedTo(area.viewport().size())

    def _passing(self) -> tuple[QWidget, ...]:
        return self.notice, self.full, self.held, self.later, self.reason, self.recent.more

    def _arrange(self, fit: _Fit) -> None:
        room = fit.room
        gap = look().px(Size.CARD_GAP_COMPACT if room.is_compact else Size.CARD_GAP)
        for layout in (self._outer, self._columns, self._center):
            layout.setSpacing(gap)
        side = Size.PANE - 32 if room.width is Width.WIDE else Size.PANE_MIN + 8
        self._left.setFixedWidth(look().px(side))
        self.arrivals.setFixedWidth(look().px(side))
        if fit.is_tight:
            self._beside.addWidget(self.arrivals)
        else:
            self._columns.addWidget(self.arrivals)
            self.arrivals.show()
        self._sides.setVisible(fit.is_tight)
        self._show_side(self._sides.key)
        for part in (self.strip, self.card, self.messages, self.recent):
            part.set_room(room)
        self._hints.setVisible(not room.is_compact)
        self._center.setStretchFactor(self.recent, 0 if room.is_compact else 3)

    def _show_side(self, key: str) -> None:
        """In a tight window queue and arrival board share the left column."""
        is_shared = self._beside.indexOf(self.arrivals) >= 0
        self._beside.setCurrentWidget(self.arrivals if is_shared and key == _ARRIVALS else self.queue)

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
        self._sides = SegmentedButtons([(_QUEUE, self.tr("Queue")), (_ARRIVALS, self.tr("Arrivals"))])
        self._sides.chosen.connect(self._show_side)
        self._beside = QStackedWidget()
        self._beside.addWidget(self.queue)
        self._left = QWidget()
        self._left.setLayout(column(row(self._sides, None), self._beside))
        self._columns = QHBoxLayout()
        self._columns.addWidget(self._left)
        self._columns.addLayout(self._center, 1)
        self._columns.addWidget(self.arrivals)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        for bar in (self.tabs, self.strip, self.full, self.notice):
            self._outer.addWidget(bar)
        self._outer.addLayout(self._columns, 1)
        for part in self._passing():
            part.installEventFilter(self)
