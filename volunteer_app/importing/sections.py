"""Lines between the people that say whose they are: 一、民西社区（13人）. Only what is exactly a known name counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from volunteer_app.domain.roster_file import SheetGrid
from volunteer_app.domain.text import half_width, squeeze
from volunteer_app.importing.layout import is_blank
from volunteer_app.importing.matching import Matcher

NUMBERING = re.compile(r"^[(（]?[\d一二三四五六七八九十]+[)）.、．\s\-_]*")
_COUNT = re.compile(r"[(]?(?:共|计)?\d+[人名][)]?[:：]?$|[:：]$")


@dataclass(frozen=True, slots=True)
class Section:
    team: str = ""
    community: str = ""


NO_SECTION = Section()


def section_at(grid: SheetGrid, row: int, current: Section, matcher: Matcher) -> Section:
    """The section that a row opens, or the current one where it opens none."""
    filled = [cell for cell in grid.cells[row] if not is_blank(cell)]
    if len(filled) != 1:
        return current
    text = _COUNT.sub("", half_width(NUMBERING.sub("", squeeze(str(filled[0])))))
    if community := matcher.communities.exact(text):
        return replace(current, community=community)
    if team := matcher.teams.exact(text):
        return replace(current, team=team)
    return current


def sections_of(grid: SheetGrid, lines: Iterable[int], people: Iterable[int], matcher: Matcher) -> dict[int, Section]:
    """The section of each person, and of each line that opens one."""
    found: dict[int, Section] = {}
    current = NO_SECTION
    opening = set(lines)
    for row in sorted((*opening, *people)):
        if row not in opening:
            found[row] = current
        elif (section := section_at(grid, row, current, matcher)) != current:
            found[row] = current = section
    return found
