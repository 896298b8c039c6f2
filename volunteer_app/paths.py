"""Where resources, data, logs and backups lie, from source, installed and frozen. It makes no folder, reads no file."""

import os
import sys
from pathlib import Path

_FOLDER = "volunteer-app"


def resources_dir() -> Path:
    """The folder of fonts, icons, presets and help that this program runs with."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "resources", package.parent / "resources"]
    if frozen is not None:
        candidates = [Path(frozen) / "volunteer_app" / "resources", Path(frozen) / "resources"]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("resources")


def data_dir() -> Path:
    """The user's own folder for the database: local, never a roaming profile that is copied over the network."""
    if sys.platform == "win32":
        return _from_environment("LOCALAPPDATA", Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _FOLDER
    return _from_environment("XDG_DATA_HOME", Path.home() / ".local" / "share")


def log_dir() -> Path:
    if sys.platform == "win32":
        return data_dir() / "logs"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / _FOLDER
    return _from_environment("XDG_STATE_HOME", Path.home() / ".local" / "state") / "logs"


def backup_dir() -> Path:
    """Where automatic backups go until the office names a better place."""
    return data_dir() / "backups"


def _from_environment(variable: str, fallback: Path) -> Path:
    named = os.environ.get(variable, "")
    return (Path(named) if named and Path(named).is_absolute() else fallback) / _FOLDER
