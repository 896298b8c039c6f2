"""Readings of rosters as the JSON object of `import --json`; its keys are fixed by the command line's documentation."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from volunteer_app.domain.roster_file import (
    Cleaned,
    FileReading,
    Notice,
    NoticeCode,
    Problem,
    ProblemCode,
    RosterRow,
    RowRef,
    SheetReading,
    Verdict,
)

SCHEMA = 1

JsonObject = dict[str, Any]


def readings_to_json(readings: Sequence[FileReading], as_of: date) -> JsonObject:
    """One object; "files" in the order in which they were given."""
    return {
        "schema": SCHEMA,
        "as_of": as_of.isoformat(),
        "files": [_file(reading, as_of) for reading in readings],
    }


def summary_of(readings: Iterable[FileReading]) -> JsonObject:
    """The counts that the last step of the import shows."""
    rows = [row for reading in readings for row in reading.rows()]
    verdicts = Counter(row.verdict for row in rows)
    codes = Counter(problem.code.value for row in rows for problem in row.problems)
    return {
        "data_rows": len(rows),
        **{verdict.value: verdicts[verdict] for verdict in Verdict},
        "problems": codes.total(),
        "cleaned_cells": sum(len(row.cleaned) for row in rows),
        "problems_by_code": dict(sorted(codes.items())),
    }


def _file(reading: FileReading, as_of: date) -> JsonObject:
    return {
        "file": reading.file,
        "as_of": as_of.isoformat(),
        "format": _format(reading),
        "summary": summary_of([reading]),
        "notices": [_notice(notice) for notice in reading.notices],
        "sheets": [_sheet(sheet) for sheet in reading.sheets],
    }


def _format(reading: FileReading) -> JsonObject:
    hidden = [notice.sheet for notice in reading.notices if notice.code is NoticeCode.HIDDEN_SHEET]
    hidden_rows = [row for notice in reading.notices if notice.code is NoticeCode.HIDDEN_ROWS for row in notice.rows]
    facts: JsonObject = {
        "encoding": reading.format.encoding,
        "delimiter": reading.format.delimiter,
        "newline": reading.format.newline,
        "hidden_sheets": hidden,
        "hidden_rows": hidden_rows,
    }
    return {"type": reading.format.kind.value} | {key: fact for key, fact in facts.items() if fact}


def _notice(notice: Notice) -> JsonObject:
    entry: JsonObject = {"code": notice.code.value, "sheet": notice.sheet}
    return entry | ({"rows": list(notice.rows)} if notice.rows else {})


def _sheet(sheet: SheetReading) -> JsonObject:
    entry: JsonObject = {"name": sheet.name, "kind": sheet.kind.value}
    if sheet.team:
        entry["team"] = sheet.team
    return entry | {
        "header_rows": list(sheet.header_rows),
        "header_map": {letter: field.value for letter, field in sheet.header_map.items()},
        "rows": [_row(row) for row in sheet.rows],
        "skipped_rows": [{"row": skipped.row, "reason": skipped.reason.value} for skipped in sheet.skipped_rows],
    }


def _row(row: RosterRow) -> JsonObject:
    entry: JsonObject = {
        "row": row.row,
        "verdict": row.verdict.value,
        "values": {field.value: value for field, value in row.values.items()},
    }
    if row.cleaned:
        entry["cleaned"] = [_cleaned(cleaned) for cleaned in row.cleaned]
    if row.problems:
        entry["problems"] = [_problem(problem) for problem in row.problems]
    if row.same_person:
        entry["same_person"] = f"{_place(row.same_person)}: one person, two memberships"
    return entry


def _place(ref: RowRef) -> str:
    return f"also listed in {ref.sheet} row {ref.row}"


def _cleaned(cleaned: Cleaned) -> JsonObject:
    return {"cell": cleaned.cell, "field": cleaned.field.value, "code": cleaned.code.value}


def _problem(problem: Problem) -> JsonObject:
    entry: JsonObject = {
        "field": problem.field.value if problem.field else None,
        "code": problem.code.value,
        "level": problem.level.value,
    }
    if problem.field:
        entry |= {"cell": problem.cell, "raw": problem.raw}
    if problem.first:
        entry |= {"first_row": problem.first.row, "first_sheet": problem.first.sheet}
    if problem.suggestion:
        key = "upgraded" if problem.code is ProblemCode.ID_15_DIGIT else "suggestion"
        entry[key] = problem.suggestion
    return entry
