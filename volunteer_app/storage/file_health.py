"""Finds damage in an embedded file and sets a damaged one aside, whole. It repairs nothing: backups do (backup.py)."""

import shutil
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from volunteer_app.domain.errors import CannotDecrypt, FileDamaged
from volunteer_app.storage.database import companions
from volunteer_app.storage.driver_errors import NamedErrors
from volunteer_app.storage.key_file import keys_path


def check_pages(engine: Engine) -> None:
    """Raises FileDamaged when a page cannot be trusted. 0.2 s for 200 MB: not on the window's thread."""
    if engine.dialect.name != "sqlite":
        return
    with NamedErrors(), engine.connect() as connection:
        words = connection.exec_driver_sql("PRAGMA quick_check(1)").scalars().all()
    if words != ["ok"]:
        raise FileDamaged


def find_faults(engine: Engine) -> tuple[str, ...]:
    """Every fault a full check of pages, indexes and foreign keys finds, in the engine's own words (no values)."""
    if engine.dialect.name != "sqlite":
        return ()
    try:
        with NamedErrors(), engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
            rows = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    except (FileDamaged, CannotDecrypt) as damage:
        return (type(damage).__name__,)
    loose = [f"foreign key of {orphan[0]}" for orphan in orphans]
    return tuple(dict.fromkeys([*pages, *(row for row in rows if row != "ok"), *loose]))


def set_aside(path: Path, reason: str, now: datetime) -> Path:
    """Move the file and its log into a folder `<reason>-<time>` beside it, untouched; its key slots are copied there.

    Every engine of the file has to be disposed of first.
    """
    folder = path.parent / f"{reason}-{now:%Y%m%d-%H%M%S-%f}"
    with NamedErrors():
        folder.mkdir()
        for part in (path, *companions(path)):
            if part.exists():
                part.replace(folder / part.name)
        if keys_path(path).exists():
            shutil.copy2(keys_path(path), folder / keys_path(path).name)
    return folder
