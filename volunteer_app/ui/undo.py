"""One step back and forth as two service calls. It refuses to keep state: undoing writes the inverse change."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from volunteer_app.ui.change_hub import ChangeHub
from volunteer_app.ui.jobs import JobRunner, Work

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """A bound service method and the plain values it is given."""

    work: Work
    args: tuple[Any, ...] = ()
    named: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepTools:
    """Where a step runs its calls, announces their Changes and reports a refusal."""

    jobs: JobRunner
    hub: ChangeHub
    failed: Callable[[object], None]


class Step(QUndoCommand):
    """Pushed when the work is already done, so the first redo does nothing. A refused step leaves the stack."""

    def __init__(self, text: str, tools: StepTools, *, undo: Call, redo: Call) -> None:
        super().__init__(text)
        self._tools = tools
        self._undo = undo
        self._redo = redo
        self._is_fresh = True

    @override
    def undo(self) -> None:
        self._run(self._undo)

    @override
    def redo(self) -> None:
        if self._is_fresh:
            self._is_fresh = False
            return
        self._run(self._redo)

    def _run(self, call: Call) -> None:
        job = self._tools.jobs.run(call.work, *call.args, **call.named)
        job.succeeded.connect(self._tools.hub.announce)
        job.refused.connect(self._tools.failed)
        job.refused.connect(self._on_refused)

    def _on_refused(self, _error: object) -> None:
        # Somebody else changed the record meanwhile: this step can never be taken back again.
        self.setObsolete(True)
        _log.info("an undo step became impossible")
