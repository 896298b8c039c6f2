"""From a team's shifts to its month: columns, leaders, and nothing dropped."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from volunteer_app.domain.duty_month import DutyHeading, PlannedPerson, PlannedShift, duty_columns, duty_sheet
from volunteer_app.domain.ids import PersonId, new_id
from volunteer_app.domain.sheets import DutyDay, DutyEntry, DutyLeader, DutySheet, Hours, Stamp
from volunteer_app.domain.workdays import Calendar, DayKind

OCTOBER = date(2026, 10, 1)
DAY_SHIFT = Hours(time(8, 30), time(17, 30))
NIGHT_SHIFT = Hours(time(17, 30), time(8), 1)
HEADING = DutyHeading("平原街道办事处", "V03", "第三志愿小组")
STAMP = Stamp("PY-ZB-202610-V03", 1, datetime(2026, 9, 25, 16, 30))  # noqa: DTZ001 - the office's wall clock


def person(name: str, *, phone: str = "", reason: str = "") -> PlannedPerson:
    return PlannedPerson(PersonId(new_id()), name, phone, override_reason=reason)


def leader(name: str, *, phone: str = "", reason: str = "") -> PlannedPerson:
    return PlannedPerson(PersonId(new_id()), name, phone, is_leader=True, override_reason=reason)


def shift(number: int, hours: Hours, *people: PlannedPerson) -> PlannedShift:
    day = OCTOBER.replace(day=number)
    return PlannedShift(
        datetime.combine(day, hours.start), datetime.combine(day + timedelta(days=hours.days), hours.end), people
    )


def sheet_of(shifts: Sequence[PlannedShift], calendar: Calendar | None = None) -> DutySheet:
    return duty_sheet(
        HEADING,
        shifts,
        month=date(2026, 10, 18),
        calendar=calendar or Calendar(),
        festivals={date(2026, 10, 18): "重阳节"},
        stamp=STAMP,
    )


def names(day: DutyDay) -> list[str]:
    entries = [entry for cell in (*day.cells, day.others) for entry in cell]
    return [*(entry.name for entry in entries), *(found.name for found in day.leaders)]


def test_the_first_two_starts_become_columns() -> None:
    evening = Hours(time(22), time(6), 1)

    columns = duty_columns([shift(1, evening), shift(1, NIGHT_SHIFT), shift(1, DAY_SHIFT)])

    assert columns == (DAY_SHIFT, NIGHT_SHIFT)


def test_a_column_shows_the_commonest_end() -> None:
    short = Hours(time(8, 30), time(12))

    assert duty_columns([shift(1, short), shift(2, DAY_SHIFT), shift(3, DAY_SHIFT)]) == (DAY_SHIFT,)


def test_one_early_occasion_does_not_take_a_column_from_the_night_duty() -> None:
    parade = Hours(time(6), time(8))
    rhythm = [shift(number, hours) for number in range(1, 11) for hours in (DAY_SHIFT, NIGHT_SHIFT)]

    assert duty_columns([shift(3, parade), *rhythm]) == (DAY_SHIFT, NIGHT_SHIFT)


def test_people_at_other_hours_stand_beside_the_columns_with_their_hours() -> None:
    late = Hours(time(22), time(23))

    sheet = sheet_of(
        [shift(1, DAY_SHIFT, person("陈堃")), shift(1, NIGHT_SHIFT), shift(1, late, person("李喆", reason="请假照排"))]
    )

    assert sheet.days[0].others == (DutyEntry("李喆", late, "请假照排"),)


def test_a_shift_that_ends_early_keeps_its_column_and_says_its_hours() -> None:
    short = Hours(time(8, 30), time(12))

    sheet = sheet_of([shift(1, DAY_SHIFT), shift(2, DAY_SHIFT), shift(3, short, person("陈堃"))])

    assert sheet.days[2].cells == ((DutyEntry("陈堃", short),),)


def test_a_leader_stands_in_the_leaders_column_with_the_telephone() -> None:
    sheet = sheet_of([shift(1, DAY_SHIFT, leader("周明远", phone="15400000301"), person("陈堃"))])

    assert sheet.days[0].leaders == (DutyLeader("周明远", "15400000301", 0),)
    assert sheet.days[0].cells == ((DutyEntry("陈堃"),),)


def test_a_leader_who_serves_alone_also_stands_in_the_cell() -> None:
    sheet = sheet_of([shift(1, DAY_SHIFT, leader("周明远"))])

    assert sheet.days[0].cells == ((DutyEntry("周明远", is_leader=True),),)


def test_one_person_who_leads_day_and_night_is_named_once_without_a_column() -> None:
    both = leader("周明远", reason="本人同意")

    sheet = sheet_of([shift(1, DAY_SHIFT, both, person("陈堃")), shift(1, NIGHT_SHIFT, both, person("李喆"))])

    assert sheet.days[0].leaders == (DutyLeader("周明远", column=None, override_reason="本人同意"),)


def test_two_leaders_of_one_name_are_two() -> None:
    sheet = sheet_of([shift(1, DAY_SHIFT, leader("王伟"), leader("王伟"), person("陈堃"))])

    assert [found.name for found in sheet.days[0].leaders] == ["王伟", "王伟"]


def test_every_day_of_the_month_has_a_row_with_what_the_day_is() -> None:
    national_day = Calendar({OCTOBER: "国庆节"}, frozenset({date(2026, 10, 10)}), frozenset({2026}))

    sheet = sheet_of([], national_day)

    assert len(sheet.days) == 31
    assert (sheet.days[0].kind, sheet.days[0].occasion) == (DayKind.HOLIDAY, "国庆节")
    assert sheet.days[9].kind is DayKind.MAKEUP
    assert sheet.days[17].occasion == "重阳节"
    assert sheet.holidays_entered


def test_a_year_without_a_table_is_told() -> None:
    assert not sheet_of([]).holidays_entered


def test_shifts_of_another_month_are_left_out() -> None:
    september = PlannedShift(datetime(2026, 9, 30, 17, 30), datetime(2026, 10, 1, 8), (person("陈堃"),))  # noqa: DTZ001

    sheet = sheet_of([september])

    assert sheet.shift_count == 0
    assert not any(names(day) for day in sheet.days)


HOURS = st.builds(Hours, st.times().map(lambda at: at.replace(microsecond=0)), st.just(time(12)), st.integers(1, 2))


@given(st.lists(st.tuples(st.integers(1, 31), HOURS, st.integers(0, 4), st.booleans()), max_size=40))
def test_every_planned_person_stands_on_the_day_of_the_shift(
    planned: list[tuple[int, Hours, int, bool]],
) -> None:
    shifts = [
        shift(
            day,
            hours,
            *((leader if leads and not place else person)(f"{number}-{place}") for place in range(count)),
        )
        for number, (day, hours, count, leads) in enumerate(planned)
    ]

    sheet = sheet_of(shifts)

    for planned_shift in shifts:
        written = names(sheet.days[planned_shift.start.day - 1])
        assert all(planned_person.name in written for planned_person in planned_shift.people)
