"""When a person is free: a weekly pattern of 7 days x 4 quarters, and leave as dated exceptions."""

from dataclasses import dataclass
from datetime import timedelta, tzinfo

from volunteer_app.domain.ids import LeaveId, PersonId
from volunteer_app.domain.span import Span, day_start

QUARTERS_PER_DAY = 4
QUARTER_HOURS = 24 // QUARTERS_PER_DAY
DAYS_PER_WEEK = 7
ALWAYS = (1 << (DAYS_PER_WEEK * QUARTERS_PER_DAY)) - 1


@dataclass(frozen=True, slots=True)
class Leave:
    """A stretch of time in which a person does not serve."""

    id: LeaveId
    person_id: PersonId
    span: Span
    reason: str = ""


def quarter_bit(weekday: int, quarter: int) -> int:
    """The bit of a weekday (0 Monday) and quarter (0 night, 1 morning, 2 afternoon, 3 evening)."""
    return 1 << (weekday * QUARTERS_PER_DAY + quarter)


def quarters_of(span: Span, zone: tzinfo) -> int:
    """The bits of all quarters that the span touches."""
    mask = 0
    for part in span.split_at_midnight(zone):
        midnight = day_start(part.start.date(), zone)
        for quarter in range(QUARTERS_PER_DAY):
            begins = midnight + timedelta(hours=quarter * QUARTER_HOURS)
            ends = begins + timedelta(hours=QUARTER_HOURS)
            if part.start < ends and begins < part.end:
                mask |= quarter_bit(begins.weekday(), quarter)
    return mask


def is_available(pattern: int | None, span: Span, zone: tzinfo) -> bool:
    """Whether every quarter the span touches is free. No pattern given means free."""
    if pattern is None:
        return True
    wanted = quarters_of(span, zone)
    return pattern & wanted == wanted
