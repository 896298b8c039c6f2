"""What stands in the middle while nobody is to be rung: a pause, a list used up, a call that ended."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from volunteer_app.domain.call_queue import Exhausted, NextUp, Offer, Pause
from volunteer_app.domain.calls import CallTier
from volunteer_app.services.call_rows import CallBoard
from volunteer_app.ui import time_text
from volunteer_app.ui.call_desk.words import tier_action
from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import Kind, button, clear, pad, row, text_label, wrapped
from volunteer_app.ui.widgets.empty_state import BigIcon


class NoCard(QFrame):
    """widen: a CallTier. second_round, end_wanted: what the buttons say."""

    widen = Signal(object)
    second_round = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.icon = BigIcon("hourglass")
        self.sentence = wrapped(text_label("", Role.H2))
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.detail = wrapped(text_label("", Role.BODY, Color.TEXT2))
        self.detail.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tiers = row()
        self._others = row()
        self.again = button(self.tr("Ring once more"), icon="arrow_sync", clicked=self.second_round.emit)
        self.end = button(self.tr("End the call"), clicked=self.end_wanted.emit)
        self._first: QPushButton | None = None
        layout = QVBoxLayout(self)
        pad(layout, Size.PAGE_MARGIN, Size.CARD_PADDING)
        layout.addStretch(1)
        layout.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.sentence)
        layout.addWidget(self.detail)
        layout.addLayout(self._tiers)
        layout.addLayout(row(None, self.again, self.end, None))
        layout.addStretch(2)

    def show_board(self, board: CallBoard, now: datetime) -> None:
        """Why nobody is offered, and what can be done about it."""
        self._say(board.next_up, board, now=now)
        self._offer(board.head.tiers_closed if board.counters.short else ())
        self.again.setVisible(isinstance(board.next_up, Exhausted) and board.counters.short > 0)

    def focus_first(self) -> None:
        """The keys have nobody to answer for; Enter takes the first remedy."""
        wanted = self._first or (self.again if self.again.isVisibleTo(self) else self.end)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, found: NextUp, board: CallBoard, *, now: datetime) -> None:
        short = board.counters.short
        match found:
            case Pause(until=until):
                minutes = max(1, -(-int((until - now).total_seconds()) // 60))
                self.icon.show_icon("hourglass")
                words = self.tr("The next one can be rung at {time}, in {minutes} min.")
                self.sentence.setText(words.format(time=time_text.clock(until), minutes=minutes))
            case Exhausted():
                self.icon.show_icon("people")
                used_up = self.tr("Everybody was rung, still {count} short.").format(count=short)
                self.sentence.setText(used_up if short else self.tr("Everybody was rung, and enough are coming."))
            case Offer():
                self.sentence.setText("")
        words = self.tr("Choose somebody in the list, add a person (N), or ask further circles.")
        self.detail.setText(words if short else self.tr("Further people can be kept as standby."))

    def _offer(self, tiers: tuple[CallTier, ...]) -> None:
        clear(self._tiers)
        self._first = None
        self._tiers.addStretch(1)
        for tier in tiers:
            made = button(tier_action(tier), Kind.OUTLINE, clicked=self._on_tier)
            made.setProperty("tier", tier.value)
            self._tiers.addWidget(made)
            self._first = self._first or made
        self._tiers.addStretch(1)
        self._tiers.setSpacing(look().px(Size.GAP))

    def _on_tier(self) -> None:
        made = self.sender()
        if made is not None:
            self.widen.emit(CallTier(str(made.property("tier"))))
