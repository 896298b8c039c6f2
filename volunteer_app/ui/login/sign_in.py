"""The sign-in page: a button per operator, the password, and the way in with the printed code.

It knows nothing of the data behind the door; it hands on an open desk.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.services.opening import Door
from volunteer_app.ui.error_text import error_text
from volunteer_app.ui.jobs import JobRunner
from volunteer_app.ui.login.recovery import RecoveryForm
from volunteer_app.ui.look import look
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.announce import announce
from volunteer_app.ui.widgets.basics import Kind, button, card, column, row, set_ink, text_label, wrapped

_WIDTH = 440
_BUTTONS_PER_ROW = 2


class SignInPage(QWidget):
    """signed_in: the open desk. failed: the data cannot be opened at all, for the window to say."""

    signed_in = Signal(object)

    def __init__(self, door: Door, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._jobs = jobs
        self._login = ""
        self._names = QGridLayout()
        self.password = _password_field(self.tr("Password"))
        self.password.returnPressed.connect(self.sign_in)
        self.message = wrapped(text_label("", Role.CAPTION, Color.DANGER))
        self._go = button(self.tr("Sign in"), Kind.PRIMARY, keys="Return", clicked=self.sign_in)
        self._forgot = button(self.tr("Use the recovery code"), Kind.LINK, clicked=self._show_recovery)
        self.recovery = RecoveryForm(door, jobs)
        self.recovery.signed_in.connect(self.signed_in)
        self.recovery.hide()
        self._lay_out()
        self._ask_who()

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        heading = text_label(self.tr("Who is on duty?"), Role.H1)
        label = text_label(self.tr("Password"), Role.CAPTION_STRONG, Color.TEXT2)
        label.setBuddy(self.password)
        for item in (heading, label, self.password, self.message):
            form.addWidget(item)
        form.insertLayout(1, self._names)
        form.addLayout(row(self._forgot, None, self._go))
        form.addWidget(self.recovery)
        frame = card(form)
        frame.setFixedWidth(look().px(_WIDTH))
        self.setLayout(column(None, row(None, frame, None), None))

    def _ask_who(self) -> None:
        job = self._jobs.run(self._door.operators)
        job.succeeded.connect(self._show_names)
        job.refused.connect(self._on_refused)

    def _show_names(self, names: tuple[str, ...]) -> None:
        for index, name in enumerate(names):
            choice = button(name, Kind.OUTLINE, icon="person_available")
            choice.setCheckable(True)
            choice.setAutoExclusive(True)
            choice.setMinimumHeight(look().px(Size.REPLY_KEY_COMPACT))
            choice.clicked.connect(self._on_chosen)
            self._names.addWidget(choice, *divmod(index, _BUTTONS_PER_ROW))
            if index == 0:
                choice.setChecked(True)
                self._choose(name)

    def _on_chosen(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QWidget):
            self._choose(chosen.text())  # type: ignore[attr-defined]  # only buttons are connected

    def _choose(self, name: str) -> None:
        self._login = name
        self.recovery.set_login(name)
        self.password.setFocus()

    def sign_in(self) -> None:
        """Try the password; the field is locked until the answer is there, because guessing is made slow."""
        if not self.password.text():
            self._say(self.tr("Enter the password."))
            return
        self._set_busy(busy=True)
        job = self._jobs.run(self._door.sign_in, self._login, self.password.text())
        job.succeeded.connect(self._on_signed_in)
        job.refused.connect(self._on_refused)

    def _on_signed_in(self, desk: object) -> None:
        self._set_busy(busy=False)
        self.password.clear()
        self.signed_in.emit(desk)

    def _on_refused(self, error: object) -> None:
        self._set_busy(busy=False)
        text = error_text(error)
        self._say(f"{text.what}{text.remedy}")
        self.password.selectAll()
        self.password.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self._go.setEnabled(not busy)
        self.password.setReadOnly(busy)
        if busy:
            self.message.setText(self.tr("Opening the data…"))
            set_ink(self.message, Color.TEXT2)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        set_ink(self.message, Color.DANGER)
        self.password.setProperty("state", "error")
        restyle(self.password)
        announce(self, text)

    def _show_recovery(self) -> None:
        self.recovery.setVisible(not self.recovery.isVisible())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self.message.setText(self.tr("Caps lock was pressed: mind upper and lower case."))
            set_ink(self.message, Color.WARN)
        super().keyPressEvent(event)


def _password_field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAccessibleName(name)
    made.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhSensitiveData)
    return made
