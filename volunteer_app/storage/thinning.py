"""Which backups may go: all of two days stay, then one a day for 12 days, one a week for 10 weeks, one a month for 9.

The rule looks at dates only; it never reads or removes a file.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

DAYS_KEPT_WHOLE = 2
DAILY, WEEKLY, MONTHLY = 12, 10, 9

Period = Callable[[datetime], tuple[int, ...]]


def superfluous(moments: Sequence[datetime], today: date) -> tuple[datetime, ...]:
    """The moments (in the office's time) whose backups are no longer needed; never the newest."""
    newest_first = sorted(moments, reverse=True)
    whole_from = today - timedelta(days=DAYS_KEPT_WHOLE - 1)
    kept = {moment for moment in newest_first if moment.date() >= whole_from}
    older = [moment for moment in newest_first if moment not in kept]
    for count, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        chosen = _newest_of_each(older, period)[:count]
        kept.update(chosen)
        # What lies within the periods just served needs no coarser copy.
        older = [moment for moment in older if len(chosen) == count and period(moment) < period(chosen[-1])]
    return tuple(moment for moment in newest_first if moment not in kept)


def _newest_of_each(newest_first: Iterable[datetime], period: Period) -> list[datetime]:
    chosen: dict[tuple[int, ...], datetime] = {}
    for moment in newest_first:
        chosen.setdefault(period(moment), moment)
    return list(chosen.values())


def _day(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> tuple[int, ...]:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month
