"""The holiday table as text, and the lunar calendar. Turns both into domain values; decides no deadline."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from volunteer_app.domain.errors import HolidayTableBroken
from volunteer_app.domain.workdays import Calendar

if TYPE_CHECKING:
    from lunar_python import Lunar

_LUNAR_FESTIVALS = {
    (1, 1): "春节",
    (1, 15): "元宵节",
    (5, 5): "端午节",
    (7, 7): "七夕节",
    (8, 15): "中秋节",
    (9, 9): "重阳节",
    (12, 8): "腊八节",
}
_TOMB_SWEEPING = "清明"


def load_calendar(path: Path) -> Calendar:
    """The calendar of a holiday table file. Raises HolidayTableBroken."""
    return calendar_from_toml(path.read_text(encoding="utf-8"))


def calendar_from_toml(text: str) -> Calendar:
    """The calendar that a holiday table describes. Raises HolidayTableBroken naming the year at fault."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise HolidayTableBroken("", "not_toml") from error
    holidays: dict[date, str] = {}
    makeup_days: set[date] = set()
    for year, table in tables.items():
        holidays.update(_days_off(year, table))
        makeup_days.update(_makeup_days(year, table))
    if clash := holidays.keys() & makeup_days:
        raise HolidayTableBroken(str(min(clash).year), "off_and_worked")
    return Calendar(holidays, frozenset(makeup_days), frozenset(int(year) for year in tables))


def lunar_text(day: date) -> str:
    """正月初一, 闰六月初一: the day of the lunar calendar, without the year."""
    lunar = _lunar(day)
    return f"{lunar.getMonthInChinese()}月{lunar.getDayInChinese()}"


@lru_cache(maxsize=1024)
def festival(day: date) -> str:
    """The traditional festival that falls on the day; empty on most days."""
    lunar = _lunar(day)
    month, number = lunar.getMonth(), lunar.getDay()
    if named := _LUNAR_FESTIVALS.get((month, number)):
        return named
    if lunar.getJieQi() == _TOMB_SWEEPING:
        return "清明节"
    tomorrow = _lunar(day + timedelta(days=1))
    return "除夕" if (tomorrow.getMonth(), tomorrow.getDay()) == (1, 1) else ""


def _lunar(day: date) -> "Lunar":
    from lunar_python import Solar  # 30 ms and a megabyte that the first window does not need

    return Solar.fromYmd(day.year, day.month, day.day).getLunar()


def _days_off(year: str, table: object) -> Iterator[tuple[date, str]]:
    if not (year.isdecimal() and isinstance(table, dict) and isinstance(table.get("holidays"), list)):
        raise HolidayTableBroken(year, "no_holidays")
    for entry in table["holidays"]:
        match entry:
            case {"period": str(period), "first": first, "last": last, "days": dict(days)} if _are_dates(first, last):
                yield from _period(period, first, last, names=days)
            case _:
                raise HolidayTableBroken(year, "entry_unreadable")


def _period(period: str, first: date, last: date, *, names: dict[str, str]) -> Iterator[tuple[date, str]]:
    if last < first or not all(f"{first}" <= day <= f"{last}" for day in names):
        raise HolidayTableBroken(str(first.year), "period_backwards")
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        yield day, names.get(day.isoformat(), period)


def _makeup_days(year: str, table: dict[str, object]) -> Iterator[date]:
    work = table.get("work", [])
    if not isinstance(work, list):
        raise HolidayTableBroken(year, "entry_unreadable")
    if not _are_dates(*work):
        raise HolidayTableBroken(year, "entry_unreadable")
    yield from work


def _are_dates(*values: object) -> bool:
    return all(type(value) is date for value in values)  # a TOML date-time would be a date, too
