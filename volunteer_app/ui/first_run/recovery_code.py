"""Shows the recovery code of a new office, once. Without it a forgotten password means lost data."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Color, Role
from volunteer_app.ui.widgets.basics import Kind, button, card, column, row, text_label, wrapped

_WIDTH = 560


class RecoveryCodePage(QWidget):
    """taken: the clerk says the code is written down or printed."""

    taken = Signal()

    def __init__(self, code: str, office: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._office = office
        self.confirmed = QCheckBox(self.tr("I have written it down or printed it"))
        self.confirmed.toggled.connect(self._on_confirmed)
        self.go = button(self.tr("Open the program"), Kind.PRIMARY, clicked=self.taken.emit)
        self.go.setEnabled(False)
        self._lay_out()

    def _lay_out(self) -> None:
        why = self.tr(
            "The data are encrypted. If all passwords are forgotten, only this code opens them. "
            "Lock it away with the office seal; nobody can make a new one for you."
        )
        shown = text_label(self._code, Role.H1)
        shown.setTextInteractionFlags(shown.textInteractionFlags().TextSelectableByMouse)
        box = QVBoxLayout()
        box.addWidget(text_label(self.tr("Recovery code"), Role.H1))
        box.addWidget(wrapped(text_label(why, Role.BODY, Color.TEXT2)))
        box.addWidget(shown)
        box.addLayout(
            row(
                button(self.tr("Print"), icon="print", clicked=self._print),
                button(self.tr("Copy"), icon="copy", clicked=self._copy),
                None,
            )
        )
        box.addWidget(self.confirmed)
        box.addLayout(row(None, self.go))
        frame = card(box)
        frame.setFixedWidth(look().px(_WIDTH))
        self.setLayout(column(None, row(None, frame, None), None))

    def _on_confirmed(self, is_on: bool) -> None:
        self.go.setEnabled(is_on)
        if is_on:
            self.go.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            page = QTextDocument()
            page.setPlainText("\n\n".join((self._office, self.tr("Recovery code"), self._code)))
            page.print_(printer)
