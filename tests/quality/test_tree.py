"""The repository holds what it should and nothing else; the map in volunteer_app/README.md is true."""

import re
from pathlib import Path

import pytest

TOP_LEVEL = {"LICENSE", "README.md", "build.spec", "pyproject.toml", "resources", "tests", "volunteer_app"}
# What building and trying out leave behind; .gitignore keeps them out of the repository.
LEFT_BY_TOOLS = {"build", "dist", "venv", "node_modules"}
NAMED_IN_MAP = re.compile(r"`((?:[a-z_]+/)*[a-z_]+(?:\.py|/))`")


@pytest.fixture(scope="module")
def package(repository: Path) -> Path:
    return repository / "volunteer_app"


def test_the_top_level_holds_exactly_what_it_should(repository: Path) -> None:
    found = {path.name for path in repository.iterdir() if not path.name.startswith(".")}

    assert {name for name in found - LEFT_BY_TOOLS if not name.endswith(".egg-info")} == TOP_LEVEL


def test_the_checks_of_a_clean_checkout_are_there(repository: Path) -> None:
    assert (repository / ".ci" / "run").read_text(encoding="utf-8").startswith("#!")


def test_everything_the_map_names_exists(repository: Path, package: Path) -> None:
    named = NAMED_IN_MAP.findall((package / "README.md").read_text(encoding="utf-8"))

    assert len(named) > 10
    assert [name for name in named if not (package / name).exists() and not (repository / name).exists()] == []


def test_every_room_is_on_the_map(package: Path) -> None:
    map_text = (package / "README.md").read_text(encoding="utf-8")
    rooms = [path for path in package.iterdir() if path.name != "__pycache__"]

    folders = [f"{path.name}/" for path in rooms if path.is_dir()]
    modules = [path.name for path in rooms if path.suffix == ".py" and not path.name.startswith("__")]

    assert [room for room in [*folders, *modules] if f"`{room}`" not in map_text] == []


@pytest.mark.parametrize("room", ["volunteer_app", "tests"])
def test_every_folder_of_modules_is_a_package(repository: Path, room: str) -> None:
    folders = {path.parent for path in (repository / room).rglob("*.py")}

    assert sorted(str(folder) for folder in folders if not (folder / "__init__.py").exists()) == []


def test_no_module_is_a_placeholder(package: Path) -> None:
    empty = [
        path.name
        for path in package.rglob("*.py")
        if path.name != "__init__.py" and len(path.read_text(encoding="utf-8").splitlines()) < 3
    ]

    assert empty == []
