"""A founded office a test: an encrypted file copied from one made once, and the same on a real PostgreSQL.

Copying costs milliseconds, so no test needs a fake store.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine

from tests import builders
from tests.postgres_server import PostgresServer
from volunteer_app import paths
from volunteer_app.domain.operators import Operator
from volunteer_app.services.office import Founding, found_office
from volunteer_app.services.presets import Presets, load_presets
from volunteer_app.services.session import Desk
from volunteer_app.storage import schema
from volunteer_app.storage.database import open_engine, parse_target
from volunteer_app.storage.keys import DataKey, new_data_key
from volunteer_app.storage.opening import make_file
from volunteer_app.storage.unit_of_work import Store

FOUNDING = Founding("平原街道办事处", "平原街道", "0370-2000110", "郑管理")


@dataclass(frozen=True, slots=True)
class Blank:
    """An office as it is right after founding, ready to be copied."""

    place: str
    office_id: UUID
    key: DataKey
    administrator: Operator


def fixed_clock() -> datetime:
    return builders.NOW.astimezone(UTC)


@pytest.fixture(scope="session")
def presets() -> Presets:
    return load_presets(paths.resources_dir())


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory, presets: Presets) -> Blank:
    path = tmp_path_factory.mktemp("blank") / "office.db"
    made = make_file(path)
    administrator = found_office(made.store, FOUNDING, presets, fixed_clock)
    made.store.engine.dispose()
    return Blank(str(path), made.store.office_id, made.key, administrator)


@pytest.fixture(scope="session")
def blank_database(postgres_server: PostgresServer, presets: Presets) -> Blank:
    key = new_data_key()
    url = postgres_server.create_database()
    engine = open_engine(parse_target(url), key.file_key)
    schema.upgrade(engine)
    office_id = builders.office_id()
    administrator = found_office(Store(engine, office_id, key.secrets()), FOUNDING, presets, fixed_clock)
    engine.dispose()
    return Blank(url, office_id, key, administrator)


@pytest.fixture
def office_path(blank_file: Blank, tmp_path: Path) -> Path:
    """A copy of the blank file, not opened."""
    path = tmp_path / "office.db"
    shutil.copy2(blank_file.place, path)
    return path


@pytest.fixture
def store(blank_file: Blank, office_path: Path) -> Iterator[Store]:
    engine = open_engine(office_path, blank_file.key.file_key)
    yield Store(engine, blank_file.office_id, blank_file.key.secrets())
    close(engine)


@pytest.fixture
def desk(store: Store, blank_file: Blank) -> Desk:
    """The administrator at an encrypted file, at 09:00 of the test day."""
    return Desk(store, blank_file.administrator, fixed_clock)


@pytest.fixture(params=["file", "postgresql"])
def both_engines(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """The administrator's desk, once on an encrypted file and once on PostgreSQL."""
    if request.param == "file":
        yield request.getfixturevalue("desk")
        return
    blank: Blank = request.getfixturevalue("blank_database")
    server: PostgresServer = request.getfixturevalue("postgres_server")
    engine = open_engine(parse_target(server.create_database(database_name(blank))), blank.key.file_key)
    yield Desk(Store(engine, blank.office_id, blank.key.secrets()), blank.administrator, fixed_clock)
    close(engine)


def close(engine: Engine) -> None:
    """Fails a test that left a session open."""
    still_out = engine.pool.checkedout()  # type: ignore[attr-defined]  # every engine of ours has a QueuePool
    engine.dispose()
    assert still_out == 0


def database_name(blank: Blank) -> str:
    return parse_target(blank.place).database or ""  # type: ignore[union-attr]  # a server's address is a URL
