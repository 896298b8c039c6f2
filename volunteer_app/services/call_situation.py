"""One shift call as it stands inside one transaction: who is where in it, whom to ring next, how many have come.

Read once; what the transaction then writes is told to it, so that a reply never reads the call twice.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Self

from volunteer_app.domain.attendance import Attendance
from volunteer_app.domain.call_progress import Candidate, Confirmed, Progress, progress
from volunteer_app.domain.call_queue import NextUp, Offer, Standing, next_up, tally
from volunteer_app.domain.calls import (
    AssignmentEffect,
    Attempt,
    Call,
    CallEvent,
    EntryId,
    Reply,
)
from volunteer_app.domain.errors import NotFound
from volunteer_app.domain.ids import AskId, CallId, PersonId, ShiftId
from volunteer_app.domain.shifts import Assignment, Shift
from volunteer_app.services.call_rows import CallCounters
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries import call_desk
from volunteer_app.storage.queries.call_desk import Queued, Transaction

SMALLEST_STEP = timedelta(microseconds=1)
UNTOUCHED = Progress()


@dataclass(slots=True)
class Situation:
    """A call with its facts."""

    desk: Desk
    transaction: Transaction
    call: Call
    shift_id: ShiftId
    now: datetime
    queued: dict[AskId, Queued]
    events: list[CallEvent]
    _shift: Shift | None = None
    _plan: tuple[Assignment, ...] | None = None
    _folded: dict[AskId, Progress] = field(default_factory=dict)
    _by_ask: dict[AskId, list[CallEvent]] = field(default_factory=dict)

    @classmethod
    def of(cls, desk: Desk, transaction: Transaction, call_id: CallId) -> Self:
        """Raises NotFound, also for a call that is not about a shift."""
        call = transaction.calls.get(call_id)
        if call.shift_id is None:
            raise NotFound("shift", call_id)
        return cls(
            desk=desk,
            transaction=transaction,
            call=call,
            shift_id=call.shift_id,
            now=desk.now(),
            queued={row.ask_id: row for row in call_desk.queued(transaction, call_id)},
            events=list(transaction.calls.events(call_id)),
        )

    @property
    def shift(self) -> Shift:
        if self._shift is None:
            self._shift = self.transaction.shifts.get(self.shift_id)
        return self._shift

    def plan(self) -> tuple[Assignment, ...]:
        """Who holds a place."""
        if self._plan is None:
            self._plan = self.transaction.assignments.held_in([self.shift_id])[self.shift_id]
        return self._plan

    def forget_plan(self) -> None:
        """After a place was given or taken back."""
        self._shift = self._plan = None

    def read_queue(self) -> None:
        """After somebody joined the order."""
        self.queued = {row.ask_id: row for row in call_desk.queued(self.transaction, self.call.id)}

    def next_moment(self) -> datetime:
        """Now, but after everything recorded: entries keep their order even when the PC's clock was set back."""
        latest = max((event.at for event in self.events), default=None)
        return self.now if latest is None else max(self.now, latest + SMALLEST_STEP)

    def add(self, events: Iterable[CallEvent]) -> None:
        self.events.extend(events)
        self._forget()

    def retract(self, entry_id: EntryId) -> None:
        operator_id = self.desk.operator.id
        self.events = [
            replace(event, retracted_at=self.now, retracted_by=operator_id)
            if event.entry_id == entry_id and event.counts
            else event
            for event in self.events
        ]
        self._forget()

    def _forget(self) -> None:
        self._folded.clear()
        self._by_ask.clear()

    def progress(self, ask_id: AskId) -> Progress:
        if ask_id not in self._folded:
            events, candidate = self.events_of(ask_id), self.candidate(ask_id)
            untouched = not events and candidate.phones
            self._folded[ask_id] = UNTOUCHED if untouched else progress(events, candidate)
        return self._folded[ask_id]

    def candidate(self, ask_id: AskId) -> Candidate:
        """Raises NotFound for somebody who is not in this call."""
        if ask_id not in self.queued:
            raise NotFound("ask", ask_id)
        return Candidate(self.queued[ask_id].phones, self.call.round_started_at)

    def person(self, ask_id: AskId) -> PersonId:
        """Raises NotFound for somebody who is not in this call."""
        if ask_id not in self.queued:
            raise NotFound("ask", ask_id)
        return self.queued[ask_id].person_id

    def events_of(self, ask_id: AskId) -> list[CallEvent]:
        if not self._by_ask:
            grouped: dict[AskId, list[CallEvent]] = defaultdict(list)
            for event in self.events:
                grouped[event.ask_id].append(event)
            self._by_ask = dict(grouped)
        return self._by_ask.get(ask_id, [])

    def ask_of(self, person_id: PersonId) -> AskId | None:
        return next((row.ask_id for row in self.queued.values() if row.person_id == person_id), None)

    def standings(self) -> Iterator[Standing]:
        for row in self.queued.values():
            yield Standing(row.ask_id, row.position, self.progress(row.ask_id).state)

    def next_up(self, may_ring: Callable[[AskId], bool]) -> NextUp:
        """The next one who may be rung: somebody may have been placed elsewhere since the order was made."""
        left = list(self.standings())
        while True:
            found = next_up(left, self.now, dropped_out_at=self._dropped_out_at())
            if not isinstance(found, Offer) or may_ring(found.ask_id):
                return found
            left = [standing for standing in left if standing.ask_id != found.ask_id]

    def _dropped_out_at(self) -> datetime | None:
        released = (e.at for e in self.events if isinstance(e, Reply) and e.counts and _gave_up_place(e))
        return max(released, default=None) if self.shift.vacancies else None

    def people_here(self) -> tuple[Attendance, ...]:
        return self.transaction.attendances.of_shift(self.shift_id)

    def counters(self) -> CallCounters:
        counted = tally([self.progress(ask_id) for ask_id in self.queued])
        shift = self.shift
        return CallCounters(
            needed=shift.needed,
            confirmed=len(self.plan()),
            arrived=len(self.people_here()),
            asked=counted.asked,
            informed=counted.informed,
            said_yes=counted.said_yes,
            standby=counted.standby,
            declined=counted.declined,
            unreached=counted.unreached,
            pending=counted.pending,
            attempts=sum(isinstance(event, Attempt) and event.counts for event in self.events),
        )

    def confirmations(self) -> dict[PersonId, Confirmed]:
        """Who said yes, and when they will be there."""
        found: dict[PersonId, Confirmed] = {}
        for row in self.queued.values():
            if isinstance(state := self.progress(row.ask_id).state, Confirmed):
                found[row.person_id] = state
        return found


def _gave_up_place(reply: Reply) -> bool:
    return reply.effect is AssignmentEffect.RELEASED
