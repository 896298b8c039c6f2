"""Seals single fields, and finds sealed fields without opening them. Every sealed value says how it was sealed.

AES-256-GCM is what there is; the prefix lets another algorithm (SM4) come in beside it without touching old rows.
"""

import hashlib
import hmac
import os
from uuid import UUID

from volunteer_app.domain.errors import SealBroken

ALGORITHM = b"v1:aes256gcm:"
NONCE_BYTES = 12


class FieldCipher:
    """Row and field are bound in: a sealed value moved to another row, or another column, does not open."""

    def __init__(self, key: bytes) -> None:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._cipher = AESGCM(key)
        self._invalid = InvalidTag

    def seal(self, text: str, *, row_id: UUID, field: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return ALGORITHM + nonce + self._cipher.encrypt(nonce, text.encode(), _bound(row_id, field))

    def open(self, sealed: bytes, *, row_id: UUID, field: str) -> str:
        """The text again. Raises SealBroken."""
        if not sealed.startswith(ALGORITHM):
            raise SealBroken(row_id, field)
        start = len(ALGORITHM)
        nonce, body = sealed[start : start + NONCE_BYTES], sealed[start + NONCE_BYTES :]
        try:
            return self._cipher.decrypt(nonce, body, _bound(row_id, field)).decode()
        except (self._invalid, ValueError) as error:
            raise SealBroken(row_id, field) from error


class KeyedDigest:
    """HMAC-SHA-256 under its own key. With that key the few plausible ID numbers could be tried out: it stays local."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, text: str) -> bytes:
        return hmac.digest(self._key, text.encode(), hashlib.sha256)


def _bound(row_id: UUID, field: str) -> bytes:
    return row_id.bytes + field.encode()
