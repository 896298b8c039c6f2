"""Shift calls: who was asked, each ring, each reply, who was there. Five different records; none erases another."""

import uuid
from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from volunteer_app.storage.records.base import OfficeKeyed, Record, belongs_to, unique_in_office


class CallRecord(OfficeKeyed, Record):
    __tablename__ = "call"
    __table_args__ = (
        belongs_to("shift", "shift_id"),
        Index("ix_call_shift", "office_id", "shift_id"),
        Index(
            "uq_call_open_once",
            "office_id",
            "shift_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        CheckConstraint("state IN ('open', 'ended')", name="state"),
    )
    purpose: Mapped[str]
    shift_id: Mapped[uuid.UUID | None]
    method: Mapped[str]
    state: Mapped[str]
    round: Mapped[int]
    round_started_at: Mapped[datetime]
    tiers: Mapped[list[str]] = mapped_column(JSON)
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    opened_by: Mapped[uuid.UUID]


class AskRecord(OfficeKeyed, Record):
    """One person's place in a call's order. `reasons`: factor codes with points, worded by the window."""

    __tablename__ = "ask"
    __table_args__ = (
        belongs_to("call", "call_id"),
        belongs_to("person", "person_id"),
        unique_in_office("call_id", "person_id"),
        Index("ix_ask_person", "office_id", "person_id"),
    )
    call_id: Mapped[uuid.UUID]
    person_id: Mapped[uuid.UUID]
    tier: Mapped[str]
    position: Mapped[float]
    score: Mapped[int]
    reasons: Mapped[list[list[object]]] = mapped_column(JSON)
    note: Mapped[str]


class AttemptRecord(OfficeKeyed, Record):
    """One ring or message. A row is never removed; undoing marks it retracted."""

    __tablename__ = "attempt"
    __table_args__ = (
        belongs_to("ask", "ask_id"),
        belongs_to("call", "call_id"),
        Index("ix_attempt_call", "office_id", "call_id", "at"),
        Index("ix_attempt_ask", "office_id", "ask_id"),
        Index("ix_attempt_phone", "office_id", "phone", "at"),
    )
    call_id: Mapped[uuid.UUID]
    ask_id: Mapped[uuid.UUID]
    entry_id: Mapped[uuid.UUID]
    at: Mapped[datetime]
    phone: Mapped[str]
    outcome: Mapped[str]
    note: Mapped[str]
    operator_id: Mapped[uuid.UUID]
    retracted_at: Mapped[datetime | None]
    retracted_by: Mapped[uuid.UUID | None]


class SkipRecord(OfficeKeyed, Record):
    """Somebody was passed over in a round; nobody rang."""

    __tablename__ = "skip"
    __table_args__ = (
        belongs_to("ask", "ask_id"),
        belongs_to("call", "call_id"),
        Index("ix_skip_call", "office_id", "call_id", "at"),
    )
    call_id: Mapped[uuid.UUID]
    ask_id: Mapped[uuid.UUID]
    entry_id: Mapped[uuid.UUID]
    at: Mapped[datetime]
    operator_id: Mapped[uuid.UUID]
    retracted_at: Mapped[datetime | None]
    retracted_by: Mapped[uuid.UUID | None]


class ReplyRecord(OfficeKeyed, Record):
    """What the person said: parsed, and word for word. The latest one that is not retracted counts."""

    __tablename__ = "reply"
    __table_args__ = (
        belongs_to("ask", "ask_id"),
        belongs_to("call", "call_id"),
        belongs_to("attempt", "attempt_id"),
        belongs_to("assignment", "assignment_id"),
        Index("ix_reply_call", "office_id", "call_id", "at"),
        Index("ix_reply_ask", "office_id", "ask_id"),
    )
    call_id: Mapped[uuid.UUID]
    ask_id: Mapped[uuid.UUID]
    entry_id: Mapped[uuid.UUID]
    attempt_id: Mapped[uuid.UUID | None]
    at: Mapped[datetime]
    kind: Mapped[str]
    eta_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    callback_at: Mapped[datetime | None]
    words: Mapped[str]
    operator_id: Mapped[uuid.UUID]
    effect: Mapped[str]
    assignment_id: Mapped[uuid.UUID | None]
    retracted_at: Mapped[datetime | None]
    retracted_by: Mapped[uuid.UUID | None]


class AttendanceRecord(OfficeKeyed, Record):
    """Who was really there, in and out."""

    __tablename__ = "attendance"
    __table_args__ = (
        belongs_to("shift", "shift_id"),
        belongs_to("person", "person_id"),
        belongs_to("assignment", "assignment_id"),
        Index("ix_attendance_shift", "office_id", "shift_id"),
        Index("ix_attendance_person", "office_id", "person_id", "signed_in_at"),
        CheckConstraint("signed_out_at IS NULL OR signed_out_at >= signed_in_at", name="in_before_out"),
        Index(
            "uq_attendance_once",
            "office_id",
            "shift_id",
            "person_id",
            unique=True,
            sqlite_where=text("retracted_at IS NULL"),
            postgresql_where=text("retracted_at IS NULL"),
        ),
    )
    shift_id: Mapped[uuid.UUID]
    person_id: Mapped[uuid.UUID]
    assignment_id: Mapped[uuid.UUID | None]
    entry_id: Mapped[uuid.UUID | None]
    signed_in_at: Mapped[datetime]
    signed_out_at: Mapped[datetime | None]
    source: Mapped[str]
    operator_id: Mapped[uuid.UUID]
    retracted_at: Mapped[datetime | None]
    retracted_by: Mapped[uuid.UUID | None]
