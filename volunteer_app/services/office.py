"""The office itself: setting it up from the presets, its names, what everything else looks up."""

from dataclasses import dataclass, replace

from volunteer_app.domain.changes import Changes
from volunteer_app.domain.ids import CommunityId, OfficeId, OperatorId, SkillId, TeamId, new_id
from volunteer_app.domain.office import Community, Office
from volunteer_app.domain.operators import Operator, Permission, Role
from volunteer_app.domain.skills import Skill
from volunteer_app.domain.teams import Team
from volunteer_app.services.presets import Presets
from volunteer_app.services.session import Clock, Desk
from volunteer_app.storage.unit_of_work import Store, UnitOfWork

RECRUITED_CODE = "R01"

# Starting skills of a new office; the office adds its own. The second value names what the first includes.
STARTING_SKILLS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("心肺复苏", (), True),
    ("急救证", ("心肺复苏",), True),
    ("驾驶C1", (), True),
    ("驾驶B2", ("驾驶C1",), True),
    ("电工证", (), True),
    ("水性", (), False),
    ("泵车操作", (), False),
    ("无人机", (), True),
    ("心理咨询", (), True),
    ("摄影", (), False),
)


@dataclass(frozen=True, slots=True)
class Founding:
    """What the first-run page asks for."""

    office_name: str
    short_name: str
    duty_phone: str
    administrator: str
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class Bearings:
    """The small tables every page looks things up in."""

    office: Office
    is_demo: bool
    teams: dict[TeamId, Team]
    communities: dict[CommunityId, Community]
    skills: dict[SkillId, Skill]


def found_office(store: Store, founding: Founding, presets: Presets, clock: Clock) -> Operator:
    """Write a new office with its presets and its first administrator, who does all of it in the audit log."""
    administrator = Operator(OperatorId(new_id()), founding.administrator, Role.ADMIN)
    with store.write(administrator.id, clock()) as uow:
        uow.offices.add(_office(OfficeId(store.office_id), founding, presets), is_demo=founding.is_demo)
        uow.operators.add(administrator)
        _add_presets(uow, presets)
        _add_skills(uow)
        uow.commit()
    return administrator


def _office(office_id: OfficeId, founding: Founding, presets: Presets) -> Office:
    return Office(
        id=office_id,
        name=founding.office_name,
        short_name=founding.short_name or founding.office_name,
        duty_phone=founding.duty_phone,
        area_code=presets.office.area_code,
        division_code=presets.office.subdistrict_code,
    )


def _add_presets(uow: UnitOfWork, presets: Presets) -> None:
    for position, preset in enumerate(presets.teams):
        uow.teams.add(
            Team(
                id=TeamId(new_id()),
                code=preset.code,
                kind=preset.kind,
                name=preset.name,
                short_name=preset.short_name,
                aliases=preset.aliases,
                field=preset.field,
                emergency=preset.emergency,
                adult_only=preset.adult_only,
                min_crew=preset.min_crew,
                position=position,
            )
        )
    for position, community in enumerate(presets.communities):
        uow.offices.add_community(
            Community(
                id=CommunityId(new_id()),
                code=community.code,
                name=community.name,
                aliases=community.aliases,
                muster_point=community.muster_point,
                position=position,
            )
        )


def _add_skills(uow: UnitOfWork) -> None:
    by_name: dict[str, SkillId] = {}
    for position, (name, includes, needs_paper) in enumerate(STARTING_SKILLS):
        skill = Skill(
            id=SkillId(new_id()),
            name=name,
            includes=tuple(by_name[other] for other in includes),
            needs_paper=needs_paper,
            position=position,
        )
        by_name[name] = skill.id
        uow.skills.add(skill)


class OfficeDesk:
    """Looks at and changes the office's own small tables."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def bearings(self) -> Bearings:
        with self._desk.read() as reader:
            return Bearings(
                office=reader.offices.get(),
                is_demo=reader.offices.is_demo(),
                teams={team.id: team for team in reader.teams.all()},
                communities={community.id: community for community in reader.offices.communities()},
                skills=reader.skills.all(),
            )

    def rename(self, name: str, short_name: str, duty_phone: str) -> Changes:
        with self._desk.write(Permission.MANAGE_OFFICE) as uow:
            office = replace(uow.offices.get(), name=name, short_name=short_name, duty_phone=duty_phone)
            uow.offices.save(office)
            return uow.commit()

    def rename_team(self, team_id: TeamId, name: str) -> Changes:
        """The old name stays findable as an alias, so that old rosters still match."""
        with self._desk.write(Permission.MANAGE_OFFICE) as uow:
            team = uow.teams.get(team_id)
            aliases = tuple(dict.fromkeys((*team.aliases, team.name)))
            uow.teams.save(replace(team, name=name, aliases=aliases))
            return uow.commit()

    def rename_community(self, community_id: CommunityId, name: str) -> Changes:
        with self._desk.write(Permission.MANAGE_OFFICE) as uow:
            uow.offices.rename_community(community_id, name)
            return uow.commit()
