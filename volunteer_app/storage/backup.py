"""Makes a backup while others write: a compact copy, checked before it gets its name, and read back from the disk.

Whatever ends in `.backup` can be restored; whatever ends in `.partial` is the rest of an attempt and goes in time.
"""

import os
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import chain, count
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from volunteer_app.domain.errors import BackupIsTheServers, FileDamaged
from volunteer_app.storage.backup_file import (
    SUFFIX,
    Backup,
    BackupReason,
    Content,
    Manifest,
    backups_in,
    digest_of,
    pack,
    verify,
)
from volunteer_app.storage.driver_errors import NamedErrors
from volunteer_app.storage.durable_files import PARTIAL, put_in_place
from volunteer_app.storage.key_file import keys_path, read_keys
from volunteer_app.storage.thinning import superfluous

LEFTOVER_AGE = timedelta(hours=1)
INDEX_TABLES = "search_index"
"""The full-text index's own tables: they follow from the people, and counting them says nothing."""


def make_backup(engine: Engine, path: Path, folder: Path, *, made_at: datetime, reason: BackupReason) -> Backup:
    """Back up the open file into the folder. `made_at` is in the office's time; the name shows it.

    Raises FileDamaged, DiskFull and their like; then there is no new backup, and no rest of one.
    """
    if engine.dialect.name != "sqlite":
        raise BackupIsTheServers
    with NamedErrors(), ExitStack() as rests:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(path, folder, made_at)
        # Beside the database: on a share or a stick SQLite's locks may not hold.
        copy = _partial(path, path.parent, rests)
        content = _copy_database(engine, copy)
        with copy.open("rb") as copied:
            digest = digest_of(copied)
        ring = read_keys(keys_path(path))
        manifest = Manifest(made_at.astimezone(UTC), reason, ring.key_id, content, copy.stat().st_size, digest)
        packed = _partial(path, folder, rests)
        pack(packed, copy, keys=keys_path(path).read_bytes(), manifest=manifest)
        verify(packed)
        final = _free_name(folder, f"{path.stem}-{made_at:%Y%m%d-%H%M%S}")
        put_in_place(packed, final)
        return Backup(final, manifest)


def content_of(engine: Engine) -> Content:
    """What the open database holds now, to be compared with a manifest."""
    raw = engine.raw_connection()
    try:
        with NamedErrors():
            return _count(raw.driver_connection, "main")
    finally:
        raw.close()


def thin(folder: Path, key_id: str, now: datetime) -> tuple[Path, ...]:
    """Remove the superfluous automatic backups of one database; those made by hand stay. `now` is the office's time."""
    ours = {
        backup.manifest.made_at.astimezone(now.tzinfo): backup.path
        for backup in backups_in(folder).backups
        if backup.manifest.key_id == key_id and backup.manifest.reason is not BackupReason.BY_HAND
    }
    gone = tuple(ours[moment] for moment in superfluous(tuple(ours), now.date()))
    with NamedErrors():
        for path in gone:
            path.unlink(missing_ok=True)
    return gone


def _copy_database(engine: Engine, copy: Path) -> Content:
    """VACUUM INTO takes one moment's state and never restarts, however much others write (storage.md 3.3)."""
    raw = engine.raw_connection()
    connection: Any = raw.driver_connection
    try:
        connection.execute("PRAGMA query_only = 0")
        connection.execute("VACUUM INTO ?", (str(copy),))
        # Without a key of its own the copy opens under the database's: no key has to travel to here.
        connection.execute("ATTACH DATABASE ? AS copy", (f"{copy.absolute().as_uri()}?mode=ro&immutable=1",))
        try:
            if connection.execute("PRAGMA copy.quick_check(1)").fetchall() != [("ok",)]:
                raise FileDamaged
            return _count(connection, "copy")
        finally:
            connection.execute("DETACH DATABASE copy")
    finally:
        raw.close()


def _count(connection: Any, schema: str) -> Content:
    tables = connection.execute(
        f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
    ).fetchall()
    names = sorted(name for (name,) in tables if not name.startswith(INDEX_TABLES))
    counts = {name: _one(connection, f'SELECT count(*) FROM {schema}."{name}"') for name in names}
    heads = connection.execute(f"SELECT office_id, seq, mac FROM {schema}.audit_head").fetchall()
    return Content(
        schema_version=_one(connection, f"SELECT version_num FROM {schema}.alembic_version"),
        counts=counts,
        audit_heads={bytes(office).hex(): f"{seq}:{bytes(mac).hex()}" for office, seq, mac in heads},
    )


def _one(connection: Any, query: str) -> Any:
    return connection.execute(query).fetchone()[0]


def _partial(path: Path, folder: Path, rests: ExitStack) -> Path:
    """An empty file that is gone when the stack is left, unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=PARTIAL, dir=folder)
    os.close(handle)
    rests.callback(Path(name).unlink, missing_ok=True)
    return Path(name)


def _sweep(path: Path, folder: Path, now: datetime) -> None:
    """Remove what killed attempts left behind; a fresh one may belong to another program at work."""
    for rest in chain(path.parent.glob(f"*{PARTIAL}"), folder.glob(f"*{PARTIAL}")):
        ours = rest.name.startswith(f"{path.name}.")
        if ours and rest.stat().st_mtime < (now - LEFTOVER_AGE).timestamp():
            rest.unlink(missing_ok=True)


def _free_name(folder: Path, stem: str) -> Path:
    names = chain([f"{stem}{SUFFIX}"], (f"{stem}-{number}{SUFFIX}" for number in count(2)))
    return next(path for name in names if not (path := folder / name).exists())
