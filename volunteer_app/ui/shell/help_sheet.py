"""F1: what can be pressed here, the page's keys first. It refuses prose: one line per key."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from volunteer_app.ui.dialogs import Dialog
from volunteer_app.ui.keys import keys_of_action
from volunteer_app.ui.look import look
from volunteer_app.ui.page import KeyHelp, Page
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Role, Size
from volunteer_app.ui.widgets.basics import pad, text_label
from volunteer_app.ui.widgets.key_cap import KeyCap
from volunteer_app.ui.widgets.pane import scrolled

_HEIGHT = 380
_PER_ROW = 2


def keys_of(page: Page) -> list[KeyHelp]:
    """The page's own keys: those of its actions, then the ones it lists."""
    from_actions = [KeyHelp(keys_of_action(action), action.text()) for action in page.actions() if action.shortcuts()]
    return [*from_actions, *page.key_help()]


def help_sheet(page: Page, everywhere: Sequence[KeyHelp], parent: QWidget) -> Dialog:
    """The dialog with both lists."""
    title = translate("Help", "Keys · {page}").format(page=page.title())
    dialog = Dialog(title, parent, verb=translate("Help", "Close"))
    dialog.cancel.hide()
    inside = QWidget()
    grid = QGridLayout(inside)
    pad(grid, 0, Size.GAP)
    row = _add_list(grid, 0, translate("Help", "On this page"), keys_of(page))
    row = _add_list(grid, row, translate("Help", "Everywhere"), everywhere)
    grid.setRowStretch(row, 1)
    for column in range(_PER_ROW):
        grid.setColumnStretch(2 * column + 1, 1)
    area = scrolled(inside)
    area.setMinimumSize(look().px(560), look().px(_HEIGHT))
    dialog.body.addWidget(area)
    return dialog


def _add_list(grid: QGridLayout, row: int, head: str, keys: Sequence[KeyHelp]) -> int:
    """Two keys to a row; returns the next free row."""
    if not keys:
        return row
    grid.addWidget(text_label(head, Role.STRONG), row, 0, 1, 2 * _PER_ROW)
    for number, key in enumerate(keys):
        down, across = divmod(number, _PER_ROW)
        cap = QWidget()
        cap.setLayout(_caps(key.keys))
        grid.addWidget(cap, row + 1 + down, 2 * across)
        grid.addWidget(text_label(key.does), row + 1 + down, 2 * across + 1)
    return row + 2 + (len(keys) - 1) // _PER_ROW


def _caps(keys: str) -> QGridLayout:
    line = QGridLayout()
    pad(line, 0, Size.STEP)
    for place, each in enumerate(keys.split(" / ")):
        line.addWidget(KeyCap(each), 0, place)
    line.setColumnStretch(len(keys), 1)
    return line
