"""Stretches of time: half-open, across midnight, split by calendar day."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteer_app.domain.errors import EmptySpan
from volunteer_app.domain.office import office_zone
from volunteer_app.domain.span import Span, day_span, day_start

ZONE: tzinfo = office_zone()
MONDAY = datetime(2026, 7, 13, tzinfo=ZONE)


def hours(start: float, end: float) -> Span:
    """Hours since Monday midnight."""
    return Span(MONDAY + timedelta(hours=start), MONDAY + timedelta(hours=end))


minutes = st.integers(min_value=0, max_value=7 * 24 * 60)
spans = st.tuples(minutes, st.integers(min_value=1, max_value=3 * 24 * 60)).map(
    lambda pair: Span(MONDAY + timedelta(minutes=pair[0]), MONDAY + timedelta(minutes=pair[0] + pair[1]))
)


@pytest.mark.parametrize("length", [timedelta(0), timedelta(minutes=-1)])
def test_an_end_that_is_not_after_the_start_is_refused(length: timedelta) -> None:
    with pytest.raises(EmptySpan):
        Span(MONDAY, MONDAY + length)


def test_a_moment_without_a_zone_is_a_bug_not_a_refusal() -> None:
    with pytest.raises(ValueError, match="aware"):
        Span(datetime(2026, 7, 13, 8), datetime(2026, 7, 13, 9))  # noqa: DTZ001


def test_a_shift_ending_when_the_next_starts_does_not_clash() -> None:
    assert not hours(8, 16).overlaps(hours(16, 20))


def test_a_shift_inside_another_clashes_with_it() -> None:
    assert hours(8, 16).overlaps(hours(10, 11))


def test_the_same_moment_in_another_zone_is_the_same_moment() -> None:
    there = Span(hours(8, 16).start.astimezone(UTC), hours(8, 16).end.astimezone(UTC))

    assert there.overlaps(hours(15, 17))
    assert not there.overlaps(hours(16, 17))


def test_the_start_belongs_to_a_span_and_the_end_does_not() -> None:
    span = hours(8, 16)

    assert span.contains(span.start)
    assert not span.contains(span.end)


@pytest.mark.parametrize(
    ("first", "second", "gap"),
    [(hours(8, 12), hours(12, 14), 0), (hours(8, 12), hours(20, 24), 480), (hours(8, 12), hours(10, 14), 0)],
)
def test_the_gap_is_the_minutes_of_rest_between_two(first: Span, second: Span, gap: int) -> None:
    assert first.gap_minutes(second) == second.gap_minutes(first) == gap


def test_an_overnight_shift_is_split_at_midnight() -> None:
    parts = list(hours(20, 32).split_at_midnight(ZONE))

    assert parts == [hours(20, 24), hours(24, 32)]


def test_a_shift_that_ends_at_midnight_has_no_part_on_the_next_day() -> None:
    assert list(hours(20, 24).split_at_midnight(ZONE)) == [hours(20, 24)]


def test_a_two_day_shift_has_a_whole_day_in_its_middle() -> None:
    days = [part.start.date() for part in hours(20, 20 + 36).split_at_midnight(ZONE)]

    assert days == [date(2026, 7, 13), date(2026, 7, 14), date(2026, 7, 15)]


@given(spans)
def test_the_parts_of_a_span_add_up_to_it(span: Span) -> None:
    parts = list(span.split_at_midnight(ZONE))

    assert sum(part.minutes for part in parts) == span.minutes
    assert parts[0].start == span.start
    assert parts[-1].end == span.end
    assert all(before.end == after.start for before, after in pairwise(parts))


@given(spans, spans)
def test_two_spans_overlap_exactly_when_some_minute_lies_in_both(first: Span, second: Span) -> None:
    shared = min(first.end, second.end) - max(first.start, second.start)

    assert first.overlaps(second) is second.overlaps(first) is (shared > timedelta(0))


def test_a_day_runs_from_midnight_to_midnight_in_the_office() -> None:
    day = day_span(date(2026, 7, 13), ZONE)

    assert day == hours(0, 24)
    assert day.start == datetime(2026, 7, 12, 16, tzinfo=UTC)
    assert day_start(date(2026, 7, 14), ZONE) == day.end


def test_a_week_is_seven_days_long() -> None:
    assert day_span(date(2026, 7, 13), ZONE, days=7).minutes == 7 * 24 * 60
