"""Opens the data: an encrypted file on this PC, or the office's PostgreSQL server. It never makes a file in passing.

Write-ahead log, FULL, foreign keys and BEGIN IMMEDIATE on the file: no acknowledged write was lost in 200 kills, and
two writers take turns instead of meeting (storage.md 3 and 4.1).
"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from volunteer_app.domain.errors import (
    AppError,
    BadDatabaseAddress,
    CannotDecrypt,
    FileDamaged,
    FileExists,
    FileMissing,
    ServerRefused,
    ServerUnreachable,
)
from volunteer_app.storage.driver_errors import NamedErrors
from volunteer_app.storage.driver_errors import translate as translate
from volunteer_app.storage.places import refuse_risky_place

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection as FileConnection

READ_ONLY = "volunteer_app_read_only"
"""Engine option of a transaction that only reads: it takes no write lock and any write in it is refused."""

BUSY_SECONDS = 5.0
CONNECT_SECONDS = 5
CACHE_KIB = 32_000
KEY_BYTES = 32
SMALLEST_BYTES = 4096
APPLICATION_ID = 0x564F4C41
LOCAL_HOSTS = frozenset({None, "", "localhost", "127.0.0.1", "::1"})

Target = Path | URL
"""Where the data lies: the embedded file, or a server."""


class Access(StrEnum):
    """How a file is opened; the values are SQLite's own words."""

    WRITE = "mode=rw"
    CREATE = "mode=rwc"
    READ = "mode=ro"
    UNTOUCHED = "mode=ro&immutable=1"


def parse_target(address: str) -> Target:
    """A file path, or the address of a PostgreSQL server. Raises BadDatabaseAddress."""
    if "://" not in address:
        return Path(address)
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise BadDatabaseAddress from error
    if url.get_backend_name() != "postgresql" or not url.database:
        raise BadDatabaseAddress
    return url


def open_engine(target: Target, key: bytes) -> Engine:
    """The engine of an existing database, tried once. The key is the file's; a server does not need it."""
    if isinstance(target, URL):
        return _server(target)
    refuse_risky_place(target)
    _refuse_missing(target)
    return _tried_file(target, key, Access.WRITE)


def open_viewer(path: Path, key: bytes) -> Engine:
    """An engine that cannot write, for operators who may only look."""
    refuse_risky_place(path)
    _refuse_missing(path)
    return _reading(_tried_file(path, key, Access.READ))


def create_file(path: Path, key: bytes) -> Engine:
    """A new, empty, encrypted database. Raises FileExists rather than touch what is there."""
    for taken in (path, *companions(path)):
        if taken.exists():
            raise FileExists(taken.name)
    refuse_risky_place(path)
    with NamedErrors():
        path.parent.mkdir(parents=True, exist_ok=True)
    engine = _file_engine(path, key, Access.CREATE)
    _try(engine, f"PRAGMA application_id = {APPLICATION_ID}")
    return engine


def connect(path: Path, key: bytes, access: Access) -> "FileConnection":
    """A bare connection with the key, for work that an engine cannot do. Statements stand alone: no implied BEGIN."""
    from sqlcipher3 import dbapi2

    if len(key) != KEY_BYTES:
        raise ValueError("the file key has 32 bytes")
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{access}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
    )
    try:
        # Raw key: a passphrase would cost 1.2 s on every connection (storage.md 1.3). The log would go to stderr.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        if access in (Access.WRITE, Access.CREATE):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
    except dbapi2.Error:
        connection.close()
        raise
    return connection


def companions(path: Path) -> tuple[Path, Path]:
    """The write-ahead log and its index, which belong to the file and move with it."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _refuse_missing(path: Path) -> None:
    if not path.is_file():
        raise FileMissing(path.name)
    if path.stat().st_size < SMALLEST_BYTES:
        # Less than a page opens as an empty database, with any key: that would look like "all data gone".
        raise FileDamaged(path.name)


def _tried_file(path: Path, key: bytes, access: Access) -> Engine:
    engine = _file_engine(path, key, access)
    try:
        _try(_reading(engine), "SELECT count(*) FROM sqlite_master")
    except (CannotDecrypt, FileDamaged) as refusal:
        refusal.file = path.name
        raise
    return engine


def _file_engine(path: Path, key: bytes, access: Access) -> Engine:
    from sqlcipher3 import dbapi2

    def creator() -> Any:
        return connect(path, key, access)

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_on_file)
    return engine


def _begin_on_file(connection: Connection) -> None:
    reads = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql(f"PRAGMA query_only = {int(reads)}")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _server(url: URL) -> Engine:
    """READ COMMITTED as the tests of the last place prove it; over a network only to a server that proves its name."""
    query = dict(url.query)
    if url.host not in LOCAL_HOSTS and "host" not in query:
        query.setdefault("sslmode", "verify-full")
    engine = create_engine(
        url.set(drivername="postgresql+psycopg", query=query),
        isolation_level="READ COMMITTED",
        connect_args={"connect_timeout": CONNECT_SECONDS},
        pool_pre_ping=True,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_on_server)
    event.listen(engine, "handle_error", _keep_values_out)
    try:
        _try(_reading(engine), "SELECT 1")
    except ServerUnreachable as error:
        raise (ServerRefused if _answers(engine) else ServerUnreachable) from error
    return engine


def _answers(engine: Engine) -> bool:
    """Whether somebody is there at all: a refused sign-in reaches us without its code."""
    from psycopg import pq

    url = engine.url.set(drivername="postgresql").update_query_dict({"connect_timeout": str(CONNECT_SECONDS)})
    address = url.render_as_string(hide_password=False)
    return pq.PGconn.ping(address.encode()) == pq.Ping.OK


def _begin_on_server(connection: Connection) -> None:
    if connection.get_execution_options().get(READ_ONLY, False):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _keep_values_out(context: ExceptionContext) -> None:
    """The server's DETAIL holds the values of the refused row; only the first line may reach a log."""
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None and error.args:
            first = str(error.args[0]).partition("\n")[0]
            error.args = (first, *error.args[1:])


def _reading(engine: Engine) -> Engine:
    return engine.execution_options(**{READ_ONLY: True})


def _try(engine: Engine, probe: str) -> None:
    """Use it once, so that a wrong key or a ruined head shows here and not in the middle of work."""
    try:
        with NamedErrors(), engine.begin() as connection:
            connection.execute(text(probe))
    except AppError:
        engine.dispose()
        raise
