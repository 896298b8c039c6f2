"""What the call desk shows, as plain rows. They hold facts; words and colours are the window's."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from volunteer_app.domain.attendance import Presence
from volunteer_app.domain.call_progress import AskState
from volunteer_app.domain.call_queue import NextUp, QueueGroup
from volunteer_app.domain.calls import (
    AttemptOutcome,
    CallPurpose,
    CallState,
    CallTier,
    DeclineReason,
    EntryId,
    Reason,
    ReplyKind,
)
from volunteer_app.domain.changes import Changes
from volunteer_app.domain.errors import AppError
from volunteer_app.domain.findings import Finding
from volunteer_app.domain.ids import AskId, AssignmentId, CallId, PersonId, ShiftId
from volunteer_app.domain.phone_numbers import TroubleKind
from volunteer_app.domain.span import Span


class HistoryKind(StrEnum):
    """What became of one of somebody's past calls or duties."""

    CAME = "came"
    NO_SHOW = "no_show"
    COMING = "coming"
    DECLINED = "declined"
    STANDBY = "standby"
    UNDECIDED = "undecided"
    UNREACHED = "unreached"


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A running call, for the tabs."""

    call_id: CallId
    shift_id: ShiftId
    purpose: CallPurpose
    post: str
    place: str
    span: Span
    round: int
    needed: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class CallHead:
    """The strip's words. `tiers_closed` can still be opened."""

    call_id: CallId
    shift_id: ShiftId
    purpose: CallPurpose
    state: CallState
    round: int
    tiers: tuple[CallTier, ...]
    opened_at: datetime
    ended_at: datetime | None
    post: str
    place: str
    team: str
    span: Span

    @property
    def tiers_closed(self) -> tuple[CallTier, ...]:
        return tuple(tier for tier in CallTier if tier not in self.tiers)


@dataclass(frozen=True, slots=True)
class CallCounters:
    """Every figure of the strip, of one moment. `confirmed`: people who hold a place, however they came by it.

    Each candidate is in exactly one of said_yes, standby, declined, unreached and pending; `asked` is their sum.
    """

    needed: int
    confirmed: int
    arrived: int
    asked: int
    informed: int
    said_yes: int
    standby: int
    declined: int
    unreached: int
    pending: int
    attempts: int

    @property
    def short(self) -> int:
        return max(0, self.needed - self.confirmed)

    @property
    def is_full(self) -> bool:
        return self.confirmed >= self.needed


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A line of the queue."""

    ask_id: AskId
    person_id: PersonId
    name: str
    team: str
    community: str
    masked_phone: str
    tier: CallTier
    position: float
    score: int
    reasons: tuple[Reason, ...]
    state: AskState
    group: QueueGroup
    note: str
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class CardPhone:
    """One number of the person on screen. `misses` in a row in this round."""

    number: str
    misses: int = 0
    trouble: TroubleKind | None = None


@dataclass(frozen=True, slots=True)
class HistoryMark:
    at: datetime
    kind: HistoryKind


@dataclass(frozen=True, slots=True)
class CallCard:
    """The person on screen. `findings`: what stands against a yes; a warning there will ask for a reason."""

    ask_id: AskId
    person_id: PersonId
    name: str
    pinyin: str
    political: str
    age: int | None
    teams: tuple[str, ...]
    community: str
    skills: tuple[str, ...]
    phones: tuple[CardPhone, ...]
    phone_to_ring: str
    tier: CallTier
    score: int
    reasons: tuple[Reason, ...]
    state: AskState
    findings: tuple[Finding, ...]
    rung_90_days: int
    answered_90_days: int
    came_90_days: int
    history: tuple[HistoryMark, ...]
    note: str


@dataclass(frozen=True, slots=True)
class RecentEntry:
    """A key press that counts, for the list of last replies. `misses` in a row, when nobody answered."""

    entry_id: EntryId
    ask_id: AskId
    name: str
    at: datetime
    outcome: AttemptOutcome | None
    reply: ReplyKind | None
    eta_at: datetime | None
    reason: DeclineReason | None
    callback_at: datetime | None
    note: str
    misses: int
    is_skip: bool


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """Somebody who holds a place, or came without one (`assignment_id` None)."""

    person_id: PersonId
    ask_id: AskId | None
    assignment_id: AssignmentId | None
    name: str
    phone: str
    presence: Presence
    is_leader: bool
    eta_at: datetime | None
    confirmed_at: datetime | None
    signed_in_at: datetime | None
    signed_out_at: datetime | None
    late_minutes: int


@dataclass(frozen=True, slots=True)
class CallBoard:
    """Everything the window shows, read at one moment."""

    head: CallHead
    counters: CallCounters
    next_up: NextUp
    card: CallCard | None
    queue: tuple[QueueRow, ...]
    recent: tuple[RecentEntry, ...]
    arrivals: tuple[ArrivalRow, ...]
    as_of: datetime


@dataclass(frozen=True, slots=True)
class UndoneEntry:
    """What was taken back. `not_restored`: why a place that had been given up could not be given back."""

    entry_id: EntryId
    ask_id: AskId
    not_restored: AppError | None = None


@dataclass(frozen=True, slots=True)
class CallStep:
    """What one key press did, already saved, and what comes next.

    `row`: the person just answered. `became_standby`: a yes for which there was no place. `just_filled`: this reply
    reached what is needed. `dropped_out`: a place was given up.
    """

    changes: Changes
    counters: CallCounters
    next_up: NextUp
    card: CallCard | None
    row: QueueRow | None = None
    entry: RecentEntry | None = None
    became_standby: bool = False
    just_filled: bool = False
    dropped_out: bool = False
    undone: UndoneEntry | None = None


@dataclass(frozen=True, slots=True)
class NotCallableRow:
    """Somebody of an opened tier who is not rung, and why."""

    person_id: PersonId
    name: str
    tier: CallTier
    has_phone: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Preflight:
    """Before the first ring: how many can be rung, who cannot, and how many of each tier lie beyond the best 300."""

    callable: int
    not_callable: tuple[NotCallableRow, ...] = ()
    left_over: tuple[tuple[CallTier, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CallOpened:
    """A call that runs now; `preflight` tells of the people this brought in."""

    changes: Changes
    call_id: CallId
    preflight: Preflight


@dataclass(frozen=True, slots=True)
class CallSummary:
    """How a call went. `minutes_to_fill`: from opening to the reply that reached what was needed.

    `not_told`: candidates who know nothing of how it ended, because nobody spoke to them.
    """

    head: CallHead
    counters: CallCounters
    minutes_to_fill: int | None
    not_told: int


@dataclass(frozen=True, slots=True)
class CallEnded:
    changes: Changes
    summary: CallSummary
