"""One look in the morning: who is on duty, who is missing, what to do first. It reads; remedies are other services."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from volunteer_app.domain.attendance import Expectation, Presence, minutes_late, presence
from volunteer_app.domain.call_progress import CallBack, Resting
from volunteer_app.domain.ids import ShiftId
from volunteer_app.domain.span import Span, day_start
from volunteer_app.services.people_waiting import WaitingPerson, call_back_at, people_waiting
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries import today as queries
from volunteer_app.storage.queries.today import DutyRow, ExpiringRow, ShiftRow

__all__ = ["DayCount", "DutyRow", "Overview", "ShiftRow", "ShiftStage", "Tiles", "Today", "Todo", "TodoKind"]

DAYS_SHOWN: Final = 7
PAPERS_SOON: Final = timedelta(days=30)


class ShiftStage(StrEnum):
    """Where a shift stands at this moment."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    ENDED = "ended"


class TodoKind(StrEnum):
    """What waits to be done. The order of the members is the order of urgency."""

    NO_SHOW = "no_show"
    LATE = "late"
    CALL_BACK = "call_back"
    MISSED_TWICE = "missed_twice"
    DISPLACED = "displaced"
    PAPERS = "papers"


_LATENESS: Final = {Presence.LATE: TodoKind.LATE, Presence.NO_SHOW: TodoKind.NO_SHOW}


@dataclass(frozen=True, slots=True)
class Todo:
    """One line of work. `at` is when it fell or falls due; `count` the minutes, rings or people it is about."""

    kind: TodoKind
    at: datetime
    count: int = 0
    name: str = ""
    subject: str = ""
    shift_id: ShiftId | None = None


@dataclass(frozen=True, slots=True)
class DayCount:
    """One day's needed and confirmed, over all its shifts."""

    on: date
    needed: int
    confirmed: int

    @property
    def missing(self) -> int:
        return max(0, self.needed - self.confirmed)


@dataclass(frozen=True, slots=True)
class Tiles:
    """The figures above the lists."""

    shifts: int
    ended: int
    running: int
    needed: int
    confirmed: int
    arrived: int
    missing: int
    short_shifts: int
    call_backs: int
    next_call_back_at: datetime | None

    @property
    def upcoming(self) -> int:
        return self.shifts - self.ended - self.running


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the page shows, as of one moment."""

    at: datetime
    day: date
    tiles: Tiles
    shifts: tuple[ShiftRow, ...]
    todo: tuple[Todo, ...]
    leaders: tuple[DutyRow, ...]
    week: tuple[DayCount, ...]


def stage(span: Span, at: datetime) -> ShiftStage:
    if at < span.start:
        return ShiftStage.UPCOMING
    return ShiftStage.RUNNING if at < span.end else ShiftStage.ENDED


class Today:
    """The page's one question to the data."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def overview(self) -> Overview:
        """Today and the six days after it, in a fixed number of reads whatever their size."""
        now, day, zone = self._desk.now(), self._desk.today(), self._desk.zone
        begins = day_start(day, zone)
        week = Span(begins, begins + timedelta(days=DAYS_SHOWN))
        with self._desk.read() as reader:
            rows = queries.shifts_touching(reader, week)
            people = queries.people_to_watch(reader, week, begun_by=now)
            papers = queries.papers_ending(reader, day, day + PAPERS_SOON)
            waiting = people_waiting(reader)
        shifts = tuple(row for row in rows if _is_todays(row.span, now, zone=zone))
        todo = [*_people_todo(people, now), *_calls_todo(waiting), *_papers_todo(papers, zone)]
        return Overview(
            at=now,
            day=day,
            tiles=_tiles(shifts, waiting, now=now),
            shifts=shifts,
            todo=tuple(sorted(todo, key=_urgency)),
            leaders=_leaders(people, now, zone=zone),
            week=tuple(_days(rows, day, zone=zone)),
        )

    def short_shifts(self) -> tuple[ShiftRow, ...]:
        """Shifts of the coming days with open places, the most pressing first: the first is what F8 means."""
        now = self._desk.now()
        with self._desk.read() as reader:
            rows = queries.shifts_touching(reader, Span(now, now + timedelta(days=DAYS_SHOWN)))
        return tuple(row for row in rows if row.missing)


