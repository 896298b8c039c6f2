"""Runs a shift call: opens it, records what each ring came to, takes it back, ends it.

One method is one committed transaction. What `CallStep` shows is on disk before it is returned (product.md rule 13).
"""

from collections.abc import Sequence

from volunteer_app.domain.call_entries import Amendment, Entry, NothingToUndo, amended, entries
from volunteer_app.domain.calls import (
    Ask,
    Call,
    CallPurpose,
    CallState,
    CallTier,
    EntryId,
    FactorCode,
    Reason,
    ReplyKey,
)
from volunteer_app.domain.changes import Changes, Topic
from volunteer_app.domain.errors import CallClosed, NotFound
from volunteer_app.domain.ids import AskId, CallId, PersonId, ShiftId, new_id
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.shifts import ShiftState
from volunteer_app.services.call_opening import CallOrder, bring_in, first_tiers
from volunteer_app.services.call_press import KeyPress, Pressed, Ring
from volunteer_app.services.call_rows import (
    CallBoard,
    CallCard,
    CallEnded,
    CallOpened,
    CallStep,
    CallSummary,
    OpenCall,
    Preflight,
    UndoneEntry,
)
from volunteer_app.services.call_situation import Situation
from volunteer_app.services.call_summary import summarize
from volunteer_app.services.call_view import CallView
from volunteer_app.services.session import Desk
from volunteer_app.storage.unit_of_work import UnitOfWork

__all__ = ["Ring", "ShiftCalls"]

PLAIN_RING = Ring()


