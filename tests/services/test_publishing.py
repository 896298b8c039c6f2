"""A published roster changes only with a version number and a list of changes."""

import pytest

from tests.builders import span
from tests.planning import MONDAY, PlanningOffice
from volunteer_app.domain.publishing import PlanChangeKind
from volunteer_app.services.publishing import Publishing
from volunteer_app.services.session import Desk
from volunteer_app.services.shift_planning import ShiftPlanning


@pytest.fixture
def office(desk: Desk) -> PlanningOffice:
    return PlanningOffice(desk)


@pytest.fixture
def publishing(desk: Desk) -> Publishing:
    return Publishing(desk)


def test_the_first_publication_tells_everything(office: PlanningOffice, publishing: Publishing) -> None:
    office.place(office.shift(office.post("河道巡查")), office.person("甲"))

    told = publishing.publish(MONDAY)

    assert told.version == 1
    assert [(news.change.kind, news.post, news.person) for news in told.news] == [
        (PlanChangeKind.SHIFT_ADDED, "河道巡查", ""),
        (PlanChangeKind.JOINED, "河道巡查", "甲"),
    ]


def test_publishing_twice_tells_nothing_and_makes_no_version(office: PlanningOffice, publishing: Publishing) -> None:
    office.shift()
    publishing.publish(MONDAY)

    again = publishing.publish(MONDAY)

    assert (again.version, again.news, again.changes.topics) == (0, (), frozenset())


def test_a_later_publication_tells_who_left_by_name(office: PlanningOffice, publishing: Publishing, desk: Desk) -> None:
    shift = office.shift()
    place = office.place(shift, office.person("甲"))
    publishing.publish(MONDAY)
    ShiftPlanning(desk).remove([place.id])
    ShiftPlanning(desk).assign(shift.id, office.person("乙").id)

    told = publishing.publish(MONDAY)

    assert told.version == 2
    assert [(news.change.kind, news.person) for news in told.news] == [
        (PlanChangeKind.LEFT, "甲"),
        (PlanChangeKind.JOINED, "乙"),
    ]


def test_undone_changes_are_not_told(office: PlanningOffice, publishing: Publishing, desk: Desk) -> None:
    shift = office.shift()
    place = office.place(shift, office.person("甲"))
    publishing.publish(MONDAY)
    planning = ShiftPlanning(desk)

    planning.replay(planning.remove([place.id]).undo)

    assert publishing.pending(MONDAY) == ()


def test_only_the_changed_shifts_get_the_new_version(
    office: PlanningOffice, publishing: Publishing, desk: Desk
) -> None:
    same, changed = office.shift(), office.shift(on=span(days=1))
    publishing.publish(MONDAY)
    ShiftPlanning(desk).assign(changed.id, office.person().id)

    publishing.publish(MONDAY)

    assert (office.stored(same.id).published_version, office.stored(changed.id).published_version) == (1, 2)


def test_a_team_publishes_its_own_shifts_only(office: PlanningOffice, publishing: Publishing) -> None:
    ours, theirs = office.team(0), office.team(1)
    shift, other = office.shift(office.post(of=ours)), office.shift(office.post(of=theirs))

    publishing.publish(MONDAY, ours.id)

    assert office.stored(shift.id).published_version == 1
    assert office.stored(other.id).published_version == 0


def test_a_cancelled_shift_is_told_once(office: PlanningOffice, publishing: Publishing, desk: Desk) -> None:
    shift = office.shift()
    publishing.publish(MONDAY)
    ShiftPlanning(desk).cancel_shift(shift.id)

    assert [news.change.kind for news in publishing.publish(MONDAY).news] == [PlanChangeKind.SHIFT_CANCELLED]
    assert publishing.pending(MONDAY) == ()


def test_pending_changes_nothing(office: PlanningOffice, publishing: Publishing) -> None:
    shift = office.shift()

    assert len(publishing.pending(MONDAY)) == len(publishing.pending(MONDAY)) == 1
    assert office.stored(shift.id).published_version == 0
