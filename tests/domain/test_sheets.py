"""What a sheet's check code stands for."""

from dataclasses import replace
from datetime import datetime

from tests.printing.sample_sheets import call_sheet, duty_sheet
from volunteer_app.domain.sheets import DutyEntry, SheetKind, Stamp, fingerprint, sheet_number

LATER = Stamp("PY-ZB-202610-03", 4, datetime(2026, 9, 30, 8, 0))  # noqa: DTZ001 - sheets carry the office's wall clock


def test_the_check_code_is_eight_capital_hexadecimal_digits() -> None:
    code = duty_sheet().check_code

    assert len(code) == 8
    assert set(code) <= set("0123456789ABCDEF")


def test_printing_the_same_content_again_keeps_the_check_code() -> None:
    assert replace(duty_sheet(), stamp=LATER).check_code == duty_sheet().check_code


def test_one_changed_name_changes_the_check_code() -> None:
    sheet = duty_sheet()
    served = replace(sheet.days[30], cells=((DutyEntry("陈堃"),), ()))

    changed = replace(sheet, days=(*sheet.days[:30], served))

    assert changed.check_code != sheet.check_code


def test_the_order_of_a_call_is_part_of_its_check_code() -> None:
    sheet = call_sheet()

    assert fingerprint(replace(sheet, rows=sheet.rows[::-1])) != fingerprint(sheet)


def test_a_sheet_number_names_kind_period_and_team() -> None:
    assert sheet_number("PY", SheetKind.TEAM_DUTY, "202610", "V03") == "PY-ZB-202610-V03"
