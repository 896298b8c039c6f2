"""Opening the encrypted file: what is refused, what every connection has, how readers and writers share it."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from tests.storage.small_file import KEY, make_small_file, refusal_of, run
from volunteer_app.domain.errors import (
    CannotDecrypt,
    DatabaseBusy,
    FileDamaged,
    FileExists,
    FileMissing,
    FileReadOnly,
    PlaceRefused,
)
from volunteer_app.storage import database
from volunteer_app.storage.database import (
    READ_ONLY,
    create_file,
    open_engine,
    open_viewer,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_small_file(tmp_path / "volunteer.db")


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = open_engine(path, KEY)
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
