"""An office with one shift to call for: a team of its own, other forces, and a clock the test moves."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from tests import builders
from tests.builders import NOW
from volunteer_app.domain.calls import ReplyKey
from volunteer_app.domain.ids import CallId, PersonId, TeamId, new_id
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.people import Person
from volunteer_app.domain.shifts import Need, Post, Shift
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole, Team, TeamKind
from volunteer_app.services.call_rows import CallBoard, CallStep
from volunteer_app.services.calls import Ring, ShiftCalls
from volunteer_app.services.session import Desk


@dataclass(slots=True)
class MovableClock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@dataclass(slots=True)
class CallOffice:
    """Adds people and a shift, opens the call and presses keys."""

    desk: Desk
    clock: MovableClock = field(default_factory=MovableClock)
    team: Team = field(default_factory=builders.team)
    people: list[Person] = field(default_factory=list)
    shift: Shift | None = None

    def __post_init__(self) -> None:
        self.desk = replace(self.desk, clock=self.clock)
        with self.desk.write(Permission.EDIT_SHIFTS) as uow:
            uow.teams.add(self.team)
            uow.commit()

    @property
    def calls(self) -> ShiftCalls:
        return ShiftCalls(self.desk)

    def with_members(self, *names: str, role: MemberRole = MemberRole.MEMBER, of: Team | None = None) -> list[Person]:
        return [self.add(builders.person(name), role=role, of=of) for name in names]

    def add(self, person: Person, *, role: MemberRole = MemberRole.MEMBER, of: Team | None = None) -> Person:
        with self.desk.write(Permission.EDIT_ROSTER) as uow:
            added = uow.people.add(person)
            uow.memberships.add(builders.membership(added, of or self.team, role=role))
            uow.commit()
        self.people.append(added)
        return added

    def other_team(self, kind: TeamKind = TeamKind.VOLUNTEER) -> Team:
        team = builders.team(f"队{len(self.people)}{kind}", kind=kind)
        with self.desk.write(Permission.EDIT_SHIFTS) as uow:
            uow.teams.add(team)
            uow.commit()
        return team

    def with_shift(self, *, places: int = 2, on: Span | None = None, needs: tuple[Need, ...] = ()) -> Shift:
        shift = self.plan(places=places, on=on, needs=needs)
        self.shift = shift
        return shift

    def plan(self, *, places: int = 2, on: Span | None = None, needs: tuple[Need, ...] = ()) -> Shift:
        post: Post = builders.post(f"岗{new_id()}"[:12], of=self.team)
        shift = builders.shift(post, on=on, needs=needs or (builders.heads(places),))
        with self.desk.write(Permission.EDIT_SHIFTS) as uow:
            uow.posts.add(post)
            uow.shifts.add(shift)
            uow.commit()
        return shift

    def hold(self, shift: Shift, person: Person) -> None:
        with self.desk.write(Permission.EDIT_SHIFTS) as uow:
            uow.assignments.take(builders.assignment(shift, person))
            uow.commit()

    def open(self) -> CallId:
        assert self.shift is not None
        return self.calls.open_call(self.shift.id).call_id

    def press(self, call_id: CallId, key: ReplyKey, ring: Ring | None = None) -> CallStep:
        """The key for the person on screen."""
        card = self.calls.board(call_id).card
        assert card is not None, "nobody is on screen"
        return self.calls.record(call_id, card.ask_id, key, ring or Ring())

    def state_of(self, call_id: CallId, person: Person) -> object:
        board: CallBoard = self.calls.board(call_id)
        return next(row.state for row in board.queue if row.person_id == person.id)

    def holders(self) -> set[PersonId]:
        assert self.shift is not None
        with self.desk.read() as reader:
            return {place.person_id for place in reader.assignments.held_in([self.shift.id])[self.shift.id]}

    def team_id(self) -> TeamId:
        return self.team.id
