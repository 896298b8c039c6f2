"""A real PostgreSQL for the tests: started from the installed binaries, in a folder of its own, gone afterwards.

Without binaries the tests that need it are skipped with that reason; with CI=true they fail, because there it
has to be installed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

INSTALL_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")
WINDOWS_PLACES = "PostgreSQL/*/bin"
SUPERUSER = "volunteer"
SERVICE_ACCOUNTS = ("postgres", "nobody")
# Speed over durability: these data live for one test run.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "80",
    "autovacuum": "off",
    "deadlock_timeout": "50ms",
    "timezone": "UTC",
}


@dataclass
class PostgresServer:
    """A running server. Every database it makes is gone with it."""

    host: str
    port: int
    numbers: Iterator[int] = field(default_factory=count)
    templates: dict[str, str] = field(default_factory=dict)

    def url(self, database: str) -> str:
        if Path(self.host).is_absolute():
            return f"postgresql://{SUPERUSER}@/{database}?host={self.host}&port={self.port}"
        return f"postgresql://{SUPERUSER}@{self.host}:{self.port}/{database}"

    def create_database(self, template: str = "template0") -> str:
        """The URL of a fresh database, a copy of the template."""
        name = f"test_{next(self.numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            command = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            connection.execute(command.format(sql.Identifier(name), sql.Identifier(template)))
        return self.url(name)

    def create_prepared(self, key: str, prepare: Callable[[str], None]) -> str:
        """A copy of a database that `prepare` filled once for this key. It must leave no connection open."""
        if key not in self.templates:
            url = self.create_database()
            prepare(url)
            self.templates[key] = _database_of(url)
        return self.create_database(self.templates[key])

    def drop_database(self, url: str) -> None:
        """Remove it, and whoever is still connected."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            command = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            connection.execute(command.format(sql.Identifier(_database_of(url))))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server for this test run."""
    binaries = find_binaries()
    if binaries is None:
        reason = "no PostgreSQL binaries (initdb, pg_ctl) on this machine: install the package postgresql"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="volunteer-pg-"))
    try:
        yield from _served(binaries, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_binaries() -> Path | None:
    """The folder of the newest installed server programs."""
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    if sys.platform == "win32":
        found = Path(os.environ.get("PROGRAMFILES", "C:/Program Files")).glob(WINDOWS_PLACES)
    else:
        found = (place for pattern in INSTALL_PLACES for place in Path("/").glob(pattern.lstrip("/")))
    return max((place for place in found if any(place.glob("initdb*"))), key=_major, default=None)


def _major(place: Path) -> int:
    digits = "".join(character for character in place.parent.name if character.isdigit())
    return int(digits or 0)


def _served(binaries: Path, folder: Path) -> Iterator[PostgresServer]:
    account = _service_account()
    if account is not None:
        shutil.chown(folder, account)
    data, log = folder / "data", folder / "server.log"
    options = ("-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale", "C", "--no-sync")
    _run_as(account, [binaries / "initdb", "-D", data, *options])
    host, port = (str(folder), 5432) if sys.platform != "win32" else ("127.0.0.1", _free_port())
    listen = "" if Path(host).is_absolute() else host
    settings = SETTINGS | {"port": str(port), "listen_addresses": listen}
    if not listen:
        settings["unix_socket_directories"] = host
    with (data / "postgresql.conf").open("a", encoding="utf-8") as config:
        config.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
    _run_as(account, [binaries / "pg_ctl", "start", "-w", "-D", data, "-l", log])
    try:
        yield PostgresServer(host, port)
    finally:
        _run_as(account, [binaries / "pg_ctl", "stop", "-w", "-m", "immediate", "-D", data])


def _run_as(account: str | None, command: Sequence[str | Path]) -> None:
    """Run a server program; as root it refuses, so it runs under the service account."""
    subprocess.run(
        [str(part) for part in command],
        check=True,
        user=account,
        group=account if account != "nobody" else None,
        extra_groups=None if account is None else [],
        cwd=tempfile.gettempdir(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def _service_account() -> str | None:
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in SERVICE_ACCOUNTS if name in known)


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _database_of(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]
