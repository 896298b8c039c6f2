"""Opening the data and every way in which that can fail: what is said, and that nothing is lost or made by accident."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from tests.postgres_server import PostgresServer
from volunteer_app.domain.errors import (
    BadDatabaseAddress,
    CannotDecrypt,
    ConstraintBroken,
    DatabaseBusy,
    DiskFull,
    FileDamaged,
    FileExists,
    FileMissing,
    FileReadOnly,
    PlaceRefused,
    ServerRefused,
    ServerUnreachable,
    WritersCollided,
)
from volunteer_app.storage import database
from volunteer_app.storage.database import (
    READ_ONLY,
    Access,
    companions,
    connect,
    create_file,
    open_engine,
    open_viewer,
    parse_target,
)
from volunteer_app.storage.driver_errors import translate
from volunteer_app.storage.file_health import check_pages, find_faults, set_aside
from volunteer_app.storage.retry import retrying

KEY = bytes(range(32))
NOON = datetime(2026, 7, 1, 4, 0, tzinfo=UTC)
NAMES = 3_000
PAGE = 4096
TABLES = """
    CREATE TABLE team (id INTEGER CONSTRAINT pk_team PRIMARY KEY, name TEXT NOT NULL CONSTRAINT uq_team_name UNIQUE,
                       size INTEGER CONSTRAINT ck_team_size CHECK (size >= 0));
    CREATE TABLE member (team_id INTEGER CONSTRAINT fk_member_team_id REFERENCES team (id));
    INSERT INTO team VALUES (1, '青年志愿突击队', 3)
