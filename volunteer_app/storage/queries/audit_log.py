"""The audit log as a list: newest first, one SELECT."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, select

from volunteer_app.storage.records.operators import AuditEntryRecord, OperatorRecord
from volunteer_app.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing somebody did. `facts` is JSON of ids, names of fields and counts."""

    id: UUID
    seq: int
    at: datetime
    operator: str
    action: str
    facts: str


def newest_lines(reader: Reader, limit: int) -> tuple[LogLine, ...]:
    query = (
        select(AuditEntryRecord, OperatorRecord.name)
        .outerjoin(
            OperatorRecord,
            and_(
                OperatorRecord.office_id == AuditEntryRecord.office_id,
                OperatorRecord.id == AuditEntryRecord.operator_id,
            ),
        )
        .where(AuditEntryRecord.office_id == reader.office_id)
        .order_by(AuditEntryRecord.seq.desc())
        .limit(limit)
    )
    return tuple(
        LogLine(entry.id, entry.seq, entry.at, name or "", entry.action, entry.facts)
        for entry, name in reader.session.execute(query)
    )
