"""A roster file opened but not yet judged: its format and the grid of every sheet."""

from dataclasses import dataclass, field

from volunteer_app.domain.roster_file import FileFormat, Notice, SheetGrid


@dataclass(frozen=True, slots=True)
class SourceSheet:
    name: str
    grid: SheetGrid
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class SourceFile:
    name: str
    format: FileFormat
    sheets: tuple[SourceSheet, ...]
    notices: tuple[Notice, ...] = field(default=())
