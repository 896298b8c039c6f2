"""Signing people in and out, outside of a reply: on the arrival board, or typed back from the sign-in sheet."""

from collections.abc import Sequence
from datetime import datetime

from volunteer_app.domain.attendance import Attendance, AttendanceSource
from volunteer_app.domain.changes import Changes
from volunteer_app.domain.errors import NotFound
from volunteer_app.domain.ids import AttendanceId, PersonId, ShiftId, new_id
from volunteer_app.domain.operators import Permission
from volunteer_app.services.session import Desk
from volunteer_app.storage.unit_of_work import UnitOfWork


class AttendanceDesk:
    """Who is really there. Signing in twice changes nothing; a mistake is taken back, never removed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sign_in(self, shift_id: ShiftId, person_id: PersonId, *, at: datetime | None = None) -> Changes:
        return self.sign_in_all(shift_id, (person_id,), at=at)

    def sign_in_all(self, shift_id: ShiftId, person_ids: Sequence[PersonId], *, at: datetime | None = None) -> Changes:
        """Whoever of these is not there yet, from now or from the time on the paper."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            here = {seen.person_id for seen in uow.attendances.of_shift(shift_id)}
            places = {place.person_id: place for place in uow.assignments.held_in([shift_id])[shift_id]}
            for person_id in person_ids:
                if person_id in here:
                    continue
                place = places.get(person_id)
                uow.attendances.add(
                    Attendance(
                        id=AttendanceId(new_id()),
                        shift_id=shift_id,
                        person_id=person_id,
                        signed_in_at=at or self._desk.now(),
                        operator_id=self._desk.operator.id,
                        assignment_id=place.id if place else None,
                        source=AttendanceSource.SHEET if at else AttendanceSource.CALL_DESK,
                    )
                )
            return uow.commit()

    def sign_out(self, shift_id: ShiftId, person_id: PersonId, *, at: datetime | None = None) -> Changes:
        """Raises NotFound for somebody who never signed in."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            uow.attendances.sign_out(_seen(uow, shift_id, person_id).id, at or self._desk.now())
            return uow.commit()

    def undo_sign_out(self, shift_id: ShiftId, person_id: PersonId) -> Changes:
        with self._desk.write(Permission.RUN_CALLS) as uow:
            uow.attendances.sign_out(_seen(uow, shift_id, person_id).id, None)
            return uow.commit()

    def undo_sign_in(self, shift_id: ShiftId, person_id: PersonId) -> Changes:
        with self._desk.write(Permission.RUN_CALLS) as uow:
            uow.attendances.retract(_seen(uow, shift_id, person_id).id)
            return uow.commit()


def _seen(uow: UnitOfWork, shift_id: ShiftId, person_id: PersonId) -> Attendance:
    seen = uow.attendances.of_person(shift_id, person_id)
    if seen is None:
        raise NotFound("attendance", person_id)
    return seen
