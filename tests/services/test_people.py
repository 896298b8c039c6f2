"""Keeping the roster: what a clerk does to people, and how each of it is taken back."""

from dataclasses import replace
from datetime import date

import pytest

from tests import builders
from tests.services.rosters import added, entry, entry_of, file_of, id_number, in_team, paper, team_id
from volunteer_app.domain.errors import ChangedElsewhere, IdNumberTaken, InvalidField, NotPermitted
from volunteer_app.domain.operators import Role
from volunteer_app.domain.people import BirthDate, PersonStatus, Sex
from volunteer_app.domain.person_entry import FieldCode, MembershipEntry
from volunteer_app.domain.teams import MemberRole
from volunteer_app.services.people import RosterKeeping, RosterStep
from volunteer_app.services.people_search import PeopleSearch
from volunteer_app.services.roster import Roster, RosterChip, RosterFilter, Standing
from volunteer_app.services.session import Desk


@pytest.fixture
def keeping(desk: Desk) -> RosterKeeping:
    return RosterKeeping(desk)


def listed(desk: Desk, *, chip: RosterChip = RosterChip.ALL) -> list[str]:
    roster = Roster(desk)
    return [row.name for row in roster.rows(roster.find(RosterFilter(chips=frozenset({chip}))))]


def test_a_new_person_gets_a_number_and_a_reading(desk: Desk) -> None:
    person = file_of(desk, added(desk, "单雄信")).person

    assert person.number == "0001"
    assert person.pinyin == "shàn xióng xìn"


def test_a_reading_the_clerk_corrected_is_kept_and_found(desk: Desk, keeping: RosterKeeping) -> None:
    seen = file_of(desk, added(desk, "覃佳禾"))

    keeping.edit(seen, replace(entry_of(seen), pinyin="tán jiā hé"))

    assert file_of(desk, seen.id).person.pinyin == "tán jiā hé"
    assert [found.name for found in PeopleSearch(desk).find("tanjiahe")] == ["覃佳禾"]


def test_a_new_name_gets_a_new_reading(desk: Desk, keeping: RosterKeeping) -> None:
    seen = file_of(desk, added(desk, "陈明川"))

    keeping.edit(seen, replace(entry_of(seen), name="李晓岚"))

    assert file_of(desk, seen.id).person.pinyin == "lǐ xiǎo lán"


@pytest.mark.parametrize("name", ["张𬭎", "古丽娜尔·艾山", "Anna Maria", "无", "〇", "龖" * 60, "🌊"])
def test_no_name_is_refused_for_its_characters(desk: Desk, name: str) -> None:
    assert file_of(desk, added(desk, name)).person.name == name


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"name": " \u200b"}, "name", FieldCode.MISSING),
        ({"name": "龖" * 61}, "name", FieldCode.TOO_LONG),
        ({"phone": "1540000447"}, "phone", FieldCode.PHONE_LENGTH),
        ({"phone": "12400004471"}, "phone", FieldCode.PHONE_PREFIX),
        ({"phone2": "154****4471"}, "phone2", FieldCode.PHONE_MASKED),
        ({"emergency_phone": "问老王"}, "emergency_phone", FieldCode.PHONE_TEXT),
        ({"birth": "去年"}, "birth", FieldCode.DATE_UNREADABLE),
        ({"birth": "2027-01"}, "birth", FieldCode.DATE_IN_FUTURE),
        ({"id_number": "411499198505170018"}, "id_number", FieldCode.ID_CHECK_DIGIT),
        ({"remark": "长" * 1001}, "remark", FieldCode.TOO_LONG),
    ],
)
def test_what_cannot_be_stored_is_refused_by_field(
    desk: Desk, fields: dict[str, str], field: str, code: FieldCode
) -> None:
    with pytest.raises(InvalidField) as refusal:
        RosterKeeping(desk).add(entry(**fields))

    assert (refusal.value.field, refusal.value.code) == (field, code)
    assert listed(desk) == []


def test_phones_are_stored_as_they_are_dialled(desk: Desk) -> None:
    person = file_of(desk, added(desk, phone="+86 154-0000-4471", office_phone="2000001")).person

    assert (person.phone, person.office_phone) == ("15400004471", "0370-2000001")


def test_an_id_number_tells_birth_and_sex(desk: Desk) -> None:
    person = file_of(desk, added(desk, id_number=id_number(date(1985, 5, 17), 2))).person

    assert person.birth == BirthDate(1985, 5, 17)
    assert person.sex is Sex.FEMALE


def test_an_id_number_of_somebody_else_names_that_person(desk: Desk, keeping: RosterKeeping) -> None:
    first = added(desk, "陈明川", id_number=id_number())

    with pytest.raises(IdNumberTaken) as refusal:
        keeping.add(entry("李晓岚", id_number=id_number()))

    assert refusal.value.person_id == first


