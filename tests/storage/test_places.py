"""Where an embedded database may lie, and where it would lose data."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from volunteer_app.domain.errors import PlaceRefused, RiskyPlace
from volunteer_app.storage.places import Drive, drive_in_mounts, drive_of, refuse_risky_place, risk_of

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sda2 /home ext4 rw 0 0
server:/office /home/clerk/share nfs4 rw 0 0
//server/office /mnt/office\\040files cifs rw 0 0
/dev/sdb1 /media/clerk/STICK vfat rw 0 0
short line
"""


@pytest.mark.parametrize(
    ("path", "drive", "risk"),
    [
        (PureWindowsPath("C:/Users/clerk/AppData/Local/volunteer-app/volunteer.db"), Drive.FIXED, None),
        (PureWindowsPath("D:/值班/volunteer.db"), Drive.UNKNOWN, None),
        (PureWindowsPath("//server/office/volunteer.db"), Drive.UNKNOWN, RiskyPlace.NETWORK),
        (PureWindowsPath("Z:/volunteer.db"), Drive.REMOTE, RiskyPlace.NETWORK),
        (PureWindowsPath("E:/volunteer.db"), Drive.REMOVABLE, RiskyPlace.REMOVABLE),
        (PureWindowsPath("C:/Users/clerk/OneDrive/volunteer.db"), Drive.FIXED, RiskyPlace.SYNCED),
        (PureWindowsPath("C:/Users/clerk/OneDrive - 平原街道/volunteer.db"), Drive.FIXED, RiskyPlace.SYNCED),
        (PureWindowsPath("D:/坚果云/值班/volunteer.db"), Drive.FIXED, RiskyPlace.SYNCED),
        (PureWindowsPath("D:/坚果云值班/volunteer.db"), Drive.FIXED, None),
        (PurePosixPath("/home/clerk/Dropbox/volunteer.db"), Drive.FIXED, RiskyPlace.SYNCED),
        (PurePosixPath("/home/clerk/.local/share/volunteer-app/volunteer.db"), Drive.FIXED, None),
    ],
)
def test_a_place_is_judged_by_its_path_and_its_drive(path: PurePath, drive: Drive, risk: RiskyPlace | None) -> None:
    assert risk_of(path, drive) is risk


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/var/lib/volunteer.db", Drive.FIXED),
        ("/home/clerk/volunteer.db", Drive.FIXED),
        ("/home/clerk/share/volunteer.db", Drive.REMOTE),
        ("/home/clerk/shared/volunteer.db", Drive.FIXED),
        ("/mnt/office files/volunteer.db", Drive.REMOTE),
        ("/media/clerk/STICK/volunteer.db", Drive.REMOVABLE),
    ],
)
def test_the_innermost_mount_decides(path: str, drive: Drive) -> None:
    assert drive_in_mounts(PurePosixPath(path), MOUNTS) is drive


def test_without_a_mount_table_the_drive_is_unknown() -> None:
    assert drive_in_mounts(PurePosixPath("/home/clerk/volunteer.db"), "") is Drive.UNKNOWN


def test_the_disk_that_runs_these_tests_is_no_network_drive(tmp_path: Path) -> None:
    assert drive_of(tmp_path) is not Drive.REMOTE


def test_a_synchronised_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlaceRefused) as refusal:
        refuse_risky_place(tmp_path / "Dropbox" / "volunteer.db")

    assert refusal.value.place is RiskyPlace.SYNCED
