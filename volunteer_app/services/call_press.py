"""What one key press of the clerk writes: the ring, what was said, the place, the sign-in. And how it is taken back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from volunteer_app.domain.attendance import Attendance, AttendanceSource
from volunteer_app.domain.call_entries import Entry, kind_for_eta, kind_of, outcome_of
from volunteer_app.domain.call_progress import RetryRules, phone_to_ring
from volunteer_app.domain.calls import (
    AssignmentEffect,
    Attempt,
    AttemptOutcome,
    CallEvent,
    EntryId,
    Reply,
    ReplyKey,
    ReplyKind,
    Skip,
    SkipId,
)
from volunteer_app.domain.errors import AppError
from volunteer_app.domain.ids import AskId, AssignmentId, AttemptId, AttendanceId, PersonId, ReplyId, new_id
from volunteer_app.domain.placement import PlacementRefused
from volunteer_app.domain.shifts import AssignmentSource
from volunteer_app.services.call_placing import CallPlacing
from volunteer_app.services.call_situation import Situation
from volunteer_app.storage.unit_of_work import UnitOfWork

RETRY = RetryRules()


@dataclass(frozen=True, slots=True)
class Ring:
    """What goes with a reply key. `phone` is the number rung; without one it is the number the order suggests.

    `callback_minutes` or `callback_at` belong to 稍后, `eta_minutes` to a yes; `override_reason` answers warnings.
    """

    phone: str = ""
    note: str = ""
    callback_minutes: int | None = None
    callback_at: datetime | None = None
    eta_minutes: int | None = None
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class _Press:
    """A press about to be written."""

    entry_id: EntryId
    ask_id: AskId
    person_id: PersonId
    at: datetime
    key: ReplyKey
    ring: Ring
    outcome: AttemptOutcome | None

    @property
    def eta_at(self) -> datetime | None:
        minutes = self.ring.eta_minutes
        return None if minutes is None else self.at + timedelta(minutes=minutes)

    @property
    def callback_at(self) -> datetime | None:
        """Only 稍后 has one; without a time it is ten minutes."""
        if self.key is not ReplyKey.LATER:
            return None
        if self.ring.callback_at is not None:
            return self.ring.callback_at
        minutes = self.ring.callback_minutes
        return self.at + (RETRY.callback if minutes is None else timedelta(minutes=minutes))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a yes or a no did to the plan."""

    kind: ReplyKind
    effect: AssignmentEffect = AssignmentEffect.NONE
    assignment_id: AssignmentId | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """What was written. `became_standby`: a yes for which there was no place."""

    entry: Entry
    became_standby: bool = False

    @property
    def dropped_out(self) -> bool:
        return self.entry.reply is not None and self.entry.reply.effect is AssignmentEffect.RELEASED