def test_an_id_number_is_masked_on_the_card_and_shown_whole_only_into_the_log(
    desk: Desk, keeping: RosterKeeping
) -> None:
    person_id = added(desk, id_number=id_number())

    card = Roster(desk).card(person_id)
    revealed = keeping.reveal_id_number(person_id)

    assert card.id_number_masked == "411499********" + id_number()[-4:]
    assert card.file.person.id_number == ""
    assert revealed.id_number == id_number()


def test_a_viewer_sees_no_phone_and_no_id_number(desk: Desk) -> None:
    person_id = added(desk, id_number=id_number())
    viewer = replace(desk, operator=builders.operator(role=Role.VIEWER))

    card = Roster(viewer).card(person_id)

    assert card.phones == ("154****4471",)
    assert card.id_number_masked == ""
    with pytest.raises(NotPermitted):
        RosterKeeping(viewer).copy_contact(person_id)


def test_an_untouched_id_number_survives_an_edit_and_an_emptied_one_goes(desk: Desk, keeping: RosterKeeping) -> None:
    seen = file_of(desk, added(desk, id_number=id_number()))

    keeping.edit(seen, replace(entry_of(seen), address="平原路7号"))
    kept = file_of(desk, seen.id)
    keeping.edit(kept, replace(entry_of(kept), id_number=""))

    assert kept.identity == seen.identity
    assert file_of(desk, seen.id).identity is None


def test_a_form_opened_before_somebody_elses_edit_is_refused(desk: Desk, keeping: RosterKeeping) -> None:
    seen = file_of(desk, added(desk))
    keeping.join_team([seen.id], team_id(desk, "曙光"))

    with pytest.raises(ChangedElsewhere):
        keeping.edit(seen, replace(entry_of(seen), address="平原路7号"))


def test_an_edit_that_changes_nothing_writes_nothing(desk: Desk, keeping: RosterKeeping) -> None:
    seen = file_of(desk, added(desk, id_number=id_number(), birth="1985"))

    done = keeping.edit(seen, entry_of(seen))

    assert done.step == RosterStep()
    assert file_of(desk, seen.id) == seen


def test_the_first_team_becomes_the_main_one(desk: Desk, keeping: RosterKeeping) -> None:
    person_id = added(desk, memberships=(in_team(desk, "曙光"), in_team(desk, "玄鸟")))

    assert [each.is_main for each in file_of(desk, person_id).memberships] == [True, False]


def test_a_team_taken_off_the_form_ends_yesterday_and_is_kept(desk: Desk, keeping: RosterKeeping) -> None:
    seen = file_of(desk, added(desk, memberships=(in_team(desk, "曙光", is_main=True), in_team(desk, "玄鸟"))))

    keeping.edit(seen, replace(entry_of(seen), memberships=entry_of(seen).memberships[1:]))

    left, stayed = file_of(desk, seen.id).memberships
    assert left.to_on == date(2026, 11, 23)
    assert stayed.is_main


def test_a_role_can_be_given_in_the_form(desk: Desk, keeping: RosterKeeping) -> None:
    seen = file_of(desk, added(desk, memberships=(in_team(desk, "曙光"),)))
    line = replace(entry_of(seen).memberships[0], role=MemberRole.LEADER)

    keeping.edit(seen, replace(entry_of(seen), memberships=(line,)))

    assert file_of(desk, seen.id).memberships[0].role is MemberRole.LEADER


def test_the_same_team_twice_is_refused_at_the_second_line(desk: Desk, keeping: RosterKeeping) -> None:
    line = MembershipEntry(team_id(desk, "曙光"))

    with pytest.raises(InvalidField) as refusal:
        keeping.add(entry(memberships=(line, line)))

    assert refusal.value.field == "memberships.1"


def test_a_paper_of_which_only_the_month_is_known_lasts_to_its_end(desk: Desk) -> None:
    person_id = added(desk, papers=(paper(desk, "急救证", "2027-03"),))

    assert file_of(desk, person_id).papers[0].expires_on == date(2027, 3, 31)


def test_a_paper_ending_within_a_month_is_pointed_out(desk: Desk) -> None:
    papers = (paper(desk, "急救证", "2026-11-23"), paper(desk, "驾驶C1", "2026-12-01"), paper(desk, "水性"))

    skills = Roster(desk).card(added(desk, papers=papers)).skills

    assert [(held.is_valid, held.ends_soon) for held in skills] == [(False, False), (True, True), (True, False)]


def test_leave_from_today_shows_at_once_and_ends_at_once(desk: Desk, keeping: RosterKeeping) -> None:
    person_id = added(desk)

    keeping.set_leave([person_id], date(2026, 11, 24), date(2026, 11, 30), reason="出差")
    away = Roster(desk).card(person_id)
    keeping.end_leave(away.leaves[0])

    assert (away.standing, away.leaves[0].reason) == (Standing.ON_LEAVE, "出差")
    assert Roster(desk).card(person_id).standing is Standing.REACHABLE


