"""This desk: the office's opened data, who sits at it, and what the clock says. Every use case starts from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from volunteer_app.domain.errors import NotPermitted
from volunteer_app.domain.office import office_zone
from volunteer_app.domain.operators import Operator, Permission
from volunteer_app.storage.unit_of_work import Reader, Store, UnitOfWork

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """Who acts, on which data, by which clock. Signing in makes a new one; a use case never changes it."""

    store: Store
    operator: Operator
    clock: Clock = system_clock

    @property
    def zone(self) -> tzinfo:
        return office_zone()

    def now(self) -> datetime:
        return self.clock()

    def today(self) -> date:
        return self.now().astimezone(self.zone).date()

    def require(self, permission: Permission) -> None:
        """Raises NotPermitted."""
        if not self.operator.may(permission):
            raise NotPermitted(permission)

    def write(self, permission: Permission) -> UnitOfWork:
        """One transaction in the operator's name. Raises NotPermitted."""
        self.require(permission)
        return self.store.write(self.operator.id, self.now())

    def read(self) -> Reader:
        """A consistent look at the data. Raises NotPermitted."""
        self.require(Permission.VIEW)
        return self.store.read(self.operator.id, self.now())
