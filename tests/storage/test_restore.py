"""Reading backups and getting back from them: torn ones move nothing, whole ones give back every row."""

import json
import os
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from tests import builders
from tests.storage.backup_place import CHEAP, NOON, Place, office_name, place_with_slots, rename_office
from tests.storage.damage import flip
from tests.stores import Blank
from volunteer_app.domain.errors import (
    BackupFault,
    BackupUnusable,
    FileExists,
    FileMissing,
    FileTooNew,
    WrongPassword,
)
from volunteer_app.services.backups import Backups, list_backups, restore_damaged, restore_file
from volunteer_app.services.session import Desk
from volunteer_app.storage.backup import content_of
from volunteer_app.storage.backup_file import BackupReason, read_backup
from volunteer_app.storage.key_file import keys_path, read_keys, write_keys
from volunteer_app.storage.keys import new_data_key, new_ring
from volunteer_app.storage.unit_of_work import Store


@pytest.fixture
def place(store: Store, office_path: Path, blank_file: Blank, tmp_path: Path) -> Place:
    return place_with_slots(store, office_path, blank_file, tmp_path / "备份")


class TestReading:
    def test_the_shelf_is_newest_first_and_tells_what_cannot_be_read(self, place: Place) -> None:
        older = place.back_up(made_at=NOON - timedelta(days=1))
        newer = place.back_up()
        (place.folder / "torn.backup").write_bytes(older.path.read_bytes()[:5000])
        (place.folder / "list.xlsx").write_bytes(b"PK")

        shelf = list_backups(place.folder)

        assert shelf.backups == (newer, older)
        assert [path.name for path in shelf.unreadable] == ["torn.backup"]

    def test_a_folder_that_is_not_there_is_an_empty_shelf(self, tmp_path: Path) -> None:
        assert list_backups(tmp_path / "nowhere").backups == ()

    @pytest.mark.parametrize("content", [b"", b"a plain text file", b"SQLite format 3\0" * 300])
    def test_other_files_are_no_backups(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "x.backup"
        path.write_bytes(content)

        with pytest.raises(BackupUnusable) as refusal:
            restore_file(path, tmp_path / "new.db")

        assert refusal.value.fault is BackupFault.NOT_A_BACKUP
        assert not (tmp_path / "new.db").exists()

    def test_a_foreign_archive_is_no_backup(self, tmp_path: Path) -> None:
        path = tmp_path / "x.backup"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("manifest.json", '{"format": "something else"}')

        with pytest.raises(BackupUnusable):
            read_backup(path)

    def test_a_missing_backup_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(FileMissing):
            restore_file(tmp_path / "x.backup", tmp_path / "new.db")

    @pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9])
    def test_a_flipped_bit_anywhere_in_the_database_is_found(self, place: Place, share: float) -> None:
        made = place.back_up()
        flip(made.path, int(made.manifest.database_bytes * share))
        target = place.folder / "new.db"

        with pytest.raises(BackupUnusable) as refusal:
            restore_file(made.path, target)

        assert refusal.value.fault is BackupFault.DAMAGED
        assert [path.name for path in place.folder.iterdir()] == [made.path.name]

    @pytest.mark.parametrize("share", [0.2, 0.7, 0.99])
    def test_a_truncated_backup_is_refused(self, place: Place, share: float) -> None:
        made = place.back_up()
        os.truncate(made.path, int(made.path.stat().st_size * share))

        with pytest.raises(BackupUnusable):
            restore_file(made.path, place.folder / "new.db")

    @pytest.mark.parametrize(
        "edit", [{"version": 2}, {"manifest": {"content": {"schema_version": "9999"}}}], ids=["form", "schema"]
    )
    def test_a_newer_backup_is_named_as_such(self, place: Place, edit: dict[str, object]) -> None:
        newer = edited(place.back_up().path, edit)

        with pytest.raises(FileTooNew):
            restore_file(newer, place.folder / "new.db")

        assert not (place.folder / "new.db").exists()


