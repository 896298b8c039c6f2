"""A shift call at the desk: the six keys, what they do to the plan, undo, rounds, and what is shown."""

from dataclasses import replace

import pytest

from tests import builders
from tests.builders import at, span
from tests.services.call_office import CallOffice
from volunteer_app.domain.call_progress import (
    CallBack,
    Confirmed,
    Declined,
    Resting,
    Unreached,
    Waiting,
)
from volunteer_app.domain.call_queue import Offer
from volunteer_app.domain.calls import (
    CallTier,
    FactorCode,
    ReplyKey,
)
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.phone_numbers import TroubleKind
from volunteer_app.domain.placement import PlacementRefused, ReasonNeeded
from volunteer_app.services.calls import Ring
from volunteer_app.services.session import Desk


@pytest.fixture
def office(desk: Desk) -> CallOffice:
    office = CallOffice(desk)
    office.with_members("陈明川", "林若溪", "黄建业", "张志诚")
    office.with_shift(places=2)
    return office


def test_a_call_begins_with_the_shifts_own_team(office: CallOffice) -> None:
    office.with_members("许浩然", of=office.other_team())

    board = office.calls.board(office.open())

    assert {row.name for row in board.queue} == {"陈明川", "林若溪", "黄建业", "张志诚"}
    assert {row.tier for row in board.queue} == {CallTier.OWN_TEAM}


def test_opening_twice_brings_the_running_call_back(office: CallOffice) -> None:
    first = office.open()

    again = office.calls.open_call(office.shift.id)  # type: ignore[union-attr]

    assert again.call_id == first
    assert again.preflight.callable == 4


def test_the_first_card_shows_the_whole_number_and_why(office: CallOffice) -> None:
    card = office.calls.board(office.open()).card

    assert card is not None
    assert card.phone_to_ring == next(p.phone for p in office.people if p.id == card.person_id)
    assert card.reasons[0].code is FactorCode.TIER
    assert card.score == sum(reason.points for reason in card.reasons)


def test_a_yes_gives_a_place_and_shows_the_next_person(office: CallOffice) -> None:
    call_id = office.open()
    first = office.calls.board(call_id).card
    assert first is not None

    step = office.calls.record(call_id, first.ask_id, ReplyKey.COMING)

    assert (step.counters.confirmed, step.counters.short) == (1, 1)
    assert step.card is not None
    assert step.card.ask_id != first.ask_id
    assert office.holders() == {first.person_id}


def test_a_yes_is_published_at_once_and_other_drafts_are_not(office: CallOffice) -> None:
    drafted = office.people[3]
    office.hold(office.shift, drafted)  # type: ignore[arg-type]
    call_id = office.open()

    office.press(call_id, ReplyKey.COMING)

    with office.desk.read() as reader:
        shift_id = office.shift.id  # type: ignore[union-attr]
        shift, told = reader.shifts.get(shift_id), reader.publications.told([shift_id])[shift_id]
        held = reader.assignments.held_in([shift_id])[shift_id]
    assert shift.published_version == 1
    assert drafted.id not in told.people
    assert [place.is_draft for place in held if place.person_id == drafted.id] == [True]
    assert len(told.people) == 1


def test_a_no_is_not_offered_again_in_the_second_round(office: CallOffice) -> None:
    call_id = office.open()
    step = office.press(call_id, ReplyKey.DECLINED)
    assert step.row is not None

    office.calls.second_round(call_id)

    board = office.calls.board(call_id)
    assert isinstance(step.row.state, Declined)
    assert step.row.ask_id not in {row.ask_id for row in board.queue if isinstance(row.state, Waiting)}


def test_a_missed_ring_rests_ten_minutes_and_then_twenty(office: CallOffice) -> None:
    call_id = office.open()
    person = office.people[0]
    ask_id = next(row.ask_id for row in office.calls.board(call_id).queue if row.person_id == person.id)

    office.calls.record(call_id, ask_id, ReplyKey.NO_ANSWER)
    assert office.state_of(call_id, person) == Resting(at("09:10"), 1)
    office.clock.pass_minutes(10)
    office.calls.record(call_id, ask_id, ReplyKey.NO_ANSWER)

    assert office.state_of(call_id, person) == Resting(at("09:30"), 2, suggests_replacement=True)


