"""Puts a backup back as a database, by way of a verified copy. What stands in its place is set aside, never deleted."""

import hashlib
import os
import tempfile
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from volunteer_app.domain.errors import (
    BackupFault,
    BackupUnusable,
    FileExists,
    FileMissing,
    FileTooNew,
    KeyFileDamaged,
)
from volunteer_app.storage import schema
from volunteer_app.storage.backup_file import CHUNK, Backup, opened_database, read_backup, read_slots
from volunteer_app.storage.database import companions
from volunteer_app.storage.driver_errors import NamedErrors
from volunteer_app.storage.durable_files import PARTIAL, put_in_place
from volunteer_app.storage.file_health import set_aside
from volunteer_app.storage.key_file import keys_path, read_keys, write_keys
from volunteer_app.storage.places import refuse_risky_place


def restore_as_new(file: Path, target: Path) -> Backup:
    """Make a database of the backup where there is none. No password is needed: the copy stays encrypted.

    Raises FileExists, BackupUnusable, FileTooNew or PlaceRefused; then nothing was made.
    """
    backup = _usable(file)
    refuse_risky_place(target)
    for taken in (target, *companions(target)):
        if taken.exists():
            raise FileExists(taken.name)
    if keys_path(target).exists() and not _same_key(backup, target):
        raise FileExists(keys_path(target).name)
    with NamedErrors(), ExitStack() as rests:
        target.parent.mkdir(parents=True, exist_ok=True)
        _put(backup, _unpack(backup, target, rests), target)
    return backup


def restore_over(file: Path, target: Path, now: datetime) -> Path:
    """Put the backup in the place of a database that nobody has open; gives back the folder of what stood there."""
    backup = _usable(file)
    refuse_risky_place(target)
    with NamedErrors(), ExitStack() as rests:
        copy = _unpack(backup, target, rests)
        aside = set_aside(target, "replaced", now)
        _put(backup, copy, target)
    return aside


def _usable(file: Path) -> Backup:
    if not file.is_file():
        raise FileMissing(file.name)
    backup = read_backup(file)
    if backup.manifest.content.schema_version > schema.HEAD:
        raise FileTooNew(backup.manifest.content.schema_version, schema.HEAD)
    read_slots(backup)  # before anything is moved: a backup whose slots are torn could never be opened
    return backup


def _unpack(backup: Backup, target: Path, rests: ExitStack) -> Path:
    """A copy beside the target, equal to the last bit to what was checked when the backup was made."""
    handle, name = tempfile.mkstemp(prefix=f"{target.name}.", suffix=PARTIAL, dir=target.parent)
    rests.callback(Path(name).unlink, missing_ok=True)
    digest = hashlib.sha256()
    with os.fdopen(handle, "wb") as copy, opened_database(backup) as database:
        while chunk := database.read(CHUNK):
            digest.update(chunk)
            copy.write(chunk)
    if digest.hexdigest() != backup.manifest.database_sha256:
        raise BackupUnusable(backup.path.name, BackupFault.DAMAGED)
    return Path(name)


def _put(backup: Backup, copy: Path, target: Path) -> None:
    """Slots first: a database without them is lost. Today's slots of the same key stay, and so do today's passwords."""
    if not _same_key(backup, target):
        write_keys(keys_path(target), read_slots(backup))
    put_in_place(copy, target)


def _same_key(backup: Backup, target: Path) -> bool:
    try:
        return read_keys(keys_path(target)).key_id == backup.manifest.key_id
    except (FileMissing, KeyFileDamaged):
        return False
