"""Printed sheets: assembling what they say, drawing them, and remembering which version left the program.

Preparing changes nothing. A sheet gets its version for good when it is saved, printed or opened elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from volunteer_app.domain.changes import Changes
from volunteer_app.domain.errors import ChangedElsewhere
from volunteer_app.domain.ids import TeamId
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.sheet_issues import IssueWay, SheetIssue, version_of
from volunteer_app.domain.sheets import DutySheet, SheetKind
from volunteer_app.domain.teams import Team
from volunteer_app.printing import words
from volunteer_app.services.calendar_data import load_calendar
from volunteer_app.services.duty_sheets import Surroundings, TeamMonth, month_span, team_months
from volunteer_app.services.prepared_sheets import (
    Handout,
    PreparedSheet,
    SheetChange,
    Unprintable,
    named_changes,
)
from volunteer_app.services.progress import Progress
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries.sheets import TeamChoice, teams_on_duty
from volunteer_app.storage.unit_of_work import Reader, UnitOfWork

if TYPE_CHECKING:
    from volunteer_app.printing.fonts import Fonts

__all__ = ["Handout", "IssueWay", "PreparedSheet", "SheetChange", "Sheets", "TeamChoice", "Unprintable"]

STEPS = 2


class Sheets:
    """What the print preview and the command line ask for."""

    def __init__(self, desk: Desk, resources: Path) -> None:
        self._desk = desk
        self._fonts = resources / "fonts"
        self._holidays = resources / "data" / "holidays.toml"

    def duty_teams(self, month: date) -> tuple[TeamChoice, ...]:
        """Active teams with the number of their shifts in the month, in the office's order."""
        with self._desk.read() as reader:
            return teams_on_duty(reader, month_span(month, self._desk.zone))

    def team_duty(self, team_ids: Sequence[TeamId], month: date, *, progress: Progress) -> PreparedSheet:
        """月值班表 of one team or several in one PDF. Raises NotFound, FontMissing, HolidayTableBroken."""
        progress.step(0, STEPS, "reading")
        with self._desk.read() as reader:
            teams = [reader.teams.get(team_id) for team_id in team_ids]
            months = team_months(reader, teams, month, around=self._surroundings(reader))
            changes = named_changes(reader, [(each.before, each.issue) for each in months])
        progress.step(1, STEPS, "drawing")
        fonts = self._load_fonts()
        pdf = _draw_duty([each.sheet for each in months], fonts)
        progress.step(STEPS, STEPS, "done")
        return PreparedSheet(
            kind=SheetKind.TEAM_DUTY,
            pdf=pdf,
            file_name=_duty_file_name(teams, month),
            issues=tuple(each.issue for each in months),
            people=_people(months),
            drafts=sum(each.drafts for each in months),
            changes=changes,
            unprintable=_unprintable(fonts, (name for each in months for name in _names(each.sheet))),
        )

    def issue(self, prepared: PreparedSheet, way: IssueWay) -> Changes:
        """Say that this PDF left. Raises ChangedElsewhere when another desk issued other content meanwhile."""
        needed = Permission.PRINT_FULL_PHONES if prepared.handout else Permission.VIEW
        with self._desk.write(needed) as uow:
            for issue in prepared.issues:
                _record(uow, issue, way, prepared=prepared)
            return uow.commit()

    def _surroundings(self, reader: Reader) -> Surroundings:
        zone = self._desk.zone
        return Surroundings(
            office=reader.offices.get(),
            calendar=load_calendar(self._holidays),
            zone=zone,
            made_at=self._desk.now().astimezone(zone),
        )

    def _load_fonts(self) -> "Fonts":
        from volunteer_app.printing.fonts import load_fonts  # ReportLab would slow every start of the program

        return load_fonts(self._fonts)


def _draw_duty(sheets: Sequence[DutySheet], fonts: "Fonts") -> bytes:
    from volunteer_app.printing.duty_sheet import render_many  # as above

    return render_many(sheets, fonts)


def _record(uow: UnitOfWork, issue: SheetIssue, way: IssueWay, *, prepared: PreparedSheet) -> None:
    last = uow.sheet_issues.last(issue.kind, issue.scope)
    if version_of(last, issue.check_code) != issue.version:
        raise ChangedElsewhere("sheet", issue.id)
    if last is None or last.version != issue.version:
        uow.sheet_issues.add(issue)
    handout = prepared.handout or Handout("")
    uow.sheet_issues.note_left(issue, way, people=prepared.people, purpose=handout.purpose, receiver=handout.receiver)


def _people(months: Iterable[TeamMonth]) -> int:
    return len({person_id for each in months for told in each.issue.told.values() for person_id in told.people})


def _duty_file_name(teams: Sequence[Team], month: date) -> str:
    """No name of a person ever stands in a file name."""
    whose = teams[0].short_name or teams[0].name if len(teams) == 1 else f"{len(teams)}队"
    return f"{month:%Y-%m} {whose}{words.DUTY_TITLE}.pdf"


def _names(sheet: DutySheet) -> Iterator[str]:
    for day in sheet.days:
        yield from (leader.name for leader in day.leaders)
        yield from (entry.name for cell in (*day.cells, day.others) for entry in cell)


def _unprintable(fonts: "Fonts", names: Iterable[str]) -> tuple[Unprintable, ...]:
    return tuple(
        Unprintable(name, missing) for name in dict.fromkeys(names) if (missing := fonts.missing_characters(name))
    )
