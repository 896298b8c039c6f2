"""Who was really there, in and out, and what follows of somebody at a moment. Plan and replies stay apart."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from volunteer_app.domain.calls import EntryId
from volunteer_app.domain.ids import AssignmentId, AttendanceId, OperatorId, PersonId, ShiftId
from volunteer_app.domain.span import Span


class AttendanceSource(StrEnum):
    CALL_DESK = "call_desk"
    BOARD = "board"
    SHEET = "sheet"


class Presence(StrEnum):
    """LATE and NO_SHOW follow from the clock alone; neither is a record."""

    EXPECTED = "expected"
    ON_THE_WAY = "on_the_way"
    ARRIVED = "arrived"
    LATE = "late"
    NO_SHOW = "no_show"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class LatenessRules:
    """How long after the start somebody unsigned counts as late, and as not coming."""

    late_after: timedelta = timedelta(minutes=10)
    no_show_after: timedelta = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody was there. `entry_id` when a key press of the call desk made it."""

    id: AttendanceId
    shift_id: ShiftId
    person_id: PersonId
    signed_in_at: datetime
    operator_id: OperatorId
    assignment_id: AssignmentId | None = None
    entry_id: EntryId | None = None
    signed_out_at: datetime | None = None
    source: AttendanceSource = AttendanceSource.CALL_DESK
    retracted_at: datetime | None = None
    retracted_by: OperatorId | None = None

    @property
    def counts(self) -> bool:
        return self.retracted_at is None


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is known of somebody who holds a place: the shift, the promised time, and whether the office saw them."""

    span: Span
    eta_at: datetime | None = None
    attendance: Attendance | None = None
    rules: LatenessRules = field(default_factory=LatenessRules)


def presence(expected: Expectation, now: datetime) -> Presence:
    """A promised time after the start moves the deadlines: somebody announced for 15:30 is not late at 15:12."""
    seen = expected.attendance
    if seen is not None and seen.counts:
        return Presence.ARRIVED if seen.signed_out_at is None else Presence.LEFT
    overdue = now - due_at(expected)
    if overdue >= expected.rules.no_show_after:
        return Presence.NO_SHOW
    if overdue >= expected.rules.late_after:
        return Presence.LATE
    return Presence.EXPECTED if expected.eta_at is None else Presence.ON_THE_WAY


def due_at(expected: Expectation) -> datetime:
    return max(expected.span.start, expected.eta_at or expected.span.start)


def minutes_late(expected: Expectation, now: datetime) -> int:
    """Since the shift began; 0 before."""
    return max(0, int((now - expected.span.start) / timedelta(minutes=1)))
