"""How an ended call went, in figures with their denominators, ready to be copied. It refuses names and numbers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from volunteer_app.services.call_rows import CallSummary
from volunteer_app.ui import time_text
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import Kind, button, clear, column, pad, row, text_label, wrapped
from volunteer_app.ui.widgets.clipboard import CopyButton


def summary_lines(summary: CallSummary) -> list[tuple[str, str]]:
    """Label and figure, in the order in which they are read out."""
    counters = summary.counters
    minutes = summary.minutes_to_fill
    of = translate("CallSummary", "{part} of {whole}")
    reached = counters.asked - counters.pending
    three = f"{counters.needed} / {counters.confirmed} / {counters.arrived}"
    return [
        (translate("CallSummary", "Needed / confirmed / arrived"), three),
        (translate("CallSummary", "Still short"), of.format(part=counters.short, whole=counters.needed)),
        (translate("CallSummary", "People asked"), of.format(part=reached, whole=counters.asked)),
        (translate("CallSummary", "Said yes"), of.format(part=counters.said_yes, whole=reached)),
        (translate("CallSummary", "Not coming"), of.format(part=counters.declined, whole=reached)),
        (translate("CallSummary", "Not reached"), of.format(part=counters.unreached, whole=reached)),
        (translate("CallSummary", "Standby"), of.format(part=counters.standby, whole=reached)),
        (translate("CallSummary", "Calls made"), str(counters.attempts)),
        (
            translate("CallSummary", "Time until full"),
            translate("CallSummary", "{minutes} min").format(minutes=minutes) if minutes is not None else "–",
        ),
        (translate("CallSummary", "Not told how it ended"), of.format(part=summary.not_told, whole=counters.asked)),
    ]


def summary_text(summary: CallSummary) -> str:
    """One item a line, for WeChat."""
    head = summary.head
    title = translate("CallSummary", "{post} call-up, {when}")
    first = title.format(post=head.post, when=time_text.day_and_hours(head.span, head.opened_at))
    colon = translate("CallSummary", "{label}: {figure}")
    return "\n".join([first, *(colon.format(label=label, figure=figure) for label, figure in summary_lines(summary))])


class SummaryCard(QFrame):
    """`closed`: the clerk has read it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.title = wrapped(text_label("", Role.H1))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        self._buttons = row()
        outer = column(self.title, self._grid, None, self._buttons, spacing=Size.CARD_PADDING)
        self.setLayout(pad(outer, Size.PAGE_MARGIN, Size.CARD_PADDING))

    def show_summary(self, summary: CallSummary) -> None:
        words = self.tr("The call for {post} has ended")
        self.title.setText(words.format(post=summary.head.post))
        clear(self._grid)
        for number, (label, figure) in enumerate(summary_lines(summary)):
            self._grid.addWidget(text_label(label, Role.BODY, Color.TEXT2), number, 0)
            self._grid.addWidget(text_label(figure, Role.STRONG), number, 1)
        clear(self._buttons)
        self.copy = CopyButton(self.tr("Copy"), summary_text(summary))
        done = button(self.tr("Back to the calls"), Kind.PRIMARY, clicked=self.closed.emit)
        for part in (done, self.copy):
            self._buttons.addWidget(part)
        self._buttons.addStretch(1)
        done.setFocus(Qt.FocusReason.OtherFocusReason)
