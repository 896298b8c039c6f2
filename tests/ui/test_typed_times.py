"""Dates and times as clerks type them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteer_app.ui.typed_times import read_day, read_time, stepped

TODAY = date(2026, 7, 18)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("718", date(2026, 7, 18)),
        ("0718", date(2026, 7, 18)),
        ("7-18", date(2026, 7, 18)),
        ("7.18", date(2026, 7, 18)),
        ("7月18日", date(2026, 7, 18)),
        ("１２０１", date(2026, 12, 1)),
        ("今天", TODAY),
        ("明天", date(2026, 7, 19)),
        ("后天", date(2026, 7, 20)),
        ("昨天", date(2026, 7, 17)),
        ("+3", date(2026, 7, 21)),
        ("-1", date(2026, 7, 17)),
        ("+ 10 天", date(2026, 7, 28)),
        ("2027-01-05", date(2027, 1, 5)),
        ("2027年1月5日", date(2027, 1, 5)),
        ("20270105", date(2027, 1, 5)),
    ],
)
def test_a_day_may_be_typed_in_many_ways(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize("typed", ["", "230", "1345", "今年", "2027-02-30", "2027年1月", "abc", "+"])
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_day(typed, TODAY) is None


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    assert read_day("105", date(2026, 12, 20)) == date(2027, 1, 5)
    assert read_day("1231", date(2027, 1, 3)) == date(2026, 12, 31)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_a_day_written_out_is_read_back(day: date) -> None:
    assert read_day(f"{day:%Y-%m-%d}", TODAY) == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1530", time(15, 30)),
        ("15:30", time(15, 30)),
        ("15：30", time(15, 30)),
        ("830", time(8, 30)),
        ("8", time(8)),
        ("8点", time(8)),
        ("8点30分", time(8, 30)),
        ("0", time(0)),
    ],
)
def test_a_time_may_be_typed_in_many_ways(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "2500", "24", "860", "早上", "15305"])
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert read_time(typed) is None


@given(st.times())
def test_a_step_lands_on_a_quarter_and_two_opposite_steps_come_back(at: time) -> None:
    up = stepped(at, 1)

    assert up.minute % 15 == 0
    if at.minute % 15 == 0:
        assert stepped(up, -1) == at.replace(second=0, microsecond=0)
