"""What the today page looks at: shifts with their numbers, people on duty, papers soon to lapse. It only reads."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, ScalarSelect, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from volunteer_app.domain.calls import CallState
from volunteer_app.domain.ids import AskId, CallId, PersonId, ShiftId, TeamId
from volunteer_app.domain.people import PersonStatus
from volunteer_app.domain.shifts import AssignmentState, ShiftState
from volunteer_app.domain.span import Span
from volunteer_app.storage.queries.joins import named_by
from volunteer_app.storage.records.calls import (
    AskRecord,
    AttemptRecord,
    AttendanceRecord,
    CallRecord,
    ReplyRecord,
)
from volunteer_app.storage.records.people import PersonRecord, QualificationRecord, SkillRecord, TeamRecord
from volunteer_app.storage.records.shifts import AssignmentRecord, NeedRecord, PostRecord, ShiftRecord
from volunteer_app.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True)
class RungRow:
    """Somebody of a running call who was rung or who said something."""

    call_id: CallId
    ask_id: AskId
    person_id: PersonId
    name: str
    phones: tuple[str, ...]
    shift_id: ShiftId | None
    post: str


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift with needed, confirmed and arrived. `is_called`: a call for it is open."""

    id: ShiftId
    post: str
    place: str
    team_id: TeamId | None
    team: str
    span: Span
    needed: int
    confirmed: int
    arrived: int
    is_called: bool

    @property
    def missing(self) -> int:
        return max(0, self.needed - self.confirmed)


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Somebody who leads a shift, has not signed in to one that began, or lost a place because the shift moved."""

    shift_id: ShiftId
    post: str
    span: Span
    person_id: PersonId
    name: str
    phone: str
    is_leader: bool
    is_displaced: bool
    eta_at: datetime | None
    signed_in_at: datetime | None
    signed_out_at: datetime | None


@dataclass(frozen=True, slots=True)
class ExpiringRow:
    """How many people's papers of one kind end soon, and the first day one is no longer valid."""

    skill: str
    people: int
    first_on: date


def shifts_touching(reader: Reader, span: Span) -> tuple[ShiftRow, ...]:
    """Shifts that run in any part of the span, in order of start."""
    query = (
        select(
            ShiftRecord,
            PostRecord,
            TeamRecord.name,
            _need_sum(NeedRecord.count),
            _need_sum(NeedRecord.taken),
            _arrived(),
            _has_open_call(),
        )
        .join(PostRecord, named_by(ShiftRecord.post_id, PostRecord))
        .outerjoin(TeamRecord, named_by(ShiftRecord.team_id, TeamRecord))
        .where(_planned_in(reader.office_id, span))
        .order_by(ShiftRecord.starts_at, PostRecord.position, ShiftRecord.id)
    )
    return tuple(
        ShiftRow(
            id=ShiftId(shift.id),
            post=post.name,
            place=post.place,
            team_id=None if shift.team_id is None else TeamId(shift.team_id),
            team=team or "",
            span=Span(shift.starts_at, shift.ends_at),
            needed=needed,
            confirmed=confirmed,
            arrived=arrived,
            is_called=is_called,
        )
        for shift, post, team, needed, confirmed, arrived, is_called in reader.session.execute(query)
    )


def people_to_watch(reader: Reader, span: Span, *, begun_by: datetime) -> tuple[DutyRow, ...]:
    """Of the shifts in the span: who leads, who has not signed in to one begun by that moment, who was displaced."""
    held = AssignmentRecord.state == AssignmentState.HELD
    unsigned = and_(held, AttendanceRecord.id.is_(None), ShiftRecord.starts_at <= begun_by)
    query = (
        select(
            AssignmentRecord,
            ShiftRecord,
            PostRecord.name,
            PersonRecord.name,
            PersonRecord.phone,
            AttendanceRecord,
            _promised(),
        )
        .join(ShiftRecord, named_by(AssignmentRecord.shift_id, ShiftRecord))
        .join(PostRecord, named_by(ShiftRecord.post_id, PostRecord))
        .join(PersonRecord, named_by(AssignmentRecord.person_id, PersonRecord))
        .outerjoin(AttendanceRecord, _attendance_of_assignment())
        .where(
            _planned_in(reader.office_id, span),
            or_(unsigned, and_(held, AssignmentRecord.is_leader), AssignmentRecord.state == AssignmentState.DISPLACED),
        )
        .order_by(ShiftRecord.starts_at, PostRecord.position, AssignmentRecord.id)
    )
    return tuple(
        DutyRow(
            shift_id=ShiftId(shift.id),
            post=post,
            span=Span(shift.starts_at, shift.ends_at),
            person_id=PersonId(assignment.person_id),
            name=name,
            phone=phone,
            is_leader=assignment.is_leader and assignment.state == AssignmentState.HELD,
            is_displaced=assignment.state == AssignmentState.DISPLACED,
            eta_at=eta_at,
            signed_in_at=None if attendance is None else attendance.signed_in_at,
            signed_out_at=None if attendance is None else attendance.signed_out_at,
        )
        for assignment, shift, post, name, phone, attendance, eta_at in reader.session.execute(query)
    )