def test_the_third_miss_leaves_the_person_unreached_and_the_number_for_repair(office: CallOffice) -> None:
    call_id = office.open()
    ask_id = office.calls.board(call_id).queue[0].ask_id

    for _ in range(3):
        office.calls.record(call_id, ask_id, ReplyKey.NO_ANSWER)
        office.clock.pass_minutes(30)

    card = office.calls.card(call_id, ask_id)
    assert card.state == Unreached(3)
    assert card.phones[0].trouble is TroubleKind.MISSED_THREE_TIMES


def test_after_two_misses_the_second_number_is_shown(office: CallOffice) -> None:
    two = office.add(replace(builders.person("郑守正"), phone2="19400000002"))
    call_id = office.open()
    ask_id = office.calls.add_person(call_id, two.id).card.ask_id  # type: ignore[union-attr]

    office.calls.record(call_id, ask_id, ReplyKey.NO_ANSWER)
    before = office.calls.card(call_id, ask_id).phone_to_ring
    office.calls.record(call_id, ask_id, ReplyKey.NO_ANSWER)

    assert before == two.phone
    assert office.calls.card(call_id, ask_id).phone_to_ring == "19400000002"


def test_a_call_back_comes_first_when_it_is_due(office: CallOffice) -> None:
    call_id = office.open()
    later = office.press(call_id, ReplyKey.LATER, Ring(callback_minutes=5))
    assert later.row is not None
    assert later.row.state == CallBack(at("09:05"))

    office.clock.pass_minutes(5)

    assert office.calls.board(call_id).next_up == Offer(later.row.ask_id)


def test_a_call_back_without_a_time_is_ten_minutes(office: CallOffice) -> None:
    step = office.press(office.open(), ReplyKey.LATER)

    assert step.row is not None
    assert step.row.state == CallBack(at("09:10"))


def test_arrived_signs_in_and_confirms(office: CallOffice) -> None:
    call_id = office.open()

    step = office.press(call_id, ReplyKey.ARRIVED)

    assert (step.counters.confirmed, step.counters.arrived) == (1, 1)
    assert step.counters.attempts == 0


def test_the_reply_that_fills_the_shift_says_so(office: CallOffice) -> None:
    call_id = office.open()

    first, second = (office.press(call_id, ReplyKey.COMING) for _ in range(2))

    assert (first.just_filled, second.just_filled) == (False, True)
    assert second.counters.is_full


def test_a_yes_to_a_full_shift_is_kept_in_reserve(office: CallOffice) -> None:
    call_id = office.open()
    for _ in range(2):
        office.press(call_id, ReplyKey.COMING)

    step = office.press(call_id, ReplyKey.COMING)

    assert step.became_standby
    assert (step.counters.confirmed, step.counters.standby) == (2, 1)


def test_reserves_are_drawn_first_when_somebody_drops_out(office: CallOffice) -> None:
    call_id = office.open()
    steps = [office.press(call_id, ReplyKey.COMING) for _ in range(3)]
    first, reserve = steps[0].row, steps[2].row
    assert first is not None
    assert reserve is not None
    office.clock.pass_minutes(1)

    dropped = office.calls.record(call_id, first.ask_id, ReplyKey.DECLINED)

    assert dropped.dropped_out
    assert dropped.counters.short == 1
    assert dropped.next_up == Offer(reserve.ask_id)


def test_a_call_sheet_of_a_full_shift_still_finds_reserves(office: CallOffice) -> None:
    for person in office.people[:2]:
        office.hold(office.shift, person)  # type: ignore[arg-type]

    step = office.press(office.open(), ReplyKey.STANDBY)

    assert step.counters.standby == 1


def test_somebody_with_an_overlapping_shift_is_not_rung_and_named_with_the_reason(office: CallOffice) -> None:
    busy = office.people[0]
    office.hold(office.plan(on=span("16:00", "18:00")), busy)

    opened = office.calls.open_call(office.shift.id)  # type: ignore[union-attr]

    assert opened.preflight.callable == 3
    (row,) = opened.preflight.not_callable
    assert (row.name, row.findings[0].rule) == (busy.name, Rule.OVERLAP)


