"""Every refusal has words, in Chinese, and never the words of the exception."""

import dataclasses
import enum
import importlib
import pkgutil
import re
import types
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest

import volunteer_app.domain
from volunteer_app.domain.errors import AppError
from volunteer_app.domain.findings import Finding, Level, Rule
from volunteer_app.domain.span import Span
from volunteer_app.ui.error_text import ErrorText, error_text, field_words, finding_words, has_words

for _module in pkgutil.iter_modules(volunteer_app.domain.__path__):
    importlib.import_module(f"volunteer_app.domain.{_module.name}")

NOON = datetime(2026, 7, 18, 12, tzinfo=UTC)
SAMPLES: dict[Any, object] = {
    int: 3,
    float: 3.0,
    str: "text",
    bool: True,
    datetime: NOON,
    date: NOON.date(),
    UUID: UUID(int=7),
    types.NoneType: None,
}


def all_subclasses(kind: type[AppError]) -> Iterator[type[AppError]]:
    for child in kind.__subclasses__():
        yield child
        yield from all_subclasses(child)


KINDS = sorted(set(all_subclasses(AppError)), key=lambda kind: kind.__name__)


def example_of(kind: type[AppError]) -> AppError:
    hints = get_type_hints(kind)
    return kind(**{field.name: sample(hints[field.name]) for field in dataclasses.fields(kind)})


def sample(hint: Any) -> object:
    """Some value of a type, so that every field of an error can be filled."""
    if get_origin(hint) in (Union, types.UnionType):
        return sample(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return ()
    if hasattr(hint, "__supertype__"):
        return sample(hint.__supertype__)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return next(iter(hint))
    return SAMPLES[hint]


def variants(kind: type[AppError]) -> Iterator[AppError]:
    """One example, and one more for each member of each enum field."""
    yield example_of(kind)
    for field in dataclasses.fields(kind):
        hint = get_type_hints(kind)[field.name]
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            for member in hint:
                yield dataclasses.replace(example_of(kind), **{field.name: member})


def is_finished(words: ErrorText) -> bool:
    """Chinese sentences that end as sentences, without a hole."""
    text = words.sentence
    return bool(re.search(r"[一-鿿]", words.what)) and text.endswith("。") and not re.search(r"[{}]|%n", text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_refusal_has_words_of_its_own(kind: type[AppError]) -> None:
    assert has_words(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_refusal_says_in_chinese_what_happened(kind: type[AppError]) -> None:
    assert all(is_finished(error_text(error)) for error in variants(kind))


def test_a_class_without_words_is_found() -> None:
    class Unheard(AppError):
        pass

    assert not has_words(Unheard)
    assert is_finished(error_text(Unheard()))


@pytest.mark.parametrize("rule", list(Rule))
def test_every_finding_of_the_placement_check_has_words(rule: Rule) -> None:
    span = Span(NOON, NOON.replace(hour=18))
    finding = Finding(rule, Level.WARNING, span, 300, NOON.date(), 16)

    words = finding_words(finding)

    assert re.search(r"[一-鿿]", words)
    assert not re.search(r"[{}]", words)


def test_a_code_nobody_foresaw_still_gets_a_sentence() -> None:
    assert field_words("never heard of") == "内容无法保存，请检查。"


def test_the_message_of_an_exception_is_never_shown() -> None:
    error = example_of(next(kind for kind in KINDS if kind.__name__ == "NotFound"))
    error.args = ("SELECT secret",)

    assert "SELECT" not in error_text(error).sentence
