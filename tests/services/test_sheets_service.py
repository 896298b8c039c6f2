"""What a printed sheet says and which version it is, on a real office."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from volunteer_app import paths
from volunteer_app.domain.errors import ChangedElsewhere, FontMissing
from volunteer_app.domain.ids import AssignmentId
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.people import Person
from volunteer_app.domain.publishing import PlanChangeKind
from volunteer_app.domain.sheets import SheetKind
from volunteer_app.domain.shifts import Shift
from volunteer_app.domain.teams import Team
from volunteer_app.services.progress import NullProgress
from volunteer_app.services.session import Desk
from volunteer_app.services.sheets import IssueWay, PreparedSheet, Sheets

MONTH = date(2026, 11, 1)
QUIET = NullProgress()


@pytest.fixture
def sheets(desk: Desk) -> Sheets:
    return Sheets(desk, paths.resources_dir())


def patrol(desk: Desk, *, code: str = "T01", days: int = 0) -> tuple[Team, Shift]:
    """A team with one shift of two places, led by 陈明川."""
    with desk.write(Permission.EDIT_SHIFTS) as uow:
        crew = builders.team("河道巡查队", code=code)
        uow.teams.add(crew)
        where = builders.post(of=crew)
        uow.posts.add(where)
        shift = builders.shift(where, on=builders.span(days=days))
        uow.shifts.add(shift)
        uow.commit()
    place(desk, shift, builders.person("陈明川"), leads=True)
    return crew, shift


def place(desk: Desk, shift: Shift, who: Person, *, leads: bool = False) -> AssignmentId:
    with desk.write(Permission.EDIT_SHIFTS) as uow:
        held = replace(builders.assignment(shift, uow.people.add(who)), is_leader=leads)
        uow.assignments.take(held)
        uow.commit()
    return held.id


def release(desk: Desk, assignment_id: AssignmentId) -> None:
    with desk.write(Permission.EDIT_SHIFTS) as uow:
        uow.assignments.release(assignment_id)
        uow.commit()


def print_team(sheets: Sheets, *crews: Team) -> PreparedSheet:
    return sheets.team_duty([crew.id for crew in crews], MONTH, progress=QUIET)


def test_a_sheet_that_never_left_is_version_one(desk: Desk, sheets: Sheets) -> None:
    crew, _ = patrol(desk)

    prepared = print_team(sheets, crew)

    assert prepared.kind is SheetKind.TEAM_DUTY
    assert prepared.version == 1
    assert prepared.pdf.startswith(b"%PDF")


def test_looking_at_a_preview_uses_no_version_up(desk: Desk, sheets: Sheets) -> None:
    crew, shift = patrol(desk)
    print_team(sheets, crew)
    place(desk, shift, builders.person("林若溪"))

    assert print_team(sheets, crew).version == 1


def test_the_same_content_keeps_its_version(desk: Desk, sheets: Sheets) -> None:
    crew, _ = patrol(desk)
    sheets.issue(print_team(sheets, crew), IssueWay.SAVED)
    again = print_team(sheets, crew)
    sheets.issue(again, IssueWay.PRINTED)

    assert again.version == 1
    assert print_team(sheets, crew).changes == ()


def test_changed_content_gets_the_next_version_and_says_what_changed(desk: Desk, sheets: Sheets) -> None:
    crew, shift = patrol(desk)
    left = place(desk, shift, builders.person("张志诚"))
    sheets.issue(print_team(sheets, crew), IssueWay.PRINTED)
    release(desk, left)
    place(desk, shift, builders.person("林若溪"))

    prepared = print_team(sheets, crew)

    assert prepared.version == 2
    assert {(change.kind, change.name) for change in prepared.changes} == {
        (PlanChangeKind.LEFT, "张志诚"),
        (PlanChangeKind.JOINED, "林若溪"),
    }


def test_a_sheet_overtaken_by_another_desk_does_not_leave(desk: Desk, sheets: Sheets) -> None:
    crew, shift = patrol(desk)
    stale = print_team(sheets, crew)
    place(desk, shift, builders.person("林若溪"))
    sheets.issue(print_team(sheets, crew), IssueWay.PRINTED)

    with pytest.raises(ChangedElsewhere):
        sheets.issue(stale, IssueWay.PRINTED)


def test_every_print_leaves_an_audit_line_even_of_an_old_version(desk: Desk, sheets: Sheets) -> None:
    crew, _ = patrol(desk)
    prepared = print_team(sheets, crew)
    sheets.issue(prepared, IssueWay.SAVED)
    sheets.issue(prepared, IssueWay.PRINTED)

    assert sheet_actions(desk) == ["sheet.saved", "sheet.printed"]


def test_places_not_published_yet_are_counted_as_drafts(desk: Desk, sheets: Sheets) -> None:
    crew, shift = patrol(desk)
    place(desk, shift, builders.person("林若溪"))

    assert print_team(sheets, crew).drafts == 2


def test_a_name_no_font_can_print_is_told_with_its_character(desk: Desk, sheets: Sheets) -> None:
    crew, shift = patrol(desk)
    place(desk, shift, builders.person("王\u16a0"))

    unprintable = print_team(sheets, crew).unprintable

    assert [(each.name, each.characters) for each in unprintable] == [("王\u16a0", "\u16a0")]


def test_several_teams_come_as_one_file_that_names_no_person(desk: Desk, sheets: Sheets) -> None:
    first, _ = patrol(desk, code="T01")
    second, _ = patrol(desk, code="T02", days=1)

    prepared = print_team(sheets, first, second)

    assert [issue.scope for issue in prepared.issues] == ["202611/T01", "202611/T02"]
    assert prepared.file_name == "2026-11 2队值班表.pdf"


def test_shifts_of_other_months_and_teams_stay_out(desk: Desk, sheets: Sheets) -> None:
    crew, shift = patrol(desk)
    patrol(desk, code="T02")
    patrol(desk, code="T03", days=20)

    (issue,) = print_team(sheets, crew).issues

    assert list(issue.told) == [shift.id]


def test_teams_are_offered_with_the_shifts_of_their_month(desk: Desk, sheets: Sheets) -> None:
    crew, _ = patrol(desk)

    offered = {choice.id: choice.shifts for choice in sheets.duty_teams(MONTH)}

    assert offered[crew.id] == 1
    assert sum(offered.values()) == 1


def test_a_missing_font_is_named(desk: Desk, tmp_path: Path) -> None:
    crew, _ = patrol(desk)
    data = tmp_path / "data"
    data.mkdir()
    holidays = paths.resources_dir() / "data" / "holidays.toml"
    (data / "holidays.toml").write_bytes(holidays.read_bytes())

    with pytest.raises(FontMissing) as refused:
        print_team(Sheets(desk, tmp_path), crew)

    assert refused.value.file.endswith(".ttf")


def sheet_actions(desk: Desk) -> list[str]:
    from sqlalchemy import select

    from volunteer_app.storage.records.operators import AuditEntryRecord

    with desk.read() as reader:
        query = select(AuditEntryRecord.action).where(AuditEntryRecord.subject_kind == "sheet")
        return list(reader.session.scalars(query.order_by(AuditEntryRecord.seq)))
