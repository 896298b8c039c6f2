"""Catches what nobody caught: logs it, keeps a native trace for the next start, and shows a plain dialog.
It refuses to show the exception's text, which may be English or hold personal data."""

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from volunteer_app.ui.dialogs import Dialog
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Role
from volunteer_app.ui.widgets.basics import text_label, wrapped
from volunteer_app.ui.widgets.clipboard import CopyButton

_NATIVE_TRACE = "native-crash.txt"
_log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Made once, on the GUI thread; `show` may also be connected to `JobRunner.crashed`."""

    _happened = Signal(object)

    def __init__(self, log_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trace_file = log_folder / _NATIVE_TRACE
        self.window: QWidget | None = None
        self._is_open = False
        self.last_trace = self._read_last_trace()
        # Queued, because a worker's exception has to be shown by the GUI thread.
        self._happened.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of the interpreter and its threads."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._stream = self._trace_file.open("w", encoding="utf-8")
        faulthandler.enable(self._stream)

    def uninstall(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        self._stream.close()

    def show(self, error: object) -> None:
        """Tell the clerk that something went wrong, once at a time."""
        if self._is_open or not isinstance(error, BaseException) or QApplication.instance() is None:
            return
        self._is_open = True
        crash_dialog(error, self.window).ask()
        self._is_open = False

    def _read_last_trace(self) -> str:
        """What a native crash of the last run left behind; empty after an orderly end."""
        if not self._trace_file.is_file():
            return ""
        return self._trace_file.read_text(encoding="utf-8", errors="replace")

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("not caught: %s at %s", kind.__name__, _places(error))
        self._happened.emit(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)


def crash_details(error: BaseException) -> str:
    """What support needs and a clerk may pass on: the kind of error and where, never its message."""
    return f"{type(error).__name__}\n{_places(error)}"


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return "\n".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)


def crash_dialog(error: BaseException, parent: QWidget | None) -> Dialog:
    """The dialog: nothing saved is lost, go on or close; details to copy."""
    dialog = Dialog(translate("Crash", "Something went wrong"), parent, verb=translate("Crash", "Go on"))
    words = translate("Crash", "Everything shown as saved is saved. You can go on; if this comes again, restart.")
    dialog.body.addWidget(wrapped(text_label(words)))
    hint = translate("Crash", "To report it, copy the details and pass them to whoever looks after this program.")
    dialog.body.addWidget(wrapped(text_label(hint, Role.CAPTION)))
    dialog.cancel.hide()
    dialog.add_button(CopyButton(translate("Crash", "Copy details"), crash_details(error)))
    return dialog
