"""Puts whole files in place: written beside, forced to the disk, then renamed. Half a file is never seen."""

import os
import tempfile
from pathlib import Path

PARTIAL = ".partial"


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file by this content. The new file can be read by its owner only."""
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=PARTIAL, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        put_in_place(Path(name), path)
    finally:
        Path(name).unlink(missing_ok=True)


def put_in_place(partial: Path, path: Path) -> None:
    """Rename a finished file to its name, after its bytes are on the disk."""
    with partial.open("r+b") as file:
        os.fsync(file.fileno())
    partial.replace(path)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Where folders can be opened (not on Windows), force the rename itself to the disk."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
