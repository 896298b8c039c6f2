"""The plan: taking a place is one conditional UPDATE, so that two desks cannot take the last one (storage.md 4.1)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from volunteer_app.domain.changes import Topic
from volunteer_app.domain.errors import AlreadyPlaced, ConstraintBroken, NoPlaceLeft, PersonBusy
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.ids import AssignmentId, NeedId, PersonId, ShiftId
from volunteer_app.domain.shifts import Assignment, AssignmentSource, AssignmentState
from volunteer_app.domain.span import Span
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.driver_errors import translate
from volunteer_app.storage.guards import OVERLAP
from volunteer_app.storage.records.shifts import AssignmentRecord, NeedRecord
from volunteer_app.storage.repositories.base import Repository


class Assignments(Repository):
    """The plan: who holds which place. The need's counter and the row change together."""

    def get(self, assignment_id: AssignmentId) -> Assignment:
        return to_assignment(self.one(AssignmentRecord, assignment_id))

    def held_in(self, shift_ids: Sequence[ShiftId]) -> dict[ShiftId, tuple[Assignment, ...]]:
        grouped: dict[ShiftId, list[Assignment]] = {shift_id: [] for shift_id in shift_ids}
        for batch in in_batches(shift_ids):
            query = select(AssignmentRecord).where(
                AssignmentRecord.office_id == self.office_id,
                AssignmentRecord.shift_id.in_(batch),
                AssignmentRecord.state == AssignmentState.HELD,
            )
            for record in self.session.scalars(query.order_by(AssignmentRecord.id)):
                grouped[ShiftId(record.shift_id)].append(to_assignment(record))
        return {shift_id: tuple(items) for shift_id, items in grouped.items()}

    def held_by(self, person_ids: Sequence[PersonId], span: Span) -> dict[PersonId, tuple[Assignment, ...]]:
        """Places held by these people that touch the span."""
        grouped: dict[PersonId, list[Assignment]] = {person_id: [] for person_id in person_ids}
        for batch in in_batches(person_ids):
            query = select(AssignmentRecord).where(
                AssignmentRecord.office_id == self.office_id,
                AssignmentRecord.person_id.in_(batch),
                AssignmentRecord.state == AssignmentState.HELD,
                AssignmentRecord.starts_at < span.end,
                AssignmentRecord.ends_at > span.start,
            )
            for record in self.session.scalars(query):
                grouped[PersonId(record.person_id)].append(to_assignment(record))
        return {person_id: tuple(items) for person_id, items in grouped.items()}

    def take(self, assignment: Assignment) -> None:
        """Write a new held place. Raises NoPlaceLeft, AlreadyPlaced or (from the database) PersonBusy."""
        self._count_up(assignment.need_id)
        held = self.held_in([assignment.shift_id])[assignment.shift_id]
        if any(other.person_id == assignment.person_id for other in held):
            raise AlreadyPlaced(assignment.person_id, assignment.shift_id)
        self.session.add(self._record(assignment))
        with _named(assignment.person_id, assignment.shift_id):
            self.session.flush()
        self.notebook.note(
            "assignment.taken",
            assignment.id,
            Topic.SHIFTS,
            shift=assignment.shift_id,
            person=assignment.person_id,
            overridden=bool(assignment.override_reason),
        )

    def take_many(self, assignments: Sequence[Assignment]) -> None:
        """Many new held places with one audit line. The database refuses any that is one too many, or overlaps."""
        taken = Counter(assignment.need_id for assignment in assignments)
        for need_id, count in taken.items():
            self.session.execute(
                update(NeedRecord)
                .where(NeedRecord.office_id == self.office_id, NeedRecord.id == need_id)
                .values(taken=NeedRecord.taken + count)
            )
        self.session.add_all(map(self._record, assignments))
        self.session.flush()
        self.notebook.note("assignment.taken_many", None, Topic.SHIFTS, count=len(assignments))

    def release(self, assignment_id: AssignmentId, state: AssignmentState = AssignmentState.RELEASED) -> Assignment:
        """Give the place back; the row stays, with its new state."""
        record = self.one(AssignmentRecord, assignment_id)
        if record.state == state:
            return to_assignment(record)
        was_held, record.state = record.state == AssignmentState.HELD, state
        self.session.flush()
        if was_held:
            self._count_down(NeedId(record.need_id))
        self.notebook.note("assignment.released", assignment_id, Topic.SHIFTS, shift=record.shift_id, state=state)
        return to_assignment(record)

    def restore(
        self, assignment_id: AssignmentId, need_id: NeedId | None = None, *, span: Span | None = None
    ) -> Assignment:
        """Take a place again, for undo: the same one unless another need, or the shift's new time, is named.

        Raises NoPlaceLeft or (from the database) PersonBusy.
        """
        record = self.one(AssignmentRecord, assignment_id)
        if record.state != AssignmentState.HELD:
            record.need_id = need_id or record.need_id
            if span is not None:
                record.starts_at, record.ends_at = span.start, span.end
            self._count_up(NeedId(record.need_id))
            record.state = AssignmentState.HELD
            with _named(PersonId(record.person_id), ShiftId(record.shift_id)):
                self.session.flush()
            self.notebook.note("assignment.restored", assignment_id, Topic.SHIFTS, shift=record.shift_id)
        return to_assignment(record)

    def reseat(self, shift_id: ShiftId, moves: Mapping[PersonId, NeedId]) -> None:
        """Move people already seated to other needs of the same shift (see shifts.seat).

        First all leave their places, then all take the new ones: in between nobody else can get in, because the
        transaction holds the rows.
        """
        if not moves:
            return
        moving = [a for a in self.held_in([shift_id])[shift_id] if a.person_id in moves]
        for assignment in moving:
            self._count_down(assignment.need_id)
        for assignment in moving:
            need_id = moves[assignment.person_id]
            self._count_up(need_id)
            self.one(AssignmentRecord, assignment.id).need_id = need_id
        self.session.flush()
        if moving:
            self.notebook.note("assignment.reseated", shift_id, Topic.SHIFTS, count=len(moving))

    def mark_leader(self, assignment_id: AssignmentId) -> None:
        self._set_leader(assignment_id, True)

    def unmark_leader(self, assignment_id: AssignmentId) -> None:
        self._set_leader(assignment_id, False)

    def _set_leader(self, assignment_id: AssignmentId, leads: bool) -> None:
        record = self.one(AssignmentRecord, assignment_id)
        record.is_leader = leads
        self.session.flush()
        self.notebook.note("assignment.leader", assignment_id, Topic.SHIFTS, shift=record.shift_id)

    def move_span(self, shift_id: ShiftId, span: Span) -> None:
        """Let every held or displaced place of a moved shift follow it. Raises (from the database) PersonBusy."""
        query = select(AssignmentRecord).where(
            AssignmentRecord.office_id == self.office_id,
            AssignmentRecord.shift_id == shift_id,
            AssignmentRecord.state != AssignmentState.RELEASED,
        )
        for record in self.session.scalars(query):
            record.starts_at, record.ends_at = span.start, span.end
            with _named(PersonId(record.person_id), shift_id):
                self.session.flush()

    def publish(self, shift_id: ShiftId, version: int) -> None:
        """Every held draft of the shift becomes part of this published version."""
        self.session.execute(
            update(AssignmentRecord)
            .where(
                AssignmentRecord.office_id == self.office_id,
                AssignmentRecord.shift_id == shift_id,
                AssignmentRecord.state == AssignmentState.HELD,
                AssignmentRecord.published_version.is_(None),
            )
            .values(published_version=version)
        )
        self.notebook.note("shift.published", shift_id, Topic.SHIFTS, version=version)

    def publish_one(self, assignment_id: AssignmentId, version: int) -> None:
        """Only this place becomes part of the published version; other drafts of the shift wait."""
        record = self.one(AssignmentRecord, assignment_id)
        record.published_version = version
        self.session.flush()
        self.notebook.note("shift.published", ShiftId(record.shift_id), Topic.SHIFTS, version=version)

    def _count_up(self, need_id: NeedId) -> None:
        done = self.session.execute(
            update(NeedRecord)
            .where(
                NeedRecord.office_id == self.office_id, NeedRecord.id == need_id, NeedRecord.taken < NeedRecord.count
            )
            .values(taken=NeedRecord.taken + 1)
        )
        if done.rowcount == 0:  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult
            raise NoPlaceLeft(need_id, self.one(NeedRecord, need_id).count)

    def _count_down(self, need_id: NeedId) -> None:
        self.session.execute(
            update(NeedRecord)
            .where(NeedRecord.office_id == self.office_id, NeedRecord.id == need_id)
            .values(taken=NeedRecord.taken - 1)
        )

    def _record(self, a: Assignment) -> AssignmentRecord:
        return AssignmentRecord(
            office_id=self.office_id,
            id=a.id,
            shift_id=a.shift_id,
            need_id=a.need_id,
            person_id=a.person_id,
            starts_at=a.span.start,
            ends_at=a.span.end,
            state=a.state,
            source=a.source,
            is_leader=a.is_leader,
            override_reason=a.override_reason,
            overridden=sorted(a.overridden),
            published_version=a.published_version,
            created_at=self.now,
        )


@contextmanager
def _named(person_id: PersonId, shift_id: ShiftId) -> Iterator[None]:
    """Gives the database's own refusal of a held place its name: the last line behind the placement check."""
    try:
        yield
    except IntegrityError as error:
        refusal = translate(error)
        match refusal:
            case ConstraintBroken(constraint=name) if name.startswith(OVERLAP):
                raise PersonBusy(person_id) from error
            case ConstraintBroken(constraint="uq_assignment_held_once"):
                raise AlreadyPlaced(person_id, shift_id) from error
            case _:
                raise refusal from error


def to_assignment(record: AssignmentRecord) -> Assignment:
    return Assignment(
        id=AssignmentId(record.id),
        shift_id=ShiftId(record.shift_id),
        need_id=NeedId(record.need_id),
        person_id=PersonId(record.person_id),
        span=Span(record.starts_at, record.ends_at),
        state=AssignmentState(record.state),
        source=AssignmentSource(record.source),
        is_leader=record.is_leader,
        override_reason=record.override_reason,
        overridden=frozenset(map(Rule, record.overridden)),
        published_version=record.published_version,
    )
