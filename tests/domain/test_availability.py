"""When people are free: the weekly pattern of quarters."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteer_app.domain.availability import ALWAYS, is_available, quarter_bit, quarters_of
from volunteer_app.domain.office import office_zone
from volunteer_app.domain.span import Span

ZONE = office_zone()
MONDAY = datetime(2026, 7, 13, tzinfo=ZONE)
NIGHT, MORNING, AFTERNOON, EVENING = range(4)


def hours(start: float, end: float) -> Span:
    return Span(MONDAY + timedelta(hours=start), MONDAY + timedelta(hours=end))


@pytest.mark.parametrize(
    ("span", "touched"),
    [
        (hours(8, 12), [(0, MORNING)]),
        (hours(8, 12.5), [(0, MORNING), (0, AFTERNOON)]),
        (hours(20, 24), [(0, EVENING)]),
        (hours(20, 32), [(0, EVENING), (1, NIGHT), (1, MORNING)]),
        (hours(6 * 24 + 22, 7 * 24 + 1), [(6, EVENING), (0, NIGHT)]),
    ],
)
def test_a_shift_touches_the_quarters_it_lies_in(span: Span, touched: list[tuple[int, int]]) -> None:
    expected = sum(quarter_bit(weekday, quarter) for weekday, quarter in touched)

    assert quarters_of(span, ZONE) == expected


def test_somebody_who_gave_no_pattern_is_free() -> None:
    assert is_available(None, hours(0, 48), ZONE)


def test_somebody_who_ticked_nothing_is_never_free() -> None:
    assert not is_available(0, hours(8, 9), ZONE)


def test_one_quarter_that_is_not_free_is_enough_to_be_unavailable() -> None:
    evenings_only = quarter_bit(0, EVENING)

    assert is_available(evenings_only, hours(20, 24), ZONE)
    assert not is_available(evenings_only, hours(20, 25), ZONE)


@given(st.integers(min_value=0, max_value=14 * 24 * 4), st.integers(min_value=1, max_value=8 * 24 * 4))
def test_a_span_touches_a_quarter_exactly_when_one_of_its_minutes_lies_there(start: int, length: int) -> None:
    span = Span(MONDAY + timedelta(minutes=15 * start), MONDAY + timedelta(minutes=15 * (start + length)))

    moments = (span.start + timedelta(minutes=15 * step) for step in range(length))
    expected = {quarter_bit(moment.weekday(), moment.hour // 6) for moment in moments}

    assert quarters_of(span, ZONE) == sum(expected)


def test_all_quarters_together_are_always() -> None:
    assert quarters_of(hours(0, 7 * 24), ZONE) == ALWAYS
