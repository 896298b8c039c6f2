"""The chain of what operators did: each line's mac covers the line and the mac before it (storage.md 2).

Written in the same transaction as the change itself. Lines hold ids, field names and counts, never names or numbers.
"""

import hashlib
import hmac
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from volunteer_app.domain.ids import new_id
from volunteer_app.storage.records.operators import AuditEntryRecord, AuditHeadRecord

GENESIS = b"\0" * 32


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One thing an operator did."""

    action: str
    subject: uuid.UUID | None
    facts: str


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first line whose mac does not fit: it, or the line before it, was changed."""

    seq: int


def canonical_facts(facts: dict[str, object]) -> str:
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))


def link(key: bytes, previous: bytes, fields: tuple[object, ...]) -> bytes:
    """The mac of a line: HMAC-SHA-256 over the mac before it and the line's fields in fixed order."""
    body = json.dumps(fields, ensure_ascii=False, default=str, separators=(",", ":")).encode()
    return hmac.new(key, previous + body, hashlib.sha256).digest()


def append(
    session: Session, office_id: uuid.UUID, key: bytes, *, at: datetime, operator_id: uuid.UUID, lines: list[AuditLine]
) -> None:
    """Write lines to the end of the office's chain, in the caller's transaction."""
    head = session.execute(
        select(AuditHeadRecord.seq, AuditHeadRecord.mac).where(AuditHeadRecord.office_id == office_id).with_for_update()
    ).one_or_none()
    seq, mac = head or (0, GENESIS)
    rows = []
    for line in lines:
        seq += 1
        mac = link(key, mac, _fields(office_id, seq, at, operator_id, line.action, line.subject, line.facts))
        rows.append(
            {
                "office_id": office_id,
                "id": new_id(),
                "seq": seq,
                "at": at,
                "operator_id": operator_id,
                "action": line.action,
                "subject_kind": line.action.split(".", 1)[0],
                "subject_id": line.subject,
                "facts": line.facts,
                "mac": mac,
            }
        )
    session.execute(insert(AuditEntryRecord), rows)
    if head is None:
        session.execute(insert(AuditHeadRecord), {"office_id": office_id, "seq": seq, "mac": mac})
    else:
        session.execute(update(AuditHeadRecord).where(AuditHeadRecord.office_id == office_id).values(seq=seq, mac=mac))


def verify(session: Session, office_id: uuid.UUID, key: bytes) -> BrokenLink | None:
    """Walk the whole chain. None when every line fits and the head agrees with the last."""
    seq, mac = 0, GENESIS
    for record in _in_order(session, office_id):
        seq += 1
        fields = _fields(office_id, seq, record.at, record.operator_id, record.action, record.subject_id, record.facts)
        mac = link(key, mac, fields)
        if record.seq != seq or not hmac.compare_digest(mac, record.mac):
            return BrokenLink(seq)
    head = session.get(AuditHeadRecord, office_id)
    if head is not None and (head.seq, head.mac) != (seq, mac):
        return BrokenLink(seq + 1)
    return None


def _in_order(session: Session, office_id: uuid.UUID) -> Iterator[AuditEntryRecord]:
    query = select(AuditEntryRecord).where(AuditEntryRecord.office_id == office_id).order_by(AuditEntryRecord.seq)
    yield from session.scalars(query.execution_options(yield_per=1000))


def _fields(
    office_id: uuid.UUID,
    seq: int,
    at: datetime,
    operator_id: uuid.UUID,
    action: str,
    subject: uuid.UUID | None,
    facts: str,
) -> tuple[object, ...]:
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return (str(office_id), seq, moment, str(operator_id), action, None if subject is None else str(subject), facts)
