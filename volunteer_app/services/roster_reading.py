"""Roster files read for the clerk: in a child process, within limits, every failure a refusal that names the file."""

import gc
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from volunteer_app.domain.errors import ChildDied, ChildTimedOut, FileUnreadable, UnreadableReason
from volunteer_app.domain.roster_file import FileReading, SheetChoice, Vocabulary
from volunteer_app.importing.limits import MAX_FILE_BYTES
from volunteer_app.services.processes import Limits, run_in_child
from volunteer_app.services.progress import Progress

LIMITS = Limits(seconds=60.0, memory_bytes=2 * 1024**3)


def read_roster_files(
    paths: Sequence[Path], vocabulary: Vocabulary, *, as_of: date, progress: Progress, limits: Limits = LIMITS
) -> tuple[FileReading, ...]:
    """Every file, judged together. Raises FileUnreadable with the reason and the place of the file in `paths`."""
    files = [(path.name, _contents(index, path)) for index, path in enumerate(paths)]
    return read_roster_bytes(files, vocabulary, as_of=as_of, progress=progress, limits=limits)


def read_roster_bytes(
    files: Sequence[tuple[str, bytes]],
    vocabulary: Vocabulary,
    *,
    as_of: date,
    progress: Progress,
    limits: Limits = LIMITS,
) -> tuple[FileReading, ...]:
    """The same for what is no file, such as a table pasted from the clipboard."""
    follower = _Follower(progress)
    try:
        return run_in_child(read_in_child, limits, follower, tuple(files), vocabulary, as_of)
    except ChildDied as error:
        raise FileUnreadable(UnreadableReason.READER_DIED, follower.file_index) from error
    except ChildTimedOut as error:
        raise FileUnreadable(UnreadableReason.TOO_SLOW, follower.file_index) from error


def rejudge_rosters(
    readings: Sequence[FileReading],
    choices: Iterable[SheetChoice],
    *,
    vocabulary: Vocabulary,
    as_of: date,
    progress: Progress,
) -> tuple[FileReading, ...]:
    """The same files with all that the clerk has decided so far. Opens nothing, so it needs no child."""
    from volunteer_app.importing.reading import rejudge

    return rejudge(readings, choices, vocabulary=vocabulary, as_of=as_of, report=progress.step)


def read_in_child(
    progress: Progress, files: Sequence[tuple[str, bytes]], vocabulary: Vocabulary, as_of: date
) -> tuple[FileReading, ...]:
    """What runs on the other side; the parsers are loaded there and nowhere else."""
    from volunteer_app.importing.reading import read_rosters

    # A process of a few seconds, with millions of small values and no cycles among them.
    gc.disable()
    return read_rosters(files, vocabulary, as_of=as_of, report=progress.step)


class _Follower:
    """Remembers which file was being read, to name it should the child die over it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.file_index = 0

    def step(self, done: int, total: int, stage: str) -> None:
        if stage == "reading":
            self.file_index = done
        self._progress.step(done, total, stage)


def _contents(index: int, path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise FileUnreadable(UnreadableReason.TOO_LARGE, index)
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(UnreadableReason.MISSING, index) from error