class KeyPress:
    """One press in one unit of work, on one call."""

    def __init__(self, uow: UnitOfWork, situation: Situation) -> None:
        self._uow = uow
        self._now = situation
        self._operator_id = situation.desk.operator.id
        self._places = CallPlacing(uow, situation)

    def press(self, ask_id: AskId, key: ReplyKey, ring: Ring) -> Pressed:
        """Raises PlacementRefused and ReasonNeeded; then nothing was written."""
        return self._write(self._new(ask_id, key, ring, outcome=outcome_of(key)))

    def announce(self, ask_id: AskId, ring: Ring) -> Pressed:
        """Somebody is on the way, as was learned without ringing them. Raises as `press` does."""
        return self._write(self._new(ask_id, ReplyKey.COMING, ring, outcome=None))

    def _new(self, ask_id: AskId, key: ReplyKey, ring: Ring, *, outcome: AttemptOutcome | None) -> _Press:
        person_id = self._now.person(ask_id)
        return _Press(EntryId(new_id()), ask_id, person_id, self._now.next_moment(), key, ring, outcome)

    def skip(self, ask_id: AskId) -> Entry:
        entry_id = EntryId(new_id())
        skip = Skip(SkipId(new_id()), ask_id, entry_id, self._now.next_moment(), self._operator_id)
        self._store(entry_id, [skip])
        return Entry(entry_id, skip=skip)

    def amend(self, old: Entry, new: Entry) -> None:
        """The same press with other rows; the old ones stay, retracted."""
        self._uow.calls.retract(self._now.call.id, old.id)
        self._now.retract(old.id)
        self._store(new.id, [event for event in (new.attempt, new.reply) if event is not None])

    def take_back(self, entry: Entry) -> AppError | None:
        """Undo: rows are retracted, the plan and the attendance they made are reversed.

        Returned, not raised: why a place given up could not be given back.
        """
        not_restored = self._reverse(entry.reply) if entry.reply else None
        self._uow.attendances.retract_entry(entry.id)
        self._uow.calls.retract(self._now.call.id, entry.id)
        self._now.retract(entry.id)
        self._return_note(entry)
        return not_restored

    def _reverse(self, reply: Reply) -> AppError | None:
        if reply.assignment_id is None:
            return None
        match reply.effect:
            case AssignmentEffect.PLACED:
                self._places.take_back(reply.assignment_id)
                return None
            case AssignmentEffect.RELEASED:
                return self._places.give_again(reply.assignment_id)
            case AssignmentEffect.NONE:
                return None

    def _return_note(self, entry: Entry) -> None:
        note = (entry.reply.words if entry.reply else "") or (entry.attempt.note if entry.attempt else "")
        if note and not self._uow.calls.ask(entry.ask_id).note:
            self._uow.calls.set_note(entry.ask_id, note)

    def _write(self, press: _Press) -> Pressed:
        words = press.ring.note or self._take_note(press.ask_id)
        said = kind_of(press.key)
        attempt = self._attempt(press, words if said is None else "")
        reply = None if said is None else self._reply(press, self._settle(press, said), attempt, words=words)
        self._store(press.entry_id, [event for event in (attempt, reply) if event is not None])
        if press.key is ReplyKey.ARRIVED:
            self._sign_in(press)
        became_standby = said is ReplyKind.COMING and reply is not None and not reply.kind.is_yes
        return Pressed(Entry(press.entry_id, attempt, reply), became_standby)

    def _store(self, entry_id: EntryId, events: list[CallEvent]) -> None:
        self._uow.calls.write(entry_id, self._now.call.id, events)
        self._now.add(events)

    def _take_note(self, ask_id: AskId) -> str:
        """The draft note of the person on screen goes into what is written now."""
        note = self._uow.calls.ask(ask_id).note
        if note:
            self._uow.calls.set_note(ask_id, "")
        return note

    def _attempt(self, press: _Press, note: str) -> Attempt | None:
        if press.outcome is None:
            return None
        suggested = phone_to_ring(self._now.candidate(press.ask_id), self._now.progress(press.ask_id))
        return Attempt(
            id=AttemptId(new_id()),
            ask_id=press.ask_id,
            entry_id=press.entry_id,
            at=press.at,
            phone=press.ring.phone or suggested,
            outcome=press.outcome,
            operator_id=self._operator_id,
            note=note,
        )

    def _reply(self, press: _Press, outcome: Outcome, attempt: Attempt | None, *, words: str) -> Reply:
        eta_at = press.eta_at if outcome.kind.is_yes else None
        kind = outcome.kind if eta_at is None else kind_for_eta(eta_at, self._now.shift.span.start)
        return Reply(
            id=ReplyId(new_id()),
            ask_id=press.ask_id,
            entry_id=press.entry_id,
            at=press.at,
            kind=kind,
            operator_id=self._operator_id,
            attempt_id=attempt.id if attempt else None,
            eta_at=eta_at,
            callback_at=press.callback_at,
            words=words,
            effect=outcome.effect,
            assignment_id=outcome.assignment_id,
        )

    def _settle(self, press: _Press, said: ReplyKind) -> Outcome:
        """Let the plan follow what was said."""
        held = self._places.held_by(press.person_id)
        match said:
            case ReplyKind.COMING | ReplyKind.LATE if held is not None:
                return Outcome(said, assignment_id=held.id)
            case ReplyKind.COMING | ReplyKind.LATE:
                given = self._give(press)
                return Outcome(ReplyKind.STANDBY) if given is None else Outcome(said, AssignmentEffect.PLACED, given)
            case ReplyKind.DECLINED | ReplyKind.STANDBY if held is not None:
                self._places.take_back(held.id)
                return Outcome(said, AssignmentEffect.RELEASED, held.id)
            case ReplyKind.DECLINED | ReplyKind.STANDBY | ReplyKind.UNDECIDED:
                return Outcome(said)

    def _give(self, press: _Press) -> AssignmentId | None:
        """Somebody who stands in the room is signed in even where no place can be given (product.md rule 8)."""
        reason = press.ring.override_reason
        if press.key is not ReplyKey.ARRIVED:
            return self._places.give(press.person_id, AssignmentSource.CALL, reason)
        try:
            return self._places.give(press.person_id, AssignmentSource.ON_THE_SPOT, reason)
        except PlacementRefused:
            return None

    def _sign_in(self, press: _Press) -> None:
        if self._uow.attendances.of_person(self._now.shift_id, press.person_id) is not None:
            return
        held = self._places.held_by(press.person_id)
        self._uow.attendances.add(
            Attendance(
                id=AttendanceId(new_id()),
                shift_id=self._now.shift_id,
                person_id=press.person_id,
                signed_in_at=press.at,
                operator_id=self._operator_id,
                assignment_id=held.id if held else None,
                entry_id=press.entry_id,
                source=AttendanceSource.CALL_DESK,
            )
        )
