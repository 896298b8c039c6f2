"""A roster to work with: entries of the form that are valid by default, and people already in it."""

from dataclasses import replace
from datetime import date

from tests import builders
from volunteer_app.domain.id_number import check_digit
from volunteer_app.domain.ids import PersonId, TeamId
from volunteer_app.domain.person_entry import MembershipEntry, PaperEntry, PersonEntry
from volunteer_app.domain.person_file import PersonFile
from volunteer_app.services.office import Bearings, OfficeDesk
from volunteer_app.services.people import RosterKeeping
from volunteer_app.services.roster import Roster
from volunteer_app.services.session import Desk


def id_number(born: date = date(1985, 5, 17), sequence: int = 1) -> str:
    """Of nobody: the address code was never given out."""
    body = f"411499{born:%Y%m%d}{sequence:03d}"
    return body + check_digit(body)


def entry(name: str = "陈明川", **fields: object) -> PersonEntry:
    return replace(PersonEntry(name=name, phone="15400004471"), **fields)  # type: ignore[arg-type]  # fields by name


def bearings(desk: Desk) -> Bearings:
    return OfficeDesk(desk).bearings()


def team_id(desk: Desk, name: str) -> TeamId:
    """The team of the presets whose name or short name this is."""
    return next(team.id for team in bearings(desk).teams.values() if name in (team.name, team.short_name))


def in_team(desk: Desk, name: str, *, is_main: bool = False) -> MembershipEntry:
    return MembershipEntry(team_id(desk, name), is_main=is_main)


def paper(desk: Desk, skill: str, expires_on: str = "") -> PaperEntry:
    skill_id = next(id_ for id_, each in bearings(desk).skills.items() if each.name == skill)
    return PaperEntry(skill_id, expires_on=expires_on)


def added(desk: Desk, name: str = "陈明川", **fields: object) -> PersonId:
    return RosterKeeping(desk).add(entry(name, **fields)).person_ids[0]


def file_of(desk: Desk, person_id: PersonId) -> PersonFile:
    return Roster(desk).card(person_id).file


def entry_of(file: PersonFile) -> PersonEntry:
    """The form as it opens on this file."""
    return PersonEntry.of(file, builders.TODAY)
