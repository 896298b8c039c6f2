"""The comparison rules of tests/data/messy/README.md: what of an expected result has to come out, and how exactly."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MESSY = Path(__file__).parents[1] / "data" / "messy"
ROSTERS = sorted(path for path in MESSY.iterdir() if path.suffix in (".xlsx", ".xls", ".csv"))

_COMPARED = "name gender birth id_number phone phone2 community team role political join_date remark office_phone"
COMPARED_FIELDS = frozenset(_COMPARED.split())
_PROBLEM_KEYS = ("field", "code", "level", "cell", "raw", "first_row", "upgraded")

Json = dict[str, Any]


def expected_of(roster: Path) -> Json:
    text = roster.with_name(f"{roster.name}.expected.json").read_text(encoding="utf-8")
    loaded: Json = json.loads(text)
    return loaded


def differences(expected: Json, actual: Json) -> Iterator[str]:
    """One line for everything that is not as expected; no line means the file passes."""
    yield from _unequal("file", expected["file"], actual["file"])
    for key in expected["summary"].keys() - {"cleaned_cells"}:
        yield from _unequal(f"summary.{key}", expected["summary"][key], actual["summary"][key])
    for key, value in expected["format"].items():
        if key in ("type", "encoding", "delimiter", "newline", "hidden_sheets", "hidden_rows"):
            yield from _unequal(f"format.{key}", value, actual["format"].get(key))
    for notice in expected["format"].get("must_report", ()):
        told = [(entry["code"], entry["sheet"]) for entry in actual["notices"]]
        if (notice["code"], notice["sheet"]) not in told:
            yield f"not told: {notice['code']} {notice['sheet']}"
    names = [sheet["name"] for sheet in expected["sheets"]]
    yield from _unequal("sheets", names, [sheet["name"] for sheet in actual["sheets"]])
    for wanted, got in zip(expected["sheets"], actual["sheets"], strict=False):
        yield from _sheet_differences(wanted, got)


def _sheet_differences(expected: Json, actual: Json) -> Iterator[str]:
    place = expected["name"]
    for key in ("kind", "team", "header_rows", "header_map", "skipped_rows"):
        yield from _unequal(f"{place} {key}", expected.get(key), actual.get(key))
    numbers = [row["row"] for row in expected["rows"]]
    yield from _unequal(f"{place} rows", numbers, [row["row"] for row in actual["rows"]])
    for wanted, got in zip(expected["rows"], actual["rows"], strict=False):
        yield from _row_differences(f"{place} row {wanted['row']}", wanted, got)


def _row_differences(place: str, expected: Json, actual: Json) -> Iterator[str]:
    yield from _unequal(f"{place} verdict", expected["verdict"], actual["verdict"])
    for field in sorted(COMPARED_FIELDS & expected["values"].keys()):
        yield from _unequal(f"{place} {field}", expected["values"][field], actual["values"].get(field))
    yield from _unequal(f"{place} problems", _problems(expected), _problems(actual))
    for entry in sorted(_cleaned(expected) - _cleaned(actual)):
        yield f"{place}: not cleaned {entry}"
    yield from _unequal(f"{place} same person", "same_person" in expected, "same_person" in actual)


def _problems(row: Json) -> list[str]:
    return sorted(repr([problem.get(key) for key in _PROBLEM_KEYS]) for problem in row.get("problems", ()))


def _cleaned(row: Json) -> set[tuple[str, str, str]]:
    return {(entry["cell"], entry["field"], entry["code"]) for entry in row.get("cleaned", ())}


def extra_cleaned(expected: Json, actual: Json) -> Iterator[tuple[str, str, str]]:
    """What was cleaned beyond the expected list: allowed, but worth knowing."""
    for wanted, got in zip(expected["sheets"], actual["sheets"], strict=True):
        for row, found in zip(wanted["rows"], got["rows"], strict=True):
            yield from sorted(_cleaned(found) - _cleaned(row))


def _unequal(place: str, expected: object, actual: object) -> Iterator[str]:
    if expected != actual:
        yield f"{place}: expected {expected!r}, got {actual!r}"
