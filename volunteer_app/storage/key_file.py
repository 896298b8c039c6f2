"""The slots as a small JSON file beside the database, replaced whole or not at all; it travels in every backup."""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from volunteer_app.domain.errors import FileMissing, FileTooNew, KeyFileDamaged, LastKeySlot
from volunteer_app.storage.driver_errors import NamedErrors
from volunteer_app.storage.durable_files import write_whole
from volunteer_app.storage.keys import ALGORITHM, Cost, KeyRing, Slot, SlotKind

FORMAT = "volunteer-app-keys"
VERSION = 1
SUFFIX = ".keys"
DEAREST = Cost(memory_kib=1 << 20, passes=16, lanes=16)
"""An altered file must not be able to make the program ask for all memory, or count for hours."""


def keys_path(database: Path) -> Path:
    return database.with_name(database.name + SUFFIX)


def read_keys(path: Path) -> KeyRing:
    """Raises FileMissing, KeyFileDamaged or FileTooNew."""
    try:
        with NamedErrors():
            content = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path.name) from error
    return ring_from_bytes(content, path.name)


def write_keys(path: Path, ring: KeyRing) -> None:
    """Replace the file. Raises LastKeySlot for a ring that nobody could open."""
    if not ring.slots:
        raise LastKeySlot
    with NamedErrors():
        write_whole(path, ring_to_bytes(ring))


def ring_to_bytes(ring: KeyRing) -> bytes:
    body = {
        "format": FORMAT,
        "version": VERSION,
        "key_id": ring.key_id,
        "slots": [_slot_to_json(slot) for slot in ring.slots],
    }
    return json.dumps(body | {"checksum": _checksum(body)}, ensure_ascii=False, indent=1).encode()


def ring_from_bytes(content: bytes, name: str) -> KeyRing:
    """Raises KeyFileDamaged or FileTooNew; `name` is the file's, for the message."""
    try:
        body = json.loads(content)
        if body["format"] != FORMAT:
            raise KeyFileDamaged(name)
        if body["version"] > VERSION:
            raise FileTooNew(str(body["version"]), str(VERSION))
        if body.pop("checksum") != _checksum(body):
            raise KeyFileDamaged(name)
        slots = tuple(_slot_from_json(slot) for slot in body["slots"])
        ring = KeyRing(body["key_id"], slots)
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error) as error:
        raise KeyFileDamaged(name) from error
    if not ring.slots or any(_too_dear(slot.cost) or slot.algorithm != ALGORITHM for slot in ring.slots):
        raise KeyFileDamaged(name)
    return ring


def _slot_to_json(slot: Slot) -> dict[str, object]:
    return {
        "kind": slot.kind,
        "operator": None if slot.operator_id is None else str(slot.operator_id),
        "login": slot.login,
        "algorithm": slot.algorithm,
        "argon2id": {"memory_kib": slot.cost.memory_kib, "passes": slot.cost.passes, "lanes": slot.cost.lanes},
        "salt": base64.b64encode(slot.salt).decode(),
        "nonce": base64.b64encode(slot.nonce).decode(),
        "wrapped": base64.b64encode(slot.wrapped).decode(),
    }


def _slot_from_json(slot: Mapping[str, Any]) -> Slot:
    cost = slot["argon2id"]
    return Slot(
        kind=SlotKind(slot["kind"]),
        operator_id=None if slot["operator"] is None else UUID(slot["operator"]),
        login=str(slot["login"]),
        cost=Cost(int(cost["memory_kib"]), int(cost["passes"]), int(cost["lanes"])),
        salt=base64.b64decode(slot["salt"], validate=True),
        nonce=base64.b64decode(slot["nonce"], validate=True),
        wrapped=base64.b64decode(slot["wrapped"], validate=True),
        algorithm=str(slot["algorithm"]),
    )


def _too_dear(cost: Cost) -> bool:
    return cost.memory_kib > DEAREST.memory_kib or cost.passes > DEAREST.passes or cost.lanes > DEAREST.lanes


def _checksum(body: Mapping[str, object]) -> str:
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
