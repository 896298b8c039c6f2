"""The `+` line under the last reply: minutes until arrival, the reason of a no, the kind of a miss, a note.

Digits and letters mean the same whenever the line is open, whoever is on screen; it refuses what does not fit the
reply it stands under.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.domain.call_entries import Amendment, EtaGiven, MissKind, NoteGiven, ReasonGiven
from volunteer_app.domain.calls import AttemptOutcome, DeclineReason, ReplyKind
from volunteer_app.services.call_rows import RecentEntry
from volunteer_app.ui.call_desk.person_card import NoteField
from volunteer_app.ui.call_desk.recent_words import entry_pill
from volunteer_app.ui.look import look
from volunteer_app.ui.text import label
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.announce import announce
from volunteer_app.ui.widgets.basics import clear, pad, text_label

Letter = DeclineReason | AttemptOutcome
REASONS: dict[str, Letter] = {
    "Y": DeclineReason.BUSY,
    "B": DeclineReason.ILL,
    "W": DeclineReason.AWAY,
    "Q": DeclineReason.OTHER,
}
MISSES: dict[str, Letter] = {
    "Z": AttemptOutcome.BUSY,
    "G": AttemptOutcome.SWITCHED_OFF,
    "T": AttemptOutcome.DEAD_NUMBER,
    "C": AttemptOutcome.WRONG_NUMBER,
}
_MOST_DIGITS = 3


class MoreLine(QFrame):
    """`finished` carries the entry's id and the amendments; `closed` means that nothing was added."""

    finished = Signal(object, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "well")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Letters must arrive as keys, not at the Chinese input method.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._entry: RecentEntry | None = None
        self._digits = ""
        self._chosen: Letter | None = None
        self._letters: dict[str, Letter] = {}
        self._buttons: dict[Letter, QPushButton] = {}
        self.who = text_label("", Role.STRONG)
        self.eta = text_label("", Role.BODY, Color.ACCENT_TEXT)
        self._choices = QHBoxLayout()
        self.note = NoteField()
        self.note.setPlaceholderText(self.tr("Note (Tab)"))
        self.note.setAccessibleName(self.tr("Note on this reply"))
        self.note.saved.connect(self._finish)
        self.note.left.connect(self._on_escape)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._line = QHBoxLayout(self)
        pad(self._line, Size.GAP, Size.GAP)
        for part in (self.who, self.eta):
            self._line.addWidget(part)
        self._line.addLayout(self._choices)
        self._line.addWidget(self.note, 1)
        self._line.addWidget(text_label(self.tr("Enter closes"), Role.CAPTION, Color.TEXT3))
        self.hide()

    @property
    def entry(self) -> RecentEntry | None:
        return self._entry

    def open_for(self, entry: RecentEntry) -> None:
        """Stand under this reply and take the keys."""
        self._entry, self._digits, self._chosen = entry, "", None
        self._letters = letters_of(entry)
        self.note.setText(entry.note)
        self.who.setText(f"{entry.name} · {entry_pill(entry).text}")
        self._show_letters()
        self._show_eta()
        self.setAccessibleName(self._spoken())
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._spoken())

    def parts(self) -> tuple[Amendment, ...]:
        """What was entered so far."""
        found: list[Amendment] = []
        if self._digits:
            found.append(EtaGiven(int(self._digits)))
        if isinstance(self._chosen, DeclineReason):
            found.append(ReasonGiven(self._chosen))
        elif isinstance(self._chosen, AttemptOutcome):
            found.append(MissKind(self._chosen))
        note = self.note.text().strip()
        if self._entry is not None and note != self._entry.note:
            found.append(NoteGiven(note))
        return tuple(found)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif event.key() == Qt.Key.Key_Backspace:
            self._digits = self._digits[:-1]
            self._show_eta()
        elif text.isdecimal() and text.isascii():
            self._on_digit(text)
        elif text in self._letters:
            self._choose(self._letters[text])
        elif not text.isprintable() or not text:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        restyle(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._choices.setSpacing(look().px(Size.STEP))

    def _on_digit(self, digit: str) -> None:
        if takes_minutes(self._entry) and len(self._digits) < _MOST_DIGITS:
            self._digits += digit
            self._show_eta()

    def _choose(self, letter: Letter) -> None:
        self._chosen = None if self._chosen is letter else letter
        for each, made in self._buttons.items():
            made.setChecked(each is self._chosen)

    def _show_letters(self) -> None:
        clear(self._choices)
        self._buttons = {}
        for key, letter in self._letters.items():
            made = QPushButton(f"{label(letter)} {key}")
            made.setProperty("kind", "chip")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setProperty("letter", key)
            made.clicked.connect(self._on_letter_clicked)
            self._buttons[letter] = made
            self._choices.addWidget(made)

    def _on_letter_clicked(self) -> None:
        made = self.sender()
        if made is not None:
            self._choose(self._letters[str(made.property("letter"))])

    def _show_eta(self) -> None:
        self.eta.setVisible(takes_minutes(self._entry))
        self.eta.setText(self.tr("there in {minutes} min").format(minutes=self._digits or "__"))

    def _finish(self) -> None:
        entry, parts = self._entry, self.parts()
        self.hide()
        if entry is not None and parts:
            self.finished.emit(entry.entry_id, parts)
        else:
            self.closed.emit()

    def _on_escape(self) -> None:
        """What was typed goes first, then the line."""
        if self.parts():
            if self._entry is not None:
                self.open_for(self._entry)
        else:
            self.hide()
            self.closed.emit()

    def _spoken(self) -> str:
        minutes = self.tr("digits: minutes until arrival") if takes_minutes(self._entry) else ""
        letters = "、".join(f"{key} {label(letter)}" for key, letter in self._letters.items())
        return "，".join(
            part for part in (self.tr("More on {who}").format(who=self.who.text()), minutes, letters) if part
        )


def takes_minutes(entry: RecentEntry | None) -> bool:
    return entry is not None and entry.reply in (ReplyKind.COMING, ReplyKind.LATE)


def letters_of(entry: RecentEntry) -> dict[str, Letter]:
    """The letters that mean something for this reply."""
    if entry.reply is ReplyKind.DECLINED:
        return REASONS
    return MISSES if entry.reply is None and not entry.is_skip else {}


def is_text_field(widget: QWidget | None) -> bool:
    """Single keys act only while none of these has the focus."""
    return isinstance(widget, QLineEdit) and not widget.isReadOnly()
