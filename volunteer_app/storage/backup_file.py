"""The form of a backup: one file that holds the whole encrypted database, its key slots and a manifest.

It can be read back and verified without any password. It knows nothing of open databases; making one is in backup.py.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from volunteer_app.domain.errors import BackupFault, BackupUnusable, FileTooNew, KeyFileDamaged
from volunteer_app.storage.driver_errors import NamedErrors
from volunteer_app.storage.key_file import ring_from_bytes
from volunteer_app.storage.keys import KeyRing

SUFFIX = ".backup"
FORMAT = "volunteer-app-backup"
VERSION = 1
DATABASE, KEYS, MANIFEST = "volunteer.db", "volunteer.db.keys", "manifest.json"
CHUNK = 1 << 20


class BackupReason(StrEnum):
    BY_HAND = "by_hand"
    HOURLY = "hourly"
    ON_EXIT = "on_exit"
    BEFORE_IMPORT = "before_import"
    BEFORE_MIGRATION = "before_migration"
    BEFORE_RESTORE = "before_restore"


@dataclass(frozen=True, slots=True)
class Content:
    """What was counted in a database: rows by table, and the end of each office's audit chain."""

    schema_version: str
    counts: Mapping[str, int]
    audit_heads: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: counts and digests, no names."""

    made_at: datetime
    reason: BackupReason
    key_id: str
    content: Content
    database_bytes: int
    database_sha256: str


@dataclass(frozen=True, slots=True)
class Backup:
    path: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Shelf:
    """The backups of a folder, newest first, and the files that call themselves one but cannot be read."""

    backups: tuple[Backup, ...]
    unreadable: tuple[Path, ...]


def backups_in(folder: Path) -> Shelf:
    readable, unreadable = [], []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            readable.append(read_backup(path))
        except (BackupUnusable, FileTooNew):
            unreadable.append(path)
    readable.sort(key=lambda backup: backup.manifest.made_at, reverse=True)
    return Shelf(tuple(readable), tuple(unreadable))


def read_backup(path: Path) -> Backup:
    """The backup's manifest; the database inside is not read. Raises BackupUnusable or FileTooNew."""
    try:
        with NamedErrors(), zipfile.ZipFile(path) as archive:
            body = json.loads(archive.read(MANIFEST))
        if body["format"] != FORMAT:
            raise BackupUnusable(path.name, BackupFault.NOT_A_BACKUP)
        if body["version"] > VERSION:
            raise FileTooNew(str(body["version"]), str(VERSION))
        return Backup(path, _manifest_from(body["manifest"]))
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, EOFError, OSError) as error:
        raise BackupUnusable(path.name, BackupFault.NOT_A_BACKUP) from error


def verify(path: Path) -> Backup:
    """Read the whole file back and compare the database inside with its digest. Raises BackupUnusable."""
    backup = read_backup(path)
    with opened_database(backup) as database:
        digest = digest_of(database)
    if digest != backup.manifest.database_sha256:
        raise BackupUnusable(path.name, BackupFault.DAMAGED)
    return backup


def read_slots(backup: Backup) -> KeyRing:
    """The key slots as they were when the backup was made. Raises BackupUnusable."""
    with _torn_is_damaged(backup), zipfile.ZipFile(backup.path) as archive:
        return ring_from_bytes(archive.read(KEYS), backup.path.name)


@contextmanager
def opened_database(backup: Backup) -> Iterator[IO[bytes]]:
    """The database inside, as a stream. Raises BackupUnusable where the file is torn."""
    with _torn_is_damaged(backup), zipfile.ZipFile(backup.path) as archive, archive.open(DATABASE) as database:
        yield database


def pack(path: Path, database: Path, *, keys: bytes, manifest: Manifest) -> None:
    """Write the three parts into one file. Stored, not squeezed: encrypted bytes do not shrink."""
    body = {"format": FORMAT, "version": VERSION, "manifest": asdict(manifest)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.write(database, DATABASE)
        archive.writestr(KEYS, keys)
        archive.writestr(MANIFEST, json.dumps(body, default=_plain, indent=1))


def digest_of(stream: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def _torn_is_damaged(backup: Backup) -> Iterator[None]:
    try:
        with NamedErrors():
            yield
    except (zipfile.BadZipFile, EOFError, KeyError, KeyFileDamaged) as error:
        raise BackupUnusable(backup.path.name, BackupFault.DAMAGED) from error


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _manifest_from(body: Mapping[str, Any]) -> Manifest:
    made_at = datetime.fromisoformat(body["made_at"])
    if made_at.tzinfo is None:
        raise ValueError("a naive moment")
    content = body["content"]
    return Manifest(
        made_at=made_at,
        reason=BackupReason(body["reason"]),
        key_id=str(body["key_id"]),
        content=Content(
            schema_version=str(content["schema_version"]),
            counts={str(table): int(rows) for table, rows in content["counts"].items()},
            audit_heads={str(office): str(head) for office, head in content["audit_heads"].items()},
        ),
        database_bytes=int(body["database_bytes"]),
        database_sha256=str(body["database_sha256"]),
    )
