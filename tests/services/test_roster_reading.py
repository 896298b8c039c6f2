"""Rosters read as the window and the command line ask for it."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.importing import hostile
from tests.importing.comparison import ROSTERS, differences, expected_of
from volunteer_app.domain.roster_file import SheetChoice, Verdict
from volunteer_app.paths import resources_dir
from volunteer_app.services.presets import load_presets
from volunteer_app.services.progress import Cancelled, NullProgress
from volunteer_app.services.roster_reading import read_roster_bytes, read_roster_files, rejudge_rosters
from volunteer_app.services.roster_report import readings_to_json

AS_OF = date(2026, 11, 1)
VOCABULARY = load_presets(resources_dir()).vocabulary()


class CancelAt:
    def __init__(self, stage: str) -> None:
        self._stage = stage

    def step(self, _done: int, _total: int, stage: str) -> None:
        if stage == self._stage:
            raise Cancelled


def test_the_six_rosters_come_through_the_child_as_expected() -> None:
    readings = read_roster_files(ROSTERS, VOCABULARY, as_of=AS_OF, progress=NullProgress())

    report = readings_to_json(readings, AS_OF)
    assert report["schema"] == 1
    for roster, found in zip(ROSTERS, report["files"], strict=True):
        assert list(differences(expected_of(roster), found)) == []


def test_a_correction_needs_no_second_reading() -> None:
    readings = read_roster_files(ROSTERS[-1:], VOCABULARY, as_of=AS_OF, progress=NullProgress())
    choice = SheetChoice(0, "采集表", corrections={"B4": "李静"})

    (corrected,) = rejudge_rosters(readings, [choice], vocabulary=VOCABULARY, as_of=AS_OF, progress=NullProgress())

    row = next(row for row in corrected.rows() if row.row == 4)
    assert row.verdict is Verdict.GOOD


@pytest.mark.parametrize("stage", ["reading", "judging"])
def test_reading_can_be_cancelled(stage: str) -> None:
    files = [("a.xlsx", hostile.good_workbook())]

    with pytest.raises(Cancelled):
        read_roster_bytes(files, VOCABULARY, as_of=AS_OF, progress=CancelAt(stage))


def test_asking_for_it_loads_no_spreadsheet_reader(repository: Path) -> None:
    program = (
        "import sys, volunteer_app.services.roster_reading, volunteer_app.services.roster_report; "
        "print([m for m in sys.modules if m.split('.')[0] in ('python_calamine', 'defusedxml')])"
    )

    done = subprocess.run([sys.executable, "-c", program], cwd=repository, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
