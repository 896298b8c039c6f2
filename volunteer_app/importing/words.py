"""Cells that name a community or teams, in the office's own words."""

import re

from volunteer_app.domain.roster_file import CleanedCode, ProblemCode
from volunteer_app.importing.cleaning import CellReading
from volunteer_app.importing.matching import Directory

_BETWEEN_TEAMS = re.compile(r"[、,，;；/\n]+")
TEAM_GAP = "、"


def read_community(text: str, communities: Directory) -> CellReading:
    found = communities.find(text)
    if not found.name:
        return CellReading(problem=ProblemCode.COMMUNITY_UNKNOWN, hint=found.suggestion)
    return CellReading(found.name, (CleanedCode.COMMUNITY_ALIAS,) if found.is_alias else ())


def read_teams(text: str, teams: Directory) -> CellReading:
    """A person can be in several teams; the ones that are known are kept even where another is not."""
    parts = [text] if teams.find(text).name else [part for part in _BETWEEN_TEAMS.split(text) if part.strip()]
    matches = [teams.find(part) for part in parts]
    names = TEAM_GAP.join(dict.fromkeys(match.name for match in matches if match.name))
    unknown = next((match for match in matches if not match.name), None)
    if unknown is not None:
        return CellReading(names, problem=ProblemCode.TEAM_UNKNOWN, hint=unknown.suggestion)
    return CellReading(names, (CleanedCode.TEAM_ALIAS,) if any(match.is_alias for match in matches) else ())
