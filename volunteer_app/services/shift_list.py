"""Shifts of a stretch of days with their needs, plan and attendance, for lists outside the board."""

from dataclasses import dataclass
from datetime import date

from volunteer_app.domain.ids import ShiftId
from volunteer_app.domain.shifts import ShiftState
from volunteer_app.domain.span import Span, day_span
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries.attendance import signed_in


@dataclass(frozen=True, slots=True)
class ListedShift:
    """One shift as a script or a list wants it. `arrived` counts who signed in."""

    id: ShiftId
    post: str
    place: str
    team: str
    span: Span
    needed: int
    planned: int
    arrived: int


class ShiftList:
    """Reads shifts; changes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def between(self, first: date, last: date) -> tuple[ListedShift, ...]:
        """Shifts that start on these days, both included, in order of start."""
        span = day_span(first, self._desk.zone, (last - first).days + 1)
        with self._desk.read() as reader:
            shifts = [s for s in reader.shifts.between(span) if s.state is ShiftState.PLANNED]
            posts = {post.id: post for post in reader.posts.all()}
            teams = {team.id: team for team in reader.teams.all()}
            arrived = signed_in(reader, [shift.id for shift in shifts])
        return tuple(
            ListedShift(
                id=shift.id,
                post=posts[shift.post_id].name,
                place=posts[shift.post_id].place,
                team=teams[shift.team_id].name if shift.team_id else "",
                span=shift.span,
                needed=shift.needed,
                planned=sum(need.taken for need in shift.needs),
                arrived=arrived.get(shift.id, 0),
            )
            for shift in shifts
        )
