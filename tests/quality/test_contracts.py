"""The walls between the rooms stand, and every wall reports when somebody walks through it."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROGRAM = "from importlinter.cli import lint_imports_command; lint_imports_command()"
STANDARD = sys.stdlib_module_names | {"_typeshed"}  # the latter exists for the type checker only
THROUGH_THE_WALL = {
    "layers": ("domain/ids.py", "import volunteer_app.services.session"),
    "the domain needs the standard library only": ("domain/ids.py", "import pypinyin"),
    "only the window and the composition root know Qt": ("services/session.py", "import PySide6.QtCore"),
    "only storage knows the database": ("services/session.py", "import sqlalchemy"),
    "only printing knows ReportLab": ("ui/text.py", "import reportlab.pdfgen"),
    "only importing opens foreign files": ("services/session.py", "import python_calamine"),
    "the middle row is for services and the composition root": ("ui/text.py", "import volunteer_app.storage.keys"),
    "no circles among siblings": ("storage/keys.py", "import volunteer_app.storage.key_file"),
}


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of this folder's pyproject.toml over this folder's program."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, "--no-cache", "--no-logo"],
        cwd=folder,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "120"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def copied(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's source beside its contracts, to be broken on purpose."""
    folder = tmp_path_factory.mktemp("contracts")
    shutil.copytree(
        repository / "volunteer_app", folder / "volunteer_app", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy2(repository / "pyproject.toml", folder)
    return folder


def test_every_wall_stands(repository: Path) -> None:
    done = check(repository)

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_contract_is_tried(repository: Path) -> None:
    with (repository / "pyproject.toml").open("rb") as config:
        contracts = tomllib.load(config)["tool"]["importlinter"]["contracts"]

    assert [contract["name"] for contract in contracts] == list(THROUGH_THE_WALL)


@pytest.mark.parametrize("contract", THROUGH_THE_WALL)
def test_walking_through_a_wall_is_reported(copied: Path, contract: str) -> None:
    name, statement = THROUGH_THE_WALL[contract]
    file = copied / "volunteer_app" / name
    whole = file.read_text(encoding="utf-8")
    file.write_text(f"{whole}\n{statement}\n", encoding="utf-8")

    try:
        done = check(copied)
    finally:
        file.write_text(whole, encoding="utf-8")

    assert done.returncode == 1
    assert f"{contract} BROKEN" in done.stdout
    assert name.partition("/")[0] in done.stdout.partition("Broken contracts")[2]


def test_a_room_without_a_place_is_reported(copied: Path) -> None:
    """The layers are exhaustive: a new top-level package has to be given its place first."""
    room = copied / "volunteer_app" / "helpers.py"
    room.write_text('"""Nobody knows where this belongs."""\n', encoding="utf-8")

    try:
        done = check(copied)
    finally:
        room.unlink()

    assert done.returncode == 1
    assert "helpers" in done.stdout


@pytest.mark.parametrize(("room", "allowed"), [("domain", "volunteer_app.domain"), ("paths.py", "volunteer_app")])
def test_the_room_imports_the_standard_library_only(repository: Path, room: str, allowed: str) -> None:
    """The contract can only forbid libraries it names; this knows all of them."""
    place = repository / "volunteer_app" / room
    files = [place] if place.is_file() else sorted(place.rglob("*.py"))

    foreign = [
        f"{file.name}: {module}"
        for file in files
        for module in _imported(file)
        if module.partition(".")[0] not in STANDARD and not f"{module}.".startswith(f"{allowed}.")
    ]

    assert foreign == []


def _imported(file: Path) -> list[str]:
    modules = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules.append(node.module or "")
    return modules
