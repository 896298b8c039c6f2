"""Planning through the service, continued: moving, copying, publishing."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests import builders
from tests.builders import span
from tests.planning import MONDAY, PlanningOffice
from volunteer_app.domain.attendance import Attendance, AttendanceSource
from volunteer_app.domain.errors import (
    ChangedElsewhere,
    InvalidField,
    NoPlaceLeft,
    NotPermitted,
    ShiftHasAttendance,
)
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.ids import AttendanceId, OperatorId, new_id
from volunteer_app.domain.operators import Operator, Permission, Role
from volunteer_app.domain.shifts import AssignmentState, ShiftState
from volunteer_app.services.progress import NullProgress
from volunteer_app.services.session import Desk
from volunteer_app.services.shift_planning import Onto, PasteMode, ShiftPlanning
from volunteer_app.storage.records.operators import AuditEntryRecord


@pytest.fixture
def office(desk: Desk) -> PlanningOffice:
    return PlanningOffice(desk)


@pytest.fixture
def planning(desk: Desk) -> ShiftPlanning:
    return ShiftPlanning(desk)


def test_undo_of_a_move_brings_the_displaced_back(office: PlanningOffice, planning: ShiftPlanning) -> None:
    morning, evening = office.shift(on=span("10:00", "12:00")), office.shift(on=span("18:00", "22:00"))
    chen = office.person()
    office.place(morning, chen)
    office.place(evening, chen)
    before = office.stored(morning.id)
    done = planning.edit_shift(before, replace(before, span=span("19:00", "21:00")))

    undone = planning.replay(done.undo)

    assert (office.stored(morning.id).span, office.names_in(morning.id)) == (before.span, {"陈明川"})
    again = planning.replay(undone.undo)
    assert [each.person_id for each in again.displaced] == [chen.id]


def test_more_places_of_another_kind_seat_the_people_anew(office: PlanningOffice, planning: ShiftPlanning) -> None:
    plain = builders.heads(2)
    shift = office.shift(needs=[plain])
    office.place(shift, office.person("带班甲", leads=True))
    office.place(shift, office.person("队员乙"))
    before = office.stored(shift.id)
    lead = builders.leader_need()

    done = planning.edit_shift(before, replace(before, needs=(lead, replace(before.needs[0], count=1))))

    assert [need.taken for need in office.stored(shift.id).needs] == [1, 1]
    planning.replay(done.undo)
    assert [(need.count, need.taken) for need in office.stored(shift.id).needs] == [(2, 2)]


def test_fewer_places_than_people_are_refused(office: PlanningOffice, planning: ShiftPlanning) -> None:
    shift = office.shift(needs=[builders.heads(2)])
    office.place(shift, office.person("甲"))
    office.place(shift, office.person("乙"))
    before = office.stored(shift.id)

    with pytest.raises(NoPlaceLeft):
        planning.edit_shift(before, replace(before, needs=(replace(before.needs[0], count=1),)))

    assert office.taken(shift.id) == 2


def test_a_stale_form_is_refused(office: PlanningOffice, planning: ShiftPlanning) -> None:
    shift = office.shift()
    read_earlier = office.stored(shift.id)
    planning.edit_shift(read_earlier, replace(read_earlier, note="带雨衣"))

    with pytest.raises(ChangedElsewhere):
        planning.edit_shift(read_earlier, replace(read_earlier, note="带手电"))


def test_somebody_taking_a_place_meanwhile_does_not_make_a_form_stale(
    office: PlanningOffice, planning: ShiftPlanning
) -> None:
    shift = office.shift()
    read_earlier = office.stored(shift.id)
    planning.assign(shift.id, office.person().id)

    planning.edit_shift(read_earlier, replace(read_earlier, note="带雨衣"))

    assert (office.stored(shift.id).note, office.taken(shift.id)) == ("带雨衣", 1)


def test_a_cancelled_shift_lets_its_people_go_and_undo_brings_them_back(
    office: PlanningOffice, planning: ShiftPlanning
) -> None:
    shift, other, chen = office.shift(), office.shift(on=span("18:00", "22:00")), office.person()
    office.place(shift, chen)

    cancelled = planning.cancel_shift(shift.id)
    placed = planning.assign(other.id, chen.id)

    planning.replay(placed.undo)
    planning.replay(cancelled.undo)
    assert office.names_in(shift.id) == {"陈明川"}


def test_a_shift_somebody_signed_in_to_cannot_be_cancelled(
    office: PlanningOffice, planning: ShiftPlanning, desk: Desk
) -> None:
    shift, chen = office.shift(), office.person()
    office.place(shift, chen)
    with desk.write(Permission.RUN_CALLS) as uow:
        here = Attendance(AttendanceId(new_id()), shift.id, chen.id, desk.now(), OperatorId(desk.operator.id))
        uow.attendances.add(replace(here, source=AttendanceSource.BOARD))
        uow.commit()

    with pytest.raises(ShiftHasAttendance):
        planning.cancel_shift(shift.id)

    assert office.names_in(shift.id) == {"陈明川"}


def test_removing_a_displaced_person_takes_them_off_the_list_and_undo_puts_them_back(
    office: PlanningOffice, planning: ShiftPlanning, desk: Desk
) -> None:
    morning, evening = office.shift(on=span("10:00", "12:00")), office.shift(on=span("18:00", "22:00"))
    chen = office.person()
    lost = office.place(morning, chen)
    office.place(evening, chen)
    before = office.stored(morning.id)
    planning.edit_shift(before, replace(before, span=span("19:00", "21:00")))

    def state() -> AssignmentState:
        with desk.read() as reader:
            return reader.assignments.get(lost.id).state

    removed = planning.remove([lost.id])
    assert state() is AssignmentState.RELEASED
    planning.replay(removed.undo)
    assert (state(), office.taken(morning.id)) == (AssignmentState.DISPLACED, 0)


def test_a_cell_is_copied_to_a_day_without_a_shift_by_making_one(
    office: PlanningOffice, planning: ShiftPlanning, desk: Desk
) -> None:
    shift = office.shift()
    office.place(shift, office.person("甲"))

    done = planning.fill_right(shift.id)

    with desk.read() as reader:
        (made,) = reader.shifts.between(builders.span("00:00", "23:59", days=1))
    assert made.span == span("15:00", "20:00", days=1)
    assert office.names_in(made.id) == {"甲"}
    planning.replay(done.undo)
    assert office.stored(made.id).state is ShiftState.CANCELLED


def test_filling_to_the_right_uses_the_shift_that_is_there(office: PlanningOffice, planning: ShiftPlanning) -> None:
    where = office.post()
    today, tomorrow = office.shift(where), office.shift(where, span("15:00", "20:00", days=1))
    office.place(today, office.person("甲"))

    planning.fill_right(today.id)

    assert office.names_in(tomorrow.id) == {"甲"}


def test_pasting_many_skips_who_is_refused_or_needs_a_reason_of_their_own(
    office: PlanningOffice, planning: ShiftPlanning
) -> None:
    where = office.post()
    today, tomorrow = office.shift(where, needs=[builders.heads(3)]), office.shift(where, span(days=1))
    tired = office.person("疲劳丙")
    office.place(today, office.person("甲"))
    office.place(today, tired)
    office.place(office.shift(on=span("08:00", "14:00", days=1)), tired)

    done = planning.fill_right(today.id)

    assert office.names_in(tomorrow.id) == {"甲"}
    (skipped,) = done.skipped
    assert (skipped.person_id, {finding.rule for finding in skipped.findings}) == (tired.id, {Rule.REST})


def test_a_cut_cell_empties_and_who_cannot_come_along_stays(office: PlanningOffice, planning: ShiftPlanning) -> None:
    where = office.post()
    today, tomorrow = office.shift(where), office.shift(where, span(days=1), needs=[builders.heads(1)])
    office.place(today, office.person("甲"))
    office.place(today, office.person("乙"))

    done = planning.paste(today.id, Onto(where.id, tomorrow.span.start.date(), tomorrow.id), PasteMode.MOVE)

    assert (office.names_in(today.id), office.names_in(tomorrow.id)) == ({"乙"}, {"甲"})
    assert office.taken(today.id) == 1
    planning.replay(done.undo)
    assert (office.names_in(today.id), office.names_in(tomorrow.id)) == ({"甲", "乙"}, set())


def test_pasting_a_cell_onto_itself_changes_nothing(office: PlanningOffice, planning: ShiftPlanning) -> None:
    shift = office.shift()
    office.place(shift, office.person())

    done = planning.paste(shift.id, Onto(shift.post_id, shift.span.start.date(), shift.id), PasteMode.MOVE)

    assert (done.undo, office.names_in(shift.id)) == ((), {"陈明川"})


def test_last_week_is_copied_without_what_is_over_or_there_already(
    office: PlanningOffice, planning: ShiftPlanning, desk: Desk
) -> None:
    where = office.post()
    for days in (-8, -7, -6, -5):
        office.place(office.shift(where, span(days=days)), office.person(f"人{-days}"))
    there = office.shift(where, span(days=1))

    done = planning.copy_last_week(MONDAY, None, NullProgress())

    with desk.read() as reader:
        week = reader.shifts.between(builders.span("00:00", "00:00", days=-1))
        week += reader.shifts.between(span("00:00", "00:00"))
        week += reader.shifts.between(span("00:00", "00:00", days=1))
        week += reader.shifts.between(span("00:00", "00:00", days=2))
    assert [shift.span.start.astimezone(builders.ZONE).day for shift in week] == [24, 25, 26]
    assert [office.names_in(shift.id) for shift in week] == [{"人7"}, set(), {"人5"}]
    assert there.id in {shift.id for shift in week}
    planning.replay(done.undo)
    assert office.stored(week[0].id).state is ShiftState.CANCELLED


def test_a_post_is_added_changed_and_taken_back(office: PlanningOffice, planning: ShiftPlanning, desk: Desk) -> None:
    where = builders.post("河道巡查C段")
    added = planning.add_post(where)
    changed = planning.edit_post(replace(where, place="下游闸口"))

    def stored() -> tuple[str, bool]:
        with desk.read() as reader:
            post = reader.posts.get(where.id)
        return post.place, post.active

    assert stored() == ("下游闸口", True)
    planning.replay(changed.undo)
    planning.replay(added.undo)
    assert stored() == (where.place, False)
    with pytest.raises(InvalidField):
        planning.add_post(replace(where, name="  "))


def test_a_viewer_plans_nothing(office: PlanningOffice, desk: Desk) -> None:
    shift, chen = office.shift(), office.person()
    viewer = replace(desk, operator=Operator(OperatorId(new_id()), "只读", Role.VIEWER))

    with pytest.raises(NotPermitted):
        ShiftPlanning(viewer).assign(shift.id, chen.id)


def test_every_step_is_in_the_audit_log_under_the_operators_name(
    office: PlanningOffice, planning: ShiftPlanning, desk: Desk
) -> None:
    shift, chen = office.shift(), office.person()
    done = planning.assign(shift.id, chen.id)
    planning.replay(done.undo)

    with desk.read() as reader:
        lines = [(line.action, line.operator_id) for line in reader.session.scalars(select(AuditEntryRecord))]

    assert ("assignment.taken", desk.operator.id) in lines
    assert ("assignment.released", desk.operator.id) in lines
