"""Printed sheets: assembling what they say, drawing them, and remembering which version left the program.

Preparing changes nothing. A sheet gets its version for good when it is saved, printed or opened elsewhere.
"""

import errno
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from volunteer_app.domain.changes import Changes
from volunteer_app.domain.errors import ChangedElsewhere, PurposeMissing, SheetNotSaved, WriteFault
from volunteer_app.domain.ids import CallId, ShiftId, TeamId
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.sheet_issues import IssueWay, SheetIssue, SincePrint, since_print, version_of
from volunteer_app.domain.sheets import CallSheet, DutySheet, SheetKind
from volunteer_app.domain.span import day_span
from volunteer_app.domain.teams import Team
from volunteer_app.printing import words
from volunteer_app.services.calendar_data import load_calendar
from volunteer_app.services.call_sheets import (
    CallChoice,
    CallPaper,
    CallPaperMaker,
    ToRing,
    choices,
    to_ring_in_call,
    to_ring_of_crew,
)
from volunteer_app.services.duty_sheets import Surroundings, TeamMonth, month_span, team_months
from volunteer_app.services.message_file import load_templates
from volunteer_app.services.prepared_sheets import (
    Handout,
    PreparedSheet,
    SheetChange,
    Unprintable,
    named_changes,
)
from volunteer_app.services.progress import Progress
from volunteer_app.services.session import Desk
from volunteer_app.storage.durable_files import write_whole
from volunteer_app.storage.queries.sheets import TeamChoice, teams_on_duty
from volunteer_app.storage.unit_of_work import Reader, UnitOfWork

if TYPE_CHECKING:
    from volunteer_app.printing.fonts import Fonts

__all__ = [
    "CallChoice",
    "Handout",
    "IssueWay",
    "PreparedSheet",
    "SheetChange",
    "Sheets",
    "SincePrint",
    "TeamChoice",
    "Unprintable",
]

STEPS = 2
_WRITE_FAULTS = {
    errno.EACCES: WriteFault.IN_USE,
    errno.EPERM: WriteFault.IN_USE,
    errno.EBUSY: WriteFault.IN_USE,
    errno.ENOENT: WriteFault.FOLDER_GONE,
    errno.ENOTDIR: WriteFault.FOLDER_GONE,
    errno.EROFS: WriteFault.READ_ONLY,
    errno.ENOSPC: WriteFault.DISK_FULL,
    errno.EDQUOT: WriteFault.DISK_FULL,
}


class Sheets:
    """What the print preview and the command line ask for."""

    def __init__(self, desk: Desk, resources: Path) -> None:
        self._desk = desk
        self._fonts = resources / "fonts"
        self._holidays = resources / "data" / "holidays.toml"
        self._messages = resources / "data" / "messages.toml"

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
            pairs = [(each.before, each.issue) for each in months]
            changes = named_changes(reader, pairs)
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
            since_print=since_print(pairs),
            drafts=sum(each.drafts for each in months),
            changes=changes,
            unprintable=_unprintable(fonts, (name for each in months for name in _names(each.sheet))),
        )

    def call_choices(self, on: date) -> tuple[CallChoice, ...]:
        """What can be rung from paper: every running call, and the crews of shifts that start on the day."""
        with self._desk.read() as reader:
            return choices(self._desk, reader, day_span(on, self._desk.zone))

    def call_sheet(
        self, call_id: CallId, handout: Handout, *, most: int | None = None, progress: Progress
    ) -> PreparedSheet:
        """电话通知单 of a running call: who is still to be rung, in the order of ringing, at most so many.

        Raises NotFound, NotPermitted, PurposeMissing, NobodyToRing, FontMissing, TemplateBroken.
        """
        self._require_purpose(handout)
        progress.step(0, STEPS, "reading")
        with self._desk.read() as reader:
            paper = self._call_paper(reader, to_ring_in_call(self._desk, reader, call_id), handout, most=most)
        return self._draw_call(paper, handout, progress)

    def crew_call_sheet(
        self, shift_id: ShiftId, handout: Handout, *, most: int | None = None, progress: Progress
    ) -> PreparedSheet:
        """电话通知单 of the people who hold a place of a shift, leaders first. Raises as `call_sheet` does."""
        self._require_purpose(handout)
        progress.step(0, STEPS, "reading")
        with self._desk.read() as reader:
            paper = self._call_paper(reader, to_ring_of_crew(reader, shift_id), handout, most=most)
        return self._draw_call(paper, handout, progress)

    def issue(self, prepared: PreparedSheet, way: IssueWay) -> Changes:
        """Say that this PDF left. Raises ChangedElsewhere when another desk issued other content meanwhile."""
        with self._desk.write(_needed(prepared)) as uow:
            for issue in prepared.issues:
                _record(uow, issue, way, prepared=prepared)
            return uow.commit()

    def write(self, prepared: PreparedSheet, file: Path, way: IssueWay) -> Changes:
        """Put the PDF at its place, whole or not at all, and say that it left. Raises SheetNotSaved too."""
        with self._desk.write(_needed(prepared)) as uow:
            for issue in prepared.issues:
                _record(uow, issue, way, prepared=prepared)
            # Before the commit: a file that could not be written used no version up and stands in no log.
            try:
                write_whole(file, prepared.pdf)
            except OSError as error:
                raise SheetNotSaved(file.name, _write_fault(error)) from error
            return uow.commit()

    def _require_purpose(self, handout: Handout) -> None:
        self._desk.require(Permission.PRINT_FULL_PHONES)
        if not handout.purpose.strip():
            raise PurposeMissing

    def _call_paper(self, reader: Reader, ring: ToRing, handout: Handout, *, most: int | None) -> CallPaper:
        maker = CallPaperMaker(reader, self._surroundings(reader), load_templates(self._messages))
        return maker.make(ring, handout, most)

    def _draw_call(self, paper: CallPaper, handout: Handout, progress: Progress) -> PreparedSheet:
        progress.step(1, STEPS, "drawing")
        fonts = self._load_fonts()
        pdf = _draw_call(paper.sheet, fonts)
        progress.step(STEPS, STEPS, "done")
        return PreparedSheet(
            kind=SheetKind.CALL,
            pdf=pdf,
            file_name=f"{paper.sheet.called_on:%Y-%m-%d} {paper.sheet.team_code} {words.CALL_TITLE}.pdf",
            issues=(paper.issue,),
            people=len(paper.sheet.rows),
            since_print=paper.since_print,
            left_out=paper.left_out,
            handout=handout,
            changes=paper.changes,
            unprintable=_unprintable(fonts, (row.name for row in paper.sheet.rows)),
        )

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


def _draw_call(sheet: CallSheet, fonts: "Fonts") -> bytes:
    from volunteer_app.printing.call_sheet import render  # as above

    return render(sheet, fonts)


def _needed(prepared: PreparedSheet) -> Permission:
    return Permission.PRINT_FULL_PHONES if prepared.handout else Permission.VIEW


def _write_fault(error: OSError) -> WriteFault:
    return _WRITE_FAULTS.get(error.errno or 0, WriteFault.DISK_FAULT)


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
