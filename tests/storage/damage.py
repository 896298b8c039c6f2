"""Real faults: flipped bits, ruined pages, disks that are full or locked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

PAGE = 4096


def zero_root_page(engine: Engine, path: Path, name: str) -> None:
    """Ruin the first page of a table or an index; the engine lets go of the file for it."""
    with engine.connect() as connection:
        page = connection.scalar(text("SELECT rootpage FROM sqlite_master WHERE name = :name"), {"name": name})
    engine.dispose()
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(bytes(PAGE))


def flip(path: Path, offset: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 4]))


class mounted:  # noqa: N801  # used like a function in a `with`
    """A small disk of memory at this folder; skips the test where nobody may mount one."""

    def __init__(self, folder: Path, options: str) -> None:
        self._folder = folder
        self._options = options

    def __enter__(self) -> None:
        mount = ["mount", "-t", "tmpfs", "-o", self._options, "tmpfs", str(self._folder)]
        if (
            sys.platform == "win32"
            or os.geteuid() != 0
            or subprocess.run(mount, capture_output=True, check=False).returncode
        ):
            pytest.skip("only root can mount a disk for this test, and only on Linux")

    def __exit__(self, *_: object) -> None:
        subprocess.run(["umount", str(self._folder)], check=True)
