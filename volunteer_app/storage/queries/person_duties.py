"""What one person was planned for and came to, lately and soon. It reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select

from volunteer_app.domain.ids import PersonId, ShiftId
from volunteer_app.domain.shifts import AssignmentState, ShiftState
from volunteer_app.domain.span import Span
from volunteer_app.storage.queries.joins import named_by
from volunteer_app.storage.records.calls import AttendanceRecord
from volunteer_app.storage.records.shifts import AssignmentRecord, PostRecord, ShiftRecord
from volunteer_app.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True)
class DutyOfPerson:
    """A place in the plan, a time really served, or both."""

    shift_id: ShiftId
    post: str
    span: Span
    is_held: bool
    signed_in_at: datetime | None
    signed_out_at: datetime | None


def duties_of(reader: Reader, person_id: PersonId, span: Span) -> tuple[DutyOfPerson, ...]:
    """Shifts of that time in which the person holds a place or signed in, the latest first."""
    held = and_(
        AssignmentRecord.office_id == ShiftRecord.office_id,
        AssignmentRecord.shift_id == ShiftRecord.id,
        AssignmentRecord.person_id == person_id,
        AssignmentRecord.state == AssignmentState.HELD,
    )
    came = and_(
        AttendanceRecord.office_id == ShiftRecord.office_id,
        AttendanceRecord.shift_id == ShiftRecord.id,
        AttendanceRecord.person_id == person_id,
        AttendanceRecord.retracted_at.is_(None),
    )
    query = (
        select(ShiftRecord, PostRecord.name, AssignmentRecord.id, AttendanceRecord)
        .join(PostRecord, named_by(ShiftRecord.post_id, PostRecord))
        .outerjoin(AssignmentRecord, held)
        .outerjoin(AttendanceRecord, came)
        .where(
            ShiftRecord.office_id == reader.office_id,
            ShiftRecord.state == ShiftState.PLANNED,
            ShiftRecord.starts_at >= span.start,
            ShiftRecord.starts_at < span.end,
            or_(AssignmentRecord.id.is_not(None), AttendanceRecord.id.is_not(None)),
        )
        .order_by(ShiftRecord.starts_at.desc())
    )
    return tuple(
        DutyOfPerson(
            shift_id=ShiftId(shift.id),
            post=post,
            span=Span(shift.starts_at, shift.ends_at),
            is_held=assignment_id is not None,
            signed_in_at=None if attendance is None else attendance.signed_in_at,
            signed_out_at=None if attendance is None else attendance.signed_out_at,
        )
        for shift, post, assignment_id, attendance in reader.session.execute(query)
    )


def places_ahead(reader: Reader, person_ids: Sequence[PersonId], now: datetime) -> int:
    """How many places these people hold in shifts that have not ended."""
    query = select(func.count()).where(
        AssignmentRecord.office_id == reader.office_id,
        AssignmentRecord.person_id.in_(person_ids),
        AssignmentRecord.state == AssignmentState.HELD,
        AssignmentRecord.ends_at > now,
    )
    return reader.session.scalar(query) or 0
