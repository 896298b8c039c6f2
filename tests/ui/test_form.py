"""Forms: when they check, where they go, what they keep."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.accessibility import nameless_widgets
from volunteer_app.ui.widgets.fields import DateField, NumberField, PhoneField, TimeField
from volunteer_app.ui.widgets.form import FieldSpec, Form, Must

TODAY = date(2026, 7, 18)


class PersonForm(Form):
    """Name and telephone, as a roster would have them."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.phone = PhoneField()
        self.add(FieldSpec("name", "姓名", Must.FILLED), self.name)
        self.add(FieldSpec("phone", "手机", check=self.check_phone), self.phone)

    def check_phone(self) -> str:
        digits = len(self.phone.text())
        return "" if digits in (0, 11) else f"手机号应为 11 位，现在是 {digits} 位"


@pytest.fixture
def form(qtbot: QtBot) -> PersonForm:
    made = PersonForm()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.name.setFocus()
    return made


def test_a_fault_shows_when_its_field_is_left(qtbot: QtBot, form: PersonForm) -> None:
    form.phone.setFocus()
    QTest.keyClicks(form.phone, "154000011")
    before = form.faults()

    form.name.setFocus()

    assert before == {}
    assert form.faults() == {"phone": "手机号应为 11 位，现在是 9 位"}


def test_saving_jumps_to_the_first_wrong_field(qtbot: QtBot, form: PersonForm) -> None:
    form.phone.setFocus()

    with qtbot.assertNotEmitted(form.submitted):
        form.submit()

    assert form.focusWidget() is form.name
    assert form.faults() == {"name": "此项必填。"}


def test_a_mended_field_loses_its_fault(qtbot: QtBot, form: PersonForm) -> None:
    form.submit()
    form.name.setText("陈明川")

    with qtbot.waitSignal(form.submitted):
        form.submit()

    assert form.faults() == {}


def test_enter_goes_on_and_ctrl_enter_saves(qtbot: QtBot, form: PersonForm) -> None:
    form.name.setText("陈明川")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    focused = form.focusWidget()

    with qtbot.waitSignal(form.submitted):
        QTest.keyClick(form.phone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert focused is form.phone


def test_escape_asks_to_leave(qtbot: QtBot, form: PersonForm) -> None:
    with qtbot.waitSignal(form.cancelled):
        QTest.keyClick(form.name, Qt.Key.Key_Escape)


def test_changes_are_seen_against_what_was_remembered(qtbot: QtBot, form: PersonForm) -> None:
    form.remember()
    before = form.has_changes

    form.name.setText("陈")

    assert (before, form.has_changes) == (False, True)


def test_a_fault_from_a_service_lands_at_its_field(form: PersonForm) -> None:
    form.show_fault("phone", "已被使用。")

    assert form.faults() == {"phone": "已被使用。"}
    assert form.phone.accessibleDescription() == "已被使用。"


def test_every_field_is_named_and_required_is_said(form: PersonForm) -> None:
    assert nameless_widgets(form) == []
    assert form.name.accessibleName() == "姓名，必填"


def test_a_day_is_written_out_when_its_field_is_left(qtbot: QtBot, form: PersonForm) -> None:
    field = DateField(lambda: TODAY, form)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "720")

    form.name.setFocus()

    assert field.text() == "2026-07-20"


def test_a_day_that_cannot_be_read_stays_as_typed(qtbot: QtBot, form: PersonForm) -> None:
    field = DateField(lambda: TODAY, form)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "2-30")

    form.name.setFocus()

    assert field.text() == "2-30"
    assert field.has_fault


def test_arrow_keys_step_days_and_quarters(qtbot: QtBot) -> None:
    day, at = DateField(lambda: TODAY), TimeField()
    for field, text in ((day, "718"), (at, "1530")):
        qtbot.addWidget(field)
        field.setText(text)

    QTest.keyClick(day, Qt.Key.Key_Up)
    QTest.keyClick(at, Qt.Key.Key_Down)

    assert (day.text(), at.text()) == ("2026-07-19", "15:15")


def test_a_change_of_day_is_told_once(qtbot: QtBot) -> None:
    field = DateField(lambda: TODAY)
    qtbot.addWidget(field)
    told: list[date | None] = []
    field.day_changed.connect(told.append)

    field.setText("7-2")
    field.setText("7-20")
    field.set_day(date(2026, 7, 20))

    assert told == [date(2026, 7, 2), date(2026, 7, 20)]


def test_number_fields_keep_the_input_method_out(qtbot: QtBot) -> None:
    for field in (PhoneField(), NumberField(), TimeField(), DateField(lambda: TODAY)):
        qtbot.addWidget(field)
        hints = field.inputMethodHints()
        assert hints & (Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhDigitsOnly)
