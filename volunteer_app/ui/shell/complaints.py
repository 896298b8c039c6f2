"""What becomes of an error that a page hands over: a notice in passing or a dialog. It refuses to try again itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from volunteer_app.domain.errors import AppError
from volunteer_app.ui.error_dialog import ErrorDialog
from volunteer_app.ui.error_text import Manner, Remedy, error_text
from volunteer_app.ui.tokens import Tone

if TYPE_CHECKING:
    from volunteer_app.ui.main_window import MainWindow


class Complaints(QObject):
    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def show(self, error: object) -> None:
        """Say it in the window; a page that asked for a reload gets it."""
        if not isinstance(error, AppError):
            return
        text = error_text(error)
        self._window.notifications.add(text.sentence, Tone.WARN)
        if text.manner is Manner.NOTICE:
            self._window.toast.say(text.sentence)
            return
        self._window.status.show_save_failed()
        chosen = ErrorDialog(error, self._window).ask()
        page = self._window.stack.page
        if chosen and text.button is not Remedy.NONE and page is not None:
            page.refresh()
