"""THE check: may this person take this place? Every path that gives somebody a place asks here (product.md rule 7).

Pure: the caller brings the facts. The answer is a tuple of findings, each a refusal or a warning; a warning can be
overridden with a reason, which is stored and printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta, tzinfo

from volunteer_app.domain.availability import Leave, is_available
from volunteer_app.domain.errors import AppError
from volunteer_app.domain.findings import Finding as Finding
from volunteer_app.domain.findings import Level as Level
from volunteer_app.domain.findings import Rule as Rule
from volunteer_app.domain.ids import CallId, PersonId, ShiftId, SkillId, TeamId
from volunteer_app.domain.people import AgeBand, BirthDate, PersonStatus
from volunteer_app.domain.shifts import Abilities, Hazard
from volunteer_app.domain.span import Span, minutes_inside

NIGHT_FROM_HOUR = 22
NIGHT_TO_HOUR = 6


@dataclass(eq=False)
class PlacementRefused(AppError):
    """At least one finding is a refusal; nothing was changed."""

    person_id: PersonId
    shift_id: ShiftId
    findings: tuple[Finding, ...] = ()


@dataclass(eq=False)
class ReasonNeeded(AppError):
    """Only warnings stand against it: it can be done with a reason. Nothing was changed yet."""

    person_id: PersonId
    shift_id: ShiftId
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacementRules:
    """The office's own limits (GB values are starting values the office can change)."""

    rest_minutes: int = 10 * 60
    max_minutes_in_24h: int = 12 * 60
    max_minutes_in_week: int = 44 * 60


@dataclass(frozen=True, slots=True)
class Duty:
    """A place the person already holds."""

    shift_id: ShiftId
    span: Span


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """All the check needs to know of a person around the time of a shift."""

    person_id: PersonId
    status: PersonStatus = PersonStatus.ACTIVE
    birth: BirthDate | None = None
    availability: int | None = None
    leaves: tuple[Leave, ...] = ()
    duties: tuple[Duty, ...] = ()
    abilities: Abilities = field(default_factory=Abilities)
    expired_skills: frozenset[SkillId] = frozenset()
    team_ids: frozenset[TeamId] = frozenset()
    asked_in: tuple[CallId, ...] = ()


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """All the check needs to know of the shift.

    `has_place` says that the matching found room (see shifts.seat); `is_over` that the shift has ended, so that a place
    in it is a correction of the record.
    """

    shift_id: ShiftId
    span: Span
    zone: tzinfo
    hazard: Hazard = Hazard.NONE
    team_id: TeamId | None = None
    team_adults_only: bool = False
    skills_wanted: frozenset[SkillId] = frozenset()
    has_place: bool = True
    is_over: bool = False


def check(person: PersonFacts, shift: ShiftFacts, rules: PlacementRules) -> tuple[Finding, ...]:
    """Every rule that stands against this person in this shift, refusals first."""
    findings = [
        *_standing(person, shift),
        *_time(person, shift, rules),
        *_absence(person, shift),
        *_age(person, shift),
        *_fitness(person, shift),
    ]
    order = list(Level)
    return tuple(sorted(findings, key=lambda finding: order.index(finding.level)))


def refusals(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.level is Level.REFUSAL)


def warnings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.level is Level.WARNING)


def require_allowed(findings: Sequence[Finding], person_id: PersonId, shift_id: ShiftId, reason: str) -> None:
    """Let the placement pass, or raise PlacementRefused, or ReasonNeeded when warnings stand and no reason is given."""
    if refused := refusals(findings):
        raise PlacementRefused(person_id, shift_id, refused)
    if (warned := warnings(findings)) and not reason.strip():
        raise ReasonNeeded(person_id, shift_id, warned)


def _standing(person: PersonFacts, shift: ShiftFacts) -> list[Finding]:
    found = []
    if person.status is not PersonStatus.ACTIVE:
        found.append(Finding(Rule.NOT_ACTIVE, Level.REFUSAL))
    if any(duty.shift_id == shift.shift_id for duty in person.duties):
        found.append(Finding(Rule.ALREADY_IN_SHIFT, Level.REFUSAL))
    elif not shift.has_place:
        found.append(Finding(Rule.NO_FITTING_PLACE, Level.REFUSAL))
    if shift.is_over:
        found.append(Finding(Rule.SHIFT_OVER, Level.WARNING))
    return found