def test_somebody_without_a_number_is_named_before_the_first_ring(office: CallOffice) -> None:
    office.add(builders.person("苏慧敏", phone=""))

    opened = office.calls.open_call(office.shift.id)  # type: ignore[union-attr]

    assert [(row.name, row.has_phone) for row in opened.preflight.not_callable] == [("苏慧敏", False)]


def test_somebody_placed_elsewhere_meanwhile_is_passed_over(office: CallOffice) -> None:
    call_id = office.open()
    first = office.calls.board(call_id).card
    assert first is not None
    person = next(p for p in office.people if p.id == first.person_id)

    office.hold(office.plan(on=span("16:00", "18:00")), person)

    card = office.calls.board(call_id).card
    assert card is not None
    assert card.person_id != person.id


def test_a_yes_from_somebody_placed_elsewhere_is_refused_and_nothing_is_saved(office: CallOffice) -> None:
    call_id = office.open()
    first = office.calls.board(call_id).card
    assert first is not None
    person = next(p for p in office.people if p.id == first.person_id)
    office.hold(office.plan(on=span("16:00", "18:00")), person)

    with pytest.raises(PlacementRefused):
        office.calls.record(call_id, first.ask_id, ReplyKey.COMING)

    board = office.calls.board(call_id)
    assert board.counters.attempts == 0
    assert board.recent == ()


def test_a_warning_asks_for_a_reason_and_then_goes_through(office: CallOffice) -> None:
    tired = office.people[0]
    office.hold(office.plan(on=span("06:00", "12:00")), tired)
    call_id = office.open()
    ask_id = next(row.ask_id for row in office.calls.board(call_id).queue if row.person_id == tired.id)

    with pytest.raises(ReasonNeeded):
        office.calls.record(call_id, ask_id, ReplyKey.COMING)
    step = office.calls.record(call_id, ask_id, ReplyKey.COMING, Ring(override_reason="人手紧张，本人同意"))

    assert step.counters.confirmed == 1
    assert step.counters.attempts == 1


def test_undo_takes_the_reply_back_and_brings_the_person_back(office: CallOffice) -> None:
    call_id = office.open()
    before = office.calls.board(call_id)
    office.press(call_id, ReplyKey.COMING)

    step = office.calls.undo(call_id)

    after = office.calls.board(call_id)
    assert step.card == before.card
    assert after.queue == before.queue
    assert after.counters == before.counters
    assert office.holders() == set()


def test_undo_keeps_the_rows_of_what_was_taken_back(office: CallOffice) -> None:
    call_id = office.open()
    office.press(call_id, ReplyKey.COMING)

    office.calls.undo(call_id)

    with office.desk.read() as reader:
        events = reader.calls.events(call_id)
    assert len(events) == 2
    assert all(event.retracted_by == office.desk.operator.id for event in events)


def test_undo_of_a_drop_out_gives_the_place_back(office: CallOffice) -> None:
    call_id = office.open()
    yes = office.press(call_id, ReplyKey.COMING)
    assert yes.row is not None
    office.calls.record(call_id, yes.row.ask_id, ReplyKey.DECLINED)

    step = office.calls.undo(call_id)

    assert step.undone is not None
    assert step.undone.not_restored is None
    assert office.holders() == {yes.row.person_id}
    assert isinstance(step.card and step.card.state, Confirmed)


def test_undo_of_a_drop_out_reports_when_the_place_is_gone(office: CallOffice) -> None:
    call_id = office.open()
    yes = office.press(call_id, ReplyKey.COMING)
    assert yes.row is not None
    office.calls.record(call_id, yes.row.ask_id, ReplyKey.DECLINED)
    for other in [p for p in office.people if p.id != yes.row.person_id][:2]:
        office.hold(office.shift, other)  # type: ignore[arg-type]

    step = office.calls.undo(call_id)

    assert step.undone is not None
    assert isinstance(step.undone.not_restored, PlacementRefused)
    assert isinstance(step.card and step.card.state, Confirmed)


def test_undo_of_an_arrival_takes_the_sign_in_back(office: CallOffice) -> None:
    call_id = office.open()
    office.press(call_id, ReplyKey.ARRIVED)

    step = office.calls.undo(call_id)

    assert (step.counters.confirmed, step.counters.arrived) == (0, 0)
