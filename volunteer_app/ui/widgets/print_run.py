"""Brings a finished PDF onto paper page by page, off the GUI thread. It refuses to choose a printer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from volunteer_app.domain.errors import PrinterRefused
from volunteer_app.services.progress import Cancelled, Progress

PRINT_DPI = 300


def fit_to_sheet(printer: QPrinter, points: QSizeF) -> None:
    """The whole sheet without the driver's margins, which would shrink it, at what office printers resolve."""
    is_wide = points.width() > points.height()
    orientation = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(orientation)
    printer.setResolution(PRINT_DPI)


class PrintRun:
    """One PDF on its way to a printer, in a worker: a picture a page takes half a second. It holds no widget."""

    def __init__(self, pdf: bytes, printer: QPrinter) -> None:
        self._pdf = pdf
        self._printer = printer

    def run(self, *, progress: Progress) -> None:
        """Raises PrinterRefused; a cancelled print sends nothing more."""
        buffer = QBuffer()
        buffer.setData(QByteArray(self._pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(buffer)
        painter = QPainter()
        if not painter.begin(self._printer):
            raise PrinterRefused
        try:
            self._paint(document, painter, progress)
        except Cancelled:
            self._printer.abort()
            raise
        finally:
            painter.end()
            document.close()

    def _paint(self, document: QPdfDocument, painter: QPainter, progress: Progress) -> None:
        first = max(self._printer.fromPage(), 1)
        last = min(self._printer.toPage() or document.pageCount(), document.pageCount())
        for page in range(first, last + 1):
            progress.step(page - first, last - first + 1, "printing")
            if page > first and not self._printer.newPage():
                raise PrinterRefused
            painter.drawImage(0, 0, document.render(page - 1, self._dots(document.pagePointSize(page - 1))))
        progress.step(last - first + 1, last - first + 1, "printing")

    def _dots(self, points: QSizeF) -> QSize:
        """Life size; smaller only where the paper is."""
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        full = self._printer.resolution() / 72
        scale = min(full, paper.width() / points.width(), paper.height() / points.height())
        return QSize(round(points.width() * scale), round(points.height() * scale))
