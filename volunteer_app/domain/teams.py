"""Teams and who belongs to them, from when to when. True strength counts a person once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from volunteer_app.domain.ids import MembershipId, PersonId, TeamId


class TeamKind(StrEnum):
    VOLUNTEER = "volunteer"
    BACKBONE = "backbone"
    PROFESSIONAL = "professional"
    RECRUITED = "recruited"


class MemberRole(StrEnum):
    LEADER = "leader"
    DEPUTY = "deputy"
    LIAISON = "liaison"
    MEMBER = "member"

    @property
    def leads(self) -> bool:
        """May hold the place of a shift leader (带班)."""
        return self in (MemberRole.LEADER, MemberRole.DEPUTY)


@dataclass(frozen=True, slots=True)
class Team:
    """A standing or temporary force.

    `adult_only`: emergency rescue teams take adults only (突发事件应对法 39). `min_crew`: starting value of a need.
    """

    id: TeamId
    code: str
    kind: TeamKind
    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    field: str = ""
    emergency: bool = False
    adult_only: bool = False
    min_crew: int = 1
    active: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True)
class Membership:
    """A person in a team, with a role, from a day to a day (both inclusive; open when None)."""

    id: MembershipId
    person_id: PersonId
    team_id: TeamId
    role: MemberRole = MemberRole.MEMBER
    title: str = ""
    is_main: bool = False
    from_on: date | None = None
    to_on: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)


def true_strength(memberships: Iterable[Membership], day: date) -> int:
    """How many human beings the given memberships are on that day (product.md rule 2)."""
    return len({membership.person_id for membership in memberships if membership.holds_on(day)})
