"""Dates and times as clerks type them: 718, 7-18, 今天, +3, 1530. It refuses to guess: what is unclear is None."""

import re
from datetime import date, time, timedelta

from volunteer_app.domain.date_text import DateSpelling, read_date_text
from volunteer_app.domain.text import half_width, squeeze

_WORDS = {"前天": -2, "昨天": -1, "今天": 0, "今日": 0, "明天": 1, "后天": 2, "大后天": 3}
_SHIFT = re.compile(r"([+-])(\d{1,3})天?")
_MONTH_DAY = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")
_COMPACT = re.compile(r"(\d{1,2})(\d{2})")
_CLOCK = re.compile(r"(\d{1,2})[:.点时](\d{2})?分?")
_DIGITS = re.compile(r"(\d{1,2})(\d{2})?")
_HALF_YEAR = timedelta(days=183)
QUARTER = 15


def read_day(text: str, today: date) -> date | None:
    """The day a clerk means; without a year the nearest one, so that 105 in December is next January."""
    plain = squeeze(half_width(text))
    if plain in _WORDS:
        return today + timedelta(days=_WORDS[plain])
    if found := _SHIFT.fullmatch(plain):
        days = int(found[2]) if found[1] == "+" else -int(found[2])
        return today + timedelta(days=days)
    if found := _MONTH_DAY.fullmatch(plain) or _COMPACT.fullmatch(plain):
        return _nearest(int(found[1]), int(found[2]), today)
    reading = read_date_text(plain)
    if reading is None or reading.spelling in (DateSpelling.PARTIAL, DateSpelling.SERIAL):
        return None
    return date.fromisoformat(reading.iso)


def _nearest(month: int, day: int, today: date) -> date | None:
    days = [made for year in (today.year - 1, today.year, today.year + 1) if (made := _day(year, month, day))]
    near = [made for made in days if abs(made - today) <= _HALF_YEAR]
    return near[0] if near else (days[1] if len(days) == 3 else days[0] if days else None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """1530, 15:30, 8, 830, 8点: a time of day."""
    plain = squeeze(half_width(text)).replace("：", ":")
    found = _CLOCK.fullmatch(plain) or _DIGITS.fullmatch(plain)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def stepped(at: time, quarters: int) -> time:
    """The next full quarter in the wanted direction, around midnight."""
    minutes = at.hour * 60 + at.minute
    base = minutes // QUARTER + (1 if quarters < 0 and minutes % QUARTER else 0)
    total = (base + quarters) * QUARTER % (24 * 60)
    return time(total // 60, total % 60)
