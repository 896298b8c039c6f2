"""The one table of printed words, and that it is the only one."""

import ast
import re
from datetime import date, datetime, time
from pathlib import Path

import pytest

from volunteer_app.domain.sheets import Hours
from volunteer_app.domain.teams import MemberRole
from volunteer_app.printing import words

ROOM = Path(words.__file__).parent
HAN = re.compile("[\u4e00-\u9fff]")


def spoken_constants(path: Path) -> list[str]:
    """String constants with Chinese characters in a module, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings]
    return [node.value for node in constants if isinstance(node.value, str) and HAN.search(node.value)]


@pytest.mark.parametrize("path", [path for path in ROOM.glob("*.py") if path.name != "words.py"], ids=lambda p: p.name)
def test_no_other_module_of_the_room_speaks_chinese(path: Path) -> None:
    assert spoken_constants(path) == []


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (Hours(time(8, 30), time(17, 30)), "08:30—17:30"),
        (Hours(time(20), time(8), 1), "20:00—次日08:00"),
        (Hours(time(8), time(8), 2), "08:00—后2日08:00"),
    ],
)
def test_hours_say_when_they_end_on_another_day(hours: Hours, text: str) -> None:
    assert words.hours(hours) == text


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (time(0), "夜班"),
        (time(4, 59), "夜班"),
        (time(5), "白班"),
        (time(12), "午班"),
        (time(16, 59), "午班"),
        (time(17), "夜班"),
    ],
)
def test_a_shift_is_called_by_the_hour_at_which_it_starts(start: time, name: str) -> None:
    assert words.turn(start) == name


def test_dates_are_written_as_documents_write_them() -> None:
    assert words.full_date(date(2026, 9, 5)) == "2026年9月5日"
    assert words.moment(datetime(2026, 10, 1, 7, 30)) == "2026年10月1日（周四）07:30"  # noqa: DTZ001


def test_every_role_of_a_team_has_a_word() -> None:
    assert set(words.ROLES) == set(MemberRole)
