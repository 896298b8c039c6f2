"""Column types that mean the same on both engines: aware moments and UUID keys."""

import uuid
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Dialect, LargeBinary, Uuid
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class AwareTime(TypeDecorator[datetime]):
    """An aware moment. On SQLite microseconds since 1970 in UTC, so that SQL and triggers compare numbers."""

    impl = BigInteger
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(BigInteger())

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive moment cannot be stored")
        if dialect.name == "postgresql":
            return value.astimezone(UTC)
        return (value - EPOCH) // timedelta(microseconds=1)

    @override
    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return EPOCH + timedelta(microseconds=int(str(value)))


class UuidKey(TypeDecorator[uuid.UUID]):
    """A UUID: 16 bytes on SQLite, the native type on PostgreSQL."""

    impl = LargeBinary
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid(as_uuid=True))
        return dialect.type_descriptor(LargeBinary(16))

    @override
    def process_bind_param(self, value: uuid.UUID | None, dialect: Dialect) -> object:
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    @override
    def process_result_value(self, value: uuid.UUID | bytes | None, dialect: Dialect) -> uuid.UUID | None:
        return _uuid(bytes(value)) if isinstance(value, bytes) else value


@lru_cache(maxsize=1 << 16)
def _uuid(raw: bytes) -> uuid.UUID:
    """One object for each key: making them anew was a tenth of the time of reading a queue of 600."""
    return uuid.UUID(bytes=raw)
