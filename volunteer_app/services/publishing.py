"""Tells a week: what has changed since people were last told, under which version. It changes no plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from volunteer_app.domain.changes import Changes
from volunteer_app.domain.ids import TeamId
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.publishing import PlanChange, changes_between, snapshot
from volunteer_app.domain.shifts import Shift
from volunteer_app.domain.span import day_span
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries.board import ShiftAtPost, posts_and_shifts
from volunteer_app.storage.unit_of_work import Reader, UnitOfWork

DAYS = 7


@dataclass(frozen=True, slots=True)
class News:
    """One change with the names a clerk reads. `person` is empty where it concerns the shift."""

    change: PlanChange
    post: str
    person: str


@dataclass(frozen=True, slots=True)
class Published:
    """The new version and what it told; version 0 when there was nothing to tell."""

    changes: Changes
    version: int
    news: tuple[News, ...]


class Publishing:
    """Compares the plan with what was told, and tells it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def pending(self, monday: date, team_id: TeamId | None = None) -> tuple[News, ...]:
        """What publishing this week now would tell."""
        with self._desk.read() as reader:
            return _named(reader, self._compare(reader, monday, team_id))

    def publish(self, monday: date, team_id: TeamId | None = None) -> Published:
        """Every changed shift of the week gets the next version."""
        with self._desk.write(Permission.EDIT_SHIFTS) as uow:
            compared = self._compare(uow, monday, team_id)
            news = _named(uow, compared)
            changed = [at_post.shift for at_post, changes in compared if changes]
            version = 1 + max((at_post.shift.published_version for at_post, _ in compared), default=0)
            for shift in changed:
                publish_shift(uow, shift, version)
            return Published(uow.commit(), version if changed else 0, news)

    def _compare(
        self, transaction: Reader | UnitOfWork, monday: date, team_id: TeamId | None
    ) -> list[tuple[ShiftAtPost, tuple[PlanChange, ...]]]:
        shifts = posts_and_shifts(transaction, day_span(monday, self._desk.zone, DAYS), team_id).shifts
        held = transaction.assignments.held_in([at_post.shift.id for at_post in shifts])
        return [
            (at_post, changes_between(shift.id, at_post.told, snapshot(shift, held[shift.id])))
            for at_post in shifts
            for shift in [at_post.shift]
        ]


def publish_shift(uow: UnitOfWork, shift: Shift, version: int) -> Shift:
    """This shift as it stands is what people know from now on."""
    told = snapshot(shift, uow.assignments.held_in([shift.id])[shift.id])
    saved = uow.shifts.save(replace(shift, published_version=version, published_at=uow.now))
    uow.assignments.publish(shift.id, version)
    uow.publications.record(shift.id, version, told)
    return saved


def _named(
    transaction: Reader | UnitOfWork, compared: Sequence[tuple[ShiftAtPost, tuple[PlanChange, ...]]]
) -> tuple[News, ...]:
    concerned = {change.person_id for _, changes in compared for change in changes if change.person_id is not None}
    people = transaction.people.by_ids(list(concerned))
    return tuple(
        News(change, at_post.post.name, people[change.person_id].name if change.person_id in people else "")
        for at_post, changes in compared
        for change in changes
    )
