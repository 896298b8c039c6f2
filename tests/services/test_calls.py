"""A shift call at the desk: the six keys, what they do to the plan, undo, rounds, and what is shown."""

from dataclasses import replace

import pytest

from tests import builders
from tests.builders import at, span
from tests.services.call_office import CallOffice
from tests.statements import counted_selects
from volunteer_app.domain.call_entries import (
    AmendmentDoesNotFit,
    EtaGiven,
    MissKind,
    NoteGiven,
    NothingToUndo,
    ReasonGiven,
)
from volunteer_app.domain.call_progress import (
    CallBack,
    Confirmed,
    Declined,
    NoNumber,
    Resting,
    Skipped,
    Unreached,
    Waiting,
)
from volunteer_app.domain.call_queue import Exhausted, Offer, Pause
from volunteer_app.domain.calls import (
    AttemptOutcome,
    CallState,
    CallTier,
    DeclineReason,
    FactorCode,
    ReplyKey,
    ReplyKind,
)
from volunteer_app.domain.errors import CallClosed, NotFound, NotPermitted
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.ids import new_id
from volunteer_app.domain.operators import Role
from volunteer_app.domain.phone_numbers import TroubleKind
from volunteer_app.domain.placement import PlacementRefused, ReasonNeeded
from volunteer_app.domain.teams import MemberRole, TeamKind
from volunteer_app.services.calls import Ring, ShiftCalls
from volunteer_app.services.session import Desk
from volunteer_app.storage import audit


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


def test_replies_are_undone_one_by_one_from_the_latest(office: CallOffice) -> None:
    call_id = office.open()
    pressed = [office.press(call_id, key) for key in (ReplyKey.COMING, ReplyKey.DECLINED, ReplyKey.NO_ANSWER)]

    undone = [office.calls.undo(call_id).undone for _ in pressed]

    assert [u and u.entry_id for u in undone] == [p.entry and p.entry.entry_id for p in reversed(pressed)]
    with pytest.raises(NothingToUndo):
        office.calls.undo(call_id)


def test_entries_keep_their_order_when_the_clock_was_set_back(office: CallOffice) -> None:
    call_id = office.open()
    office.press(call_id, ReplyKey.COMING)
    office.clock.pass_minutes(-60)
    second = office.press(call_id, ReplyKey.DECLINED)

    undone = office.calls.undo(call_id).undone

    assert second.entry is not None
    assert undone is not None
    assert undone.entry_id == second.entry.entry_id


def test_a_promised_time_after_the_start_is_late(office: CallOffice) -> None:
    call_id = office.open()
    office.clock.now = at("14:50")
    yes = office.press(call_id, ReplyKey.COMING)
    assert yes.entry is not None

    step = office.calls.amend(call_id, yes.entry.entry_id, [EtaGiven(25), NoteGiven("自带雨靴")])

    assert step.entry is not None
    assert (step.entry.reply, step.entry.eta_at, step.entry.note) == (ReplyKind.LATE, at("15:15"), "自带雨靴")
    assert step.counters.confirmed == 1


def test_a_reason_is_added_to_the_no_it_belongs_to(office: CallOffice) -> None:
    call_id = office.open()
    no = office.press(call_id, ReplyKey.DECLINED)
    office.press(call_id, ReplyKey.COMING)
    assert no.entry is not None

    step = office.calls.amend(call_id, no.entry.entry_id, [ReasonGiven(DeclineReason.ILL)])

    assert step.row is not None
    assert step.row.state == Declined(DeclineReason.ILL)


def test_a_dead_number_goes_to_repair_and_the_person_is_without_one(office: CallOffice) -> None:
    call_id = office.open()
    miss = office.press(call_id, ReplyKey.NO_ANSWER)
    assert miss.entry is not None

    step = office.calls.amend(call_id, miss.entry.entry_id, [MissKind(AttemptOutcome.DEAD_NUMBER)])

    assert step.row is not None
    assert isinstance(step.row.state, NoNumber)
    assert office.calls.card(call_id, step.row.ask_id).phones[0].trouble is TroubleKind.DEAD


def test_a_reason_does_not_fit_a_yes_and_nothing_changes(office: CallOffice) -> None:
    call_id = office.open()
    yes = office.press(call_id, ReplyKey.COMING)
    before = office.calls.board(call_id)
    assert yes.entry is not None

    with pytest.raises(AmendmentDoesNotFit):
        office.calls.amend(call_id, yes.entry.entry_id, [ReasonGiven(DeclineReason.ILL)])

    assert office.calls.board(call_id) == before


