"""Looks at a week of shifts: who holds which place, what is short, what clashes, what people have not been told yet.

It changes nothing; shift_planning does. What stands against somebody is said by the one placement check.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from volunteer_app.domain.errors import NotFound
from volunteer_app.domain.findings import Finding, Level
from volunteer_app.domain.ids import AssignmentId, PersonId, PostId, ShiftId, TeamId
from volunteer_app.domain.placement import Duty, PlacementRules, check
from volunteer_app.domain.publishing import PlanChange, changes_between, snapshot
from volunteer_app.domain.shifts import Assignment, AssignmentState, Post, Shift, ShiftState, seat
from volunteer_app.domain.span import Span, day_span, minutes_inside
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries.board import PostsAndShifts, ShiftAtPost, posts_and_shifts
from volunteer_app.storage.queries.crew import Crew, load_crew, people_in, these_people

DAYS = 7
MARGIN_MINUTES = 2 * 24 * 60
RULES = PlacementRules()


class Lock(StrEnum):
    """OPEN: never told. TOLD: as published. CHANGED: published, and changed since. OVER: the shift has ended."""

    OPEN = "open"
    TOLD = "told"
    CHANGED = "changed"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Token:
    """Somebody on the board. `findings`: what stands against them and no reason answers for."""

    assignment_id: AssignmentId
    person_id: PersonId
    name: str
    is_leader: bool
    is_draft: bool
    is_displaced: bool
    override_reason: str
    findings: tuple[Finding, ...]

    @property
    def is_conflict(self) -> bool:
        return self.is_displaced or bool(self.findings)


@dataclass(frozen=True, slots=True)
class BoardShift:
    """One shift in a cell."""

    shift: Shift
    tokens: tuple[Token, ...]
    lock: Lock
    news: tuple[PlanChange, ...]

    @property
    def id(self) -> ShiftId:
        return self.shift.id

    @property
    def taken(self) -> int:
        return self.shift.needed - self.shift.vacancies


@dataclass(frozen=True, slots=True)
class BoardCell:
    """A post on a day; several shifts of one day stack in order of start."""

    day: date
    shifts: tuple[BoardShift, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardRow:
    post: Post
    cells: tuple[BoardCell, ...]


@dataclass(frozen=True, slots=True)
class PersonMinutes:
    """How long somebody serves in the week shown."""

    person_id: PersonId
    name: str
    minutes: int


@dataclass(frozen=True, slots=True)
class WeekBoard:
    """A week, of one team or of all. `cancelled`: what is left to tell of shifts that are no longer shown."""

    monday: date
    today: date
    team_id: TeamId | None
    rows: tuple[BoardRow, ...]
    minutes: tuple[PersonMinutes, ...]
    cancelled: tuple[PlanChange, ...]

    @property
    def shifts(self) -> tuple[BoardShift, ...]:
        return tuple(shift for row in self.rows for cell in row.cells for shift in cell.shifts)

    @property
    def missing(self) -> int:
        """Places of shifts to come, or running, that nobody holds."""
        return sum(shift.shift.vacancies for shift in self.shifts if shift.lock is not Lock.OVER)

    @property
    def news(self) -> tuple[PlanChange, ...]:
        return (*self.cancelled, *(change for shift in self.shifts for change in shift.news))

    @property
    def conflicts(self) -> tuple[Token, ...]:
        return tuple(token for shift in self.shifts for token in shift.tokens if token.is_conflict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands against a person in a shift where they might be dropped."""

    shift_id: ShiftId
    findings: tuple[Finding, ...]

    @property
    def is_refused(self) -> bool:
        return any(finding.level is Level.REFUSAL for finding in self.findings)


