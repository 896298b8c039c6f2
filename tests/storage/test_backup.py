"""Backups that can be trusted: made while others write, checked, torn, restored; and what a crash leaves behind."""

import json
import os
import signal
import subprocess
import sys
import threading
import zipfile
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from tests import builders
from tests.postgres_server import PostgresServer
from tests.stores import Blank
from volunteer_app.domain.errors import (
    BackupFault,
    BackupIsTheServers,
    BackupUnusable,
    CannotOpenFile,
    DiskFull,
    FileDamaged,
    FileExists,
    FileMissing,
    FileReadOnly,
    FileTooNew,
    NotPermitted,
    WrongPassword,
)
from volunteer_app.domain.office import office_zone
from volunteer_app.domain.operators import Role
from volunteer_app.services.backups import Backups, list_backups, restore_damaged, restore_file
from volunteer_app.services.session import Desk
from volunteer_app.storage import opening
from volunteer_app.storage.backup import content_of, make_backup, thin
from volunteer_app.storage.backup_file import Backup, BackupReason, backups_in, read_backup, verify
from volunteer_app.storage.database import open_engine, parse_target
from volunteer_app.storage.key_file import keys_path, read_keys, write_keys
from volunteer_app.storage.keys import Cost, new_data_key, new_ring
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


@pytest.fixture
def place(store: Store, office_path: Path, blank_file: Blank, tmp_path: Path) -> Place:
    ring = new_ring(blank_file.key).with_password(
        blank_file.key, blank_file.administrator.id, login="管理员", password=PASSWORD, cost=CHEAP
    )
    write_keys(keys_path(office_path), ring)
    return Place(store, office_path, tmp_path / "备份")


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


class TestMaking:
    def test_it_holds_the_same_rows_and_the_same_end_of_the_audit_chain(self, place: Place) -> None:
        made = place.back_up()

        assert made.manifest.content == content_of(place.store.engine)
        assert made.manifest.content.counts["team"] == 22
        assert made.manifest.content.counts["operator"] == 1
        assert made.manifest.content.audit_heads
        assert verify(made.path) == made

    def test_its_name_shows_the_offices_time(self, place: Place) -> None:
        assert place.back_up().path.name == f"office-{NOON:%Y%m%d-%H%M%S}.backup"

    def test_two_in_one_second_do_not_meet(self, place: Place) -> None:
        first, second = place.back_up(), place.back_up()

        assert first.path != second.path
        assert verify(first.path)
        assert verify(second.path)

    def test_nothing_in_it_is_readable(self, place: Place) -> None:
        content = place.back_up().path.read_bytes()

        assert "平原街道".encode() not in content
        assert b"SQLite format 3" not in content

    def test_it_leaves_no_rest(self, place: Place) -> None:
        made = place.back_up()

        assert list(place.folder.iterdir()) == [made.path]
        assert not list(place.path.parent.glob("*.partial"))

    def test_it_is_whole_while_another_desk_writes(self, place: Place) -> None:
        stop = threading.Event()

        def write() -> None:
            number = 0
            while not stop.is_set():
                number += 1
                rename_office(place.store.engine, f"平原街道办事处 {number}")

        writer = threading.Thread(target=write)
        writer.start()
        try:
            made = [place.back_up() for _ in range(3)]
        finally:
            stop.set()
            writer.join()

        for one in made:
            restored = one.path.with_suffix(".db")
            restore_file(one.path, restored)
            assert office_name(restored).startswith("平原街道办事处")

    def test_a_damaged_database_is_never_backed_up_over_nothing(self, place: Place) -> None:
        zero_root_page(place, "team")

        with pytest.raises(FileDamaged):
            place.back_up()

        assert list(place.folder.iterdir()) == []

    def test_a_damaged_index_is_made_anew_in_the_copy(self, place: Place) -> None:
        zero_root_page(place, "ix_person_phone")

        made = place.back_up()

        assert made.manifest.content.counts["team"] == 22

    def test_a_missing_slot_file_stops_it(self, place: Place) -> None:
        keys_path(place.path).unlink()

        with pytest.raises(FileMissing):
            place.back_up()

        assert list(place.folder.iterdir()) == []

    def test_a_full_disk_is_named_and_leaves_nothing(self, place: Place, tmp_path: Path) -> None:
        small = tmp_path / "stick"
        small.mkdir()
        with mounted(small, "size=300k"):
            with pytest.raises(DiskFull):
                replace(place, folder=small).back_up()

            assert list(small.iterdir()) == []

    def test_a_folder_that_cannot_be_written_is_named(self, place: Place, tmp_path: Path) -> None:
        """Root writes where modes forbid it; a disk mounted read-only refuses root as well."""
        locked = tmp_path / "locked"
        locked.mkdir()
        with mounted(locked, "ro"), pytest.raises((FileReadOnly, CannotOpenFile)):
            replace(place, folder=locked).back_up()

    def test_a_file_in_the_place_of_the_folder_is_no_bug_of_the_backup(self, place: Place) -> None:
        place.folder.write_bytes(b"")

        with pytest.raises(FileExistsError):
            place.back_up()

    def test_a_server_keeps_its_own_backups(self, postgres_server: PostgresServer, place: Place) -> None:
        engine = open_engine(parse_target(postgres_server.create_database()), b"")

        with pytest.raises(BackupIsTheServers):
            replace(place, store=replace(place.store, engine=engine)).back_up()

        engine.dispose()

    def test_rests_of_killed_attempts_go_after_an_hour(self, place: Place) -> None:
        place.folder.mkdir()
        old, fresh = place.folder / "office.db.a.partial", place.path.parent / "office.db.b.partial"
        foreign = place.folder / "other.db.c.partial"
        for rest, age in ((old, 2), (fresh, 0), (foreign, 2)):
            rest.write_bytes(b"")
            moment = (NOON - timedelta(hours=age)).timestamp()
            os.utime(rest, (moment, moment))

        place.back_up()

        assert [rest.exists() for rest in (old, fresh, foreign)] == [False, True, True]


