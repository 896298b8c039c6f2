"""What the roster page asks of the data: filters, order, counts, and how few statements a page costs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from tests import builders
from tests.services.rosters import added, bearings, in_team, paper, team_id
from volunteer_app.domain.ids import AttendanceId, MembershipId, PersonId, TeamId, new_id
from volunteer_app.domain.people import Person
from volunteer_app.domain.teams import Membership
from volunteer_app.services.people import RosterKeeping
from volunteer_app.services.roster import Roster, RosterChip, RosterFilter, RosterSort, Standing
from volunteer_app.services.session import Desk
from volunteer_app.storage.records.calls import AttendanceRecord


def names(desk: Desk, wanted: RosterFilter) -> list[str]:
    roster = Roster(desk)
    return [row.name for row in roster.rows(roster.find(wanted))]


@contextmanager
def statements(desk: Desk) -> Iterator[list[str]]:
    """The SELECTs sent while the block runs."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            sent.append(statement)

    event.listen(desk.store.engine, "before_cursor_execute", note)
    yield sent
    event.remove(desk.store.engine, "before_cursor_execute", note)


def test_people_come_in_the_order_of_their_readings(both_engines: Desk) -> None:
    for name in ("翟一", "陈明川", "单雄信", "Anna"):
        added(both_engines, name)

    assert names(both_engines, RosterFilter()) == ["Anna", "陈明川", "单雄信", "翟一"]
    assert names(both_engines, RosterFilter(descending=True)) == ["翟一", "单雄信", "陈明川", "Anna"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("明川", ["陈明川"]),
        ("chenming", ["陈明川"]),
        ("cmc", ["陈明川"]),
        ("4471", ["陈明川"]),
        ("陈 4471", ["陈明川"]),
        ("chen'ming'ch", ["陈明川"]),
        ("sxx", ["单雄信"]),
        ("dxx", ["单雄信"]),
        ("没有这个人", []),
        ("·", []),
        ('"*', []),
        ("%", []),
    ],
)
def test_people_are_found_by_any_key(both_engines: Desk, typed: str, found: list[str]) -> None:
    added(both_engines, "陈明川", phone="15400004471")
    added(both_engines, "单雄信", phone="19400000815")

    assert names(both_engines, RosterFilter(text=typed)) == found


def test_a_name_that_starts_with_the_text_comes_before_one_that_contains_it(both_engines: Desk) -> None:
    for name in ("白明", "明川", "陈明"):
        added(both_engines, name)

    assert names(both_engines, RosterFilter(text="明")) == ["明川", "白明", "陈明"]


def test_filters_are_combined_with_and(both_engines: Desk) -> None:
    community = next(iter(bearings(both_engines).communities))
    both = added(both_engines, "陈明川", community_id=community, memberships=(in_team(both_engines, "曙光"),))
    added(both_engines, "李晓岚", community_id=community)
    added(both_engines, "王磊", memberships=(in_team(both_engines, "曙光"),))
    wanted = RosterFilter(
        team_id=team_id(both_engines, "曙光"),
        community_id=community,
        chips=frozenset({RosterChip.PROFESSIONAL, RosterChip.REACHABLE}),
    )

    assert Roster(both_engines).find(wanted) == (both,)


def test_a_team_left_is_no_team(both_engines: Desk) -> None:
    person_id = added(both_engines, memberships=(in_team(both_engines, "曙光"),))
    RosterKeeping(both_engines).leave_team([person_id], team_id(both_engines, "曙光"))

    assert names(both_engines, RosterFilter(team_id=team_id(both_engines, "曙光"))) == []
    assert Roster(both_engines).rows([person_id])[0].teams == ()


def test_each_chip_counts_what_it_shows(both_engines: Desk) -> None:
    keeping = RosterKeeping(both_engines)
    added(both_engines, "陈明川", memberships=(in_team(both_engines, "机关"), in_team(both_engines, "曙光")))
    added(both_engines, "没有号码", phone="")
    away, gone = added(both_engines, "请假的"), added(both_engines, "停用的")
    keeping.set_leave([away], builders.TODAY, builders.TODAY)
    keeping.deactivate([gone])

    counts = Roster(both_engines).counts()

    assert counts == {
        RosterChip.ALL: 4,
        RosterChip.REACHABLE: 1,
        RosterChip.BACKBONE: 1,
        RosterChip.PROFESSIONAL: 1,
        RosterChip.RECRUITED: 0,
        RosterChip.INACTIVE: 1,
    }
    for chip, count in counts.items():
        assert len(Roster(both_engines).find(RosterFilter(chips=frozenset({chip})))) == count


