"""Assembles a team's month from the plan: the sheet, and what it tells of each shift. It neither draws nor writes."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from volunteer_app.domain.duty_month import DutyHeading, PlannedPerson, PlannedShift, duty_sheet
from volunteer_app.domain.ids import SheetIssueId, ShiftId, TeamId, new_id
from volunteer_app.domain.office import Office
from volunteer_app.domain.publishing import Snapshot
from volunteer_app.domain.sheet_issues import SheetIssue, version_of
from volunteer_app.domain.sheets import DutySheet, SheetKind, Stamp, sheet_number
from volunteer_app.domain.span import Span, day_span
from volunteer_app.domain.teams import Team
from volunteer_app.domain.workdays import Calendar
from volunteer_app.services.calendar_data import festival
from volunteer_app.storage.queries.sheets import PlaceRow, TeamShiftRow, places_held, team_shifts
from volunteer_app.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all sheets of one print share."""

    office: Office
    calendar: Calendar
    zone: tzinfo
    made_at: datetime


@dataclass(frozen=True, slots=True)
class TeamMonth:
    """A sheet with its version, the version before it, and how many places in it are not published yet."""

    sheet: DutySheet
    issue: SheetIssue
    before: SheetIssue | None
    drafts: int


def month_span(month: date, zone: tzinfo) -> Span:
    first = month.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return day_span(first, zone, (following - first).days)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everybody's shifts and places of one month, as they were read."""

    month: date
    around: Surroundings
    shifts: Mapping[TeamId, Sequence[TeamShiftRow]]
    places: Mapping[ShiftId, Sequence[PlaceRow]]

    def sheet(self, team: Team, stamp: Stamp) -> DutySheet:
        shifts = self.shifts.get(team.id, ())
        heading = DutyHeading(
            organisation=self.around.office.name,
            team_code=team.code,
            team=team.name,
            place=_commonest_place(shifts),
            duty_phone=self.around.office.duty_phone,
        )
        return duty_sheet(
            heading,
            [_planned(shift, self.places.get(shift.id, ()), zone=self.around.zone) for shift in shifts],
            month=self.month,
            calendar=self.around.calendar,
            festivals={day: name for day in month_days(self.month) if (name := festival(day))},
            stamp=stamp,
        )

    def told(self, team: Team) -> dict[ShiftId, Snapshot]:
        return {
            shift.id: Snapshot(shift.post_id, shift.span, {place.person_id: place.is_leader for place in held})
            for shift in self.shifts.get(team.id, ())
            for held in [self.places.get(shift.id, ())]
        }

    def drafts(self, team: Team) -> int:
        shifts = self.shifts.get(team.id, ())
        return sum(place.is_draft for shift in shifts for place in self.places.get(shift.id, ()))


def team_months(reader: Reader, teams: Sequence[Team], month: date, *, around: Surroundings) -> tuple[TeamMonth, ...]:
    """The sheets of these teams in this month, in their order: two reads for all, and one for each last version."""
    team_ids = [team.id for team in teams]
    span = month_span(month, around.zone)
    shifts: dict[TeamId, list[TeamShiftRow]] = defaultdict(list)
    for shift in team_shifts(reader, team_ids, span):
        shifts[shift.team_id].append(shift)
    places: dict[ShiftId, list[PlaceRow]] = defaultdict(list)
    for place in places_held(reader, team_ids, span):
        places[place.shift_id].append(place)
    plan = _Plan(month, around, shifts, places)
    return tuple(_team_month(reader, team, plan) for team in teams)


def _team_month(reader: Reader, team: Team, plan: _Plan) -> TeamMonth:
    period = f"{plan.month:%Y%m}"
    number = sheet_number(plan.around.office.sheet_prefix, SheetKind.TEAM_DUTY, period, team.code)
    unversioned = plan.sheet(team, Stamp(number, 0, plan.around.made_at))
    before = reader.sheet_issues.last(SheetKind.TEAM_DUTY, f"{period}/{team.code}")
    issue = SheetIssue(
        id=SheetIssueId(new_id()),
        kind=SheetKind.TEAM_DUTY,
        scope=f"{period}/{team.code}",
        version=version_of(before, unversioned.check_code),
        check_code=unversioned.check_code,
        made_at=plan.around.made_at.astimezone(UTC),
        told=plan.told(team),
    )
    stamp = replace(unversioned.stamp, version=issue.version)
    return TeamMonth(replace(unversioned, stamp=stamp), issue, before, plan.drafts(team))


def month_days(month: date) -> list[date]:
    first = month.replace(day=1)
    return [day for n in range(31) if (day := first + timedelta(days=n)).month == first.month]


def _commonest_place(shifts: Sequence[TeamShiftRow]) -> str:
    """One place stands above the table; a team with several posts keeps the one most of its shifts are at."""
    places = Counter(shift.place for shift in shifts if shift.place)
    return places.most_common(1)[0][0] if places else ""


def _planned(shift: TeamShiftRow, places: Sequence[PlaceRow], *, zone: tzinfo) -> PlannedShift:
    return PlannedShift(
        shift.span.start.astimezone(zone),
        shift.span.end.astimezone(zone),
        tuple(
            PlannedPerson(
                id=place.person_id,
                name=place.name,
                phone=place.phone if place.is_leader else "",
                is_leader=place.is_leader,
                override_reason=place.override_reason,
            )
            for place in places
        ),
    )
