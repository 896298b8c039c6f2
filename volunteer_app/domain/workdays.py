"""Working days, days off and make-up days by the yearly notices. Reads no file: the table is handed in.

A year without a table is answered by weekends alone; `has_year` says so, and the screen says it to the clerk.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

RECORDING_DEADLINE_WORKDAYS = 10  # Order 67 of the Ministry of Civil Affairs, articles 8 and 11

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


class DayKind(StrEnum):
    """What a day is to an office. A make-up day is a weekend that is worked."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKEUP = "makeup"

    @property
    def is_rest(self) -> bool:
        return self in (DayKind.WEEKEND, DayKind.HOLIDAY)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that differ from the plain week, by name where a festival has one."""

    holidays: Mapping[date, str] = field(default_factory=dict)
    makeup_days: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def has_year(self, year: int) -> bool:
        return year in self.years

    def years_missing(self, days: Iterable[date]) -> tuple[int, ...]:
        """The years of these days for which no notice was entered, in order."""
        return tuple(sorted({day.year for day in days} - self.years))

    def kind(self, day: date) -> DayKind:
        if day in self.holidays:
            return DayKind.HOLIDAY
        if day in self.makeup_days:
            return DayKind.MAKEUP
        return DayKind.WEEKEND if day.weekday() >= _SATURDAY else DayKind.WORKDAY

    def is_workday(self, day: date) -> bool:
        return not self.kind(day).is_rest

    def is_makeup_workday(self, day: date) -> bool:
        return self.kind(day) is DayKind.MAKEUP

    def holiday_name(self, day: date) -> str:
        """国庆节 on its day, 国庆假期 on the other days off; empty on every other day."""
        return self.holidays.get(day, "")

    def workday_after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; the day itself never counts.

        Raises ValueError when the count is below 1.
        """
        if count < 1:
            raise ValueError("a deadline lies at least one working day ahead")
        workdays = self._workdays_after(day)
        for _ in range(count - 1):
            next(workdays)
        return next(workdays)

    def workdays_between(self, day: date, deadline: date) -> int:
        """Working days after `day` up to and with the deadline; negative when it has passed."""
        if deadline < day:
            return -self.workdays_between(deadline, day)
        days = range(1, (deadline - day).days + 1)
        return sum(self.is_workday(day + timedelta(days=offset)) for offset in days)

    def recording_deadline(self, ended_on: date) -> date:
        """The last day on which the hours of an activity may lawfully be recorded."""
        return self.workday_after(ended_on, RECORDING_DEADLINE_WORKDAYS)

    def _workdays_after(self, day: date) -> Iterator[date]:
        while True:
            day += _ONE_DAY
            if self.is_workday(day):
                yield day
