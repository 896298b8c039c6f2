"""Which key does what in the whole window. It refuses what belongs to a page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt

from volunteer_app.ui.page import KeyHelp, PageSpec
from volunteer_app.ui.shell.keyboard import ShellKey, bind
from volunteer_app.ui.shell.window import ShellWindow
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import TextScale


class ShellActions(QObject):
    """The small things the keys do that no part of the window does by itself."""

    def __init__(self, window: ShellWindow) -> None:
        super().__init__(window.body)
        self._window = window

    def find(self) -> None:
        """Ctrl+F: the page's search box with its text selected, else the global search."""
        page = self._window.stack.page
        box = page.search_box() if page is not None else None
        if box is None:
            self._window.palette_panel.open()
            return
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.selectAll()

    def reload(self) -> None:
        if (page := self._window.stack.page) is not None:
            page.refresh()

    def tell_saved(self) -> None:
        """Ctrl+S: people will press it."""
        self._window.toast.say(self.tr("Already saved: every change is stored at once."))

    def larger(self) -> None:
        self._step_text(1)

    def smaller(self) -> None:
        self._step_text(-1)

    def standard(self) -> None:
        self._set_text(TextScale.STANDARD)

    def next_pane(self) -> None:
        self._window.cycle_panes(1)

    def previous_pane(self) -> None:
        self._window.cycle_panes(-1)

    def _step_text(self, step: int) -> None:
        scales = list(TextScale)
        place = scales.index(self._window.theme.text_scale) + step
        self._set_text(scales[max(0, min(place, len(scales) - 1))])

    def _set_text(self, scale: TextScale) -> None:
        self._window.tools.settings.text_scale = scale
        self._window.theme.apply(self._window.theme.mode, scale)


def bind_shell_keys(window: ShellWindow, pages: Sequence[PageSpec]) -> list[KeyHelp]:
    """Bind them all and return their lines for F1."""
    actions = ShellActions(window)
    keys = [ShellKey(spec.shortcut, spec.title, partial(window.go_to, spec.key)) for spec in pages if spec.shortcut]
    keys += [
        ShellKey(door.keys, door.does, partial(window.go_to, spec.key, door.payload))
        for spec in pages
        for door in spec.doors
    ]
    keys += [
        ShellKey("Ctrl+K", translate("Shell", "Search and commands"), window.palette_panel.open),
        ShellKey("Ctrl+F", translate("Shell", "Search on this page"), actions.find),
        ShellKey("Ctrl+Z", translate("Shell", "Undo"), window.undo),
        ShellKey("Ctrl+Y", translate("Shell", "Redo"), window.redo),
        ShellKey("Ctrl+S", translate("Shell", "Tells that all is saved"), actions.tell_saved),
        ShellKey("F5", translate("Shell", "Reload"), actions.reload),
        ShellKey("F6", translate("Shell", "Next part of the window"), actions.next_pane),
        ShellKey("Shift+F6", translate("Shell", "Previous part of the window"), actions.previous_pane),
        ShellKey("Ctrl+Shift+B", translate("Shell", "Fold the navigation"), window.fold_navigation),
        ShellKey("Ctrl+=", translate("Shell", "Larger text"), actions.larger),
        ShellKey("Ctrl+-", translate("Shell", "Smaller text"), actions.smaller),
        ShellKey("Ctrl+0", translate("Shell", "Standard text size"), actions.standard),
        ShellKey("F1", translate("Shell", "Help for this page"), window.show_help),
    ]
    return bind(window.body, keys)
