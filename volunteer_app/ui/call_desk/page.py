"""召集台: choose a shift, run its call, read how it went. Three faces of one page; the call itself is `Dialing`.

The reply keys keep the focus. What else is shown is read again when the clerk has paused for a moment.
"""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.domain.calls import CallTier
from volunteer_app.domain.changes import Changes, Topic
from volunteer_app.domain.ids import CallId, ShiftId
from volunteer_app.domain.sheets import SheetKind
from volunteer_app.services.attendance import AttendanceDesk
from volunteer_app.services.call_rows import ArrivalRow, CallBoard, CallEnded, CallOpened, OpenCall
from volunteer_app.services.calls import ShiftCalls
from volunteer_app.services.messages import CallMessages
from volunteer_app.services.people_search import PeopleSearch
from volunteer_app.services.today import ShiftRow, Today
from volunteer_app.ui.call_desk.add_person import AddPersonDialog
from volunteer_app.ui.call_desk.alarms import Alarms
from volunteer_app.ui.call_desk.arrival_panel import ArrivalAction
from volunteer_app.ui.call_desk.desk_undo import DeskUndoStack
from volunteer_app.ui.call_desk.desk_view import DeskView
from volunteer_app.ui.call_desk.dialing import Dialing
from volunteer_app.ui.call_desk.keyboard import DeskKeys
from volunteer_app.ui.call_desk.reception import Reception
from volunteer_app.ui.call_desk.session import CallSession
from volunteer_app.ui.call_desk.start_panel import StartPanel
from volunteer_app.ui.call_desk.summary_card import SummaryCard
from volunteer_app.ui.call_desk.wanted import DeskRequest
from volunteer_app.ui.call_desk.words import tier_action
from volunteer_app.ui.dialogs import Question, confirm
from volunteer_app.ui.jobs import Latest
from volunteer_app.ui.look import look
from volunteer_app.ui.page import KeyHelp, Page, Room, Tools
from volunteer_app.ui.print_center.wanted import SheetWanted
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Size, Tone

TOPICS: Final = (Topic.CALLS, Topic.ATTENDANCE, Topic.SHIFTS, Topic.PEOPLE, Topic.TEAMS)
SETTLED_MS: Final = 250


@dataclass(frozen=True, slots=True)
class DeskServices:
    """Everything the desk asks."""

    calls: ShiftCalls
    attendance: AttendanceDesk
    messages: CallMessages
    today: Today
    people: PeopleSearch


class _Faces(QStackedWidget):
    """Its size does not follow from wrapped labels on it."""

    @override
    def hasHeightForWidth(self) -> bool:
        return False


