"""What was told stays to be looked up; loud calls can be hushed; the hub passes on what a use case changed."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MORNING
from volunteer_app.domain.changes import NOTHING, Changes, Topic
from volunteer_app.ui.change_hub import ChangeHub, changes_in
from volunteer_app.ui.notifications import Notifications
from volunteer_app.ui.page import Tools
from volunteer_app.ui.tokens import Tone

PEOPLE = Changes(frozenset({Topic.PEOPLE}))


@pytest.fixture
def notices(tools: Tools) -> Notifications:
    return Notifications(tools.clock, tools.settings)


def test_the_newest_notice_stands_first_with_its_time(notices: Notifications) -> None:
    notices.add("王可心 约 14:40 回拨", Tone.WARN, page="call_desk", payload=7)
    notices.add("已复制")

    assert [each.text for each in notices.newest_first] == ["已复制", "王可心 约 14:40 回拨"]
    assert notices.newest_first[1].at == MORNING
    assert notices.newest_first[1].payload == 7


def test_looking_at_them_makes_them_read(notices: Notifications) -> None:
    notices.add("已复制")
    before = notices.unread

    notices.mark_read()

    assert (before, notices.unread) == (1, 0)


def test_old_notices_make_room(notices: Notifications) -> None:
    for number in range(250):
        notices.add(str(number))

    assert len(notices.newest_first) == 200
    assert notices.newest_first[-1].text == "50"


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


def test_attention_sounds_unless_hushed_or_switched_off(
    qtbot: QtBot, notices: Notifications, tools: Tools, beeps: list[str]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    notices.call_attention(window)
    notices.hush()
    notices.call_attention(window)
    notices.unhush()
    tools.settings.sounds = False
    notices.call_attention(window)

    assert beeps == ["beep"]


@dataclass(frozen=True, slots=True)
class Added:
    """A result that carries what it changed."""

    name: str
    changes: Changes


@pytest.mark.parametrize(
    ("result", "changes"), [(PEOPLE, PEOPLE), (Added("陈明川", PEOPLE), PEOPLE), (None, NOTHING), ("text", NOTHING)]
)
def test_changes_are_found_bare_and_within_a_result(result: object, changes: Changes) -> None:
    assert changes_in(result) == changes


def test_nothing_changed_is_nothing_said(qtbot: QtBot) -> None:
    hub = ChangeHub()

    with qtbot.assertNotEmitted(hub.changed):
        hub.announce(NOTHING)
