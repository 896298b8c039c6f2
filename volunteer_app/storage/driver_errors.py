"""The one table from what drivers raise to what the program can say. It reads codes; of texts only the embedded
engine's, which name columns but never values. A server's text holds the values of the row (storage.md 1.5).
"""

import errno
from types import TracebackType
from uuid import UUID

from sqlalchemy import PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from volunteer_app.domain.errors import (
    AppError,
    CannotDecrypt,
    CannotOpenFile,
    ChangedElsewhere,
    ConstraintBroken,
    DatabaseBusy,
    DiskFault,
    DiskFull,
    FileDamaged,
    FileReadOnly,
    ServerRefused,
    ServerUnreachable,
    WritersCollided,
)
from volunteer_app.storage.records.base import Record

NOBODY = UUID(int=0)

_SQLITE: dict[int, type[AppError]] = {
    5: DatabaseBusy,
    6: DatabaseBusy,
    8: FileReadOnly,
    10: DiskFault,
    11: FileDamaged,
    13: DiskFull,
    14: CannotOpenFile,
    26: CannotDecrypt,
}
_SQLITE_CONSTRAINT = 19

_POSTGRESQL: dict[str, type[AppError]] = {
    "40001": WritersCollided,
    "40P01": WritersCollided,
    "55P03": DatabaseBusy,
    "53100": DiskFull,
    "53300": DatabaseBusy,
    "28000": ServerRefused,
    "28P01": ServerRefused,
    "3D000": ServerRefused,
    "57P01": ServerUnreachable,
    "57P02": ServerUnreachable,
    "57P03": ServerUnreachable,
    "58030": DiskFault,
    "XX001": FileDamaged,
    "XX002": FileDamaged,
}
_OUR_TRIGGER = "23000"

_SYSTEM: dict[int, type[AppError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EIO: DiskFault,
    errno.EROFS: FileReadOnly,
    errno.EACCES: CannotOpenFile,
    errno.EPERM: CannotOpenFile,
}


def translate(error: Exception) -> Exception:
    """The refusal that an error of a driver, the session or the system stands for; a bug comes back as it is."""
    if isinstance(error, StaleDataError):
        return ChangedElsewhere("", NOBODY)
    driver = error.orig if isinstance(error, DBAPIError) else error
    if driver is None:
        return error
    if type(driver).__module__.startswith("psycopg"):
        return _from_postgresql(driver) or error
    if type(driver).__module__.startswith("sqlcipher3"):
        return _from_sqlite(driver) or error
    if isinstance(driver, OSError) and driver.errno in _SYSTEM:
        return _SYSTEM[driver.errno]()
    return error


class NamedErrors:
    """Within this block drivers and the system raise what `translate` makes of their errors."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception) and (named := translate(error)) is not error:
            raise named from error


def _from_sqlite(error: BaseException) -> AppError | None:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The only message that is read: ruined text has no code at all (storage.md 3.2).
        return FileDamaged() if str(error).startswith("Could not decode") else None
    if code & 0xFF == _SQLITE_CONSTRAINT:
        return ConstraintBroken(_sqlite_constraint(str(error)))
    kind = _SQLITE.get(code & 0xFF)
    return None if kind is None else kind()


def _sqlite_constraint(message: str) -> str:
    """The name of the broken rule. SQLite's texts hold names of tables and columns only, never values."""
    kind, failed, named = message.partition(" constraint failed")
    if not failed:
        return message
    if kind == "UNIQUE":
        columns = [column.strip() for column in named.removeprefix(": ").split(",")]
        return _unique_name(columns[0].partition(".")[0], [column.partition(".")[2] for column in columns])
    return named.removeprefix(": ") or "foreign_key"


def _unique_name(table: str, columns: list[str]) -> str:
    """SQLite names the columns, PostgreSQL the rule: the schema knows the rule of the columns."""
    known = Record.metadata.tables.get(table)
    if known is not None:
        rules = [rule for rule in known.constraints if isinstance(rule, UniqueConstraint | PrimaryKeyConstraint)]
        for rule in (*rules, *(index for index in known.indexes if index.unique)):
            if rule.name and [column.key for column in rule.columns] == columns:
                return str(rule.name)
    return "_".join(["uq", table, *columns])


def _from_postgresql(error: BaseException) -> AppError | None:
    state: str | None = getattr(error, "sqlstate", None)
    if state is None:
        return ServerUnreachable() if type(error).__name__ == "OperationalError" else None
    if state.startswith("23"):
        return ConstraintBroken(_postgresql_constraint(error, state))
    if state.startswith("08"):
        return ServerUnreachable()
    kind = _POSTGRESQL.get(state)
    return None if kind is None else kind()


def _postgresql_constraint(error: BaseException, state: str) -> str:
    facts = getattr(error, "diag", None)
    if state == _OUR_TRIGGER:
        return str(getattr(facts, "message_primary", ""))
    column = getattr(facts, "column_name", None)
    return getattr(facts, "constraint_name", None) or f"{getattr(facts, 'table_name', '')}.{column}"
