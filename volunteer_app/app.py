"""Composition root: paths, logging, crash hook, door, services, window. Wires everything; decides nothing.

Only the command line and `__main__` import it. Whatever is not needed for the first window is imported later.
"""

import logging
import logging.handlers
import sys
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from volunteer_app import paths
from volunteer_app.services.automatic_backup import AutomaticBackup
from volunteer_app.services.backups import Backups
from volunteer_app.services.demo import DemoSize
from volunteer_app.services.office import Bearings, OfficeDesk
from volunteer_app.services.opening import Door, close
from volunteer_app.services.presets import load_presets
from volunteer_app.services.progress import NullProgress
from volunteer_app.services.session import Desk, system_clock
from volunteer_app.ui.application import prepare
from volunteer_app.ui.change_hub import ChangeHub
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.crash import CrashReporter
from volunteer_app.ui.jobs import JobRunner
from volunteer_app.ui.login.entry_window import EntryWindow
from volunteer_app.ui.login.sign_in import SignInPage
from volunteer_app.ui.main_window import Frame, MainWindow
from volunteer_app.ui.page import Tools
from volunteer_app.ui.pages import page_specs, search_providers
from volunteer_app.ui.settings import Settings
from volunteer_app.ui.shell.lock import IdleWatch
from volunteer_app.ui.text import label

DATABASE: Final = "volunteer.db"
SETTINGS: Final = "settings.ini"
LOG: Final = "volunteer-app.log"
LOG_BYTES: Final = 1_000_000
LOG_FILES: Final = 5
BACKUP_EVERY_MS: Final = 60 * 60 * 1000


class Program(QObject):
    """One run of the program: from the door to the last backup."""

    def __init__(self, qt: QApplication, door: Door, *, data: Path, logs: Path) -> None:
        super().__init__(qt)
        self._qt = qt
        self._door = door
        self._data = data
        self.theme = prepare(qt, paths.resources_dir())
        self.settings = Settings(data / SETTINGS, self)
        self.theme.apply(self.settings.theme, self.settings.text_scale)
        self.settings.changed.connect(self._on_setting)
        self.crash = CrashReporter(logs, self)
        self.crash.install()
        jobs = JobRunner(self)
        jobs.crashed.connect(self.crash.show)
        self.tools = Tools(jobs, ChangeHub(self), self.settings, Clock(parent=self))
        self.entry = EntryWindow(door, jobs)
        self.entry.entered.connect(self._on_entered)
        self.window: MainWindow | None = None
        self._desk: Desk | None = None
        qt.aboutToQuit.connect(self._on_quit)

    def show_door(self) -> None:
        """Sign-in, or the first run where there are no data yet."""
        self.entry.begin()
        self.entry.show()

    def show_demo(self, size: DemoSize) -> None:
        self.entry.make_demo(size)
        self.entry.show()

    def _on_entered(self, desk: Desk, start_with: str) -> None:
        self._desk = desk
        self._start_with = start_with
        job = self.tools.jobs.run(OfficeDesk(desk).bearings)
        job.succeeded.connect(self._open_window)
        job.refused.connect(self.crash.show)

    def _open_window(self, bearings: Bearings) -> None:
        desk = self._desk
        if desk is None:
            return
        name = self.tr("{office} (demo)") if bearings.is_demo else "{office}"
        pages = page_specs(desk, self.tools, self.theme, self._door.path)
        frame = Frame(name.format(office=bearings.office.short_name), pages, search_providers(desk))
        self.window = MainWindow(self.tools, self.theme, frame)
        role = label(desk.operator.role)
        self.window.status.show_user(self.tr("{name} ({role})").format(name=desk.operator.name, role=role))
        self.window.status.backup_wanted.connect(self._back_up)
        self.crash.window = self.window
        self.window.go_to(self._first_page([page.key for page in pages]))
        self.tools.clock.start()
        self.window.show()
        self.entry.close()
        self._watch_idleness()
        self._keep_backups(desk)

    def _first_page(self, keys: list[str]) -> str:
        """Where the last run ended, so that a running call is there again after a crash."""
        if self._start_with == "import":
            return "roster"
        return self.settings.last_page if self.settings.last_page in keys else keys[0]

    def _watch_idleness(self) -> None:
        self._idle = IdleWatch(self._qt, self.settings.lock_after_minutes)
        self._idle.idle.connect(self._lock)

    def _lock(self) -> None:
        if self.window is not None and self.window.may_lock() and not self.window.is_locked:
            form = SignInPage(self._door, self.tools.jobs)
            form.signed_in.connect(self._unlock)
            self.window.lock(form)

    def _unlock(self, desk: Desk) -> None:
        """The window keeps the desk it has; the fresh one only proved who is there."""
        close(desk)
        if self.window is not None:
            self.window.unlock()

    def _keep_backups(self, desk: Desk) -> None:
        self._backup = AutomaticBackup(Backups(desk, self._door.path), self._data / "backups")
        self._backup_timer = QTimer(self, interval=BACKUP_EVERY_MS)
        self._backup_timer.timeout.connect(self._back_up)
        self._backup_timer.start()

    def _back_up(self) -> None:
        job = self.tools.jobs.run_long(self._backup.run, title=self.tr("Backing up"))
        job.succeeded.connect(self._on_backed_up)

    def _on_backed_up(self, _made: object) -> None:
        if self.window is not None:
            words = self.tr("Last backup {time}").format(time=f"{self.tools.clock.now():%H:%M}")
            self.window.status.show_backup(words)

    def _on_setting(self, _name: str) -> None:
        self.theme.apply(self.settings.theme, self.settings.text_scale)

    def _on_quit(self) -> None:
        self.tools.jobs.shutdown()
        if self._desk is not None:
            close(self._desk)
        self.crash.uninstall()


