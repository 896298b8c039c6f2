"""The window before the window: first run, sign-in, or waiting while demo data are made. It ends with an open desk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from volunteer_app.services.demo import DemoSize
from volunteer_app.services.opening import Door, Founded
from volunteer_app.ui.error_text import error_text
from volunteer_app.ui.first_run.page import FirstRunPage
from volunteer_app.ui.first_run.recovery_code import RecoveryCodePage
from volunteer_app.ui.jobs import JobRunner, Progressed
from volunteer_app.ui.login.sign_in import SignInPage
from volunteer_app.ui.tokens import SMALLEST_CLIENT, Color, Role
from volunteer_app.ui.widgets.basics import column, row, set_ink, text_label


class EntryWindow(QMainWindow):
    """entered: the open desk and what to start with (empty for the last page used)."""

    entered = Signal(object, str)

    def __init__(self, door: Door, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._jobs = jobs
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.setWindowTitle(self.tr("Volunteer duty"))
        self.resize(*SMALLEST_CLIENT)

    def begin(self) -> None:
        """Sign in where there are data, else set them up."""
        if self._door.leads_somewhere():
            self.show_sign_in()
        else:
            self.show_first_run()

    def show_sign_in(self) -> None:
        page = SignInPage(self._door, self._jobs)
        page.signed_in.connect(self._on_desk)
        self._show(page)

    def show_first_run(self) -> None:
        page = FirstRunPage(self._door, self._jobs)
        page.founded.connect(self._on_founded)
        page.demo_made.connect(self._on_desk)
        self._show(page)

    def make_demo(self, size: DemoSize) -> None:
        """Invent an office, say how far it is, and enter it."""
        self._waiting = text_label(self.tr("Making demo data…"), Role.H2, Color.TEXT2)
        page = QWidget()
        page.setLayout(column(None, row(None, self._waiting, None), None))
        self._show(page)
        job = self._jobs.run_long(self._door.found_demo, size, title=self.tr("Making demo data"))
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(self._on_desk)
        job.refused.connect(self._on_refused)

    def _show(self, page: QWidget) -> None:
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def _on_progress(self, progress: Progressed) -> None:
        text = self.tr("Making demo data… {done} of {total}")
        self._waiting.setText(text.format(done=progress.done, total=progress.total))

    def _on_refused(self, error: object) -> None:
        text = error_text(error)
        self._waiting.setText(f"{text.what}{text.remedy}")
        set_ink(self._waiting, Color.DANGER)

    def _on_founded(self, founded: Founded, start_with: str) -> None:
        self._founded = founded
        self._start_with = start_with
        page = RecoveryCodePage(founded.recovery_code, self._door.suggested_name())
        page.taken.connect(self._on_code_taken)
        self._show(page)

    def _on_code_taken(self) -> None:
        self.entered.emit(self._founded.desk, self._start_with)

    def _on_desk(self, desk: object) -> None:
        self.entered.emit(desk, "")
