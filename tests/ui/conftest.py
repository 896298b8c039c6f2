"""The application as the clerk sees it (Chinese, light, standard size) and the tools of a page, all of them real."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from volunteer_app.ui.application import prepare
from volunteer_app.ui.change_hub import ChangeHub
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.jobs import JobRunner
from volunteer_app.ui.page import Tools
from volunteer_app.ui.settings import Settings
from volunteer_app.ui.theme import Theme, ThemeMode
from volunteer_app.ui.tokens import TextScale

MORNING = datetime(2026, 7, 18, 14, 32, tzinfo=timezone(timedelta(hours=8)))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screenless platform complains about every window with a smallest size; nothing is wrong then."""
    for item in items:
        if "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


class Hands:
    """A clock whose hands the test turns."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(scope="session")
def prepared(qapp: QApplication, repository: Path) -> Theme:
    return prepare(qapp, repository / "resources")


@pytest.fixture(autouse=True)
def theme(prepared: Theme) -> Theme:
    """Every test starts in the light theme at standard size."""
    prepared.apply(ThemeMode.LIGHT, TextScale.STANDARD)
    return prepared


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def hands() -> Hands:
    return Hands(MORNING)


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.fixture
def tools(jobs: JobRunner, hands: Hands, settings_file: Path) -> Tools:
    return Tools(jobs, ChangeHub(), Settings(settings_file), Clock(hands))
