"""The printed sheet as it will come out: the very PDF that is saved and printed. It refuses to make or change it."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import Kind, button, icon_button, line, pad, text_label
from volunteer_app.ui.widgets.empty_state import EmptyState
from volunteer_app.ui.widgets.print_run import fit_to_sheet
from volunteer_app.ui.widgets.search_box import SearchBox

_STEPS = (0.25, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class _View(QPdfView):
    """Ctrl+wheel zooms."""

    zoomed = Signal(int)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.Polish):
            self.color_desk()

    def color_desk(self) -> None:
        """What lies around the pages: the view paints it with this role and heeds no style sheet."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, look().color(Color.DESK))
        self.setPalette(palette)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)


class PdfPreview(QFrame):
    """Shows bytes; a new version of the same sheet keeps place and zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._bytes = b""
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._matches = QPdfSearchModel(self)
        self._matches.setDocument(self._document)
        self._view = _View(self)
        self._view.setDocument(self._document)
        self._view.setSearchModel(self._matches)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setAccessibleName(self.tr("Preview"))
        self._view.color_desk()
        self._view.zoomed.connect(self._step_zoom)
        self._view.pageNavigator().currentPageChanged.connect(self._show_page_number)
        self._page = text_label("–")
        self._found = text_label("", Role.CAPTION)
        self._search = SearchBox(self.tr("Search the sheet"), self)
        self._search.setMaximumWidth(look().px(180))
        self._search.setMinimumWidth(look().px(64))
        self._search.query_changed.connect(self._on_query)
        self._search.accepted.connect(self._next_match)
        self._empty = EmptyState("document_pdf", self.tr("No sheet chosen yet."))
        self._bar = QWidget()
        self._lay_out()
        self._show_what_is_there()

    def _lay_out(self) -> None:
        tools = QHBoxLayout(self._bar)
        pad(tools, Size.GAP, Size.STEP)
        press: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("zoom_out", self.tr("Smaller"), self.zoom_out),
            ("zoom_in", self.tr("Larger"), self.zoom_in),
        )
        for icon, name, clicked in press:
            tools.addWidget(icon_button(icon, name, kind=Kind.OUTLINE, clicked=clicked))
        tools.addWidget(button(self.tr("Fit width"), Kind.GHOST, clicked=self.fit_width))
        tools.addWidget(button(self.tr("Whole page"), Kind.GHOST, clicked=self.fit_page))
        tools.addWidget(icon_button("chevron_left", self.tr("Previous page"), clicked=self.previous_page))
        tools.addWidget(self._page)
        tools.addWidget(icon_button("chevron_right", self.tr("Next page"), clicked=self.next_page))
        tools.addStretch(1)
        tools.addWidget(self._found)
        tools.addWidget(self._search)
        layout = QVBoxLayout(self)
        pad(layout, 0, 0)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._bar)
        layout.addWidget(line())
        layout.addWidget(self._view, 1)
        layout.addWidget(self._empty, 1)

    @property
    def pdf(self) -> bytes:
        """What is shown, and what is saved and printed."""
        return self._bytes

    @property
    def page_count(self) -> int:
        return self._document.pageCount()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a sheet; the place in the sheet before it is kept."""
        place = self._view.verticalScrollBar().value() if self._bytes else 0
        self._bytes = pdf
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._show_what_is_there()
        self._view.verticalScrollBar().setValue(place)
        self._show_page_number()

    def clear(self) -> None:
        self._bytes = b""
        self._document.close()
        self._show_what_is_there()

    def text(self) -> str:
        """All text of the sheet, page by page."""
        return "\n".join(self._document.getAllText(page).text() for page in range(self.page_count))

    def search_box(self) -> SearchBox:
        return self._search

    def zoom_in(self) -> None:
        self._step_zoom(1)

    def zoom_out(self) -> None:
        self._step_zoom(-1)

    def fit_width(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def next_page(self) -> None:
        self._jump(self._view.pageNavigator().currentPage() + 1)

    def previous_page(self) -> None:
        self._jump(self._view.pageNavigator().currentPage() - 1)

    def ask_printer(self, title: str) -> QPrinter | None:
        """The system's print dialog, set up for these pages; None when it was cancelled."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        fit_to_sheet(printer, self._document.pagePointSize(0))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.page_count)
        return printer if dialog.exec() else None

    def _show_what_is_there(self) -> None:
        is_there = bool(self._bytes)
        self._view.setVisible(is_there)
        self._empty.setVisible(not is_there)
        self._bar.setEnabled(is_there)

    def _show_page_number(self) -> None:
        current = self._view.pageNavigator().currentPage() + 1
        words = self.tr("Page {page} of {count}")
        self._page.setText(words.format(page=current, count=self.page_count) if self._bytes else "–")

    def _jump(self, page: int) -> None:
        if 0 <= page < self.page_count:
            self._view.pageNavigator().jump(page, QPointF(), self._view.zoomFactor())

    def _step_zoom(self, step: int) -> None:
        now = self._shown_factor()
        larger = [factor for factor in _STEPS if factor > now + 0.01]
        smaller = [factor for factor in _STEPS if factor < now - 0.01]
        chosen = (larger[:1] if step > 0 else smaller[-1:]) or [now]
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(chosen[0])

    def _shown_factor(self) -> float:
        """The factor on the screen, also while the view fits the page by itself."""
        if self._view.zoomMode() is QPdfView.ZoomMode.Custom or not self.page_count:
            return self._view.zoomFactor()
        points = self._document.pagePointSize(0)
        dots = self._view.logicalDpiX() / 72
        margins = self._view.documentMargins()
        across = (self._view.viewport().width() - margins.left() - margins.right()) / (points.width() * dots)
        if self._view.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            return across
        down = (self._view.viewport().height() - margins.top() - margins.bottom()) / (points.height() * dots)
        return min(across, down)

    def _on_query(self, text: str) -> None:
        self._matches.setSearchString(text)
        count = self.text().count(text) if text else 0
        self._found.setText(self.tr("{count} found").format(count=count) if text else "")
        self._view.setCurrentSearchResultIndex(0 if count else -1)

    def _next_match(self) -> None:
        count = self._matches.rowCount(QModelIndex())
        if count:
            number = (self._view.currentSearchResultIndex() + 1) % count
            self._view.setCurrentSearchResultIndex(number)
            found = self._matches.resultAtIndex(number)
            self._view.pageNavigator().jump(found.page(), found.location(), self._view.zoomFactor())
