"""What the arrival board does: sign in and out, each with its way back. It knows no telephone."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from volunteer_app.domain.changes import Changes
from volunteer_app.domain.ids import PersonId, ShiftId
from volunteer_app.services.attendance import AttendanceDesk
from volunteer_app.services.call_rows import ArrivalRow
from volunteer_app.ui.call_desk.arrival_panel import ArrivalAction
from volunteer_app.ui.call_desk.desk_undo import Undoing
from volunteer_app.ui.dialogs import Question, confirm
from volunteer_app.ui.jobs import Work
from volunteer_app.ui.page import Tools

_NAMES_SHOWN = 30


class Reception(QObject):
    """said: a sentence for the toast, with undo. failed: an error to be worded."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, tools: Tools, attendance: AttendanceDesk, undo: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._attendance = attendance
        self._undo = undo
        self._page = parent

    def act(self, action: ArrivalAction, shift_id: ShiftId, row: ArrivalRow) -> None:
        """Everything but ringing."""
        desk = self._attendance
        words = self._words(action).format(name=row.name)
        match action:
            case ArrivalAction.SIGN_IN:
                self._do(words, desk.sign_in, shift_id, row.person_id, back=desk.undo_sign_in)
            case ArrivalAction.UNDO_SIGN_IN:
                back = partial(desk.sign_in, at=row.signed_in_at)
                self._do(words, desk.undo_sign_in, shift_id, row.person_id, back=back)
            case ArrivalAction.SIGN_OUT:
                self._do(words, desk.sign_out, shift_id, row.person_id, back=desk.undo_sign_out)
            case ArrivalAction.UNDO_SIGN_OUT:
                back = partial(desk.sign_out, at=row.signed_out_at)
                self._do(words, desk.undo_sign_out, shift_id, row.person_id, back=back)
            case ArrivalAction.RING_AGAIN:
                raise ValueError("ringing belongs to the call")

    def sign_in_all(self, shift_id: ShiftId, rows: tuple[ArrivalRow, ...]) -> None:
        """After a look at the names."""
        names = "、".join(row.name for row in rows[:_NAMES_SHOWN])
        more = "" if len(rows) <= _NAMES_SHOWN else self.tr(" and {count} more").format(count=len(rows) - _NAMES_SHOWN)
        question = Question(
            self.tr("Sign in {count} people?").format(count=len(rows)),
            self.tr("They are recorded as here from now on: {names}").format(names=names + more),
            self.tr("Sign in {count} people").format(count=len(rows)),
        )
        if rows and confirm(self._page, question):
            ids = tuple(row.person_id for row in rows)
            job = self._tools.jobs.run(self._attendance.sign_in_all, shift_id, ids)
            job.succeeded.connect(self._tools.hub.announce)
            job.refused.connect(self.failed)

    def _do(self, words: str, work: Work, shift_id: ShiftId, person_id: PersonId, *, back: Work) -> None:
        job = self._tools.jobs.run(work, shift_id, person_id)
        job.succeeded.connect(partial(self._on_done, words, partial(self._run, back, shift_id, person_id)))
        job.refused.connect(self.failed)

    def _run(self, work: Work, shift_id: ShiftId, person_id: PersonId) -> None:
        job = self._tools.jobs.run(work, shift_id, person_id)
        job.succeeded.connect(self._tools.hub.announce)
        job.refused.connect(self.failed)

    def _on_done(self, words: str, take_back: partial[None], changes: Changes) -> None:
        self._undo.push(Undoing(words, take_back))
        self._tools.hub.announce(changes)
        self.said.emit(words)

    def _words(self, action: ArrivalAction) -> str:
        return {
            ArrivalAction.SIGN_IN: self.tr("{name} signed in"),
            ArrivalAction.UNDO_SIGN_IN: self.tr("Sign-in of {name} taken back"),
            ArrivalAction.SIGN_OUT: self.tr("{name} signed out"),
            ArrivalAction.UNDO_SIGN_OUT: self.tr("Sign-out of {name} taken back"),
            ArrivalAction.RING_AGAIN: "",
        }[action]
