"""The Chinese of the window is complete, and the shipped files are what the sources give."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def recipe(repository: Path) -> ModuleType:
    """resources/i18n/update.py, which is no part of a package."""
    spec = importlib.util.spec_from_file_location("i18n_update", repository / "resources" / "i18n" / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def fresh(recipe: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, object]:
    folder = tmp_path_factory.mktemp("i18n")
    return folder, recipe.make(folder)


@pytest.mark.parametrize("fault", ["missing", "unused", "contradictory", "misplaced"])
def test_no_words_are(fault: str, fresh: tuple[Path, object]) -> None:
    assert getattr(fresh[1], fault) == []


@pytest.mark.parametrize("name", ["volunteer_app_zh_CN.ts", "volunteer_app_zh_CN.qm"])
def test_the_shipped_file_is_a_fresh_one(name: str, fresh: tuple[Path, object], repository: Path) -> None:
    shipped = repository / "resources" / "i18n" / name

    assert shipped.read_bytes() == (fresh[0] / name).read_bytes(), "run: python resources/i18n/update.py"


def written(folder: Path, text: str) -> Path:
    file = folder / f"{len(text)}.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("texts", "fault"),
    [
        (('[A]\n"Save" = "保存"', '[A]\n"Save" = "存盘" # other'), "contradictory"),
        (('[A]\n"{count} people" = "若干人"',), "misplaced"),
    ],
)
def test_a_planted_fault_is_reported(recipe: ModuleType, tmp_path: Path, texts: tuple[str, ...], fault: str) -> None:
    read: Callable[[list[Path]], tuple[dict[tuple[str, str], str], object]] = recipe.read_catalogue

    _, report = read([written(tmp_path, text) for text in texts])

    assert len(getattr(report, fault)) == 1
