"""The small widgets: what they say, what they hear, and what a screen reader is told."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MORNING, Hands
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.look import look
from volunteer_app.ui.status import Coverage, Status, call_back_pill, late_pill, leave_pill, short_pill, status_pill
from volunteer_app.ui.tokens import Color, Role, Tone
from volunteer_app.ui.widgets.chips import Chip, ChipRow
from volunteer_app.ui.widgets.coverage_bar import CoverageBar
from volunteer_app.ui.widgets.pill import Pill
from volunteer_app.ui.widgets.search_box import SearchBox
from volunteer_app.ui.widgets.stat_tile import StatTile
from volunteer_app.ui.widgets.timer_label import TimerLabel

NO_KEYS = Qt.KeyboardModifier.NoModifier


def test_states_have_the_words_of_the_office() -> None:
    words = [pill.text for pill in (short_pill(3), late_pill(12), call_back_pill(MORNING), leave_pill(MORNING.date()))]

    assert words == ["缺 3 人", "迟到 12 分", "稍后 14:32", "请假至 07-18"]
    assert status_pill(Status.REFUSED).tone is Tone.MUTE


@pytest.mark.parametrize("status", list(Status))
def test_no_state_speaks_by_colour_alone(status: Status) -> None:
    pill = status_pill(status)

    assert pill.text
    assert pill.icon


def test_a_pill_tells_its_word_to_a_screen_reader(qtbot: QtBot) -> None:
    pill = Pill(status_pill(Status.ARRIVED))
    qtbot.addWidget(pill)

    pill.show_spec(short_pill(2))

    assert pill.accessibleName() == "缺 2 人"


def test_coverage_counts_in_the_order_of_the_office() -> None:
    coverage = Coverage(12, 9, 5)

    assert coverage.digits == "12 / 9 / 5"
    assert coverage.missing == 3
    assert Coverage(4, 6, 0).missing == 0


def test_the_bar_draws_arrived_solid_and_confirmed_hatched(qtbot: QtBot) -> None:
    bar = CoverageBar(Coverage(10, 6, 3))
    qtbot.addWidget(bar)
    bar.resize(200, 12)
    shot = QPixmap(bar.size())
    bar.render(shot, QPoint())
    image = shot.toImage()

    def inks(start: int, end: int) -> set[str]:
        return {image.pixelColor(x, 6).name() for x in range(start, end)}

    solid, track = (look().hex(each).lower() for each in (Color.OK_SOLID, Color.TRACK))
    assert inks(10, 55) == {solid}
    assert len(inks(65, 115)) > 2
    assert inks(125, 190) == {track}


class Typist(QWidget):
    """Holds a search box and the queries it told."""

    def __init__(self) -> None:
        super().__init__()
        self.box = SearchBox("姓名")
        self.told: list[str] = []
        self.box.query_changed.connect(self.told.append)
        QVBoxLayout(self).addWidget(self.box)


@pytest.fixture
def typist(qtbot: QtBot) -> Typist:
    made = Typist()
    qtbot.addWidget(made)
    return made


def test_every_key_is_told(qtbot: QtBot, typist: Typist) -> None:
    QTest.keyClicks(typist.box, "cmc")

    assert typist.told == ["c", "cm", "cmc"]


def test_what_the_input_method_holds_counts_without_its_marks(typist: Typist) -> None:
    typist.box.setText("陈")

    QApplication.sendEvent(typist.box, QInputMethodEvent("ming'ch uan", []))

    assert typist.box.query == "陈mingchuan"
    assert typist.told[-1] == "陈mingchuan"


def test_committing_replaces_what_was_held(typist: Typist) -> None:
    QApplication.sendEvent(typist.box, QInputMethodEvent("chen", []))
    commit = QInputMethodEvent("", [])
    commit.setCommitString("陈")

    QApplication.sendEvent(typist.box, commit)

    assert typist.told == ["chen", "陈"]


def test_escape_clears_before_it_leaves(qtbot: QtBot, typist: Typist) -> None:
    QTest.keyClicks(typist.box, "cmc")

    QTest.keyClick(typist.box, Qt.Key.Key_Escape)

    assert typist.box.text() == ""


def test_down_asks_for_the_list(qtbot: QtBot, typist: Typist) -> None:
    with qtbot.waitSignal(typist.box.list_wanted):
        QTest.keyClick(typist.box, Qt.Key.Key_Down)


CHIPS = [Chip("all", "全部", 1_286), Chip("short", "只看缺人"), Chip("team", "按队伍")]


def chip_row(qtbot: QtBot, width: int = 600, *, exclusive: bool = False) -> ChipRow:
    made = ChipRow(exclusive=exclusive)
    qtbot.addWidget(made)
    made.set_chips(CHIPS)
    made.resize(width, 40)
    made.show()
    return made


def buttons(row: ChipRow) -> list[QPushButton]:
    return [each for each in row.findChildren(QPushButton) if each.isCheckable()]


def test_several_chips_can_be_on(qtbot: QtBot) -> None:
    row = chip_row(qtbot)

    buttons(row)[0].click()
    buttons(row)[1].click()

    assert row.active() == {"all", "short"}


def test_of_exclusive_chips_one_is_on(qtbot: QtBot) -> None:
    row = chip_row(qtbot, exclusive=True)

    buttons(row)[0].click()
    buttons(row)[2].click()

    assert row.active() == {"team"}


def test_counts_are_refreshed_without_losing_what_is_on(qtbot: QtBot) -> None:
    row = chip_row(qtbot)
    buttons(row)[0].click()

    row.set_chips([Chip("all", "全部", 1_290), *CHIPS[1:]])

    assert buttons(row)[0].text() == "全部 1,290"
    assert row.active() == {"all"}


def test_arrow_keys_move_along_the_chips(qtbot: QtBot) -> None:
    row = chip_row(qtbot)
    row.activateWindow()
    buttons(row)[0].setFocus()

    QTest.keyClick(buttons(row)[0], Qt.Key.Key_Left)

    assert row.focusWidget() is buttons(row)[2]


def test_chips_without_room_fold_into_more(qtbot: QtBot) -> None:
    row = chip_row(qtbot, width=230)

    more = next(each for each in row.findChildren(QPushButton) if not each.isCheckable())

    assert more.isVisible()
    assert more.text() == "更多"
    assert [each.isVisible() for each in buttons(row)] == [True, False, False]


def test_a_tile_speaks_its_number_with_its_meaning(qtbot: QtBot) -> None:
    tile = StatTile("缺口", "warning", Tone.DANGER)
    qtbot.addWidget(tile)

    tile.show_number("4", "人", "2 个班次未满")

    assert tile.accessibleName() == "缺口 4 人，2 个班次未满"


def test_a_tile_is_opened_by_key_and_mouse(qtbot: QtBot) -> None:
    tile = StatTile("缺口", "warning")
    qtbot.addWidget(tile)

    with qtbot.waitSignal(tile.activated):
        QTest.keyClick(tile, Qt.Key.Key_Return)
    with qtbot.waitSignal(tile.activated):
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_a_timer_subtracts_so_sleep_does_no_harm(qtbot: QtBot, hands: Hands) -> None:
    clock = Clock(hands)
    timer = TimerLabel(clock, Role.TIMER)
    qtbot.addWidget(timer)
    timer.count_since(MORNING - timedelta(seconds=42))

    hands.now = MORNING + timedelta(hours=1, minutes=27, seconds=1)
    clock.beat()

    assert timer.text() == "01:27:43"
