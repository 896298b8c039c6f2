"""One transaction: its repositories, its audit lines, its Changes. Leaving it without commit() undoes everything."""

import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from typing_extensions import override

from volunteer_app.domain.changes import Changes, Topic
from volunteer_app.domain.ids import OperatorId
from volunteer_app.domain.office import office_zone
from volunteer_app.storage import audit
from volunteer_app.storage.database import READ_ONLY
from volunteer_app.storage.driver_errors import translate
from volunteer_app.storage.repositories.assignments import Assignments
from volunteer_app.storage.repositories.attendance import Attendances
from volunteer_app.storage.repositories.base import Repository
from volunteer_app.storage.repositories.belonging import Leaves, Memberships, Papers
from volunteer_app.storage.repositories.calls import Calls
from volunteer_app.storage.repositories.facts import PlacementFacts
from volunteer_app.storage.repositories.imports import Imports
from volunteer_app.storage.repositories.operators import Operators
from volunteer_app.storage.repositories.people import People
from volunteer_app.storage.repositories.person_files import PersonFiles
from volunteer_app.storage.repositories.publications import Publications
from volunteer_app.storage.repositories.sheet_issues import SheetIssues
from volunteer_app.storage.repositories.shifts import Posts, Shifts
from volunteer_app.storage.repositories.teams import Offices, Skills, Teams
from volunteer_app.storage.secrets import Secrets

AnyRepository = TypeVar("AnyRepository", bound=Repository)


@dataclass(frozen=True, slots=True)
class Store:
    """One office's data, opened: what every unit of work and every reader of it shares."""

    engine: Engine
    office_id: uuid.UUID
    secrets: Secrets

    def write(self, operator_id: OperatorId, now: datetime) -> "UnitOfWork":
        return UnitOfWork(self, operator_id, now)

    def read(self, operator_id: OperatorId, now: datetime) -> "Reader":
        return Reader(self, operator_id, now)


class _Transaction(ABC):
    """Opens a session on entering, closes it on leaving, gives driver errors their names, holds the repositories."""

    def __init__(self, store: Store, operator_id: OperatorId, now: datetime) -> None:
        self.store = store
        self.office_id = store.office_id
        self.secrets = store.secrets
        self.operator_id = operator_id
        self.now = now

    @abstractmethod
    def note(self, action: str, subject: uuid.UUID | None, topic: Topic, **facts: object) -> None:
        """Say that something was changed."""

    def _open(self) -> Session:
        return Session(self.store.engine, expire_on_commit=False)

    def __enter__(self) -> Self:
        self.session = self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.session.close()
        if isinstance(error, SQLAlchemyError):
            raise translate(error) from error

    def _repository(self, kind: Callable[..., AnyRepository]) -> AnyRepository:
        return kind(self.session, self.office_id, self.secrets, self, self.now)

    @cached_property
    def offices(self) -> Offices:
        return self._repository(Offices)

    @cached_property
    def teams(self) -> Teams:
        return self._repository(Teams)

    @cached_property
    def skills(self) -> Skills:
        return self._repository(Skills)

    @cached_property
    def people(self) -> People:
        return self._repository(People)

    @cached_property
    def memberships(self) -> Memberships:
        return self._repository(Memberships)

    @cached_property
    def papers(self) -> Papers:
        return self._repository(Papers)

    @cached_property
    def person_files(self) -> PersonFiles:
        return self._repository(PersonFiles)

    @cached_property
    def imports(self) -> Imports:
        return self._repository(Imports)

    @cached_property
    def leaves(self) -> Leaves:
        return self._repository(Leaves)

    @cached_property
    def posts(self) -> Posts:
        return self._repository(Posts)

    @cached_property
    def shifts(self) -> Shifts:
        return self._repository(Shifts)

    @cached_property
    def assignments(self) -> Assignments:
        return self._repository(Assignments)

    @cached_property
    def publications(self) -> Publications:
        return self._repository(Publications)

    @cached_property
    def calls(self) -> Calls:
        return self._repository(Calls)

    @cached_property
    def attendances(self) -> Attendances:
        return self._repository(Attendances)

    @cached_property
    def operators(self) -> Operators:
        return self._repository(Operators)

    @cached_property
    def sheet_issues(self) -> SheetIssues:
        return self._repository(SheetIssues)

    @cached_property
    def facts(self) -> PlacementFacts:
        return PlacementFacts(
            self.people,
            self.memberships,
            self.papers,
            self.leaves,
            self.assignments,
            self.skills,
            office_zone(),
        )


class Reader(_Transaction):
    """A consistent look at the data for a screen; it takes no write lock and can write nothing."""

    @override
    def note(self, action: str, subject: uuid.UUID | None, topic: Topic, **facts: object) -> None:
        raise RuntimeError(f"a reader was asked to write: {action}")

    @override
    def _open(self) -> Session:
        engine = self.store.engine.execution_options(**{READ_ONLY: True})
        return Session(engine, expire_on_commit=False, autoflush=False)


class UnitOfWork(_Transaction):
    """What an operator does as one thing. `commit()` makes it lasting and says what changed."""

    def __init__(self, store: Store, operator_id: OperatorId, now: datetime) -> None:
        super().__init__(store, operator_id, now)
        self._lines: list[audit.AuditLine] = []
        self._changes = Changes()

    @override
    def note(self, action: str, subject: uuid.UUID | None, topic: Topic, **facts: object) -> None:
        """Say that something was changed: one audit line, one topic."""
        self._lines.append(audit.AuditLine(action, subject, audit.canonical_facts(facts)))
        ids = frozenset() if subject is None else frozenset({subject})
        self._changes |= Changes(frozenset({topic}), ids)

    def commit(self) -> Changes:
        """Write the audit lines and make all of it lasting. Raises the named refusal when the database objects."""
        self.session.flush()
        if self._lines:
            audit.append(
                self.session,
                self.office_id,
                self.secrets.audit_key,
                at=self.now,
                operator_id=self.operator_id,
                lines=self._lines,
            )
        self.session.commit()
        done, self._changes, self._lines = self._changes, Changes(), []
        return done
