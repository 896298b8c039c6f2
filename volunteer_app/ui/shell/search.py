"""What the global search asks and shows: providers of hits, run through jobs. It refuses to search anything itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from volunteer_app.ui.jobs import Job, JobRunner


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the result: choosing it goes to a page with a payload, or runs a command."""

    title: str
    detail: str = ""
    icon: str = "search"
    page: str = ""
    payload: object = None
    run: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class SearchProvider:
    """A kind of thing that can be found. `find` is a bound service method: text in, hits out; it runs in a job."""

    title: str
    find: Callable[[str], Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done now: words, keys and the action behind it."""

    title: str
    keys: str
    icon: str
    run: Callable[[], object]


class GlobalSearch(QObject):
    """Asks all providers at once; `found` comes per provider, only for the newest question."""

    found = Signal(str, object)

    def __init__(self, jobs: JobRunner, providers: Sequence[SearchProvider], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._providers = tuple(providers)
        self._running: dict[Job, str] = {}

    def ask(self, text: str) -> None:
        """Forget the last question and ask this one; nothing typed asks nothing."""
        for job in self._running:
            job.abandon()
        self._running.clear()
        if not text:
            return
        for provider in self._providers:
            job = self._jobs.run(provider.find, text)
            self._running[job] = provider.title
            job.succeeded.connect(self._on_found)

    def _on_found(self, hits: object) -> None:
        job = self.sender()
        if isinstance(job, Job) and (title := self._running.pop(job, None)) is not None:
            self.found.emit(title, hits)


def matching(commands: Sequence[Command], text: str) -> list[Hit]:
    """Commands whose words contain all typed words."""
    wanted = text.casefold().split()
    return [
        Hit(command.title, command.keys, command.icon, run=command.run)
        for command in commands
        if all(word in command.title.casefold() for word in wanted)
    ]
