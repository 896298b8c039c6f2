"""Sheets made in a test, judged as if they had come from a workbook."""

from collections.abc import Iterable, Sequence
from datetime import date

from tests.importing.quiet import quiet
from volunteer_app.domain.id_number import check_digit
from volunteer_app.domain.roster_file import (
    Cell,
    FieldName,
    FileFormat,
    FileKind,
    FileReading,
    KnownCommunity,
    KnownTeam,
    RosterRow,
    SheetChoice,
    SheetGrid,
    SheetKind,
    SheetReading,
    Vocabulary,
)
from volunteer_app.importing.reading import rejudge

AS_OF = date(2026, 11, 1)
OFFICE = Vocabulary(
    teams=(
        KnownTeam("青年志愿突击队", ("青年突击队",), emergency=True, adult_only=True),
        KnownTeam("巾帼志愿服务队", ("巾帼队",)),
    ),
    communities=(KnownCommunity("民西社区", ("民西",)), KnownCommunity("春和社区", ("春和",))),
)


def id_number(birth: str, sequence: str = "001") -> str:
    """A number of the code that was never assigned; an odd sequence is a man's."""
    body = f"411499{birth.replace('-', '')}{sequence}"
    return body + check_digit(body)


def workbook(
    *sheets: tuple[str, Sequence[Sequence[Cell]]], merges: Iterable[tuple[int, int, int, int]] = ()
) -> FileReading:
    return FileReading(
        "a.xlsx",
        FileFormat(FileKind.XLSX),
        sheets=tuple(
            SheetReading(name, SheetKind.IGNORE, grid=SheetGrid(tuple(map(tuple, rows)), tuple(merges)))
            for name, rows in sheets
        ),
    )


def judge(*files: FileReading, choices: Iterable[SheetChoice] = ()) -> tuple[FileReading, ...]:
    return rejudge(files, choices, vocabulary=OFFICE, as_of=AS_OF, report=quiet)


def sheet_of(*rows: Sequence[Cell], merges: Iterable[tuple[int, int, int, int]] = ()) -> SheetReading:
    (reading,) = judge(workbook(("名册", rows), merges=merges))
    return reading.sheets[0]


def person_of(heading: str, *cells: Cell) -> RosterRow:
    """The only row below a heading of words."""
    return sheet_of(heading.split(), cells).rows[0]


def codes(row: RosterRow) -> list[str]:
    return [problem.code.value for problem in row.problems]


def fields(sheet: SheetReading) -> dict[str, FieldName]:
    return dict(sheet.header_map)
