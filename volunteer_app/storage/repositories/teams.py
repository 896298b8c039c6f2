"""The office itself, its communities, teams and skills: the small tables everything else points to."""

import uuid

from sqlalchemy import select

from volunteer_app.domain.changes import Topic
from volunteer_app.domain.ids import CommunityId, OfficeId, SkillId, TeamId
from volunteer_app.domain.office import Community, Office
from volunteer_app.domain.skills import Skill
from volunteer_app.domain.teams import Team, TeamKind
from volunteer_app.storage.records.office import CommunityRecord, OfficeRecord, OfficeRuleRecord
from volunteer_app.storage.records.people import SkillRecord, TeamRecord
from volunteer_app.storage.repositories.base import Repository


class Offices(Repository):
    """The office's own row, its communities and its rules."""

    def get(self) -> Office:
        record = self.one(OfficeRecord, self.office_id)
        return Office(
            id=OfficeId(record.id),
            name=record.name,
            short_name=record.short_name,
            duty_phone=record.duty_phone,
            area_code=record.area_code,
            division_code=record.division_code,
            muster_point=record.muster_point,
            sheet_prefix=record.sheet_prefix,
        )

    def is_demo(self) -> bool:
        return self.one(OfficeRecord, self.office_id).is_demo

    def add(self, office: Office, *, is_demo: bool) -> None:
        record = OfficeRecord(office_id=office.id, id=office.id, is_demo=is_demo, **_office_fields(office))
        self.session.add(record)
        self.session.flush()
        self.notebook.note("office.added", office.id, Topic.OFFICE)

    def save(self, office: Office) -> None:
        record = self.one(OfficeRecord, self.office_id)
        for name, value in _office_fields(office).items():
            setattr(record, name, value)
        self.session.flush()
        self.notebook.note("office.changed", office.id, Topic.OFFICE)

    def communities(self) -> tuple[Community, ...]:
        records = sorted(self.every(CommunityRecord), key=lambda record: record.position)
        return tuple(map(_to_community, records))

    def add_community(self, community: Community) -> None:
        self.session.add(
            CommunityRecord(
                office_id=self.office_id,
                id=community.id,
                code=community.code,
                name=community.name,
                aliases=list(community.aliases),
                muster_point=community.muster_point,
                position=community.position,
            )
        )
        self.session.flush()
        self.notebook.note("community.added", community.id, Topic.OFFICE)

    def rename_community(self, community_id: CommunityId, name: str) -> None:
        record = self.one(CommunityRecord, community_id)
        record.name = name
        self.session.flush()
        self.notebook.note("community.renamed", community_id, Topic.OFFICE)

    def rules(self) -> dict[str, str]:
        query = select(OfficeRuleRecord).where(OfficeRuleRecord.office_id == self.office_id)
        return {record.name: record.value for record in self.session.scalars(query)}

    def set_rule(self, name: str, value: str) -> None:
        self.session.merge(OfficeRuleRecord(office_id=self.office_id, name=name, value=value))
        self.session.flush()
        self.notebook.note("office.rule", None, Topic.OFFICE, rule=name)


class Teams(Repository):
    """All forces of the office."""

    def all(self) -> tuple[Team, ...]:
        records = sorted(self.every(TeamRecord), key=lambda record: record.position)
        return tuple(map(_to_team, records))

    def get(self, team_id: TeamId) -> Team:
        return _to_team(self.one(TeamRecord, team_id))

    def add(self, team: Team) -> None:
        self.session.add(self._record(team))
        self.session.flush()
        self.notebook.note("team.added", team.id, Topic.TEAMS)

    def save(self, team: Team) -> None:
        self.one(TeamRecord, team.id)
        self.session.merge(self._record(team))
        self.session.flush()
        self.notebook.note("team.changed", team.id, Topic.TEAMS)

    def _record(self, team: Team) -> TeamRecord:
        return TeamRecord(
            office_id=self.office_id,
            id=team.id,
            code=team.code,
            kind=team.kind,
            name=team.name,
            short_name=team.short_name,
            aliases=list(team.aliases),
            field=team.field,
            emergency=team.emergency,
            adult_only=team.adult_only,
            min_crew=team.min_crew,
            active=team.active,
            position=team.position,
        )


class Skills(Repository):
    """What people can do."""

    def all(self) -> dict[SkillId, Skill]:
        records = sorted(self.every(SkillRecord), key=lambda record: record.position)
        return {SkillId(record.id): _to_skill(record) for record in records}

    def add(self, skill: Skill) -> None:
        self.session.add(
            SkillRecord(
                office_id=self.office_id,
                id=skill.id,
                name=skill.name,
                includes=[str(other) for other in skill.includes],
                needs_paper=skill.needs_paper,
                position=skill.position,
            )
        )
        self.session.flush()
        self.notebook.note("skill.added", skill.id, Topic.TEAMS)


def _office_fields(office: Office) -> dict[str, str]:
    return {
        "name": office.name,
        "short_name": office.short_name,
        "duty_phone": office.duty_phone,
        "area_code": office.area_code,
        "division_code": office.division_code,
        "muster_point": office.muster_point,
        "sheet_prefix": office.sheet_prefix,
    }


def _to_team(record: TeamRecord) -> Team:
    return Team(
        id=TeamId(record.id),
        code=record.code,
        kind=TeamKind(record.kind),
        name=record.name,
        short_name=record.short_name,
        aliases=tuple(record.aliases),
        field=record.field,
        emergency=record.emergency,
        adult_only=record.adult_only,
        min_crew=record.min_crew,
        active=record.active,
        position=record.position,
    )


def _to_community(record: CommunityRecord) -> Community:
    return Community(
        id=CommunityId(record.id),
        code=record.code,
        name=record.name,
        aliases=tuple(record.aliases),
        muster_point=record.muster_point,
        position=record.position,
    )


def _to_skill(record: SkillRecord) -> Skill:
    return Skill(
        id=SkillId(record.id),
        name=record.name,
        includes=tuple(SkillId(uuid.UUID(other)) for other in record.includes),
        needs_paper=record.needs_paper,
        position=record.position,
    )
