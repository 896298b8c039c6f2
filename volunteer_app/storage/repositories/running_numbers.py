"""Numbers that people see: one row an office and a series, counted up in the same transaction, without gaps."""

import uuid

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from volunteer_app.storage.records.office import RunningNumberRecord


def next_number(session: Session, office_id: uuid.UUID, series: str) -> int:
    """The next number of a series; the row is locked until the transaction ends."""
    return next_numbers(session, office_id, series, 1)


def next_numbers(session: Session, office_id: uuid.UUID, series: str, count: int) -> int:
    """Reserve `count` numbers and give the first."""
    key = (RunningNumberRecord.office_id == office_id, RunningNumberRecord.name == series)
    done = session.execute(update(RunningNumberRecord).where(*key).values(value=RunningNumberRecord.value + count))
    if done.rowcount == 0:  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult
        session.add(RunningNumberRecord(office_id=office_id, name=series, value=count))
        session.flush()
        return 1
    last = session.scalars(select(RunningNumberRecord.value).where(*key)).one()
    return last - count + 1
