"""What somebody who knows the last publication must be told."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from tests.builders import span
from volunteer_app.domain.ids import PersonId, PostId, ShiftId, new_id
from volunteer_app.domain.publishing import PlanChangeKind, Snapshot, changes_between, snapshot
from volunteer_app.domain.shifts import ShiftState

SHIFT = ShiftId(new_id())
POST = PostId(new_id())
CHEN, LI, WANG = (PersonId(new_id()) for _ in range(3))
TOLD = Snapshot(POST, span("08:00", "16:00"), {CHEN: True, LI: False})


def kinds(told: Snapshot | None, now: Snapshot | None) -> list[tuple[PlanChangeKind, PersonId | None]]:
    return [(change.kind, change.person_id) for change in changes_between(SHIFT, told, now)]


def test_a_new_shift_is_told_with_everybody_in_it() -> None:
    assert kinds(None, TOLD) == [
        (PlanChangeKind.SHIFT_ADDED, None),
        (PlanChangeKind.JOINED, CHEN),
        (PlanChangeKind.JOINED, LI),
        (PlanChangeKind.LEADER_SET, CHEN),
    ]


def test_a_cancelled_shift_is_told_to_everybody_who_knew_of_it() -> None:
    assert kinds(TOLD, None) == [
        (PlanChangeKind.SHIFT_CANCELLED, None),
        (PlanChangeKind.LEFT, CHEN),
        (PlanChangeKind.LEFT, LI),
    ]


def test_a_shift_that_was_never_told_and_is_cancelled_is_no_news() -> None:
    assert kinds(None, None) == []


def test_a_swap_is_one_left_and_one_joined() -> None:
    now = replace(TOLD, people={CHEN: True, WANG: False})

    assert kinds(TOLD, now) == [(PlanChangeKind.LEFT, LI), (PlanChangeKind.JOINED, WANG)]


def test_a_moved_shift_says_the_time_people_knew() -> None:
    (moved,) = changes_between(SHIFT, TOLD, replace(TOLD, span=span("09:00", "17:00")))

    assert (moved.kind, moved.old_span, moved.span) == (
        PlanChangeKind.SHIFT_MOVED,
        span("08:00", "16:00"),
        span("09:00", "17:00"),
    )


def test_the_mark_of_the_leader_passing_on_is_told() -> None:
    now = replace(TOLD, people={CHEN: False, LI: True})

    assert kinds(TOLD, now) == [(PlanChangeKind.LEADER_UNSET, CHEN), (PlanChangeKind.LEADER_SET, LI)]


@given(st.dictionaries(st.sampled_from([CHEN, LI, WANG]), st.booleans()))
def test_what_has_not_changed_is_not_told(people: dict[PersonId, bool]) -> None:
    same = Snapshot(POST, span(), people)

    assert kinds(same, replace(same, people=dict(reversed(people.items())))) == []


def test_the_snapshot_of_a_cancelled_shift_is_nothing() -> None:
    duty = builders.shift(builders.post())
    held = (builders.assignment(duty, builders.person()),)

    assert snapshot(duty, held) == Snapshot(duty.post_id, duty.span, {held[0].person_id: False})
    assert snapshot(replace(duty, state=ShiftState.CANCELLED), held) is None
