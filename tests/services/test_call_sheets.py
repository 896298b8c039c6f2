"""电话通知单 of a real call and a real crew: who stands on it, for what, and what leaves the program."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from tests import builders
from tests.printing.reading import Reader
from tests.services.call_office import CallOffice
from volunteer_app import paths
from volunteer_app.domain.calls import CallPurpose, ReplyKey
from volunteer_app.domain.errors import NobodyToRing, NotPermitted, PurposeMissing, SheetNotSaved, WriteFault
from volunteer_app.domain.ids import CallId
from volunteer_app.domain.operators import Permission, Role
from volunteer_app.domain.publishing import PlanChangeKind
from volunteer_app.domain.teams import MemberRole
from volunteer_app.services.progress import NullProgress
from volunteer_app.services.session import Desk
from volunteer_app.services.sheets import Handout, IssueWay, PreparedSheet, Sheets
from volunteer_app.storage.records.operators import AuditEntryRecord

QUIET = NullProgress()
FLOOD = Handout("防汛值守召集", "周明远")


@pytest.fixture
def office(desk: Desk) -> CallOffice:
    made = CallOffice(desk)
    made.with_members("陈明川", role=MemberRole.LEADER)
    made.with_members("林若溪", "张志诚")
    made.with_shift(places=2)
    return made


@pytest.fixture
def sheets(office: CallOffice) -> Sheets:
    return Sheets(office.desk, paths.resources_dir())


def call_sheet(sheets: Sheets, call_id: CallId, *, most: int | None = None) -> PreparedSheet:
    return sheets.call_sheet(call_id, FLOOD, most=most, progress=QUIET)


def test_a_call_is_printed_in_the_order_of_ringing_with_whole_numbers(office: CallOffice, sheets: Sheets) -> None:
    call_id = office.open()
    in_order = [row.name for row in office.calls.board(call_id).queue]

    text = text_of(call_sheet(sheets, call_id).pdf)

    places = [text.index(name) for name in in_order]
    assert places == sorted(places)
    for person in office.people:
        assert person.phone in text


def test_purpose_and_receiver_stand_on_the_sheet(office: CallOffice, sheets: Sheets) -> None:
    text = text_of(call_sheet(sheets, office.open()).pdf)

    assert "用途：防汛值守召集" in text
    assert "领用：周明远" in text


@pytest.mark.parametrize("purpose", ["", "  "])
def test_without_a_purpose_no_number_is_printed(office: CallOffice, sheets: Sheets, purpose: str) -> None:
    with pytest.raises(PurposeMissing):
        sheets.call_sheet(office.open(), Handout(purpose), progress=QUIET)


def test_a_viewer_makes_no_sheet_with_whole_numbers(office: CallOffice) -> None:
    call_id = office.open()
    viewer = replace(office.desk, operator=builders.operator(role=Role.VIEWER))

    with pytest.raises(NotPermitted):
        call_sheet(Sheets(viewer, paths.resources_dir()), call_id)


def test_whoever_answered_already_is_not_rung_again_from_paper(office: CallOffice, sheets: Sheets) -> None:
    call_id = office.open()
    answered = office.calls.board(call_id).card
    assert answered is not None
    office.press(call_id, ReplyKey.DECLINED)

    prepared = call_sheet(sheets, call_id)

    assert prepared.people == 2
    assert answered.name not in text_of(prepared.pdf)


def test_only_as_many_as_wanted_are_printed_from_the_top(office: CallOffice, sheets: Sheets) -> None:
    call_id = office.open()
    first = office.calls.board(call_id).queue[0].name

    prepared = call_sheet(sheets, call_id, most=1)

    assert (prepared.people, prepared.left_out) == (1, 2)
    assert first in text_of(prepared.pdf)


def test_a_crew_is_printed_with_its_leader_first(office: CallOffice, sheets: Sheets) -> None:
    assert office.shift is not None
    leader, member, _ = office.people
    for person, leads in ((member, False), (leader, True)):
        with office.desk.write(Permission.EDIT_SHIFTS) as uow:
            uow.assignments.take(replace(builders.assignment(office.shift, person), is_leader=leads))
            uow.commit()

    prepared = sheets.crew_call_sheet(office.shift.id, FLOOD, progress=QUIET)

    assert list(prepared.issues[0].lines) == [leader.id, member.id]


def test_a_call_in_which_everybody_answered_has_no_sheet(office: CallOffice, sheets: Sheets) -> None:
    call_id = office.open()
    for _ in office.people:
        office.press(call_id, ReplyKey.DECLINED)

    with pytest.raises(NobodyToRing):
        call_sheet(sheets, call_id)


def test_a_drill_is_marked(office: CallOffice, sheets: Sheets) -> None:
    assert office.shift is not None
    call_id = office.calls.open_call(office.shift.id, CallPurpose.DRILL).call_id

    assert "演练" in text_of(call_sheet(sheets, call_id).pdf)


def test_the_next_print_says_who_left_the_list(office: CallOffice, sheets: Sheets) -> None:
    call_id = office.open()
    sheets.issue(call_sheet(sheets, call_id), IssueWay.PRINTED)
    answered = office.calls.board(call_id).card
    assert answered is not None
    office.press(call_id, ReplyKey.DECLINED)

    prepared = call_sheet(sheets, call_id)

    assert prepared.version == 2
    assert [(change.kind, change.name) for change in prepared.changes] == [(PlanChangeKind.LEFT, answered.name)]


def test_the_log_says_for_what_and_to_whom_the_numbers_went(office: CallOffice, sheets: Sheets, tmp_path: Path) -> None:
    prepared = call_sheet(sheets, office.open())

    sheets.write(prepared, tmp_path / prepared.file_name, IssueWay.SAVED)

    ((action, facts),) = sheet_lines(office.desk)
    assert action == "sheet.saved"
    assert (facts["purpose"], facts["receiver"], facts["people"]) == ("防汛值守召集", "周明远", 3)
    assert (tmp_path / prepared.file_name).read_bytes() == prepared.pdf


def test_a_file_that_cannot_be_written_leaves_no_trace_of_a_print(
    office: CallOffice, sheets: Sheets, tmp_path: Path
) -> None:
    prepared = call_sheet(sheets, office.open())

    with pytest.raises(SheetNotSaved) as refused:
        sheets.write(prepared, tmp_path / "gone" / "sheet.pdf", IssueWay.SAVED)

    assert refused.value.fault is WriteFault.FOLDER_GONE
    assert sheet_lines(office.desk) == []


def test_running_calls_and_crews_of_the_day_are_offered(office: CallOffice, sheets: Sheets) -> None:
    call_id = office.open()
    crew = office.plan()
    office.hold(crew, office.people[0])

    offered = {(choice.call_id, choice.shift_id): choice.people for choice in sheets.call_choices(builders.TODAY)}

    assert office.shift is not None
    assert offered == {(call_id, office.shift.id): 3, (None, crew.id): 1}


def test_no_file_name_names_a_person(office: CallOffice, sheets: Sheets) -> None:
    prepared = call_sheet(sheets, office.open())

    assert prepared.file_name == f"2026-11-24 {office.team.code} 电话通知单.pdf"


def text_of(pdf: bytes) -> str:
    return Reader(pdf).solid_text()


def sheet_lines(desk: Desk) -> list[tuple[str, dict[str, object]]]:
    with desk.read() as reader:
        query = select(AuditEntryRecord).where(AuditEntryRecord.action.startswith("sheet."))
        return [(line.action, json.loads(line.facts)) for line in reader.session.scalars(query)]
