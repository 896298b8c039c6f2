"""The six rosters of tests/data/messy come out as their expected results say."""

from datetime import date
from pathlib import Path

import pytest

from tests.importing.comparison import ROSTERS, differences, expected_of, extra_cleaned
from tests.importing.quiet import quiet
from volunteer_app.domain.roster_file import Vocabulary
from volunteer_app.importing.reading import read_rosters, rejudge
from volunteer_app.services.roster_report import readings_to_json

AS_OF = date(2026, 11, 1)


def all_files() -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in ROSTERS]


@pytest.mark.parametrize("roster", ROSTERS, ids=lambda path: str(path.name)[:2])
def test_a_messy_roster_is_read_as_expected(roster: Path, presets: Vocabulary) -> None:
    readings = read_rosters([(roster.name, roster.read_bytes())], presets, as_of=AS_OF, report=quiet)

    report = readings_to_json(readings, AS_OF)["files"][0]
    assert list(differences(expected_of(roster), report)) == []


def test_there_are_six_of_them() -> None:
    assert len(ROSTERS) == 6


def test_reading_them_together_changes_no_verdict(presets: Vocabulary) -> None:
    readings = read_rosters(all_files(), presets, as_of=AS_OF, report=quiet)

    reports = readings_to_json(readings, AS_OF)["files"]
    found = [list(differences(expected_of(path), report)) for path, report in zip(ROSTERS, reports, strict=True)]
    assert found == [[]] * 6


def test_judging_again_without_a_choice_changes_nothing(presets: Vocabulary) -> None:
    readings = read_rosters(all_files(), presets, as_of=AS_OF, report=quiet)

    assert rejudge(readings, (), vocabulary=presets, as_of=AS_OF, report=quiet) == readings


def test_nothing_is_cleaned_beyond_the_list_but_one_tab(presets: Vocabulary) -> None:
    readings = read_rosters(all_files(), presets, as_of=AS_OF, report=quiet)

    reports = readings_to_json(readings, AS_OF)["files"]
    extra = [list(extra_cleaned(expected_of(path), report)) for path, report in zip(ROSTERS, reports, strict=True)]
    assert [entry for entries in extra for entry in entries] == [("D38", "id_number", "ID_SPACES")]
