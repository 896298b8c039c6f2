"""What a published shift said, and what has changed since (product.md rule 10). It knows no words and no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from volunteer_app.domain.ids import PersonId, PostId, ShiftId
from volunteer_app.domain.shifts import Assignment, Shift, ShiftState
from volunteer_app.domain.span import Span


class PlanChangeKind(StrEnum):
    SHIFT_ADDED = "shift_added"
    SHIFT_CANCELLED = "shift_cancelled"
    SHIFT_MOVED = "shift_moved"
    JOINED = "joined"
    LEFT = "left"
    LEADER_SET = "leader_set"
    LEADER_UNSET = "leader_unset"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A shift as people were told of it. `people` says of each whether they lead."""

    post_id: PostId
    span: Span
    people: Mapping[PersonId, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One thing to tell. `person_id` where it concerns one; `old_span` where people knew another time."""

    kind: PlanChangeKind
    shift_id: ShiftId
    post_id: PostId
    span: Span
    person_id: PersonId | None = None
    old_span: Span | None = None


def snapshot(shift: Shift, held: tuple[Assignment, ...]) -> Snapshot | None:
    """The shift as it stands; None when it is cancelled."""
    if shift.state is ShiftState.CANCELLED:
        return None
    return Snapshot(shift.post_id, shift.span, {a.person_id: a.is_leader for a in held})


def changes_between(shift_id: ShiftId, told: Snapshot | None, now: Snapshot | None) -> tuple[PlanChange, ...]:
    """What somebody who knows the first must be told to know the second. None stands for no shift."""
    if now is None:
        return () if told is None else _cancelled(shift_id, told)
    if told is None:
        return _added(shift_id, now)
    return (*_moved(shift_id, told, now), *_people(shift_id, told, now))


def _added(shift_id: ShiftId, now: Snapshot) -> tuple[PlanChange, ...]:
    added = PlanChange(PlanChangeKind.SHIFT_ADDED, shift_id, now.post_id, now.span)
    return (added, *_people(shift_id, Snapshot(now.post_id, now.span), now))


def _cancelled(shift_id: ShiftId, told: Snapshot) -> tuple[PlanChange, ...]:
    gone = PlanChange(PlanChangeKind.SHIFT_CANCELLED, shift_id, told.post_id, told.span)
    return (gone, *_people(shift_id, told, Snapshot(told.post_id, told.span)))


def _moved(shift_id: ShiftId, told: Snapshot, now: Snapshot) -> tuple[PlanChange, ...]:
    if (told.post_id, told.span) == (now.post_id, now.span):
        return ()
    return (PlanChange(PlanChangeKind.SHIFT_MOVED, shift_id, now.post_id, now.span, old_span=told.span),)


def _people(shift_id: ShiftId, told: Snapshot, now: Snapshot) -> list[PlanChange]:
    def change(kind: PlanChangeKind, person_id: PersonId) -> PlanChange:
        return PlanChange(kind, shift_id, now.post_id, now.span, person_id)

    left = [change(PlanChangeKind.LEFT, person_id) for person_id in told.people if person_id not in now.people]
    joined = [change(PlanChangeKind.JOINED, person_id) for person_id in now.people if person_id not in told.people]
    leads = {person_id for person_id, leading in now.people.items() if leading}
    led = {person_id for person_id, leading in told.people.items() if leading}
    stayed = [person_id for person_id in now.people if person_id in leads ^ led]
    marked = [
        change(PlanChangeKind.LEADER_SET if person_id in leads else PlanChangeKind.LEADER_UNSET, person_id)
        for person_id in stayed
    ]
    return [*left, *joined, *marked]
