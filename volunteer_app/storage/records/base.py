"""The base of all records: every table is keyed by its office first, every constraint has a name."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import JSON, ForeignKeyConstraint, LargeBinary, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from volunteer_app.storage.types import AwareTime, UuidKey

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Record(MappedAsDataclass, DeclarativeBase, kw_only=True, repr=False, eq=False):
    """One row. No repr, so that no log ever holds a name."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {
        uuid.UUID: UuidKey,
        datetime: AwareTime,
        bytes: LargeBinary,
        list[str]: JSON,
    }


class OfficeKeyed(MappedAsDataclass, kw_only=True):
    """Brings the key (office_id, id): ready for several offices and for a distributed engine (storage.md 4.4)."""

    office_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)


def belongs_to(table: str, column: str, *, ondelete: str = "RESTRICT") -> ForeignKeyConstraint:
    """A foreign key to another table of the same office."""
    return ForeignKeyConstraint(["office_id", column], [f"{table}.office_id", f"{table}.id"], ondelete=ondelete)


def unique_in_office(*columns: str) -> UniqueConstraint:
    return UniqueConstraint("office_id", *columns)


def one_of(column: str, values: Sequence[str]) -> str:
    """The text of a CHECK that a column holds one of the given words."""
    quoted = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({quoted})"
