"""What was imported, batch by batch, with what stood there before. It takes nothing back itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Exists, exists, insert, or_, select

from volunteer_app.domain.ids import ImportBatchId, OperatorId, PersonId, new_id
from volunteer_app.domain.person_file import FileChange, PersonFile
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.person_json import digest, from_json, to_json
from volunteer_app.storage.records.calls import AskRecord, AttendanceRecord
from volunteer_app.storage.records.ledger import ImportBatchRecord, ImportStepRecord
from volunteer_app.storage.records.people import LeaveRecord, PersonRecord
from volunteer_app.storage.records.shifts import AssignmentRecord
from volunteer_app.storage.repositories.base import Repository

ROWS_PER_INSERT = 2000


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One accepted import."""

    id: ImportBatchId
    at: datetime
    operator_id: OperatorId
    file_name: str
    added: int
    updated: int
    skipped: int
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ImportStep:
    """One person of a batch. No `before`: the person was new."""

    person_id: PersonId
    before: PersonFile | None
    after_digest: str

    def left(self, file: PersonFile) -> bool:
        """Whether the person is still as the import left them."""
        return digest(file) == self.after_digest


class Imports(Repository):
    """Batches and their steps."""

    def add(self, batch: ImportBatch, done: Sequence[FileChange]) -> None:
        self.session.add(
            ImportBatchRecord(
                office_id=self.office_id,
                id=batch.id,
                at=batch.at,
                operator_id=batch.operator_id,
                file_name=batch.file_name,
                added=batch.added,
                updated=batch.updated,
                skipped=batch.skipped,
                undone_at=batch.undone_at,
            )
        )
        self.session.flush()
        for part in in_batches(done, ROWS_PER_INSERT):
            self.session.execute(insert(ImportStepRecord), [self._step_row(batch.id, change) for change in part])

    def get(self, batch_id: ImportBatchId) -> ImportBatch:
        """Raises NotFound."""
        return _to_batch(self.one(ImportBatchRecord, batch_id))

    def since(self, moment: datetime) -> tuple[ImportBatch, ...]:
        """The newest first."""
        query = select(ImportBatchRecord).where(
            ImportBatchRecord.office_id == self.office_id, ImportBatchRecord.at >= moment
        )
        ordered = query.order_by(ImportBatchRecord.at.desc(), ImportBatchRecord.id.desc())
        return tuple(map(_to_batch, self.session.scalars(ordered)))

    def steps(self, batch_id: ImportBatchId) -> tuple[ImportStep, ...]:
        query = select(ImportStepRecord).where(
            ImportStepRecord.office_id == self.office_id, ImportStepRecord.batch_id == batch_id
        )
        return tuple(
            ImportStep(
                person_id=PersonId(record.person_id),
                before=from_json(record.before) if record.before else None,
                after_digest=record.after_digest,
            )
            for record in self.session.scalars(query.order_by(ImportStepRecord.id))
        )

    def mark_undone(self, batch_id: ImportBatchId) -> None:
        self.one(ImportBatchRecord, batch_id).undone_at = self.now
        self.session.flush()

    def in_use(self, person_ids: Sequence[PersonId]) -> frozenset[PersonId]:
        """Those of them who were planned, asked, signed in or given leave: they cannot vanish any more."""
        used: set[PersonId] = set()
        for batch in in_batches(person_ids):
            ours = (PersonRecord.office_id == self.office_id, PersonRecord.id.in_(batch))
            query = select(PersonRecord.id).where(*ours, or_(*map(_names_person, _USES)))
            used.update(map(PersonId, self.session.scalars(query)))
        return frozenset(used)

    def _step_row(self, batch_id: ImportBatchId, change: FileChange) -> dict[str, object]:
        return {
            "office_id": self.office_id,
            "id": new_id(),
            "batch_id": batch_id,
            "person_id": change.after.id,
            "before": to_json(change.before) if change.before else "",
            "after_digest": digest(change.after),
        }


_Use = type[AssignmentRecord] | type[AskRecord] | type[AttendanceRecord] | type[LeaveRecord]
_USES: tuple[_Use, ...] = (AssignmentRecord, AskRecord, AttendanceRecord, LeaveRecord)


def _names_person(record: _Use) -> Exists:
    return exists().where(record.office_id == PersonRecord.office_id, record.person_id == PersonRecord.id)


def _to_batch(record: ImportBatchRecord) -> ImportBatch:
    return ImportBatch(
        id=ImportBatchId(record.id),
        at=record.at,
        operator_id=OperatorId(record.operator_id),
        file_name=record.file_name,
        added=record.added,
        updated=record.updated,
        skipped=record.skipped,
        undone_at=record.undone_at,
    )
