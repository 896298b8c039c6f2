"""Makes a new database's tables and brings an old one up to date. Alembic is imported only when there is work to do."""

from sqlalchemy import Connection, Engine, inspect, text

from volunteer_app.domain.errors import FileTooNew
from volunteer_app.storage.guards import install_guards
from volunteer_app.storage.search import CREATE_INDEX

HEAD = "0005"
MIGRATIONS = "volunteer_app.storage:migrations"


def version(connection: Connection) -> str | None:
    """The revision the database stands at; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def is_current(engine: Engine) -> bool:
    """Raises FileTooNew when a newer program wrote this database."""
    with engine.connect() as connection:
        found = version(connection)
    if found is not None and found > HEAD:
        raise FileTooNew(found, HEAD)
    return found == HEAD


def upgrade(engine: Engine) -> None:
    """Run the missing steps, then remake every guard. On SQLite foreign keys are off meanwhile (storage.md 4.3)."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    scripts = ScriptDirectory.from_config(config)

    def steps(revision: str, _context: object) -> object:
        return scripts._upgrade_revs(HEAD, revision)

    with engine.connect() as connection:
        _foreign_keys(connection, "OFF")
        config.attributes["connection"] = connection
        with EnvironmentContext(config, scripts, fn=steps, destination_rev=HEAD):
            scripts.run_env()
        _finish(connection)
        connection.commit()
        _foreign_keys(connection, "ON")


def _finish(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text(CREATE_INDEX))
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            raise RuntimeError(f"{len(broken)} rows point nowhere after the migration")
    install_guards(connection)


def _foreign_keys(connection: Connection, state: str) -> None:
    if connection.dialect.name == "sqlite":
        raw = connection.connection.driver_connection
        raw.execute(f"PRAGMA foreign_keys={state}")  # type: ignore[union-attr]
