"""Backups nobody has to think of: when something was written since the last one."""

from pathlib import Path

from volunteer_app.services.backups import Backup, BackupReason, Backups
from volunteer_app.services.progress import Progress


class AutomaticBackup:
    """Makes a backup into the office's folder when it is due; asked every hour and at the end."""

    def __init__(self, backups: Backups, folder: Path) -> None:
        self._backups = backups
        self._folder = folder

    def run(self, progress: Progress) -> Backup | None:
        """None when nothing was written since the last."""
        progress.step(0, 1, "backup")
        if not self._backups.is_due(self._folder):
            return None
        return self._backups.make(self._folder, BackupReason.HOURLY)
