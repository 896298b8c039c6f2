"""What other pages send along with `navigate.emit("print_center", ...)`. It refuses to know those pages."""

from dataclasses import dataclass
from datetime import date

from volunteer_app.domain.ids import CallId, ShiftId, TeamId
from volunteer_app.domain.sheets import SheetKind


@dataclass(frozen=True, slots=True)
class SheetWanted:
    """Which sheet to show; what is left out stays as the clerk had it.

    `day`: any day of the month of a duty sheet; the day of the shift of a call sheet. A call sheet is of a running call
    (`call_id`) or of the people of a shift (`shift_id`).
    """

    kind: SheetKind
    day: date | None = None
    team_id: TeamId | None = None
    call_id: CallId | None = None
    shift_id: ShiftId | None = None
