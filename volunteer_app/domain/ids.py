"""Identifiers. Every row of every table is keyed by its office and one of these; they are made here, in the client."""

import os
import time
import uuid
from typing import NewType

OfficeId = NewType("OfficeId", uuid.UUID)
CommunityId = NewType("CommunityId", uuid.UUID)
TeamId = NewType("TeamId", uuid.UUID)
PersonId = NewType("PersonId", uuid.UUID)
MembershipId = NewType("MembershipId", uuid.UUID)
SkillId = NewType("SkillId", uuid.UUID)
QualificationId = NewType("QualificationId", uuid.UUID)
LeaveId = NewType("LeaveId", uuid.UUID)
PostId = NewType("PostId", uuid.UUID)
ShiftId = NewType("ShiftId", uuid.UUID)
NeedId = NewType("NeedId", uuid.UUID)
AssignmentId = NewType("AssignmentId", uuid.UUID)
CallId = NewType("CallId", uuid.UUID)
AskId = NewType("AskId", uuid.UUID)
AttemptId = NewType("AttemptId", uuid.UUID)
ReplyId = NewType("ReplyId", uuid.UUID)
AttendanceId = NewType("AttendanceId", uuid.UUID)
OperatorId = NewType("OperatorId", uuid.UUID)
AuditId = NewType("AuditId", uuid.UUID)
ImportBatchId = NewType("ImportBatchId", uuid.UUID)
PublicationId = NewType("PublicationId", uuid.UUID)
SheetIssueId = NewType("SheetIssueId", uuid.UUID)

_RANDOM_BITS = 74


def uuid7(unix_ms: int, randomness: int) -> uuid.UUID:
    """UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds since 1970, then 74 random bits."""
    rand_a = (randomness >> 62) & 0xFFF
    rand_b = randomness & ((1 << 62) - 1)
    return uuid.UUID(int=(unix_ms & ((1 << 48) - 1)) << 80 | 0x7 << 76 | rand_a << 64 | 0b10 << 62 | rand_b)


def new_id() -> uuid.UUID:
    """A fresh id that sorts by the time it was made, so that new rows land at the end of an index."""
    return uuid7(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10)) & ((1 << _RANDOM_BITS) - 1))
