"""The office's server: its address, its refusals, what it must not tell; and the rules both engines name alike."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from tests.postgres_server import PostgresServer
from tests.storage.small_file import KEY, make_small_file, make_tables, refusal_of, run
from volunteer_app.domain.errors import (
    BadDatabaseAddress,
    ConstraintBroken,
    DatabaseBusy,
    ServerRefused,
    ServerUnreachable,
    WritersCollided,
)
from volunteer_app.storage import database
from volunteer_app.storage.database import (
    READ_ONLY,
    open_engine,
    parse_target,
)
from volunteer_app.storage.driver_errors import translate
from volunteer_app.storage.retry import retrying


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_small_file(tmp_path / "volunteer.db")


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = open_engine(path, KEY)
    yield engine
    engine.dispose()


@pytest.fixture
def server_engine(postgres_server: PostgresServer) -> Iterator[Engine]:
    engine = open_engine(parse_target(postgres_server.create_database()), b"")
    make_tables(engine)
    yield engine
    engine.dispose()


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