class WeekBoards:
    """Reads weeks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def week(self, monday: date, team_id: TeamId | None = None) -> WeekBoard:
        """The week that starts on this day: three SELECTs whatever its size."""
        days = self._days(monday)
        with self._desk.read() as reader:
            found = posts_and_shifts(reader, days, team_id)
            who = people_in(reader.office_id, days)
            crew = load_crew(reader, who, days.widened(MARGIN_MINUTES), self._desk.zone)
        return _Week(found, crew, self._desk.now()).board(days, self._desk.today(), team_id)

    def verdicts(self, monday: date, person_id: PersonId, leaving: ShiftId | None = None) -> tuple[Verdict, ...]:
        """What would stand against this person in each shift of the week, once they have left one."""
        days = self._days(monday)
        with self._desk.read() as reader:
            found = posts_and_shifts(reader, days, None)
            who = people_in(reader.office_id, days).union(these_people(reader.office_id, [person_id]))
            crew = load_crew(reader, who, days.widened(MARGIN_MINUTES), self._desk.zone)
        if person_id not in crew.members:
            raise NotFound("person", person_id)
        return _Week(found, crew, self._desk.now()).verdicts(person_id, leaving)

    def _days(self, monday: date) -> Span:
        return day_span(monday, self._desk.zone, DAYS)


class _Week:
    """Rows of the queries put together: posts with shifts on one side, people with places on the other."""

    def __init__(self, found: PostsAndShifts, crew: Crew, now: datetime) -> None:
        self._found = found
        self._crew = crew
        self._now = now
        self._places: dict[ShiftId, list[Assignment]] = defaultdict(list)
        self._planned = [at_post for at_post in found.shifts if at_post.shift.state is ShiftState.PLANNED]
        for member in crew.members.values():
            for place in member.assignments:
                self._places[place.shift_id].append(place)

    def board(self, days: Span, today: date, team_id: TeamId | None) -> WeekBoard:
        cancelled = [s for s in self._found.shifts if s.shift.state is ShiftState.CANCELLED]
        cells: dict[tuple[PostId, date], list[BoardShift]] = defaultdict(list)
        for at_post in self._planned:
            day = at_post.shift.span.start.astimezone(self._crew.zone).date()
            cells[at_post.post.id, day].append(self._shift(at_post))
        monday = days.start.date()
        week = [monday + timedelta(days=n) for n in range(DAYS)]
        return WeekBoard(
            monday=monday,
            today=today,
            team_id=team_id,
            rows=tuple(
                BoardRow(post, tuple(BoardCell(day, tuple(cells[post.id, day])) for day in week))
                for post in self._found.posts
            ),
            minutes=self._minutes(days, {s.shift.id for s in self._planned}),
            cancelled=tuple(change for s in cancelled for change in changes_between(s.shift.id, s.told, None)),
        )

    def verdicts(self, person_id: PersonId, leaving: ShiftId | None) -> tuple[Verdict, ...]:
        duties = [duty for duty in self._crew.members[person_id].duties() if duty.shift_id != leaving]
        return tuple(Verdict(s.shift.id, self._against(s, person_id, duties)) for s in self._planned)

    def _against(self, at_post: ShiftAtPost, person_id: PersonId, duties: Sequence[Duty]) -> tuple[Finding, ...]:
        shift = at_post.shift
        seated = {p.person_id: p.need_id for p in self._places[shift.id] if p.state is AssignmentState.HELD}
        abilities = {each: self._crew.facts(each, shift.span, ()).abilities for each in (*seated, person_id)}
        has_place = person_id in seated or seat(shift.needs, seated, abilities, person_id) is not None
        person = self._crew.facts(person_id, shift.span, duties)
        return check(person, at_post.facts(self._crew.zone, self._now, has_place=has_place), RULES)

    def _shift(self, at_post: ShiftAtPost) -> BoardShift:
        shift = at_post.shift
        places = sorted(self._places[shift.id], key=_leader_first)
        held = tuple(place for place in places if place.state is AssignmentState.HELD)
        news = changes_between(shift.id, at_post.told, snapshot(shift, held))
        return BoardShift(
            shift=shift,
            tokens=tuple(self._token(at_post, place) for place in places),
            lock=self._lock(shift, news),
            news=news,
        )

    def _lock(self, shift: Shift, news: Sequence[PlanChange]) -> Lock:
        if shift.span.end <= self._now:
            return Lock.OVER
        if shift.published_version == 0:
            return Lock.OPEN
        return Lock.CHANGED if news else Lock.TOLD

    def _token(self, at_post: ShiftAtPost, place: Assignment) -> Token:
        is_over = at_post.shift.span.end <= self._now
        return Token(
            assignment_id=place.id,
            person_id=place.person_id,
            name=self._crew.members[place.person_id].name,
            is_leader=place.is_leader,
            is_draft=place.is_draft,
            is_displaced=place.state is AssignmentState.DISPLACED,
            override_reason=place.override_reason,
            findings=() if is_over else self._conflicts(at_post, place),
        )

    def _conflicts(self, at_post: ShiftAtPost, place: Assignment) -> tuple[Finding, ...]:
        duties = [d for d in self._crew.members[place.person_id].duties() if d.shift_id != place.shift_id]
        person = self._crew.facts(place.person_id, at_post.shift.span, duties)
        found = check(person, at_post.facts(self._crew.zone, has_place=True), RULES)
        return tuple(f for f in found if f.level is not Level.HINT and f.rule not in place.overridden)

    def _minutes(self, days: Span, shown: set[ShiftId]) -> tuple[PersonMinutes, ...]:
        """Of everybody with a place on the board: all their minutes in these days, the least first."""
        counted = []
        for member in self._crew.members.values():
            held = [place for place in member.assignments if place.state is AssignmentState.HELD]
            if any(place.shift_id in shown for place in held):
                counted.append(PersonMinutes(member.id, member.name, minutes_inside((p.span for p in held), days)))
        return tuple(sorted(counted, key=lambda person: (person.minutes, person.name)))


def _leader_first(place: Assignment) -> tuple[bool, bool, AssignmentId]:
    return (place.state is AssignmentState.DISPLACED, not place.is_leader, place.id)