"""


def run(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def refusal_of(engine: Engine, statement: str) -> Exception:
    """What the table makes of the driver's exception."""
    with pytest.raises(DBAPIError) as caught:
        run(engine, statement)
    return translate(caught.value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An encrypted file with a few hundred pages, closed."""
    path = tmp_path / "volunteer.db"
    engine = create_file(path, KEY)
    run(engine, *TABLES.split(";"), "CREATE TABLE person (name TEXT)")
    with engine.begin() as connection:
        connection.execute(
            text("INSERT INTO person VALUES (:name)"), [{"name": f"志愿者{i:05}" * 8} for i in range(NAMES)]
        )
    engine.dispose()
    return path


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = open_engine(path, KEY)
    yield engine
    engine.dispose()


@pytest.fixture
def server_engine(postgres_server: PostgresServer) -> Iterator[Engine]:
    engine = open_engine(parse_target(postgres_server.create_database()), b"")
    run(engine, *TABLES.split(";"))
    yield engine
    engine.dispose()


class TestTheFile:
    def test_it_is_encrypted_whole(self, path: Path) -> None:
        content = path.read_bytes()

        assert not content.startswith(b"SQLite format 3")
        assert "志愿者".encode() not in content

    def test_every_connection_has_the_same_rules(self, engine: Engine) -> None:
        pragmas = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "temp_store": 2, "query_only": 0}

        with engine.begin() as first, engine.connect() as second:
            for connection in (first, second.execution_options(**{READ_ONLY: True})):
                found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas}
                assert found | {"query_only": 0} == pragmas

    def test_a_missing_file_is_named_and_not_made(self, tmp_path: Path) -> None:
        missing = tmp_path / "elsewhere.db"

        with pytest.raises(FileMissing) as refusal:
            open_engine(missing, KEY)

        assert refusal.value.file == "elsewhere.db"
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("content", [b"", b"x"])
    def test_a_stump_is_not_taken_for_an_empty_office(self, tmp_path: Path, content: bytes) -> None:
        stump = tmp_path / "volunteer.db"
        stump.write_bytes(content)

        with pytest.raises(FileDamaged):
            open_engine(stump, KEY)

        assert stump.read_bytes() == content

    @pytest.mark.parametrize("taken", ["volunteer.db", "volunteer.db-wal"])
    def test_a_new_file_never_takes_the_place_of_another(self, tmp_path: Path, taken: str) -> None:
        (tmp_path / taken).write_bytes(b"somebody's")

        with pytest.raises(FileExists):
            create_file(tmp_path / "volunteer.db", KEY)

        assert (tmp_path / taken).read_bytes() == b"somebody's"

    def test_a_new_file_makes_its_folder(self, tmp_path: Path) -> None:
        path = tmp_path / "数据" / "volunteer #1 100%.db"

        create_file(path, KEY).dispose()

        open_engine(path, KEY).dispose()

    @pytest.mark.parametrize("opener", [open_engine, open_viewer, create_file])
    def test_a_risky_place_is_refused(self, tmp_path: Path, opener: Callable[[Path, bytes], Engine]) -> None:
        folder = tmp_path / "OneDrive"
        folder.mkdir()
        path = folder / ("new.db" if opener is create_file else "volunteer.db")
        (folder / "volunteer.db").write_bytes(b"x")

        with pytest.raises(PlaceRefused):
            opener(path, KEY)

    def test_the_wrong_key_is_refused_without_noise(self, path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        before = path.read_bytes()

        with pytest.raises(CannotDecrypt) as refusal:
            open_engine(path, KEY[::-1])

        assert refusal.value.file == "volunteer.db"
        assert path.read_bytes() == before
        assert capfd.readouterr() == ("", "")

    @pytest.mark.parametrize("content", [b"Duty sheet of July\n" * 500, b"SQLite format 3\0" + bytes(8192)])
    def test_a_file_that_is_no_database_of_ours_is_refused(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "notes.db"
        path.write_bytes(content)

        with pytest.raises(CannotDecrypt):
            open_engine(path, KEY)

        assert path.read_bytes() == content

    def test_a_key_of_the_wrong_length_is_a_bug(self, path: Path) -> None:
        with pytest.raises(ValueError, match="32 bytes"):
            open_engine(path, b"short")

    def test_neither_key_nor_parameters_show(self, engine: Engine) -> None:
        with pytest.raises(DBAPIError) as caught, engine.connect() as connection:
            connection.execute(text("SELECT nothing FROM team WHERE name = :name"), {"name": "154****4471"})

        assert "4471" not in str(caught.value)
        assert KEY.hex() not in repr(engine) + str(engine.url) + str(caught.value)


class TestTransactions:
    def test_a_transaction_that_only_reads_cannot_write(self, engine: Engine) -> None:
        reader = engine.execution_options(**{READ_ONLY: True})

        assert refusal_of(reader, "DELETE FROM team").__class__ is FileReadOnly

        run(engine, "UPDATE team SET size = 4")

    def test_a_viewer_cannot_write_at_all(self, path: Path) -> None:
        viewer = open_viewer(path, KEY)

        assert isinstance(refusal_of(viewer, "UPDATE team SET size = 4"), FileReadOnly)
        viewer.dispose()

    def test_readers_do_not_wait_for_a_writer(self, engine: Engine) -> None:
        reader = engine.execution_options(**{READ_ONLY: True})

        with engine.begin() as writing:
            writing.execute(text("UPDATE team SET size = 99"))
            with reader.connect() as reading:
                seen = reading.scalar(text("SELECT size FROM team"))

        assert seen == 3

    def test_a_reader_sees_one_moment(self, engine: Engine) -> None:
        with engine.execution_options(**{READ_ONLY: True}).connect() as reading:
            before = reading.scalar(text("SELECT size FROM team"))
            run(engine, "UPDATE team SET size = 99")
            after = reading.scalar(text("SELECT size FROM team"))

        assert before == after == 3

    def test_two_writers_take_turns(self, engine: Engine) -> None:
        def count_up() -> None:
            for _ in range(25):
                with engine.begin() as connection:
                    size = connection.scalar(text("SELECT size FROM team"))
                    connection.execute(text("UPDATE team SET size = :size"), {"size": size + 1})

        threads = [threading.Thread(target=count_up) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        with engine.connect() as connection:
            assert connection.scalar(text("SELECT size FROM team")) == 3 + 75

    def test_a_writer_that_never_ends_is_named(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
        ours, theirs = open_engine(path, KEY), open_engine(path, KEY)

        with theirs.begin():
            refusal = refusal_of(ours, "UPDATE team SET size = 4")

        assert isinstance(refusal, DatabaseBusy)
        run(ours, "UPDATE team SET size = 4")
        ours.dispose()
        theirs.dispose()

    def test_a_file_that_somebody_writes_to_can_be_opened(self, path: Path, engine: Engine) -> None:
        with engine.begin() as writing:
            writing.execute(text("UPDATE team SET size = 4"))

            open_engine(path, KEY).dispose()
            open_viewer(path, KEY).dispose()

    def test_leaving_without_commit_undoes_everything(self, engine: Engine) -> None:
        with engine.connect() as connection:
            connection.execute(text("UPDATE team SET size = 99"))

        with engine.connect() as connection:
            assert connection.scalar(text("SELECT size FROM team")) == 3
        assert engine.pool.checkedout() == 0  # type: ignore[attr-defined]  # QueuePool


class TestFaults:
    @pytest.mark.parametrize("left", [1, PAGE - 1, PAGE, 10 * PAGE + 7, -PAGE])
    def test_a_truncated_file_is_never_taken_for_whole(self, path: Path, left: int) -> None:
        os.truncate(path, left if left > 0 else path.stat().st_size + left)

        with pytest.raises((CannotDecrypt, FileDamaged)):
            _open_and_check(path)

    @pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.999])
    def test_a_zeroed_page_is_found_wherever_it_lies(self, path: Path, share: float) -> None:
        page = int(share * (path.stat().st_size // PAGE))
        with path.open("r+b") as file:
            file.seek(page * PAGE)
            file.write(bytes(PAGE))

        with pytest.raises((CannotDecrypt, FileDamaged)):
            _open_and_check(path)

    def test_one_flipped_bit_is_found(self, path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(20 * PAGE + 1234)
            byte = file.read(1)[0]
            file.seek(-1, os.SEEK_CUR)
            file.write(bytes([byte ^ 1]))
        engine = open_engine(path, KEY)

        faults = find_faults(engine)

        assert faults
        engine.dispose()

    def test_a_whole_file_has_no_faults(self, engine: Engine) -> None:
        check_pages(engine)

        assert find_faults(engine) == ()

    def test_a_row_that_points_nowhere_is_found(self, path: Path, engine: Engine) -> None:
        bare = connect(path, KEY, Access.WRITE)
        bare.execute("PRAGMA foreign_keys = OFF")
        bare.execute("INSERT INTO member VALUES (77)")
        bare.close()

        assert find_faults(engine) == ("foreign key of member",)

    def test_ruined_text_counts_as_damage(self, engine: Engine) -> None:
        run(engine, "UPDATE person SET name = CAST(x'ff41fe' AS TEXT)")

        with pytest.raises(DBAPIError) as caught, engine.connect() as connection:
            connection.execute(text("SELECT name FROM person")).all()

        assert isinstance(translate(caught.value), FileDamaged)

    def test_a_damaged_file_is_set_aside_whole(self, path: Path) -> None:
        keys = path.with_name("volunteer.db.keys")
        keys.write_bytes(b"slots")
        parts = [path, *companions(path)]
        for part in parts[1:]:
            part.write_bytes(part.name.encode())
        before = {part.name: part.read_bytes() for part in parts}

        folder = set_aside(path, "damaged", NOON)

        assert folder == path.parent / "damaged-20260701-040000-000000"
        assert {name: (folder / name).read_bytes() for name in before} == before
        assert (folder / keys.name).read_bytes() == keys.read_bytes() == b"slots"
        assert [part for part in parts if part.exists()] == []

    def test_nothing_is_set_aside_over_something_else(self, path: Path) -> None:
        set_aside(path, "damaged", NOON)

        with pytest.raises(FileExistsError):
            set_aside(path, "damaged", NOON)

    def test_a_full_disk_loses_nothing_that_was_saved(self, small_disk: Path) -> None:
        engine = create_file(small_disk / "volunteer.db", KEY)
        run(engine, "CREATE TABLE person (name TEXT)", "INSERT INTO person VALUES ('saved')")

        refusal = refusal_of(engine, f"INSERT INTO person VALUES (randomblob({8 << 20}))")

        assert isinstance(refusal, DiskFull)
        with engine.connect() as connection:
            assert connection.scalar(text("SELECT count(*) FROM person")) == 1
        run(engine, "INSERT INTO person VALUES ('after')")
        assert find_faults(engine) == ()
        engine.dispose()

    @pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a POSIX thing")
    def test_a_quota_is_told_as_a_fault_of_the_disk(self, path: Path) -> None:
        """In a process of its own: the limit cannot be taken back."""
        done = subprocess.run(
            [sys.executable, "-c", QUOTA_PROGRAM, str(path), KEY.hex()], capture_output=True, text=True, check=False
        )

        assert done.stdout.split() == ["DiskFault", "3"], done.stderr


QUOTA_PROGRAM = """
import resource, signal, sys
from pathlib import Path
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from volunteer_app.storage.database import open_engine, translate
path = Path(sys.argv[1])
engine = open_engine(path, bytes.fromhex(sys.argv[2]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    with engine.begin() as connection:
        connection.execute(text("UPDATE team SET size = 4"))
        connection.execute(text("INSERT INTO person SELECT name FROM person"))
except DBAPIError as error:
    print(type(translate(error)).__name__)
with engine.connect() as connection:
    print(connection.scalar(text("SELECT size FROM team")))
engine.dispose()
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if (
        sys.platform == "win32"
        or os.geteuid() != 0
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("only root can mount a small disk here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


class TestRefusedRows:
    @pytest.mark.parametrize("kind", ["engine", pytest.param("server_engine", marks=pytest.mark.postgres)])
    @pytest.mark.parametrize(
        ("statement", "constraint"),
        [
            ("INSERT INTO team VALUES (2, '青年志愿突击队', 1)", "uq_team_name"),
            ("INSERT INTO team VALUES (2, '义诊队', -1)", "ck_team_size"),
            ("INSERT INTO team VALUES (2, NULL, 1)", "team.name"),
        ],
    )
    def test_the_broken_rule_is_named_alike_on_both_engines(
        self, request: pytest.FixtureRequest, kind: str, statement: str, constraint: str
    ) -> None:
        engine: Engine = request.getfixturevalue(kind)

        refusal = refusal_of(engine, statement)

        assert isinstance(refusal, ConstraintBroken)
        assert refusal.constraint == constraint

    def test_a_row_that_would_point_nowhere_is_refused(self, engine: Engine) -> None:
        refusal = refusal_of(engine, "INSERT INTO member VALUES (5)")

        assert isinstance(refusal, ConstraintBroken)

    def test_the_server_tells_no_values(self, server_engine: Engine) -> None:
        """The server's DETAIL line holds the refused row (storage.md 1.5)."""
        with pytest.raises(DBAPIError) as caught:
            run(server_engine, "INSERT INTO team VALUES (2, '青年志愿突击队', 1)")

        told = str(caught.value) + str(caught.value.orig) + repr(caught.value.orig)
        assert "uq_team_name" in told
        assert "青年志愿突击队" not in told.replace("INSERT INTO team VALUES (2, '青年志愿突击队', 1)", "")


class TestTheServer:
    @pytest.mark.parametrize(
        "address", ["mysql://x/y", "postgresql://", "postgresql://host", "http://x/y", "://", "postgresql://h:port/x"]
    )
    def test_other_addresses_are_refused(self, address: str) -> None:
        with pytest.raises(BadDatabaseAddress):
            parse_target(address)

    @pytest.mark.parametrize("name", ["volunteer.db", "C:\\数据\\volunteer.db", "/srv/volunteer.db"])
    def test_a_file_name_is_a_file(self, name: str) -> None:
        assert parse_target(name) == Path(name)

    def test_a_server_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(ServerUnreachable):
            open_engine(parse_target(f"postgresql://volunteer@/office?host={tmp_path}"), b"")

    def test_a_database_that_is_not_there_is_named(self, postgres_server: PostgresServer) -> None:
        with pytest.raises(ServerRefused):
            open_engine(parse_target(postgres_server.url("nowhere")), b"")

    def test_a_name_the_server_does_not_know_is_named(self, postgres_server: PostgresServer) -> None:
        address = postgres_server.url("postgres").replace("volunteer@", "somebody@")

        with pytest.raises(ServerRefused):
            open_engine(parse_target(address), b"")

    def test_over_a_network_the_server_has_to_prove_its_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(database, "_try", lambda _engine, _probe: None)

        asked = [
            open_engine(parse_target(address), b"").url.query.get("sslmode")
            for address in (
                "postgresql://desk@db.office/office",
                "postgresql://desk@db.office/office?sslmode=require",
                "postgresql://desk@localhost/office",
            )
        ]

        assert asked == ["verify-full", "require", None]

    def test_a_transaction_that_only_reads_cannot_write(self, server_engine: Engine) -> None:
        reader = server_engine.execution_options(**{READ_ONLY: True})

        with pytest.raises(DBAPIError, match="read-only transaction"):
            run(reader, "DELETE FROM team")

    def test_a_reader_sees_one_moment(self, server_engine: Engine) -> None:
        with server_engine.execution_options(**{READ_ONLY: True}).connect() as reading:
            before = reading.scalar(text("SELECT size FROM team"))
            run(server_engine, "UPDATE team SET size = 99")
            after = reading.scalar(text("SELECT size FROM team"))

        assert before == after == 3

    def test_a_broken_connection_is_named_and_replaced(self, server_engine: Engine) -> None:
        with server_engine.connect() as connection, server_engine.connect() as other:
            pid = connection.scalar(text("SELECT pg_backend_pid()"))
            other.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})

            with pytest.raises(DBAPIError) as caught:
                connection.execute(text("SELECT 1"))

        assert isinstance(translate(caught.value), ServerUnreachable)
        run(server_engine, "SELECT 1")

    def test_crosswise_writers_are_told_to_try_again(self, server_engine: Engine) -> None:
        run(server_engine, "INSERT INTO team VALUES (2, '义诊队', 1)")
        meet = threading.Barrier(2)
        refusals: list[Exception] = []

        def lock_both(first: int, second: int) -> None:
            try:
                with server_engine.begin() as connection:
                    connection.execute(text("UPDATE team SET size = 5 WHERE id = :id"), {"id": first})
                    meet.wait(timeout=10)
                    connection.execute(text("UPDATE team SET size = 5 WHERE id = :id"), {"id": second})
            except DBAPIError as error:
                refusals.append(translate(error))

        threads = [threading.Thread(target=lock_both, args=pair) for pair in ((1, 2), (2, 1))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert [type(refusal) for refusal in refusals] == [WritersCollided]


class TestTryingAgain:
    def test_work_that_the_server_undid_is_done_again(self) -> None:
        outcomes: list[Exception | None] = [WritersCollided(), WritersCollided(), None]
        pauses: list[float] = []

        def work() -> str:
            if error := outcomes.pop(0):
                raise error
            return "done"

        assert retrying(work, pauses.append) == "done"
        assert len(pauses) == 2
        assert 0 < pauses[0] < pauses[1] * 1.5

    def test_it_gives_up_after_a_few_times(self) -> None:
        tries: list[float] = []

        def work() -> None:
            tries.append(0)
            raise WritersCollided

        with pytest.raises(WritersCollided):
            retrying(work, tries.append, attempts=3)

        assert len(tries) == 3 + 2

    def test_any_other_refusal_is_passed_on_at_once(self) -> None:
        def work() -> None:
            raise DatabaseBusy

        pauses: list[float] = []

        with pytest.raises(DatabaseBusy):
            retrying(work, pauses.append)

        assert pauses == []


def _open_and_check(path: Path) -> None:
    engine = open_engine(path, KEY)
    try:
        check_pages(engine)
    finally:
        engine.dispose()
