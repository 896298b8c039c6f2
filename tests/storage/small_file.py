"""A small encrypted file with two tables: what the tests of opening, of faults and of the server stand on."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from volunteer_app.storage.database import (
    create_file,
)
from volunteer_app.storage.driver_errors import translate

KEY = bytes(range(32))
NAMES = 3_000
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


def make_small_file(path: Path) -> Path:
    """An encrypted file with a few hundred pages, closed."""
    engine = create_file(path, KEY)
    make_tables(engine)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE person (name TEXT)"))
        connection.execute(
            text("INSERT INTO person VALUES (:name)"), [{"name": f"志愿者{i:05}" * 8} for i in range(NAMES)]
        )
    engine.dispose()
    return path


def make_tables(engine: Engine) -> None:
    run(engine, *TABLES.split(";"))