def people_rung(reader: Reader) -> tuple[RungRow, ...]:
    """Everybody in a running call who was rung or who said something."""
    query = (
        select(AskRecord, PersonRecord, CallRecord.shift_id, PostRecord.name)
        .join(CallRecord, named_by(AskRecord.call_id, CallRecord))
        .join(PersonRecord, named_by(AskRecord.person_id, PersonRecord))
        .outerjoin(ShiftRecord, named_by(CallRecord.shift_id, ShiftRecord))
        .outerjoin(PostRecord, named_by(ShiftRecord.post_id, PostRecord))
        .where(
            CallRecord.office_id == reader.office_id,
            CallRecord.state == CallState.OPEN,
            or_(*(_has_event(record) for record in (AttemptRecord, ReplyRecord))),
        )
        .order_by(AskRecord.position, AskRecord.id)
    )
    return tuple(
        RungRow(
            call_id=CallId(ask.call_id),
            ask_id=AskId(ask.id),
            person_id=PersonId(person.id),
            name=person.name,
            phones=tuple(dict.fromkeys(n for n in (person.phone, person.phone2, person.office_phone) if n)),
            shift_id=None if shift_id is None else ShiftId(shift_id),
            post=post or "",
        )
        for ask, person, shift_id, post in reader.session.execute(query)
    )


def _has_event(record: type[AttemptRecord | ReplyRecord]) -> ColumnElement[bool]:
    return exists().where(record.office_id == AskRecord.office_id, record.ask_id == AskRecord.id)


def papers_ending(reader: Reader, first: date, last: date) -> tuple[ExpiringRow, ...]:
    """Papers of active people whose last valid day lies between the two days, by kind, the most urgent first."""
    soonest = func.min(QualificationRecord.expires_on)
    query = (
        select(SkillRecord.name, func.count(), soonest)
        .select_from(QualificationRecord)
        .join(SkillRecord, named_by(QualificationRecord.skill_id, SkillRecord))
        .join(PersonRecord, named_by(QualificationRecord.person_id, PersonRecord))
        .where(
            QualificationRecord.office_id == reader.office_id,
            QualificationRecord.expires_on >= first,
            QualificationRecord.expires_on <= last,
            PersonRecord.status == PersonStatus.ACTIVE,
        )
        .group_by(SkillRecord.id, SkillRecord.name)
        .order_by(soonest, SkillRecord.name)
    )
    rows = reader.session.execute(query)
    return tuple(ExpiringRow(skill, people, first_on) for skill, people, first_on in rows if first_on is not None)


def _planned_in(office_id: uuid.UUID, span: Span) -> ColumnElement[bool]:
    return and_(
        ShiftRecord.office_id == office_id,
        ShiftRecord.state == ShiftState.PLANNED,
        ShiftRecord.starts_at < span.end,
        ShiftRecord.ends_at > span.start,
    )


def _attendance_of_assignment() -> ColumnElement[bool]:
    return and_(
        AttendanceRecord.office_id == AssignmentRecord.office_id,
        AttendanceRecord.shift_id == AssignmentRecord.shift_id,
        AttendanceRecord.person_id == AssignmentRecord.person_id,
        AttendanceRecord.retracted_at.is_(None),
    )


def _promised() -> ScalarSelect[datetime | None]:
    """When the person said they would be there; NULL when nothing was said of it."""
    return (
        select(func.max(ReplyRecord.eta_at))
        .where(
            ReplyRecord.office_id == AssignmentRecord.office_id,
            ReplyRecord.assignment_id == AssignmentRecord.id,
            ReplyRecord.retracted_at.is_(None),
        )
        .scalar_subquery()
    )


def _need_sum(column: InstrumentedAttribute[int]) -> ScalarSelect[int]:
    return (
        select(func.coalesce(func.sum(column), 0))
        .where(NeedRecord.office_id == ShiftRecord.office_id, NeedRecord.shift_id == ShiftRecord.id)
        .scalar_subquery()
    )


def _arrived() -> ScalarSelect[int]:
    return (
        select(func.count())
        .where(
            AttendanceRecord.office_id == ShiftRecord.office_id,
            AttendanceRecord.shift_id == ShiftRecord.id,
            AttendanceRecord.retracted_at.is_(None),
        )
        .scalar_subquery()
    )


def _has_open_call() -> ColumnElement[bool]:
    return exists().where(
        CallRecord.office_id == ShiftRecord.office_id,
        CallRecord.shift_id == ShiftRecord.id,
        CallRecord.state == CallState.OPEN,
    )
