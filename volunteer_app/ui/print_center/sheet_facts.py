"""Which version the sheet in the preview is, and what changed since the last print. It refuses to act on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QSizePolicy, QWidget

from volunteer_app.services.sheets import PreparedSheet, SincePrint
from volunteer_app.ui.print_center.words import (
    change_words,
    left_out_words,
    since_print_words,
    version_words,
    whole_change_words,
)
from volunteer_app.ui.status import PillSpec
from volunteer_app.ui.tokens import Color, Role, Tone
from volunteer_app.ui.widgets.basics import column, row, text_label, wrapped
from volunteer_app.ui.widgets.pill import Pill

_TONES = {SincePrint.NEVER_LEFT: Tone.INFO, SincePrint.SAME: Tone.OK, SincePrint.CHANGED: Tone.WARN}


class SheetFacts(QWidget):
    """Empty while there is no sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.version = Pill(PillSpec("", Tone.INFO))
        self.since_print = wrapped(text_label("", Role.CAPTION, Color.TEXT2))
        self.left_out = wrapped(text_label("", Role.CAPTION, Color.TEXT2))
        self.changes = QListWidget(self)
        self.changes.setAccessibleName(self.tr("Changes since the last print"))
        self.changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.changes.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.changes.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._note = wrapped(text_label("", Role.CAPTION, Color.TEXT3))
        self._note.setText(self.tr("Duty telephones are printed whole. Printing and saving go into the log."))
        self._head = text_label(self.tr("Version"), Role.H2)
        head = row(self._head, None, self.version)
        self.setLayout(column(head, self.since_print, self.left_out, self.changes, None, self._note))
        self.clear()

    def clear(self) -> None:
        for widget in (self._head, self.version, self.since_print, self.left_out, self.changes):
            widget.hide()

    def show_sheet(self, prepared: PreparedSheet) -> None:
        self.version.show_spec(PillSpec(version_words(prepared), _TONES[prepared.since_print]))
        self._head.show()
        self.version.show()
        self.since_print.setText(since_print_words(prepared))
        self.since_print.show()
        self.left_out.setText(left_out_words(prepared))
        self.left_out.setVisible(bool(prepared.left_out))
        self.changes.clear()
        for change in prepared.changes:
            self.changes.addItem(change_words(change))
            self.changes.item(self.changes.count() - 1).setToolTip(whole_change_words(change))
        self.changes.setVisible(bool(prepared.changes))