class TestRestoring:
    def test_backed_up_damaged_and_restored_is_equal(self, place: Place) -> None:
        made = place.back_up()
        before = content_of(place.store.engine)
        place.store.engine.dispose()
        os.truncate(place.path, 10_000)

        aside = restore_damaged(made.path, place.path, lambda: NOON)

        assert office_name(place.path) == "平原街道办事处"
        assert content_of(place.store.engine) == before
        assert (aside / "office.db").stat().st_size == 10_000
        assert (aside / "office.db.keys").exists()

    def test_it_opens_elsewhere_with_the_password_of_that_day(self, place: Place, tmp_path: Path) -> None:
        made = place.back_up()
        elsewhere = tmp_path / "另一台" / "office.db"

        restore_file(made.path, elsewhere)

        assert office_name(elsewhere) == "平原街道办事处"
        with pytest.raises(WrongPassword):
            office_name(elsewhere, "wrong")

    def test_it_never_takes_the_place_of_a_file(self, place: Place) -> None:
        made = place.back_up()
        before = place.path.read_bytes()

        with pytest.raises(FileExists):
            restore_file(made.path, place.path)

        assert place.path.read_bytes() == before

    def test_it_never_takes_the_place_of_foreign_slots(self, place: Place, tmp_path: Path) -> None:
        made = place.back_up()
        target = tmp_path / "new.db"
        key = new_data_key()
        write_keys(keys_path(target), new_ring(key).with_password(key, builders.office_id(), login="x", password="x"))

        with pytest.raises(FileExists):
            restore_file(made.path, target)

    def test_going_back_keeps_todays_passwords(self, place: Place, blank_file: Blank) -> None:
        made = place.back_up()
        ring = read_keys(keys_path(place.path))
        administrator = blank_file.administrator.id
        write_keys(
            keys_path(place.path),
            ring.with_password(blank_file.key, administrator, login="管理员", password="newer", cost=CHEAP),
        )
        place.store.engine.dispose()

        restore_damaged(made.path, place.path, lambda: NOON)

        assert office_name(place.path, "newer") == "平原街道办事处"

    def test_going_back_first_backs_up_today(self, place: Place, desk: Desk) -> None:
        backups = Backups(desk, place.path)
        yesterday = backups.make(place.folder)
        rename_office(desk.store.engine, "新平原街道办事处")

        backups.restore_here(yesterday.path, place.folder)

        assert office_name(place.path) == "平原街道办事处"
        before_restore = next(
            one for one in list_backups(place.folder).backups if one.manifest.reason is BackupReason.BEFORE_RESTORE
        )
        restore_file(before_restore.path, place.folder / "again.db")
        assert office_name(place.folder / "again.db") == "新平原街道办事处"

    def test_a_backup_that_cannot_be_used_moves_nothing(self, place: Place, desk: Desk) -> None:
        made = place.back_up()
        flip(made.path, made.manifest.database_bytes // 2)

        with pytest.raises(BackupUnusable):
            Backups(desk, place.path).restore_here(made.path, place.folder)

        assert content_of(desk.store.engine).counts["team"] == 22
        assert not list(place.path.parent.glob("replaced-*"))

    def test_an_old_log_is_not_replayed_into_a_restored_file(self, place: Place) -> None:
        made = place.back_up()
        rename_office(place.store.engine, "新平原街道办事处")
        log = place.path.with_name("office.db-wal").read_bytes()
        place.store.engine.dispose()
        place.path.with_name("office.db-wal").write_bytes(log)

        restore_damaged(made.path, place.path, lambda: NOON)

        assert office_name(place.path) == "平原街道办事处"


def edited(path: Path, edit: dict[str, object]) -> Path:
    """The same backup with another manifest."""
    changed = path.with_name("edited.backup")
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(changed, "w") as copy:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "manifest.json":
                content = json.dumps(_merged(json.loads(content), edit)).encode()
            copy.writestr(name, content)
    return changed


def _merged(body: dict[str, object], edit: dict[str, object]) -> dict[str, object]:
    merged = dict(body)
    for name, value in edit.items():
        known = body.get(name)
        merged[name] = _merged(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return merged
