"""Questions that stop the clerk, each a function that returns the answer or None. It refuses 是/否: buttons are verbs.

Everything opens through `Dialog.ask`, the one thing that tests replace.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.ui.look import look
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Role, Size
from volunteer_app.ui.widgets.basics import Kind, button, column, pad, row, text_label, wrapped

_WIDTH = 440


class Dialog(QDialog):
    """A sheet over its window: title, `body` to fill, buttons at the right with the verb first and 取消 last."""

    def __init__(self, title: str, parent: QWidget | None = None, *, verb: str, kind: Kind = Kind.PRIMARY) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(look().px(_WIDTH))
        self.body = QVBoxLayout()
        pad(self.body, 0, Size.CARD_PADDING - 4)
        self.verb = button(verb, kind, keys="Ctrl+Return", clicked=self.accept)
        self.verb.setDefault(True)
        self.cancel = button(translate("Dialog", "Cancel"), clicked=self.reject)
        self._buttons = row(None, self.verb, self.cancel)
        outer = column(wrapped(text_label(title, Role.H2)), self.body, self._buttons, spacing=Size.CARD_PADDING)
        outer.setContentsMargins(*(look().px(Size.PAGE_MARGIN),) * 4)
        self.setLayout(outer)

    def ask(self) -> bool:
        """Show it and wait; True when the verb was chosen."""
        return self.exec() == QDialog.DialogCode.Accepted

    def add_button(self, made: QPushButton) -> None:
        """One more choice, between the verb and 取消."""
        self._buttons.insertWidget(self._buttons.count() - 1, made)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.verb.click()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the consequence in figures, the verb, and for the gravest a word to be typed."""

    title: str
    text: str
    verb: str
    kind: Kind = Kind.PRIMARY
    typed: str = ""


def confirm(parent: QWidget, question: Question) -> bool:
    """For what cannot be undone. With `typed`, the verb waits until that word stands in the field."""
    dialog = Dialog(question.title, parent, verb=question.verb, kind=question.kind)
    dialog.body.addWidget(wrapped(text_label(question.text)))
    if question.typed:
        prompt = translate("Dialog", "Type “{word}” to go on").format(word=question.typed)
        field = _field(dialog, prompt)
        dialog.verb.setEnabled(False)
        waiting = _TypedWord(dialog.verb, question.typed)
        field.textChanged.connect(waiting.check)
    return dialog.ask()


class _TypedWord:
    """Holds the verb back until the word is typed."""

    def __init__(self, verb: QPushButton, word: str) -> None:
        self._verb = verb
        self._word = word

    def check(self, text: str) -> None:
        self._verb.setEnabled(text.strip() == self._word)


def ask_text(parent: QWidget, title: str, prompt: str, *, verb: str, text: str = "") -> str | None:
    """One line of text, stripped; None when cancelled or empty."""
    dialog = Dialog(title, parent, verb=verb)
    field = _field(dialog, prompt)
    field.setText(text)
    field.selectAll()
    answered = dialog.ask()
    return field.text().strip() or None if answered else None


def ask_open_file(parent: QWidget, title: str, folder: Path, *, kinds: str) -> Path | None:
    """`kinds` as Qt writes them: "Excel (*.xlsx *.xls);;CSV (*.csv)"."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


def ask_save_file(parent: QWidget, title: str, proposal: Path, *, kinds: str) -> Path | None:
    """Asks before an existing file is replaced."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def _field(dialog: Dialog, prompt: str) -> QLineEdit:
    head = text_label(prompt, Role.CAPTION)
    field = QLineEdit()
    field.setAccessibleName(prompt)
    head.setBuddy(field)
    dialog.body.addLayout(column(head, field, spacing=Size.STEP))
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    return field
