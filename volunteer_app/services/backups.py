"""Backups and getting back from them. What stands in a restored file's place is backed up or set aside first."""

from pathlib import Path

from volunteer_app.domain.office import office_zone
from volunteer_app.domain.operators import Permission
from volunteer_app.services.session import Clock, Desk
from volunteer_app.storage.backup import content_of, make_backup, thin
from volunteer_app.storage.backup_file import Backup, BackupReason, Manifest, Shelf, backups_in
from volunteer_app.storage.restore import restore_as_new, restore_over

__all__ = ["Backup", "BackupReason", "Backups", "Manifest", "Shelf", "list_backups", "restore_damaged", "restore_file"]


def list_backups(folder: Path) -> Shelf:
    """What lies in a folder, newest first, with dates and counts; no password is needed to look."""
    return backups_in(folder)


def restore_file(file: Path, target: Path) -> Backup:
    """Make a database file of a backup where there is none. Raises FileExists rather than touch what is there."""
    return restore_as_new(file, target)


def restore_damaged(file: Path, target: Path, clock: Clock) -> Path:
    """Put a backup in the place of a file that cannot be opened any more; gives the folder where that one now lies."""
    return restore_over(file, target, clock().astimezone(office_zone()))


class Backups:
    """The backups of the data this desk has open."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk = desk
        self._path = path

    def make(self, folder: Path, reason: BackupReason = BackupReason.BY_HAND) -> Backup:
        """A verified backup; superfluous automatic ones go. Raises NotPermitted and every fault of file and disk."""
        self._desk.require(Permission.BACKUP)
        now = self._desk.now().astimezone(self._desk.zone)
        made = make_backup(self._desk.store.engine, self._path, folder, made_at=now, reason=reason)
        thin(folder, made.manifest.key_id, now)
        return made

    def shelf(self, folder: Path) -> tuple[Backup, ...]:
        """What lies in a folder, newest first."""
        return backups_in(folder).backups

    def is_due(self, folder: Path) -> bool:
        """Whether anything was written since the newest backup here: every write moves the end of the audit chain."""
        newest = next(iter(backups_in(folder).backups), None)
        return newest is None or newest.manifest.content.audit_heads != content_of(self._desk.store.engine).audit_heads

    def restore_here(self, file: Path, folder: Path) -> Path:
        """Go back to a backup: first a backup of today's state into the folder, then the exchange.

        The desk's file is closed by this; sign in again. Gives the folder in which today's file was set aside.
        """
        self.make(folder, BackupReason.BEFORE_RESTORE)
        self._desk.store.engine.dispose()
        return restore_over(file, self._path, self._desk.now().astimezone(self._desk.zone))
