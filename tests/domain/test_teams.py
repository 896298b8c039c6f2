"""Memberships are dated; a person in five teams counts once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteer_app.domain.ids import MembershipId, PersonId, TeamId, new_id
from volunteer_app.domain.teams import MemberRole, Membership, true_strength

DAY = date(2026, 7, 13)
PEOPLE = [PersonId(new_id()) for _ in range(5)]
TEAMS = [TeamId(new_id()) for _ in range(4)]


def membership(person: PersonId, team: TeamId, from_on: date | None = None, to_on: date | None = None) -> Membership:
    return Membership(MembershipId(new_id()), person, team, from_on=from_on, to_on=to_on)


@pytest.mark.parametrize(
    ("from_on", "to_on", "holds"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (DAY + timedelta(days=1), None, False),
        (None, DAY - timedelta(days=1), False),
        (None, DAY, True),
    ],
)
def test_a_membership_holds_from_its_first_to_its_last_day(
    from_on: date | None, to_on: date | None, holds: bool
) -> None:
    assert membership(PEOPLE[0], TEAMS[0], from_on, to_on).holds_on(DAY) is holds


def test_somebody_in_four_teams_is_one_person() -> None:
    assert true_strength([membership(PEOPLE[0], team) for team in TEAMS], DAY) == 1


def test_somebody_who_left_is_not_counted() -> None:
    left = membership(PEOPLE[0], TEAMS[0], to_on=DAY - timedelta(days=1))

    assert true_strength([left, membership(PEOPLE[1], TEAMS[0])], DAY) == 1


@given(st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(TEAMS))))
def test_true_strength_is_never_more_than_the_people_there_are(pairs: list[tuple[PersonId, TeamId]]) -> None:
    strength = true_strength([membership(person, team) for person, team in pairs], DAY)

    assert strength == len({person for person, _ in pairs})


@pytest.mark.parametrize(
    ("role", "leads"),
    [
        (MemberRole.LEADER, True),
        (MemberRole.DEPUTY, True),
        (MemberRole.LIAISON, False),
        (MemberRole.MEMBER, False),
    ],
)
def test_leaders_and_deputies_may_lead_a_shift(role: MemberRole, leads: bool) -> None:
    assert role.leads is leads
