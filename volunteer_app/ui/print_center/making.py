"""Has the wanted sheet made off the GUI thread: only the newest wish counts. It refuses to show anything."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from volunteer_app.domain.ids import TeamId
from volunteer_app.services.sheets import Sheets
from volunteer_app.ui.jobs import Job, JobRunner
from volunteer_app.ui.print_center.call_settings import CallWanted

# Holding ‹ or Down runs through months and teams; only the one it stops at is drawn.
PAUSE_MS = 80
PATIENCE_MS = 500


@dataclass(frozen=True, slots=True)
class DutyWanted:
    """月值班表 of these teams."""

    team_ids: tuple[TeamId, ...]
    month: date


Wish = DutyWanted | CallWanted


class SheetMaker(QObject):
    """`made` carries a PreparedSheet, `refused` an AppError, `slow` a job that is worth a progress bar."""

    made = Signal(object)
    refused = Signal(object)
    slow = Signal(object)

    def __init__(self, jobs: JobRunner, sheets: Sheets, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._sheets = sheets
        self._wish: Wish | None = None
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._start)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._tell_slow)

    def make(self, wish: Wish) -> None:
        """What was asked for before is not made any more."""
        self.forget()
        self._wish = wish
        self._pause.start()

    def again(self) -> None:
        """The data changed: the same wish once more."""
        if self._wish is not None:
            self.make(self._wish)

    def forget(self) -> None:
        self._pause.stop()
        self._wish = None
        if self._job is not None and self._job.is_running:
            # Cancelled, not abandoned: the status bar follows every long job until it ends.
            self._job.succeeded.disconnect(self.made)
            self._job.refused.disconnect(self.refused)
            self._job.cancel()
        self._job = None

    def _start(self) -> None:
        title = self.tr("Making the sheet")
        match self._wish:
            case DutyWanted(team_ids, month):
                job = self._jobs.run_long(self._sheets.team_duty, team_ids, month, title=title)
            case CallWanted(choice, handout, most):
                if choice.call_id is not None:
                    job = self._jobs.run_long(self._sheets.call_sheet, choice.call_id, handout, most=most, title=title)
                else:
                    job = self._jobs.run_long(
                        self._sheets.crew_call_sheet, choice.shift_id, handout, most=most, title=title
                    )
            case None:
                return
        self._job = job
        job.succeeded.connect(self.made)
        job.refused.connect(self.refused)
        self._patience.start()

    def _tell_slow(self) -> None:
        if self._job is not None and self._job.is_running:
            self.slow.emit(self._job)