def test_undo_after_an_amendment_takes_the_whole_press_back(office: CallOffice) -> None:
    call_id = office.open()
    before = office.calls.board(call_id)
    yes = office.press(call_id, ReplyKey.COMING)
    assert yes.entry is not None
    office.calls.amend(call_id, yes.entry.entry_id, [EtaGiven(20)])

    office.calls.undo(call_id)

    assert office.calls.board(call_id).counters == before.counters
    assert office.holders() == set()


def test_a_skipped_person_waits_for_the_next_round(office: CallOffice) -> None:
    call_id = office.open()
    skipped = office.calls.board(call_id).queue[0].ask_id

    step = office.calls.skip(call_id, skipped)

    assert step.row is not None
    assert isinstance(step.row.state, Skipped)
    office.calls.second_round(call_id)
    assert isinstance(office.calls.card(call_id, skipped).state, Waiting)


def test_the_list_ends_in_a_pause_and_then_in_exhaustion(office: CallOffice) -> None:
    call_id = office.open()
    for _ in range(3):
        office.press(call_id, ReplyKey.DECLINED)

    resting = office.press(call_id, ReplyKey.NO_ANSWER)
    assert isinstance(resting.next_up, Pause)
    for minutes in (11, 21):
        office.clock.pass_minutes(minutes)
        last = office.press(call_id, ReplyKey.NO_ANSWER)

    assert last.next_up == Exhausted()
    assert last.counters.short == 2


def test_widening_brings_in_the_next_force_behind_the_first(office: CallOffice) -> None:
    office.with_members("廖永康", of=office.other_team(TeamKind.BACKBONE))
    call_id = office.open()

    opened = office.calls.widen(call_id, CallTier.BACKBONE)

    board = office.calls.board(call_id)
    assert opened.preflight.callable == 1
    assert board.queue[-1].name == "廖永康"
    assert CallTier.BACKBONE not in board.head.tiers_closed


def test_a_pinned_person_comes_next(office: CallOffice) -> None:
    call_id = office.open()
    queue = office.calls.board(call_id).queue

    office.calls.pin(call_id, queue[3].ask_id, queue[0].ask_id)

    assert office.calls.board(call_id).next_up == Offer(queue[3].ask_id)


def test_a_person_added_by_hand_is_on_screen_at_once(office: CallOffice) -> None:
    (guest,) = office.with_members("洪静怡", of=office.other_team())
    call_id = office.open()

    step = office.calls.add_person(call_id, guest.id)

    assert step.card is not None
    assert step.card.person_id == guest.id
    assert office.calls.board(call_id).queue[0].person_id == guest.id


def test_somebody_who_holds_a_place_confirms_without_taking_another(office: CallOffice) -> None:
    holder = office.people[0]
    office.hold(office.shift, holder)  # type: ignore[arg-type]
    call_id = office.open()
    ask_id = office.calls.add_person(call_id, holder.id).card.ask_id  # type: ignore[union-attr]

    step = office.calls.record(call_id, ask_id, ReplyKey.COMING)

    assert step.counters.confirmed == 1


def test_on_the_way_is_shown_with_the_promised_time(office: CallOffice) -> None:
    call_id = office.open()

    office.calls.on_the_way(call_id, office.people[0].id, 20)

    (row,) = office.calls.board(call_id).arrivals
    assert (row.name, row.eta_at, row.presence) == (office.people[0].name, at("09:20"), "on_the_way")


def test_only_a_leader_is_rung_for_the_leaders_place(office: CallOffice) -> None:
    (leader,) = office.with_members("郑守正", role=MemberRole.LEADER)
    office.with_shift(needs=(builders.leader_need(),))

    opened = office.calls.open_call(office.shift.id)  # type: ignore[union-attr]

    board = office.calls.board(opened.call_id)
    assert [row.person_id for row in board.queue] == [leader.id]
    assert {row.findings[0].rule for row in opened.preflight.not_callable} == {Rule.NO_FITTING_PLACE}


def test_the_draft_note_goes_into_the_reply_and_comes_back_on_undo(office: CallOffice) -> None:
    call_id = office.open()
    ask_id = office.calls.board(call_id).queue[0].ask_id
    office.calls.save_note(call_id, ask_id, "自带车")

    step = office.calls.record(call_id, ask_id, ReplyKey.COMING)

    assert step.entry is not None
    assert step.entry.note == "自带车"
    assert office.calls.card(call_id, ask_id).note == ""
    office.calls.undo(call_id)
    assert office.calls.card(call_id, ask_id).note == "自带车"


