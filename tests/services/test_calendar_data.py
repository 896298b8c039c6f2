"""The holiday table as text, and the lunar calendar."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from volunteer_app.domain.errors import HolidayTableBroken
from volunteer_app.services.calendar_data import calendar_from_toml, festival, load_calendar, lunar_text

TABLE = Path(__file__).parents[2] / "resources" / "data" / "holidays.toml"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 2, 17), "正月初一"),
        (date(2026, 2, 16), "腊月廿九"),
        (date(2025, 7, 25), "闰六月初一"),
        (date(2026, 9, 25), "八月十五"),
    ],
)
def test_the_lunar_day_is_right_across_leap_months(day: date, text: str) -> None:
    assert lunar_text(day) == text


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 10, 18), "重阳节"),
        (date(2026, 3, 3), "元宵节"),
        (date(2026, 2, 16), "除夕"),
        (date(2026, 2, 17), "春节"),
        (date(2026, 4, 5), "清明节"),
        (date(2026, 10, 19), ""),
    ],
)
def test_traditional_festivals_fall_on_their_lunar_day(day: date, name: str) -> None:
    assert festival(day) == name


def test_the_shipped_festival_days_agree_with_the_lunar_calendar() -> None:
    calendar = load_calendar(TABLE)
    lunar = {"春节", "除夕", "清明节", "端午节", "中秋节"}
    named = {day: name for day, name in calendar.holidays.items() if name in lunar}

    assert {day: festival(day) for day in named} == named


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("not a table", "not_toml"),
        ("[2027]\nwork = []", "no_holidays"),
        ("[soon]\nholidays = []", "no_holidays"),
        ("[2027]\nholidays = [{ period = '元旦假期', first = '2027-01-01' }]", "entry_unreadable"),
        ("[2027]\nholidays = []\nwork = [2027-01-02T08:00:00]", "entry_unreadable"),
        (
            "[2027]\nholidays = [{ period = '元旦假期', first = 2027-01-03, last = 2027-01-01, days = {} }]",
            "period_backwards",
        ),
        (
            "[2027]\nwork = [2027-01-02]\n"
            "holidays = [{ period = '元旦假期', first = 2027-01-01, last = 2027-01-03, days = {} }]",
            "off_and_worked",
        ),
    ],
)
def test_a_broken_table_is_refused_with_what_is_wrong(text: str, code: str) -> None:
    with pytest.raises(HolidayTableBroken) as refused:
        calendar_from_toml(text)

    assert refused.value.code == code


def test_a_new_year_can_be_entered_as_text() -> None:
    text = (
        "[2027]\nwork = [2027-02-14]\n"
        "holidays = [{ period = '春节假期', first = 2027-02-05, last = 2027-02-11, days = { 2027-02-06 = '春节' } }]"
    )

    calendar = calendar_from_toml(text)

    assert calendar.has_year(2027)
    assert calendar.holiday_name(date(2027, 2, 6)) == "春节"
    assert calendar.holiday_name(date(2027, 2, 6) + timedelta(days=1)) == "春节假期"
    assert calendar.is_workday(date(2027, 2, 14))
