"""One line that asks for one text under the reply keys: when to call back, why a warning is overridden.

It takes the focus because the clerk's own key asked for it, and gives it back with Enter or Esc.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.ui.look import look
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Color, Role, Size, Tone
from volunteer_app.ui.widgets.announce import announce
from volunteer_app.ui.widgets.basics import column, pad, row, text_label, wrapped


class AnswerField(QLineEdit):
    """Enter answers, Esc leaves, ↑ and ↓ step through the proposals."""

    answered = Signal()
    left = Signal()
    stepped = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.answered.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            case _:
                super().keyPressEvent(event)


class InlineQuestion(QFrame):
    """Base of the two lines: a prompt, a field, buttons with ready answers, and a hint that follows the text."""

    cancelled = Signal()

    def __init__(self, name: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "inline")
        self.setProperty("tone", tone.value)
        self.prompt: QLabel = wrapped(text_label("", Role.BODY, Color.WARN if tone is Tone.WARN else None))
        self.field = AnswerField()
        self.field.setAccessibleName(name)
        self.hint = text_label("", Role.CAPTION, Color.TEXT2)
        self.choices = row(spacing=Size.STEP)
        outer = column(self.prompt, row(self.choices, self.field, self.hint), spacing=Size.STEP)
        pad(outer, Size.GAP, Size.STEP)
        self.setLayout(outer)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.field.answered.connect(self._on_answered)
        self.field.left.connect(self.leave)
        self.field.textChanged.connect(self._on_text)
        self.hide()

    def ask(self, prompt: str) -> None:
        """Show the line and put the cursor into it."""
        self.prompt.setText(prompt)
        self.field.clear()
        self._on_text("")
        restyle(self)
        self.show()
        self.field.setMinimumWidth(look().px(Size.PANE_MIN // 2))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, prompt)

    def leave(self) -> None:
        """Esc: nothing is saved."""
        if not self.isHidden():
            self.hide()
            self.cancelled.emit()

    def add_choice(self, text: str) -> QPushButton:
        made = QPushButton(text)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices.addWidget(made)
        return made

    def _on_answered(self) -> None:
        raise NotImplementedError

    def _on_text(self, text: str) -> None:
        """The text changed."""
