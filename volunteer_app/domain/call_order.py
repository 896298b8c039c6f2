"""Whom to ask first, and why: each factor with its points. It asks nobody, and places nobody.

Tiers come before points: nobody of a later tier is asked before the opened earlier ones. The placement check says who
cannot be asked at all; whoever is left out is named with the reason.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from volunteer_app.domain.calls import CallTier, FactorCode, Reason
from volunteer_app.domain.findings import Finding, Level, Rule
from volunteer_app.domain.ids import PersonId

BEST_PER_TIER = 300
FAIRNESS_DAYS = 30
HISTORY_DAYS = 90

TIER_POINTS: Mapping[CallTier, int] = {
    CallTier.ON_SHIFT: 50,
    CallTier.OWN_TEAM: 40,
    CallTier.STANDBY: 35,
    CallTier.OTHER_TEAMS: 10,
    CallTier.BACKBONE: 10,
    CallTier.PROFESSIONAL: 10,
    CallTier.RECRUITED: 5,
}
SCARCE_POINTS = 20
REST_POINTS = 18
MINUTES_WITHOUT_REST_POINTS = 24 * 60
POINTS_A_CALL = -2
MOST_CALLS_COUNTED = 5
NEAR_POINTS = 15
ANSWER_POINTS = 12
COMING_POINTS = 12
AVAILABLE_POINTS = 8
UNAVAILABLE_POINTS = -20

# What a clerk cannot mend by giving a reason during a call; leave is left in peace (ui.md 6.4).
_NEVER_RUNG = frozenset({Rule.ON_LEAVE})


class Availability(StrEnum):
    """What the weekly pattern says of this shift. UNKNOWN: the person gave none."""

    FREE = "free"
    UNKNOWN = "unknown"
    NOT_FREE = "not_free"


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How somebody's calls of the last 90 days went. `answered` of `rung`; `came` of `promised`."""

    rung: int = 0
    answered: int = 0
    promised: int = 0
    came: int = 0


@dataclass(frozen=True, slots=True)
class CandidateFacts:
    """What the order depends on. Minutes and calls are those of the last 30 days, planned ones ahead included."""

    person_id: PersonId
    tier: CallTier
    minutes: int = 0
    calls: int = 0
    is_near: bool = False
    fits_scarce_need: bool = False
    availability: Availability = Availability.UNKNOWN
    record: TrackRecord = TrackRecord()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with the reasons for the rank; the score is the sum of their points."""

    person_id: PersonId
    tier: CallTier
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class NotCallable:
    """Who is left out, and what the check found."""

    person_id: PersonId
    tier: CallTier
    has_phone: bool = True
    findings: tuple[Finding, ...] = ()


def rank(candidates: Iterable[CandidateFacts]) -> list[Ranked]:
    """Best first, tier by tier. The fresher person wins a tie; the id settles the rest, so that order is repeatable."""
    judged = [(candidate, Ranked(candidate.person_id, candidate.tier, reasons(candidate))) for candidate in candidates]
    judged.sort(key=lambda pair: (pair[1].tier.rank, -pair[1].score, pair[0].minutes, pair[0].calls, pair[0].person_id))
    return [ranked for _, ranked in judged]


def reasons(candidate: CandidateFacts) -> tuple[Reason, ...]:
    """Every factor that brought or cost points, as a clerk would name them."""
    found = [
        Reason(FactorCode.TIER, TIER_POINTS[candidate.tier], candidate.tier),
        _scarce(candidate),
        _near(candidate),
        _rest(candidate.minutes),
        *_history(candidate.record),
        _calls(candidate.calls),
        _available(candidate.availability),
    ]
    return tuple(reason for reason in found if reason is not None)


def _scarce(candidate: CandidateFacts) -> Reason | None:
    return Reason(FactorCode.FITS_SCARCE_NEED, SCARCE_POINTS) if candidate.fits_scarce_need else None


def _near(candidate: CandidateFacts) -> Reason | None:
    return Reason(FactorCode.SAME_COMMUNITY, NEAR_POINTS) if candidate.is_near else None


def _rest(minutes: int) -> Reason:
    share = max(0.0, 1 - minutes / MINUTES_WITHOUT_REST_POINTS)
    return Reason(FactorCode.HOURS_SERVED, round(REST_POINTS * share), f"{minutes / 60:.0f}")


def _calls(calls: int) -> Reason | None:
    return (
        Reason(FactorCode.CALLS_LATELY, POINTS_A_CALL * min(calls, MOST_CALLS_COUNTED), str(calls)) if calls else None
    )


def _history(record: TrackRecord) -> list[Reason]:
    """A short history weighs little: one more success and one more failure are thought added to it (Laplace)."""
    if not record.rung:
        return [Reason(FactorCode.FIRST_TIME, (ANSWER_POINTS + COMING_POINTS) // 2)]
    found = [_share(FactorCode.ANSWERS, ANSWER_POINTS, record.answered, record.rung)]
    if record.promised:
        found.append(_share(FactorCode.COMES, COMING_POINTS, record.came, record.promised))
    return found


def _share(code: FactorCode, points: int, times: int, of: int) -> Reason:
    return Reason(code, round(points * (times + 1) / (of + 2)), f"{times}/{of}")


def _available(availability: Availability) -> Reason | None:
    match availability:
        case Availability.FREE:
            return Reason(FactorCode.AVAILABLE, AVAILABLE_POINTS)
        case Availability.NOT_FREE:
            return Reason(FactorCode.UNAVAILABLE, UNAVAILABLE_POINTS)
        case Availability.UNKNOWN:
            return None


def standing_against(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What keeps somebody from being rung. Other warnings are shown, and a yes needs a reason for them."""
    return tuple(
        f for f in findings if f.level is Level.REFUSAL or (f.rule in _NEVER_RUNG and f.level is Level.WARNING)
    )
