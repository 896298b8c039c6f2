"""Placing people, taking them back, moving shifts: each with its inverse."""

from dataclasses import replace

import pytest

from tests import builders
from tests.builders import span
from tests.planning import PlanningOffice
from volunteer_app.domain.changes import Topic
from volunteer_app.domain.errors import (
    InvalidField,
    NotFound,
)
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.ids import PersonId, new_id
from volunteer_app.domain.placement import PlacementRefused, ReasonNeeded
from volunteer_app.domain.shifts import AssignmentState, ShiftState
from volunteer_app.services.session import Desk
from volunteer_app.services.shift_planning import ShiftPlanning


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
