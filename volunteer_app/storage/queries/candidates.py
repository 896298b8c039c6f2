"""Who could be offered a place, best first, out of everybody: one SELECT. It orders; the placement check decides."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, false, func, literal, or_, select

from volunteer_app.domain.candidates import (
    NEAR_POINTS,
    OWN_TEAM_POINTS,
    POINTS_A_SHIFT_THIS_WEEK,
    SCARCE_POINTS,
    Scarcity,
    Standing,
)
from volunteer_app.domain.ids import CommunityId, PersonId, SkillId, TeamId
from volunteer_app.domain.people import PersonStatus
from volunteer_app.domain.shifts import AssignmentState
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole
from volunteer_app.storage.records.people import LeaveRecord, MembershipRecord, PersonRecord, QualificationRecord
from volunteer_app.storage.records.shifts import AssignmentRecord
from volunteer_app.storage.search import matches
from volunteer_app.storage.unit_of_work import Reader

LEADING = tuple(role for role in MemberRole if role.leads)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The place to fill: when, whose, where, and what its open scarce places ask for."""

    span: Span
    week: Span
    first: date
    last: date
    team_id: TeamId | None
    community_id: CommunityId | None
    scarcity: Scarcity
    leader: bool
    skills: frozenset[SkillId]


@dataclass(frozen=True, slots=True)
class RankedPerson:
    """Somebody who could come, as far as one SELECT can tell."""

    id: PersonId
    name: str
    standing: Standing


def ranked_people(reader: Reader, wanted: Wanted, query: str, limit: int) -> tuple[RankedPerson, ...]:
    """The best `limit` of all active people, or of those the query finds; whoever is taken or away comes last."""
    condition = _found(reader, query)
    if condition is None:
        return ()
    rows = reader.session.execute(_query(reader, wanted, limit).where(condition))
    return tuple(
        RankedPerson(PersonId(id_), name, Standing(bool(in_team), bool(fits), bool(near), shifts))
        for id_, name, in_team, fits, near, shifts in rows
    )


def _found(reader: Reader, query: str) -> ColumnElement[bool] | None:
    if not query.strip():
        return PersonRecord.status == PersonStatus.ACTIVE
    found = matches(query, reader.session.get_bind().dialect.name)
    return None if found is None else and_(found, PersonRecord.status == PersonStatus.ACTIVE)


def _query(reader: Reader, wanted: Wanted, limit: int) -> Select[UUID, str, bool, bool, bool, int]:
    week = _shifts_in(reader, wanted.week)
    in_team, near = _in_team(reader, wanted), _near(wanted)
    fits = or_(_leads(reader, wanted), _has_skill(reader, wanted))
    shifts = func.coalesce(week.c.shifts, 0)
    points = (
        case((in_team, OWN_TEAM_POINTS), else_=0)
        + case((near, NEAR_POINTS), else_=0)
        + case((fits, SCARCE_POINTS[wanted.scarcity]), else_=0)
        + shifts * POINTS_A_SHIFT_THIS_WEEK
    )
    blocked = or_(_busy(reader, wanted), _away(reader, wanted))
    return (
        select(
            PersonRecord.id,
            PersonRecord.name,
            in_team.label("in_team"),
            fits.label("fits"),
            near.label("near"),
            shifts.label("shifts"),
        )
        .outerjoin(week, week.c.person_id == PersonRecord.id)
        .where(PersonRecord.office_id == reader.office_id)
        .order_by(case((blocked, 1), else_=0), points.desc(), PersonRecord.pinyin_key, PersonRecord.id)
        .limit(limit)
    )


def _shifts_in(reader: Reader, week: Span) -> Subquery:
    return (
        select(AssignmentRecord.person_id, func.count().label("shifts"))
        .where(_held(reader, week))
        .group_by(AssignmentRecord.person_id)
        .subquery()
    )


def _held(reader: Reader, span: Span) -> ColumnElement[bool]:
    return and_(
        AssignmentRecord.office_id == reader.office_id,
        AssignmentRecord.state == AssignmentState.HELD,
        AssignmentRecord.starts_at < span.end,
        AssignmentRecord.ends_at > span.start,
    )


def _busy(reader: Reader, wanted: Wanted) -> ColumnElement[bool]:
    return PersonRecord.id.in_(select(AssignmentRecord.person_id).where(_held(reader, wanted.span)))


def _away(reader: Reader, wanted: Wanted) -> ColumnElement[bool]:
    return PersonRecord.id.in_(
        select(LeaveRecord.person_id).where(
            LeaveRecord.office_id == reader.office_id,
            LeaveRecord.starts_at < wanted.span.end,
            LeaveRecord.ends_at > wanted.span.start,
        )
    )


def _holds_on(day: date) -> ColumnElement[bool]:
    return and_(
        or_(MembershipRecord.from_on.is_(None), MembershipRecord.from_on <= day),
        or_(MembershipRecord.to_on.is_(None), MembershipRecord.to_on >= day),
    )


def _in_team(reader: Reader, wanted: Wanted) -> ColumnElement[bool]:
    if wanted.team_id is None:
        return false()
    return PersonRecord.id.in_(
        select(MembershipRecord.person_id).where(
            MembershipRecord.office_id == reader.office_id,
            MembershipRecord.team_id == wanted.team_id,
            _holds_on(wanted.first),
        )
    )


def _near(wanted: Wanted) -> ColumnElement[bool]:
    if wanted.community_id is None:
        return false()
    return func.coalesce(PersonRecord.community_id == literal(wanted.community_id, PersonRecord.id.type), false())


def _leads(reader: Reader, wanted: Wanted) -> ColumnElement[bool]:
    if not wanted.leader:
        return false()
    return PersonRecord.id.in_(
        select(MembershipRecord.person_id).where(
            MembershipRecord.office_id == reader.office_id,
            MembershipRecord.role.in_(LEADING),
            _holds_on(wanted.first),
        )
    )


def _has_skill(reader: Reader, wanted: Wanted) -> ColumnElement[bool]:
    if not wanted.skills:
        return false()
    return PersonRecord.id.in_(
        select(QualificationRecord.person_id).where(
            QualificationRecord.office_id == reader.office_id,
            QualificationRecord.skill_id.in_(wanted.skills),
            or_(QualificationRecord.expires_on.is_(None), QualificationRecord.expires_on >= wanted.last),
        )
    )
