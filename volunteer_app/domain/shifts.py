"""Posts, dated duties with full start and end, the places they need, and who holds them.

A need is a set of places of one kind. A person fills one place, so seating is a matching: a medic may move from a plain
place to the medic's so that a newcomer finds room.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from volunteer_app.domain.errors import NoPlaceLeft
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.ids import AssignmentId, CommunityId, NeedId, PersonId, PostId, ShiftId, SkillId, TeamId
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole


class Hazard(StrEnum):
    """What makes a post unfit for minors (domain.md 1.4)."""

    NONE = "none"
    EMERGENCY = "emergency"
    TRAFFIC = "traffic"


class ShiftState(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"


class NeedKind(StrEnum):
    HEADS = "heads"
    ROLE = "role"
    SKILL = "skill"


class AssignmentState(StrEnum):
    """HELD counts. RELEASED: given up or taken off. DISPLACED: the shift moved and made the person overlap."""

    HELD = "held"
    RELEASED = "released"
    DISPLACED = "displaced"


class AssignmentSource(StrEnum):
    BOARD = "board"
    PASTE = "paste"
    CALL = "call"
    AUTO_FILL = "auto_fill"
    ON_THE_SPOT = "on_the_spot"
    DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Post:
    """A place of duty. Organiser and person in charge go into every service record (民政部令67号 art. 8).

    `community_id` is where it lies: people who live there are near.
    """

    id: PostId
    name: str
    place: str = ""
    community_id: CommunityId | None = None
    team_id: TeamId | None = None
    hazard: Hazard = Hazard.NONE
    organiser: str = ""
    person_in_charge: str = ""
    active: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True)
class Need:
    """`count` places for a role, a skill, or anybody. `taken` is the database's guarded counter."""

    id: NeedId
    kind: NeedKind = NeedKind.HEADS
    count: int = 1
    role: MemberRole | None = None
    skill_id: SkillId | None = None
    taken: int = 0
    position: int = 0

    @property
    def vacancies(self) -> int:
        return max(0, self.count - self.taken)

    def accepts(self, *, leads: bool, skills: frozenset[SkillId]) -> bool:
        """Whether somebody with these abilities can fill a place here."""
        match self.kind:
            case NeedKind.HEADS:
                return True
            case NeedKind.ROLE:
                return leads
            case NeedKind.SKILL:
                return self.skill_id in skills


@dataclass(frozen=True, slots=True)
class Assignment:
    """The plan: a person holds one place of one need. `is_leader` marks the 带班 (★).

    `overridden` are the rules that `override_reason` answers for; what comes up later is a conflict again.
    """

    id: AssignmentId
    shift_id: ShiftId
    need_id: NeedId
    person_id: PersonId
    span: Span
    state: AssignmentState = AssignmentState.HELD
    source: AssignmentSource = AssignmentSource.BOARD
    is_leader: bool = False
    override_reason: str = ""
    overridden: frozenset[Rule] = frozenset()
    published_version: int | None = None

    @property
    def is_draft(self) -> bool:
        return self.published_version is None


@dataclass(frozen=True, slots=True)
class Shift:
    """A dated duty at a post."""

    id: ShiftId
    post_id: PostId
    span: Span
    needs: tuple[Need, ...]
    team_id: TeamId | None = None
    state: ShiftState = ShiftState.PLANNED
    note: str = ""
    published_version: int = 0
    published_at: datetime | None = None
    version: int = 0

    @property
    def needed(self) -> int:
        return sum(need.count for need in self.needs)

    @property
    def vacancies(self) -> int:
        return sum(need.vacancies for need in self.needs)

    def need(self, need_id: NeedId) -> Need:
        return next(need for need in self.needs if need.id == need_id)

    def moved(self, span: Span) -> "Shift":
        return replace(self, span=span)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What decides which places a person can fill in one shift."""

    leads: bool = False
    skills: frozenset[SkillId] = frozenset()


@dataclass(frozen=True, slots=True)
class Seating:
    """Where the newcomer sits, and which people already seated change their need to make room."""

    need_id: NeedId
    moves: Mapping[PersonId, NeedId]


def seat(
    needs: Sequence[Need],
    seated: Mapping[PersonId, NeedId],
    abilities: Mapping[PersonId, Abilities],
    newcomer: PersonId,
) -> Seating | None:
    """A place for the newcomer by an augmenting path over the places, or None when no matching has one.

    Scarce needs are tried before plain heads. `abilities` must hold everybody in `seated`, and the newcomer. People
    already seated keep the place they have unless the newcomer cannot sit otherwise.
    """
    holders: dict[NeedId, list[PersonId]] = {need.id: [] for need in needs}
    for person_id, need_id in seated.items():
        holders[need_id].append(person_id)
    scarce_first = sorted(needs, key=lambda need: (need.kind is NeedKind.HEADS, need.position))
    moves: dict[PersonId, NeedId] = {}
    if not _place(newcomer, scarce_first, holders, abilities, moves, set()):
        return None
    need_id = moves.pop(newcomer)
    return Seating(need_id, moves)


def seat_all(
    needs: Sequence[Need], seated: Mapping[PersonId, NeedId], abilities: Mapping[PersonId, Abilities]
) -> dict[PersonId, NeedId]:
    """Places for the same people in other needs; whoever can keep a place keeps it. Raises NoPlaceLeft."""
    left = {need.id: need for need in needs}
    seats: dict[PersonId, NeedId] = {}
    homeless: list[PersonId] = []
    for person_id, need_id in seated.items():
        need, able = left.get(need_id), abilities[person_id]
        if need is None or not need.count or not need.accepts(leads=able.leads, skills=able.skills):
            homeless.append(person_id)
            continue
        seats[person_id] = need_id
        left[need_id] = replace(need, count=need.count - 1)
    for person_id in homeless:
        seating = seat(needs, seats, abilities, person_id)
        if seating is None:
            raise NoPlaceLeft(seated[person_id], sum(need.count for need in needs))
        seats |= {person_id: seating.need_id, **seating.moves}
    return seats


def _place(
    person_id: PersonId,
    needs: Sequence[Need],
    holders: dict[NeedId, list[PersonId]],
    abilities: Mapping[PersonId, Abilities],
    moves: dict[PersonId, NeedId],
    visited: set[NeedId],
) -> bool:
    able = abilities[person_id]
    fitting = [n for n in needs if n.id not in visited and n.accepts(leads=able.leads, skills=able.skills)]
    for need in fitting:
        if len(holders[need.id]) < need.count:
            holders[need.id].append(person_id)
            moves[person_id] = need.id
            return True
    for need in fitting:
        if need.id in visited:
            continue
        visited.add(need.id)
        for holder in list(holders[need.id]):
            if _place(holder, needs, holders, abilities, moves, visited):
                holders[need.id].remove(holder)
                holders[need.id].append(person_id)
                moves[person_id] = need.id
                return True
    return False
