"""The two lanes: results come back on the GUI thread, and only plain data crosses."""

import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from volunteer_app.domain.errors import NotFound
from volunteer_app.services.progress import Progress
from volunteer_app.ui.jobs import Job, JobRunner, Latest, Progressed


@dataclass
class Clerk:
    """Stands for a service: plain methods, no Qt."""

    started: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)
    threads: list[int] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    doubled: threading.Event = field(default_factory=threading.Event)

    def double(self, number: int) -> int:
        self.threads.append(threading.get_ident())
        self.doubled.set()
        return 2 * number

    def refuse(self) -> None:
        raise NotFound("person", uuid4())

    def refuse_once(self) -> str:
        self.done.append("tried")
        if len(self.done) == 1:
            raise NotFound("person", uuid4())
        return "second"

    def stumble(self) -> None:
        raise ZeroDivisionError

    def wait(self) -> str:
        self.started.set()
        self.go_on.wait(10)
        return "waited"

    def note(self, word: str) -> str:
        self.done.append(word)
        return word

    def count(self, to: int, progress: Progress) -> int:
        for number in range(to):
            progress.step(number + 1, to, "counting")
            self.started.set()
        return to

    def count_for_ever(self, progress: Progress) -> None:
        number = 0
        while True:
            number += 1
            progress.step(number, number + 1, "counting")
            self.started.set()


@pytest.fixture
def clerk() -> Iterator[Clerk]:
    made = Clerk()
    yield made
    made.go_on.set()


def values(qtbot: QtBot, job: Job) -> list[object]:
    """Everything `succeeded` carried until the job ended."""
    heard: list[object] = []
    job.succeeded.connect(heard.append)
    with qtbot.waitSignal(job.ended):
        pass
    return heard


def test_a_result_comes_back_to_the_thread_that_asked(qtbot: QtBot, jobs: JobRunner, clerk: Clerk) -> None:
    heard_on: list[int] = []
    job = jobs.run(clerk.double, 21)
    job.succeeded.connect(lambda _: heard_on.append(threading.get_ident()))

    assert values(qtbot, job) == [42]

    assert heard_on == [threading.get_ident()]
    assert clerk.threads != heard_on


def test_a_result_that_is_ready_at_once_still_waits_for_the_listener(
    qtbot: QtBot, jobs: JobRunner, clerk: Clerk
) -> None:
    job = jobs.run(clerk.double, 1)
    assert clerk.doubled.wait(10)

    assert values(qtbot, job) == [2]


def test_a_refusal_is_no_crash(qtbot: QtBot, jobs: JobRunner, clerk: Clerk) -> None:
    crashes: list[object] = []
    jobs.crashed.connect(crashes.append)
    job = jobs.run(clerk.refuse)

    with qtbot.waitSignal(job.refused) as refusal, qtbot.waitSignal(job.ended):
        pass

    assert isinstance(refusal.args[0], NotFound)
    assert crashes == []


def test_a_crash_reaches_the_one_who_reports_it(
    qtbot: QtBot, jobs: JobRunner, clerk: Clerk, caplog: pytest.LogCaptureFixture
) -> None:
    job = jobs.run(clerk.stumble)

    with qtbot.waitSignal(jobs.crashed) as crash, qtbot.waitSignal(job.crashed):
        pass

    assert isinstance(crash.args[0], ZeroDivisionError)
    assert "a job crashed" in caplog.text


def test_a_quick_job_does_not_queue_behind_a_long_one(qtbot: QtBot, jobs: JobRunner, clerk: Clerk) -> None:
    jobs.run_long(clerk.count_for_ever, title="import")
    clerk.started.wait(10)

    assert values(qtbot, jobs.run(clerk.double, 3)) == [6]


def test_quick_jobs_run_in_the_order_they_were_asked_for(qtbot: QtBot, jobs: JobRunner, clerk: Clerk) -> None:
    last = [jobs.run(clerk.note, word) for word in ("one", "two", "three")][-1]

    with qtbot.waitSignal(last.ended):
        pass

    assert clerk.done == ["one", "two", "three"]


