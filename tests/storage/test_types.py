"""Moments and keys mean the same on both engines: in Python, in comparisons, and in the bytes on the disk."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Engine, MetaData, Table, func, insert, select, text
from sqlalchemy.exc import StatementError

from tests.postgres_server import PostgresServer
from volunteer_app.domain.ids import uuid7
from volunteer_app.storage.database import create_file, open_engine, parse_target
from volunteer_app.storage.types import AwareTime, UuidKey

SHANGHAI = timezone(timedelta(hours=8))
moments = Table("moment", MetaData(), Column("id", UuidKey, primary_key=True), Column("at", AwareTime))


@pytest.fixture(params=["file", pytest.param("server", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of each kind with one table of the two types."""
    if request.param == "file":
        engine = create_file(tmp_path / "types.db", b"k" * 32)
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        engine = open_engine(parse_target(server.create_database()), b"")
    moments.metadata.create_all(engine)
    yield engine
    engine.dispose()


def store(engine: Engine, *times: datetime | None) -> list[uuid.UUID]:
    ids = [uuid.uuid4() for _ in times]
    rows = [{"id": id_, "at": at} for id_, at in zip(ids, times, strict=True)]
    with engine.begin() as connection:
        connection.execute(insert(moments), rows)
    return ids


def load(engine: Engine, id_: uuid.UUID) -> datetime | None:
    with engine.connect() as connection:
        return connection.scalar(select(moments.c.at).where(moments.c.id == id_))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(at=st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(SHANGHAI)))  # noqa: DTZ001
def test_a_moment_comes_back_to_the_microsecond_and_in_utc(engine: Engine, at: datetime) -> None:
    [id_] = store(engine, at)

    back = load(engine, id_)

    assert back == at
    assert back is not None
    assert back.tzinfo is UTC or back.utcoffset() == timedelta(0)


def test_no_moment_stays_no_moment(engine: Engine) -> None:
    [id_] = store(engine, None)

    assert load(engine, id_) is None


def test_a_naive_moment_is_refused(engine: Engine) -> None:
    naive = datetime(2026, 7, 1, 8, 0)  # noqa: DTZ001

    with pytest.raises(StatementError, match="naive"):
        store(engine, naive)


def test_moments_of_different_zones_compare_by_the_instant(engine: Engine) -> None:
    earlier = datetime(2026, 7, 1, 8, 30, tzinfo=SHANGHAI)
    later = datetime(2026, 7, 1, 1, 0, tzinfo=UTC)
    store(engine, later, earlier)

    with engine.connect() as connection:
        in_order = list(connection.scalars(select(moments.c.at).order_by(moments.c.at)))
        after = connection.scalar(select(func.count()).where(moments.c.at > earlier).select_from(moments))

    assert in_order == [earlier, later]
    assert after == 1


def test_moments_before_1970_sort_before_it(engine: Engine) -> None:
    old, new = datetime(1961, 3, 4, 5, 6, 7, 8, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC)
    store(engine, new, old)

    with engine.connect() as connection:
        first = connection.scalar(select(moments.c.at).order_by(moments.c.at).limit(1))

    assert first == old


def test_a_key_takes_sixteen_bytes_in_the_file(tmp_path: Path) -> None:
    engine = create_file(tmp_path / "types.db", b"k" * 32)
    moments.metadata.create_all(engine)
    store(engine, datetime(2026, 7, 1, tzinfo=UTC))

    with engine.connect() as connection:
        kind, length = connection.execute(text("SELECT typeof(id), length(id) FROM moment")).one()
        number = connection.scalar(text("SELECT typeof(at) FROM moment"))

    assert (kind, length, number) == ("blob", 16, "integer")
    engine.dispose()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(milliseconds=st.lists(st.integers(0, 2**48 - 1), min_size=2, max_size=6, unique=True))
def test_keys_sort_by_the_time_they_were_made(engine: Engine, milliseconds: list[int]) -> None:
    ids = [uuid7(ms, 7) for ms in milliseconds]
    with engine.begin() as connection:
        connection.execute(moments.delete())
        connection.execute(insert(moments), [{"id": id_, "at": None} for id_ in ids])

    with engine.connect() as connection:
        stored = list(connection.scalars(select(moments.c.id).order_by(moments.c.id)))

    assert stored == [uuid7(ms, 7) for ms in sorted(milliseconds)]
