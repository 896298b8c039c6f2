"""Working days, deadlines and the shipped table of days off."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteer_app.domain.workdays import Calendar, DayKind
from volunteer_app.services.calendar_data import load_calendar

TABLE = Path(__file__).parents[2] / "resources" / "data" / "holidays.toml"


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load_calendar(TABLE)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 2, 14), DayKind.MAKEUP),
        (date(2026, 10, 8), DayKind.WORKDAY),
        (date(2026, 10, 10), DayKind.MAKEUP),
        (date(2026, 10, 11), DayKind.WEEKEND),
        (date(2025, 1, 28), DayKind.HOLIDAY),
        (date(2024, 6, 8), DayKind.WEEKEND),
        (date(2024, 6, 10), DayKind.HOLIDAY),
        (date(2024, 2, 9), DayKind.WORKDAY),
    ],
)
def test_a_day_is_what_the_notice_says(calendar: Calendar, day: date, kind: DayKind) -> None:
    assert calendar.kind(day) is kind


@pytest.mark.parametrize(
    ("year", "days_off", "makeup_days"),
    [(2024, 28, 8), (2025, 28, 5), (2026, 33, 6)],
)
def test_each_year_has_the_days_of_its_notice(calendar: Calendar, year: int, days_off: int, makeup_days: int) -> None:
    assert sum(day.year == year for day in calendar.holidays) == days_off
    assert sum(day.year == year for day in calendar.makeup_days) == makeup_days
    assert all(day.weekday() >= 5 for day in calendar.makeup_days)


@pytest.mark.parametrize(
    ("ended_on", "deadline"),
    [(date(2026, 9, 28), date(2026, 10, 16)), (date(2026, 2, 13), date(2026, 3, 5))],
)
def test_the_recording_deadline_counts_make_up_saturdays(calendar: Calendar, ended_on: date, deadline: date) -> None:
    assert calendar.recording_deadline(ended_on) == deadline
    assert calendar.workdays_between(ended_on, deadline) == 10


def test_a_passed_deadline_counts_downwards(calendar: Calendar) -> None:
    assert calendar.workdays_between(date(2026, 10, 20), date(2026, 10, 16)) == -2


def test_the_festival_names_its_day_and_the_period_the_others(calendar: Calendar) -> None:
    assert calendar.holiday_name(date(2026, 10, 1)) == "国庆节"
    assert calendar.holiday_name(date(2026, 10, 2)) == "国庆假期"
    assert calendar.holiday_name(date(2026, 10, 8)) == ""


def test_a_year_without_a_notice_falls_back_on_weekends_and_is_reported(calendar: Calendar) -> None:
    eve = date(2027, 2, 5)

    assert not calendar.has_year(2027)
    assert calendar.years_missing([date(2026, 12, 31), eve]) == (2027,)
    assert calendar.is_workday(eve)
    assert not calendar.is_workday(date(2027, 2, 6))


@given(st.dates(date(2024, 1, 1), date(2026, 12, 1)), st.integers(1, 40))
def test_the_nth_working_day_has_n_working_days_up_to_it(day: date, count: int) -> None:
    calendar = load_calendar(TABLE)

    found = calendar.workday_after(day, count)

    assert calendar.is_workday(found)
    assert calendar.workdays_between(day, found) == count


def test_a_deadline_on_the_day_itself_is_refused(calendar: Calendar) -> None:
    with pytest.raises(ValueError, match="ahead"):
        calendar.workday_after(date(2026, 1, 5), 0)
