"""Runs service calls off the GUI thread and brings the results back. It refuses lambdas and QObjects: only plain data
crosses the thread border, because a QObject released on a worker crashes the program.

Two lanes of one thread each: short for every quick read and write, long for imports, PDFs and backups.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from volunteer_app.domain.errors import AppError
from volunteer_app.services.progress import Cancelled

Work = Callable[..., Any]
Post = Callable[[int, object], None]
_REPORT_EVERY = 0.05
_REFUSED_KEPT = 8
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


class Lane(StrEnum):
    """SHORT: every quick read and write. LONG: what takes its time and is given `progress=`."""

    SHORT = "short"
    LONG = "long"


class Job(QObject):
    """One service call. Each run ends with one of succeeded, refused, crashed and cancelled, and then ended."""

    progressed = Signal(object)
    succeeded = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, title: str, lane: Lane, call: Work) -> None:
        super().__init__()
        self.title = title
        self.lane = lane
        self.call = call
        self._stop = threading.Event()
        self._is_running = False

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

    def _begin(self) -> threading.Event:
        """A fresh wish to stop for a fresh run."""
        self._is_running = True
        self._stop = threading.Event()
        return self._stop

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
        self._lanes = {lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane.value) for lane in Lane}
        self._jobs: dict[int, Job] = {}
        self._refused: deque[tuple[AppError, Job]] = deque(maxlen=_REFUSED_KEPT)
        self._shorts: set[int] = set()
        self._number = 0
        # Queued even on this thread: work already done must not answer before the caller has connected.
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> int:
        return len(self._jobs)

    def run(self, work: Work, *args: Any, **named: Any) -> Job:
        """Run a bound service method in the short lane."""
        _refuse_what_may_not_cross(work, (*args, *named.values()))
        return self._start(Job("", Lane.SHORT, partial(work, *args, **named)))

    def run_long(self, work: Work, *args: Any, title: str, **named: Any) -> Job:
        """Run a bound service method in the long lane; it is given `progress=`. The title shows in the status bar."""
        _refuse_what_may_not_cross(work, (*args, *named.values()))
        job = self._start(Job(title, Lane.LONG, partial(work, *args, **named)))
        self.long_started.emit(job)
        return job

    def retry(self, error: object) -> bool:
        """Run the job again that was refused with this very error; its listeners hear the new outcome."""
        for refused, job in self._refused:
            if refused is error and not job.is_running:
                self._start(job)
                return True
        return False

    def shutdown(self) -> None:
        """Cancel everything, wait for the threads, and deliver nothing more. Called before the window goes."""
        for job in self._jobs.values():
            job.abandon()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()
        self._shorts.clear()
        self._refused.clear()

    def _start(self, job: Job) -> Job:
        self._number += 1
        number, stop, call = self._number, job._begin(), job.call
        self._jobs[number] = job
        if job.lane is Lane.LONG:
            call = partial(call, progress=_Reporter(number, self._posted.emit, stop))
        else:
            self._shorts.add(number)
            self.short_count_changed.emit(len(self._shorts))
        self._lanes[job.lane].submit(_execute, call, number, post=self._posted.emit, stop=stop)
        return job

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
        if isinstance(message, _Failed) and isinstance(message.error, AppError):
            self._refused.append((message.error, finished))
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
