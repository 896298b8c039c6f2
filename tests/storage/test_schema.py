"""The schema: what migrations make is what the records say, on both engines."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from volunteer_app.services.session import Desk
from volunteer_app.storage import schema
from volunteer_app.storage.records import Record

GLOBAL_TABLES = {"alembic_version"}


def is_ours(_object: object, name: str | None, kind: str, _reflected: object, _other: object) -> bool:
    return not (kind == "table" and str(name).startswith("search_index"))


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"include_object": is_ours, "compare_type": False})
    return list(compare_metadata(context, Record.metadata))


def test_migrated_tables_are_those_of_the_records(both_engines: Desk) -> None:
    with both_engines.store.engine.connect() as connection:
        assert differences(connection) == []


def test_the_newest_step_is_the_one_the_program_asks_for(both_engines: Desk) -> None:
    assert schema.is_current(both_engines.store.engine)


def test_every_table_is_keyed_by_its_office_first(both_engines: Desk) -> None:
    found = inspect(both_engines.store.engine)

    keys = {
        name: found.get_pk_constraint(name)["constrained_columns"][0]
        for name in Record.metadata.tables
        if name != "search_document"
    }

    assert set(keys.values()) == {"office_id"}
