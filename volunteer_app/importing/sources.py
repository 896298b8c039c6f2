"""A roster file opened but not yet judged: its format and the grid of every sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from volunteer_app.domain.roster_file import FieldName, FileFormat, Notice, SheetGrid


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """`columns` where the reader itself has made them; else they are found out."""

    name: str
    grid: SheetGrid
    is_hidden: bool = False
    columns: Mapping[int, FieldName] | None = None


@dataclass(frozen=True, slots=True)
class SourceFile:
    name: str
    format: FileFormat
    sheets: tuple[SourceSheet, ...]
    notices: tuple[Notice, ...] = field(default=())
