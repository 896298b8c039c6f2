"""Everybody of a tier with what the order of asking depends on: a fixed number of SELECTs whatever the office's size.

It orders nobody (call_order does) and checks no rule (placement does).
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from sqlalchemy import ColumnElement, and_, case, false, func, not_, or_, select

from volunteer_app.domain.availability import is_available
from volunteer_app.domain.call_order import FAIRNESS_DAYS, HISTORY_DAYS, Availability, CandidateFacts, TrackRecord
from volunteer_app.domain.calls import AttemptOutcome, CallPurpose, CallTier, ReplyKind
from volunteer_app.domain.ids import CallId, CommunityId, PersonId, ShiftId, SkillId, TeamId
from volunteer_app.domain.people import PersonStatus
from volunteer_app.domain.shifts import AssignmentState
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole, TeamKind
from volunteer_app.storage.queries.joins import named_by
from volunteer_app.storage.records.calls import AskRecord, AttemptRecord, AttendanceRecord, CallRecord, ReplyRecord
from volunteer_app.storage.records.people import MembershipRecord, PersonRecord, QualificationRecord, TeamRecord
from volunteer_app.storage.records.shifts import AssignmentRecord, ShiftRecord
from volunteer_app.storage.unit_of_work import Reader, UnitOfWork

Transaction = Reader | UnitOfWork
RESERVE_AROUND = timedelta(hours=24)
_LEADING = tuple(role for role in MemberRole if role.leads)
_KINDS = {
    CallTier.OTHER_TEAMS: TeamKind.VOLUNTEER,
    CallTier.BACKBONE: TeamKind.BACKBONE,
    CallTier.PROFESSIONAL: TeamKind.PROFESSIONAL,
    CallTier.RECRUITED: TeamKind.RECRUITED,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The shift that is called for, and what its open scarce places ask for."""

    call_id: CallId
    shift_id: ShiftId
    span: Span
    day: date
    team_id: TeamId | None
    community_id: CommunityId | None
    leader: bool
    skills: frozenset[SkillId]
    now: datetime
    zone: tzinfo


@dataclass(slots=True)
class _Past:
    """What lies behind (and, planned, ahead of) each person."""

    minutes: dict[uuid.UUID, int] = field(default_factory=lambda: defaultdict(int))
    promised: dict[uuid.UUID, int] = field(default_factory=lambda: defaultdict(int))
    came: dict[uuid.UUID, int] = field(default_factory=lambda: defaultdict(int))
    calls: dict[uuid.UUID, int] = field(default_factory=lambda: defaultdict(int))
    rung: dict[uuid.UUID, int] = field(default_factory=lambda: defaultdict(int))
    answered: dict[uuid.UUID, int] = field(default_factory=lambda: defaultdict(int))

    def record(self, person_id: uuid.UUID) -> TrackRecord:
        return TrackRecord(
            rung=self.rung.get(person_id, 0),
            answered=self.answered.get(person_id, 0),
            promised=self.promised.get(person_id, 0),
            came=self.came.get(person_id, 0),
        )


def candidates(transaction: Transaction, wanted: Wanted, tiers: tuple[CallTier, ...]) -> list[CandidateFacts]:
    """Active people of these tiers who are not in the call's order yet, each in the first tier that has them."""
    past = _past(transaction, wanted)
    found: dict[PersonId, CandidateFacts] = {}
    for tier in sorted(tiers, key=lambda each: each.rank):
        for candidate in _of_tier(transaction, wanted, tier, past):
            found.setdefault(candidate.person_id, candidate)
    return list(found.values())


def _of_tier(transaction: Transaction, wanted: Wanted, tier: CallTier, past: _Past) -> Iterator[CandidateFacts]:
    fits = or_(_leads(transaction, wanted), _has_skill(transaction, wanted))
    query = select(PersonRecord.id, PersonRecord.community_id, PersonRecord.availability, fits).where(
        PersonRecord.office_id == transaction.office_id,
        PersonRecord.status == PersonStatus.ACTIVE,
        not_(PersonRecord.id.in_(select(AskRecord.person_id).where(AskRecord.call_id == wanted.call_id))),
        _in_tier(transaction, wanted, tier),
    )
    patterns: dict[int, Availability] = {}
    for id_, community_id, pattern, fitting in transaction.session.execute(query):
        yield CandidateFacts(
            person_id=PersonId(id_),
            tier=tier,
            minutes=past.minutes.get(id_, 0),
            calls=past.calls.get(id_, 0),
            is_near=community_id is not None and community_id == wanted.community_id,
            fits_scarce_need=bool(fitting),
            availability=_availability(pattern, wanted, patterns),
            record=past.record(id_),
        )


