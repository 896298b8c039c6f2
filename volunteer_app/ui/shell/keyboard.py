"""The keys that work on every page. It refuses the pages' own keys: those hang on their actions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from volunteer_app.ui.page import KeyHelp


@dataclass(frozen=True, slots=True)
class ShellKey:
    """Keys, what they do, and the bound method behind them."""

    keys: str
    does: str
    run: Callable[[], object]


def bind(body: QWidget, keys: Sequence[ShellKey]) -> list[KeyHelp]:
    """Make the keys work in the window while its body is shown, not behind the lock; returns their lines for F1."""
    for key in keys:
        for each in key.keys.split(" / "):
            shortcut = QShortcut(QKeySequence(each), body)
            shortcut.activated.connect(key.run)
    return [KeyHelp(key.keys, key.does) for key in keys]


def next_pane(panes: Sequence[QWidget], focused: QWidget | None, step: int) -> QWidget | None:
    """Where F6 goes from the focused widget: the next shown pane of the round."""
    shown = [pane for pane in panes if pane.isVisibleTo(pane.window())]
    if not shown:
        return None
    here = [
        number
        for number, pane in enumerate(shown)
        if focused is not None and (pane is focused or pane.isAncestorOf(focused))
    ]
    # The innermost pane that holds the focus counts: a page's own pane lies inside the page.
    return shown[(here[-1] + step) % len(shown)] if here else shown[0]


def focus_inside(pane: QWidget) -> None:
    """Put the focus on a pane, or on the first thing in it that takes it."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus or pane.focusProxy() is not None:
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        return
    for child in pane.findChildren(QWidget):
        if child.isVisibleTo(pane) and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return
