"""Runs service calls off the GUI thread and brings the results back. It refuses lambdas and QObjects: only plain data
crosses the thread border, because a QObject released on a worker crashes the program.

Two lanes of one thread each: short for every quick read and write, long for imports, PDFs and backups.
"""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from volunteer_app.domain.errors import AppError
from volunteer_app.services.progress import Cancelled

Work = Callable[..., Any]
Post = Callable[[int, object], None]
_REPORT_EVERY = 0.05
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far long work is; `stage` is a stable English word for the window to translate."""

    done: int
    total: int
    stage: str = ""


@dataclass(frozen=True, slots=True)
class _Done:
    value: object


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


class Job(QObject):
    """One running service call. Exactly one of succeeded, refused, crashed and cancelled comes, and then ended."""

    progressed = Signal(object)
    succeeded = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, title: str, stop: threading.Event) -> None:
        super().__init__()
        self.title = title
        self._stop = stop
        self._is_running = True

    @property
    def is_running(self) -> bool:
        return self._is_running

    def cancel(self) -> None:
        """Ask the work to stop: at once while it waits in its lane, else at its next step."""
        self._stop.set()

    def abandon(self) -> None:
        """Stop it and hear nothing more of it."""
        self._stop.set()
        self.blockSignals(True)

    def _finish(self, outcome: _Done | _Failed) -> None:
        self._is_running = False
        match outcome:
            case _Done(value):
                self.succeeded.emit(value)
            case _Failed(Cancelled()):
                self.cancelled.emit()
            case _Failed(AppError() as error):
                self.refused.emit(error)
            case _Failed(error):
                self.crashed.emit(error)
        self.ended.emit()


class JobRunner(QObject):
    """Owns the two lanes. `crashed` is heard by the crash dialog, `long_started` by the status bar."""

    crashed = Signal(object)
    long_started = Signal(object)
    short_count_changed = Signal(int)
    _posted = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._short = ThreadPoolExecutor(max_workers=1, thread_name_prefix="short")
        self._long = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long")
        self._jobs: dict[int, Job] = {}
        self._shorts: set[int] = set()
        self._number = 0
        # Queued even on this thread: work already done must not answer before the caller has connected.
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> int:
        return len(self._jobs)

    def run(self, work: Work, *args: Any, **named: Any) -> Job:
        """Run a bound service method in the short lane."""
        job, number, stop = self._new("", work, (*args, *named.values()))
        self._shorts.add(number)
        self.short_count_changed.emit(len(self._shorts))
        self._short.submit(_execute, partial(work, *args, **named), number, post=self._posted.emit, stop=stop)
        return job

    def run_long(self, work: Work, *args: Any, title: str, **named: Any) -> Job:
        """Run a bound service method in the long lane; it is given `progress=`. The title shows in the status bar."""
        job, number, stop = self._new(title, work, (*args, *named.values()))
        reporter = _Reporter(number, self._posted.emit, stop)
        call = partial(work, *args, progress=reporter, **named)
        self._long.submit(_execute, call, number, post=self._posted.emit, stop=stop)
        self.long_started.emit(job)
        return job

    def shutdown(self) -> None:
        """Cancel everything, wait for the threads, and deliver nothing more. Called before the window goes."""
        for job in self._jobs.values():
            job.abandon()
        for lane in (self._short, self._long):
            lane.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()
        self._shorts.clear()

    def _new(self, title: str, work: Work, values: tuple[Any, ...]) -> tuple[Job, int, threading.Event]:
        _refuse_what_may_not_cross(work, values)
        self._number += 1
        stop = threading.Event()
        job = Job(title, stop)
        self._jobs[self._number] = job
        return job, self._number, stop

    def _deliver(self, number: int, message: object) -> None:
        if isinstance(message, Progressed):
            if job := self._jobs.get(number):
                job.progressed.emit(message)
            return
        finished = self._jobs.pop(number, None)
        if number in self._shorts:
            self._shorts.discard(number)
            self.short_count_changed.emit(len(self._shorts))
        if finished is None or not isinstance(message, _Done | _Failed):
            return
        finished._finish(message)
        if isinstance(message, _Failed) and not isinstance(message.error, AppError | Cancelled):
            self.crashed.emit(message.error)


class Latest(QObject):
    """Asks one question at a time and delivers only the answer to the newest: for search as you type."""

    answered = Signal(object)
    refused = Signal(object)

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    def ask(self, work: Work, *args: Any, **named: Any) -> None:
        self.forget()
        self._job = self._jobs.run(work, *args, **named)
        self._job.succeeded.connect(self.answered)
        self._job.refused.connect(self.refused)

    def forget(self) -> None:
        """Drop the question that is on its way."""
        if self._job is not None:
            self._job.abandon()
            self._job = None


class _Reporter:
    """The worker's end of a job: numbers and words go out, the wish to stop comes in."""

    def __init__(self, number: int, post: Post, stop: threading.Event) -> None:
        self._number = number
        self._post = post
        self._stop = stop
        self._next_at = 0.0

    def step(self, done: int, total: int, stage: str = "") -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now >= self._next_at or done == total:
            self._next_at = now + _REPORT_EVERY
            self._post(self._number, Progressed(done, total, stage))


def _execute(work: Callable[[], Any], number: int, *, post: Post, stop: threading.Event) -> None:
    """On the worker."""
    outcome: _Done | _Failed
    if stop.is_set():
        outcome = _Failed(Cancelled())
    else:
        try:
            outcome = _Done(work())
        except Exception as error:  # noqa: BLE001 - one of the two broad excepts: everything is reported
            if not isinstance(error, AppError | Cancelled):
                _log.exception("a job crashed")
            outcome = _Failed(error)
    post(number, outcome)


def _refuse_what_may_not_cross(work: Work, values: tuple[Any, ...]) -> None:
    if getattr(work, "__name__", "") == "<lambda>":
        raise TypeError("a job takes a bound service method and values, not a lambda")
    if any(isinstance(value, QObject) for value in (getattr(work, "__self__", None), *values)):
        raise TypeError("a QObject may not cross the thread border")
