"""Run a function in a child process, with progress, cancelling, a time and a memory limit. It never hangs.

The function is found by its module and name, its arguments and result travel pickled; the child never knows a window.
"""

import logging
import multiprocessing
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Concatenate, Generic, ParamSpec, TypeVar

from volunteer_app.domain.errors import AppError, ChildDied, ChildTimedOut
from volunteer_app.services.progress import Progress
from volunteer_app.services.windows_job import limit_own_memory

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

_log = logging.getLogger(__name__)

_SLICE_SECONDS = 0.1
_LAST_WORDS_SECONDS = 5.0

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Limits:
    seconds: float = 60.0
    memory_bytes: int = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class _Step:
    done: int
    total: int
    stage: str


@dataclass(frozen=True, slots=True)
class _Returned(Generic[R]):
    value: R


@dataclass(frozen=True, slots=True)
class _Refused:
    error: AppError


@dataclass(frozen=True, slots=True)
class _Crashed:
    """Class and place of an exception; its text may hold names and stays behind."""

    cause: str
    frames: tuple[str, ...]


def run_in_child(
    work: Callable[Concatenate[Progress, P], R], limits: Limits, progress: Progress, *args: P.args, **kwargs: P.kwargs
) -> R:
    """What `work(progress, ...)` returns, or the AppError it raises.

    Raises ChildDied and ChildTimedOut; whatever `progress.step` raises ends the child and comes through.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(
        target=_child_main, args=(sender, limits.memory_bytes, work, args, kwargs), daemon=True, name="volunteer-child"
    )
    try:
        _start(process)
        # Our copy of the child's end must go, or the death of the child would not end the pipe.
        sender.close()
        outcome: _Returned[R] = _follow(process, receiver, progress, limits.seconds)
    finally:
        _end(process)
        sender.close()
        receiver.close()
    return outcome.value


def _start(process: BaseProcess) -> None:
    try:
        process.start()
    except OSError as error:
        raise ChildDied(None, type(error).__name__) from error


def _follow(process: BaseProcess, receiver: Connection, progress: Progress, seconds: float) -> _Returned[R]:
    """Listen until the child has returned, refused, crashed, died or run out of time."""
    deadline = time.monotonic() + seconds
    last = _Step(0, 0, "starting")
    while True:
        wait([receiver, process.sentinel], timeout=_SLICE_SECONDS)
        match _message(process, receiver):
            case _Step() as step:
                last = step
            case _Returned() as returned:
                return returned
            case _Refused(error):
                raise error
            case _Crashed(cause, frames):
                _log.error("a child process crashed: %s\n%s", cause, "".join(frames))
                raise ChildDied(None, cause)
        # Said again while nothing is new: this is how the work learns that nobody waits for it any more.
        progress.step(last.done, last.total, last.stage)
        if time.monotonic() > deadline:
            raise ChildTimedOut(seconds)


def _message(process: BaseProcess, receiver: Connection) -> object:
    """The next message, None when there is none yet. Raises ChildDied when there will be none."""
    was_alive = process.is_alive()
    try:
        if receiver.poll():
            return receiver.recv()
    except (EOFError, OSError) as error:
        process.join(_LAST_WORDS_SECONDS)
        raise ChildDied(process.exitcode) from error
    if not was_alive:
        raise ChildDied(process.exitcode)
    return None


def _end(process: BaseProcess) -> None:
    """A child that is not needed is killed, not asked: it may be stuck in foreign code."""
    if process.pid is None:
        return
    if process.is_alive():
        process.kill()
    process.join(_LAST_WORDS_SECONDS)
    if not process.is_alive():
        process.close()


def _child_main(
    sender: Connection,
    memory_bytes: int,
    work: Callable[..., object],
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> None:
    _keep_quiet()
    _end_with_parent()
    _limit_memory(memory_bytes)
    with _Border(sender):
        value = work(_PipeProgress(sender), *args, **kwargs)
        sender.send(_Returned(value))


class _PipeProgress:
    def __init__(self, sender: Connection) -> None:
        self._sender = sender

    def step(self, done: int, total: int, stage: str) -> None:
        self._sender.send(_Step(done, total, stage))


class _Border:
    """Where every exception of the work ends, the ones of foreign code included: told to the parent, never printed."""

    def __init__(self, sender: Connection) -> None:
        self._sender = sender

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, AppError):
            error.__traceback__ = error.__cause__ = error.__context__ = None
            self._sender.send(_Refused(error))
        elif kind is not None:
            self._sender.send(_Crashed(kind.__name__, tuple(traceback.format_tb(trace))))
        return True


def _keep_quiet() -> None:
    """What an aborting parser prints is nothing for the user's terminal; a windowed program has none at all."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    os.close(silence)


def _end_with_parent() -> None:
    """A parent that was killed cannot end its child; so the child watches for that."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _limit_memory(memory_bytes: int) -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, hard))
    else:
        limit_own_memory(memory_bytes)
