"""How results leave: JSON whole in one file, words on standard output, progress on standard error of a terminal."""

import json
import sys
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Final
from uuid import UUID

SCHEMA: Final = 1


class TerminalProgress:
    """A line that overwrites itself, for people; nothing when the output is not a terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def step(self, done: int, total: int, stage: str) -> None:
        if self._shown:
            sys.stderr.write(f"\r{stage} {done} / {total}   ")
            sys.stderr.flush()


def say(line: str) -> None:
    """One line of a result."""
    sys.stdout.write(line + "\n")


def complain(line: str) -> None:
    """One line of what went wrong."""
    sys.stderr.write(line + "\n")


def write_json(path: Path, content: Mapping[str, object]) -> None:
    """One object with its schema number. Written beside and moved into place, so that it is whole or not there."""
    text = json.dumps({"schema": SCHEMA, **content}, ensure_ascii=False, indent=1, default=_plain)
    partial = path.with_name(path.name + ".partial")
    partial.write_text(text + "\n", encoding="utf-8", newline="\n")
    partial.replace(path)


def _plain(value: object) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case Enum():
            return value.value
        case UUID() | Path():
            return str(value)
        case frozenset() | set():
            return sorted(map(str, value))
        case _:
            raise TypeError(f"no JSON for {type(value).__name__}")
