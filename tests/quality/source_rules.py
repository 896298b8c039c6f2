"""The house rules that no linter knows, each as a function from one source file to what is wrong in it."""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_CLASS = 400, 50, 300
LONGEST_MAIN_WINDOW = 200
BROAD_EXCEPT_BORDERS = frozenset({"volunteer_app/ui/jobs.py", "volunteer_app/ui/crash.py"})
STYLE_SHEET_PLACE = "volunteer_app/ui/theme.py"
COLOUR_PLACE = "volunteer_app/ui/tokens.py"
VAGUE_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "misc"})
HEX_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
UNTRACKED = re.compile(r"\b(TODO|FIXME|XXX)\b(?!.*#\d)")
TEXT_MODES = frozenset({"r", "w", "a", "x", "r+", "w+", "a+", "rt", "wt", "at"})

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file, by its path from the top of the repository."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    @property
    def is_test(self) -> bool:
        return self.path.startswith("tests/")

    @property
    def calls(self) -> Iterator[ast.Call]:
        return (node for node in self.nodes if isinstance(node, ast.Call))


Rule = Callable[[Source], Iterator[str]]


def file_is_short(source: Source) -> Iterator[str]:
    if (length := len(source.text.splitlines())) > LONGEST_FILE:
        yield f"{length} lines, at most {LONGEST_FILE}"


def functions_are_short(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, Function) and (length := _length(node)) > LONGEST_FUNCTION:
            yield f"{node.lineno}: {node.name} has {length} lines, at most {LONGEST_FUNCTION}"


def classes_are_short(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.ClassDef):
            limit = LONGEST_MAIN_WINDOW if node.name == "MainWindow" else LONGEST_CLASS
            if (length := _length(node)) > limit:
                yield f"{node.lineno}: {node.name} has {length} lines, at most {limit}"


def module_says_what_it_owns(source: Source) -> Iterator[str]:
    if source.text.strip() and not ast.get_docstring(source.tree):
        yield "no module docstring"


def names_say_something(source: Source) -> Iterator[str]:
    for part in PurePosixPath(source.path).with_suffix("").parts:
        if part in VAGUE_NAMES:
            yield f"a file or folder called {part}"


def one_place_sets_the_style_sheet(source: Source) -> Iterator[str]:
    if source.path != STYLE_SHEET_PLACE:
        yield from _calls_named(source, "setStyleSheet")


def colours_are_tokens(source: Source) -> Iterator[str]:
    if not source.path.startswith("volunteer_app/ui/") or source.path == COLOUR_PLACE:
        return
    for node in source.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HEX_COLOUR.search(node.value):
            yield f"{node.lineno}: a colour outside tokens.py: {node.value[:40]!r}"


def nobody_processes_events(source: Source) -> Iterator[str]:
    yield from _calls_named(source, "processEvents")


def translations_are_whole_sentences(source: Source) -> Iterator[str]:
    """An f-string is extracted for translation but never matches at run time."""
    for call in source.calls:
        if _name(call) in {"tr", "translate"} and any(isinstance(argument, ast.JoinedStr) for argument in call.args):
            yield f"{call.lineno}: an f-string inside {_name(call)}()"


def jobs_get_methods(source: Source) -> Iterator[str]:
    """A lambda on `self` keeps a widget alive and carries it to the worker."""
    for call in source.calls:
        if _name(call) != "run" or not isinstance(call.func, ast.Attribute):
            continue
        owner = ast.unparse(call.func.value)
        if owner.endswith("jobs") and any(isinstance(argument, ast.Lambda) for argument in call.args):
            yield f"{call.lineno}: a lambda handed to {owner}.run"


def nobody_prints(source: Source) -> Iterator[str]:
    for call in source.calls:
        if isinstance(call.func, ast.Name) and call.func.id == "print":
            yield f"{call.lineno}: print()"


def errors_are_not_swallowed(source: Source) -> Iterator[str]:
    if source.path in BROAD_EXCEPT_BORDERS:
        return
    for node in source.nodes:
        if isinstance(node, ast.ExceptHandler):
            caught = "" if node.type is None else ast.unparse(node.type)
            if caught == "" or re.search(r"\b(Base)?Exception\b", caught):
                yield f"{node.lineno}: except {caught}".rstrip()


def notes_name_an_issue(source: Source) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.COMMENT and UNTRACKED.search(token.string):
            yield f"{token.start[0]}: {token.string[:60]}"


def text_files_say_their_encoding(source: Source) -> Iterator[str]:
    """Without it Windows writes in the code page of the office's PC."""
    for call in source.calls:
        named = {keyword.arg for keyword in call.keywords}
        if "encoding" in named:
            continue
        if _name(call) in {"read_text", "write_text"} or _opens_text(call):
            yield f"{call.lineno}: {ast.unparse(call)[:60]} without encoding"


def tests_wait_for_conditions(source: Source) -> Iterator[str]:
    if source.is_test:
        yield from _calls_named(source, "sleep", "qWait", "qSleep", "msleep")


def tests_skip_with_a_reason(source: Source) -> Iterator[str]:
    for call in source.calls:
        written = ast.unparse(call.func)
        if written.endswith(("mark.skip", "mark.skipif", "mark.xfail")):
            if not any(keyword.arg == "reason" for keyword in call.keywords):
                yield f"{call.lineno}: {written} without a reason"
        elif written == "pytest.skip" and not call.args and not call.keywords:
            yield f"{call.lineno}: {written} without a reason"


RULES: tuple[Rule, ...] = (
    file_is_short,
    functions_are_short,
    classes_are_short,
    module_says_what_it_owns,
    names_say_something,
    one_place_sets_the_style_sheet,
    colours_are_tokens,
    nobody_processes_events,
    translations_are_whole_sentences,
    jobs_get_methods,
    nobody_prints,
    errors_are_not_swallowed,
    notes_name_an_issue,
    text_files_say_their_encoding,
    tests_wait_for_conditions,
    tests_skip_with_a_reason,
)


def _length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _calls_named(source: Source, *names: str) -> Iterator[str]:
    return (f"{call.lineno}: {_name(call)}()" for call in source.calls if _name(call) in names)


def _opens_text(call: ast.Call) -> bool:
    modes = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    written = [mode.value for mode in modes if isinstance(mode, ast.Constant) and isinstance(mode.value, str)]
    if isinstance(call.func, ast.Name) and call.func.id == "open":
        return not any("b" in mode for mode in written[-1:])
    return _name(call) == "open" and any(mode in TEXT_MODES for mode in written)
