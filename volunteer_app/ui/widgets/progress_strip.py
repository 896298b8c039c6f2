"""A slim bar for one running job with its count and ✕. It refuses endless spinners: it shows what the job tells."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from volunteer_app.ui.jobs import Job, Progressed
from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Role
from volunteer_app.ui.widgets.basics import icon_button, row, text_label


class ProgressStrip(QWidget):
    """Hidden while nothing runs."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._text = text_label("", Role.CAPTION)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(look().px(96))
        self._stop = icon_button("dismiss", self.tr("Cancel"), clicked=self._on_stop)
        self._stop.setProperty("kind", "status")
        self.setLayout(row(self._text, self._bar, self._stop))
        self.hide()

    def follow(self, job: Job) -> None:
        """Show this job until it ends."""
        self._job = job
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(job.title)
        self._text.setText(job.title)
        self._stop.setEnabled(True)
        job.progressed.connect(self._on_progressed)
        job.ended.connect(self._on_ended)
        self.show()

    def _on_progressed(self, told: object) -> None:
        if isinstance(told, Progressed) and self._job is not None:
            self._bar.setRange(0, max(told.total, 1))
            self._bar.setValue(told.done)
            counts = self.tr("{title} {done:,} of {total:,}")
            self._text.setText(counts.format(title=self._job.title, done=told.done, total=told.total))

    def _on_stop(self) -> None:
        if self._job is not None:
            self._stop.setEnabled(False)
            self._text.setText(self.tr("Stopping…"))
            self._job.cancel()

    def _on_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.hide()
            self.finished.emit()