def _is_todays(span: Span, now: datetime, *, zone: tzinfo) -> bool:
    """A shift belongs to the day on which it starts; last night's stays in sight until it ends."""
    starts_on, day = span.start.astimezone(zone).date(), now.astimezone(zone).date()
    return starts_on == day or (starts_on < day and now < span.end)


def _leaders(people: Sequence[DutyRow], now: datetime, *, zone: tzinfo) -> tuple[DutyRow, ...]:
    """Those of shifts that are not over first: somebody may want to reach them."""
    leading = [row for row in people if row.is_leader and _is_todays(row.span, now, zone=zone)]
    return tuple(sorted(leading, key=lambda row: row.span.end <= now))


def _tiles(shifts: Sequence[ShiftRow], waiting: Sequence[WaitingPerson], *, now: datetime) -> Tiles:
    call_backs = [at for person in waiting if (at := call_back_at(person.state)) is not None]
    stages = [stage(row.span, now) for row in shifts]
    # A gap in a shift that is over cannot be filled any more.
    short = [row for row, where in zip(shifts, stages, strict=True) if row.missing and where is not ShiftStage.ENDED]
    return Tiles(
        shifts=len(shifts),
        ended=stages.count(ShiftStage.ENDED),
        running=stages.count(ShiftStage.RUNNING),
        needed=sum(row.needed for row in shifts),
        confirmed=sum(row.confirmed for row in shifts),
        arrived=sum(row.arrived for row in shifts),
        missing=sum(row.missing for row in short),
        short_shifts=len(short),
        call_backs=len(call_backs),
        next_call_back_at=min(call_backs, default=None),
    )


def _people_todo(people: Sequence[DutyRow], now: datetime) -> Iterator[Todo]:
    for row in people:
        if row.is_displaced:
            yield Todo(TodoKind.DISPLACED, row.span.start, 0, row.name, row.post, row.shift_id)
        elif row.signed_in_at is None and now < row.span.end:
            expected = Expectation(row.span, row.eta_at)
            kind = _LATENESS.get(presence(expected, now))
            if kind is not None:
                late = minutes_late(expected, now)
                yield Todo(kind, row.span.start, late, row.name, row.post, row.shift_id)


def _calls_todo(waiting: Sequence[WaitingPerson]) -> Iterator[Todo]:
    for person in waiting:
        match person.state:
            case CallBack(at=at):
                yield Todo(TodoKind.CALL_BACK, at, 0, person.name, person.post, person.shift_id)
            case Resting(until=until, misses=misses, suggests_replacement=True):
                yield Todo(TodoKind.MISSED_TWICE, until, misses, person.name, person.post, person.shift_id)
            case _:
                pass


def _papers_todo(papers: Sequence[ExpiringRow], zone: tzinfo) -> Iterator[Todo]:
    """One line for all kinds: the roster page has the people."""
    if papers:
        kinds = "、".join(f"{row.skill} {row.people}" for row in papers)
        first_on = min(row.first_on for row in papers)
        yield Todo(TodoKind.PAPERS, day_start(first_on, zone), sum(row.people for row in papers), subject=kinds)


def _urgency(todo: Todo) -> tuple[int, datetime]:
    return list(TodoKind).index(todo.kind), todo.at


def _days(rows: Sequence[ShiftRow], first: date, *, zone: tzinfo) -> Iterator[DayCount]:
    for offset in range(DAYS_SHOWN):
        on = first + timedelta(days=offset)
        of_day = [row for row in rows if row.span.start.astimezone(zone).date() == on]
        yield DayCount(on, sum(row.needed for row in of_day), sum(min(row.needed, row.confirmed) for row in of_day))
