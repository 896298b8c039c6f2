"""Who is offered for a place, in which order, and why."""

from dataclasses import replace
from datetime import date

import pytest

from tests import builders
from tests.builders import span
from tests.planning import PlanningOffice
from tests.statements import counted_selects
from volunteer_app.domain.candidates import Factor, Reason
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.people import PersonStatus
from volunteer_app.services.candidates import Candidate, Candidates
from volunteer_app.services.session import Desk


@pytest.fixture
def office(desk: Desk) -> PlanningOffice:
    return PlanningOffice(desk)


@pytest.fixture
def candidates(desk: Desk) -> Candidates:
    return Candidates(desk)


def names(people: tuple[Candidate, ...]) -> list[str]:
    return [person.name for person in people]


def test_own_team_comes_before_others(office: PlanningOffice, candidates: Candidates) -> None:
    ours = office.team(0)
    shift = office.shift(office.post(of=ours))
    office.person("外队甲", of=office.team(1))
    office.person("本队乙", of=ours)

    people = candidates.for_shift(shift.id).people

    assert names(people) == ["本队乙", "外队甲"]
    assert [person.reasons[0] for person in people] == [Reason(Factor.OWN_TEAM), Reason(Factor.OTHER_TEAM)]


def test_among_equals_whoever_served_less_this_week_comes_first(office: PlanningOffice, candidates: Candidates) -> None:
    shift = office.shift()
    busy = office.person("安忙")
    office.person("周闲")
    office.place(office.shift(on=span("08:00", "12:00", days=2)), busy)

    people = candidates.for_shift(shift.id).people

    assert [(person.name, person.minutes) for person in people] == [("周闲", 0), ("安忙", 240)]
    assert Reason(Factor.SHIFTS_THIS_WEEK, 1) in people[1].reasons


def test_whoever_cannot_come_is_last_with_the_reason_why_not(office: PlanningOffice, candidates: Candidates) -> None:
    shift = office.shift(office.post(of=office.team(0)))
    clash = office.person("安冲突", of=office.team(0))
    office.place(office.shift(on=span("18:00", "22:00")), clash)
    office.person("周外队")

    people = candidates.for_shift(shift.id).people

    assert names(people) == ["周外队", "安冲突"]
    assert [finding.rule for finding in people[1].findings] == [Rule.OVERLAP]
    assert people[1].is_refused


def test_a_scarce_place_brings_those_who_fit_it_to_the_front(office: PlanningOffice, candidates: Candidates) -> None:
    aid, cpr = office.skill("急救证"), office.skill("心肺复苏")
    shift = office.shift(office.post(of=office.team(0)), needs=[builders.skill_need(cpr), builders.heads(1)])
    office.person("本队乙", of=office.team(0))
    office.person("急救甲", of=office.team(0), skill=aid)
    office.person("过期丙", of=office.team(0), skill=aid, expires_on=date(2026, 11, 23))

    people = candidates.for_shift(shift.id).people

    assert names(people)[0] == "急救甲"
    assert Reason(Factor.FITS_SCARCE_PLACE) in people[0].reasons
    assert {finding.rule for person in people if person.name == "过期丙" for finding in person.findings} == {
        Rule.PAPER_EXPIRED
    }


def test_only_a_leaders_place_open_puts_leaders_of_any_team_first(
    office: PlanningOffice, candidates: Candidates
) -> None:
    shift = office.shift(office.post(of=office.team(0)), needs=[builders.leader_need()])
    office.person("安队员", of=office.team(0))
    office.person("周队长", of=office.team(1), leads=True)

    people = candidates.for_shift(shift.id).people

    assert [(person.name, person.is_refused) for person in people] == [("周队长", False), ("安队员", True)]


def test_neighbours_of_the_post_are_nearer(office: PlanningOffice, candidates: Candidates, desk: Desk) -> None:
    with desk.write(Permission.EDIT_ROSTER) as uow:
        community = uow.offices.communities()[0]
        where = replace(builders.post(), community_id=community.id)
        uow.posts.add(where)
        uow.people.add(replace(builders.person("周近邻"), community_id=community.id))
        uow.people.add(builders.person("安远客"))
        uow.commit()
    shift = office.shift(where)

    people = candidates.for_shift(shift.id).people

    assert names(people) == ["周近邻", "安远客"]
    assert Reason(Factor.NEAR) in people[0].reasons


def test_a_query_by_initials_narrows_the_list(office: PlanningOffice, candidates: Candidates) -> None:
    shift = office.shift()
    office.person("郑守正")
    office.person("吴春晖")

    assert names(candidates.for_shift(shift.id, "zsz").people) == ["郑守正"]
    assert names(candidates.for_shift(shift.id, "守正").people) == ["郑守正"]
    assert names(candidates.for_shift(shift.id, "xyz").people) == []


def test_somebody_deactivated_is_not_offered(office: PlanningOffice, candidates: Candidates, desk: Desk) -> None:

    shift, gone = office.shift(), office.person()
    with desk.write(Permission.EDIT_ROSTER) as uow:
        uow.people.save(replace(uow.people.get(gone.id), status=PersonStatus.INACTIVE))
        uow.commit()

    assert candidates.for_shift(shift.id).people == ()


def test_the_number_of_questions_does_not_grow_with_the_people(
    office: PlanningOffice, candidates: Candidates, desk: Desk
) -> None:
    shift = office.shift()
    for number in range(12):
        office.person(f"人{number}")

    def asked(limit: int) -> int:
        with counted_selects(desk.store.engine) as selects:
            candidates.for_shift(shift.id, limit=limit)
        return len(selects)

    assert asked(1) == asked(12)
