"""What printed sheets are made of: the plan of teams in a month, people to ring with whole numbers. It only reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select

from volunteer_app.domain.ids import PersonId, PostId, ShiftId, TeamId
from volunteer_app.domain.shifts import AssignmentState, ShiftState
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.queries.joins import named_by
from volunteer_app.storage.records.people import MembershipRecord, PersonRecord, TeamRecord
from volunteer_app.storage.records.shifts import AssignmentRecord, PostRecord, ShiftRecord
from volunteer_app.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True)
class TeamShiftRow:
    """A shift of a team, as the month's sheet needs it."""

    id: ShiftId
    team_id: TeamId
    post_id: PostId
    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Somebody who holds a place in one of those shifts. A draft is not published yet."""

    shift_id: ShiftId
    person_id: PersonId
    name: str
    phone: str
    is_leader: bool
    override_reason: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """A person with whole numbers and what they are in one team."""

    person_id: PersonId
    name: str
    phones: tuple[str, ...]
    role: MemberRole
    title: str


@dataclass(frozen=True, slots=True)
class TeamChoice:
    """A team one can print, and how many shifts its month has."""

    id: TeamId
    code: str
    name: str
    shifts: int


def teams_on_duty(reader: Reader, span: Span) -> tuple[TeamChoice, ...]:
    """Active teams in the office's order, with the number of planned shifts that start in the span."""
    counted = (
        select(func.count())
        .where(
            ShiftRecord.office_id == TeamRecord.office_id,
            ShiftRecord.team_id == TeamRecord.id,
            ShiftRecord.state == ShiftState.PLANNED,
            ShiftRecord.starts_at >= span.start,
            ShiftRecord.starts_at < span.end,
        )
        .scalar_subquery()
    )
    query = (
        select(TeamRecord, counted)
        .where(TeamRecord.office_id == reader.office_id, TeamRecord.active)
        .order_by(TeamRecord.position, TeamRecord.code)
    )
    rows = reader.session.execute(query)
    return tuple(TeamChoice(TeamId(team.id), team.code, team.name, shifts) for team, shifts in rows)


def team_shifts(reader: Reader, team_ids: Sequence[TeamId], span: Span) -> tuple[TeamShiftRow, ...]:
    """Planned shifts of these teams that start in the span, in order of start."""
    query = (
        select(ShiftRecord, PostRecord.place)
        .join(PostRecord, named_by(ShiftRecord.post_id, PostRecord))
        .where(
            ShiftRecord.office_id == reader.office_id,
            ShiftRecord.team_id.in_(team_ids),
            ShiftRecord.state == ShiftState.PLANNED,
            ShiftRecord.starts_at >= span.start,
            ShiftRecord.starts_at < span.end,
        )
        .order_by(ShiftRecord.starts_at, PostRecord.position, ShiftRecord.id)
    )
    return tuple(
        TeamShiftRow(
            ShiftId(shift.id),
            TeamId(shift.team_id),
            PostId(shift.post_id),
            place,
            Span(shift.starts_at, shift.ends_at),
        )
        for shift, place in reader.session.execute(query)
        if shift.team_id is not None
    )


def places_held(reader: Reader, team_ids: Sequence[TeamId], span: Span) -> tuple[PlaceRow, ...]:
    """Who holds places in those shifts; leaders first, then in the order in which they were placed."""
    query = (
        select(AssignmentRecord, PersonRecord.name, PersonRecord.phone)
        .join(ShiftRecord, named_by(AssignmentRecord.shift_id, ShiftRecord))
        .join(PersonRecord, named_by(AssignmentRecord.person_id, PersonRecord))
        .where(
            ShiftRecord.office_id == reader.office_id,
            ShiftRecord.team_id.in_(team_ids),
            ShiftRecord.state == ShiftState.PLANNED,
            ShiftRecord.starts_at >= span.start,
            ShiftRecord.starts_at < span.end,
            AssignmentRecord.state == AssignmentState.HELD,
        )
        .order_by(AssignmentRecord.is_leader.desc(), AssignmentRecord.id)
    )
    return tuple(
        PlaceRow(
            ShiftId(held.shift_id),
            PersonId(held.person_id),
            name,
            phone,
            held.is_leader,
            held.override_reason,
            held.published_version is None,
        )
        for held, name, phone in reader.session.execute(query)
    )


def phone_rows(
    reader: Reader, person_ids: Sequence[PersonId], team_id: TeamId | None, *, on: date
) -> dict[PersonId, PhoneRow]:
    """Whole numbers of these people, and their role in the team where they have one that day."""
    found: dict[PersonId, PhoneRow] = {}
    in_team = and_(
        MembershipRecord.office_id == PersonRecord.office_id,
        MembershipRecord.person_id == PersonRecord.id,
        MembershipRecord.team_id == team_id,
        or_(MembershipRecord.to_on.is_(None), MembershipRecord.to_on >= on),
    )
    for batch in in_batches(person_ids):
        query = (
            select(PersonRecord, MembershipRecord)
            .outerjoin(MembershipRecord, in_team)
            .where(PersonRecord.office_id == reader.office_id, PersonRecord.id.in_(batch))
        )
        for person, membership in reader.session.execute(query):
            numbers = (person.phone, person.phone2, person.office_phone)
            found[PersonId(person.id)] = PhoneRow(
                PersonId(person.id),
                person.name,
                tuple(dict.fromkeys(number for number in numbers if number)),
                MemberRole.MEMBER if membership is None else MemberRole(membership.role),
                "" if membership is None else membership.title,
            )
    return found
