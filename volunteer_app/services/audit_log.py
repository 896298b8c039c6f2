"""Reading the audit log. Nothing can be changed in it."""

from volunteer_app.domain.operators import Permission
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries.audit_log import LogLine, newest_lines

__all__ = ["AuditLog", "LogLine"]

LINES = 2000


class AuditLog:
    """Who did what, newest first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def newest(self) -> tuple[LogLine, ...]:
        """The last 2,000 lines. Raises NotPermitted."""
        self._desk.require(Permission.MANAGE_OFFICE)
        with self._desk.read() as reader:
            return newest_lines(reader, LINES)