def run_window(database: Path | None = None) -> int:
    """Open the program on the user's own data, or on a file that was named."""
    data = paths.data_dir()
    return _run(database or data / DATABASE, data, paths.log_dir(), demo=None)


def run_demo(people: int, seed: int) -> int:
    """Open on invented data in a temporary folder; nothing is kept."""
    with tempfile.TemporaryDirectory(prefix="volunteer-demo-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        return _run(place / DATABASE, place, place, demo=DemoSize(people=people, seed=seed))


def run_gallery() -> int:
    """A developer's window with every component in its states."""
    from volunteer_app.ui.gallery import gallery_spec

    with tempfile.TemporaryDirectory(prefix="volunteer-gallery-", ignore_cleanup_errors=True) as folder:
        qt = QApplication.instance() or QApplication(sys.argv[:1])
        theme = prepare(qt, paths.resources_dir())  # type: ignore[arg-type]  # instance() is a QApplication here
        settings = Settings(Path(folder) / SETTINGS, qt)
        theme.apply(settings.theme, settings.text_scale)
        tools = Tools(JobRunner(qt), ChangeHub(qt), settings, Clock(parent=qt))
        window = MainWindow(tools, theme, Frame("Gallery", (gallery_spec(tools),)))
        window.go_to(gallery_spec(tools).key)
        window.show()
        outcome = qt.exec()
        tools.jobs.shutdown()
        return outcome


def run_smoke() -> dict[str, object]:
    """Make a small demo office and one sheet, preview it, build the window; say what of it worked."""
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtPdf import QPdfDocument

    from volunteer_app.services.sheets import Sheets

    checks: dict[str, object] = {}
    with tempfile.TemporaryDirectory(prefix="volunteer-smoke-", ignore_cleanup_errors=True) as folder:
        qt = QApplication.instance() or QApplication([*sys.argv[:1], "-platform", "offscreen"])
        door = Door(Path(folder) / DATABASE, load_presets(paths.resources_dir()), system_clock)
        desk = door.found_demo(DemoSize(people=60, months=1), NullProgress())
        checks["database"] = desk.operator.name != ""
        sheets = Sheets(desk, paths.resources_dir())
        month = desk.today().replace(day=1)
        team = sheets.duty_teams(month)[0]
        made = sheets.team_duty([team.id], month, progress=NullProgress())
        checks["duty-month"] = made.pdf.startswith(b"%PDF")
        store = QBuffer()
        store.setData(QByteArray(made.pdf))
        store.open(QBuffer.OpenModeFlag.ReadOnly)
        preview = QPdfDocument(qt)
        preview.load(store)
        checks["preview"] = preview.pageCount() > 0
        program = Program(qt, door, data=Path(folder), logs=Path(folder))  # type: ignore[arg-type]
        program.entry.begin()
        checks["window"] = program.entry.centralWidget() is not None
        program.tools.jobs.shutdown()
        program.crash.uninstall()
        close(desk)
    return {"passed": all(checks.values()), "checks": checks}


def _run(database: Path, data: Path, logs: Path, *, demo: DemoSize | None) -> int:
    for folder in (data, logs):
        folder.mkdir(parents=True, exist_ok=True)
    start_log(logs / LOG)
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    door = Door(database, load_presets(paths.resources_dir()), system_clock)
    program = Program(qt, door, data=data, logs=logs)  # type: ignore[arg-type]  # instance() is a QApplication here
    if demo is None:
        program.show_door()
    else:
        program.show_demo(demo)
    return qt.exec()


def start_log(file: Path) -> None:
    """One rotating file, no personal data: parameters of statements are hidden, exceptions carry ids."""
    handler = logging.handlers.RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
