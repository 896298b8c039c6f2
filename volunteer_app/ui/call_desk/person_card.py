"""The person to be rung: name, number in large digits, why it is this one, the reply keys, the note.

It refuses to save: it says what was pressed, copied or written.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.domain.findings import Level
from volunteer_app.domain.phone_numbers import TroubleKind
from volunteer_app.domain.text import group_phone
from volunteer_app.services.call_rows import CallCard, CardPhone
from volunteer_app.ui.call_desk.pill_strip import PillStrip, take_no_focus
from volunteer_app.ui.call_desk.words import factor_pill
from volunteer_app.ui.clock import Clock
from volunteer_app.ui.error_text import finding_words
from volunteer_app.ui.page import Room
from volunteer_app.ui.status import PillSpec
from volunteer_app.ui.tokens import Color, Role, Size, Tone
from volunteer_app.ui.widgets.avatar import Avatar
from volunteer_app.ui.widgets.basics import Kind, button, column, pad, row, set_ink, text_label
from volunteer_app.ui.widgets.key_cap import KeyCap
from volunteer_app.ui.widgets.reply_keys import ReplyKeys
from volunteer_app.ui.widgets.timer_label import TimerLabel


class NoteField(QLineEdit):
    """Enter and Esc go back to the reply keys; Enter saves."""

    saved = Signal(str)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.saved.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PersonCard(QFrame):
    """`phone` is the number on screen: the one that a reply belongs to."""

    copy_wanted = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._clock = clock
        self._card: CallCard | None = None
        self._phone = ""
        self.avatar = Avatar("", 52)
        self.name = text_label("", Role.H1)
        self.pinyin = text_label("", Role.CAPTION)
        self.groups = PillStrip(self.tr("Teams"))
        self.facts = text_label("", Role.BODY, Color.TEXT2)
        self.number = text_label("", Role.PHONE)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = button(self.tr("Copy number"), icon="copy", keys="Ctrl+C", clicked=self.copy_wanted.emit)
        self.other = button("", Kind.LINK, clicked=self._on_other_number)
        self.trouble = text_label("", Role.CAPTION, Color.WARN)
        self.timer = TimerLabel(clock, Role.STRONG)
        self.timer.setAccessibleName(self.tr("Time since the number was copied"))
        self.why = PillStrip(self.tr("Why this person"))
        self.keys = ReplyKeys()
        self.note = NoteField()
        self.note.setPlaceholderText(self.tr("Optional: comes by car, 10 minutes late… (Tab)"))
        self.note.setAccessibleName(self.tr("Note"))
        take_no_focus(self.copy, self.other)
        self._lay_out()

    @property
    def card(self) -> CallCard | None:
        return self._card

    @property
    def phone(self) -> str:
        return self._phone

    def show_card(self, card: CallCard) -> None:
        is_other = self._card is None or self._card.ask_id != card.ask_id
        self._card = card
        self.avatar.show_name(card.name)
        self.name.setText(card.name)
        self.pinyin.setText(card.pinyin)
        self.pinyin.setVisible(bool(card.pinyin))
        self.groups.show_pills(_group_pills(card))
        self.facts.setText(self._facts(card))
        self.facts.setToolTip(self.facts.text())
        self.why.show_pills((*_warnings(card), *(factor_pill(reason) for reason in card.reasons)))
        if is_other:
            self.timer.stop()
            self.timer.hide()
            self.note.setText(card.note)
            self._phone = card.phone_to_ring
        self._show_number()

    def start_timer(self) -> None:
        self.timer.count_since(self._clock.now())
        self.timer.show()

    def set_room(self, room: Room) -> None:
        pad(self._outer, Size.CARD_PADDING_COMPACT if room.is_compact else Size.CARD_PADDING, Size.GAP)
        (self.keys.set_compact if room.is_compact else self.keys.set_tall)()
        self._copy_cap.setVisible(not room.is_compact)

    def _lay_out(self) -> None:
        title = row(self.name, self.pinyin, self.groups)
        title.setStretch(2, 1)
        title.setAlignment(self.pinyin, Qt.AlignmentFlag.AlignBottom)
        head = row(self.avatar, column(title, self.facts, spacing=Size.STEP), spacing=Size.CARD_PADDING)
        head.setStretch(1, 1)
        self._copy_cap = KeyCap("Ctrl+C")
        phone = row(self.number, self.copy, self._copy_cap, self.other, self.trouble, None, self.timer)
        why = row(text_label(self.tr("Why this person"), Role.STRONG), self.why)
        why.setStretch(1, 1)
        why.setAlignment(Qt.AlignmentFlag.AlignTop)
        label = text_label(self.tr("Note"))
        label.setBuddy(self.note)
        self._outer = QVBoxLayout(self)
        for part in (head, phone, why):
            self._outer.addLayout(part)
        self._outer.addWidget(self.keys)
        self._outer.addLayout(row(label, self.note))

    def _show_number(self) -> None:
        card = self._card
        if card is None:
            return
        shown = next((phone for phone in card.phones if phone.number == self._phone), None)
        self.number.setText(group_phone(self._phone) if self._phone else self.tr("No number"))
        set_ink(self.number, Color.TEXT if shown is not None and shown.trouble is None else Color.WARN)
        self.trouble.setText(self._trouble(shown))
        others = self._other_numbers()
        self.other.setVisible(bool(others))
        if others:
            words = self.tr("Other number {number}")
            self.other.setText(words.format(number=group_phone(others[0].number)))
        self.copy.setEnabled(bool(self._phone))

    def _trouble(self, phone: CardPhone | None) -> str:
        if phone is None:
            return ""
        match phone.trouble:
            case TroubleKind.DEAD:
                return self.tr("dead number")
            case TroubleKind.WRONG:
                return self.tr("wrong number")
            case TroubleKind.MISSED_THREE_TIMES:
                return self.tr("missed three times in a row")
            case None:
                return self.tr("missed {count} times").format(count=phone.misses) if phone.misses else ""

    def _other_numbers(self) -> list[CardPhone]:
        """The numbers that follow the one on screen, going round."""
        phones = list(self._card.phones) if self._card is not None else []
        place = next((number for number, phone in enumerate(phones) if phone.number == self._phone), None)
        return phones if place is None else [*phones[place + 1 :], *phones[:place]]

    def _on_other_number(self) -> None:
        others = self._other_numbers()
        if others:
            self._phone = others[0].number
            self._show_number()

    def _facts(self, card: CallCard) -> str:
        age = self.tr("{age} years").format(age=card.age) if card.age is not None else ""
        record = self.tr("90 days: rung {rung}, answered {answered}, came {came}").format(
            rung=card.rung_90_days, answered=card.answered_90_days, came=card.came_90_days
        )
        return " · ".join(part for part in (age, card.community, "、".join(card.skills), record) if part)


def _group_pills(card: CallCard) -> tuple[PillSpec, ...]:
    teams = tuple(PillSpec(team, Tone.INFO) for team in card.teams)
    return (*teams, PillSpec(card.political, Tone.MUTE)) if card.political else teams


def _warnings(card: CallCard) -> tuple[PillSpec, ...]:
    """What stands against a yes, before what speaks for it."""
    return tuple(
        PillSpec(finding_words(finding), Tone.DANGER if finding.level is Level.REFUSAL else Tone.WARN, "warning")
        for finding in card.findings
        if finding.level is not Level.HINT
    )
