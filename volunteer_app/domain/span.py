"""A stretch of time with a full start and end. Half-open, so a shift ending when the next starts does not clash."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from volunteer_app.domain.errors import EmptySpan


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """[start, end) of two aware moments.

    Raises EmptySpan when the end is not after the start.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("a span needs aware moments")
        if self.end <= self.start:
            raise EmptySpan(self.start, self.end)

    @property
    def minutes(self) -> int:
        """Whole minutes that really pass, whatever the wall clock does."""
        return int((self.end.astimezone(UTC) - self.start.astimezone(UTC)) / timedelta(minutes=1))

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, moment: datetime) -> bool:
        return self.start <= moment < self.end

    def gap_minutes(self, other: "Span") -> int:
        """Minutes between the two; 0 when they touch or overlap."""
        if self.overlaps(other):
            return 0
        first, second = (self, other) if self.end <= other.start else (other, self)
        return int((second.start - first.end) / timedelta(minutes=1))

    def widened(self, minutes: int) -> "Span":
        margin = timedelta(minutes=minutes)
        return Span(self.start - margin, self.end + margin)

    def split_at_midnight(self, zone: tzinfo) -> Iterator["Span"]:
        """The parts of this span that lie in one calendar day each, in the given zone."""
        start = self.start.astimezone(zone)
        end = self.end.astimezone(zone)
        while start.date() < end.date():
            midnight = day_start(start.date() + timedelta(days=1), zone)
            yield Span(start, midnight)
            start = midnight
        if start < end:
            yield Span(start, end)


def day_start(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)


def day_span(day: date, zone: tzinfo, days: int = 1) -> Span:
    """From midnight to midnight, `days` calendar days long."""
    return Span(day_start(day, zone), day_start(day + timedelta(days=days), zone))


def minutes_inside(spans: Iterable[Span], window: Span) -> int:
    """Minutes of these spans that lie in the window."""
    return sum(
        Span(max(span.start, window.start), min(span.end, window.end)).minutes
        for span in spans
        if span.overlaps(window)
    )
