"""Judges where an embedded database may lie: on a local, fixed disk. It opens and makes no file.

Write-ahead logging needs shared memory, so it does not hold on network drives; programs that synchronise folders copy
a database and its log at different moments; a stick is pulled out (storage.md 3.1).
"""

import os
import sys
from enum import StrEnum
from pathlib import Path, PurePath

from volunteer_app.domain.errors import PlaceRefused, RiskyPlace


class Drive(StrEnum):
    FIXED = "fixed"
    REMOTE = "remote"
    REMOVABLE = "removable"
    UNKNOWN = "unknown"


_SYNCED_FOLDERS = frozenset(
    {
        "onedrive",
        "dropbox",
        "google drive",
        "googledrive",
        "icloud drive",
        "iclouddrive",
        "nutstore",
        "nutstore files",
        "坚果云",
        "我的坚果云",
        "baidusyncdisk",
        "百度网盘同步空间",
        "wps云盘",
        "wpsdrive",
    }
)
_SYNCED_BUSINESS = "onedrive - "
_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "davfs", "fuse.sshfs", "fuse.davfs2", "9p"})
_STICKS = ("/media/", "/run/media/")
_WINDOWS_DRIVES = {2: Drive.REMOVABLE, 3: Drive.FIXED, 4: Drive.REMOTE, 5: Drive.REMOVABLE, 6: Drive.FIXED}


def risk_of(path: PurePath, drive: Drive) -> RiskyPlace | None:
    """Why a database must not lie here; None when it may."""
    if drive is Drive.REMOTE or path.drive.startswith("\\\\"):
        return RiskyPlace.NETWORK
    if any(_is_synced(part.casefold()) for part in path.parts):
        return RiskyPlace.SYNCED
    if drive is Drive.REMOVABLE:
        return RiskyPlace.REMOVABLE
    return None


def refuse_risky_place(path: Path) -> None:
    """Raises PlaceRefused for a network drive, a synchronised folder or a removable disk."""
    whole = path.resolve()
    if (risk := risk_of(whole, drive_of(whole))) is not None:
        raise PlaceRefused(risk)


def drive_of(path: Path) -> Drive:
    """What the system says about the disk that holds this absolute path."""
    if sys.platform == "win32":
        return _windows_drive(path)
    mounts = Path("/proc/self/mounts")
    if not mounts.is_file():
        return Drive.UNKNOWN
    return drive_in_mounts(path, mounts.read_text(encoding="utf-8", errors="replace"))


def drive_in_mounts(path: PurePath, mounts: str) -> Drive:
    """The kind of the innermost mount that holds the path, by the text of a Linux mount table."""
    best, kind = "", Drive.UNKNOWN
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        if path.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, _mounted_kind(point, fields[2])
    return kind


def _mounted_kind(point: str, file_system: str) -> Drive:
    if file_system in _NETWORK_FILE_SYSTEMS:
        return Drive.REMOTE
    return Drive.REMOVABLE if f"{point}/".startswith(_STICKS) else Drive.FIXED


def _windows_drive(path: Path) -> Drive:
    if sys.platform != "win32":
        return Drive.UNKNOWN
    import ctypes

    code = ctypes.windll.kernel32.GetDriveTypeW(path.drive + os.sep)
    return _WINDOWS_DRIVES.get(code, Drive.UNKNOWN)


def _is_synced(part: str) -> bool:
    return part in _SYNCED_FOLDERS or part.startswith(_SYNCED_BUSINESS)
