"""A person's file as JSON, for taking an import back exactly; and its digest, by which a later change shows.

The version is left out: it counts writes and says nothing about the person.
"""

import hashlib
import json
from datetime import date
from typing import TypedDict
from uuid import UUID

from volunteer_app.domain.ids import CommunityId, MembershipId, PersonId, QualificationId, SkillId, TeamId
from volunteer_app.domain.people import BirthDate, Person, PersonStatus, Sex
from volunteer_app.domain.person_file import PersonFile, SealedIdentity
from volunteer_app.domain.skills import Qualification
from volunteer_app.domain.teams import MemberRole, Membership

_TEXTS = (
    "name",
    "number",
    "pinyin",
    "phone",
    "phone2",
    "office_phone",
    "address",
    "department",
    "political",
    "id_type",
    "remark",
    "emergency_contact",
    "emergency_phone",
)


class _MembershipJson(TypedDict):
    id: str
    team: str
    role: str
    title: str
    main: bool
    begins: str | None
    ends: str | None


class _PaperJson(TypedDict):
    id: str
    skill: str
    number: str
    expires: str | None


class _FileJson(TypedDict):
    id: str
    texts: dict[str, str]
    sex: str
    birth: str | None
    community: str | None
    availability: int | None
    status: str
    identity: list[str] | None
    memberships: list[_MembershipJson]
    papers: list[_PaperJson]


def to_json(file: PersonFile) -> str:
    person = file.person
    content: _FileJson = {
        "id": str(person.id),
        "texts": {name: getattr(person, name) for name in _TEXTS},
        "sex": person.sex.value,
        "birth": person.birth.iso if person.birth else None,
        "community": str(person.community_id) if person.community_id else None,
        "availability": person.availability,
        "status": person.status.value,
        "identity": _identity_json(file.identity),
        "memberships": [_membership_json(each) for each in file.memberships],
        "papers": [_paper_json(each) for each in file.papers],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> PersonFile:
    """The file as it was, version 0."""
    content: _FileJson = json.loads(text)
    person_id = PersonId(UUID(content["id"]))
    return PersonFile(
        person=Person(
            id=person_id,
            sex=Sex(content["sex"]),
            birth=BirthDate.from_iso(content["birth"]) if content["birth"] else None,
            community_id=CommunityId(UUID(content["community"])) if content["community"] else None,
            availability=content["availability"],
            status=PersonStatus(content["status"]),
            **content["texts"],  # type: ignore[arg-type]  # written from the same list of text fields
        ),
        identity=_identity(content["identity"]),
        memberships=tuple(_membership(each, person_id) for each in content["memberships"]),
        papers=tuple(_paper(each, person_id) for each in content["papers"]),
    )


def digest(file: PersonFile) -> str:
    return hashlib.sha256(to_json(file).encode()).hexdigest()


def _identity_json(identity: SealedIdentity | None) -> list[str] | None:
    if identity is None:
        return None
    return [identity.sealed.hex(), identity.index.hex(), identity.tail_index.hex()]


def _identity(parts: list[str] | None) -> SealedIdentity | None:
    return None if parts is None else SealedIdentity(*map(bytes.fromhex, parts))


def _membership_json(membership: Membership) -> _MembershipJson:
    return {
        "id": str(membership.id),
        "team": str(membership.team_id),
        "role": membership.role.value,
        "title": membership.title,
        "main": membership.is_main,
        "begins": _iso(membership.from_on),
        "ends": _iso(membership.to_on),
    }


def _membership(content: _MembershipJson, person_id: PersonId) -> Membership:
    return Membership(
        id=MembershipId(UUID(content["id"])),
        person_id=person_id,
        team_id=TeamId(UUID(content["team"])),
        role=MemberRole(content["role"]),
        title=content["title"],
        is_main=content["main"],
        from_on=_day(content["begins"]),
        to_on=_day(content["ends"]),
    )


def _paper_json(paper: Qualification) -> _PaperJson:
    return {
        "id": str(paper.id),
        "skill": str(paper.skill_id),
        "number": paper.paper_number,
        "expires": _iso(paper.expires_on),
    }


def _paper(content: _PaperJson, person_id: PersonId) -> Qualification:
    return Qualification(
        id=QualificationId(UUID(content["id"])),
        person_id=person_id,
        skill_id=SkillId(UUID(content["skill"])),
        paper_number=content["number"],
        expires_on=_day(content["expires"]),
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
