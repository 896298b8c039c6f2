"""Widgets, continued."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.accessibility import nameless_widgets
from tests.ui.conftest import MORNING, Hands
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.page import Room, Width
from volunteer_app.ui.tokens import Size, Tone
from volunteer_app.ui.widgets.basics import icon_button
from volunteer_app.ui.widgets.inline_bar import InlineBar
from volunteer_app.ui.widgets.pane import DetailPane, PaneSplit
from volunteer_app.ui.widgets.reply_keys import ReplyKeys
from volunteer_app.ui.widgets.segmented import SegmentedButtons
from volunteer_app.ui.widgets.timer_label import TimerLabel, spelled
from volunteer_app.ui.widgets.toast import Toast

NO_KEYS = Qt.KeyboardModifier.NoModifier


def test_a_countdown_turns_amber_and_then_red(qtbot: QtBot, hands: Hands) -> None:
    clock = Clock(hands)
    timer = TimerLabel(clock)
    qtbot.addWidget(timer)
    inks = []

    for minutes in (40, 20, -5):
        timer.count_down_to(MORNING + timedelta(minutes=minutes))
        inks.append((timer.text(), timer.property("ink")))

    assert inks == [("40:00", "text"), ("20:00", "warn"), ("+05:00", "danger")]


def test_a_span_below_an_hour_shows_no_hours() -> None:
    assert spelled(timedelta(seconds=42)) == "00:42"


def test_a_toast_never_takes_the_focus(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    field = QLineEdit(host)
    toast = Toast(host)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    field.setFocus()

    toast.say_with_undo("已移出班次")

    assert toast.isVisible()
    assert host.focusWidget() is field


def test_undo_on_a_toast_hides_it(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    toast = Toast(host)
    toast.say_with_undo("已移出班次")
    undo = next(each for each in toast.findChildren(QPushButton) if each.text() == "撤销")

    with qtbot.waitSignal(toast.undo_wanted):
        undo.click()

    assert toast.text == ""


def test_a_plain_toast_offers_no_undo(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    toast = Toast(host)
    toast.say_with_undo("已移出班次")

    toast.say("已复制")

    assert not any(each.isVisible() for each in toast.findChildren(QPushButton))


def test_an_inline_bar_acts_and_closes(qtbot: QtBot) -> None:
    acted: list[str] = []
    bar = InlineBar()
    qtbot.addWidget(bar)
    bar.say("12 条疑似重复。", Tone.WARN, action="去核对", run=lambda: acted.append("compared"))

    next(each for each in bar.findChildren(QPushButton) if each.text() == "去核对").click()

    assert acted == ["compared"]
    assert bar.text == "12 条疑似重复。"


def test_segments_are_chosen_one_at_a_time(qtbot: QtBot) -> None:
    segments = SegmentedButtons([("week", "周"), ("month", "月")])
    qtbot.addWidget(segments)

    with qtbot.waitSignal(segments.chosen) as chosen:
        segments.findChildren(QPushButton)[1].click()

    assert chosen.args == ["month"]
    assert segments.key == "month"


class Desk(QWidget):
    """A page as the call desk is one: bare digits go to the keys unless a field has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = ReplyKeys()
        self.note = QLineEdit()
        self.pressed: list[int] = []
        self.keys.pressed.connect(self.pressed.append)
        self.keys.listen_in(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.keys)
        layout.addWidget(self.note)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.handles(event):
            super().keyPressEvent(event)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.keys.setFocus()
    return made


@pytest.mark.parametrize("modifier", [NO_KEYS, Qt.KeyboardModifier.KeypadModifier])
def test_digits_of_both_blocks_press_the_reply_keys(qtbot: QtBot, desk: Desk, modifier: Qt.KeyboardModifier) -> None:
    for digit in "123456":
        QTest.keyClick(desk.keys.buttons[1], Qt.Key(ord(digit)), modifier)

    assert desk.pressed == [1, 2, 3, 4, 5, 6]


def test_other_digits_press_nothing(qtbot: QtBot, desk: Desk) -> None:
    QTest.keyClicks(desk, "0789")

    assert desk.pressed == []


def test_digits_typed_into_the_note_stay_there(qtbot: QtBot, desk: Desk) -> None:
    desk.note.setFocus()

    QTest.keyClicks(desk.note, "10")

    assert desk.note.text() == "10"
    assert desk.pressed == []


def test_alt_and_digit_work_from_the_note_as_well(qtbot: QtBot, desk: Desk) -> None:
    desk.note.setFocus()

    QTest.keyClick(desk.note, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)

    assert desk.pressed == [4]


def test_enter_gives_the_focused_reply(qtbot: QtBot, desk: Desk) -> None:
    QTest.keyClick(desk.keys.buttons[1], Qt.Key.Key_Return)

    assert desk.pressed == [1]


def test_reply_keys_are_large_and_named(desk: Desk) -> None:
    heights = {each.height() for each in desk.keys.children() if isinstance(each, QWidget)}

    assert heights == {Size.REPLY_KEY}
    assert nameless_widgets(desk.keys) == []


def split(qtbot: QtBot) -> tuple[PaneSplit, DetailPane]:
    main, pane = QLineEdit(), DetailPane()
    made = PaneSplit(main, pane)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    return made, pane


def test_beside_the_table_there_is_a_pane(qtbot: QtBot) -> None:
    made, pane = split(qtbot)

    made.set_room(Room(Width.WIDE))

    assert pane.isVisible()
    assert pane.width() == pytest.approx(Size.PANE, abs=2)


def test_in_a_narrow_window_the_pane_is_a_drawer(qtbot: QtBot) -> None:
    made, pane = split(qtbot)
    made.set_room(Room(Width.NARROW))
    hidden = pane.isHidden()

    made.open_drawer()
    opened = pane.isVisible()
    QTest.keyClick(pane, Qt.Key.Key_Escape)

    assert (hidden, opened, pane.isHidden()) == (True, True, True)


def test_a_drawer_becomes_a_pane_again_in_a_wide_window(qtbot: QtBot) -> None:
    made, pane = split(qtbot)
    made.set_room(Room(Width.NARROW))

    made.set_room(Room(Width.WIDE))

    assert pane.isVisible()
    assert made.splitter.indexOf(pane) == 1


def test_an_icon_button_is_named_and_shows_its_keys(qtbot: QtBot) -> None:
    made = icon_button("copy", "复制号码", keys="Ctrl+C")
    qtbot.addWidget(made)

    assert made.accessibleName() == "复制号码"
    assert made.toolTip() == "复制号码（Ctrl+C）"


def test_a_placeholder_is_no_name(qtbot: QtBot) -> None:
    field = QLineEdit()
    field.setPlaceholderText("姓名")
    qtbot.addWidget(field)

    assert nameless_widgets(field) == ["QLineEdit in NoneType"]
