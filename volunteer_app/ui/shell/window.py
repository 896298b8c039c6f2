"""What the parts of the shell may ask of the window that holds them. It refuses to be the window."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from volunteer_app.ui.notifications import Notifications
from volunteer_app.ui.page import Tools
from volunteer_app.ui.shell.command_palette import CommandPalette
from volunteer_app.ui.shell.page_stack import PageStack
from volunteer_app.ui.shell.status_bar import StatusBar
from volunteer_app.ui.theme import Theme
from volunteer_app.ui.widgets.toast import Toast


class ShellWindow(Protocol):
    """The main window, seen from inside; a protocol, so that shell and window do not import each other."""

    tools: Tools
    theme: Theme
    notifications: Notifications
    stack: PageStack
    status: StatusBar
    toast: Toast
    palette_panel: CommandPalette
    body: QWidget

    def go_to(self, key: str, payload: object = None) -> None:
        """Bring a page to the front."""

    def undo(self) -> None:
        """Take back the last step of the page in front."""

    def redo(self) -> None:
        """Do it again."""

    def show_help(self) -> None:
        """The F1 list."""

    def fold_navigation(self) -> None:
        """Words or a rail of icons."""

    def cycle_panes(self, step: int) -> None:
        """Focus to the next part of the window."""
