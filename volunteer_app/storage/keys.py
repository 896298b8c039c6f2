"""The one random key of the data, and the slots that open it: one per operator, one for the printed recovery code.

A slot is that key, wrapped under a password. Changing a password rewrites a slot, never the database; with no slot left
the data could not be opened again, so the last one cannot be removed. Names of operators stand here in the clear, since
the sign-in page shows them before anything is open; what they may do stands inside, bound to their ids.
"""

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from volunteer_app.domain.errors import LastKeySlot, WrongPassword, WrongRecoveryCode
from volunteer_app.storage.ciphers import FieldCipher, KeyedDigest
from volunteer_app.storage.recovery_code import read_recovery_code
from volunteer_app.storage.secrets import Secrets

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
ALGORITHM = "v1:aes256gcm"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a password costs (Argon2id)."""

    memory_kib: int
    passes: int
    lanes: int


STANDARD_COST = Cost(memory_kib=65_536, passes=3, lanes=4)
WEAK_PC_COST = Cost(memory_kib=19_456, passes=2, lanes=1)


class SlotKind(StrEnum):
    PASSWORD = "password"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class DataKey:
    """The key everything else is derived from. It is never written anywhere unwrapped."""

    raw: bytes = field(repr=False)

    @property
    def file_key(self) -> bytes:
        """The raw key of the embedded file."""
        return self.derive("database")

    @property
    def key_id(self) -> str:
        """Tells whether two files were made under the same key; it says nothing of the key."""
        return self.derive("key id")[:8].hex()

    def secrets(self) -> Secrets:
        """What a unit of work seals, finds and chains with."""
        return Secrets(
            cipher=FieldCipher(self.derive("field")),
            blind_index=KeyedDigest(self.derive("blind index")),
            audit_key=self.derive("audit"),
        )

    def derive(self, purpose: str) -> bytes:
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

        return HKDFExpand(SHA256(), KEY_BYTES, f"volunteer-app/1/{purpose}".encode()).derive(self.raw)


def new_data_key() -> DataKey:
    return DataKey(os.urandom(KEY_BYTES))


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key, wrapped under one password. Kind, owner and cost are bound in: edited ones do not open."""

    kind: SlotKind
    operator_id: UUID | None
    login: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes = field(repr=False)
    algorithm: str = ALGORITHM


@dataclass(frozen=True, slots=True)
class Opened:
    """What a right password gives: the key, and whose password it was."""

    key: DataKey
    operator_id: UUID


@dataclass(frozen=True, slots=True)
class KeyRing:
    """All slots of one database. Every change gives a new ring; `key_file.write_keys` makes it lasting."""

    key_id: str
    slots: tuple[Slot, ...] = ()

    @property
    def logins(self) -> tuple[str, ...]:
        """The operators who can open the data, in the order they were added."""
        return tuple(slot.login for slot in self.slots if slot.kind is SlotKind.PASSWORD)

    @property
    def has_recovery_code(self) -> bool:
        return any(slot.kind is SlotKind.RECOVERY for slot in self.slots)

    def unlock(self, login: str, password: str) -> Opened:
        """Raises WrongPassword, after the same time whether or not there is such an operator."""
        slot = next((s for s in self.slots if s.kind is SlotKind.PASSWORD and _same(s.login, login)), None)
        if slot is None or slot.operator_id is None:
            _stretch(password, os.urandom(SALT_BYTES), STANDARD_COST)
            raise WrongPassword
        key = _unwrap(slot, password)
        if key is None:
            raise WrongPassword
        return Opened(key, slot.operator_id)

    def unlock_with_recovery_code(self, typed: str) -> DataKey:
        """Raises RecoveryCodeMistyped when it cannot be a code, WrongRecoveryCode when it is another's."""
        code = read_recovery_code(typed)
        for slot in self.slots:
            if slot.kind is SlotKind.RECOVERY and (key := _unwrap(slot, code)) is not None:
                return key
        raise WrongRecoveryCode

    def with_password(
        self, key: DataKey, operator_id: UUID, *, login: str, password: str, cost: Cost = STANDARD_COST
    ) -> "KeyRing":
        """The ring with this operator's slot, in place of an older one of theirs."""
        slot = _wrap(key, password, Slot(SlotKind.PASSWORD, operator_id, login.strip(), cost, b"", b"", b""))
        return self._put(slot, lambda old: old.operator_id == operator_id)

    def with_recovery_code(self, key: DataKey, code: str, *, cost: Cost = STANDARD_COST) -> "KeyRing":
        """The ring opened by this code and by no older print."""
        slot = _wrap(key, read_recovery_code(code), Slot(SlotKind.RECOVERY, None, "", cost, b"", b"", b""))
        return self._put(slot, lambda old: old.kind is SlotKind.RECOVERY)

    def renamed(self, operator_id: UUID, login: str) -> "KeyRing":
        """The same slots under a new name; no password is needed, because the id is what is bound."""
        slots = (replace(s, login=login.strip()) if s.operator_id == operator_id else s for s in self.slots)
        return replace(self, slots=tuple(slots))

    def without(self, operator_id: UUID) -> "KeyRing":
        """The ring without this operator. Raises LastKeySlot."""
        left = tuple(slot for slot in self.slots if slot.operator_id != operator_id)
        if not left:
            raise LastKeySlot
        return replace(self, slots=left)

    def _put(self, slot: Slot, replaces: Callable[[Slot], bool]) -> "KeyRing":
        if any(replaces(old) for old in self.slots):
            return replace(self, slots=tuple(slot if replaces(old) else old for old in self.slots))
        return replace(self, slots=(*self.slots, slot))


def new_ring(key: DataKey) -> KeyRing:
    return KeyRing(key.key_id)


def _wrap(key: DataKey, password: str, blank: Slot) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = replace(blank, salt=os.urandom(SALT_BYTES), nonce=os.urandom(NONCE_BYTES))
    wrapping = AESGCM(_stretch(password, slot.salt, slot.cost))
    return replace(slot, wrapped=wrapping.encrypt(slot.nonce, key.raw, _bound(slot)))


def _unwrap(slot: Slot, password: str) -> DataKey | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = AESGCM(_stretch(password, slot.salt, slot.cost))
    try:
        return DataKey(wrapping.decrypt(slot.nonce, slot.wrapped, _bound(slot)))
    except InvalidTag:
        return None


def _stretch(password: str, salt: bytes, cost: Cost) -> bytes:
    """NFKC first: an input method left in full-width mode types the same password in other characters."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        unicodedata.normalize("NFKC", password).encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _bound(slot: Slot) -> bytes:
    cost = slot.cost
    return "|".join(
        [slot.algorithm, slot.kind, str(slot.operator_id), f"{cost.memory_kib}/{cost.passes}/{cost.lanes}"]
    ).encode()


def _same(one: str, other: str) -> bool:
    return (
        unicodedata.normalize("NFKC", one).strip().casefold() == unicodedata.normalize("NFKC", other).strip().casefold()
    )
