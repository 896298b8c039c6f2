"""A shift call and its separate facts: who stands in its order, each ring, each skip, each reply.

None of them is ever changed after the fact: what was wrong is retracted, and stays. What follows from them is told by
`call_progress`.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType, TypeAlias
from uuid import UUID

from volunteer_app.domain.ids import AskId, AssignmentId, AttemptId, CallId, OperatorId, PersonId, ReplyId, ShiftId

EntryId = NewType("EntryId", UUID)
SkipId = NewType("SkipId", UUID)


class CallPurpose(StrEnum):
    SHIFT = "shift"
    INCIDENT = "incident"
    DRILL = "drill"
    REACHABILITY = "reachability"


class CallMethod(StrEnum):
    ONE_BY_ONE = "one_by_one"
    COLLECT_THEN_CHOOSE = "collect_then_choose"


class CallState(StrEnum):
    OPEN = "open"
    ENDED = "ended"


class CallTier(StrEnum):
    """Where a candidate comes from, in the order of asking. ON_SHIFT: already of this shift, to be asked again."""

    ON_SHIFT = "on_shift"
    OWN_TEAM = "own_team"
    STANDBY = "standby"
    OTHER_TEAMS = "other_teams"
    BACKBONE = "backbone"
    PROFESSIONAL = "professional"
    RECRUITED = "recruited"

    @property
    def rank(self) -> int:
        return list(CallTier).index(self)


class FactorCode(StrEnum):
    """Why somebody stands where they stand. The window has the words; `Reason.value` fills them."""

    TIER = "tier"
    FITS_SCARCE_NEED = "fits_scarce_need"
    HOURS_SERVED = "hours_served"
    CALLS_LATELY = "calls_lately"
    SAME_COMMUNITY = "same_community"
    ANSWERS = "answers"
    COMES = "comes"
    FIRST_TIME = "first_time"
    AVAILABLE = "available"
    UNAVAILABLE = "unavailable"
    ADDED_BY_HAND = "added_by_hand"


@dataclass(frozen=True, slots=True)
class Reason:
    """One factor of the rank: `points` it brought, and the figure its sentence shows (hours, per cent, times)."""

    code: FactorCode
    points: int
    value: str = ""


class AttemptOutcome(StrEnum):
    CONNECTED = "connected"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    SWITCHED_OFF = "switched_off"
    DEAD_NUMBER = "dead_number"
    WRONG_NUMBER = "wrong_number"
    MESSAGED = "messaged"

    @property
    def is_miss(self) -> bool:
        """Nobody was spoken to, but the number may be right."""
        return self in (AttemptOutcome.NO_ANSWER, AttemptOutcome.BUSY, AttemptOutcome.SWITCHED_OFF)

    @property
    def is_bad_number(self) -> bool:
        return self in (AttemptOutcome.DEAD_NUMBER, AttemptOutcome.WRONG_NUMBER)


class ReplyKind(StrEnum):
    COMING = "coming"
    LATE = "late"
    DECLINED = "declined"
    UNDECIDED = "undecided"
    STANDBY = "standby"

    @property
    def is_yes(self) -> bool:
        return self in (ReplyKind.COMING, ReplyKind.LATE)


class DeclineReason(StrEnum):
    BUSY = "busy"
    ILL = "ill"
    AWAY = "away"
    OTHER = "other"


class AssignmentEffect(StrEnum):
    """What the reply did to the plan, so that undoing the reply can undo that too."""

    NONE = "none"
    PLACED = "placed"
    RELEASED = "released"


class ReplyKey(StrEnum):
    """The six keys of the call desk."""

    COMING = "coming"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    LATER = "later"
    ARRIVED = "arrived"
    STANDBY = "standby"


@dataclass(frozen=True, slots=True)
class Call:
    """Asking people. The current round began at `round_started_at`; a new round forgets nothing that was recorded."""

    id: CallId
    shift_id: ShiftId | None
    opened_at: datetime
    opened_by: OperatorId
    round_started_at: datetime
    purpose: CallPurpose = CallPurpose.SHIFT
    method: CallMethod = CallMethod.ONE_BY_ONE
    state: CallState = CallState.OPEN
    round: int = 1
    tiers: tuple[CallTier, ...] = ()
    closes_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_drill(self) -> bool:
        return self.purpose is CallPurpose.DRILL

    def with_tier(self, tier: CallTier) -> "Call":
        """With one more tier opened, in the order of asking."""
        return replace(self, tiers=tuple(sorted({*self.tiers, tier}, key=lambda each: each.rank)))

    def next_round(self, now: datetime) -> "Call":
        return replace(self, round=self.round + 1, round_started_at=now)

    def ended(self, now: datetime) -> "Call":
        return replace(self, state=CallState.ENDED, ended_at=now)


@dataclass(frozen=True, slots=True)
class Ask:
    """One person's place in a call's order. `note`: written before there was a reply to write it on."""

    id: AskId
    call_id: CallId
    person_id: PersonId
    tier: CallTier
    position: float
    score: int = 0
    reasons: tuple[Reason, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One ring or message, and what came of it."""

    id: AttemptId
    ask_id: AskId
    entry_id: EntryId
    at: datetime
    phone: str
    outcome: AttemptOutcome
    operator_id: OperatorId
    note: str = ""
    retracted_at: datetime | None = None
    retracted_by: OperatorId | None = None

    @property
    def counts(self) -> bool:
        return self.retracted_at is None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the person said: parsed, and in `words` as it was said. `effect` is what it did to the plan."""

    id: ReplyId
    ask_id: AskId
    entry_id: EntryId
    at: datetime
    kind: ReplyKind
    operator_id: OperatorId
    attempt_id: AttemptId | None = None
    eta_at: datetime | None = None
    reason: DeclineReason | None = None
    callback_at: datetime | None = None
    words: str = ""
    effect: AssignmentEffect = AssignmentEffect.NONE
    assignment_id: AssignmentId | None = None
    retracted_at: datetime | None = None
    retracted_by: OperatorId | None = None

    @property
    def counts(self) -> bool:
        return self.retracted_at is None


@dataclass(frozen=True, slots=True)
class Skip:
    """The clerk passed somebody over in this round; nobody rang and nothing was said."""

    id: SkipId
    ask_id: AskId
    entry_id: EntryId
    at: datetime
    operator_id: OperatorId
    retracted_at: datetime | None = None
    retracted_by: OperatorId | None = None

    @property
    def counts(self) -> bool:
        return self.retracted_at is None


CallEvent: TypeAlias = Attempt | Reply | Skip