def test_leave_taken_back_is_gone_and_done_again_is_there(desk: Desk, keeping: RosterKeeping) -> None:
    person_id = added(desk)
    done = keeping.set_leave([person_id], date(2026, 11, 24), date(2026, 11, 30))

    keeping.undo(done.step)
    gone = Roster(desk).card(person_id).leaves
    keeping.undo(done.step.inverse)

    assert gone == ()
    assert len(Roster(desk).card(person_id).leaves) == 1


def test_deactivated_people_leave_the_list_of_whom_to_call_and_come_back(desk: Desk, keeping: RosterKeeping) -> None:
    people = [added(desk, "陈明川"), added(desk, "李晓岚")]

    done = keeping.deactivate(people)
    gone = listed(desk, chip=RosterChip.REACHABLE), listed(desk, chip=RosterChip.INACTIVE)
    keeping.undo(done.step)

    assert gone == ([], ["陈明川", "李晓岚"])
    assert listed(desk, chip=RosterChip.REACHABLE) == ["陈明川", "李晓岚"]


def test_taking_back_an_addition_withdraws_the_person_and_doing_it_again_brings_them_back(
    desk: Desk, keeping: RosterKeeping
) -> None:
    done = keeping.add(entry(memberships=(in_team(desk, "曙光"),)))

    keeping.undo(done.step)
    withdrawn = listed(desk), file_of(desk, done.person_ids[0]).person.status
    keeping.undo(done.step.inverse)

    assert withdrawn == ([], PersonStatus.WITHDRAWN)
    assert listed(desk) == ["陈明川"]


def test_somebody_withdrawn_comes_back_under_the_same_number_when_added_again(
    desk: Desk, keeping: RosterKeeping
) -> None:
    first = keeping.add(entry("陈明川", id_number=id_number()))
    keeping.undo(first.step)

    again = keeping.add(entry("陈明川", id_number=id_number(), phone="15400000002"))

    assert again.person_ids == first.person_ids
    person = file_of(desk, again.person_ids[0]).person
    assert (person.number, person.phone, person.status) == ("0001", "15400000002", PersonStatus.ACTIVE)


def test_an_edit_taken_back_leaves_everything_as_it_was(desk: Desk, keeping: RosterKeeping) -> None:
    teams, papers = (in_team(desk, "曙光"),), (paper(desk, "急救证", "2027-03-31"),)
    seen = file_of(desk, added(desk, id_number=id_number(), memberships=teams, papers=papers))
    new = replace(entry_of(seen), name="陈明", id_number=id_number(sequence=3), memberships=(), papers=())
    done = keeping.edit(seen, new)

    keeping.undo(done.step)

    assert file_of(desk, seen.id).says_the_same_as(seen)


def test_taking_back_is_refused_when_somebody_changed_the_person_since(desk: Desk, keeping: RosterKeeping) -> None:
    person_id = added(desk)
    done = keeping.deactivate([person_id])
    keeping.join_team([person_id], team_id(desk, "曙光"))

    with pytest.raises(ChangedElsewhere):
        keeping.undo(done.step)


def test_joining_a_team_one_is_in_changes_nothing(desk: Desk, keeping: RosterKeeping) -> None:
    person_id = added(desk, memberships=(in_team(desk, "曙光"),))

    done = keeping.join_team([person_id], team_id(desk, "曙光"))

    assert done.step == RosterStep()


def test_the_main_team_can_be_chosen(desk: Desk, keeping: RosterKeeping) -> None:
    person_id = added(desk, memberships=(in_team(desk, "曙光"), in_team(desk, "玄鸟")))

    keeping.set_main_team(person_id, team_id(desk, "玄鸟"))

    assert [each.team.short_name for each in Roster(desk).card(person_id).belongings] == ["玄鸟", "曙光"]


def test_leaving_the_main_team_makes_the_next_one_main(desk: Desk, keeping: RosterKeeping) -> None:
    person_id = added(desk, memberships=(in_team(desk, "曙光"), in_team(desk, "玄鸟")))

    keeping.leave_team([person_id], team_id(desk, "曙光"))

    belongings = Roster(desk).card(person_id).belongings
    assert [(each.team.short_name, each.membership.is_main) for each in belongings] == [("玄鸟", True)]


def test_copying_a_number_is_written_down(desk: Desk, keeping: RosterKeeping) -> None:
    copied = keeping.copy_contact(added(desk))

    assert (copied.name, copied.phone) == ("陈明川", "15400004471")
    assert copied.changes.ids


def test_both_engines_keep_the_same_roster(both_engines: Desk) -> None:
    keeping = RosterKeeping(both_engines)
    seen = file_of(both_engines, added(both_engines, memberships=(in_team(both_engines, "曙光"),)))
    done = keeping.edit(seen, replace(entry_of(seen), name="陈川", memberships=()))

    keeping.undo(done.step)

    assert file_of(both_engines, seen.id).says_the_same_as(seen)
    assert [found.name for found in PeopleSearch(both_engines).find("cmc")] == ["陈明川"]
