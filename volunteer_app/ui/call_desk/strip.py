"""The strip over the desk: which shift, the four figures, how full it is, how long until it starts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from volunteer_app.services.call_rows import CallBoard, CallCounters, CallHead
from volunteer_app.ui import time_text
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.look import look
from volunteer_app.ui.page import Room
from volunteer_app.ui.status import Coverage, PillSpec, Status, short_pill, status_pill
from volunteer_app.ui.tokens import Color, Role, Size, Tone
from volunteer_app.ui.widgets.basics import column, pad, row, set_ink, text_label
from volunteer_app.ui.widgets.coverage_bar import CoverageBar
from volunteer_app.ui.widgets.pill import Pill
from volunteer_app.ui.widgets.timer_label import TimerLabel


class _Figure(QWidget):
    """A number over its word."""

    def __init__(self, word: str, ink: Color, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = text_label("0", Role.NUMBER, ink)
        self.word = word
        self.setLayout(column(self.number, text_label(word, Role.CAPTION), spacing=0))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_number(self, number: int) -> None:
        self.number.setText(str(number))
        self.number.setMinimumWidth(look().px(Size.CONTROL + Size.GAP))
        self.setAccessibleName(f"{self.word} {number}")


class CallStrip(QFrame):
    """Read from two metres by whoever stands behind the clerk."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._clock = clock
        self.post = text_label("", Role.H2)
        self.state = Pill(PillSpec("", Tone.MUTE))
        self.drill = Pill(PillSpec(self.tr("Drill"), Tone.WARN, "flash"))
        self.when = text_label("", Role.CAPTION)
        self.when.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.needed = _Figure(self.tr("Needed"), Color.TEXT)
        self.confirmed = _Figure(self.tr("Confirmed"), Color.OK)
        self.arrived = _Figure(self.tr("Arrived"), Color.OK)
        self.short = _Figure(self.tr("Short"), Color.DANGER)
        self.asked = text_label("", Role.CAPTION)
        self.rate = text_label("", Role.CAPTION)
        self.bar = CoverageBar(Coverage(0, 0, 0))
        self.timer = TimerLabel(clock, Role.NUMBER)
        self.timer_word = text_label("", Role.CAPTION)
        self._lay_out()

    def show_board(self, board: CallBoard) -> None:
        self._show_head(board.head)
        self.show_counters(board.counters)

    def show_counters(self, counters: CallCounters) -> None:
        for figure, number in (
            (self.needed, counters.needed),
            (self.confirmed, counters.confirmed),
            (self.arrived, counters.arrived),
            (self.short, counters.short),
        ):
            figure.show_number(number)
        set_ink(self.short.number, Color.DANGER if counters.short else Color.TEXT2)
        self.bar.show_coverage(Coverage(counters.needed, counters.confirmed, counters.arrived))
        self.state.show_spec(short_pill(counters.short) if counters.short else status_pill(Status.FULL))
        words = self.tr("Asked {asked} of {all} · standby {standby} · calls {calls}")
        reached = counters.asked - counters.pending
        self.asked.setText(
            words.format(asked=reached, all=counters.asked, standby=counters.standby, calls=counters.attempts)
        )
        full = 100 if not counters.needed else round(100 * min(1.0, counters.confirmed / counters.needed))
        self.rate.setText(f"{full}%")

    def set_room(self, room: Room) -> None:
        pad(self._line, Size.GAP if room.is_compact else Size.CARD_PADDING, Size.PAGE_MARGIN)

    def _show_head(self, head: CallHead) -> None:
        self.post.setText(head.post)
        self.drill.setVisible(head.purpose.value == "drill")
        parts = (time_text.day_and_hours(head.span, self._clock.now()), head.place, head.team)
        self.when.setText(" · ".join(part for part in parts if part))
        self.when.setToolTip(self.when.text())
        self.timer.count_down_to(head.span.start)
        started = head.span.start <= self._clock.now()
        self.timer_word.setText(self.tr("since the start") if started else self.tr("to the start"))

    def _lay_out(self) -> None:
        title = row(self.post, self.state, self.drill, None)
        head = QVBoxLayout()
        pad(head, 0, Size.STEP)
        head.addLayout(title)
        head.addWidget(self.when)
        figures = row(self.needed, self.confirmed, self.arrived, self.short, spacing=Size.CARD_PADDING)
        middle = column(None, row(self.asked, None, self.rate), self.bar, None, spacing=Size.GAP)
        clock = column(self.timer, self.timer_word, spacing=0)
        _to_the_right(self.timer, self.timer_word)
        self._line = QHBoxLayout(self)
        self._line.addLayout(head, 5)
        self._line.addLayout(figures)
        self._line.addLayout(middle, 6)
        self._line.addLayout(clock)


def _to_the_right(*labels: QLabel) -> None:
    for each in labels:
        each.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
