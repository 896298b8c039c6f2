"""The keys a unit of work needs beside the database's own: to seal fields, to find them blindly, to chain the audit."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


class Cipher(Protocol):
    """Seals one field of one row; the row's id is bound in, so that a sealed value cannot move to another row."""

    def seal(self, text: str, *, row_id: UUID, field: str) -> bytes: ...

    def open(self, sealed: bytes, *, row_id: UUID, field: str) -> str: ...


class BlindIndex(Protocol):
    """A keyed digest by which a sealed value can be found without opening any."""

    def of(self, text: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Secrets:
    cipher: Cipher
    blind_index: BlindIndex
    audit_key: bytes
