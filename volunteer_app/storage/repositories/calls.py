"""Shift calls and their separate facts. Rows are added and retracted, never rewritten and never removed."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import insert, select

from volunteer_app.domain.calls import (
    Ask,
    Attempt,
    AttemptOutcome,
    Call,
    CallEvent,
    CallState,
    EntryId,
    Reply,
    Skip,
)
from volunteer_app.domain.changes import Topic
from volunteer_app.domain.ids import AskId, CallId, PersonId, ShiftId
from volunteer_app.storage.records.calls import AskRecord, AttemptRecord, CallRecord, ReplyRecord, SkipRecord
from volunteer_app.storage.repositories.base import Repository
from volunteer_app.storage.repositories.call_mapping import to_ask, to_attempt, to_call, to_reply, to_skip

EventRecord = AttemptRecord | ReplyRecord | SkipRecord
AnyEvent = TypeVar("AnyEvent", AttemptRecord, ReplyRecord, SkipRecord)


class Calls(Repository):
    """Calls, their order of asking, and everything that was rung and said."""

    def get(self, call_id: CallId) -> Call:
        return to_call(self.one(CallRecord, call_id))

    def open_for(self, shift_id: ShiftId) -> Call | None:
        """The running call of this shift; the database holds that there is one at the most."""
        query = select(CallRecord).where(
            CallRecord.office_id == self.office_id, CallRecord.shift_id == shift_id, CallRecord.state == CallState.OPEN
        )
        record = self.session.scalar(query)
        return None if record is None else to_call(record)

    def all_open(self) -> tuple[Call, ...]:
        query = (
            select(CallRecord)
            .where(CallRecord.office_id == self.office_id, CallRecord.state == CallState.OPEN)
            .order_by(CallRecord.opened_at)
        )
        return tuple(map(to_call, self.session.scalars(query)))

    def add(self, call: Call) -> None:
        self.session.add(self._record(call))
        self.session.flush()
        self.notebook.note("call.opened", call.id, Topic.CALLS, shift=call.shift_id, purpose=call.purpose)

    def add_past(self, call: Call, asks: Sequence[Ask], events: Sequence[CallEvent]) -> None:
        """A whole call that is over, with one audit line."""
        self.session.add(self._record(call))
        self.session.flush()
        if asks:
            self.session.execute(insert(AskRecord), [self._ask_row(ask) for ask in asks])
        attempts_first = sorted(events, key=lambda event: isinstance(event, Reply))
        self.session.add_all(self._event_record(call.id, event) for event in attempts_first)
        self.session.flush()
        self.notebook.note("call.added_past", call.id, Topic.CALLS, asks=len(asks), events=len(events))

    def save(self, call: Call) -> None:
        """Tiers, round and end; the rest of a call never changes."""
        record = self.one(CallRecord, call.id)
        record.state, record.round, record.round_started_at = call.state, call.round, call.round_started_at
        record.tiers, record.closes_at, record.ended_at = list(call.tiers), call.closes_at, call.ended_at
        self.session.flush()
        self.notebook.note("call.changed", call.id, Topic.CALLS, state=call.state, round=call.round)

    def asks(self, call_id: CallId) -> tuple[Ask, ...]:
        """In the order of asking."""
        query = (
            select(AskRecord)
            .where(AskRecord.office_id == self.office_id, AskRecord.call_id == call_id)
            .order_by(AskRecord.position, AskRecord.id)
        )
        return tuple(map(to_ask, self.session.scalars(query)))

    def ask(self, ask_id: AskId) -> Ask:
        return to_ask(self.one(AskRecord, ask_id))

    def add_asks(self, asks: Sequence[Ask]) -> None:
        if not asks:
            return
        self.session.execute(insert(AskRecord), [self._ask_row(ask) for ask in asks])
        self.notebook.note("call.asks_added", asks[0].call_id, Topic.CALLS, count=len(asks))

    def pin(self, ask_id: AskId, position: float) -> None:
        """Another place in the order, given by hand."""
        record = self.one(AskRecord, ask_id)
        record.position = position
        self.session.flush()
        self.notebook.note("call.ask_pinned", ask_id, Topic.CALLS)

    def set_note(self, ask_id: AskId, note: str) -> None:
        record = self.one(AskRecord, ask_id)
        record.note = note
        self.session.flush()
        self.notebook.note("call.ask_note", ask_id, Topic.CALLS)

    def events(self, call_id: CallId) -> tuple[CallEvent, ...]:
        """All attempts, replies and skips of the call, retracted ones too, in the order they were made."""
        found: list[CallEvent] = []
        found.extend(to_attempt(record) for record in self._of_call(AttemptRecord, call_id))
        found.extend(to_reply(record) for record in self._of_call(ReplyRecord, call_id))
        found.extend(to_skip(record) for record in self._of_call(SkipRecord, call_id))
        return tuple(sorted(found, key=lambda event: (event.at, event.entry_id, event.id)))

    def _of_call(self, record: type[AnyEvent], call_id: CallId) -> Sequence[AnyEvent]:
        query = select(record).where(record.office_id == self.office_id, record.call_id == call_id)
        return self.session.scalars(query).all()

    def write(self, entry_id: EntryId, call_id: CallId, events: Sequence[CallEvent]) -> None:
        """Everything one press of a key made, under its entry."""
        for event in events:
            self.session.add(self._event_record(call_id, event))
            # One by one: a reply points to its attempt.
            self.session.flush()
        kinds = sorted(type(event).__name__.lower() for event in events)
        self.notebook.note("call.entry", call_id, Topic.CALLS, entry=entry_id, made=kinds)

    def retract(self, call_id: CallId, entry_id: EntryId) -> None:
        """Mark everything of this entry retracted, in the operator's name. The rows stay."""
        self._retract(AttemptRecord, entry_id)
        self._retract(ReplyRecord, entry_id)
        self._retract(SkipRecord, entry_id)
        self.session.flush()
        self.notebook.note("call.entry_retracted", call_id, Topic.CALLS, entry=entry_id)

    def _retract(self, kind: type[AnyEvent], entry_id: EntryId) -> None:
        query = select(kind).where(
            kind.office_id == self.office_id, kind.entry_id == entry_id, kind.retracted_at.is_(None)
        )
        for record in self.session.scalars(query):
            record.retracted_at, record.retracted_by = self.now, self.notebook.operator_id

    def misses_of(self, phones: Sequence[str]) -> dict[str, tuple[AttemptOutcome, ...]]:
        """What came of the rings of these numbers over all calls, newest first, for the rule of three misses."""
        query = (
            select(AttemptRecord.phone, AttemptRecord.outcome)
            .where(
                AttemptRecord.office_id == self.office_id,
                AttemptRecord.phone.in_(phones),
                AttemptRecord.retracted_at.is_(None),
            )
            .order_by(AttemptRecord.at.desc(), AttemptRecord.id.desc())
        )
        found: dict[str, list[AttemptOutcome]] = {phone: [] for phone in phones}
        for phone, outcome in self.session.execute(query):
            found[phone].append(AttemptOutcome(outcome))
        return {phone: tuple(outcomes) for phone, outcomes in found.items()}

    def open_elsewhere(self, person_ids: Sequence[PersonId], except_call: CallId | None) -> dict[PersonId, CallId]:
        """People who stand in the order of another running call."""
        query = (
            select(AskRecord.person_id, AskRecord.call_id)
            .join(CallRecord, (CallRecord.office_id == AskRecord.office_id) & (CallRecord.id == AskRecord.call_id))
            .where(
                AskRecord.office_id == self.office_id,
                CallRecord.state == CallState.OPEN,
                AskRecord.person_id.in_(person_ids),
            )
        )
        if except_call is not None:
            query = query.where(AskRecord.call_id != except_call)
        return {PersonId(person_id): CallId(call_id) for person_id, call_id in self.session.execute(query)}

    def _record(self, call: Call) -> CallRecord:
        return CallRecord(
            office_id=self.office_id,
            id=call.id,
            purpose=call.purpose,
            shift_id=call.shift_id,
            method=call.method,
            state=call.state,
            round=call.round,
            round_started_at=call.round_started_at,
            tiers=list(call.tiers),
            opened_at=call.opened_at,
            closes_at=call.closes_at,
            ended_at=call.ended_at,
            opened_by=call.opened_by,
        )

    def _ask_row(self, ask: Ask) -> dict[str, object]:
        return {
            "office_id": self.office_id,
            "id": ask.id,
            "call_id": ask.call_id,
            "person_id": ask.person_id,
            "tier": ask.tier,
            "position": ask.position,
            "score": ask.score,
            "reasons": [[reason.code, reason.points, reason.value] for reason in ask.reasons],
            "note": ask.note,
        }

    def _event_record(self, call_id: CallId, event: CallEvent) -> EventRecord:
        match event:
            case Attempt():
                return AttemptRecord(
                    office_id=self.office_id,
                    id=event.id,
                    call_id=call_id,
                    ask_id=event.ask_id,
                    entry_id=event.entry_id,
                    at=event.at,
                    phone=event.phone,
                    outcome=event.outcome,
                    note=event.note,
                    operator_id=event.operator_id,
                    retracted_at=event.retracted_at,
                    retracted_by=event.retracted_by,
                )
            case Reply():
                return self._reply_record(call_id, event)
            case Skip():
                return SkipRecord(
                    office_id=self.office_id,
                    id=event.id,
                    call_id=call_id,
                    ask_id=event.ask_id,
                    entry_id=event.entry_id,
                    at=event.at,
                    operator_id=event.operator_id,
                    retracted_at=event.retracted_at,
                    retracted_by=event.retracted_by,
                )

    def _reply_record(self, call_id: CallId, reply: Reply) -> ReplyRecord:
        return ReplyRecord(
            office_id=self.office_id,
            id=reply.id,
            call_id=call_id,
            ask_id=reply.ask_id,
            entry_id=reply.entry_id,
            attempt_id=reply.attempt_id,
            at=reply.at,
            kind=reply.kind,
            eta_at=reply.eta_at,
            reason=reply.reason,
            callback_at=reply.callback_at,
            words=reply.words,
            operator_id=reply.operator_id,
            effect=reply.effect,
            assignment_id=reply.assignment_id,
            retracted_at=reply.retracted_at,
            retracted_by=reply.retracted_by,
        )
