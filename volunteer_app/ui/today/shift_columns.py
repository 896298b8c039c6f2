"""The columns of today's shifts, and the word for where a shift stands."""

from collections.abc import Callable
from datetime import datetime

from volunteer_app.services.today import ShiftRow, ShiftStage, stage
from volunteer_app.ui import time_text
from volunteer_app.ui.status import Coverage, PillSpec, Status, short_pill, status_pill
from volunteer_app.ui.table_model import Column, Priority
from volunteer_app.ui.text import translate

Now = Callable[[], datetime]


def coverage(row: ShiftRow) -> Coverage:
    return Coverage(row.needed, row.confirmed, row.arrived)


def state_pill(row: ShiftRow, now: datetime) -> PillSpec:
    """A gap is told before anything else, unless the shift is over."""
    where = stage(row.span, now)
    if where is ShiftStage.ENDED:
        return status_pill(Status.ENDED)
    if row.missing:
        return short_pill(row.missing)
    return status_pill(Status.RUNNING if where is ShiftStage.RUNNING else Status.FULL)


class ShiftColumns:
    """Made once a page; `now` is the moment of the rows shown."""

    def __init__(self, now: Now) -> None:
        self._now = now

    def all(self) -> list[Column[ShiftRow]]:
        return [
            Column("time", translate("TodayPage", "Time"), self._hours, sort_key=_start, width=128),
            Column("shift", translate("TodayPage", "Shift"), _post, width=168),
            Column("place", translate("TodayPage", "Place"), _place, width=144, priority=Priority.MEDIUM),
            Column("team", translate("TodayPage", "Team"), _team, width=136, priority=Priority.WIDE),
            Column(
                "coverage",
                translate("TodayPage", "Needed / confirmed / arrived"),
                _digits,
                sort_key=_missing,
                accessible=_spoken,
                value=coverage,
                width=176,
            ),
            Column("state", translate("TodayPage", "State"), self._state, value=self._pill, width=100),
        ]

    def _hours(self, row: ShiftRow) -> str:
        today = time_text.office_day(self._now())
        began = time_text.office_day(row.span.start)
        return time_text.hours(row.span) if began == today else time_text.day_and_hours(row.span, self._now())

    def _pill(self, row: ShiftRow) -> PillSpec:
        return state_pill(row, self._now())

    def _state(self, row: ShiftRow) -> str:
        return state_pill(row, self._now()).text


def _start(row: ShiftRow) -> datetime:
    return row.span.start


def _post(row: ShiftRow) -> str:
    return row.post


def _place(row: ShiftRow) -> str:
    return row.place


def _team(row: ShiftRow) -> str:
    return row.team


def _digits(row: ShiftRow) -> str:
    return coverage(row).digits


def _missing(row: ShiftRow) -> int:
    return row.missing


def _spoken(row: ShiftRow) -> str:
    return coverage(row).spoken
