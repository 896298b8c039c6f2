"""Dates as rosters spell them (2024.3.5, 2024年3月, 45356, 85.6), as ISO text. Never guessed: no date is None."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from volunteer_app.domain.text import half_width, squeeze

_EXCEL_EPOCH = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
# 85.6 is 1985, 05.6 is 2005: volunteers born before 1941 with a two-digit year would be over 85.
_TWO_DIGIT_PIVOT = 40

_FULL = re.compile(r"(\d{4}|\d{2})[-./\\年](\d{1,2})[-./\\月](\d{1,2})[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT_COMPACT = re.compile(r"(\d{2})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4}|\d{2})[-./\\年](\d{1,2})月?")
_COMPACT_MONTH = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])")
_YEAR = re.compile(r"((?:19|20)\d{2})年?")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_TIME_TAIL = re.compile(r"(?:T|\s)\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_WORD_TAIL = re.compile(r"[(（]?(?:出生|生|星期.|周.)[)）]?$")


class DateSpelling(StrEnum):
    ISO = "iso"
    OTHER = "other"
    SERIAL = "serial"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class DateReading:
    """`iso` is 2024-03-05, 2024-03 or 2024, as far as the text goes."""

    iso: str
    spelling: DateSpelling


def read_date_text(text: str) -> DateReading | None:
    """The date a text spells, or None."""
    bare = half_width(text).strip()
    plain = _WORD_TAIL.sub("", squeeze(_TIME_TAIL.sub("", bare))).rstrip(".。")
    if found := _FULL.fullmatch(plain) or _COMPACT.fullmatch(plain):
        return _full(found, text)
    if found := _COMPACT_MONTH.fullmatch(plain) or _MONTH.fullmatch(plain):
        year, month = _year(found[1]), int(found[2])
        return DateReading(f"{year:04d}-{month:02d}", DateSpelling.PARTIAL) if _is_month(year, month) else None
    if found := _SHORT_COMPACT.fullmatch(plain):
        return _full(found, text)
    if found := _YEAR.fullmatch(plain):
        return DateReading(found[1], DateSpelling.PARTIAL)
    if found := _SERIAL.fullmatch(plain):
        return _read_serial(int(found[1]))
    return None


def read_date_number(number: float) -> DateReading | None:
    """The date in a number cell: a day count of the spreadsheet, or digits such as 20240305 and 2024.03."""
    if not number.is_integer():
        return _read_fraction(repr(number))
    if not _FIRST_YEAR <= number < 100_000_000:
        return None
    return _read_serial(int(number)) or read_date_text(str(int(number)))


def _read_serial(days: int) -> DateReading | None:
    """Day counts from 1908 to 2102; a smaller number is a year, a larger one no day count."""
    if not 3_000 < days < 74_000:
        return None
    return DateReading((_EXCEL_EPOCH + timedelta(days=days)).isoformat(), DateSpelling.SERIAL)


def _read_fraction(text: str) -> DateReading | None:
    """2024.10 typed as a number has become 2024.1: that month is lost, so it is not read as January."""
    return None if text.endswith(".1") else read_date_text(text)


def _full(found: re.Match[str], text: str) -> DateReading | None:
    year, month, day = _year(found[1]), int(found[2]), int(found[3])
    if not _is_month(year, month):
        return None
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    return DateReading(iso, DateSpelling.ISO if iso == text else DateSpelling.OTHER)


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year <= _TWO_DIGIT_PIVOT else 1900)


def _is_month(year: int, month: int) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12
