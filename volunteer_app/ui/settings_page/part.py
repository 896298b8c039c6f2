"""What a part of the settings is: a name, a form, and the ways to run work and tell what was done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from volunteer_app.domain.changes import Changes
from volunteer_app.ui.jobs import Job, JobRunner, Work
from volunteer_app.ui.tokens import Role, Size
from volunteer_app.ui.undo import Call
from volunteer_app.ui.widgets.basics import card, text_label

Told = Callable[[str, Changes | None, Call | None, Call | None], None]


class Part(QWidget):
    """Fill `self.form`. `done` says what was changed, with the way back where there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = QVBoxLayout()
        self.form.addWidget(text_label(self.name(), Role.H2))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Size.GAP)
        outer.addWidget(card(self.form))
        outer.addStretch(1)

    def name(self) -> str:
        raise NotImplementedError

    def refresh(self) -> None:
        """Load what is shown; called each time the part comes to the front."""

    def set_host(self, jobs: JobRunner, failed: Callable[[object], None], done: Told) -> None:
        self._jobs = jobs
        self._failed = failed
        self._done = done

    def run(self, work: Work, *args: Any) -> Job:
        job = self._jobs.run(work, *args)
        job.refused.connect(self._failed)
        return job

    def say(self, text: str) -> None:
        self._done(text, None, None, None)

    def done(self, text: str, changes: Changes, *, undo: Call, redo: Call) -> None:
        self._done(text, changes, undo, redo)
