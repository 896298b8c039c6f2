"""The presets of a new database, read from resources/data/teams.toml. It writes nothing and refuses another shape."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from volunteer_app.domain.errors import PresetsBroken
from volunteer_app.domain.roster_file import KnownCommunity, KnownTeam, Vocabulary
from volunteer_app.domain.teams import TeamKind

_SCHEMA = 1
_FILE = Path("data") / "teams.toml"


@dataclass(frozen=True, slots=True)
class PresetOffice:
    name: str
    short_name: str
    district: str
    city: str
    province: str
    subdistrict_code: str
    area_code: str


@dataclass(frozen=True, slots=True)
class PresetTeam:
    """`rename_me`: the name is invented and waits for the office's own."""

    code: str
    kind: TeamKind
    name: str
    short_name: str
    aliases: tuple[str, ...]
    field: str
    emergency: bool
    adult_only: bool
    min_crew: int
    rename_me: bool


@dataclass(frozen=True, slots=True)
class PresetCommunity:
    code: str
    name: str
    aliases: tuple[str, ...]
    grids: int
    muster_point: str
    rename_me: bool


@dataclass(frozen=True, slots=True)
class Presets:
    office: PresetOffice
    teams: tuple[PresetTeam, ...]
    communities: tuple[PresetCommunity, ...]

    def vocabulary(self) -> Vocabulary:
        """What rosters are judged against while there is no database."""
        return Vocabulary(
            teams=tuple(KnownTeam(team.name, team.aliases, team.emergency, team.adult_only) for team in self.teams),
            communities=tuple(KnownCommunity(community.name, community.aliases) for community in self.communities),
            area_code=self.office.area_code,
        )


def load_presets(resources_dir: Path) -> Presets:
    """Raises PresetsBroken where the file is missing, is no TOML, or lacks a field."""
    try:
        table = tomllib.loads((resources_dir / _FILE).read_text(encoding="utf-8"))
        return _presets(table)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise PresetsBroken(type(error).__name__) from error


def _presets(table: dict[str, Any]) -> Presets:
    if table["schema"] != _SCHEMA:
        raise ValueError("schema")
    office = table["office"]
    return Presets(
        office=PresetOffice(
            name=office["name"],
            short_name=office["short_name"],
            district=office["district"],
            city=office["city"],
            province=office["province"],
            subdistrict_code=office["subdistrict_code"],
            area_code=office["area_code"],
        ),
        teams=tuple(_team(entry) for entry in table["team"]),
        communities=tuple(_community(entry) for entry in table["community"]),
    )


def _team(entry: dict[str, Any]) -> PresetTeam:
    return PresetTeam(
        code=entry["id"],
        kind=TeamKind(entry["kind"]),
        name=entry["name"],
        short_name=entry["short"],
        aliases=tuple(entry["aliases"]),
        field=entry["domain"],
        emergency=entry["emergency"],
        adult_only=entry["adult_only"],
        min_crew=entry["min_crew"],
        rename_me=entry["rename_me"],
    )


def _community(entry: dict[str, Any]) -> PresetCommunity:
    return PresetCommunity(
        code=entry["id"],
        name=entry["name"],
        aliases=tuple(entry["aliases"]),
        grids=entry["grids"],
        muster_point=entry["assembly_point"],
        rename_me=entry["rename_me"],
    )
