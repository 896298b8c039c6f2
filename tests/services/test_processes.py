"""Work in a child process: whatever happens over there, this side goes on and says what it was."""

import ctypes
import multiprocessing
import sys
import time
from collections.abc import Callable

import pytest

from tests.services import child_work
from volunteer_app.domain.errors import ChildDied, ChildTimedOut, FileUnreadable, UnreadableReason
from volunteer_app.services import windows_job
from volunteer_app.services.processes import Limits, run_in_child
from volunteer_app.services.progress import Cancelled, NullProgress, Progress

LIMITS = Limits(seconds=30.0)


class Listener:
    """Keeps what it is told; cancels at a stage of that name."""

    def __init__(self, cancel_at: str = "") -> None:
        self.steps: list[tuple[int, int, str]] = []
        self._cancel_at = cancel_at

    def step(self, done: int, total: int, stage: str) -> None:
        self.steps.append((done, total, stage))
        if stage == self._cancel_at:
            raise Cancelled


def test_the_result_comes_back() -> None:
    assert run_in_child(child_work.add, LIMITS, NullProgress(), 2, other=3) == 5


def test_progress_is_heard_here() -> None:
    listener = Listener()

    run_in_child(child_work.add, LIMITS, listener, 2, 3)

    assert (1, 1, "adding") in listener.steps


def test_a_refusal_comes_through_with_its_facts() -> None:
    with pytest.raises(FileUnreadable) as refused:
        run_in_child(child_work.refuse, LIMITS, NullProgress())

    assert refused.value.reason is UnreadableReason.FAR_CELL
    assert (refused.value.file_index, refused.value.cell) == (3, "XFD1048576")


def test_a_large_answer_arrives_whole() -> None:
    assert len(run_in_child(child_work.answer_at_length, LIMITS, NullProgress(), 20_000_000)) == 20_000_000


@pytest.mark.parametrize("end", [child_work.exit_at_once, child_work.abort, child_work.read_address_zero])
def test_the_death_of_the_child_is_a_refusal(end: Callable[[Progress], None]) -> None:
    with pytest.raises(ChildDied) as died:
        run_in_child(end, LIMITS, NullProgress())

    assert died.value.exit_code != 0


def test_a_crash_names_its_class_and_keeps_its_text_to_itself(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ChildDied) as died:
        run_in_child(child_work.crash, LIMITS, NullProgress())

    assert died.value.cause == "ValueError"
    assert "crash" in caplog.text
    assert child_work.SECRET not in caplog.text


def test_a_child_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ChildDied):
        run_in_child(child_work.print_something, LIMITS, NullProgress())

    assert capfd.readouterr().err == ""


def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ChildTimedOut) as timed_out:
        run_in_child(child_work.never_end, Limits(seconds=0.5), NullProgress())

    assert timed_out.value.seconds == 0.5
    assert multiprocessing.active_children() == []


def test_cancelling_ends_the_child() -> None:
    started = time.monotonic()

    with pytest.raises(Cancelled):
        run_in_child(child_work.never_end, LIMITS, Listener(cancel_at="waiting"))

    assert time.monotonic() - started < 15
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform == "darwin", reason="the system has no memory limit for one process")
def test_a_child_cannot_take_more_memory_than_it_is_given() -> None:
    limits = Limits(seconds=30.0, memory_bytes=512 * 1024**2)

    with pytest.raises(ChildDied) as died:
        run_in_child(child_work.take_memory, limits, NullProgress(), 1024**3)

    assert died.value.cause == "MemoryError"


def test_a_child_knows_no_window_and_no_database() -> None:
    modules = run_in_child(child_work.loaded_modules, LIMITS, NullProgress())

    assert not [name for name in modules if name.split(".")[0] in ("PySide6", "sqlalchemy", "python_calamine")]


@pytest.mark.skipif(sys.maxsize < 2**32, reason="sizes of the 64-bit structures")
def test_the_limits_for_windows_are_laid_out_as_windows_reads_them() -> None:
    assert ctypes.sizeof(windows_job.BasicLimit) == 64
    assert ctypes.sizeof(windows_job.ExtendedLimit) == 144