def test_an_ended_call_takes_no_more_replies(office: CallOffice) -> None:
    call_id = office.open()
    ask_id = office.calls.board(call_id).queue[0].ask_id

    ended = office.calls.end_call(call_id)

    assert ended.summary.head.state is CallState.ENDED
    with pytest.raises(CallClosed):
        office.calls.record(call_id, ask_id, ReplyKey.COMING)
    with pytest.raises(CallClosed):
        office.calls.undo(call_id)
    assert office.calls.running() == ()


def test_the_summary_tells_how_long_filling_took(office: CallOffice) -> None:
    call_id = office.open()
    for _ in range(2):
        office.clock.pass_minutes(3)
        office.press(call_id, ReplyKey.COMING)

    summary = office.calls.end_call(call_id).summary

    assert (summary.minutes_to_fill, summary.counters.confirmed, summary.not_told) == (6, 2, 2)


def test_a_running_call_is_listed_with_its_figures(office: CallOffice) -> None:
    call_id = office.open()
    office.press(call_id, ReplyKey.COMING)

    (running,) = office.calls.running()

    assert (running.call_id, running.needed, running.confirmed) == (call_id, 2, 1)


def test_every_candidate_is_counted_once(office: CallOffice) -> None:
    call_id = office.open()
    for key in (ReplyKey.COMING, ReplyKey.DECLINED, ReplyKey.NO_ANSWER, ReplyKey.STANDBY):
        counters = office.press(call_id, key).counters

    five = (counters.said_yes, counters.declined, counters.unreached, counters.standby, counters.pending)
    assert five == (1, 1, 1, 1, 0)
    assert counters.asked == sum(five)


def test_the_card_remembers_the_last_ninety_days(office: CallOffice) -> None:
    earlier = office.plan(on=span("20:00", "22:00"))
    office.calls.open_call(earlier.id)
    earlier_call = office.calls.running()[0].call_id
    first = office.press(earlier_call, ReplyKey.COMING)
    assert first.row is not None
    office.clock.pass_minutes(60 * 24)
    office.with_shift(on=span("15:00", "20:00", days=3))
    call_id = office.open()

    card = office.calls.add_person(call_id, first.row.person_id).card

    assert card is not None
    assert (card.rung_90_days, card.answered_90_days, card.came_90_days) == (1, 1, 0)
    assert [mark.kind for mark in card.history] == ["no_show"]


def test_a_viewer_sees_masked_numbers_and_cannot_call(office: CallOffice) -> None:
    call_id = office.open()
    viewer = replace(office.desk, operator=replace(office.desk.operator, role=Role.VIEWER))
    calls = ShiftCalls(viewer)

    card = calls.board(call_id).card

    assert card is not None
    assert "****" in card.phone_to_ring
    with pytest.raises(NotPermitted):
        calls.record(call_id, card.ask_id, ReplyKey.COMING)


def test_copying_a_number_is_in_the_audit_log(office: CallOffice) -> None:
    call_id = office.open()

    office.calls.number_copied(call_id, office.calls.board(call_id).queue[0].ask_id)

    with office.desk.read() as reader:
        secrets = office.desk.store.secrets
        assert audit.verify(reader.session, reader.office_id, secrets.audit_key) is None


def test_a_person_outside_the_call_is_refused(office: CallOffice) -> None:
    call_id = office.open()

    with pytest.raises(NotFound):
        office.calls.record(call_id, new_id(), ReplyKey.COMING)  # type: ignore[arg-type]


def test_a_larger_queue_needs_no_more_reads_for_a_reply(office: CallOffice) -> None:
    call_id = office.open()
    small = office.calls.board(call_id).queue[0].ask_id
    with counted_selects(office.desk.store.engine) as few:
        office.calls.record(call_id, small, ReplyKey.COMING)
    office.calls.undo(call_id)
    office.with_members(*(f"王可心{i}" for i in range(30)))
    office.calls.second_round(call_id)

    with counted_selects(office.desk.store.engine) as many:
        office.calls.record(call_id, small, ReplyKey.COMING)

    assert len(many) <= len(few) + 2


def test_a_call_works_the_same_on_both_engines(both_engines: Desk) -> None:
    office = CallOffice(both_engines)
    office.with_members("陈明川", "林若溪", "黄建业")
    office.with_shift(places=1)
    call_id = office.open()

    keys = (ReplyKey.NO_ANSWER, ReplyKey.COMING, ReplyKey.ARRIVED)
    steps = [office.press(call_id, key) for key in keys]
    office.calls.undo(call_id)
    office.calls.widen(call_id, CallTier.OTHER_TEAMS)

    assert [step.counters.confirmed for step in steps] == [0, 1, 1]
    assert steps[2].became_standby
    assert isinstance(office.calls.board(call_id).next_up, Offer)
