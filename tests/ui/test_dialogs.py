"""Dialogs and the crash hook: verbs, consequences, and never the text of an exception."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from volunteer_app.ui.crash import CrashReporter, crash_details, crash_dialog
from volunteer_app.ui.dialogs import Dialog, Question, ask_text, confirm
from volunteer_app.ui.widgets.basics import Kind

ERASE = Question("注销并清除", "将清除 1 人的姓名和电话。", "清除", Kind.DANGER_SOLID, typed="清除")


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def texts(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def shown_buttons(dialog: QDialog) -> list[str]:
    """The words at the bottom, from left to right."""
    made = [each for each in dialog.findChildren(QPushButton) if not each.isHidden()]
    return [each.text() for each in sorted(made, key=lambda each: each.x())]


def test_the_verb_comes_first_and_cancel_last(qtbot: QtBot, host: QWidget) -> None:
    dialog = Dialog("导入名册", host, verb="导入 286 人")
    dialog.add_button(QPushButton("另存为…"))
    dialog.show()

    assert shown_buttons(dialog) == ["导入 286 人", "另存为…", "取消"]


def test_ctrl_enter_is_the_verb_and_escape_is_cancel(qtbot: QtBot, host: QWidget) -> None:
    dialog = Dialog("导入名册", host, verb="导入")

    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_gravest_questions_wait_for_a_typed_word(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    states: list[bool] = []

    def type_it(dialog: Dialog) -> bool:
        for text in ("", "清", "清除"):
            dialog.findChildren(QLineEdit)[0].setText(text)
            states.append(dialog.verb.isEnabled())
        return True

    monkeypatch.setattr(Dialog, "ask", type_it)

    assert confirm(host, ERASE)
    assert states == [False, False, True]


def test_a_question_shows_its_consequence(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def look_at(dialog: Dialog) -> bool:
        seen.append(texts(dialog))
        return False

    monkeypatch.setattr(Dialog, "ask", look_at)

    assert not confirm(host, ERASE)
    assert "将清除 1 人的姓名和电话。" in seen[0]


@pytest.mark.parametrize(("typed", "answer"), [("  家里有事 ", "家里有事"), ("   ", None)])
def test_an_answer_comes_back_trimmed(
    host: QWidget, monkeypatch: pytest.MonkeyPatch, typed: str, answer: str | None
) -> None:
    def type_it(dialog: Dialog) -> bool:
        dialog.findChildren(QLineEdit)[0].setText(typed)
        return True

    monkeypatch.setattr(Dialog, "ask", type_it)

    assert ask_text(host, "原因", "为什么", verb="保存") == answer


def test_a_cancelled_answer_is_none(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    def cancel(_dialog: Dialog) -> bool:
        return False

    monkeypatch.setattr(Dialog, "ask", cancel)

    assert ask_text(host, "原因", "为什么", verb="保存", text="有事") is None


def stumble(name: str) -> None:
    raise ValueError(f"cannot place {name}")


def caught(name: str = "陈明川") -> ValueError:
    with pytest.raises(ValueError, match="cannot place") as info:
        stumble(name)
    return info.value


def test_a_crash_is_told_without_its_message(qtbot: QtBot) -> None:
    dialog = crash_dialog(caught(), None)
    qtbot.addWidget(dialog)

    assert "程序出了一点问题" in texts(dialog)
    assert "cannot place" not in texts(dialog)


def test_the_details_name_the_place_and_no_person() -> None:
    details = crash_details(caught())

    assert details.startswith("ValueError\n")
    assert "test_dialogs.py" in details
    assert "陈明川" not in details


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Dialog]:
    """Crash dialogs as they open, closed at once."""
    opened: list[Dialog] = []

    def ask(dialog: Dialog) -> bool:
        opened.append(dialog)
        return True

    monkeypatch.setattr(Dialog, "ask", ask)
    return opened


@pytest.fixture
def reporter(qtbot: QtBot, tmp_path: Path) -> CrashReporter:
    return CrashReporter(tmp_path)


def test_what_nobody_caught_is_logged_without_its_message(
    qtbot: QtBot, reporter: CrashReporter, shown: list[Dialog], caplog: pytest.LogCaptureFixture
) -> None:
    before = sys.excepthook
    reporter.install()
    error = caught()

    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(shown) == 1)
    reporter.uninstall()
    sys.excepthook = before

    assert "ValueError" in caplog.text
    assert "陈明川" not in caplog.text


def test_a_thread_that_dies_is_shown_by_the_window(qtbot: QtBot, reporter: CrashReporter, shown: list[Dialog]) -> None:
    before = sys.excepthook, threading.excepthook
    reporter.install()
    thread = threading.Thread(target=stumble, args=("陈明川",))

    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown) == 1)
    reporter.uninstall()
    sys.excepthook, threading.excepthook = before

    assert "程序出了一点问题" in texts(shown[0])


def test_a_native_crash_of_the_last_run_is_read_at_the_start(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "native-crash.txt").write_text("Fatal Python error: Segmentation fault", encoding="utf-8")

    assert "Segmentation fault" in CrashReporter(tmp_path).last_trace


def test_after_an_orderly_end_there_is_nothing_to_tell(tmp_path: Path, qtbot: QtBot) -> None:
    first = CrashReporter(tmp_path)
    first.install()
    first.uninstall()

    assert CrashReporter(tmp_path).last_trace == ""
