"""A new password with the printed recovery code."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from volunteer_app.services.opening import Door
from volunteer_app.ui.error_text import error_text
from volunteer_app.ui.jobs import JobRunner
from volunteer_app.ui.tokens import Color, Role
from volunteer_app.ui.widgets.basics import button, column, row, text_label, wrapped


class RecoveryForm(QWidget):
    """Code and new password for the operator chosen on the sign-in page. signed_in: the open desk."""

    signed_in = Signal(object)

    def __init__(self, door: Door, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._jobs = jobs
        self._login = ""
        self.code = QLineEdit()
        self.code.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhUppercaseOnly)
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("New password"))
        self.message = wrapped(text_label("", Role.CAPTION, Color.DANGER))
        self._go = button(self.tr("Set new password"), clicked=self.reset)
        self.setLayout(
            column(
                text_label(self.tr("Recovery code (on the printed sheet)"), Role.CAPTION_STRONG, Color.TEXT2),
                self.code,
                text_label(self.tr("New password"), Role.CAPTION_STRONG, Color.TEXT2),
                self.password,
                self.message,
                row(None, self._go),
            )
        )

    def set_login(self, login: str) -> None:
        self._login = login

    def reset(self) -> None:
        """Try the code; nothing is changed unless it opens the data."""
        self._go.setEnabled(False)
        job = self._jobs.run(self._door.reset_password, self.code.text(), self._login, self.password.text())
        job.succeeded.connect(self.signed_in)
        job.refused.connect(self._on_refused)
        job.ended.connect(self._on_ended)

    def _on_refused(self, error: object) -> None:
        text = error_text(error)
        self.message.setText(f"{text.what}{text.remedy}")

    def _on_ended(self) -> None:
        self._go.setEnabled(True)
