"""The first run, on one page: the office's name, its administrator and password, and what to start with.

Only the name and the password are asked for; everything else can be changed later. Then the recovery code is shown,
once, and has to be taken note of.
"""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from volunteer_app.domain.errors import AppError
from volunteer_app.services.demo import DemoSize
from volunteer_app.services.office import Founding
from volunteer_app.services.opening import SHORTEST_PASSWORD, Door, Founded
from volunteer_app.ui.error_text import error_text
from volunteer_app.ui.jobs import JobRunner, Progressed
from volunteer_app.ui.look import look
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Color, Role
from volunteer_app.ui.widgets.basics import Kind, button, card, column, row, set_ink, text_label, wrapped

_WIDTH = 560


class StartWith(StrEnum):
    """What the window shows first in a new office."""

    IMPORT = "import"
    EMPTY = "empty"
    DEMO = "demo"


class FirstRunPage(QWidget):
    """founded: the new office with its recovery code, and what to start with. demo_made: the desk of a demo."""

    founded = Signal(object, str)
    demo_made = Signal(object)

    def __init__(self, door: Door, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._jobs = jobs
        self.office = self._field(self.tr("Name of the office"), door.suggested_name())
        self.duty_phone = self._field(self.tr("Duty telephone"), "")
        self.administrator = self._field(self.tr("Administrator"), "")
        self.password = self._field(self.tr("Password"), "", QLineEdit.EchoMode.Password)
        self.again = self._field(self.tr("Password again"), "", QLineEdit.EchoMode.Password)
        self.message = wrapped(text_label("", Role.CAPTION, Color.DANGER))
        self._choice = QButtonGroup(self)
        self._go = button(self.tr("Start"), Kind.PRIMARY, keys="Ctrl+Return", clicked=self.start)
        self._lay_out()

    def _field(self, name: str, text: str, echo: QLineEdit.EchoMode = QLineEdit.EchoMode.Normal) -> QLineEdit:
        made = QLineEdit(text)
        made.setEchoMode(echo)
        made.setAccessibleName(name)
        made.returnPressed.connect(self._to_next)
        return made

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.addWidget(text_label(self.tr("Set up the office"), Role.H1))
        note = self.tr("{teams} teams and {communities} communities are there already; all can be renamed later.")
        teams, communities = len(self._door.team_names()), self._door.community_count()
        form.addWidget(wrapped(text_label(note.format(teams=teams, communities=communities), Role.BODY, Color.TEXT2)))
        form.addLayout(row(self._labelled(self.office, required=True), self._labelled(self.duty_phone)))
        form.addLayout(self._labelled(self.administrator, required=True))
        form.addLayout(row(self._labelled(self.password, required=True), self._labelled(self.again, required=True)))
        form.addLayout(self._choices())
        form.addWidget(self.message)
        form.addLayout(row(None, self._go))
        frame = card(form)
        frame.setFixedWidth(look().px(_WIDTH))
        self.setLayout(column(None, row(None, frame, None), None))

    def _labelled(self, field: QLineEdit, *, required: bool = False) -> QVBoxLayout:
        name = field.accessibleName()
        label = text_label(f"{name} *" if required else name, Role.CAPTION_STRONG, Color.TEXT2)
        label.setBuddy(field)
        if required:
            field.setAccessibleName(self.tr("{field}, required").format(field=name))
        return column(label, field, spacing=4)

    def _choices(self) -> QVBoxLayout:
        texts = {
            StartWith.IMPORT: self.tr("Then import a roster (Excel, CSV)"),
            StartWith.EMPTY: self.tr("Then look around first"),
            StartWith.DEMO: self.tr("Only try it on demo data (password: demo)"),
        }
        box = column(spacing=4)
        for index, (key, text) in enumerate(texts.items()):
            choice = QRadioButton(text)
            choice.setProperty("start_with", key.value)
            choice.setChecked(index == 0)
            self._choice.addButton(choice, index)
            box.addWidget(choice)
        return box

    def start_with(self) -> StartWith:
        return list(StartWith)[self._choice.checkedId()]

    def choose(self, start: StartWith) -> None:
        self._choice.button(list(StartWith).index(start)).setChecked(True)

    def start(self) -> None:
        """Make the office, or say what is missing and go to that field."""
        if self.start_with() is StartWith.DEMO:
            self._start_demo()
            return
        fault = self._first_fault()
        if fault is not None:
            self._point_at(*fault)
            return
        name = self.office.text().strip()
        founding = Founding(
            office_name=name,
            short_name=name.removesuffix("办事处"),
            duty_phone=self.duty_phone.text().strip(),
            administrator=self.administrator.text().strip(),
        )
        self._set_busy(busy=True)
        job = self._jobs.run(self._door.found, founding, self.password.text())
        job.succeeded.connect(self._on_founded)
        job.refused.connect(self._on_refused)

    def _first_fault(self) -> tuple[QLineEdit, str] | None:
        if not self.office.text().strip():
            return self.office, self.tr("Enter the name of the office.")
        if not self.administrator.text().strip():
            return self.administrator, self.tr("Enter the administrator's name.")
        if len(self.password.text()) < SHORTEST_PASSWORD:
            text = self.tr("The password needs at least {n} characters.")
            return self.password, text.format(n=SHORTEST_PASSWORD)
        if self.password.text() != self.again.text():
            return self.again, self.tr("The two passwords differ.")
        return None

    def _point_at(self, field: QLineEdit, text: str) -> None:
        for each in (self.office, self.administrator, self.password, self.again):
            each.setProperty("state", "error" if each is field else "")
            restyle(each)
        self._say(text, Color.DANGER)
        field.setFocus()

    def _start_demo(self) -> None:
        self._set_busy(busy=True)
        job = self._jobs.run_long(self._door.found_demo, DemoSize(), title=self.tr("Making demo data"))
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(self.demo_made)
        job.refused.connect(self._on_refused)

    def _on_progress(self, progress: Progressed) -> None:
        text = self.tr("Making demo data… {done} of {total}")
        self._say(text.format(done=progress.done, total=progress.total), Color.TEXT2)

    def _on_founded(self, founded: Founded) -> None:
        self._set_busy(busy=False)
        self.founded.emit(founded, self.start_with().value)

    def _on_refused(self, error: AppError) -> None:
        self._set_busy(busy=False)
        text = error_text(error)
        self._say(f"{text.what}{text.remedy}", Color.DANGER)

    def _set_busy(self, *, busy: bool) -> None:
        self._go.setEnabled(not busy)
        if busy:
            self._say(self.tr("One moment…"), Color.TEXT2)

    def _say(self, text: str, ink: Color) -> None:
        self.message.setText(text)
        set_ink(self.message, ink)

    def _to_next(self) -> None:
        """Enter goes on like in a spreadsheet; from the last field it starts."""
        if self.sender() is self.again:
            self.start()
        else:
            self.focusNextChild()
