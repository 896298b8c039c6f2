"""What a page is to the shell: title, actions, keys, undo and the ways to speak up. It refuses to know other pages.

A page is built on its first visit and kept. It changes nothing itself: it calls services through `self.tools.jobs`,
announces the Changes on `self.tools.hub`, and reloads in `refresh` when it hears of changes to what it shows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from volunteer_app.domain.changes import Changes
from volunteer_app.ui.change_hub import ChangeHub
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.jobs import JobRunner
from volunteer_app.ui.keys import with_keys
from volunteer_app.ui.look import look
from volunteer_app.ui.settings import Settings
from volunteer_app.ui.tokens import MEDIUM_FROM, TALL_FROM, WIDE_FROM, Size
from volunteer_app.ui.undo import Call, Step, StepTools

UNDO_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Tools:
    """What every page needs besides its own services. Made once in the composition root."""

    jobs: JobRunner
    hub: ChangeHub
    settings: Settings
    clock: Clock


@dataclass(frozen=True, slots=True)
class Door:
    """A key that leads straight to something on a page, from anywhere: `payload` goes to the page's `receive`."""

    keys: str
    does: str
    payload: object


@dataclass(frozen=True, slots=True)
class PageSpec:
    """How the shell shows a page in the navigation and builds it on its first visit."""

    key: str
    title: str
    icon: str
    factory: Callable[[], "Page"]
    shortcut: str = ""
    at_bottom: bool = False
    doors: tuple[Door, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """One line of the F1 list: the keys as they are pressed, and what they do."""

    keys: str
    does: str


class Width(StrEnum):
    """WIDE: navigation with words. MEDIUM: icon rail, narrow panes. NARROW: the pane becomes a drawer."""

    WIDE = "wide"
    MEDIUM = "medium"
    NARROW = "narrow"


class Height(StrEnum):
    TALL = "tall"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Room:
    """How much place the client area gives."""

    width: Width = Width.WIDE
    height: Height = Height.TALL

    @property
    def is_compact(self) -> bool:
        return self.height is Height.COMPACT


def room_for(width: int, height: int) -> Room:
    """The breakpoints of the layout, in logical pixels of the client area."""
    tall = Height.TALL if height >= TALL_FROM else Height.COMPACT
    if width >= WIDE_FROM:
        return Room(Width.WIDE, tall)
    return Room(Width.MEDIUM if width >= MEDIUM_FROM else Width.NARROW, tall)


class Page(QWidget):
    """Base of every page. Override what the page has; the rest stays empty.

    navigate: key of another page and something for its `receive`. header_changed: title, subtitle or actions differ.
    said: a toast, with 撤销 when the text stands for a step just pushed on `undo_stack`. failed: an error to be worded.
    selection_summed: the Excel-like sum for the status bar. badge_changed: number in the navigation, 0 hides it.
    """

    navigate = Signal(str, object)
    header_changed = Signal()
    said = Signal(str, bool)
    failed = Signal(object)
    selection_summed = Signal(str)
    badge_changed = Signal(int)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.tools = tools
        self.room = Room()
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_LIMIT)
        tools.hub.changed.connect(self._on_hub_changed)

    def title(self) -> str:
        raise NotImplementedError

    def subtitle(self) -> str:
        return ""

    def primary_action(self) -> QAction | None:
        """The one filled button at the far right."""
        return None

    def secondary_actions(self) -> Sequence[QAction]:
        """Two become outlined buttons, the rest goes into the menu. `action.setProperty("kind", "danger")` for red."""
        return ()

    def key_help(self) -> Sequence[KeyHelp]:
        """Keys besides those of the actions; the F1 list shows both."""
        return ()

    def search_box(self) -> QLineEdit | None:
        """What Ctrl+F goes to."""
        return None

    def panes(self) -> Sequence[QWidget]:
        """Main part first, then side panes: where F6 stops."""
        return (self,)

    def refresh(self) -> None:
        """Load again what is shown. Called on the first visit, on F5, and by `on_changes` of most pages."""

    def on_changes(self, changes: Changes) -> None:
        """Something was changed, here or elsewhere. Called only while the page is visible, else at its next visit."""

    def receive(self, payload: object) -> None:
        """What another page sent along with `navigate`."""

    def set_room(self, room: Room) -> None:
        """The window crossed a breakpoint. Override, and call this first."""
        self.room = room
        self._set_margins()

    def set_body(self, layout: QLayout) -> None:
        """Install the page's layout with the margins of pages, which follow the room."""
        self._body = layout
        self.setLayout(layout)
        self._set_margins()

    _body: QLayout | None = None

    def _set_margins(self) -> None:
        if (layout := self._body) is not None:
            side = look().px(Size.PAGE_MARGIN_COMPACT if self.room.is_compact else Size.PAGE_MARGIN)
            gap = look().px(Size.CARD_GAP_COMPACT if self.room.is_compact else Size.CARD_GAP)
            layout.setContentsMargins(side, 0, side, gap)
            layout.setSpacing(gap)

    def may_lock(self) -> bool:
        """False while the lock screen would interrupt somebody: an open call, a running response."""
        return True

    def toast(self, text: str) -> None:
        self.said.emit(text, False)

    def toast_with_undo(self, text: str) -> None:
        """For a change just pushed on the undo stack."""
        self.said.emit(text, True)

    def remember(self, text: str, *, undo: Call, redo: Call) -> None:
        """Put a change that was just made on the undo stack and say it with 撤销 beside it."""
        self.undo_stack.push(self.step(text, undo=undo, redo=redo))
        self.toast_with_undo(text)

    def step(self, text: str, *, undo: Call, redo: Call) -> Step:
        """For pages that push their steps without a toast."""
        return Step(text, StepTools(self.tools.jobs, self.tools.hub, self.show_error), undo=undo, redo=redo)

    def show_error(self, error: object) -> None:
        """Slot for `refused`: the shell puts the error into words."""
        self.failed.emit(error)

    def action(self, text: str, *, icon: str, keys: str = "", run: Callable[[], object]) -> QAction:
        """An action of this page with its icon and shortcut; `run` is a bound method."""
        return page_action(self, text, icon=icon, keys=keys, run=run)

    def shown_by_shell(self) -> None:
        """The page came to the front: catch up with what it missed."""
        missed, self._missed = self._missed, None
        if missed is not None:
            self.on_changes(missed)

    _missed: Changes | None = None

    def _on_hub_changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.on_changes(changes)
        else:
            self._missed = changes if self._missed is None else self._missed | changes


def page_action(owner: QWidget, text: str, *, icon: str, keys: str, run: Callable[[], object]) -> QAction:
    """An action that works anywhere in its owner and shows its keys in the tooltip."""
    made = QAction(text, owner)
    made.setProperty("icon_name", icon)
    made.setIconText(text)
    if keys:
        made.setShortcuts([QKeySequence(each) for each in keys.split(" / ")])
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setToolTip(with_keys(text, keys.split(" / ")))
    made.triggered.connect(run)
    owner.addAction(made)
    return made
