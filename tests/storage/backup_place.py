"""An office's open file with slots, and a folder for backups: what the tests of backup and restore stand on."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, text

from tests import builders
from tests.stores import Blank
from volunteer_app.domain.office import office_zone
from volunteer_app.storage import opening
from volunteer_app.storage.backup import make_backup
from volunteer_app.storage.backup_file import Backup, BackupReason
from volunteer_app.storage.key_file import keys_path, write_keys
from volunteer_app.storage.keys import Cost, new_ring
from volunteer_app.storage.unit_of_work import Store

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
NOON = builders.NOW.astimezone(office_zone())
PASSWORD = "平原-01"


@dataclass(frozen=True, slots=True)
class Place:
    """An office's open file with its slots, and a folder for its backups."""

    store: Store
    path: Path
    folder: Path

    def back_up(self, reason: BackupReason = BackupReason.BY_HAND, made_at: datetime = NOON) -> Backup:
        return make_backup(self.store.engine, self.path, self.folder, made_at=made_at, reason=reason)


def place_with_slots(store: Store, path: Path, blank: Blank, folder: Path) -> Place:
    """The open copy of the blank office, with one operator who can open it."""
    ring = new_ring(blank.key).with_password(
        blank.key, blank.administrator.id, login="管理员", password=PASSWORD, cost=CHEAP
    )
    write_keys(keys_path(path), ring)
    return Place(store, path, folder)


def rename_office(engine: Engine, name: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE office SET name = :name"), {"name": name})


def office_name(path: Path, password: str = PASSWORD) -> str:
    """Read back the way a clerk would: with the password."""
    store = opening.open_store(path, opening.unlock(path, "管理员", password).key)
    with store.engine.connect() as connection:
        name = connection.scalar(text("SELECT name FROM office"))
    store.engine.dispose()
    return str(name)
