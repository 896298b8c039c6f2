"""Call records as domain objects."""

from uuid import UUID

from volunteer_app.domain.calls import (
    Ask,
    AssignmentEffect,
    Attempt,
    AttemptOutcome,
    Call,
    CallMethod,
    CallPurpose,
    CallState,
    CallTier,
    DeclineReason,
    EntryId,
    FactorCode,
    Reason,
    Reply,
    ReplyKind,
    Skip,
    SkipId,
)
from volunteer_app.domain.ids import AskId, AssignmentId, AttemptId, CallId, OperatorId, PersonId, ReplyId, ShiftId
from volunteer_app.storage.records.calls import AskRecord, AttemptRecord, CallRecord, ReplyRecord, SkipRecord


def to_call(record: CallRecord) -> Call:
    return Call(
        id=CallId(record.id),
        shift_id=None if record.shift_id is None else ShiftId(record.shift_id),
        opened_at=record.opened_at,
        opened_by=OperatorId(record.opened_by),
        round_started_at=record.round_started_at,
        purpose=CallPurpose(record.purpose),
        method=CallMethod(record.method),
        state=CallState(record.state),
        round=record.round,
        tiers=tuple(CallTier(tier) for tier in record.tiers),
        closes_at=record.closes_at,
        ended_at=record.ended_at,
    )


def to_ask(record: AskRecord) -> Ask:
    return Ask(
        id=AskId(record.id),
        call_id=CallId(record.call_id),
        person_id=PersonId(record.person_id),
        tier=CallTier(record.tier),
        position=record.position,
        score=record.score,
        reasons=tuple(Reason(FactorCode(str(code)), int(str(p)), str(value)) for code, p, value in record.reasons),
        note=record.note,
    )


def to_attempt(record: AttemptRecord) -> Attempt:
    return Attempt(
        id=AttemptId(record.id),
        ask_id=AskId(record.ask_id),
        entry_id=EntryId(record.entry_id),
        at=record.at,
        phone=record.phone,
        outcome=AttemptOutcome(record.outcome),
        operator_id=OperatorId(record.operator_id),
        note=record.note,
        retracted_at=record.retracted_at,
        retracted_by=_operator(record.retracted_by),
    )


def to_reply(record: ReplyRecord) -> Reply:
    return Reply(
        id=ReplyId(record.id),
        ask_id=AskId(record.ask_id),
        entry_id=EntryId(record.entry_id),
        at=record.at,
        kind=ReplyKind(record.kind),
        operator_id=OperatorId(record.operator_id),
        attempt_id=None if record.attempt_id is None else AttemptId(record.attempt_id),
        eta_at=record.eta_at,
        reason=None if record.reason is None else DeclineReason(record.reason),
        callback_at=record.callback_at,
        words=record.words,
        effect=AssignmentEffect(record.effect),
        assignment_id=None if record.assignment_id is None else AssignmentId(record.assignment_id),
        retracted_at=record.retracted_at,
        retracted_by=_operator(record.retracted_by),
    )


def to_skip(record: SkipRecord) -> Skip:
    return Skip(
        id=SkipId(record.id),
        ask_id=AskId(record.ask_id),
        entry_id=EntryId(record.entry_id),
        at=record.at,
        operator_id=OperatorId(record.operator_id),
        retracted_at=record.retracted_at,
        retracted_by=_operator(record.retracted_by),
    )


def _operator(operator_id: UUID | None) -> OperatorId | None:
    return None if operator_id is None else OperatorId(operator_id)
