"""Looking at the roster: whom a filter finds, the lines of the table, one person whole. It changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from volunteer_app.domain.availability import Leave
from volunteer_app.domain.ids import PersonId, SkillId, TeamId
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.person_file import PersonFile
from volunteer_app.domain.skills import Qualification, Skill
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import Membership, Team
from volunteer_app.domain.text import mask_id_number, mask_phone
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries.person_duties import DutyOfPerson, duties_of
from volunteer_app.storage.queries.roster import (
    RosterRow,
    Standing,
    TeamOfPerson,
    chip_counts,
    find_ids,
    rows_of,
    standing_of,
)
from volunteer_app.storage.queries.roster_filter import Moment, RosterChip, RosterFilter, RosterSort

__all__ = [
    "Belonging",
    "DutyOfPerson",
    "HeldSkill",
    "PersonCard",
    "Roster",
    "RosterChip",
    "RosterFilter",
    "RosterRow",
    "RosterSort",
    "Standing",
    "TeamOfPerson",
]

LATELY = timedelta(days=90)
SOON = timedelta(days=31)
LEAVES_AHEAD = timedelta(days=366)
PAPER_ENDS_SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Belonging:
    """A membership with its team."""

    membership: Membership
    team: Team


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """A skill with its paper. `ends_soon`: valid today, but not for more than a month."""

    paper: Qualification
    skill: Skill
    is_valid: bool
    ends_soon: bool


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One person whole, as the pane shows it. `belongings`: teams of today, the main one first.

    `phones` are masked and `id_number_masked` is empty where the operator may not see them.
    """

    file: PersonFile
    community: str
    phones: tuple[str, ...]
    id_number_masked: str
    standing: Standing
    belongings: tuple[Belonging, ...]
    skills: tuple[HeldSkill, ...]
    leaves: tuple[Leave, ...]
    duties: tuple[DutyOfPerson, ...]

    @property
    def leave_now(self) -> Leave | None:
        return self.leaves[0] if self.standing is Standing.ON_LEAVE and self.leaves else None


class Roster:
    """The page's questions to the data, each a fixed number of SELECTs whatever the number of people."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, wanted: RosterFilter) -> tuple[PersonId, ...]:
        """Everybody the filter finds, in its order."""
        with self._desk.read() as reader:
            return find_ids(reader, wanted, self._moment())

    def counts(self) -> dict[RosterChip, int]:
        """How many people each chip alone would show."""
        with self._desk.read() as reader:
            return chip_counts(reader, self._moment())

    def rows(self, person_ids: Sequence[PersonId]) -> tuple[RosterRow, ...]:
        """The lines of these people, in the same order."""
        with self._desk.read() as reader:
            return rows_of(reader, person_ids, self._moment())

    def card(self, person_id: PersonId) -> PersonCard:
        """Raises NotFound."""
        now, today = self._desk.now(), self._desk.today()
        with self._desk.read() as reader:
            file = reader.person_files.get(person_id)
            whole = reader.people.get_whole(person_id)
            communities = {community.id: community.name for community in reader.offices.communities()}
            teams = {team.id: team for team in reader.teams.all()}
            skills = reader.skills.all()
            leaves = reader.leaves.of_people([person_id], Span(now, now + LEAVES_AHEAD))[person_id]
            duties = duties_of(reader, person_id, Span(now - LATELY, now + SOON))
        leaves = tuple(sorted(leaves, key=lambda leave: leave.span))
        sees_phones = self._desk.operator.may(Permission.SEE_PHONES)
        person = file.person
        return PersonCard(
            file=file,
            community=communities.get(person.community_id, "") if person.community_id else "",
            phones=tuple(phone if sees_phones else mask_phone(phone) for phone in person.phones),
            id_number_masked=mask_id_number(whole.id_number) if sees_phones else "",
            standing=standing_of(person.status, has_phone=bool(person.phones), leave_until=_leave_until(leaves, now)),
            belongings=_belongings(file, teams, today),
            skills=_skills(file, skills, today),
            leaves=leaves,
            duties=duties,
        )

    def _moment(self) -> Moment:
        return Moment(self._desk.today(), self._desk.now())


def _leave_until(leaves: Sequence[Leave], now: datetime) -> datetime | None:
    return max((leave.span.end for leave in leaves if leave.span.contains(now)), default=None)


def _belongings(file: PersonFile, teams: Mapping[TeamId, Team], today: date) -> tuple[Belonging, ...]:
    held = (each for each in file.memberships if each.holds_on(today) and each.team_id in teams)
    found = [Belonging(membership, teams[membership.team_id]) for membership in held]
    return tuple(sorted(found, key=lambda each: (not each.membership.is_main, each.team.position)))


def _skills(file: PersonFile, skills: Mapping[SkillId, Skill], today: date) -> tuple[HeldSkill, ...]:
    found = [
        HeldSkill(
            paper=paper,
            skill=skills[paper.skill_id],
            is_valid=paper.is_valid_on(today),
            ends_soon=paper.is_valid_on(today) and not paper.is_valid_on(today + PAPER_ENDS_SOON),
        )
        for paper in file.papers
        if paper.skill_id in skills
    ]
    return tuple(sorted(found, key=lambda each: each.skill.position))
