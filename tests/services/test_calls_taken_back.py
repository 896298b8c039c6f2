"""Shift calls through the service, continued: what is taken back, widened, ended."""

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
    Declined,
    NoNumber,
    Skipped,
    Waiting,
)
from volunteer_app.domain.call_queue import Exhausted, Offer, Pause
from volunteer_app.domain.calls import (
    AttemptOutcome,
    CallState,
    CallTier,
    DeclineReason,
    ReplyKey,
    ReplyKind,
)
from volunteer_app.domain.errors import CallClosed, NotFound, NotPermitted
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.ids import new_id
from volunteer_app.domain.operators import Role
from volunteer_app.domain.phone_numbers import TroubleKind
from volunteer_app.domain.teams import MemberRole, TeamKind
from volunteer_app.services.calls import ShiftCalls
from volunteer_app.services.session import Desk
from volunteer_app.storage import audit


@pytest.fixture
def office(desk: Desk) -> CallOffice:
    office = CallOffice(desk)
    office.with_members("陈明川", "林若溪", "黄建业", "张志诚")
    office.with_shift(places=2)
    return office


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
