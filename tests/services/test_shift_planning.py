"""Placing people, taking them back, moving shifts: each with its inverse."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests import builders
from tests.builders import span
from tests.planning import MONDAY, PlanningOffice
from volunteer_app.domain.attendance import Attendance, AttendanceSource
from volunteer_app.domain.changes import Topic
from volunteer_app.domain.errors import (
    ChangedElsewhere,
    InvalidField,
    NoPlaceLeft,
    NotFound,
    NotPermitted,
    ShiftHasAttendance,
)
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.ids import AttendanceId, OperatorId, PersonId, new_id
from volunteer_app.domain.operators import Operator, Permission, Role
from volunteer_app.domain.placement import PlacementRefused, ReasonNeeded
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


def test_a_person_is_placed_as_a_draft_and_pages_hear_of_it(office: PlanningOffice, planning: ShiftPlanning) -> None:
    shift, chen = office.shift(), office.person("陈明川")

    done = planning.assign(shift.id, chen.id)

    assert office.names_in(shift.id) == {"陈明川"}
    assert office.taken(shift.id) == 1
    assert done.changes.touches(Topic.SHIFTS)


def test_a_clash_changes_nothing(office: PlanningOffice, planning: ShiftPlanning) -> None:
    gate, hall, chen = office.shift(), office.shift(on=span("18:00", "22:00")), office.person()
    planning.assign(gate.id, chen.id)

    with pytest.raises(PlacementRefused) as refused:
        planning.assign(hall.id, chen.id)

    assert [finding.rule for finding in refused.value.findings] == [Rule.OVERLAP]
    assert office.names_in(hall.id) == set()
    assert office.taken(hall.id) == 0


def test_a_warning_asks_for_a_reason_which_is_kept_with_the_rules_it_answers(
    office: PlanningOffice, planning: ShiftPlanning, desk: Desk
) -> None:
    shift, chen = office.shift(), office.person(availability=0)
    with pytest.raises(ReasonNeeded):
        planning.assign(shift.id, chen.id)

    planning.assign(shift.id, chen.id, reason=" 本人同意 ")

    with desk.read() as reader:
        (place,) = reader.assignments.held_in([shift.id])[shift.id]
    assert (place.override_reason, place.overridden) == ("本人同意", frozenset({Rule.NOT_AVAILABLE}))


def test_a_reason_nobody_asked_for_is_not_kept(office: PlanningOffice, planning: ShiftPlanning, desk: Desk) -> None:
    shift, chen = office.shift(), office.person()

    planning.assign(shift.id, chen.id, reason="多此一举")

    with desk.read() as reader:
        (place,) = reader.assignments.held_in([shift.id])[shift.id]
    assert place.override_reason == ""


def test_a_draft_counts_in_the_check_of_the_next_placement(office: PlanningOffice, planning: ShiftPlanning) -> None:
    first, second, chen = office.shift(), office.shift(on=span("21:00", "23:00")), office.person()
    planning.assign(first.id, chen.id)

    with pytest.raises(ReasonNeeded) as asked:
        planning.assign(second.id, chen.id)

    assert [finding.rule for finding in asked.value.findings] == [Rule.REST]


def test_a_medic_on_a_plain_place_moves_so_that_a_newcomer_finds_room(
    office: PlanningOffice, planning: ShiftPlanning
) -> None:
    aid = office.skill("急救证")
    medic_place, plain = builders.skill_need(aid), builders.heads(1)
    shift = office.shift(needs=[medic_place, plain])
    office.place(shift, office.person("贺医护", skill=aid), need=plain)

    planning.assign(shift.id, office.person("陈明川").id)

    assert office.names_in(shift.id) == {"贺医护", "陈明川"}
    assert all(need.taken == 1 for need in office.stored(shift.id).needs)


def test_whoever_sits_in_the_leaders_place_leads(office: PlanningOffice, planning: ShiftPlanning, desk: Desk) -> None:
    shift = office.shift(needs=[builders.leader_need(), builders.heads(2)])

    planning.assign(shift.id, office.person("带班甲", leads=True).id)
    planning.assign(shift.id, office.person("队员乙").id)

    with desk.read() as reader:
        held = reader.assignments.held_in([shift.id])[shift.id]
    assert [place.is_leader for place in held] == [True, False]


def test_a_full_shift_refuses(office: PlanningOffice, planning: ShiftPlanning) -> None:
    shift = office.shift(needs=[builders.heads(1)])
    planning.assign(shift.id, office.person("甲").id)

    with pytest.raises(PlacementRefused):
        planning.assign(shift.id, office.person("乙").id)


def test_somebody_unknown_and_a_cancelled_shift_are_not_found(office: PlanningOffice, planning: ShiftPlanning) -> None:
    shift, chen = office.shift(), office.person()
    with pytest.raises(NotFound):
        planning.assign(shift.id, PersonId(new_id()))
    planning.cancel_shift(shift.id)

    with pytest.raises(NotFound):
        planning.assign(shift.id, chen.id)


def test_a_shift_that_is_over_takes_people_with_a_reason_only(office: PlanningOffice, planning: ShiftPlanning) -> None:
    past, chen = office.shift(on=span("15:00", "20:00", days=-1)), office.person()

    with pytest.raises(ReasonNeeded) as asked:
        planning.assign(past.id, chen.id)

    assert [finding.rule for finding in asked.value.findings] == [Rule.SHIFT_OVER]
    planning.assign(past.id, chen.id, reason="补录")
    assert office.names_in(past.id) == {"陈明川"}


def test_undo_of_a_placement_frees_the_place_and_redo_takes_it_again(
    office: PlanningOffice, planning: ShiftPlanning
) -> None:
    shift = office.shift()
    done = planning.assign(shift.id, office.person().id)

    undone = planning.replay(done.undo)
    assert (office.names_in(shift.id), office.taken(shift.id)) == (set(), 0)

    planning.replay(undone.undo)
    assert (office.names_in(shift.id), office.taken(shift.id)) == ({"陈明川"}, 1)


def test_undo_of_a_removal_is_checked_like_any_other_placement(office: PlanningOffice, planning: ShiftPlanning) -> None:
    shift, other, chen = office.shift(), office.shift(on=span("16:00", "17:00")), office.person()
    removed = planning.remove([office.place(shift, chen).id])
    planning.assign(other.id, chen.id)

    with pytest.raises(PlacementRefused):
        planning.replay(removed.undo)

    assert office.names_in(other.id) == {"陈明川"}


def test_undo_of_a_removal_asks_for_no_second_reason(
    office: PlanningOffice, planning: ShiftPlanning, desk: Desk
) -> None:
    shift, chen = office.shift(), office.person(availability=0)
    planning.assign(shift.id, chen.id, reason="本人同意")
    with desk.read() as reader:
        (place,) = reader.assignments.held_in([shift.id])[shift.id]

    planning.replay(planning.remove([place.id]).undo)

    assert office.names_in(shift.id) == {"陈明川"}


def test_a_move_leaves_one_shift_and_enters_another(office: PlanningOffice, planning: ShiftPlanning) -> None:
    gate, hall = office.shift(), office.shift(on=span("16:00", "22:00"))
    place = office.place(gate, office.person())

    moved = planning.move(place.id, hall.id)

    assert (office.names_in(gate.id), office.names_in(hall.id)) == (set(), {"陈明川"})
    planning.replay(moved.undo)
    assert (office.names_in(gate.id), office.names_in(hall.id)) == ({"陈明川"}, set())


def test_a_move_that_is_refused_leaves_the_person_where_they_were(
    office: PlanningOffice, planning: ShiftPlanning
) -> None:
    gate, full = office.shift(), office.shift(needs=[builders.heads(1)])
    office.place(full, office.person("乙"))
    place = office.place(gate, office.person("甲"))

    with pytest.raises(PlacementRefused):
        planning.move(place.id, full.id)

    assert office.names_in(gate.id) == {"甲"}


def test_the_leaders_mark_passes_on_and_comes_back_with_undo(
    office: PlanningOffice, planning: ShiftPlanning, desk: Desk
) -> None:
    shift = office.shift()
    first, second = office.place(shift, office.person("甲")), office.place(shift, office.person("乙"))
    planning.mark_leader(first.id)

    passed = planning.mark_leader(second.id)

    def leaders() -> list[bool]:
        with desk.read() as reader:
            return [place.is_leader for place in reader.assignments.held_in([shift.id])[shift.id]]

    assert leaders() == [False, True]
    planning.replay(passed.undo)
    assert leaders() == [True, False]
    planning.unmark_leader(first.id)
    assert leaders() == [False, False]


def test_a_new_shift_is_undone_by_cancelling_it_and_redone_by_bringing_it_back(
    office: PlanningOffice, planning: ShiftPlanning
) -> None:
    shift = builders.shift(office.post())

    added = planning.add_shift(shift)
    undone = planning.replay(added.undo)
    assert office.stored(shift.id).state is ShiftState.CANCELLED

    planning.replay(undone.undo)
    assert office.stored(shift.id).state is ShiftState.PLANNED


def test_a_shift_without_a_place_is_refused(office: PlanningOffice, planning: ShiftPlanning) -> None:
    with pytest.raises(InvalidField) as refused:
        planning.add_shift(builders.shift(office.post(), needs=()))

    assert refused.value.field == "needs"


def test_a_moved_shift_keeps_its_people_and_displaces_who_would_be_twice(
    office: PlanningOffice, planning: ShiftPlanning, desk: Desk
) -> None:
    morning, evening = office.shift(on=span("10:00", "12:00")), office.shift(on=span("18:00", "22:00"))
    stays, clashes = office.person("甲"), office.person("乙")
    office.place(morning, stays)
    lost = office.place(morning, clashes)
    office.place(evening, clashes)
    before = office.stored(morning.id)

    done = planning.edit_shift(before, replace(before, span=span("19:00", "21:00")))

    assert [(each.person_id, each.shift_id) for each in done.displaced] == [(clashes.id, morning.id)]
    assert (office.names_in(morning.id), office.taken(morning.id)) == ({"甲"}, 1)
    with desk.read() as reader:
        kept = reader.assignments.get(lost.id)
    assert (kept.state, kept.span) == (AssignmentState.DISPLACED, span("19:00", "21:00"))


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