def _time(person: PersonFacts, shift: ShiftFacts, rules: PlacementRules) -> list[Finding]:
    others = [duty.span for duty in person.duties if duty.shift_id != shift.shift_id]
    if clash := next((span for span in others if span.overlaps(shift.span)), None):
        return [Finding(Rule.OVERLAP, Level.REFUSAL, span=clash)]
    found = []
    nearest = min(others, key=shift.span.gap_minutes, default=None)
    if nearest and (gap := shift.span.gap_minutes(nearest)) < rules.rest_minutes:
        found.append(Finding(Rule.REST, Level.WARNING, span=nearest, minutes=gap))
    if (most := most_minutes_within([*others, shift.span], timedelta(hours=24), shift.span)) > rules.max_minutes_in_24h:
        found.append(Finding(Rule.HOURS_IN_24, Level.WARNING, minutes=most))
    if (week := _minutes_in_week(others, shift)) > rules.max_minutes_in_week:
        found.append(Finding(Rule.HOURS_IN_WEEK, Level.WARNING, minutes=week))
    return found


def most_minutes_within(spans: Sequence[Span], window: timedelta, around: Span) -> int:
    """The most minutes of duty in any window of this length that touches `around`.

    The maximum lies at a window that begins where a duty begins or ends where one ends.
    """
    starts = {span.start for span in spans} | {span.end - window for span in spans}
    touching = [start for start in starts if start < around.end and start + window > around.start]
    return max((minutes_inside(spans, Span(start, start + window)) for start in touching), default=0)


def _minutes_in_week(others: Sequence[Span], shift: ShiftFacts) -> int:
    """Minutes in the calendar week (from Monday) in which the shift starts."""
    local = shift.span.start.astimezone(shift.zone)
    monday = local.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=local.weekday())
    return minutes_inside([*others, shift.span], Span(monday, monday + timedelta(days=7)))


def _absence(person: PersonFacts, shift: ShiftFacts) -> list[Finding]:
    found = [
        Finding(Rule.ON_LEAVE, Level.WARNING, span=leave.span)
        for leave in person.leaves
        if leave.span.overlaps(shift.span)
    ]
    if not is_available(person.availability, shift.span, shift.zone):
        found.append(Finding(Rule.NOT_AVAILABLE, Level.WARNING))
    if person.asked_in:
        found.append(Finding(Rule.ASKED_ELSEWHERE, Level.WARNING))
    return found


def _age(person: PersonFacts, shift: ShiftFacts) -> list[Finding]:
    if person.birth is None:
        return []
    day = shift.span.start.astimezone(shift.zone).date()
    if person.birth.band_on(day) is AgeBand.ADULT:
        return []
    age = person.birth.age_on(day)
    if shift.team_adults_only:
        return [Finding(Rule.TEAM_ADULTS_ONLY, Level.WARNING, age=age, day=day)]
    if shift.hazard is not Hazard.NONE or touches_night(shift.span, shift.zone):
        return [Finding(Rule.MINOR, Level.WARNING, age=age, day=day)]
    return []


def touches_night(span: Span, zone: tzinfo) -> bool:
    """Whether any part lies between 22:00 and 06:00."""
    for part in span.split_at_midnight(zone):
        first = part.start.astimezone(zone)
        last = part.end.astimezone(zone) - timedelta(microseconds=1)
        if first.hour < NIGHT_TO_HOUR or last.hour >= NIGHT_FROM_HOUR:
            return True
    return False


def _fitness(person: PersonFacts, shift: ShiftFacts) -> list[Finding]:
    found: list[Finding] = []
    if expired := person.expired_skills & shift.skills_wanted:
        found.extend(Finding(Rule.PAPER_EXPIRED, Level.WARNING) for _ in expired)
    if shift.team_id is not None and shift.team_id not in person.team_ids:
        found.append(Finding(Rule.NOT_IN_TEAM, Level.HINT))
    return found
