"""Where each candidate of a call stands: a pure fold over what was recorded. It stores nothing and knows no clock.

Unreached never becomes refused, a missed ring never takes back an answer, and what was retracted never counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from operator import attrgetter
from typing import TypeAlias

from volunteer_app.domain.calls import (
    Attempt,
    AttemptOutcome,
    CallEvent,
    DeclineReason,
    Reply,
    ReplyKind,
    Skip,
)


@dataclass(frozen=True, slots=True)
class RetryRules:
    """The office's own patience (product.md 4 has the starting values).

    A number is given up for another one after `misses_per_number`; a person after `misses_per_person`, once every
    number was tried that often.
    """

    pauses: tuple[timedelta, ...] = (timedelta(minutes=10), timedelta(minutes=20))
    misses_per_number: int = 2
    misses_per_person: int = 3
    callback: timedelta = timedelta(minutes=10)

    def pause_after(self, misses: int) -> timedelta:
        return self.pauses[min(misses, len(self.pauses)) - 1]


@dataclass(frozen=True, slots=True)
class Waiting:
    """To be rung. Also somebody whose number turned out bad while another is left."""


@dataclass(frozen=True, slots=True)
class Resting:
    """Missed; offered again after the pause. `suggests_replacement`: every number was missed often enough."""

    until: datetime
    misses: int
    suggests_replacement: bool = False


@dataclass(frozen=True, slots=True)
class CallBack:
    """Asked to be rung again at this moment."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Undecided:
    """Was spoken to and left it open; offered again in the next round."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Said yes."""

    since: datetime
    eta_at: datetime | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Declined:
    """Said no, with the reason where one was given."""

    reason: DeclineReason | None = None


@dataclass(frozen=True, slots=True)
class Standby:
    """Willing, kept in reserve."""

    since: datetime


@dataclass(frozen=True, slots=True)
class Skipped:
    """Passed over in this round."""


@dataclass(frozen=True, slots=True)
class Unreached:
    """Missed so often that somebody else should be asked; the next round offers the person again."""

    misses: int


@dataclass(frozen=True, slots=True)
class NoNumber:
    """No number is left that reaches this person."""


AskState: TypeAlias = (
    Waiting | Resting | CallBack | Undecided | Confirmed | Declined | Standby | Skipped | Unreached | NoNumber
)


@dataclass(frozen=True, slots=True)
class Progress:
    """The state, and what the next ring needs to know. `misses`: by number, in a row, in this round."""

    state: AskState = field(default_factory=Waiting)
    misses: Mapping[str, int] = field(default_factory=dict)
    bad_numbers: frozenset[str] = frozenset()
    is_informed: bool = False
    last_at: datetime | None = None

    @property
    def misses_in_a_row(self) -> int:
        return sum(self.misses.values())


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the fold knows of the person: the numbers in the order of trying, and when the call's round began."""

    phones: tuple[str, ...]
    round_started_at: datetime
    rules: RetryRules = field(default_factory=RetryRules)


def progress(events: Iterable[CallEvent], candidate: Candidate) -> Progress:
    """Fold everything recorded about one candidate of one call."""
    now = Progress(state=Waiting() if candidate.phones else NoNumber())
    in_round = False
    for event in in_order(events):
        if not in_round and event.at >= candidate.round_started_at:
            now, in_round = _new_round(now), True
        now = _follow(now, event, candidate)
    return now if in_round else _new_round(now)


def in_order(events: Iterable[CallEvent]) -> list[CallEvent]:
    """What counts, by time; of one key press the ring comes before what was said."""
    counted = [event for event in events if event.counts]
    return sorted(counted, key=lambda event: (event.at, event.entry_id, isinstance(event, Reply)))


def latest_entry(events: Iterable[CallEvent]) -> CallEvent | None:
    """Something of the key press that undo takes back."""
    return max((event for event in events if event.counts), key=attrgetter("at", "entry_id"), default=None)


def _new_round(now: Progress) -> Progress:
    """Answers, agreed call-backs and bad numbers stay; everything else may be tried afresh."""
    match now.state:
        case Waiting() | Resting() | Undecided() | Skipped() | Unreached():
            return replace(now, state=Waiting(), misses={})
        case CallBack() | Confirmed() | Declined() | Standby() | NoNumber():
            return replace(now, misses={})


def _follow(now: Progress, event: CallEvent, candidate: Candidate) -> Progress:
    seen = replace(now, last_at=event.at)
    match event:
        case Attempt():
            return _after_attempt(seen, event, candidate)
        case Reply():
            return replace(seen, state=_said(event), misses={}, is_informed=True)
        case Skip():
            return seen if has_answered(now.state) else replace(seen, state=Skipped())


def _after_attempt(now: Progress, attempt: Attempt, candidate: Candidate) -> Progress:
    match attempt.outcome:
        case AttemptOutcome.MESSAGED:
            return replace(now, is_informed=True)
        case AttemptOutcome.CONNECTED:
            spoken = replace(now, misses={}, is_informed=True)
            return spoken if has_answered(now.state) else replace(spoken, state=Undecided())
        case AttemptOutcome.NO_ANSWER | AttemptOutcome.BUSY | AttemptOutcome.SWITCHED_OFF:
            missed = replace(now, misses={**now.misses, attempt.phone: now.misses.get(attempt.phone, 0) + 1})
            return missed if has_answered(now.state) else replace(missed, state=_missed(missed, attempt.at, candidate))
        case AttemptOutcome.DEAD_NUMBER | AttemptOutcome.WRONG_NUMBER:
            poorer = replace(now, bad_numbers=now.bad_numbers | {attempt.phone})
            if has_answered(now.state):
                return poorer
            return replace(poorer, state=Waiting() if usable(candidate.phones, poorer) else NoNumber())


def _missed(now: Progress, at: datetime, candidate: Candidate) -> AskState:
    rules, misses = candidate.rules, now.misses_in_a_row
    numbers = usable(candidate.phones, now)
    all_tried = all(now.misses.get(number, 0) >= rules.misses_per_number for number in numbers)
    if all_tried and misses >= rules.misses_per_person:
        return Unreached(misses)
    return Resting(at + rules.pause_after(misses), misses, suggests_replacement=all_tried)


def _said(reply: Reply) -> AskState:
    match reply.kind:
        case ReplyKind.COMING:
            return Confirmed(reply.at, reply.eta_at)
        case ReplyKind.LATE:
            return Confirmed(reply.at, reply.eta_at, is_late=True)
        case ReplyKind.DECLINED:
            return Declined(reply.reason)
        case ReplyKind.STANDBY:
            return Standby(reply.at)
        case ReplyKind.UNDECIDED:
            return Undecided() if reply.callback_at is None else CallBack(reply.callback_at)


def has_answered(state: AskState) -> bool:
    """Yes, no or reserve: only another reply changes it."""
    return isinstance(state, Confirmed | Declined | Standby)


def usable(phones: Sequence[str], now: Progress) -> tuple[str, ...]:
    return tuple(number for number in phones if number not in now.bad_numbers)


def phone_to_ring(candidate: Candidate, now: Progress) -> str:
    """The first number not yet missed too often, else the least missed one; empty when none is left."""
    numbers = usable(candidate.phones, now)
    fresh = (n for n in numbers if now.misses.get(n, 0) < candidate.rules.misses_per_number)
    return next(fresh, min(numbers, key=lambda number: now.misses.get(number, 0), default=""))
