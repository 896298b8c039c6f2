"""Who uses the program."""

from sqlalchemy import func, select

from volunteer_app.domain.changes import Topic
from volunteer_app.domain.ids import OperatorId
from volunteer_app.domain.operators import Operator, Role
from volunteer_app.storage.records.operators import OperatorRecord
from volunteer_app.storage.repositories.base import Repository


class Operators(Repository):
    """Users of the program in this office."""

    def all(self) -> tuple[Operator, ...]:
        return tuple(sorted(map(_to_operator, self.every(OperatorRecord)), key=lambda operator: operator.name))

    def get(self, operator_id: OperatorId) -> Operator:
        return _to_operator(self.one(OperatorRecord, operator_id))

    def by_name(self, name: str) -> Operator | None:
        query = select(OperatorRecord).where(
            OperatorRecord.office_id == self.office_id, func.lower(OperatorRecord.name) == name.lower()
        )
        record = self.session.scalar(query)
        return None if record is None else _to_operator(record)

    def add(self, operator: Operator) -> None:
        self.session.add(
            OperatorRecord(
                office_id=self.office_id,
                id=operator.id,
                name=operator.name,
                role=operator.role,
                active=operator.active,
                failures=operator.failures,
                locked_until=operator.locked_until,
            )
        )
        self.session.flush()
        self.notebook.note("operator.added", operator.id, Topic.OPERATORS, role=operator.role)

    def save(self, operator: Operator) -> None:
        record = self.one(OperatorRecord, operator.id)
        record.name, record.role, record.active = operator.name, operator.role, operator.active
        record.failures, record.locked_until = operator.failures, operator.locked_until
        self.session.flush()
        self.notebook.note("operator.changed", operator.id, Topic.OPERATORS, role=operator.role)


def _to_operator(record: OperatorRecord) -> Operator:
    return Operator(
        id=OperatorId(record.id),
        name=record.name,
        role=Role(record.role),
        active=record.active,
        failures=record.failures,
        locked_until=record.locked_until,
    )
