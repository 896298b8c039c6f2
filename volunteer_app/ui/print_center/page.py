"""打印中心: the sheets at the left, the very PDF in the middle, what it is made of and which version at the right."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.domain.changes import Changes, Topic
from volunteer_app.domain.sheets import SheetKind
from volunteer_app.services.sheets import PreparedSheet, Sheets
from volunteer_app.ui import time_text
from volunteer_app.ui.error_text import error_text
from volunteer_app.ui.jobs import Latest
from volunteer_app.ui.look import look
from volunteer_app.ui.page import KeyHelp, Page, Room, Tools, Width
from volunteer_app.ui.print_center.call_settings import CallSettings, CallWanted
from volunteer_app.ui.print_center.duty_settings import DutySettings
from volunteer_app.ui.print_center.leaving import Leaving
from volunteer_app.ui.print_center.making import DutyWanted, SheetMaker
from volunteer_app.ui.print_center.sheet_facts import SheetFacts
from volunteer_app.ui.print_center.sheet_list import SheetList
from volunteer_app.ui.print_center.wanted import SheetWanted
from volunteer_app.ui.print_center.words import drafts_words, unprintable_words
from volunteer_app.ui.tokens import Role, Size, Tone
from volunteer_app.ui.widgets.basics import Kind, button, line, text_label
from volunteer_app.ui.widgets.empty_state import EmptyState
from volunteer_app.ui.widgets.inline_bar import InlineBar
from volunteer_app.ui.widgets.pane import DetailPane
from volunteer_app.ui.widgets.pdf_preview import PdfPreview
from volunteer_app.ui.widgets.progress_strip import ProgressStrip

_PLAN: Final = (Topic.SHIFTS, Topic.PEOPLE, Topic.TEAMS, Topic.OFFICE)
_CALLS: Final = (*_PLAN, Topic.CALLS)
_LIST_WIDTH: Final = 184
_LIST_WIDTH_LEAST: Final = 160


class PrintCenterPage(Page):
    """Wishes of the settings go to the maker; what it made is shown, and leaves only as it is shown."""

    def __init__(self, tools: Tools, sheets: Sheets, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._sheets = sheets
        self._prepared: PreparedSheet | None = None
        self.kinds = SheetList(self)
        self.preview = PdfPreview()
        self.duty = DutySettings(self._today)
        self.call = CallSettings(self._today)
        self.facts = SheetFacts()
        self.drafts_bar, self.names_bar = InlineBar(), InlineBar()
        self.progress = ProgressStrip()
        self._maker = SheetMaker(tools.jobs, sheets, self)
        self._teams, self._choices = Latest(tools.jobs, self), Latest(tools.jobs, self)
        self._leaving = Leaving(tools, sheets, self.preview)
        self._print = self.action(self.tr("Print"), icon="print", keys="Ctrl+P", run=self._on_print)
        self._save = self.action(self.tr("Save as PDF"), icon="document_pdf", keys="Ctrl+Shift+S", run=self._on_save)
        self._open = self.action(self.tr("Open in the viewer"), icon="open", keys="Ctrl+O", run=self._on_open)
        self._lay_out()
        self._connect()
        self._add_month_keys()
        self.setFocusProxy(self.kinds)
        self._clear()
        self.kinds.choose(SheetKind.TEAM_DUTY)

    def _today(self) -> date:
        return time_text.office_day(self.tools.clock.now())

    @override
    def title(self) -> str:
        return self.tr("Print center")

    @override
    def subtitle(self) -> str:
        return self.tr("What you see is what is printed")

    @override
    def primary_action(self) -> QAction:
        return self._print

    @override
    def secondary_actions(self) -> Sequence[QAction]:
        return self._save, self._open

    @override
    def key_help(self) -> Sequence[KeyHelp]:
        return (
            KeyHelp("Alt+Left / Alt+Right", self.tr("Earlier or later month")),
            KeyHelp("Ctrl+Enter", self.tr("Make the call sheet")),
        )

    @override
    def search_box(self) -> QLineEdit:
        return self.preview.search_box()

    @override
    def panes(self) -> Sequence[QWidget]:
        return self.kinds, self.preview, self._settings

    @override
    def set_room(self, room: Room) -> None:
        super().set_room(room)
        is_wide = room.width is Width.WIDE
        self.kinds.setFixedWidth(look().px(_LIST_WIDTH if is_wide else _LIST_WIDTH_LEAST))
        self._settings.setFixedWidth(look().px(Size.PANE if is_wide else Size.PANE_MIN))
        self._columns.setSpacing(look().px(Size.CARD_GAP_COMPACT if room.is_compact else Size.CARD_GAP))

    @override
    def refresh(self) -> None:
        if self.kinds.kind is SheetKind.TEAM_DUTY:
            self._teams.ask(self._sheets.duty_teams, self.duty.month.month)
        else:
            self._choices.ask(self._sheets.call_choices, self.call.day.day or self._today())

    @override
    def on_changes(self, changes: Changes) -> None:
        is_duty = self.kinds.kind is SheetKind.TEAM_DUTY
        if changes.touches(*(_PLAN if is_duty else _CALLS)):
            self.refresh()
        if changes.touches(Topic.SHEETS) or (not is_duty and changes.touches(*_CALLS)):
            self._maker.again()

    @override
    def receive(self, payload: object) -> None:
        """A SheetWanted."""
        if not isinstance(payload, SheetWanted):
            return
        self.kinds.choose(payload.kind)
        if payload.kind is SheetKind.TEAM_DUTY:
            self.duty.want(payload.day, payload.team_id)
            self.refresh()
        else:
            self.call.want(payload.day, payload.call_id, payload.shift_id)

    def _lay_out(self) -> None:
        to_board = button(self.tr("Plan shifts"), Kind.OUTLINE, clicked=self._on_board)
        self._nothing = EmptyState("document_pdf", "", to_board)
        self._to_board = to_board
        self._middle = QStackedWidget()
        self._middle.addWidget(self.preview)
        self._middle.addWidget(self._framed(self._nothing))
        self._settings = DetailPane()
        head = text_label(self.tr("Settings"), Role.H2)
        for item in (head, self.duty, self.call, self.progress, line(), self.facts):
            self._settings.body.insertWidget(self._settings.body.count() - 1, item)
        self._settings.body.setStretchFactor(self.facts, 1)
        columns = QWidget()
        self._columns = QHBoxLayout(columns)
        self._columns.setContentsMargins(0, 0, 0, 0)
        # Tab goes in the order of adding: from the list to the settings, and last to the preview.
        self._columns.addWidget(self.kinds)
        self._columns.addWidget(self._settings)
        self._columns.insertWidget(1, self._middle, 1)
        outer = QVBoxLayout()
        outer.addWidget(self.names_bar)
        outer.addWidget(self.drafts_bar)
        outer.addWidget(columns, 1)
        self.set_body(outer)

    @staticmethod
    def _framed(content: QWidget) -> QWidget:
        holder = QWidget()
        holder.setProperty("kind", "card")
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(holder)
        layout.addWidget(content)
        return holder

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_kind)
        self.duty.month_chosen.connect(self._on_month)
        self.duty.changed.connect(self._make_duty)
        self._teams.answered.connect(self._on_teams)
        self.call.day_chosen.connect(self._on_day)
        self.call.wanted.connect(self._make_call)
        self.call.outdated.connect(self._ask_for_purpose)
        self._choices.answered.connect(self._on_choices)
        self._maker.slow.connect(self.progress.follow)
        self._maker.made.connect(self._on_made)
        self._maker.refused.connect(self._on_refused)
        self._leaving.said.connect(self.toast)
        for complaint in (self._leaving.refused, self._teams.refused, self._choices.refused):
            complaint.connect(self.show_error)

    def _add_month_keys(self) -> None:
        page_keys = (
            (self.tr("Earlier month"), "chevron_left", "Alt+Left", self.duty.go_earlier),
            (self.tr("Later month"), "chevron_right", "Alt+Right", self.duty.go_later),
        )
        self._month_keys = [self.action(text, icon=icon, keys=keys, run=run) for text, icon, keys, run in page_keys]

    def _on_kind(self, kind: SheetKind) -> None:
        is_duty = kind is SheetKind.TEAM_DUTY
        self.duty.setVisible(is_duty)
        self.call.setVisible(not is_duty)
        for action in self._month_keys:
            action.setEnabled(is_duty)
        self._clear()
        if not is_duty:
            self._ask_for_purpose()
        self.refresh()

    def _on_month(self, month: date) -> None:
        self._teams.ask(self._sheets.duty_teams, month)

    def _on_teams(self, teams: object) -> None:
        self.duty.show_teams(teams)  # type: ignore[arg-type]  # a signal carries object
        self._make_duty()

    def _on_day(self, day: date) -> None:
        self._choices.ask(self._sheets.call_choices, day)

    def _on_choices(self, choices: object) -> None:
        self.call.show_choices(choices)  # type: ignore[arg-type]  # a signal carries object
        if self._prepared is None:
            self._ask_for_purpose()

    def _make_duty(self) -> None:
        month = self.duty.month.month
        if self.duty.team_ids:
            self._maker.make(DutyWanted(self.duty.team_ids, month))
            return
        words = self.tr("No team has a shift in {month}/{year}.")
        if self.duty.has_shifts:
            words = self.tr("This team has no shift in {month}/{year}.")
        self._clear()
        self._show_nothing(words.format(year=month.year, month=month.month))
        self._to_board.show()

    def _make_call(self, wanted: CallWanted) -> None:
        self._maker.make(wanted)

    def _ask_for_purpose(self) -> None:
        """No sheet with whole numbers is shown before somebody said what for."""
        self._clear()
        words = self.tr("No call is running and no shift of that day has people.")
        if self.call.has_choices:
            words = self.tr("Say what the sheet is for, then make it. Whole numbers are printed; that is logged.")
        self._show_nothing(words)
        self._to_board.setVisible(not self.call.has_choices)

    def _on_made(self, prepared: PreparedSheet) -> None:
        self._prepared = prepared
        self.preview.show_pdf(prepared.pdf)
        self._middle.setCurrentIndex(0)
        self.facts.show_sheet(prepared)
        if prepared.unprintable:
            self.names_bar.say(unprintable_words(prepared.unprintable), Tone.WARN)
        else:
            self.names_bar.hide()
        if prepared.drafts:
            publish = self.tr("Publish on the board")
            self.drafts_bar.say(drafts_words(prepared.drafts), Tone.WARN, action=publish, run=self._on_board)
        else:
            self.drafts_bar.hide()
        self._enable()

    def _on_refused(self, error: object) -> None:
        """The reason stands where the sheet would."""
        self._clear()
        self._to_board.hide()
        self._show_nothing(error_text(error).sentence)

    def _show_nothing(self, sentence: str) -> None:
        self._nothing.say(sentence)
        self._middle.setCurrentIndex(1)

    def _clear(self) -> None:
        self._maker.forget()
        self._prepared = None
        self.preview.clear()
        self.facts.clear()
        self.names_bar.hide()
        self.drafts_bar.hide()
        self._enable()

    def _enable(self) -> None:
        for action in (self._print, self._save, self._open):
            action.setEnabled(self._prepared is not None or self.kinds.kind is SheetKind.CALL)

    def _ready(self) -> PreparedSheet | None:
        """The sheet that is shown. Where one has to be made first, that is begun, or what is missing is pointed at."""
        if self._prepared is None and self.kinds.kind is SheetKind.CALL:
            self.call.form.submit()
        return self._prepared

    def _on_print(self) -> None:
        if (prepared := self._ready()) is not None:
            self._leaving.print_out(prepared)

    def _on_save(self) -> None:
        if (prepared := self._ready()) is not None:
            self._leaving.save(prepared)

    def _on_open(self) -> None:
        if (prepared := self._ready()) is not None:
            self._leaving.open_outside(prepared)

    def _on_board(self) -> None:
        day = self.duty.month.month if self.kinds.kind is SheetKind.TEAM_DUTY else self.call.day.day
        self.navigate.emit("board", day)
