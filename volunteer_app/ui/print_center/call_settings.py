"""What 电话通知单 is made of: a running call or a shift's people, and what the whole numbers are for.

Nothing is made before the button is pressed with a purpose; after any change it has to be pressed again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from volunteer_app.domain.ids import CallId, ShiftId
from volunteer_app.services.sheets import CallChoice, Handout
from volunteer_app.ui import time_text
from volunteer_app.ui.tokens import Size
from volunteer_app.ui.widgets.basics import Kind, button, pad
from volunteer_app.ui.widgets.fields import DateField, NumberField
from volunteer_app.ui.widgets.form import FieldSpec, Form, Must

ONE_PAGE = 24


@dataclass(frozen=True, slots=True)
class CallWanted:
    """One sheet, ready to be made."""

    choice: CallChoice
    handout: Handout
    most: int | None


class CallSettings(QWidget):
    """`day_chosen`: the lists of another day are wanted. `outdated`: what was made is not what stands here any more."""

    day_chosen = Signal(object)
    wanted = Signal(object)
    outdated = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._choices: Sequence[CallChoice] = ()
        self._asked: tuple[CallId | None, ShiftId | None] | None = None
        self.day = DateField(today, self)
        self.day.set_day(today())
        self.source = QComboBox(self)
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source.setMinimumContentsLength(8)
        self.most = NumberField(self)
        self.most.setText(str(ONE_PAGE))
        self.purpose = QLineEdit(self)
        self.receiver = QLineEdit(self)
        self.form = self._build_form()
        make = button(self.tr("Make the call sheet"), Kind.OUTLINE, keys="Ctrl+Return", clicked=self.form.submit)
        layout = QVBoxLayout(self)
        pad(layout, 0, Size.GAP)
        layout.addWidget(self.form)
        layout.addWidget(make)
        self._connect()

    def _build_form(self) -> Form:
        form = Form(self)
        form.add(FieldSpec("day", self.tr("Day of the shift"), check=self._day_fault), self.day)
        form.add(FieldSpec("source", self.tr("Call or shift"), Must.FILLED), self.source)
        form.add(FieldSpec("purpose", self.tr("Purpose"), Must.FILLED), self.purpose)
        receiver = FieldSpec("receiver", self.tr("Receiver"))
        most = FieldSpec("most", self.tr("At most this many people"), check=self._most_fault)
        form.add_pair((receiver, self.receiver), (most, self.most))
        return form

    def _connect(self) -> None:
        self.day.day_changed.connect(self._on_day)
        self.source.activated.connect(self._on_source)
        self.source.currentTextChanged.connect(self.source.setToolTip)
        for field in (self.most, self.purpose, self.receiver):
            field.textEdited.connect(self._on_edited)
        self.form.submitted.connect(self._on_submitted)

    def want(self, day: date | None, call_id: CallId | None, shift_id: ShiftId | None) -> None:
        """Another page asks for a call's or a shift's list."""
        self._asked = (call_id, shift_id)
        self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)
        if day is not None and day != self.day.day:
            self.day.set_day(day)
        else:
            self.day_chosen.emit(self.day.day or self._today())

    def show_choices(self, choices: Sequence[CallChoice]) -> None:
        """The lists there are; the one asked for, else the chosen one as long as it exists."""
        before = self._chosen()
        self._choices = choices
        self.source.clear()
        for choice in choices:
            self.source.addItem(self._words(choice))
        if self._asked is not None:
            place, self._asked = self._place_of(*self._asked), None
        else:
            place = -1 if before is None else self._place_of(before.call_id, before.shift_id)
        self.source.setCurrentIndex(max(place, 0 if choices else -1))
        after = self._chosen()
        if before is not None and (after is None or _identity(after) != _identity(before)):
            self.outdated.emit()

    @property
    def has_choices(self) -> bool:
        return bool(self._choices)

    def _place_of(self, call_id: CallId | None, shift_id: ShiftId | None) -> int:
        """The call; of a shift its people, else its call; -1 where it is not offered."""
        places = {_identity(choice): place for place, choice in reversed(list(enumerate(self._choices)))}
        if call_id is not None:
            return next((place for key, place in places.items() if key[0] == call_id), -1)
        of_shift = [key for key in places if key[1] == shift_id]
        return min((places[key] for key in of_shift if key[0] is None or len(of_shift) == 1), default=-1)

    def _words(self, choice: CallChoice) -> str:
        words = self.tr("{post} {hours} · {count} people")
        if choice.call_id is not None:
            words = self.tr("Calling: {post} {hours} · {count} to ring")
        return words.format(post=choice.post, hours=time_text.hours(choice.span), count=choice.people)

    def _chosen(self) -> CallChoice | None:
        place = self.source.currentIndex()
        return self._choices[place] if 0 <= place < len(self._choices) else None

    def _day_fault(self) -> str:
        return self.tr("This is no date.") if self.day.has_fault else ""

    def _most_fault(self) -> str:
        is_fine = not self.most.text().strip() or bool(self.most.number)
        return "" if is_fine else self.tr("A number from 1 on, or nothing for everybody.")

    def _on_day(self, day: date | None) -> None:
        if day is not None:
            self.day_chosen.emit(day)

    def _on_source(self) -> None:
        self.outdated.emit()

    def _on_edited(self) -> None:
        self.outdated.emit()

    def _on_submitted(self) -> None:
        if (choice := self._chosen()) is not None:
            handout = Handout(self.purpose.text().strip(), self.receiver.text().strip())
            self.wanted.emit(CallWanted(choice, handout, self.most.number))


def _identity(choice: CallChoice) -> tuple[CallId | None, ShiftId]:
    return choice.call_id, choice.shift_id
