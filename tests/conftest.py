"""What every test may rely on: no screen, no user's own folders, one pace for generated examples."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Before Qt is imported: a person without a screen runs the same command as one with.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.postgres_server", "tests.stores"]

settings.register_profile("quick", deadline=None, max_examples=50)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

HOMES = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA")


@pytest.fixture(scope="session", autouse=True)
def _no_users_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test may touch the data, the log or the settings of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    for variable in HOMES:
        os.environ[variable] = str(home / variable.lower())


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for the server carries the marker `postgres`, so that `-m "not postgres"` is complete."""
    for item in items:
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.postgres)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return Path(__file__).resolve().parents[1]
