"""Who uses the program, and the append-only chain of what they did."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from volunteer_app.domain.operators import Role
from volunteer_app.storage.records.base import OfficeKeyed, Record, one_of, unique_in_office


class OperatorRecord(OfficeKeyed, Record):
    __tablename__ = "operator"
    __table_args__ = (unique_in_office("name"), CheckConstraint(one_of("role", [*Role]), name="role"))
    name: Mapped[str]
    role: Mapped[str]
    active: Mapped[bool]
    failures: Mapped[int]
    locked_until: Mapped[datetime | None]


class AuditEntryRecord(OfficeKeyed, Record):
    """One line of the chain: `mac` covers this line and the mac before it. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "audit_entry"
    __table_args__ = (unique_in_office("seq"), Index("ix_audit_entry_at", "office_id", "at"))
    seq: Mapped[int]
    at: Mapped[datetime]
    operator_id: Mapped[uuid.UUID]
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[uuid.UUID | None]
    facts: Mapped[str]
    mac: Mapped[bytes]


class AuditHeadRecord(Record):
    """The end of an office's chain. Locking this row gives the chain one writer."""

    __tablename__ = "audit_head"
    office_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    seq: Mapped[int]
    mac: Mapped[bytes]
