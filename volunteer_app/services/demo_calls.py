"""Invents what happened in the past shifts of the demo office: who was rung, what they said, who came."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from volunteer_app.domain.attendance import Attendance, AttendanceSource
from volunteer_app.domain.calls import (
    Ask,
    AssignmentEffect,
    Attempt,
    AttemptOutcome,
    Call,
    CallEvent,
    CallState,
    CallTier,
    DeclineReason,
    EntryId,
    Reply,
    ReplyKind,
)
from volunteer_app.domain.ids import (
    AskId,
    AttemptId,
    AttendanceId,
    CallId,
    OperatorId,
    PersonId,
    ReplyId,
    ShiftId,
)
from volunteer_app.domain.people import Person, PersonStatus
from volunteer_app.domain.shifts import Assignment, Shift
from volunteer_app.services.demo_people import Invented, Inventor
from volunteer_app.services.demo_shifts import Planned

CALLED_DAYS: Final = 60
SHARE_OF_SHIFTS_CALLED: Final = 0.5
RUNG_AHEAD: Final = timedelta(hours=20)
NO_SHOWS: Final = 0.04
REFUSALS: Final = (DeclineReason.BUSY, DeclineReason.ILL, DeclineReason.AWAY)
MISSES: Final = (AttemptOutcome.NO_ANSWER, AttemptOutcome.NO_ANSWER, AttemptOutcome.BUSY, AttemptOutcome.SWITCHED_OFF)


@dataclass(slots=True)
class PastCall:
    """One ended call with its order and everything that was rung and said."""

    call: Call
    asks: list[Ask] = field(default_factory=list)
    events: list[CallEvent] = field(default_factory=list)


@dataclass(slots=True)
class Chronicler:
    """Writes the past from the plan: who holds a place said yes and mostly came; some others said no or were missed."""

    inventor: Inventor
    invented: Invented
    planned: Planned
    operator_id: OperatorId
    now: datetime
    _people: dict[PersonId, Person] = field(default_factory=dict)
    _held: dict[ShiftId, list[Assignment]] = field(default_factory=dict)
    _bystanders: list[PersonId] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._people = {person.id: person for person in self.invented.people}
        self._bystanders = [p.id for p in self.invented.people if p.phone and p.status is PersonStatus.ACTIVE]
        for assignment in self.planned.assignments:
            self._held.setdefault(assignment.shift_id, []).append(assignment)

    def calls(self) -> Iterator[PastCall]:
        """Calls of shifts that began in the last two months, for half of them."""
        earliest = self.now - timedelta(days=CALLED_DAYS)
        for shift in self.planned.shifts:
            began = earliest < shift.span.start < self.now
            if began and self.inventor.rng.random() < SHARE_OF_SHIFTS_CALLED:
                yield self._call(shift)

    def attendance(self) -> Iterator[Attendance]:
        """Who was there: nearly everybody who held a place, a little early or late."""
        for shift in self.planned.shifts:
            if shift.span.start < self.now:
                for assignment in self._held.get(shift.id, ()):
                    if self.inventor.rng.random() >= NO_SHOWS:
                        yield self._presence(shift, assignment)

    def _call(self, shift: Shift) -> PastCall:
        opened = shift.span.start - RUNG_AHEAD
        call = Call(
            id=CallId(self.inventor.new_id(opened.date())),
            shift_id=shift.id,
            opened_at=opened,
            opened_by=self.operator_id,
            round_started_at=opened,
            state=CallState.ENDED,
            tiers=(CallTier.ON_SHIFT, CallTier.OWN_TEAM, CallTier.STANDBY),
            ended_at=opened + timedelta(minutes=40),
        )
        past = PastCall(call)
        holders = self._held.get(shift.id, [])
        at = opened
        for assignment in holders:
            at = self._say_yes(past, assignment, at)
        for person_id in self._others({assignment.person_id for assignment in holders}):
            at = self._say_no_or_miss(past, person_id, at)
        return past

    def _others(self, holders: set[PersonId]) -> list[PersonId]:
        wanted = self.inventor.rng.randrange(0, 4)
        chosen = self.inventor.rng.sample(self._bystanders, k=min(wanted, len(self._bystanders)))
        return [person_id for person_id in chosen if person_id not in holders]

    def _say_yes(self, past: PastCall, assignment: Assignment, at: datetime) -> datetime:
        ask = self._ask(past, assignment.person_id, CallTier.ON_SHIFT)
        if self.inventor.rng.random() < 0.2:
            at = self._ring(past, ask, at, self.inventor.rng.choice(MISSES))
        entry = self._entry(at)
        attempt = self._attempt(ask, entry, at, AttemptOutcome.CONNECTED)
        reply = Reply(
            id=ReplyId(self.inventor.new_id(at.date())),
            ask_id=ask.id,
            entry_id=entry,
            at=at,
            kind=ReplyKind.COMING,
            operator_id=self.operator_id,
            attempt_id=attempt.id,
            effect=AssignmentEffect.NONE,
            assignment_id=assignment.id,
        )
        past.events += [attempt, reply]
        return at + self._talk()

    def _say_no_or_miss(self, past: PastCall, person_id: PersonId, at: datetime) -> datetime:
        ask = self._ask(past, person_id, CallTier.OWN_TEAM)
        if self.inventor.rng.random() < 0.4:
            return self._ring(past, ask, at, self.inventor.rng.choice(MISSES))
        entry = self._entry(at)
        attempt = self._attempt(ask, entry, at, AttemptOutcome.CONNECTED)
        reply = Reply(
            id=ReplyId(self.inventor.new_id(at.date())),
            ask_id=ask.id,
            entry_id=entry,
            at=at,
            kind=ReplyKind.DECLINED,
            operator_id=self.operator_id,
            attempt_id=attempt.id,
            reason=self.inventor.rng.choice(REFUSALS),
        )
        past.events += [attempt, reply]
        return at + self._talk()

    def _ring(self, past: PastCall, ask: Ask, at: datetime, outcome: AttemptOutcome) -> datetime:
        past.events.append(self._attempt(ask, self._entry(at), at, outcome))
        return at + self._talk()

    def _ask(self, past: PastCall, person_id: PersonId, tier: CallTier) -> Ask:
        ask = Ask(
            id=AskId(self.inventor.new_id(past.call.opened_at.date())),
            call_id=past.call.id,
            person_id=person_id,
            tier=tier,
            position=float(len(past.asks)),
        )
        past.asks.append(ask)
        return ask

    def _attempt(self, ask: Ask, entry: EntryId, at: datetime, outcome: AttemptOutcome) -> Attempt:
        return Attempt(
            id=AttemptId(self.inventor.new_id(at.date())),
            ask_id=ask.id,
            entry_id=entry,
            at=at,
            phone=self._people[ask.person_id].phone,
            outcome=outcome,
            operator_id=self.operator_id,
        )

    def _entry(self, at: datetime) -> EntryId:
        return EntryId(self.inventor.new_id(at.date()))

    def _talk(self) -> timedelta:
        return timedelta(seconds=self.inventor.rng.randrange(25, 90))

    def _presence(self, shift: Shift, assignment: Assignment) -> Attendance:
        signed_in = shift.span.start + timedelta(minutes=self.inventor.rng.randrange(-20, 9))
        is_over = shift.span.end < self.now
        return Attendance(
            id=AttendanceId(self.inventor.new_id(shift.span.start.date())),
            shift_id=shift.id,
            person_id=assignment.person_id,
            signed_in_at=min(signed_in, self.now),
            operator_id=self.operator_id,
            assignment_id=assignment.id,
            signed_out_at=shift.span.end if is_over else None,
            source=AttendanceSource.SHEET,
        )
