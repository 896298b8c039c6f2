"""What the placement check says: which rule, how grave, and the facts of its sentence. It decides nothing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from volunteer_app.domain.span import Span


class Rule(StrEnum):
    """What a finding is about. The window and the sheets have the words."""

    NOT_ACTIVE = "not_active"
    ALREADY_IN_SHIFT = "already_in_shift"
    OVERLAP = "overlap"
    NO_FITTING_PLACE = "no_fitting_place"
    SHIFT_OVER = "shift_over"
    REST = "rest"
    HOURS_IN_24 = "hours_in_24"
    HOURS_IN_WEEK = "hours_in_week"
    ON_LEAVE = "on_leave"
    NOT_AVAILABLE = "not_available"
    MINOR = "minor"
    TEAM_ADULTS_ONLY = "team_adults_only"
    PAPER_EXPIRED = "paper_expired"
    ASKED_ELSEWHERE = "asked_elsewhere"
    IN_INCIDENT = "in_incident"
    NOT_IN_TEAM = "not_in_team"


class Level(StrEnum):
    """REFUSAL: cannot be done. WARNING: can be done with a reason. HINT: worth knowing, needs nothing."""

    REFUSAL = "refusal"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the check found, with the facts its sentence needs."""

    rule: Rule
    level: Level
    span: Span | None = None
    minutes: int | None = None
    day: date | None = None
    age: int | None = None
