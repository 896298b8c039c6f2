"""What a week looks like: places, locks, conflicts, hours and what has not been told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from tests import builders
from tests.builders import span
from tests.planning import MONDAY, PlanningOffice
from tests.statements import counted_selects
from volunteer_app.domain.availability import Leave
from volunteer_app.domain.findings import Finding, Rule
from volunteer_app.domain.ids import LeaveId, ShiftId, new_id
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.people import Person
from volunteer_app.domain.publishing import PlanChangeKind
from volunteer_app.domain.span import Span
from volunteer_app.services.publishing import Publishing
from volunteer_app.services.session import Desk
from volunteer_app.services.shift_planning import ShiftPlanning
from volunteer_app.services.week_board import BoardShift, Lock, Verdict, WeekBoard, WeekBoards


@pytest.fixture
def office(desk: Desk) -> PlanningOffice:
    return PlanningOffice(desk)


@pytest.fixture
def boards(desk: Desk) -> WeekBoards:
    return WeekBoards(desk)


def only(board: WeekBoard) -> BoardShift:
    (shift,) = board.shifts
    return shift


def take_leave(desk: Desk, who: Person, on: Span) -> None:
    with desk.write(Permission.EDIT_ROSTER) as uow:
        uow.leaves.add(Leave(LeaveId(new_id()), who.id, on))
        uow.commit()


def rules(findings: Sequence[Finding]) -> set[Rule]:
    return {finding.rule for finding in findings}


def test_an_empty_office_has_an_empty_week(boards: WeekBoards) -> None:
    board = boards.week(MONDAY)

    assert (board.rows, board.news, board.missing) == ((), (), 0)


def test_a_post_without_a_shift_still_has_its_row(office: PlanningOffice, boards: WeekBoards) -> None:
    office.post("河道巡查A段")

    (row,) = boards.week(MONDAY).rows

    assert row.post.name == "河道巡查A段"
    assert [cell.day - MONDAY for cell in row.cells] == [timedelta(days=n) for n in range(7)]


def test_a_shift_stands_on_the_day_it_starts_with_its_places(office: PlanningOffice, boards: WeekBoards) -> None:
    night = office.shift(on=span("20:00", "08:00"), needs=[builders.heads(3)])
    office.place(night, office.person("甲"))

    board = boards.week(MONDAY)

    (shift,) = board.rows[0].cells[1].shifts
    assert (shift.id, shift.taken, shift.shift.needed) == (night.id, 1, 3)
    assert [token.name for token in shift.tokens] == ["甲"]
    assert board.missing == 2


def test_two_shifts_of_a_post_on_one_day_stack_in_order_of_start(office: PlanningOffice, boards: WeekBoards) -> None:
    where = office.post()
    late, early = office.shift(where, span("18:00", "20:00")), office.shift(where, span("08:00", "12:00"))

    (row,) = boards.week(MONDAY).rows

    assert [shift.id for shift in row.cells[1].shifts] == [early.id, late.id]


def test_the_leader_comes_first(office: PlanningOffice, boards: WeekBoards, desk: Desk) -> None:
    shift = office.shift()
    office.place(shift, office.person("甲"))
    leader = office.place(shift, office.person("乙"))
    ShiftPlanning(desk).mark_leader(leader.id)

    assert [(token.name, token.is_leader) for token in only(boards.week(MONDAY)).tokens] == [
        ("乙", True),
        ("甲", False),
    ]


def test_a_week_of_one_team_shows_its_shifts_and_posts_only(office: PlanningOffice, boards: WeekBoards) -> None:
    ours, theirs = office.team(0), office.team(1)
    shift = office.shift(office.post("甲岗", of=ours))
    office.shift(office.post("乙岗", of=theirs))

    board = boards.week(MONDAY, ours.id)

    assert [row.post.name for row in board.rows] == ["甲岗"]
    assert only(board).id == shift.id


def test_shifts_of_the_weeks_beside_it_are_not_shown(office: PlanningOffice, boards: WeekBoards) -> None:
    office.shift(on=span("20:00", "08:00", days=-2))
    office.shift(on=span("00:00", "08:00", days=6))

    assert boards.week(MONDAY).shifts == ()


@pytest.mark.parametrize("shifts", [1, 6])
def test_a_week_is_three_selects_whatever_its_size(
    office: PlanningOffice, boards: WeekBoards, desk: Desk, shifts: int
) -> None:
    for number in range(shifts):
        shift = office.shift(on=span(days=number - 1), needs=[builders.leader_need(), builders.heads(2)])
        office.place(shift, office.person(f"人{number}", leads=True))

    with counted_selects(desk.store.engine) as selects:
        board = boards.week(MONDAY)

    assert len(board.shifts) == shifts
    assert len(selects) == 3


def test_a_person_on_leave_in_their_shift_is_a_conflict(office: PlanningOffice, boards: WeekBoards, desk: Desk) -> None:
    shift, chen = office.shift(), office.person()
    office.place(shift, chen)
    take_leave(desk, chen, span("12:00", "18:00"))

    board = boards.week(MONDAY)

    (token,) = board.conflicts
    assert rules(token.findings) == {Rule.ON_LEAVE}


def test_too_little_rest_after_the_sunday_night_before_is_a_conflict(
    office: PlanningOffice, boards: WeekBoards
) -> None:
    chen = office.person()
    office.place(office.shift(on=span("20:00", "06:00", days=5)), chen)
    office.place(office.shift(on=span("12:00", "16:00", days=6)), chen)

    board = boards.week(MONDAY + timedelta(days=7))

    (token,) = board.conflicts
    assert rules(token.findings) == {Rule.REST, Rule.HOURS_IN_24}


def test_a_conflict_that_a_reason_answers_for_is_none_until_another_comes_up(
    office: PlanningOffice, boards: WeekBoards, desk: Desk
) -> None:
    shift, chen = office.shift(), office.person(availability=0)
    ShiftPlanning(desk).assign(shift.id, chen.id, reason="本人同意")
    assert boards.week(MONDAY).conflicts == ()
    assert only(boards.week(MONDAY)).tokens[0].override_reason == "本人同意"

    take_leave(desk, chen, span())

    (token,) = boards.week(MONDAY).conflicts
    assert rules(token.findings) == {Rule.ON_LEAVE}


def test_somebody_of_another_team_is_no_conflict(office: PlanningOffice, boards: WeekBoards) -> None:
    shift = office.shift(office.post(of=office.team(0)))
    office.place(shift, office.person(of=office.team(1)))

    assert boards.week(MONDAY).conflicts == ()


def test_a_displaced_person_stays_on_the_board_and_is_not_counted(
    office: PlanningOffice, boards: WeekBoards, desk: Desk
) -> None:
    morning, evening = office.shift(on=span("10:00", "12:00")), office.shift(on=span("18:00", "22:00"))
    chen = office.person()
    office.place(morning, chen)
    office.place(evening, chen)
    before = office.stored(morning.id)
    ShiftPlanning(desk).edit_shift(before, replace(before, span=span("19:00", "21:00", days=0)))

    moved = next(shift for shift in boards.week(MONDAY).shifts if shift.id == morning.id)

    assert [(token.name, token.is_displaced) for token in moved.tokens] == [("陈明川", True)]
    assert (moved.taken, moved.shift.vacancies) == (0, 2)


def test_a_shift_is_open_then_told_then_changed(office: PlanningOffice, boards: WeekBoards, desk: Desk) -> None:
    shift, chen = office.shift(), office.person()
    assert only(boards.week(MONDAY)).lock is Lock.OPEN

    Publishing(desk).publish(MONDAY)
    assert only(boards.week(MONDAY)).lock is Lock.TOLD

    ShiftPlanning(desk).assign(shift.id, chen.id)
    changed = only(boards.week(MONDAY))
    assert (changed.lock, [change.kind for change in changed.news]) == (Lock.CHANGED, [PlanChangeKind.JOINED])
    assert changed.tokens[0].is_draft


def test_a_shift_that_is_over_is_locked_and_counts_neither_gaps_nor_conflicts(
    office: PlanningOffice, boards: WeekBoards, desk: Desk
) -> None:
    yesterday, chen = office.shift(on=span(days=-1)), office.person()
    office.place(yesterday, chen)
    take_leave(desk, chen, span(days=-1))

    board = boards.week(MONDAY)

    assert (only(board).lock, board.missing, board.conflicts) == (Lock.OVER, 0, ())


def test_a_cancelled_shift_is_gone_but_must_still_be_told(
    office: PlanningOffice, boards: WeekBoards, desk: Desk
) -> None:
    shift = office.shift()
    office.place(shift, office.person())
    Publishing(desk).publish(MONDAY)

    ShiftPlanning(desk).cancel_shift(shift.id)

    board = boards.week(MONDAY)
    assert board.shifts == ()
    assert [change.kind for change in board.news] == [PlanChangeKind.SHIFT_CANCELLED, PlanChangeKind.LEFT]


def test_hours_are_those_of_the_week_the_least_first(office: PlanningOffice, boards: WeekBoards) -> None:
    busy, idle = office.person("忙"), office.person("闲")
    office.place(office.shift(on=span("20:00", "08:00", days=5)), busy)
    office.place(office.shift(on=span("08:00", "12:00", days=1)), busy)
    office.place(office.shift(on=span("15:00", "16:00")), idle)

    assert [(person.name, person.minutes) for person in boards.week(MONDAY).minutes] == [("闲", 60), ("忙", 480)]


def verdict(found: Sequence[Verdict], shift_id: ShiftId) -> Verdict:
    return next(each for each in found if each.shift_id == shift_id)


def test_every_shift_of_the_week_is_judged_for_somebody_being_dragged(
    office: PlanningOffice, boards: WeekBoards
) -> None:
    chen = office.person()
    own, clash, free = office.shift(), office.shift(on=span("18:00", "22:00")), office.shift(on=span(days=2))
    full = office.shift(on=span(days=3), needs=[builders.heads(1)])
    office.place(own, chen)
    office.place(full, office.person("乙"))

    found = boards.verdicts(MONDAY, chen.id)

    assert rules(verdict(found, own.id).findings) == {Rule.ALREADY_IN_SHIFT}
    assert rules(verdict(found, clash.id).findings) == {Rule.OVERLAP}
    assert rules(verdict(found, full.id).findings) == {Rule.NO_FITTING_PLACE}
    assert verdict(found, free.id).findings == ()


def test_a_person_being_moved_is_judged_as_if_they_had_left(office: PlanningOffice, boards: WeekBoards) -> None:
    chen = office.person()
    own, clash = office.shift(), office.shift(on=span("18:00", "22:00"))
    office.place(own, chen)

    found = boards.verdicts(MONDAY, chen.id, own.id)

    assert not verdict(found, clash.id).is_refused
