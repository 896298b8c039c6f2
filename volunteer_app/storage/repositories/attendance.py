"""Who was really there. Signing in twice is refused by the database; a mistake is retracted, never removed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from volunteer_app.domain.attendance import Attendance, AttendanceSource
from volunteer_app.domain.calls import EntryId
from volunteer_app.domain.changes import Topic
from volunteer_app.domain.ids import AssignmentId, AttendanceId, OperatorId, PersonId, ShiftId
from volunteer_app.storage.records.calls import AttendanceRecord
from volunteer_app.storage.repositories.base import Repository


class Attendances(Repository):
    """Sign-ins and sign-outs."""

    def of_shift(self, shift_id: ShiftId) -> tuple[Attendance, ...]:
        """Those that count, in order of signing in."""
        query = (
            select(AttendanceRecord)
            .where(
                AttendanceRecord.office_id == self.office_id,
                AttendanceRecord.shift_id == shift_id,
                AttendanceRecord.retracted_at.is_(None),
            )
            .order_by(AttendanceRecord.signed_in_at, AttendanceRecord.id)
        )
        return tuple(map(to_attendance, self.session.scalars(query)))

    def of_person(self, shift_id: ShiftId, person_id: PersonId) -> Attendance | None:
        query = select(AttendanceRecord).where(
            AttendanceRecord.office_id == self.office_id,
            AttendanceRecord.shift_id == shift_id,
            AttendanceRecord.person_id == person_id,
            AttendanceRecord.retracted_at.is_(None),
        )
        record = self.session.scalar(query)
        return None if record is None else to_attendance(record)

    def add(self, attendance: Attendance) -> None:
        self.session.add(self._record(attendance))
        self.session.flush()
        self.notebook.note(
            "attendance.signed_in",
            attendance.id,
            Topic.ATTENDANCE,
            shift=attendance.shift_id,
            person=attendance.person_id,
        )

    def add_many(self, attendances: Sequence[Attendance]) -> None:
        self.session.add_all(map(self._record, attendances))
        self.session.flush()
        self.notebook.note("attendance.signed_in_many", None, Topic.ATTENDANCE, count=len(attendances))

    def sign_out(self, attendance_id: AttendanceId, at: datetime | None) -> None:
        """Set the time of leaving, or take it back with None."""
        self.one(AttendanceRecord, attendance_id).signed_out_at = at
        self.session.flush()
        self.notebook.note("attendance.signed_out", attendance_id, Topic.ATTENDANCE, is_out=at is not None)

    def retract(self, attendance_id: AttendanceId) -> None:
        record = self.one(AttendanceRecord, attendance_id)
        record.retracted_at, record.retracted_by = self.now, self.notebook.operator_id
        self.session.flush()
        self.notebook.note("attendance.retracted", attendance_id, Topic.ATTENDANCE, shift=record.shift_id)

    def retract_entry(self, entry_id: EntryId) -> None:
        """What one press of a key at the call desk signed in."""
        query = select(AttendanceRecord.id).where(
            AttendanceRecord.office_id == self.office_id,
            AttendanceRecord.entry_id == entry_id,
            AttendanceRecord.retracted_at.is_(None),
        )
        for attendance_id in self.session.scalars(query).all():
            self.retract(AttendanceId(attendance_id))

    def _record(self, attendance: Attendance) -> AttendanceRecord:
        return AttendanceRecord(
            office_id=self.office_id,
            id=attendance.id,
            shift_id=attendance.shift_id,
            person_id=attendance.person_id,
            assignment_id=attendance.assignment_id,
            entry_id=attendance.entry_id,
            signed_in_at=attendance.signed_in_at,
            signed_out_at=attendance.signed_out_at,
            source=attendance.source,
            operator_id=attendance.operator_id,
            retracted_at=attendance.retracted_at,
            retracted_by=attendance.retracted_by,
        )


def to_attendance(record: AttendanceRecord) -> Attendance:
    return Attendance(
        id=AttendanceId(record.id),
        shift_id=ShiftId(record.shift_id),
        person_id=PersonId(record.person_id),
        signed_in_at=record.signed_in_at,
        operator_id=OperatorId(record.operator_id),
        assignment_id=None if record.assignment_id is None else AssignmentId(record.assignment_id),
        entry_id=None if record.entry_id is None else EntryId(record.entry_id),
        signed_out_at=record.signed_out_at,
        source=AttendanceSource(record.source),
        retracted_at=record.retracted_at,
        retracted_by=None if record.retracted_by is None else OperatorId(record.retracted_by),
    )
