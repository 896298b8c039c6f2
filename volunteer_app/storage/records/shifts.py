"""Posts, shifts, the places they need, and the plan."""

import uuid
from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from volunteer_app.domain.shifts import AssignmentSource, AssignmentState, Hazard, NeedKind, ShiftState
from volunteer_app.storage.records.base import OfficeKeyed, Record, belongs_to, one_of, unique_in_office


class PostRecord(OfficeKeyed, Record):
    __tablename__ = "post"
    __table_args__ = (
        belongs_to("team", "team_id"),
        belongs_to("community", "community_id"),
        CheckConstraint(one_of("hazard", [*Hazard]), name="hazard"),
    )
    name: Mapped[str]
    place: Mapped[str]
    community_id: Mapped[uuid.UUID | None]
    team_id: Mapped[uuid.UUID | None]
    hazard: Mapped[str]
    organiser: Mapped[str]
    person_in_charge: Mapped[str]
    active: Mapped[bool]
    position: Mapped[int]


class ShiftRecord(OfficeKeyed, Record):
    __tablename__ = "shift"
    __table_args__ = (
        belongs_to("post", "post_id"),
        belongs_to("team", "team_id"),
        Index("ix_shift_starts_at", "office_id", "starts_at"),
        Index("ix_shift_team", "office_id", "team_id", "starts_at"),
        CheckConstraint("starts_at < ends_at", name="span"),
        CheckConstraint(one_of("state", [*ShiftState]), name="state"),
    )
    post_id: Mapped[uuid.UUID]
    team_id: Mapped[uuid.UUID | None]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    state: Mapped[str]
    note: Mapped[str]
    published_version: Mapped[int]
    published_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(init=False)
    __mapper_args__ = {"version_id_col": version}


class NeedRecord(OfficeKeyed, Record):
    """`taken` is counted up by a conditional UPDATE only; the CHECK is the last line (storage.md 4.1)."""

    __tablename__ = "need"
    __table_args__ = (
        belongs_to("shift", "shift_id", ondelete="CASCADE"),
        belongs_to("skill", "skill_id"),
        Index("ix_need_shift", "office_id", "shift_id"),
        CheckConstraint(one_of("kind", [*NeedKind]), name="kind"),
        CheckConstraint("count >= 0 AND taken >= 0 AND taken <= count", name="taken_within_count"),
    )
    shift_id: Mapped[uuid.UUID]
    kind: Mapped[str]
    count: Mapped[int]
    role: Mapped[str | None]
    skill_id: Mapped[uuid.UUID | None]
    taken: Mapped[int]
    position: Mapped[int]


class AssignmentRecord(OfficeKeyed, Record):
    """The span is the shift's, repeated here so that the database itself can refuse an overlap."""

    __tablename__ = "assignment"
    __table_args__ = (
        belongs_to("shift", "shift_id"),
        belongs_to("need", "need_id"),
        belongs_to("person", "person_id"),
        Index("ix_assignment_shift", "office_id", "shift_id"),
        Index("ix_assignment_person", "office_id", "person_id", "starts_at"),
        Index("ix_assignment_starts_at", "office_id", "starts_at"),
        Index(
            "uq_assignment_held_once",
            "office_id",
            "shift_id",
            "person_id",
            unique=True,
            sqlite_where=text("state = 'held'"),
            postgresql_where=text("state = 'held'"),
        ),
        CheckConstraint("starts_at < ends_at", name="span"),
        CheckConstraint(one_of("state", [*AssignmentState]), name="state"),
        CheckConstraint(one_of("source", [*AssignmentSource]), name="source"),
    )
    shift_id: Mapped[uuid.UUID]
    need_id: Mapped[uuid.UUID]
    person_id: Mapped[uuid.UUID]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    state: Mapped[str]
    source: Mapped[str]
    is_leader: Mapped[bool]
    override_reason: Mapped[str]
    overridden: Mapped[list[str]] = mapped_column(JSON)
    published_version: Mapped[int | None]
    created_at: Mapped[datetime]


class PublicationRecord(OfficeKeyed, Record):
    """A shift as it was told to people: what the next publication is compared with. Ids only, no names."""

    __tablename__ = "publication"
    __table_args__ = (belongs_to("shift", "shift_id"), unique_in_office("shift_id", "version"))
    shift_id: Mapped[uuid.UUID]
    version: Mapped[int]
    at: Mapped[datetime]
    operator_id: Mapped[uuid.UUID]
    content: Mapped[dict[str, object] | None] = mapped_column(JSON)
