"""Who uses the program, and what their role allows. Code asks for permissions, never for role names."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from volunteer_app.domain.ids import OperatorId

FREE_FAILURES = 5
FIRST_LOCK = timedelta(seconds=30)
LONGEST_LOCK = timedelta(minutes=15)


class Role(StrEnum):
    ADMIN = "admin"
    DUTY = "duty"
    VIEWER = "viewer"


class Permission(StrEnum):
    VIEW = "view"
    EDIT_ROSTER = "edit_roster"
    EDIT_SHIFTS = "edit_shifts"
    RUN_CALLS = "run_calls"
    SEE_PHONES = "see_phones"
    SEE_ID_NUMBERS = "see_id_numbers"
    PRINT_FULL_PHONES = "print_full_phones"
    IMPORT = "import"
    MANAGE_OFFICE = "manage_office"
    BACKUP = "backup"


_DUTY = frozenset(
    {
        Permission.VIEW,
        Permission.EDIT_ROSTER,
        Permission.EDIT_SHIFTS,
        Permission.RUN_CALLS,
        Permission.SEE_PHONES,
        Permission.PRINT_FULL_PHONES,
        Permission.IMPORT,
        Permission.BACKUP,
    }
)
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMIN: frozenset(Permission),
    Role.DUTY: _DUTY,
    Role.VIEWER: frozenset({Permission.VIEW}),
}


@dataclass(frozen=True, slots=True)
class Operator:
    """A user of the program. The password lives in a key slot, not here."""

    id: OperatorId
    name: str
    role: Role
    active: bool = True
    failures: int = 0
    locked_until: datetime | None = None

    def may(self, permission: Permission) -> bool:
        return self.active and permission in PERMISSIONS[self.role]


def lock_after(failures: int) -> timedelta | None:
    """How long the lock screen waits after so many wrong passwords: 30 s from the fifth on, doubling to 15 min."""
    if failures < FREE_FAILURES:
        return None
    doublings: int = min(failures - FREE_FAILURES, 10)
    return min(FIRST_LOCK * (1 << doublings), LONGEST_LOCK)