class TestAKilledBackup:
    @pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
    @pytest.mark.parametrize("milliseconds", [5, 20, 40, 80, 160])
    def test_it_leaves_only_partial_files(self, place: Place, blank_file: Blank, milliseconds: int) -> None:
        with place.store.engine.begin() as connection:
            connection.execute(text("CREATE TABLE ballast (bytes BLOB)"))
            for _ in range(24):
                connection.execute(text("INSERT INTO ballast VALUES (randomblob(1000000))"))
        program = [sys.executable, "-c", KILLED_PROGRAM, place.path, place.folder, blank_file.key.file_key.hex()]
        child = subprocess.Popen([str(part) for part in program], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        assert child.stdout.readline() == "begin\n"

        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(timeout=milliseconds / 1000)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()

        made = [*place.folder.iterdir(), *place.path.parent.glob("*.partial")]
        assert {path.suffix for path in made} <= {".backup", ".partial"}
        for whole in place.folder.glob("*.backup"):
            assert verify(whole).manifest.content.counts["ballast"] == 24
        assert place.back_up().manifest.content == content_of(place.store.engine)


KILLED_PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from volunteer_app.storage.backup import make_backup
from volunteer_app.storage.backup_file import BackupReason
from volunteer_app.storage.database import open_engine
engine = open_engine(Path(sys.argv[1]), bytes.fromhex(sys.argv[3]))
print("begin", flush=True)
while True:
    make_backup(engine, Path(sys.argv[1]), Path(sys.argv[2]), made_at=datetime.now(UTC), reason=BackupReason.HOURLY)
"""


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


class TestTheShelfInTime:
    def test_only_what_changed_is_due(self, place: Place, desk: Desk) -> None:
        backups = Backups(desk, place.path)
        before = backups.is_due(place.folder)
        backups.make(place.folder)
        after = backups.is_due(place.folder)
        with place.store.engine.begin() as connection:
            connection.execute(text("UPDATE audit_head SET seq = seq + 1"))

        assert (before, after, backups.is_due(place.folder)) == (True, False, True)

    def test_thinning_spares_what_was_made_by_hand_and_what_is_anothers(self, place: Place) -> None:
        old = NOON - timedelta(days=5)
        by_hand = place.back_up(made_at=old)
        early = place.back_up(BackupReason.HOURLY, made_at=old + timedelta(hours=1))
        late = place.back_up(BackupReason.ON_EXIT, made_at=old + timedelta(hours=2))

        others = thin(place.folder, "another key", NOON)
        ours = thin(place.folder, late.manifest.key_id, NOON)

        assert (others, ours) == ((), (early.path,))
        assert {one.path for one in backups_in(place.folder).backups} == {by_hand.path, late.path}

    def test_who_may_only_look_makes_no_backup(self, place: Place, desk: Desk) -> None:
        viewer = replace(desk, operator=replace(desk.operator, role=Role.VIEWER))

        with pytest.raises(NotPermitted):
            Backups(viewer, place.path).make(place.folder)


def zero_root_page(place: Place, name: str) -> None:
    """Ruin the first page of a table or an index of the closed file."""
    with place.store.engine.connect() as connection:
        page = connection.scalar(text("SELECT rootpage FROM sqlite_master WHERE name = :name"), {"name": name})
    place.store.engine.dispose()
    with place.path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))


def flip(path: Path, offset: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 4]))


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


class mounted:  # noqa: N801  # used like a function in a `with`
    """A small disk of memory at this folder; skips the test where nobody may mount one."""

    def __init__(self, folder: Path, options: str) -> None:
        self._folder = folder
        self._options = options

    def __enter__(self) -> None:
        mount = ["mount", "-t", "tmpfs", "-o", self._options, "tmpfs", str(self._folder)]
        if (
            sys.platform == "win32"
            or os.geteuid() != 0
            or subprocess.run(mount, capture_output=True, check=False).returncode
        ):
            pytest.skip("only root can mount a disk for this test, and only on Linux")

    def __exit__(self, *_: object) -> None:
        subprocess.run(["umount", str(self._folder)], check=True)