def _availability(pattern: int | None, wanted: Wanted, seen: dict[int, Availability]) -> Availability:
    """Few patterns are in use, so each is judged once."""
    if pattern is None:
        return Availability.UNKNOWN
    if pattern not in seen:
        free = is_available(pattern, wanted.span, wanted.zone)
        seen[pattern] = Availability.FREE if free else Availability.NOT_FREE
    return seen[pattern]


def _in_tier(transaction: Transaction, wanted: Wanted, tier: CallTier) -> ColumnElement[bool]:
    match tier:
        case CallTier.ON_SHIFT:
            return _displaced(transaction, wanted)
        case CallTier.OWN_TEAM:
            return _in_team(transaction, wanted)
        case CallTier.STANDBY:
            return _in_reserve(transaction, wanted)
        case CallTier.OTHER_TEAMS:
            elsewhere = _in_kind(transaction, wanted, *_KINDS.values())
            volunteers = _in_kind(transaction, wanted, TeamKind.VOLUNTEER)
            return and_(not_(_in_team(transaction, wanted)), or_(volunteers, not_(elsewhere)))
        case CallTier.BACKBONE | CallTier.PROFESSIONAL | CallTier.RECRUITED:
            return and_(not_(_in_team(transaction, wanted)), _in_kind(transaction, wanted, _KINDS[tier]))


def _displaced(transaction: Transaction, wanted: Wanted) -> ColumnElement[bool]:
    """Lost their place here because the shift moved: they are asked again first (product.md rule 8)."""
    return PersonRecord.id.in_(
        select(AssignmentRecord.person_id).where(
            AssignmentRecord.office_id == transaction.office_id,
            AssignmentRecord.shift_id == wanted.shift_id,
            AssignmentRecord.state == AssignmentState.DISPLACED,
        )
    )


def _in_team(transaction: Transaction, wanted: Wanted) -> ColumnElement[bool]:
    if wanted.team_id is None:
        return false()
    return PersonRecord.id.in_(
        select(MembershipRecord.person_id).where(
            MembershipRecord.office_id == transaction.office_id,
            MembershipRecord.team_id == wanted.team_id,
            _holds_on(wanted.day),
        )
    )


def _in_kind(transaction: Transaction, wanted: Wanted, *kinds: TeamKind) -> ColumnElement[bool]:
    return PersonRecord.id.in_(
        select(MembershipRecord.person_id)
        .join(TeamRecord, named_by(MembershipRecord.team_id, TeamRecord))
        .where(
            MembershipRecord.office_id == transaction.office_id,
            TeamRecord.active,
            TeamRecord.kind.in_(kinds),
            _holds_on(wanted.day),
        )
    )


def _in_reserve(transaction: Transaction, wanted: Wanted) -> ColumnElement[bool]:
    """Said in a call of a shift of about the same time that they stand in reserve."""
    return PersonRecord.id.in_(
        select(AskRecord.person_id)
        .join(ReplyRecord, and_(ReplyRecord.office_id == AskRecord.office_id, ReplyRecord.ask_id == AskRecord.id))
        .join(CallRecord, named_by(AskRecord.call_id, CallRecord))
        .join(ShiftRecord, named_by(CallRecord.shift_id, ShiftRecord))
        .where(
            AskRecord.office_id == transaction.office_id,
            AskRecord.call_id != wanted.call_id,
            CallRecord.purpose != CallPurpose.DRILL,
            ReplyRecord.kind == ReplyKind.STANDBY,
            ReplyRecord.retracted_at.is_(None),
            ShiftRecord.starts_at > wanted.span.start - RESERVE_AROUND,
            ShiftRecord.starts_at < wanted.span.start + RESERVE_AROUND,
        )
    )


