"""The source keeps the house rules, and every rule would notice when it did not."""

from pathlib import Path

import pytest

from tests.quality import source_rules as rules
from tests.quality.source_rules import RULES, Rule, Source

ROOMS = ("volunteer_app", "tests", "resources")
PLANTED: dict[Rule, tuple[str, str]] = {
    rules.file_is_short: ("volunteer_app/x.py", "x = 1\n" * 401),
    rules.functions_are_short: ("volunteer_app/x.py", "def f() -> None:\n" + "    x = 1\n" * 50),
    rules.classes_are_short: ("volunteer_app/x.py", "class MainWindow:\n" + "    x = 1\n" * 200),
    rules.module_says_what_it_owns: ("volunteer_app/x.py", "x = 1\n"),
    rules.names_say_something: ("volunteer_app/services/utils.py", ""),
    rules.one_place_sets_the_style_sheet: ("volunteer_app/ui/x.py", "button.setStyleSheet('color: red')"),
    rules.colours_are_tokens: ("volunteer_app/ui/x.py", "pen = QPen(QColor('#c0392b'))"),
    rules.nobody_processes_events: ("volunteer_app/ui/x.py", "QApplication.processEvents()"),
    rules.translations_are_whole_sentences: ("volunteer_app/ui/x.py", "label = self.tr(f'{count} people')"),
    rules.jobs_get_methods: ("volunteer_app/ui/x.py", "self._jobs.run(lambda: self.reload())"),
    rules.nobody_prints: ("volunteer_app/x.py", "print('saved')"),
    rules.errors_are_not_swallowed: ("volunteer_app/x.py", "try:\n    f()\nexcept (OSError, Exception):\n    pass"),
    rules.notes_name_an_issue: ("volunteer_app/x.py", "x = 1  # TODO later"),
    rules.text_files_say_their_encoding: ("volunteer_app/x.py", "names = path.read_text().splitlines()"),
    rules.tests_wait_for_conditions: ("tests/ui/test_x.py", "time.sleep(0.1)"),
    rules.tests_skip_with_a_reason: ("tests/ui/test_x.py", "@pytest.mark.skipif(True)\ndef test_x(): ..."),
}
ALLOWED: dict[Rule, tuple[str, str]] = {
    rules.one_place_sets_the_style_sheet: ("volunteer_app/ui/theme.py", "app.setStyleSheet(sheet)"),
    rules.colours_are_tokens: ("volunteer_app/ui/tokens.py", "RED = '#c0392b'"),
    rules.translations_are_whole_sentences: ("volunteer_app/ui/x.py", "self.tr('%n people', '', f(count))"),
    rules.jobs_get_methods: ("volunteer_app/ui/x.py", "self._jobs.run(self._calls.reply, ask_id)"),
    rules.errors_are_not_swallowed: ("volunteer_app/ui/jobs.py", "try:\n    f()\nexcept Exception:\n    post(error)"),
    rules.notes_name_an_issue: ("volunteer_app/x.py", "x = 1  # TODO #14: several offices"),
    rules.text_files_say_their_encoding: ("volunteer_app/x.py", "open(path, 'rb'); path.open('r', encoding='utf-8')"),
}


def name_of(rule: Rule) -> str:
    return rule.__name__


@pytest.fixture(scope="session")
def sources(repository: Path) -> tuple[Source, ...]:
    files = [path for room in ROOMS for path in sorted((repository / room).rglob("*.py"))]
    return tuple(Source(file.relative_to(repository).as_posix(), file.read_text(encoding="utf-8")) for file in files)


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_the_source_keeps_the_rule(rule: Rule, sources: tuple[Source, ...]) -> None:
    found = [f"{source.path}:{fault}" for source in sources for fault in rule(source)]

    assert found == []


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_the_rule_sees_a_planted_break(rule: Rule) -> None:
    assert list(rule(Source(*PLANTED[rule])))


@pytest.mark.parametrize("rule", ALLOWED, ids=name_of)
def test_the_rule_lets_the_right_thing_pass(rule: Rule) -> None:
    assert not list(rule(Source(*ALLOWED[rule])))


def test_there_is_something_to_check(sources: tuple[Source, ...]) -> None:
    rooms = {source.path.partition("/")[0] for source in sources}

    assert rooms == set(ROOMS)
    assert len(sources) > 50
