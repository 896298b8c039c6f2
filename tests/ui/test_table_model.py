"""Rows as tables: what the view is told, what stays selected, and how little a reload costs."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from volunteer_app.ui.jobs import JobRunner
from volunteer_app.ui.lazy_table_model import PAGE, LazyTableModel
from volunteer_app.ui.page import Room, Tools, Width
from volunteer_app.ui.table_model import Align, Column, DataRole, Priority, TableModel
from volunteer_app.ui.tokens import Density
from volunteer_app.ui.widgets.data_table import DataTable

FILTER_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str
    hours: float = 0.0


COLUMNS = [
    Column[Row]("name", "姓名", lambda row: row.name, width=120),
    Column[Row](
        "hours",
        "时长",
        lambda row: f"{row.hours:g}",
        sort_key=lambda row: row.hours,
        number=lambda row: row.hours,
        align=Align.RIGHT,
        priority=Priority.MEDIUM,
    ),
]
ROWS = [Row(1, "陈明川", 26.5), Row(2, "曹明川", 9.0), Row(3, "岑茂林", 100.0)]


def model_of(rows: Sequence[Row] = ROWS) -> TableModel[Row]:
    model = TableModel[Row](COLUMNS, key=lambda row: row.id)
    model.set_rows(rows)
    return model


def table_of(model: TableModel[Row], tools: Tools, qtbot: QtBot) -> DataTable:
    table = DataTable(model, name="people", settings=tools.settings, title="人员")
    qtbot.addWidget(table)
    table.resize(600, 400)
    return table


def names(model: TableModel[Row]) -> list[str]:
    return [row.name for row in model.rows]


def test_the_model_keeps_the_contract_of_qt(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model_of())  # type: ignore[no-untyped-call]


def test_no_cell_can_be_edited() -> None:
    model = model_of()

    assert not any(
        model.index(row, column).flags() & Qt.ItemFlag.ItemIsEditable for row in range(3) for column in range(2)
    )


def test_a_table_hands_no_keys_to_the_input_method(tools: Tools, qtbot: QtBot) -> None:
    table = table_of(model_of(), tools, qtbot)

    table.setCurrentIndex(table.model().index(0, 0))

    assert not table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_sorting_goes_by_the_key_and_not_by_the_text() -> None:
    model = model_of()

    model.sort(1, Qt.SortOrder.DescendingOrder)

    assert names(model) == ["岑茂林", "陈明川", "曹明川"]


def test_the_order_stays_when_rows_are_loaded_again() -> None:
    model = model_of()
    model.sort(1)

    model.set_rows([*ROWS, Row(4, "新来", 1.0)])

    assert names(model)[0] == "新来"


def test_without_sorting_the_order_is_the_one_given() -> None:
    model = model_of()
    model.sort(1)

    model.sort(-1)

    assert names(model) == [row.name for row in ROWS]


def test_a_filter_shows_only_what_it_accepts() -> None:
    model = model_of()

    model.filter_by(lambda row: row.hours > 20)

    assert names(model) == ["陈明川", "岑茂林"]
    assert model.total == 3


def test_new_contents_of_the_same_rows_reset_nothing(qtbot: QtBot) -> None:
    model = model_of()

    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_rows([replace(row, hours=row.hours + 1) for row in ROWS])

    assert model.index(0, 1).data() == "27.5"


def test_a_screen_reader_hears_the_whole_row_at_its_first_cell() -> None:
    model = model_of()

    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "陈明川，26.5"
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "时长 26.5"


def test_numbers_stand_at_the_right() -> None:
    model = model_of()

    alignment = Qt.AlignmentFlag(model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole))

    assert alignment & Qt.AlignmentFlag.AlignRight


def test_the_selection_is_kept_by_id_over_a_reload(tools: Tools, qtbot: QtBot) -> None:
    model = model_of()
    table = table_of(model, tools, qtbot)
    table.go_to(3)

    model.set_rows([Row(9, "插队"), *reversed(ROWS)])

    assert table.selected_ids() == [3]
    assert table.current_id() == 3


def test_what_is_gone_is_no_longer_selected(tools: Tools, qtbot: QtBot) -> None:
    model = model_of()
    table = table_of(model, tools, qtbot)
    table.go_to(3)

    model.set_rows(ROWS[:2])

    assert table.selected_ids() == []


def test_copied_rows_are_text_with_tabs_and_a_head(tools: Tools, qtbot: QtBot) -> None:
    table = table_of(model_of([*ROWS, Row(4, "带\t制表\n符")]), tools, qtbot)
    table.selectAll()

    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[:2] == ["姓名\t时长", "陈明川\t26.5"]
    assert copied[4] == "带 制表 符\t0"


def test_several_rows_are_summed_as_in_excel(tools: Tools, qtbot: QtBot) -> None:
    table = table_of(model_of(), tools, qtbot)

    with qtbot.waitSignal(table.selection_summed) as summed:
        table.selectAll()

    assert summed.args == ["计数 3 · 时长求和 135.5"]


def test_enter_opens_and_space_previews_the_current_row(tools: Tools, qtbot: QtBot) -> None:
    table = table_of(model_of(), tools, qtbot)
    table.go_to(2)

    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.previewed) as previewed:
        QTest.keyClick(table, Qt.Key.Key_Space)

    assert (opened.args, previewed.args) == ([2], [2])


def test_letters_and_digits_are_left_to_the_page(tools: Tools, qtbot: QtBot) -> None:
    table = table_of(model_of(), tools, qtbot)
    table.go_to(1)

    QTest.keyClick(table, Qt.Key.Key_2)
    QTest.keyClick(table, Qt.Key.Key_C)

    assert table.current_id() == 1


def test_columns_are_remembered(tools: Tools, qtbot: QtBot) -> None:
    first = table_of(model_of(), tools, qtbot)
    first.horizontalHeader().resizeSection(0, 222)
    first.sortByColumn(1, Qt.SortOrder.DescendingOrder)

    second = table_of(model_of(), tools, qtbot)

    assert second.columnWidth(0) == 222
    assert second.horizontalHeader().sortIndicatorSection() == 1


def test_density_sets_the_row_height(tools: Tools, qtbot: QtBot) -> None:
    table = table_of(model_of(), tools, qtbot)
    tools.settings.set_density("people", Density.RELAXED)

    table.apply_density()

    assert table.rowHeight(0) == 44


def test_less_important_columns_give_way_in_a_narrow_window(tools: Tools, qtbot: QtBot) -> None:
    table = table_of(model_of(), tools, qtbot)

    table.set_room(Room(Width.NARROW))

    assert [table.isColumnHidden(number) for number in range(2)] == [False, True]


def test_five_thousand_rows_are_filtered_within_their_budget(qapp: QApplication) -> None:
    model = model_of([Row(number, f"人员{number}", number) for number in range(5_000)])

    started = time.perf_counter()
    model.filter_by(lambda row: "42" in row.name)

    assert time.perf_counter() - started < FILTER_SECONDS


@dataclass
class Register:
    """Stands for a service with very many people."""

    asked: list[tuple[int, ...]]

    def rows_of(self, ids: tuple[int, ...]) -> list[Row]:
        self.asked.append(ids)
        return [Row(number, f"人员{number}") for number in ids]


@pytest.fixture
def register() -> Register:
    return Register([])


def lazy_model(jobs: JobRunner, register: Register, count: int) -> LazyTableModel[Row]:
    model = LazyTableModel[Row](COLUMNS, jobs=jobs, fetch=register.rows_of)
    model.set_ids(range(count))
    return model


def test_a_hundred_thousand_rows_are_there_at_once(jobs: JobRunner, register: Register) -> None:
    model = lazy_model(jobs, register, 100_000)

    assert model.rowCount() == 100_000
    assert model.index(99_999, 0).data() == "…"
    assert model.index(99_999, 0).data(DataRole.ID) == 99_999


def test_only_the_page_in_view_is_fetched(qtbot: QtBot, jobs: JobRunner, register: Register) -> None:
    model = lazy_model(jobs, register, 100_000)

    with qtbot.waitSignal(model.dataChanged) as changed:
        model.index(3 * PAGE + 7, 0).data()

    assert model.index(3 * PAGE + 7, 0).data() == f"人员{3 * PAGE + 7}"
    assert len(register.asked) == 1
    first: QModelIndex = changed.args[0]
    assert first.row() == 3 * PAGE


def test_rows_of_an_older_question_are_dropped(qtbot: QtBot, jobs: JobRunner, register: Register) -> None:
    model = lazy_model(jobs, register, 1_000)
    model.index(0, 0).data()

    model.set_ids([7_000, 7_001])
    with qtbot.waitSignal(model.dataChanged):
        model.index(0, 0).data()

    assert model.index(0, 0).data() == "人员7000"


def test_the_lazy_model_keeps_the_contract_of_qt(
    jobs: JobRunner, register: Register, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(lazy_model(jobs, register, 500))  # type: ignore[no-untyped-call]


def test_the_lazy_model_asks_for_another_order(qtbot: QtBot, jobs: JobRunner, register: Register) -> None:
    model = lazy_model(jobs, register, 10)

    with qtbot.waitSignal(model.sort_requested) as wanted:
        model.sort(1, Qt.SortOrder.DescendingOrder)

    assert wanted.args == ["hours", Qt.SortOrder.DescendingOrder]
