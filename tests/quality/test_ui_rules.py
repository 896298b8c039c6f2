"""Rules of the window that no linter knows: words that can be translated, views with models, dialogs in one place."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.quality.source_rules import Source

# Our own dialogs open through Dialog.ask; the two others are the system's print dialogs.
DIALOG_PLACES = frozenset(
    {
        "volunteer_app/ui/dialogs.py",
        "volunteer_app/ui/widgets/pdf_preview.py",
        "volunteer_app/ui/first_run/recovery_code.py",
    }
)
LITERALS_OF = {"tr": 1, "translate": 2}
CELL_WIDGETS = re.compile(r"\b(QTableWidget|QTreeWidget|setItemWidget|setCellWidget|setIndexWidget)\b")
PICTURE_CHARACTERS = re.compile("[\U0001f300-\U0001faff]")

Rule = Callable[[Source], Iterator[str]]


def words_are_literals(source: Source) -> Iterator[str]:
    """What lupdate cannot read it leaves out in silence: names, joined values, a third argument."""
    for node in source.nodes:
        if not isinstance(node, ast.Call) or source.path == "volunteer_app/ui/text.py":
            continue
        count = LITERALS_OF.get(called(node))
        if count is None or (called(node) == "translate" and is_method_of_text(node)):
            continue
        literal = [isinstance(each, ast.Constant) and isinstance(each.value, str) for each in node.args]
        if literal != [True] * count or node.keywords:
            yield f"{node.lineno}: {ast.unparse(node)[:70]}"


def called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def is_method_of_text(call: ast.Call) -> bool:
    """`text.translate(table)` of the standard library."""
    return isinstance(call.func, ast.Attribute) and len(call.args) == 1


def screens_are_chinese_through_translation(source: Source) -> Iterator[str]:
    """Chinese stands in the catalogue. Single characters of a date or a list are joined with any language."""
    for node in source.nodes:
        if isinstance(node, ast.Call) and called(node) in {"setText", "setWindowTitle", "setPlaceholderText"}:
            for each in node.args:
                if isinstance(each, ast.Constant) and re.search(r"[一-鿿]{2}", str(each.value)):
                    yield f"{node.lineno}: {each.value!r}"


def views_have_models(source: Source) -> Iterator[str]:
    for number, line in enumerate(source.text.splitlines(), 1):
        if CELL_WIDGETS.search(line):
            yield f"{number}: {line.strip()}"


def dialogs_open_in_one_place(source: Source) -> Iterator[str]:
    if source.path in DIALOG_PLACES:
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and called(node) == "exec" and ast.unparse(node.func) != "drag.exec":
            yield f"{node.lineno}: {ast.unparse(node)[:70]}"


def icons_are_drawings(source: Source) -> Iterator[str]:
    """A picture character looks different on every PC."""
    for node in source.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and PICTURE_CHARACTERS.search(node.value):
            yield f"{node.lineno}: {node.value!r}"


RULES: dict[Rule, tuple[str, str]] = {
    words_are_literals: ("self.tr(title)", 'self.tr("Roster")\nname.translate(table)'),
    screens_are_chinese_through_translation: ('label.setText("名册")', "label.setText(self.tr('Roster'))"),
    views_have_models: ("QTableWidget(3, 3)", "QTableView()"),
    dialogs_open_in_one_place: ("dialog.exec()", "dialog.ask()"),
    icons_are_drawings: ('label = "\U0001f4de"', 'label = "checkmark"'),
}


@pytest.fixture(scope="module")
def window_sources(repository: Path) -> tuple[Source, ...]:
    files = sorted((repository / "volunteer_app" / "ui").rglob("*.py"))
    return tuple(Source(file.relative_to(repository).as_posix(), file.read_text(encoding="utf-8")) for file in files)


@pytest.mark.parametrize("rule", list(RULES))
def test_the_window_keeps_the_rule(rule: Rule, window_sources: tuple[Source, ...]) -> None:
    broken = [f"{source.path}:{fault}" for source in window_sources for fault in rule(source)]

    assert broken == []


@pytest.mark.parametrize("rule", list(RULES))
def test_the_rule_sees_a_planted_break_and_lets_the_right_thing_pass(rule: Rule) -> None:
    wrong, right = RULES[rule]

    assert list(rule(Source("volunteer_app/ui/x.py", wrong)))
    assert not list(rule(Source("volunteer_app/ui/x.py", right)))
