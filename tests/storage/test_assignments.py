"""What the database itself refuses about the plan, on the encrypted file and on PostgreSQL alike."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy import text, update

from tests import builders
from tests.builders import span
from tests.planning import MONDAY, PlanningOffice
from volunteer_app.domain.errors import AlreadyPlaced, AppError, ConstraintBroken, NoPlaceLeft, PersonBusy
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.ids import AssignmentId, PersonId, ShiftId, new_id
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.placement import PlacementRefused
from volunteer_app.domain.shifts import Assignment, AssignmentState
from volunteer_app.services.session import Desk
from volunteer_app.services.shift_planning import ShiftPlanning
from volunteer_app.services.week_board import WeekBoards
from volunteer_app.storage.records.shifts import NeedRecord
from volunteer_app.storage.unit_of_work import UnitOfWork

DESKS = 6
ROUNDS = 5


@pytest.fixture
def office(both_engines: Desk) -> PlanningOffice:
    return PlanningOffice(both_engines)


def write(office: PlanningOffice, work: Callable[[UnitOfWork], object]) -> None:
    with office.desk.write(Permission.EDIT_SHIFTS) as uow:
        work(uow)
        uow.commit()


def test_one_person_cannot_hold_two_overlapping_places(office: PlanningOffice) -> None:
    chen = office.person()
    office.place(office.shift(), chen)

    with pytest.raises(PersonBusy) as refused:
        office.place(office.shift(on=span("19:59", "22:00")), chen)

    assert refused.value.person_id == chen.id


def test_places_that_touch_are_both_held(office: PlanningOffice) -> None:
    chen = office.person()
    first, second = office.shift(), office.shift(on=span("20:00", "22:00"))

    office.place(first, chen)
    office.place(second, chen)

    assert office.names_in(first.id) == office.names_in(second.id) == {"陈明川"}


def test_a_released_place_does_not_stand_in_the_way(office: PlanningOffice) -> None:
    chen, clash = office.person(), office.shift(on=span("18:00", "22:00"))
    gone = office.place(office.shift(), chen)
    write(office, lambda uow: uow.assignments.release(gone.id))

    office.place(clash, chen)

    assert office.names_in(clash.id) == {"陈明川"}


def test_a_released_place_cannot_come_back_over_another(office: PlanningOffice) -> None:
    chen = office.person()
    gone = office.place(office.shift(), chen)
    write(office, lambda uow: uow.assignments.release(gone.id))
    office.place(office.shift(on=span("18:00", "22:00")), chen)

    with pytest.raises(PersonBusy):
        write(office, lambda uow: uow.assignments.restore(gone.id))


def test_a_place_cannot_be_moved_onto_another(office: PlanningOffice) -> None:
    chen, morning = office.person(), office.shift(on=span("10:00", "12:00"))
    office.place(morning, chen)
    office.place(office.shift(), chen)

    with pytest.raises(PersonBusy):
        write(office, lambda uow: uow.assignments.move_span(morning.id, span("16:00", "18:00")))


def test_a_person_holds_one_place_of_a_shift(office: PlanningOffice) -> None:
    shift, chen = office.shift(), office.person()
    office.place(shift, chen)

    with pytest.raises(AlreadyPlaced):
        office.place(shift, chen)

    assert office.taken(shift.id) == 1


def test_the_database_refuses_a_double_even_when_nobody_looked(office: PlanningOffice) -> None:
    shift, chen = office.shift(), office.person()
    place = office.place(shift, chen)

    def behind_its_back(uow: UnitOfWork) -> None:
        uow.assignments.take_many([replace(place, id=AssignmentId(new_id()))])

    with pytest.raises(ConstraintBroken) as refused:
        write(office, behind_its_back)

    assert refused.value.constraint in {"uq_assignment_held_once", "assignment_overlap"}


def test_the_last_place_is_the_last(office: PlanningOffice) -> None:
    shift = office.shift(needs=[builders.heads(1)])
    office.place(shift, office.person("甲"))

    with pytest.raises(NoPlaceLeft):
        office.place(shift, office.person("乙"))

    assert (office.taken(shift.id), office.names_in(shift.id)) == (1, {"甲"})


def test_a_counter_beyond_its_places_is_refused(office: PlanningOffice) -> None:
    shift = office.shift(needs=[builders.heads(1)])

    with pytest.raises(ConstraintBroken) as refused:
        write(office, lambda uow: uow.session.execute(update(NeedRecord).values(taken=NeedRecord.count + 1)))

    assert refused.value.constraint == "ck_need_taken_within_count"
    assert office.taken(shift.id) == 0


def test_a_refusal_undoes_everything_before_it(office: PlanningOffice) -> None:
    chen, free = office.person(), office.shift(on=span("08:00", "10:00"))
    office.place(office.shift(), chen)

    def two_places(uow: UnitOfWork) -> None:
        uow.assignments.take(builders.assignment(free, chen))
        uow.assignments.take(builders.assignment(office.stored(free.id), chen))

    with pytest.raises(AlreadyPlaced):
        write(office, two_places)

    assert (office.names_in(free.id), office.taken(free.id)) == (set(), 0)


def test_a_place_is_never_deleted(office: PlanningOffice) -> None:
    office.place(office.shift(), office.person())

    with pytest.raises(ConstraintBroken):
        write(office, lambda uow: uow.session.execute(text("DELETE FROM assignment")))


def test_an_assignment_comes_back_as_it_was_written(office: PlanningOffice) -> None:
    shift, chen = office.shift(), office.person()
    written = replace(
        builders.assignment(shift, chen),
        is_leader=True,
        override_reason="本人同意",
        overridden=frozenset({Rule.REST, Rule.ON_LEAVE}),
    )
    write(office, lambda uow: uow.assignments.take(written))

    with office.desk.read() as reader:
        assert reader.assignments.get(written.id) == written


def test_a_displaced_place_is_not_counted_and_follows_the_shift(office: PlanningOffice) -> None:
    shift = office.shift()
    place = office.place(shift, office.person())
    later = span("18:00", "22:00")
    write(office, lambda uow: uow.assignments.release(place.id, AssignmentState.DISPLACED))
    write(office, lambda uow: uow.assignments.move_span(shift.id, later))

    with office.desk.read() as reader:
        kept = reader.assignments.get(place.id)

    assert (kept.state, kept.span.start, office.taken(shift.id)) == (AssignmentState.DISPLACED, later.start, 0)


def test_the_week_board_reads_the_same_on_both_engines(office: PlanningOffice) -> None:
    aid = office.skill("急救证")
    shift = office.shift(needs=[builders.leader_need(), builders.skill_need(aid), builders.heads(1)])
    ShiftPlanning(office.desk).assign(shift.id, office.person("带班甲", leads=True).id)
    ShiftPlanning(office.desk).assign(shift.id, office.person("急救乙", skill=aid).id)

    (seen,) = WeekBoards(office.desk).week(MONDAY).shifts

    assert [(token.name, token.is_leader, token.findings) for token in seen.tokens] == [
        ("带班甲", True, ()),
        ("急救乙", False, ()),
    ]
    assert (seen.taken, seen.shift.vacancies) == (2, 1)


def _race(office: PlanningOffice, shift_id: ShiftId, people: list[PersonId]) -> list[AppError | None]:
    """Everybody at their own desk, at the same moment, for the same shift."""
    start = Barrier(len(people))

    def one_desk(person_id: PersonId) -> AppError | None:
        start.wait(timeout=10)
        try:
            ShiftPlanning(office.desk).assign(shift_id, person_id)
        except AppError as refusal:
            return refusal
        return None

    with ThreadPoolExecutor(len(people)) as desks:
        return list(desks.map(one_desk, people))


def test_two_desks_cannot_take_the_same_last_place(office: PlanningOffice) -> None:
    people = [office.person(f"人{number}").id for number in range(DESKS)]

    for day in range(ROUNDS):
        shift = office.shift(on=span(days=day), needs=[builders.heads(1)])
        outcomes = _race(office, shift.id, people)

        assert outcomes.count(None) == 1
        assert all(isinstance(each, NoPlaceLeft | PlacementRefused) for each in outcomes if each)
        assert (office.taken(shift.id), len(office.names_in(shift.id))) == (1, 1)


def test_two_desks_cannot_give_one_person_overlapping_places(office: PlanningOffice) -> None:
    chen = office.person()
    shifts = [office.shift(on=span("15:00", "20:00")) for _ in range(DESKS)]
    start = Barrier(DESKS)

    def one_desk(shift_id: ShiftId) -> AppError | None:
        start.wait(timeout=10)
        try:
            ShiftPlanning(office.desk).assign(shift_id, chen.id)
        except AppError as refusal:
            return refusal
        return None

    with ThreadPoolExecutor(DESKS) as desks:
        outcomes = list(desks.map(one_desk, [shift.id for shift in shifts]))

    assert outcomes.count(None) == 1
    assert all(isinstance(each, PersonBusy | PlacementRefused) for each in outcomes if each)
    assert sum(office.taken(shift.id) for shift in shifts) == 1


def test_the_counters_are_the_places_really_held(office: PlanningOffice) -> None:
    shift = office.shift(needs=[builders.leader_need(), builders.heads(2)])
    planning = ShiftPlanning(office.desk)
    first = planning.assign(shift.id, office.person("甲", leads=True).id)
    planning.assign(shift.id, office.person("乙").id)
    planning.replay(planning.replay(first.undo).undo)

    with office.desk.read() as reader:
        held: tuple[Assignment, ...] = reader.assignments.held_in([shift.id])[shift.id]
        needs = reader.shifts.get(shift.id).needs

    assert {need.id: need.taken for need in needs} == {
        need.id: sum(place.need_id == need.id for place in held) for need in needs
    }