def test_long_work_tells_how_far_it_is(qtbot: QtBot, jobs: JobRunner, clerk: Clerk) -> None:
    told: list[Progressed] = []
    job = jobs.run_long(clerk.count, 500, title="count")
    job.progressed.connect(told.append)

    assert values(qtbot, job) == [500]

    assert told[-1] == Progressed(500, 500, "counting")


def test_cancelling_stops_long_work_at_its_next_step(qtbot: QtBot, jobs: JobRunner, clerk: Clerk) -> None:
    job = jobs.run_long(clerk.count_for_ever, title="count")
    clerk.started.wait(10)

    with qtbot.waitSignals([job.cancelled, job.ended]):
        job.cancel()

    assert not job.is_running


def test_a_job_cancelled_while_it_waits_is_never_begun(qtbot: QtBot, jobs: JobRunner, clerk: Clerk) -> None:
    jobs.run(clerk.wait)
    clerk.started.wait(10)
    waiting = jobs.run(clerk.note, "never")
    waiting.cancel()

    with qtbot.waitSignal(waiting.cancelled):
        clerk.go_on.set()

    assert clerk.done == []


def test_a_refused_job_can_be_run_again_for_the_same_listeners(qtbot: QtBot, jobs: JobRunner, clerk: Clerk) -> None:
    heard: list[object] = []
    job = jobs.run(clerk.refuse_once)
    job.succeeded.connect(heard.append)
    with qtbot.waitSignal(job.refused) as refusal, qtbot.waitSignal(job.ended):
        pass

    with qtbot.waitSignal(job.ended):
        assert jobs.retry(refusal.args[0])

    assert heard == ["second"]


def test_an_error_of_no_job_cannot_be_tried_again(jobs: JobRunner) -> None:
    assert not jobs.retry(NotFound("person", uuid4()))


def test_only_the_answer_to_the_newest_question_arrives(qtbot: QtBot, jobs: JobRunner, clerk: Clerk) -> None:
    heard: list[object] = []
    latest = Latest(jobs)
    latest.answered.connect(heard.append)
    jobs.run(clerk.wait)
    clerk.started.wait(10)
    for word in ("c", "cm", "cmc"):
        latest.ask(clerk.note, word)

    with qtbot.waitSignal(latest.answered):
        clerk.go_on.set()

    assert heard == ["cmc"]
    assert clerk.done == ["cmc"]


def test_after_shutdown_nothing_arrives_and_no_thread_is_left(qtbot: QtBot, clerk: Clerk) -> None:
    jobs = JobRunner()
    heard: list[object] = []
    jobs.run_long(clerk.count_for_ever, title="count").ended.connect(lambda: heard.append("ended"))
    clerk.started.wait(10)

    jobs.shutdown()

    qtbot.wait(1)
    assert heard == []
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("short", "long"))]


def test_a_lambda_may_not_cross(jobs: JobRunner) -> None:
    run = jobs.run

    with pytest.raises(TypeError):
        run(lambda: 1)


def test_a_qobject_may_not_cross_as_an_argument(jobs: JobRunner, clerk: Clerk) -> None:
    with pytest.raises(TypeError):
        jobs.run(clerk.note, QObject())


def test_a_method_of_a_qobject_may_not_cross(jobs: JobRunner) -> None:
    with pytest.raises(TypeError):
        jobs.run(jobs.shutdown)


def test_hundreds_of_jobs_with_progress_leave_nothing_behind(qtbot: QtBot, jobs: JobRunner, clerk: Clerk) -> None:
    last = [jobs.run_long(clerk.count, 20, title="count") for _ in range(300)][-1]

    with qtbot.waitSignal(last.ended, timeout=20_000):
        pass

    assert jobs.running == 0


class Bell(QObject):
    rung = Signal(bool)


def test_emitting_does_not_lose_references_to_true() -> None:
    """PySide6 6.12.0 on CPython 3.11 drops one per emit and aborts after some thousand (architecture.md, 0)."""
    bell = Bell()
    before = sys.getrefcount(True)

    for _ in range(300):
        bell.rung.emit(True)

    assert abs(sys.getrefcount(True) - before) < 10
