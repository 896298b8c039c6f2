"""The frame around the pages: it connects navigation, header, status bar, search, toasts and keys. It refuses to know
any page beyond the contract of page.py; pages never meet each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.ui.notifications import Notice, Notifications
from volunteer_app.ui.page import Page, PageSpec, Room, Tools, Width, room_for
from volunteer_app.ui.shell.command_palette import CommandPalette
from volunteer_app.ui.shell.complaints import Complaints
from volunteer_app.ui.shell.header import Header
from volunteer_app.ui.shell.help_sheet import help_sheet
from volunteer_app.ui.shell.keyboard import focus_inside, next_pane
from volunteer_app.ui.shell.lock import LockCover
from volunteer_app.ui.shell.navigation import Navigation
from volunteer_app.ui.shell.notice_list import NoticeList
from volunteer_app.ui.shell.page_stack import PageStack
from volunteer_app.ui.shell.search import Command, GlobalSearch, Hit, SearchProvider
from volunteer_app.ui.shell.shell_keys import bind_shell_keys
from volunteer_app.ui.shell.status_bar import StatusBar
from volunteer_app.ui.shell.window_memory import WindowMemory
from volunteer_app.ui.theme import Theme
from volunteer_app.ui.tokens import SMALLEST_CLIENT
from volunteer_app.ui.widgets.toast import Toast


@dataclass(frozen=True, slots=True)
class Frame:
    """What the window shows around the pages: whose office it is, and what the global search can find."""

    office: str
    pages: Sequence[PageSpec]
    providers: Sequence[SearchProvider] = ()


class MainWindow(QMainWindow):
    def __init__(self, tools: Tools, theme: Theme, frame: Frame) -> None:
        super().__init__()
        self.tools = tools
        self.theme = theme
        self._memory = WindowMemory(self, tools.settings)
        self._folded_by_hand = tools.settings.navigation_folded
        self.notifications = Notifications(tools.clock, tools.settings, self)
        self.navigation = Navigation(frame.pages, frame.office)
        self.header = Header()
        self.stack = PageStack(frame.pages)
        self.status = StatusBar(tools.clock)
        self._banner: QWidget | None = None
        self._lay_out()
        self.toast = Toast(self.body)
        self.notices = NoticeList(self.notifications, self.body)
        search = GlobalSearch(tools.jobs, frame.providers, self)
        self.palette_panel = CommandPalette(search, self._commands, self.body)
        self._complaints = Complaints(self)
        self.setWindowTitle(frame.office)
        self._connect()
        self.key_help = bind_shell_keys(self, frame.pages)
        self.resize(*SMALLEST_CLIENT)
        self._memory.restore()

    def _lay_out(self) -> None:
        self.body = QWidget()
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self.header)
        self._right.addWidget(self.stack, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.navigation)
        upper.addLayout(self._right, 1)
        outer = QVBoxLayout(self.body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(upper, 1)
        outer.addWidget(self.status)
        self._root = QStackedWidget()
        self._root.addWidget(self.body)
        self.setCentralWidget(self._root)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.go_to)
        self.stack.built.connect(self._on_built)
        self.stack.switched.connect(self._on_switched)
        self.header.search_wanted.connect(self.palette_panel.open)
        self.palette_panel.chosen.connect(self._on_hit)
        self.toast.undo_wanted.connect(self.undo)
        self.status.help_wanted.connect(self.show_help)
        self.status.retry_wanted.connect(self._complaints.try_again)
        self.status.notices_wanted.connect(self.notices.toggle)
        self.notices.chosen.connect(self._on_notice)
        self.notifications.unread_changed.connect(self.status.show_unread)
        self.tools.jobs.long_started.connect(self.status.follow)
        self.tools.hub.changed.connect(self._on_changed)
        self.theme.changed.connect(self._apply_room)
        self.status.show_idle()

    def go_to(self, key: str, payload: object = None) -> None:
        """Bring a page to the front; what is not there is not gone to."""
        if self.stack.has(key):
            page = self.stack.go_to(key)
            if payload is not None:
                page.receive(payload)
            focused = QApplication.focusWidget()
            if focused is None or not page.isAncestorOf(focused):
                focus_inside(page.panes()[0])

    def set_banner(self, banner: QWidget | None) -> None:
        """The response banner over every page; None takes it away."""
        if self._banner is not None:
            self._right.removeWidget(self._banner)
            self._banner.deleteLater()
        self._banner = banner
        if banner is not None:
            self._right.insertWidget(0, banner)
            banner.show()

    def lock(self, form: QWidget) -> None:
        """Cover everything behind a form that opens it again; nothing below is changed."""
        if self._root.count() == 1:
            self.palette_panel.hide()
            self._root.addWidget(LockCover(self.tools.clock, form))
            self._root.setCurrentIndex(1)
            form.setFocus(Qt.FocusReason.OtherFocusReason)

    def unlock(self) -> None:
        if (cover := self._root.widget(1)) is not None:
            self._root.removeWidget(cover)
            cover.deleteLater()

    @property
    def is_locked(self) -> bool:
        return self._root.count() > 1

    def may_lock(self) -> bool:
        return all(page.may_lock() for page in self.stack.built_pages)

    def undo(self) -> None:
        if (page := self.stack.page) is not None:
            page.undo_stack.undo()

    def redo(self) -> None:
        if (page := self.stack.page) is not None:
            page.undo_stack.redo()

    def show_help(self) -> None:
        if (page := self.stack.page) is not None:
            help_sheet(page, self.key_help, self).ask()

    def fold_navigation(self) -> None:
        """What Ctrl+Shift+B does; remembered for wide windows."""
        self._folded_by_hand = not self.navigation.is_folded
        self.tools.settings.navigation_folded = self._folded_by_hand
        self._apply_room()

    def cycle_panes(self, step: int) -> None:
        """F6: navigation, header, the page's panes, status bar."""
        page = self.stack.page
        panes = (self.navigation, self.header, *(page.panes() if page else ()), self.status)
        if (pane := next_pane(panes, QApplication.focusWidget(), step)) is not None:
            focus_inside(pane)

    @property
    def room(self) -> Room:
        return room_for(self.width(), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_room()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.save(self.stack.key)
        super().closeEvent(event)

    def _apply_room(self) -> None:
        room = self.room
        is_narrow = room.width is not Width.WIDE
        (self.navigation.fold if is_narrow or self._folded_by_hand else self.navigation.unfold)()
        (self.navigation.set_compact if room.is_compact else self.navigation.set_tall)()
        self.header.set_room(room)
        self.stack.set_room(room)

    def _on_built(self, key: str, page: Page) -> None:
        page.navigate.connect(self.go_to)
        page.said.connect(self._on_said)
        page.failed.connect(self._complaints.show)
        page.selection_summed.connect(self.status.show_sum)
        page.badge_changed.connect(partial(self.navigation.set_badge, key))

    def _on_switched(self, key: str, page: Page) -> None:
        self.navigation.show_current(key)
        self.header.follow(page)
        self.status.show_sum("")
        self.tools.settings.last_page = key

    def _on_said(self, text: str, can_undo: bool) -> None:
        (self.toast.say_with_undo if can_undo else self.toast.say)(text)
        self.notifications.add(text)

    def _on_changed(self) -> None:
        self.status.show_saved(self.tools.clock.now())

    def _on_notice(self, notice: Notice) -> None:
        self.go_to(notice.page, notice.payload)

    def _on_hit(self, hit: Hit) -> None:
        if hit.run is not None:
            hit.run()
        elif hit.page:
            self.go_to(hit.page, hit.payload)

    def _commands(self) -> Sequence[Command]:
        page = self.stack.page
        actions = [action for action in page.actions() if action.isEnabled()] if page else []
        icon = "chevron_right"
        from_page = [Command(each.text(), each.shortcut().toString(), icon, each.trigger) for each in actions]
        return [*from_page, *self.stack.commands(self.go_to)]
