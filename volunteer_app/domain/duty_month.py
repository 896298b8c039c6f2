"""From a team's shifts of a month to its duty sheet: which starts become columns, who leads, what goes beside them.

Nothing is dropped: a shift at other hours stands in the row's note, a leader who serves alone also stands in the cell.
"""

import calendar as months
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from volunteer_app.domain.ids import PersonId
from volunteer_app.domain.sheets import DutyDay, DutyEntry, DutyLeader, DutySheet, Hours, Stamp
from volunteer_app.domain.workdays import Calendar

COLUMN_COUNT = 2
# A start used on fewer days than this share of the commonest one is an occasion, not a rhythm: it would otherwise
# take a column for the whole month and push the night duty into the notes.
RHYTHM_SHARE = 0.25
REASON_GAP = "；"


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """Somebody who holds a place in a shift. The id keeps two people of one name apart."""

    id: PersonId
    name: str
    phone: str = ""
    is_leader: bool = False
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """A shift with its people, in the office's local time."""

    start: datetime
    end: datetime
    people: tuple[PlannedPerson, ...] = ()

    @property
    def hours(self) -> Hours:
        return Hours(self.start.time(), self.end.time(), (self.end.date() - self.start.date()).days)


@dataclass(frozen=True, slots=True)
class DutyHeading:
    """Whose sheet it is and what stands above the table."""

    organisation: str
    team_code: str
    team: str
    place: str = ""
    duty_phone: str = ""
    community: str = ""


def duty_sheet(
    heading: DutyHeading,
    shifts: Sequence[PlannedShift],
    *,
    month: date,
    calendar: Calendar,
    festivals: Mapping[date, str],
    stamp: Stamp,
) -> DutySheet:
    """The team's sheet of the month that holds `month`; shifts that start outside it are left out."""
    first = month.replace(day=1)
    planned = [shift for shift in shifts if (shift.start.year, shift.start.month) == (first.year, first.month)]
    columns = duty_columns(planned)
    by_day: defaultdict[date, list[PlannedShift]] = defaultdict(list)
    for shift in sorted(planned, key=lambda shift: (shift.start, shift.end)):
        by_day[shift.start.date()].append(shift)
    return DutySheet(
        stamp=stamp,
        organisation=heading.organisation,
        team_code=heading.team_code,
        team=heading.team,
        month=first,
        columns=columns,
        days=tuple(
            DutyDay(
                day,
                calendar.kind(day),
                calendar.holiday_name(day) or festivals.get(day, ""),
                _leaders(by_day[day], columns),
                tuple(_cell(by_day[day], column) for column in columns),
                _others(by_day[day], columns),
            )
            for day in _days_of(first)
        ),
        shift_count=len(planned),
        place=heading.place,
        duty_phone=heading.duty_phone,
        community=heading.community,
        holidays_entered=calendar.has_year(first.year),
    )


def duty_columns(shifts: Iterable[PlannedShift]) -> tuple[Hours, ...]:
    """The first two start times of the team's rhythm, each with its commonest end."""
    days: defaultdict[time, set[date]] = defaultdict(set)
    lengths: defaultdict[time, Counter[Hours]] = defaultdict(Counter)
    for shift in shifts:
        days[shift.start.time()].add(shift.start.date())
        lengths[shift.start.time()][shift.hours] += 1
    commonest = max((len(served) for served in days.values()), default=0)
    by_clock = sorted(days)
    rhythm = [start for start in by_clock if len(days[start]) >= commonest * RHYTHM_SHARE]
    occasions = [start for start in by_clock if start not in rhythm]
    chosen = sorted((rhythm + occasions)[:COLUMN_COUNT])
    return tuple(max(lengths[start], key=lambda hours: (lengths[start][hours], hours.days)) for start in chosen)


def _days_of(first: date) -> list[date]:
    _, count = months.monthrange(first.year, first.month)
    return [first.replace(day=number) for number in range(1, count + 1)]


def _column_of(shift: PlannedShift, columns: Sequence[Hours]) -> int | None:
    starts = [column.start for column in columns]
    return starts.index(shift.start.time()) if shift.start.time() in starts else None


def _leaders(shifts: Sequence[PlannedShift], columns: Sequence[Hours]) -> tuple[DutyLeader, ...]:
    led = [(person, shift) for shift in shifts for person in shift.people if person.is_leader]
    people = {person.id: person for person, _ in led}
    return tuple(
        _leader(person, [place for place in led if place[0].id == person.id], columns) for person in people.values()
    )


def _leader(
    person: PlannedPerson, led: Sequence[tuple[PlannedPerson, PlannedShift]], columns: Sequence[Hours]
) -> DutyLeader:
    in_columns = {_column_of(shift, columns) for _, shift in led}
    hours = {shift.hours for _, shift in led}
    column = in_columns.pop() if len(in_columns) == 1 else None
    reasons = dict.fromkeys(place.override_reason for place, _ in led if place.override_reason)
    return DutyLeader(
        person.name,
        person.phone,
        column,
        hours.pop() if column is None and len(hours) == 1 else None,
        REASON_GAP.join(reasons),
    )


def _cell(shifts: Sequence[PlannedShift], column: Hours) -> tuple[DutyEntry, ...]:
    inside = [shift for shift in shifts if shift.start.time() == column.start]
    entries = tuple(
        _entry(person, None if shift.hours == column else shift.hours)
        for shift in inside
        for person in shift.people
        if not person.is_leader or shift.hours != column
    )
    return entries or tuple(_entry(person, None) for shift in inside for person in shift.people)


def _others(shifts: Sequence[PlannedShift], columns: Sequence[Hours]) -> tuple[DutyEntry, ...]:
    return tuple(
        _entry(person, shift.hours) for shift in shifts if _column_of(shift, columns) is None for person in shift.people
    )


def _entry(person: PlannedPerson, hours: Hours | None) -> DutyEntry:
    return DutyEntry(person.name, hours, person.override_reason, person.is_leader)