class ShiftCalls:
    """The call desk's questions and key presses."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def running(self) -> tuple[OpenCall, ...]:
        """Every open call, the oldest first: the tabs, and what to come back to after a crash."""
        with self._desk.read() as reader:
            return tuple(
                _open_call(Situation.of(self._desk, reader, call.id))
                for call in reader.calls.all_open()
                if call.shift_id is not None
            )

    def open_call(self, shift_id: ShiftId, purpose: CallPurpose = CallPurpose.SHIFT) -> CallOpened:
        """Start calling for a shift. A call that runs already comes back as it is. Raises NotFound."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            if running := uow.calls.open_for(shift_id):
                return CallOpened(Changes(), running.id, Preflight(len(uow.calls.asks(running.id))))
            shift = uow.shifts.get(shift_id)
            if shift.state is ShiftState.CANCELLED:
                raise NotFound("shift", shift_id)
            now = self._desk.now()
            call = Call(
                id=CallId(new_id()),
                shift_id=shift_id,
                opened_at=now,
                opened_by=self._desk.operator.id,
                round_started_at=now,
                purpose=purpose,
                tiers=first_tiers(shift),
            )
            uow.calls.add(call)
            preflight = bring_in(uow, self._desk, call, shift_id, tiers=call.tiers)
            return CallOpened(uow.commit(), call.id, preflight)

    def widen(self, call_id: CallId, tier: CallTier) -> CallOpened:
        """Open one more tier. Raises CallClosed."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            situation = self._open(uow, call_id)
            call = situation.call.with_tier(tier)
            uow.calls.save(call)
            preflight = bring_in(uow, self._desk, call, situation.shift_id, tiers=(tier,))
            return CallOpened(uow.commit(), call_id, preflight)

    def second_round(self, call_id: CallId) -> CallOpened:
        """Offer again whoever was unreached, skipped or undecided, and add who can be rung now. Raises CallClosed."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            situation = self._open(uow, call_id)
            call = situation.call.next_round(situation.next_moment())
            uow.calls.save(call)
            preflight = bring_in(uow, self._desk, call, situation.shift_id, tiers=call.tiers)
            return CallOpened(uow.commit(), call_id, preflight)

    def board(self, call_id: CallId) -> CallBoard:
        """Everything the window shows. Raises NotFound."""
        with self._desk.read() as reader:
            return CallView(Situation.of(self._desk, reader, call_id)).board()

    def card(self, call_id: CallId, ask_id: AskId) -> CallCard:
        """Somebody chosen by hand. Raises NotFound."""
        with self._desk.read() as reader:
            return CallView(Situation.of(self._desk, reader, call_id)).card(ask_id)

    def not_callable(self, call_id: CallId) -> Preflight:
        """Who of the opened tiers is not in the order, and why; `callable` counts those who could join it now."""
        with self._desk.read() as reader:
            situation = Situation.of(self._desk, reader, call_id)
            order = CallOrder(self._desk, reader, situation.call, situation.shift_id)
            return order.judge(situation.call.tiers).preflight()

    def record(self, call_id: CallId, ask_id: AskId, key: ReplyKey, ring: Ring = PLAIN_RING) -> CallStep:
        """One of the six keys. Raises CallClosed, NotFound, PlacementRefused, ReasonNeeded; then nothing is saved."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            situation = self._open(uow, call_id)
            was_short = bool(situation.shift.vacancies)
            pressed = KeyPress(uow, situation).press(ask_id, key, ring)
            return _after(uow, situation, pressed, was_short=was_short)

    def on_the_way(self, call_id: CallId, person_id: PersonId, minutes: int) -> CallStep:
        """Somebody let the office know when they will be there. Raises as `record` does."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            situation = self._open(uow, call_id)
            was_short = bool(situation.shift.vacancies)
            ask_id = _join(uow, situation, person_id)
            pressed = KeyPress(uow, situation).announce(ask_id, Ring(eta_minutes=minutes))
            return _after(uow, situation, pressed, was_short=was_short)

    def amend(self, call_id: CallId, entry_id: EntryId, parts: Sequence[Amendment]) -> CallStep:
        """The `+` line. Raises CallClosed, AmendmentDoesNotFit, and NotFound when the entry was taken back."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            situation = self._open(uow, call_id)
            entry = next((each for each in entries(situation.events) if each.id == entry_id), None)
            if entry is None:
                raise NotFound("entry", entry_id)
            changed = amended(entry, parts, situation.shift.span.start)
            if parts:
                KeyPress(uow, situation).amend(entry, changed)
            return _after(uow, situation, Pressed(changed if parts else entry), was_short=False)

    def undo(self, call_id: CallId) -> CallStep:
        """Take back the latest key press and bring its person back. Raises CallClosed and NothingToUndo."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            situation = self._open(uow, call_id)
            latest = next(iter(entries(situation.events)), None)
            if latest is None:
                raise NothingToUndo
            not_restored = KeyPress(uow, situation).take_back(latest)
            undone = UndoneEntry(latest.id, latest.ask_id, not_restored)
            return _step(uow, situation, shown=latest.ask_id, row=latest.ask_id, undone=undone)

    def skip(self, call_id: CallId, ask_id: AskId) -> CallStep:
        """Pass somebody over in this round. Raises CallClosed and NotFound."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            situation = self._open(uow, call_id)
            situation.person(ask_id)
            entry = KeyPress(uow, situation).skip(ask_id)
            return _after(uow, situation, Pressed(entry), was_short=False)

    def pin(self, call_id: CallId, ask_id: AskId, before: AskId | None) -> Changes:
        """Another place in the order: before somebody, or at the end. Raises CallClosed and NotFound."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            situation = self._open(uow, call_id)
            situation.person(ask_id)
            uow.calls.pin(ask_id, _position_before(situation, ask_id, before))
            return uow.commit()

    def add_person(self, call_id: CallId, person_id: PersonId) -> CallStep:
        """Somebody who is not in the order yet, or is to be rung again now. Raises CallClosed and NotFound."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            situation = self._open(uow, call_id)
            ask_id = _join(uow, situation, person_id)
            return _step(uow, situation, shown=ask_id, row=ask_id)

    def save_note(self, call_id: CallId, ask_id: AskId, text: str) -> Changes:
        """The note of the person on screen; it goes into what is recorded next. Raises CallClosed and NotFound."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            self._open(uow, call_id).person(ask_id)
            uow.calls.set_note(ask_id, text.strip())
            return uow.commit()

    def number_copied(self, call_id: CallId, ask_id: AskId) -> Changes:
        """The call is the purpose: copying one number is logged without a question (product.md 6)."""
        with self._desk.write(Permission.SEE_PHONES) as uow:
            uow.note("call.number_copied", ask_id, Topic.CALLS, call=call_id)
            return uow.commit()

    def end_call(self, call_id: CallId) -> CallEnded:
        """No more replies; what was recorded stays. Ending twice gives the same summary."""
        with self._desk.write(Permission.RUN_CALLS) as uow:
            situation = Situation.of(self._desk, uow, call_id)
            if situation.call.state is CallState.OPEN:
                situation.call = situation.call.ended(situation.next_moment())
                uow.calls.save(situation.call)
            summary = summarize(situation)
            return CallEnded(uow.commit(), summary)

    def summary(self, call_id: CallId) -> CallSummary:
        """How it went so far. Raises NotFound."""
        with self._desk.read() as reader:
            return summarize(Situation.of(self._desk, reader, call_id))

    def _open(self, uow: UnitOfWork, call_id: CallId) -> Situation:
        """Raises CallClosed."""
        situation = Situation.of(self._desk, uow, call_id)
        if situation.call.ended_at is not None:
            raise CallClosed(call_id, situation.call.ended_at)
        return situation


