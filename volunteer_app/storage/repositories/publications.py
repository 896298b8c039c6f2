"""What people were told of each shift, version by version. It refuses to hold names: ids only."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, select

from volunteer_app.domain.ids import PersonId, PostId, ShiftId, new_id
from volunteer_app.domain.publishing import Snapshot
from volunteer_app.domain.span import Span
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.records.shifts import PublicationRecord, ShiftRecord
from volunteer_app.storage.repositories.base import Repository


class Publications(Repository):
    """One row a shift and a version; none is changed afterwards."""

    def record(self, shift_id: ShiftId, version: int, told: Snapshot | None) -> None:
        self.session.add(self._record(shift_id, version, told))
        self.session.flush()

    def record_many(self, told: Sequence[tuple[ShiftId, int, Snapshot]]) -> None:
        """For invented history: many shifts that were published before."""
        self.session.add_all(self._record(*entry) for entry in told)
        self.session.flush()

    def told(self, shift_ids: Sequence[ShiftId]) -> dict[ShiftId, Snapshot]:
        """What people know of these shifts at their published version; nothing of those never published."""
        found: dict[ShiftId, Snapshot] = {}
        for batch in in_batches(shift_ids):
            query = (
                select(PublicationRecord.shift_id, PublicationRecord.content)
                .join(
                    ShiftRecord,
                    and_(
                        ShiftRecord.office_id == PublicationRecord.office_id,
                        ShiftRecord.id == PublicationRecord.shift_id,
                        ShiftRecord.published_version == PublicationRecord.version,
                    ),
                )
                .where(PublicationRecord.office_id == self.office_id, PublicationRecord.shift_id.in_(batch))
            )
            found.update(
                (ShiftId(id_), told) for id_, content in self.session.execute(query) if (told := read(content))
            )
        return found

    def _record(self, shift_id: ShiftId, version: int, told: Snapshot | None) -> PublicationRecord:
        return PublicationRecord(
            office_id=self.office_id,
            id=new_id(),
            shift_id=shift_id,
            version=version,
            at=self.now,
            operator_id=self.notebook.operator_id,
            content=None if told is None else write(told),
        )


def write(told: Snapshot) -> dict[str, object]:
    return {
        "post": told.post_id.hex,
        "start": told.span.start.isoformat(),
        "end": told.span.end.isoformat(),
        "people": [[person_id.hex, leads] for person_id, leads in told.people.items()],
    }


def read(content: dict[str, Any] | None) -> Snapshot | None:
    """The inverse of `write`; None for a shift that was published as cancelled."""
    if content is None:
        return None
    return Snapshot(
        PostId(uuid.UUID(content["post"])),
        Span(datetime.fromisoformat(content["start"]), datetime.fromisoformat(content["end"])),
        {PersonId(uuid.UUID(person)): leads for person, leads in content["people"]},
    )
