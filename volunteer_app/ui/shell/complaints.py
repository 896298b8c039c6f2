"""What becomes of an error that a page hands over: a notice in passing or a dialog. It refuses to word it."""

from PySide6.QtCore import QObject

from volunteer_app.domain.errors import AppError
from volunteer_app.ui.error_dialog import ErrorDialog
from volunteer_app.ui.error_text import Manner, Remedy, error_text
from volunteer_app.ui.shell.window import ShellWindow
from volunteer_app.ui.tokens import Tone


class Complaints(QObject):
    def __init__(self, window: ShellWindow) -> None:
        super().__init__(window.body)
        self._window = window
        self._unsaved: AppError | None = None

    def show(self, error: object) -> None:
        """Say it in the window; a page that asked for a reload gets it."""
        if not isinstance(error, AppError):
            return
        text = error_text(error)
        self._window.notifications.add(text.sentence, Tone.WARN)
        if text.manner is Manner.NOTICE:
            self._window.toast.say(text.sentence)
            return
        if text.button is Remedy.RETRY:
            self._unsaved = error
            self._window.status.show_save_failed()
        if ErrorDialog(error, self._window.body).ask():
            self._help(error, text.button)

    def try_again(self) -> None:
        """What 保存失败 · 重试 in the status bar does."""
        if self._unsaved is not None:
            self._help(self._unsaved, Remedy.RETRY)

    def _help(self, error: AppError, remedy: Remedy) -> None:
        if remedy is Remedy.RETRY and self._window.tools.jobs.retry(error):
            self._unsaved = None
            self._window.status.show_saving()
        elif remedy is Remedy.RELOAD and (page := self._window.stack.page) is not None:
            page.refresh()
