"""The three ways a finished sheet leaves: onto paper, into a file, to the system's viewer. Each is logged first.

It refuses to make or change a sheet: what was previewed is what leaves.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from volunteer_app.domain.changes import Changes
from volunteer_app.domain.errors import AppError, SheetNotSaved
from volunteer_app.services.sheets import IssueWay, PreparedSheet, Sheets
from volunteer_app.ui.dialogs import Question, ask_save_file, confirm
from volunteer_app.ui.error_dialog import ErrorDialog
from volunteer_app.ui.page import Tools
from volunteer_app.ui.widgets.pdf_preview import PdfPreview
from volunteer_app.ui.widgets.print_run import PrintRun

_SUFFIX = ".pdf"


class Leaving(QObject):
    """`said` is a sentence about what was done, `refused` an AppError that stands against it."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tools: Tools, sheets: Sheets, preview: PdfPreview) -> None:
        super().__init__(preview)
        self._tools = tools
        self._sheets = sheets
        self._preview = preview
        self._copies: QTemporaryDir | None = None
        self._opened = 0

    def print_out(self, prepared: PreparedSheet) -> None:
        """Ask for a printer, then print; without one, offer the file."""
        if not QPrinterInfo.availablePrinterNames():
            question = Question(
                self.tr("No printer was found."),
                self.tr("Save the sheet as PDF and print it on another PC."),
                self.tr("Save as PDF"),
            )
            if confirm(self._preview, question):
                self.save(prepared)
        elif (printer := self._preview.ask_printer(prepared.file_name)) is not None:
            self.send(prepared, printer)

    def send(self, prepared: PreparedSheet, printer: QPrinter) -> None:
        """Logged before the first page: a sheet that another desk overtook does not come out."""
        job = self._tools.jobs.run(self._sheets.issue, prepared, IssueWay.PRINTED)
        job.succeeded.connect(self._tools.hub.announce)
        job.succeeded.connect(partial(self._start_printing, PrintRun(prepared.pdf, printer)))
        job.refused.connect(self.refused)

    def _start_printing(self, run: PrintRun, _changes: Changes) -> None:
        job = self._tools.jobs.run_long(run.run, title=self.tr("Printing"))
        job.succeeded.connect(self._on_printed)
        job.refused.connect(self.refused)

    def save(self, prepared: PreparedSheet) -> None:
        """Ask where, under the proposed name."""
        proposal = self._tools.settings.last_folder / prepared.file_name
        file = ask_save_file(self._preview, self.tr("Save as PDF"), proposal, kinds="PDF (*.pdf)")
        if file is None:
            return
        file = file if file.suffix.lower() == _SUFFIX else file.with_name(file.name + _SUFFIX)
        self._tools.settings.last_folder = file.parent
        job = self._tools.jobs.run(self._sheets.write, prepared, file, IssueWay.SAVED)
        job.succeeded.connect(self._tools.hub.announce)
        job.succeeded.connect(partial(self._tell_saved, file))
        job.refused.connect(partial(self._ask_again, prepared))

    def _tell_saved(self, file: Path, _changes: Changes) -> None:
        self.said.emit(self.tr("Saved: {file}").format(file=file.name))

    def _ask_again(self, prepared: PreparedSheet, error: AppError) -> None:
        """A file that could not be written: say why, and offer another place."""
        if not isinstance(error, SheetNotSaved):
            self.refused.emit(error)
        elif ErrorDialog(error, self._preview).ask():
            self.save(prepared)

    def open_outside(self, prepared: PreparedSheet) -> None:
        """A copy for the system's viewer, gone when the program ends."""
        if self._copies is None:
            self._copies = QTemporaryDir()
        self._opened += 1
        # A folder of its own: the viewer may still hold the copy before.
        folder = Path(self._copies.path()) / str(self._opened)
        folder.mkdir()
        file = folder / prepared.file_name
        job = self._tools.jobs.run(self._sheets.write, prepared, file, IssueWay.OPENED)
        job.succeeded.connect(self._tools.hub.announce)
        job.succeeded.connect(partial(self._open_copy, file))
        job.refused.connect(self.refused)

    def _open_copy(self, file: Path, _changes: Changes) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self.said.emit(self.tr("This PC has no program for PDF files. Save the sheet and open it elsewhere."))

    def _on_printed(self) -> None:
        self.said.emit(self.tr("Sent to the printer."))
