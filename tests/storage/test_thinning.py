"""Which backups go with time: a rule of dates, by table."""

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteer_app.storage.thinning import superfluous

SHANGHAI = timezone(timedelta(hours=8))
TODAY = date(2026, 7, 15)
YEAR_OF_DAYS = tuple(datetime(2026, 7, 15, 18, tzinfo=SHANGHAI) - timedelta(days=n) for n in range(500))


def at(text: str) -> datetime:
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)


def kept(*moments: datetime) -> tuple[datetime, ...]:
    gone = set(superfluous(moments, TODAY))
    return tuple(moment for moment in sorted(moments) if moment not in gone)


@pytest.mark.parametrize(
    ("made", "left"),
    [
        ([], []),
        (["01-02 08:00"], ["01-02 08:00"]),
        (["07-15 08:00", "07-15 09:00", "07-14 00:00", "07-14 23:59"],) * 2,
        (["07-13 08:00", "07-13 09:00", "07-13 23:59"], ["07-13 23:59"]),
        (["07-13 23:00", "07-12 08:00", "07-12 17:00"], ["07-12 17:00", "07-13 23:00"]),
        (["07-16 08:00", "07-15 08:00"], ["07-15 08:00", "07-16 08:00"]),
    ],
)
def test_two_days_stay_whole_and_then_one_a_day(made: list[str], left: list[str]) -> None:
    assert kept(*map(at, made)) == tuple(sorted(map(at, left)))


def test_a_backup_a_day_leaves_days_then_weeks_then_months() -> None:
    left = kept(*YEAR_OF_DAYS)

    ages = [(TODAY - moment.date()).days for moment in reversed(left)]
    assert ages[:14] == list(range(14))
    assert len(ages) == 2 + 12 + 10 + 9
    assert {later - earlier for earlier, later in pairwise(ages[15:24])} == {7}
    assert {later - earlier for earlier, later in pairwise(ages[25:])} <= {28, 29, 30, 31}


@given(st.lists(st.integers(0, 24 * 400), min_size=1, max_size=60, unique=True))
def test_the_newest_stays_and_a_second_look_removes_nothing(hours: list[int]) -> None:
    moments = [at("07-15 12:00") - timedelta(hours=n) for n in hours]

    left = kept(*moments)

    assert max(moments) in left
    assert kept(*left) == left


def test_thinning_every_day_leaves_no_gap_over_the_year() -> None:
    """The rule is applied after every backup; what went yesterday must not be what next month needed."""
    left: set[datetime] = set()
    for day in range(400):
        now = at("01-01 12:00") + timedelta(days=day)
        left |= {now - timedelta(hours=2), now}
        left -= set(superfluous(tuple(left), now.date()))

    ages = [(now - moment).days for moment in sorted(left, reverse=True)]
    assert max(later - earlier for earlier, later in pairwise([age for age in ages if age <= 13])) == 1
    assert max(later - earlier for earlier, later in pairwise([age for age in ages if 13 <= age <= 80])) <= 7
    assert max(later - earlier for earlier, later in pairwise([age for age in ages if age >= 80])) <= 35
    assert ages[-1] > 300
