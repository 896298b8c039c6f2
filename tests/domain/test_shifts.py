"""Seating is a matching: a newcomer finds a place whenever any arrangement of the people has one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from volunteer_app.domain.ids import NeedId, PersonId, SkillId, new_id
from volunteer_app.domain.shifts import Abilities, Need, Seating, seat

FIRST_AID = SkillId(new_id())
WATER = SkillId(new_id())
ANYBODY = Abilities()
LEADER = Abilities(leads=True)
MEDIC = Abilities(skills=frozenset({FIRST_AID}))
BOTH = Abilities(leads=True, skills=frozenset({FIRST_AID}))


def someone() -> PersonId:
    return PersonId(new_id())


def test_a_free_plain_place_is_taken() -> None:
    need = builders.heads(2)
    newcomer = someone()

    assert seat([need], {}, {newcomer: ANYBODY}, newcomer) == Seating(need.id, {})


def test_a_full_shift_has_no_place() -> None:
    need = builders.heads(1)
    holder, newcomer = someone(), someone()

    assert seat([need], {holder: need.id}, {holder: ANYBODY, newcomer: ANYBODY}, newcomer) is None


def test_a_shift_without_needs_has_no_place() -> None:
    newcomer = someone()

    assert seat([], {}, {newcomer: LEADER}, newcomer) is None


def test_somebody_who_leads_takes_the_leaders_place_first() -> None:
    lead, plain = builders.leader_need(), builders.heads(3)
    newcomer = someone()

    seating = seat([plain, lead], {}, {newcomer: LEADER}, newcomer)

    assert seating == Seating(lead.id, {})


def test_a_medic_on_a_plain_place_makes_room_for_a_newcomer() -> None:
    medic_place, plain = builders.skill_need(FIRST_AID), builders.heads(1)
    medic, newcomer = someone(), someone()

    seating = seat([medic_place, plain], {medic: plain.id}, {medic: MEDIC, newcomer: ANYBODY}, newcomer)

    assert seating == Seating(plain.id, {medic: medic_place.id})


def test_a_chain_of_people_moves_when_one_move_is_not_enough() -> None:
    lead, medic_place, plain = builders.leader_need(), builders.skill_need(FIRST_AID), builders.heads(1)
    both, medic, newcomer = someone(), someone(), someone()
    seated = {both: medic_place.id, medic: plain.id}

    seating = seat([lead, medic_place, plain], seated, {both: BOTH, medic: MEDIC, newcomer: ANYBODY}, newcomer)

    assert seating == Seating(plain.id, {both: lead.id, medic: medic_place.id})


def test_people_keep_their_places_when_the_newcomer_can_sit_without_them_moving() -> None:
    medic_place, plain = builders.skill_need(FIRST_AID), builders.heads(2)
    medic, newcomer = someone(), someone()

    seating = seat([medic_place, plain], {medic: plain.id}, {medic: MEDIC, newcomer: ANYBODY}, newcomer)

    assert seating == Seating(plain.id, {})


def test_a_person_with_two_abilities_still_fills_one_place() -> None:
    lead, medic_place = builders.leader_need(), builders.skill_need(FIRST_AID)
    both, newcomer = someone(), someone()

    assert seat([lead, medic_place], {both: lead.id}, {both: BOTH, newcomer: ANYBODY}, newcomer) is None


@dataclass(frozen=True, slots=True)
class Crew:
    """Needs, and people arriving one after the other."""

    needs: tuple[Need, ...]
    abilities: Mapping[PersonId, Abilities]


_kinds = st.sampled_from(
    [builders.heads(), builders.leader_need(), builders.skill_need(FIRST_AID), builders.skill_need(WATER)]
)
_needs = st.lists(st.tuples(_kinds, st.integers(1, 2)), min_size=1, max_size=3).map(
    lambda pairs: tuple(replace(need, id=NeedId(new_id()), count=count) for need, count in pairs)
)
_abilities = st.builds(Abilities, st.booleans(), st.frozensets(st.sampled_from([FIRST_AID, WATER])))
crews = st.builds(
    lambda needs, able: Crew(needs, {someone(): each for each in able}), _needs, st.lists(_abilities, max_size=6)
)


def _can_all_sit(needs: Sequence[Need], people: Sequence[Abilities]) -> bool:
    """By trying every arrangement."""
    if not people:
        return True
    first, *rest = people
    for index, need in enumerate(needs):
        if need.count and need.accepts(leads=first.leads, skills=first.skills):
            left = [*needs[:index], replace(need, count=need.count - 1), *needs[index + 1 :]]
            if _can_all_sit(left, rest):
                return True
    return False


@given(crews)
def test_a_newcomer_is_refused_exactly_when_no_arrangement_has_a_place(crew: Crew) -> None:
    seated: dict[PersonId, NeedId] = {}

    for newcomer in crew.abilities:
        seating = seat(crew.needs, seated, crew.abilities, newcomer)
        wanted = [crew.abilities[person] for person in (*seated, newcomer)]
        assert (seating is not None) is _can_all_sit(crew.needs, wanted)
        if seating is not None:
            seated |= {newcomer: seating.need_id, **seating.moves}


@given(crews)
def test_nobody_loses_a_place_and_everybody_fits_where_they_sit(crew: Crew) -> None:
    needs = {need.id: need for need in crew.needs}
    seated: dict[PersonId, NeedId] = {}

    for newcomer in crew.abilities:
        before = set(seated)
        seating = seat(crew.needs, seated, crew.abilities, newcomer)
        if seating is None:
            continue
        assert set(seating.moves) <= before
        seated |= {newcomer: seating.need_id, **seating.moves}
        for need_id, count in Counter(seated.values()).items():
            assert count <= needs[need_id].count
        for person, need_id in seated.items():
            able = crew.abilities[person]
            assert needs[need_id].accepts(leads=able.leads, skills=able.skills)


def test_a_shift_counts_its_places_over_all_needs() -> None:
    duty = builders.shift(builders.post(), needs=(replace(builders.leader_need(), taken=1), builders.heads(3)))

    assert (duty.needed, duty.vacancies) == (4, 3)


def test_a_draft_is_what_no_publication_has_told() -> None:
    duty = builders.shift(builders.post())
    place = builders.assignment(duty, builders.person())

    assert place.is_draft
    assert not replace(place, published_version=2).is_draft


@pytest.mark.parametrize(("able", "fits"), [(ANYBODY, False), (LEADER, True), (MEDIC, False)])
def test_a_leaders_place_takes_leaders_only(able: Abilities, fits: bool) -> None:
    assert builders.leader_need().accepts(leads=able.leads, skills=able.skills) is fits
