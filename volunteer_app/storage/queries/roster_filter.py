"""What the roster page can be filtered and sorted by, as conditions on PersonRecord. It runs nothing."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, ScalarSelect, SQLColumnExpression, and_, case, exists, func, literal, or_, select

from volunteer_app.domain.ids import CommunityId, TeamId
from volunteer_app.domain.people import PersonStatus
from volunteer_app.domain.teams import TeamKind
from volunteer_app.storage.queries.joins import named_by
from volunteer_app.storage.records.calls import AttendanceRecord
from volunteer_app.storage.records.office import CommunityRecord
from volunteer_app.storage.records.people import LeaveRecord, MembershipRecord, PersonRecord, TeamRecord
from volunteer_app.storage.search import matches
from volunteer_app.storage.unit_of_work import Reader

LISTED = (PersonStatus.ACTIVE, PersonStatus.INACTIVE)
Value = SQLColumnExpression[object]


class RosterChip(StrEnum):
    """One-press filters over the table."""

    ALL = "all"
    REACHABLE = "reachable"
    BACKBONE = "backbone"
    PROFESSIONAL = "professional"
    RECRUITED = "recruited"
    INACTIVE = "inactive"


class RosterSort(StrEnum):
    NAME = "name"
    KIND = "kind"
    TEAM = "team"
    COMMUNITY = "community"
    LAST_SERVED = "last_served"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class RosterFilter:
    """What to show. Parts are combined with "and"; chips too."""

    text: str = ""
    team_id: TeamId | None = None
    community_id: CommunityId | None = None
    chips: frozenset[RosterChip] = frozenset()
    sort: RosterSort = RosterSort.NAME
    descending: bool = False

    @property
    def is_narrowed(self) -> bool:
        return bool(self.text.strip() or self.team_id or self.community_id or self.chips - {RosterChip.ALL})


@dataclass(frozen=True, slots=True)
class Moment:
    """What "today" and "now" are for a query: memberships go by days, leave by moments."""

    today: date
    now: datetime


def conditions(reader: Reader, wanted: RosterFilter, moment: Moment) -> list[ColumnElement[bool]]:
    conditions = [listed(reader), *(chip_condition(chip, moment) for chip in wanted.chips)]
    if wanted.text.strip():
        found = matches(wanted.text, reader.session.get_bind().dialect.name)
        conditions.append(literal(value=False) if found is None else found)
    if wanted.team_id is not None:
        conditions.append(_in_team(MembershipRecord.team_id == wanted.team_id, moment))
    if wanted.community_id is not None:
        conditions.append(PersonRecord.community_id == wanted.community_id)
    return conditions


def listed(reader: Reader) -> ColumnElement[bool]:
    return and_(PersonRecord.office_id == reader.office_id, PersonRecord.status.in_(LISTED))


def chip_condition(chip: RosterChip, moment: Moment) -> ColumnElement[bool]:
    match chip:
        case RosterChip.ALL:
            return PersonRecord.status.in_(LISTED)
        case RosterChip.REACHABLE:
            active = PersonRecord.status == PersonStatus.ACTIVE
            return and_(active, first_phone().is_not(None), leave_until(moment).is_(None))
        case RosterChip.BACKBONE:
            return _of_kind(TeamKind.BACKBONE, moment)
        case RosterChip.PROFESSIONAL:
            return _of_kind(TeamKind.PROFESSIONAL, moment)
        case RosterChip.RECRUITED:
            return _of_kind(TeamKind.RECRUITED, moment)
        case RosterChip.INACTIVE:
            return PersonRecord.status == PersonStatus.INACTIVE


def _of_kind(kind: TeamKind, moment: Moment) -> ColumnElement[bool]:
    teams = select(TeamRecord.id).where(TeamRecord.office_id == PersonRecord.office_id, TeamRecord.kind == kind)
    return _in_team(MembershipRecord.team_id.in_(teams.correlate(PersonRecord)), moment)


def _in_team(which: ColumnElement[bool], moment: Moment) -> ColumnElement[bool]:
    return exists().where(
        MembershipRecord.office_id == PersonRecord.office_id,
        MembershipRecord.person_id == PersonRecord.id,
        which,
        holds(moment.today),
    )


def holds(today: date) -> ColumnElement[bool]:
    return and_(
        or_(MembershipRecord.from_on.is_(None), MembershipRecord.from_on <= today),
        or_(MembershipRecord.to_on.is_(None), MembershipRecord.to_on >= today),
    )


def first_phone() -> ColumnElement[str | None]:
    """The number rung first; NULL when there is none."""
    numbers = (PersonRecord.phone, PersonRecord.phone2, PersonRecord.office_phone)
    return func.coalesce(*(func.nullif(number, "") for number in numbers))


def leave_until(moment: Moment) -> ScalarSelect[datetime]:
    return (
        select(func.max(LeaveRecord.ends_at))
        .where(
            LeaveRecord.office_id == PersonRecord.office_id,
            LeaveRecord.person_id == PersonRecord.id,
            LeaveRecord.starts_at <= moment.now,
            LeaveRecord.ends_at > moment.now,
        )
        .correlate(PersonRecord)
        .scalar_subquery()
    )


def last_served() -> ScalarSelect[datetime]:
    return (
        select(func.max(AttendanceRecord.signed_in_at))
        .where(
            AttendanceRecord.office_id == PersonRecord.office_id,
            AttendanceRecord.person_id == PersonRecord.id,
            AttendanceRecord.retracted_at.is_(None),
        )
        .correlate(PersonRecord)
        .scalar_subquery()
    )


def order(wanted: RosterFilter, moment: Moment) -> list[Value]:
    by_name: list[Value] = [PersonRecord.pinyin_key, PersonRecord.id]
    chosen = _sort_value(wanted.sort, moment)
    if chosen is None:
        first = [closeness(wanted.text)] if wanted.text.strip() else []
        return [*first, by_name[0].desc(), by_name[1].desc()] if wanted.descending else [*first, *by_name]
    ordered = chosen.desc().nulls_last() if wanted.descending else chosen.asc().nulls_last()
    return [ordered, *by_name]


def closeness(text: str) -> Value:
    """Name starts with it, then its reading does, then anything else (ui.md 5.2)."""
    typed = re.sub(r"[\s'’]", "", text).lower()
    starts = PersonRecord.name.startswith(typed, autoescape=True)
    return case((starts, 0), (PersonRecord.pinyin_key.startswith(typed, autoescape=True), 1), else_=2)


def _sort_value(sort: RosterSort, moment: Moment) -> Value | None:
    """What rows are sorted by; None for the name, which has an index of its own."""
    match sort:
        case RosterSort.NAME:
            return None
        case RosterSort.KIND:
            return _of_main_team(case(_KIND_ORDER, value=TeamRecord.kind), moment)
        case RosterSort.TEAM:
            return _of_main_team(TeamRecord.position, moment)
        case RosterSort.COMMUNITY:
            return (
                select(CommunityRecord.position)
                .where(named_by(PersonRecord.community_id, CommunityRecord))
                .correlate(PersonRecord)
                .scalar_subquery()
            )
        case RosterSort.LAST_SERVED:
            return last_served()
        case RosterSort.STATUS:
            return case(
                (PersonRecord.status != PersonStatus.ACTIVE, 3),
                (leave_until(moment).is_not(None), 1),
                (first_phone().is_(None), 2),
                else_=0,
            )


_KIND_ORDER = {TeamKind.BACKBONE: 0, TeamKind.PROFESSIONAL: 1, TeamKind.RECRUITED: 2, TeamKind.VOLUNTEER: 3}


def _of_main_team(value: Value, moment: Moment) -> Value:
    return (
        select(value)
        .select_from(MembershipRecord)
        .join(TeamRecord, named_by(MembershipRecord.team_id, TeamRecord))
        .where(
            MembershipRecord.office_id == PersonRecord.office_id,
            MembershipRecord.person_id == PersonRecord.id,
            holds(moment.today),
        )
        .order_by(MembershipRecord.is_main.desc(), TeamRecord.position)
        .limit(1)
        .correlate(PersonRecord)
        .scalar_subquery()
    )
