"""How many were really there."""

from collections.abc import Sequence

from sqlalchemy import func, select

from volunteer_app.domain.ids import ShiftId
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.records.calls import AttendanceRecord
from volunteer_app.storage.unit_of_work import Reader


def signed_in(reader: Reader, shift_ids: Sequence[ShiftId]) -> dict[ShiftId, int]:
    """People signed in, per shift; shifts without any are left out."""
    counts: dict[ShiftId, int] = {}
    for batch in in_batches(shift_ids):
        query = (
            select(AttendanceRecord.shift_id, func.count())
            .where(
                AttendanceRecord.office_id == reader.office_id,
                AttendanceRecord.shift_id.in_(batch),
                AttendanceRecord.retracted_at.is_(None),
            )
            .group_by(AttendanceRecord.shift_id)
        )
        counts.update({ShiftId(shift_id): count for shift_id, count in reader.session.execute(query)})
    return counts