class CallDeskPage(Page):
    def __init__(self, tools: Tools, services: DeskServices, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._services = services
        self._wants_current = False
        self._calls: tuple[OpenCall, ...] = ()
        self.session = CallSession(tools, services.calls, self)
        self.undo_stack = DeskUndoStack(self, self._undo_on_disk)
        self.view = DeskView(tools.clock)
        self.start = StartPanel(tools.settings, tools.clock.now)
        self.summary = SummaryCard()
        self.dialing = Dialing(tools, self.session, self.view, messages=services.messages, undo=self.undo_stack)
        self.keys = DeskKeys(self.view.card.keys, self)
        self.dialing.connect_keys(self.keys)
        self.alarms = Alarms(tools.settings, self)
        self.reception = Reception(tools, services.attendance, self.undo_stack, self)
        self._short = Latest(tools.jobs, self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._make_actions()
        self._lay_out()
        self._connect_session()
        self._connect_view()

    @override
    def title(self) -> str:
        return self.tr("Call desk")

    @override
    def subtitle(self) -> str:
        if not self._calls:
            return self.tr("No call is running")
        return self.tr("{count} calls running").format(count=len(self._calls))

    @override
    def secondary_actions(self) -> list[QAction]:
        if self._faces.currentWidget() is not self.view:
            return []
        return [self._print, self._end, self._new, self._add, self._round, *self._tiers.values()]

    @override
    def key_help(self) -> list[KeyHelp]:
        return _desk_keys()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        if self._faces.currentWidget() is self.view:
            return self.view.keys, self.view.queue, self.view.arrivals
        return (self.start.table,)

    @override
    def may_lock(self) -> bool:
        return self.session.board is None

    @override
    def refresh(self) -> None:
        self.session.list_calls()
        self.session.reload()

    @override
    def on_changes(self, changes: Changes) -> None:
        if changes.touches(*TOPICS):
            self._settled.start()

    @override
    def shown_by_shell(self) -> None:
        super().shown_by_shell()
        self._focus_face()

    @override
    def receive(self, payload: object) -> None:
        """A shift's id opens its call; DeskRequest.CURRENT that of the shift that presses most."""
        if payload is DeskRequest.CURRENT:
            self._wants_current = True
            self._short.ask(self._services.today.short_shifts)
        elif payload is not None:
            self._open(ShiftId(payload))  # type: ignore[arg-type]  # the one other thing pages send

    @override
    def set_room(self, room: Room) -> None:
        super().set_room(room)
        margin = look().px(Size.PAGE_MARGIN_COMPACT if room.is_compact else Size.PAGE_MARGIN)
        self._outer.setContentsMargins(margin, 0, margin, look().px(Size.GAP) if room.is_compact else margin)
        self.view.set_room(room)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._faces.currentWidget() is not self.view or not self.keys.handles(event):
            super().keyPressEvent(event)

    def _make_actions(self) -> None:
        self._print = self.action(self.tr("Print call sheet"), icon="print", run=self._on_print)
        self._end = self.action(self.tr("End the call"), icon="dismiss", keys="Ctrl+End", run=self._on_end)
        self._new = self.action(self.tr("Another shift"), icon="add", keys="Ctrl+N", run=self._show_start)
        self._add = self.action(self.tr("Add a person"), icon="person_add", run=self._on_add)
        self._round = self.action(self.tr("Ring once more"), icon="arrow_sync", run=self.session.second_round)
        for keys, words, run in (
            ("Ctrl+C", self.tr("Copy number"), self.dialing.copy_number),
            ("Ctrl+Shift+C", self.tr("Copy message"), self.dialing.copy_message),
            ("Ctrl+Up", self.tr("Earlier in the order"), self._pin_earlier),
            ("Ctrl+Down", self.tr("Later in the order"), self._pin_later),
            ("Ctrl+Tab", self.tr("Next call"), self._next_call),
            ("Ctrl+Shift+Tab", self.tr("Previous call"), self._previous_call),
        ):
            self.action(words, icon="call", keys=keys, run=run)
        self._tiers: dict[CallTier, QAction] = {}

    def _lay_out(self) -> None:
        self._faces = _Faces()
        for face in (self.start, self.view, self.summary):
            self._faces.addWidget(face)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._faces)

    def _connect_session(self) -> None:
        session = self.session
        session.calls_listed.connect(self._on_calls)
        session.board_changed.connect(self._on_board)
        session.stepped.connect(self._settled.start)
        session.opened.connect(self._on_opened)
        session.ended.connect(self._on_ended)
        session.preflight_known.connect(self.view.queue.show_not_callable)
        self._settled.timeout.connect(self._catch_up)
        self._short.answered.connect(self._on_short_shifts)
        for source in (session, self.dialing, self.reception):
            source.failed.connect(self.show_error)
        self._short.refused.connect(self.show_error)

    def _connect_view(self) -> None:
        view = self.view
        self.dialing.said.connect(self.toast)
        self.reception.said.connect(self.toast_with_undo)
        self.start.chosen.connect(self._open)
        self.start.today_wanted.connect(self._on_today)
        self.summary.closed.connect(self._on_summary_read)
        view.tabs.chosen.connect(self.session.show_call)
        view.recent.undo_wanted.connect(self.undo_stack.undo)
        view.full.end_chosen.connect(self._on_end)
        view.nobody.widen.connect(self.session.widen)
        view.nobody.second_round.connect(self.session.second_round)
        view.nobody.end_wanted.connect(self._on_end)
        view.queue.not_callable_wanted.connect(self.session.ask_not_callable)
        view.arrivals.wanted.connect(self._on_arrival)
        view.arrivals.on_the_way.connect(self._on_the_way)
        view.arrivals.all_wanted.connect(self._on_sign_in_all)
        self.keys.person_wanted.connect(self._on_add)
        self.alarms.due.connect(self.badge_changed)
        self.alarms.wake_up.connect(self.session.reload)
        self.tools.clock.second.connect(self.alarms.tick)
        self.tools.clock.minute.connect(self._on_minute)

    def _open(self, shift_id: ShiftId) -> None:
        self.session.open_for_shift(shift_id)

    def _show_face(self, face: QWidget) -> None:
        if self._faces.currentWidget() is not face:
            self._faces.setCurrentWidget(face)
            self._focus_face()
            self.header_changed.emit()

    def _focus_face(self) -> None:
        if self._faces.currentWidget() is self.view:
            self.view.focus_keys()
        elif self._faces.currentWidget() is self.start:
            self.start.setFocus()

    def _show_start(self) -> None:
        self._short.ask(self._services.today.short_shifts)
        self._show_face(self.start)

    def _on_short_shifts(self, shifts: tuple[ShiftRow, ...]) -> None:
        self.start.show_shifts(shifts)
        if self._wants_current:
            self._wants_current = False
            if shifts:
                self._open(shifts[0].id)

    def _on_calls(self, calls: tuple[OpenCall, ...]) -> None:
        """The running calls come back by themselves, after a restart too."""
        self._calls = calls
        current = self.session.call_id
        self.view.tabs.show_calls(calls, current)
        if calls and current is None and self._faces.currentWidget() is not self.summary:
            self.session.show_call(calls[0].call_id)
        elif not calls and self._faces.currentWidget() is not self.summary:
            self._show_start()
        self.header_changed.emit()

    def _on_board(self, board: CallBoard) -> None:
        self._show_face(self.view)
        self.view.tabs.show_calls(self._calls, board.head.call_id)
        self.alarms.follow(board, self.tools.clock.now())
        self._offer_tiers(board)

    def _offer_tiers(self, board: CallBoard) -> None:
        """The further circles, in the menu of the header."""
        if tuple(self._tiers) != board.head.tiers_closed:
            for action in self._tiers.values():
                self.removeAction(action)
            self._tiers = {
                tier: self.action(tier_action(tier), icon="people_team", run=partial(self.session.widen, tier))
                for tier in board.head.tiers_closed
            }
            self.header_changed.emit()

    def _on_opened(self, opened: CallOpened) -> None:
        self.session.list_calls()
        left_out = len(opened.preflight.not_callable)
        if left_out:
            words = self.tr("{callable} people can be rung, {left_out} cannot.")
            text = words.format(callable=opened.preflight.callable, left_out=left_out)
            self.view.notice.say(text, Tone.INFO, action=self.tr("Show why"), run=self._show_left_out)
            self.view.queue.show_not_callable(opened.preflight)

    def _show_left_out(self) -> None:
        self.view.notice.hide()
        self.view.queue.show_left_out()

    def _on_ended(self, ended: CallEnded) -> None:
        self.alarms.forget()
        self.undo_stack.clear()
        self.summary.show_summary(ended.summary)
        self._show_face(self.summary)

    def _on_summary_read(self) -> None:
        self._show_face(self.start)
        self.session.list_calls()

    def _catch_up(self) -> None:
        """The clerk has paused: read again what a step does not tell."""
        self.session.list_calls()
        self.session.reload()

    def _on_minute(self) -> None:
        if self.isVisible():
            self.view.queue.tick()
            self._catch_up()

    def _on_arrival(self, action: ArrivalAction, row: ArrivalRow) -> None:
        board = self.session.board
        if action is ArrivalAction.RING_AGAIN:
            self.dialing.ring(row)
        elif board is not None:
            self.reception.act(action, board.head.shift_id, row)

    def _on_the_way(self, row: ArrivalRow, minutes: int) -> None:
        self.session.on_the_way(row.person_id, minutes)

    def _on_sign_in_all(self, rows: tuple[ArrivalRow, ...]) -> None:
        if self.session.board is not None:
            self.reception.sign_in_all(self.session.board.head.shift_id, rows)
            self.view.focus_keys()

    def _on_add(self) -> None:
        if self.session.board is None:
            return
        dialog = AddPersonDialog(self.tools.jobs, self._services.people, self)
        if dialog.ask() and dialog.person_id is not None:
            self.session.add_person(dialog.person_id)
        self.view.focus_keys()

    def _on_end(self) -> None:
        """A full call ends at once; a short one after a look at what is missing."""
        board = self.session.board
        if board is None:
            return
        short = board.counters.short
        question = Question(
            self.tr("End the call {count} short?").format(count=short),
            self.tr("What was recorded stays. A new call can be opened for the shift at any time."),
            self.tr("End the call"),
        )
        if not short or confirm(self, question):
            self.session.end()

    def _on_print(self) -> None:
        if self.session.board is not None:
            wanted = SheetWanted(SheetKind.CALL, call_id=self.session.board.head.call_id)
            self.navigate.emit("print_center", wanted)

    def _on_today(self) -> None:
        self.navigate.emit("today", None)

    def _pin_earlier(self) -> None:
        self.view.queue.pin_step(-1)

    def _pin_later(self) -> None:
        self.view.queue.pin_step(1)

    def _next_call(self) -> None:
        self.view.tabs.step(1)

    def _previous_call(self) -> None:
        self.view.tabs.step(-1)

    def _undo_on_disk(self) -> None:
        """Nothing of this sitting is left to undo: what was saved before it is."""
        call_id: CallId | None = self.session.call_id
        if call_id is not None:
            self.session.undo(call_id)


def _desk_keys() -> list[KeyHelp]:
    return [
        KeyHelp(
            "1–6",
            translate("CallDeskPage", "Coming, not coming, no answer, later, arrived, standby; Alt+1–6 from the note"),
        ),
        KeyHelp("+", translate("CallDeskPage", "More on the last reply: minutes, reason, kind of miss, note")),
        KeyHelp("↑ / ↓", translate("CallDeskPage", "Another person")),
        KeyHelp("R", translate("CallDeskPage", "Ring again")),
        KeyHelp("M", translate("CallDeskPage", "Message")),
        KeyHelp("S", translate("CallDeskPage", "Skip")),
        KeyHelp("Tab", translate("CallDeskPage", "Note of the person on screen")),
        KeyHelp("Ctrl+Z", translate("CallDeskPage", "Take the last reply back")),
    ]
