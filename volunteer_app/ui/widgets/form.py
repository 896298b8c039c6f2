"""Fields under each other: label above, message below. It refuses rules: each field brings its own check."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.announce import announce
from volunteer_app.ui.widgets.basics import column, pad, row, text_label, wrapped

Check = Callable[[], str]


class Must(StrEnum):
    """Whether a field may stay empty."""

    FILLED = "filled"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its stable key, its label and how it is checked. `check` returns a sentence, or nothing."""

    key: str
    label: str
    must: Must = Must.OPTIONAL
    check: Check | None = None
    hint: str = ""


class FormField(QWidget):
    """Label, input and the line below for hint or fault."""

    def __init__(self, spec: FieldSpec, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.field = field
        self._head = text_label(spec.label, Role.CAPTION, Color.TEXT2)
        self._head.setBuddy(field)
        star = text_label("*" if spec.must is Must.FILLED else "", Role.CAPTION, Color.DANGER)
        self._below = wrapped(text_label(spec.hint, Role.CAPTION, Color.TEXT3))
        self._below.setVisible(bool(spec.hint))
        needed = self.tr("{label}, required").format(label=spec.label)
        field.setAccessibleName(needed if spec.must is Must.FILLED else spec.label)
        self.setLayout(column(row(self._head, star, None, spacing=2), field, self._below, spacing=Size.STEP))
        self.setFocusProxy(field)

    @property
    def fault(self) -> str:
        return self._below.text() if self.field.property("state") == "error" else ""

    def check(self) -> str:
        """The fault of the present content, shown below the field."""
        text = self.tr("This must be filled in.") if self._is_empty_but_needed() else ""
        if not text and self.spec.check is not None:
            text = self.spec.check()
        self.show_fault(text)
        return text

    def show_fault(self, text: str) -> None:
        self.field.setProperty("state", "error" if text else "")
        restyle(self.field)
        self._below.setProperty("ink", (Color.DANGER if text else Color.TEXT3).value)
        restyle(self._below)
        self._below.setText(text or self.spec.hint)
        self._below.setVisible(bool(text or self.spec.hint))
        self.field.setAccessibleDescription(text)

    def content(self) -> str:
        """The present content as text, to see whether anything changed."""
        match self.field:
            case QLineEdit():
                return self.field.text()
            case QPlainTextEdit():
                return self.field.toPlainText()
            case QComboBox():
                return self.field.currentText()
            case _:
                return str(self.field.property("content") or "")

    def _is_empty_but_needed(self) -> bool:
        return self.spec.must is Must.FILLED and not self.content().strip()


class Form(QWidget):
    """Enter goes to the next field, Ctrl+Enter submits, Esc cancels. `submitted` comes only when nothing is wrong."""

    submitted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, FormField] = {}
        self._before: dict[str, str] = {}
        self._layout = QVBoxLayout(self)
        pad(self._layout, 0, Size.CARD_PADDING - 4)

    def add(self, spec: FieldSpec, field: QWidget) -> None:
        self._layout.addWidget(self._framed(spec, field))

    def add_pair(self, first: tuple[FieldSpec, QWidget], second: tuple[FieldSpec, QWidget]) -> None:
        """Two short fields side by side."""
        left, right = self._framed(*first), self._framed(*second)
        line = row(spacing=Size.CARD_PADDING)
        for each in (left, right):
            line.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(line)

    def add_head(self, text: str) -> None:
        self._layout.addWidget(text_label(text, Role.H2))

    def remember(self) -> None:
        """What stands in the fields now counts as unchanged."""
        self._before = {key: field.content() for key, field in self._fields.items()}

    @property
    def has_changes(self) -> bool:
        return self._before != {key: field.content() for key, field in self._fields.items()}

    def submit(self) -> None:
        """Check everything; the first wrong field gets the focus."""
        faults = {key: text for key, field in self._fields.items() if (text := field.check())}
        if not faults:
            self.submitted.emit()
            return
        key = next(iter(faults))
        self._fields[key].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, faults[key])

    def show_fault(self, key: str, text: str) -> None:
        """A fault found by a service, at its field."""
        if (field := self._fields.get(key)) is not None:
            field.show_fault(text)
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def faults(self) -> dict[str, str]:
        return {key: field.fault for key, field in self._fields.items() if field.fault}

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        elif is_enter:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            for field in self._fields.values():
                if field.field is watched and (field.content() or field.fault):
                    field.check()
        return super().eventFilter(watched, event)

    def _framed(self, spec: FieldSpec, field: QWidget) -> FormField:
        made = FormField(spec, field)
        self._fields[spec.key] = made
        field.installEventFilter(self)
        return made
