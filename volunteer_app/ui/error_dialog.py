"""An error that stops the work: what happened, what to do, the remedy and 关闭. It refuses the exception's own text."""

from PySide6.QtWidgets import QWidget

from volunteer_app.domain.errors import AppError
from volunteer_app.ui.crash import crash_details
from volunteer_app.ui.dialogs import Dialog
from volunteer_app.ui.error_text import ErrorText, Remedy, error_text
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Color, Role
from volunteer_app.ui.widgets.basics import Kind, button, row, text_label, wrapped
from volunteer_app.ui.widgets.clipboard import CopyButton


class ErrorDialog(Dialog):
    """`ask` is True when the remedy was chosen."""

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        words = error_text(error)
        super().__init__(words.what, parent, verb=_remedy_word(words))
        self.setWindowTitle(translate("ErrorDialog", "This did not work"))
        if words.remedy:
            self.body.addWidget(wrapped(text_label(words.remedy)))
        if words.button is Remedy.NONE:
            self.cancel.hide()
        self.cancel.setText(translate("ErrorDialog", "Close"))
        self._details = wrapped(text_label(crash_details(error), Role.CAPTION, Color.TEXT3))
        self._details.hide()
        self.body.addWidget(self._details)
        unfold = button(translate("ErrorDialog", "Details"), Kind.LINK, clicked=self._details.show)
        copier = CopyButton(translate("ErrorDialog", "Copy details"), crash_details(error), kind=Kind.LINK)
        self.body.addLayout(row(unfold, copier, None))


def _remedy_word(words: ErrorText) -> str:
    match words.button:
        case Remedy.RETRY:
            return translate("ErrorDialog", "Try again")
        case Remedy.SAVE_AS:
            return translate("ErrorDialog", "Save as…")
        case Remedy.RELOAD:
            return translate("ErrorDialog", "Reload")
        case Remedy.NONE:
            return translate("ErrorDialog", "Close")
