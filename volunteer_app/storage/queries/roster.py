"""The roster page: the ids that a filter finds, the rows of a page of them, the counts on the chips. It reads only.

Phones leave here masked; whole numbers belong to the card of one person.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import case, func, literal, null, select, union_all

from volunteer_app.domain.ids import PersonId
from volunteer_app.domain.people import PersonStatus
from volunteer_app.domain.teams import MemberRole, TeamKind
from volunteer_app.domain.text import mask_phone
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.queries.joins import named_by
from volunteer_app.storage.queries.roster_filter import (
    Moment,
    RosterChip,
    RosterFilter,
    chip_condition,
    conditions,
    first_phone,
    holds,
    last_served,
    leave_until,
    listed,
    order,
)
from volunteer_app.storage.records.office import CommunityRecord
from volunteer_app.storage.records.people import (
    MembershipRecord,
    PersonRecord,
    QualificationRecord,
    SkillRecord,
    TeamRecord,
)
from volunteer_app.storage.unit_of_work import Reader


class Standing(StrEnum):
    """Whether a person can be called, in one word."""

    REACHABLE = "reachable"
    ON_LEAVE = "on_leave"
    NO_PHONE = "no_phone"
    INACTIVE = "inactive"


@dataclass(frozen=True, slots=True)
class TeamOfPerson:
    """A team someone is in today; the main one comes first."""

    name: str
    short_name: str
    kind: TeamKind
    role: MemberRole


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person as a line of the table."""

    id: PersonId
    name: str
    number: str
    teams: tuple[TeamOfPerson, ...]
    community: str
    phone_masked: str
    skills: tuple[str, ...]
    last_served_at: datetime | None
    standing: Standing
    leave_until: datetime | None


def find_ids(reader: Reader, wanted: RosterFilter, moment: Moment) -> tuple[PersonId, ...]:
    """Everybody the filter finds, in the order asked for; by name unless asked otherwise, best matches first."""
    query = select(PersonRecord.id).where(*conditions(reader, wanted, moment)).order_by(*order(wanted, moment))
    return tuple(map(PersonId, reader.session.scalars(query)))


def rows_of(reader: Reader, person_ids: Sequence[PersonId], moment: Moment) -> tuple[RosterRow, ...]:
    """The lines of these people in the order given; who was erased meanwhile is missing."""
    rows: dict[UUID, RosterRow] = {}
    for batch in in_batches(person_ids):
        rows |= _page(reader, batch, moment)
    return tuple(rows[person_id] for person_id in person_ids if person_id in rows)


def chip_counts(reader: Reader, moment: Moment) -> dict[RosterChip, int]:
    """How many people each chip alone would show."""
    chips = tuple(RosterChip)
    sums = (func.coalesce(func.sum(case((chip_condition(chip, moment), 1), else_=0)), 0) for chip in chips)
    query = select(*sums).where(listed(reader))
    return dict(zip(chips, reader.session.execute(query).one(), strict=True))


def _page(reader: Reader, person_ids: Sequence[UUID], moment: Moment) -> dict[UUID, RosterRow]:
    query = (
        select(
            PersonRecord.id,
            PersonRecord.name,
            PersonRecord.number,
            PersonRecord.phone,
            first_phone().label("any_phone"),
            PersonRecord.status,
            CommunityRecord.name.label("community"),
            leave_until(moment).label("leave_until"),
            last_served().label("last_served"),
        )
        .outerjoin(CommunityRecord, named_by(PersonRecord.community_id, CommunityRecord))
        .where(PersonRecord.office_id == reader.office_id, PersonRecord.id.in_(person_ids))
    )
    teams, skills = _belongings(reader, person_ids, moment)
    return {
        row.id: RosterRow(
            id=PersonId(row.id),
            name=row.name,
            number=row.number,
            teams=tuple(teams[row.id]),
            community=row.community or "",
            phone_masked=mask_phone(row.any_phone or ""),
            skills=tuple(skills[row.id]),
            last_served_at=row.last_served,
            standing=standing_of(PersonStatus(row.status), has_phone=bool(row.any_phone), leave_until=row.leave_until),
            leave_until=row.leave_until,
        )
        for row in reader.session.execute(query)
    }


def standing_of(status: PersonStatus, *, has_phone: bool, leave_until: datetime | None) -> Standing:
    if status is not PersonStatus.ACTIVE:
        return Standing.INACTIVE
    if leave_until is not None:
        return Standing.ON_LEAVE
    return Standing.REACHABLE if has_phone else Standing.NO_PHONE


def _belongings(
    reader: Reader, person_ids: Sequence[UUID], moment: Moment
) -> tuple[dict[UUID, list[TeamOfPerson]], dict[UUID, list[str]]]:
    """Teams and skills of a page of people in one SELECT."""
    in_teams = (
        select(
            MembershipRecord.person_id.label("person_id"),
            TeamRecord.name.label("name"),
            TeamRecord.short_name.label("short_name"),
            TeamRecord.kind.label("kind"),
            MembershipRecord.role.label("role"),
            case((MembershipRecord.is_main, 0), else_=1).label("rank"),
            TeamRecord.position.label("position"),
        )
        .join(TeamRecord, named_by(MembershipRecord.team_id, TeamRecord))
        .where(MembershipRecord.office_id == reader.office_id, MembershipRecord.person_id.in_(person_ids))
        .where(holds(moment.today))
    )
    with_skills = (
        select(
            QualificationRecord.person_id,
            SkillRecord.name,
            literal(""),
            null(),
            null(),
            literal(2),
            SkillRecord.position,
        )
        .join(SkillRecord, named_by(QualificationRecord.skill_id, SkillRecord))
        .where(QualificationRecord.office_id == reader.office_id, QualificationRecord.person_id.in_(person_ids))
    )
    both = union_all(in_teams, with_skills).subquery()
    teams: dict[UUID, list[TeamOfPerson]] = defaultdict(list)
    skills: dict[UUID, list[str]] = defaultdict(list)
    for row in reader.session.execute(select(both).order_by(both.c.rank, both.c.position)):
        if row.kind is None:
            skills[row.person_id].append(row.name)
        else:
            team = TeamOfPerson(row.name, row.short_name, TeamKind(row.kind), MemberRole(row.role))
            teams[row.person_id].append(team)
    return teams, skills
