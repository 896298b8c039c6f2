"""Which version of which sheet left the program, and what it said: ids and times, never a name or a number."""

import json
import uuid

from sqlalchemy import select

from volunteer_app.domain.changes import Topic
from volunteer_app.domain.ids import PersonId, SheetIssueId, ShiftId
from volunteer_app.domain.sheet_issues import IssueWay, SheetIssue
from volunteer_app.domain.sheets import SheetKind
from volunteer_app.storage.records.ledger import SheetIssueRecord
from volunteer_app.storage.repositories import publications
from volunteer_app.storage.repositories.base import Repository


class SheetIssues(Repository):
    """One row a version; none is changed afterwards."""

    def last(self, kind: SheetKind, scope: str) -> SheetIssue | None:
        """The newest version of a sheet, or None while it never left."""
        query = (
            select(SheetIssueRecord)
            .where(
                SheetIssueRecord.office_id == self.office_id,
                SheetIssueRecord.kind == kind,
                SheetIssueRecord.scope == scope,
            )
            .order_by(SheetIssueRecord.version.desc())
            .limit(1)
        )
        record = self.session.scalars(query).one_or_none()
        return None if record is None else _to_issue(record)

    def add(self, issue: SheetIssue) -> None:
        """Raises ConstraintBroken when another desk issued this version first."""
        self.session.add(
            SheetIssueRecord(
                office_id=self.office_id,
                id=issue.id,
                kind=issue.kind,
                scope=issue.scope,
                version=issue.version,
                content_hash=issue.check_code,
                made_at=issue.made_at,
                operator_id=self.notebook.operator_id,
                content=_content(issue),
            )
        )
        self.session.flush()

    def note_left(self, issue: SheetIssue, way: IssueWay, *, people: int, purpose: str, receiver: str) -> None:
        """The audit line of a print, a file or an opened preview, whether or not the version is a new one."""
        self.notebook.note(
            f"sheet.{way}",
            issue.id,
            Topic.SHEETS,
            kind=issue.kind,
            scope=issue.scope,
            version=issue.version,
            people=people,
            purpose=purpose,
            receiver=receiver,
        )


def _content(issue: SheetIssue) -> str:
    told = {shift_id.hex: publications.write(snapshot) for shift_id, snapshot in issue.told.items()}
    return json.dumps({"told": told, "lines": [person_id.hex for person_id in issue.lines]}, separators=(",", ":"))


def _to_issue(record: SheetIssueRecord) -> SheetIssue:
    content = json.loads(record.content)
    snapshots = {ShiftId(uuid.UUID(key)): publications.read(told) for key, told in content["told"].items()}
    return SheetIssue(
        id=SheetIssueId(record.id),
        kind=SheetKind(record.kind),
        scope=record.scope,
        version=record.version,
        check_code=record.content_hash,
        made_at=record.made_at,
        told={shift_id: told for shift_id, told in snapshots.items() if told is not None},
        lines=tuple(PersonId(uuid.UUID(person)) for person in content["lines"]),
    )
