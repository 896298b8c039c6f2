"""今日值守: tiles, today's shifts, what to do, who leads, the week ahead. It leads to the pages that can act."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.domain.changes import Changes, Topic
from volunteer_app.domain.ids import ShiftId
from volunteer_app.domain.sheets import SheetKind
from volunteer_app.services.calendar_data import lunar_text
from volunteer_app.services.today import Overview, Today, Todo, TodoKind
from volunteer_app.ui import time_text
from volunteer_app.ui.jobs import Latest
from volunteer_app.ui.look import look
from volunteer_app.ui.page import KeyHelp, Page, Room, Tools, Width
from volunteer_app.ui.print_center.wanted import SheetWanted
from volunteer_app.ui.status import PillSpec
from volunteer_app.ui.today.leader_list import LeaderList
from volunteer_app.ui.today.shift_card import ShiftCard
from volunteer_app.ui.today.tiles import TodayTiles
from volunteer_app.ui.today.todo_list import TodoList
from volunteer_app.ui.today.week_strip import WeekStrip
from volunteer_app.ui.tokens import Color, Role, Size, Tone
from volunteer_app.ui.widgets.basics import Kind, button, card, column, pad, row, text_label
from volunteer_app.ui.widgets.pill import Pill

TOPICS: Final = (Topic.SHIFTS, Topic.CALLS, Topic.ATTENDANCE, Topic.PEOPLE, Topic.TEAMS, Topic.OFFICE)


class TodayPage(Page):
    """Loads one overview; shows it; loads it again each minute and on each change."""

    def __init__(self, tools: Tools, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._today = today
        self._overview: Overview | None = None
        self._latest = Latest(tools.jobs, self)
        self._latest.answered.connect(self._on_loaded)
        self._latest.refused.connect(self.show_error)
        self.tiles = TodayTiles()
        self.shifts = ShiftCard(tools.settings, self.now)
        self.todo = TodoList(self.now)
        self.leaders = LeaderList(self.now)
        self.week = WeekStrip()
        self._print = self.action(self.tr("Print duty sheet"), icon="print", keys="P / Ctrl+P", run=self._on_print)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.shifts.table)

    def now(self) -> datetime:
        """The moment of what is shown, so that words and figures agree."""
        return self._overview.at if self._overview is not None else self.tools.clock.now()

    @override
    def title(self) -> str:
        return self.tr("Today")

    @override
    def subtitle(self) -> str:
        day = time_text.office_day(self.now())
        words = self.tr("{day} · lunar {lunar}")
        return words.format(day=time_text.full_day(day), lunar=lunar_text(day))

    @override
    def primary_action(self) -> QAction:
        return self._print

    @override
    def key_help(self) -> list[KeyHelp]:
        return [KeyHelp("Enter", self.tr("Open the call desk for the shift"))]

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return self.shifts.table, self.todo, self.leaders, self.week

    @override
    def refresh(self) -> None:
        self._latest.ask(self._today.overview)

    @override
    def on_changes(self, changes: Changes) -> None:
        if changes.touches(*TOPICS):
            self.refresh()

    @override
    def shown_by_shell(self) -> None:
        super().shown_by_shell()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._overview is not None and self._overview.at < self.tools.clock.now():
            self.refresh()

    @override
    def set_room(self, room: Room) -> None:
        super().set_room(room)
        self.tiles.set_room(room)
        self.shifts.set_room(room)
        gap = Size.CARD_GAP_COMPACT if room.is_compact else Size.CARD_GAP
        margin = Size.PAGE_MARGIN_COMPACT if room.is_compact else Size.PAGE_MARGIN
        pad(self._outer, margin, gap)
        self._outer.setContentsMargins(look().px(margin), 0, look().px(margin), look().px(gap))
        for inner in (self._columns, self._left, self._right):
            inner.setSpacing(look().px(gap))
        side = Size.PANE + Size.GAP * 4 if room.width is Width.WIDE else Size.PANE_MIN + Size.GAP * 6
        self._side.setFixedWidth(look().px(side))

    def _lay_out(self) -> None:
        self._todo_count = Pill(PillSpec("0", Tone.MUTE))
        nothing = text_label(self.tr("Nothing waits."), Role.BODY, Color.TEXT2)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._todo_stack = QStackedWidget()
        self._todo_stack.addWidget(self.todo)
        self._todo_stack.addWidget(nothing)
        head = row(text_label(self.tr("To do"), Role.H2), self._todo_count, None)
        todo = card(column(head, self._todo_stack))
        leaders = card(column(text_label(self.tr("Leading today"), Role.H2), self.leaders))
        board = button(self.tr("Open the board"), Kind.LINK, clicked=self._on_board)
        week = card(column(row(text_label(self.tr("Next 7 days"), Role.H2), None, board), self.week))
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.addWidget(self.shifts, 1)
        self._left.addWidget(week)
        self._right.addWidget(todo, 3)
        self._right.addWidget(leaders, 2)
        self._side = QWidget()
        self._side.setLayout(self._right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._columns = QHBoxLayout()
        self._columns.addLayout(self._left, 1)
        self._columns.addWidget(self._side)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self.tiles)
        self._outer.addLayout(self._columns, 1)

    def _connect(self) -> None:
        self.tools.clock.minute.connect(self._on_minute)
        self.shifts.opened.connect(self._on_shift)
        self.shifts.plan_wanted.connect(self._on_board)
        self.todo.chosen.connect(self._on_todo)
        self.leaders.chosen.connect(self._on_shift)
        self.week.chosen.connect(self._on_day)
        self.tiles.shifts.activated.connect(self.shifts.show_all)
        self.tiles.people.activated.connect(self.shifts.show_all)
        self.tiles.gap.activated.connect(self.shifts.show_short)
        self.tiles.call_backs.activated.connect(self._on_call_backs)

    def _on_loaded(self, overview: Overview) -> None:
        self._overview = overview
        self.tiles.show_tiles(overview.tiles)
        self.shifts.show_shifts(overview.shifts)
        self.todo.show_todo(overview.todo)
        self.leaders.show_leaders(overview.leaders)
        self.week.show_week(overview.week)
        self._todo_stack.setCurrentIndex(0 if overview.todo else 1)
        self._todo_count.show_spec(PillSpec(str(len(overview.todo)), Tone.WARN if overview.todo else Tone.MUTE))
        self.header_changed.emit()

    def _on_minute(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_shift(self, shift_id: ShiftId) -> None:
        self.navigate.emit("call_desk", shift_id)

    def _on_todo(self, todo: Todo) -> None:
        if todo.kind is TodoKind.PAPERS:
            self.navigate.emit("roster", None)
        elif todo.shift_id is not None:
            self._on_shift(todo.shift_id)

    def _on_call_backs(self) -> None:
        self.navigate.emit("call_desk", None)

    def _on_board(self) -> None:
        self.navigate.emit("board", None)

    def _on_day(self, day: object) -> None:
        self.navigate.emit("board", day)

    def _on_print(self) -> None:
        self.navigate.emit("print_center", SheetWanted(SheetKind.TEAM_DUTY, day=time_text.office_day(self.now())))
