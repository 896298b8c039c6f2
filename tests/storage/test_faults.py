"""A file that was hurt: found, named, set aside; and what a full disk or a quota does to what was saved."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from tests.storage.damage import PAGE, flip, mounted
from tests.storage.small_file import KEY, make_small_file, refusal_of, run
from volunteer_app.domain.errors import (
    CannotDecrypt,
    DiskFull,
    FileDamaged,
)
from volunteer_app.storage.database import (
    Access,
    companions,
    connect,
    create_file,
    open_engine,
)
from volunteer_app.storage.driver_errors import translate
from volunteer_app.storage.file_health import check_pages, find_faults, set_aside

NOON = datetime(2026, 7, 1, 4, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_small_file(tmp_path / "volunteer.db")


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = open_engine(path, KEY)
    yield engine
    engine.dispose()


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
        flip(path, 20 * PAGE + 1234)
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

    def test_a_full_disk_loses_nothing_that_was_saved(self, tmp_path: Path) -> None:
        with mounted(tmp_path, "size=2m"):
            engine = create_file(tmp_path / "volunteer.db", KEY)
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


def _open_and_check(path: Path) -> None:
    engine = open_engine(path, KEY)
    try:
        check_pages(engine)
    finally:
        engine.dispose()
