"""The shell, continued: what the whole window does for its pages."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.accessibility import excess, nameless_widgets
from tests.ui.conftest import MORNING, Hands
from tests.ui.sample_pages import Pages, People, PeoplePage
from tests.ui.test_jobs import Clerk
from volunteer_app.domain.errors import DiskFull
from volunteer_app.ui.dialogs import Dialog
from volunteer_app.ui.error_dialog import ErrorDialog
from volunteer_app.ui.main_window import Frame, MainWindow
from volunteer_app.ui.page import Height, Page, Room, Tools, Width, room_for
from volunteer_app.ui.settings import Settings
from volunteer_app.ui.shell.header import Header
from volunteer_app.ui.shell.lock import IdleWatch
from volunteer_app.ui.shell.search import SearchProvider
from volunteer_app.ui.theme import Theme, ThemeMode
from volunteer_app.ui.tokens import Size, TextScale

Key: TypeAlias = Qt.Key
Mod: TypeAlias = Qt.KeyboardModifier


@pytest.fixture
def people() -> People:
    return People()


@pytest.fixture
def pages(tools: Tools, people: People) -> Pages:
    return Pages(tools, people)


@pytest.fixture
def window(qtbot: QtBot, tools: Tools, theme: Theme, pages: Pages, people: People) -> Iterator[MainWindow]:
    frame = Frame("青禾街道", pages.specs(), [SearchProvider("人员", people.find)])
    made = MainWindow(tools, theme, frame)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.go_to("people")
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> PeoplePage:
    shown = window.stack.page
    assert isinstance(shown, PeoplePage)
    qtbot.waitUntil(lambda: bool(shown.shown))
    return shown


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button_named(widget: QWidget, words: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.text() == words and each.isVisible())


def press(window: MainWindow, key: Key, modifier: Mod = Mod.ControlModifier) -> None:
    QTest.keyClick(focused() if QApplication.focusWidget() else window, key, modifier)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def field_in(widget: QWidget) -> QLineEdit:
    return widget.findChildren(QLineEdit)[0]


def rows_in(widget: QWidget) -> int:
    return widget.findChildren(QListView)[0].model().rowCount()


def answered_dialogs(monkeypatch: pytest.MonkeyPatch) -> list[Dialog]:
    """Every dialog is closed without its verb, and kept for looking at."""
    asked: list[Dialog] = []

    def ask(dialog: Dialog) -> bool:
        asked.append(dialog)
        return False

    monkeypatch.setattr(Dialog, "ask", ask)
    return asked


def test_shift_f6_goes_the_other_way(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    page.first.setFocus()

    press(window, Key.Key_F6, Mod.ShiftModifier)

    assert window.header.isAncestorOf(focused())


def test_ctrl_plus_and_zero_change_the_text_size(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, theme: Theme, tools: Tools
) -> None:
    press(window, Key.Key_Equal)
    larger = theme.text_scale
    press(window, Key.Key_0)

    assert (larger, theme.text_scale) == (TextScale.LARGE, TextScale.STANDARD)
    assert tools.settings.text_scale is TextScale.STANDARD


@pytest.mark.parametrize(
    ("width", "height", "room"),
    [
        (1920, 990, Room(Width.WIDE, Height.TALL)),
        (1360, 800, Room(Width.WIDE, Height.TALL)),
        (1366, 690, Room(Width.WIDE, Height.COMPACT)),
        (1359, 799, Room(Width.MEDIUM, Height.COMPACT)),
        (1200, 620, Room(Width.MEDIUM, Height.COMPACT)),
        (1199, 900, Room(Width.NARROW, Height.TALL)),
    ],
)
def test_the_room_follows_the_breakpoints(width: int, height: int, room: Room) -> None:
    assert room_for(width, height) == room


def test_a_narrow_window_folds_the_navigation_and_tells_the_page(
    qtbot: QtBot, window: MainWindow, page: PeoplePage
) -> None:
    window.resize(1280, 640)

    qtbot.waitUntil(lambda: page.room == Room(Width.MEDIUM, Height.COMPACT))
    assert window.navigation.width() == Size.NAV_RAIL
    assert window.header.height() == Size.HEADER_COMPACT


def test_a_folded_navigation_stays_folded_in_the_next_run(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, tools: Tools
) -> None:
    press(window, Key.Key_B, Mod.ControlModifier | Mod.ShiftModifier)

    assert window.navigation.is_folded
    assert tools.settings.navigation_folded


@pytest.mark.parametrize("scale", list(TextScale))
def test_the_frame_fits_the_smallest_window(qtbot: QtBot, window: MainWindow, theme: Theme, scale: TextScale) -> None:
    window.resize(1200, 620)

    theme.apply(theme.mode, scale)

    least = window.minimumSizeHint()
    assert least.width() <= 1200
    assert least.height() <= 620


def test_a_page_too_large_for_its_window_scrolls(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    page.first.setMinimumSize(3_000, 2_000)

    window.resize(1200, 620)

    assert excess(page) != (0, 0)
    assert window.width() == 1200
    area = next(each for each in window.findChildren(QScrollArea) if each.widget() is page)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0 and area.horizontalScrollBar().maximum() > 0)


def test_everything_in_the_frame_is_named(window: MainWindow, page: PeoplePage) -> None:
    assert nameless_widgets(window) == []


def test_the_banner_lies_over_every_page(window: MainWindow) -> None:
    banner = QFrame()
    banner.setFixedHeight(Size.BANNER)

    window.set_banner(banner)
    window.go_to("other")

    assert banner.isVisible()
    assert banner.mapTo(window, QPoint(0, 0)).y() == 0


def test_the_lock_covers_everything_and_keeps_it(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    page.box.setText("cm")

    window.lock(QLineEdit())
    covered = not page.isVisible()
    window.unlock()

    assert covered
    assert not window.is_locked
    assert page.isVisible()
    assert page.box.text() == "cm"


def test_a_locked_window_hears_no_keys_of_pages(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    window.lock(QLineEdit())

    press(window, Key.Key_2)
    press(window, Key.Key_K)
    press(window, Key.Key_N)

    assert window.stack.key == "people"
    assert window.palette_panel.isHidden()
    assert page.people.names == ["陈明川"]


def test_the_window_is_not_locked_while_a_page_forbids_it(
    window: MainWindow, page: PeoplePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PeoplePage, "may_lock", lambda _page: False)

    assert not window.may_lock()


def test_an_idle_desk_is_noticed_and_a_key_postpones_it(qtbot: QtBot, qapp: QApplication) -> None:
    watch = IdleWatch(qapp, 10)
    watch.set_minutes(0)

    with qtbot.assertNotEmitted(watch.idle):
        watch.set_minutes(10)
    watch.deleteLater()


def test_the_window_opens_where_it_was(
    qtbot: QtBot, window: MainWindow, tools: Tools, theme: Theme, pages: Pages
) -> None:
    window.resize(1250, 650)  # the screenless screen is 800 wide: only the height can come back
    window.close()

    again = MainWindow(tools, theme, Frame("青禾街道", pages.specs()))
    qtbot.addWidget(again)

    assert again.height() == 650
    assert tools.settings.last_page == "people"


def test_the_clock_shows_day_and_weekday(window: MainWindow, hands: Hands) -> None:
    assert f"{MORNING:%Y-%m-%d} 周六 14:32" in labels(window.status)


def test_the_sum_of_a_selection_is_shown_until_the_page_is_left(window: MainWindow, page: PeoplePage) -> None:
    page.selection_summed.emit("计数 5 · 时长求和 26.5")
    shown = labels(window.status)

    window.go_to("other")

    assert "计数 5 · 时长求和 26.5" in shown
    assert "计数 5 · 时长求和 26.5" not in labels(window.status)


def test_a_long_job_shows_in_the_status_bar_and_can_be_stopped(qtbot: QtBot, window: MainWindow, tools: Tools) -> None:
    clerk = Clerk()
    job = tools.jobs.run_long(clerk.count_for_ever, title="正在导入")
    qtbot.waitUntil(lambda: any("正在导入" in text for text in labels(window.status)))

    with qtbot.waitSignal(job.cancelled):
        job.cancel()

    assert not any("正在导入" in text for text in labels(window.status))


def test_the_error_dialog_offers_the_remedy_and_hides_the_exception(qtbot: QtBot) -> None:
    dialog = ErrorDialog(DiskFull())
    qtbot.addWidget(dialog)

    texts = [each.text() for each in dialog.findChildren(QLabel)]

    assert dialog.verb.text() == "重试"
    assert dialog.cancel.text() == "关闭"
    assert any("磁盘空间不足" in text for text in texts)


class BusyPage(Page):
    """A page with more actions than the header shows."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.made = [self.action(f"动作{number}", icon="add", run=self.refresh) for number in range(4)]

    @override
    def title(self) -> str:
        return "忙"

    @override
    def secondary_actions(self) -> Sequence[QAction]:
        return self.made


def test_more_than_two_actions_go_into_a_menu(qtbot: QtBot, tools: Tools) -> None:
    page, header = BusyPage(tools), Header()
    qtbot.addWidget(header)
    qtbot.addWidget(page)

    header.follow(page)

    assert [each.text() for each in header.findChildren(QPushButton)] == ["动作0", "动作1"]
    menus = header.findChildren(QMenu)
    assert [action.text() for action in menus[0].actions()] == ["动作2", "动作3"]


def test_settings_survive_a_new_start(settings_file: Path, tools: Tools) -> None:
    tools.settings.theme = ThemeMode.DARK
    tools.settings.lock_after_minutes = 5

    again = Settings(settings_file)

    assert again.theme is ThemeMode.DARK
    assert again.lock_after_minutes == 5
