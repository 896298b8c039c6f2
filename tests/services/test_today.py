"""What the today page is told: shifts and their numbers, what to do first, the week ahead."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests import builders
from tests.builders import NOW, at, span
from tests.statements import counted_selects
from volunteer_app.domain.attendance import Attendance
from volunteer_app.domain.calls import (
    Ask,
    Attempt,
    AttemptOutcome,
    Call,
    CallEvent,
    CallTier,
    EntryId,
    Reply,
    ReplyKind,
)
from volunteer_app.domain.ids import (
    AskId,
    AttemptId,
    AttendanceId,
    CallId,
    OperatorId,
    PersonId,
    QualificationId,
    ReplyId,
    SkillId,
    new_id,
)
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.people import Person
from volunteer_app.domain.shifts import Assignment, AssignmentState, Shift
from volunteer_app.domain.skills import Qualification
from volunteer_app.domain.span import Span
from volunteer_app.services.session import Desk
from volunteer_app.services.today import ShiftStage, Today, Todo, TodoKind, stage


def planned(desk: Desk, on: Span, *, places: int = 2) -> Shift:
    with desk.write(Permission.EDIT_SHIFTS) as uow:
        where = builders.post()
        uow.posts.add(where)
        shift = builders.shift(where, on=on, needs=(builders.heads(places),))
        uow.shifts.add(shift)
        uow.commit()
    return shift


def placed(desk: Desk, shift: Shift, name: str = "陈明川", *, leads: bool = False) -> Assignment:
    with desk.write(Permission.EDIT_SHIFTS) as uow:
        held = replace(builders.assignment(shift, uow.people.add(builders.person(name))), is_leader=leads)
        uow.assignments.take(held)
        uow.commit()
    return held


def todo(desk: Desk, kind: TodoKind) -> list[Todo]:
    return [each for each in Today(desk).overview().todo if each.kind is kind]


def later(desk: Desk, now: datetime) -> Desk:
    return replace(desk, clock=lambda: now.astimezone(UTC))


def test_a_shift_shows_needed_confirmed_and_arrived(desk: Desk) -> None:
    shift = planned(desk, span("15:00", "20:00"), places=3)
    held = placed(desk, shift)
    placed(desk, shift, "林若溪")
    sign_in(desk, held)

    (row,) = Today(desk).overview().shifts

    assert (row.needed, row.confirmed, row.arrived, row.missing) == (3, 2, 1, 1)


def test_last_nights_shift_is_shown_until_it_ends(desk: Desk) -> None:
    night = planned(desk, span("20:00", "09:30", days=-1))

    at_nine = Today(desk).overview().shifts
    at_ten = Today(later(desk, at("10:00"))).overview().shifts

    assert [row.id for row in at_nine] == [night.id]
    assert at_ten == ()


def test_tomorrows_shift_counts_in_the_week_only(desk: Desk) -> None:
    placed(desk, planned(desk, span(days=1), places=2))

    overview = Today(desk).overview()

    assert overview.shifts == ()
    assert [(day.needed, day.confirmed) for day in overview.week] == [(0, 0), (2, 1), *[(0, 0)] * 5]


def test_a_gap_in_a_shift_that_is_over_is_no_gap_any_more(desk: Desk) -> None:
    planned(desk, span("06:00", "08:00"), places=4)
    planned(desk, span("15:00", "20:00"), places=3)

    tiles = Today(desk).overview().tiles

    assert (tiles.missing, tiles.short_shifts) == (3, 1)
    assert (tiles.shifts, tiles.ended, tiles.running, tiles.upcoming) == (2, 1, 0, 1)


def test_stages_are_half_open() -> None:
    shift = span("08:00", "09:00")

    assert [stage(shift, at(clock)) for clock in ("07:59", "08:00", "09:00")] == [
        ShiftStage.UPCOMING,
        ShiftStage.RUNNING,
        ShiftStage.ENDED,
    ]


def test_ten_minutes_after_the_start_the_unsigned_are_late_and_after_thirty_no_shows(desk: Desk) -> None:
    placed(desk, planned(desk, span("08:45", "12:00")), "李秋禾")
    placed(desk, planned(desk, span("08:20", "12:00")), "王可心")
    placed(desk, planned(desk, span("08:55", "12:00")), "谢映雪")

    assert [(each.name, each.count) for each in todo(desk, TodoKind.LATE)] == [("李秋禾", 15)]
    assert [(each.name, each.count) for each in todo(desk, TodoKind.NO_SHOW)] == [("王可心", 40)]


def test_somebody_who_signed_in_is_not_late(desk: Desk) -> None:
    shift = planned(desk, span("08:00", "12:00"))
    held = placed(desk, shift)
    sign_in(desk, held)

    assert Today(desk).overview().todo == ()


def test_somebody_announced_for_later_is_not_late_yet(desk: Desk) -> None:
    shift = planned(desk, span("08:30", "12:00"))
    held = placed(desk, shift, "李秋禾")
    rung(desk, shift, held.person_id, replied(at("08:00"), eta=at("09:00"), assignment=held))

    assert todo(desk, TodoKind.LATE) == []


def test_a_person_displaced_by_a_moved_shift_is_listed_to_be_asked_again(desk: Desk) -> None:
    held = placed(desk, planned(desk, span(days=2)), "苏慧敏")
    with desk.write(Permission.EDIT_SHIFTS) as uow:
        uow.assignments.release(held.id, AssignmentState.DISPLACED)
        uow.commit()

    assert [each.name for each in todo(desk, TodoKind.DISPLACED)] == ["苏慧敏"]


def test_an_agreed_call_back_is_listed_and_counted(desk: Desk) -> None:
    shift = planned(desk, span())
    who = newcomer(desk, "王可心")
    rung(desk, shift, who.id, replied(at("08:55"), kind=ReplyKind.UNDECIDED, call_back=at("09:40")))

    overview = Today(desk).overview()

    assert [(each.name, each.at) for each in overview.todo] == [("王可心", builders.utc(at("09:40")))]
    assert (overview.tiles.call_backs, overview.tiles.next_call_back_at) == (1, builders.utc(at("09:40")))


def test_two_misses_suggest_somebody_else(desk: Desk) -> None:
    shift = planned(desk, span())
    who = newcomer(desk, "谢映雪")
    rung(desk, shift, who.id, missed(at("08:30"), who), missed(at("08:45"), who))

    assert [(each.name, each.count) for each in todo(desk, TodoKind.MISSED_TWICE)] == [("谢映雪", 2)]


def test_papers_that_lapse_within_thirty_days_are_counted_by_kind(desk: Desk) -> None:
    with desk.write(Permission.EDIT_ROSTER) as uow:
        first_aid = next(skill for skill in uow.skills.all().values() if skill.name == "急救证")
        for days in (5, 30, 31):
            who = uow.people.add(builders.person())
            uow.papers.add_many([paper(who, first_aid.id, builders.TODAY + timedelta(days=days))])
        uow.commit()

    assert [(each.subject, each.count) for each in todo(desk, TodoKind.PAPERS)] == [("急救证 2", 2)]


def test_what_is_urgent_comes_first(desk: Desk) -> None:
    shift = planned(desk, span("08:45", "12:00"), places=4)
    placed(desk, shift, "迟到的")
    caller = newcomer(desk, "回拨的")
    rung(desk, shift, caller.id, replied(NOW, kind=ReplyKind.UNDECIDED, call_back=at("09:10")))
    placed(desk, planned(desk, span("08:00", "12:00")), "没来的")

    assert [each.name for each in Today(desk).overview().todo] == ["没来的", "迟到的", "回拨的"]


def test_the_leaders_of_today_are_listed(desk: Desk) -> None:
    placed(desk, planned(desk, span()), "周国栋", leads=True)
    placed(desk, planned(desk, span(days=1)), "郑雅宁", leads=True)

    assert [row.name for row in Today(desk).overview().leaders] == ["周国栋"]


def test_the_page_asks_no_more_for_a_busy_day_than_for_a_quiet_one(desk: Desk) -> None:
    with counted_selects(desk.store.engine) as quiet:
        Today(desk).overview()
    for hour in range(10, 20):
        placed(desk, planned(desk, span(f"{hour}:00", f"{hour}:30")))

    with counted_selects(desk.store.engine) as busy:
        Today(desk).overview()

    assert len(busy) == len(quiet) <= 4


def newcomer(desk: Desk, name: str) -> Person:
    with desk.write(Permission.EDIT_ROSTER) as uow:
        who = uow.people.add(builders.person(name))
        uow.commit()
    return who


def sign_in(desk: Desk, held: Assignment) -> None:
    with desk.write(Permission.RUN_CALLS) as uow:
        uow.attendances.add(
            Attendance(AttendanceId(new_id()), held.shift_id, held.person_id, desk.now(), desk.operator.id, held.id)
        )
        uow.commit()


def rung(desk: Desk, shift: Shift, person_id: PersonId, *made: CallEvent) -> None:
    """A running call for the shift with one candidate, of whom this was recorded."""
    with desk.write(Permission.RUN_CALLS) as uow:
        opened_at = at("07:00")
        call = Call(CallId(new_id()), shift.id, opened_at, desk.operator.id, opened_at)
        uow.calls.add(call)
        ask = Ask(AskId(new_id()), call.id, person_id, CallTier.OWN_TEAM, 1.0)
        uow.calls.add_asks([ask])
        for event in made:
            uow.calls.write(event.entry_id, call.id, [replace(event, ask_id=ask.id, operator_id=desk.operator.id)])
        uow.commit()


def replied(
    when: datetime,
    *,
    kind: ReplyKind = ReplyKind.COMING,
    eta: datetime | None = None,
    call_back: datetime | None = None,
    assignment: Assignment | None = None,
) -> Reply:
    return Reply(
        ReplyId(new_id()),
        AskId(new_id()),
        EntryId(new_id()),
        when,
        kind,
        OperatorId(new_id()),
        eta_at=eta,
        callback_at=call_back,
        assignment_id=None if assignment is None else assignment.id,
    )


def missed(when: datetime, who: Person) -> Attempt:
    return Attempt(
        AttemptId(new_id()),
        AskId(new_id()),
        EntryId(new_id()),
        when,
        who.phone,
        AttemptOutcome.NO_ANSWER,
        OperatorId(new_id()),
    )


def paper(who: Person, skill_id: SkillId, expires_on: date) -> Qualification:
    return Qualification(QualificationId(new_id()), who.id, skill_id, expires_on=expires_on)