def test_a_line_says_what_the_table_shows_and_masks_the_phone(both_engines: Desk) -> None:
    person_id = added(
        both_engines,
        community_id=next(iter(bearings(both_engines).communities)),
        memberships=(in_team(both_engines, "防汛抢险"), in_team(both_engines, "曙光", is_main=True)),
        papers=(paper(both_engines, "水性"), paper(both_engines, "急救证")),
    )

    row = Roster(both_engines).rows([person_id])[0]

    assert [team.short_name for team in row.teams] == ["曙光", "防汛抢险"]
    assert row.skills == ("急救证", "水性")
    assert row.phone_masked == "154****4471"
    assert (row.standing, row.leave_until, row.last_served_at) == (Standing.REACHABLE, None, None)


def test_leave_shows_until_when(both_engines: Desk) -> None:
    person_id = added(both_engines)
    RosterKeeping(both_engines).set_leave([person_id], builders.TODAY, date(2026, 11, 30))

    row = Roster(both_engines).rows([person_id])[0]

    assert row.standing is Standing.ON_LEAVE
    assert row.leave_until == builders.at("00:00", 7)


def served(desk: Desk, person_id: PersonId, days_ago: int) -> None:
    """The person signed in that many days ago."""
    post = builders.post()
    shift = builders.shift(post, on=builders.span(days=-days_ago))
    with desk.store.write(desk.operator.id, desk.now()) as uow:
        uow.posts.add(post)
        uow.shifts.add(shift)
        uow.session.add(
            AttendanceRecord(
                office_id=uow.office_id,
                id=AttendanceId(new_id()),
                shift_id=shift.id,
                person_id=person_id,
                assignment_id=None,
                entry_id=None,
                signed_in_at=shift.span.start,
                signed_out_at=None,
                source="board",
                operator_id=desk.operator.id,
                retracted_at=None,
                retracted_by=None,
            )
        )
        uow.commit()


def test_who_served_lately_can_be_sorted_by_it(both_engines: Desk) -> None:
    for name, days in (("甲", 5), ("乙", 2), ("丙", 9)):
        served(both_engines, added(both_engines, name), days)
    added(both_engines, "丁")

    wanted = RosterFilter(sort=RosterSort.LAST_SERVED, descending=True)

    assert names(both_engines, wanted) == ["乙", "甲", "丙", "丁"]


@pytest.mark.parametrize("sort", list(RosterSort))
@pytest.mark.parametrize("descending", [False, True])
def test_every_column_sorts_everybody(both_engines: Desk, sort: RosterSort, descending: bool) -> None:
    added(both_engines, "甲", memberships=(in_team(both_engines, "曙光"),))
    added(both_engines, "乙", community_id=next(iter(bearings(both_engines).communities)), phone="")
    added(both_engines, "丙")

    found = names(both_engines, RosterFilter(sort=sort, descending=descending))

    assert sorted(found) == ["丙", "乙", "甲"]


def test_the_duties_of_a_person_tell_plan_and_attendance(both_engines: Desk) -> None:
    person_id = added(both_engines)
    served(both_engines, person_id, 3)

    duty = Roster(both_engines).card(person_id).duties[0]

    assert (duty.post, duty.is_held) == ("河道巡查B段", False)
    assert duty.signed_in_at == builders.at("15:00", -3)


def test_a_page_costs_the_same_few_statements_whatever_its_size(desk: Desk) -> None:
    crowd(desk, 300)
    roster = Roster(desk)

    with statements(desk) as finding:
        found = roster.find(RosterFilter(text="王", chips=frozenset({RosterChip.REACHABLE})))
    with statements(desk) as reading:
        roster.rows(roster.find(RosterFilter())[:200])
    with statements(desk) as counting:
        roster.counts()

    assert len(found) > 0
    assert (len(finding), len(reading), len(counting)) == (1, 3, 1)


def crowd(desk: Desk, count: int) -> None:
    """Many people with a team each."""
    people = [builders.person(f"王{chr(0x4E00 + index)}") for index in range(count)]
    of_team = list(bearings(desk).teams)
    with desk.store.write(desk.operator.id, desk.now()) as uow:
        uow.people.add_many(people)
        uow.memberships.add_many([belonging(person, of_team[i % len(of_team)]) for i, person in enumerate(people)])
        uow.commit()


def belonging(person: Person, team: TeamId) -> Membership:
    return Membership(
        id=MembershipId(new_id()),
        person_id=person.id,
        team_id=team,
        is_main=True,
        from_on=builders.TODAY - timedelta(days=9),
    )
