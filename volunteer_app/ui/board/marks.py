"""What is marked on the board besides the data: the focused token, a drag over it. Plain data for the delegate."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from volunteer_app.domain.findings import Level
from volunteer_app.domain.ids import AssignmentId, PostId, ShiftId
from volunteer_app.services.week_board import Verdict


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the clerk is: a post on a day, a shift of the stack there, and a person in it."""

    post_id: PostId
    column: int
    shift_id: ShiftId | None = None
    assignment_id: AssignmentId | None = None


@dataclass(slots=True)
class Marks:
    """Kept by the view, read at each paint. `verdicts` is None while nothing is dragged."""

    stack: int = 0
    token: int | None = None
    verdicts: Mapping[ShiftId, Verdict] | None = None
    is_dragging: bool = False
    hovered: ShiftId | None = None
    cut: frozenset[AssignmentId] = field(default_factory=frozenset)

    def is_refused(self, shift_id: ShiftId) -> bool:
        verdict = None if self.verdicts is None else self.verdicts.get(shift_id)
        return verdict is not None and verdict.is_refused

    def needs_reason(self, shift_id: ShiftId) -> bool:
        verdict = None if self.verdicts is None else self.verdicts.get(shift_id)
        return verdict is not None and any(finding.level is Level.WARNING for finding in verdict.findings)
