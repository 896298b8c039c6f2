"""What the call desk looks at beyond the calls themselves: the people in a queue, one person's card and past calls.

Each function is one or two SELECTs over this call or this person only: a reply costs the same in an office of any size.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import Select, and_, or_, select

from volunteer_app.domain.calls import CallEvent, CallPurpose, CallState, ReplyKind
from volunteer_app.domain.ids import AskId, CallId, PersonId, ShiftId
from volunteer_app.domain.people import BirthDate
from volunteer_app.domain.shifts import AssignmentState
from volunteer_app.domain.span import Span
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.queries.joins import named_by
from volunteer_app.storage.records.calls import (
    AskRecord,
    AttemptRecord,
    AttendanceRecord,
    CallRecord,
    ReplyRecord,
)
from volunteer_app.storage.records.office import CommunityRecord
from volunteer_app.storage.records.people import (
    MembershipRecord,
    PersonRecord,
    QualificationRecord,
    SkillRecord,
    TeamRecord,
)
from volunteer_app.storage.records.shifts import AssignmentRecord, ShiftRecord
from volunteer_app.storage.repositories.call_mapping import to_attempt, to_reply
from volunteer_app.storage.unit_of_work import Reader, UnitOfWork

Transaction = Reader | UnitOfWork


@dataclass(frozen=True, slots=True)
class Queued:
    """The least that is needed to know where a candidate stands."""

    ask_id: AskId
    person_id: PersonId
    position: float
    phones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonInQueue:
    """What a line of the queue says of a person."""

    name: str
    community: str
    team: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Who somebody is and how to reach them."""

    name: str
    phones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What the card says of a person, with whole numbers."""

    person_id: PersonId
    name: str
    pinyin: str
    political: str
    birth: BirthDate | None
    community: str
    phones: tuple[str, ...]
    teams: tuple[str, ...]
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PastCall:
    """A call in which the person stood, with everything rung and said to them."""

    call_id: CallId
    shift_id: ShiftId | None
    at: datetime
    span: Span | None
    round_started_at: datetime
    events: list[CallEvent] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PastDuty:
    """A place the person held, or a duty they came to without one."""

    shift_id: ShiftId
    span: Span
    came: bool


def queued(transaction: Transaction, call_id: CallId) -> list[Queued]:
    query = (
        select(
            AskRecord.id,
            AskRecord.person_id,
            AskRecord.position,
            PersonRecord.phone,
            PersonRecord.phone2,
            PersonRecord.office_phone,
        )
        .join(PersonRecord, named_by(AskRecord.person_id, PersonRecord))
        .where(AskRecord.office_id == transaction.office_id, AskRecord.call_id == call_id)
        .order_by(AskRecord.position, AskRecord.id)
    )
    return [
        Queued(AskId(ask_id), PersonId(person_id), position, numbers(*phones))
        for ask_id, person_id, position, *phones in transaction.session.execute(query)
    ]


def numbers(*phones: str) -> tuple[str, ...]:
    """In the order of trying, each once."""
    return tuple(dict.fromkeys(number for number in phones if number))


def people_in_queue(transaction: Transaction, call_id: CallId) -> dict[PersonId, PersonInQueue]:
    """Names, communities and main teams of everybody asked in the call."""
    query = (
        select(PersonRecord.id, PersonRecord.name, CommunityRecord.name)
        .join(AskRecord, named_by(AskRecord.person_id, PersonRecord))
        .outerjoin(CommunityRecord, named_by(PersonRecord.community_id, CommunityRecord))
        .where(AskRecord.office_id == transaction.office_id, AskRecord.call_id == call_id)
    )
    teams = _main_teams(transaction, call_id)
    return {
        PersonId(id_): PersonInQueue(name, community or "", teams.get(id_, ""))
        for id_, name, community in transaction.session.execute(query)
    }


def person_in_queue(transaction: Transaction, person_id: PersonId) -> PersonInQueue:
    """The same of one person."""
    query = (
        select(PersonRecord.name, CommunityRecord.name)
        .outerjoin(CommunityRecord, named_by(PersonRecord.community_id, CommunityRecord))
        .where(PersonRecord.office_id == transaction.office_id, PersonRecord.id == person_id)
    )
    name, community = transaction.session.execute(query).one()
    teams = (
        select(TeamRecord.short_name, TeamRecord.name)
        .join(MembershipRecord, named_by(MembershipRecord.team_id, TeamRecord))
        .where(MembershipRecord.office_id == transaction.office_id, MembershipRecord.person_id == person_id)
        .order_by(MembershipRecord.is_main.desc(), MembershipRecord.id)
    )
    main = transaction.session.execute(teams).first()
    return PersonInQueue(name, community or "", "" if main is None else main[0] or main[1])


def _main_teams(transaction: Transaction, call_id: CallId) -> dict[uuid.UUID, str]:
    query = (
        select(MembershipRecord.person_id, TeamRecord.short_name, TeamRecord.name)
        .join(
            AskRecord,
            and_(AskRecord.office_id == MembershipRecord.office_id, AskRecord.person_id == MembershipRecord.person_id),
        )
        .join(TeamRecord, named_by(MembershipRecord.team_id, TeamRecord))
        .where(AskRecord.office_id == transaction.office_id, AskRecord.call_id == call_id)
        .order_by(MembershipRecord.is_main, MembershipRecord.id.desc())
    )
    # The main team comes last and stays.
    return {person_id: short or name for person_id, short, name in transaction.session.execute(query)}


def reach_of(transaction: Transaction, person_ids: Sequence[PersonId]) -> dict[PersonId, Reach]:
    """Names and whole numbers of these people."""
    found: dict[PersonId, Reach] = {}
    for batch in in_batches(person_ids):
        query = select(
            PersonRecord.id, PersonRecord.name, PersonRecord.phone, PersonRecord.phone2, PersonRecord.office_phone
        ).where(PersonRecord.office_id == transaction.office_id, PersonRecord.id.in_(batch))
        for id_, name, *phones in transaction.session.execute(query):
            found[PersonId(id_)] = Reach(name, numbers(*phones))
    return found


def person_details(transaction: Transaction, person_id: PersonId, day: date) -> PersonDetails:
    """The person with teams and skills of that day."""
    person = transaction.people.get(person_id)
    community = person.community_id and transaction.session.get(
        CommunityRecord, (transaction.office_id, person.community_id)
    )
    return PersonDetails(
        person_id=person_id,
        name=person.name,
        pinyin=person.pinyin,
        political=person.political,
        birth=person.birth,
        community=community.name if community else "",
        phones=person.phones,
        teams=tuple(transaction.session.scalars(_team_names(transaction, person_id, day))),
        skills=tuple(dict.fromkeys(transaction.session.scalars(_skill_names(transaction, person_id, day)))),
    )


def _team_names(transaction: Transaction, person_id: PersonId, day: date) -> Select[str]:
    return (
        select(TeamRecord.name)
        .join(MembershipRecord, named_by(MembershipRecord.team_id, TeamRecord))
        .where(
            MembershipRecord.office_id == transaction.office_id,
            MembershipRecord.person_id == person_id,
            or_(MembershipRecord.from_on.is_(None), MembershipRecord.from_on <= day),
            or_(MembershipRecord.to_on.is_(None), MembershipRecord.to_on >= day),
        )
        .order_by(MembershipRecord.is_main.desc(), TeamRecord.position)
    )


def _skill_names(transaction: Transaction, person_id: PersonId, day: date) -> Select[str]:
    return (
        select(SkillRecord.name)
        .join(QualificationRecord, named_by(QualificationRecord.skill_id, SkillRecord))
        .where(
            QualificationRecord.office_id == transaction.office_id,
            QualificationRecord.person_id == person_id,
            or_(QualificationRecord.expires_on.is_(None), QualificationRecord.expires_on >= day),
        )
        .order_by(SkillRecord.position)
    )


def past_calls(
    transaction: Transaction, person_id: PersonId, since: datetime, *, before: CallId
) -> tuple[PastCall, ...]:
    """Other calls in which the person stood, opened since then, the newest first. Drills are left out."""
    query = (
        select(AskRecord.id, CallRecord, ShiftRecord.starts_at, ShiftRecord.ends_at)
        .join(CallRecord, named_by(AskRecord.call_id, CallRecord))
        .outerjoin(ShiftRecord, named_by(CallRecord.shift_id, ShiftRecord))
        .where(
            AskRecord.office_id == transaction.office_id,
            AskRecord.person_id == person_id,
            AskRecord.call_id != before,
            CallRecord.opened_at >= since,
            CallRecord.purpose != CallPurpose.DRILL,
        )
        .order_by(CallRecord.opened_at.desc())
    )
    found: dict[uuid.UUID, PastCall] = {}
    for ask_id, call, starts_at, ends_at in transaction.session.execute(query):
        span = None if starts_at is None or ends_at is None else Span(starts_at, ends_at)
        shift_id = None if call.shift_id is None else ShiftId(call.shift_id)
        found[ask_id] = PastCall(CallId(call.id), shift_id, call.opened_at, span, call.round_started_at)
    for event in _events_of(transaction, list(found)):
        found[event.ask_id].events.append(event)
    return tuple(found.values())


def _events_of(transaction: Transaction, ask_ids: Sequence[uuid.UUID]) -> list[CallEvent]:
    events: list[CallEvent] = []
    for batch in in_batches(ask_ids):
        attempts = select(AttemptRecord).where(
            AttemptRecord.office_id == transaction.office_id, AttemptRecord.ask_id.in_(batch)
        )
        replies = select(ReplyRecord).where(
            ReplyRecord.office_id == transaction.office_id, ReplyRecord.ask_id.in_(batch)
        )
        events.extend(map(to_attempt, transaction.session.scalars(attempts)))
        events.extend(map(to_reply, transaction.session.scalars(replies)))
    return events


def past_duties(transaction: Transaction, person_id: PersonId, since: datetime, now: datetime) -> tuple[PastDuty, ...]:
    """Places the person held in shifts that began since then and before now, the newest first."""
    held = (
        select(AssignmentRecord.shift_id, AssignmentRecord.starts_at, AssignmentRecord.ends_at)
        .where(
            AssignmentRecord.office_id == transaction.office_id,
            AssignmentRecord.person_id == person_id,
            AssignmentRecord.state == AssignmentState.HELD,
            AssignmentRecord.starts_at >= since,
            AssignmentRecord.starts_at < now,
        )
        .order_by(AssignmentRecord.starts_at.desc())
    )
    signed_in = select(AttendanceRecord.shift_id).where(
        AttendanceRecord.office_id == transaction.office_id,
        AttendanceRecord.person_id == person_id,
        AttendanceRecord.signed_in_at >= since - timedelta(days=1),
        AttendanceRecord.retracted_at.is_(None),
    )
    came = set(transaction.session.scalars(signed_in))
    return tuple(
        PastDuty(ShiftId(shift_id), Span(starts_at, ends_at), shift_id in came)
        for shift_id, starts_at, ends_at in transaction.session.execute(held)
    )


def bound_elsewhere(transaction: Transaction, person_id: PersonId, span: Span, *, but: CallId) -> tuple[CallId, ...]:
    """Other running calls of overlapping shifts that the person was told of and left open, or is in reserve for."""
    query = (
        select(CallRecord.id)
        .join(AskRecord, named_by(AskRecord.call_id, CallRecord))
        .join(ReplyRecord, named_by(ReplyRecord.ask_id, AskRecord))
        .join(ShiftRecord, named_by(CallRecord.shift_id, ShiftRecord))
        .where(
            CallRecord.office_id == transaction.office_id,
            CallRecord.state == CallState.OPEN,
            CallRecord.id != but,
            AskRecord.person_id == person_id,
            ReplyRecord.retracted_at.is_(None),
            ReplyRecord.kind.in_([ReplyKind.UNDECIDED, ReplyKind.STANDBY]),
            ShiftRecord.starts_at < span.end,
            ShiftRecord.ends_at > span.start,
        )
        .distinct()
    )
    return tuple(CallId(id_) for id_ in transaction.session.scalars(query))