def _open_call(situation: Situation) -> OpenCall:
    head, shift = CallView(situation).head(), situation.shift
    return OpenCall(
        call_id=head.call_id,
        shift_id=head.shift_id,
        purpose=head.purpose,
        post=head.post,
        place=head.place,
        span=head.span,
        round=head.round,
        needed=shift.needed,
        confirmed=shift.needed - shift.vacancies,
    )


def _after(uow: UnitOfWork, situation: Situation, pressed: Pressed, *, was_short: bool) -> CallStep:
    """The step of a key press: who comes next."""
    return _step(
        uow,
        situation,
        row=pressed.entry.ask_id,
        entry=pressed.entry,
        became_standby=pressed.became_standby,
        just_filled=was_short and not situation.shift.vacancies,
        dropped_out=pressed.dropped_out,
    )


def _step(
    uow: UnitOfWork,
    situation: Situation,
    *,
    row: AskId,
    shown: AskId | None = None,
    entry: Entry | None = None,
    undone: UndoneEntry | None = None,
    **flags: bool,
) -> CallStep:
    """Everything is read before the commit, so that a step which cannot be shown was not saved either."""
    view = CallView(situation)
    next_up = view.next_up()
    card = view.card_for(next_up) if shown is None else view.card(shown)
    counters, answered = situation.counters(), view.row(row)
    recent = None if entry is None else view.recent_entry(entry)
    changes = uow.commit()
    return CallStep(changes, counters, next_up, card, answered, entry=recent, undone=undone, **flags)


def _join(uow: UnitOfWork, situation: Situation, person_id: PersonId) -> AskId:
    """The person's place in the order; somebody new comes to its front. Raises NotFound."""
    if (known := situation.ask_of(person_id)) is not None:
        return known
    uow.people.get(person_id)
    tier = _tier_of(uow, situation, person_id)
    first = min((row.position for row in situation.queued.values()), default=0.0)
    reasons = (Reason(FactorCode.ADDED_BY_HAND, 0),)
    ask = Ask(AskId(new_id()), situation.call.id, person_id, tier, first - 1, reasons=reasons)
    uow.calls.add_asks([ask])
    situation.read_queue()
    return ask.id


def _tier_of(uow: UnitOfWork, situation: Situation, person_id: PersonId) -> CallTier:
    if any(place.person_id == person_id for place in situation.plan()):
        return CallTier.ON_SHIFT
    team_id = situation.shift.team_id
    memberships = uow.memberships.of_people([person_id])[person_id]
    is_own = any(each.team_id == team_id and each.holds_on(situation.desk.today()) for each in memberships)
    return CallTier.OWN_TEAM if is_own else CallTier.OTHER_TEAMS


def _position_before(situation: Situation, moved: AskId, before: AskId | None) -> float:
    """Halfway between the two it comes to lie between."""
    others = [row for row in situation.queued.values() if row.ask_id != moved]
    if before is None:
        return max((row.position for row in others), default=0.0) + 1
    place = next((index for index, row in enumerate(others) if row.ask_id == before), None)
    if place is None:
        raise NotFound("ask", before)
    after = others[place].position
    return (others[place - 1].position + after) / 2 if place else after - 1
