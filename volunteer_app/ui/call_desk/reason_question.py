"""Why a place is given in spite of a warning. The reason is stored and printed; without one nothing is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from volunteer_app.domain.placement import ReasonNeeded
from volunteer_app.ui.call_desk.inline_question import InlineQuestion
from volunteer_app.ui.error_text import finding_words
from volunteer_app.ui.tokens import Tone


class ReasonQuestion(InlineQuestion):
    """`given` carries the reason."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Reason"), Tone.WARN, parent)
        self.field.setPlaceholderText(self.tr("Reason, such as: agreed with the team leader"))

    def ask_about(self, name: str, needed: ReasonNeeded) -> None:
        found = "；".join(finding_words(finding) for finding in needed.findings)
        self.ask(self.tr("{name}: {found}. Not saved yet; with a reason it can be.").format(name=name, found=found))

    @override
    def _on_answered(self) -> None:
        reason = self.field.text().strip()
        if not reason:
            self.hint.setText(self.tr("A reason, or Esc"))
            return
        self.hide()
        self.given.emit(reason)

    @override
    def _on_text(self, text: str) -> None:
        self.hint.setText(self.tr("Enter saves · Esc does not"))
