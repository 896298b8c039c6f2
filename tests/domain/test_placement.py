"""THE check: every rule refuses, warns or hints as the office and the law want it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from tests.builders import ZONE, at, span
from volunteer_app.domain.availability import Leave, quarter_bit
from volunteer_app.domain.findings import Finding, Level, Rule
from volunteer_app.domain.ids import CallId, LeaveId, PersonId, ShiftId, SkillId, TeamId, new_id
from volunteer_app.domain.people import BirthDate, PersonStatus
from volunteer_app.domain.placement import (
    Duty,
    PersonFacts,
    PlacementRefused,
    PlacementRules,
    ReasonNeeded,
    ShiftFacts,
    check,
    most_minutes_within,
    refusals,
    require_allowed,
    touches_night,
)
from volunteer_app.domain.shifts import Hazard
from volunteer_app.domain.span import Span

RULES = PlacementRules()
PERSON = PersonId(new_id())
SHIFT = ShiftId(new_id())
ADULT = BirthDate(1985, 5, 17)
SIXTEEN = BirthDate(2010, 3, 1)


def person(**facts: object) -> PersonFacts:
    return replace(PersonFacts(PERSON, birth=ADULT), **facts)  # type: ignore[arg-type]  # one field a test


def shift(on: Span | None = None, **facts: object) -> ShiftFacts:
    return replace(ShiftFacts(SHIFT, on or span("08:00", "16:00"), ZONE), **facts)  # type: ignore[arg-type]


def busy(*spans: Span) -> tuple[Duty, ...]:
    return tuple(Duty(ShiftId(new_id()), one) for one in spans)


def found(who: PersonFacts, where: ShiftFacts) -> dict[Rule, Finding]:
    return {finding.rule: finding for finding in check(who, where, RULES)}


def level(who: PersonFacts, where: ShiftFacts, rule: Rule) -> Level | None:
    finding = found(who, where).get(rule)
    return finding.level if finding else None


def test_nothing_stands_against_a_free_adult() -> None:
    assert check(person(), shift(), RULES) == ()


@pytest.mark.parametrize("status", [PersonStatus.INACTIVE, PersonStatus.WITHDRAWN, PersonStatus.ERASED])
def test_only_active_people_are_placed(status: PersonStatus) -> None:
    assert level(person(status=status), shift(), Rule.NOT_ACTIVE) is Level.REFUSAL


def test_nobody_is_placed_twice_in_one_shift() -> None:
    already = person(duties=(Duty(SHIFT, span("08:00", "16:00")),))

    assert list(found(already, shift(has_place=False))) == [Rule.ALREADY_IN_SHIFT]


def test_a_shift_without_a_fitting_place_refuses() -> None:
    assert level(person(), shift(has_place=False), Rule.NO_FITTING_PLACE) is Level.REFUSAL


def test_a_place_in_a_shift_that_is_over_needs_a_reason() -> None:
    assert level(person(), shift(is_over=True), Rule.SHIFT_OVER) is Level.WARNING


def test_an_overlapping_duty_refuses_and_says_which() -> None:
    other = span("15:00", "18:00")

    finding = found(person(duties=busy(other)), shift())[Rule.OVERLAP]

    assert (finding.level, finding.span) == (Level.REFUSAL, other)


def test_an_overlap_is_said_alone_without_the_hours_that_follow_from_it() -> None:
    assert list(found(person(duties=busy(span("15:00", "23:00"))), shift())) == [Rule.OVERLAP]


@pytest.mark.parametrize(
    ("other", "gap"),
    [
        (span("16:00", "20:00"), 0),
        (span("20:00", "22:00", days=-1), 600),
        (span("20:00", "22:01", days=-1), 599),
    ],
)
def test_less_than_ten_hours_between_two_duties_is_warned_of(other: Span, gap: int) -> None:
    finding = found(person(duties=busy(other)), shift()).get(Rule.REST)

    assert (finding.minutes if finding else None) == (gap if gap < 600 else None)


def test_the_nearest_duty_is_the_one_that_counts_for_rest() -> None:
    far, near = span("08:00", "12:00", days=-1), span("00:00", "02:00")

    assert found(person(duties=busy(far, near)), shift())[Rule.REST].span == near


def test_more_than_twelve_hours_within_a_day_are_warned_of_across_midnight() -> None:
    night_before = span("20:00", "02:00", days=-1)

    finding = found(person(duties=busy(night_before)), shift())[Rule.HOURS_IN_24]

    assert (finding.level, finding.minutes) == (Level.WARNING, 14 * 60)


def test_exactly_twelve_hours_within_a_day_are_fine() -> None:
    assert Rule.HOURS_IN_24 not in found(person(duties=busy(span("20:00", "00:00", days=-1))), shift())


def test_a_shift_of_a_whole_day_is_itself_too_long() -> None:
    assert found(person(), shift(span("08:00", "08:00")))[Rule.HOURS_IN_24].minutes == 24 * 60


def test_the_hours_of_the_calendar_week_are_summed_from_monday() -> None:
    tuesday = shift(span("08:00", "16:00"))
    sunday_before = span("08:00", "16:00", days=-2)
    rest_of_week = [span("08:00", "16:00", days=n) for n in (1, 2, 3, 4)]

    with_sunday = found(person(duties=busy(sunday_before, *rest_of_week[:3])), tuesday)
    full_week = found(person(duties=busy(span("08:00", "16:00", days=-1), *rest_of_week)), tuesday)

    assert Rule.HOURS_IN_WEEK not in with_sunday
    assert full_week[Rule.HOURS_IN_WEEK].minutes == 48 * 60


def test_the_part_of_a_sunday_night_that_lies_in_monday_counts_there() -> None:
    monday_start = datetime(2026, 11, 23, tzinfo=ZONE)
    sunday_night = Span(monday_start - timedelta(hours=4), monday_start + timedelta(hours=6))
    week = [
        Span(monday_start + timedelta(hours=24 * n + 14), monday_start + timedelta(hours=24 * n + 22))
        for n in range(1, 5)
    ]

    finding = found(person(duties=busy(sunday_night, *week)), shift(span("20:00", "04:00", days=4)))

    assert finding[Rule.HOURS_IN_WEEK].minutes == (6 + 4 * 8 + 8) * 60


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 60)), min_size=1, max_size=6), st.data())
def test_the_busiest_window_is_found_wherever_it_begins(
    gaps_and_lengths: list[tuple[int, int]], data: st.DataObject
) -> None:
    edges: list[tuple[int, int]] = []
    for gap, length in gaps_and_lengths:
        start = (edges[-1][1] if edges else 0) + gap
        edges.append((start, start + length))
    own = data.draw(st.sampled_from(edges))

    by_trying = max(
        sum(max(0, min(end, first + 100) - max(start, first)) for start, end in edges)
        for first in range(own[0] - 99, own[1])
    )

    spans = {
        pair: Span(at("00:00") + timedelta(minutes=pair[0]), at("00:00") + timedelta(minutes=pair[1])) for pair in edges
    }
    assert most_minutes_within([*spans.values()], timedelta(minutes=100), spans[own]) == by_trying


def test_leave_is_warned_of_and_says_until_when() -> None:
    away = Span(at("12:00"), at("12:00", days=3))

    finding = found(person(leaves=(Leave(LeaveId(new_id()), PERSON, away),)), shift())[Rule.ON_LEAVE]

    assert (finding.level, finding.span) == (Level.WARNING, away)


def test_leave_that_ends_when_the_shift_begins_is_no_clash() -> None:
    away = Span(at("00:00"), at("08:00"))

    assert Rule.ON_LEAVE not in found(person(leaves=(Leave(LeaveId(new_id()), PERSON, away),)), shift())


def test_a_time_outside_the_weekly_pattern_is_warned_of() -> None:
    tuesday_morning = quarter_bit(1, 1)

    assert level(person(availability=tuesday_morning), shift(), Rule.NOT_AVAILABLE) is Level.WARNING
    assert not found(person(availability=tuesday_morning), shift(span("08:00", "12:00")))


def test_somebody_asked_by_another_call_is_warned_of() -> None:
    assert level(person(asked_in=(CallId(new_id()),)), shift(), Rule.ASKED_ELSEWHERE) is Level.WARNING


@pytest.mark.parametrize("hazard", [Hazard.EMERGENCY, Hazard.TRAFFIC])
def test_a_minor_on_an_emergency_or_traffic_post_needs_a_reason(hazard: Hazard) -> None:
    finding = found(person(birth=SIXTEEN), shift(hazard=hazard))[Rule.MINOR]

    assert (finding.level, finding.age) == (Level.WARNING, 16)


def test_a_minor_at_night_needs_a_reason() -> None:
    assert level(person(birth=SIXTEEN), shift(span("18:00", "22:30")), Rule.MINOR) is Level.WARNING


def test_a_minor_at_a_desk_by_day_needs_none() -> None:
    assert check(person(birth=SIXTEEN), shift(), RULES) == ()


def test_a_minor_in_an_adult_team_is_said_once() -> None:
    against = found(person(birth=SIXTEEN), shift(hazard=Hazard.EMERGENCY, team_adults_only=True))

    assert list(against) == [Rule.TEAM_ADULTS_ONLY]


def test_age_is_that_of_the_day_of_the_shift() -> None:
    eighteen_tomorrow = BirthDate(2008, 11, 25)

    assert Rule.MINOR in found(person(birth=eighteen_tomorrow), shift(hazard=Hazard.TRAFFIC))
    assert not found(person(birth=eighteen_tomorrow), shift(span("08:00", "16:00", days=1), hazard=Hazard.TRAFFIC))


def test_somebody_whose_age_is_unknown_is_not_called_a_minor() -> None:
    assert not found(person(birth=None), shift(hazard=Hazard.EMERGENCY, team_adults_only=True))


@pytest.mark.parametrize(
    ("on", "night"),
    [
        (span("06:00", "22:00"), False),
        (span("05:59", "06:30"), True),
        (span("21:00", "22:01"), True),
        (span("20:00", "00:00"), True),
        (span("00:00", "01:00"), True),
    ],
)
def test_night_is_from_ten_to_six(on: Span, night: bool) -> None:
    assert touches_night(on, ZONE) is night


def test_an_expired_paper_for_a_wanted_skill_is_warned_of() -> None:
    skill = SkillId(new_id())
    lapsed = person(expired_skills=frozenset({skill}))

    assert level(lapsed, shift(skills_wanted=frozenset({skill})), Rule.PAPER_EXPIRED) is Level.WARNING
    assert not found(lapsed, shift())


def test_somebody_of_another_team_is_a_hint_and_needs_no_reason() -> None:
    elsewhere = person(team_ids=frozenset({TeamId(new_id())}))

    assert level(elsewhere, shift(team_id=TeamId(new_id())), Rule.NOT_IN_TEAM) is Level.HINT


def test_refusals_are_said_before_warnings_and_warnings_before_hints() -> None:
    away = Leave(LeaveId(new_id()), PERSON, span("08:00", "09:00"))
    against = check(person(leaves=(away,), duties=busy(span("15:00", "17:00"))), shift(team_id=TeamId(new_id())), RULES)

    assert [finding.level for finding in against] == [Level.REFUSAL, Level.WARNING, Level.HINT]


def test_a_refusal_cannot_be_overridden() -> None:
    against = check(person(status=PersonStatus.INACTIVE), shift(), RULES)

    with pytest.raises(PlacementRefused) as caught:
        require_allowed(against, PERSON, SHIFT, "领导同意")

    assert caught.value.findings == refusals(against)


@pytest.mark.parametrize("reason", ["", "  \t"])
def test_a_warning_asks_for_a_reason_and_blanks_are_none(reason: str) -> None:
    against = check(person(availability=0), shift(), RULES)

    with pytest.raises(ReasonNeeded) as caught:
        require_allowed(against, PERSON, SHIFT, reason)

    assert [finding.rule for finding in caught.value.findings] == [Rule.NOT_AVAILABLE]


def test_a_warning_with_a_reason_and_a_hint_without_one_pass() -> None:
    require_allowed(check(person(availability=0), shift(), RULES), PERSON, SHIFT, "本人同意")
    require_allowed(check(person(), shift(team_id=TeamId(new_id())), RULES), PERSON, SHIFT, "")


@given(st.integers(0, 47), st.integers(1, 47), st.integers(0, 47), st.integers(1, 47))
def test_the_check_and_the_database_agree_on_what_overlaps(a: int, a_hours: int, b: int, b_hours: int) -> None:
    base = builders.at("00:00")
    own = Span(base + timedelta(hours=a), base + timedelta(hours=a + a_hours))
    other = Span(base + timedelta(hours=b), base + timedelta(hours=b + b_hours))

    against = found(person(duties=busy(other)), shift(own))

    assert (Rule.OVERLAP in against) is (own.start < other.end and other.start < own.end)


def test_a_birth_date_that_is_only_a_year_is_taken_at_its_latest() -> None:
    this_year_eighteen = BirthDate(date(2026, 1, 1).year - 18)

    assert Rule.MINOR in found(person(birth=this_year_eighteen), shift(hazard=Hazard.TRAFFIC))
