"""Backups that can be trusted: whole while others write, checked before they get a name, clean after a crash."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.postgres_server import PostgresServer
from tests.storage.backup_place import NOON, Place, office_name, place_with_slots, rename_office
from tests.storage.damage import mounted, zero_root_page
from tests.stores import Blank
from volunteer_app.domain.errors import (
    BackupIsTheServers,
    CannotOpenFile,
    DiskFull,
    FileDamaged,
    FileMissing,
    FileReadOnly,
    NotPermitted,
)
from volunteer_app.domain.operators import Role
from volunteer_app.services.backups import Backups, restore_file
from volunteer_app.services.session import Desk
from volunteer_app.storage.backup import content_of, thin
from volunteer_app.storage.backup_file import BackupReason, backups_in, verify
from volunteer_app.storage.database import open_engine, parse_target
from volunteer_app.storage.key_file import keys_path
from volunteer_app.storage.unit_of_work import Store


@pytest.fixture
def place(store: Store, office_path: Path, blank_file: Blank, tmp_path: Path) -> Place:
    return place_with_slots(store, office_path, blank_file, tmp_path / "备份")


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
        zero_root_page(place.store.engine, place.path, "team")

        with pytest.raises(FileDamaged):
            place.back_up()

        assert list(place.folder.iterdir()) == []

    def test_a_damaged_index_is_made_anew_in_the_copy(self, place: Place) -> None:
        zero_root_page(place.store.engine, place.path, "ix_person_phone")

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
