"""The single steps of planning, as data: a page keeps the inverse of what it did and sends it back for undo."""

from dataclasses import dataclass

from volunteer_app.domain.ids import AssignmentId, PersonId, ShiftId
from volunteer_app.domain.shifts import AssignmentSource, Post, Shift


@dataclass(frozen=True, slots=True)
class Take:
    """Give a person a place in a shift."""

    shift_id: ShiftId
    person_id: PersonId
    is_leader: bool = False
    source: AssignmentSource = AssignmentSource.BOARD


@dataclass(frozen=True, slots=True)
class Release:
    """Take a place back; the record of it stays."""

    assignment_id: AssignmentId


@dataclass(frozen=True, slots=True)
class Restore:
    """Give a place back that was released or lost by a move."""

    assignment_id: AssignmentId


@dataclass(frozen=True, slots=True)
class SetAside:
    """Put a place among the displaced: for undo and redo of a move and of tidying that list."""

    assignment_id: AssignmentId


@dataclass(frozen=True, slots=True)
class MarkLeader:
    assignment_id: AssignmentId


@dataclass(frozen=True, slots=True)
class UnmarkLeader:
    assignment_id: AssignmentId


@dataclass(frozen=True, slots=True)
class AddShift:
    shift: Shift


@dataclass(frozen=True, slots=True)
class EditShift:
    """Post, time, team, note and needs become `after`'s. Raises ChangedElsewhere when they are not `before`'s."""

    before: Shift
    after: Shift


@dataclass(frozen=True, slots=True)
class CancelShift:
    """Everybody's place is released. Raises ShiftHasAttendance."""

    shift_id: ShiftId


@dataclass(frozen=True, slots=True)
class ReviveShift:
    """Bring a cancelled shift back; who had a place is restored by steps of their own."""

    shift_id: ShiftId


@dataclass(frozen=True, slots=True)
class AddPost:
    post: Post


@dataclass(frozen=True, slots=True)
class EditPost:
    post: Post


PlanStep = (
    Take
    | Release
    | Restore
    | SetAside
    | MarkLeader
    | UnmarkLeader
    | AddShift
    | EditShift
    | CancelShift
    | ReviveShift
    | AddPost
    | EditPost
)


@dataclass(frozen=True, slots=True)
class Displaced:
    """Somebody whose place was lost because the shift moved onto another of theirs: to be asked again."""

    assignment_id: AssignmentId
    person_id: PersonId
    shift_id: ShiftId
