"""People, what they can do, when they are away, and the teams they are in."""

import uuid
from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from volunteer_app.domain.people import PersonStatus, Sex
from volunteer_app.domain.teams import MemberRole, TeamKind
from volunteer_app.storage.records.base import OfficeKeyed, Record, belongs_to, one_of, unique_in_office


class TeamRecord(OfficeKeyed, Record):
    __tablename__ = "team"
    __table_args__ = (unique_in_office("code"), CheckConstraint(one_of("kind", [*TeamKind]), name="kind"))
    code: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    short_name: Mapped[str]
    aliases: Mapped[list[str]] = mapped_column(JSON)
    field: Mapped[str]
    emergency: Mapped[bool]
    adult_only: Mapped[bool]
    min_crew: Mapped[int]
    active: Mapped[bool]
    position: Mapped[int]


class SkillRecord(OfficeKeyed, Record):
    __tablename__ = "skill"
    __table_args__ = (unique_in_office("name"),)
    name: Mapped[str]
    includes: Mapped[list[str]] = mapped_column(JSON)
    needs_paper: Mapped[bool]
    position: Mapped[int]


class PersonRecord(OfficeKeyed, Record):
    """One human being. The ID number lies sealed, found by its blind index (storage.md 1.5)."""

    __tablename__ = "person"
    __table_args__ = (
        belongs_to("community", "community_id"),
        unique_in_office("number"),
        unique_in_office("id_number_index"),
        Index("ix_person_name", "office_id", "name"),
        Index("ix_person_phone", "office_id", "phone"),
        Index("ix_person_listing", "office_id", "status", "pinyin_key", "id"),
        CheckConstraint(one_of("sex", [*Sex]), name="sex"),
        CheckConstraint(one_of("status", [*PersonStatus]), name="status"),
    )
    number: Mapped[str]
    name: Mapped[str]
    pinyin: Mapped[str]
    pinyin_key: Mapped[str]
    sex: Mapped[str]
    birth: Mapped[str | None]
    phone: Mapped[str]
    phone2: Mapped[str]
    office_phone: Mapped[str]
    community_id: Mapped[uuid.UUID | None]
    address: Mapped[str]
    department: Mapped[str]
    political: Mapped[str]
    id_type: Mapped[str]
    id_number_sealed: Mapped[bytes | None]
    id_number_index: Mapped[bytes | None]
    id_tail_index: Mapped[bytes | None] = mapped_column(index=True)
    remark: Mapped[str]
    emergency_contact: Mapped[str]
    emergency_phone: Mapped[str]
    availability: Mapped[int | None]
    status: Mapped[str]
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(init=False)
    __mapper_args__ = {"version_id_col": version}


class MembershipRecord(OfficeKeyed, Record):
    __tablename__ = "membership"
    __table_args__ = (
        belongs_to("person", "person_id"),
        belongs_to("team", "team_id"),
        Index("ix_membership_person", "office_id", "person_id"),
        Index("ix_membership_team", "office_id", "team_id", "person_id"),
        CheckConstraint(one_of("role", [*MemberRole]), name="role"),
    )
    person_id: Mapped[uuid.UUID]
    team_id: Mapped[uuid.UUID]
    role: Mapped[str]
    title: Mapped[str]
    is_main: Mapped[bool]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]


class QualificationRecord(OfficeKeyed, Record):
    __tablename__ = "qualification"
    __table_args__ = (
        belongs_to("person", "person_id"),
        belongs_to("skill", "skill_id"),
        Index("ix_qualification_person", "office_id", "person_id"),
        Index("ix_qualification_skill", "office_id", "skill_id", "person_id"),
    )
    person_id: Mapped[uuid.UUID]
    skill_id: Mapped[uuid.UUID]
    paper_number: Mapped[str]
    expires_on: Mapped[date | None]


class LeaveRecord(OfficeKeyed, Record):
    __tablename__ = "leave"
    __table_args__ = (
        belongs_to("person", "person_id"),
        Index("ix_leave_person", "office_id", "person_id", "ends_at"),
        CheckConstraint("starts_at < ends_at", name="span"),
    )
    person_id: Mapped[uuid.UUID]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    reason: Mapped[str]


class PersonChangeRecord(OfficeKeyed, Record):
    """Whole old and new values of an edit, apart from the audit chain, so that erasing a person can clean them."""

    __tablename__ = "person_change"
    __table_args__ = (
        belongs_to("person", "person_id"),
        Index("ix_person_change_person", "office_id", "person_id", "at"),
    )
    person_id: Mapped[uuid.UUID]
    at: Mapped[datetime]
    operator_id: Mapped[uuid.UUID]
    field: Mapped[str]
    old: Mapped[str]
    new: Mapped[str]
