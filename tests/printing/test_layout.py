"""Nothing lies on anything else: texts keep clear of rules and of each other, whatever the names and however many."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.printing.reading import Reader
from tests.printing.recording import Recording
from tests.printing.sample_sheets import FONTS, call_sheet, duty_sheet, phone
from volunteer_app.domain.sheets import CallRow, DutyEntry, DutyLeader, Hours
from volunteer_app.printing import call_sheet as call_printing
from volunteer_app.printing import duty_sheet as duty_printing
from volunteer_app.printing.drawing import PAGE_WIDTH
from volunteer_app.printing.fonts import Fonts
from volunteer_app.printing.page import FOOT_RULE, LEFT, RIGHT


def listed(name: str, every: int) -> str:
    return "".join((FONTS / "characters" / name).read_text(encoding="utf-8").split())[::every]


HAN = listed("standard_8105.txt", 90) + listed("rare_names.txt", 90)
SYLLABLES = st.text(alphabet=HAN, min_size=1, max_size=12)
NAMES = st.one_of(
    st.text(alphabet=HAN, min_size=2, max_size=4),
    st.lists(SYLLABLES, min_size=2, max_size=4).map("·".join),
    st.text(alphabet=HAN, min_size=40, max_size=60),
)
CELLS = st.lists(NAMES, max_size=7)
EVENING = Hours(time(19), time(7), 1)
# No shrinking: each example is a whole PDF, and a fault names the texts it lies between.
SLOW = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def faults(recording: Recording) -> list[object]:
    return [
        fault
        for page in recording.pages
        for fault in (
            *page.runs_on_rules(),
            *page.runs_on_runs(),
            *(run for run in page.runs if run.x < LEFT - 0.01 or run.right > RIGHT + 0.6),
        )
    ]


def test_the_sample_month_keeps_clear_of_every_rule(fonts: Fonts) -> None:
    recording = Recording(fonts)

    duty_printing.draw_many(recording, [duty_sheet()])

    assert faults(recording) == []


@pytest.mark.parametrize("count", [0, 1, 5, 24, 25, 60])
def test_call_sheets_of_any_length_keep_clear_of_every_rule(fonts: Fonts, count: int) -> None:
    recording = Recording(fonts)

    call_printing.draw(recording, call_sheet(count))

    assert faults(recording) == []


def test_tables_end_above_the_foot_on_every_page(fonts: Fonts) -> None:
    recording = Recording(fonts)

    call_printing.draw(recording, call_sheet(100))

    assert len(recording.pages) > 4
    for page in recording.pages:
        texts = [run for run in page.runs if run.y > FOOT_RULE]
        assert min(run.bottom for run in texts) > FOOT_RULE


def test_everything_but_light_fills_is_black(fonts: Fonts) -> None:
    recording = Recording(fonts)

    duty_printing.draw_many(recording, [duty_sheet()])
    call_printing.draw(recording, call_sheet())

    assert {black for page in recording.pages for black, _ in page.fills} == {9.0, 5.0, 4.5, 100}


def test_names_are_set_at_their_full_size_where_two_share_a_cell(fonts: Fonts) -> None:
    recording = Recording(fonts)

    duty_printing.draw_many(recording, [duty_sheet()])

    assert {run.size for run in recording.pages[0].runs if run.text in ("陈堃", "郑祎然")} == {10.5}


def test_two_characters_are_spread_over_three_in_a_column_of_their_own(fonts: Fonts) -> None:
    recording = Recording(fonts)

    call_printing.draw(recording, call_sheet())
    runs = {run.text: run for run in recording.pages[0].runs}

    assert runs["堃"].x - runs["陈"].x == pytest.approx(24)


@SLOW
@given(cells=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=10), leaders=st.lists(NAMES, max_size=3))
def test_any_people_on_a_duty_sheet_all_print_clear_of_every_rule(
    qapp: QApplication, fonts: Fonts, cells: list[tuple[list[str], list[str]]], leaders: list[str]
) -> None:
    sheet = duty_sheet()
    served = [
        replace(
            sheet.days[number % 31],
            leaders=tuple(DutyLeader(name, phone(number), place % 2) for place, name in enumerate(leaders)),
            cells=(tuple(map(DutyEntry, day)), tuple(map(DutyEntry, night))),
            others=tuple(DutyEntry(name, EVENING, "例外") for name in day[:1]),
        )
        for number, (day, night) in enumerate(cells * 2)
    ]
    sheet = replace(sheet, days=tuple(served))
    recording = Recording(fonts)

    duty_printing.draw_many(recording, [sheet])

    assert faults(recording) == []
    text = Reader(recording.finish()).solid_text()
    assert all(name in text for day in cells for cell in day for name in cell)
    assert all(name in text for name in leaders)


@SLOW
@given(names=st.lists(NAMES, max_size=40), phones=st.integers(0, 3))
def test_any_people_on_a_call_sheet_all_print_clear_of_every_rule(
    qapp: QApplication, fonts: Fonts, names: list[str], phones: int
) -> None:
    rows = tuple(
        CallRow(number, name, tuple(phone(number + 100 * turn) for turn in range(phones)), title=name[:15])
        for number, name in enumerate(names, 1)
    )
    recording = Recording(fonts)

    call_printing.draw(recording, replace(call_sheet(), rows=rows))

    assert faults(recording) == []
    text = Reader(recording.finish()).solid_text()
    assert all(name in text for name in names)


@SLOW
@given(
    long=st.text(alphabet=HAN, min_size=30, max_size=60),
    script=st.text(alphabet=HAN + "，。0123456789\n", max_size=900),
)
def test_long_headings_and_scripts_move_the_table_down(fonts: Fonts, long: str, script: str) -> None:
    sheet = replace(
        call_sheet(40),
        organisation=long,
        team=long,
        subject=long,
        muster_point=long,
        equipment=long,
        purpose=long * 2,
        receiver=long,
        script=script,
    )
    recording = Recording(fonts)

    call_printing.draw(recording, sheet)

    assert faults(recording) == []
    assert all(run.right < PAGE_WIDTH for page in recording.pages for run in page.runs)
