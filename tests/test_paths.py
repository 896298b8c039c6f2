"""Where the program's files lie: from source, installed, frozen."""

import sys
from pathlib import Path

import pytest

from volunteer_app import paths


def test_from_source_the_resources_lie_beside_the_package(repository: Path) -> None:
    assert paths.resources_dir() == repository / "resources"


@pytest.mark.parametrize("inside", ["volunteer_app/resources", "resources"])
def test_frozen_they_lie_where_the_program_was_unpacked(
    inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / inside).mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert paths.resources_dir() == tmp_path / inside


def test_a_program_without_resources_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    with pytest.raises(FileNotFoundError):
        paths.resources_dir()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the rule of the freedesktop systems")
def test_data_and_log_follow_the_users_own_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    assert paths.data_dir() == tmp_path / "data" / "volunteer-app"
    assert paths.backup_dir() == tmp_path / "data" / "volunteer-app" / "backups"
    assert paths.log_dir() == tmp_path / "state" / "volunteer-app" / "logs"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the rule of the freedesktop systems")
@pytest.mark.parametrize("value", ["", "relative/folder"])
def test_a_choice_that_is_no_folder_is_not_followed(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", value)

    assert paths.data_dir() == Path.home() / ".local" / "share" / "volunteer-app"
