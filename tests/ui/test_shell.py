"""The frame: navigation, header, search, toasts, undo, keys, room and lock."""

from collections.abc import Iterator
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.sample_pages import PEOPLE, Pages, People, PeoplePage
from volunteer_app.ui.dialogs import Dialog
from volunteer_app.ui.main_window import Frame, MainWindow
from volunteer_app.ui.page import Tools
from volunteer_app.ui.shell.navigation import NavItem
from volunteer_app.ui.shell.search import SearchProvider
from volunteer_app.ui.theme import Theme
from volunteer_app.ui.tokens import Tone

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


def test_a_page_is_built_when_it_is_first_visited_and_kept(window: MainWindow, pages: Pages) -> None:
    before = list(pages.built)

    window.go_to("other")
    window.go_to("people")
    window.go_to("other")

    assert before == ["people"]
    assert pages.built == ["people", "other"]


def test_a_page_that_is_not_there_is_not_gone_to(window: MainWindow) -> None:
    window.go_to("incidents")

    assert window.stack.key == "people"


def test_ctrl_and_a_number_go_to_a_page(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    press(window, Key.Key_2)

    assert window.stack.key == "other"


def test_the_header_follows_the_page(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    assert {"名册", "1 人"} <= set(labels(window.header))
    assert button_named(window.header, "新增人员").property("kind") == "primary"


def test_the_navigation_marks_the_page_in_front(window: MainWindow) -> None:
    window.go_to("other")

    checked = [item.spec.key for item in window.navigation.findChildren(NavItem) if item.isChecked()]

    assert checked == ["other"]


def test_a_badge_is_shown_and_spoken(window: MainWindow, page: PeoplePage) -> None:
    page.badge_changed.emit(3)

    item = next(each for each in window.navigation.findChildren(NavItem) if each.spec.key == "people")

    assert item.accessibleName() == "名册 3"


def test_a_change_is_stored_announced_shown_and_undoable(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, people: People
) -> None:
    button_named(window.header, "新增人员").click()
    qtbot.waitUntil(lambda: page.shown == ["陈明川", "曹茂林"])
    said = window.toast.text

    button_named(window.toast, "撤销").click()
    qtbot.waitUntil(lambda: page.shown == ["陈明川"])

    assert said == "已新增 曹茂林"
    assert people.names == ["陈明川"]
    assert "已保存 14:32:00" in [each.text() for each in window.status.findChildren(QPushButton)]


def test_undo_and_redo_go_through_the_service(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, people: People
) -> None:
    page.add()
    qtbot.waitUntil(lambda: page.undo_stack.count() == 1)

    press(window, Key.Key_Z)
    qtbot.waitUntil(lambda: people.names == ["陈明川"])
    press(window, Key.Key_Y)
    qtbot.waitUntil(lambda: people.names == ["陈明川", "曹茂林"])

    assert page.undo_stack.count() == 1


def test_an_undo_that_became_impossible_says_so_and_leaves_the_stack(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answered_dialogs(monkeypatch)
    page.add()
    qtbot.waitUntil(lambda: page.undo_stack.count() == 1)
    people.is_full = True

    window.undo()
    qtbot.waitUntil(lambda: bool(asked))
    window.redo()

    assert [dialog.windowTitle() for dialog in asked] == ["没有完成"]
    assert people.names == ["陈明川", "曹茂林"]
    assert not page.undo_stack.canRedo()


def test_trying_again_runs_the_very_call_that_failed(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.add()
    qtbot.waitUntil(lambda: page.undo_stack.count() == 1)
    answered_dialogs(monkeypatch)
    people.is_full = True
    window.undo()
    button = next(each for each in window.status.findChildren(QPushButton))
    qtbot.waitUntil(lambda: button.text() == "保存失败 · 重试")
    people.is_full = False

    button.click()

    qtbot.waitUntil(lambda: people.names == ["陈明川"])
    qtbot.waitUntil(lambda: button.text() == "已保存 14:32:00")


def test_an_ordinary_refusal_is_said_in_passing(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, people: People
) -> None:
    people.is_full = True

    page.add()

    qtbot.waitUntil(lambda: bool(window.toast.text))
    assert window.toast.text == "1 个名额都已占满。请换一个班次，或增加需要人数。"
    assert window.notifications.newest_first[0].tone is Tone.WARN


def test_what_was_said_stays_behind_the_bell(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    page.toast("已复制")

    window.notices.toggle()

    assert window.notices.isVisible()
    assert rows_in(window.notices) == 1
    assert window.notifications.unread == 0


def test_a_page_in_front_hears_of_changes_at_once(window: MainWindow, page: PeoplePage, tools: Tools) -> None:
    tools.hub.announce(PEOPLE)

    assert page.heard == [PEOPLE]


def test_a_page_behind_hears_of_changes_once_when_it_comes_back(
    window: MainWindow, page: PeoplePage, tools: Tools
) -> None:
    window.go_to("other")
    tools.hub.announce(PEOPLE)
    tools.hub.announce(PEOPLE)
    heard_behind = list(page.heard)

    window.go_to("people")

    assert heard_behind == []
    assert page.heard == [PEOPLE]


def test_f5_loads_the_page_again(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    press(window, Key.Key_F5, Mod.NoModifier)

    assert page.refreshed == 2


def test_ctrl_f_goes_to_the_search_box_of_the_page(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    page.box.setText("cm")

    press(window, Key.Key_F)

    assert focused() is page.box
    assert page.box.selectedText() == "cm"


def test_ctrl_s_tells_that_everything_is_saved(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    press(window, Key.Key_S)

    assert window.toast.text.startswith("已自动保存")


def test_the_global_search_finds_people_and_goes_to_them(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    press(window, Key.Key_K)
    panel = window.palette_panel
    field_in(panel).setText("明川")
    qtbot.waitUntil(lambda: rows_in(panel) == 1)

    QTest.keyClick(field_in(panel), Key.Key_Return)

    assert panel.isHidden()
    assert page.received == ["陈明川"]


def test_the_global_search_runs_commands_of_the_page(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, people: People
) -> None:
    press(window, Key.Key_K)
    field_in(window.palette_panel).setText("新增")

    QTest.keyClick(field_in(window.palette_panel), Key.Key_Return)

    qtbot.waitUntil(lambda: people.names == ["陈明川", "曹茂林"])


def test_escape_closes_the_search_and_gives_the_focus_back(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    page.first.setFocus()
    press(window, Key.Key_K)

    QTest.keyClick(focused(), Key.Key_Escape, Mod.NoModifier)

    assert window.palette_panel.isHidden()
    assert focused() is page.first


def test_f1_lists_the_keys_of_the_page_and_of_the_window(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answered_dialogs(monkeypatch)

    press(window, Key.Key_F1, Mod.NoModifier)

    seen = [each.text() for each in asked[0].findChildren(QLabel)]
    assert {"快捷键 · 名册", "新增人员", "预览", "折叠导航", "排班"} <= set(seen)


def test_f6_goes_round_the_parts_of_the_window(qtbot: QtBot, window: MainWindow, page: PeoplePage) -> None:
    parts: list[QWidget] = [window.navigation, window.header, page, window.status]
    visited = []
    page.first.setFocus()

    for _ in range(4):
        press(window, Key.Key_F6, Mod.NoModifier)
        visited.append(next(each for each in parts if each.isAncestorOf(focused())))

    assert visited == [window.status, window.navigation, window.header, page]
