"""What every repository holds: the session of its unit of work, its office, its secrets, its notebook."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from volunteer_app.domain.changes import Topic
from volunteer_app.domain.errors import NotFound
from volunteer_app.storage.records.base import OfficeKeyed
from volunteer_app.storage.secrets import Secrets

Keyed = TypeVar("Keyed", bound=OfficeKeyed)


class Notebook(Protocol):
    """Where a repository says what it changed; the unit of work makes audit lines and Changes of it."""

    operator_id: uuid.UUID

    def note(self, action: str, subject: uuid.UUID | None, topic: Topic, **facts: object) -> None: ...


@dataclass(slots=True)
class Repository:
    session: Session
    office_id: uuid.UUID
    secrets: Secrets
    notebook: Notebook
    now: datetime

    def one(self, record: type[Keyed], id_: uuid.UUID) -> Keyed:
        """The row with this id in this office. Raises NotFound."""
        found = self.session.get(record, (self.office_id, id_))
        if found is None:
            raise NotFound(record.__name__.removesuffix("Record").lower(), id_)
        return found

    def every(self, record: type[Keyed]) -> list[Keyed]:
        return list(self.session.scalars(select(record).where(record.office_id == self.office_id)))