def _holds_on(day: date) -> ColumnElement[bool]:
    return and_(
        or_(MembershipRecord.from_on.is_(None), MembershipRecord.from_on <= day),
        or_(MembershipRecord.to_on.is_(None), MembershipRecord.to_on >= day),
    )


def _leads(transaction: Transaction, wanted: Wanted) -> ColumnElement[bool]:
    if not wanted.leader:
        return false()
    return PersonRecord.id.in_(
        select(MembershipRecord.person_id).where(
            MembershipRecord.office_id == transaction.office_id,
            MembershipRecord.role.in_(_LEADING),
            _holds_on(wanted.day),
        )
    )


def _has_skill(transaction: Transaction, wanted: Wanted) -> ColumnElement[bool]:
    if not wanted.skills:
        return false()
    return PersonRecord.id.in_(
        select(QualificationRecord.person_id).where(
            QualificationRecord.office_id == transaction.office_id,
            QualificationRecord.skill_id.in_(wanted.skills),
            or_(QualificationRecord.expires_on.is_(None), QualificationRecord.expires_on >= wanted.day),
        )
    )


def _past(transaction: Transaction, wanted: Wanted) -> _Past:
    past = _Past()
    since = wanted.now - timedelta(days=HISTORY_DAYS)
    _add_duties(transaction, wanted, past, since)
    _add_calls(transaction, wanted, past, since)
    return past


def _add_duties(transaction: Transaction, wanted: Wanted, past: _Past, since: datetime) -> None:
    held = select(
        AssignmentRecord.person_id, AssignmentRecord.shift_id, AssignmentRecord.starts_at, AssignmentRecord.ends_at
    ).where(
        AssignmentRecord.office_id == transaction.office_id,
        AssignmentRecord.state == AssignmentState.HELD,
        AssignmentRecord.starts_at >= since,
        AssignmentRecord.starts_at < wanted.span.end,
    )
    came = _signed_in(transaction, since)
    recently = wanted.now - timedelta(days=FAIRNESS_DAYS)
    for person_id, shift_id, starts_at, ends_at in transaction.session.execute(held):
        if starts_at >= recently:
            past.minutes[person_id] += int((ends_at - starts_at) / timedelta(minutes=1))
        if ends_at <= wanted.now:
            past.promised[person_id] += 1
            past.came[person_id] += (person_id, shift_id) in came


def _signed_in(transaction: Transaction, since: datetime) -> set[tuple[uuid.UUID, uuid.UUID]]:
    query = select(AttendanceRecord.person_id, AttendanceRecord.shift_id).where(
        AttendanceRecord.office_id == transaction.office_id,
        AttendanceRecord.signed_in_at >= since - timedelta(days=1),
        AttendanceRecord.retracted_at.is_(None),
    )
    return set(transaction.session.execute(query))


def _add_calls(transaction: Transaction, wanted: Wanted, past: _Past, since: datetime) -> None:
    """A call counts once for a person, however often they were rung in it. Drills are left out."""
    connected = func.max(case((AttemptRecord.outcome == AttemptOutcome.CONNECTED, 1), else_=0))
    query = (
        select(AskRecord.person_id, func.max(AttemptRecord.at), connected)
        .join(AttemptRecord, and_(AttemptRecord.office_id == AskRecord.office_id, AttemptRecord.ask_id == AskRecord.id))
        .join(CallRecord, named_by(AskRecord.call_id, CallRecord))
        .where(
            AskRecord.office_id == transaction.office_id,
            AskRecord.call_id != wanted.call_id,
            AttemptRecord.at >= since,
            AttemptRecord.retracted_at.is_(None),
            CallRecord.purpose != CallPurpose.DRILL,
        )
        .group_by(AskRecord.id, AskRecord.person_id)
    )
    recently = wanted.now - timedelta(days=FAIRNESS_DAYS)
    for person_id, last_at, reached in transaction.session.execute(query):
        past.rung[person_id] += 1
        past.answered[person_id] += reached
        past.calls[person_id] += last_at >= recently
